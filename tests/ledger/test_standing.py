"""What a book allows: domain §2.3, §2.4, §2.6."""

from datetime import date
from pathlib import Path

import pytest

from builders.village import Village, household, new_village, one_deed
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.values import (
    AdoptCatalogue,
    ItemDraft,
    ValueKind,
    Veto,
    VetoTerm,
)
from passbook_desk.features.ledger.counting.standing import last_day, standing, stars_on
from passbook_desk.features.ledger.counting.standing_values import Standing
from passbook_desk.features.ledger.queries import accounts, lines
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.values import Colour, LineKind, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import Band, BasePeriod, VillagePolicy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points


def p(text: str) -> Points:
    return Points.parse(text)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国", member_of_party=True)
        items = tuple(
            ItemDraft(
                code=code,
                category="否决",
                name=f"事项{code}",
                value_kind=ValueKind.FIXED,
                least=p("-1"),
                most=p("-1"),
                veto=veto,
                veto_term=term,
            )
            for code, veto, term in (
                ("901", Veto.BOTH, VetoTerm.YEAR),
                ("902", Veto.HONOURS, VetoTerm.MONTH),
                ("903", Veto.REDEMPTION, VetoTerm.UNTIL_LIFTED),
            )
        )
        adopt_catalogue(tx, AdoptCatalogue(date(2026, 1, 15), "1", date(2026, 1, 15), "会议", items))
    return village


def decided(village: Village, policy: VillagePolicy) -> None:
    with village.write() as tx:
        change_policy(tx, policy)


def moved(
    village: Village, kind: LineKind, points: str, on: date = date(2026, 5, 20), red: bool = False
) -> None:
    with village.write() as tx:
        account = next(row for row in accounts(tx) if (row.colour is Colour.RED) == red)
        write_voucher(tx, new_uid(), VoucherKind.RECORD, [DraftLine(account.id, kind, kind, p(points), on)])


def deed(village: Village, item: str, on: date) -> None:
    with village.write() as tx:
        account = next(row for row in accounts(tx) if row.colour is Colour.GREEN)
        record_deeds(tx, one_deed((account.id,), item, on))


def stands(village: Village, red: bool = False) -> Standing:
    with village.read() as scope:
        account = next(row for row in accounts(scope) if (row.colour is Colour.RED) == red)
        return standing(scope, account)


def test_a_village_that_decided_nothing_lets_everything_be_redeemed(village: Village) -> None:
    moved(village, LineKind.CREDIT, "30")
    found = stands(village)
    assert (found.redeemable, found.stars, found.suspended) == (p("30"), None, False)
    assert found.honours_allowed
    assert found.redemption_allowed


def test_base_points_and_the_minimum_stay_in_the_book(village: Village) -> None:
    decided(village, VillagePolicy(least_to_redeem=p("20")))
    moved(village, LineKind.BASE, "60")
    moved(village, LineKind.CREDIT, "15")
    assert stands(village).redeemable == p("0")
    moved(village, LineKind.CREDIT, "6")
    assert stands(village).redeemable == p("1")


def test_below_the_line_nothing_is_redeemed_and_no_honour_given_until_back_at_it(village: Village) -> None:
    decided(village, VillagePolicy(suspension_line=p("70")))
    moved(village, LineKind.BASE, "60")
    moved(village, LineKind.CREDIT, "9.99")
    found = stands(village)
    assert (found.suspended, found.judged, found.redeemable) == (True, p("69.99"), p("0"))
    assert not found.honours_allowed
    moved(village, LineKind.CREDIT, "0.01")
    found = stands(village)
    assert (found.suspended, found.redeemable) == (False, p("10"))


def test_where_base_comes_every_year_the_line_is_judged_since_it_came(village: Village) -> None:
    decided(village, VillagePolicy(suspension_line=p("70"), base_period=BasePeriod.YEAR))
    moved(village, LineKind.BASE, "100", date(2025, 1, 1))
    moved(village, LineKind.CREDIT, "50", date(2025, 6, 1))
    moved(village, LineKind.BASE, "100", date(2026, 1, 1))
    moved(village, LineKind.DEBIT, "-31", date(2026, 5, 1))
    found = stands(village)
    assert (found.judged, found.suspended) == (p("69"), True)
    assert found.year_points == p("69")


def test_stars_are_given_by_the_points_of_the_year_with_base(village: Village) -> None:
    bands = tuple(Band(p(str(least)), stars) for least, stars in ((60, 1), (70, 2), (96, 5)))
    decided(village, VillagePolicy(member_bands=bands))
    moved(village, LineKind.BASE, "60", date(2025, 3, 1), red=True)
    moved(village, LineKind.CREDIT, "30", date(2025, 3, 1), red=True)
    assert (stands(village, red=True).stars, stands(village, red=True).year_points) == (1, p("60"))
    moved(village, LineKind.CREDIT, "12", red=True)
    moved(village, LineKind.GIFT, "50", red=True)
    assert stands(village, red=True).stars == 2
    moved(village, LineKind.HONOUR, "24", red=True)
    assert stands(village, red=True).stars == 5
    moved(village, LineKind.DEBIT, "-40", red=True)
    assert stands(village, red=True).stars == 0
    assert stands(village).stars is None


