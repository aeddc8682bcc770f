"""Where a row of the roster belongs: its grid, its household code and house number (pure rules)."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from passbook_desk.features.households.roster.cells import Note, auto, check, must_fix, plain, read_text
from passbook_desk.features.households.rules import AREA_DIGITS, grid_code_of, is_household_code
from passbook_desk.features.intake.reading import CellKind, CellValue
from passbook_desk.features.intake.table import FoundTable, TableRow
from passbook_desk.kernel.search import fold

_FULL_GRID_DIGITS: Final = 15
_DIGITS: Final = "零一二三四五六七八九"
_TEN: Final = 10
_MOST_GRIDS: Final = 99
_HAN_NUMBER: Final = "零〇一二两三四五六七八九十"
_NUMBERED: Final = re.compile(
    rf"(?<![东西南北中上下前后新老大小])第?\s*(\d{{1,3}}|[{_HAN_NUMBER}]{{1,3}})\s*号?\s*(?:网格|村民小组|居民小组|小组|组|生产队|队|社|片区|片)"
)
_BARE: Final = re.compile(rf"第?(\d{{1,2}}|[{_HAN_NUMBER}]{{1,3}})")
_BRACKETED: Final = re.compile(r"[(（].*?[)）]")
_HOUSE: Final = re.compile(r"(\d+(?:-\d+)*)(?:号院|号|院|户)?$")
_PLAIN_HOUSE: Final = re.compile(r"(?:.*[组队街路巷格村区道排]|门牌|第)?(\d+(?:-\d+)*)(?:号院|号|院|户)?")


def grid_title(code: str) -> str:
    """What a grid without a name is called: 第三网格, 第十二网格."""
    tens, ones = divmod(int(code), _TEN)
    if tens == 0:
        return f"第{_DIGITS[ones]}网格"
    if tens < _TEN:
        return f"第{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}网格"
    return f"第{code}网格"


def grid_said_in(text: str, whole: bool = False) -> str:
    """The short code of the numbered grid or group a text names: 三组, 2网格, 清泉村第一网格花名册.

    `whole`: the text is the name of a sheet or grid, so a bare 五 or 5 counts too. "" when it names none.
    """
    plainly = _BRACKETED.sub("", unicodedata.normalize("NFKC", text)).strip()
    found = _NUMBERED.search(plainly) or (_BARE.fullmatch(plainly) if whole else None)
    number = _number(found.group(1)) if found else 0
    return f"{number:02d}" if 0 < number <= _MOST_GRIDS else ""


def _is_bare_number(name: str) -> bool:
    plainly = _BRACKETED.sub("", unicodedata.normalize("NFKC", name)).strip()
    return (_NUMBERED.fullmatch(plainly) or _BARE.fullmatch(plainly)) is not None


def _number(text: str) -> int:
    """3, 三, 十二 or 二十; 0 for anything else."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.replace("〇", "零").replace("两", "二").rpartition("十")
    if not ten:
        return _DIGITS.find(ones) if len(ones) == 1 else 0
    return (_DIGITS.find(tens) if tens else 1) * _TEN + (_DIGITS.find(ones) if ones else 0)


def house_number_in(text: str) -> str:
    """The house number at the end of an address or alone: 四组12-1号 → 12-1, ５组 １ 号 → 1; "" if none."""
    plainly = "".join(unicodedata.normalize("NFKC", text).split()).replace("—", "-").replace("－", "-")
    found = _HOUSE.search(plainly) if plainly.endswith("号") else _PLAIN_HOUSE.fullmatch(plainly)
    return found.group(1) if found else ""


