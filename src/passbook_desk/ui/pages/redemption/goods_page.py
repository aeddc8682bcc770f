"""物品: what can be redeemed, with prices, stock and what is amiss."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, action_button
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.redemption.goods_columns import GOODS_COLUMNS, GoodsLine
from passbook_desk.ui.pages.redemption.goods_paper_presenter import PRICES, PURCHASE
from passbook_desk.ui.pages.redemption.goods_presenter import (
    ALL,
    EXPIRED,
    EXPIRING,
    LOW,
    RETIRED,
    SERVICES,
    GoodsListing,
    GoodsPresenter,
)
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class GoodsPage(PageFrame):
    """Enter opens goods. The parameter `show` presses a chip: low, expiring, expired, services, retired."""

    topics = frozenset({Topic.GOODS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("GoodsPage", "物品"))
        self._tools = tools
        self._presenter = GoodsPresenter(tools.desk, self, tools.jobs)
        self._chips = (
            Chip(ALL, self.tr("全部")),
            Chip(LOW, self.tr("要补货")),
            Chip(EXPIRING, self.tr("快过期")),
            Chip(EXPIRED, self.tr("已过期")),
            Chip(SERVICES, self.tr("服务")),
            Chip(RETIRED, self.tr("停用")),
        )
        self.table: TablePage[GoodsLine] = TablePage(
            GOODS_COLUMNS,
            self._nothing_yet(),
            find_hint=self.tr("名称、拼音首字母、编号、条码"),
            chips=self._chips,
        )
        self.table.find_changed.connect(self._presenter.find)
        self.table.chip_changed.connect(self._presenter.choose)
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table)
        self.set_actions(
            [
                Action("open.stock", self.tr("库存"), partial(self._go, "stock")),
                Action("open.stocktakes", self.tr("盘点"), partial(self._go, "stocktakes")),
                Action("stock.receive", self.tr("入库"), self._receive),
                Action("goods.new", self.tr("新物品"), self._new, primary=True),
            ]
        )
        self.footer.addStretch(1)
        for act in (
            Action("goods.outlets", self.tr("兑换点"), partial(self._go, "outlets")),
            Action("goods.import", self.tr("导入"), partial(self._go, "goods_import")),
            Action("goods.print_purchase", self.tr("采购清单"), partial(self._paper, PURCHASE)),
            Action("goods.print_prices", self.tr("物品价目表"), partial(self._paper, PRICES)),
        ):
            self.footer.addWidget(action_button(act))

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("“可兑”不含已过期的。低于库存下限、快到期、没定分值的，在“提醒”里写着。"),
            self.tr("选中一样按 Enter：改资料、定新分值、放图片、看批次和进出。"),
            self.tr("“采购清单”写着要补什么、补多少；“物品价目表”可以贴墙。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        wanted = params.get("show")
        if isinstance(wanted, str) and wanted in {chip.key for chip in self._chips}:
            self.table.press_chip(wanted)
        else:
            self._presenter.load()
        self.table.find_line.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_goods(self, listing: GoodsListing) -> None:
        """Show what was found; goods that stay in the list stay chosen."""
        held = self.table.selected_row()
        self.table.set_empty(self._empty(listing))
        self.table.set_rows([GoodsLine(row, listing.today) for row in listing.rows])
        if held is not None:
            self.table.select(lambda line: line.goods.id == held.goods.id)
        self.table.set_totals(self._totals(listing))

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _totals(self, listing: GoodsListing) -> str:
        if not listing.rows:
            return ""
        words = self.tr("共 {kinds} 种　可兑 {pieces} 件，合 {points} 分")
        said = [words.format(kinds=len(listing.rows), pieces=listing.pieces, points=listing.value)]
        if listing.chip == ALL and not listing.find:
            warned = listing.warnings
            for words, count in (
                (self.tr("低于下限 {count} 种"), warned.low),
                (self.tr("有人等 {count} 种"), warned.wanted),
                (self.tr("快过期 {count} 种"), warned.expiring),
                (self.tr("已过期 {count} 种"), warned.expired),
            ):
                if count:
                    said.append(words.format(count=count))
        return "　".join(said)

    def _empty(self, listing: GoodsListing) -> Empty:
        if listing.find:
            words = self.tr("没有找到“{text}”。可能是别的读音，或已停用。").format(text=listing.find)
            return Empty(words, self.tr("看全部"), self._show_all)
        if not listing.kinds:
            return self._nothing_yet()
        words = {
            LOW: self.tr("没有要补的物品。"),
            EXPIRING: self.tr("两个月内没有到期的物品。"),
            EXPIRED: self.tr("没有过期的物品。"),
            SERVICES: self.tr("还没有服务，如理发、食堂一餐。新物品里选“服务”。"),
            RETIRED: self.tr("没有停用的物品。"),
        }.get(listing.chip, self.tr("物品都停用了。"))
        return Empty(words, self.tr("看全部"), self._show_all)

    def _nothing_yet(self) -> Empty:
        sentence = self.tr("还没有物品。有清单就导入，没有就一样一样登记。")
        return Empty(sentence, self.tr("新物品"), self._new)

    def _show_all(self) -> None:
        self.table.find_line.clear()
        self.table.press_chip(ALL)

    def _open(self, line: GoodsLine) -> None:
        self._tools.go(Route("goods_item", {"id": line.goods.id}))

    def _new(self) -> None:
        self._tools.go(Route("goods_item", {"id": None}))

    def _receive(self) -> None:
        self._tools.go(Route("stock_paper", {"kind": "bought"}))

    def _paper(self, what: str) -> None:
        self._tools.go(Route("goods_paper", {"what": what}))

    def _go(self, name: str) -> None:
        self._tools.go(Route(name))
