"""The lines above wall and single book: day, item, points or quantity, memo, witness; trouble beside each."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from passbook_desk.features.catalogue.values import ItemRow
from passbook_desk.features.households.values import GridRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import CountEdit, PointsEdit
from passbook_desk.ui.kit.message_bar import MARKS, Mood
from passbook_desk.ui.pages.ledger.values import WHOLE_VILLAGE, Chip
from passbook_desk.ui.shell.choices import ItemChoice, item_words, needs_points, needs_quantity
from passbook_desk.ui.shell.picking import Option, PickEdit

_MOST_MEMO: Final = 100
_MOST_NAME: Final = 20


class EntryHead(QWidget):
    """What both ways share. `finished` when Enter leads out of it, to the wall or to the book.

    `worth_changed` when points, units, memo or witness are others.
    """

    item_asked = Signal(str)
    item_picked = Signal(object)
    day_changed = Signal(object)
    grid_chosen = Signal(object)
    worth_changed = Signal()
    chip_changed = Signal()
    finished = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = LenientDateEdit(clock, clock.today())
        self.item = PickEdit(self.tr("编号、名称或拼音首字母"), 13, self.tr("没有这个事项"), self._after_item)
        self.grid = QComboBox()
        self.grid.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.grid_label = QLabel(self.tr("网格"))
        self.points = PointsEdit()
        self.quantity = CountEdit(3)
        self.quantity.set_value(1)
        self._points_label, self._quantity_label = QLabel(self.tr("分值")), QLabel()
        self.memo = QLineEdit()
        self.memo.setMaxLength(_MOST_MEMO)
        self.memo.setPlaceholderText(self.tr("可以不写"))
        self.witness = QLineEdit()
        self.witness.setMaxLength(_MOST_NAME)
        self._chips = {Chip.HOME: ToggleButton(self.tr("在村")), Chip.TICKED: ToggleButton(self.tr("已勾"))}
        self._problems: dict[str, QLabel] = {}
        self._editors: dict[str, QWidget] = {
            "occurred_on": self.day.edit,
            "item": self.item,
            "points": self.points,
            "quantity": self.quantity,
            "memo": self.memo,
            "account": self.grid,
        }
        self._lay_out()
        self._connect()
        self.show_item(None)

    def set_grids(self, grids: Sequence[GridRow], chosen: str | None) -> None:
        """The grids to choose from; nothing is chosen until the clerk does."""
        self.grid.blockSignals(True)
        self.grid.clear()
        words = self.tr("{grid} {households}户")
        if len(grids) > 1:
            whole = sum(row.households for row in grids)
            self.grid.addItem(words.format(grid=self.tr("全村"), households=whole), WHOLE_VILLAGE)
        for row in grids:
            self.grid.addItem(words.format(grid=row.name, households=row.households), row.code)
        self.grid.blockSignals(False)
        self.show_grid(chosen)

    def show_grid(self, chosen: str | None) -> None:
        """Show which grid is chosen, without choosing it anew."""
        self.grid.blockSignals(True)
        self.grid.setCurrentIndex(self.grid.findData(chosen) if chosen is not None else -1)
        self.grid.blockSignals(False)

    def choose_grid(self, code: str) -> None:
        """Choose a grid as the clerk would."""
        self.grid.setCurrentIndex(self.grid.findData(code))

    def set_grid_shown(self, shown: bool) -> None:
        """Only the roll call has a grid."""
        for widget in (self.grid, self.grid_label, *self._chips.values()):
            widget.setVisible(shown)

    @property
    def chip(self) -> Chip:
        """Which tiles are shown."""
        return next((chip for chip, button in self._chips.items() if button.isChecked()), Chip.ALL)

    def press_chip(self, chip: Chip) -> None:
        """Show other tiles, as pressing a chip does; ALL lets the pressed one go."""
        for each, button in self._chips.items():
            button.setChecked(each is chip)
        self.chip_changed.emit()

    def offer_items(self, choices: Sequence[ItemChoice]) -> None:
        """The items that fit what was typed."""
        self.item.offer([Option(item_words(choice.item), choice) for choice in choices])

    def show_item(self, item: ItemRow | None) -> None:
        """The item chosen, and the fields it asks for."""
        self.item.renew_words(item_words(item) if item is not None else "")
        for label, editor, needed in (
            (self._points_label, self.points, item is not None and needs_points(item)),
            (self._quantity_label, self.quantity, item is not None and needs_quantity(item)),
        ):
            label.setVisible(needed)
            editor.setVisible(needed)
        if item is not None:
            self._quantity_label.setText(self.tr("数量（{unit}）").format(unit=item.unit))

    def points_value(self) -> Points | None:
        """The points typed for a range, None when the item has its own; raises NotANumber."""
        return None if self.points.isHidden() else self.points.value()

    def quantity_value(self) -> int:
        """The units typed, one when the item has none to count."""
        return 1 if self.quantity.isHidden() else self.quantity.value() or 0

    def set_amounts(self, points: Points | None, quantity: int, memo: str) -> None:
        """Show the amounts of a draft."""
        self.points.set_value(points)
        self.quantity.set_value(quantity)
        self.memo.setText(memo)

    def reset(self) -> None:
        """After saving: day and item stay, what belongs to one act goes."""
        self.set_amounts(None, 1, "")
        self.witness.clear()
        self.clear_problems()

    def say(self, key: str, sentence: str) -> bool:
        """Say a problem beside its field; False when there is no such field here."""
        label = self._problems.get(key)
        if label is None:
            return False
        label.setText(f"{MARKS[Mood.ERROR]} {sentence}" if sentence else "")
        label.setVisible(bool(sentence))
        editor = self._editors[key]
        if bool(editor.property("wrong")) != bool(sentence):
            editor.setProperty("wrong", bool(sentence))
            editor.style().unpolish(editor)
            editor.style().polish(editor)
        if sentence and editor.isVisible():
            editor.setFocus()
        return True

    def clear_problems(self) -> None:
        """Take everything back that was said."""
        for key in self._problems:
            self.say(key, "")

    @property
    def said(self) -> dict[str, str]:
        """What is said beside which field."""
        return {
            key: label.text().removeprefix(f"{MARKS[Mood.ERROR]} ")
            for key, label in self._problems.items()
            if label.text()
        }

    def _lay_out(self) -> None:
        day, item = QLabel(self.tr("日期")), QLabel(self.tr("事项"))
        memo, witness = QLabel(self.tr("摘要")), QLabel(self.tr("证明人"))
        for label, editor in (
            (day, self.day),
            (item, self.item),
            (memo, self.memo),
            (witness, self.witness),
            (self.grid_label, self.grid),
        ):
            label.setBuddy(editor)
            editor.setAccessibleName(label.text())
        amounts = QHBoxLayout()
        amounts.setSpacing(8)
        for widget in (self._points_label, self.points, self._quantity_label, self.quantity, memo):
            amounts.addWidget(widget)
        amounts.addWidget(self.memo, 2)
        amounts.addWidget(witness)
        amounts.addWidget(self.witness, 1)
        for chip, button in self._chips.items():
            button.clicked.connect(lambda on, chip=chip: self.press_chip(chip if on else Chip.ALL))
            amounts.addWidget(button)
        first = QHBoxLayout()
        first.setSpacing(8)
        for label, editor, stretch in (
            (day, self.day, 0),
            (item, self.item, 3),
            (self.grid_label, self.grid, 2),
        ):
            first.addWidget(label)
            first.addWidget(editor, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        for key in ("occurred_on", "item", "account"):
            column.addWidget(self._problem(key))
        column.addLayout(amounts)
        for key in ("points", "quantity", "memo"):
            column.addWidget(self._problem(key))

    def _problem(self, key: str) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setProperty("role", "error")
        label.hide()
        self._problems[key] = label
        return label

    def _connect(self) -> None:
        self.item.asked.connect(self.item_asked)
        self.item.picked.connect(self.item_picked)
        self.day.changed.connect(self.day_changed)
        self.grid.currentIndexChanged.connect(lambda _: self.grid_chosen.emit(self.grid.currentData()))
        self.points.textChanged.connect(lambda _: self.worth_changed.emit())
        self.quantity.textChanged.connect(lambda _: self.worth_changed.emit())
        for words in (self.memo, self.witness):
            words.textChanged.connect(lambda _: self.worth_changed.emit())
        for line in (self.points, self.quantity, self.memo, self.witness):
            line.returnPressed.connect(self.finished)
        self.day.edit.returnPressed.connect(self.item.setFocus)
        self.grid.activated.connect(lambda _: self.finished.emit())

    def _after_item(self) -> None:
        wanted = [line for line in (self.points, self.quantity) if line.isVisible()]
        if wanted:
            wanted[0].setFocus()
            wanted[0].selectAll()
        elif self.grid.isVisible() and self.grid.currentIndex() < 0:
            self.grid.setFocus()
        else:
            self.finished.emit()
