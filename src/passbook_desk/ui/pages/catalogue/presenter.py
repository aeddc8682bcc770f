from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.drafts import keep_draft, kept_draft
from passbook_desk.features.catalogue.editing import draft_of_version, starter_draft
from passbook_desk.features.catalogue.queries import known_codes, versions
from passbook_desk.features.catalogue.reading import catalogue_from_workbook
from passbook_desk.features.catalogue.sheets import catalogue_workbook
from passbook_desk.features.catalogue.values import (
    AdoptCatalogue,
    Draft,
    ItemRow,
    KeptDraft,
    KnownCode,
    VersionRow,
)
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk


class Beginning(StrEnum):
    """What a new draft begins with."""

    IN_FORCE = "in-force"
    STARTER = "starter"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be adopted; `uid` is made with it, so that a second 采用 finds the first (DECISIONS 15)."""

    draft: Draft
    uid: str = field(default_factory=new_uid)


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
    def show_catalogue(self, shown: CatalogueShown | None, kept: KeptDraft | None) -> None:
        """`shown` is None while the village has adopted nothing, `kept` while there is no draft."""
        ...

    def show_proposal(self, proposal: Proposal) -> None: ...
    def show_drafted(self) -> None: ...
    def show_adopted(self, number: int) -> None: ...
    def show_refusal(self, error: BaseException) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class CataloguePresenter:
    """Which version and category is looked at; beginning a draft; adopting the starter version at once."""

    def __init__(self, desk: Desk, view: CatalogueView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._versions: tuple[VersionRow, ...] = ()
        self._kept: KeptDraft | None = None
        self._number: int | None = None
        self._category = ""

    def load(self) -> None:
        """Read all versions and show the one in force, or the one looked at before."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: (versions(scope), kept_draft(scope))),
            self._take,
            self._view.show_problem,
        )

    def show_version(self, number: int) -> None:
        """Look at another version."""
        self._number = number
        self._show()

    def show_category(self, category: str) -> None:
        """Look at the items of one category; empty for all."""
        self._category = category
        self._show()

    def take_starter(self) -> None:
        """Offer the starter version to be adopted as it is."""
        self._view.show_proposal(Proposal(starter_draft()))

    def begin(self, beginning: Beginning) -> None:
        """Keep a draft that begins with the version in force, the starter list or nothing."""
        found = next((one for one in self._versions if one.number == self._in_force()), None)
        if beginning is Beginning.STARTER:
            draft = starter_draft()
        elif beginning is Beginning.IN_FORCE and found is not None:
            draft = draft_of_version(found)
        else:
            draft = Draft("", ())
        self._keep(draft)

    def read(self, path: Path, label: str) -> None:
        """Read a workbook into the draft; `label` is said while it takes long."""

        def parse(known: tuple[KnownCode, ...]) -> None:
            self._jobs.press(
                lambda progress: catalogue_from_workbook(read_workbook(path, progress), known),
                self._keep,
                self._view.show_problem,
                label,
            )

        self._jobs.desk(lambda: self._desk.ask(known_codes), parse, self._view.show_problem)

    def adopt(self, proposal: Proposal, meeting_on: date, minutes_no: str, effective_from: date) -> None:
        """Keep what the meeting decided as the next version."""
        draft = proposal.draft
        command = AdoptCatalogue(
            meeting_on, minutes_no, effective_from, draft.source, draft.items, proposal.uid, draft.limits
        )

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

    def _keep(self, draft: Draft) -> None:
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: keep_draft(tx, draft)),
            lambda _: self._view.show_drafted(),
            self._view.show_problem,
        )

    def _take(self, found: tuple[tuple[VersionRow, ...], KeptDraft | None]) -> None:
        self._versions, self._kept = found
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
            self._view.show_catalogue(None, self._kept)
            return
        categories = tuple(dict.fromkeys(item.category for item in version.items))
        category = self._category if self._category in categories else ""
        items = tuple(item for item in version.items if category in ("", item.category))
        shown = CatalogueShown(self._versions, self._in_force(), version, categories, category, items)
        self._view.show_catalogue(shown, self._kept)
