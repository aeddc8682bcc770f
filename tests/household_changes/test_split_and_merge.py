"""Households split, merge and end; their points go by the village's rule and none is lost."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from builders.lives import act, family, green, named, told, who
from builders.village import Village, booked, settled_village
from passbook_desk.db.store import Tx
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.household_changes.commands import (
    deregister_household,
    hand_over,
    merge_households,
    release_points,
    split_household,
)
from passbook_desk.features.household_changes.queries import (
    closed_accounts,
    frozen_accounts,
    preview_end,
    preview_split,
)
from passbook_desk.features.household_changes.values import (
    BookChange,
    Changed,
    DeregisterHousehold,
    MergeHouseholds,
    PointsRule,
    PointsWay,
    ReleasePoints,
    SplitHousehold,
)
from passbook_desk.features.households.life.commands import household_moves_out
from passbook_desk.features.households.life.history import history_of, households_on, last_heads
from passbook_desk.features.households.life.values import ChangeHead, HouseholdAction
from passbook_desk.features.households.links import LinkHousehold, LinkKind, link_household, links_at
from passbook_desk.features.households.places import (
    AddPlace,
    PutHousehold,
    add_place,
    households_at,
    put_household,
)
from passbook_desk.features.households.queries import grids, household
from passbook_desk.features.ledger.commands import reverse_lines, reverse_voucher
from passbook_desk.features.ledger.errors import VoucherBroken
from passbook_desk.features.ledger.model import AccountBalance, LedgerLine
from passbook_desk.features.ledger.periods import close_period
from passbook_desk.features.ledger.queries import balances, lines
from passbook_desk.features.ledger.transfers import Figures
from passbook_desk.features.ledger.values import LineKind, ReverseLines, ReverseVoucher, VoucherKind
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.village.commands import change_village
from passbook_desk.features.village.queries import village as village_row
from passbook_desk.features.village.values import ChangeVillage
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.points import Points

MAY, EVE = date(2026, 5, 10), date(2026, 5, 9)
OTHERS = "12女刘梅1965 22男赵强1990 38女孙丽1991 41男赵小宝2015"
YOUNG = ("赵强", "孙丽", "赵小宝")


def p(text: str) -> Points:
    return Points.parse(text)


def figures(assessment: str, spendable: str, base: str = "0") -> Figures:
    return Figures(p(assessment), p(spendable), p(base))


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


@pytest.fixture
def home(village: Village) -> int:
    """Five people with base 60, 100 points earned and 30.05 redeemed."""
    with village.write() as tx:
        here = village_row(tx)
        facts = {name: getattr(here, name) for name in ChangeVillage.__dataclass_fields__}
        change_village(tx, ChangeVillage(**{**facts, "household_base": p("60")}))
        home = family(tx, "01005", OTHERS)
    account = green(village, home).id
    for _ in range(10):
        booked(village, (account,))
    spend(village, account, "30.05")
    assert now(village, home) == figures("160", "69.95", "60")
    return home


def spend(village: Village, account: int, points: str) -> None:
    with village.write() as tx:
        draft = DraftLine(account, LineKind.REDEEM, LineKind.REDEEM, -p(points), EVE, item_text="肥皂")
        write_voucher(tx, new_uid(), VoucherKind.RECORD, [draft])


def now(village: Village, household_id: int) -> Figures:
    account = green(village, household_id)
    with village.read() as scope:
        (row,) = balances(scope, accounts_chosen=[account])
    return Figures(row.assessment, row.spendable, row.base)


def total(village: Village) -> Figures:
    """The figures of all accounts, closed ones included."""
    with village.read() as scope:
        rows = scope.session.execute(
            select(AccountBalance.assessment, AccountBalance.spendable, AccountBalance.base)
        )
        return sum((Figures(*row) for row in rows), Figures())


def splitting(tx: Tx, home: int, rule: PointsRule, **more: object) -> SplitHousehold:
    people = tuple(named(tx, name) for name in YOUNG)
    return SplitHousehold(act(MAY, "分家"), home, people, people[0], rule, **more)  # type: ignore[arg-type]


def split(village: Village, home: int, rule: PointsRule) -> Changed:
    """The son's family splits off, and the books are what the preview said."""
    with village.write() as tx:
        command = splitting(tx, home, rule)
    with village.read() as scope:
        shown = preview_split(scope, command)
    with village.write() as tx:
        done = split_household(tx, command)
    assert without_numbers(shown) == without_numbers(done.books)
    return done