@pytest.mark.parametrize("day", [date(2026, 5, 31), date(2026, 6, 1), date(2026, 12, 31)])
def test_the_stars_of_many_books_on_a_day_are_those_each_book_stands_at(village: Village, day: date) -> None:
    bands = tuple(Band(p(str(least)), stars) for least, stars in ((60, 1), (70, 2), (96, 5)))
    decided(village, VillagePolicy(member_bands=bands))
    moved(village, LineKind.BASE, "60", date(2025, 3, 1), red=True)
    moved(village, LineKind.CREDIT, "12", date(2026, 5, 1), red=True)
    village.on(day)
    with village.read() as scope:
        books = accounts(scope)
        found = stars_on(scope, books, day)
        assert found == {book.id: standing(scope, book).stars for book in books}
    assert sorted(found.values(), key=str) == [2, None]


def test_a_veto_holds_for_its_term_and_names_the_deed(village: Village) -> None:
    moved(village, LineKind.CREDIT, "30")
    deed(village, "902", date(2026, 5, 20))
    found = stands(village)
    (veto,) = found.vetoes
    assert (veto.item_text, veto.occurred_on, veto.until) == ("事项902", date(2026, 5, 20), date(2026, 6, 19))
    assert (found.honours_allowed, found.redemption_allowed, found.redeemable) == (False, True, p("29"))
    village.on(date(2026, 6, 19))
    assert not stands(village).honours_allowed
    village.on(date(2026, 6, 20))
    assert stands(village).honours_allowed


def test_a_veto_that_was_taken_back_holds_no_more(village: Village) -> None:
    moved(village, LineKind.CREDIT, "30")
    deed(village, "903", date(2026, 2, 1))
    assert (stands(village).redeemable, stands(village).vetoes[0].until) == (p("0"), None)
    assert stands(village).honours_allowed
    with village.write() as tx:
        account = next(row for row in accounts(tx) if row.colour is Colour.GREEN)
        wrong = lines(tx, account.id)[-1]
        back = DraftLine(
            account.id,
            LineKind.REVERSAL,
            wrong.effect,
            -wrong.points,
            date(2026, 6, 1),
            reverses_id=wrong.id,
        )
        write_voucher(tx, new_uid(), VoucherKind.REVERSAL, [back])
    assert stands(village).redeemable == p("30")


@pytest.mark.parametrize(
    ("term", "on", "until"),
    [
        (VetoTerm.MONTH, date(2026, 1, 31), date(2026, 2, 27)),
        (VetoTerm.QUARTER, date(2026, 1, 31), date(2026, 4, 29)),
        (VetoTerm.HALF_YEAR, date(2026, 5, 1), date(2026, 10, 31)),
        (VetoTerm.YEAR, date(2026, 5, 1), date(2027, 4, 30)),
        (VetoTerm.TWO_YEARS, date(2024, 2, 29), date(2026, 2, 27)),
        (VetoTerm.UNTIL_LIFTED, date(2026, 5, 1), None),
    ],
)
def test_terms_end_the_day_before_the_same_day(term: VetoTerm, on: date, until: date | None) -> None:
    assert last_day(term, on) == until


def test_given_points_wait_for_earned_ones(village: Village) -> None:
    decided(village, VillagePolicy(gift_ratio=5))
    moved(village, LineKind.GIFT, "100")
    assert (stands(village).redeemable, stands(village).locked_gifts) == (p("0"), p("100"))
    moved(village, LineKind.CREDIT, "10")
    assert (stands(village).redeemable, stands(village).locked_gifts) == (p("60"), p("50"))
    moved(village, LineKind.REDEEM, "-60")
    assert stands(village).redeemable == p("0")
    moved(village, LineKind.CREDIT, "10")
    assert stands(village).redeemable == p("60")
    moved(village, LineKind.HONOUR, "90")
    assert stands(village).redeemable == p("60")


def test_gifts_that_were_cleared_lock_nothing(village: Village) -> None:
    decided(village, VillagePolicy(gift_ratio=1))
    moved(village, LineKind.GIFT, "100")
    moved(village, LineKind.CREDIT, "20")
    moved(village, LineKind.EXPIRE, "-120")
    moved(village, LineKind.CREDIT, "10")
    assert stands(village).redeemable == p("10")


def test_a_debt_leaves_nothing_to_redeem(village: Village) -> None:
    moved(village, LineKind.DEBIT, "-5")
    assert stands(village).redeemable == p("0")
