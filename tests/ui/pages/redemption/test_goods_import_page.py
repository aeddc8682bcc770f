"""导入物品 as the clerk sees it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders.importing import ImportClerk
from builders.rosters import SAMPLES, save_sheets
from builders.village import new_village
from passbook_desk.features.redemption.goods.commands import save_outlet
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.features.redemption.stock.queries import batches, papers
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.pages.redemption.goods_import_page import GoodsImportPage
from passbook_desk.ui.shell.routes import Route

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the platform without a display says so

LIST = SAMPLES / "积分超市物品.xlsx"
HEAD = ("编号", "品名", "规格", "分值", "库存")


class Clerk(ImportClerk[GoodsImportPage]):
    """The page in a village without goods."""

    def __init__(self, folder: Path) -> None:
        super().__init__(new_village(folder), LIST)
        self.open(GoodsImportPage(self.tools))

    def goods(self) -> tuple[GoodsRow, ...]:
        with self.village.read() as scope:
            return goods_rows(scope)


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path) -> Iterator[Clerk]:
    working = Clerk(tmp_path)
    yield working
    working.close()


def test_the_sample_is_shown_with_what_to_look_at_and_f8_imports(clerk: Clerk) -> None:
    clerk.read()
    assert clerk.totals == "积分超市物品.xlsx：28 样，库存 838 件，合 14848 分；可以导入 28 样。"
    assert clerk.page._table.chip == "told"
    assert "合计写 622，按行加起来是 838" in clerk.page._notes.text()
    assert clerk.page._table.select(lambda line: line.code == "016")
    assert "玉米油" in clerk.page._why.text()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert (len(clerk.goods()), sum(row.stock or 0 for row in clerk.goods())) == (28, 838)
    assert clerk.page.message.words.startswith("导入了 28 样，期初 838 件（第 1 批），0 行没有导入。")
    clerk.page.message._button.click()
    assert clerk.way == [Route("goods")]


def test_what_the_import_changed_does_not_hide_its_answer(clerk: Clerk) -> None:
    """The window hears of new goods before the page hears how the import went."""
    clerk.read()
    clerk.jobs.later = waiting = []
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    while waiting:
        waiting.pop(0)()
    assert clerk.page.message.words.startswith("导入了 28 样")


def test_the_same_list_again_adds_nothing(clerk: Clerk) -> None:
    clerk.read()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    clerk.page.enter({})
    clerk.read()
    assert "这份清单已作为第 1 批导入过" in clerk.page.message.words
    clerk.page._table.press_chip("ready")
    assert clerk.lines == ()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert len(clerk.goods()) == 28


def test_the_clerk_says_from_which_day_the_prices_hold(clerk: Clerk) -> None:
    clerk.read()
    assert clerk.page._day.day() == date(2026, 6, 1)
    clerk.page._day.set_day(date(2026, 5, 1))
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    with clerk.village.read() as scope:
        assert papers(scope)[0].done_on == date(2026, 5, 1)


def test_with_several_places_the_clerk_says_where_the_stock_lies(clerk: Clerk) -> None:
    clerk.read()
    assert not clerk.page._outlet.isVisible()
    with clerk.village.write() as tx:
        save_outlet(tx, new_uid(), "积分超市")
        station = save_outlet(tx, new_uid(), "志愿者服务站")
    clerk.page.refresh(frozenset())
    assert clerk.page._outlet.isVisible()
    index = clerk.page._outlet.findText("志愿者服务站")
    clerk.page._outlet.setCurrentIndex(index)
    clerk.page._outlet.activated.emit(index)
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    with clerk.village.read() as scope:
        assert {batch.outlet_id for batch in batches(scope)} == {station}


def test_a_row_that_looks_like_another_goes_in_when_the_clerk_says_so(clerk: Clerk, tmp_path: Path) -> None:
    rows = [HEAD, (None, "毛巾", "条", 8, 3), (None, "毛巾", "条", 12, 2)]
    clerk.read(save_sheets(tmp_path / "物品.xlsx", {"物品": rows}))
    assert [line.said.row for line in clerk.lines] == [3]
    assert clerk.page._table.select(lambda line: line.acceptable)
    clerk.cure("是另一样，照样导入")
    clerk.page._table.press_chip("ready")
    assert len(clerk.lines) == 2
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert [(row.code, str(row.points)) for row in clerk.goods()] == [("001", "8"), ("002", "12")]


def test_rows_that_stay_out_are_saved_with_their_reasons(clerk: Clerk, tmp_path: Path) -> None:
    rows = [HEAD, ("001", "肥皂", "块", 5, 3), ("001", "香皂", "块", 5, -3)]
    clerk.read(save_sheets(tmp_path / "物品.xlsx", {"物品": rows}))
    clerk.dialogs.file = tmp_path / "有问题的.xlsx"
    clerk.cure("有问题的另存为 Excel")
    book = openpyxl.load_workbook(clerk.dialogs.file)
    texts = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert "香皂" in texts
    assert "肥皂" not in texts
    assert any("小于 0" in text for text in texts)
    assert clerk.said.files == [clerk.dialogs.file]


def test_a_list_may_be_dropped_on_the_page(clerk: Clerk) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(LIST))])
    dropped = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    clerk.page.dropEvent(dropped)
    assert "28 样" in clerk.totals


def test_a_workbook_that_is_no_list_of_goods_is_told(clerk: Clerk, tmp_path: Path) -> None:
    clerk.read(save_sheets(tmp_path / "别的.xlsx", {"人": [("姓名", "电话"), ("王建国", "1")]}))
    assert "物品名称" in clerk.page.message.words
    assert clerk.lines == ()
