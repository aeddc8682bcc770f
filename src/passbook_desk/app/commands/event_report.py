"""event report."""

from datetime import date
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.printing import font_book
from passbook_desk.documents.files import check_target
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import check_pages, write_pdf
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.events.reporting import words
from passbook_desk.features.events.reporting.paper import report_pages
from passbook_desk.features.events.reporting.queries import event_report
from passbook_desk.features.events.reporting.sheets import report_workbook
from passbook_desk.features.events.reporting.values import EventReport, ReportFigures, ReportLine
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.period import DateSpan, Quarter, parse_iso_date


def report(context: Context) -> Answer:
    """The red and white events of a quarter or of other days, on the screen and as the files asked for."""
    given = context.arguments
    span = _span(given.quarter, given.first, given.last, context.clock.today())
    for path in (given.pdf, given.xlsx):
        if path is not None:
            check_target(Path(path))
    with context.desk() as desk:
        if given.pdf is not None:
            desk.require(Act.PRINT)
        if given.xlsx is not None:
            desk.require(Act.EXPORT)
        found = desk.ask(lambda scope: event_report(scope, span.first, span.last))
    files: list[str] = []
    if given.pdf is not None:
        fonts = font_book(context.places)
        pages = report_pages(found, Measure(fonts), for_wall=given.wall)
        check_pages(pages, fonts)
        write_pdf(pages, fonts, Path(given.pdf), words.title(found))
        files.append(given.pdf)
    if given.xlsx is not None:
        write_xlsx(report_workbook(found, for_wall=given.wall), Path(given.xlsx), context.clock.now())
        files.append(given.xlsx)
    return Answer(
        (*_told(found, given.wall), *(f"已存为 {path}" for path in files)),
        {**_data(found, given.wall), "files": files},
    )


def _span(quarter: str | None, first: str | None, last: str | None, today: date) -> DateSpan:
    """The days asked for; without an end, to today."""
    if quarter is not None:
        return Quarter.parse(quarter).span
    return DateSpan(parse_iso_date(first or ""), today if last is None else parse_iso_date(last))


def _told(report: EventReport, for_wall: bool) -> tuple[str, ...]:
    columns = words.columns(report)
    lines = [f"{words.title(report)}　{words.above(report)[0]}"]
    for row in words.summary(for_wall):
        figures = zip(columns, words.values(report, row), strict=True)
        told = "，".join(f"{column} {'—' if value is None else value}" for column, value in figures)
        note = row.note(report.total)
        lines.append(f"{row.title}（{row.unit}）：{told}{f'；{note}' if note else ''}")
    for line in words.listed(report, for_wall):
        name = line.wall_name if for_wall else f"{line.number} {line.household_code} {line.head_name}"
        result = "" if for_wall else f"，{words.result_words(line)}"
        lines.append(f"  {line.last_on} {name}{result}")
    return (*lines, *words.notes(for_wall))


def _data(report: EventReport, for_wall: bool) -> dict[str, Json]:
    red, white, other = report.groups
    return {
        "first_on": report.span.first.isoformat(),
        "last_on": report.span.last.isoformat(),
        "running": report.running,
        "red": _figures(red, for_wall),
        "white": _figures(white, for_wall),
        "other": _figures(other, for_wall),
        "total": _figures(report.total, for_wall),
        "year": _figures(report.year, for_wall),
        "before": None if report.before is None else _figures(report.before, for_wall),
        "events": [_line(line, for_wall) for line in words.listed(report, for_wall)],
    }


def _figures(figures: ReportFigures, for_wall: bool) -> dict[str, Json]:
    return {row.key: row.value(figures) for row in words.summary(for_wall)}


def _line(line: ReportLine, for_wall: bool) -> dict[str, Json]:
    told: dict[str, Json] = {
        "kind": line.kind.value,
        "on": line.last_on.isoformat(),
        "declared": line.declared_tables,
        "approved": line.approved_tables,
        "actual": line.actual_tables,
    }
    if for_wall:
        return {"name": line.wall_name, **told}
    return {
        "number": line.number,
        "household": line.household_code,
        "head": line.head_name,
        **told,
        "member": line.member,
        "per_table": line.per_table,
        "result": None if line.outcome is None else line.outcome.value,
        "handling": None if line.handling is None else line.handling.value,
        "late": line.late,
        "persuasions": line.persuasions,
        "saving": line.saving,
        "remark": words.remark(line),
    }
