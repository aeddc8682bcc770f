from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.paper import filing_sheet
from passbook_desk.features.events.queries import event_card, events, standards, suggested_case
from passbook_desk.features.events.rules import deadline, judge, limits_for
from passbook_desk.features.events.sheets import standard_from_workbook
from passbook_desk.features.events.starter import STARTER_NAME, starter_standard
from passbook_desk.features.events.values import (
    AdoptStandard,
    Deadline,
    EventCard,
    EventKind,
    EventRow,
    FigureJudged,
    HostingCase,
    LimitDraft,
    Measure,
    RegisterEvent,
    StandardRow,
)
from passbook_desk.features.households.queries import household, households
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.intake.values import Finding
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind
from passbook_desk.ui.kit.ports import Desk

FOUND_SHOWN = 8
"""Households offered while the clerk types."""

FIRST_MEASURES = (Measure.TABLES, Measure.DAYS, Measure.PER_TABLE, Measure.GIFT)
"""Asked of everybody; with the host's eight fields that makes twelve (experience §4.4)."""


class EventsShown(StrEnum):
    """Which events the list shows; the year is that of today."""

    YEAR = "year"
    WEDDINGS = "weddings"
    FUNERALS = "funerals"
    EVER = "ever"


class EventsView(Protocol):
    def show_events(self, rows: Sequence[EventRow], has_standard: bool) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class EventsPresenter:
    """The events of the year, or of one kind, or of all years."""

    def __init__(self, desk: Desk, view: EventsView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._shown = EventsShown.YEAR
        self._rows: tuple[EventRow, ...] = ()
        self._has_standard = False

    def load(self) -> None:
        """Read all events."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: (events(scope), bool(standards(scope)))),
            self._take,
            self._view.show_problem,
        )

    def choose(self, shown: EventsShown) -> None:
        """Show other ones of them."""
        self._shown = shown
        self._show()

    def _take(self, found: tuple[tuple[EventRow, ...], bool]) -> None:
        self._rows, self._has_standard = found
        self._show()

    def _show(self) -> None:
        self._view.show_events(tuple(filter(self._is_shown, self._rows)), self._has_standard)

    def _is_shown(self, row: EventRow) -> bool:
        if self._shown is EventsShown.EVER:
            return True
        if row.reported_on.year != self._clock.today().year:
            return False
        kind = {EventsShown.WEDDINGS: EventKind.WEDDING, EventsShown.FUNERALS: EventKind.FUNERAL}
        return kind.get(self._shown, row.kind) is row.kind


@dataclass(frozen=True, slots=True)
class EventEntry:
    """What the form holds when it is saved; `phone` as typed."""

    household_id: int
    held_on: date
    hosting_case: HostingCase
    place: str
    contact: str
    phone: str
    cook_team: str
    pledge_signed: bool
    matter: str
    figures: tuple[tuple[Measure, int], ...]


class EventFormView(Protocol):
    def show_measures(self, measures: Sequence[Measure]) -> None:
        """The figures to ask for, the first ones first; none before a standard is adopted."""
        ...

    def show_found(self, text: str, rows: Sequence[HouseholdRow]) -> None: ...
    def show_host(self, host: HouseholdRow, case: HostingCase) -> None: ...
    def show_judged(self, figures: Sequence[FigureJudged], reported: Deadline | None) -> None: ...
    def show_saved(self, card: EventCard) -> None: ...
    def show_refusal(self, error: BaseException) -> None: ...


class EventFormPresenter:
    """A report while it is typed: who, against which limits, how it stands; then it is kept."""

    def __init__(self, desk: Desk, view: EventFormView, jobs: Jobs, clock: Clock, key: LookupKey) -> None:
        self._desk, self._view, self._jobs, self._clock, self._key = desk, view, jobs, clock, key
        self._kind = EventKind.WEDDING
        self._uid = new_uid()
        self._standards: tuple[StandardRow, ...] = ()

    def begin(self, kind: EventKind) -> None:
        """Open a new report (its identity is made now, DECISIONS 15)."""
        self._kind, self._uid = kind, new_uid()
        self.load()

    def load(self) -> None:
        """Read the standards; the report goes on as it is."""
        self._jobs.desk(lambda: self._desk.ask(standards), self._take, self._view.show_refusal)

    def find(self, text: str) -> None:
        """Offer households for a name, initials, code or house number."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: households(scope, find=text)[:FOUND_SHOWN]),
            lambda rows: self._view.show_found(text, rows),
            self._view.show_refusal,
        )

    def choose(self, household_id: int) -> None:
        """Take a household as the host; its people suggest whose limits apply."""

        def about(scope: Any) -> tuple[HouseholdRow, HostingCase]:
            return household(scope, household_id), suggested_case(scope, household_id)

        self._jobs.desk(
            lambda: self._desk.ask(about), lambda found: self._view.show_host(*found), self._view.show_refusal
        )

    def judge(self, case: HostingCase, held_on: date | None, figures: Mapping[Measure, int]) -> None:
        """Hold what is typed against the standard of the day; called with every key."""
        standard = self._standard_for(held_on)
        lines = limits_for(standard.limits if standard else (), self._kind, case)
        reported = deadline(self._kind, held_on, self._clock.today(), lines) if held_on else None
        self._view.show_judged(judge(figures, lines), reported)

    def save(self, entry: EventEntry) -> None:
        """Keep the report; a second call finds the first."""
        command = RegisterEvent(
            uid=self._uid,
            kind=self._kind,
            household_id=entry.household_id,
            held_on=entry.held_on,
            hosting_case=entry.hosting_case,
            matter=entry.matter,
            place=entry.place,
            contact=entry.contact,
            phone=Sensitive(SensitiveKind.PHONE, entry.phone) if entry.phone else None,
            cook_team=entry.cook_team,
            pledge_signed=entry.pledge_signed,
            figures=entry.figures,
        )
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: register_event(tx, command, self._key)),
            self._view.show_saved,
            self._view.show_refusal,
        )

    def _take(self, found: tuple[StandardRow, ...]) -> None:
        self._standards = found
        limited = {
            limit.measure for standard in found for limit in standard.limits if limit.kind is self._kind
        }
        ordered = (*FIRST_MEASURES, *(measure for measure in Measure if measure not in FIRST_MEASURES))
        self._view.show_measures([measure for measure in ordered if measure in limited])

    def _standard_for(self, held_on: date | None) -> StandardRow | None:
        """The standard of today, or of the event when it is over."""
        today = self._clock.today()
        day = min(held_on or today, today)
        return next((row for row in self._standards if row.effective_from <= day), None)


