"""The log of what was done, as real commands leave it: one row for each transaction, in words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, text

from builders.books import answered, issued, replaced
from builders.claims import claimed, decided, steps, worker
from builders.lives import act, family
from builders.rosters import save_roster, three_households
from builders.village import KEY, Village, booked, catalogue, settled_village
from builders.wall import closed, corrected, hung, objected, proofed, upheld
from builders.wall import issued as notice
from passbook_desk.features.access.commands import set_pin, sign_out, try_sign_in
from passbook_desk.features.access.errors import UnknownOperator
from passbook_desk.features.access.values import Role
from passbook_desk.features.activity.queries import (
    EVERYTHING,
    log_operator_named,
    log_operators,
    log_page,
    log_sheet,
)
from passbook_desk.features.activity.rules import in_group, kind_of
from passbook_desk.features.activity.values import LogAsked, LogGroup, LogKind, LogMark, LogRow
from passbook_desk.features.activity.words import HOUSEHOLD_ACTS, SETTINGS, sentence, when, who
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, RegisterEvent
from passbook_desk.features.households.life.commands import record_birth
from passbook_desk.features.households.life.values import ActKind, NewPerson, PersonArrives
from passbook_desk.features.households.roster.content import unmasked_roster
from passbook_desk.features.households.roster.planning import plan_roster
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.claims.sheets import make_sheet
from passbook_desk.features.ledger.claims.values import Step
from passbook_desk.features.ledger.commands import reverse_voucher
from passbook_desk.features.ledger.counting.run_values import RunKind
from passbook_desk.features.ledger.counting.runs import apply_run, plan_run
from passbook_desk.features.ledger.imports import apply_roster, undo_import
from passbook_desk.features.ledger.periods import (
    ClosePeriod,
    ReopenPeriod,
    close_days,
    closed_periods,
    reopen_days,
)
from passbook_desk.features.ledger.recording_values import DeedEntry
from passbook_desk.features.ledger.reversing import MoveVoucher, move_voucher
from passbook_desk.features.ledger.values import AnchorKind, ReverseVoucher
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.hanging import add_notice_photo, strike_notice_photo
from passbook_desk.features.notices.objections.commands import assign_objection, withdraw_objection
from passbook_desk.features.notices.objections.values import AssignObjection, WithdrawObjection
from passbook_desk.features.notices.values import AddNoticePhoto, IssueQuarter, NoticeKind
from passbook_desk.features.passbooks.books.commands import adopt_book, close_book, hand_over_book
from passbook_desk.features.passbooks.books.printing import send_all, write_by_hand
from passbook_desk.features.passbooks.books.queries import book_plans
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.features.passbooks.books.types import book_types, change_book_type, take_in_layouts
from passbook_desk.features.passbooks.books.values import AdoptBook, PrintWay, SendLines
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.queries import passbook_content
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import CarryOver, VillagePolicy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import Points


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """The settled village; every test lets time pass between acts, as it does at a desk."""
    village = settled_village(tmp_path)
    later(village)
    yield village
    village.store.close()


def later(village: Village, minutes: int = 1) -> None:
    """Some time passes."""
    village.clock = replace(village.clock, moment=village.clock.moment + timedelta(minutes=minutes))


def rows(village: Village, asked: LogAsked = EVERYTHING) -> tuple[LogRow, ...]:
    with village.read() as scope:
        return log_page(scope, asked).rows


def told(village: Village, asked: LogAsked = EVERYTHING) -> list[str]:
    """The log in words, newest first."""
    return [sentence(row) for row in rows(village, asked)]


def test_a_batch_of_deeds_is_one_row_with_its_lines_points_and_item(village: Village) -> None:
    booked(village, (1, 2, 4))
    (row, *_) = rows(village)
    assert sentence(row) == "记积分 3 笔 ＋30 分（参加环境整治）"
    assert (who(row), row.at) == ("刘文书", village.clock.now())
    local = village.clock.now().astimezone()
    assert when(row) == f"2026.6.1 {local.hour}:31"


def test_a_reversal_and_a_move_to_another_item_are_told_apart(village: Village) -> None:
    booked(village, (1, 2))
    later(village)
    with village.write() as tx:
        reverse_voucher(tx, ReverseVoucher(new_uid(), 1, "记错了"))
    later(village)
    booked(village, (1, 2), on=date(2026, 5, 21))
    later(village)
    with village.write() as tx:
        move_voucher(tx, MoveVoucher(3, "102", "记错事项"))
    kinds = [row.kind for row in rows(village)][:4]
    assert kinds == [LogKind.MOVED, LogKind.RECORDED, LogKind.REVERSED, LogKind.RECORDED]
    assert told(village)[0].startswith("改记成另一事项 2 笔 ＋")
    assert told(village)[2] == "冲销 2 笔 －20 分（参加环境整治）"


def test_claims_are_told_when_they_are_made_reviewed_and_rejected(village: Village) -> None:
    steps(village, review=True)
    later(village)
    ids = claimed(village, (1, 2, 4))
    later(village)
    with village.write() as tx:
        sheet = make_sheet(tx, ids)
    later(village)
    decided(village, ids[:2], Step.REVIEW, paper=sheet.number)
    later(village)
    decided(village, ids[2:], Step.REVIEW, reject="没有到场", paper=sheet.number)
    assert told(village)[:5] == [
        "审核：退回 1 件",
        "审核：审核通过 2 件、入账 2 件",
        f"出积分审核单 {sheet.number}",
        "申报 3 件 ＋30 分（参加环境整治）",
        "改设置：审核",
    ]
    assert "没有到场" not in "".join(told(village))


def test_who_signed_in_failed_to_and_signed_out_stands_in_the_log(village: Village) -> None:
    with village.write() as tx:
        set_pin(tx, 1, "246813")
    for pin in ("111111", "246813"):
        later(village)
        with village.write() as tx:
            try_sign_in(tx, 1, pin)
    later(village)
    with village.write() as tx:
        sign_out(tx)
    assert told(village)[:4] == ["退出登录", "登录", "PIN 输错", "改操作员"]
    assert told(village, LogAsked(group=LogGroup.SIGN_IN)) == ["退出登录", "登录", "PIN 输错"]


def test_an_import_and_its_undoing_are_one_row_each(village: Village, tmp_path: Path) -> None:
    path = save_roster(tmp_path / "村里常用13800001234.xlsx", three_households())
    workbook = read_workbook(path, NullProgress())
    with village.write() as tx:
        apply_roster(tx, plan_roster(tx, workbook, KEY), NullProgress())
    later(village)
    with village.write() as tx:
        undo_import(tx, 1)
    undone, imported, *_ = told(village, LogAsked(group=LogGroup.IMPORT))
    assert imported.startswith("导入花名册 村里常用138****1234.xlsx：")
    assert imported.endswith(" 户")
    assert undone == "撤销导入花名册 村里常用138****1234.xlsx"


def test_a_birth_tells_the_act_and_no_name(village: Village) -> None:
    with village.write() as tx:
        home = family(tx, others="12女刘梅1965 20男赵强1990")
    later(village)
    with village.write() as tx:
        child = NewPerson("赵小宝", "男", date(2026, 5, 30))
        record_birth(tx, PersonArrives(act(date(2026, 5, 30)), home, "20", person=child), KEY)
    born, moved_in, *_ = told(village, LogAsked(group=LogGroup.PEOPLE))
    assert (born, moved_in) == ("人口变更：出生", "人口变更：添人 2 件")


def test_a_reported_wedding_is_told_without_the_host_or_the_phone(village: Village) -> None:
    with village.write() as tx:
        day = date(2026, 1, 15)
        adopt_standard(tx, AdoptStandard(day, "2026-2", day, "村民代表会议", starter_standard()))
    later(village)
    with village.write() as tx:
        command = RegisterEvent(
            new_uid(), EventKind.WEDDING, 1, date(2026, 6, 11), contact="王建国", matter="儿子结婚"
        )
        register_event(tx, command, KEY)
    assert told(village)[:2] == ["报备红事", "采用红白事标准第 1 版"]


def test_papers_that_left_the_desk_are_in_the_log(village: Village) -> None:
    booked(village, (1, 2))
    later(village)
    with village.write() as tx:
        log_printouts(tx, passbook_content(tx, (1, 2), tx.today))
    later(village)
    with village.write() as tx:
        unmasked_roster(tx, None, "镇里要，电话 13900001111")
    later(village)
    with village.write() as tx:
        set_anchor(tx, AnchorKind.BACKUP, "清泉村.pbd")
    village.on(date(2026, 7, 2))
    with village.write() as tx:
        number = issue_quarter(tx, IssueQuarter(Quarter(2026, 2))).number
    assert told(village)[:4] == [
        f"出榜：2026年二季度积分公示 {number}",
        "备份",
        "导出花名册（号码写全）3 人",
        "打印存折 2 本",
    ]


def test_a_notice_is_told_from_its_proof_to_its_closing(village: Village) -> None:
    booked(village, (1, 2))
    village.on(date(2026, 7, 1))
    proofed(village, NoticeKind.MONTH, "2026-06")
    later(village)
    proofed(village)
    later(village)
    notice(village)
    later(village)
    notice(village, again="漏了一户")
    hung(village, "2026-02")
    later(village)
    with village.write() as tx:
        kept = add_notice_photo(tx, AddNoticePhoto(new_uid(), "2026-02", tx.today, b"\xff\xd8\xff"))
    later(village)
    with village.write() as tx:
        strike_notice_photo(tx, kept)
    closed(village, "2026-02")
    assert told(village, LogAsked(group=LogGroup.PAPER)) == [
        "公示归档 2026-02",
        "删公示照片 1 张",
        "存公示照片 1 张",
        "张贴公示 2026-02",
        "出榜：2026年二季度积分公示 2026-02（第 2 版）",
        "出榜：2026年二季度积分公示 2026-01",
        "打校样：2026年二季度积分公示",
        "打校样：2026年6月积分公示",
    ]


def test_a_closing_that_enters_points_is_called_a_closing(village: Village) -> None:
    with village.write() as tx:
        change_policy(tx, replace(policy(tx), count_when_posted=True))
    later(village)
    claimed(village, (1, 2))
    village.on(date(2026, 7, 1))
    notice(village)
    hung(village)
    closed(village)
    assert told(village)[0] == "公示归档 2026-01，记 2 笔 ＋20 分"
    assert told(village, LogAsked(group=LogGroup.POINTS)) == []


def test_an_objection_is_told_from_the_counter_to_its_answer_without_its_words(village: Village) -> None:
    booked(village, (1, 2))
    village.on(date(2026, 7, 1))
    notice(village)
    later(village)
    for number, line in enumerate((1, 2, None), 1):
        assert objected(village, line, words="李秀英家少记了") == number
        later(village)
    with village.write() as tx:
        assign_objection(tx, AssignObjection(new_uid(), 1, "周监督", date(2026, 7, 5)))
    later(village)
    corrected(village, 1, reverse=(1,), deeds=(DeedEntry(1, "102", date(2026, 5, 20)),))
    later(village)
    upheld(village, 2)
    later(village)
    with village.write() as tx:
        withdraw_objection(tx, WithdrawObjection(new_uid(), 3, "看错了"))
    assert told(village)[:7] == [
        "异议 2026-03：撤回",
        "异议 2026-02：维持",
        "异议 2026-01：更正，记 2 笔 －8 分",
        "异议 2026-01：交办",
        "收到异议 2026-03",
        "收到异议 2026-02",
        "收到异议 2026-01",
    ]
    assert "李秀英" not in "".join(told(village))


def test_the_life_of_a_paper_book_is_told_by_its_acts_and_not_by_its_holder(village: Village) -> None:
    booked(village, (1, 2))
    later(village)
    first = issued(village, 1)
    later(village)
    adopted(village, 2)
    later(village)
    second = replaced(village, first)
    later(village)
    third = replaced(village, second, lost=True)
    later(village)
    with village.write() as tx:
        tx.session.execute(text("UPDATE person SET name = '王小国' WHERE name = '王建国'"))
        hand_over_book(tx, third)
    later(village)
    with village.write() as tx:
        close_book(tx, third, "全户迁出")
    assert told(village, LogAsked(group=LogGroup.PAPER)) == [
        "注销存折 1 本",
        "存折过户 1 本",
        "挂失补发 1 本",
        "换折 1 本",
        "接手旧折 1 本",
        "发折 1 本",
    ]


def adopted(village: Village, account_id: int) -> None:
    with village.write() as tx:
        kind = book_types(tx)[0].id
        adopt_book(tx, AdoptBook(account_id, kind, 2, 4, Points.parse("10")))


def test_lines_that_went_to_books_and_what_became_of_them_are_told(village: Village) -> None:
    for _ in range(3):
        booked(village, (1, 2))
    later(village)
    one, other = issued(village, 1), issued(village, 2)
    later(village)
    with village.write() as tx:
        plans = book_plans(tx, (one, other))
        prints = send_all(
            tx,
            [
                SendLines(plan.book.id, PrintWay.PRINTER, tuple(line.code for line in plan.lines))
                for plan in plans
            ],
        )
    later(village)
    answered(village, prints[0], 1, spoilt=1)
    later(village)
    answered(village, prints[1], 0)
    later(village)
    with village.write() as tx:
        (plan,) = book_plans(tx, (other,))
        write_by_hand(tx, SendLines(other, PrintWay.HAND, tuple(line.code for line in plan.lines)), new_uid())
    assert told(village, LogAsked(group=LogGroup.PAPER)) == [
        "手写登折 1 本，共 3 行",
        "答复登折：没打上",
        "答复登折：打上 1 行、打废 1 行",
        "登折 2 本，共 6 行",
        "发折 2 本",
    ]


def test_kinds_of_books_that_were_changed_or_brought_along_are_told(village: Village) -> None:
    with village.write() as tx:
        kind = book_types(tx)[0]
        change_book_type(tx, kind.id, replace(kind.layout, first_mm=kind.layout.first_mm + 1))
    later(village)
    with village.write() as tx:
        take_in_layouts(tx, (replace(SHIPPED[0], name="镇里的折"),), "13900001111.json")
    assert told(village)[:2] == ["导入折样 139****1111.json", "改折样"]
    assert [row.kind for row in rows(village, LogAsked(group=LogGroup.RULES))][:2] == [
        LogKind.LAYOUTS_IN,
        LogKind.BOOK_TYPES,
    ]


def test_closing_opening_again_and_a_run_are_told_with_their_days(village: Village) -> None:
    booked(village, (1, 2))
    later(village)
    with village.write() as tx:
        close_days(tx, ClosePeriod(new_uid(), Period.parse("2026-05")))
    later(village)
    village.actor = worker(village, "王监督", Role.SUPERVISOR)
    later(village)
    with village.write() as tx:
        (closed,) = closed_periods(tx)
        reopen_days(tx, ReopenPeriod(new_uid(), closed.uid, "漏记一批"))
    assert told(village)[0] == "重新打开 2026.5.1–2026.5.31"
    assert told(village)[2] == "结账 2026.5.1–2026.5.31"
    village.actor = replace(village.actor, operator_id=1, name="刘文书")
    village.on(date(2026, 7, 2))
    with village.write() as tx:
        change_policy(tx, VillagePolicy(carry_over=CarryOver.CLEAR_QUARTER))
    later(village)
    with village.write() as tx:
        apply_run(tx, plan_run(tx, RunKind.CARRY_OVER, tx.today, new_uid()))
    assert told(village)[0].startswith("清零、结转 2 笔 －20 分")
    assert told(village)[1] == "改设置：清零结转"


def test_the_founding_of_the_village_is_the_oldest_row(village: Village) -> None:
    assert told(village)[-1].startswith("建村的文件")


def test_a_catalogue_is_told_by_its_number(village: Village) -> None:
    with village.write() as tx:
        catalogue(tx, limited=True)
    assert told(village)[0] == "采用积分细则第 2 版"


def test_work_under_a_set_date_says_so(village: Village) -> None:
    with village.write() as tx:
        change_policy(tx, replace(policy(tx), notice_days=3))
        note_act(tx, "date-set", "village", "1", "2026-06-30")
    later(village)
    with village.write() as tx:
        note_act(tx, "date-set", "village", "1", "2026-06-30")
    assert told(village)[:2] == [
        "按设定的日期办事（日期 2026.6.30）",
        "改设置：公示天数（日期 2026.6.30）",
    ]


def test_days_operators_and_kinds_choose_rows(village: Village) -> None:
    booked(village, (1,))
    later(village)
    founder = village.actor
    helper = worker(village, "陈记录", Role.RECORDER)
    village.actor = helper
    village.on(date(2026, 6, 3))
    booked(village, (2,))
    village.actor = founder
    village.on(date(2026, 6, 5))
    booked(village, (4,))
    third = LogAsked(first=date(2026, 6, 3), last=date(2026, 6, 4))
    assert [row.operator for row in rows(village, third)] == ["陈记录"]
    assert [row.operator for row in rows(village, LogAsked(operator_id=helper.operator_id))] == ["陈记录"]
    assert len(rows(village, LogAsked(group=LogGroup.POINTS))) == 3
    assert rows(village, LogAsked(first=date(2026, 6, 6))) == ()
    early = LogAsked(last=date(2026, 6, 1), group=LogGroup.POINTS)
    assert [row.operator for row in rows(village, early)] == ["刘文书"]
    with village.read() as scope:
        assert [one.name for one in log_operators(scope)] == ["刘文书", "陈记录"]
        assert log_operator_named(scope, "陈记录").id == helper.operator_id
        with pytest.raises(UnknownOperator):
            log_operator_named(scope, "没这个人")


def test_pages_of_the_log_join_without_a_gap_or_a_double(village: Village) -> None:
    for number in range(25):
        booked(village, (1 + number % 2,), on=date(2026, 4, 1) + timedelta(days=number))
        later(village)
        if number % 4 == 0:
            with village.write() as tx:
                change_policy(tx, replace(policy(tx), lock_minutes=number % 9 + 6))
            later(village)
    everything = rows(village)
    paged: list[LogRow] = []
    mark: LogMark | None = None
    while True:
        with village.read() as scope:
            page = log_page(scope, mark=mark, most=4)
        assert len(page.rows) <= 4
        paged += page.rows
        if page.older is None:
            break
        mark = page.older
    assert tuple(paged) == everything
    assert len(everything) == 33
    moments = [row.at for row in everything]
    assert moments == sorted(moments, reverse=True)


def test_a_very_large_batch_is_counted_but_not_added_up(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("passbook_desk.features.activity.describing._ADDED_UP", 2)
    booked(village, (1, 2, 4))
    later(village)
    booked(village, (1, 2))
    assert told(village)[:2] == ["记积分 2 笔 ＋20 分（参加环境整治）", "记积分 3 笔"]


def test_a_transaction_longer_than_a_window_is_still_one_row(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(village)
    monkeypatch.setattr("passbook_desk.features.activity.walking._FIRST_ROWS", 1)
    monkeypatch.setattr("passbook_desk.features.activity.walking._MOST_ROWS", 7)
    assert rows(village) == before


def test_a_page_takes_as_many_statements_with_hundreds_of_acts_behind_it_as_with_few(
    village: Village,
) -> None:
    taken: list[int] = []
    seen: list[str] = []
    with village.read() as scope:
        engine = scope.session.get_bind()
    event.listen(engine, "before_cursor_execute", lambda _c, _cur, statement, *_rest: seen.append(statement))
    for few in (3, 280):
        for number in range(few):
            later(village)
            with village.write() as tx:
                change_policy(tx, replace(policy(tx), lock_minutes=6 + number % 2))
        later(village)
        booked(village, (1,), on=date(2026, 4, 1 + few % 9))
        with village.read() as scope:
            seen.clear()
            log_page(scope, most=3)
            taken.append(len(seen))
    assert taken[1] <= taken[0]


def test_the_paper_says_who_printed_it_and_what_was_asked_for(village: Village) -> None:
    booked(village, (1,))
    with village.read() as scope:
        sheet = log_sheet(scope, LogAsked(operator_id=1), village.actor, village.clock)
    assert (sheet.village_name, sheet.operator, sheet.printed_by) == ("清泉村", "刘文书", "刘文书")
    assert (sheet.printed_at, sheet.more) == (village.clock.now(), False)
    assert sheet.rows == rows(village, LogAsked(operator_id=1))


def test_an_upgrade_is_told_as_one_and_a_restore_before_anybody_signed_in_as_that() -> None:
    sealed = {("created", "household_act"): 300, ("created", "review"): 4}
    assert kind_of(sealed, (), by_nobody=True) is LogKind.UPGRADED
    assert kind_of(sealed, ()) is LogKind.REVIEWED
    assert kind_of({("restored", "village"): 1}, (), by_nobody=True) is LogKind.RESTORED


def test_every_group_holds_kinds_and_every_kind_is_in_a_group() -> None:
    for kind in LogKind:
        assert [group for group in LogGroup if in_group(kind, group)], kind
    for group in LogGroup:
        assert [kind for kind in LogKind if in_group(kind, group)], group


def test_every_setting_and_every_act_of_a_household_has_its_word() -> None:
    assert set(VillagePolicy.__dataclass_fields__) == set(SETTINGS)
    assert {kind.value for kind in ActKind} == set(HOUSEHOLD_ACTS)
