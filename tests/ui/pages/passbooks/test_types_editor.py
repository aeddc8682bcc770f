"""The layout of a book over a photo of the real one: dragged, typed, refused in words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders.village import settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.passbooks.books.layouts import ColumnKind
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.passbooks.types_moves import Part, PartKind, column_of
from passbook_desk.ui.pages.passbooks.types_painting import narrowed
from ui.pages.passbooks.types_bench import BIG, Bench, point


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, tmp_path: Path, fontbook: FontBook) -> Bench:
    return Bench(qtbot, settled_village(tmp_path), fontbook)


def photo(folder: Path, name: str = "折页.png", colour: str = "#ff2020") -> Path:
    picture = QImage(650, 900, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    assert picture.save(str(folder / name))
    return folder / name


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("width_mm", "50", "这里要填 60 到 420，请改。"),
        ("lines", "40", "40 行排到"),
        ("lines", "2", "这里要填 4 到 60，请改。"),
        ("pages", "", "“”不是数，请只填数字。"),
        ("first_mm", "一寸", "“一寸”不是数，请只填数字。"),
        ("fold_skip", "0", "骑缝在第几行后、空几行，请两个都填；没有骑缝就都填 0。"),
        ("pitch_mm", "6.3.5", "“6.3.5”不是数，请只填数字。"),
        ("pages", "1.5", "“1.5”不是数，请只填数字。"),
    ],
)
def test_a_wrong_number_is_told_in_words_at_its_field_and_nothing_is_written(
    bench: Bench, key: str, text: str, said: str
) -> None:
    bench.edit()
    edit = bench.page.editor.form.numbers[key]
    edit.clear()
    bench.type_number(key, text)
    assert bench.page.editor.form.problem_words().startswith(said)
    bench.press("types.save")
    assert bench.page.message.words == "有一处还没填对，没有保存，请看红字。"
    assert bench.kinds()[BIG.name].layout == BIG
    edit.setText({"width_mm": "131", "fold_skip": "3"}.get(key, f"{getattr(BIG, key):g}"))
    assert bench.page.editor.settle() is not None
    assert bench.page.editor.form.problem_words() == ""


def test_wide_digits_and_the_chinese_full_stop_are_understood(bench: Bench) -> None:
    bench.edit()
    bench.type_number("first_mm", "２０。５")
    assert bench.layout.first_mm == 20.5


def test_a_column_with_a_wrong_number_is_the_field_that_turns_red(bench: Bench) -> None:
    bench.edit()
    form = bench.page.editor.form
    line = form.columns[ColumnKind.WORDS]
    line.left.setText("10")
    assert bench.page.editor.settle() is None
    assert form.problem_words() == "这一栏压着左边的栏，请改“左”，或改窄左边的栏。"
    wrong = [each for each in form.columns.values() if each.left.property("wrong")]
    assert wrong
    line.left.setText("乱")
    bench.page.editor.settle()
    assert line.left.property("wrong")
    assert form.problem_words() == "“乱”不是数，请只填数字。"


def test_a_column_that_a_book_may_lack_is_ticked_away_and_back(bench: Bench) -> None:
    bench.edit()
    line = bench.page.editor.form.columns[ColumnKind.HANDLER]
    before = column_of(bench.layout, ColumnKind.HANDLER)
    line.has.click()
    assert ColumnKind.HANDLER not in [column.kind for column in bench.layout.columns]
    assert not line.left.isEnabled()
    line.has.click()
    assert column_of(bench.layout, ColumnKind.HANDLER) == before
    day = bench.page.editor.form.columns[ColumnKind.DAY]
    assert day.title is not day.has


def test_a_column_is_dragged_and_its_numbers_follow(bench: Bench) -> None:
    bench.edit()
    words = column_of(bench.layout, ColumnKind.WORDS)
    middle = words.left_mm + words.width_mm / 2
    bench.drag((middle, 60), (middle + 3, 60))
    after = column_of(bench.layout, ColumnKind.WORDS)
    assert after.left_mm == pytest.approx(words.left_mm + 3, abs=0.3)
    assert after.width_mm == words.width_mm
    form = bench.page.editor.form.columns[ColumnKind.WORDS]
    assert float(form.left.text()) == after.left_mm
    assert "“事项”栏" in bench.page.editor._parts.currentText()
    assert bench.kinds()[BIG.name].layout == BIG


def test_a_border_line_1_the_last_line_and_the_fold_are_dragged(bench: Bench) -> None:
    bench.page.editor._whole.click()
    bench.edit()
    words = column_of(BIG, ColumnKind.WORDS)
    end = words.left_mm + words.width_mm
    bench.drag((end, 100), (end - 4, 100))
    assert column_of(bench.layout, ColumnKind.WORDS).width_mm == pytest.approx(words.width_mm - 4, abs=0.4)
    bench.drag((60, BIG.first_mm), (60, BIG.first_mm + 2))
    assert bench.layout.first_mm == pytest.approx(BIG.first_mm + 2, abs=0.4)
    now = bench.layout
    last = now.middle_mm(now.lines)
    bench.drag((60, last), (60, last - 5))
    assert bench.layout.middle_mm(now.lines) == pytest.approx(last - 5, abs=0.5)
    fold = bench.layout.fold_mm()
    assert fold is not None
    bench.drag((60, fold[0]), (60, fold[0] - 2 * bench.layout.pitch_mm))
    assert bench.layout.fold_after == BIG.fold_after - 2


def test_the_keyboard_moves_and_widens_by_half_millimetres(bench: Bench) -> None:
    bench.edit()
    canvas = bench.page.editor.canvas
    canvas.setFocus()
    first = bench.layout.first_mm
    bench.key(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert bench.layout.first_mm == first + 0.5
    bench.key(*[Qt.Key.Key_PageDown] * 2)
    assert canvas.part == Part(PartKind.FOLD)
    bench.key(Qt.Key.Key_Up)
    bench.key(Qt.Key.Key_Down, shift=True)
    assert (bench.layout.fold_after, bench.layout.fold_skip) == (BIG.fold_after - 1, BIG.fold_skip + 1)
    canvas.choose(Part(PartKind.COLUMN, ColumnKind.WORDS))
    before = column_of(bench.layout, ColumnKind.WORDS)
    bench.key(Qt.Key.Key_Right)
    bench.key(Qt.Key.Key_Left, shift=True)
    after = column_of(bench.layout, ColumnKind.WORDS)
    assert (after.left_mm, after.width_mm) == (before.left_mm + 0.5, before.width_mm - 0.5)
    assert canvas.accessibleDescription() == f"“事项”栏 左 {after.left_mm:g}，宽 {after.width_mm:g} 毫米"


def test_a_drag_is_let_go_with_esc(bench: Bench) -> None:
    bench.edit()
    canvas = bench.page.editor.canvas
    before = bench.layout
    start = point(canvas.place_of(50, 60))
    bench.qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    bench.qtbot.mouseMove(canvas, start + QPoint(30, 0))
    assert bench.layout != before
    bench.key(Qt.Key.Key_Escape)
    assert bench.layout == before
    bench.qtbot.mouseMove(canvas, start + QPoint(60, 0))
    assert bench.layout == before


def test_the_field_with_the_focus_shows_its_column_on_the_page(bench: Bench) -> None:
    bench.edit()
    bench.page.editor.form.columns[ColumnKind.BALANCE].width.setFocus()
    assert bench.page.editor.canvas.part == Part(PartKind.COLUMN, ColumnKind.BALANCE)
    assert bench.page.editor._parts.currentText() == "“结余”栏"


def colour_at(bench: Bench, right: float, down: float) -> QColor:
    canvas = bench.page.editor.canvas
    return QColor(canvas.grab().toImage().pixel(point(canvas.place_of(right, down))))


def test_a_photo_lies_stretched_below_the_layout_and_never_enters_the_village(
    bench: Bench, tmp_path: Path
) -> None:
    bench.edit()
    bench.answers.file = photo(tmp_path)
    size = bench.village.path.stat().st_size
    assert colour_at(bench, 129, 175).green() > 200
    bench.press("types.photo")
    assert bench.page.editor.canvas.has_photo
    corners = [colour_at(bench, right, down) for right in (1, 129) for down in (1, 178)]
    assert all(corner.red() > 150 > corner.green() for corner in corners)
    assert "不存进村里的文件" in bench.page.editor._hint.text()
    bench.type_number("first_mm", "20.5")
    bench.press("types.save")
    assert not bench.page.editor.canvas.has_photo
    assert bench.village.path.stat().st_size == size
    assert bench.kinds()[BIG.name].layout.first_mm == 20.5


def test_a_photo_taken_sideways_is_turned(bench: Bench, tmp_path: Path) -> None:
    bench.edit()
    picture = QImage(900, 650, QImage.Format.Format_RGB32)
    picture.fill(QColor("#2020ff"))
    for x in range(450):
        for y in range(650):
            picture.setPixelColor(x, y, QColor("#ff2020"))
    assert picture.save(str(tmp_path / "横.jpg"))
    bench.answers.file = tmp_path / "横.jpg"
    bench.press("types.photo")
    assert colour_at(bench, 1, 170).red() > 150
    bench.page.editor._turn.click()
    assert colour_at(bench, 1, 170).blue() > 150
    assert colour_at(bench, 1, 5).red() > 150
    bench.page.editor._away.click()
    assert not bench.page.editor.canvas.has_photo


def test_what_lies_around_the_page_on_a_photo_is_trimmed_by_two_clicks(bench: Bench, tmp_path: Path) -> None:
    bench.page.editor._whole.click()
    bench.edit()
    picture = QImage(1000, 1000, QImage.Format.Format_RGB32)
    picture.fill(QColor("#202020"))
    for x in range(200, 800):
        for y in range(100, 900):
            picture.setPixelColor(x, y, QColor("#ff2020"))
    assert picture.save(str(tmp_path / "桌上.png"))
    bench.answers.file = tmp_path / "桌上.png"
    bench.press("types.photo")
    canvas, before = bench.page.editor.canvas, bench.layout
    assert colour_at(bench, 2, 150).red() < 100
    bench.page.editor._trim.click()
    assert "左上角" in bench.page.editor._hint.text()
    for share in ((0.2, 0.1), (0.8, 0.9)):
        place = point(canvas.place_of(share[0] * BIG.width_mm, share[1] * BIG.height_mm))
        bench.qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert all(colour_at(bench, right, 150).red() > 150 for right in (2, 65, 128))
    assert bench.layout == before
    bench.page.editor._trim.click()
    bench.key(Qt.Key.Key_Escape)
    assert "不存进村里的文件" in bench.page.editor._hint.text()
    bench.page.editor._trim.click()
    for _ in range(2):
        bench.qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point(canvas.place_of(50, 50)))
    assert all(colour_at(bench, right, 150).red() > 150 for right in (2, 65, 128))


def test_the_sample_lines_make_way_for_what_stands_on_the_photo(bench: Bench, tmp_path: Path) -> None:
    bench.edit()
    bench.answers.file = photo(tmp_path)
    canvas = bench.page.editor.canvas
    assert canvas.show_sample
    bench.press("types.photo")
    assert not canvas.show_sample
    bench.page.editor._sample.click()
    bench.page.editor._turn.click()
    assert canvas.show_sample
    bench.page.editor._away.click()
    assert canvas.show_sample


def test_after_the_upper_corner_the_lower_one_comes_into_sight(bench: Bench, tmp_path: Path) -> None:
    bench.edit()
    bench.answers.file = photo(tmp_path)
    bench.press("types.photo")
    editor = bench.page.editor
    bar = editor._area.verticalScrollBar()
    assert bar.maximum() > 100
    bar.setValue(bar.maximum())
    editor._trim.click()
    assert bar.value() == 0
    upper = point(editor.canvas.place_of(5, 5))
    bench.qtbot.mouseClick(editor.canvas, Qt.MouseButton.LeftButton, pos=upper)
    assert bar.value() == bar.maximum()


def test_the_next_kind_is_shown_from_its_name_on(bench: Bench) -> None:
    bench.edit()
    bar = bench.page.editor.form._sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    bench.page.enter({"edit": bench.kinds()[SHIPPED[1].name].id})
    QApplication.processEvents()
    assert bar.maximum() > 0
    assert bar.value() == 0


@pytest.mark.parametrize("size", [12, 14, 18])
def test_the_words_of_the_fold_fit_the_page_however_small_it_is_shown(theme: Theme, size: int) -> None:
    theme.set_size(size)
    words = "骑缝  第 10 行后空 4 行"
    font = narrowed(QApplication.font(), words, 160)
    assert QFontMetricsF(font).horizontalAdvance(words) <= 160
    assert narrowed(QApplication.font(), "骑缝", 160).pointSizeF() == QApplication.font().pointSizeF()


def test_what_is_no_picture_is_refused_in_words(bench: Bench, tmp_path: Path) -> None:
    bench.edit()
    bench.answers.file = tmp_path / "折页.png"
    bench.answers.file.write_text("不是照片", encoding="utf-8")
    bench.press("types.photo")
    assert bench.page.message.words == "“折页.png”不是能看的照片，请另选 PNG 或 JPG。"
    assert not bench.page.editor.canvas.has_photo


@pytest.mark.parametrize("size", [12, 14, 18])
def test_list_and_editor_fit_the_screen_at_every_text_size(
    bench: Bench, theme: Theme, tmp_path: Path, size: int
) -> None:
    theme.set_size(size)
    bench.edit()
    bench.answers.file = photo(tmp_path)
    bench.press("types.photo")
    QApplication.processEvents()
    bench.page.editor._away.click()
    bench.press("types.photo")
    assert bench.page.width() <= 1130
    hint = bench.page.minimumSizeHint()
    assert hint.width() <= 1130
    assert hint.height() <= 620
    assert bench.page.editor.canvas.dots_per_mm >= 2.5
