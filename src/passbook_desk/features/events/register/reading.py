"""The rows of a council's old register (红白事登记台账) as they are written (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from passbook_desk.features.events.course.kinds import Stage
from passbook_desk.features.events.register.days import (
    day_text,
    reported_on,
    written_days,
    year_said,
)
from passbook_desk.features.events.register.fields import FIELDS, MEASURES, figure_key
from passbook_desk.features.events.register.values import RegisterChoices, SaidEvent
from passbook_desk.features.events.register.words import figure_in, kind_in, mode_in, result_in, standing_in
from passbook_desk.features.events.rules import LARGEST_FIGURE, MOST_CHARACTERS
from passbook_desk.features.events.values import OTHER_KINDS, EventKind, Measure
from passbook_desk.features.events.words import MEASURE_WORDS
from passbook_desk.features.households.roster.cells import (
    Note,
    auto,
    check,
    must_fix,
    plain,
    read_name,
    read_phone,
)
from passbook_desk.features.households.roster.places import grid_said_in, house_number_in
from passbook_desk.features.intake.choices import mended
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.features.intake.layout import SheetRole, find_tables
from passbook_desk.features.intake.reading import CellKind, WorkbookRows
from passbook_desk.features.intake.table import FoundTable, TableRow
from passbook_desk.kernel.lunar import lunar_date, read_lunar

_NEEDED: Final = "事主、办事日期"
_TELLING: Final = frozenset({"kind", "reported", "mode", figure_key(Stage.DECLARED, Measure.TABLES)})
_READ: Final = frozenset({SheetRole.TABLE, SheetRole.REPEATS})
_MIDDLE_OF_YEAR: Final = (7, 1)
_STAGE_WORDS: Final = {Stage.DECLARED: "申报", Stage.ACTUAL: "实际"}


@dataclass(slots=True)
class ReadRow:
    """A row and what was noticed while it was read, each with the key of its column."""

    said: SaidEvent
    notes: list[tuple[str, Note]] = field(default_factory=list)


def read_register(
    workbook: WorkbookRows, choices: RegisterChoices
) -> tuple[tuple[FoundTable, ...], tuple[ReadRow, ...]]:
    """The tables of events and their rows; totals and signature lines are passed over.

    Two years in which the same families have feasts on the same days are both read. Raises NoHeaderFound.
    """
    layout = find_tables(mended(workbook, choices.table), FIELDS, choices.table)
    tables = tuple(
        sheet.found
        for sheet in layout.sheets
        if sheet.found is not None
        and choices.table.sheets.get(sheet.name, sheet.role in _READ)
        and _is_register(sheet.found)
    )
    if not tables:
        name = workbook.sheets[0].name if workbook.sheets else ""
        raise NoHeaderFound(file=workbook.file_name, sheet=name, missing=_NEEDED)
    return tables, tuple(row for table in tables for row in _rows_of(table, workbook.file_name))


def _is_register(table: FoundTable) -> bool:
    """People and days alone may be a list of anything; a register tells what was reported of them."""
    return not _TELLING.isdisjoint(table.columns)


def _rows_of(table: FoundTable, file_name: str) -> Iterator[ReadRow]:
    """A day without a year is of the year that the title says, else the sheet's name, else the file's."""
    years = (year_said(table.captions), year_said((table.sheet,)), year_said((file_name,)))
    year = next((found for found in years if found is not None), None)
    kind = next(filter(None, map(_title_kind, (*table.captions, table.sheet))), None)
    for row in table.rows:
        if any(plain(table.cell(row, key)) for key in ("kind", "head", "held", "lunar")):
            yield _Reader(table, row, year, kind).read()


def _title_kind(title: str) -> EventKind | None:
    """A sheet of weddings alone, or of funerals alone, need not say it in each row."""
    return None if "红白" in title else kind_in(title, "")


class _Reader:
    """Reads one row and notes what is to be said of its cells."""

    def __init__(
        self, table: FoundTable, row: TableRow, year: int | None, title_kind: EventKind | None
    ) -> None:
        self._table, self._row, self._year, self._title_kind = table, row, year, title_kind
        self._notes: list[tuple[str, Note]] = []

    def read(self) -> ReadRow:
        name = read_name(self._table.cell(self._row, "head"))
        self._notes += [("head", note) for note in name.notes]
        category, matter = self._text("kind"), self._text("matter")
        kind = kind_in(category, matter) or self._title_kind
        if kind in OTHER_KINDS and kind_in(category, "") is EventKind.WEDDING:
            self._note("kind", auto("register_kind_by_matter", said=category, matter=matter))
        elif kind is None:
            self._note("kind", must_fix("register_kind_unknown", said=category))
        days, written = self._days()
        reported, report_text = self._reported(days, kind)
        house = self._text("house")
        grid_text = self._text("grid") or self._row.section
        mode, understood = mode_in(self._text("mode"))
        if not understood:
            self._note("mode", check("register_mode_unknown", said=self._text("mode")))
        phone = read_phone(self._table.cell(self._row, "phone"))
        self._notes += [("phone", note) for note in phone.notes]
        declared, actual = self._figures(Stage.DECLARED), self._figures(Stage.ACTUAL)
        outcome, late, understood = result_in(self._text("result"))
        if not understood:
            self._note("result", check("register_result_unknown", said=self._text("result")))
        said = SaidEvent(
            sheet=self._table.sheet,
            row=self._row.number,
            kind=kind,
            category=category,
            head="".join(name.value.split()),
            code=self._code(),
            grid=grid_said_in(grid_text, whole=True),
            grid_text=grid_text,
            house_number=house_number_in(house) or house,
            member=self._member(name.aside),
            mode=mode,
            matter=matter,
            days=days,
            day_text=written,
            reported_on=reported,
            report_text=report_text,
            lunar=self._text("lunar"),
            place=self._text("place"),
            contact=self._text("contact"),
            phone=phone.value,
            cook_team=self._text("cook_team"),
            family=self._text("family"),
            persons=self._text("persons"),
            declared=declared,
            actual=actual,
            checker=self._text("checker"),
            checked_on=self._checked(days),
            outcome=outcome,
            late=late,
            result_text=self._text("result"),
            memo=self._text("memo"),
        )
        self._compare_lunar(said)
        return ReadRow(said, self._notes)

    def _note(self, key: str, note: Note) -> None:
        self._notes.append((key, note))

    def _text(self, key: str) -> str:
        cell = self._table.cell(self._row, key)
        text = "" if cell.kind is CellKind.ERROR else plain(cell)
        if len(text) > MOST_CHARACTERS:
            self._note(key, must_fix("register_text_long", said=text[:20], most=str(MOST_CHARACTERS)))
        return text

    def _code(self) -> str:
        """A code that became a number has lost its leading zero."""
        cell = self._table.cell(self._row, "code")
        text = plain(cell)
        return text.zfill(5) if cell.kind is CellKind.NUMBER and text.isdecimal() else text

    def _days(self) -> tuple[tuple[date, ...], str]:
        """The days of the event; by the lunar date where the solar one is not written."""
        cell = self._table.cell(self._row, "held")
        text = day_text(cell)
        if not text or text in "-—/":
            return self._lunar_day(self._text("lunar"), ""), ""
        written = written_days(cell)
        if written is None:
            return self._lunar_day(text, text), text
        year = written.year or self._year or self._year_by_lunar_and_report()
        if year is None:
            self._note("held", must_fix("register_day_no_year", said=text))
            return (), text
        first = written.first_in(year)
        days = () if first is None else written.days_from(first)
        if not days:
            self._note("held", must_fix("register_day_unreadable", said=text))
        return days, text

    def _lunar_day(self, lunar: str, said: str) -> tuple[date, ...]:
        day = None
        if lunar and (self._year or "年" in lunar):
            day = read_lunar(lunar, date(self._year or 2000, *_MIDDLE_OF_YEAR))
        if day is None:
            kind = "register_day_unreadable" if said else "register_day_missing"
            self._note("held", must_fix(kind, said=said))
            return ()
        self._note("held", auto("register_day_by_lunar", lunar=lunar, day=day.isoformat()))
        return (day,)

    def _year_by_lunar_and_report(self) -> int | None:
        """A register that names no year may name it with the day of report."""
        report = written_days(self._table.cell(self._row, "reported"))
        held = written_days(self._table.cell(self._row, "held"))
        if report is None or held is None or report.year is None:
            return None
        return report.year + (held.first < report.first and report.first[0] - held.first[0] > 6)

    def _reported(self, days: tuple[date, ...], kind: EventKind | None) -> tuple[date | None, str]:
        cell = self._table.cell(self._row, "reported")
        text = day_text(cell)
        if not text or text in "-—/" or not days:
            return None, text
        written = written_days(cell)
        day = read_lunar(text, days[0]) if written is None else reported_on(written, days[0])
        if day is None:
            self._note("reported", must_fix("register_report_unreadable", said=text))
        elif written is not None and written.year is None and day.year != days[0].year:
            self._note("reported", auto("register_report_year", said=text, day=day.isoformat()))
        if day is not None and day > days[0] and kind is not EventKind.FUNERAL:
            self._note(
                "reported",
                check("register_reported_after", day=day.isoformat(), held=days[0].isoformat()),
            )
        return day, text

    def _checked(self, days: tuple[date, ...]) -> date | None:
        """The day of the check where the register tells it."""
        cell = self._table.cell(self._row, "checked")
        written = written_days(cell)
        if not days or not plain(cell):
            return None
        day = None if written is None else written.first_in(days[0].year)
        if day is not None and written is not None and written.year is None and day < days[0]:
            day = written.first_in(days[0].year + 1)
        if day is None or day < days[0]:
            self._note("checked", check("register_checked_unreadable", said=plain(cell)))
            return None
        return day

    def _member(self, aside: str) -> bool | None:
        """Whether a member or cadre hosts, by the column or by brackets behind the name: 刘志刚（党员）."""
        text = self._text("standing")
        member, understood = standing_in(text)
        if not understood:
            self._note("standing", check("register_standing_unknown", said=text))
        if member is None and aside:
            member, _ = standing_in(aside)
        return member

    def _figures(self, stage: Stage) -> dict[Measure, int]:
        found: dict[Measure, int] = {}
        for measure in MEASURES:
            key = figure_key(stage, measure)
            text = self._text(key)
            amount, understood = figure_in(text)
            title = _STAGE_WORDS[stage] + MEASURE_WORDS[measure][0]
            if not understood:
                self._note(key, must_fix("register_figure_unreadable", title=title, said=text))
            elif amount is not None and amount > LARGEST_FIGURE:
                self._note(key, must_fix("register_figure_large", title=title, said=text))
            elif amount is not None:
                found[measure] = amount
        return found

    def _compare_lunar(self, said: SaidEvent) -> None:
        """The lunar date beside the solar one; the last days of a lunar year lie in the solar year after."""
        if not said.lunar or not said.days:
            return
        day = said.days[0]
        meant = read_lunar(said.lunar, day)
        truly = lunar_date(day)
        if meant is None:
            note = check("register_lunar_unreadable", said=said.lunar, day=day.isoformat(), lunar=truly)
            self._note("lunar", note)
        elif meant != day:
            note = check("register_lunar_differs", said=said.lunar, day=day.isoformat(), lunar=truly)
            self._note("lunar", note)
