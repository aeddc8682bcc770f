"""What the home page shows of the village's calendar: at most twelve lines with a button, and their ways."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from passbook_desk.features.ledger.counting.values import By
from passbook_desk.features.ledger.values import VoucherRow
from passbook_desk.features.rhythm.values import DueGroup, DueItem, DueKind
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.ui.shell.routes import Route

MOST_ITEMS: Final = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `route` is where its button leads, None for a line that only tells."""

    item: DueItem
    route: Route | None


@dataclass(frozen=True, slots=True)
class Board:
    """The lines of each card, what is coming next, the latest acts, and how many lines had no room."""

    policy: VillagePolicy
    lines: tuple[Line, ...]
    coming: DueItem | None
    recent: tuple[VoucherRow, ...]
    left_out: int

    def of(self, group: DueGroup) -> tuple[Line, ...]:
        """The lines of one card."""
        return tuple(line for line in self.lines if line.item.group is group)

    @property
    def nothing_due(self) -> bool:
        """True when no line waits for the clerk."""
        return not any(line.item.due for line in self.lines)


def board_of(policy: VillagePolicy, items: Iterable[DueItem], recent: tuple[VoucherRow, ...]) -> Board:
    """The page for these lines; of too many buttons those stay that wait for the clerk.

    A line that only tells goes on telling without its button.
    """
    every = tuple(items)
    coming = next((item for item in every if item.group is DueGroup.NEXT), None)
    lines = [Line(item, route_of(item)) for item in every if item.group is not DueGroup.NEXT]
    pressed = sorted((line for line in lines if line.route is not None), key=lambda line: not line.item.due)
    over = {id(line) for line in pressed[MOST_ITEMS:]}
    kept = tuple(
        Line(line.item, None) if id(line) in over else line
        for line in lines
        if id(line) not in over or not line.item.due
    )
    return Board(policy, kept, coming, recent, len(lines) - len(kept))


def route_of(item: DueItem) -> Route | None:
    """Where the button of a line leads; steps of setting up that are done need none."""
    way = None if item.done and item.group is DueGroup.SETUP else _WAYS.get(item.kind)
    return None if way is None else way(item)


def _to(name: str, **params: object) -> Callable[[DueItem], Route]:
    return lambda _: Route(name, params)


def _with(name: str, **names: str) -> Callable[[DueItem], Route]:
    """A page with parameters taken from the line: `quarter="about"` hands `about` on as `quarter`."""
    return lambda item: Route(name, {ours: item.params[theirs] for ours, theirs in names.items()})


def _count(by: By, *, ranked: bool = False) -> Callable[[DueItem], Route]:
    return lambda item: Route("counting", {"period": item.params["period"], "by": by.value, "ranked": ranked})


def _to_entry(item: DueItem) -> Route:
    return Route("ledger", {"grid": item.params["grid"]})


_BACKUP: Final = _to("settings", section="backup")
_NOTICE_MAKE: Final = _with("notice_wizard", kind="notice", about="about")
_NOTICE: Final = _with("notice", number="number")
_EVENT: Final = _with("event", id="id")
_LOANS: Final = _to("rites_council", face="things")
_RUN: Final = _with("closing", run="run")
_EXCHANGE_DAY: Final = _with("exchange_day", id="id")
_WAYS: Final = MappingProxyType(
    {
        DueKind.ROSTER: _to("import_roster"),
        DueKind.CATALOGUE: _to("catalogue"),
        DueKind.STANDARD: _to("standard"),
        DueKind.PHONE: _to("settings", section="village"),
        DueKind.FIRST_BACKUP: _BACKUP,
        DueKind.CLAIMS_WAIT: _to("claims", shown="open"),
        DueKind.CLAIMS_DUE: _to("claims", shown="notice"),
        DueKind.CLAIMS_HANG: _to("claims", shown="notice"),
        DueKind.GRID_SILENT: _to_entry,
        DueKind.GRIDS_SILENT: _to_entry,
        DueKind.PARTICIPATION: _count(By.GRID),
        DueKind.COUNT_READY: _count(By.GRID),
        DueKind.COUNT_DONE: _count(By.GRID),
        DueKind.COMPARE_READY: _count(By.GRID, ranked=True),
        DueKind.COMPARE_DONE: _count(By.GRID, ranked=True),
        DueKind.ASSESS_READY: _count(By.HOUSEHOLD, ranked=True),
        DueKind.ASSESS_DONE: _count(By.HOUSEHOLD, ranked=True),
        DueKind.BOOKS_UNPRINTED: _to("print"),
        DueKind.PROOF_SOON: _NOTICE_MAKE,
        DueKind.PROOF_MISSING: _NOTICE_MAKE,
        DueKind.NOTICE_NEXT: _NOTICE_MAKE,
        DueKind.NOTICE_READY: _NOTICE_MAKE,
        DueKind.NOTICE_CHANGED: _NOTICE_MAKE,
        DueKind.NOTICES_OLDER: _NOTICE_MAKE,
        DueKind.NOTICE_UNHUNG: _NOTICE,
        DueKind.NOTICE_HANGING: _NOTICE,
        DueKind.NOTICE_OVER: _NOTICE,
        DueKind.NOTICE_HELD: _NOTICE,
        DueKind.MORE_NOTICES: _to("notices"),
        DueKind.OBJECTION: _with("objection", id="id"),
        DueKind.MORE_OBJECTIONS: _to("objections"),
        DueKind.CLEAR_DUE: _RUN,
        DueKind.EXPIRY_DUE: _RUN,
        DueKind.BASE_DUE: _RUN,
        DueKind.EVENT_CHECK: _EVENT,
        DueKind.EVENT_CHECK_LATE: _EVENT,
        DueKind.EVENT_FOLLOW: _EVENT,
        DueKind.EVENT: _EVENT,
        DueKind.LOAN_LATE: _LOANS,
        DueKind.LOANS_LATE: _LOANS,
        DueKind.REDEEM_OPEN: _to("exchange_days"),
        DueKind.REDEEM_TODAY: _to("counter"),
        DueKind.EXCHANGE_HELD: _EXCHANGE_DAY,
        DueKind.EXCHANGE_OPEN: _EXCHANGE_DAY,
        DueKind.GOODS_LOW: _to("goods", show="low"),
        DueKind.GOODS_EXPIRED: _to("stock_paper", kind="expired"),
        DueKind.GOODS_EXPIRING: _to("goods", show="expiring"),
        DueKind.STOCKTAKE_DUE: _to("stocktakes"),
        DueKind.NEVER_COUNTED: _to("stocktakes"),
        DueKind.BACKUP_FINE: _BACKUP,
        DueKind.BACKUP_OLD: _BACKUP,
    }
)
