"""结账与清零: closed periods, and runs over all books with a dry list first."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from passbook_desk.features.ledger.counting.run_values import RunKind, RunPlan, RunRow
from passbook_desk.features.ledger.periods import ClosedRow
from passbook_desk.features.ledger.values import RecordedVoucher
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_text, span_text
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.counting.closing_presenter import ClosingPresenter, DryList, Overview
from passbook_desk.ui.pages.counting.columns import CLEARING, CLOSED, GRANTING
from passbook_desk.ui.pages.counting.words import run_word
from passbook_desk.ui.shell.period_picker import WEEKS_AND_MORE, PeriodPicker
from passbook_desk.ui.shell.period_words import period_text
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class ClosingPage(PageFrame):
    """The parameter `run` ("carry-over", "expiry", "base") shows the dry list of that run."""

    topics = frozenset({Topic.LEDGER, Topic.VILLAGE, Topic.CLAIMS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("ClosingPage", "结账与清零"))
        self._tools = tools
        self._presenter = ClosingPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._run: RunKind | None = None
        self._list: DryList | None = None
        self._picker = PeriodPicker(tools.clock.today(), PeriodKind.MONTH, WEEKS_AND_MORE, to_next=True)
        month_ago = tools.clock.today().replace(day=1) - timedelta(days=1)
        self._picker.set_period(Period.of(PeriodKind.MONTH, month_ago))
        self._runs = QHBoxLayout()
        self._runs.setSpacing(8)
        self._closed: TablePage[ClosedRow] = TablePage(
            CLOSED, Empty(self.tr("还没有关过账。过完的周、月、季、年核对好了，就可以在上面关账。"))
        )
        self._closed.selected.connect(self._say_what_can_be_opened)
        self._facts = MessageBar()
        empty = Empty(self.tr("没有要动的存折。"))
        self._clearing: TablePage[RunRow] = TablePage(CLEARING, empty)
        self._granting: TablePage[RunRow] = TablePage(GRANTING, empty)
        self._panes = QStackedWidget()
        self._panes.addWidget(self._periods_pane())
        self._panes.addWidget(self._run_pane())
        self.body.addWidget(self._panes, 1)
        self._offer_acts()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选好过完的一期，按“关账”：以后补记的分算进下一期，这一期的数不再变。"),
            self.tr("关错了选中它按“重新打开”，写明原因；出过公示的日子不能再打开。"),
            self.tr("清零、结转先列清单，一户一户看好再按“执行”；存折上会多一行。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        run = params.get("run")
        self._run = RunKind(run) if isinstance(run, str) and run in set(RunKind) else None
        self._list = None
        self._panes.setCurrentIndex(0 if self._run is None else 1)
        self._granting.setVisible(self._run is RunKind.BASE)
        self._clearing.setVisible(self._run is not RunKind.BASE)
        self.set_title(self.tr("结账与清零") if self._run is None else run_word(self._run))
        self._offer_acts()
        self._load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._load()

    def show_overview(self, found: Overview) -> None:
        """What is closed, and what can be run."""
        self._closed.set_rows(found.closed)
        while self._runs.count():
            widget = self._runs.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for kind in found.runs:
            button = QPushButton(self.tr("{run}：列清单").format(run=run_word(kind)))
            button.setObjectName(f"closing.list.{kind.value}")
            button.clicked.connect(partial(self._tools.go, Route("closing", {"run": kind.value})))
            self._runs.addWidget(button)
        if not found.runs:
            words = QLabel(
                self.tr("村里定的是积分一直保留，基础分只发一次，没有要清的。要改请到“积分规矩”。")
            )
            words.setProperty("role", "quiet")
            words.setWordWrap(True)
            self._runs.addWidget(words, 1)
        else:
            self._runs.addStretch(1)

    def show_closed(self, period: Period, span: DateSpan) -> None:
        """Say which days are closed now."""
        self._tools.announcer.done(
            self.tr("{period}已关账：{span}。").format(period=period_text(period), span=span_text(span))
        )
        self._load()

    def show_reopened(self, span: DateSpan) -> None:
        """Say which days are open again."""
        self._tools.announcer.done(self.tr("已重新打开：{span}。").format(span=span_text(span)))
        self._load()

    def show_list(self, found: DryList) -> None:
        """The dry list, and whether it can be applied."""
        self._list = found
        plan = found.plan
        rows = self._granting if plan.kind is RunKind.BASE else self._clearing
        rows.set_rows(plan.rows)
        rows.set_totals(self._sums(plan))
        if found.done:
            words = self.tr("“{name}”已经做过，不能再做。").format(name=plan.name)
        else:
            words = self.tr("“{name}”的清单，还没有记账。{until} 以后得的分不动，欠分的不动。").format(
                name=plan.name, until=day_text(plan.until)
            )
        if plan.kind is RunKind.BASE and not found.done:
            words = self.tr("“{name}”的清单，还没有记账。").format(name=plan.name)
        self._facts.say(words, Mood.WARN if found.done else Mood.NOTE)
        self._offer_acts()

    def show_applied(self, plan: RunPlan, written: RecordedVoucher) -> None:
        """Say how many lines were written."""
        self._tools.announcer.done(
            self.tr("“{name}”已执行，记了 {count} 笔。").format(name=plan.name, count=len(written.seqs))
        )
        self._tools.go(Route("closing"))

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _periods_pane(self) -> QWidget:
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        choices = QHBoxLayout()
        choices.addWidget(self._picker)
        choices.addStretch(1)
        card = Card(self.tr("清零、结转、基础分"))
        card.body.addLayout(self._runs)
        column.addLayout(choices)
        column.addWidget(self._closed, 1)
        column.addWidget(card)
        return pane

    def _run_pane(self) -> QWidget:
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._facts)
        column.addWidget(self._clearing, 1)
        column.addWidget(self._granting, 1)
        return pane

    def _load(self) -> None:
        if self._run is None:
            self._presenter.load()
        else:
            self._presenter.list_run(self._run)

    def _offer_acts(self) -> None:
        if self._run is None:
            self.set_actions(
                [
                    Action("closing.close", self.tr("关账"), self._close, "F8", primary=True),
                    Action("closing.reopen", self.tr("重新打开"), self._reopen),
                ]
            )
            self._say_what_can_be_opened(self._closed.selected_row())
        elif self._list is not None and self._list.plan.moving and not self._list.done:
            self.set_actions([Action("closing.run", self.tr("执行"), self._apply, "F8", primary=True)])
        else:
            self.set_actions([])

    def _say_what_can_be_opened(self, row: ClosedRow | None) -> None:
        button = self.act_button("closing.reopen")
        if button is not None:
            button.setEnabled(row is None or (row.reopened_at is None and not row.notice))

    def _close(self) -> None:
        period = self._picker.period
        agreed = self._tools.dialogs.confirm(
            self.tr("关账"),
            self.tr("关上{period}的账？").format(period=period_text(period)),
            self.tr("关账"),
            self.tr("以前没关的日子一起关上；以后补记、冲销的分算进下一期。关错了可以重新打开。"),
        )
        if agreed:
            self.message.clear()
            self._presenter.close(period)

    def _reopen(self) -> None:
        row = self._closed.selected_row()
        if row is None:
            self.message.say(self.tr("先在表里选中要重新打开的那一期。"), Mood.NOTE)
            return
        reason = self._tools.dialogs.ask_reason(
            self.tr("重新打开"),
            self.tr("重新打开 {span}？打开以后，这些日子的事又记在当天。").format(span=span_text(row.span)),
            self.tr("重新打开"),
        )
        if reason is not None:
            self.message.clear()
            self._presenter.reopen(row, reason)

    def _apply(self) -> None:
        if self._list is None:
            return
        plan = self._list.plan
        agreed = self._tools.dialogs.confirm(
            self.tr("执行"),
            self.tr("执行“{name}”？{count} 本存折各记一笔。").format(name=plan.name, count=len(plan.moving)),
            self.tr("执行"),
            self._sums(plan),
        )
        if agreed:
            self.message.clear()
            self._presenter.apply()

    def _sums(self, plan: RunPlan) -> str:
        if plan.kind is RunKind.BASE:
            return self.tr("{count} 本，基础分共 {granted} 分").format(
                count=len(plan.moving), granted=plan.granted
            )
        return self.tr("{count} 本，清零 {taken} 分，其中结转 {kept} 分").format(
            count=len(plan.moving), taken=plan.taken, kept=plan.kept
        )
