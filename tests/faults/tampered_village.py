"""A village file with something in every table, for those who tamper with it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import select
from tampered_shop import keep_shop

from builders.pictures import jpeg
from passbook_desk.app.demo_story import build_demo_village
from passbook_desk.app.desk import Desk
from passbook_desk.app.village_file import open_village
from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.access.commands import add_operator, set_pin
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.features.catalogue.drafts import keep_draft
from passbook_desk.features.catalogue.starter import starter_catalogue
from passbook_desk.features.catalogue.values import Draft
from passbook_desk.features.households.life.commands import household_moves_out
from passbook_desk.features.households.life.values import Act as Doing
from passbook_desk.features.households.life.values import HouseholdAction
from passbook_desk.features.households.links import LinkHousehold, LinkKind, link_household
from passbook_desk.features.households.model import Person
from passbook_desk.features.households.roles import GiveRole, give_role
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.intake.remembering import remember_columns
from passbook_desk.features.ledger.claims.commands import decide_claims, withdraw_claims
from passbook_desk.features.ledger.claims.values import DecideClaims, Decision, Step
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.periods import (
    ClosePeriod,
    ReopenPeriod,
    close_days,
    closed_periods,
    reopen_days,
)
from passbook_desk.features.ledger.queries import accounts, accounts_by_id, balances, lines
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch
from passbook_desk.features.ledger.values import Colour, LineKind, ReverseLines
from passbook_desk.features.notices.commands import issue_notice, make_proof
from passbook_desk.features.notices.hanging import (
    add_notice_photo,
    hang_notice,
    strike_notice_photo,
)
from passbook_desk.features.notices.objections.commands import (
    add_objection,
    assign_objection,
    resolve_objection,
    withdraw_objection,
)
from passbook_desk.features.notices.objections.queries import objection_card
from passbook_desk.features.notices.objections.values import (
    AddObjection,
    AssignObjection,
    ObjectionOutcome,
    ResolveObjection,
    Way,
    WithdrawObjection,
)
from passbook_desk.features.notices.queries import notices
from passbook_desk.features.notices.values import (
    AddNoticePhoto,
    HangNotice,
    IssueNotice,
    MakeProof,
    NoticeContent,
    NoticeKind,
    PartKind,
)
from passbook_desk.features.passbooks.books.commands import (
    adopt_book,
    close_book,
    issue_books,
    replace_book,
)
from passbook_desk.features.passbooks.books.places import doubt_paper, set_place, trust_places
from passbook_desk.features.passbooks.books.printing import confirm_print, send_all
from passbook_desk.features.passbooks.books.queries import book, book_plans, books
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.features.passbooks.books.types import add_book_type
from passbook_desk.features.passbooks.books.values import (
    AdoptBook,
    ConfirmPrint,
    IssueBook,
    PrintWay,
    ReplaceBook,
    SendLines,
    SetPlace,
)
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.queries import passbook_content
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import VillagePolicy, WallDeductions
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.clock import SetDateClock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import ZERO

TODAY: Final = date(2026, 6, 20)
POSTED_ON: Final = date(2026, 7, 2)
PIN, OTHER_PIN = "730418", "583920"
RICH: Final = {PartKind.CORRECTIONS, PartKind.DEDUCTIONS, PartKind.PENDING}


def make_village(folder: Path) -> Path:
    """The invented village, and what a second operator, claims, roles, links and papers leave behind."""
    path = folder / "示范村.pbk"
    build_demo_village(path, date(2026, 6, 1))
    clock = SetDateClock(TODAY)
    desk = Desk(open_village(path, clock), clock, lambda _: None)
    try:
        desk.do(_people)
        desk.sign_in(1, PIN)
        desk.do(lambda tx: _life(tx, desk.file.key))
        desk.do(_papers)
        desk.do(_books)
        claims = desk.do(_claims)
        desk.sign_in(2, OTHER_PIN)
        desk.do(lambda tx: _reviews(tx, claims))
        desk.sign_in(1, PIN)
        desk.do(lambda tx: withdraw_claims(tx, claims[-1:], "写错了户"))
        desk.do(_periods)
        hanging = desk.do(_to_hang)
        desk.sign_in(2, OTHER_PIN)
        desk.do(lambda tx: decide_claims(tx, DecideClaims(hanging, Step.REVIEW, Decision.PASSED)))
    finally:
        desk.file.close()
    _july(path)
    return path


def _july(path: Path) -> None:
    clock = SetDateClock(POSTED_ON)
    desk = Desk(open_village(path, clock), clock, lambda _: None)
    try:
        desk.sign_in(1, PIN)
        sheet = desk.do(_notice)
        assert {part.kind for part in sheet.parts} == RICH
        desk.do(lambda tx: _objections(tx, sheet))
        desk.do(keep_shop)
    finally:
        desk.file.close()


def _people(tx: Tx) -> None:
    set_pin(tx, 1, PIN)
    change_policy(tx, VillagePolicy(single_clerk=True, review=True))
    add_operator(tx, AddOperator("陈支书", frozenset({Role.REVIEWER}), OTHER_PIN))


def _doing() -> Doing:
    return Doing(new_uid(), TODAY, "实有其事")


def _life(tx: Tx, key: LookupKey) -> None:
    person = tx.session.scalars(select(Person).limit(1)).one()
    give_role(tx, GiveRole("网格员", None, person.id, person.name, None, TODAY), key)
    link_household(tx, LinkHousehold(_doing(), LinkKind.VILLAGER, person.id, 5))
    household_moves_out(tx, HouseholdAction(_doing(), 7))
    household_moves_out(tx, HouseholdAction(_doing(), 8))
    remember_columns(tx, "roster", ("姓名", "户主"), {"name": 1})
    keep_draft(tx, Draft("会前草稿", starter_catalogue()))


def _papers(tx: Tx) -> None:
    chosen = _green(tx)[:3]
    log_printouts(tx, passbook_content(tx, chosen, TODAY))


def _books(tx: Tx) -> None:
    """Books of every fate: jammed with a spoilt line, made anew as a booklet, taken over, full, waiting."""
    having = {row.account.id for row in books(tx, ended_too=True)}
    without = [row for row in _green(tx) if row not in having]
    small = add_book_type(tx, replace(SHIPPED[1], name="小折", pages=1, lines=4), new_uid())
    jammed, anew, full, waiting = issue_books(tx, [IssueBook(row, small) for row in without[:4]])
    _sent(tx, jammed, PrintWay.PRINTER, spoilt=1)
    _sent(tx, anew, PrintWay.STRIP)
    _sent(tx, anew, PrintWay.BOOKLET)
    _sent(tx, full, PrintWay.PDF)
    replace_book(tx, ReplaceBook(full, "写满了"))
    _sent(tx, full, PrintWay.PRINTER)
    now = balances(tx, accounts_chosen=accounts_by_id(tx, [without[4]]).values())[0].balance
    last = lines(tx, without[4])[-1].account_seq
    adopted = adopt_book(tx, AdoptBook(without[4], small, 1, 3, now, last_seq=last))
    close_book(tx, adopted, "全户外出")
    set_place(tx, SetPlace(waiting, *_next_place(tx, waiting), "沾了墨"))
    doubt_paper(tx, None)
    trust_places(tx, [waiting], "看过折")
    plan = book_plans(tx, [waiting])[0]
    send_all(tx, [SendLines(waiting, PrintWay.PRINTER, tuple(line.code for line in plan.lines))])


def _next_place(tx: Tx, book_id: int) -> tuple[int, int]:
    """The place behind the next free one."""
    row = book(tx, book_id)
    slot = row.position.slot + 1
    return row.layout.page_of(slot), row.layout.line_of(slot)


def _sent(tx: Tx, book_id: int, way: PrintWay, *, spoilt: int = 0) -> None:
    """What is due goes out and is answered for, its last line perhaps spoilt."""
    plan = book_plans(tx, [book_id], whole=way is PrintWay.BOOKLET)[0]
    codes = tuple(line.code for line in plan.lines)
    (print_id,) = send_all(tx, [SendLines(book_id, way, codes)])
    confirm_print(tx, ConfirmPrint(print_id, len(codes)))
    if spoilt:
        confirm_print(tx, ConfirmPrint(print_id, len(codes) - spoilt, spoilt))


def _periods(tx: Tx) -> None:
    """A month is closed, opened again and closed anew."""
    month = Period.parse("2026-05")
    close_days(tx, ClosePeriod(new_uid(), month))
    tx.session.flush()
    reopen_days(tx, ReopenPeriod(new_uid(), closed_periods(tx)[0].uid, "还有一张打卡表"))
    tx.session.flush()
    close_days(tx, ClosePeriod(new_uid(), month))


def _to_hang(tx: Tx) -> tuple[int, ...]:
    """A line of the first quarter's notice is taken back; from now on deeds hang first."""
    (first,) = notices(tx)
    wrong = next(
        line.seq
        for account in _green(tx)
        for line in lines(tx, account)
        if line.kind is LineKind.CREDIT and line.counted_on <= first.last_on and line.reversed_by_seq is None
    )
    reverse_lines(tx, ReverseLines(new_uid(), (wrong,), "当天没有到场"))
    tx.session.flush()
    change_policy(
        tx, replace(policy(tx), count_when_posted=True, wall_deductions=WallDeductions.WORDS, answer_days=5)
    )
    entries = tuple(DeedEntry(account, "101", TODAY, again=True) for account in _green(tx)[21:25])
    return record_deeds(tx, RecordBatch(new_uid(), entries)).claim_ids


