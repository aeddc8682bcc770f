"""The import wizard in its window: what is seen, pressed and typed, step by step."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.rosters import HEADER, Row, id_number, save_roster, save_sheets, three_households
from builders.village import Village, new_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.households.queries import households
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.households.import_page import ImportPage
from passbook_desk.ui.pages.households.import_values import BookKind, Step
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

Seen = TypeVar("Seen", bound=QWidget)
SAMPLES = Path(__file__).resolve().parents[3] / "samples"
MESSY = SAMPLES / "花名册_村里常用.xlsx"


class Bench:
    """A shown wizard on a new village, and the hands of a clerk."""

    def __init__(self, folder: Path, fontbook: FontBook, bot: QtBot) -> None:
        self.village: Village = new_village(folder)
        self.folder = folder
        self.went: list[Route] = []
        self.answers, self.announced = Answers(), Announced()
        tools = Tools(
            desk=VillageDesk(self.village),
            jobs=AtOnce(),
            clock=self.village.clock,
            dialogs=self.answers,
            announcer=self.announced,
            fontbook=fontbook,
            go=self.went.append,
        )
        self.page = ImportPage(tools, self.village.key)
        bot.addWidget(self.page)
        self.page.resize(1190, 640)
        self.page.show()
        self.page.enter({})
        self.page.activateWindow()
        assert QTest.qWaitForWindowActive(self.page)
        bot.waitUntil(self.page.isActiveWindow)

    def seen(self, kind: type[Seen]) -> list[Seen]:
        QApplication.processEvents()
        return [widget for widget in self.page.findChildren(kind) if widget.isVisible()]

    def words(self) -> str:
        return "\n".join(
            [label.text() for label in self.seen(QLabel)]
            + [button.text() for button in self.seen(QPushButton)]
        )

    def button(self, word: str) -> QPushButton:
        found = [button for button in self.seen(QPushButton) if word in button.text()]
        assert found, f"no button {word}:\n{self.words()}"
        return found[0]

    def presses(self, word: str) -> None:
        button = self.button(word)
        assert button.isEnabled(), word
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page.focusWidget() or self.page, key, held)

    def rows(self) -> list[list[str]]:
        model = self.page._fixes.view.rows
        return [[column.text(row) for column in model.columns] for row in model.rows()]

    def kinds(self) -> list[str]:
        return [row.finding.kind for row in self.page._fixes.view.rows.rows()]

    def household_count(self) -> int:
        with self.village.read() as scope:
            return len(households(scope))


@pytest.fixture
def bench(theme: Theme, fontbook: FontBook, qtbot: QtBot, tmp_path: Path) -> Bench:
    return Bench(tmp_path, fontbook, qtbot)


def three_with(tmp_path: Path, change: Callable[[list[Row]], None]) -> Path:
    rows = three_households()
    change(rows)
    return save_roster(tmp_path / "花名册.xlsx", rows)


def two_short_ids(rows: list[Row]) -> None:
    for row in rows[1:3]:
        row["公民身份号码"] = str(row["公民身份号码"])[:17]


def test_a_roster_is_imported_and_taken_back_by_pressing_through(bench: Bench) -> None:
    bench.answers.file = save_roster(bench.folder / "花名册.xlsx", three_households())
    bench.presses("选文件…")
    assert "▸ ③ 修正" in bench.words()
    bench.presses("下一步")
    assert "王建国户　01001" in bench.words()
    assert "★" not in bench.words()
    bench.presses("导入 3 户")
    assert "✓ 已导入：新增 3 户 5 人，改动 0 处" in bench.words()
    bench.answers.agree = False
    bench.presses("撤销本次导入")
    assert "✓ 已导入" in bench.words()
    bench.answers.agree = True
    bench.presses("撤销本次导入")
    assert "✓ 已撤销第 1 批" in bench.words()
    bench.presses("再导入一份")
    assert [batch.undone for batch in bench.page._choose.history.table.model.rows()] == [True]


def test_the_messy_roster_shows_three_counters_and_a_cure_in_every_row(bench: Bench) -> None:
    bench.page.read(MESSY)
    words = bench.words()
    for wanted in ("✓ 可导入", "483 户", "⚠ 请核对", "✕ 必须改", "43 处"):
        assert wanted in words
    rows = bench.rows()
    assert all(row[4] for row in rows)
    assert [row[0] for row in rows[:43]] == ["✕ 必须改"] * 43
    assert not [row[3] for row in rows if re.search(r"\d{15}", row[3])]
    bench.presses("只看必须改")
    assert len(bench.rows()) == 43
    bench.presses("已整理")
    assert {row[0] for row in bench.rows()} == {"✓ 已整理"}


def test_cures_are_taken_by_keys_and_taken_back_by_one(bench: Bench) -> None:
    bench.page.read(three_with(bench.folder, two_short_ids))
    assert bench.kinds() == ["id_length", "id_length"]
    bench.key(Qt.Key.Key_Down)
    bench.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert bench.kinds() == ["id_length", "id_missing"]
    bench.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.kinds() == ["id_length", "id_length"]
    bench.key(Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert bench.kinds() == ["id_missing", "id_missing"]
    assert not bench.button("撤回上一步").isHidden()
    bench.presses("撤回上一步")
    assert bench.kinds() == ["id_length", "id_length"]


def test_after_a_cure_the_clerk_stands_on_the_next_row(bench: Bench) -> None:
    bench.page.read(three_with(bench.folder, two_short_ids))
    view = bench.page._fixes.view
    below = view.rows.row_at(1)
    assert below is not None
    bench.presses("只看必须改")
    bench.presses("Alt+1")
    here = view.row_here()
    assert here is not None
    assert here.finding == below.finding


def test_the_first_cure_is_taken_by_a_press_on_its_row(bench: Bench) -> None:
    bench.page.read(three_with(bench.folder, two_short_ids))
    view = bench.page._fixes.view
    place = view.visualRect(view.rows.index(1, 4)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.kinds() == ["id_length", "id_missing"]


def test_enter_opens_the_cell_and_what_is_typed_is_planned(bench: Bench, qtbot: QtBot) -> None:
    bench.page.read(three_with(bench.folder, two_short_ids))
    bench.key(Qt.Key.Key_Return)
    editor = bench.page.findChild(QLineEdit, "import.cell")
    assert isinstance(editor, QLineEdit)
    assert editor.text() == id_number("19620811", 902)[:17]
    editor.selectAll()
    QTest.keyClicks(editor, id_number("19620811", 902))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.kinds() == ["id_length"])
    bench.key(Qt.Key.Key_F2)
    assert bench.page.findChild(QLineEdit, "import.cell") is not None


def test_f8_goes_on_step_by_step_and_imports(bench: Bench) -> None:
    bench.page.read(save_roster(bench.folder / "花名册.xlsx", three_households()))
    bench.key(Qt.Key.Key_F8)
    assert "▸ ④ 看样" in bench.words()
    bench.presses("上一步")
    bench.presses("上一步")
    assert "▸ ② 对列" in bench.words()
    for _ in range(3):
        bench.key(Qt.Key.Key_F8)
    assert bench.household_count() == 3
    assert "撤销本次导入" in bench.words()


def test_every_field_shows_its_column_three_values_and_how_sure_it_is(bench: Bench) -> None:
    bench.page.read(MESSY)
    bench.presses("上一步")
    step = bench.page._columns
    combo = step.findChild(QComboBox, "column.id")
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == "F　身份证号码"
    words = bench.words()
    assert "✓ 认得" in words
    assert "卢天喜 · " in words
    ticks = {tick.accessibleName(): tick.isChecked() for tick in bench.seen(QCheckBox)}
    assert ticks["读工作表 第一网格"]
    assert not ticks["读工作表 2023旧表"]
    assert "不读：隐藏的表，多半是旧的" in words


def test_a_column_is_chosen_from_the_box_and_the_roster_read_by_it(bench: Bench) -> None:
    def short_phone(rows: list[Row]) -> None:
        rows[0]["联系电话"] = "1380000111"

    bench.page.read(three_with(bench.folder, short_phone))
    assert bench.kinds() == ["phone_length"]
    bench.presses("上一步")
    combo = bench.page._columns.findChild(QComboBox, "column.phone")
    assert isinstance(combo, QComboBox)
    QTest.keyClick(combo, Qt.Key.Key_Home)
    combo.activated.emit(combo.currentIndex())
    assert "✓ 您选的" in bench.words()
    again = [box for box in bench.seen(QComboBox) if box.objectName() == "column.phone"]
    assert [box.currentText() for box in again] == ["没有这一列"]
    bench.presses("下一步")
    assert bench.kinds() == []


def test_unticking_a_sheet_leaves_it_out(bench: Bench) -> None:
    rows = three_households()
    sheets = {
        name: [HEADER, *([row.get(title) for title in HEADER] for row in part)]
        for name, part in (("一网格", rows[:4]), ("二网格", rows[4:]))
    }
    bench.page.read(save_sheets(bench.folder / "两张.xlsx", sheets))
    bench.page._presenter.go(Step.COLUMNS)
    tick = next(tick for tick in bench.seen(QCheckBox) if "一网格" in tick.accessibleName())
    tick.click()
    assert "不读：您选的" in bench.words()
    bench.presses("下一步")
    assert "1 户" in bench.words()


def test_a_file_dropped_on_the_page_is_read(bench: Bench) -> None:
    path = save_roster(bench.folder / "花名册.xlsx", three_households())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(QPoint(9, 9)), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    bench.page.dropEvent(drop)
    assert "▸ ③ 修正" in bench.words()


def test_rows_copied_in_wps_are_pasted_with_a_key(bench: Bench) -> None:
    lines = ["户主姓名\t姓名\t与户主关系\t身份证号\t门牌号"]
    lines.append(f"王建国\t王建国\t户主\t{id_number('19600304', 901)}\t1号")
    QGuiApplication.clipboard().setText("\r\n".join(lines))
    bench.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bench.page._presenter.step in (Step.COLUMNS, Step.FIXES)
    bench.page._presenter.go(Step.FIXES)
    assert "1 户" in bench.words()
    QGuiApplication.clipboard().clear()
    bench.page._presenter.start()
    bench.presses("粘贴复制的行")
    assert bench.page.message.words.startswith("剪贴板里没有行")


def test_a_protected_file_asks_for_its_password_on_the_page(bench: Bench) -> None:
    bench.page.read(SAMPLES / "花名册_加密.xlsx")
    assert "“花名册_加密.xlsx”有密码，请输入" in bench.words()
    bench.key(Qt.Key.Key_A)
    bench.key(Qt.Key.Key_Return)
    assert "密码不对" in bench.words()
    QTest.keyClicks(bench.page.focusWidget(), "qingquan2026")
    bench.presses("打开")
    assert "486 户" in bench.words()


def test_the_password_stands_alone_and_whole_in_the_largest_letters(bench: Bench, theme: Theme) -> None:
    theme.set_size(18)
    bench.page.resize(1140, 590)
    bench.page.read(SAMPLES / "花名册_加密.xlsx")
    QApplication.processEvents()
    line = bench.page._choose._password
    card = line.parentWidget()
    assert card is not None
    assert line.height() >= line.minimumSizeHint().height()
    assert card.rect().contains(line.geometry())
    assert bench.page._choose.history.isHidden()
    bench.page._presenter.start()
    assert not bench.page._choose.history.isHidden()


def test_a_file_that_is_no_roster_says_so_and_does_not_go_on(bench: Bench) -> None:
    bench.page.read(SAMPLES / "积分细则.xlsx")
    assert "“积分细则.xlsx”里没有认出花名册。" in bench.words()
    assert not bench.button("下一步").isEnabled()
    assert bench.page._columns._fields.isHidden()
    bench.presses("重新选文件")
    assert bench.button("选文件…").isEnabled()


def test_the_last_digits_of_a_masked_number_are_in_sight(bench: Bench) -> None:
    bench.page.read(three_with(bench.folder, two_short_ids))
    assert [row[3][:6] for row in bench.rows()] == ["14****"] * 2
    assert all(len(row[3]) == 9 for row in bench.rows())


def test_rows_that_stay_out_are_saved_where_the_clerk_wants(bench: Bench) -> None:
    def two_heads(rows: list[Row]) -> None:
        rows[1]["与户主关系"] = "户主"

    bench.page.read(three_with(bench.folder, two_heads))
    bench.answers.file = bench.folder / "改.xlsx"
    bench.presses("不导入的 3 行另存为 Excel")
    assert bench.announced.said == ["已存为“改.xlsx”。"]
    assert (bench.folder / "改.xlsx").is_file()
    for _ in range(2):
        bench.key(Qt.Key.Key_F8)
    bench.answers.file = bench.folder / "再改.xlsx"
    bench.presses("没导入的 3 行另存为 Excel")
    assert (bench.folder / "再改.xlsx").is_file()
    bench.presses("撤销本次导入")
    assert "没导入的" not in bench.words()


def test_a_second_import_lists_what_changes_old_and_new(bench: Bench) -> None:
    bench.page.read(save_roster(bench.folder / "一.xlsx", three_households()))
    for _ in range(2):
        bench.key(Qt.Key.Key_F8)
    rows = three_households()
    rows[0]["联系电话"] = "13900001111"
    bench.page.read(save_roster(bench.folder / "二.xlsx", rows))
    bench.key(Qt.Key.Key_F8)
    (change,) = bench.page._samples._changes.model.rows()
    assert (change.old[:3], change.new) == ("138", "139****1111")
    assert bench.page._samples._changes.isVisible()


def test_a_refused_workbook_is_said_on_the_first_step(bench: Bench) -> None:
    path = bench.folder / "通知.xlsx"
    path.write_bytes(b"\x00\x01\x02\x03" * 100)
    bench.page.read(path)
    assert "▸ ① 选文件" in bench.words()
    assert "通知.xlsx" in bench.page.message.words
    assert bench.button("选文件…").isEnabled()


def test_balances_without_a_day_are_not_read(bench: Bench) -> None:
    bench.page.enter({"kind": "balances"})
    bench.page._choose._day.set_day(None)
    bench.page.read(bench.folder / "无.xlsx")
    assert bench.page.message.words
    assert "▸ ① 选文件" in bench.words()


def test_the_history_offers_to_take_back_for_thirty_days(bench: Bench) -> None:
    bench.page.read(save_roster(bench.folder / "花名册.xlsx", three_households()))
    for _ in range(2):
        bench.key(Qt.Key.Key_F8)
    bench.presses("再导入一份")
    history = bench.page._choose.history
    history.table.view.selectRow(0)
    assert history.take_back.isEnabled()
    history._clock = FixedClock(bench.village.clock.now() + timedelta(days=31))
    history.table.view.clearSelection()
    history.table.view.selectRow(0)
    assert not history.take_back.isEnabled()
    assert "第 1 批已满 30 天，不能整批撤销。" in bench.words()


def test_shops_and_units_have_three_steps_and_say_how_many_go_in(bench: Bench) -> None:
    bench.page.read(save_roster(bench.folder / "花名册.xlsx", three_households()))
    for _ in range(2):
        bench.key(Qt.Key.Key_F8)
    bench.presses("再导入一份")
    bench.page._choose.set_kind(BookKind.OWNERS)
    bench.page.read(SAMPLES / "商铺和驻地单位.xlsx")
    assert "▸ ② 修正" in bench.words()
    bench.presses("导入 19 家")
    assert "✓ 已导入：商铺和单位 19 家" in bench.words()
    bench.presses("看商铺和单位")
    assert bench.went == [Route("owners")]
    bench.presses("撤销本次导入")
    assert "✓ 已撤销第 2 批" in bench.words()
