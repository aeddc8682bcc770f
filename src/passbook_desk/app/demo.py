"""`passbook-desk demo FOLDER`: the invented village and every paper it makes."""

from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.demo_story import build_demo_village
from passbook_desk.app.demo_village import AREA
from passbook_desk.app.desk import Desk
from passbook_desk.app.printing import font_book
from passbook_desk.app.verify import verify_village
from passbook_desk.app.village_file import open_village, shipped_scripts
from passbook_desk.db.errors import FileExists
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import write_pdf
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.events.paper import filing_sheet
from passbook_desk.features.events.queries import event_card, events
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.notices.paper import notice_pages
from passbook_desk.features.notices.queries import notice_card, notices
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.paper import passbook_pages
from passbook_desk.features.passbooks.queries import passbook_content
from passbook_desk.features.redemption.counter.paper import register_pages
from passbook_desk.features.redemption.counter.register import register
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.period import DateSpan

FILE_NAME = "示范村.pbk"


def demo(context: Context) -> Answer:
    """Build the village, verify it, write its papers and a picture of the home page."""
    folder = Path(context.arguments.folder)
    path = folder / FILE_NAME
    _make_room(path, context)
    build_demo_village(path, context.clock.today())
    village_file = open_village(path, context.clock)
    try:
        desk = Desk(village_file, context.clock, lambda _: None)
        files = _papers(desk, folder, font_book(context.places))
        facts = desk.ask(lambda scope: verify_village(scope, shipped_scripts()))
    finally:
        village_file.close()
    from passbook_desk.app.picture import picture_of_home

    picture_of_home(path, folder / "首页.png", context.clock, context.places)
    files = [path, *files, folder / "首页.png"]
    return Answer(
        (
            f"示范村做好了：{facts.households} 户，{facts.line_seq} 笔，核对无误。做出的文件：",
            *(f"  {file}" for file in files),
        ),
        {"files": [str(file) for file in files], "households": facts.households, "lines": facts.line_seq},
    )


def _make_room(path: Path, context: Context) -> None:
    """An earlier 示范村 gives way; any other village under that name stays and is named."""
    if not path.exists():
        return
    earlier = open_village(path, context.clock)
    try:
        with earlier.store.read(context.clock) as scope:
            code = village(scope).code
    finally:
        earlier.close()
    if code != AREA:
        raise FileExists(path=path)
    for piece in ("", ".key", ".lock", "-journal"):
        path.with_name(path.name + piece).unlink(missing_ok=True)


def _papers(desk: Desk, folder: Path, fonts: FontBook) -> list[Path]:
    measure = Measure(fonts)
    everybody = desk.ask(lambda scope: [row.id for row in accounts(scope)])
    books = desk.ask(lambda scope: passbook_content(scope, everybody, scope.today))
    passbooks = folder / "存折.pdf"
    write_pdf(
        [page for book in books for page in passbook_pages(book, measure)], fonts, passbooks, "示范村存折"
    )
    desk.do(lambda tx: log_printouts(tx, books))
    newest = desk.ask(notices)[0]
    content = desk.ask(lambda scope: notice_card(scope, newest.number).content)
    notice, sheet = folder / "公示.pdf", folder / "公示.xlsx"
    write_pdf(notice_pages(content, measure), fonts, notice, f"示范村{newest.title}")
    write_xlsx(notice_workbook(content), sheet, desk.clock.now())
    card, here = desk.ask(lambda scope: (event_card(scope, events(scope)[0].id), village(scope)))
    filing = folder / "报备表.pdf"
    write_pdf(filing_sheet(card, here, measure), fonts, filing, f"报备表 {card.number}")
    year = DateSpan(desk.clock.today().replace(month=1, day=1), desk.clock.today())
    slips = folder / "兑换登记表.pdf"
    found = desk.ask(lambda scope: register(scope, year))
    write_pdf(register_pages(found, here, measure), fonts, slips, "示范村兑换登记表")
    return [passbooks, notice, sheet, filing, slips]
