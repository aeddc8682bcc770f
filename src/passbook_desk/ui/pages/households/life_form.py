"""The form of one act: what it asks, what follows from the answers, the draft it gives."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from passbook_desk.features.households.id_numbers import facts as id_facts
from passbook_desk.features.households.life.errors import NameMissing, WrongIdNumber
from passbook_desk.features.households.life.values import ActKind, NewPerson, PartyWay, Standing
from passbook_desk.features.households.values import HouseholdCard, PartyKind, PersonRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.households.life_acts import CONTEXT, Ask, LifeAct
from passbook_desk.ui.pages.households.life_editors import Editors, label_of, person_choices
from passbook_desk.ui.pages.households.life_presenter import Finder
from passbook_desk.ui.pages.households.life_values import (
    LifeDraft,
    LifeFacts,
    Pick,
    RelationLine,
    id_number_said,
    phone_said,
    relation_lines,
)
from passbook_desk.ui.pages.households.pick_edit import PickEdit
from passbook_desk.ui.pages.households.relations_box import RelationCombo, RelationsBox

_NEEDED = {Ask.PERSON, Ask.NAME, Ask.ON, Ask.PLACE, Ask.WAY, Ask.TAG, Ask.ACCOUNT, Ask.RELATION}
_NEWCOMER = (Ask.NAME, Ask.SEX, Ask.BORN, Ask.ID_NUMBER, Ask.PHONE)
_ENDING_WAYS = (PartyWay.ENDED, PartyWay.TRANSFERRED_OUT)
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
        self.act, self._facts, self._finder, self._clock = act, facts, finder, clock
        self._uid = new_uid()
        self._left: HouseholdCard | None = None
        self.editors = Editors(act, facts, finder, clock).made
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
        box = self.editors.get(Ask.PERSON)
        if isinstance(box, QComboBox):
            box.setCurrentIndex(box.findData(person_id))

    def draft(self) -> LifeDraft:
        """What the form says."""
        on = self._day(Ask.ON) or self._clock.today()
        card = self._facts.card
        comer = self._pick(Ask.COMER)
        known = comer is not None and self._is_known()
        return LifeDraft(
            kind=self.act.kind,
            uid=self._uid,
            on=on,
            reason=self._text(Ask.REASON),
            household_id=0 if card is None else card.household.id,
            person_id=_int(self._value(Ask.PERSON)),
            comer_id=comer.id if known and comer is not None else None,
            new_person=self._person(on),
            relation_code=self._relation(),
            residence=str(self._value(Ask.RESIDENCE) or ""),
            new_head_id=_int(self._value(Ask.NEW_HEAD)),
            relations=self._relations_box().answers() if Ask.RELATIONS in self.editors else {},
            to_id=pick.id if (pick := self._pick(Ask.TO)) is not None else 0,
            place_id=_int(self._value(Ask.PLACE)) or 0,
            code=self._text(Ask.CODE),
            house_number=self._text(Ask.HOUSE),
            address=self._text(Ask.ADDRESS),
            remark=self._text(Ask.REMARK),
            tag=self._text(Ask.TAG),
            tag_on=self._value(Ask.TAG_ON) is not False,
            way=PartyWay(str(self._value(Ask.WAY) or PartyWay.JOINED)),
            party=self._party(),
            standing=Standing(str(self._value(Ask.STANDING) or "")),
            scored=self._value(Ask.SCORED) is not False,
            account_id=_int(self._value(Ask.ACCOUNT)) or 0,
        )

    def _field(self, ask: Ask) -> Field:
        editor = self.editors[ask]
        check: Callable[[], object] | None = None
        if isinstance(editor, LenientDateEdit):
            check = editor.day
        elif ask is Ask.TO and isinstance(editor, PickEdit):
            check = editor.checked
        elif ask is Ask.COMER:
            check = self._check_comer
        elif ask is Ask.ID_NUMBER:
            check = self._check_id
        elif ask is Ask.NAME and Ask.SOURCE in self.act.asks:
            check = self._check_name
        needed = ask in _NEEDED or (ask is Ask.REASON and self.act.reasoned)
        if ask is Ask.NAME and Ask.SOURCE in self.act.asks:
            needed = False
        if ask is Ask.RELATION and self.act.kind is ActKind.PERSON_EDITED:
            needed = False
        return Field(ask, label_of(ask, self.act.kind), editor, required=needed, check=check)

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

    def _chosen(self) -> PersonRow | None:
        chosen = self._value(Ask.PERSON)
        people = self._facts.card.people if self._facts.card is not None else ()
        return next((person for person in people if person.id == chosen), None)

    def _follow_person(self) -> None:
        person = self._chosen()
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
            self._select(Ask.RESIDENCE, person.residence)
        if Ask.WAY in self.editors:
            self._follow_way()
        if Ask.TAG in self.editors:
            self._follow_tag()

    def _follow_head(self) -> None:
        if Ask.RELATIONS not in self.editors or self._facts.card is None:
            return
        person, head = self._chosen(), _int(self._value(Ask.NEW_HEAD))
        if person is not None and head is not None:
            self._show_relations(
                relation_lines(self._facts.card.people, self._facts.kinship, head, person.id)
            )

    def _follow_source(self) -> None:
        if Ask.SOURCE not in self.editors:
            return
        known = self._is_known()
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
        if card.household.head_id == pick.id and self._pick(Ask.COMER) == pick:
            self._offer_heads([person for person in card.people if person.id != pick.id])

    def _follow_way(self) -> None:
        way = self._value(Ask.WAY)
        ends = way in _ENDING_WAYS
        kind = _KIND_OF_WAY.get(PartyWay(str(way))) if way else None
        person = self._chosen()
        if kind is None and person is not None and way == PartyWay.STANDING:
            kind = person.party_kind
        if kind is not None:
            self._select(Ask.PARTY, kind)
        self.panel.set_shown(Ask.PARTY, way == PartyWay.TRANSFERRED_IN)
        self.panel.set_shown(Ask.STANDING, bool(way) and not ends)

    def _follow_tag(self) -> None:
        box, person = self.editors[Ask.TAG], self._chosen()
        if isinstance(box, QComboBox) and self._value(Ask.TAG_ON) is False:
            box.clear()
            box.addItems(list(person.tags) if person is not None else [])
        elif isinstance(box, QComboBox):
            box.clear()

    def _follow_id(self) -> None:
        """Sex and day of birth stand in the number, so they need not be typed."""
        try:
            number = id_number_said(self._text(Ask.ID_NUMBER))
        except WrongIdNumber:
            return
        if number is None:
            return
        told = id_facts(number.reveal())
        if Ask.SEX in self.editors and self._value(Ask.SEX) is None:
            self._select(Ask.SEX, told.sex)
        born = self.editors.get(Ask.BORN)
        if isinstance(born, LenientDateEdit) and not born.edit.text() and told.born_on is not None:
            born.set_day(told.born_on)

    def _offer_heads(self, people: list[PersonRow]) -> None:
        box = self.editors[Ask.NEW_HEAD]
        if isinstance(box, QComboBox):
            box.blockSignals(True)
            box.clear()
            for word, value in person_choices(people):
                box.addItem(word, value)
            box.setCurrentIndex(-1)
            box.blockSignals(False)
        self.panel.set_shown(Ask.NEW_HEAD, bool(people))
        if Ask.RELATIONS in self.editors:
            self._show_relations(())

    def _show_relations(self, lines: tuple[RelationLine, ...]) -> None:
        self._relations_box().show_lines(lines)
        self.panel.set_shown(Ask.RELATIONS, bool(lines))

    def _relations_box(self) -> RelationsBox:
        box = self.editors[Ask.RELATIONS]
        assert isinstance(box, RelationsBox)
        return box

    def _prefill(self) -> None:
        card = self._facts.card
        if card is not None and self.act.kind is ActKind.HOUSEHOLD_EDITED:
            self._type(Ask.HOUSE, card.household.house_number)
            self._type(Ask.ADDRESS, card.household.address)
        if card is not None and self.act.kind is ActKind.SCORED_SET:
            self._select(Ask.SCORED, not card.household.scored)

    def _fill_person(self, person: PersonRow) -> None:
        self._type(Ask.NAME, person.name)
        self._select(Ask.SEX, person.sex)
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
        self._type(Ask.ETHNIC, person.ethnic_group)
        self._type(Ask.EDUCATION, person.education)
        self._type(Ask.REMARK, person.remark)

    def _person(self, on: date) -> NewPerson | None:
        if Ask.NAME not in self.editors:
            return None
        return NewPerson(
            self._text(Ask.NAME),
            sex=str(self._value(Ask.SEX) or ""),
            born_on=on if self.act.kind is ActKind.BIRTH else self._day(Ask.BORN),
            id_number=id_number_said(self._text(Ask.ID_NUMBER)),
            phone=phone_said(self._text(Ask.PHONE)),
            ethnic_group=self._text(Ask.ETHNIC),
            education=self._text(Ask.EDUCATION),
            remark=self._text(Ask.REMARK),
        )

    def _party(self) -> PartyKind | None:
        if Ask.PARTY not in self.editors or self._value(Ask.WAY) in _ENDING_WAYS:
            return None
        return PartyKind(str(self._value(Ask.PARTY)))

    def _relation(self) -> str:
        box = self.editors.get(Ask.RELATION)
        if not isinstance(box, RelationCombo):
            return ""
        person = self._chosen()
        edits_head = self.act.kind is ActKind.PERSON_EDITED and person is not None and person.is_head
        return "" if edits_head else box.code()

    def _check_comer(self) -> None:
        comer = self.editors[Ask.COMER]
        if isinstance(comer, PickEdit) and self._is_known():
            comer.checked()

    def _check_name(self) -> None:
        if not self._is_known() and not self._text(Ask.NAME):
            raise NameMissing(field=Ask.NAME)

    def _check_id(self) -> None:
        id_number_said(self._text(Ask.ID_NUMBER))

    def _is_known(self) -> bool:
        return Ask.SOURCE not in self.editors or self._value(Ask.SOURCE) is True

    def _pick(self, ask: Ask) -> Pick | None:
        editor = self.editors.get(ask)
        return editor.pick() if isinstance(editor, PickEdit) else None

    def _value(self, ask: Ask) -> object:
        editor = self.editors.get(ask)
        return editor.currentData() if isinstance(editor, QComboBox) else None

    def _select(self, ask: Ask, value: object) -> None:
        editor = self.editors.get(ask)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))

    def _text(self, ask: Ask) -> str:
        editor = self.editors.get(ask)
        if isinstance(editor, QComboBox):
            return editor.currentText().strip()
        return editor.text().strip() if isinstance(editor, QLineEdit) else ""

    def _type(self, ask: Ask, text: str) -> None:
        editor = self.editors[ask]
        if isinstance(editor, QLineEdit):
            editor.setText(text)

    def _day(self, ask: Ask) -> date | None:
        editor = self.editors.get(ask)
        return editor.day() if isinstance(editor, LenientDateEdit) else None


def _int(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