def without_numbers(books: tuple[BookChange, ...]) -> list[tuple[Figures, Figures, bool]]:
    return [(book.before, book.after, book.closed) for book in books]


def checked(village: Village) -> None:
    with village.read() as scope:
        verify_ledger(scope)
        verify_audit(scope)


def refused(village: Village, work: Callable[[Tx], object]) -> str:
    before = village.path.read_bytes()
    with pytest.raises(UserError) as caught, village.write() as tx:
        work(tx)
    assert village.path.read_bytes() == before
    return caught.value.code


def test_the_sons_family_splits_off_and_points_are_divided_by_heads(village: Village, home: int) -> None:
    before = total(village)
    done = split(village, home, PointsRule(PointsWay.HEADS))
    assert done.other_id is not None
    assert who(village, home) == {"赵大山": "02", "刘梅": "12"}
    assert who(village, done.other_id) == {"赵强": "02", "孙丽": "12", "赵小宝": "20"}
    assert now(village, done.other_id) == figures("120", "41.97", "60")  # 3/5 of 100 and of 69.95
    assert now(village, home) == figures("100", "27.98", "60")
    assert total(village) - before == figures("60", "0", "60")  # the base of the new book alone
    checked(village)


def test_both_books_and_both_stories_get_their_line(village: Village, home: int) -> None:
    done = split(village, home, PointsRule(PointsWay.AMOUNT, p("20")))
    assert done.other_id is not None
    old, new = green(village, home), green(village, done.other_id)
    with village.read() as scope:
        out, into = lines(scope, old.id)[-1], lines(scope, new.id)[-1]
        assert (out.kind, out.points, out.item_text) == (LineKind.TRANSFER, -p("20"), "分户转出 01006")
        assert (into.kind, into.points, into.item_text) == (LineKind.TRANSFER, p("20"), "分户转入 01005")
        assert (out.occurred_on, out.memo) == (MAY, "分家")
        own, other = history_of(scope, home)[-1], history_of(scope, done.other_id)[-1]
    assert (own.kind, own.from_other, own.other_code) == ("split", False, "01006")
    assert (other.kind, other.from_other, other.other_code) == ("split", True, "01005")
    assert own.detail["book1.before"] == "160 69.95 60"
    assert own.detail["book1.after"] == "140 49.95 60"


def test_base_points_go_only_when_they_are_named(village: Village, home: int) -> None:
    done = split(village, home, PointsRule(PointsWay.AMOUNT, p("0"), base=p("12.5")))
    assert done.other_id is not None
    assert now(village, home) == figures("147.5", "69.95", "47.5")
    assert now(village, done.other_id) == figures("72.5", "0", "72.5")
    checked(village)


def test_points_that_stay_move_nothing(village: Village, home: int) -> None:
    done = split(village, home, PointsRule(PointsWay.STAY))
    assert done.voucher_id is None
    assert now(village, home) == figures("160", "69.95", "60")


