from collections.abc import Callable
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.features.catalogue.comparing import compare
from passbook_desk.features.catalogue.drafts import kept_draft
from passbook_desk.features.catalogue.errors import NoDraft
from passbook_desk.features.catalogue.paper import (
    CatalogueSheet,
    ComparisonSheet,
    catalogue_pages,
    comparison_pages,
    texts_of,
)
from passbook_desk.features.catalogue.queries import version_numbered
from passbook_desk.features.catalogue.values import Draft, VersionRow
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.catalogue.compare_presenter import DRAFT

_Drawn = tuple[CatalogueSheet | ComparisonSheet, tuple[Page, ...]]


class PaperView(Protocol):
    def show_paper(self, sheet: CatalogueSheet | ComparisonSheet, pages: tuple[Page, ...]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class PaperPresenter:
    """Draws the catalogue for the wall, or two of them side by side."""

    def __init__(self, desk: Desk, view: PaperView, jobs: Jobs, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs, self._fontbook = desk, view, jobs, fontbook
        self._asked = 0

    def draw_catalogue(self, number: int, label: str) -> None:
        """Draw a version, or with 0 the draft."""

        def read(scope: Any) -> CatalogueSheet:
            place = village(scope)
            return CatalogueSheet(place.name, place.issuer, _named(scope, number))

        self._draw(read, label)

    def draw_comparison(self, old: int, new: int, label: str) -> None:
        """Draw what one version, or with 0 the draft, changes against an older version."""

        def read(scope: Any) -> ComparisonSheet:
            compared = compare(version_numbered(scope, old), _named(scope, new))
            return ComparisonSheet(village(scope).name, compared, scope.today)

        self._draw(read, label)

    def forget(self) -> None:
        """The clerk went on: pages still being drawn are not shown any more."""
        self._asked += 1

    def _draw(self, read: Callable[[Any], CatalogueSheet | ComparisonSheet], label: str) -> None:
        self._asked += 1
        asked = self._asked

        def shown(drawn: _Drawn) -> None:
            if asked == self._asked:
                self._view.show_paper(*drawn)

        def press(sheet: CatalogueSheet | ComparisonSheet) -> None:
            self._jobs.press(lambda _: self._drawn(sheet, _), shown, self._view.show_problem, label)

        self._jobs.desk(lambda: self._desk.ask(read), press, self._view.show_problem)

    def _drawn(self, sheet: CatalogueSheet | ComparisonSheet, progress: Progress) -> _Drawn:
        self._fontbook.check(texts_of(sheet))
        progress.check()
        measure = Measure(self._fontbook)
        if isinstance(sheet, CatalogueSheet):
            return sheet, catalogue_pages(sheet, measure)
        return sheet, comparison_pages(sheet, measure)


def _named(scope: Any, number: int) -> VersionRow | Draft:
    if number != DRAFT:
        return version_numbered(scope, number)
    kept = kept_draft(scope)
    if kept is None:
        raise NoDraft(field="draft")
    return kept.draft
