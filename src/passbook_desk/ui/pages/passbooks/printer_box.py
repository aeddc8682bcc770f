"""Which printer, which paper, how it is corrected."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from passbook_desk.documents.correction import Correction
from passbook_desk.ui.kit.ports import Printers
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.passbooks.words import correction_words


class PrinterBox(QWidget):
    """`chosen(printer)` when the clerk takes another one; `calibrate` opens the page that measures it."""

    chosen = Signal(str)

    def __init__(self, printers: Printers, calibrate: Callable[[], None]) -> None:
        super().__init__()
        self._printers = QComboBox()
        self._printers.addItems(printers.names())
        self._printers.setCurrentText(printers.usual())
        self._printers.setMinimumWidth(han_width(self, 6))
        self._printers.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._printers.activated.connect(lambda _row: self.chosen.emit(self.printer))
        self._taken = False
        self._none = QLabel(self.tr("这台电脑没有打印机。存为 PDF 拿去打，或照屏幕手写。"))
        self._none.setWordWrap(True)
        self._printers.activated.connect(lambda _row: self._take())
        self._paper, self._correction = QLabel(), QLabel()
        self._correction.setWordWrap(True)
        self._calibrate = QPushButton(self.tr("校准"))
        self._calibrate.setObjectName("print.calibrate")
        self._calibrate.setAutoDefault(False)
        self._calibrate.clicked.connect(calibrate)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self._correction, 1)
        beside.addWidget(self._calibrate)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        words = (self.tr("打印机"), self.tr("纸"), self.tr("校正"))
        for row, word in enumerate(words):
            label = QLabel(word)
            label.setProperty("role", "quiet")
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if row == 0:
                label.setBuddy(self._printers)
        grid.addWidget(self._printers if self.printer else self._none, 0, 1)
        grid.addWidget(self._paper, 1, 1)
        grid.addLayout(beside, 2, 1)
        if not self.printer:
            self._calibrate.hide()

    @property
    def printer(self) -> str:
        """The printer chosen; "" where this computer has none."""
        return self._printers.currentText()

    def show_paper(self, paper: str) -> None:
        """Say what paper belongs into the printer."""
        self._paper.setText(paper)

    def show_correction(self, found: Correction | None) -> None:
        """Say how the printer is corrected for that paper."""
        self._correction.setText(correction_words(found) if self.printer else "—")

    def propose(self, printer: str) -> None:
        """Choose the printer that was measured for the paper, unless the clerk chose one before."""
        if not self._taken and self._printers.findText(printer) >= 0:
            self._printers.setCurrentText(printer)

    def _take(self) -> None:
        self._taken = True
