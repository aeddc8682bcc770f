"""The pages of a sheet to be signed: its number is given when it is drawn."""

from collections.abc import Sequence
from typing import Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.features.ledger.claims.paper import review_sheet_pages, texts_of
from passbook_desk.features.ledger.claims.sheets import make_sheet
from passbook_desk.features.ledger.claims.values import SheetContent
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


class SheetView(Protocol):
    """What the page is told."""

    def show_sheet(self, content: SheetContent, pages: tuple[Page, ...]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class SheetPresenter:
    """Makes the sheet on the desk lane and draws it on the press lane."""

    def __init__(self, desk: Desk, view: SheetView, jobs: Jobs, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs, self._fontbook = desk, view, jobs, fontbook
        self._measure = Measure(fontbook)

    def draw(self, claim_ids: Sequence[int], label: str) -> None:
        """Give these claims a sheet and draw it; `label` is said while it takes long."""
        ids = tuple(claim_ids)

        def press(content: SheetContent) -> None:
            self._jobs.press(
                lambda _progress: self._drawn(content),
                lambda pages: self._view.show_sheet(content, pages),
                self._view.show_problem,
                label,
            )

        self._jobs.desk(lambda: self._desk.do(lambda tx: make_sheet(tx, ids)), press, self._view.show_problem)

    def _drawn(self, content: SheetContent) -> tuple[Page, ...]:
        self._fontbook.check(texts_of(content))
        return review_sheet_pages(content, self._measure)