def test_frozen_points_wait_in_a_closed_account_and_are_released(village: Village, home: int) -> None:
    old_number = green(village, home).number
    done = split(village, home, PointsRule(PointsWay.FREEZE))
    assert done.other_id is not None
    assert [finding.kind for finding in done.findings] == ["account_frozen"]
    assert now(village, home) == now(village, done.other_id) == figures("60", "0", "60")
    with village.read() as scope:
        (frozen,) = frozen_accounts(scope)
    assert (frozen.number, frozen.figures) == (old_number, figures("160", "69.95", "60"))
    with village.write() as tx:
        part = figures("40", "40")
        release_points(tx, ReleasePoints(act(date(2026, 5, 20)), frozen.account_id, done.other_id, part))
        release_points(tx, ReleasePoints(act(date(2026, 5, 21)), frozen.account_id, home))
    assert now(village, done.other_id) == figures("100", "40", "60")
    assert now(village, home) == figures("180", "29.95", "120")
    with village.read() as scope:
        assert frozen_accounts(scope) == ()
    again = ReleasePoints(act(), frozen.account_id, home)
    assert refused(village, lambda tx: release_points(tx, again)) == "changes.account-not-frozen"
    checked(village)


def test_a_debt_is_divided_as_well(village: Village, home: int) -> None:
    account = green(village, home).id
    spend(village, account, "69.95")
    booked(village, (account,), "108", points=None)
    debt = now(village, home).spendable
    assert debt < p("0")
    before = total(village)
    done = split(village, home, PointsRule(PointsWay.HEADS))
    assert done.other_id is not None
    assert now(village, home).spendable + now(village, done.other_id).spendable == debt
    assert total(village) - before == figures("60", "0", "60")
    checked(village)


def test_the_head_splits_off_and_those_who_stay_get_another(village: Village, home: int) -> None:
    with village.write() as tx:
        head, wife = named(tx, "赵大山"), named(tx, "刘梅")
        heir = {"old_head_id": named(tx, "赵强")}
        command = SplitHousehold(act(MAY), home, (head, wife), head, PointsRule(PointsWay.STAY), **heir)
        done = split_household(tx, command)
    assert done.other_id is not None
    assert who(village, home) == {"赵强": "02", "孙丽": "12", "赵小宝": "20"}
    assert who(village, done.other_id) == {"赵大山": "02", "刘梅": "12"}


def test_a_household_that_splits_off_lives_in_the_same_building(village: Village, home: int) -> None:
    with village.write() as tx:
        tower = add_place(tx, AddPlace("building", "1号楼", 1))
        put_household(tx, PutHousehold(act(date(2026, 3, 1)), home, tower))
    done = split(village, home, PointsRule(PointsWay.STAY))
    with village.read() as scope:
        assert households_at(scope, tower, EVE) == (home,)
        assert households_at(scope, tower, MAY) == (home, done.other_id)
        assert done.other_id not in households_on(scope, EVE)


def test_a_split_that_cannot_be_is_refused(village: Village, home: int) -> None:
    stay = PointsRule(PointsWay.STAY)

    def trying(people: tuple[str, ...], head: str, rule: PointsRule = stay) -> str:
        def work(tx: Tx) -> object:
            ids = tuple(named(tx, name) for name in people)
            return split_household(tx, SplitHousehold(act(MAY), home, ids, named(tx, head), rule))

        return refused(village, work)

    assert trying((), "赵强") == "changes.nobody-leaves"
    assert trying(("赵大山", "刘梅", *YOUNG), "赵强") == "changes.everybody-leaves"
    assert trying(("王建国",), "王建国") == "life.not-a-member"
    assert trying(("赵强",), "孙丽") == "life.not-a-member"
    assert trying(("赵大山",), "赵大山") == "life.head-needed"
    assert trying(YOUNG, "赵强", PointsRule(PointsWay.AMOUNT)) == "changes.amount-missing"
    assert trying(YOUNG, "赵强", PointsRule(PointsWay.AMOUNT, p("70"))) == "changes.amount-too-large"
    assert trying(YOUNG, "赵强", PointsRule(PointsWay.AMOUNT, p("-1"))) == "changes.amount-too-large"
    assert trying(YOUNG, "赵强", PointsRule(PointsWay.MOVE)) == "changes.way-not-possible"


