"""The two cards of the counter: who stands there, and what is chosen."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.redemption.counter.values import CollectorRow
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.icons import Badge, BadgeLabel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.theme import han_width, metrics
from passbook_desk.ui.pages.redemption.counter_values import Bill, Shelf, Visit
from passbook_desk.ui.pages.redemption.counter_words import (
    balance_words,
    book_badge,
    book_words,
    line_words,
    paper_words,
    pending_words,
    place_words,
    why_not,
)

_NAME: Final = 7
_GOODS: Final = int(Qt.ItemDataRole.UserRole)
_MOST_SHARE: Final = 0.42


class CollectorBox(QWidget):
    """本人, or somebody who collects for them: those who did before are offered. `left` when it is filled."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: tuple[CollectorRow, ...] = ()
        self._self = QLabel(self.tr("代领：本人"))
        self._turn = QPushButton()
        self._turn.setObjectName("counter.collector")
        self._turn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._turn.clicked.connect(self.turn)
        self._name = QComboBox()
        self._name.setEditable(True)
        self._name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._name.setAccessibleName(self.tr("代领人姓名"))
        self._name.setMinimumWidth(han_width(self, _NAME))
        self._relation = QLineEdit()
        self._relation.setPlaceholderText(self.tr("关系"))
        self._relation.setAccessibleName(self.tr("和户主的关系"))
        line = self._name.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("代领人姓名"))
        self._name.activated.connect(self._take_known)
        line.returnPressed.connect(self._go_on)
        self._relation.returnPressed.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._self, 1)
        row.addWidget(self._name, 3)
        row.addWidget(self._relation, 2)
        row.addWidget(self._turn)
        self.show_known(())

    @property
    def by_proxy(self) -> bool:
        """Whether somebody else collects."""
        return not self._name.isHidden()

    @property
    def name(self) -> str:
        """Who collects; empty for the holder."""
        return self._name.currentText().strip() if self.by_proxy else ""

    @property
    def relation(self) -> str:
        """What that one is to the household."""
        return self._relation.text().strip() if self.by_proxy else ""

    def show_known(self, known: tuple[CollectorRow, ...]) -> None:
        """Somebody else stands there: they collect themselves until the clerk says otherwise."""
        self._known = known
        with QSignalBlocker(self._name):
            self._name.clear()
            self._name.addItems([row.name for row in known])
            self._name.setCurrentIndex(0 if known else -1)
        self._relation.setText(known[0].relation if known else "")
        self._show(proxy=False)

    def turn(self) -> None:
        """Somebody else collects, or the holder after all."""
        self._show(proxy=not self.by_proxy)
        if self.by_proxy:
            self.ask_name()
        else:
            self.left.emit()

    def ask_name(self) -> None:
        """Go into the name."""
        self._name.setFocus()
        line = self._name.lineEdit()
        if line is not None:
            line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.by_proxy:
            self.turn()
            return
        super().keyPressEvent(event)

    def _show(self, *, proxy: bool) -> None:
        self._self.setVisible(not proxy)
        self._name.setVisible(proxy)
        self._relation.setVisible(proxy)
        self._turn.setText(self.tr("本人  F6") if proxy else self.tr("代  F6"))

    def _take_known(self, place: int) -> None:
        if 0 <= place < len(self._known):
            self._relation.setText(self._known[place].relation)

    def _go_on(self) -> None:
        """Whose relation is known from before needs no second field."""
        known = next((row for row in self._known if row.name == self.name), None)
        if known is not None:
            self._relation.setText(known.relation)
            self.left.emit()
        else:
            self._relation.setFocus()
            self._relation.selectAll()


