"""How much of a deed the caps and floors leave (domain §2.5, §13 rule 9), and one reading of what counts.

Limits are judged for each account by the day of the deed, over lines that were not reversed and over open
claims. Months, quarters and years are those that the village counts and publishes by: in one with a cut-off
day (domain §2.2: 八名村, the 15th) a deed of the 16th belongs to the next, for caps as for notices.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from sqlalchemy import BindParameter, bindparam, text

from passbook_desk.db.store import Scope
from passbook_desk.features.catalogue.values import Direction, Holder, ItemRow, Limit, LimitPeriod, Measure
from passbook_desk.features.ledger.errors import (
    LimitEver,
    LimitOfDay,
    LimitOfMonth,
    LimitOfQuarter,
    LimitOfYear,
    LimitReached,
)
from passbook_desk.features.ledger.recording_values import Room
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.kernel.points import ZERO, Points

ALL_ITEMS: Final = "各项合计"
_PERIODS: Final = {
    LimitPeriod.MONTH: PeriodKind.MONTH,
    LimitPeriod.QUARTER: PeriodKind.QUARTER,
    LimitPeriod.YEAR: PeriodKind.YEAR,
}
_UNITS: Final = {Measure.POINTS: "分", Measure.TIMES: "次"}
_REACHED: Final[dict[LimitPeriod, type[LimitReached]]] = {
    LimitPeriod.DAY: LimitOfDay,
    LimitPeriod.MONTH: LimitOfMonth,
    LimitPeriod.QUARTER: LimitOfQuarter,
    LimitPeriod.YEAR: LimitOfYear,
    LimitPeriod.EVER: LimitEver,
}
_CHUNK: Final = 500


class Done(NamedTuple):
    """Deeds of an account, item, day and person that add (`gives`) or that take; signed hundredths of points.

    `person_id` is None where nobody in particular was named.
    """

    account_id: int
    item_code: str
    occurred_on: date
    gives: bool
    points: int
    times: int
    waiting: bool
    person_id: int | None = None


_EACH_PERSON: Final = "·人"
"""The end of units that count for each person: 次·人 is a time for everybody who came."""


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did a deed, and whether its item counts for each person of a household by itself."""

    person_id: int | None
    each: bool

    @classmethod
    def of(cls, item: ItemRow, person_id: int | None) -> "Doer":
        """The doer of a deed of this item."""
        return cls(person_id, item.unit.endswith(_EACH_PERSON))

    def by_person(self, limit: Limit) -> bool:
        """Whether a limit bounds this person and not the household: so many times a day, of such an item."""
        timed = limit.measure is Measure.TIMES and limit.period is LimitPeriod.DAY
        return self.each and timed and limit.item is not None


class History:
    """What accounts have got and lost already; grows while an act is judged deed by deed."""

    def __init__(self, done: Iterable[Done] = ()) -> None:
        self._done: defaultdict[int, list[Done]] = defaultdict(list)
        for each in done:
            self.add(each)

    def add(self, done: Done) -> None:
        """Count this from now on."""
        self._done[done.account_id].append(done)

    def on(self, account_id: int, item_code: str, day: date) -> tuple[Done, ...]:
        """What this account has for an item and a day."""
        return tuple(
            done
            for done in self._done.get(account_id, ())
            if done.occurred_on == day and done.item_code == item_code
        )

    def used(self, account_id: int, limit: Limit, span: DateSpan, doer: Doer) -> int:
        """How much of a limit is used up: hundredths of points, or times.

        Somebody who is not named may be anybody of the household: that two people came is then confirmed when
        the deed is entered a second time.
        """
        gives = limit.direction is Direction.CAP
        counted = [
            done
            for done in self._done.get(account_id, ())
            if done.gives is gives
            and done.occurred_on in span
            and (limit.item is None or limit.item == done.item_code)
        ]
        if doer.by_person(limit):
            here = doer.person_id
            return sum(done.times for done in counted if here is not None and done.person_id == here)
        if limit.measure is Measure.TIMES:
            return sum(done.times for done in counted)
        return abs(sum(done.points for done in counted))


@dataclass(frozen=True, slots=True)
class Allowance:
    """What limits leave of a deed: `points` of its sign, zero for nothing; `room` of the tightest."""

    points: Points
    room: Room | None = None


def holder_of(account: AccountRow) -> Holder:
    """What kind of book a catalogue calls this account."""
    return Holder.RED if account.colour is Colour.RED else Holder(account.owner_kind.value)


