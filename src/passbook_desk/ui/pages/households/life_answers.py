"""What the editors of an act's form say: their values one by one, their checks, and the draft they make."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from passbook_desk.features.households.life.errors import NameMissing
from passbook_desk.features.households.life.values import ActKind, NewPerson, PartyWay, Standing
from passbook_desk.features.households.values import PartyKind, PersonRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.pages.households.life_acts import Ask, LifeAct
from passbook_desk.ui.pages.households.life_values import (
    LifeDraft,
    LifeFacts,
    Pick,
    id_number_said,
    known_number,
    phone_said,
)
from passbook_desk.ui.pages.households.pick_edit import PickEdit
from passbook_desk.ui.pages.households.relations_box import RelationCombo, RelationsBox

ENDING_WAYS = (PartyWay.ENDED, PartyWay.TRANSFERRED_OUT)
_NEEDED = {Ask.PERSON, Ask.NAME, Ask.ON, Ask.PLACE, Ask.WAY, Ask.TAG, Ask.ACCOUNT, Ask.RELATION}


class Answers:
    """Reads the editors of one act and writes into them. Asking for an editor that is not there is fine."""

    def __init__(self, act: LifeAct, facts: LifeFacts, editors: Mapping[Ask, QWidget], clock: Clock) -> None:
        self._act, self._facts, self._editors, self._clock = act, facts, editors, clock

    def chosen(self) -> PersonRow | None:
        """The member the act is about."""
        chosen = self.value(Ask.PERSON)
        people = self._facts.card.people if self._facts.card is not None else ()
        return next((person for person in people if person.id == chosen), None)

    def is_known(self) -> bool:
        """Whether who comes is in the register already."""
        return Ask.SOURCE not in self._editors or self.value(Ask.SOURCE) is True

    def value(self, ask: Ask) -> object:
        """What stands behind the word chosen from a list."""
        editor = self._editors.get(ask)
        return editor.currentData() if isinstance(editor, QComboBox) else None

    def number(self, ask: Ask) -> int | None:
        """An id chosen from a list."""
        value = self.value(ask)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def select(self, ask: Ask, value: object) -> None:
        """Choose the word that stands for a value."""
        editor = self._editors.get(ask)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))

    def text(self, ask: Ask) -> str:
        """What is typed into a line or a list."""
        editor = self._editors.get(ask)
        if isinstance(editor, QComboBox):
            return editor.currentText().strip()
        return editor.text().strip() if isinstance(editor, QLineEdit) else ""

    def type(self, ask: Ask, text: str) -> None:
        """Write into a line."""
        editor = self._editors[ask]
        if isinstance(editor, QLineEdit):
            editor.setText(text)

    def day(self, ask: Ask) -> date | None:
        """A day; raises NotADate."""
        editor = self._editors.get(ask)
        return editor.day() if isinstance(editor, LenientDateEdit) else None

    def pick(self, ask: Ask) -> Pick | None:
        """A household or resident that was found."""
        editor = self._editors.get(ask)
        return editor.pick() if isinstance(editor, PickEdit) else None

    def needed(self, ask: Ask) -> bool:
        """Whether the form cannot be saved with this left open."""
        if ask is Ask.NAME and Ask.SOURCE in self._act.asks:
            return False
        if ask is Ask.RELATION and self._act.kind is ActKind.PERSON_EDITED:
            return False
        return ask in _NEEDED or (ask is Ask.REASON and self._act.reasoned)

    def check_of(self, ask: Ask) -> Callable[[], object] | None:
        """What raises a PassbookError when a field holds what cannot be."""
        editor = self._editors[ask]
        if isinstance(editor, LenientDateEdit):
            return editor.day
        if ask is Ask.TO and isinstance(editor, PickEdit):
            return editor.checked
        if ask is Ask.NAME and Ask.SOURCE in self._act.asks:
            return self._check_name
        checks: Mapping[Ask, Callable[[], object]] = {
            Ask.COMER: self._check_comer,
            Ask.ID_NUMBER: lambda: id_number_said(self.text(Ask.ID_NUMBER)),
            Ask.PHONE: lambda: phone_said(self.text(Ask.PHONE)),
        }
        return checks.get(ask)

    def draft(self, uid: str) -> LifeDraft:
        """What the form says; raises what its checks raise."""
        on = self.day(Ask.ON) or self._clock.today()
        card = self._facts.card
        comer, to = self.pick(Ask.COMER), self.pick(Ask.TO)
        return LifeDraft(
            kind=self._act.kind,
            uid=uid,
            on=on,
            reason=self.text(Ask.REASON),
            household_id=0 if card is None else card.household.id,
            person_id=self.number(Ask.PERSON),
            comer_id=comer.id if comer is not None and self.is_known() else None,
            new_person=self._person(on),
            relation_code=self._relation(),
            residence=str(self.value(Ask.RESIDENCE) or ""),
            new_head_id=self.number(Ask.NEW_HEAD),
            relations=self._relations(),
            to_id=to.id if to is not None else 0,
            place_id=self.number(Ask.PLACE) or 0,
            code=self.text(Ask.CODE),
            house_number=self.text(Ask.HOUSE),
            address=self.text(Ask.ADDRESS),
            remark=self.text(Ask.REMARK),
            tag=self.text(Ask.TAG),
            tag_on=self.value(Ask.TAG_ON) is not False,
            way=PartyWay(str(self.value(Ask.WAY) or PartyWay.JOINED)),
            party=self._party(),
            standing=Standing(str(self.value(Ask.STANDING) or "")),
            scored=self.value(Ask.SCORED) is not False,
            account_id=self.number(Ask.ACCOUNT) or 0,
        )

    def _person(self, on: date) -> NewPerson | None:
        if Ask.NAME not in self._editors:
            return None
        number, phone = id_number_said(self.text(Ask.ID_NUMBER)), phone_said(self.text(Ask.PHONE))
        edits = self._act.kind is ActKind.PERSON_EDITED
        return NewPerson(
            self.text(Ask.NAME),
            sex=str(self.value(Ask.SEX) or ""),
            born_on=on if self._act.kind is ActKind.BIRTH else self.day(Ask.BORN),
            id_number=number if edits else known_number(number),
            phone=phone if edits else known_number(phone),
            ethnic_group=self.text(Ask.ETHNIC),
            education=self.text(Ask.EDUCATION),
            remark=self.text(Ask.REMARK),
        )

    def _party(self) -> PartyKind | None:
        if Ask.PARTY not in self._editors or self.value(Ask.WAY) in ENDING_WAYS:
            return None
        return PartyKind(str(self.value(Ask.PARTY)))

    def _relation(self) -> str:
        box = self._editors.get(Ask.RELATION)
        if not isinstance(box, RelationCombo):
            return ""
        person = self.chosen()
        edits_head = self._act.kind is ActKind.PERSON_EDITED and person is not None and person.is_head
        return "" if edits_head else box.code()

    def _relations(self) -> dict[int, str]:
        box = self._editors.get(Ask.RELATIONS)
        return box.answers() if isinstance(box, RelationsBox) else {}

    def _check_comer(self) -> None:
        comer = self._editors[Ask.COMER]
        if isinstance(comer, PickEdit) and self.is_known():
            comer.checked()

    def _check_name(self) -> None:
        if not self.is_known() and not self.text(Ask.NAME):
            raise NameMissing(field=Ask.NAME)