class VisitorCard(Card):
    """Badge, name and place, the points that can be spent, what is on no paper yet, who collects.

    `nobody` stands in its place while nobody is there. `lost` when the holder's book is lost.
    """

    lost = Signal()

    def __init__(self, nobody: QWidget) -> None:
        super().__init__()
        self._badge = BadgeLabel(Badge.DISC, "")
        self._name, self._place = QLabel(), QLabel()
        self._points = QLabel()
        self._balance, self._pending = QLabel(), QLabel()
        self._paper, self._barred = QLabel(), QLabel()
        self.collector = CollectorBox()
        self._lost = QPushButton(self.tr("挂失补发"))
        self._lost.setObjectName("counter.lost")
        self._lost.setProperty("role", "link")
        self._lost.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lost.clicked.connect(self.lost)
        self._sheet = QLineEdit()
        self._sheet.setPlaceholderText(self.tr("自家的折：别人签字单的编号"))
        self._sheet.setAccessibleName(self._sheet.placeholderText())
        self._sheet.returnPressed.connect(self.collector.left)
        self._nobody = nobody
        self._lay_out()
        self.show_visit(None, None)

    @property
    def paper_ref(self) -> str:
        """The number of the sheet that somebody else signed for the clerk's own household."""
        return "" if self._sheet.isHidden() else self._sheet.text().strip()

    def show_visit(self, visit: Visit | None, shelf: Shelf | None, more_lines: int = 0) -> None:
        """Show somebody with everything that goes with the book; None shows what to do."""
        self._nobody.setVisible(visit is None)
        self._column.setVisible(visit is not None)
        self.collector.setVisible(visit is not None)
        if visit is None or shelf is None:
            self._sheet.clear()
            self._sheet.hide()
            return
        who = visit.who
        self._badge.set_badge(book_badge(who.account.colour))
        self._badge.set_word(book_words(who))
        self._name.setText(who.account.owner_name)
        self._place.setText(place_words(visit))
        reason = why_not(visit, shelf)
        self._points.setText(str(who.standing.redeemable))
        whole = who.balance == who.standing.redeemable
        for label, words in (
            (self._balance, "" if whole else balance_words(who)),
            (self._pending, pending_words(who)),
            (self._barred, f"⚠ {reason}" if reason else ""),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self.show_lines(visit, more_lines)
        self._lost.setVisible(who.book is not None)
        self._sheet.setVisible(who.own and shelf.single_clerk)

    def show_lines(self, visit: Visit, more_lines: int) -> None:
        """Lines that are on no paper yet, with those that what is chosen will make."""
        self._paper.setText(paper_words(visit.who, more_lines))

    def show_stranger(self, visit: Visit | None) -> None:
        """Somebody else than before stands there: the holder collects, no sheet is signed."""
        self.collector.show_known(() if visit is None else visit.who.collectors)
        self._sheet.clear()

    def fit(self, width: int) -> None:
        """As wide as its words need, at most a good part of the page."""
        self.setFixedWidth(min(han_width(self, 26), round(width * _MOST_SHARE)))

    def _lay_out(self) -> None:
        self._name.setProperty("role", "title")
        self._place.setProperty("role", "section")
        self._points.setProperty("role", "figure")
        self._points.setObjectName("counter.points")
        self._barred.setProperty("role", "warn")
        for label in (self._balance, self._pending):
            label.setProperty("role", "quiet")
        for label in (self._name, self._place, self._balance, self._pending, self._paper, self._barred):
            label.setWordWrap(True)
        can = QLabel(self.tr("可用"))
        unit = QLabel(self.tr("分"))
        figure = QHBoxLayout()
        figure.setSpacing(8)
        base = Qt.AlignmentFlag.AlignBottom
        figure.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        figure.addWidget(can, 0, base)
        figure.addWidget(self._points, 0, base)
        figure.addWidget(unit, 0, base)
        book = QHBoxLayout()
        book.setSpacing(8)
        book.addWidget(self._badge, 1)
        book.addWidget(self._lost)
        self._column = ScrollColumn()
        column = self._column.column
        column.setSpacing(5)
        column.addLayout(book)
        column.addLayout(figure)
        column.addWidget(self._place)
        for label in (self._barred, self._paper, self._balance, self._pending):
            column.addWidget(label)
        column.addWidget(self._sheet)
        column.addStretch(1)
        self.body.addWidget(self._nobody)
        self.body.addWidget(self._column, 1)
        self.body.addWidget(self.collector)


class BillCard(Card):
    """What is chosen, its sum and what is left; the page puts its acts into `buttons`.

    A click on a line takes a piece of it away (`less`).
    """

    less = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = QListWidget()
        self._lines.setFlow(QListView.Flow.LeftToRight)
        self._lines.setWrapping(True)
        self._lines.setResizeMode(QListView.ResizeMode.Adjust)
        self._lines.setSpacing(2)
        self._lines.setFrameShape(QListWidget.Shape.NoFrame)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._lines.itemClicked.connect(lambda item: self.less.emit(item.data(_GOODS)))
        self._hint = QLabel(self.tr("再按一次多一件，按 － 或退格少一件。两位数的：接着按两位，再按回车。"))
        self._hint.setProperty("role", "quiet")
        self._hint.setWordWrap(True)
        self._total, self._after = QLabel(), QLabel()
        self._total.setProperty("role", "section")
        self._after.setProperty("role", "title")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        sums = QHBoxLayout()
        sums.setSpacing(24)
        sums.addStretch(1)
        sums.addWidget(self._total)
        sums.addWidget(self._after)
        left = QVBoxLayout()
        left.addWidget(self._lines)
        left.addWidget(self._hint)
        right = QVBoxLayout()
        right.addLayout(sums)
        right.addLayout(self.buttons)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addLayout(right)
        self.body.addLayout(row)
        self.show_bill(Bill(()))

    @property
    def words(self) -> tuple[str, ...]:
        """The lines shown."""
        return tuple(self._lines.item(row).text() for row in range(self._lines.count()))

    def show_bill(self, bill: Bill) -> None:
        """Show what is chosen by now."""
        self._lines.clear()
        for line in bill.lines:
            item = QListWidgetItem(line_words(line))
            item.setData(_GOODS, line.goods.id)
            item.setToolTip(self.tr("点一下少一件"))
            self._lines.addItem(item)
        self._lines.setVisible(bool(bill.lines))
        self._hint.setVisible(not bill.lines)
        self._total.setText(self.tr("合计 －{points} 分").format(points=bill.total) if bill.lines else "")
        left = bill.before if not bill.lines else bill.after
        words = self.tr("兑后 {points} 分") if bill.lines else ""
        self._after.setText(words.format(points=left))
        self.setFixedHeight(metrics().row + metrics().button + 36)
