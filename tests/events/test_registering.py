from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from builders.village import Village, household, new_village
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.errors import (
    BeforeStandard,
    FigureTooLarge,
    FigureTwice,
    HeldDateTooFar,
    NegativeFigure,
    NoStandardYet,
    TextTooLong,
    UnknownEvent,
    WrongPhone,
)
from passbook_desk.features.events.model import EventFigure, RiteEvent
from passbook_desk.features.events.queries import (
    event_by_number,
    event_card,
    events,
    standard_in_force,
    standards,
    suggested_case,
)
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import (
    AdoptStandard,
    EventCard,
    EventKind,
    LimitDraft,
    Measure,
    RegisterEvent,
    Verdict,
)
from passbook_desk.features.households.errors import UnknownHousehold
from passbook_desk.features.households.model import Headship
from passbook_desk.features.village.errors import (
    EffectiveBeforeEarlier,
    EffectiveBeforeMeeting,
    MeetingInFuture,
)
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind, lookup_hash

JANUARY = date(2026, 1, 15)
PHONE = Sensitive(SensitiveKind.PHONE, "138 0000 1234")


def adopt(
    village: Village, limits: tuple[LimitDraft, ...], on: date = JANUARY, start: date | None = None
) -> int:
    with village.write() as tx:
        return adopt_standard(tx, AdoptStandard(on, "2026-2", start or on, "村民代表会议", limits))


def register(village: Village, command: RegisterEvent) -> EventCard:
    with village.write() as tx:
        return register_event(tx, command, village.key)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """Two households, the second with a party member, and the starter standard; today is 2026-06-01."""
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国")
        household(tx, "01002", "李秀英", member_of_party=True)
    adopt(village, starter_standard())
    return village


def wedding(**changes: object) -> RegisterEvent:
    command = RegisterEvent(
        uid=new_uid(),
        kind=EventKind.WEDDING,
        household_id=1,
        held_on=date(2026, 6, 11),
        matter="儿子结婚",
        place="村文化广场",
        contact="王建国",
        phone=PHONE,
        pledge_signed=True,
        figures=((Measure.TABLES, 18), (Measure.PER_TABLE, 280), (Measure.CARS, 9)),
    )
    return replace(command, **changes)  # type: ignore[arg-type]


def test_a_wedding_is_registered_ten_days_ahead_against_the_standard(village: Village) -> None:
    with village.write() as tx:
        card = register_event(tx, wedding(), village.key)
        assert Topic.EVENTS in tx.touched
    assert (card.number, card.household_code, card.head_name) == ("2026-001", "01001", "王建国")
    assert (card.hosting_case, card.standard_number) == (HostingCase.ORDINARY, 1)
    assert (card.deadline.days_ahead, card.deadline.late) == (10, False)
    judged = {figure.measure: (figure.declared, figure.limit, figure.verdict) for figure in card.figures}
    assert judged[Measure.TABLES] == (18, 20, Verdict.NEAR)
    assert judged[Measure.PER_TABLE] == (280, 300, Verdict.NEAR)
    assert judged[Measure.CARS] == (9, 8, Verdict.OVER)
    assert judged[Measure.DAYS] == (None, 1, Verdict.NONE)
    assert card.handler == "刘文书"
    with village.read() as scope:
        assert event_card(scope, card.id) == card == event_by_number(scope, "2026-001")
        (row,) = events(scope)
        assert (row.number, row.tables, row.verdict, row.late) == ("2026-001", 18, Verdict.OVER, False)


def test_a_member_host_gets_the_members_limits_without_asking(village: Village) -> None:
    with village.read() as scope:
        assert suggested_case(scope, 1) == HostingCase.ORDINARY
        assert suggested_case(scope, 2) == HostingCase.MEMBER
    card = register(village, wedding(household_id=2, figures=((Measure.TABLES, 12),)))
    assert card.hosting_case == HostingCase.MEMBER
    assert (card.figures[0].limit, card.figures[0].verdict) == (10, Verdict.OVER)
    joint = register(village, wedding(household_id=2, hosting_case=HostingCase.JOINT))
    assert (joint.hosting_case, joint.figures[0].limit) == (HostingCase.JOINT, 30)


def test_a_funeral_reported_the_same_day_or_four_days_later_is_in_time(village: Village) -> None:
    same_day = register(village, wedding(kind=EventKind.FUNERAL, held_on=date(2026, 6, 1)))
    assert (same_day.deadline.days_ahead, same_day.deadline.late) == (0, False)
    after = register(village, wedding(kind=EventKind.FUNERAL, held_on=date(2026, 5, 28)))
    assert (after.deadline.days_ahead, after.deadline.late) == (-4, False)
    too_late = register(village, wedding(kind=EventKind.FUNERAL, held_on=date(2026, 5, 20)))
    assert too_late.deadline.late


def test_a_late_wedding_is_kept_and_called_late(village: Village) -> None:
    register(village, wedding(held_on=date(2026, 6, 4)))
    with village.read() as scope:
        assert [row.late for row in events(scope)] == [True]


def test_an_event_keeps_the_standard_it_was_reported_under(village: Village) -> None:
    before = register(village, wedding())
    stricter = tuple(
        replace(line, amount=15) if line.measure is Measure.TABLES else line for line in starter_standard()
    )
    assert adopt(village, stricter, date(2026, 6, 1)) == 2
    after = register(village, wedding())
    with village.read() as scope:
        assert event_card(scope, before.id).figures[0].limit == 20
        assert event_card(scope, before.id).standard_number == 1
        assert (after.figures[0].limit, after.standard_number) == (15, 2)
        by_id = {row.id: row.verdict for row in events(scope)}
        assert by_id[before.id] is Verdict.OVER
        assert [standard.number for standard in standards(scope)] == [2, 1]


