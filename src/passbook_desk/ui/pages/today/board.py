"""What the home page says, as values: made from facts of the village alone, so that nothing is invented."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from passbook_desk.features.events.course.kinds import OVER_STATES, ReminderKind
from passbook_desk.features.events.course.values import DueStep
from passbook_desk.features.events.values import EventRow
from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.counting.values import Participation
from passbook_desk.features.ledger.values import AnchorRow, VoucherRow
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.ui.shell.routes import Route

MOST_ITEMS: Final = 12
EVENTS_AHEAD: Final = timedelta(days=14)
GRID_SILENT: Final = timedelta(days=7)
BACKUP_OLD_DAYS: Final = 7
_EVENTS_SHOWN: Final = 4
_GRIDS_SINGLY: Final = 2
_TO_LOOK_AT: Final = (ReminderKind.CHECK, ReminderKind.FOLLOW)


class Group(StrEnum):
    """The cards of the page."""

    SETUP = "setup"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    EVENTS = "events"
    SAFETY = "safety"


class Kind(StrEnum):
    """What a line is about; each has one sentence and, if something is to be done, one button."""

    ROSTER = "roster"
    CATALOGUE = "catalogue"
    STANDARD = "standard"
    PHONE = "phone"
    FIRST_BACKUP = "first_backup"
    CLAIMS_WAIT = "claims_wait"
    CLAIMS_DUE = "claims_due"
    GRID_SILENT = "grid_silent"
    GRIDS_SILENT = "grids_silent"
    GRIDS_FINE = "grids_fine"
    MONTH_HOUSEHOLDS = "month_households"
    BOOKS_UNPRINTED = "books_unprinted"
    NOTICE_DUE = "notice_due"
    NOTICE_NEXT = "notice_next"
    EVENT_CHECK = "event_check"
    EVENT_CHECK_LATE = "event_check_late"
    EVENT_FOLLOW = "event_follow"
    EVENT = "event"
    MORE_EVENTS = "more_events"
    NO_EVENTS = "no_events"
    BACKUP_FINE = "backup_fine"
    BACKUP_OLD = "backup_old"


@dataclass(frozen=True, slots=True)
class Item:
    """One line. `route` is where its button leads, None for a line that only tells.

    `due` waits for the clerk (☐), `done` is ticked off (☑), other lines only tell how things stand.
    """

    group: Group
    kind: Kind
    params: dict[str, object] = field(default_factory=dict)
    route: Route | None = None
    due: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What the village's file says today. `month` counts who has a deed in it."""

    village: VillageRow
    grids: tuple[GridRow, ...]
    silent: tuple[GridRow, ...]
    month: Participation
    has_catalogue: bool
    has_standard: bool
    books_unprinted: int
    quarter: Quarter
    events: tuple[EventRow, ...]
    backup: AnchorRow | None
    recent: tuple[VoucherRow, ...]
    today: date
    now: datetime
    claims_waiting: int = 0
    """Claims that somebody has to check or review."""
    claims_due: int = 0
    """Claims whose notice days are over."""
    event_steps: tuple[DueStep, ...] = ()
    """What the council has to look at, the earliest first."""

    @property
    def households(self) -> int:
        """How many households the village has."""
        return sum(grid.households for grid in self.grids)


@dataclass(frozen=True, slots=True)
class Board:
    """The lines of each card, at most twelve with a button in all, and the latest acts."""

    items: tuple[Item, ...]
    recent: tuple[VoucherRow, ...]
    next_notice_on: date

    def of(self, group: Group) -> tuple[Item, ...]:
        """The lines of one card."""
        return tuple(item for item in self.items if item.group is group)

    @property
    def nothing_due(self) -> bool:
        """True when no line waits for the clerk."""
        return not any(item.due for item in self.items)


def board_of(facts: Facts) -> Board:
    """The page for these facts."""
    sources = (_setup, _week, _month, _quarter, _events, _safety)
    items = [item for source in sources for item in source(facts)]
    return Board(_capped(items), facts.recent, facts.quarter.span.last + timedelta(days=1))


def _capped(items: Sequence[Item]) -> tuple[Item, ...]:
    kept, buttons = [], 0
    for item in items:
        buttons += item.route is not None
        if item.route is None or buttons <= MOST_ITEMS:
            kept.append(item)
    return tuple(kept)


def _setup(facts: Facts) -> Iterator[Item]:
    steps = (
        (Kind.ROSTER, facts.households > 0, Route("import_roster")),
        (Kind.CATALOGUE, facts.has_catalogue, Route("catalogue")),
        (Kind.STANDARD, facts.has_standard, Route("standard")),
        (Kind.PHONE, bool(facts.village.objection_phone), Route("settings", {"section": "village"})),
        (Kind.FIRST_BACKUP, facts.backup is not None, Route("settings", {"section": "backup"})),
    )
    if all(done for _, done, _ in steps):
        return
    for kind, done, route in steps:
        yield Item(Group.SETUP, kind, route=None if done else route, due=not done, done=done)