def limits_on(
    limits: Iterable[Limit], item_code: str, account: AccountRow, points: Points
) -> tuple[Limit, ...]:
    """The limits that bound this deed: caps what is given, floors what is taken."""
    direction = Direction.CAP if points > ZERO else Direction.FLOOR
    holder = holder_of(account)
    return tuple(
        limit
        for limit in limits
        if limit.direction is direction and limit.item in (None, item_code) and limit.holder in (None, holder)
    )


def limit_span(period: LimitPeriod, day: date, cut_off_day: int) -> DateSpan:
    """The days that count together with a day; `cut_off_day` 0 means those of the calendar."""
    if period is LimitPeriod.DAY:
        return DateSpan(day, day)
    if period is LimitPeriod.EVER:
        return DateSpan(date.min, date.max)
    return Period.of(_PERIODS[period], day, cut_off_day).days(cut_off_day)


def allowance(
    history: History,
    limits: Sequence[Limit],
    account_id: int,
    day: date,
    wanted: Points,
    cut_off_day: int,
    doer: Doer,
) -> Allowance:
    """What the limits leave of the points wanted; `limits` are those on this deed (limits_on)."""
    most = abs(wanted.hundredths)
    left: list[tuple[int, Room]] = []
    for limit in limits:
        used = history.used(account_id, limit, limit_span(limit.period, day, cut_off_day), doer)
        if isinstance(limit.amount, Points):
            left.append((max(limit.amount.hundredths - used, 0), Room(limit, Points(used))))
        else:
            left.append((most if used < limit.amount else 0, Room(limit, used)))
    if not left:
        return Allowance(wanted)
    least, room = min(left, key=lambda each: each[0])
    allowed = min(least, most)
    return Allowance(Points(allowed if wanted > ZERO else -allowed), room)


def limit_reached(account: AccountRow, item: ItemRow, room: Room) -> LimitReached:
    """The refusal that names a limit and how far it is used up."""
    return _REACHED[room.limit.period](
        field="points",
        name=account.owner_name,
        number=account.number,
        item=item.name if room.limit.item is not None else ALL_ITEMS,
        used=room.used,
        amount=room.limit.amount,
        unit=_UNITS[room.limit.measure],
    )


_LINES = (
    "SELECT line.account_id, line.item_code, line.occurred_on, line.points > 0, sum(line.points), count(*),"
    " 0, line.person_id"
    " FROM ledger_line AS line LEFT JOIN ledger_line AS back ON back.reverses_id = line.id"
    " WHERE line.account_id IN :accounts AND line.item_id IS NOT NULL AND line.kind <> 'reversal'"
    " AND line.occurred_on >= :first AND back.id IS NULL{line_items}"
    " GROUP BY line.account_id, line.item_code, line.occurred_on, line.points > 0, line.person_id"
)
_CLAIMS = (
    " UNION ALL SELECT claim.account_id, claim.item_code, claim.occurred_on, claim.points > 0,"
    " sum(claim.points), count(*), 1, claim.person_id"
    " FROM claim_state AS state JOIN claim ON claim.id = state.claim_id"
    " WHERE state.account_id IN :accounts AND state.state IN ('first_check', 'review', 'notice')"
    " AND claim.occurred_on >= :first{claim_items}"
    " GROUP BY claim.account_id, claim.item_code, claim.occurred_on, claim.points > 0, claim.person_id"
)


def history_of_deeds(
    scope: Scope,
    account_ids: Collection[int],
    first: date,
    item_codes: Collection[str] | None,
    *,
    claims_too: bool = True,
) -> History:
    """What accounts got and lost from a day on, of these items or of all; open claims count unless told."""
    statement = _LINES + (_CLAIMS if claims_too else "")
    places: list[BindParameter[object]] = [bindparam("accounts", expanding=True)]
    asked: dict[str, object] = {"first": first.isoformat()}
    if item_codes is None:
        only = {"line_items": "", "claim_items": ""}
    else:
        only = {name: f" AND {name[:-6]}.item_code IN :items" for name in ("line_items", "claim_items")}
        places.append(bindparam("items", expanding=True))
        asked["items"] = sorted(item_codes)
    prepared = text(statement.format(**only)).bindparams(*places)
    wanted = sorted(account_ids)
    history = History()
    for start in range(0, len(wanted), _CHUNK):
        for row in scope.session.execute(prepared, {**asked, "accounts": wanted[start : start + _CHUNK]}):
            account_id, code, day, gives, points, times, waiting, person_id = row
            when = date.fromisoformat(day)
            history.add(Done(account_id, code, when, bool(gives), points, times, bool(waiting), person_id))
    return history
