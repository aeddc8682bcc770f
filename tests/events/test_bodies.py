"""The council and the moral council: charters, members and their terms; what the file itself guards."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from builders.guards import tampered
from builders.village import Village, household, new_village
from passbook_desk.features.activity.queries import log_page
from passbook_desk.features.activity.values import LogAsked, LogGroup
from passbook_desk.features.activity.words import sentence
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.events.bodies.commands import add_member, adopt_charter, end_member, found_body
from passbook_desk.features.events.bodies.errors import (
    BodyNameMissing,
    CharterEmpty,
    DutyMissing,
    FactTooLong,
    FoundedInFuture,
    MemberMissing,
    Namesakes,
    TermEndedAlready,
    TermEndsBeforeItBegins,
    TermThere,
    UnknownPerson,
    UnknownTerm,
    WordsTooLong,
)
from passbook_desk.features.events.bodies.pledging import (
    add_pledge,
    strike_pledge,
    write_pledge,
)
from passbook_desk.features.events.bodies.queries import bodies, charters, members, members_at, person_named
from passbook_desk.features.events.bodies.values import (
    AddMember,
    AddPledge,
    AdoptCharter,
    BodyKind,
    Capacity,
    FoundBody,
    WritePledge,
)
from passbook_desk.features.village.errors import EffectiveBeforeEarlier, MeetingInFuture
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid

TODAY = date(2026, 6, 1)
MARCH = date(2024, 3, 1)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """王建国 and, a party member, 李秀英 in two households; today is 2026-06-01."""
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国")
        household(tx, "01002", "李秀英", member_of_party=True)
    return village


def id_of(village: Village, name: str) -> int:
    with village.read() as scope:
        found = person_named(scope, name)
    assert found is not None
    return found


def serve(village: Village, name: str = "", duty: str = "委员", **more: object) -> int:
    command = AddMember(
        **{"uid": new_uid(), "kind": BodyKind.COUNCIL, "duty": duty, "from_on": MARCH, "name": name} | more  # type: ignore[arg-type]
    )
    with village.write() as tx:
        return add_member(tx, command)


def charter(village: Village, words: str, start: date, meeting: date | None = None) -> int:
    command = AdoptCharter(new_uid(), BodyKind.COUNCIL, meeting or start, "2026-3", start, words)
    with village.write() as tx:
        return adopt_charter(tx, command)


def sign(village: Village, **more: object) -> int:
    command = AddPledge(
        **{"uid": new_uid(), "capacity": Capacity.VILLAGER, "signed_on": TODAY} | more  # type: ignore[arg-type]
    )
    with village.write() as tx:
        return add_pledge(tx, command)


def test_a_village_without_a_council_has_both_bodies_by_their_usual_names(village: Village) -> None:
    with village.read() as scope:
        found = bodies(scope)
    assert [(row.kind, row.name, row.members, row.charter) for row in found] == [
        (BodyKind.COUNCIL, "红白理事会", 0, None),
        (BodyKind.MORAL, "道德评议会", 0, None),
    ]


def test_a_body_gets_its_own_name_and_the_day_it_was_founded(village: Village) -> None:
    with village.write() as tx:
        found_body(tx, FoundBody(BodyKind.COUNCIL, " 清泉村红白理事会 ", date(2019, 4, 2)))
    with village.write() as tx:
        found_body(tx, FoundBody(BodyKind.COUNCIL, "清泉联村红白理事会", date(2019, 4, 2)))
    with village.read() as scope:
        council, moral = bodies(scope)
    assert (council.name, council.founded_on) == ("清泉联村红白理事会", date(2019, 4, 2))
    assert (moral.name, moral.founded_on) == ("道德评议会", None)


def test_four_to_thirteen_members_are_usual_and_any_other_number_is_taken(village: Village) -> None:
    sizes = []
    for number in range(1, 16):
        serve(village, f"委员{number}号")
        with village.read() as scope:
            sizes.append((bodies(scope)[0].members, bodies(scope)[0].usual_size))
    assert sizes == [(size, 4 <= size <= 13) for size in range(1, 16)]


def test_who_has_two_duties_is_one_member(village: Village) -> None:
    elder = id_of(village, "王建国")
    serve(village, person_id=elder, duty="副会长", standing="老教师")
    serve(village, person_id=elder, duty="宣传员")
    with village.read() as scope:
        assert bodies(scope)[0].members == 1
        assert [(row.name, row.household_code, row.duty, row.standing) for row in members(scope)] == [
            ("王建国", "01001", "副会长", "老教师"),
            ("王建国", "01001", "宣传员", ""),
        ]


def test_a_term_that_ends_stays_and_the_day_decides_who_serves(village: Village) -> None:
    old = serve(village, "孙长河", "会长")
    with village.write() as tx:
        end_member(tx, old, date(2025, 12, 31))
    serve(village, "周玉兰", "会长", from_on=date(2026, 1, 1))
    with village.read() as scope:
        assert [row.name for row in members(scope)] == ["孙长河", "周玉兰"]
        for day, chair in (
            (date(2024, 2, 29), []),
            (MARCH, ["孙长河"]),
            (date(2025, 12, 31), ["孙长河"]),
            (date(2026, 1, 1), ["周玉兰"]),
        ):
            assert [row.name for row in members_at(scope, day)] == chair


def test_a_term_of_three_years_may_end_earlier_but_not_later(village: Village) -> None:
    term = serve(village, "孙长河", to_on=date(2027, 2, 28))
    with village.write() as tx:
        end_member(tx, term, TODAY)
    for on, refusal in (
        (date(2024, 2, 28), TermEndsBeforeItBegins),
        (TODAY, TermEndedAlready),
        (date(2026, 7, 1), TermEndedAlready),
    ):
        with pytest.raises(refusal), village.write() as tx:
            end_member(tx, term, on)
    with pytest.raises(UnknownTerm), village.write() as tx:
        end_member(tx, 99, TODAY)


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"name": " "}, MemberMissing),
        ({"name": "孙长河", "duty": " "}, DutyMissing),
        ({"name": "孙" * 41}, FactTooLong),
        ({"person_id": 99}, UnknownPerson),
        ({"name": "孙长河", "to_on": date(2024, 2, 28)}, TermEndsBeforeItBegins),
    ],
)
def test_a_member_that_cannot_be_is_refused(
    village: Village, more: dict[str, object], refusal: type[UserError]
) -> None:
    with pytest.raises(refusal):
        serve(village, **more)  # type: ignore[arg-type]
    with village.read() as scope:
        assert members(scope) == ()


def test_nobody_has_the_same_duty_twice_at_a_time(village: Village) -> None:
    serve(village, "孙长河", to_on=date(2025, 2, 28))
    with pytest.raises(TermThere):
        serve(village, "孙长河", from_on=date(2025, 2, 28))
    serve(village, "孙长河", from_on=date(2025, 3, 1))
    serve(village, "孙长河", kind=BodyKind.MORAL)
    serve(village, "孙长河", from_on=date(2020, 1, 1), to_on=date(2024, 2, 29))
    with village.read() as scope:
        assert len(members(scope)) == 4


def test_the_same_save_again_writes_one_member(village: Village) -> None:
    uid = new_uid()
    assert serve(village, "孙长河", uid=uid) == serve(village, "孙长河", uid=uid)
    with village.read() as scope:
        assert len(members(scope)) == 1


def test_namesakes_are_told_apart_by_their_household(village: Village) -> None:
    with village.write() as tx:
        household(tx, "01009", "王建国")
    with village.read() as scope:
        with pytest.raises(Namesakes) as refused:
            person_named(scope, "王建国")
        assert refused.value.params["codes"] == ("01001", "01009")
        assert person_named(scope, "王建国", "01009") != person_named(scope, "王建国", "01001")
        assert person_named(scope, "外村老师") is None
        with pytest.raises(UnknownPerson):
            person_named(scope, "李秀英", "01001")


def test_charters_follow_each_other_and_the_day_says_which_holds(village: Village) -> None:
    assert charter(village, "第一条 丧事不过三天。", date(2025, 1, 1)) == 1
    assert charter(village, "理事会章程2026.docx", date(2026, 7, 1), date(2026, 5, 20)) == 2
    with village.read() as scope:
        assert [(row.number, row.words) for row in charters(scope)] == [
            (2, "理事会章程2026.docx"),
            (1, "第一条 丧事不过三天。"),
        ]
        held = bodies(scope)[0].charter
    assert held is not None
    assert held.number == 1
    village.on(date(2026, 7, 1))
    with village.read() as scope:
        held = bodies(scope)[0].charter
    assert held is not None
    assert held.number == 2


def test_a_charter_or_a_name_that_cannot_be_is_refused(village: Village) -> None:
    charter(village, "第一条", date(2026, 5, 1))
    for words, start, meeting, refusal in (
        (" \n", TODAY, None, CharterEmpty),
        ("字" * 20_001, TODAY, None, WordsTooLong),
        ("第二条", date(2026, 6, 2), date(2026, 6, 2), MeetingInFuture),
        ("第二条", date(2026, 4, 1), None, EffectiveBeforeEarlier),
    ):
        with pytest.raises(refusal):
            charter(village, words, start, meeting)
    for name, founded, refused in (
        (" ", None, BodyNameMissing),
        ("会" * 41, None, FactTooLong),
        ("理事会", date(2026, 6, 2), FoundedInFuture),
    ):
        with pytest.raises(refused), village.write() as tx:
            found_body(tx, FoundBody(BodyKind.MORAL, name, founded))
    with village.read() as scope:
        assert len(charters(scope)) == 1


def refusal_of(village: Village, statement: str) -> str:
    village.store.close()
    with closing(sqlite3.connect(village.path)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        with pytest.raises(sqlite3.DatabaseError) as refused:
            connection.execute(statement)
    return str(refused.value)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM rite_body", "a body stays"),
        ("UPDATE body_charter SET words = 'x'", "append-only"),
        ("DELETE FROM body_charter", "append-only"),
        ("INSERT INTO body_charter SELECT id + 1, 'u', body_id, 3, meeting_on, minutes_no, effective_from,"
         " words, adopted_at, adopted_by FROM body_charter", "one after the other"),
        ("DELETE FROM body_member", "a term in a body stays"),
        ("UPDATE body_member SET duty = '会长'", "only be shortened"),
        ("UPDATE body_member SET to_on = '2027-03-01'", "only be shortened"),
        ("UPDATE body_member SET to_on = NULL", "only be shortened"),
        ("UPDATE body_member SET to_on = '2024-02-01'", "ends_after_it_begins"),
        ("UPDATE pledge_words SET words = 'x'", "append-only"),
        ("DELETE FROM pledge_words", "append-only"),
        ("DELETE FROM pledge", "a pledge stays"),
        ("UPDATE pledge SET capacity = 'cadre'", "keeps what was signed"),
        ("UPDATE pledge SET struck_on = '2026-06-01'", "struck_with_a_reason"),
        ("INSERT INTO pledge SELECT id + 1, village_id, 'u', 7, words_id, person_id, household_id, name,"
         " capacity, event_id, signed_on, NULL, '', recorded_at, recorded_by FROM pledge", "one after"),
    ],
)  # fmt: skip
def test_the_file_itself_guards_what_was_decided_and_signed(
    village: Village, statement: str, said: str
) -> None:
    charter(village, "第一条", date(2026, 5, 1))
    serve(village, "孙长河", to_on=date(2027, 2, 28))
    sign(village, name="孙长河")
    assert said in refusal_of(village, statement)


def test_a_struck_pledge_cannot_be_brought_back(village: Village) -> None:
    sign(village, name="孙长河")
    with village.write() as tx:
        strike_pledge(tx, 1, "签错")
    assert "keeps what was signed" in refusal_of(
        village, "UPDATE pledge SET struck_on = NULL, struck_why = ''"
    )


@pytest.mark.parametrize("table", ["rite_body", "body_charter", "body_member", "pledge_words", "pledge"])
def test_a_row_changed_behind_the_program_is_found(village: Village, table: str) -> None:
    column = {"rite_body": "name", "body_member": "standing", "pledge": "name"}.get(table, "words")
    charter(village, "第一条", date(2026, 5, 1))
    serve(village, "孙长河")
    sign(village, name="孙长河")
    with village.read() as scope:
        verify_audit(scope)
    changed = tampered(village, lambda file: file.execute(f"UPDATE {table} SET {column} = '改'"))
    with changed.read() as scope, pytest.raises(MasterRowChanged):
        verify_audit(scope)


def test_the_log_tells_what_was_done(village: Village) -> None:
    charter(village, "第一条", date(2026, 5, 1))
    village.on(date(2026, 6, 2))
    serve(village, "孙长河")
    village.on(date(2026, 6, 3))
    sign(village, name="孙长河")
    village.on(date(2026, 6, 4))
    with village.write() as tx:
        write_pledge(tx, WritePledge(new_uid(), "红事不过十桌。", TODAY))
    village.on(date(2026, 6, 5))
    with village.write() as tx:
        strike_pledge(tx, 1, "签错")
    with village.read() as scope:
        rows = log_page(scope, LogAsked(group=LogGroup.EVENTS)).rows
    assert [sentence(row) for row in rows] == [
        "作废承诺书 1 份",
        "定承诺书文字第 2 版",
        "登记承诺书 1 份",
        "改理事会和评议会成员",
        "采用章程第 1 版",
    ]
