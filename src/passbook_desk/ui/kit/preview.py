"""Pages as they will be printed, with turning, two sizes, printing and saving as PDF."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.imposition import Duplex
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages, write_pdf
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.page_frame import FORBIDDEN
from passbook_desk.ui.kit.ports import Announcer, Dialogs, FileKind, Printers
from passbook_desk.ui.kit.printers import PrintersHere
from passbook_desk.ui.kit.printing import PagePen
from passbook_desk.ui.kit.screen import dots_per_mm
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.kit.tokens import HAIR, LINE, PAPER, TEXT_2

_EDGE: Final = 12
"""Pixels around the sheet."""
_RULER: Final = 30
"""Pixels left of the sheet and above it where a ruler lies."""
_LARGEST: Final = 1.5
"""How many times its size on paper a small sheet is shown at most, so that a page of a book stays a page."""

Gate = Callable[[str | None, Callable[[Sequence[Page]], None]], None]
"""Asked before pages leave the house: `gate(printer, go)`, the printer None for a file.

It calls `go(pages)` with the pages as they are to be sent, once what must be written first is written.
"""


class PreviewPanel(QWidget):
    """Embed it in a page and call `show_pages`.

    Keys: PgUp and PgDn turn pages, Home and End go to the first and last. `printed(count)` and `saved(path)`
    come after the fact, so that a page can log what left the house; `stopped()` when nothing came of it
    although the gate let it pass. At the size on paper a ruler lies along the sheet.
    """

    printed = Signal(int)
    saved = Signal(object)
    stopped = Signal()

    def __init__(
        self,
        fontbook: FontBook,
        jobs: Jobs,
        dialogs: Dialogs,
        announcer: Announcer,
        parent: QWidget | None = None,
        *,
        printers: Printers | None = None,
        gate: Gate | None = None,
        two_rows: bool = False,
    ) -> None:
        """`two_rows` is for a panel beside something else: its controls take less width, and the page around
        has the main button.
        """
        super().__init__(parent)
        self._here = printers or PrintersHere(fontbook)
        self._gate = gate or (lambda _printer, go: go(self._pages))
        self._fontbook, self._jobs, self._dialogs, self._announcer = fontbook, jobs, dialogs, announcer
        self._pages: Sequence[Page] = ()
        self.duplex: Duplex | None = None
        """How a printer turns the paper to print on both sides; None prints on one."""
        self._title = ""
        self._number = 0
        self._pen = PagePen(fontbook)
        self._sheet = Sheet(self._pen)
        self._area = QScrollArea()
        self._area.setWidget(self._sheet)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._area)
        self._area.viewport().installEventFilter(self)
        self._area.installEventFilter(self)
        self.message = MessageBar()
        self._lay_out(two_rows)
        self._show_page(0)

    def show_pages(self, pages: Sequence[Page], title: str, *, checked: bool = False) -> None:
        """Show pages from the first; `title` names the PDF. A character that no font has is named above.

        `checked` pages had their characters checked before: a village of pages need not be drawn for it.
        """
        self._pages = pages
        self._title = title
        self.message.clear()
        try:
            if not checked:
                check_pages(self._pages, self._fontbook)
        except PassbookError as error:
            self._pages = ()
            self.message.say(tell(error), Mood.ERROR)
        self._show_page(0)

    @property
    def printer(self) -> str:
        """The printer chosen; "" where there is none."""
        return self._printers.currentText()

    def choose_printer(self, name: str) -> None:
        """Choose a printer, if this computer has it."""
        self._printers.setCurrentText(name)

    @property
    def page_number(self) -> int:
        """The page shown, from 1; 0 while there is none."""
        return self._number + 1 if self._pages else 0

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def turn(self, pages: int) -> None:
        """Turn forward or back; stops at the first and last page."""
        self._show_page(min(max(self._number + pages, 0), max(len(self._pages) - 1, 0)))

    def save_pdf(self) -> None:
        """Ask where, then write all pages as PDF."""
        kind = FileKind(self.tr("PDF 文件"), ("*.pdf",))
        target = self._dialogs.pick_save(self.tr("存为 PDF"), f"{self._title}.pdf", kind)
        if target is None:
            return
        self._gate(None, lambda pages: self._write(pages, target))

    def _write(self, pages: Sequence[Page], target: Path) -> None:
        fontbook, title = self._fontbook, self._title

        def done(_: None) -> None:
            self._announcer.made(
                self.tr("已存为 {name}，共 {count} 页。").format(name=target.name, count=len(pages)), target
            )
            self.saved.emit(target)

        self._jobs.press(
            lambda progress: write_pdf(pages, fontbook, target, title, progress),
            done,
            self._tell,
            self.tr("正在生成 PDF…"),
        )

    def print_all(self) -> None:
        """Send all pages to the printer chosen."""
        printer = self._printers.currentText()
        self._gate(printer, lambda pages: self._send(pages, printer))

    def _send(self, pages: Sequence[Page], printer: str) -> None:
        send = self._here.ready(pages, printer, self._title, self.duplex)
        pressed = self._print.hasFocus()
        self._print.setEnabled(False)

        def back() -> None:
            self._print.setEnabled(True)
            if pressed:
                self._print.setFocus()

        def sent(started: bool) -> None:
            back()
            if started:
                self._announcer.done(self.tr("已送打印机，共 {count} 页。").format(count=len(pages)))
                self.printed.emit(len(pages))
            else:
                self.message.say(
                    self.tr("打印机没有准备好，没有打印。请检查打印机，或先存为 PDF。"), Mood.ERROR
                )
                self.stopped.emit()

        def stopped(error: BaseException) -> None:
            back()
            self._tell(error)

        self._jobs.press(send, sent, stopped, self.tr("正在送打印机…"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self._resize_sheet()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_PageDown: 1,
                Qt.Key.Key_PageUp: -1,
                Qt.Key.Key_Home: -self._number,
                Qt.Key.Key_End: len(self._pages),
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self.turn(step)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self, two_rows: bool) -> None:
        self._back = QPushButton(self.tr("上一页"))
        self._back.clicked.connect(lambda: self.turn(-1))
        self._next = QPushButton(self.tr("下一页"))
        self._next.clicked.connect(lambda: self.turn(1))
        self._place = QLabel()
        self._fit = ToggleButton(self.tr("适合宽度"))
        self._true = ToggleButton(self.tr("纸上大小"))
        group = QButtonGroup(self)
        for button in (self._fit, self._true):
            group.addButton(button)
        self._fit.setChecked(True)
        group.buttonClicked.connect(lambda _button: self._resize_sheet())
        self._printers = QComboBox()
        self._printers.addItems(self._here.names())
        self._printers.setCurrentText(self._here.usual())
        self._printers.setMinimumWidth(han_width(self, 6))
        self._printers.setAccessibleName(self.tr("打印机"))
        self._print = QPushButton(self.tr("打印"))
        self._print.setObjectName("print.paper")
        self._print.clicked.connect(self.print_all)
        self._save = QPushButton(self.tr("存为 PDF"))
        self._save.setObjectName("print.file")
        self._save.setProperty("primary", not two_rows)
        self._save.clicked.connect(self.save_pdf)
        turning = (self._back, self._place, self._next)
        sizes, printing = (self._fit, self._true), (self._print, self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if two_rows:
            column.addLayout(_bar(turning, (self._printers,)))
            column.addLayout(_bar(sizes, printing))
        else:
            column.addLayout(_bar((*turning, *sizes), (self._printers, *printing)))
        column.addWidget(self.message)
        column.addWidget(self._area, 1)

    def _show_page(self, number: int) -> None:
        self._number = number
        count = len(self._pages)
        self._place.setText(
            self.tr("第 {page} 页 共 {count} 页").format(page=number + 1, count=count)
            if count
            else self.tr("还没有可看的页")
        )
        self._back.setEnabled(number > 0)
        self._next.setEnabled(number + 1 < count)
        printers = self._printers.count() > 0
        self._printers.setVisible(printers)
        self._print.setVisible(printers and not self._print.property(FORBIDDEN))
        self._print.setEnabled(count > 0)
        self._save.setEnabled(count > 0)
        self._sheet.set_page(self._pages[number] if count else None)
        self._resize_sheet()
        self._area.verticalScrollBar().setValue(0)

    def _resize_sheet(self) -> None:
        self._sheet.set_ruler(self._true.isChecked())
        if self._true.isChecked():
            self._sheet.set_scale(dots_per_mm(self))
        else:
            self._sheet.fit_width(self._area.viewport().width(), dots_per_mm(self) * _LARGEST)

    def _tell(self, error: BaseException) -> None:
        self._announcer.problem(error)
        self.stopped.emit()


class Sheet(QWidget):
    """One sheet of paper on the desk, painted once for each size; a ruler in millimetres may lie along it."""

    def __init__(self, pen: PagePen) -> None:
        super().__init__()
        self._pen = pen
        self._page: Page | None = None
        self._dots_per_mm = 3.0
        self._ruled = False
        self._picture: QPixmap | None = None

    @property
    def page(self) -> Page | None:
        """The page that lies here."""
        return self._page

    def set_page(self, page: Page | None) -> None:
        """Lay a page on the desk; None clears it."""
        self._page = page
        self._picture = None
        self.update()

    def set_ruler(self, ruled: bool) -> None:
        """Lay a ruler along the upper and the left edge, or take it away; scale the sheet afterwards."""
        self._ruled = ruled

    def fit_width(self, room: int, largest: float) -> None:
        """Make the page as wide as the room allows, at most `largest` dots a millimetre."""
        if self._page is not None:
            self.set_scale(min((room - _EDGE - self._before) / self._page.width, largest))

    def set_scale(self, dots_per_mm: float) -> None:
        """Show the page so large."""
        self._dots_per_mm = max(dots_per_mm, 0.5)
        self._picture = None
        side = self._paper_size()
        self.setFixedSize(side.width() + _EDGE + self._before, side.height() + _EDGE + self._before)
        self.update()

    def down_at(self, millimetres: float) -> int:
        """How many pixels below the top of this widget a height on the paper is."""
        return round(self._before + millimetres * self._dots_per_mm)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is None:
            return
        if self._picture is None:
            self._picture = self._painted(self._page)
        corner = QPoint(self._before, self._before)
        painter = QPainter(self)
        painter.drawPixmap(corner, self._picture)
        painter.setPen(QColor(LINE))
        painter.drawRect(QRect(corner, self._paper_size() - QSize(1, 1)))
        if self._ruled:
            self._paint_ruler(painter, self._page)
        painter.end()

    @property
    def _before(self) -> int:
        return _RULER if self._ruled else _EDGE

    def _paint_ruler(self, painter: QPainter, page: Page) -> None:
        """A tick each millimetre, a longer one each five, a figure each ten."""
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        for millimetre in range(int(page.width) + 1):
            at = self.down_at(millimetre)
            self._set_tick(painter, millimetre)
            painter.drawLine(at, _RULER - 3, at, _RULER - 3 - _tick(millimetre))
            if millimetre % 10 == 0:
                box = QRect(at - 20, 0, 40, _RULER - 14)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(millimetre))
        for millimetre in range(int(page.height) + 1):
            at = self.down_at(millimetre)
            self._set_tick(painter, millimetre)
            painter.drawLine(_RULER - 3, at, _RULER - 3 - _tick(millimetre), at)
            if millimetre % 10 == 0 and millimetre:
                right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                painter.drawText(QRect(0, at - 8, _RULER - 12, 16), right, str(millimetre))

    def _set_tick(self, painter: QPainter, millimetre: int) -> None:
        painter.setPen(QColor(TEXT_2 if millimetre % 5 == 0 else HAIR))

    def _painted(self, page: Page) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self._paper_size() * ratio)
        picture.fill(QColor(PAPER))
        painter = QPainter(picture)
        self._pen.paint(painter, page, self._dots_per_mm * ratio)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _paper_size(self) -> QSize:
        if self._page is None:
            return QSize(0, 0)
        return QSize(
            round(self._page.width * self._dots_per_mm), round(self._page.height * self._dots_per_mm)
        )


def _bar(left: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
    bar = QHBoxLayout()
    bar.setSpacing(8)
    for widget in left:
        bar.addWidget(widget)
    bar.addStretch(1)
    for widget in right:
        bar.addWidget(widget)
    return bar


def _tick(millimetre: int) -> int:
    return 9 if millimetre % 10 == 0 else 6 if millimetre % 5 == 0 else 3
