from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from builders.books import issued, printed
from builders.claims import claimed, steps
from builders.pages import AtOnce, VillageDesk
from builders.village import Village, booked, new_village, settled_village
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import Outcome, StepKind
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, RegisterEvent
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.queries import accounts, balances, recent_vouchers
from passbook_desk.features.ledger.values import AnchorKind, Colour
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.pages.today.board import MOST_ITEMS, Board, Group, Kind
from passbook_desk.ui.pages.today.presenter import HomePresenter, reversible
from passbook_desk.ui.pages.today.words import act_of, button_of, sentence_of, signed, title_of
from passbook_desk.ui.shell.routes import Route


class Shown:
    def __init__(self) -> None:
        self.board: Board | None = None
        self.reversed = 0
        self.problems: list[BaseException] = []

    def show_board(self, board: Board) -> None:
        self.board = board

    def show_reversed(self, lines: int) -> None:
        self.reversed += lines

    def show_problem(self, error: BaseException) -> None:
        self.problems.append(error)


def home(village: Village) -> tuple[HomePresenter, Shown]:
    view = Shown()
    return HomePresenter(VillageDesk(village), view, AtOnce(), village.clock), view


def board(village: Village) -> Board:
    presenter, view = home(village)
    presenter.load()
    assert view.problems == []
    assert view.board is not None
    return view.board


def kinds(found: Board, group: Group) -> list[Kind]:
    return [item.kind for item in found.of(group)]


def words(village: Village, found: Board, group: Group) -> list[str]:
    return [sentence_of(item, village.clock.now()) for item in found.of(group)]


def green(village: Village) -> tuple[int, ...]:
    with village.read() as scope:
        return tuple(row.id for row in accounts(scope, colour=Colour.GREEN))


def with_standard(village: Village) -> None:
    with village.write() as tx:
        adopt_standard(
            tx, AdoptStandard(date(2026, 1, 15), "2026-1", date(2026, 1, 15), "内置", starter_standard())
        )


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def test_an_empty_village_is_shown_its_first_steps_and_nothing_invented(tmp_path: Path) -> None:
    found = board(new_village(tmp_path))
    assert kinds(found, Group.SETUP) == [
        Kind.ROSTER,
        Kind.CATALOGUE,
        Kind.STANDARD,
        Kind.PHONE,
        Kind.FIRST_BACKUP,
    ]
    assert [item.done for item in found.of(Group.SETUP)] == [False, False, False, True, False]
    assert {item.group for item in found.items} == {Group.SETUP}
    assert found.recent == ()


def test_the_first_steps_go_away_when_all_are_done(village: Village) -> None:
    assert [item.kind for item in board(village).of(Group.SETUP) if item.due] == [
        Kind.STANDARD,
        Kind.FIRST_BACKUP,
    ]
    with_standard(village)
    with village.write() as tx:
        set_anchor(tx, AnchorKind.BACKUP, "一.pbd")
    assert board(village).of(Group.SETUP) == ()


def test_every_thing_to_do_has_one_button_and_every_sentence_its_words(village: Village) -> None:
    with_standard(village)
    booked(village, green(village)[:1])
    found = board(village)
    for item in found.items:
        sentence = sentence_of(item, village.clock.now())
        assert "{" not in sentence
        assert bool(button_of(item)) == (item.route is not None)
        assert item.route is not None or not item.due
        assert title_of(item.group)
    assert sum(item.route is not None for item in found.items) <= MOST_ITEMS


def test_a_grid_without_a_record_in_seven_days_is_named_with_its_households(village: Village) -> None:
    booked(village, green(village)[:1], on=date(2026, 5, 28))
    found = board(village)
    assert words(village, found, Group.WEEK) == ["第二网格（1 户）近 7 天没有记录"]
    (item,) = found.of(Group.WEEK)
    assert item.route is not None
    assert item.route.params == {"grid": "02"}


def test_a_week_with_records_everywhere_is_ticked_off(village: Village) -> None:
    booked(village, green(village), on=date(2026, 5, 28))
    found = board(village)
    assert kinds(found, Group.WEEK) == [Kind.GRIDS_FINE]
    assert found.of(Group.WEEK)[0].done


def test_the_month_counts_households_with_a_deed(village: Village) -> None:
    for account in green(village):
        issued(village, account)
    booked(village, green(village)[:2], on=date(2026, 6, 1))
    found = board(village)
    assert words(village, found, Group.MONTH) == [
        "6 月到今天：3 户中 2 户有记录",
        "2 本存折有没登的行",
    ]


def test_before_the_quarter_is_over_only_the_proof_is_offered(village: Village) -> None:
    booked(village, green(village)[:1])
    found = board(village)
    assert words(village, found, Group.QUARTER) == ["2026年二季度公示 2026.6.30 之后出，还有 30 天"]
    assert not found.of(Group.QUARTER)[0].due
    village.on(date(2026, 7, 1))
    found = board(village)
    assert words(village, found, Group.QUARTER) == ["2026年二季度公示可以出了"]
    assert found.of(Group.QUARTER)[0].due


def test_events_of_the_next_fourteen_days_come_in_their_order(village: Village) -> None:
    with_standard(village)
    with village.read() as scope:
        house = accounts(scope)[0].household_id
    for day in (date(2026, 6, 14), date(2026, 6, 5), date(2026, 6, 30)):
        with village.write() as tx:
            register_event(tx, RegisterEvent(new_uid(), EventKind.WEDDING, house, day), village.key)
    found = board(village)
    said = words(village, found, Group.EVENTS)
    assert [line[:5].strip() for line in said] == ["6.5 周", "6.14"]
    assert "王建国户 红事" in said[0]


