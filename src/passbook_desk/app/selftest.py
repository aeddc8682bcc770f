"""`passbook-desk selftest`: a throw-away village through every room; for packaged builds too."""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from passbook_desk.app.demo_story import build_demo_village
from passbook_desk.app.desk import Desk
from passbook_desk.app.keeping import back_up, restore_village
from passbook_desk.app.verify import facts_of, verify_village
from passbook_desk.app.village_file import open_village, shipped_scripts
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import pdf_bytes
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.notices.paper import notice_pages
from passbook_desk.features.notices.queries import notices, quarter_draft
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.passbooks.paper import passbook_pages
from passbook_desk.features.passbooks.queries import passbook_content
from passbook_desk.kernel.clock import SetDateClock
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.places import Places, resources_folder

_CLOCK = SetDateClock(date(2026, 6, 1))


def run_selftest(say: Callable[[str], None] = print) -> int:
    """Build, print, export, back up, restore, verify, draw the window; 0 when all of it works, else 1."""
    from passbook_desk.ui.kit.sentences import tell

    try:
        with tempfile.TemporaryDirectory(prefix="passbook-selftest-") as folder:
            for done in _steps(Path(folder)):
                say(f"好 {done}")
    except PassbookError as error:
        say(f"自检没通过：{tell(error)}")
        return 1
    say("自检通过")
    return 0


def _steps(folder: Path) -> list[str]:
    from passbook_desk.app.picture import picture_of_home

    path = folder / "自检.pbk"
    build_demo_village(path, _CLOCK.today())
    village_file = open_village(path, _CLOCK)
    try:
        desk = Desk(village_file, _CLOCK, lambda _: None)
        before = desk.ask(lambda scope: verify_village(scope, shipped_scripts()))
        pages = _print(desk, folder)
        made, _ = back_up(desk, folder / "备份")
    finally:
        village_file.close()
    restored = restore_village(folder / "新电脑" / "自检.pbk", made, _CLOCK)
    village_file = open_village(folder / "新电脑" / "自检.pbk", _CLOCK)
    try:
        with village_file.store.read(_CLOCK) as scope:
            after = facts_of(scope)
    finally:
        village_file.close()
    if (before, restored.facts) != (after, after):
        raise SelfTestFailed
    places = Places(folder / "v", folder / "s", folder / "l")
    picture_of_home(path, folder / "首页.png", _CLOCK, places)
    return [
        f"示范村 {before.households} 户 {before.line_seq} 笔，核对无误",
        f"存折和公示 {pages} 页，公示表格写出并读回",
        "备份、恢复后一致",
        "窗口画出首页",
    ]


def _print(desk: Desk, folder: Path) -> int:
    fonts = FontBook(resources_folder() / "fonts")
    measure = Measure(fonts)
    some = desk.ask(lambda scope: [row.id for row in accounts(scope)][:5])
    books = desk.ask(lambda scope: passbook_content(scope, some, scope.today))
    proof = desk.ask(lambda scope: quarter_draft(scope, Quarter.of(scope.today)))
    pages = [page for book in books for page in passbook_pages(book, measure)]
    pages += notice_pages(proof, measure)
    if not pdf_bytes(pages, fonts, "自检").startswith(b"%PDF") or not desk.ask(notices):
        raise SelfTestFailed
    write_xlsx(notice_workbook(proof), folder / "公示.xlsx")
    return len(pages)


class SelfTestFailed(PassbookError):
    """What was written did not come back the same."""

    code = "app.selftest-failed"
