"""Which rows of a sheet are one household, by the habit of its layout (domain §7; pure rules).

A sheet tells its households by a code or key, by the head's cell merged down, by the head's name on the first
row or on each, by 户主 or 本人 among the relations with blank rows between, or by one row per household.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from passbook_desk.features.households.roster.cells import check, must_fix
from passbook_desk.features.households.roster.entries import Entry, Reading
from passbook_desk.features.households.roster.places import looks_like_code, read_code
from passbook_desk.features.intake.table import FoundTable

_MARKS: Final = frozenset({"是", "否", "√", "✓", "1", "0", "户主", "×"})
_CODE_DIGITS: Final = 4
_SEPARATED: Final = 0.6
"""Blank rows stand between households when at least so many of them are told apart that way."""


@dataclass(slots=True, eq=False)
class Group:
    """The rows of a household. `code` is its short code where the sheet states one."""

    code: str = ""
    grid_code: str = ""
    entries: list[Entry] = field(default_factory=list)

    @property
    def first(self) -> Entry:
        """The household's first row."""
        return self.entries[0]

    @property
    def head_name(self) -> str:
        """The head as written, else whoever is called so."""
        written = next((entry.head_name for entry in self.entries if entry.head_name), "")
        return written or next((entry.name for entry in self.entries if entry.is_called_head), "")

    @property
    def house_number(self) -> str:
        """The first house number that its rows state."""
        return next((entry.house_number for entry in self.entries if entry.house_number), "")

    @property
    def address(self) -> str:
        """The first address that its rows state."""
        return next((entry.address for entry in self.entries if entry.address), "")

    @property
    def label(self) -> str:
        """What to call the household to a clerk: its code, else where it lives, else whose it is."""
        whose = self.head_name or self.first.name
        where = f"（{self.house_number}号）" if self.house_number else ""
        return self.code or self.address or f"{whose}{where}"

    def is_at(self, entry: Entry) -> bool:
        """Whether a row may be of this house: it states none, or this one."""
        return not entry.house_number or not self.house_number or entry.house_number == self.house_number


def group_rows(
    reading: Reading, table: FoundTable, entries: Sequence[Entry], only_heads: bool
) -> list[Group]:
    """The households of a sheet, in its order."""
    if not entries:
        return []
    if only_heads:
        return [Group(entries=[entry]) for entry in entries]
    if _has_codes(reading, entries):
        return _by_code(reading, entries)
    if _is_key(entries):
        return _by_key(reading, entries)
    heads = {entry.head_name for entry in entries if entry.head_name}
    if heads and not heads <= _MARKS:
        return _ByHead(reading, table, entries).groups
    if any(entry.row.part for entry in entries):
        return _by_row(entries)
    return _by_relation(table, entries, heads)


def _has_codes(reading: Reading, entries: Sequence[Entry]) -> bool:
    """Whether the households' column holds codes: in running numbers 1001 … are few beside 1, 2, 3 …"""
    keyed = [entry for entry in entries if entry.key]
    codes = sum(looks_like_code(entry.table.cell(entry.row, "household"), reading.area) for entry in keyed)
    running = sum(entry.key.isdecimal() and len(entry.key) < _CODE_DIGITS for entry in keyed)
    return codes > 0 and codes * 2 > running


def _by_row(entries: Iterable[Entry]) -> list[Group]:
    """A row holds a whole household, its people side by side."""
    groups: dict[int, Group] = {}
    for entry in entries:
        groups.setdefault(entry.number, Group()).entries.append(entry)
    return list(groups.values())


def _by_code(reading: Reading, entries: Sequence[Entry]) -> list[Group]:
    """By the household's code; where only first rows state it, rows below belong to them."""
    first_rows_only = all(entry.may_be_head for entry in entries if entry.key) and any(
        not entry.key for entry in entries
    )
    groups: dict[str, Group] = {}
    current: Group | None = None
    for entry in entries:
        if not entry.key and first_rows_only and current is not None and not entry.is_called_head:
            current.entries.append(entry)
            continue
        said = read_code(entry.table.cell(entry.row, "household"), reading.area)
        for note in said.notes:
            reading.note_place(entry, "household", note)
        current = None
        if said.code:
            entry.code = said.code
            current = groups.setdefault(said.code, Group(said.code))
            current.entries.append(entry)
    return list(groups.values())


def _is_key(entries: Sequence[Entry]) -> bool:
    """Whether the household's column tells households apart: a key of each row, or of first rows only."""
    keyed = [entry for entry in entries if entry.key]
    if not keyed:
        return False
    distinct = len({entry.key for entry in keyed})
    members = sum(not entry.may_be_head for entry in entries)
    members_with_own = len({entry.key for entry in keyed if not entry.may_be_head})
    return distinct < len(entries) or not members or members_with_own == 0


