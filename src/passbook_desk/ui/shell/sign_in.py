"""The sheet that covers the window until somebody signs in; what is below it stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.sentences import tell, tell_code
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.shell.wording import role_words

if TYPE_CHECKING:  # the window is painted before a feature is imported
    from passbook_desk.features.access.values import OperatorRow, SignInTry

_SECOND_MS: Final = 1000
_WIDTH: Final = 24


class SignInDesk(Protocol):
    """What the sheet asks; called on the desk lane."""

    def people(self) -> tuple[OperatorRow, ...]:
        """Everybody who may sign in today."""
        ...

    def sign_in(self, operator_id: int, pin: str) -> SignInTry:
        """Try a PIN."""
        ...


class SignInSheet(QFrame):
    """Who works here, a PIN, and 进入. Counts down the seconds one has to wait after wrong PINs."""

    passed = Signal()

    def __init__(self, desk: SignInDesk, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self._desk, self._jobs = desk, jobs
        self._people: tuple[OperatorRow, ...] = ()
        self._last = 0
        self._seconds = 0
        self.who = QComboBox()
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhDigitsOnly)
        self.go_in = QPushButton(self.tr("进入  回车"))
        self.go_in.setProperty("primary", True)
        self.message = MessageBar()
        self._village = QLabel()
        self._village.setProperty("role", "section")
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._clock.timeout.connect(self._count_down)
        self.go_in.clicked.connect(self._try)
        self.pin.returnPressed.connect(self._try)
        self.who.activated.connect(lambda _: self._chosen())
        self._lay_out()

    def set_village(self, words: str) -> None:
        """The village and year, as soon as they are known."""
        self._village.setText(words)

    def ask(self, last_operator: int = 0) -> None:
        """Ask who is there; the one who worked last is chosen already."""
        self._last = last_operator
        self.pin.clear()
        self.message.clear()
        self._jobs.desk(self._desk.people, self._show_people, self._show_problem)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addWidget(QLabel(self.tr("谁在用")), 0, 0)
        grid.addWidget(self.who, 0, 1)
        grid.addWidget(QLabel(self.tr("密码")), 1, 0)
        grid.addWidget(self.pin, 1, 1)
        grid.addWidget(self.go_in, 2, 1)
        grid.setColumnStretch(1, 1)
        card = Card()
        card.body.addWidget(self._village)
        card.body.addWidget(self.message)
        card.body.addLayout(grid)
        card.setMinimumWidth(han_width(self, _WIDTH))
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _show_people(self, people: Sequence[OperatorRow]) -> None:
        self._people = tuple(people)
        self.who.clear()
        for row in self._people:
            self.who.addItem(f"{row.name}　{role_words(row.roles)}")
        numbers = [number for number, row in enumerate(self._people) if row.id == self._last]
        self.who.setCurrentIndex(numbers[0] if numbers else 0)
        self._chosen()

    def _chosen(self) -> None:
        self.message.clear()
        self._wait(0)
        self.pin.setFocus()

    def _try(self) -> None:
        if not self._people or not self.go_in.isEnabled():
            return
        row, pin = self._people[self.who.currentIndex()], self.pin.text()
        self.go_in.setEnabled(False)
        self._jobs.desk(lambda: self._desk.sign_in(row.id, pin), self._tried, self._show_problem)

    def _tried(self, tried: SignInTry) -> None:
        self.pin.clear()
        self.go_in.setEnabled(True)
        if tried.passed:
            self.message.clear()
            self.passed.emit()
            return
        if not tried.waiting:
            self.message.say(tell_code("access.wrong-pin", {"name": tried.operator.name}), Mood.ERROR)
        self._wait(tried.seconds)
        self.pin.setFocus()

    def _wait(self, seconds: int) -> None:
        self._seconds = seconds
        self.go_in.setEnabled(seconds == 0)
        if seconds:
            self._say_seconds()
            self._clock.start()
        else:
            self._clock.stop()

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds > 0:
            self._say_seconds()
        else:
            self.message.clear()
            self._wait(0)

    def _say_seconds(self) -> None:
        self.message.say(tell_code("access.too-soon", {"seconds": self._seconds}), Mood.ERROR)

    def _show_problem(self, error: BaseException) -> None:
        self.go_in.setEnabled(True)
        self.message.say(tell(error), Mood.ERROR)