class EventCardView(Protocol):
    def show_card(self, card: EventCard) -> None: ...
    def show_sheet(self, card: EventCard, pages: Sequence[Page]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class EventCardPresenter:
    """One event and its filing sheet."""

    def __init__(self, desk: Desk, view: EventCardView, jobs: Jobs, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs, self._fontbook = desk, view, jobs, fontbook
        self._measure = TextMeasure(fontbook)

    def load(self, event_id: int) -> None:
        """Show what was declared."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: event_card(scope, event_id)),
            self._view.show_card,
            self._view.show_problem,
        )

    def draw_sheet(self, event_id: int, label: str) -> None:
        """Show the filing sheet as it will be printed."""

        def draw(found: tuple[EventCard, VillageRow]) -> None:
            card, here = found
            self._jobs.press(
                lambda _: self._drawn(card, here),
                lambda pages: self._view.show_sheet(card, pages),
                self._view.show_problem,
                label,
            )

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: (event_card(scope, event_id), village(scope))),
            draw,
            self._view.show_problem,
        )

    def _drawn(self, card: EventCard, here: VillageRow) -> tuple[Page, ...]:
        pages = filing_sheet(card, here, self._measure)
        check_pages(pages, self._fontbook)
        return pages


@dataclass(frozen=True, slots=True)
class StandardDraft:
    """What may be adopted; `uid` is made with it, so that a second 采用 finds the first (DECISIONS 15)."""

    source: str
    limits: tuple[LimitDraft, ...]
    findings: tuple[Finding, ...] = ()
    uid: str = field(default_factory=new_uid)

    @property
    def counted(self) -> int:
        """How many lines limit a figure."""
        return sum(limit.amount is not None for limit in self.limits)


@dataclass(frozen=True, slots=True)
class StandardShown:
    """All standards, the newest first, and the one looked at; `in_force` is today's number."""

    standards: tuple[StandardRow, ...]
    in_force: int | None
    standard: StandardRow
    limits: tuple[LimitDraft, ...]


class StandardView(Protocol):
    def show_standard(self, shown: StandardShown | None) -> None: ...
    def show_draft(self, draft: StandardDraft) -> None: ...
    def show_adopted(self, number: int) -> None: ...
    def show_refusal(self, error: BaseException) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class StandardPresenter:
    """Which standard is looked at; adopting the built-in one or a workbook."""

    def __init__(self, desk: Desk, view: StandardView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._standards: tuple[StandardRow, ...] = ()
        self._number: int | None = None
        self._kind: EventKind | None = None

    def load(self) -> None:
        """Read all standards and show the one in force, or the one looked at before."""
        self._jobs.desk(lambda: self._desk.ask(standards), self._take, self._view.show_problem)

    def show_number(self, number: int) -> None:
        """Look at another standard."""
        self._number = number
        self._show()

    def show_kind(self, kind: EventKind | None) -> None:
        """Look at the lines for one kind of event, or at all."""
        self._kind = kind
        self._show()

    def take_starter(self) -> None:
        """Offer the built-in standard."""
        self._view.show_draft(StandardDraft(STARTER_NAME, starter_standard()))

    def read(self, path: Path, label: str) -> None:
        """Read a workbook and offer what it holds; `label` is said while it takes long."""
        self._jobs.press(
            lambda progress: _draft(path, progress), self._view.show_draft, self._view.show_problem, label
        )

    def adopt(self, draft: StandardDraft, meeting_on: date, minutes_no: str, effective_from: date) -> None:
        """Keep what the meeting decided as the next standard."""
        command = AdoptStandard(meeting_on, minutes_no, effective_from, draft.source, draft.limits, draft.uid)

        def adopted(number: int) -> None:
            self._number = number
            self._view.show_adopted(number)
            self.load()

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: adopt_standard(tx, command)), adopted, self._view.show_refusal
        )

    def _take(self, found: tuple[StandardRow, ...]) -> None:
        self._standards = found
        self._show()

    def _show(self) -> None:
        today = self._clock.today()
        in_force = next((row.number for row in self._standards if row.effective_from <= today), None)
        wanted = in_force if self._number is None else self._number
        named = (row for row in self._standards if row.number == wanted)
        standard = next(named, self._standards[0] if self._standards else None)
        if standard is None:
            self._view.show_standard(None)
            return
        limits = tuple(limit for limit in standard.limits if self._kind in (None, limit.kind))
        self._view.show_standard(StandardShown(self._standards, in_force, standard, limits))


def _draft(path: Path, progress: Progress) -> StandardDraft:
    workbook = read_workbook(path, progress)
    read = standard_from_workbook(workbook)
    return StandardDraft(workbook.file_name, read.limits, read.findings)
