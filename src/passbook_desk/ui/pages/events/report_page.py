"""红白事季报: the figures of a quarter, the last one at first; paper and workbook of the same."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from passbook_desk.documents.page import Page
from passbook_desk.features.events.reporting.values import EventReport
from passbook_desk.features.events.reporting.words import title as paper_title
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.period import NotAQuarter, Quarter
from passbook_desk.ui.kit.actions import Action, ToggleButton
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.panes import Pane
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.steps import Steps
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.events.report_columns import FIGURE_COLUMNS, FigureRow, figure_rows
from passbook_desk.ui.pages.events.report_presenter import EventReportPresenter
from passbook_desk.ui.shell.period_words import quarter_text
from passbook_desk.ui.shell.printable_page import PrintablePage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_LABEL = 9
"""Han characters that the name of a quarter takes."""


class EventReportPage(PrintablePage):
    """Parameters: `quarter` ("2026Q2"), `wall` for what may hang on a wall; `paper` shows the pages."""

    topics = frozenset({Topic.EVENTS, Topic.HOUSEHOLDS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("EventReportPage", "红白事季报"))
        self._presenter = EventReportPresenter(tools.desk, self, tools.jobs, tools.clock, tools.fontbook)
        self._quarter = Quarter.of(tools.clock.today()).previous()
        self._report: EventReport | None = None
        self._table: TablePage[FigureRow] = TablePage(FIGURE_COLUMNS, Empty(""))
        self._hint = MessageBar()
        self.lay_out(self._figures_pane())
        self._show_quarter()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("用左右箭头选季度。一件事按办完那天算在哪一季。"),
            self.tr("按“上墙的样子”，超标的户、处理和备注都不出现。"),
            self.tr("打印预览里可以打印、存 PDF；存为 Excel 的数和表里一样。"),
        )

    def acts(self) -> list[Action]:
        return [
            Action("event_report.paper", self.tr("打印预览"), self._open_paper, "F12", primary=True),
            Action("event_report.excel", self.tr("存为 Excel"), self._save_workbook),
        ]

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._choose(params)
        self.turn(params)
        self._show_quarter()
        self._load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._load()

    def show_report(self, report: EventReport) -> None:
        """The figures, or the pages of them."""
        self._report = report
        if self._paper:
            self._presenter.draw_pages(self._wall.isChecked(), self.tr("正在排版…"))
            return
        self._show_figures()

    def show_pages(self, report: EventReport, pages: Sequence[Page]) -> None:
        """The report as it will be printed."""
        self.preview.show_pages(pages, paper_title(report), checked=True)

    def _figures_pane(self) -> Pane:
        pane = Pane()
        choices = QHBoxLayout()
        choices.setSpacing(8)
        self._steps = Steps("quarter", self.tr("前一季"), self.tr("后一季"), _LABEL)
        self._steps.gone.connect(self._go)
        self._wall = ToggleButton(self.tr("上墙的样子"))
        self._wall.setObjectName("report.wall")
        self._wall.clicked.connect(lambda: self._show_figures())
        choices.addWidget(self._steps)
        choices.addStretch(1)
        choices.addWidget(self._wall)
        pane.column.addLayout(choices)
        pane.column.addWidget(self._hint)
        pane.column.addWidget(self._table, 1)
        return pane

    def _go(self, by: int) -> None:
        self._quarter = self._quarter.previous() if by < 0 else self._quarter.next()
        self._show_quarter()
        self._load()

    def _choose(self, params: Mapping[str, object]) -> None:
        wanted = params.get("quarter")
        if isinstance(wanted, str):
            try:
                self._quarter = Quarter.parse(wanted)
            except NotAQuarter as error:
                self.message.say(tell(error), Mood.ERROR)
        if "wall" in params:
            self._wall.setChecked(bool(params["wall"]))

    def _show_quarter(self) -> None:
        word = quarter_text(self._quarter)
        self._steps.put(word, more=self._quarter < Quarter.of(self._tools.clock.today()))
        self.set_title(
            self.tr("{quarter}红白事季报").format(quarter=word) if self._paper else self.tr("红白事季报")
        )

    def _show_figures(self) -> None:
        if self._report is None:
            return
        for_wall = self._wall.isChecked()
        self._table.set_rows(figure_rows(self._report, for_wall))
        self._table.set_totals(self._facts(self._report))
        self._say_hint(self._report, for_wall)

    def _facts(self, report: EventReport) -> str:
        said = self.tr("一件事按办完那天算在哪一季；撤回的不算，并成一件的算一件。")
        if report.before is None:
            said += self.tr("上年同期没有记录。")
        return said

    def _say_hint(self, report: EventReport, for_wall: bool) -> None:
        parts = []
        if report.running:
            parts.append(self.tr("这一季还没有过完，数还会变。"))
        unchecked = report.total.held - report.total.checked
        if unchecked > 0:
            parts.append(self.tr("已办的还有 {count} 件没有核查。").format(count=unchecked))
        if for_wall:
            parts.append(self.tr("名单只列核查符合标准和劝导后改正的户。"))
        if parts:
            self._hint.say("".join(parts), Mood.WARN if unchecked > 0 else Mood.NOTE)
        else:
            self._hint.clear()

    def _load(self) -> None:
        self._presenter.load(self._quarter)

    def _open_paper(self) -> None:
        params = {"quarter": str(self._quarter), "wall": self._wall.isChecked(), "paper": True}
        self._tools.go(Route("event_report", params))

    def _save_workbook(self) -> None:
        name = self.tr("{quarter}红白事季报").format(quarter=quarter_text(self._quarter))
        target = self.pick_workbook(f"{name}.xlsx")
        if target is not None:
            for_wall = self._wall.isChecked()
            self._presenter.save_workbook(target, for_wall, self.tr("正在存为 Excel…"))
