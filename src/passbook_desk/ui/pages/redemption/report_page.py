"""兑换汇总: what a month, a quarter or a year redeemed, beside stock, points to spend and money."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget

from passbook_desk.documents.page import Page
from passbook_desk.features.redemption.reporting.values import GoodsSums, GroupSums, OutletSums
from passbook_desk.features.redemption.reporting.words import title as paper_title
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.periods import NotAPeriod, Period, PeriodKind
from passbook_desk.ui.kit.actions import Action, ToggleButton
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.panes import Pane
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.redemption.report_columns import (
    GOODS_SUMS,
    GROUP_SUMS,
    OUTLET_SUMS,
    SUMMARY_COLUMNS,
    SummaryLine,
    summary_lines,
)
from passbook_desk.ui.pages.redemption.report_presenter import RedemptionReportPresenter, ReportFound
from passbook_desk.ui.shell.period_picker import MONTHS_AND_MORE, PeriodPicker
from passbook_desk.ui.shell.printable_page import PrintablePage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_KINDS = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR)


class RedemptionReportPage(PrintablePage):
    """Parameters: `period` ("2026Q2", "2026-06", "2026"); `paper` shows the pages."""

    topics = frozenset({Topic.GOODS, Topic.LEDGER, Topic.HOUSEHOLDS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("RedemptionReportPage", "兑换汇总"))
        self._presenter = RedemptionReportPresenter(tools.desk, self, tools.jobs, tools.clock, tools.fontbook)
        self.picker = PeriodPicker(tools.clock.today(), PeriodKind.QUARTER, MONTHS_AND_MORE)
        self.picker.changed.connect(self._load)
        nothing = Empty(self.tr("这一期没有兑换。"))
        self.whole: TablePage[SummaryLine] = TablePage(SUMMARY_COLUMNS, nothing)
        self.goods: TablePage[GoodsSums] = TablePage(GOODS_SUMS, nothing)
        self.groups: TablePage[GroupSums] = TablePage(GROUP_SUMS, nothing)
        self.outlets: TablePage[OutletSums] = TablePage(OUTLET_SUMS, nothing)
        self.hint = MessageBar()
        self.lay_out(self._figures_pane())

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选月、季、年，左右箭头看前后各期；右边换按物品、按网格、按兑换点看。"),
            self.tr("数按存折账目算，退回的已减去；积分和钱分开，从不互相折算。"),
            self.tr("要上墙就到公示里出“兑换公示”；这里的汇总报乡镇，可打印、存 Excel。"),
        )

    def acts(self) -> list[Action]:
        return [
            Action("notices.make", self.tr("出兑换公示"), self._make_notice),
            Action("slips.excel", self.tr("存为 Excel"), self._save_workbook),
            Action("slips.paper", self.tr("打印预览"), self._open_paper, "F12", primary=True),
        ]

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._choose(params.get("period"))
        self.turn(params)
        self._load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._load()

    def show_report(self, found: ReportFound) -> None:
        """The figures, or the pages of them."""
        if self._paper:
            self._presenter.draw_pages(self.tr("正在排版…"))
            return
        summary = found.summary
        self.whole.set_rows(summary_lines(summary))
        self.goods.set_rows(summary.goods)
        self.groups.set_rows(summary.groups)
        self.outlets.set_rows(summary.outlets)
        words = self.tr("共 {pieces} 件，{points} 分")
        sums = words.format(pieces=summary.net.pieces, points=summary.net.points)
        for table in (self.goods, self.groups, self.outlets):
            table.set_totals(sums)
        self.whole.set_totals(self.tr("库存、可用积分和预算是今天的数；积分不折算成钱。"))
        self._chip_of[self.outlets].setVisible(len(summary.outlets) > 1)
        if summary.running:
            self.hint.say(self.tr("这一期还没有过完，数还会变。"), Mood.NOTE)
        else:
            self.hint.clear()

    def show_pages(self, found: ReportFound, pages: Sequence[Page]) -> None:
        """The summary as it will be printed."""
        self.preview.show_pages(pages, paper_title(found.summary, found.village), checked=True)

    def _figures_pane(self) -> Pane:
        pane = Pane()
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.picker)
        choices.addStretch(1)
        self._tables = QStackedWidget()
        group = QButtonGroup(self)
        self._chip_of: dict[TablePage[Any], ToggleButton] = {}
        for key, word, table in (
            ("whole", self.tr("总的"), self.whole),
            ("goods", self.tr("按物品"), self.goods),
            ("groups", self.tr("按网格"), self.groups),
            ("outlets", self.tr("按兑换点"), self.outlets),
        ):
            chip = ToggleButton(word)
            chip.setObjectName(f"report.{key}")
            chip.setChecked(key == "whole")
            chip.clicked.connect(partial(self._show_table, table))
            group.addButton(chip)
            choices.addWidget(chip)
            self._tables.addWidget(table)
            self._chip_of[table] = chip
        pane.column.addLayout(choices)
        pane.column.addWidget(self.hint)
        pane.column.addWidget(self._tables, 1)
        return pane

    def _show_table(self, table: TablePage[Any], _checked: bool = False) -> None:
        self._tables.setCurrentWidget(table)

    def _choose(self, wanted: object) -> None:
        if not isinstance(wanted, str):
            return
        try:
            period = Period.parse(wanted)
            if period.kind not in _KINDS:
                raise NotAPeriod(text=wanted, field="period")
            self.picker.set_period(period)
        except NotAPeriod as error:
            self.message.say(tell(error), Mood.ERROR)

    def _load(self) -> None:
        self._presenter.load(self.picker.period)

    def _make_notice(self) -> None:
        params = {"kind": "redemption", "about": str(self.picker.period)}
        self._tools.go(Route("notice_wizard", params))

    def _open_paper(self) -> None:
        params = {"period": str(self.picker.period), "paper": True}
        self._tools.go(Route("redemption_report", params))

    def _save_workbook(self) -> None:
        name = self.tr("{period}兑换情况汇总").format(period=self.picker.word)
        target = self.pick_workbook(f"{name}.xlsx")
        if target is not None:
            self._presenter.save_workbook(target, self.tr("正在存为 Excel…"))
