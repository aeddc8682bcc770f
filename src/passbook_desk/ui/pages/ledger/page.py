"""③ 积分录入: one deed for many households at once (点名), lines of many deeds (表格), or one book (单户)."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QWidget,
)

from passbook_desk.features.households.attendance.values import MatchedSheet
from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.errors import DeedTwice, OtherBookToo
from passbook_desk.features.ledger.recording_values import Recorded
from passbook_desk.features.ledger.repeating import EnteredBatch
from passbook_desk.features.ledger.values import AccountRow, BalanceRow, VoucherRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.actions import Action, ToggleButton, action_button, bind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.ledger.draft_bar import DraftBar
from passbook_desk.ui.pages.ledger.drafts import Draft
from passbook_desk.ui.pages.ledger.grid_side import GridSide
from passbook_desk.ui.pages.ledger.head import EntryHead
from passbook_desk.ui.pages.ledger.lines import MOST_LINES
from passbook_desk.ui.pages.ledger.panels import Panels
from passbook_desk.ui.pages.ledger.presenter import LedgerPresenter
from passbook_desk.ui.pages.ledger.roll_side import RollSide
from passbook_desk.ui.pages.ledger.single_side import SingleSide
from passbook_desk.ui.pages.ledger.values import Chip, Entry, Saved, Way
from passbook_desk.ui.pages.ledger.words import (
    count_words,
    left_out_words,
    roll_words,
    row_words,
    total_words,
)
from passbook_desk.ui.shell.choices import ItemChoice
from passbook_desk.ui.shell.picking import book_options
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_WAYS: Final = (Way.ROLL, Way.GRID, Way.SINGLE)
_DRAFT_MS: Final = 1900
_PREVIEW_MS: Final = 250
_SHEETS: Final = ("*.xlsx", "*.xls", "*.et", "*.xlsm", "*.ods", "*.csv")


class LedgerPage(PageFrame):
    """Day, item and memo on top; below them the wall of a grid, or one book; or lines that hold all of it."""

    topics = frozenset({Topic.LEDGER, Topic.HOUSEHOLDS, Topic.CATALOGUE, Topic.CLAIMS, Topic.ACCESS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("LedgerPage", "积分录入"))
        self._tools = tools
        self._presenter = LedgerPresenter(tools.desk, self, tools.jobs, tools.clock, tools.drafts)
        self._saving = False
        self._bound_for_wall = False
        self.head = EntryHead(tools.clock)
        self.roll_side = RollSide(
            self._presenter.roll, lambda: (self._presenter.day, tools.clock.today()), self._list_grids
        )
        self.wall = self.roll_side.wall
        self.grid_side = GridSide(self._presenter.lines, self._presenter.choices)
        self.single_side = SingleSide(self._to_save)
        self.finder = self.single_side.finder
        self.panels = Panels(self._presenter, tools.dialogs)
        self._drafts = DraftBar(self._presenter.take_up, self._presenter.throw_away)
        self._totals = QLabel()
        self._totals.setProperty("role", "strong")
        self._totals.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._save_action = Action("ledger.save", self.tr("保存"), self.save, "F8", primary=True)
        self._draft_timer = self._timer(_DRAFT_MS, self._presenter.keep_draft)
        self._roll_timer = self._timer(_PREVIEW_MS, self._presenter.preview_roll)
        self._lines_timer = self._timer(_PREVIEW_MS, self._presenter.preview_lines)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self._choose_way(Way.ROLL)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("点名：选日期、事项、网格，空格勾选，Ctrl+A 全勾，打拼音首字母跳到那一户，F8 保存。"),
            self.tr("表格：一行一笔，回车往右走，.. 同上一行，分值可以写 5*3，从 WPS 复制的行直接粘贴。"),
            self.tr("记错了：按提示里的撤销，或在“最近操作”里整批冲销、整批改事项；原来的行会留痕。"),
        )

    @property
    def way(self) -> Way:
        """The way in front."""
        return _WAYS[max(0, self._ways.checkedId())]

    def enter(self, params: Mapping[str, object]) -> None:
        self.panels.fit()
        account, grid = params.get("account"), params.get("grid")
        if isinstance(account, int):
            self._choose_way(Way.SINGLE)
            self._presenter.choose_book(account)
        elif isinstance(grid, str):
            self._choose_way(Way.ROLL)
            self._presenter.grid = grid
        self._presenter.load()
        if self.way is Way.GRID:
            self.grid_side.grid.take_focus()
        else:
            self.head.item.setFocus()

    def leave(self) -> bool:
        self.grid_side.grid.settle()
        self._presenter.keep_draft()
        return True

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_grids(self, grids: tuple[GridRow, ...]) -> None:
        """The grids to choose from."""
        self.head.set_grids(grids, self._presenter.grid)

    def show_items(self, choices: tuple[ItemChoice, ...], chosen: ItemChoice | None) -> None:
        """Other items are in force; the one chosen is kept where it is among them."""
        self.head.clear_problems()
        self.head.show_item(chosen.item if chosen else None)
        self._show_totals()

    def show_wall(self) -> None:
        """The books of the grid."""
        self.roll_side.show_tiles(self.head.chip, self._presenter.grid is not None)
        self._show_totals()
        tiles = self.wall.tiles
        if tiles and self._bound_for_wall and self.head.grid.hasFocus():
            self.wall.setFocus()
        self._bound_for_wall = self._bound_for_wall and not tiles

    def show_standings(self) -> None:
        """What saving would do with the books on the wall is known."""
        self.roll_side.renew()
        self._show_totals()

    def show_lines(self) -> None:
        """What saving would do with the lines is known."""
        self.grid_side.renew()
        self._show_totals()

    def show_found(self, books: tuple[AccountRow, ...]) -> None:
        """Books that fit what was typed."""
        if self.way is Way.GRID:
            self.grid_side.grid.offer_books(books)
        else:
            self.finder.offer(book_options(books))

    def show_book(self, book: BalanceRow | None) -> None:
        """The book to record for, with its figures."""
        self.single_side.show_book(book)
        self._show_totals()

    def show_recent(self, vouchers: tuple[VoucherRow, ...]) -> None:
        """The latest acts."""
        self.panels.recent.show_recent(vouchers)

    def show_frequent(self, batches: tuple[EnteredBatch, ...]) -> None:
        """The usual batches."""
        self.panels.frequent.show_frequent(batches)

    def show_taken_up(self, way: Way) -> None:
        """A draft, a usual batch, a sheet or pasted rows are under way: show their day, item and amounts."""
        roll = self._presenter.roll
        self.message.clear()
        self._choose_way(way)
        if way is Way.ROLL:
            points, quantity, memo = roll.points, roll.quantity, roll.memo
            self.head.day.set_day(self._presenter.day)
            self.head.set_amounts(points, quantity, memo)
            self.head.show_grid(self._presenter.grid)
            self.head.show_item(roll.item.item if roll.item is not None else None)
            self.head.press_chip(Chip.ALL)
            if not self.panels.sheet.asks:
                self.wall.setFocus()
        else:
            self.grid_side.restart()
            self.grid_side.grid.take_focus()
        self._touched()

    def show_gone(self, books: tuple[AccountRow, ...]) -> None:
        """Ticked books that are not on the wall any more."""
        names = "、".join(f"{book.owner_code} {book.owner_name}".strip() for book in books)
        words = self.tr("有 {count} 户已不在这里，没有勾上：{names}")
        self.message.say(words.format(count=len(books), names=names), Mood.WARN)

    def show_cut(self, lines: int) -> None:
        """Pasted lines that found no room."""
        words = self.tr("一次最多 {most} 行，后面 {lines} 行没有贴上。先保存，再贴。")
        self.message.say(words.format(most=MOST_LINES, lines=lines), Mood.WARN)

    def show_sheets(self, sheets: tuple[MatchedSheet, ...]) -> None:
        """The sheets of a workbook: the clerk chooses one, then answers what only the clerk knows."""
        filled = [sheet for sheet in sheets if any(line.line.came for line in sheet.lines)]
        if not filled:
            self.message.say(
                self.tr("这份表里没有找到签到的人。表头要有“姓名”或“户主”，到场一列要打勾。"), Mood.WARN
            )
            return
        place: int | None = 0
        if len(filled) > 1:
            place = self._tools.dialogs.choose(
                self.tr("签到表"),
                self.tr("这份文件里有 {count} 张签到表，用哪一张？").format(count=len(filled)),
                [sheet.sheet.name for sheet in filled],
            )
        if place is None:
            return
        self.panels.sheet.begin(filled[place])
        self._take_sheet()

    def show_emptied(self) -> None:
        """Somebody else works now: nothing is under way."""
        self.head.reset()
        self.message.clear()
        self.roll_side.renew()
        self.grid_side.restart()

    def show_drafts(self, earlier: tuple[Draft, ...], count: int) -> None:
        """What was not saved last time, and how many acts wait in all."""
        self._drafts.show_drafts(earlier)
        self.drafts_changed.emit(count)

    def show_saved(self, saved: Saved) -> None:
        """Say what was written, offer to take it back, and name everybody who was left out."""
        self._saving = False
        self._draft_timer.stop()
        self.message.clear()
        if saved.recorded.entered and saved.way is not Way.GRID:
            self.panels.put(self.panels.recent if saved.way is Way.SINGLE else None)
            self.head.reset()
        if saved.way is Way.SINGLE:
            self.show_book(self._presenter.book)
            self.finder.setFocus()
        else:
            self.roll_side.show_tiles(self.head.chip, self._presenter.grid is not None)
            self.grid_side.restart()
        if saved.recorded.left_out:
            self._say_left_out(saved)
        if saved.recorded.entered:
            self._announce(saved)

    def show_saved_before(self) -> None:
        """A draft turns out to be in the ledger already."""
        self._tools.announcer.done(self.tr("上次那一批已经记好了，不用再记。"))

    def show_reversed(self, lines: int) -> None:
        """Say that a whole act was taken back."""
        self._tools.announcer.done(self.tr("已冲销 {lines} 笔。").format(lines=lines))

    def show_undone(self, lines: int) -> None:
        """Say that what was just saved is gone again."""
        self._tools.announcer.done(self.tr("已撤销 {lines} 笔。").format(lines=lines))

    def show_moved(self, recorded: Recorded, choice: ItemChoice) -> None:
        """Say that a whole act was entered for another item."""
        words = self.tr("已改成“{item}”：{lines} 笔 {total}")
        said = {"lines": len(recorded.entered), "total": total_words(recorded.total)}
        self._tools.announcer.done(words.format(item=choice.item.name, **said))

    def show_problem(self, error: BaseException) -> None:
        """Say a refusal beside its field, anything else in the bar."""
        self._saving = False
        key = str(error.params.get("field", "")) if isinstance(error, PassbookError) else ""
        if key == "account" and self.way is Way.SINGLE:
            self.single_side.say(tell(error))
        elif self.way is Way.GRID:
            self.message.say(row_words(self._presenter.row_of(error), error), Mood.ERROR)
        elif not self.head.say(key, tell(error)):
            self.message.say(tell(error), Mood.ERROR)

    def save(self) -> None:
        """Check the fields, then write one act."""
        self.head.clear_problems()
        self.single_side.say("")
        if self._saving:
            return
        if self.way is Way.GRID:
            if self.grid_side.check():
                self._saving = True
                self._presenter.save_lines()
        elif self._is_ready():
            self._saving = True
            if self.way is Way.ROLL:
                self._presenter.save_roll()
            else:
                self._presenter.save_single(self._entry())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.read_sheet(path)

    def read_sheet(self, path: Path) -> None:
        """A sign-in sheet that was dropped or chosen."""
        self.message.clear()
        self._presenter.read_sheet(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        places = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return places[0] if len(places) == 1 else None

    def _entry(self) -> Entry:
        head = self.head
        return Entry(
            head.points_value(),
            head.quantity_value(),
            head.memo.text(),
            head.witness.text(),
            self.single_side.again,
        )

    def _is_ready(self) -> bool:
        """Whether day, item, points and somebody to give them to are there; says what is not."""
        try:
            day, points = self.head.day.day(), self.head.points_value()
        except PassbookError as error:
            key = "points" if error.code == "number.not-a-number" else "occurred_on"
            return not self.head.say(key, tell(error))
        if day is None:
            return not self.head.say("occurred_on", self.tr("请填日期。"))
        if self._presenter.item is None:
            return not self.head.say("item", self.tr("请先选事项，按 F7 看全部。"))
        self._take_amounts(points)
        nobody = self._presenter.book is None if self.way is Way.SINGLE else not self._presenter.roll.marks
        if nobody:
            self._say_nobody()
        return not nobody

    def _say_nobody(self) -> None:
        if self.way is Way.SINGLE:
            self.single_side.say(self.tr("请先查出要记的那一户或那一本存折。"))
            self.finder.setFocus()
        elif not self._presenter.roll.tiles:
            self.head.say("account", self.tr("请先选一个网格。"))
        else:
            self.head.say("account", self.tr("还没有勾选。空格勾一户，Ctrl+A 全勾。"))
            self.wall.setFocus()

    def _say_left_out(self, saved: Saved) -> None:
        """Who was not entered and why; a single deed may be entered all the same where the village allows."""
        words = left_out_words(saved.recorded)
        reason = saved.recorded.left_out[0].reason
        if saved.way is Way.SINGLE and isinstance(reason, DeedTwice | OtherBookToo):
            self.message.say(words, Mood.WARN, self.tr("仍要记"), self._save_again)
        else:
            self.message.say(words, Mood.WARN)

    def _save_again(self) -> None:
        self.single_side.again = True
        self.save()

    def _announce(self, saved: Saved) -> None:
        count, total = count_words(saved.count, saved.reds), total_words(saved.recorded.total)
        words = self.tr("{count} 进入待审 {total}") if saved.waits else self.tr("已记 {count} {total}")
        self._tools.announcer.done(
            words.format(count=count, total=total),
            self.tr("记{count}").format(count=count.replace(" ", "")),
            partial(self._presenter.undo, saved, self.tr("刚记错")),
        )
        if saved.waits and not saved.recorded.left_out:
            self.message.say(
                self.tr("{count} 进入待审，审核以后才算数。").format(count=count),
                Mood.NOTE,
                self.tr("去审核"),
                lambda: self._tools.go(Route("claims")),
            )

    def _lay_out(self) -> None:
        self.set_actions(
            [
                Action("ledger.frequent", self.tr("常用"), self._open_frequent, "F4"),
                Action("ledger.sheet", self.tr("打卡表…"), self._choose_sheet),
                Action("ledger.claims", self.tr("审核"), lambda: self._tools.go(Route("claims"))),
            ]
        )
        self.body.addWidget(self._drafts)
        self._ways = QButtonGroup(self)
        ways = self.beside_title
        ways.addSpacing(16)
        for number, word in enumerate((self.tr("点名"), self.tr("表格"), self.tr("单户"))):
            way = ToggleButton(word)
            self._ways.addButton(way, number)
            ways.addWidget(way)
        ways.addStretch(1)
        self.body.addWidget(self.head)
        left = QWidget()
        self._stack = QStackedLayout(left)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for side in (self.roll_side, self.grid_side, self.single_side):
            self._stack.addWidget(side)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(left, 1)
        middle.addWidget(self.panels, 1)
        self.body.addLayout(middle, 1)
        self._lay_out_footer()

    def _lay_out_footer(self) -> None:
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

    def _connect(self) -> None:
        presenter = self._presenter
        self._ways.idClicked.connect(self._press_way)
        self._more.toggled.connect(lambda on: self.panels.put(self.panels.recent if on else None))
        self._all.clicked.connect(lambda: self.wall.tick_all())
        self._none.clicked.connect(lambda: self.wall.tick_none())
        self.roll_side.changed.connect(self._ticked)
        self.grid_side.changed.connect(self._cell_changed)
        self.grid_side.grid.asked.connect(lambda text: presenter.find_books(text))
        self.grid_side.grid.unresolved.connect(presenter.resolve)
        self.grid_side.grid.pasted.connect(presenter.paste)
        self.grid_side.grid.finished.connect(self._to_save)
        self.finder.asked.connect(lambda text: presenter.find_books(text, presenter.item))
        self.finder.picked.connect(lambda book: presenter.choose_book(book.id))
        self.head.item_asked.connect(lambda text: self.head.offer_items(presenter.choices(text)))
        self.head.item_picked.connect(self._choose_item)
        self.head.day_changed.connect(presenter.set_day)
        self.head.grid_chosen.connect(self._choose_grid)
        self.head.chip_changed.connect(self.show_wall)
        self.head.worth_changed.connect(self._worth_changed)
        self.head.finished.connect(self._go_on)
        self.panels.sheet.finished.connect(self._take_sheet)
        self.panels.changed.connect(self._mark_recent)

    def _press_way(self, number: int) -> None:
        self._choose_way(_WAYS[number])
        if self.way is Way.GRID:
            self.grid_side.grid.take_focus()
        else:
            self.head.item.setFocus()

    def _choose_way(self, way: Way) -> None:
        self._ways.button(_WAYS.index(way)).setChecked(True)
        self._stack.setCurrentIndex(_WAYS.index(way))
        self.head.clear_problems()
        self.head.setVisible(way is not Way.GRID)
        self.head.set_grid_shown(way is Way.ROLL)
        for button in (self._all, self._none):
            button.setVisible(way is Way.ROLL)
        self.panels.put(self.panels.recent if way is Way.SINGLE else None)
        self._show_totals()

    def _mark_recent(self) -> None:
        self._more.blockSignals(True)
        self._more.setChecked(not self.panels.recent.isHidden())
        self._more.blockSignals(False)

    def _open_frequent(self) -> None:
        self.panels.put(None if self.panels.frequent.isVisible() else self.panels.frequent)
        if self.panels.frequent.isVisible():
            self.panels.frequent.setFocus()

    def _choose_sheet(self) -> None:
        kind = FileKind(self.tr("表格"), _SHEETS)
        path = self._tools.dialogs.pick_open(self.tr("选签到表或打卡表"), kind)
        if path is not None:
            self.read_sheet(path)

    def _take_sheet(self) -> None:
        if self.panels.sheet.questions is not None:
            self._presenter.take_sheet(self.panels.sheet.questions.ticks())
            self.panels.put(self.panels.sheet)
            if self.panels.sheet.asks:
                self.panels.sheet.setFocus()

    def _choose_item(self, choice: object) -> None:
        if isinstance(choice, ItemChoice):
            self.head.clear_problems()
            self._presenter.choose_item(choice)
            self.head.show_item(choice.item)
            self._show_totals()

    def _choose_grid(self, code: object) -> None:
        self._presenter.choose_grid(code if isinstance(code, str) else None)

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
        if self.way is Way.GRID:
            self.grid_side.grid.list_all()
        elif self.way is Way.SINGLE or self.head.item.hasFocus():
            self.head.item.list_all()
        else:
            self._list_grids()

    def _list_grids(self) -> None:
        if self.way is Way.ROLL:
            self.head.grid.setFocus()
            self.head.grid.showPopup()

    def _ticked(self) -> None:
        self._show_totals()
        self._roll_timer.start()
        self._touched()

    def _cell_changed(self) -> None:
        self.grid_side.renew()
        self._show_totals()
        self._lines_timer.start()
        self._touched()

    def _worth_changed(self) -> None:
        try:
            self._take_amounts(self.head.points_value())
        except PassbookError:
            self._take_amounts(None)
        self.roll_side.renew()
        self._show_totals()
        self._roll_timer.start()
        self._touched()

    def _take_amounts(self, points: Points | None) -> None:
        roll = self._presenter.roll
        roll.points = points
        roll.quantity = self.head.quantity_value()
        roll.memo, roll.witness = self.head.memo.text(), self.head.witness.text()

    def _touched(self) -> None:
        """Something is not saved: it is kept two seconds later, however the clerk goes on."""
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _show_totals(self) -> None:
        if self.way is Way.GRID:
            count, total = self._presenter.lines.total()
            words = self.tr("{count} 笔 {total}")
            self._totals.setText(words.format(count=count, total=total_words(total)) if count else "")
        elif self.way is Way.SINGLE:
            try:
                points = self.head.points_value()
            except PassbookError:
                points = None
            each = self._presenter.worth(points, self.head.quantity_value())
            self._totals.setText(total_words(each) if each is not None else "")
        else:
            roll = self._presenter.roll
            self._totals.setText(roll_words(roll.totals(self.roll_side.shown_ids)) if roll.tiles else "")

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer
