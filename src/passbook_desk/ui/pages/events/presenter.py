from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.commands import register_event
from passbook_desk.features.events.course.checking import every_day
from passbook_desk.features.events.course.kinds import OVER_STATES
from passbook_desk.features.events.queries import events, standards, suggested_case
from passbook_desk.features.events.rules import deadline, judge, limits_for
from passbook_desk.features.events.values import (
    Deadline,
    EventCard,
    EventKind,
    EventRow,
    FigureJudged,
    Measure,
    RegisterEvent,
    StandardRow,
)
from passbook_desk.features.households.queries import household, households
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind
from passbook_desk.ui.kit.ports import Desk

FOUND_SHOWN = 8
"""Households offered while the clerk types."""

FIRST_MEASURES = (
    Measure.TABLES,
    Measure.DAYS,
    Measure.PER_TABLE,
    Measure.PER_TABLE_FOOD,
    Measure.GIFT,
)
"""Asked of everybody; with the host's eight fields that makes twelve (experience §4.4), because a standard
counts tobacco and liquor in or out, not both."""


class EventsShown(StrEnum):
    """Which events the list shows; the year is that of today."""

    YEAR = "year"
    WEDDINGS = "weddings"
    FUNERALS = "funerals"
    EVER = "ever"


class EventsView(Protocol):
    def show_events(
        self, rows: Sequence[EventRow], going_on: Sequence[EventRow], has_standard: bool
    ) -> None: ...
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
        shown, going_on = filter(self._is_shown, self._rows), filter(self._is_on_board, self._rows)
        self._view.show_events(tuple(shown), tuple(going_on), self._has_standard)

    def _is_on_board(self, row: EventRow) -> bool:
        """What was reported or is held this year, and what is left over of earlier years."""
        year = self._clock.today().year
        return row.state not in OVER_STATES or year in (row.reported_on.year, row.held_on.year)

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
    until_on: date | None = None
    persons: str = ""
    family: str = ""
    invited: str = ""


class EventFormView(Protocol):
    def show_measures(self, measures: Sequence[Measure], cases: Sequence[HostingCase]) -> None:
        """The figures to ask for, the first ones first, and the cases in which a limit differs; neither
        before a standard is adopted."""
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

    def change_kind(self, kind: EventKind) -> None:
        """The report turns out to be of another kind of feast."""
        self._kind = kind
        self._ask()

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
            days=() if entry.until_on is None else every_day(entry.held_on, entry.until_on, entry.place),
            persons=entry.persons,
            family=entry.family,
            invited=entry.invited,
        )
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: register_event(tx, command, self._key)),
            self._view.show_saved,
            self._view.show_refusal,
        )

    def _take(self, found: tuple[StandardRow, ...]) -> None:
        self._standards = found
        self._ask()

    def _ask(self) -> None:
        lines = [
            limit for standard in self._standards for limit in standard.limits if limit.kind is self._kind
        ]
        limited = {limit.measure for limit in lines}
        ordered = (*FIRST_MEASURES, *(measure for measure in Measure if measure not in FIRST_MEASURES))
        self._view.show_measures(
            [measure for measure in ordered if measure in limited],
            [limit.case for limit in lines if limit.case != HostingCase.ORDINARY],
        )

    def _standard_for(self, held_on: date | None) -> StandardRow | None:
        """The standard of today, or of the event when it is over."""
        today = self._clock.today()
        day = min(held_on or today, today)
        return next((row for row in self._standards if row.effective_from <= day), None)
