"""The second step of importing: which sheets are read, and which column holds which field."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.intake.table import Certainty, GuessedBy
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.households.import_values import (
    Columns,
    FieldLine,
    SheetColumns,
    SheetLine,
    SourceColumn,
)

_ROLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "table": QT_TRANSLATE_NOOP("ColumnsStep", "读"),
        "repeats": QT_TRANSLATE_NOOP("ColumnsStep", "不读：人都在别的表里"),
        "hidden": QT_TRANSLATE_NOOP("ColumnsStep", "不读：隐藏的表，多半是旧的"),
        "other": QT_TRANSLATE_NOOP("ColumnsStep", "不读：不是花名册"),
        "empty": QT_TRANSLATE_NOOP("ColumnsStep", "不读：空表"),
        "chosen": QT_TRANSLATE_NOOP("ColumnsStep", "读：您选的"),
        "refused": QT_TRANSLATE_NOOP("ColumnsStep", "不读：您选的"),
        "missing": QT_TRANSLATE_NOOP("ColumnsStep", "读不了：还没有姓名这一列"),
    }
)
_NONE: Final = -1


class ColumnsStep(QWidget):
    """Signals: `sheet_toggled(name, read)`; `column_chosen(sheet, key, column or None)`."""

    sheet_toggled = Signal(str, bool)
    column_chosen = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Columns | None = None
        self._sheet = ""
        self.bar = MessageBar()
        self._sheets = Card(self.tr("工作表"))
        self._sheets_rows = QVBoxLayout()
        self._sheets.body.addLayout(self._sheets_rows)
        self._sheets.body.addStretch(1)
        self._fields = Card(self.tr("列的对应"))
        self._grid_area = QWidget()
        self._fields.body.addWidget(self._grid_area)
        self._fields.body.addStretch(1)
        left, right = ScrollColumn(), ScrollColumn()
        left.column.addWidget(self._sheets, 1)
        right.column.addWidget(self._fields, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(left, 2)
        row.addWidget(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def show_columns(self, shown: Columns) -> None:
        """Show the sheets, and the columns of the sheet looked at last, or of the first that has a doubt."""
        names = [sheet.sheet for sheet in shown.columns]
        if self._shown is None or self._shown.file_name != shown.file_name or self._sheet not in names:
            doubtful = [sheet.sheet for sheet in shown.columns if sheet.unsure]
            self._sheet = (doubtful or names or [""])[0]
        self._shown = shown
        self._show_sheets(shown)
        self._show_fields()
        self._say(shown)

    def _say(self, shown: Columns) -> None:
        self._fields.setVisible(bool(shown.columns))
        if not shown.columns:
            words = self.tr("“{file}”里没有认出花名册。选错了就重新选文件；没选错，在左边勾上要读的表。")
            self.bar.say(words.format(file=shown.file_name), Mood.WARN)
        elif shown.unsure:
            words = self.tr("有 {count} 列请看一眼，排在最前面；看过没错就按下一步。")
            self.bar.say(words.format(count=shown.unsure), Mood.WARN)
        else:
            self.bar.say(self.tr("每一列都认得，可以直接按下一步。"), Mood.OK)

    def _show_sheets(self, shown: Columns) -> None:
        _clear(self._sheets_rows)
        doubts = {sheet.sheet: sheet.unsure for sheet in shown.columns}
        for sheet in shown.sheets:
            self._sheets_rows.addWidget(self._sheet_line(sheet, doubts.get(sheet.name, 0)))

    def _sheet_line(self, sheet: SheetLine, doubts: int) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tick = QCheckBox()
        tick.setAccessibleName(self.tr("读工作表 {name}").format(name=sheet.name))
        tick.setChecked(sheet.read)
        tick.toggled.connect(partial(self._toggle, sheet.name))
        row.addWidget(tick)
        words = QLabel(self._role(sheet))
        words.setProperty("role", "quiet")
        words.setWordWrap(not sheet.read)
        if sheet.read:
            button = ToggleButton(sheet.name.strip() or sheet.name)
            button.setChecked(sheet.name == self._sheet)
            button.clicked.connect(partial(self._look_at, sheet.name))
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
            rows = self.tr("{rows} 行").format(rows=sheet.rows)
            words.setText(rows if not doubts else f"{rows} · ? {doubts}")
        else:
            row.addWidget(QLabel(sheet.name.strip() or sheet.name))
        row.addWidget(words, 1)
        return line

    def _role(self, sheet: SheetLine) -> str:
        word = _ROLES.get(sheet.role)
        return translate("ColumnsStep", word) if word else ""

    def _toggle(self, name: str, read: bool) -> None:
        self.sheet_toggled.emit(name, read)

    def _look_at(self, name: str) -> None:
        self._sheet = name
        if self._shown is not None:
            self._show_sheets(self._shown)
            self._show_fields()

    def _show_fields(self) -> None:
        held = self.focusWidget()
        held_name = held.objectName() if isinstance(held, QComboBox) else ""
        fresh = QWidget()
        found = (
            next((one for one in self._shown.columns if one.sheet == self._sheet), None)
            if self._shown
            else None
        )
        if found is not None:
            self._fill(QGridLayout(fresh), found)
        self._fields.set_title(self.tr("“{sheet}”的列").format(sheet=self._sheet.strip()) if found else "")
        self._fields.body.replaceWidget(self._grid_area, fresh)
        self._grid_area.hide()
        self._grid_area.deleteLater()
        self._grid_area = fresh
        again = fresh.findChild(QComboBox, held_name) if held_name else None
        if isinstance(again, QComboBox):
            again.setFocus()

    def _fill(self, grid: QGridLayout, sheet: SheetColumns) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        titles = (self.tr("我们要的"), self.tr("您的列"), self.tr("样例"), self.tr("把握"))
        for place, title in enumerate(titles):
            head = QLabel(title)
            head.setProperty("role", "strong")
            grid.addWidget(head, 0, place)
        for number, line in enumerate(sheet.fields, start=1):
            name = QLabel(line.title)
            combo = self._combo(sheet, line)
            name.setBuddy(combo)
            samples = _Samples(line.samples)
            for place, widget in enumerate((name, combo, samples, self._mark(line))):
                grid.addWidget(widget, number, place)

    def _combo(self, sheet: SheetColumns, line: FieldLine) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(f"column.{line.key}")
        combo.setAccessibleName(self.tr("{field} 对应的列").format(field=line.title))
        combo.addItem(self.tr("没有这一列"), _NONE)
        for source in sheet.columns:
            combo.addItem(_column_words(source), source.number)
        combo.setCurrentIndex(max(combo.findData(_NONE if line.column is None else line.column), 0))
        combo.setFixedWidth(han_width(self, 8) + 40)
        combo.activated.connect(partial(self._choose, sheet.sheet, line.key, combo))
        return combo

    def _choose(self, sheet: str, key: str, combo: QComboBox, _place: int) -> None:
        number = combo.currentData()
        self.column_chosen.emit(sheet, key, None if number == _NONE else number)

    def _mark(self, line: FieldLine) -> QLabel:
        words, role = self._certainty(line)
        mark = QLabel(words)
        mark.setProperty("role", role)
        mark.setMinimumWidth(han_width(self, 5.5))
        return mark

    def _certainty(self, line: FieldLine) -> tuple[str, str]:
        if line.by is GuessedBy.CLERK:
            return self.tr("✓ 您选的"), "ok"
        if line.column is None:
            return (self.tr("✕ 要选一列"), "error") if line.required else (self.tr("— 没有"), "quiet")
        if line.certainty is Certainty.SURE:
            by = self.tr("✓ 上次这样") if line.by is GuessedBy.REMEMBERED else self.tr("✓ 认得")
            return by, "ok"
        if line.certainty is Certainty.LIKELY:
            return self.tr("? 请看一眼"), "warn"
        return self.tr("⚠ 没把握"), "warn"


def _column_words(source: SourceColumn) -> str:
    sample = source.samples[0] if source.samples else ""
    return f"{source.letters}　{' '.join((source.header or sample).split()).rpartition('/')[2]}"


class _Samples(QLabel):
    """Three values in one line; what finds no room ends in … and is shown whole as a tip."""

    def __init__(self, samples: tuple[str, ...]) -> None:
        super().__init__()
        self._words = " · ".join(" ".join(sample.split()) for sample in samples)
        self.setToolTip("\n".join(samples))
        self.setProperty("role", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width()))


def _clear(layout: QVBoxLayout) -> None:
    while layout.count():
        widget = layout.takeAt(0).widget()
        if isinstance(widget, QWidget):
            widget.hide()
            widget.deleteLater()
