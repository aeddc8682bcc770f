"""The faces of an exchange day's page: the list, the queue, the stock, the settlement."""

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from passbook_desk.features.redemption.exchange.values import EntitledRow, ExchangeState, GoodsOfDay
from passbook_desk.ui.kit.all_or_one import AllOrOne
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import MARKS, Mood
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.redemption.exchange_columns import (
    ENTITLED_COLUMNS,
    GOODS_COLUMNS,
    queue_columns,
)
from passbook_desk.ui.pages.redemption.exchange_day_presenter import DayFound
from passbook_desk.ui.pages.redemption.exchange_words import tie_lines

_MAY, _ALL, _NOT = "may", "all", "not"
_NEXT: Final = 17
"""Han characters that the card of who is next is wide."""
_WORDS: Final = 24


class ListFace(QWidget):
    """Every book with what it may redeem; Enter on one gives its ticket, a scanned number at once.

    The box `grid` chooses whose books are shown; the page puts it where it has room.
    """

    def __init__(self, give: Callable[[EntitledRow], None]) -> None:
        super().__init__()
        self._give = give
        self._found: DayFound | None = None
        self.grid = AllOrOne(self.tr("全村"))
        self.grid.setAccessibleName(self.tr("网格"))
        self.grid.setSizeAdjustPolicy(AllOrOne.SizeAdjustPolicy.AdjustToContents)
        self.grid.activated.connect(lambda _: self._show_rows())
        self.table: TablePage[EntitledRow] = TablePage(
            ENTITLED_COLUMNS,
            Empty(self.tr("没有找到这样的存折。")),
            find_hint=self.tr("扫存折，或输姓名、首字母、门牌、户编号"),
            chips=(
                Chip(_MAY, self.tr("可兑")),
                Chip(_ALL, self.tr("全部")),
                Chip(_NOT, self.tr("不能兑")),
            ),
            matches=lambda row, text: self._found is None or self._found.matches(row, text),
        )
        self.table.chip_changed.connect(lambda _: self._show_rows())
        self.table.opened.connect(give)
        self.table.find_line.down.connect(self._scan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_day(self, found: DayFound) -> None:
        """The books as they stand; the grid chosen stays."""
        self._found = found
        grids = {row.account.grid_code: row.account.grid_name for row in found.sheet.rows}
        self.grid.offer((grids[code], code) for code in sorted(code for code in grids if code))
        self._show_rows()

    def _show_rows(self) -> None:
        if self._found is None:
            return
        grid, chip = self.grid.currentData(), self.table.chip
        rows = [row for row in self._found.sheet.rows if grid is None or row.account.grid_code == grid]
        listed = [row for row in rows if row.listed]
        shown = {_MAY: listed, _ALL: rows, _NOT: [row for row in rows if not row.listed]}[chip]
        self.table.set_rows(shown)
        words = self.tr("可兑 {count} 本，已发号 {tickets} 个，已兑 {served} 本。")
        self.table.set_totals(
            words.format(
                count=len(listed),
                tickets=sum(row.ticket is not None for row in rows),
                served=sum(bool(row.slips) for row in rows),
            )
        )

    def _scan(self) -> None:
        line, found = self.table.find_line, self._found
        row = None if found is None else found.scanned(line.wanted())
        if row is not None:
            line.clear()
            line.setFocus()
            self._give(row)


class QueueFace(QWidget):
    """Who is next in large type, beside the whole queue; Enter on somebody leads to the counter."""

    def __init__(self, passed: Collection[int], serve: Callable[[EntitledRow], None]) -> None:
        super().__init__()
        self.number, self.name, self.about, self.left = QLabel(), QLabel(), QLabel(), QLabel()
        self.number.setProperty("role", "figure")
        self.name.setProperty("role", "title")
        self.left.setProperty("role", "quiet")
        self._card = Card(self.tr("现在请"))
        for label in (self.number, self.name, self.about, self.left):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._card.body.addWidget(label)
        self._card.body.addStretch(1)
        self.table: TablePage[EntitledRow] = TablePage(
            queue_columns(passed), Empty(self.tr("还没有发号。在“名单”里扫存折，或选中一户按回车。"))
        )
        self.table.opened.connect(serve)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._card)
        row.addWidget(self.table, 1)

    def show_queue(self, found: DayFound, called: EntitledRow | None) -> None:
        """The queue, and whose turn it is."""
        self._card.setFixedWidth(han_width(self, _NEXT))
        if called is None:
            self.number.setText(self.tr("没有人等"))
            self.name.clear()
            self.about.clear()
        else:
            account = called.account
            self.number.setText(self.tr("{number} 号").format(number=called.ticket))
            self.name.setText(account.owner_name)
            place = [account.grid_name, account.owner_code]
            if called.house_number:
                place.append(self.tr("门牌 {number}").format(number=called.house_number))
            points = self.tr("可兑 {points} 分").format(points=called.redeemable)
            self.about.setText("\n".join(("　".join(filter(None, place)), points)))
        rows = found.queue
        waiting = found.waiting
        self.left.setText(
            self.tr("等候 {waiting} 户，已兑 {served} 户").format(waiting=waiting, served=len(rows) - waiting)
        )
        self.table.set_rows(rows)
        if called is not None:
            self.table.select(lambda row: row.ticket == called.ticket)


