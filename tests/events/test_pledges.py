"""Pledges: the village's own words as versions, who signed them when and for what, who has not."""

from datetime import date
from pathlib import Path

import pytest

from builders.events import events_village, reported, taken
from builders.village import Village, household, new_village
from passbook_desk.features.events.bodies.commands import add_member, end_member
from passbook_desk.features.events.bodies.errors import (
    DecidedInFuture,
    PledgeEmpty,
    PledgeStruckAlready,
    ReasonMissing,
    SameWords,
    SignedAlready,
    SignedInFuture,
    SignerMissing,
    UnknownPerson,
    UnknownPledge,
    WordsTooLong,
)
from passbook_desk.features.events.bodies.pledging import (
    add_pledge,
    pledge_text,
    pledge_texts,
    pledges,
    strike_pledge,
    unsigned,
    write_pledge,
)
from passbook_desk.features.events.bodies.queries import person_named
from passbook_desk.features.events.bodies.rules import MOST_LINES, MOST_OF_A_PLEDGE
from passbook_desk.features.events.bodies.starter import STARTER_PLEDGE
from passbook_desk.features.events.bodies.values import (
    AddMember,
    AddPledge,
    BodyKind,
    Capacity,
    PledgeText,
    WritePledge,
)
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.course.kinds import StepKind
from passbook_desk.features.events.errors import UnknownEvent
from passbook_desk.features.events.queries import event_card
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, RegisterEvent
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


def sign(village: Village, **more: object) -> int:
    command = AddPledge(
        **{"uid": new_uid(), "capacity": Capacity.VILLAGER, "signed_on": TODAY} | more  # type: ignore[arg-type]
    )
    with village.write() as tx:
        return add_pledge(tx, command)


def wedding(village: Village) -> int:
    """王建国's household marries a son on 2026-06-12."""
    meeting = date(2026, 1, 15)
    with village.write() as tx:
        adopt_standard(tx, AdoptStandard(meeting, "2026-1", meeting, "", starter_standard()))
        host = household(tx, "01003", "赵大勇").id
        return register_event(
            tx, RegisterEvent(new_uid(), EventKind.WEDDING, host, date(2026, 6, 12)), village.key
        ).id


def test_the_first_signature_keeps_the_words_of_the_program_as_version_1(village: Village) -> None:
    with village.read() as scope:
        assert pledge_texts(scope) == ()
        assert pledge_text(scope) == PledgeText(0, None, STARTER_PLEDGE)
    assert sign(village, person_id=id_of(village, "王建国")) == 1
    with village.read() as scope:
        assert pledge_texts(scope) == (PledgeText(1, TODAY, STARTER_PLEDGE),)


def test_what_was_signed_keeps_its_words_when_the_village_writes_others(village: Village) -> None:
    sign(village, person_id=id_of(village, "王建国"))
    with village.write() as tx:
        assert write_pledge(tx, WritePledge(new_uid(), "红事不过十桌。\n白事不过一天。", TODAY)) == 2
    sign(village, person_id=id_of(village, "李秀英"), capacity=Capacity.MEMBER)
    with village.read() as scope:
        assert [(row.number, row.name, row.words_number) for row in pledges(scope)] == [
            (2, "李秀英", 2),
            (1, "王建国", 1),
        ]
    with pytest.raises(SameWords), village.write() as tx:
        write_pledge(tx, WritePledge(new_uid(), " 红事不过十桌。\n白事不过一天。", TODAY))


@pytest.mark.parametrize(
    ("words", "day", "refusal"),
    [
        ("\n ", TODAY, PledgeEmpty),
        ("字" * (MOST_OF_A_PLEDGE + 1), TODAY, WordsTooLong),
        ("\n".join("字" * (MOST_LINES + 1)), TODAY, WordsTooLong),
        ("红事不过十桌。", date(2026, 6, 2), DecidedInFuture),
    ],
)
def test_words_that_cannot_be_are_refused(
    village: Village, words: str, day: date, refusal: type[UserError]
) -> None:
    with pytest.raises(refusal), village.write() as tx:
        write_pledge(tx, WritePledge(new_uid(), words, day))


def test_the_host_of_an_event_signs_for_it_without_being_named(village: Village) -> None:
    event = wedding(village)
    sign(village, event_id=event, capacity=Capacity.HOST)
    with village.read() as scope:
        (row,) = pledges(scope, event)
        assert pledges(scope, event + 1) == ()
    assert (row.name, row.household_code, row.event_number) == ("赵大勇", "01003", "2026-001")


