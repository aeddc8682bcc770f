"""The form of one act: what it asks, and what follows in it from an answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from passbook_desk.features.households.id_numbers import facts as id_facts
from passbook_desk.features.households.life.errors import WrongIdNumber
from passbook_desk.features.households.life.values import ActKind, PartyWay
from passbook_desk.features.households.values import HouseholdCard, PartyKind, PersonRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.households.life_acts import CONTEXT, Ask, LifeAct
from passbook_desk.ui.pages.households.life_answers import ENDING_WAYS, Answers
from passbook_desk.ui.pages.households.life_editors import (
    Editors,
    help_of,
    label_of,
    person_choices,
    way_choices,
)
from passbook_desk.ui.pages.households.life_presenter import Finder
from passbook_desk.ui.pages.households.life_values import (
    LifeDraft,
    LifeFacts,
    Pick,
    RelationLine,
    id_number_said,
    known_number,
    relation_lines,
)
from passbook_desk.ui.pages.households.pick_edit import PickEdit
from passbook_desk.ui.pages.households.relations_box import RelationCombo, RelationsBox

_NEWCOMER = (Ask.NAME, Ask.SEX, Ask.BORN, Ask.ID_NUMBER, Ask.PHONE)
_KIND_OF_WAY = {PartyWay.JOINED: PartyKind.PROBATIONARY, PartyWay.CONFIRMED: PartyKind.FULL}


class LifeForm(QWidget):
    """`submitted(LifeDraft)` when every field passed; its identity stays until the act is written."""

    submitted = Signal(object)

    def __init__(
        self,
        act: LifeAct,
        facts: LifeFacts,
        finder: Finder,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.act, self._facts, self._finder = act, facts, finder
        self._uid = new_uid()
        self.editors = Editors(act, facts, finder, clock).made
        self._answers = Answers(act, facts, self.editors, clock)
        self.panel = FormPanel([self._field(ask) for ask in act.asks], self.tr("保存"))
        self.panel.submitted.connect(lambda: self.submitted.emit(self.draft()))
        title = QLabel(translate(CONTEXT, act.title))
        title.setProperty("role", "section")
        hint = QLabel(translate(CONTEXT, act.hint))
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(hint)
        column.addWidget(self.panel, 1)
        self._follow()
        self._follow_person()
        self._follow_source()
        self._prefill()

    def choose_person(self, person_id: int) -> None:
        """Stand on this member, when the act asks for one."""
        self._answers.select(Ask.PERSON, person_id)

    def draft(self) -> LifeDraft:
        """What the form says."""
        return self._answers.draft(self._uid)

    def _field(self, ask: Ask) -> Field:
        return Field(
            ask,
            label_of(ask, self.act.kind),
            self.editors[ask],
            help=help_of(ask, self.act.kind),
            required=self._answers.needed(ask),
            check=self._answers.check_of(ask),
        )

    def _follow(self) -> None:
        for ask, act in (
            (Ask.PERSON, self._follow_person),
            (Ask.NEW_HEAD, self._follow_head),
            (Ask.SOURCE, self._follow_source),
            (Ask.WAY, self._follow_way),
            (Ask.TAG_ON, self._follow_tag),
        ):
            box = self.editors.get(ask)
            if isinstance(box, QComboBox):
                box.currentIndexChanged.connect(lambda _, run=act: run())
        comer = self.editors.get(Ask.COMER)
        if isinstance(comer, PickEdit):
            comer.picked.connect(self._follow_comer)
        number = self.editors.get(Ask.ID_NUMBER)
        if isinstance(number, QLineEdit):
            number.editingFinished.connect(self._follow_id)

    def _follow_person(self) -> None:
        person = self._answers.chosen()
        card = self._facts.card
        if self.act.kind is ActKind.HEAD_CHANGED and card is not None:
            self._show_relations(
                relation_lines(card.people, self._facts.kinship, person.id) if person is not None else (),
            )
        elif Ask.NEW_HEAD in self.editors and card is not None and Ask.COMER not in self.editors:
            others = [other for other in card.people if person is None or other.id != person.id]
            self._offer_heads(others if person is not None and person.is_head else [])
        if person is not None and self.act.kind is ActKind.PERSON_EDITED:
            self._fill_person(person)
        if person is not None and Ask.RESIDENCE in self.editors:
            self._answers.select(Ask.RESIDENCE, person.residence)
        if Ask.WAY in self.editors:
            self._offer(Ask.WAY, way_choices(person.party_kind if person is not None else None))
            self._follow_way()
        if Ask.TAG in self.editors:
            self._follow_tag()

    def _follow_head(self) -> None:
        if Ask.RELATIONS not in self.editors or self._facts.card is None:
            return
        person, head = self._answers.chosen(), self._answers.number(Ask.NEW_HEAD)
        if person is not None and head is not None:
            self._show_relations(
                relation_lines(self._facts.card.people, self._facts.kinship, head, person.id)
            )

    def _follow_source(self) -> None:
        if Ask.SOURCE not in self.editors:
            return
        known = self._answers.is_known()
        self.panel.set_shown(Ask.COMER, known)
        for ask in _NEWCOMER:
            self.panel.set_shown(ask, not known)
        self._offer_heads([])

    def _follow_comer(self, pick: Pick | None) -> None:
        if Ask.NEW_HEAD not in self.editors:
            return
        self._offer_heads([])
        if pick is not None and pick.household_id is not None:
            self._finder.card(pick.household_id, lambda card: self._left_behind(pick, card))

    def _left_behind(self, pick: Pick, card: HouseholdCard) -> None:
        if card.household.head_id == pick.id and self._answers.pick(Ask.COMER) == pick:
            self._offer_heads([person for person in card.people if person.id != pick.id])

    def _follow_way(self) -> None:
        way = self._answers.value(Ask.WAY)
        kind = _KIND_OF_WAY.get(PartyWay(str(way))) if way else None
        person = self._answers.chosen()
        if kind is None and person is not None and way == PartyWay.STANDING:
            kind = person.party_kind
        if kind is not None:
            self._answers.select(Ask.PARTY, kind)
        self.panel.set_shown(Ask.PARTY, way == PartyWay.TRANSFERRED_IN)
        self.panel.set_shown(Ask.STANDING, bool(way) and way not in ENDING_WAYS)

    def _follow_tag(self) -> None:
        box, person = self.editors[Ask.TAG], self._answers.chosen()
        if not isinstance(box, QComboBox):
            return
        box.clear()
        if self._answers.value(Ask.TAG_ON) is False and person is not None:
            box.addItems(list(person.tags))

    def _follow_id(self) -> None:
        """Sex and day of birth stand in the number, so they need not be typed."""
        try:
            number = known_number(id_number_said(self._answers.text(Ask.ID_NUMBER)))
        except WrongIdNumber:
            return
        if number is None:
            return
        told = id_facts(number.reveal())
        if Ask.SEX in self.editors and self._answers.value(Ask.SEX) is None:
            self._answers.select(Ask.SEX, told.sex)
        born = self.editors.get(Ask.BORN)
        if isinstance(born, LenientDateEdit) and not born.edit.text() and told.born_on is not None:
            born.set_day(told.born_on)

    def _offer(self, ask: Ask, choices: list[tuple[str, object]]) -> None:
        """Offer these words; none is chosen."""
        box = self.editors[ask]
        if isinstance(box, QComboBox):
            box.blockSignals(True)
            box.clear()
            for word, value in choices:
                box.addItem(word, value)
            box.setCurrentIndex(-1)
            box.blockSignals(False)

    def _offer_heads(self, people: list[PersonRow]) -> None:
        self._offer(Ask.NEW_HEAD, person_choices(people))
        self.panel.set_shown(Ask.NEW_HEAD, bool(people))
        if Ask.RELATIONS in self.editors:
            self._show_relations(())

    def _show_relations(self, lines: tuple[RelationLine, ...]) -> None:
        box = self.editors[Ask.RELATIONS]
        assert isinstance(box, RelationsBox)
        box.show_lines(lines)
        self.panel.set_shown(Ask.RELATIONS, bool(lines))

    def _prefill(self) -> None:
        card = self._facts.card
        if card is not None and self.act.kind is ActKind.HOUSEHOLD_EDITED:
            self._answers.type(Ask.HOUSE, card.household.house_number)
            self._answers.type(Ask.ADDRESS, card.household.address)
        if card is not None and self.act.kind is ActKind.SCORED_SET:
            self._answers.select(Ask.SCORED, not card.household.scored)

    def _fill_person(self, person: PersonRow) -> None:
        self._answers.type(Ask.NAME, person.name)
        self._answers.select(Ask.SEX, person.sex)
        born = self.editors[Ask.BORN]
        if isinstance(born, LenientDateEdit):
            born.set_day(person.born_on)
        for ask, number in ((Ask.ID_NUMBER, person.id_number), (Ask.PHONE, person.phone)):
            line = self.editors[ask]
            if isinstance(line, QLineEdit):
                line.clear()
                line.setPlaceholderText(str(number) if number else "")
        relation = self.editors[Ask.RELATION]
        if isinstance(relation, RelationCombo):
            relation.set_code(person.relation_code)
        self.panel.set_shown(Ask.RELATION, not person.is_head)
        self._answers.type(Ask.ETHNIC, person.ethnic_group)
        self._answers.type(Ask.EDUCATION, person.education)
        self._answers.type(Ask.REMARK, person.remark)