class StockFace(QWidget):
    """What lies at the place now, and what was given."""

    def __init__(self) -> None:
        super().__init__()
        self.table: TablePage[GoodsOfDay] = TablePage(
            GOODS_COLUMNS, Empty(self.tr("这个兑换点还没有物品。先登记物品，再入库。"))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_day(self, found: DayFound) -> None:
        """The goods as they stand; of a settled day as they stood."""
        card = found.sheet.card
        self.table.set_rows(card.goods)
        gone = sum(not row.service and not row.left for row in card.goods)
        words = self.tr("{outlet}：兑出 {pieces} 件（次），{points} 分；缺货 {gone} 种。")
        told = words.format(outlet=card.row.outlet, pieces=card.row.pieces, points=card.row.points, gone=gone)
        if card.row.settled is not None:
            told += self.tr("这是结算那时的库存。")
        self.table.set_totals(told)


class SettleFace(ScrollColumn):
    """Whether goods, slips and points tie, what was settled, and what comes after it."""

    def __init__(self, carry_over: Callable[[], None], check: Callable[[], None]) -> None:
        super().__init__()
        self.tie, self.agrees, self.open_ends = QLabel(), QLabel(), QLabel()
        self.settled, self.later = QLabel(), QLabel()
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("说明（可以不写），印在结算单上"))
        self.words.setAccessibleName(self.tr("说明"))
        tie = Card(self.tr("物、单、分"))
        self._check = self._link(self.tr("检查数据"), "backup.check", check)
        for widget in (self.tie, self.agrees, self.open_ends, self._check, self.words):
            tie.body.addWidget(widget)
        self._done = Card(self.tr("已结算"))
        self._carry = self._link(self.tr("去结账与清零"), "closing.carry", carry_over)
        after = QLabel(self.tr("剩下的分按村里的规矩保留、减半或清零。先列清单看好，再执行。"))
        for widget in (self.settled, self.later, after, self._carry):
            self._done.body.addWidget(widget)
        for label in (self.tie, self.agrees, self.open_ends, self.settled, self.later, after):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(self._done)
        self.column.addWidget(tie)
        self.column.addStretch(1)

    def show_day(self, found: DayFound) -> None:
        """The figures as they stand; of a settled day as they were frozen."""
        card = found.sheet.card
        self.words.setMaximumWidth(han_width(self, _WORDS))
        self.tie.setText("\n".join(tie_lines(card.tie)))
        mood = Mood.OK if card.tie.agrees else Mood.ERROR
        told = (
            self.tr("物、单、分三样相符。")
            if card.tie.agrees
            else self.tr("对不上，不能结算。先检查数据，找出哪一笔不对。")
        )
        self.agrees.setText(f"{MARKS[mood]} {told}")
        self.agrees.setProperty("role", "ok" if card.tie.agrees else "error")
        self.agrees.style().unpolish(self.agrees)
        self.agrees.style().polish(self.agrees)
        self._check.setVisible(not card.tie.agrees)
        settlement = card.row.settled
        self.open_ends.setText(self._left_open(found))
        self.open_ends.setVisible(settlement is None and bool(self.open_ends.text()))
        self.words.setVisible(settlement is None and found.state is not ExchangeState.AHEAD)
        self._done.setVisible(settlement is not None)
        if settlement is None:
            return
        lines = [
            self.tr("{day} 结算，经手 {who}：{slips} 张兑换单，{points} 分，{pieces} 件（次）。").format(
                day=day_text(settlement.settled_at.astimezone().date()),
                who=settlement.settled_by,
                slips=settlement.slips,
                points=settlement.points,
                pieces=settlement.pieces,
            )
        ]
        if settlement.words:
            lines.append(self.tr("说明：{words}").format(words=settlement.words))
        self.settled.setText("\n".join(lines))
        self.later.setText("\n".join(self._corrections(found)))
        self.later.setVisible(bool(card.later))

    def _left_open(self, found: DayFound) -> str:
        lines = []
        if found.waiting:
            lines.append(self.tr("还有 {count} 户拿了号没有兑。").format(count=found.waiting))
        if found.state is ExchangeState.HELD:
            lines.append(self.tr("今天还在办：结算以后再兑换的，不算进这个兑换日。"))
        if found.state is ExchangeState.AHEAD:
            lines.append(self.tr("还没有到日子，没有可结算的。"))
        return "\n".join(lines)

    def _corrections(self, found: DayFound) -> list[str]:
        later = found.sheet.card.later
        words = self.tr("{number}　{name}　{points} 分　{reason}")
        return [
            self.tr("结算以后退回 {count} 张（结算的数不改，结算单上另列）：").format(count=len(later)),
            *(
                words.format(
                    number=slip.number,
                    name=slip.account.owner_name,
                    points=slip.points,
                    reason=slip.undo_reason,
                )
                for slip in later
            ),
        ]

    def _link(self, word: str, name: str, go: Callable[[], None]) -> QPushButton:
        button = QPushButton(word)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: go())
        button.setSizePolicy(button.sizePolicy().Policy.Maximum, button.sizePolicy().verticalPolicy())
        return button
