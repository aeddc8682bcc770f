"""A roster beside what acts recorded: whatever was recorded stands, and is said.

Nobody who died comes back or heads a household; who left, moved, was split off or merged stays where the acts
put him; what was set by hand stays as it was set. The row, or the field, stays out and becomes a finding. The
clerk may take the roster's word instead; then an act of today records it, so that no history is overwritten.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from passbook_desk.features.households.life.values import ActKind
from passbook_desk.features.households.model import Household, Person
from passbook_desk.features.households.relations import HEAD
from passbook_desk.features.households.roster.deeds import Deed, deed_for
from passbook_desk.features.households.roster.differences import household_differences, person_differences
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.households.roster.known import Known
from passbook_desk.features.households.roster.lived import TAGS, Told
from passbook_desk.features.households.roster.matching import Matched, MatchedHousehold, MatchedPerson
from passbook_desk.features.households.roster.values import Roster, RosterHousehold, RosterPerson, RowPlace
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import RosterChange
from passbook_desk.features.intake.values import Finding, Severity

Accepted = frozenset[tuple[str, int, str]]

HOUSEHOLD: Final = "household"
ABSENCE: Final = "absence"
_GONE: Final[Mapping[ActKind, str]] = {
    ActKind.DEATH: "lived_died",
    ActKind.MARRIED_OUT: "lived_married_out",
    ActKind.PERSON_DEREGISTERED: "lived_struck_off",
}
_ELSEWHERE: Final[Mapping[ActKind, str]] = {ActKind.SPLIT: "lived_split", ActKind.MERGED: "lived_merged"}
_AWAY: Final[Mapping[ActKind, str]] = {
    ActKind.HOUSEHOLD_LEFT: "lived_household_away",
    ActKind.MERGED: "lived_household_merged",
    ActKind.DEREGISTERED: "lived_household_ended",
}
_SET: Final[Mapping[str, str]] = {
    "party": "lived_party",
    "residence": "lived_residence",
    TAGS: "lived_tags",
}
_TITLES: Final[Mapping[str, str]] = {spec.key: spec.title for spec in ROSTER_FIELDS}


def respect_life(
    known: Known, roster: Roster, matched: Matched, key: LookupKey, accepted: Accepted
) -> tuple[Matched, tuple[Deed, ...]]:
    """Take out of a matched roster what acts recorded otherwise; and the acts that accepted rows ask for."""
    lived = known.lived
    if not (lived.left or lived.came or lived.heads or lived.people or lived.homes or lived.absent):
        return matched, ()
    return _Respect(known, roster, key, accepted).result(matched)


class _Respect:
    def __init__(self, known: Known, roster: Roster, key: LookupKey, accepted: Accepted) -> None:
        self._known, self._roster, self._key, self._accepted = known, roster, key, accepted
        self._findings: list[Finding] = []
        self._kept: set[tuple[str, int, str]] = set()
        self._returns: list[RosterChange] = []
        self._deeds: list[Deed] = []
        self._away: set[RowPlace] = set()

    def result(self, matched: Matched) -> tuple[Matched, tuple[Deed, ...]]:
        going: list[MatchedHousehold] = []
        held: list[RosterHousehold] = list(matched.held)
        for household in matched.households:
            stays = self._household(household)
            if stays is None:
                held.append(household.household)
            else:
                going.append(stays)
        respected = replace(
            matched,
            households=tuple(going),
            held=tuple(held),
            findings=(*filter(self._still_says, matched.findings), *self._findings),
            kept=frozenset(self._kept),
            returns=tuple(self._returns),
        )
        return respected, tuple(sorted(self._deeds, key=lambda deed: deed.order))

    def _still_says(self, finding: Finding) -> bool:
        """How many people a household has that is not in the village is no question."""
        return finding.kind != "population_differs" or (finding.sheet, finding.row) not in self._away

    def _household(self, matched: MatchedHousehold) -> MatchedHousehold | None:
        if matched.row is not None and not self._is_here(matched):
            return None
        people = tuple(person for person in matched.people if self._stays(matched, person))
        said = matched.household
        head_stays = any(person.person.is_head for person in people)
        headless = matched.row is None or matched.row.id not in self._known.heads
        if people and not head_stays and headless:
            params = {"code": said.code}
            self._find(said.head, "head_left_out", params, "head", Severity.MUST_FIX)
            return None
        if not people:
            return None
        if matched.row is not None and (not head_stays or self._keeps_head(matched, people)):
            people = tuple(self._related_to_nobody(matched, person) for person in people)
        rest = replace(said, people=tuple(person.person for person in people))
        stays = MatchedHousehold(rest, matched.row, people)
        self._keep_facts(stays)
        return stays

    def _is_here(self, matched: MatchedHousehold) -> bool:
        """Whether the household is in the village; else its rows stay out."""
        home = matched.row
        told = None if home is None else self._known.lived.absent.get(home.id)
        if home is None or told is None:
            return True
        said = matched.household
        may_return = told.kind is ActKind.HOUSEHOLD_LEFT
        if may_return and self._takes(said.head, ABSENCE):
            self._deeds.append(deed_for(ABSENCE, said.head, None, home.id))
            self._returns.append(
                RosterChange(said.head.sheet, said.head.row, home.code, "", ABSENCE, told.on.isoformat(), "")
            )
            return True
        params = {
            "code": home.code,
            "day": told.on.isoformat(),
            "to": told.to,
            "count": str(len(said.people)),
        }
        self._away.add(said.head.place)
        self._find(said.head, _AWAY[told.kind], params, HOUSEHOLD, accept=ABSENCE if may_return else "")
        return False

    def _stays(self, matched: MatchedHousehold, person: MatchedPerson) -> bool:
        """Whether somebody is where the roster has him, or may be; else his row stays out."""
        row, said = person.row, person.person
        home = matched.row
        if row is None:
            return True
        here = self._known.home_of(row)
        if row.died_on is None and home is not None and here == home.id:
            return True
        told = self._how_he_left(row, None if home is None else home.id, here)
        if told is None and row.died_on is None:
            return True
        params = {"code": matched.household.code}
        by_name = said.id_number is None or said.id_number.value != row.id_number
        if by_name:
            params["by_name"] = "1"
        if row.died_on is not None or told is None:
            params["day"] = row.died_on.isoformat() if row.died_on else ""
            self._find(said, "lived_died", params, "name")
            return False
        possible = home is not None and home.id not in self._known.lived.absent and self._may_leave(row, here)
        if possible and home is not None and self._takes(said, HOUSEHOLD):
            self._deeds.append(deed_for(HOUSEHOLD, said, row.id, home.id, known_home=here))
            return True
        params["day"] = told.on.isoformat()
        kind = _GONE.get(told.kind, "lived_left")
        if here is not None:
            kind = _ELSEWHERE.get(told.kind, "lived_moved")
            params["home"] = self._known.houses[here].code
        self._find(said, kind, params, HOUSEHOLD, accept=HOUSEHOLD if possible else "")
        return False

    def _how_he_left(self, row: Person, home: int | None, here: int | None) -> Told | None:
        lived = self._known.lived
        left = lived.left.get((row.id, home)) if home is not None else None
        if here is not None:
            return lived.came.get((row.id, here)) or left
        if left is not None:
            return left
        ways = [lived.left[row.id, one] for one in lived.homes_left.get(row.id, ())]
        return max(ways, key=lambda told: told.on, default=None)

    def _may_leave(self, row: Person, here: int | None) -> bool:
        """A head whom others would be left behind by needs a successor, whom the clerk has to name."""
        if here is None:
            return True
        head = self._known.heads.get(here)
        return head is None or head.person_id != row.id or len(self._known.members[here]) == 1

    def _keeps_head(self, matched: MatchedHousehold, people: tuple[MatchedPerson, ...]) -> bool:
        """Whether the file's head stays against the roster's, because an act made it so."""
        home = matched.row
        assert home is not None
        headship, told = self._known.heads.get(home.id), self._known.lived.heads.get(home.id)
        head = next(person for person in people if person.person.is_head)
        if headship is None or told is None or (head.row and head.row.id == headship.person_id):
            return False
        said = head.person
        possible = head.row is not None and (
            self._known.home_of(head.row) == home.id or self._takes(said, HOUSEHOLD)
        )
        if possible and head.row is not None and self._takes(said, "head"):
            self._deeds.append(deed_for("head", said, head.row.id, home.id))
            return False
        params = {
            "code": home.code,
            "day": told.on.isoformat(),
            "head": self._known.people[headship.person_id].name,
        }
        self._find(said, "lived_head", params, "head", accept="head" if possible else "")
        self._kept.add((said.sheet, said.row, "head"))
        return True

    def _related_to_nobody(self, matched: MatchedHousehold, person: MatchedPerson) -> MatchedPerson:
        """What the roster says of relations is to another head than the household has.

        Who is there already keeps his relation; of who comes, the relation is to be written by the clerk.
        """
        said, row = person.person, person.row
        assert matched.row is not None
        if row is not None and self._known.home_of(row) == matched.row.id:
            self._kept |= {(said.sheet, said.row, "relation"), (said.sheet, said.row, "head")}
            return MatchedPerson(replace(said, is_head=False), row)
        headship = self._known.heads[matched.row.id]
        params = {
            "code": matched.row.code,
            "text": said.relation_word,
            "head": self._known.people[headship.person_id].name,
        }
        self._find(said, "lived_relation", params, "relation")
        word = "" if said.relation_code == HEAD else said.relation_word
        return MatchedPerson(replace(said, is_head=False, relation_code="", relation_word=word), row)

    def _keep_facts(self, matched: MatchedHousehold) -> None:
        """Facts that were set by hand stay as they were set."""
        lived = self._known.lived
        if matched.row is not None and matched.row.id in lived.homes:
            facts = lived.homes[matched.row.id]
            for difference in household_differences(self._known, matched):
                told = facts.get(difference.change.field)
                if told is not None and self._puts_back(difference.change, matched.row):
                    self._keep(matched.household.head, difference.change, told, None, matched.row.id)
        for person in matched.people:
            row = person.row
            if row is None or (row.id not in lived.people and row.id not in lived.tags):
                continue
            for difference in person_differences(self._known, matched.household, person, self._key):
                told = lived.people[row.id].get(difference.change.field)
                if told is not None and self._touches(difference.change, row, person.person):
                    self._keep(person.person, difference.change, told, row.id, None)

    def _puts_back(self, change: RosterChange, home: Household) -> bool:
        """Of grids, only those the household was in before an act put it elsewhere."""
        if change.field != "grid_code":
            return True
        earlier = self._known.lived.grids[home.id][:-1]
        place = self._known.grids.get(change.new)
        return change.new == home.code[:2] or (place is not None and place.name in earlier)

    def _touches(self, change: RosterChange, row: Person, said: RosterPerson) -> bool:
        """Of tags, only those count that acts gave or took."""
        if change.field != TAGS:
            return True
        held = {tag.tag for tag in self._known.tags.get(row.id, ())}
        return bool((held ^ set(said.tags or ())) & self._known.lived.tags[row.id])

    def _keep(
        self, said: RosterPerson, change: RosterChange, told: Told, person: int | None, home: int | None
    ) -> None:
        spot = (said.sheet, said.row, change.field)
        if spot in self._kept:
            return
        possible = change.field != "grid_code"
        self._kept.add(spot)
        if possible and self._takes(said, change.field):
            held = self._known.tags.get(person or 0, ())
            tags = frozenset(tag.tag for tag in held)
            self._deeds.append(deed_for(change.field, said, person, home or 0, change.new, tags=tags))
            self._returns.append(change)
            return
        kind = _SET.get(change.field) or ("lived_edited" if change.old else "lived_cleared")
        params = {"code": change.household_code, "day": told.on.isoformat()}
        if kind not in _SET.values():
            params |= {"field": _TITLES.get(change.field, change.field)}
        if change.field != TAGS:
            params |= {"old": change.old, "new": change.new}
        self._find(said, kind, params, change.field, accept=change.field if possible else "")

    def _takes(self, said: RosterPerson, field_key: str) -> bool:
        return (said.sheet, said.row, field_key) in self._accepted

    def _find(
        self,
        person: RosterPerson,
        kind: str,
        params: Mapping[str, str],
        key: str,
        severity: Severity = Severity.CHECK,
        accept: str = "",
    ) -> None:
        known = self._roster.letters
        letters = known.get((person.sheet, person.row, key), known.get((person.sheet, 0, key), ""))
        named = {"name": person.name, **params, **({"accept": accept} if accept else {})}
        self._findings.append(Finding(person.sheet, person.row, letters, severity, kind, named))