def test_two_households_merge_and_everything_goes_over(village: Village, home: int) -> None:
    booked(village, (green(village, 1).id,))
    before, count = total(village), grid_households(village)
    old_number = green(village, home).number
    with village.write() as tx:
        relations = {named(tx, name): code for name, code in (("赵大山", "51"), ("刘梅", "52"))}
        link_household(tx, LinkHousehold(act(date(2026, 4, 1)), LinkKind.MEMBER, named(tx, "李秀英"), home))
        command = MergeHouseholds(act(MAY), home, 1, PointsRule(PointsWay.MOVE), relations)
    with village.read() as scope:
        shown = preview_end(scope, command)
    with village.write() as tx:
        done = merge_households(tx, command)
    assert shown == done.books
    assert who(village, home) == {}
    assert who(village, 1) == {
        "王建国": "02", "赵大山": "51", "刘梅": "52", "赵强": "", "孙丽": "", "赵小宝": ""
    }  # fmt: skip
    assert len(done.findings) == 3
    assert now(village, 1) == figures("110", "79.95")
    assert total(village) == before
    assert grid_households(village) == count - 1
    with village.read() as scope:
        assert household(scope, home).absence == "merged"
        assert links_at(scope, MAY) == ()
        (left,) = frozen_accounts(scope)
    assert (left.number, left.figures) == (old_number, figures("60", "0", "60"))  # the base ends with it
    assert told(village, home)[-1] == told(village, 1)[-1] == "merged"
    checked(village)


def grid_households(village: Village) -> int:
    with village.read() as scope:
        return grids(scope)[0].households


def test_a_merge_may_take_the_base_along_or_freeze_all(village: Village, home: int) -> None:
    with village.write() as tx:
        other = family(tx, "01009", "20男周二1999", head="周老三")
        merge_households(tx, MergeHouseholds(act(MAY), other, 1, PointsRule(PointsWay.MOVE, base_too=True)))
        merge_households(tx, MergeHouseholds(act(MAY), home, 1, PointsRule(PointsWay.FREEZE)))
    assert now(village, 1) == figures("60", "0", "60")
    with village.read() as scope:
        assert [row.figures for row in frozen_accounts(scope)] == [figures("160", "69.95", "60")]
    checked(village)


def test_a_household_does_not_merge_with_itself_or_one_that_left(village: Village, home: int) -> None:
    move = PointsRule(PointsWay.MOVE)
    with village.write() as tx:
        household_moves_out(tx, HouseholdAction(act(MAY), 3))
    for into, code in ((home, "changes.same-household"), (3, "life.household-absent")):
        command = MergeHouseholds(act(), home, into, move)
        assert refused(village, lambda tx, command=command: merge_households(tx, command)) == code


def test_a_household_is_deregistered_and_its_points_go_to_another(village: Village, home: int) -> None:
    before = total(village)
    with village.write() as tx:
        done = deregister_household(
            tx, DeregisterHousehold(act(MAY), home, PointsRule(PointsWay.AMOUNT, p("9.95")), to_id=1)
        )
    assert now(village, 1) == figures("9.95", "9.95")
    assert [book.closed for book in done.books] == [True, False]
    assert total(village) == before
    assert who(village, home) == {}
    assert len(who(village, home, EVE)) == 5
    with village.read() as scope:
        assert household(scope, home).absence == "deregistered"
        (book,) = closed_accounts(scope, home)
        assert [str(line.points) for line in lines(scope, book.id)][-1] == "-9.95"
        assert closed_accounts(scope, 1) == ()
        assert last_heads(scope, (home, 1)) == {home: "赵大山", 1: "王建国"}
    assert told(village, home)[-6:] == ["person_deregistered"] * 5 + ["deregistered"]
    nobody = DeregisterHousehold(act(MAY), 1, PointsRule(PointsWay.MOVE))
    assert refused(village, lambda tx: deregister_household(tx, nobody)) == "changes.no-receiver"
    checked(village)


