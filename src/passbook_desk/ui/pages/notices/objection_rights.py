"""What should have been entered: day, item and worth, and below what was put down so far."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import CountEdit, PointsEdit
from passbook_desk.ui.kit.message_bar import MARKS, Mood
from passbook_desk.ui.kit.rows import RowsModel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import TableView
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.pages.notices.objection_answer_presenter import AnswerPresenter, Right
from passbook_desk.ui.pages.notices.objection_columns import RIGHTS
from passbook_desk.ui.shell.choices import ItemChoice, item_words, needs_points, needs_quantity
from passbook_desk.ui.shell.picking import Option, PickEdit

_ROWS: Final = 3


class RightsEdit(QWidget):
    """Puts right deeds down one by one; `changed` when the list of them does."""

    changed = Signal()

    def __init__(self, presenter: AnswerPresenter, clock: Clock) -> None:
        super().__init__()
        self._presenter = presenter
        self._choice: ItemChoice | None = None
        self._proposed: date | None = None
        self.day = LenientDateEdit(clock)
        self.item = PickEdit(self.tr("编号、名称或首字母"), 10, self.tr("没有这个事项"), self._after_item)
        self.points, self.quantity = PointsEdit(), CountEdit(3)
        self._points_word, self._quantity_word = QLabel(self.tr("分值")), QLabel()
        self._problem = QLabel()
        self._problem.setProperty("role", "error")
        self._problem.setWordWrap(True)
        self.add_button = QPushButton(self.tr("添上"))
        self.drop_button = QPushButton(self.tr("去掉所选"))
        self.model: RowsModel[Right] = RowsModel(RIGHTS, parent=self)
        self.view = TableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("补记"))
        self._lay_out()
        self.day.changed.connect(self._presenter.choose_day)
        self.item.asked.connect(self._offer)
        self.item.picked.connect(self._pick)
        self.add_button.clicked.connect(self._add)
        self.drop_button.clicked.connect(self._drop)
        for edit in (self.points, self.quantity):
            edit.returnPressed.connect(self._add)
        self.day.edit.returnPressed.connect(self.item.setFocus)
        self._show_choice(None)
        self.show_rights(())

    def begin(self, day: date) -> None:
        """Nothing is put down yet; deeds are likely of this day."""
        self._proposed = None
        self._say("")
        self.day.set_day(None)
        self.propose_day(day)
        self.show_rights(())

    def propose_day(self, day: date) -> None:
        """The day of what is taken back, unless the clerk has chosen one."""
        try:
            now = self.day.day()
        except PassbookError:
            return
        if now == self._proposed:
            self._proposed = day
            self.day.set_day(day)

    def show_items(self) -> None:
        """Other items are in force on the day chosen."""
        self._show_choice(None)

    def show_rights(self, rights: Sequence[Right]) -> None:
        """What was put down so far."""
        self.model.set_rows(rights)
        self.view.setVisible(bool(rights))
        self.view.setFixedHeight((min(len(rights), _ROWS) + 1) * metrics().row + 2 * metrics().gap)
        self.drop_button.setVisible(bool(rights))
        self.changed.emit()

    @property
    def problem(self) -> str:
        """What is wrong with the deed that is being typed."""
        return self._problem.text().removeprefix(f"{MARKS[Mood.ERROR]} ")

    def _offer(self, text: str) -> None:
        found = self._presenter.items(text)
        self.item.offer([Option(item_words(choice.item), choice) for choice in found])

    def _pick(self, choice: ItemChoice) -> None:
        self._show_choice(choice)

    def _show_choice(self, choice: ItemChoice | None) -> None:
        self._choice = choice
        self.item.set_words("" if choice is None else item_words(choice.item))
        points = choice is not None and needs_points(choice.item)
        units = choice is not None and needs_quantity(choice.item)
        for label, edit, shown in (
            (self._points_word, self.points, points),
            (self._quantity_word, self.quantity, units),
        ):
            label.setVisible(shown)
            edit.setVisible(shown)
        self.points.set_value(None)
        self.quantity.set_value(1)
        if choice is not None:
            self._quantity_word.setText(self.tr("数量（{unit}）").format(unit=choice.item.unit))

    def _after_item(self) -> None:
        """On to the amount; an item whose worth is known is put down at once."""
        wanted = [edit for edit in (self.points, self.quantity) if not edit.isHidden()]
        if wanted:
            wanted[0].setFocus()
            wanted[0].selectAll()
        else:
            self._add()

    def _add(self) -> None:
        choice = self._choice
        if choice is None:
            self._say(self.tr("先选事项，再添上。"))
            self.item.setFocus()
            return
        try:
            self.day.day()
            points, quantity = self._amounts(choice)
            self._presenter.add(choice, points, quantity)
        except PassbookError as error:
            self._say(tell(error))
            return
        self._say("")
        self._show_choice(None)
        self.item.setFocus()

    def _amounts(self, choice: ItemChoice) -> tuple[Points | None, int]:
        points = self.points.value() if needs_points(choice.item) else None
        return points, (self.quantity.value() or 0) if needs_quantity(choice.item) else 1

    def _drop(self) -> None:
        chosen = self.view.selectionModel().selectedRows()
        if chosen:
            self._presenter.drop(chosen[0].row())
        else:
            self._say(self.tr("先在下面选中要去掉的一条。"))

    def _say(self, sentence: str) -> None:
        self._problem.setText(f"{MARKS[Mood.ERROR]} {sentence}" if sentence else "")
        self._problem.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        day, item = QLabel(self.tr("日期")), QLabel(self.tr("事项"))
        day.setBuddy(self.day)
        item.setBuddy(self.item)
        self.item.setAccessibleName(item.text())
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(day, 0, 0)
        grid.addWidget(self.day, 0, 1)
        grid.addWidget(item, 1, 0)
        grid.addWidget(self.item, 1, 1)
        amounts = QHBoxLayout()
        amounts.setSpacing(8)
        for widget in (self._points_word, self.points, self._quantity_word, self.quantity):
            amounts.addWidget(widget)
        amounts.addStretch(1)
        for button in (self.drop_button, self.add_button):
            amounts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addLayout(amounts)
        column.addWidget(self._problem)
        column.addWidget(self.view)
