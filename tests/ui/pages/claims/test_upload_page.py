"""导入上报表 as the clerk sees it."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders.claims import steps
from builders.importing import ImportClerk
from builders.rosters import save_sheets
from builders.village import household, settled_village
from passbook_desk.features.ledger.claims.queries import queue
from passbook_desk.features.village.queries import policy
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.claims.upload_page import UploadPage
from passbook_desk.ui.shell.routes import Route

HEADER = ("序号", "日期", "网格", "户主", "门牌", "积分事项", "分值", "事由", "见证人", "上报人")
ROWS = (
    (1, "5月3日", "一网格", "王建国", 1, "参加环境整治", 10, "扫街", "李秀英", "赵网格"),
    (2, "5月3日", "一网格", "李秀英", 2, "环境整治", 10, "扫街", "王建国", "赵网格"),
    (3, "5月4日", "二网格", "欧阳明", 1, "参加环境整治", 5, "扫街", "王建国", "赵网格"),
    (4, "5月4日", "一网格", "李秀瑛", 2, "参加打扫卫生", 2, "扫街", "王建国", "赵网格"),
    (5, "5月5日", "一网格", "王建国", 1, "义务植树", 2, "植树", "李秀英", "赵网格"),
)


class Clerk(ImportClerk[UploadPage]):
    """The page, a sheet of five rows, a village that reviews."""

    def __init__(self, folder: Path) -> None:
        rows = [("清泉村网格积分上报表（2026年5月）",), HEADER, *ROWS]
        super().__init__(settled_village(folder), save_sheets(folder / "上报.xlsx", {"5月上报": rows}))
        with self.village.write() as tx:
            household(tx, "01003", "马六")
        steps(self.village, review=True)
        self.open(UploadPage(self.tools))

    def claims(self) -> int:
        with self.village.read() as scope:
            return len(queue(scope))


@pytest.fixture
def clerk(theme: Theme, tmp_path: Path) -> Iterator[Clerk]:
    working = Clerk(tmp_path)
    yield working
    working.close()


def test_wrong_rows_come_first_each_with_its_reason(clerk: Clerk) -> None:
    clerk.read()
    assert [line.said.row for line in clerk.lines] == [4, 5, 6, 7]
    clerk.stand_on(4)
    assert "“环境整治”与细则的“参加环境整治”相近" in clerk.page._why.text()
    clerk.stand_on(7)
    assert "积分细则里没有“义务植树”" in clerk.page._why.text()


def test_rows_are_settled_by_their_cures_and_f8_imports(clerk: Clerk) -> None:
    clerk.read()
    clerk.stand_on(4)
    clerk.cure("照报")
    clerk.stand_on(5)
    clerk.cure("按细则的分值")
    clerk.stand_on(6)
    clerk.cure("01002 李秀英 2")
    assert [line.said.row for line in clerk.lines] == [7]
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert clerk.claims() == 4
    assert "4 件进了审核（第 1 批），有问题的 1 行没有导入。" in clerk.page.message.words
    clerk.page.message._button.click()
    assert clerk.way == [Route("claims")]


def test_what_was_accepted_can_be_kept_out_again(clerk: Clerk) -> None:
    clerk.read()
    clerk.stand_on(4)
    clerk.cure("照报")
    clerk.page._table.press_chip("ready")
    clerk.stand_on(4)
    clerk.cure("不照报")
    assert [line.said.row for line in clerk.lines] == [3]


def test_rows_that_stay_out_are_saved_with_their_reasons(clerk: Clerk, tmp_path: Path) -> None:
    clerk.read()
    clerk.dialogs.file = tmp_path / "有问题的.xlsx"
    clerk.cure("有问题的另存为 Excel")
    book = openpyxl.load_workbook(clerk.dialogs.file)
    texts = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert "义务植树" in texts
    assert any("积分细则里没有" in text for text in texts)
    assert clerk.said.files == [clerk.dialogs.file]


def test_a_village_without_review_is_offered_to_switch_it_on(clerk: Clerk) -> None:
    steps(clerk.village)
    clerk.read()
    assert "没有审核这一步" in clerk.page.message.words
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert clerk.claims() == 0
    clerk.page.message._button.click()
    with clerk.village.read() as scope:
        assert policy(scope).review
    assert clerk.page.message.words == ""
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert clerk.claims() == 1


def test_the_same_sheet_again_is_told(clerk: Clerk) -> None:
    clerk.read()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    clerk.page.enter({})
    clerk.read()
    assert "这份表已作为第 1 批导入过" in clerk.page.message.words


def test_a_file_that_is_no_sheet_of_claims_is_told(clerk: Clerk, tmp_path: Path) -> None:
    clerk.dialogs.file = tmp_path / "没有.xlsx"
    clerk.read()
    assert clerk.page.message.words
    assert clerk.lines == ()