def test_nothing_is_recorded_for_a_closed_account_or_while_a_household_is_away(village: Village) -> None:
    with village.write() as tx:
        household_moves_out(tx, HouseholdAction(act(MAY), 1))
    account = green(village, 1)
    booked(village, (account.id,), on=EVE)
    with pytest.raises(UserError) as caught:
        booked(village, (account.id,), on=MAY)
    assert caught.value.code == "ledger.household-away"
    closed = green(village, 3).id
    with village.write() as tx:
        deregister_household(tx, DeregisterHousehold(act(MAY), 3, PointsRule(PointsWay.STAY)))
    with pytest.raises(UserError) as caught:
        booked(village, (closed,), on=EVE)
    assert caught.value.code == "ledger.unknown-account"


def test_a_transfer_is_taken_back_as_a_whole_or_not_at_all(village: Village, home: int) -> None:
    before = now(village, home)
    done = split(village, home, PointsRule(PointsWay.HEADS))
    assert done.voucher_id is not None
    account = green(village, home).id
    with village.read() as scope:
        seq = lines(scope, account)[-1].seq
    one = ReverseLines(new_uid(), (seq,), "分错了")
    assert refused(village, lambda tx: reverse_lines(tx, one)) == "ledger.transfer-as-whole"
    with village.write() as tx:
        reverse_voucher(tx, ReverseVoucher(new_uid(), done.voucher_id, "分错了"))
    assert now(village, home) == before
    checked(village)


def test_a_split_of_a_closed_quarter_counts_from_the_first_open_day(village: Village, home: int) -> None:
    with village.write() as tx:
        close_period(tx, Quarter(2026, 1).span, "对账")
        people = (named(tx, "赵强"),)
        rule = PointsRule(PointsWay.AMOUNT, p("10"))
        done = split_household(tx, SplitHousehold(act(date(2026, 3, 20)), home, people, people[0], rule))
        counted = tx.session.scalars(
            select(LedgerLine.counted_on).where(LedgerLine.voucher_id == done.voucher_id)
        )
        assert set(counted) == {date(2026, 4, 1)}
    checked(village)


def test_verify_notices_a_transfer_that_gives_more_than_it_takes(village: Village, home: int) -> None:
    with village.write() as tx:
        draft = DraftLine(1, LineKind.TRANSFER, LineKind.TRANSFER, p("5"), MAY, item_text="凭空")
        write_voucher(tx, new_uid(), VoucherKind.TRANSFER, [draft])
    with village.read() as scope, pytest.raises(VoucherBroken):
        verify_ledger(scope)


def test_redeemed_points_go_back_to_nobody_outside_a_transfer(village: Village, home: int) -> None:
    draft = DraftLine(1, LineKind.REDEEM, LineKind.REDEEM, p("5"), MAY, item_text="凭空")
    with pytest.raises(IntegrityError, match="kind and points"), village.write() as tx:
        write_voucher(tx, new_uid(), VoucherKind.RECORD, [draft])


def test_another_head_takes_over_the_book(village: Village, home: int) -> None:
    with village.write() as tx:
        done = hand_over(tx, ChangeHead(act(MAY), home, named(tx, "赵强")))
    assert [book.before for book in done.books] == [book.after for book in done.books]
    with village.read() as scope:
        line = history_of(scope, home)[-1]
    assert told(village, home)[-2:] == ["head_changed", "handed_over"]
    assert (line.detail["account"], line.detail["balance"]) == (green(village, home).number, "129.95")
    assert green(village, home).owner_name == "赵强"


def test_repeating_a_split_writes_nothing(village: Village, home: int) -> None:
    with village.write() as tx:
        command = splitting(tx, home, PointsRule(PointsWay.HEADS))
        done = split_household(tx, command)
    after = total(village)
    with village.write() as tx:
        again = split_household(tx, command)
        count = tx.session.execute(text("SELECT count(*) FROM household")).scalar()
    assert (again.other_id, again.voucher_id) == (done.other_id, done.voucher_id)
    assert total(village) == after
    assert count == 5
