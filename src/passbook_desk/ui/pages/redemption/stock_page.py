"""库存: papers of what came and went, batches with their last days, the ledger of some days."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from passbook_desk.features.redemption.stock.ledger import StockLedger, StockLedgerRow
from passbook_desk.features.redemption.stock.rules import expires_soon
from passbook_desk.features.redemption.stock.values import BatchRow, PaperKind, PaperRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.periods import PeriodKind
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.all_or_one import AllOrOne
from passbook_desk.ui.kit.faces import FacesPage
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.panes import Pane
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.redemption.goods_words import paper_kind_word
from passbook_desk.ui.pages.redemption.stock_columns import (
    BATCH_COLUMNS,
    LEDGER_COLUMNS,
    PAPER_COLUMNS,
    BatchLine,
    pieces_text,
)
from passbook_desk.ui.pages.redemption.stock_presenter import StockFound, StockPresenter
from passbook_desk.ui.pages.redemption.stock_words import goods_words
from passbook_desk.ui.shell.period_picker import MONTHS_AND_MORE, PeriodPicker
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_ALL, _IN, _OUT, _HELD, _SOON, _EXPIRED = "all", "in", "out", "held", "soon", "expired"


class Face(StrEnum):
    """What the page shows."""

    PAPERS = "papers"
    BATCHES = "batches"
    LEDGER = "ledger"


class StockPage(FacesPage[Face]):
    """Parameters: `face`: papers, batches or ledger; `show` presses a chip of the batches: soon, expired."""

    topics = frozenset({Topic.GOODS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("StockPage", "库存"))
        self._tools = tools
        self._presenter = StockPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._found: StockFound | None = None
        self.papers: TablePage[PaperRow] = TablePage(
            PAPER_COLUMNS,
            Empty(
                self.tr("还没有单据。买来、捐来的先填入库单。"),
                self.tr("入库"),
                partial(self._enter_paper, PaperKind.BOUGHT),
            ),
            find_hint=self.tr("单号、来自、物品、票据号"),
            chips=(Chip(_ALL, self.tr("全部")), Chip(_IN, self.tr("进的")), Chip(_OUT, self.tr("出的"))),
            matches=_fits_paper,
        )
        self.batches: TablePage[BatchLine] = TablePage(
            BATCH_COLUMNS,
            Empty(self.tr("没有这样的批次。")),
            find_hint=self.tr("物品、编号、来自"),
            chips=(
                Chip(_HELD, self.tr("有货的")),
                Chip(_SOON, self.tr("快过期")),
                Chip(_EXPIRED, self.tr("已过期")),
                Chip(_ALL, self.tr("全部")),
            ),
            matches=_fits_batch,
        )
        self.ledger: TablePage[StockLedgerRow] = TablePage(
            LEDGER_COLUMNS, Empty(self.tr("这段时间没有库存，也没有进出。"))
        )
        self.span = PeriodPicker(tools.clock.today(), PeriodKind.MONTH, MONTHS_AND_MORE)
        self.outlet = AllOrOne(self.tr("全部兑换点"))
        self.outlet.setAccessibleName(self.tr("兑换点"))
        self.outlet.setSizeAdjustPolicy(AllOrOne.SizeAdjustPolicy.AdjustToContents)
        self._connect()
        self.lay_out(
            {
                Face.PAPERS: (self.tr("单据"), self.papers),
                Face.BATCHES: (self.tr("批次"), self.batches),
                Face.LEDGER: (self.tr("台账"), self._ledger_pane()),
            }
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("买来、捐来、上级调来的填入库单，两人签字；打错了在单子里“收回”。"),
            self.tr("批次里先到期的排在前面；已过期的按“过期报损”一次填好。"),
            self.tr("台账的期初加后面各列就是期末；按 Enter 看一样物品的每一笔。"),
        )

    def acts_of(self) -> dict[Face, list[Action]]:
        return {
            Face.PAPERS: [
                Action("stock.return", self.tr("退货"), partial(self._enter_paper, PaperKind.RETURNED)),
                Action("stock.move", self.tr("调拨"), partial(self._enter_paper, PaperKind.MOVED)),
                Action("stock.write_off", self.tr("报损"), partial(self._enter_paper, PaperKind.DAMAGED)),
                Action("stock.receive", self.tr("入库"), partial(self._enter_paper, PaperKind.BOUGHT), "Ins",
                       primary=True),
            ],
            Face.BATCHES: [
                Action("open.stocktakes", self.tr("盘点"), lambda: self._tools.go(Route("stocktakes"))),
                Action("stock.expired", self.tr("过期报损"), self._write_off_expired, primary=True),
            ],
            Face.LEDGER: [
                Action("stock.excel_ledger", self.tr("存为 Excel"), self._save_ledger),
                Action("stock.print_ledger", self.tr("打印预览"), self._print_ledger, "F12", primary=True),
            ],
        }  # fmt: skip

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        if "face" in params:
            self.show_face(Face(str(params["face"])))
        if params.get("show") in (_SOON, _EXPIRED):
            self.show_face(Face.BATCHES)
            self.batches.press_chip(str(params["show"]))
        self._begin()
        self._load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._load()

    def show_stock(self, found: StockFound) -> None:
        """Papers and batches as they are now."""
        self._found = found
        self.outlet.offer((row.name, row.id) for row in found.outlets)
        self.outlet.setVisible(len(found.outlets) > 1)
        self._list_papers()
        self._list_batches()

    def show_ledger(self, ledger: StockLedger) -> None:
        """The ledger of the days chosen."""
        self.ledger.set_rows(ledger.rows)
        self.ledger.set_totals(self._sums(ledger))

    def show_saved(self, target: Path) -> None:
        """The workbook is written."""
        self._tools.announcer.made(self.tr("已存为 {name}。").format(name=target.name), target)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _ledger_pane(self) -> Pane:
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.span)
        choices.addStretch(1)
        choices.addWidget(self.outlet)
        pane = Pane()
        pane.column.addLayout(choices)
        pane.column.addWidget(self.ledger, 1)
        return pane

    def _connect(self) -> None:
        self.papers.chip_changed.connect(lambda _key: self._list_papers())
        self.batches.chip_changed.connect(lambda _key: self._list_batches())
        self.papers.opened.connect(lambda row: self._tools.go(Route("stock_card", {"id": row.id})))
        self.batches.opened.connect(self._open_batch)
        self.ledger.opened.connect(self._open_goods)
        self.span.changed.connect(self._load_ledger)
        self.outlet.activated.connect(lambda _: self._load_ledger())

    def _load(self) -> None:
        self._presenter.load()
        self._load_ledger()

    def _load_ledger(self) -> None:
        self._presenter.load_ledger(self.span.span, self.outlet.currentData())

    def _list_papers(self) -> None:
        if self._found is None:
            return
        chip = self.papers.chip
        rows = [row for row in self._found.papers if chip == _ALL or row.kind.comes_in is (chip == _IN)]
        self.papers.set_rows(rows)
        words = self.tr("共 {count} 张　已收回 {back} 张")
        back = sum(row.taken_back for row in rows)
        self.papers.set_totals(words.format(count=len(rows), back=back) if rows else "")

    def _list_batches(self) -> None:
        found = self._found
        if found is None:
            return
        keeps = self._keeps(found)[self.batches.chip]
        names = {row.id: row.name for row in found.outlets}
        rows = [
            BatchLine(batch, names.get(batch.outlet_id, ""), found.today)
            for batch in found.batches
            if keeps(batch)
        ]
        self.batches.set_rows(rows)
        words = self.tr("共 {count} 批 {pieces} 件　快过期 {soon} 批　已过期 {gone} 批")
        held = [batch for batch in found.batches if batch.quantity]
        self.batches.set_totals(
            words.format(
                count=len(rows),
                pieces=sum(line.batch.quantity for line in rows),
                soon=sum(expires_soon(batch.expires_on, found.today) for batch in held),
                gone=sum(batch.expired(found.today) for batch in held),
            )
            if rows
            else ""
        )

    def _keeps(self, found: StockFound) -> dict[str, Callable[[BatchRow], bool]]:
        today = found.today
        return {
            _HELD: lambda batch: batch.quantity > 0,
            _SOON: lambda batch: batch.quantity > 0 and expires_soon(batch.expires_on, today),
            _EXPIRED: lambda batch: batch.quantity > 0 and batch.expired(today),
            _ALL: lambda _: True,
        }

    def _sums(self, ledger: StockLedger) -> str:
        if not ledger.rows:
            return ""
        rows = ledger.rows
        parts = [
            (self.tr("期初"), sum(row.opening for row in rows)),
            (self.tr("建账"), sum(row.taken_over for row in rows)),
            (self.tr("购买"), sum(row.bought for row in rows)),
            (self.tr("捐赠"), sum(row.donated for row in rows)),
            (self.tr("调入"), sum(row.transferred for row in rows)),
            (self.tr("兑换"), sum(row.redeemed for row in rows)),
            (self.tr("兑换退回"), sum(row.given_back for row in rows)),
            (self.tr("退货"), sum(row.returned for row in rows)),
            (self.tr("损坏"), sum(row.damaged for row in rows)),
            (self.tr("过期"), sum(row.expired for row in rows)),
            (self.tr("调拨"), sum(row.moved for row in rows)),
            (self.tr("盘点"), sum(row.counted for row in rows)),
        ]
        said = "　".join(f"{word} {pieces_text(pieces)}" for word, pieces in parts if pieces)
        closing = self.tr("期末 {pieces} 件，合 {points} 分").format(
            pieces=sum(row.closing for row in rows), points=ledger.value
        )
        return f"{said}　{closing}".strip("　")

    def _begin(self) -> None:
        """Stand where one looks something up."""
        lists = {Face.PAPERS: self.papers.find_line, Face.BATCHES: self.batches.find_line}
        lists.get(self.face, self.ledger.view).setFocus()

    def _enter_paper(self, kind: PaperKind) -> None:
        self._tools.go(Route("stock_paper", {"kind": kind.value}))

    def _write_off_expired(self) -> None:
        found = self._found
        if found is not None and any(
            batch.quantity and batch.expired(found.today) for batch in found.batches
        ):
            self._tools.go(Route("stock_paper", {"kind": PaperKind.EXPIRED.value, "fill": True}))
        else:
            self.message.say(self.tr("没有过期的，不用报损。"), Mood.OK)

    def _open_batch(self, line: BatchLine) -> None:
        self._tools.go(Route("stock_moves", {"goods": line.batch.goods_id}))

    def _open_goods(self, row: StockLedgerRow) -> None:
        span = self.span.span
        params = {"goods": row.goods_id, "first": span.first, "outlet": self.outlet.currentData()}
        self._tools.go(Route("stock_moves", {**params, "last": span.last}))

    def _print_ledger(self) -> None:
        span = self.span.span
        params = {"first": span.first, "last": span.last, "outlet": self.outlet.currentData()}
        self._tools.go(Route("stock_print", params))

    def _save_ledger(self) -> None:
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        name = self.tr("{span}库存台账").format(span=self.span.word)
        target = self._tools.dialogs.pick_save(self.tr("存为 Excel"), f"{name}.xlsx", kind)
        if target is not None:
            self._presenter.save_ledger(target, self.tr("正在存为 Excel…"))


def _fits_paper(row: PaperRow, text: str) -> bool:
    said = (row.number, row.from_whom, row.reference, goods_words(row), paper_kind_word(row.kind))
    return any(text.lower() in each.lower() for each in said)


def _fits_batch(line: BatchLine, text: str) -> bool:
    batch = line.batch
    return text in batch.goods_name or batch.goods_code.startswith(text) or text in batch.from_whom
