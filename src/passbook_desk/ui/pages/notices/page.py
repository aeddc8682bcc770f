from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from passbook_desk.documents.page import Page
from passbook_desk.features.notices.rules import shown_number
from passbook_desk.features.notices.values import NoticeContent
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.period import Quarter
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.notices.columns import COLUMNS, quarter_text
from passbook_desk.ui.pages.notices.presenter import NoticesPresenter, QuarterRow, QuarterState
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class NoticesPage(PageFrame):
    """The quarters with their state; with the parameter `quarter` ("2026Q2") the sheet of one."""

    topics = frozenset({Topic.NOTICES, Topic.LEDGER, Topic.HOUSEHOLDS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("NoticesPage", "公示"))
        self._tools = tools
        self._presenter = NoticesPresenter(tools.desk, self, tools.jobs, tools.clock, tools.fontbook)
        self._quarter: Quarter | None = None
        self._content: NoticeContent | None = None
        self._hint, privacy = MessageBar(), MessageBar()
        privacy.say(self.tr("墙上公示不会出现：身份证号 电话 银行账号"))
        self._table: TablePage[QuarterRow] = TablePage(COLUMNS, Empty(self.tr("还没有可以公示的季度。")))
        self._table.opened.connect(lambda row: self._open(row.quarter))
        self._table.selected.connect(lambda _row: self._offer_acts())
        self._preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer)
        self._panes = QStackedWidget()
        self._panes.addWidget(self._list_pane(privacy))
        self._panes.addWidget(self._preview)
        self.body.addWidget(self._panes, 1)
        self._offer_acts()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选一个季度，先“看校样”。校样什么也不存，可以看几次。"),
            self.tr("季度过完、数核对好了，点“发布”：编号和每一行从此固定。"),
            self.tr("打印张贴，或存为 PDF、Excel。以后再打，编号和数都一样。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        wanted = str(params.get("quarter", ""))
        self._quarter = Quarter.parse(wanted) if wanted else None
        self._content = None
        if self._quarter is None:
            self._presenter.forget_sheet()
            self._panes.setCurrentIndex(0)
            self.set_title(self.tr("公示"))
            self._presenter.load()
        else:
            self._preview.show_pages((), "")
            self._panes.setCurrentIndex(1)
            self.set_title(self.tr("{quarter}公示").format(quarter=quarter_text(self._quarter)))
            self._draw(self._quarter)
        self._offer_acts()

    def refresh(self, topics: frozenset[Topic]) -> None:
        if self._quarter is None:
            self._presenter.load()
        elif self._content is None or self._content.proof:
            self._draw(self._quarter)

    def show_quarters(self, rows: Sequence[QuarterRow]) -> None:
        """All quarters, newest first, and what is due."""
        held = self._table.selected_row()
        self._table.set_rows(rows)
        ready = [row for row in rows if row.state is QuarterState.READY]
        running = [row for row in rows if row.state is QuarterState.RUNNING]
        due = (ready[-1:] or running)[0] if ready or running else None
        if held is None or not self._table.select(lambda row: row.quarter == held.quarter):
            self._table.select(lambda row: row == (due or rows[0]))
        self._say_due(due)
        self._offer_acts()

    def show_sheet(self, content: NoticeContent, ready: bool, pages: Sequence[Page]) -> None:
        """The sheet as it will be printed."""
        self._content = content
        quarter = quarter_text(Quarter.parse(content.about))
        title = self.tr("{quarter}公示").format(quarter=quarter)
        if content.proof:
            title = self.tr("{quarter}公示校样").format(quarter=quarter)
        self.set_title(title)
        self._preview.show_pages(pages, title)
        self._offer_acts(ready)

    def show_issued(self, content: NoticeContent) -> None:
        """A number was given; show what now is fixed."""
        self._tools.announcer.done(
            self.tr("已发布{quarter}公示，编号 {number}。").format(
                quarter=quarter_text(Quarter.parse(content.about)), number=shown_number(content.number or "")
            )
        )
        self._open(Quarter.parse(content.about))

    def show_saved(self, target: Path) -> None:
        """The workbook is written."""
        self._tools.announcer.done(self.tr("已存为 {name}。").format(name=target.name))

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _list_pane(self, privacy: MessageBar) -> QWidget:
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._hint)
        column.addWidget(self._table, 1)
        column.addWidget(privacy)
        return pane

    def _say_due(self, due: QuarterRow | None) -> None:
        if due is None:
            self._hint.clear()
            return
        last, quarter = due.quarter.span.last, quarter_text(due.quarter)
        if due.state is QuarterState.READY:
            words = self.tr("{quarter}已过，可以发布公示了。先看校样，核对好再发布。").format(quarter=quarter)
        else:
            words = self.tr("{day} 出{quarter}公示。现在可以先看校样。").format(
                day=day_text(last), quarter=quarter
            )
        mood = Mood.WARN if due.state is QuarterState.READY else Mood.NOTE
        self._hint.say(words, mood, self.tr("看校样"), partial(self._open, due.quarter))

    def _offer_acts(self, ready: bool = False) -> None:
        if self._quarter is None:
            self._offer_list_acts()
            return
        acts = []
        if self._content is not None:
            acts.append(Action("notices.excel", self.tr("存为 Excel"), self._save_workbook))
        if ready:
            acts.append(Action("notices.issue", self.tr("发布"), self._issue_shown, "F8", primary=True))
        self.set_actions(acts)

    def _offer_list_acts(self) -> None:
        row = self._table.selected_row()
        if row is None:
            self.set_actions([])
            return
        proof = row.state is not QuarterState.ISSUED
        word = self.tr("看校样") if proof else self.tr("重打公示")
        acts = [Action("notices.open", word, partial(self._open, row.quarter), "F12")]
        if row.state is QuarterState.READY:
            issue = partial(self._issue, row.quarter)
            acts.append(Action("notices.issue", self.tr("发布"), issue, "F8", primary=True))
        self.set_actions(acts)

    def _open(self, quarter: Quarter) -> None:
        route = Route("notices", {"quarter": str(quarter)})
        self._tools.go(route)

    def _draw(self, quarter: Quarter) -> None:
        self._presenter.open_sheet(quarter, self.tr("正在排公示…"))

    def _issue_shown(self) -> None:
        if self._quarter is not None:
            self._issue(self._quarter)

    def _issue(self, quarter: Quarter) -> None:
        agreed = self._tools.dialogs.confirm(
            self.tr("发布公示"),
            self.tr("发布{quarter}公示？发布后不能收回。").format(quarter=quarter_text(quarter)),
            self.tr("发布"),
            self.tr("编号和每一行的数从此固定，再打都一样。这个季度也关上：以后补记、冲销的分算进下一季度。"),
        )
        if agreed:
            self._presenter.issue(quarter)

    def _save_workbook(self) -> None:
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        target = self._tools.dialogs.pick_save(self.tr("存为 Excel"), f"{self.title}.xlsx", kind)
        if target is not None:
            self._presenter.save_workbook(target, self.tr("正在存为 Excel…"))
