from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.queries import known_codes, versions
from passbook_desk.features.catalogue.reading import catalogue_from_workbook
from passbook_desk.features.catalogue.sheets import catalogue_workbook
from passbook_desk.features.catalogue.starter import STARTER_NAME, starter_catalogue
from passbook_desk.features.catalogue.values import (
    AdoptCatalogue,
    ItemDraft,
    ItemRow,
    KnownCode,
    VersionRow,
)
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.intake.values import Finding
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class CatalogueDraft:
    """What may be adopted; `uid` is made with it, so that a second 采用 finds the first (DECISIONS 15)."""

    source: str
    items: tuple[ItemDraft, ...]
    findings: tuple[Finding, ...] = ()
    meeting_on: date | None = None
    effective_from: date | None = None
    uid: str = field(default_factory=new_uid)

    @property
    def undecided(self) -> int:
        """How many items cannot be recorded as they are."""
        return sum(not item.enabled for item in self.items)


@dataclass(frozen=True, slots=True)
class CatalogueShown:
    """All versions, the newest first; the one looked at, its categories and those of its items chosen.

    `in_force` is the number of the version that holds today, None before the first.
    """

    versions: tuple[VersionRow, ...]
    in_force: int | None
    version: VersionRow
    categories: tuple[str, ...]
    category: str
    items: tuple[ItemRow, ...]


class CatalogueView(Protocol):
    def show_catalogue(self, shown: CatalogueShown | None) -> None:
        """None while the village has adopted nothing."""
        ...

    def show_draft(self, draft: CatalogueDraft) -> None: ...
    def show_adopted(self, number: int) -> None: ...
    def show_refusal(self, error: BaseException) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class CataloguePresenter:
    """Which version and category is looked at; adopting the starter version or a workbook."""

    def __init__(self, desk: Desk, view: CatalogueView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._versions: tuple[VersionRow, ...] = ()
        self._number: int | None = None
        self._category = ""

    def load(self) -> None:
        """Read all versions and show the one in force, or the one looked at before."""
        self._jobs.desk(lambda: self._desk.ask(versions), self._take, self._view.show_problem)

    def show_version(self, number: int) -> None:
        """Look at another version."""
        self._number = number
        self._show()

    def show_category(self, category: str) -> None:
        """Look at the items of one category; empty for all."""
        self._category = category
        self._show()

    def take_starter(self) -> None:
        """Offer the starter version."""
        self._view.show_draft(CatalogueDraft(STARTER_NAME, starter_catalogue()))

    def read(self, path: Path, label: str) -> None:
        """Read a workbook and offer what it holds; `label` is said while it takes long."""

        def parse(known: tuple[KnownCode, ...]) -> None:
            self._jobs.press(
                lambda progress: _draft(path, known, progress), show, self._view.show_problem, label
            )

        show = self._view.show_draft
        self._jobs.desk(lambda: self._desk.ask(known_codes), parse, self._view.show_problem)

    def adopt(self, draft: CatalogueDraft, meeting_on: date, minutes_no: str, effective_from: date) -> None:
        """Keep what the meeting decided as the next version."""
        command = AdoptCatalogue(meeting_on, minutes_no, effective_from, draft.source, draft.items, draft.uid)

        def adopted(number: int) -> None:
            self._number = number
            self._category = ""
            self._view.show_adopted(number)
            self.load()

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: adopt_catalogue(tx, command)), adopted, self._view.show_refusal
        )

    def save(self, target: Path, label: str) -> None:
        """Write the version looked at as a workbook."""
        version = self._looked_at()
        if version is None:
            return
        created = self._clock.now()

        def write(_: Progress) -> Path:
            write_xlsx(catalogue_workbook(version), target, created)
            return target

        self._jobs.press(write, self._view.show_saved, self._view.show_problem, label)

    def _take(self, found: tuple[VersionRow, ...]) -> None:
        self._versions = found
        self._show()

    def _looked_at(self) -> VersionRow | None:
        wanted = self._in_force() if self._number is None else self._number
        named = (version for version in self._versions if version.number == wanted)
        return next(named, self._versions[0] if self._versions else None)

    def _in_force(self) -> int | None:
        today = self._clock.today()
        return next((version.number for version in self._versions if version.effective_from <= today), None)

    def _show(self) -> None:
        version = self._looked_at()
        if version is None:
            self._view.show_catalogue(None)
            return
        categories = tuple(dict.fromkeys(item.category for item in version.items))
        category = self._category if self._category in categories else ""
        items = tuple(item for item in version.items if category in ("", item.category))
        self._view.show_catalogue(
            CatalogueShown(self._versions, self._in_force(), version, categories, category, items)
        )


def _draft(path: Path, known: tuple[KnownCode, ...], progress: Progress) -> CatalogueDraft:
    workbook = read_workbook(path, progress)
    read = catalogue_from_workbook(workbook, known)
    return CatalogueDraft(workbook.file_name, read.items, read.findings, read.meeting_on, read.effective_from)
