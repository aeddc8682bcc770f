"""① 首页: cards with what is due, each line with at most one button, and the latest acts."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from passbook_desk.features.ledger.values import VoucherRow
from passbook_desk.features.rhythm.values import DueGroup
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.today.board import Board, Line
from passbook_desk.ui.pages.today.presenter import HomePresenter
from passbook_desk.ui.pages.today.words import act_of, button_of, signed
from passbook_desk.ui.shell.rhythm import sentence, title
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_CARDS = (
    DueGroup.WEEK,
    DueGroup.MONTH,
    DueGroup.QUARTER,
    DueGroup.HALF_YEAR,
    DueGroup.YEAR,
    DueGroup.EVENTS,
    DueGroup.SHOP,
    DueGroup.SAFETY,
)
_WIDE_FROM = 60
"""Characters of width from which three cards stand side by side."""


class HomePage(PageFrame):
    """What is due, from the village's own file."""

    topics = frozenset(Topic)

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("HomePage", "首页"))
        self._tools = tools
        self._presenter = HomePresenter(tools.desk, self, tools.jobs, tools.clock)
        self._columns = 0
        self._nothing = QLabel()
        self._nothing.setProperty("role", "quiet")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self._setup = Card()
        self._cards = {group: Card() for group in _CARDS}
        self._recent = Card(self.tr("最近操作"))
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._below, self._side = QHBoxLayout(), QVBoxLayout()
        self._below.setSpacing(12)
        self._side.setSpacing(12)
        self._below.addLayout(self._side, 1)
        self._below.addWidget(self._recent, 2)
        scroll = ScrollColumn()
        scroll.column.addWidget(self._nothing)
        scroll.column.addWidget(self._setup)
        scroll.column.addLayout(self._grid)
        scroll.column.addLayout(self._below)
        scroll.column.addStretch(1)
        self.body.addWidget(scroll)
        for card in (self._setup, *self._cards.values(), self._recent):
            card.hide()
        self.set_actions([Action("home.activity", self.tr("操作记录"), lambda: tools.go(Route("activity")))])
        self._arrange()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("各栏照村里的节奏来：☐ 是等着办的事，☑ 是办好的；节奏在“积分规矩”里改。"),
            self.tr("每一行右边最多一个按钮，按它就到办事的那一页。"),
            self.tr("记错了不用慌：在“最近操作”里按冲销，写明原因，原来那笔会留痕。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self._presenter.load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_board(self, board: Board) -> None:
        """Show what is due now."""
        for group, card in {DueGroup.SETUP: self._setup, **self._cards}.items():
            card.set_title(title(group, board.policy))
            self._fill(card, board.of(group))
        self._fill_recent(board.recent)
        self._nothing.setText(self._told(board))
        self._nothing.setVisible(bool(self._nothing.text()))
        self._columns = 0
        self._arrange()

    def show_reversed(self, lines: int) -> None:
        """Say that a whole act was taken back."""
        self._tools.announcer.done(self.tr("已冲销 {lines} 笔。").format(lines=lines))

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _told(self, board: Board) -> str:
        """That nothing is to be done and what comes next, or that there is more than has room."""
        if board.left_out:
            return self.tr("另有 {count} 件没列出来，办完上面的就会出来。").format(count=board.left_out)
        if not board.nothing_due:
            return ""
        nothing = self.tr("现在没有要办的事。")
        if board.coming is None:
            return nothing
        return nothing + self.tr("下一件：{what}。").format(what=sentence(board.coming))

    def _fill(self, card: Card, lines: tuple[Line, ...]) -> None:
        _emptied(card)
        card.setVisible(bool(lines))
        for line in lines:
            _added(card, self._line(line))
        card.body.addStretch(1)

    def _line(self, line: Line) -> QWidget:
        item = line.item
        mark = "☑" if item.done else "☐" if item.due else "·"
        words = QLabel(f"{mark} {sentence(item)}")
        words.setWordWrap(True)
        if item.done:
            words.setProperty("role", "quiet")
        shown, row = _row()
        row.addWidget(words, 1)
        if line.route is not None:
            button = QPushButton(button_of(line), shown)
            button.ensurePolished()
            button.setObjectName(f"home.{item.kind.replace('-', '_')}")
            button.clicked.connect(partial(self._tools.go, line.route))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return shown

    def _fill_recent(self, vouchers: tuple[VoucherRow, ...]) -> None:
        _emptied(self._recent)
        self._recent.setVisible(bool(vouchers))
        for voucher in vouchers:
            _added(self._recent, self._act_line(voucher))
        self._recent.body.addStretch(1)
        self.show_allowed()

    def _act_line(self, voucher: VoucherRow) -> QWidget:
        local = voucher.recorded_at.astimezone()
        when = QLabel(f"{local.month}.{local.day} {local:%H:%M}")
        when.setProperty("role", "quiet")
        act = QLabel(act_of(voucher))
        act.setWordWrap(True)
        counts = QLabel(self.tr("{lines} 笔 {points} 分").format(lines=voucher.lines, points=signed(voucher)))
        line, row = _row()
        row.addWidget(when)
        row.addWidget(act, 1)
        row.addWidget(counts)
        if voucher.reversible:
            button = QPushButton(self.tr("冲销"))
            button.setObjectName(f"home.reverse.{voucher.id}")
            button.clicked.connect(partial(self._reverse, voucher))
            row.addWidget(button)
        else:
            state = QLabel(self.tr("已冲销") if voucher.reversed else "")
            state.setProperty("role", "quiet")
            row.addWidget(state)
        return line

    def _reverse(self, voucher: VoucherRow) -> None:
        sentence = self.tr("冲销“{act}”共 {lines} 笔？原来的行留着，另记一行红字。")
        reason = self._tools.dialogs.ask_reason(
            self.tr("整批冲销"),
            sentence.format(act=act_of(voucher), lines=voucher.lines),
            self.tr("冲销"),
        )
        if reason is not None:
            self._presenter.reverse(voucher, reason)

    def _arrange(self) -> None:
        """Three cards side by side where there is room, and the latest acts beside the others; else two."""
        columns = 3 if self.width() >= han_width(self, _WIDE_FROM) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for layout in (self._grid, self._side):
            while layout.count():
                layout.takeAt(0)
        shown = [card for card in self._cards.values() if not card.isHidden()]
        above = len(shown) if columns == 2 else 3
        for number, card in enumerate(shown[:above]):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for card in shown[above:]:
            self._side.addWidget(card)
        self._side.addStretch(1)
        self._below.setStretch(0, 1 if shown[above:] else 0)


def _row() -> tuple[QWidget, QHBoxLayout]:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    return line, row


def _added(card: Card, line: QWidget) -> None:
    """A line that is shown at once counts when the cards above it are measured."""
    card.body.addWidget(line)
    line.show()


def _emptied(card: Card) -> None:
    """Take out all lines; the title is the first thing in a card."""
    body: QVBoxLayout = card.body
    while body.count() > 1:
        widget = body.takeAt(1).widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
