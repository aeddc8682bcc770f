"""print passbooks, notice quarter."""

from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.desk import Desk
from passbook_desk.app.printing import font_book
from passbook_desk.db.store import Scope
from passbook_desk.documents.files import check_target
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import write_pdf
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.households.queries import grid_by_code
from passbook_desk.features.ledger.errors import NobodyChosen
from passbook_desk.features.ledger.queries import account_by_number, accounts
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.paper import notice_pages
from passbook_desk.features.notices.paper import texts_of as notice_texts
from passbook_desk.features.notices.queries import issued_quarter, quarter_draft
from passbook_desk.features.notices.rules import sums
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.titles import title_of
from passbook_desk.features.notices.values import IssueQuarter, NoticeContent
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.paper import passbook_pages, texts_of
from passbook_desk.features.passbooks.queries import passbook_content
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.period import Quarter


def passbooks(context: Context) -> Answer:
    """Print books as they stand today into one PDF; the print is logged once the file is whole."""
    target = Path(context.arguments.output)
    fonts = font_book(context.places)
    measure = Measure(fonts)
    with context.desk() as desk:
        desk.require(Act.PRINT)
        chosen = desk.ask(lambda scope: _chosen(scope, context))
        contents = desk.ask(
            lambda scope: passbook_content(scope, [row.id for row in chosen], context.clock.today())
        )
        if not contents:
            raise NobodyChosen(field="account")
        fonts.check(texts_of(contents))
        pages = [page for content in contents for page in passbook_pages(content, measure)]
        write_pdf(pages, fonts, target, "红绿存折")
        desk.do(lambda tx: log_printouts(tx, contents))
    return Answer(
        (f"已打印 {len(contents)} 本，共 {len(pages)} 页：{target}",),
        {"file": str(target), "passbooks": len(contents), "pages": len(pages)},
    )


def _chosen(scope: Scope, context: Context) -> tuple[AccountRow, ...]:
    given = context.arguments
    if given.account:
        return tuple(account_by_number(scope, number, closed_too=True) for number in given.account)
    colour = None if given.colour is None else Colour(given.colour)
    grid_code = None if given.grid is None else grid_by_code(scope, given.grid).code
    return accounts(scope, grid_code=grid_code, colour=colour)


def quarter_notice(context: Context) -> Answer:
    """Issue or reprint the notice of a quarter; before its end a proof that stores nothing."""
    given = context.arguments
    quarter = Quarter.parse(given.quarter)
    fonts = font_book(context.places)
    for path in (given.pdf, given.xlsx):
        if path is not None:
            check_target(Path(path))
    with context.desk() as desk:
        if given.xlsx is not None:
            desk.require(Act.EXPORT)
        if given.pdf is not None:
            desk.require(Act.PRINT)
            fonts.check(notice_texts(desk.ask(lambda scope: _so_far(scope, quarter))))
        content = _content(desk, quarter)
    files: list[str] = []
    if given.pdf is not None:
        pages = notice_pages(content, Measure(fonts))
        write_pdf(
            pages, fonts, Path(given.pdf), f"{content.village_name}{title_of(content.kind, content.about)}"
        )
        files.append(given.pdf)
    if given.xlsx is not None:
        write_xlsx(notice_workbook(content), Path(given.xlsx), context.clock.now())
        files.append(given.xlsx)
    total = sums(content.lines)
    name = "校样" if content.number is None else f"{content.number} 号"
    return Answer(
        (
            f"{quarter.chinese}公示 {name}：{len(content.lines)} 行，期末结余合计 {total.closing}",
            *(f"已存为 {path}" for path in files),
        ),
        {
            "number": content.number,
            "proof": content.proof,
            "period": str(quarter),
            "lines": len(content.lines),
            "closing_total": str(total.closing),
            "head_code": content.head_code,
            "files": files,
        },
    )


def _so_far(scope: Scope, quarter: Quarter) -> NoticeContent:
    return issued_quarter(scope, quarter) or quarter_draft(scope, quarter)


def _content(desk: Desk, quarter: Quarter) -> NoticeContent:
    """What goes on the sheet: the issued notice, a fresh one, or before the quarter's end a proof."""
    if desk.clock.today() <= quarter.span.last:
        return desk.ask(lambda scope: _so_far(scope, quarter))
    return desk.do(lambda tx: issue_quarter(tx, IssueQuarter(quarter)))
