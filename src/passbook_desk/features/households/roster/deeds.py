"""What the clerk takes from a roster against what was recorded: each an act of today, told in the story."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from passbook_desk.db.store import Tx
from passbook_desk.features.households.life.commands import (
    change_head,
    household_returns,
    move_person,
    return_person,
)
from passbook_desk.features.households.life.facts import (
    edit_household,
    edit_person,
    set_party,
    set_residence,
    set_tag,
)
from passbook_desk.features.households.life.values import (
    Act,
    ChangeHead,
    EditHousehold,
    EditPerson,
    HouseholdAction,
    MovePerson,
    PartyWay,
    PersonArrives,
    SetParty,
    SetResidence,
    SetTag,
)
from passbook_desk.features.households.roster.values import RosterPerson
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.kernel.ids import new_uid

_REASON: Final = "按花名册更正"
"""The reason that the story keeps; data of the village, as if the clerk had written it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a row of the roster says that is to be recorded. `home` is the household's id, 0 for none.

    `came_from` is where the person is now, None for nowhere; `text` the new value, `tags` those held now.
    """

    field: str
    said: RosterPerson
    person: int | None
    home: int
    text: str = ""
    came_from: int | None = None
    tags: frozenset[str] = frozenset()

    @property
    def order(self) -> int:
        """Households return before people come into them, and who becomes head has come."""
        return _ORDER.get(self.field, len(_ORDER))


_ORDER: Final[Mapping[str, int]] = MappingProxyType({"absence": 0, "household": 1, "head": 2})


def deed_for(
    field: str,
    said: RosterPerson,
    person: int | None,
    home: int,
    text: str = "",
    known_home: int | None = None,
    tags: frozenset[str] = frozenset(),
) -> Deed:
    """What is to be recorded of a field of a row."""
    return Deed(field, said, person, home, text, known_home, tags)


def record_deeds_of_roster(tx: Tx, deeds: tuple[Deed, ...], key: LookupKey) -> None:
    """Record each as an act of today; raises what the acts raise."""
    for deed in deeds:
        _RECORDED.get(deed.field, _edit)(tx, deed, key)


def _act(tx: Tx) -> Act:
    return Act(new_uid(), tx.today, _REASON)


def _return_household(tx: Tx, deed: Deed, _key: LookupKey) -> None:
    household_returns(tx, HouseholdAction(_act(tx), deed.home))


def _come(tx: Tx, deed: Deed, key: LookupKey) -> None:
    said, person = deed.said, deed.person or 0
    code, word = said.relation_code, said.relation_word
    if deed.came_from is None:
        return_person(tx, PersonArrives(_act(tx), deed.home, code, word, person_id=person), key)
    else:
        move_person(tx, MovePerson(_act(tx), person, deed.home, code, word))


def _head(tx: Tx, deed: Deed, _key: LookupKey) -> None:
    change_head(tx, ChangeHead(_act(tx), deed.home, deed.person or 0))


def _party(tx: Tx, deed: Deed, _key: LookupKey) -> None:
    kind = deed.said.party
    way = PartyWay.ENDED if kind is None else PartyWay.JOINED
    set_party(tx, SetParty(_act(tx), deed.person or 0, kind, way))


def _residence(tx: Tx, deed: Deed, _key: LookupKey) -> None:
    set_residence(tx, SetResidence(_act(tx), deed.person or 0, deed.said.residence))


def _tags(tx: Tx, deed: Deed, _key: LookupKey) -> None:
    wanted = frozenset(deed.said.tags or ())
    for tag in sorted(deed.tags ^ wanted):
        set_tag(tx, SetTag(_act(tx), deed.person or 0, tag, tag in wanted))


def _edit(tx: Tx, deed: Deed, key: LookupKey) -> None:
    said, act = deed.said, _act(tx)
    if deed.person is None:
        values = {deed.field: deed.text}
        edit_household(tx, EditHousehold(act, deed.home, values.get("house_number"), values.get("address")))
        return
    edits: Mapping[str, EditPerson] = {
        "name": EditPerson(act, deed.person, name=said.name),
        "sex": EditPerson(act, deed.person, sex=said.sex),
        "birth": EditPerson(act, deed.person, born_on=said.born_on),
        "id": EditPerson(act, deed.person, id_number=said.id_number),
        "phone": EditPerson(act, deed.person, phone=said.phone),
        "ethnic": EditPerson(act, deed.person, ethnic_group=said.ethnic_group),
        "education": EditPerson(act, deed.person, education=said.education),
        "remark": EditPerson(act, deed.person, remark=said.remark),
        "relation": EditPerson(
            act, deed.person, relation_code=said.relation_code, relation_word=said.relation_word
        ),
    }
    edit_person(tx, edits[deed.field], key)


_RECORDED: Final[Mapping[str, Callable[[Tx, Deed, LookupKey], None]]] = MappingProxyType(
    {
        "absence": _return_household,
        "household": _come,
        "head": _head,
        "party": _party,
        "residence": _residence,
        "tags": _tags,
    }
)
