from datetime import date
from pathlib import Path

import pytest

from builders.books import issued, printed
from builders.claims import claimed, steps
from builders.pages import AtOnce, VillageDesk
from builders.rhythms import decide, hung, proofed, put_up
from builders.village import Village, booked, new_village, settled_village
from passbook_desk.app.pages import PAGES
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import Outcome, StepKind
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, RegisterEvent
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.queries import accounts, balances, recent_vouchers
from passbook_desk.features.ledger.values import AnchorKind, Colour
from passbook_desk.features.notices.objections.commands import add_objection
from passbook_desk.features.notices.objections.values import AddObjection, Way
from passbook_desk.features.rhythm import words as rhythm_words
from passbook_desk.features.rhythm.presets import PRESETS
from passbook_desk.features.rhythm.values import DueGroup, DueItem, DueKind
from passbook_desk.features.village.policy import Cycle, VillagePolicy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.pages.today.board import MOST_ITEMS, Board, Line, board_of, route_of
from passbook_desk.ui.pages.today.presenter import HomePresenter
from passbook_desk.ui.pages.today.words import act_of, button_of, signed
from passbook_desk.ui.shell.rhythm import MARKED, sentence, title
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


def kinds(found: Board, group: DueGroup) -> list[DueKind]:
    return [line.item.kind for line in found.of(group)]


def words(found: Board, group: DueGroup) -> list[str]:
    return [sentence(line.item) for line in found.of(group)]


def line_of(found: Board, kind: DueKind) -> Line:
    return next(line for line in found.lines if line.item.kind is kind)


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
    assert kinds(found, DueGroup.SETUP) == [
        DueKind.ROSTER,
        DueKind.CATALOGUE,
        DueKind.STANDARD,
        DueKind.PHONE,
        DueKind.FIRST_BACKUP,
    ]
    assert [line.item.done for line in found.of(DueGroup.SETUP)] == [False, False, False, True, False]
    assert [line.route is None for line in found.of(DueGroup.SETUP)] == [False, False, False, True, False]
    assert {line.item.group for line in found.lines} == {DueGroup.SETUP}
    assert found.recent == ()


def test_the_first_steps_go_away_when_all_are_done(village: Village) -> None:
    assert [line.item.kind for line in board(village).of(DueGroup.SETUP) if line.item.due] == [
        DueKind.STANDARD,
        DueKind.FIRST_BACKUP,
    ]
    with_standard(village)
    with village.write() as tx:
        set_anchor(tx, AnchorKind.BACKUP, "一.pbd")
    assert board(village).of(DueGroup.SETUP) == ()


def test_every_thing_to_do_has_one_button_and_every_sentence_its_words(village: Village) -> None:
    with_standard(village)
    booked(village, green(village)[:1])
    found = board(village)
    for line in found.lines:
        assert "{" not in sentence(line.item)
        assert bool(button_of(line)) == (line.route is not None)
        assert line.route is not None or not line.item.due
        assert title(line.item.group, found.policy)
    assert sum(line.route is not None for line in found.lines) <= MOST_ITEMS


def test_too_many_things_keep_twelve_buttons_for_what_waits_and_count_the_rest() -> None:
    waiting = [DueItem(DueGroup.WEEK, DueKind.CLAIMS_WAIT, {"count": n}, due=True) for n in range(13)]
    telling = [DueItem(DueGroup.WEEK, DueKind.CLAIMS_HANG, {"count": 9})]
    found = board_of(VillagePolicy(), (*telling, *waiting), ())
    assert [line.route is not None for line in found.lines] == [False, *[True] * MOST_ITEMS]
    assert found.left_out == 1


def test_each_card_is_named_after_the_villages_own_rhythm() -> None:
    usual = VillagePolicy()
    assert title(DueGroup.WEEK, usual) == "本周（一周一统计）"
    assert title(DueGroup.QUARTER, usual) == "本季（一季一公示）"
    assert title(DueGroup.YEAR, usual) == "本年（一年一兑换、一年一考评）"
    assert title(DueGroup.SAFETY, usual) == "安全"
    monthly = VillagePolicy(count_every=Cycle.NEVER, post_every=Cycle.MONTH, record_every=Cycle.WEEK)
    assert title(DueGroup.WEEK, monthly) == "本周（一周一记录）"
    assert title(DueGroup.MONTH, monthly) == "本月（一月一评比、一月一公示）"
    assert title(DueGroup.QUARTER, monthly) == "本季"