def test_a_feast_that_is_over_waits_for_its_check_and_a_second_look_for_its_day(village: Village) -> None:
    with_standard(village)
    with village.read() as scope:
        house = accounts(scope)[0].household_id
    with village.write() as tx:
        register_event(tx, RegisterEvent(new_uid(), EventKind.WEDDING, house, date(2026, 6, 5)), village.key)
        take_step(tx, TakeStep(new_uid(), 1, StepKind.APPROVED, reference="2026-5"))
    village.on(date(2026, 6, 6))
    assert words(village, board(village), Group.EVENTS) == ["王建国户 红事 办完了，6.8 前核查"]
    village.on(date(2026, 6, 10))
    found = board(village)
    assert words(village, found, Group.EVENTS) == ["王建国户 红事 还没核查，6.8 已到期"]
    assert found.of(Group.EVENTS)[0].route == Route("event", {"id": 1})
    with village.write() as tx:
        seen = TakeStep(
            new_uid(), 1, StepKind.CHECKED, who="会长", outcome=Outcome.OVER, due_on=date(2026, 6, 12)
        )
        take_step(tx, seen)
    assert words(village, board(village), Group.EVENTS) == ["王建国户 红事 6.12 前回访"]
    with village.write() as tx:
        take_step(tx, TakeStep(new_uid(), 1, StepKind.FOLLOWED, who="会长", outcome=Outcome.SETTLED))
    assert words(village, board(village), Group.EVENTS) == ["14 天内没有报备的红白事"]


def test_a_fresh_backup_is_ticked_off_and_an_old_one_is_due(village: Village) -> None:
    with village.write() as tx:
        set_anchor(tx, AnchorKind.BACKUP, "一.pbd")
    assert kinds(board(village), Group.SAFETY) == [Kind.BACKUP_FINE]
    village.on(date(2026, 6, 10))
    found = board(village)
    assert kinds(found, Group.SAFETY) == [Kind.BACKUP_OLD]
    assert words(village, found, Group.SAFETY) == ["上次备份：9 天前，该再备一次了"]


def test_when_everything_is_done_the_page_says_so(village: Village) -> None:
    with_standard(village)
    village.on(date(2026, 6, 2))
    with village.write() as tx:
        set_anchor(tx, AnchorKind.BACKUP, "一.pbd")
    assert not board(village).nothing_due
    books = [issued(village, account) for account in green(village)]
    booked(village, green(village), on=date(2026, 6, 1))
    assert not board(village).nothing_due
    for book in books:
        printed(village, book)
    found = board(village)
    assert found.nothing_due
    assert found.next_notice_on == date(2026, 7, 1)


def test_a_recent_act_is_taken_back_as_a_whole(village: Village) -> None:
    booked(village, green(village))
    presenter, view = home(village)
    presenter.load()
    assert view.board is not None
    (act,) = view.board.recent
    assert reversible(act)
    assert (act_of(act), signed(act)) == ("参加环境整治", "＋30")
    presenter.reverse(act, "记错网格")
    assert view.reversed == 3
    back, before = view.board.recent
    assert before.reversed
    assert not reversible(before)
    assert not reversible(back)
    assert (act_of(back), signed(back)) == ("冲销 参加环境整治", "－30")
    with village.read() as scope:
        assert {row.balance for row in balances(scope)} == {ZERO}


def test_a_refused_reversal_is_said_and_writes_nothing(village: Village) -> None:
    booked(village, green(village))
    presenter, view = home(village)
    with village.read() as scope:
        (act,) = recent_vouchers(scope, 5)
    presenter.reverse(act, "  ")
    assert [getattr(problem, "code", "") for problem in view.problems] == ["ledger.reason-missing"]
    with village.read() as scope:
        assert len(recent_vouchers(scope, 5)) == 1


def test_no_household_is_ranked_or_named_for_having_little(village: Village) -> None:
    booked(village, green(village)[:1], item="108")
    said: Callable[[Group], list[str]] = lambda group: words(village, board(village), group)  # noqa: E731
    for group in (Group.WEEK, Group.MONTH, Group.QUARTER):
        assert not any(name in line for name in ("王建国", "李秀英", "欧阳明") for line in said(group))


def test_claims_that_wait_and_those_that_are_due_have_a_button_each(tmp_path: Path) -> None:
    village = settled_village(tmp_path)
    steps(village, notice_days=3)
    claimed(village, (1, 2))
    steps(village, review=True, notice_days=3, alone=False)
    claimed(village, (4,))
    found = board(village)
    assert Kind.CLAIMS_WAIT in kinds(found, Group.WEEK)
    assert Kind.CLAIMS_DUE not in kinds(found, Group.WEEK)
    village.on(date(2026, 6, 9))
    due = board(village).of(Group.WEEK)[:2]
    told = [sentence_of(item, village.clock.now()) for item in due]
    assert told == ["1 件申报待审", "2 件公示期满，可以入账"]
    assert [(button_of(item), item.route, item.due) for item in due] == [
        ("去审核", Route("claims", {"shown": "open"}), True),
        ("去入账", Route("claims", {"shown": "notice"}), True),
    ]
