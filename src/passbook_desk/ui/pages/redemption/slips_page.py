"""兑换登记: the slips of some days, their register on paper and as a workbook; Enter opens a slip."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.features.redemption.counter.values import SlipRow
from passbook_desk.features.redemption.goods.values import OutletRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.period import DateSpan, NotADate
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.all_or_one import AllOrOne
from passbook_desk.ui.kit.panes import Pane
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.redemption.slips_columns import SLIP_COLUMNS
from passbook_desk.ui.pages.redemption.slips_presenter import SlipsPresenter, SlipsShown
from passbook_desk.ui.pages.redemption.slips_span import SlipDays
from passbook_desk.ui.shell.printable_page import PrintablePage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_LENGTHS: Final = frozenset({"day", "month", "quarter", "year"})


class SlipsPage(PrintablePage):
    """Parameters: `length` ("day", "month", "quarter" or "year") and `find` choose what is listed; `paper`
    shows the register as it will be printed.
    """

    topics = frozenset({Topic.GOODS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("SlipsPage", "兑换登记"))
        self._presenter = SlipsPresenter(tools.desk, self, tools.jobs, tools.clock, tools.fontbook)
        self.days = SlipDays(tools.clock)
        self.days.changed.connect(self._load)
        self.outlets = AllOrOne(self.tr("全部兑换点"))
        self.outlets.setObjectName("slips.outlet")
        self.outlets.activated.connect(lambda _: self._load())
        self.outlets.hide()
        self.days.line.addWidget(self.outlets)
        self.table: TablePage[SlipRow] = TablePage(
            SLIP_COLUMNS, Empty(""), find_hint=self.tr("单号、姓名、拼音首字母、户编号、存折账号、物品")
        )
        self.table.find_changed.connect(self._presenter.find)
        self.table.opened.connect(lambda row: tools.go(Route("slip", {"id": row.id})))
        self.lay_out(self._list_pane())

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("上面选日、月、季、年或自选日期；可以按单号、姓名、物品找。"),
            self.tr("选中一张按 Enter 打开：补打兑换单、告知单，给错了在里面退回。"),
            self.tr("打印的登记表一式两份，店里和办公室各存一份；退回的划掉，不计入合计。"),
        )

    def acts(self) -> list[Action]:
        report = partial(self._tools.go, Route("redemption_report"))
        return [
            Action("open.redemption_report", self.tr("兑换汇总"), report),
            Action("slips.excel", self.tr("存为 Excel"), self._save_workbook),
            Action("slips.paper", self.tr("打印预览"), self._open_paper, "F12", primary=True),
        ]

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        length, wanted = params.get("length"), params.get("find")
        if length in _LENGTHS:
            self.days.choose(str(length))
        self.turn(params)
        if isinstance(wanted, str):
            self.table.find_line.setText(wanted)
            self._presenter.find(wanted)
        if not self._paper:
            self.table.find_line.setFocus()
        self._load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._load()

    def show_outlets(self, rows: Sequence[OutletRow]) -> None:
        """Places to choose from, where there is more than one; who is chosen stays."""
        self.outlets.offer((row.name, row.id) for row in rows)
        self.outlets.setVisible(len(rows) > 1)

    def show_slips(self, shown: SlipsShown) -> None:
        """The slips, and what those that stand come to."""
        self.table.set_empty(self._empty(shown))
        self.table.set_rows(shown.rows)
        standing = len(shown.standing)
        words = self.tr("兑换单 {slips} 张，{pieces} 件，{points} 分")
        said = words.format(slips=standing, pieces=shown.pieces, points=shown.points)
        if len(shown.rows) > standing:
            words = self.tr("，另有 {count} 张已退回，不计在内")
            said += words.format(count=len(shown.rows) - standing)
        self.table.set_totals(said if shown.rows else "")

    def show_pages(self, pages: Sequence[Page]) -> None:
        """The register as it will be printed."""
        self.preview.show_pages(pages, self._file_name(), checked=True)

    def _list_pane(self) -> Pane:
        pane = Pane()
        pane.column.addWidget(self.days)
        pane.column.addWidget(self.table, 1)
        return pane

    def _empty(self, shown: SlipsShown) -> Empty:
        if shown.find:
            words = self.tr("这段时间里没有找到“{text}”，请换个日期或写法。").format(text=shown.find)
            return Empty(words, self.tr("看全部"), self.table.find_line.clear)
        return Empty(
            self.tr("这段时间没有兑换。"), self.tr("去兑换柜台"), partial(self._tools.go, Route("counter"))
        )

    def _load(self) -> None:
        span = self._span()
        if span is None:
            return
        self.message.clear()
        if self._paper:
            self._presenter.draw_pages(span, self.outlets.currentData(), self.tr("正在排版…"))
        else:
            self._presenter.load(span, self.outlets.currentData())

    def _span(self) -> DateSpan | None:
        try:
            return self.days.span()
        except NotADate as error:
            self.show_problem(error)
            return None

    def _open_paper(self) -> None:
        self._tools.go(Route("slips", {"paper": True}))

    def _save_workbook(self) -> None:
        span = self._span()
        if span is None:
            return
        target = self.pick_workbook(f"{self._file_name()}.xlsx")
        if target is not None:
            outlet_id = self.outlets.currentData()
            self._presenter.save_workbook(span, outlet_id, target, self.tr("正在存为 Excel…"))

    def _file_name(self) -> str:
        span = self.days.span()
        days = (
            f"{span.first:%Y%m%d}" if span.first == span.last else f"{span.first:%Y%m%d}-{span.last:%Y%m%d}"
        )
        return self.tr("兑换登记表 {days}").format(days=days)