def test_a_signed_pledge_is_printed_again_in_the_words_it_was_signed_under(village: Village) -> None:
    sign(village, name="孙长河")
    with village.write() as tx:
        write_pledge(tx, WritePledge(new_uid(), "红事不过十桌。", TODAY))
    with village.read() as scope:
        assert pledge_text(scope, pledges(scope)[0].words_number).words == STARTER_PLEDGE
        assert pledge_text(scope).words == "红事不过十桌。"


def test_nobody_signs_twice_for_the_same_until_the_mistake_is_struck_out(village: Village) -> None:
    elder, event = id_of(village, "王建国"), wedding(village)
    sign(village, person_id=elder)
    sign(village, person_id=elder, event_id=event)
    sign(village, event_id=event)
    sign(village, name="外村厨师")
    for again in ({"person_id": elder}, {"person_id": elder, "event_id": event}, {"name": "外村厨师"}):
        with pytest.raises(SignedAlready):
            sign(village, **again)  # type: ignore[arg-type]
    with pytest.raises(SignedAlready) as refused:
        sign(village, event_id=event)
    assert (refused.value.params["name"], refused.value.params["number"]) == ("赵大勇", 3)
    with village.read() as scope:
        wrong = next(row for row in pledges(scope) if row.number == 1)
    with village.write() as tx:
        strike_pledge(tx, wrong.id, "签的是他弟弟")
    assert sign(village, person_id=elder) == 5
    with village.read() as scope:
        assert [(row.number, row.struck_why) for row in pledges(scope)][-1] == (1, "签的是他弟弟")


def test_a_pledge_that_cannot_be_is_refused(village: Village) -> None:
    elder = id_of(village, "王建国")
    for more, refusal in (
        ({}, SignerMissing),
        ({"person_id": 99}, UnknownPerson),
        ({"event_id": 99}, UnknownEvent),
        ({"person_id": elder, "signed_on": date(2026, 6, 2)}, SignedInFuture),
    ):
        with pytest.raises(refusal):
            sign(village, **more)  # type: ignore[arg-type]
    sign(village, person_id=elder)
    with village.read() as scope:
        (row,) = pledges(scope)
    for pledge_id, why, refused in ((99, "错", UnknownPledge), (row.id, " ", ReasonMissing)):
        with pytest.raises(refused), village.write() as tx:
            strike_pledge(tx, pledge_id, why)
    with village.write() as tx:
        strike_pledge(tx, row.id, "签错")
    with pytest.raises(PledgeStruckAlready), village.write() as tx:
        strike_pledge(tx, row.id, "签错")


def test_members_and_the_council_are_asked_until_they_have_signed(village: Village) -> None:
    serve(village, person_id=id_of(village, "王建国"), duty="会长")
    serve(village, "外村老师", "监督员")
    serve(village, person_id=id_of(village, "李秀英"), duty="宣传员")
    ended = serve(village, "孙长河")
    with village.write() as tx:
        end_member(tx, ended, date(2026, 5, 31))
    with village.read() as scope:
        assert [(row.name, row.household_code, row.capacity) for row in unsigned(scope)] == [
            ("李秀英", "01002", Capacity.MEMBER),
            ("王建国", "01001", Capacity.VILLAGER),
            ("外村老师", "", Capacity.VILLAGER),
        ]
    sign(village, event_id=wedding(village), person_id=id_of(village, "李秀英"))
    with village.read() as scope:
        assert len(unsigned(scope)) == 3
    sign(village, person_id=id_of(village, "李秀英"))
    sign(village, name="外村老师")
    with village.read() as scope:
        assert [row.name for row in unsigned(scope)] == ["王建国"]


def test_a_pledge_for_a_feast_is_a_step_of_its_course(tmp_path: Path) -> None:
    village = events_village(tmp_path)
    event = reported(village)
    with village.write() as tx:
        add_pledge(tx, AddPledge(new_uid(), Capacity.HOST, tx.today, event_id=event.id))
    with village.read() as scope:
        card = event_card(scope, event.id)
    assert [step.kind for step in card.steps] == [StepKind.PLEDGED]
    taken(village, event, StepKind.WITHDRAWN, words="不办了")
    with village.write() as tx:
        add_pledge(tx, AddPledge(new_uid(), Capacity.HOST, tx.today, name="李家", event_id=event.id))
    with village.read() as scope:
        assert len(event_card(scope, event.id).steps) == 2
