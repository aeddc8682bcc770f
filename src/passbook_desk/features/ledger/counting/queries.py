"""Counts of a week, month, quarter or year by book, grid and building, all from the same kept sums."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import add
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.counting.homes import Group, Homes
from passbook_desk.features.ledger.counting.ranking import in_rank
from passbook_desk.features.ledger.counting.values import By, CountRow, CountSheet, Outside, Participation
from passbook_desk.features.ledger.figures import (
    NOTHING_MOVED,
    Moved,
    closings,
    moved,
    moved_by,
)
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour, LineKind, OwnerKind
from passbook_desk.features.ledger.wall_names import shown_name
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import Points

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class _Count:
    """What one count needs, asked for once."""

    scope: Scope
    homes: Homes
    span: DateSpan
    before: DateSpan
    inside: Mapping[int, Moved]
    closing: Mapping[int, int]
    taking_part: frozenset[int]
    recorded: frozenset[int]


def count_sheet(scope: Scope, period: Period, by: By, *, ranked: bool = False) -> CountSheet:
    """The count of a period, which may still run; ranked or in the order of the codes.

    The village's cut-off day tells the days of the period and of the one before.
    """
    cut_off_day = policy(scope).cut_off_day
    span = period.days(cut_off_day)
    count = _count(scope, span, period.previous().days(cut_off_day))
    rows = tuple(_places(count, by) if by.of_places else _books(count, by))
    here = village(scope)
    return CountSheet(
        period=period,
        span=span,
        by=by,
        rows=in_rank(rows) if ranked else rows,
        total=_total(rows),
        households=len(count.taking_part),
        recorded=len(count.recorded),
        silent=_silent(count),
        running=scope.today <= span.last,
        ranked=ranked,
        village_name=here.name,
        wall_names=here.wall_names,
    )


def places_over(scope: Scope, by: By, span: DateSpan, beside: DateSpan) -> tuple[CountRow, ...]:
    """Every grid or building with its sums over a span, then what belongs to none; `before` of a row holds
    its score over the days of `beside`.
    """
    return tuple(_places(_count(scope, span, beside), by))


def participation(scope: Scope, period: Period) -> Participation:
    """How many households have a deed in a period, which may still run."""
    span = period.days(policy(scope).cut_off_day)
    homes = Homes(scope)
    taking_part = homes.taking_part(_as_of(scope, span))
    inside = moved(scope, span)
    return Participation(len(taking_part), len(_recorded(homes, inside, span, taking_part)))


def _count(scope: Scope, span: DateSpan, before: DateSpan) -> _Count:
    homes, inside = Homes(scope), moved(scope, span)
    taking_part = homes.taking_part(_as_of(scope, span))
    return _Count(
        scope=scope,
        homes=homes,
        span=span,
        before=before,
        inside=inside,
        closing=closings(scope, span.last),
        taking_part=taking_part,
        recorded=_recorded(homes, inside, span, taking_part),
    )


def _as_of(scope: Scope, span: DateSpan) -> date:
    """The day on which households are counted: the last one, or today while the period runs."""
    return min(span.last, max(scope.today, span.first))


def _recorded(
    homes: Homes, inside: Mapping[int, Moved], span: DateSpan, taking_part: frozenset[int]
) -> frozenset[int]:
    """Households with a deed in their own book or in that of a member."""
    found = (
        homes.household(homes.holdings[account_id], span.last)
        for account_id, own in inside.items()
        if own.recorded
    )
    return frozenset(home for home in found if home is not None) & taking_part


def _books(count: _Count, by: By) -> Iterator[CountRow]:
    """Open books of households, or of members, in the order of grid and household."""
    colour, kind = (
        (Colour.GREEN, OwnerKind.HOUSEHOLD) if by is By.HOUSEHOLD else (Colour.RED, OwnerKind.PERSON)
    )
    style = village(count.scope).wall_names
    earlier = moved(count.scope, count.before)
    for account in accounts(count.scope, colour=colour):
        if account.owner_kind is not kind:
            continue
        own = count.inside.get(account.id, NOTHING_MOVED)
        home = account.household_id
        yield CountRow(
            id=home if by is By.HOUSEHOLD else account.person_id or 0,
            code=account.household_code,
            name=account.owner_name,
            grid_name=account.grid_name,
            shown_name=shown_name(style, account),
            households=int(by is By.MEMBER or home in count.taking_part),
            recorded=own.recorded,
            credits=Points(own.credits),
            debits=Points(own.debits),
            redeemed=Points(own.redeemed),
            closing=Points(count.closing.get(account.id, 0)),
            score=Points(own.score),
            before=Points(earlier.get(account.id, NOTHING_MOVED).score),
        )


def _places(count: _Count, by: By) -> Iterator[CountRow]:
    """Every grid or building, then what belongs to none."""
    homes, day = count.homes, _as_of(count.scope, count.span)
    inside = _by_place(count, by, count.span, count.inside)
    before = _by_place(count, by, count.before, moved(count.scope, count.before))
    closing: dict[Group, int] = defaultdict(int)
    for account_id, points in count.closing.items():
        closing[homes.group(by, homes.holdings[account_id], count.span.last)] += points
    houses = _households_in(count, by, day, count.taking_part)
    recorded = _households_in(count, by, day, count.recorded)

    def row(group: Group, empty: CountRow) -> CountRow:
        own = inside.get(group, NOTHING_MOVED)
        return replace(
            empty,
            households=houses[group],
            recorded=recorded[group],
            credits=Points(own.credits),
            debits=Points(own.debits),
            redeemed=Points(own.redeemed),
            closing=Points(closing[group]),
            score=Points(own.score),
            before=Points(before.get(group, NOTHING_MOVED).score),
        )

    for place in homes.names(by):
        yield row(place.id, CountRow(place.id, place.code, place.name, place.grid_name, place.name))
    for outside in Outside:
        if outside in inside or outside in before or closing[outside] or houses[outside]:
            yield row(outside, CountRow(0, "", "", outside=outside))


def _by_place(count: _Count, by: By, span: DateSpan, inside: Mapping[int, Moved]) -> Mapping[Group, Moved]:
    """Sums by place; of an account that moved inside the span, each line by the home on its day."""
    homes, movers = count.homes, count.homes.movers(span)
    found: dict[Group, Moved] = {}
    for account_id, own in inside.items():
        if account_id not in movers:
            group = homes.group(by, homes.holdings[account_id], span.last)
            found[group] = _added(found.get(group, NOTHING_MOVED), own)
    for (group, _), rows in _moved_lines(count, by, span, movers & inside.keys()).items():
        found[group] = _added(found.get(group, NOTHING_MOVED), moved_by(rows))
    return found


def _moved_lines(
    count: _Count, by: By, span: DateSpan, movers: Iterable[int]
) -> Mapping[tuple[Group, int], list[tuple[LineKind, Points]]]:
    homes, wanted = count.homes, sorted(movers)
    found: dict[tuple[Group, int], list[tuple[LineKind, Points]]] = defaultdict(list)
    for start in range(0, len(wanted), _AT_ONCE):
        rows = count.scope.session.execute(
            select(LedgerLine.account_id, LedgerLine.counted_on, LedgerLine.effect, LedgerLine.points).where(
                LedgerLine.account_id.in_(wanted[start : start + _AT_ONCE]),
                LedgerLine.counted_on >= span.first,
                LedgerLine.counted_on <= span.last,
            )
        )
        for account_id, day, effect, points in rows:
            group = homes.group(by, homes.holdings[account_id], day)
            found[group, account_id].append((LineKind(effect), points))
    return found


def _households_in(count: _Count, by: By, day: date, chosen: Iterable[int]) -> Mapping[Group, int]:
    found: dict[Group, int] = defaultdict(int)
    for household_id in chosen:
        found[count.homes.group_of(by, household_id, day)] += 1
    return found


def _silent(count: _Count) -> tuple[str, ...]:
    day = _as_of(count.scope, count.span)
    houses = _households_in(count, By.GRID, day, count.taking_part)
    recorded = _households_in(count, By.GRID, day, count.recorded)
    names = count.homes.names(By.GRID)
    return tuple(each.name for each in names if houses[each.id] and not recorded[each.id])


def _added(one: Moved, other: Moved) -> Moved:
    return Moved._make(map(add, one, other))


def _total(rows: Sequence[CountRow]) -> CountRow:
    return CountRow(
        id=0,
        code="",
        name="",
        households=sum(row.households for row in rows),
        recorded=sum(row.recorded for row in rows),
        credits=Points(sum(row.credits.hundredths for row in rows)),
        debits=Points(sum(row.debits.hundredths for row in rows)),
        redeemed=Points(sum(row.redeemed.hundredths for row in rows)),
        closing=Points(sum(row.closing.hundredths for row in rows)),
        score=Points(sum(row.score.hundredths for row in rows)),
        before=Points(sum(row.before.hundredths for row in rows)),
    )
