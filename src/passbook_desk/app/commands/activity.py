"""log."""

from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.printing import font_book
from passbook_desk.documents.files import check_target
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import write_pdf
from passbook_desk.features.activity import words
from passbook_desk.features.activity.paper import log_pages, texts_of
from passbook_desk.features.activity.queries import A_PAGE, log_operator_named, log_page, log_sheet
from passbook_desk.features.activity.values import LogAsked, LogRow
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.period import parse_iso_date


def log(context: Context) -> Answer:
    """Who did what and when: the newest rows, or all of the days that were named."""
    given = context.arguments
    first = None if given.first is None else parse_iso_date(given.first)
    last = None if given.last is None else parse_iso_date(given.last)
    most = A_PAGE if first is None and last is None else None
    if given.pdf is not None:
        check_target(Path(given.pdf))
    with context.desk() as desk:
        whose = None
        if given.whose is not None:
            whose = desk.ask(lambda scope: log_operator_named(scope, given.whose)).id
        asked = LogAsked(first, last, whose)
        page = desk.ask(lambda scope: log_page(scope, asked, most=most))
        sheet = None
        if given.pdf is not None:
            desk.require(Act.PRINT)
            sheet = desk.ask(lambda scope: log_sheet(scope, asked, desk.actor(), context.clock))
    lines = [f"{words.when(row)} {words.who(row)} {words.sentence(row)}" for row in page.rows]
    if page.older is not None:
        lines.append(f"只列最近 {len(page.rows)} 条，更早的用 --from、--to 选日期")
    if sheet is not None:
        fonts = font_book(context.places)
        fonts.check(texts_of(sheet))
        write_pdf(log_pages(sheet, Measure(fonts)), fonts, Path(given.pdf), words.title(sheet))
        lines.append(f"已存为 {given.pdf}")
    data: Json = {"rows": [_data(row) for row in page.rows], "more": page.older is not None}
    return Answer(tuple(lines) or ("这段时间没有记录。",), data)


def _data(row: LogRow) -> Json:
    return {
        "at": row.at.isoformat(),
        "operator": row.operator,
        "kind": row.kind.value,
        "text": words.sentence(row),
        "count": row.count,
        "points": None if row.points is None else str(row.points),
    }