def _week(facts: Facts) -> Iterator[Item]:
    for kind, count, shown in (
        (Kind.CLAIMS_WAIT, facts.claims_waiting, "open"),
        (Kind.CLAIMS_DUE, facts.claims_due, "notice"),
    ):
        if count:
            route = Route("claims", {"shown": shown})
            yield Item(Group.WEEK, kind, {"count": count}, route, due=True)
    if not facts.households or not facts.has_catalogue:
        return
    if not facts.silent:
        week = _to_count(PeriodKind.WEEK, facts.today)
        yield Item(Group.WEEK, Kind.GRIDS_FINE, {"days": GRID_SILENT.days}, week, done=True)
    elif len(facts.silent) <= _GRIDS_SINGLY:
        for grid in facts.silent:
            params: dict[str, object] = {"grid": grid, "days": GRID_SILENT.days}
            yield Item(Group.WEEK, Kind.GRID_SILENT, params, _to_entry(grid), due=True)
    else:
        params = {"grids": facts.silent, "days": GRID_SILENT.days}
        yield Item(Group.WEEK, Kind.GRIDS_SILENT, params, _to_entry(facts.silent[0]), due=True)


def _to_count(kind: PeriodKind, today: date) -> Route:
    return Route("counting", {"period": str(Period.of(kind, today)), "by": "grid"})


def _to_entry(grid: GridRow) -> Route:
    return Route("ledger", {"grid": grid.code})


def _month(facts: Facts) -> Iterator[Item]:
    if not facts.households:
        return
    params: dict[str, object] = {
        "month": facts.today.month,
        "moved": facts.month.recorded,
        "households": facts.month.households,
    }
    yield Item(Group.MONTH, Kind.MONTH_HOUSEHOLDS, params, _to_count(PeriodKind.MONTH, facts.today))
    if facts.books_unprinted:
        params = {"count": facts.books_unprinted}
        yield Item(Group.MONTH, Kind.BOOKS_UNPRINTED, params, Route("print"), due=True)


def _quarter(facts: Facts) -> Iterator[Item]:
    if not facts.households:
        return
    last = facts.quarter.span.last
    route = Route("notices", {"quarter": str(facts.quarter)})
    params: dict[str, object] = {"period": facts.quarter.chinese, "last": last}
    if last < facts.today:
        yield Item(Group.QUARTER, Kind.NOTICE_DUE, params, route, due=True)
    else:
        params["days"] = (last - facts.today).days + 1
        yield Item(Group.QUARTER, Kind.NOTICE_NEXT, params, route)


def _events(facts: Facts) -> Iterator[Item]:
    if not facts.has_standard:
        return
    due = [_event_step(step) for step in facts.event_steps if step.kind in _TO_LOOK_AT]
    yield from due[:_EVENTS_SHOWN]
    if len(due) > _EVENTS_SHOWN:
        yield Item(Group.EVENTS, Kind.MORE_EVENTS, {"count": len(due) - _EVENTS_SHOWN})
    last = facts.today + EVENTS_AHEAD
    live = (row for row in facts.events if row.state not in OVER_STATES)
    coming = sorted(
        (row for row in live if facts.today <= row.held_on <= last),
        key=lambda row: (row.held_on, row.id),
    )
    for row in coming[:_EVENTS_SHOWN]:
        yield Item(Group.EVENTS, Kind.EVENT, {"event": row}, Route("event", {"id": row.id}), due=True)
    if len(coming) > _EVENTS_SHOWN:
        yield Item(Group.EVENTS, Kind.MORE_EVENTS, {"count": len(coming) - _EVENTS_SHOWN})
    if not coming and not due:
        yield Item(Group.EVENTS, Kind.NO_EVENTS, {"days": EVENTS_AHEAD.days})


def _event_step(step: DueStep) -> Item:
    if step.kind is ReminderKind.FOLLOW:
        kind = Kind.EVENT_FOLLOW
    else:
        kind = Kind.EVENT_CHECK_LATE if step.late else Kind.EVENT_CHECK
    return Item(Group.EVENTS, kind, {"step": step}, Route("event", {"id": step.event_id}), due=True)


def _safety(facts: Facts) -> Iterator[Item]:
    if facts.backup is None:
        return
    days = (facts.now.astimezone().date() - facts.backup.made_at.astimezone().date()).days
    params: dict[str, object] = {"days": days, "made_at": facts.backup.made_at}
    route = Route("settings", {"section": "backup"})
    if days >= BACKUP_OLD_DAYS:
        yield Item(Group.SAFETY, Kind.BACKUP_OLD, params, route, due=True)
    else:
        yield Item(Group.SAFETY, Kind.BACKUP_FINE, params, route, done=True)
