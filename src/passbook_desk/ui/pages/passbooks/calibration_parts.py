from collections.abc import Sequence
from math import isfinite
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from passbook_desk.documents.calibration import DRIFT_SHEETS, Reading
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Page
from passbook_desk.documents.print_exchange import Measured
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.points import NotANumber
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.fields import PlainEdit
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.kit.preview import Sheet
from passbook_desk.ui.kit.printing import PagePen
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.screen import dots_per_mm
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.passbooks.calibration_presenter import Paper, Stage
from passbook_desk.ui.pages.passbooks.words import correction_words

_USUAL: Final = Paper(130, 180)
_LARGEST: Final = 1.5

COLUMNS: tuple[Column[Measured], ...] = (
    Column("printer", QT_TRANSLATE_NOOP("Columns", "打印机"), lambda row: row.printer, 10, stretch=True),
    Column("paper", QT_TRANSLATE_NOOP("Columns", "纸（毫米）"),
           lambda row: size_text(row.width, row.height), 6),
    Column("correction", QT_TRANSLATE_NOOP("Columns", "校正"),
           lambda row: correction_words(row.correction), 18),
    Column("day", QT_TRANSLATE_NOOP("Columns", "哪天校准"), lambda row: day_text(row.measured_on), 6,
           sort=lambda row: row.measured_on),
)  # fmt: skip


def size_text(width: float, height: float) -> str:
    """130×180, as it stands on the box of the paper."""
    return f"{width:g}×{height:g}"


class MillimetreEdit(PlainEdit):
    """A length in millimetres, such as 12.5."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(4, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> float:
        """The length, 0 when the field is empty; raises NotANumber."""
        text = self.text().strip() or "0"
        try:
            length = float(text)
        except ValueError:
            raise NotANumber(text=text) from None
        if not isfinite(length):
            raise NotANumber(text=text)
        return length


class PaperChoice(QWidget):
    """The sizes of the village's books, and two fields for any other. `chosen(paper)` on every change."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = QComboBox()
        self._sizes.setAccessibleName(self.tr("纸"))
        self._sizes.setMinimumWidth(han_width(self, 10))
        self._width, self._height = MillimetreEdit(), MillimetreEdit()
        self._width.setAccessibleName(self.tr("纸的宽"))
        self._height.setAccessibleName(self.tr("纸的高"))
        self._times = QLabel("×")
        self._told: Paper | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("纸（毫米）")))
        for widget in (self._sizes, self._width, self._times, self._height):
            row.addWidget(widget)
        row.addStretch(1)
        self._show_fields()
        self._sizes.currentIndexChanged.connect(self._change)
        for edit in (self._width, self._height):
            edit.editingFinished.connect(self._tell)

    def offer(self, papers: Sequence[Paper], wanted: Paper | None) -> None:
        """Fill the list; the wanted size is chosen, listed or not, else the usual book."""
        self._sizes.blockSignals(True)
        self._sizes.clear()
        for paper in papers:
            size = size_text(paper.width, paper.height)
            words = paper.name if size in paper.name else f"{paper.name} {size}".strip()
            self._sizes.addItem(words, (paper.width, paper.height))
        self._sizes.addItem(self.tr("别的大小"), None)
        here = wanted or _USUAL
        sizes = [(paper.width, paper.height) for paper in papers]
        wide_high = (here.width, here.height)
        self._sizes.setCurrentIndex(sizes.index(wide_high) if wide_high in sizes else len(sizes))
        self._width.setText(f"{here.width:g}")
        self._height.setText(f"{here.height:g}")
        self._sizes.blockSignals(False)
        self._told = None
        self._change()

    def _change(self) -> None:
        self._show_fields()
        self._tell()

    def _show_fields(self) -> None:
        other = self._sizes.currentData() is None
        for widget in (self._width, self._times, self._height):
            widget.setVisible(other)

    def _tell(self) -> None:
        size = self._sizes.currentData()
        try:
            paper = Paper(*size) if size else Paper(self._width.value(), self._height.value())
        except PassbookError:
            return
        if paper != self._told:
            self._told = paper
            self.chosen.emit(paper)


class NumbersPane(QWidget):
    """Fields for what was measured, beside the sheet that shows where. `typed(stage)` when all are there."""

    typed = Signal(object)

    def __init__(self, fontbook: FontBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = Stage.FIRST
        unit = self.tr("毫米")
        self._edits = {key: MillimetreEdit() for key in ("left", "top", "width", "height")}
        edits = self._edits
        self.four = FormPanel(
            [
                _length("left", self.tr("① 左"), edits["left"], self.tr("纸的左边到框的竖线"), unit),
                _length("top", self.tr("② 上"), edits["top"], self.tr("纸的上边到框的横线"), unit),
                _length("width", self.tr("③ 宽"), edits["width"], self.tr("框的左线到右线"), unit),
                _length("height", self.tr("④ 高"), edits["height"], self.tr("框的上线到下线"), unit),
            ],
            self.tr("算校正"),
        )
        self.four.setObjectName("four")
        self.four.submitted.connect(lambda: self.typed.emit(self._stage))
        self._tops = (MillimetreEdit(), MillimetreEdit())
        last = self.tr("第 {number} 张").format(number=DRIFT_SHEETS)
        place = self.tr("纸的上边到框的横线")
        self.two = FormPanel(
            [
                _length("first_top", self.tr("第 1 张"), self._tops[0], place, unit),
                _length("last_top", last, self._tops[1], place, unit),
            ],
            self.tr("保存"),
        )
        self.two.submitted.connect(lambda: self.typed.emit(self._stage))
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        card = Card()
        card.body.addWidget(self._hint)
        card.body.addWidget(self.four, 1)
        card.body.addWidget(self.two, 1)
        self._sheet = Sheet(PagePen(fontbook))
        self._drawing = QWidget()
        around = QVBoxLayout(self._drawing)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._sheet, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(card, 1)
        row.addWidget(self._drawing, 1)

    @property
    def form(self) -> FormPanel:
        """The form that is shown now."""
        return self.two if self._stage is Stage.RUN else self.four

    def ask(self, stage: Stage, drawing: Page, hint: str) -> None:
        """Empty the fields and ask for the numbers of a sheet."""
        self._stage = stage
        self._hint.setText(hint)
        self.four.setVisible(stage is not Stage.RUN)
        self.two.setVisible(stage is Stage.RUN)
        self.form.clear_problems()
        for edit in (*self._edits.values(), *self._tops):
            edit.clear()
        self._sheet.set_page(drawing)
        self._fit()
        first = self._tops[0] if stage is Stage.RUN else self._edits["left"]
        first.setFocus()

    def reading(self) -> Reading:
        """The four numbers; raises NotANumber."""
        return Reading(**{key: edit.value() for key, edit in self._edits.items()})

    def tops(self) -> tuple[float, float]:
        """The two numbers of a run; raises NotANumber."""
        first, last = self._tops
        return first.value(), last.value()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The drawing fills its half, high or wide."""
        page = self._sheet.page
        if page is not None:
            room = self.height() - 32
            largest = min(dots_per_mm(self) * _LARGEST, room / page.height)
            self._sheet.fit_width(self.width() // 2 - 16, largest)


def _length(key: str, label: str, edit: MillimetreEdit, place: str, unit: str) -> Field:
    """A field that must hold a length, with the words that say where it is measured."""
    return Field(key, label, edit, place, unit, required=True, check=edit.value)