def _by_key(reading: Reading, entries: Sequence[Entry]) -> list[Group]:
    groups: dict[str, Group] = {}
    found: list[Group] = []
    current: Group | None = None
    for entry in entries:
        if not entry.key and current is not None:
            current.entries.append(entry)
            continue
        earlier = groups.get(entry.key) if entry.key else None
        if earlier is not None and earlier is not current and _counts_anew(earlier, entry):
            earlier = None
        if earlier is not None and earlier is not current:
            _note_appended(reading, earlier, entry, "household")
        current = earlier or Group()
        if earlier is None:
            found.append(current)
            if entry.key:
                groups[entry.key] = current
        current.entries.append(entry)
    return found


def _counts_anew(earlier: Group, entry: Entry) -> bool:
    """Numbers of households begin at 1 again, as in each group: another head has an earlier one's number."""
    heads = [other for other in earlier.entries if other.is_called_head]
    return entry.is_called_head and bool(heads) and not any(map(entry.same_person, heads))


def _note_appended(reading: Reading, group: Group, entry: Entry, key: str) -> None:
    reading.about(entry, key, check("appended_member", head=group.head_name, at=str(group.first.number)))


class _ByHead:
    """Households by the column of their heads, whether merged, on first rows or repeated."""

    def __init__(self, reading: Reading, table: FoundTable, entries: Sequence[Entry]) -> None:
        self._reading, self._table = reading, table
        self.groups: list[Group] = []
        self._current: Group | None = None
        self._by_head: dict[str, list[Group]] = {}
        for entry in entries:
            self._place(entry)

    def _place(self, entry: Entry) -> None:
        if self._current is not None and self._continues(self._current, entry):
            self._add(self._current, entry)
            return
        earlier = self._earlier(entry)
        if len(earlier) == 1:
            _note_appended(self._reading, earlier[0], entry, "head")
            self._add(earlier[0], entry)
        elif len(earlier) > 1:
            note = must_fix("household_unclear", head=entry.head_name, count=str(len(earlier)))
            self._reading.about(entry, "head", note)
        else:
            self.groups.append(Group())
            self._add(self.groups[-1], entry)

    def _add(self, group: Group, entry: Entry) -> None:
        self._current = group
        group.entries.append(entry)
        if entry.head_name and group not in self._by_head.setdefault(entry.head_name, []):
            self._by_head[entry.head_name].append(group)

    def _continues(self, current: Group, entry: Entry) -> bool:
        if entry.row.part:
            return True
        start = self._table.block_start(entry.row, "head")
        if start is not None and start != entry.number:
            return any(other.number >= start for other in current.entries)
        written = entry.head_name
        if written:
            return written == current.head_name and current.is_at(entry) and not _begins(current, entry)
        if start is not None:
            return False
        elsewhere = bool(entry.house_number) and entry.house_number != current.house_number
        return not (elsewhere and entry.may_be_head)

    def _earlier(self, entry: Entry) -> list[Group]:
        """Households above that a row of an earlier head belongs to."""
        if not entry.head_name or (entry.name == entry.head_name and entry.may_be_head):
            return []
        start = self._table.block_start(entry.row, "head")
        if start is not None:
            return []
        return [group for group in self._by_head.get(entry.head_name, ()) if group.is_at(entry)]


def _begins(current: Group, entry: Entry) -> bool:
    """A second head of the same name begins another household, unless the row is written twice."""
    own = entry.name == entry.head_name and entry.may_be_head
    heads = [other for other in current.entries if other.name == other.head_name and other.may_be_head]
    return own and bool(heads) and not any(entry.same_person(other) for other in heads)


def _by_relation(table: FoundTable, entries: Sequence[Entry], marks: set[str]) -> list[Group]:
    """户主 or 本人 begins a household; where blank rows stand between households, these do."""
    called = [entry.is_called_head or (entry.head_name in _YES and bool(marks)) for entry in entries]
    gaps = [False, *(b.number - a.number > 1 for a, b in pairwise(entries))]
    separated = sum(called) > 1 and sum(
        gap and head for gap, head in zip(gaps, called, strict=True)
    ) >= _SEPARATED * (sum(called) - 1)
    groups: list[Group] = []
    for entry, head, gap in zip(entries, called, gaps, strict=True):
        current = groups[-1] if groups else None
        states_house = bool(entry.house_number or entry.address)
        if current is None:
            begins = True
        elif separated:
            begins = gap and (head or states_house or not _has_house_column(table))
            begins = begins or (head and states_house and not current.is_at(entry))
        else:
            begins = head and not any(
                other.is_called_head and entry.same_person(other) for other in current.entries
            )
        if begins:
            groups.append(Group())
        groups[-1].entries.append(entry)
    return groups


_YES: Final = frozenset({"是", "√", "✓", "1", "户主"})


def _has_house_column(table: FoundTable) -> bool:
    return "address" in table.columns or "house_number" in table.columns
