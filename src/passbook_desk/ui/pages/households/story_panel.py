"""The story of a household, and who belonged to it on any day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from passbook_desk.features.households.life.values import StoryLine
from passbook_desk.kernel.clock import Clock
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.table_page import TablePage
from passbook_desk.ui.pages.households.values import PastDay


class StoryPanel(QWidget):
    """`asked(day)` when the clerk writes a day; the answer comes to `show_day`."""

    asked = Signal(object)

    def __init__(self, table: TablePage[StoryLine], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = LenientDateEdit(clock)
        self.day.setAccessibleName(self.tr("看哪一天的成员"))
        self.day.changed.connect(self._ask)
        self.words = QLabel()
        self.words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("看哪一天的成员")))
        row.addWidget(self.day)
        row.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(table, 1)
        column.addLayout(row)

    def begin(self) -> None:
        """Ask for no day, as for the next household."""
        self.day.set_day(None)
        self.words.clear()

    def show_day(self, found: PastDay) -> None:
        """Say where the household was on a day and who belonged to it."""
        if not found.members:
            words = self.tr("{day} 这一户没有人。")
            self.words.setText(words.format(day=day_text(found.on)))
            return
        names = "、".join(
            f"{row.name}（{row.relation_word}）" if row.relation_word else row.name for row in found.members
        )
        words = self.tr("{grid}　{count} 人：{names}")
        self.words.setText(words.format(grid=found.grid_name, count=len(found.members), names=names))

    def _ask(self, day: date | None) -> None:
        self.words.clear()
        if day is not None:
            self.asked.emit(day)
