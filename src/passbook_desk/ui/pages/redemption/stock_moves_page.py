"""进出明细: every movement of one kind of goods, with the stock after it and the paper behind it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from passbook_desk.features.redemption.stock.ledger import GoodsMoves, MoveLine
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.redemption.stock_columns import MOVE_COLUMNS
from passbook_desk.ui.pages.redemption.stock_moves_presenter import StockMovesPresenter
from passbook_desk.ui.shell.period_picker import MONTHS_AND_MORE, PeriodPicker
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class StockMovesPage(PageFrame):
    """Parameters: `goods` (id); `first` and `last` of a month, quarter or year, else this year; `outlet`.

    Enter opens the paper, the slip or the stocktake behind a line.
    """

    topics = frozenset({Topic.GOODS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("StockMovesPage", "进出明细"))
        self._tools = tools
        self._presenter = StockMovesPresenter(tools.desk, self, tools.jobs)
        self._goods_id = 0
        self._outlet_id: int | None = None
        self.span = PeriodPicker(tools.clock.today(), PeriodKind.YEAR, MONTHS_AND_MORE)
        self.span.changed.connect(self._load)
        self.moves: TablePage[MoveLine] = TablePage(MOVE_COLUMNS, Empty(self.tr("这段时间没有进出。")))
        self.moves.opened.connect(self._open)
        choices = QHBoxLayout()
        choices.addWidget(self.span)
        choices.addStretch(1)
        self.body.addLayout(choices)
        self.body.addWidget(self.moves, 1)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("“结存”是这一笔之后还有多少件；收回的记在收回那天。"),
            self.tr("选中一笔按 Enter，打开它的单子、兑换单或盘点。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._goods_id = int(str(params.get("goods", 0)))
        outlet = params.get("outlet")
        self._outlet_id = outlet if isinstance(outlet, int) else None
        first, last = params.get("first"), params.get("last")
        if isinstance(first, date) and isinstance(last, date):
            self.span.set_period(_period(DateSpan(first, last)))
        self._load()
        self.moves.view.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._load()

    def show_moves(self, found: GoodsMoves) -> None:
        """The movements; the line below says how they add up."""
        row = found.row
        self.set_title(self.tr("{goods} 进出明细").format(goods=f"{row.name} {row.spec}".strip()))
        self.moves.set_rows(found.lines)
        words = self.tr("期初 {opening}　进 {came}　出 {went}　期末 {closing} {unit}")
        quantities = [line.move.quantity for line in found.lines]
        self.moves.set_totals(
            words.format(
                opening=row.opening,
                came=sum(each for each in quantities if each > 0),
                went=-sum(each for each in quantities if each < 0),
                closing=row.closing,
                unit=row.unit,
            )
        )

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _load(self) -> None:
        self._presenter.load(self._goods_id, self.span.span, self._outlet_id)

    def _open(self, line: MoveLine) -> None:
        move = line.move
        name = "stock_card" if move.paper is not None else "slip" if move.of_slip else "stocktake"
        self._tools.go(Route(name, {"id": move.document_id}))


def _period(span: DateSpan) -> Period:
    """The month, quarter or year that these days are; the year of the first where they are none."""
    every = [Period.of(kind, span.first) for kind in MONTHS_AND_MORE]
    return next((period for period in every if period.days() == span), every[-1])
