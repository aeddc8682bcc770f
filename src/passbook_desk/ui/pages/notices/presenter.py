from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.paper import notice_pages, texts_of
from passbook_desk.features.notices.queries import issued_quarter, notices, open_quarter, quarter_draft
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.values import IssueQuarter, NoticeContent, NoticeRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.kernel.period import Quarter
from passbook_desk.ui.kit.ports import Desk


class QuarterState(StrEnum):
    """What can be done with a quarter: look at the proof, issue it, print what was issued."""

    RUNNING = "running"
    READY = "ready"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """A quarter in the list, with its notice once it is issued."""

    quarter: Quarter
    state: QuarterState
    notice: NoticeRow | None = None


class NoticesView(Protocol):
    def show_quarters(self, rows: Sequence[QuarterRow]) -> None: ...
    def show_sheet(self, content: NoticeContent, ready: bool, pages: Sequence[Page]) -> None:
        """`ready` says that this proof's quarter is over and can be issued."""
        ...

    def show_issued(self, content: NoticeContent) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class NoticesPresenter:
    """Which quarters there are and what their sheets say; issuing one."""

    def __init__(self, desk: Desk, view: NoticesView, jobs: Jobs, clock: Clock, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook = fontbook
        self._measure = Measure(fontbook)
        self._content: NoticeContent | None = None
        self._asked = 0

    def load(self) -> None:
        """List every quarter from the first open one to today's and all that were issued, newest first."""
        self._jobs.desk(lambda: self._desk.ask(_quarters), self._view.show_quarters, self._view.show_problem)

    def open_sheet(self, quarter: Quarter, label: str) -> None:
        """Draw the notice as issued, else its proof, of which nothing is stored."""
        self._asked += 1
        asked = self._asked

        def draw(content: NoticeContent) -> None:
            self._jobs.press(
                lambda progress: self._drawn(content, progress),
                lambda pages: self._show(asked, content, pages),
                self._view.show_problem,
                label,
            )

        self._jobs.desk(
            lambda: self._desk.ask(
                lambda scope: issued_quarter(scope, quarter) or quarter_draft(scope, quarter)
            ),
            draw,
            self._view.show_problem,
        )

    def forget_sheet(self) -> None:
        """The clerk went on: a sheet still being drawn is not shown any more."""
        self._asked += 1

    def issue(self, quarter: Quarter) -> None:
        """Issue a quarter that is over; ask the clerk before."""
        command = IssueQuarter(quarter)
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: issue_quarter(tx, command)),
            self._view.show_issued,
            self._view.show_problem,
        )

    def save_workbook(self, target: Path, label: str) -> None:
        """Write the sheet looked at as a workbook with the same figures."""
        content, created = self._content, self._clock.now()
        if content is None:
            return

        def write(_: Progress) -> Path:
            write_xlsx(notice_workbook(content), target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)

    def _drawn(self, content: NoticeContent, progress: Progress) -> tuple[Page, ...]:
        self._fontbook.check(texts_of(content))
        progress.check()
        return notice_pages(content, self._measure)

    def _show(self, asked: int, content: NoticeContent, pages: Sequence[Page]) -> None:
        if asked == self._asked:
            self._content = content
            ready = content.proof and self._clock.today() > content.last_on
            self._view.show_sheet(content, ready, pages)


def _quarters(scope: Any) -> tuple[QuarterRow, ...]:
    done = {row.quarter: row for row in notices(scope) if row.quarter is not None}
    current = Quarter.of(scope.today)
    quarters = set(done)
    quarter = open_quarter(scope)
    while quarter <= current:
        quarters.add(quarter)
        quarter = quarter.next()
    return tuple(_row(each, done.get(each), each < current) for each in sorted(quarters, reverse=True))


def _row(quarter: Quarter, notice: NoticeRow | None, over: bool) -> QuarterRow:
    if notice is not None:
        return QuarterRow(quarter, QuarterState.ISSUED, notice)
    return QuarterRow(quarter, QuarterState.READY if over else QuarterState.RUNNING)
