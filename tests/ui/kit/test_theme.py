import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from passbook_desk.kernel.settings import TEXT_SIZES
from passbook_desk.ui.kit import tokens
from passbook_desk.ui.kit.icons import Badge, BadgeLabel, badge_icon
from passbook_desk.ui.kit.style_sheet import style_sheet
from passbook_desk.ui.kit.theme import Theme, metrics


def _luminance(colour: str) -> float:
    shares = [part / 255 for part in QColor(colour).toTuple()[:3]]
    linear = [s / 12.92 if s <= 0.03928 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        (tokens.TEXT, tokens.PAPER, 7),
        (tokens.TEXT, tokens.SELECTED, 7),
        (tokens.TEXT_2, tokens.CANVAS, 4.5),
        (tokens.PAPER, tokens.ACCENT, 4.5),
        (tokens.WARN, tokens.WARN_GROUND, 4.5),
        (tokens.ERROR, tokens.ERROR_GROUND, 4.5),
        (tokens.OK, tokens.OK_GROUND, 4.5),
        (tokens.LINE, tokens.PAPER, 3),
        (tokens.RED_BOOK, tokens.PAPER, 4.5),
        (tokens.GREEN_BOOK, tokens.PAPER, 4.5),
    ],
)
def test_words_stand_out_from_their_ground(text: str, ground: str, least: float) -> None:
    assert _contrast(text, ground) >= least - 0.05


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_sizes_of_text_are_in_points_and_none_is_smaller_than_the_base(theme: Theme, size: int) -> None:
    theme.set_size(size)
    sheet = style_sheet(metrics())
    sizes = [int(found) for found in re.findall(r"font-size: (\d+)pt", sheet)]
    assert len(sizes) == 3
    assert min(sizes) >= size
    assert not re.search(r"font(-size)?:[^;]*px", sheet)
    assert "@" not in sheet


@pytest.mark.parametrize(("size", "row", "button"), [(12, 34, 36), (14, 37, 40), (18, 45, 48)])
def test_controls_grow_with_the_text(qtbot: QtBot, theme: Theme, size: int, row: int, button: int) -> None:
    theme.set_size(size)
    press, line = QPushButton("保存"), QLineEdit()
    for widget in (press, line):
        qtbot.addWidget(widget)
        widget.show()
    assert (metrics().row, metrics().button) == (row, button)
    assert press.height() >= button
    assert line.height() >= button
    assert QFontInfo(press.font()).pointSize() == size


def test_a_control_does_not_move_when_it_gains_the_focus(qtbot: QtBot, theme: Theme) -> None:
    sheet = style_sheet(metrics())
    plain = re.search(r"\nQLineEdit, QComboBox, QPlainTextEdit \{[^}]*padding: (\d+)px (\d+)px", sheet)
    focus = re.search(
        r"QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus \{[^}]*padding: (\d+)px (\d+)px", sheet
    )
    assert plain is not None
    assert focus is not None
    assert [int(value) + 1 for value in plain.groups()] == [int(value) + 3 for value in focus.groups()]


def test_a_chosen_size_is_remembered_and_told(qtbot: QtBot, theme: Theme) -> None:
    told: list[int] = []
    theme.changed.connect(lambda: told.append(theme.size))
    theme.larger()
    theme.larger()
    theme.larger()
    theme.smaller()
    theme.usual()
    assert told == [14, 18, 14, 12]


def test_rare_characters_and_everyday_ones_come_from_the_shipped_fonts(theme: Theme) -> None:
    assert theme.font(12).families()[:2] == ["Noto Sans SC", "HanaMinB"]
    assert QRawFont.fromFont(theme.font(12)).familyName() == "Noto Sans SC"
    widths = {QFontMetrics(theme.font(12)).horizontalAdvance(digit) for digit in "0123456789"}
    assert len(widths) == 1  # tabular digits


def test_a_rare_character_is_drawn_from_the_second_font_once_the_theme_is_complete(theme: Theme) -> None:
    layout = QTextLayout("王𡝗", theme.font(12))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert {run.rawFont().familyName() for run in runs} == {"Noto Sans SC", "HanaMinB"}
    assert all(glyph != 0 for run in runs for glyph in run.glyphIndexes())


def test_badges_are_told_apart_without_colour(qtbot: QtBot, theme: Theme) -> None:
    star, disc = (badge_icon(badge).pixmap(24, 24).toImage() for badge in Badge)
    assert star.pixelColor(2, 2).alpha() == 255  # a square reaches its corner, a round does not
    assert disc.pixelColor(2, 2).alpha() == 0
    label = BadgeLabel(Badge.STAR, "红色存折")
    qtbot.addWidget(label)
    label.set_word("红色存折 10230017")
    assert label.text() == "红色存折 10230017"
    assert label.sizeHint().width() > QFontMetrics(label.font()).horizontalAdvance(label.text()) + 20


def test_the_light_palette_is_kept_whatever_the_desktop_prefers(qapp: QApplication, theme: Theme) -> None:
    assert qapp.palette().window().color().name().upper() == tokens.CANVAS
    assert qapp.palette().text().color().name().upper() == tokens.TEXT