def is_plain_number(text: str) -> bool:
    """Whether a text says a house number and no more, as 12, 12号 or 3-1."""
    plainly = "".join(unicodedata.normalize("NFKC", text).split())
    return re.fullmatch(r"\d+(?:-\d+)*(?:号院|号|院|户)?", plainly) is not None


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A household's code as a row states it. Notes concern the code's cell; "" when it cannot be used."""

    code: str
    notes: tuple[Note, ...] = ()


def read_code(cell: CellValue, area: str) -> ReadCode:
    """A household's short code from 01001, 1001 (a number that lost its zero) or the full code."""
    said = read_text(cell)
    if not said.value:
        return ReadCode("", (*said.notes, must_fix("household_missing")))
    code = fold(said.value)
    if code.startswith(area) and is_household_code(code[AREA_DIGITS:]):
        code = code[AREA_DIGITS:]
    if cell.kind is CellKind.NUMBER and is_household_code(f"0{code}") and not is_household_code(code):
        return ReadCode(f"0{code}", (auto("code_zero_lost", code=f"0{code}"),))
    if not is_household_code(code):
        return ReadCode("", (must_fix("household_code_form", code=said.value),))
    return ReadCode(code)


def looks_like_code(cell: CellValue, area: str) -> bool:
    """Whether a cell may be a household's code, not a mere key like 7-1, 张三12 or a running number."""
    code = fold(plain(cell))
    bare = code[AREA_DIGITS:] if code.startswith(area) else code
    if cell.kind is CellKind.NUMBER and is_household_code(f"0{bare}"):
        return True
    return is_household_code(bare)


@dataclass(frozen=True, slots=True)
class ReadGrid:
    """The grid a row states: short code, name as written ("" when none is), notes by field."""

    code: str
    name: str
    notes: tuple[tuple[str, Note], ...] = ()
    wrong: bool = False


class Grids:
    """The grids a roster speaks of, by short code, and the names it gives them."""

    def __init__(self, area: str, known: Mapping[str, str]) -> None:
        """`known` are the names of the file's grids by short code."""
        self._area = area
        self._known = {name: code for code, name in known.items()}
        self._codes = set(known)
        self.names: dict[str, str] = {}
        self.named: set[str] = set()

    def read(self, table: FoundTable, row: TableRow, household: str) -> ReadGrid:
        """The grid a row states in its own columns; of a coded household also what its code begins with."""
        written = fold(plain(table.cell(row, "grid_code")))
        name = plain(table.cell(row, "grid_name"))
        if written:
            grid = grid_code_of(written, self._area) or grid_said_in(written)
            if grid:
                return ReadGrid(grid, name)
            other = grid_code_of(written, written[:AREA_DIGITS]) if len(written) == _FULL_GRID_DIGITS else ""
            if other:
                note = check("grid_of_other_village", code=written)
                return ReadGrid(other, name, (("grid_code", note),))
            return ReadGrid("", name, (("grid_code", must_fix("grid_code_form", code=written)),), True)
        if not name:
            return ReadGrid(household[:2], "")
        return ReadGrid(self.by_name(name) or household[:2], name)

    def by_name(self, name: str) -> str:
        """The grid of a name that the roster or the file knows, or that tells its number; "" for others."""
        ours = next((code for code, known in self.names.items() if known == name), "")
        return ours or self._known.get(name, "") or grid_said_in(name, whole=True)

    def new(self, name: str) -> str:
        """A code for a grid of a name that nothing is known of: the next that is free."""
        free = next(
            f"{number:02d}"
            for number in range(1, _MOST_GRIDS + 1)
            if f"{number:02d}" not in self._codes and f"{number:02d}" not in self.names
        )
        self.names[free] = name
        self.named.add(free)
        return free

    def use(self, code: str, name: str) -> Note | None:
        """The roster has a household in this grid; a note when it calls the grid by a second name."""
        tells_number = _is_bare_number(name) and grid_said_in(name, whole=True) == code
        if not name or (tells_number and name != grid_title(code)):
            self.names.setdefault(code, grid_title(code))
            return None
        known = self.names.get(code)
        if known is None or code not in self.named:
            self.names[code] = name
            self.named.add(code)
            return None
        if known != name:
            return check("grid_two_names", code=code, known=known, written=name)
        return None

    def only_known(self) -> str:
        """The one grid of the file, "" when it has none or several."""
        return next(iter(self._codes)) if len(self._codes) == 1 else ""


def grid_of_table(table: FoundTable, grids: Grids) -> str:
    """The grid a whole sheet is of, by its name or by what stands above its header; "" when neither tells."""
    found = grids.by_name(table.sheet.strip())
    if found:
        return found
    return next((code for caption in table.captions if (code := grid_said_in(caption))), "")