def test_every_word_of_the_calendar_is_in_the_catalogue() -> None:
    said = {preset.place for preset in PRESETS} | {preset.says for preset in PRESETS}
    for name, value in vars(rhythm_words).items():
        if name.isupper() and name != "NOTHING":
            several = value.values() if hasattr(value, "values") else value
            said |= {value} if isinstance(value, str) else set(several)
    assert said == MARKED


def test_a_grid_without_a_record_is_named_with_its_households(village: Village) -> None:
    booked(village, green(village)[:1], on=date(2026, 5, 28))
    found = board(village)
    assert words(found, DueGroup.WEEK)[0] == "第二网格（1 户）5.25 起没有记录"
    assert line_of(found, DueKind.GRID_SILENT).route == Route("ledger", {"grid": "02"})


def test_the_count_of_the_week_and_the_comparison_of_the_month_are_one_button_away(village: Village) -> None:
    booked(village, green(village), on=date(2026, 5, 28))
    found = board(village)
    assert line_of(found, DueKind.COUNT_READY).route == Route(
        "counting", {"period": "2026-05-25", "by": "grid", "ranked": False}
    )
    assert line_of(found, DueKind.COMPARE_READY).route == Route(
        "counting", {"period": "2026-05", "by": "grid", "ranked": True}
    )


def test_the_month_counts_households_with_a_deed(village: Village) -> None:
    for account in green(village):
        issued(village, account)
    booked(village, green(village)[:2], on=date(2026, 6, 1))
    assert words(board(village), DueGroup.MONTH) == [
        "6.1 到今天：3 户中 2 户有记录",
        "2 本存折有没登的行",
    ]


def test_before_the_quarter_is_over_only_the_proof_is_offered(village: Village) -> None:
    booked(village, green(village)[:1])
    (line,) = board(village).of(DueGroup.QUARTER)
    assert sentence(line.item) == "2026年二季度公示 6.30 之后出，还有 30 天"
    assert (line.item.due, button_of(line)) == (False, "看校样")
    village.on(date(2026, 7, 1))
    (line,) = board(village).of(DueGroup.QUARTER)
    assert (line.item.due, button_of(line)) == (True, "打校样")
    assert line.route == Route("notice_wizard", {"kind": "quarter", "about": "2026Q2"})
    proofed(village, "2026Q2")
    assert button_of(board(village).of(DueGroup.QUARTER)[0]) == "去出榜"


def test_a_notice_that_hangs_and_its_objection_lead_to_their_cards(village: Village) -> None:
    booked(village, green(village))
    village.on(date(2026, 7, 1))
    number = put_up(village, "2026Q2").number
    assert number is not None
    assert line_of(board(village), DueKind.NOTICE_UNHUNG).route == Route("notice", {"number": number})
    hung(village, number, date(2026, 7, 1), date(2026, 7, 7))
    with village.write() as tx:
        add_objection(tx, AddObjection(new_uid(), number, 1, date(2026, 7, 1), Way.COUNTER, "少记一次"))
    found = board(village)
    assert line_of(found, DueKind.NOTICE_HANGING).route == Route("notice", {"number": number})
    objection = line_of(found, DueKind.OBJECTION)
    assert (objection.route, button_of(objection)) == (Route("objection", {"id": 1}), "去处理")


