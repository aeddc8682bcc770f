"""The rows of a list of goods as they are written (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from passbook_desk.features.households.roster.cells import Note, auto, check, must_fix, plain
from passbook_desk.features.intake.choices import mended
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.features.intake.layout import Layout, SheetRole, find_tables
from passbook_desk.features.intake.reading import CellKind, CellValue, WorkbookRows
from passbook_desk.features.intake.table import FoundTable, TableRow
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.features.redemption.goods.rules import MOST_CHARACTERS, MOST_MONTHS, reads_as_book
from passbook_desk.features.redemption.goods.values import GoodsKind
from passbook_desk.features.redemption.importing.expiry import expiry_in
from passbook_desk.features.redemption.importing.fields import FIELDS
from passbook_desk.features.redemption.importing.values import GoodsChoices, SaidGoods
from passbook_desk.features.redemption.importing.words import (
    Pieces,
    Trouble,
    is_service,
    limit_in,
    money_in,
    pieces_in,
    plain_text,
    points_in,
    unit_in,
)
from passbook_desk.features.redemption.stock.rules import expires_soon
from passbook_desk.kernel.points import Money, Points

_NEEDED: Final = "物品名称，和兑换分值或库存"
_TELLING: Final = frozenset({"points", "stock"})
_READ: Final = frozenset({SheetRole.TABLE, SheetRole.REPEATS})
_CODE_DIGITS: Final = 3
_UNIT: Final = "件"
_TOTALS: Final = ("合计", "总计", "共计")
_PARTS: Final = ("小计", "本页合计", "本页小计")
_TROUBLES: Final = {
    Trouble.NONE: "goods_stock_unreadable",
    Trouble.UNREADABLE: "goods_stock_unreadable",
    Trouble.LARGE: "goods_stock_unreadable",
    Trouble.NEGATIVE: "goods_stock_negative",
    Trouble.FRACTION: "goods_stock_fraction",
}
_TEXTS: Final = ("code", "barcode", "name", "brand", "spec", "unit", "category", "shelf", "source", "memo")


@dataclass(slots=True)
class ReadRow:
    """A row and what was noticed while it was read, each with the key of its column."""

    said: SaidGoods
    notes: list[tuple[str, Note]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReadList:
    """The tables of goods, their rows, what is to be said of the sheets, and the sheets passed over."""

    tables: tuple[FoundTable, ...]
    rows: tuple[ReadRow, ...]
    notes: tuple[Finding, ...]
    passed: tuple[str, ...]


def read_goods(workbook: WorkbookRows, choices: GoodsChoices, today: date) -> ReadList:
    """The goods of all sheets that list some; totals and signature lines are passed over.

    A sheet that names goods of another one again is read too: each row is told where it stands a second
    time. Raises NoHeaderFound.
    """
    source = mended(workbook, choices.table)
    layout = find_tables(source, FIELDS, choices.table)
    tables = tuple(
        sheet.found
        for sheet in layout.sheets
        if sheet.found is not None
        and choices.table.sheets.get(sheet.name, sheet.role in _READ)
        and not _TELLING.isdisjoint(sheet.found.columns)
    )
    if not tables:
        name = workbook.sheets[0].name if workbook.sheets else ""
        raise NoHeaderFound(file=workbook.file_name, sheet=name, missing=_NEEDED)
    rows = tuple(row for table in tables for row in _rows_of(table, today))
    read = {table.sheet for table in tables}
    passed = tuple(sheet.name for sheet in layout.sheets if sheet.name not in read)
    return ReadList(tables, rows, tuple(_sums(source, layout, tables, rows)), passed)


def _rows_of(table: FoundTable, today: date) -> Iterator[ReadRow]:
    for row in table.rows:
        if any(plain(table.cell(row, key)) for key in ("name", "code", "points", "stock")):
            yield _Reader(table, row, today).read()


def _sums(
    workbook: WorkbookRows, layout: Layout, tables: tuple[FoundTable, ...], rows: tuple[ReadRow, ...]
) -> Iterator[Finding]:
    """Totals beneath the stock that are not what the rows add up to: a SUM skips 86件 and ２５.

    A 小计 counts the rows since the one before it.
    """
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    for table in tables:
        column = table.column("stock")
        if column is None:
            continue
        stock = {row.said.row: row.said.stock or 0 for row in rows if row.said.sheet == table.sheet}
        passed = frozenset(layout.sheet(table.sheet).passed_rows)
        part = 0
        for row in sheets[table.sheet].rows:
            part += stock.get(row.number, 0)
            texts = [plain_text(plain(cell)) for cell in row.cells[:column] if plain(cell)]
            is_part = any(text.startswith(_PARTS) for text in texts)
            if row.number not in passed or not (is_part or any(text.startswith(_TOTALS) for text in texts)):
                continue
            counted, part = (part, 0) if is_part else (sum(stock.values()), part)
            said = pieces_in(plain(row.at(column))).count
            if said is not None and said != counted:
                told = {"said": str(said), "sum": str(counted)}
                letters = table.letters("stock")
                yield Finding(table.sheet, row.number, letters, Severity.CHECK, "goods_sum_differs", told)


class _Reader:
    """Reads one row and notes what is to be said of its cells."""

    def __init__(self, table: FoundTable, row: TableRow, today: date) -> None:
        self._table, self._row, self._today = table, row, today
        self._notes: list[tuple[str, Note]] = []

    def read(self) -> ReadRow:
        texts = {key: self._text(key) for key in _TEXTS}
        name, category = texts["name"], texts["category"]
        if not name:
            self._note("name", must_fix("goods_name_missing"))
        stock = self._stock()
        points, points_text = self._points()
        spec, unit = self._spec_and_unit(texts["spec"], texts["unit"], stock.unit)
        service = stock.count is None and is_service(category, name)
        expires_on, expiry_text, months = self._expiry()
        limit = limit_in(self._text("limit"), self._title("limit"))
        if not limit.understood:
            self._note("limit", check("goods_limit_unreadable", said=self._text("limit")))
        elif limit.assumed:
            self._note("limit", check("goods_limit_month", said=self._text("limit"), count=str(limit.count)))
        said = SaidGoods(
            sheet=self._table.sheet,
            row=self._row.number,
            code=self._code(),
            barcode=self._barcode(texts["barcode"]),
            name=name,
            brand=texts["brand"],
            spec=spec,
            unit=unit,
            category=category,
            kind=GoodsKind.SERVICE if service else GoodsKind.GOODS,
            points=points,
            points_text=points_text,
            stock=stock.count,
            stock_text=self._text("stock"),
            least=self._least(),
            cost=self._cost(),
            source=texts["source"],
            expires_on=expires_on,
            expiry_text=expiry_text,
            shelf_months=months,
            limit_count=limit.count,
            limit_period=limit.period,
            shelf=texts["shelf"],
            memo=texts["memo"],
        )
        self._compare(said)
        return ReadRow(said, self._notes)

    def _note(self, key: str, note: Note) -> None:
        self._notes.append((key, note))

    def _text(self, key: str) -> str:
        cell = self._cell(key)
        return "" if cell.kind is CellKind.ERROR else plain(cell)

    def _cell(self, key: str) -> CellValue:
        return self._table.cell(self._row, key)

    def _title(self, key: str) -> str:
        return next((guess.header for guess in self._table.guesses if guess.key == key), "")

    def _code(self) -> str:
        """A code that became a number has lost its leading zeros."""
        text = plain_text(self._text("code"))
        is_number = self._cell("code").kind is CellKind.NUMBER
        return text.zfill(_CODE_DIGITS) if is_number and text.isdecimal() else text

    def _barcode(self, text: str) -> str:
        code = plain_text(text)
        if reads_as_book(code):
            self._note("barcode", check("goods_barcode_like_book", said=code))
            return ""
        return code

    def _points(self) -> tuple[Points | None, str]:
        text = self._text("points")
        points, fits = points_in(text)
        if not fits or self._cell("points").kind is CellKind.ERROR:
            self._note("points", must_fix("goods_points_wrong", said=text))
        elif points is None:
            self._note("points", check("goods_price_missing"))
        return points if fits else None, text

    def _stock(self) -> Pieces:
        said = pieces_in(self._text("stock"))
        error = self._cell("stock").kind is CellKind.ERROR
        if said.trouble is not Trouble.NONE or error:
            self._note("stock", must_fix(_TROUBLES[said.trouble], said=self._text("stock")))
        return said

    def _spec_and_unit(self, spec: str, unit: str, behind_stock: str) -> tuple[str, str]:
        """A specification that is nothing but a unit (个, 套) is the unit, where no column says it."""
        if unit and behind_stock and unit != behind_stock:
            self._note("stock", check("goods_unit_differs", unit=unit, said=self._text("stock")))
        if unit:
            return spec, unit
        own = unit_in(spec)
        return "" if own else spec, own or behind_stock or _UNIT

    def _least(self) -> int:
        said = pieces_in(self._text("least"))
        if said.trouble is not Trouble.NONE:
            self._note("least", check("goods_least_unreadable", said=self._text("least")))
        return said.count or 0

    def _cost(self) -> Money | None:
        cost, understood = money_in(self._text("cost"))
        if not understood:
            self._note("cost", check("goods_cost_unreadable", said=self._text("cost")))
        return cost

    def _expiry(self) -> tuple[date | None, str, int | None]:
        """The last day, the cell, and the months of a term."""
        cell = self._cell("expiry")
        text = plain(cell).removesuffix("T00:00:00")
        found = expiry_in(cell)
        day = "" if found.on is None else found.on.isoformat()
        months = found.months if found.months is None or found.months <= MOST_MONTHS else None
        if not found.understood:
            self._note("expiry", check("goods_expiry_unreadable", said=text))
        elif found.unsure:
            self._note("expiry", check("goods_expiry_unsure", said=text, day=day))
        elif found.month_only:
            self._note("expiry", auto("goods_expiry_month", said=text, day=day))
        elif found.months is not None:
            self._note("expiry", check("goods_expiry_term", said=text))
        return found.on, text, months

    def _compare(self, said: SaidGoods) -> None:
        """What a shop should know of its goods before they lie on the counter."""
        last, stock = said.expires_on, said.stock or 0
        if last is not None and last < self._today and stock:
            self._note("expiry", check("goods_expired", day=last.isoformat(), stock=str(stock)))
        elif expires_soon(last, self._today) and stock and last is not None:
            self._note("expiry", check("goods_expires_soon", day=last.isoformat(), stock=str(stock)))
        if said.stock is not None and said.stock < said.least:
            self._note("stock", check("goods_below_least", stock=str(stock), least=str(said.least)))
        if said.stock is None and said.kind is GoodsKind.GOODS and "stock" in self._table.columns:
            self._note("stock", check("goods_stock_missing"))
        if said.stock is not None and is_service(said.category, said.name):
            self._note("stock", auto("goods_service_stocked", stock=str(stock)))
        texts = {key: getattr(said, key) for key in _TEXTS} | {"memo": said.remark}
        for key, text in texts.items():
            if len(text) > MOST_CHARACTERS:
                self._note(key, must_fix("goods_text_long", said=text[:15], most=str(MOST_CHARACTERS)))