def test_a_funeral_held_before_a_new_standard_is_measured_by_the_old_one(village: Village) -> None:
    adopt(village, starter_standard(), date(2026, 6, 1))
    card = register(village, wedding(kind=EventKind.FUNERAL, held_on=date(2026, 5, 30)))
    assert card.standard_number == 1


def test_numbers_run_by_year_of_report(village: Village) -> None:
    numbers = [register(village, wedding()).number for _ in range(2)]
    village.on(date(2027, 1, 4))
    numbers.append(register(village, wedding(held_on=date(2027, 1, 20))).number)
    assert numbers == ["2026-001", "2026-002", "2027-001"]
    with village.read() as scope:
        assert [row.number for row in events(scope, 2026)] == ["2026-002", "2026-001"]
        assert [row.number for row in events(scope, 2027)] == ["2027-001"]
        assert len(events(scope)) == 3


def test_sending_the_same_form_twice_keeps_one_event(village: Village) -> None:
    form = wedding()
    assert register(village, form) == register(village, form)
    with village.read() as scope:
        assert len(events(scope)) == 1
        assert scope.session.scalar(select(func.count()).select_from(EventFigure)) == 3


def test_the_phone_is_kept_whole_found_by_its_hash_and_shown_masked(village: Village) -> None:
    card = register(village, wedding())
    assert card.phone is not None
    assert (card.phone.reveal(), str(card.phone)) == ("13800001234", "138****1234")
    with village.read() as scope:
        row = scope.session.scalars(select(RiteEvent)).one()
        assert row.phone_lookup == lookup_hash(village.key.value, SensitiveKind.PHONE, "13800001234")
        assert row.phone_tail4 == "1234"
        assert len(row.salt) == 16
    assert "13800001234" not in repr(card)
    assert register(village, wedding(phone=None)).phone is None
    assert register(village, wedding(phone=Sensitive(SensitiveKind.PHONE, " "))).phone is None


def test_the_sheet_names_the_head_of_the_day_of_report(village: Village) -> None:
    card = register(village, wedding())
    with village.write() as tx:
        headship = tx.session.scalars(select(Headship).where(Headship.household_id == 1)).one()
        headship.to_on = date(2026, 7, 31)
    village.on(date(2026, 9, 1))
    with village.read() as scope:
        assert event_card(scope, card.id).head_name == "王建国"


@pytest.mark.parametrize(
    ("changes", "refusal", "field"),
    [
        ({"figures": ((Measure.TABLES, -1),)}, NegativeFigure, "tables"),
        ({"figures": ((Measure.PER_TABLE, 10_000_001),)}, FigureTooLarge, "per_table"),
        ({"figures": ((Measure.TABLES, 1), (Measure.TABLES, 2))}, FigureTwice, "tables"),
        ({"held_on": date(2027, 6, 3)}, HeldDateTooFar, "held_on"),
        ({"held_on": date(2025, 5, 30)}, HeldDateTooFar, "held_on"),
        ({"held_on": date(2026, 1, 14)}, BeforeStandard, "held_on"),
        ({"phone": Sensitive(SensitiveKind.PHONE, "打给村长")}, WrongPhone, "phone"),
        ({"matter": "婚" * 201}, TextTooLong, "matter"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    village: Village, changes: dict[str, object], refusal: type[UserError], field: str
) -> None:
    with pytest.raises(refusal) as refused:
        register(village, wedding(**changes))
    assert refused.value.params["field"] == field
    with village.read() as scope:
        assert events(scope) == ()
    assert register(village, wedding()).number == "2026-001"


def test_the_last_day_of_a_year_ahead_is_still_possible(village: Village) -> None:
    assert register(village, wedding(held_on=date(2027, 6, 2))).deadline.days_ahead == 366


def test_an_unknown_household_or_event_is_named(village: Village) -> None:
    with pytest.raises(UnknownHousehold):
        register(village, wedding(household_id=99))
    with village.read() as scope:
        for wrong in ("2026-009", "9", "九", ""):
            with pytest.raises(UnknownEvent):
                event_by_number(scope, wrong)
        with pytest.raises(UnknownEvent):
            event_card(scope, 9)


def test_without_a_standard_nothing_is_registered(tmp_path: Path) -> None:
    bare = new_village(tmp_path)
    with bare.write() as tx:
        household(tx)
    with pytest.raises(NoStandardYet):
        register(bare, wedding())


def test_the_standard_is_kept_as_the_meeting_decided_it(village: Village) -> None:
    with village.read() as scope:
        standard = standard_in_force(scope, JANUARY)
        assert standard is not None
        assert standard.limits == starter_standard()
        assert standard_in_force(scope, date(2026, 1, 14)) is None
        sealed = scope.session.scalar(
            select(func.count()).select_from(AuditRow).where(AuditRow.subject_table == "standard_limit")
        )
        assert sealed == len(starter_standard())


def test_dates_of_a_standard_follow_the_meeting_and_the_version_before(village: Village) -> None:
    with pytest.raises(MeetingInFuture):
        adopt(village, starter_standard(), date(2026, 6, 2))
    with pytest.raises(EffectiveBeforeMeeting):
        adopt(village, starter_standard(), date(2026, 3, 1), date(2026, 2, 1))
    with pytest.raises(EffectiveBeforeEarlier):
        adopt(village, starter_standard(), date(2026, 1, 2), date(2026, 1, 10))
    form = AdoptStandard(date(2026, 3, 1), "3", date(2026, 3, 1), "会议", starter_standard())
    for _ in range(2):
        with village.write() as tx:
            assert adopt_standard(tx, form) == 2