def test_events_of_the_next_fourteen_days_come_in_their_order(village: Village) -> None:
    with_standard(village)
    with village.read() as scope:
        house = accounts(scope)[0].household_id
    for day in (date(2026, 6, 14), date(2026, 6, 5), date(2026, 6, 30)):
        with village.write() as tx:
            register_event(tx, RegisterEvent(new_uid(), EventKind.WEDDING, house, day), village.key)
    said = words(board(village), DueGroup.EVENTS)
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
    assert words(board(village), DueGroup.EVENTS) == ["王建国户 红事 办完了，6.8 前核查"]
    village.on(date(2026, 6, 10))
    found = board(village)
    assert words(found, DueGroup.EVENTS) == ["王建国户 红事 还没核查，6.8 已到期"]
    assert found.of(DueGroup.EVENTS)[0].route == Route("event", {"id": 1})
    with village.write() as tx:
        seen = TakeStep(
            new_uid(), 1, StepKind.CHECKED, who="会长", outcome=Outcome.OVER, due_on=date(2026, 6, 12)
        )
        take_step(tx, seen)
    assert words(board(village), DueGroup.EVENTS) == ["王建国户 红事 6.12 前回访"]
    with village.write() as tx:
        take_step(tx, TakeStep(new_uid(), 1, StepKind.FOLLOWED, who="会长", outcome=Outcome.SETTLED))
    assert words(board(village), DueGroup.EVENTS) == ["14 天内没有报备的红白事"]


def test_a_fresh_backup_is_ticked_off_and_an_old_one_is_due(village: Village) -> None:
    with village.write() as tx:
        set_anchor(tx, AnchorKind.BACKUP, "一.pbd")
    assert kinds(board(village), DueGroup.SAFETY) == [DueKind.BACKUP_FINE]
    village.on(date(2026, 6, 10))
    found = board(village)
    assert kinds(found, DueGroup.SAFETY) == [DueKind.BACKUP_OLD]
    assert words(found, DueGroup.SAFETY) == ["上次备份：9 天前，该再备一次了"]


def test_when_everything_is_done_the_page_says_so_and_what_comes_next(village: Village) -> None:
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
    assert found.coming is not None
    assert (sentence(found.coming), found.coming.due_on) == ("6.8 起出 6.1–6.7 这周统计", date(2026, 6, 8))
    decide(village, count_every=Cycle.NEVER, compare_every=Cycle.NEVER)
    coming = board(village).coming
    assert coming is not None
    assert sentence(coming) == "6.9 该备份"


def test_a_recent_act_is_taken_back_as_a_whole(village: Village) -> None:
    booked(village, green(village))
    presenter, view = home(village)
    presenter.load()
    assert view.board is not None
    (act,) = view.board.recent
    assert act.reversible
    assert (act_of(act), signed(act)) == ("参加环境整治", "＋30")
    presenter.reverse(act, "记错网格")
    assert view.reversed == 3
    back, before = view.board.recent
    assert before.reversed
    assert not before.reversible
    assert not back.reversible
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
    found = board(village)
    for group in (DueGroup.WEEK, DueGroup.MONTH, DueGroup.QUARTER, DueGroup.YEAR):
        said = words(found, group)
        assert not any(name in line for name in ("王建国", "李秀英", "欧阳明") for line in said)


def test_claims_that_wait_and_those_that_are_due_have_a_button_each(tmp_path: Path) -> None:
    village = settled_village(tmp_path)
    steps(village, notice_days=3)
    claimed(village, (1, 2))
    steps(village, review=True, notice_days=3, alone=False)
    claimed(village, (4,))
    found = board(village)
    assert DueKind.CLAIMS_WAIT in kinds(found, DueGroup.WEEK)
    assert DueKind.CLAIMS_DUE not in kinds(found, DueGroup.WEEK)
    village.on(date(2026, 6, 9))
    due = board(village).of(DueGroup.WEEK)[:2]
    assert [sentence(line.item) for line in due] == ["1 件申报待审", "2 件公示期满，可以入账"]
    assert [(button_of(line), line.route, line.item.due) for line in due] == [
        ("去审核", Route("claims", {"shown": "open"}), True),
        ("去入账", Route("claims", {"shown": "notice"}), True),
    ]


def test_every_button_of_the_page_leads_to_a_page_that_is_there() -> None:
    params = dict.fromkeys(("grid", "period", "notice", "about", "number", "id", "run"), "2026Q2")
    ways = [route_of(DueItem(DueGroup.WEEK, kind, params)) for kind in DueKind]
    names = {way.name for way in ways if way is not None}
    assert names <= {*PAGES, "settings"}
    assert {"counting", "notice_wizard", "notice", "objection", "objections", "closing"} < names
