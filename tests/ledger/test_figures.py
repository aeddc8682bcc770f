"""Figures at any date and over any span are the sums of the lines that count in them."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from builders.village import Village, settled_village
from passbook_desk.features.ledger.figures import (
    BROUGHT_ALONG,
    DEBITS,
    REDEMPTIONS,
    FiguresOn,
    balance_on,
    moved,
    moved_by,
    period_figures,
)
from passbook_desk.features.ledger.queries import accounts, latest_lines, lines
from passbook_desk.features.ledger.rules import OUTSIDE_ASSESSMENT, OUTSIDE_SPENDABLE
from passbook_desk.features.ledger.values import LineKind, LineRow, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points

FIRST, LAST = date(2025, 11, 1), date(2026, 6, 1)
KINDS = {
    LineKind.OPENING: (1, 3000),
    LineKind.BASE: (-500, 5000),
    LineKind.CREDIT: (1, 2000),
    LineKind.DEBIT: (-2000, -1),
    LineKind.EXPIRE: (-500, -1),
    LineKind.CARRY: (1, 500),
    LineKind.HONOUR: (-300, 900),
    LineKind.GIFT: (1, 700),
    LineKind.TRANSFER: (-400, 400),
}


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def total(rows: Iterable[LineRow], effects: object = None) -> Points:
    wanted = [row.points for row in rows if effects is None or row.effect in effects]  # type: ignore[operator]
    return sum(wanted, ZERO)


def filled(village: Village, lines_wanted: int, draw: Random) -> list[int]:
    """Lines of every kind, on any day, now and then taken back; returns the accounts."""
    with village.read() as scope:
        ids = [account.id for account in accounts(scope)]
    drafts = []
    for _ in range(lines_wanted):
        kind = draw.choice(list(KINDS))
        points = Points(draw.randint(*KINDS[kind]) or 1)
        day = FIRST + timedelta(days=draw.randrange((LAST - FIRST).days))
        drafts.append(DraftLine(draw.choice(ids), kind, kind, points, day))
    with village.write() as tx:
        write_voucher(tx, new_uid(), VoucherKind.RECORD, drafts)
    taken_back = []
    with village.read() as scope:
        for account_id in ids:
            taken_back += [
                DraftLine(
                    account_id,
                    LineKind.REVERSAL,
                    row.effect,
                    -row.points,
                    LAST,
                    counts_with=draw.choice([row.counted_on, LAST]),
                    reverses_id=row.id,
                )
                for row in lines(scope, account_id)[::7]
            ]
    with village.write() as tx:
        write_voucher(tx, new_uid(), VoucherKind.REVERSAL, taken_back)
    return ids


def spans(draw: Random) -> Iterable[DateSpan]:
    whole = DateSpan(FIRST, LAST)
    yield from (whole, DateSpan(date(2026, 2, 1), date(2026, 2, 28)), DateSpan(FIRST, date(2025, 12, 31)))
    for _ in range(40):
        first = FIRST + timedelta(days=draw.randrange(230))
        yield DateSpan(first, first + timedelta(days=draw.choice([0, 6, 27, 30, 31, 91, 200])))


@pytest.mark.parametrize("seed", [2026, 7, 99])
def test_a_balance_at_any_date_is_the_sum_of_the_lines_that_count_until_then(
    village: Village, seed: int
) -> None:
    draw = Random(seed)
    ids = filled(village, 300, draw)
    with village.read() as scope:
        for account_id in ids:
            own = lines(scope, account_id)
            for _ in range(25):
                day = FIRST + timedelta(days=draw.randrange(-3, 240))
                until = [row for row in own if row.counted_on <= day]
                spendable = set(LineKind) - OUTSIDE_SPENDABLE
                assert balance_on(scope, account_id, day) == FiguresOn(
                    total(until),
                    total(until, set(LineKind) - OUTSIDE_ASSESSMENT),
                    total(until, spendable),
                    total(until, {LineKind.BASE}),
                )


@pytest.mark.parametrize("seed", [2026, 7])
def test_figures_of_any_span_are_the_sums_of_its_lines(village: Village, seed: int) -> None:
    draw = Random(seed)
    ids = filled(village, 300, draw)
    scored = set(LineKind) - OUTSIDE_ASSESSMENT - BROUGHT_ALONG
    with village.read() as scope:
        for span in spans(draw):
            found, in_span = period_figures(scope, span.first, span.last), moved(scope, span)
            for account_id in ids:
                own = lines(scope, account_id)
                inside = [row for row in own if row.counted_on in span]
                until = [row for row in own if row.counted_on <= span.last]
                year = [row for row in until if row.counted_on.year == span.last.year]
                figures = found[account_id]
                assert figures.closing == total(until)
                assert figures.debits == total(inside, DEBITS)
                assert figures.redeemed == total(inside, REDEMPTIONS)
                assert figures.credits == total(inside, set(LineKind) - DEBITS - REDEMPTIONS - BROUGHT_ALONG)
                assert figures.year_total == total(year, scored)
                assert (
                    figures.opening + figures.credits + figures.debits + figures.redeemed == figures.closing
                )
                if account_id in in_span:
                    assert in_span[account_id].score == total(inside, scored).hundredths
                    assert moved_by((row.effect, row.points) for row in inside) == in_span[account_id]
                else:
                    assert not inside


def test_a_deed_that_was_taken_back_is_no_record(village: Village) -> None:
    with village.read() as scope:
        account_id = accounts(scope)[0].id
    day = date(2026, 5, 5)
    with village.write() as tx:
        credit = DraftLine(account_id, LineKind.CREDIT, LineKind.CREDIT, Points(500), day)
        write_voucher(tx, new_uid(), VoucherKind.RECORD, [credit])
    span = DateSpan(date(2026, 5, 1), date(2026, 5, 31))
    with village.read() as scope:
        assert moved(scope, span)[account_id].recorded
        (line,) = lines(scope, account_id)
    with village.write() as tx:
        back = DraftLine(
            account_id, LineKind.REVERSAL, LineKind.CREDIT, Points(-500), day, reverses_id=line.id
        )
        write_voucher(tx, new_uid(), VoucherKind.REVERSAL, [back])
    with village.read() as scope:
        assert not moved(scope, span)[account_id].recorded


def test_a_book_is_read_from_its_end(village: Village) -> None:
    with village.read() as scope:
        account_id = accounts(scope)[0].id
    with village.write() as tx:
        write_voucher(
            tx,
            new_uid(),
            VoucherKind.RECORD,
            [DraftLine(account_id, LineKind.CREDIT, LineKind.CREDIT, Points(100), FIRST) for _ in range(7)],
        )
    with village.read() as scope:
        newest = latest_lines(scope, account_id, 3)
        assert [row.account_seq for row in newest] == [5, 6, 7]
        assert [row.account_seq for row in latest_lines(scope, account_id, 3, 5)] == [2, 3, 4]
        assert latest_lines(scope, account_id, 9) == lines(scope, account_id)
