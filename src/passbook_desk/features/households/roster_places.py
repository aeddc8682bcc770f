"""Where a row of the roster belongs: its grid and its household code (pure rules)."""

from dataclasses import dataclass
from typing import Final

from passbook_desk.features.households.cells import Note, auto, check, must_fix, plain, read_text
from passbook_desk.features.households.rules import AREA_DIGITS, grid_code_of, is_household_code
from passbook_desk.features.intake.reading import CellKind
from passbook_desk.features.intake.table import FoundTable, TableRow
from passbook_desk.kernel.search import fold

_FULL_GRID_DIGITS: Final = 15
_DIGITS: Final = "零一二三四五六七八九"
_TEN: Final = 10


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """Grid and household code of a row; both "" when the row cannot be placed. Notes carry their field."""

    grid_code: str
    code: str
    notes: tuple[tuple[str, Note], ...]


def read_place(table: FoundTable, row: TableRow, area: str, grids: dict[str, str]) -> ReadPlace:
    """Grid and household of a row; adds the grid to `grids` (name by short code) when it is new there."""
    code, notes = _household_code(table, row, area)
    if not code:
        return ReadPlace("", "", tuple(notes))
    grid, grid_notes = _grid_code(table, row, area, code, grids)
    notes += grid_notes
    if not grid:
        return ReadPlace("", "", tuple(notes))
    name = plain(table.cell(row, "grid_name"))
    known = grids.setdefault(grid, name or grid_title(grid))
    if name and known != name:
        notes.append(("grid_name", check("grid_two_names", code=grid, known=known, written=name)))
    if not code.startswith(grid):
        notes.append(("household", check("code_of_other_grid", code=code, grid=grid)))
    return ReadPlace(grid, code, tuple(notes))


def grid_title(code: str) -> str:
    """What a grid without a name is called: 第三网格, 第十二网格."""
    tens, ones = divmod(int(code), _TEN)
    if tens == 0:
        return f"第{_DIGITS[ones]}网格"
    if tens < _TEN:
        return f"第{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}网格"
    return f"第{code}网格"


def _household_code(table: FoundTable, row: TableRow, area: str) -> tuple[str, list[tuple[str, Note]]]:
    cell = table.cell(row, "household")
    said = read_text(cell)
    if not said.value:
        missing = must_fix("household_missing")
        return "", [("household", note) for note in (*said.notes, missing)]
    code = fold(said.value)
    if code.startswith(area) and is_household_code(code[AREA_DIGITS:]):
        code = code[AREA_DIGITS:]
    if cell.kind is CellKind.NUMBER and is_household_code(f"0{code}") and not is_household_code(code):
        return f"0{code}", [("household", auto("code_zero_lost", code=f"0{code}"))]
    if not is_household_code(code):
        return "", [("household", must_fix("household_code_form", code=said.value))]
    return code, []


def _grid_code(
    table: FoundTable, row: TableRow, area: str, household: str, grids: dict[str, str]
) -> tuple[str, list[tuple[str, Note]]]:
    if "grid_code" not in table.columns and "grid_name" not in table.columns:
        return household[:2], []
    written = fold(plain(table.cell(row, "grid_code")))
    name = plain(table.cell(row, "grid_name"))
    if written:
        grid = grid_code_of(written, area)
        if grid:
            return grid, []
        other = grid_code_of(written, written[:AREA_DIGITS]) if len(written) == _FULL_GRID_DIGITS else ""
        if other:
            return other, [("grid_code", check("grid_of_other_village", code=written))]
        return "", [("grid_code", must_fix("grid_code_form", code=written))]
    if not name:
        return "", [("grid_code", must_fix("grid_missing"))]
    by_name = next((code for code, known in grids.items() if known == name), "")
    return by_name or household[:2], []
