from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.notices.archive import archive_pages
from passbook_desk.features.notices.hanging import close_notice, hang_notice, photos_of
from passbook_desk.features.notices.objections.queries import objection_card, objections
from passbook_desk.features.notices.objections.values import ObjectionCard
from passbook_desk.features.notices.paper import large_print, notice_pages
from passbook_desk.features.notices.queries import notice_card, notices
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.summary import summary_pages
from passbook_desk.features.notices.values import (
    Closed,
    CloseNotice,
    HangNotice,
    NoticeCard,
    NoticePhotoRow,
)
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.notices.card_values import CardFound, PaperKind

_Kept = tuple[NoticeCard, tuple[ObjectionCard, ...], tuple[NoticePhotoRow, ...]]


class NoticeCardView(Protocol):
    def show_card(self, found: CardFound) -> None: ...
    def show_pages(self, kind: PaperKind, card: NoticeCard, pages: Sequence[Page]) -> None: ...
    def show_hung(self, command: HangNotice) -> None: ...
    def show_hanging_refused(self, error: BaseException) -> None: ...
    def show_closed(self, done: Closed) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class NoticeCardPresenter:
    """One issued notice: what it says, where it hangs, who objected; hanging and closing it."""

    def __init__(
        self, desk: Desk, view: NoticeCardView, jobs: Jobs, clock: Clock, fontbook: FontBook
    ) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook, self._measure = fontbook, Measure(fontbook)
        self._asked = 0

    def load(self, number: str) -> None:
        """Show where the notice stands."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _found(scope, number)),
            self._view.show_card,
            self._view.show_problem,
        )

    def draw(self, number: str, kind: PaperKind, label: str) -> None:
        """Show one of its papers as it will be printed."""
        self._asked += 1
        asked = self._asked

        def draw(kept: _Kept) -> None:
            self._jobs.press(
                lambda progress: self._drawn(kind, kept, progress),
                lambda pages: show(kept[0], pages),
                self._view.show_problem,
                label,
            )

        def show(card: NoticeCard, pages: Sequence[Page]) -> None:
            if asked == self._asked:
                self._view.show_pages(kind, card, pages)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _kept(scope, number, kind)), draw, self._view.show_problem
        )

    def hang(self, command: HangNotice) -> None:
        """Remember where it hangs."""
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: hang_notice(tx, command)),
            lambda _: self._view.show_hung(command),
            self._view.show_hanging_refused,
        )

    def close(self, number: str) -> None:
        """Close it; ask the clerk before."""
        command = CloseNotice(new_uid(), number)
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: close_notice(tx, command)),
            self._view.show_closed,
            self._view.show_problem,
        )

    def save_workbook(self, card: NoticeCard, target: Path, label: str) -> None:
        """Write the frozen figures as a workbook."""
        created = self._clock.now()

        def write(_: Progress) -> Path:
            write_xlsx(notice_workbook(card.content), target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)

    def _drawn(self, kind: PaperKind, kept: _Kept, progress: Progress) -> tuple[Page, ...]:
        card, objected, photos = kept
        content = card.content
        if kind is PaperKind.ARCHIVE:
            pages = archive_pages(card, objected, photos, self._measure)
        elif kind is PaperKind.SUMMARY:
            pages = summary_pages(content, self._measure)
        elif kind is PaperKind.LARGE:
            pages = notice_pages(content, self._measure, large_print(content))
        else:
            pages = notice_pages(content, self._measure)
        progress.check()
        check_pages(pages, self._fontbook)
        return pages


def _found(scope: Any, number: str) -> CardFound:
    card = notice_card(scope, number)
    same = [row for row in notices(scope) if (row.kind, row.about) == (card.row.kind, card.row.about)]
    newest = max(same, key=lambda row: row.version)
    newer = newest.number if newest.version > card.row.version else ""
    return CardFound(card, objections(scope, notice_number=number), newer, village(scope).objection_days)


def _kept(scope: Any, number: str, kind: PaperKind) -> _Kept:
    card = notice_card(scope, number)
    if kind is not PaperKind.ARCHIVE:
        return card, (), ()
    rows = sorted(objections(scope, notice_number=number), key=lambda row: row.id)
    return card, tuple(objection_card(scope, row.id) for row in rows), photos_of(scope, number)
