"""兑换柜台: scan or find, choose by digit, confirm, and print the book; nothing but keys is needed."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.redemption.counter.values import SlipRow
from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.actions import Action, ToggleButton, action_button, bind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.redemption.counter_found import FoundList
from passbook_desk.ui.pages.redemption.counter_grid import GoodsGrid
from passbook_desk.ui.pages.redemption.counter_links import ShopLinks
from passbook_desk.ui.pages.redemption.counter_parts import BillCard, VisitorCard
from passbook_desk.ui.pages.redemption.counter_presenter import CounterPresenter
from passbook_desk.ui.pages.redemption.counter_scan import LONE_MS, ScanEdit
from passbook_desk.ui.pages.redemption.counter_values import Bill, Shelf, Tile, Visit
from passbook_desk.ui.pages.redemption.counter_words import (
    closed_words,
    line_words,
    refusal_words,
    slip_words,
)
from passbook_desk.ui.pages.redemption.customer_display import CustomerDisplay
from passbook_desk.ui.shell.routes import COUNTER, Route
from passbook_desk.ui.shell.tools import Tools

IDLE_MS: Final = 60_000
"""Nobody has touched the counter for so long: the next one in the queue shall not read it."""


class CounterPage(PageFrame):
    """One visitor after another. Parameter: `account` (an id), who stands there already.

    `idle_ms` and `lone_ms` are shorter in tests.
    """

    topics = frozenset(
        {Topic.GOODS, Topic.LEDGER, Topic.CLAIMS, Topic.PASSBOOKS, Topic.HOUSEHOLDS, Topic.VILLAGE}
    )

    def __init__(self, tools: Tools, idle_ms: int = IDLE_MS, lone_ms: int = LONE_MS) -> None:
        super().__init__(QCoreApplication.translate("CounterPage", "兑换柜台"))
        self._tools = tools
        self._presenter = CounterPresenter(tools.desk, self, tools.jobs, tools.drafts)
        self._shelf: Shelf | None = None
        self._shown: int | None = None
        self._entered = False
        self._posting = False
        self._scan = ScanEdit(self.tr("扫存折，或输姓名首字母、户编号"), lone_ms)
        self._outlets = QComboBox()
        self._card, self._grid, self._bill = VisitorCard(ShopLinks(tools.go)), GoodsGrid(), BillCard()
        self._found = FoundList(self)
        self._display = CustomerDisplay(self)
        self._turn_display = ToggleButton(self.tr("对客屏"))
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(idle_ms)
        self._idle.timeout.connect(self._forget)
        self._confirming = (
            Action("counter.confirm", self.tr("只确认"), lambda: self._confirm(posting=False), "F8"),
            Action(
                "counter.post",
                self.tr("确认并登折"),
                lambda: self._confirm(posting=True),
                "F9",
                primary=True,
            ),
        )
        self._lay_out()
        self._wire()
        self._set_acts()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("扫存折，或输姓名首字母再按数字；按物品前面的数字，再按一次多一件。"),
            self.tr("F9 确认并登折，F8 只确认；刚才那次按 Ctrl+Z 连物品一起退回。"),
            self.tr("换人前按 Esc。一分钟没人动，屏幕自己清空。F11 放大，再按还原。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._posting = False
        account = params.get("account")
        self._entered = True
        self._presenter.load(account if isinstance(account, int) else None)
        self._come_back()

    def leave(self) -> bool:
        if not self._posting:
            self._display.show_nobody()
        return True

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the goods of an outlet, and say when today is no redemption day."""
        self._shelf = shelf
        with QSignalBlocker(self._outlets):
            self._outlets.clear()
            for row in shelf.outlets:
                self._outlets.addItem(row.name, row.id)
            self._outlets.setCurrentIndex(self._outlets.findData(shelf.outlet_id))
        self._outlets.setVisible(len(shelf.outlets) > 1)
        self._grid.show_pictures(shelf.pictures)
        self._middle.setCurrentIndex(0 if shelf.offers else 1)
        if not shelf.open_today and self._presenter.visit is None and not self.message.words:
            self.message.say(closed_words(shelf), Mood.NOTE)

    def show_visit(self, visit: Visit | None) -> None:
        """Show who stands there; somebody else than before begins with an empty line and no message."""
        before, self._shown = self._shown, None if visit is None else visit.who.account.id
        if before != self._shown:
            self._card.show_stranger(visit)
            self.message.clear()
        if self._entered and visit is not None:
            self._entered = False
            self._scan.tell_again()
        self._card.show_visit(visit, self._shelf)
        if visit is None:
            self._idle.stop()
            self._display.show_nobody()
        else:
            self._found.hide()
            self._idle.start()

    def show_bill(self, bill: Bill) -> None:
        """Show what is chosen, and the rest of the counter with it."""
        visit = self._presenter.visit
        self._grid.show_tiles(bill.tiles)
        self._bill.show_bill(bill)
        if visit is not None and bill.before is not None:
            self._card.show_lines(visit, len(bill.lines))
            chosen = [line_words(line) for line in bill.lines]
            self._display.show_points(
                visit.who.account, bill.before, chosen, bill.after if bill.lines else None
            )

    def show_found(self, text: str, found: Sequence[AccountRow]) -> None:
        """Show whom a text may mean; no text takes the list away."""
        self._found.show_found(text, found, self._scan)
        if self._entered and found:
            self._scan.tell_again()
        self._entered = False

    def show_nothing_found(self, text: str) -> None:
        """Nobody and nothing is called so."""
        self._entered = False
        words = self.tr("没有找到“{text}”：再扫一次，或输姓名首字母。新物品的条码先在“物品”里登记。")
        self.message.say(words.format(text=text), Mood.WARN)

    def show_ended_book(self, number: str, end: str) -> None:
        """Somebody brought a book that is not valid any more."""
        words = {
            "lost": self.tr("存折 {number} 已挂失，不能凭它换，请核对持折人。"),
            "replaced": self.tr("存折 {number} 已换新折，请拿新折来。"),
            "closed": self.tr("存折 {number} 已注销，不能凭它换。"),
        }
        go = Route("check_code", {"code": number})
        self.message.say(
            words[end].format(number=number), Mood.WARN, self.tr("核验"), lambda: self._tools.go(go)
        )

    def show_nobody_here(self) -> None:
        """Goods are chosen for somebody."""
        self.message.say(self.tr("先扫存折，或输姓名首字母，再选物品。"), Mood.NOTE)

    def show_unknown_key(self, key: int) -> None:
        """No goods have this number."""
        words = self.tr("没有 {key} 号物品。选好了按 F8 或 F9 确认。")
        self.message.say(words.format(key=key), Mood.NOTE)

    def show_barred(self, reason: str) -> None:
        """Nothing can be given to this book today."""
        self.message.say(reason, Mood.WARN)

    def show_refusal(self, tile: Tile, tiles: Sequence[Tile]) -> None:
        """One more piece cannot be had."""
        self.message.say(refusal_words(tile, tiles), Mood.WARN)

    def show_demand(self, goods: GoodsRow) -> None:
        """The goods are out; that somebody wanted them is kept."""
        self.message.say(self.tr("“{name}”缺货，已记需求。").format(name=goods.called), Mood.NOTE)

    def show_no_book(self, account_id: int) -> None:
        """There is no book to print in; the goods can be given all the same."""
        go = Route("books", {"account": account_id})
        self.message.say(
            self.tr("还没有存折。按 F8 只确认，或先发一本折。"),
            Mood.NOTE,
            self.tr("发折"),
            lambda: self._tools.go(go),
        )

    def show_served(self, slip: SlipRow, before: Points, left: Points) -> None:
        """The goods are given: say so, offer to take it back, and let the customer see both figures."""
        self.message.clear()
        self._set_acts()
        words = self.tr("换了 {items}，余 {points} 分").format(items=slip_words(slip), points=left)
        self._tools.announcer.done(words, self.tr("兑换"), self._presenter.undo)
        given = [f"{item.name}×{item.quantity}　－{item.points}" for item in slip.items]
        self._display.show_points(slip.account, before, given, left)
        self._card.collector.show_known(
            () if self._presenter.visit is None else self._presenter.visit.who.collectors
        )
        self._come_back()

    def show_posting(self, book_id: int) -> None:
        """Go on to the book at the printer, which comes back here."""
        self._posting = True
        self._tools.go(Route("post", {"book": book_id, "then": COUNTER.name}))

    def show_undone(self, slip: SlipRow) -> None:
        """Points are in the book and goods on the shelf again."""
        self._set_acts()
        words = self.tr("已退回 {items}，{points} 分回到存折")
        self._tools.announcer.done(words.format(items=slip_words(slip), points=slip.points))

    def show_not_undone(self, slip: SlipRow) -> None:
        """It stands in the book already, or belongs to somebody else: that takes a reason."""
        self._set_acts()
        go = Route("slip", {"id": slip.id})
        self.message.say(
            self.tr("已经登了折，要写原因才能退回，在兑换单里办。"),
            Mood.WARN,
            self.tr("打开兑换单"),
            lambda: self._tools.go(go),
        )

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.fit(self.width())

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the visitor first, then to the frame."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and (self._scan.text() or self._presenter.visit is not None)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            if event.text().isalnum() and not self._scan.hasFocus():
                self._scan.setFocus()
                QApplication.sendEvent(self._scan, event)
            else:
                super().keyPressEvent(event)
            return
        if self._scan.text():
            self._scan.clear()
        else:
            self._forget()
        self._come_back()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._come_back()

    def _lay_out(self) -> None:
        self._outlets.setAccessibleName(self.tr("兑换点"))
        self._outlets.hide()
        self._turn_display.setObjectName("counter.display")
        for widget in (self._outlets, self._turn_display):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.beside_title.addWidget(self._scan, 1)
        self.beside_title.addWidget(self._outlets)
        self.beside_title.addWidget(self._turn_display)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._grid)
        self._middle.addWidget(self._empty())
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._card)
        both.addWidget(self._middle, 1)
        self.body.addLayout(both, 1)
        self.body.addWidget(self._bill)
        for action in self._confirming:
            button = action_button(action)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._bill.buttons.addWidget(button)
        self.setFocusProxy(self._scan)

    def _empty(self) -> QWidget:
        words = QLabel(self.tr("柜台上还没有物品。先建物品，定兑换分值，再入库。"))
        words.setWordWrap(True)
        words.setProperty("role", "quiet")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        go = QPushButton(self.tr("建物品"))
        go.setObjectName("goods.open")
        go.setAutoDefault(False)
        go.clicked.connect(lambda: self._tools.go(Route("goods")))
        box = QWidget()
        column = QVBoxLayout(box)
        column.addStretch(1)
        column.addWidget(words)
        column.addWidget(go, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return box

    def _wire(self) -> None:
        presenter = self._presenter
        self._scan.digit.connect(self._take_digit)
        self._scan.entered.connect(self._take_text)
        self._scan.joined.connect(self._take_number)
        self._scan.letters.connect(presenter.find)
        self._scan.less.connect(presenter.drop)
        self._scan.moved.connect(self._found.step)
        self._scan.touched.connect(self._touch)
        self._found.chosen.connect(self._choose)
        self._grid.picked.connect(self._pick)
        self._grid.left.connect(self._come_back)
        self._bill.less.connect(self._drop)
        self._card.collector.left.connect(self._come_back)
        self._card.lost.connect(self._go_to_books)
        self._outlets.activated.connect(self._choose_outlet)
        self._turn_display.toggled.connect(self._display.turn)
        self._display.closed.connect(lambda: self._turn_display.setChecked(False))
        keys = (
            Action("counter.undo", self.tr("撤销上一次兑换"), presenter.undo, "Ctrl+Z"),
            Action("counter.collector", self.tr("代领"), self._card.collector.turn, "F6"),
            Action("counter.list", self.tr("物品"), self._grid.take_focus, "F7"),
        )
        bind(self, [*self._confirming, *keys])
        self._keys = self.actions()

    def _set_acts(self) -> None:
        """The slip of the last act, as long as it stands, and the register of all."""
        slip = self._presenter.last_slip
        acts = []
        if slip is not None:
            go = Route("slip", {"id": slip.id})
            acts.append(Action("counter.slip", self.tr("兑换单"), lambda: self._tools.go(go)))
        acts.append(Action("slips.open", self.tr("兑换登记"), lambda: self._tools.go(Route("slips"))))
        self.set_actions(acts)
        self.addActions(self._keys)

    def _take_digit(self, letters: str, digit: int, late: bool) -> None:
        """Whom it means while a list is there, else goods."""
        if not self._found.isHidden():
            account = self._found.at(digit) if not letters or self._found.answers(letters) else None
            if account is not None:
                self._choose(account)
                return
        if letters:
            self._scan.clear()
            self._entered = True
            self._presenter.enter(letters, digit)
        elif not late and self._presenter.visit is not None and self._presenter.waits_for_more(digit):
            self._scan.wait()
        else:
            self.message.clear()
            if self._presenter.digit(digit):
                self._scan.clear()

    def _take_text(self, text: str) -> None:
        """What was entered leaves the line at once: what is pressed next is meant for whom it names."""
        self.message.clear()
        listed = not self._found.isHidden() if not text else self._found.answers(text)
        if listed and self._found.current is not None:
            self._choose(self._found.current)
        elif text:
            self._scan.clear()
            self._entered = True
            self._presenter.enter(text)

    def _take_number(self, digits: str) -> None:
        self.message.clear()
        self._presenter.join(digits)

    def _choose(self, account_id: object) -> None:
        if isinstance(account_id, int):
            self._scan.clear()
            self._entered = True
            self._presenter.choose(account_id)
            self._come_back()

    def _choose_outlet(self, row: int) -> None:
        self._presenter.choose_outlet(self._outlets.itemData(row))
        self._come_back()

    def _pick(self, goods_id: object) -> None:
        if isinstance(goods_id, int):
            self._touch()
            self.message.clear()
            self._presenter.pick(goods_id)

    def _drop(self, goods_id: object) -> None:
        if isinstance(goods_id, int):
            self._touch()
            self._presenter.drop(goods_id)

    def _confirm(self, *, posting: bool) -> None:
        self._touch()
        self.message.clear()
        collector = self._card.collector
        if collector.by_proxy and not collector.name:
            self.message.say(self.tr("没有写代领人的姓名。本人来的，再按一次 F6。"), Mood.WARN)
            collector.ask_name()
            return
        self._presenter.confirm(collector.name, collector.relation, self._card.paper_ref, posting=posting)

    def _go_to_books(self) -> None:
        visit = self._presenter.visit
        if visit is not None:
            self._tools.go(Route("books", {"account": visit.who.account.id}))

    def _touch(self) -> None:
        """Somebody works here: the minute begins anew."""
        if self._presenter.visit is not None:
            self._idle.start()

    def _forget(self) -> None:
        """The visitor has gone."""
        self.message.clear()
        self._scan.clear()
        self._presenter.clear()

    def _come_back(self) -> None:
        self._touch()
        self._scan.setFocus()
