"""What is known of people and households changes, and the story keeps what it was."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from builders.lives import act, family, named, told, who
from builders.village import KEY, Village, settled_village
from passbook_desk.db.store import Tx
from passbook_desk.features.household_changes.commands import found_with_book, set_party_with_book
from passbook_desk.features.households.life.commands import (
    add_person,
    household_moves_out,
)
from passbook_desk.features.households.life.facts import (
    edit_household,
    edit_person,
    set_residence,
    set_scored,
    set_tag,
)
from passbook_desk.features.households.life.history import history_of
from passbook_desk.features.households.life.values import (
    AddHousehold,
    EditHousehold,
    EditPerson,
    HouseholdAction,
    NewPerson,
    PartyWay,
    PersonArrives,
    SetParty,
    SetResidence,
    SetScored,
    SetTag,
    Standing,
    StoryLine,
)
from passbook_desk.features.households.model import Person
from passbook_desk.features.households.queries import household, household_card
from passbook_desk.features.households.values import PartyKind, PersonRow
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

MAY = date(2026, 5, 10)
NUMBER = "140108199003041214"


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


@pytest.fixture
def home(village: Village) -> int:
    with village.write() as tx:
        return family(tx, "01005", "12女刘梅1965 20男赵强1990")


def do(village: Village, work: Callable[[Tx], object]) -> None:
    with village.write() as tx:
        work(tx)


def refused(village: Village, work: Callable[[Tx], object]) -> str:
    with pytest.raises(UserError) as caught, village.write() as tx:
        work(tx)
    return caught.value.code


def last_line(village: Village, home: int) -> StoryLine:
    with village.read() as scope:
        return history_of(scope, home)[-1]


def person(village: Village, home: int, name: str) -> PersonRow:
    with village.read() as scope:
        return next(row for row in household_card(scope, home).people if row.name == name)


def test_a_corrected_name_can_be_found_and_the_old_one_is_told(village: Village, home: int) -> None:
    do(village, lambda tx: edit_person(tx, EditPerson(act(MAY), named(tx, "赵强"), name="赵刚"), KEY))
    line = last_line(village, home)
    assert (line.detail["name.old"], line.detail["name.new"], line.detail["fields"]) == (
        "赵强",
        "赵刚",
        "name",
    )
    assert "赵刚" in who(village, home)


def test_numbers_stand_masked_in_the_story(village: Village, home: int) -> None:
    phone = Sensitive(SensitiveKind.PHONE, "13812345678")
    do(village, lambda tx: edit_person(tx, EditPerson(act(MAY), named(tx, "赵强"), phone=phone), KEY))
    assert last_line(village, home).detail["phone.new"] == "138****5678"
    assert person(village, home, "赵强").phone == phone
    nothing = Sensitive(SensitiveKind.PHONE, "")
    do(village, lambda tx: edit_person(tx, EditPerson(act(), named(tx, "赵强"), phone=nothing), KEY))
    assert person(village, home, "赵强").phone is None


def test_an_id_that_says_otherwise_is_shown_and_kept(village: Village, home: int) -> None:
    number = Sensitive(SensitiveKind.ID_NUMBER, NUMBER)
    with village.write() as tx:
        strong = EditPerson(act(MAY), named(tx, "赵强"), sex="女", born_on=date(1991, 3, 4), id_number=number)
        lived = edit_person(tx, strong, KEY)
    assert {finding.kind for finding in lived.findings} == {"life_sex_mismatch", "life_birth_mismatch"}
    assert person(village, home, "赵强").id_number == number


def test_nobody_is_born_on_a_day_to_come(village: Village, home: int) -> None:
    unborn = NewPerson("赵芽", "女", date(2027, 1, 1))
    comes = lambda tx: add_person(tx, PersonArrives(act(MAY), home, "30", person=unborn), KEY)  # noqa: E731
    assert refused(village, comes) == "life.in-future"
    edit = lambda tx: edit_person(  # noqa: E731
        tx, EditPerson(act(MAY), named(tx, "赵强"), born_on=date(2027, 1, 1)), KEY
    )
    assert refused(village, edit) == "life.in-future"
    assert "赵芽" not in who(village, home)


def test_a_household_does_nothing_before_its_head_was_born(village: Village) -> None:
    with village.write() as tx:
        home = family(tx, "01006", head="钱一")
        tx.session.get_one(Person, named(tx, "钱一")).born_on = date(1960, 3, 4)
    too_early = HouseholdAction(act(date(1900, 1, 1)), home)
    leaves = lambda tx: household_moves_out(tx, too_early)  # noqa: E731
    assert refused(village, leaves) == "life.before-last-change"


def test_an_edit_without_a_change_is_refused(village: Village, home: int) -> None:
    same = lambda tx: edit_person(tx, EditPerson(act(MAY), named(tx, "赵强"), name="赵强"), KEY)  # noqa: E731
    assert refused(village, same) == "life.nothing-changed"
    nameless = lambda tx: edit_person(tx, EditPerson(act(MAY), named(tx, "赵强"), name=" "), KEY)  # noqa: E731
    assert refused(village, nameless) == "life.name-missing"


def test_a_relation_that_the_clerk_gives_later_holds_from_its_day(village: Village, home: int) -> None:
    do(
        village,
        lambda tx: edit_person(tx, EditPerson(act(MAY), named(tx, "赵强"), relation_code="27"), KEY),
    )
    assert who(village, home)["赵强"] == "27"
    assert who(village, home, date(2026, 5, 9))["赵强"] == "20"


def test_nobody_becomes_the_head_by_an_edit(village: Village, home: int) -> None:
    work = lambda tx: edit_person(tx, EditPerson(act(MAY), named(tx, "赵强"), relation_code="02"), KEY)  # noqa: E731
    assert refused(village, work) == "life.nothing-changed"


def test_an_address_is_put_right(village: Village, home: int) -> None:
    do(village, lambda tx: edit_household(tx, EditHousehold(act(MAY), home, address="清泉村八号")))
    with village.read() as scope:
        assert household(scope, home).address == "清泉村八号"
    assert last_line(village, home).detail["address.new"] == "清泉村八号"


def test_residence_changes_from_a_day_and_only_to_a_known_kind(village: Village, home: int) -> None:
    for on, kind in ((date(2026, 3, 1), "常住"), (MAY, "流出")):
        do(
            village,
            lambda tx, on=on, kind=kind: set_residence(tx, SetResidence(act(on), named(tx, "赵强"), kind)),
        )
    assert person(village, home, "赵强").residence == "流出"
    assert last_line(village, home).detail == {"old": "常住", "new": "流出"}
    wrong = lambda tx: set_residence(tx, SetResidence(act(), named(tx, "赵强"), "月亮"))  # noqa: E731
    assert refused(village, wrong) == "life.wrong-residence"
    same = lambda tx: set_residence(tx, SetResidence(act(), named(tx, "赵强"), "流出"))  # noqa: E731
    assert refused(village, same) == "life.nothing-changed"


def test_a_household_leaves_points_and_its_account_stays(village: Village, home: int) -> None:
    do(village, lambda tx: set_scored(tx, SetScored(act(MAY), home, scored=False)))
    with village.read() as scope:
        assert not household(scope, home).scored
        assert len(accounts(scope, household_id=home)) == 1
    do(village, lambda tx: set_scored(tx, SetScored(act(date(2026, 5, 20)), home, scored=True)))
    with village.read() as scope:
        assert household(scope, home).scored
    again = lambda tx: set_scored(tx, SetScored(act(), home, scored=True))  # noqa: E731
    assert refused(village, again) == "life.nothing-changed"


def test_a_new_party_member_gets_a_red_account_once(village: Village, home: int) -> None:
    def status(
        kind: PartyKind | None, way: PartyWay, on: date, standing: Standing = Standing.REGULAR
    ) -> None:
        do(
            village,
            lambda tx: set_party_with_book(tx, SetParty(act(on), named(tx, "赵强"), kind, way, standing)),
        )

    status(PartyKind.PROBATIONARY, PartyWay.JOINED, date(2026, 3, 1))
    status(PartyKind.FULL, PartyWay.CONFIRMED, MAY)
    status(PartyKind.FULL, PartyWay.STANDING, date(2026, 5, 15), Standing.MIGRANT)
    with village.read() as scope:
        (red,) = accounts(scope, household_id=home, colour=Colour.RED)
        assert (red.owner_name, red.number[:3]) == ("赵强", "101")
    assert person(village, home, "赵强").party_kind is PartyKind.FULL
    status(None, PartyWay.TRANSFERRED_OUT, date(2026, 5, 20))
    assert person(village, home, "赵强").party_kind is None
    assert told(village, home)[-4:] == ["party_set"] * 4


def test_a_tag_is_put_on_and_taken_off(village: Village, home: int) -> None:
    def tag(on: bool, day: date) -> None:
        do(village, lambda tx: set_tag(tx, SetTag(act(day), named(tx, "刘梅"), "低保", on)))

    tag(True, date(2026, 3, 1))
    assert person(village, home, "刘梅").tags == ("低保",)
    tag(False, MAY)
    assert person(village, home, "刘梅").tags == ()
    off = lambda tx: set_tag(tx, SetTag(act(), named(tx, "刘梅"), "低保", False))  # noqa: E731
    assert refused(village, off) == "life.nothing-changed"


def test_a_founded_household_gets_a_green_account_unless_it_is_not_scored(village: Village) -> None:
    for name, scored in (("钱一", True), ("钱二", False)):
        with village.write() as tx:
            command = AddHousehold(act(MAY), 1, NewPerson(name, "男"), scored=scored)
            made = found_with_book(tx, command, KEY)
        with village.read() as scope:
            assert len(accounts(scope, household_id=made.household_id)) == scored
