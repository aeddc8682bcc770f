"""A family tree that knows the truth: what one person is to another, by parents and marriages alone."""

from dataclasses import dataclass, field
from datetime import date

MAN, WOMAN = "男", "女"
FAR = "97"
"""Beyond what the tree tells; any far relation of the file is let pass then."""

NEAR = frozenset(
    {
        "10", "11", "12", "20", "28", "30", "38", "41", "42", "43", "44", "51", "52", "53", "54", "55", "56",
        "61", "62", "63", "64", "71", "72", "73", "74", "75", "76", "77", "78", "93", "94", "95", "96",
    }
)  # fmt: skip
"""Codes that the tree knows; a file that says one of them must be right."""
WIDER = {"10": ("11", "12"), "50": ("51", "52"), "70": ("71", "73", "75", "77")}
"""Codes that leave the sex or the order open."""
TWIN, TWINS_SPOUSE = "twin", "twin's spouse"
OF_A_DAY = {TWIN: ("70", "71", "73", "75", "77"), TWINS_SPOUSE: ("72", "74", "76", "78")}
"""Of two born on one day the dates do not tell who is the elder."""


@dataclass(slots=True)
class Human:
    """Somebody of the village: parents and spouse by id, and where he lived since when."""

    id: int
    name: str
    sex: str
    born: date
    parents: tuple[int, ...] = ()
    spouse: int | None = None
    alive: bool = True
    homes: list[tuple[date, int | None]] = field(default_factory=list)

    def home(self, on: date) -> int | None:
        """The household on a day."""
        found = None
        for since, household in self.homes:
            if since <= on:
                found = household
        return found


@dataclass(slots=True)
class Tree:
    """Everybody, by id."""

    people: dict[int, Human] = field(default_factory=dict)

    def code(self, one: int, head: int) -> str:
        """What somebody is to a head."""
        me, other = self.people[one], self.people[head]
        by_sex = self._straight(me, other) or self._by_marriage(me, other) or self._aside(me, other)
        return by_sex if by_sex else FAR

    def _straight(self, me: Human, head: Human) -> str:
        if me.spouse == head.id:
            return _by(me, "11", "12")
        if head.id in me.parents:
            return _by(me, "20", "30")
        if me.id in head.parents:
            return _by(me, "51", "52")
        for parent in (self.people[key] for key in me.parents):
            if head.id in parent.parents:
                return _by(me, "41", "42") if parent.sex == MAN else _by(me, "43", "44")
        for parent in (self.people[key] for key in head.parents):
            if me.id in parent.parents:
                return _by(me, "61", "62") if parent.sex == MAN else _by(me, "63", "64")
        return ""

    def _by_marriage(self, me: Human, head: Human) -> str:
        if me.spouse is not None and head.id in self.people[me.spouse].parents:
            return _by(me, "28", "38")
        if head.spouse is not None and me.id in self.people[head.spouse].parents:
            return _by(me, "55", "56") if head.sex == MAN else _by(me, "53", "54")
        return ""

    def _aside(self, me: Human, head: Human) -> str:
        if self._siblings(me, head):
            if me.born == head.born:
                return TWIN
            return _by(me, "71", "75") if me.born < head.born else _by(me, "73", "77")
        if me.spouse is not None and self._siblings(self.people[me.spouse], head):
            if self.people[me.spouse].born == head.born:
                return TWINS_SPOUSE
            elder = self.people[me.spouse].born < head.born
            return _by(me, "76", "72") if elder else _by(me, "78", "74")
        for parent in (self.people[key] for key in me.parents):
            if self._siblings(parent, head):
                return _by(me, "93", "94") if parent.sex == MAN else _by(me, "95", "96")
        return ""

    def _siblings(self, one: Human, other: Human) -> bool:
        return one.id != other.id and bool(set(one.parents) & set(other.parents))

    def told(self, one: int, head: int) -> str:
        """The code that a clerk gives, who has been told which of two of one day is the elder."""
        truth, me = self.code(one, head), self.people[one]
        if truth == TWIN:
            return _by(me, "73", "77")
        return _by(me, "78", "74") if truth == TWINS_SPOUSE else truth

    def kin(self, one: int, other: int) -> bool:
        """Whether two must not marry."""
        return self.code(one, other) != FAR or bool(self._above(one) & self._above(other))

    def _above(self, one: int) -> set[int]:
        found, waiting = {one}, list(self.people[one].parents)
        while waiting:
            parent = waiting.pop()
            found.add(parent)
            waiting += self.people[parent].parents
        return found


def _by(one: Human, man: str, woman: str) -> str:
    return man if one.sex == MAN else woman


def fits(code: str, truth: str) -> bool:
    """Whether the file's code may stand for the truth: exactly, by a code of wider sense, or both far."""
    if truth in OF_A_DAY:
        return code in OF_A_DAY[truth]
    return code == truth or truth in WIDER.get(code, ()) or (truth == FAR and code not in NEAR)
