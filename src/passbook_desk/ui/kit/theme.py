"""Colours, text sizes and the look of every control (experience §6)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from passbook_desk.kernel.settings import TEXT_SIZES
from passbook_desk.ui.kit.style_sheet import style_sheet
from passbook_desk.ui.kit.tokens import (
    ACCENT,
    CANVAS,
    PAPER,
    SELECTED,
    STRIPE,
    TEXT,
    TEXT_2,
)
from passbook_desk.ui.kit.wheel import WheelGuard

FAMILIES: Final = ("Noto Sans SC", "HanaMinB")
_ENGLISH: Final = 1.3
FILES: Final = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
RARE: Final = "HanaMinB.ttf"


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes that go with a text size: `text`, `title`, `figure` in points, the others in pixels."""

    text: int
    title: int
    figure: int
    row: int
    button: int
    hit: int = 32
    gap: int = 8


_METRICS: Final = {
    12: Metrics(12, 19, 31, 34, 36),
    14: Metrics(14, 22, 36, 37, 40),
    18: Metrics(18, 28, 46, 45, 48, gap=12),
}


def metrics() -> Metrics:
    """The sizes in force: those of the application's font, or of the nearest text size."""
    size = QApplication.font().pointSize()
    return _METRICS[min(TEXT_SIZES, key=lambda known: abs(known - size))]


def han_width(widget: QWidget, characters: float) -> int:
    """Pixels that so many Han characters take in the widget's font."""
    return round(QFontMetricsF(widget.font()).horizontalAdvance("国") * characters)


def word_width(widget: QWidget, characters: float) -> int:
    """Pixels for a word that has so many Han characters in Chinese, in the language shown."""
    english = QLocale().language() == QLocale.Language.English
    return han_width(widget, characters * _ENGLISH if english else characters)


class Theme(QObject):
    """The look of the application. `set_size` changes all open windows at once."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        fonts: Path,
        size: int = 14,
        added_font: str = "",
        remember: Callable[[int], None] | None = None,
    ) -> None:
        """`fonts` is the folder of the shipped fonts; `remember` stores a size the clerk chose.

        Rare characters, the font file `added_font` and the wheel's guard come with `complete`.
        """
        super().__init__(app)
        self._app = app
        self._remember = remember
        self._fonts = fonts
        self._added_font = added_font
        self._families: tuple[str, ...] = FAMILIES
        for name in FILES:
            QFontDatabase.addApplicationFont(str(fonts / name))
        self._size = 0
        app.setStyle("Fusion")
        app.setPalette(light_palette())
        self._apply(size)

    def complete(self) -> None:
        """What the first paint does without. Call it once, after it.

        The font of rare characters is thirty megabytes. A filter of Python on the whole application (the
        guard that lets the wheel scroll pages instead of changing fields) makes Qt's binding prepare every
        class there is, which takes longer than all of the window.
        """
        QFontDatabase.addApplicationFont(str(self._fonts / RARE))
        if self._added_font:
            added = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(self._added_font))
            self._families = (*FAMILIES, *added)
            self._apply(self._size)
        WheelGuard(self._app)

    @property
    def size(self) -> int:
        """The text size in points."""
        return self._size

    def set_size(self, size: int) -> None:
        """Change the text size (12, 14 or 18) and remember it."""
        if size == self._size:
            return
        self._apply(size)
        if self._remember is not None:
            self._remember(size)
        self.changed.emit()

    def larger(self) -> None:
        """The next larger size, if there is one (Ctrl and +)."""
        self.set_size(min((size for size in TEXT_SIZES if size > self._size), default=self._size))

    def smaller(self) -> None:
        """The next smaller size, if there is one (Ctrl and -)."""
        self.set_size(max((size for size in TEXT_SIZES if size < self._size), default=self._size))

    def usual(self) -> None:
        """Back to 标准 (Ctrl and 0), which always fits the screen."""
        self.set_size(TEXT_SIZES[0])

    def font(self, size: int) -> QFont:
        """The screen font in a size in points, rare characters falling back to the second family."""
        font = QFont()
        font.setFamilies(list(self._families))
        font.setPointSize(size)
        return font

    def _apply(self, size: int) -> None:
        self._size = size if size in TEXT_SIZES else TEXT_SIZES[1]
        self._app.setFont(self.font(self._size))
        self._app.setStyleSheet(style_sheet(_METRICS[self._size]))


def light_palette() -> QPalette:
    """The light palette, whatever the desktop prefers: a dark one is not tested."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: CANVAS,
        QPalette.ColorRole.WindowText: TEXT,
        QPalette.ColorRole.Base: PAPER,
        QPalette.ColorRole.AlternateBase: STRIPE,
        QPalette.ColorRole.Text: TEXT,
        QPalette.ColorRole.PlaceholderText: TEXT_2,
        QPalette.ColorRole.Button: PAPER,
        QPalette.ColorRole.ButtonText: TEXT,
        QPalette.ColorRole.BrightText: PAPER,
        QPalette.ColorRole.ToolTipBase: PAPER,
        QPalette.ColorRole.ToolTipText: TEXT,
        QPalette.ColorRole.Highlight: SELECTED,
        QPalette.ColorRole.HighlightedText: TEXT,
        QPalette.ColorRole.Link: ACCENT,
        QPalette.ColorRole.Accent: ACCENT,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(TEXT_2))
    return palette


def icon_size() -> QSize:
    """Side of a badge that stands beside text of the size in force."""
    side = metrics().hit - 8
    return QSize(side, side)
