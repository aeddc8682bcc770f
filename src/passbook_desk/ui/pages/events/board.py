"""The events that are going on as cards in columns by state, beside the month."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from passbook_desk.features.events.course.kinds import EventState
from passbook_desk.features.events.values import EventRow
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.events.month_calendar import MonthCalendar
from passbook_desk.ui.pages.events.words import card_lines, kind_word

COLUMNS = (
    (QT_TRANSLATE_NOOP("BoardView", "报备中"), (EventState.REPORTED, EventState.REFUSED)),
    (QT_TRANSLATE_NOOP("BoardView", "已核准"), (EventState.APPROVED, EventState.UNDER_WAY)),
    (
        QT_TRANSLATE_NOOP("BoardView", "待核查"),
        (EventState.TO_CHECK, EventState.CHECKED, EventState.TO_FOLLOW),
    ),
    (QT_TRANSLATE_NOOP("BoardView", "已结"), (EventState.CLOSED,)),
)
"""What a column is called and which states stand in it (experience §5.6)."""


class BoardView(QWidget):
    """Four columns of cards; `opened(row)` comes with Enter or a double click, as does a day with one event.

    A day of the month that has several events narrows the columns to them until it is chosen again.
    """

    opened = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._rows: tuple[EventRow, ...] = ()
        self._day: date | None = None
        self.calendar = MonthCalendar(today)
        self.calendar.chosen.connect(self._choose_day)
        self.lists = tuple(_CardList() for _ in COLUMNS)
        self._heads = tuple(QLabel() for _ in COLUMNS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        month = Card()
        month.body.addWidget(self.calendar)
        month.body.addStretch(1)
        row.addWidget(month)
        for head, cards in zip(self._heads, self.lists, strict=True):
            head.setProperty("role", "section")
            head.setBuddy(cards)
            cards.itemActivated.connect(self._open)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(head)
            column.addWidget(cards, 1)
            row.addLayout(column, 1)

    def show_events(self, rows: Sequence[EventRow]) -> None:
        """Put every event into its column; those joined or withdrawn have none."""
        self._rows = tuple(rows)
        marks: dict[date, list[str]] = {}
        for row in rows:
            if row.state not in (EventState.WITHDRAWN, EventState.JOINED):
                words = translate("BoardView", "{head}户{kind}").format(
                    head=row.head_name, kind=kind_word(row.kind)
                )
                marks.setdefault(row.held_on, []).append(words)
        self.calendar.mark({day: "、".join(words) for day, words in marks.items()})
        self._show()

    def _show(self) -> None:
        for (word, states), head, cards in zip(COLUMNS, self._heads, self.lists, strict=True):
            held = [row for row in self._rows if row.state in states and self._day in (None, row.held_on)]
            head.setText(f"{translate('BoardView', word)} {len(held)}")
            cards.show_rows(held)

    def _choose_day(self, day: date) -> None:
        held = [row for row in self._rows if row.held_on == day]
        if len(held) == 1:
            self.opened.emit(held[0])
            return
        self._day = day if held and day != self._day else None
        self._show()

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(Qt.ItemDataRole.UserRole))


class _CardList(QListWidget):
    """Cards one below the other; what is chosen stays chosen when they are read anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[EventRow]) -> None:
        """Fill the list."""
        held = next((item.data(Qt.ItemDataRole.UserRole).id for item in self.selectedItems()), None)
        self.clear()
        for row in rows:
            item = QListWidgetItem("\n".join(card_lines(row)))
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.addItem(item)
            if row.id == held:
                self.setCurrentItem(item)
