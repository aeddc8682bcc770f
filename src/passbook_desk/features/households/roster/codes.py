"""Codes for households whose roster has none: grid + the next number that was never used (DECISIONS 14g)."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.households.roster.values import RosterHousehold
from passbook_desk.features.households.rules import is_household_code
from passbook_desk.features.village.commands import next_number
from passbook_desk.features.village.model import NumberSeries

_SERIES = "household:"
_GRID_DIGITS = 2


def free_numbers(scope: Scope, codes: Iterable[str]) -> dict[str, int]:
    """The next household number of each grid that was never used, by short grid code; 1 for other grids."""
    rows = scope.session.execute(
        select(NumberSeries.series, NumberSeries.next_number).where(
            NumberSeries.village_id == scope.village_id,
            NumberSeries.series.startswith(_SERIES, autoescape=True),
        )
    )
    free = defaultdict(lambda: 1, {series.removeprefix(_SERIES): number for series, number in rows})
    for code in codes:
        if is_household_code(code):
            grid = code[:_GRID_DIGITS]
            free[grid] = max(free[grid], int(code[_GRID_DIGITS:]) + 1)
    return dict(free)


def use_numbers(tx: Tx, codes: Iterable[str]) -> None:
    """Note that these household codes are used, so that none is ever given again, not even after an undo."""
    for grid, free in free_numbers(tx, codes).items():
        series = f"{_SERIES}{grid}"
        first = next_number(tx, series, 0)
        if first < free:
            next_number(tx, series, free - first)


class CodeGiver:
    """Gives codes to new households in the order of the sheets."""

    def __init__(
        self, free: dict[str, int], used: Collection[str], households: Iterable[RosterHousehold]
    ) -> None:
        """`free` are the next numbers by grid, `used` the codes of the file."""
        self._used = set(used)
        self._free = dict(free)
        for household in households:
            if is_household_code(household.code):
                grid, number = household.code[:_GRID_DIGITS], int(household.code[_GRID_DIGITS:])
                self._free[grid] = max(self._free.get(grid, 1), number + 1)

    def given(self, household: RosterHousehold) -> str:
        """The roster's own code while no other household has it, else the next of the grid."""
        code = household.code
        if not code or code in self._used:
            number = self._free.get(household.grid_code, 1)
            self._free[household.grid_code] = number + 1
            code = f"{household.grid_code}{number:03d}"
        self._used.add(code)
        return code