def _notice(tx: Tx) -> NoticeContent:
    """The second quarter's: looked at, issued with corrections, deductions and what hangs, on its wall."""
    make_proof(tx, MakeProof(NoticeKind.QUARTER, "2026Q2"))
    tx.session.flush()
    sheet = issue_notice(tx, IssueNotice(NoticeKind.QUARTER, "2026Q2"))
    assert sheet.number is not None
    until_on = POSTED_ON + timedelta(days=6)
    hang_notice(tx, HangNotice(new_uid(), sheet.number, POSTED_ON, until_on, "村务公开栏", "陈支书"))
    kept, struck = (
        add_notice_photo(tx, AddNoticePhoto(new_uid(), sheet.number, POSTED_ON, jpeg(width), "贴在东墙"))
        for width in (60, 80)
    )
    assert kept != struck
    strike_notice_photo(tx, struck)
    return sheet


def _objections(tx: Tx, sheet: NoticeContent) -> None:
    """One for each fate: kept from counting, taken back and entered anew, upheld, withdrawn, waiting."""
    assert sheet.number is not None
    hanging = next(line.number for line in sheet.lines if line.pending > ZERO)
    counted = next(line.number for line in sheet.lines if line.credits > ZERO and line.pending == ZERO)
    out, anew, stands, taken, _ = (
        add_objection(
            tx,
            AddObjection(new_uid(), sheet.number, line, POSTED_ON, Way.COUNTER, words, "王秀英", "签到表"),
        )
        for line, words in (
            (hanging, "那天没有人来"),
            (counted, "少记了一次"),
            (counted, "分数不对"),
            (None, "字太小"),
            (hanging, "记错了户"),
        )
    )
    for objection in (out, anew):
        assign_objection(tx, AssignObjection(new_uid(), objection, "陈支书", POSTED_ON, "先看签到表"))
        tx.session.flush()
    corrected = ObjectionOutcome.CORRECTED
    rejected = objection_card(tx, out).claim_ids
    resolve_objection(
        tx, ResolveObjection(new_uid(), out, corrected, "没有来", "答复1号", reject_claims=rejected)
    )
    account = objection_card(tx, anew).account_id
    assert account is not None
    wrong = next(line.seq for line in lines(tx, account) if line.reversed_by_seq is None and line.item_code)
    right = (DeedEntry(account, "102", TODAY, again=True),)
    resolve_objection(
        tx,
        ResolveObjection(
            new_uid(), anew, corrected, "补记一次", "答复2号", reverse_seqs=(wrong,), deeds=right
        ),
    )
    resolve_objection(tx, ResolveObjection(new_uid(), stands, ObjectionOutcome.UPHELD, "核对无误"))
    withdraw_objection(tx, WithdrawObjection(new_uid(), taken, "看清楚了"))


def _green(scope: Scope) -> tuple[int, ...]:
    return tuple(row.id for row in accounts(scope, colour=Colour.GREEN) if row.household_id not in (7, 8))


def _claims(tx: Tx) -> tuple[int, ...]:
    chosen = _green(tx)[10:18]
    entries = tuple(
        DeedEntry(account, "101", TODAY, memo="扫了街", witness="王五", again=True) for account in chosen
    )
    return record_deeds(tx, RecordBatch(new_uid(), entries)).claim_ids


def _reviews(tx: Tx, claims: tuple[int, ...]) -> None:
    decide_claims(tx, DecideClaims(claims[:3], Step.REVIEW, Decision.PASSED))
    decide_claims(tx, DecideClaims(claims[3:5], Step.REVIEW, Decision.REJECTED, reason="没有去"))
