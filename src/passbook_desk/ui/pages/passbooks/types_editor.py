"""The editor of a kind of book: the real page as a photo, the layout over it, every number beside it."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTransform
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.documents.measure import Measure
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.sample_paper import sample_page
from passbook_desk.features.passbooks.books.types import layout_change
from passbook_desk.features.passbooks.books.values import BookTypeRow
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.pictures import read_picture
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.printing import MM_PER_INCH, PagePen
from passbook_desk.ui.pages.passbooks.types_canvas import LayoutCanvas
from passbook_desk.ui.pages.passbooks.types_form import LayoutForm
from passbook_desk.ui.pages.passbooks.types_moves import Part, PartKind, parts_of
from passbook_desk.ui.pages.passbooks.types_words import effect_words, part_place, part_word
from passbook_desk.ui.shell.tools import Tools

_LARGEST_SIDE: Final = 2400
"""Pixels that a photo keeps on its longer side; more is not to be seen below a page."""
_LARGEST_SCALE: Final = 2.0
_PAUSE_MS: Final = 350


class TypeEditor(QWidget):
    """Edits one layout; `edited` after each change, `problem(error)` for trouble with a photo."""

    edited = Signal()
    problem = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._before: BookTypeRow | None = None
        self._layout: BookLayout | None = None
        self._started: tuple[object, ...] = ()
        self._photo: QImage | None = None
        self._turn, self._trim = QPushButton(self.tr("转 90°")), QPushButton(self.tr("裁边"))
        self._away = QPushButton(self.tr("拿掉照片"))
        measure = Measure(tools.fontbook)
        self.canvas = LayoutCanvas(PagePen(tools.fontbook), lambda layout: sample_page(layout, measure))
        self.canvas.changed.connect(self._moved)
        self.canvas.chosen.connect(self._chosen)
        self.canvas.cornered.connect(self._show_lower_corner)
        self.canvas.trimmed.connect(self._trimmed)
        self.form = LayoutForm()
        self.form.edited.connect(self._typed)
        self.form.column_entered.connect(self._column_entered)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.settle)
        self._lay_out()

    def show_layout(self, layout: BookLayout, before: BookTypeRow | None) -> None:
        """Begin to edit a layout; `before` is the kind as it is kept, None for a new one."""
        self._before, self._layout = before, layout
        self.set_photo(None)
        self.form.show_layout(layout)
        self.form.show_top()
        self._started = self.form.typed()
        self.canvas.choose(Part(PartKind.FIRST))
        self._show(layout)
        self._fit()

    @property
    def dirty(self) -> bool:
        """Whether something differs from what was shown first."""
        return self.form.typed() != self._started

    def put(self, typed: tuple[object, ...]) -> None:
        """Put back what was typed about this layout and not saved."""
        self.form.put(typed)
        self.settle()

    @property
    def before(self) -> BookTypeRow | None:
        """The kind as it is kept."""
        return self._before

    def set_photo(self, photo: QImage | None) -> None:
        """Lay a photo of the real page below the layout; None takes it away.

        A photo that comes hides the sample lines, which would lie over its own; they come back when it goes.
        """
        if (photo is None) != (self._photo is None):
            self._sample.setChecked(photo is None)
        self.canvas.set_photo(photo)
        self._photo = photo
        with_photo, without = (self._away, self._trim, self._turn), (self._pick,)
        for button in without if photo is not None else with_photo:
            button.hide()  # before the others come, for the window would grow to hold all of them
        for button in with_photo if photo is not None else without:
            button.show()
        self._show_hint()

    def settle(self) -> BookLayout | None:
        """Show what is typed if it can be printed, else say below its field what is wrong; None then."""
        self._pause.stop()
        try:
            layout = self.form.layout_typed()
        except PassbookError as error:
            self.form.show_problem(error)
            self._effect.setText(self.tr("有一处还没填对，左边画的是改之前的样子。"))
            return None
        self.form.clear_problem()
        resized = self._layout is None or (self._layout.width_mm, self._layout.height_mm) != (
            layout.width_mm,
            layout.height_mm,
        )
        self._show(layout)
        if resized:
            self._fit()
        return layout

    def pick_photo(self) -> None:
        """Ask for a photo or scan of the page and lay it below."""
        kind = FileKind(self.tr("照片或扫描件"), ("*.png", "*.jpg", "*.jpeg"))
        path = self._tools.dialogs.pick_open(self.tr("选一页存折的照片"), kind)
        if path is not None:
            self._tools.jobs.press(
                lambda _: read_picture(path, _LARGEST_SIDE),
                self.set_photo,
                self.problem.emit,
                self.tr("正在读照片…"),
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._pick = QPushButton(self.tr("垫照片…"))
        self._pick.setObjectName("types.photo")
        self._pick.clicked.connect(self.pick_photo)
        self._turn.clicked.connect(self._turn_photo)
        self._trim.clicked.connect(self._begin_trimming)
        self._away.clicked.connect(lambda: self.set_photo(None))
        self._sample = ToggleButton(self.tr("样字"))
        self._sample.setChecked(True)
        self._sample.toggled.connect(self.canvas.set_sample)
        self._whole = ToggleButton(self.tr("看整页"))
        self._whole.toggled.connect(lambda _: self._fit())
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self._pick, self._away, self._trim, self._turn, self._sample, self._whole):
            bar.addWidget(widget)
        bar.addStretch(1)
        self._parts = QComboBox()
        self._parts.setAccessibleName(self.tr("要挪的地方"))
        self._parts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._parts.activated.connect(self._part_picked)
        self._place = QLabel()
        self._place.setProperty("role", "strong")
        which = QHBoxLayout()
        which.setSpacing(8)
        which.addWidget(QLabel(self.tr("挪")))
        which.addWidget(self._parts)
        which.addWidget(self._place, 1)
        self._area = QScrollArea()
        self._area.setWidget(self.canvas)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "quiet")
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addLayout(bar)
        left.addLayout(which)
        left.addWidget(self._area, 1)
        left.addWidget(self._hint)
        self._effect = QLabel()
        self._effect.setWordWrap(True)
        self._effect.setProperty("role", "warn")
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.form, 1)
        right.addWidget(self._effect)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addLayout(right)

    def _show(self, layout: BookLayout) -> None:
        self._layout = layout
        self.canvas.show_layout(layout)
        self._effect.setText(effect_words(self._before, layout_change(self._before, layout)))
        self._effect.setVisible(bool(self._effect.text()))
        self._show_part()

    def _show_part(self) -> None:
        if self._layout is None:
            return
        parts, part = parts_of(self._layout), self.canvas.part
        self._parts.clear()
        self._parts.addItems([part_word(self._layout, each) for each in parts])
        self._parts.setCurrentIndex(parts.index(part) if part in parts else 0)
        self._place.setText(part_place(self._layout, part))

    def _moved(self, layout: BookLayout) -> None:
        self.form.show_layout(layout)
        self._show(layout)
        self.edited.emit()

    def _typed(self) -> None:
        self._pause.start()
        self.edited.emit()

    def _chosen(self, part: Part) -> None:
        self._show_part()
        self._bring_into_sight(part)
        if part.column is not None:
            self.form.show_column(part.column)

    def _part_picked(self, number: int) -> None:
        if self._layout is not None:
            self.canvas.choose(parts_of(self._layout)[number])
            self._chosen(self.canvas.part)
            self.canvas.setFocus()

    def _bring_into_sight(self, part: Part) -> None:
        layout = self._layout
        if layout is None or part.column is not None:
            return
        line = {PartKind.FIRST: 1, PartKind.LAST: layout.lines}.get(part.kind, layout.fold_after)
        place = self.canvas.place_of(0, layout.middle_mm(line))
        self._area.ensureVisible(round(place.x()), round(place.y()), 0, 80)

    def _column_entered(self, kind: str) -> None:
        if self._layout is None:
            return
        for part in parts_of(self._layout):
            if part.column is not None and part.column.value == kind:
                self.canvas.choose(part)
                self._show_part()

    def _show_hint(self) -> None:
        self._hint.setText(
            self.tr("拖着挪，或用方向键：一下 0.5 毫米，加 Shift 改宽，PgDn 换一处。")
            if self._photo is None
            else self.tr("照片只在改的时候垫着看，不存进村里的文件。边上多出来的，按“裁边”裁掉。")
        )

    def _begin_trimming(self) -> None:
        self._hint.setText(self.tr("点一下照片里折页的左上角，再点右下角。不裁了按 Esc。"))
        self._area.verticalScrollBar().setValue(0)
        self.canvas.begin_trimming()

    def _show_lower_corner(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _trimmed(self, area: QRectF | None) -> None:
        photo = self._photo
        if area is None or photo is None:
            self._show_hint()
            return
        wide, high = photo.width(), photo.height()
        corner = QPoint(round(area.left() * wide), round(area.top() * high))
        size = QSize(round(area.width() * wide), round(area.height() * high))
        self.set_photo(photo.copy(QRect(corner, size)))

    def _turn_photo(self) -> None:
        if self._photo is not None:
            self.set_photo(self._photo.transformed(QTransform().rotate(90)))

    def _fit(self) -> None:
        layout = self._layout
        if layout is None:
            return
        taken, view = self.canvas.room(), self._area.maximumViewportSize()
        across = (
            view.width() - taken.width() - self._area.verticalScrollBar().sizeHint().width()
        ) / layout.width_mm
        down = (view.height() - taken.height()) / layout.height_mm
        largest = self.logicalDpiX() / MM_PER_INCH * _LARGEST_SCALE
        self.canvas.set_scale(min(across, largest, down if self._whole.isChecked() else largest))
