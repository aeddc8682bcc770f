"""③ 积分录入: one deed for many households at once (点名), or for one book (单户)."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.values import AccountRow, BalanceRow, Colour, VoucherRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.actions import Action, ToggleButton, action_button, bind
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.icons import Badge
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.ledger.head import EntryHead
from passbook_desk.ui.pages.ledger.picking import Option, PickEdit
from passbook_desk.ui.pages.ledger.presenter import LedgerPresenter
from passbook_desk.ui.pages.ledger.recent import RecentActs
from passbook_desk.ui.pages.ledger.values import Entry, ItemChoice, Saved, Tile, Way
from passbook_desk.ui.pages.ledger.wall import WallView, sum_of
from passbook_desk.ui.pages.ledger.words import act_words, book_words, count_words, total_words
from passbook_desk.ui.shell.tools import Tools


class LedgerPage(PageFrame):
    """Day, item and memo on top; below them the wall of a grid, or one book."""

    topics = frozenset({Topic.LEDGER, Topic.HOUSEHOLDS, Topic.CATALOGUE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("LedgerPage", "积分录入"))
        self._tools = tools
        self._presenter = LedgerPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._grids: tuple[GridRow, ...] = ()
        self._saving = False
        self._bound_for_wall = False
        self.head = EntryHead(tools.clock)
        self.wall = WallView(self.tr("已记"))
        self.finder = PickEdit(
            self.tr("姓名、拼音首字母、户编号、存折号"), 18, self.tr("没有找到这一户"), self._to_save
        )
        self._book = QLabel()
        self._book.setWordWrap(True)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setProperty("role", "error")
        self._problem.hide()
        self._recent = RecentActs(self._reverse)
        self._totals = QLabel()
        self._totals.setProperty("role", "strong")
        self._totals.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._save_action = Action("ledger.save", self.tr("保存"), self.save, "F8", primary=True)
        self._lay_out()
        self._connect()
        self._choose_way(Way.ROLL)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("点名：选日期、事项、网格，空格勾选，Ctrl+A 全勾，打拼音首字母跳到那一户，F8 保存。"),
            self.tr("单户：先选事项，再查这一户的存折，F8 保存。"),
            self.tr("记错了：按提示里的撤销，或在“最近操作”里整批冲销；原来的行会留痕。"),
        )

    @property
    def way(self) -> Way:
        """The way of recording in front."""
        return Way.SINGLE if self._ways.checkedId() == 1 else Way.ROLL

    def enter(self, params: Mapping[str, object]) -> None:
        self._recent.setMaximumWidth(han_width(self, 24))
        account, grid = params.get("account"), params.get("grid")
        if isinstance(account, int):
            self._choose_way(Way.SINGLE)
            self._presenter.choose_book(account)
        elif isinstance(grid, str):
            self._choose_way(Way.ROLL)
            self._presenter.grid = grid
        self._presenter.load()
        self.head.item.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_grids(self, grids: tuple[GridRow, ...]) -> None:
        """The grids to choose from."""
        self._grids = grids
        self.head.set_grids(grids, self._presenter.grid)

    def show_items(self, choices: tuple[ItemChoice, ...], chosen: ItemChoice | None) -> None:
        """Other items are in force; the one chosen is kept where it is among them."""
        self.head.clear_problems()
        self.head.show_item(chosen.item if chosen else None)
        self._show_totals()

    def show_wall(self, tiles: tuple[Tile, ...]) -> None:
        """The books of the grid."""
        self.wall.set_tiles(tiles)
        self._show_roll_state()
        if tiles and self._bound_for_wall and self.head.grid.hasFocus():
            self.wall.setFocus()
        self._bound_for_wall = self._bound_for_wall and not tiles

    def show_found(self, books: tuple[AccountRow, ...]) -> None:
        """Books that fit what was typed."""
        self.finder.offer(
            [
                Option(book_words(row), row.id, Badge.STAR if row.colour is Colour.RED else Badge.DISC)
                for row in books
            ]
        )

    def show_book(self, book: BalanceRow | None) -> None:
        """The book to record for, with its figures."""
        self.finder.set_words(book_words(book.account) if book else "")
        words = self.tr("可用 {spendable} 分　结余 {balance} 分　{grid}")
        self._book.setText(
            words.format(spendable=book.spendable, balance=book.balance, grid=book.account.grid_name)
            if book
            else ""
        )
        self._say_account("")
        self._show_totals()

    def show_recent(self, vouchers: tuple[VoucherRow, ...]) -> None:
        """The latest acts."""
        self._recent.show_recent(vouchers)

    def show_saved(self, saved: Saved) -> None:
        """Say what was written, and offer to take it back."""
        self._saving = False
        self.head.reset()
        self.message.clear()
        if saved.way is Way.ROLL:
            self.wall.tick_none()
        else:
            self._presenter.drop_book()
            self.finder.setFocus()
        count = count_words(saved.count, saved.reds)
        self._tools.announcer.done(
            self.tr("已记 {count} {total}").format(count=count, total=total_words(saved.total)),
            self.tr("记{count}").format(count=count.replace(" ", "")),
            partial(self._presenter.reverse, saved.voucher.voucher_id, self.tr("刚记错")),
        )

    def show_reversed(self, lines: int) -> None:
        """Say that a whole act was taken back."""
        self._tools.announcer.done(self.tr("已冲销 {lines} 笔。").format(lines=lines))

    def show_problem(self, error: BaseException) -> None:
        """Say a refusal beside its field, anything else in the bar."""
        self._saving = False
        key = str(error.params.get("field", "")) if isinstance(error, PassbookError) else ""
        if key == "account" and self.way is Way.SINGLE:
            self._say_account(tell(error))
        elif not self.head.say(key, tell(error)):
            self.message.say(tell(error), Mood.ERROR)

    def save(self) -> None:
        """Check the fields, then write one act."""
        self.head.clear_problems()
        self._say_account("")
        entry = self._entry()
        if entry is not None and not self._saving:
            self._saving = True
            self._presenter.save(self.way, entry)

    def _entry(self) -> Entry | None:
        try:
            day, points = self.head.day.day(), self.head.points_value()
        except PassbookError as error:
            key = "points" if error.code == "number.not-a-number" else "occurred_on"
            self.head.say(key, tell(error))
            return None
        if day is None:
            self.head.say("occurred_on", self.tr("请填日期。"))
            return None
        if self._presenter.item is None:
            self.head.say("item", self.tr("请先选事项，按 F7 看全部。"))
            return None
        book = self._presenter.book
        ids = self.wall.ticked if self.way is Way.ROLL else (book.account.id,) if book else ()
        if not ids:
            self._say_nobody()
            return None
        return Entry(ids, points, self.head.quantity_value(), self.head.memo.text())

    def _say_nobody(self) -> None:
        if self.way is Way.SINGLE:
            self._say_account(self.tr("请先查出要记的那一户或那一本存折。"))
            self.finder.setFocus()
        elif not self.wall.tiles:
            self.head.say("account", self.tr("请先选一个网格。"))
        else:
            self.head.say("account", self.tr("还没有勾选。空格勾一户，Ctrl+A 全勾。"))
            self.wall.setFocus()

    def _say_account(self, sentence: str) -> None:
        self._problem.setText(f"✕ {sentence}" if sentence else "")
        self._problem.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        self._ways = QButtonGroup(self)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for number, word in enumerate((self.tr("点名"), self.tr("单户"))):
            way = ToggleButton(word)
            self._ways.addButton(way, number)
            ways.addWidget(way)
        ways.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        left_column = QVBoxLayout()
        left_column.addLayout(ways)
        left_column.addStretch(1)
        top.addLayout(left_column)
        top.addWidget(self.head, 1)
        self.body.addLayout(top)
        left = QWidget()
        self._stack = QStackedLayout(left)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._roll_side())
        self._stack.addWidget(self._single_side())
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(left, 3)
        middle.addWidget(self._recent, 2)
        self.body.addLayout(middle, 1)
        self._more = ToggleButton(self.tr("最近操作"))
        self._all = QPushButton(self.tr("全勾"))
        self._none = QPushButton(self.tr("清空"))
        self.footer.addWidget(self._totals, 1)
        for button in (self._all, self._none, self._more):
            self.footer.addWidget(button)
        self._save = action_button(self._save_action)
        self.footer.addWidget(self._save)
        save_too = Action("ledger.save.too", self.tr("保存"), self.save, "Ctrl+Return")
        bind(self, [self._save_action, save_too, Action("ledger.list", "", self._list, "F7")])

    def _roll_side(self) -> QWidget:
        side = QWidget()
        self._roll = QStackedLayout(side)
        self._roll.setContentsMargins(0, 0, 0, 0)
        self._hint = QLabel(self.tr("选一个网格，就会出现这个网格的户。"))
        self._hint.setProperty("role", "quiet")
        choose = QPushButton(self.tr("选网格  F7"))
        choose.setProperty("primary", True)
        choose.clicked.connect(self._list_grids)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.addStretch(1)
        for widget in (self._hint, choose):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(2)
        self._roll.addWidget(self.wall)
        self._roll.addWidget(empty)
        self._choose_grid_button = choose
        return side

    def _single_side(self) -> QWidget:
        card = Card(self.tr("记给谁"))
        card.body.addWidget(self.finder)
        card.body.addWidget(self._problem)
        card.body.addWidget(self._book)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        return side

    def _connect(self) -> None:
        self._ways.idClicked.connect(lambda number: self._choose_way(Way.SINGLE if number else Way.ROLL))
        self._more.toggled.connect(lambda _: self._show_sides())
        self._all.clicked.connect(lambda: self.wall.tick_all())
        self._none.clicked.connect(lambda: self.wall.tick_none())
        self.wall.ticks_changed.connect(self._show_totals)
        self.finder.asked.connect(self._presenter.find_books)
        self.finder.picked.connect(self._presenter.choose_book)
        self.head.item_asked.connect(lambda text: self.head.offer_items(self._presenter.choices(text)))
        self.head.item_picked.connect(self._choose_item)
        self.head.day_changed.connect(self._presenter.set_day)
        self.head.grid_chosen.connect(self._presenter.choose_grid)
        self.head.worth_changed.connect(self._show_totals)
        self.head.finished.connect(self._go_on)

    def _choose_way(self, way: Way) -> None:
        self._ways.button(1 if way is Way.SINGLE else 0).setChecked(True)
        self._stack.setCurrentIndex(1 if way is Way.SINGLE else 0)
        self.head.clear_problems()
        self.head.set_grid_shown(way is Way.ROLL)
        self._show_sides()
        self._show_totals()

    def _show_sides(self) -> None:
        roll = self.way is Way.ROLL
        self._recent.setVisible(not roll or self._more.isChecked())
        for button in (self._more, self._all, self._none):
            button.setVisible(roll)

    def _choose_item(self, choice: object) -> None:
        if isinstance(choice, ItemChoice):
            self.head.clear_problems()
            self._presenter.choose_item(choice)
            self.head.show_item(choice.item)
            self._show_totals()

    def _go_on(self) -> None:
        """Out of the head: to the wall, to the book, or to 保存 when the book is chosen."""
        if self.way is Way.ROLL:
            self._bound_for_wall = not self.wall.tiles
            (self.wall if self.wall.tiles else self.head.grid).setFocus()
        elif self._presenter.book is None:
            self.finder.setFocus()
        else:
            self._to_save()

    def _to_save(self) -> None:
        self._save.setFocus()

    def _list(self) -> None:
        """F7: the items in the item line and wherever there is no grid to choose, else the grids."""
        if self.way is Way.SINGLE or self.head.item.hasFocus():
            self.head.item.list_all()
        else:
            self._list_grids()

    def _list_grids(self) -> None:
        if self.way is Way.ROLL:
            self.head.grid.setFocus()
            self.head.grid.showPopup()

    def _show_roll_state(self) -> None:
        chosen = self._presenter.grid is not None
        self._roll.setCurrentIndex(0 if self.wall.tiles else 1)
        self._choose_grid_button.setVisible(not chosen)
        self._hint.setText(
            self.tr("这个网格里没有可以记这个事项的存折。")
            if chosen
            else self.tr("选一个网格，就会出现这个网格的户。")
        )

    def _show_totals(self) -> None:
        try:
            points = self.head.points_value()
        except PassbookError:
            points = None
        each = self._presenter.worth(points, self.head.quantity_value())
        self.wall.set_each(each)
        if self.way is Way.SINGLE:
            self._totals.setText(total_words(each) if each is not None else "")
            return
        ticked = set(self.wall.ticked)
        reds = bool(self.wall.tiles) and all(tile.is_red for tile in self.wall.tiles)
        parts = [self.tr("已勾 {count}").format(count=count_words(len(ticked), reds))]
        if each is not None:
            parts.append(total_words(sum_of(each, len(ticked))))
        before = sum(1 for tile in self.wall.tiles if tile.recorded)
        if before:
            words = self.tr("{count}这天已记过").format(count=count_words(before, reds))
            parts.append(words)
        self._totals.setText("　".join(parts) if self.wall.tiles else "")
        self.drafts_changed.emit(1 if ticked else 0)

    def _reverse(self, voucher: VoucherRow) -> None:
        sentence = self.tr("冲销“{act}”共 {lines} 笔？原来的行留着，另记一行红字。")
        reason = self._tools.dialogs.ask_reason(
            self.tr("整批冲销"),
            sentence.format(act=act_words(voucher), lines=voucher.lines),
            self.tr("冲销"),
        )
        if reason is not None:
            self._presenter.reverse(voucher.id, reason)
