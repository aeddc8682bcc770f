"""A roster comes in, life goes on, and the same roster comes in again: what acts recorded stands."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from builders.lives import act, named, told
from builders.rosters import Row, line, reread, save_roster
from builders.village import KEY, Village, new_village
from passbook_desk.db.store import Tx
from passbook_desk.features.household_changes.commands import (
    deregister_household,
    hand_over,
    merge_households,
    record_death_with_book,
    split_household,
)
from passbook_desk.features.household_changes.values import (
    DeregisterHousehold,
    MergeHouseholds,
    PointsRule,
    PointsWay,
    SplitHousehold,
)
from passbook_desk.features.households.life.commands import (
    deregister_person,
    household_moves_out,
    marry_in,
    marry_out,
    move_out,
    move_person,
)
from passbook_desk.features.households.life.facts import (
    edit_household,
    edit_person,
    set_party,
    set_residence,
    set_tag,
)
from passbook_desk.features.households.life.values import (
    ChangeHead,
    EditHousehold,
    EditPerson,
    HouseholdAction,
    MovePerson,
    PartyWay,
    PersonArrives,
    PersonLeaves,
    SetParty,
    SetResidence,
    SetTag,
)
from passbook_desk.features.households.model import Headship, Household, Membership, Person
from passbook_desk.features.households.places import AddPlace, PutHousehold, add_place, put_household
from passbook_desk.features.households.queries import (
    household_by_code,
    household_card,
    households,
)
from passbook_desk.features.households.roster.cure_facts import facts_of
from passbook_desk.features.households.roster.cures import SEEN, cured, cures_of
from passbook_desk.features.households.roster.planning import RosterPlan, plan_roster
from passbook_desk.features.households.values import PartyKind, PersonRow, RosterReport
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.features.ledger.imports import apply_roster, undo_import
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind
from passbook_desk.ui.kit.sentences import tell_code
from passbook_desk.ui.pages.households.import_show import reasons_of

MAY = date(2026, 5, 10)
JUNE = date(2026, 6, 20)
Deed = Callable[[Tx], object]
NEITHER = ("公民身份号码", "户编号")


def families() -> list[Row]:
    """Three generations, a couple beside them, and a party member alone."""
    return [
        line("01001", "王建国", "王建国", "户主", "19500304", 901),
        line("01001", "王建国", "单秀英", "配偶", "19520811", 902, 人员类别="低保"),
        line("01001", "王建国", "王强", "子", "19760101", 903),
        line("01001", "王建国", "赵晓梅", "儿媳", "19780101", 904),
        line("01002", "李卫东", "李卫东", "户主", "19650520", 905),
        line("01002", "李卫东", "张兰", "配偶", "19660520", 906),
        line("01003", "武守义", "武守义", "户主", "19550607", 907, 政治面貌="中共党员"),
    ]


def without(rows: list[Row], *titles: str) -> list[Row]:
    """The same rows in a roster that lacks these columns."""
    return [{**row, **dict.fromkeys(titles)} for row in rows]


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    village.on(date(2026, 4, 1))
    bring_in(village, save_roster(tmp_path / "老花名册.xlsx", families()))
    village.on(JUNE)
    yield village
    village.store.close()


@pytest.fixture
def old(tmp_path: Path, village: Village) -> Path:
    return tmp_path / "老花名册.xlsx"


def plan(village: Village, path: Path, choices: Choices | None = None) -> RosterPlan:
    with village.read() as scope:
        return plan_roster(scope, reread(path), village.key, choices)


def bring_in(village: Village, path: Path, choices: Choices | None = None) -> RosterReport:
    with village.write() as tx:
        return apply_roster(tx, plan_roster(tx, reread(path), village.key, choices), NullProgress())


def do(village: Village, deed: Deed) -> None:
    with village.write() as tx:
        deed(tx)


def home(tx: Tx, code: str) -> int:
    return household_by_code(tx, code).id


def people(village: Village, code: str) -> dict[str, PersonRow]:
    with village.read() as scope:
        return {one.name: one for one in household_card(scope, household_by_code(scope, code).id).people}


def head(village: Village, code: str) -> str:
    return next(name for name, one in people(village, code).items() if one.is_head)


def counts(village: Village) -> tuple[int, int]:
    with village.read() as scope:
        return tuple(
            scope.session.scalar(select(func.count()).select_from(kind)) or 0 for kind in (Household, Person)
        )  # type: ignore[return-value]


def said(report: RosterReport) -> list[tuple[str, int]]:
    """Kinds and rows of findings, all of them only to be looked at; but for numbers the sheet lacks."""
    found = [one for one in report.findings if one.kind != "id_missing"]
    assert {one.severity for one in found} <= {Severity.CHECK}
    return [(one.kind, one.row) for one in found]


def story(village: Village, code: str) -> list[str]:
    with village.read() as scope:
        row = household_by_code(scope, code)
    return told(village, row.id)


def sentence(report: RosterReport, kind: str) -> str:
    found = next(one for one in report.findings if one.kind == kind)
    words = tell_code(f"finding.{kind}", found.params)
    assert "{" not in words
    return words


def cures(planned: RosterPlan, finding: Finding) -> dict[str, Choices]:
    facts = facts_of(planned.tables, planned.roster, planned.candidates)
    return {cure.code: cured(planned.choices, cure) for cure in cures_of(finding, facts)}


def accepted(village: Village, path: Path, kind: str, choices: Choices | None = None) -> Choices:
    """The clerk takes the roster's word for the first finding of a kind."""
    planned = plan(village, path, choices)
    finding = next(one for one in planned.report.findings if one.kind == kind)
    offered = cures(planned, finding)
    assert next(iter(offered)) == SEEN
    return offered["as_in_sheet"]


def nothing_changes(village: Village, path: Path) -> RosterReport:
    """A second import of the roster, dry and in earnest, leaves the file as it is."""
    before = counts(village)
    dry = plan(village, path).report
    done = bring_in(village, path)
    assert dry == done
    assert (dry.has_changes, dry.changes, dry.new_people, dry.new_households) == (False, (), 0, ())
    assert counts(village) == before
    return dry


def dies(name: str, successor: str = "") -> Deed:
    return lambda tx: record_death_with_book(
        tx, PersonLeaves(act(MAY), named(tx, name), named(tx, successor) if successor else None)
    )


def test_the_same_roster_again_is_silent_while_nothing_happened(village: Village, old: Path) -> None:
    assert said(nothing_changes(village, old)) == []


@pytest.mark.parametrize("lacking", [(), ("公民身份号码",), ("户编号",), NEITHER])
def test_a_dead_head_stays_dead_and_his_successor_head(
    village: Village, tmp_path: Path, lacking: tuple[str, ...]
) -> None:
    do(village, dies("王建国", "王强"))
    path = save_roster(tmp_path / "再来.xlsx", without(families(), *lacking))
    report = nothing_changes(village, path)
    assert said(report) == [("lived_died", 2)]
    assert sentence(report, "lived_died") == (
        "王建国已登记 2026-05-10 去世，表里还在户 01001，这一行没有导入，请核对。"
    )
    assert head(village, "01001") == "王强"
    assert people(village, "01001")["单秀英"].relation_word != "配偶"


def test_nobody_can_take_the_rosters_word_for_the_dead(village: Village, old: Path) -> None:
    do(village, dies("武守义"))
    planned = plan(village, old)
    assert said(planned.report) == [("lived_died", 8)]
    assert list(cures(planned, planned.report.findings[0])) == [SEEN]
    forced = Choices(accepted=frozenset({("花名册", 8, key) for key in ("household", "head", "name")}))
    bring_in(village, old, forced)
    assert people(village, "01003") == {}


def test_a_namesake_of_the_dead_without_a_number_may_be_somebody_new(
    village: Village, tmp_path: Path
) -> None:
    do(village, dies("张兰"))
    rows = without(families(), "公民身份号码", "出生日期")
    path = save_roster(tmp_path / "再来.xlsx", rows)
    planned = plan(village, path)
    (finding,) = [one for one in planned.report.findings if one.kind == "lived_died"]
    offered = cures(planned, finding)
    assert list(offered) == [SEEN, "another_person"]
    assert bring_in(village, path, offered["another_person"]).new_people == 1


@pytest.mark.parametrize("lacking", [("户编号",), ("公民身份号码",), NEITHER])
def test_a_household_under_another_head_is_known_by_its_people(
    village: Village, tmp_path: Path, lacking: tuple[str, ...]
) -> None:
    do(village, lambda tx: hand_over(tx, ChangeHead(act(MAY), home(tx, "01001"), named(tx, "王强"))))
    path = save_roster(tmp_path / "再来.xlsx", without(families(), *lacking))
    assert said(nothing_changes(village, path)) == [("lived_head", 2)]


def test_a_change_of_head_stands_until_the_rosters_word_is_taken(village: Village, old: Path) -> None:
    do(village, lambda tx: hand_over(tx, ChangeHead(act(MAY), home(tx, "01001"), named(tx, "王强"))))
    report = nothing_changes(village, old)
    assert said(report) == [("lived_head", 2)]
    assert sentence(report, "lived_head") == (
        "户 01001 从 2026-05-10 起户主是王强，表里写王建国，户主没有改，请核对。"
    )
    done = bring_in(village, old, accepted(village, old, "lived_head"))
    assert done.has_changes
    assert head(village, "01001") == "王建国"
    assert story(village, "01001").count("head_changed") == 2
    assert said(plan(village, old).report) == []


def test_whoever_moved_out_stays_out_until_he_is_recorded_as_back(village: Village, old: Path) -> None:
    do(village, lambda tx: move_out(tx, PersonLeaves(act(MAY), named(tx, "赵晓梅"))))
    assert said(nothing_changes(village, old)) == [("lived_left", 5)]
    bring_in(village, old, accepted(village, old, "lived_left"))
    assert people(village, "01001")["赵晓梅"].relation_word == "儿媳"
    assert "person_returned" in story(village, "01001")
    assert said(nothing_changes(village, old)) == []


@pytest.mark.parametrize(
    ("leave", "kind"), [(marry_out, "lived_married_out"), (deregister_person, "lived_struck_off")]
)
@pytest.mark.parametrize("lacking", [(), NEITHER])
def test_marrying_out_and_being_struck_off_stand(
    village: Village,
    tmp_path: Path,
    leave: Callable[[Tx, PersonLeaves], object],
    kind: str,
    lacking: tuple[str, ...],
) -> None:
    do(village, lambda tx: leave(tx, PersonLeaves(act(MAY), named(tx, "赵晓梅"))))
    path = save_roster(tmp_path / "再来.xlsx", without(families(), *lacking))
    assert said(nothing_changes(village, path)) == [(kind, 5)]


@pytest.mark.parametrize("lacking", [(), ("公民身份号码",), NEITHER])
def test_who_moved_to_another_household_stays_there(
    village: Village, tmp_path: Path, lacking: tuple[str, ...]
) -> None:
    do(
        village,
        lambda tx: move_person(tx, MovePerson(act(MAY), named(tx, "赵晓梅"), home(tx, "01002"), "28")),
    )
    path = save_roster(tmp_path / "再来.xlsx", without(families(), *lacking))
    report = nothing_changes(village, path)
    assert said(report) == [("lived_moved", 5)]
    assert "从 2026-05-10 起登记在户 01002" in sentence(report, "lived_moved")
    bring_in(village, path, accepted(village, path, "lived_moved"))
    assert "赵晓梅" in people(village, "01001")
    assert "赵晓梅" not in people(village, "01002")


def test_who_married_into_another_household_stays_there(village: Village, old: Path) -> None:
    do(
        village,
        lambda tx: marry_in(
            tx, PersonArrives(act(MAY), home(tx, "01003"), "10", person_id=named(tx, "赵晓梅")), village.key
        ),
    )
    assert said(nothing_changes(village, old)) == [("lived_moved", 5)]


@pytest.mark.parametrize("lacking", [(), ("公民身份号码",), ("户编号",), NEITHER])
def test_a_split_off_household_stays_apart(
    village: Village, tmp_path: Path, lacking: tuple[str, ...]
) -> None:
    def split(tx: Tx) -> None:
        going = (named(tx, "王强"), named(tx, "赵晓梅"))
        stay = PointsRule(PointsWay.STAY)
        split_household(tx, SplitHousehold(act(MAY), home(tx, "01001"), going, going[0], stay))

    do(village, split)
    path = save_roster(tmp_path / "再来.xlsx", without(families(), *lacking))
    report = nothing_changes(village, path)
    assert said(report) == [("lived_split", 4), ("lived_split", 5)]
    assert set(people(village, "01004")) == {"王强", "赵晓梅"}


@pytest.mark.parametrize("lacking", [(), ("公民身份号码",), ("户编号",), NEITHER])
def test_a_merged_household_is_named_and_its_rows_stay_out(
    village: Village, tmp_path: Path, lacking: tuple[str, ...]
) -> None:
    def merge(tx: Tx) -> None:
        move = PointsRule(PointsWay.MOVE)
        merge_households(tx, MergeHouseholds(act(MAY), home(tx, "01002"), home(tx, "01001"), move))

    do(village, merge)
    path = save_roster(tmp_path / "再来.xlsx", without(families(), *lacking))
    report = nothing_changes(village, path)
    assert said(report) == [("lived_household_merged", 6)]
    assert sentence(report, "lived_household_merged") == (
        "户 01002 已登记 2026-05-10 并入户 01001，表里还有这一户 2 人，没有导入，请核对。"
    )
    assert len(people(village, "01001")) == 6
    reasons = reasons_of(plan(village, path))
    assert {place[1] for place in reasons} == {6, 7}
    assert all("并入户 01001" in reason for reason in reasons.values())


@pytest.mark.parametrize("lacking", [(), NEITHER])
def test_a_household_that_ended_is_not_founded_again(
    village: Village, tmp_path: Path, lacking: tuple[str, ...]
) -> None:
    do(
        village,
        lambda tx: deregister_household(
            tx, DeregisterHousehold(act(MAY), home(tx, "01002"), PointsRule(PointsWay.STAY))
        ),
    )
    path = save_roster(tmp_path / "再来.xlsx", without(families(), *lacking))
    assert said(nothing_changes(village, path)) == [("lived_household_ended", 6)]


def test_a_household_that_moved_out_returns_only_by_an_act(village: Village, old: Path) -> None:
    do(village, lambda tx: household_moves_out(tx, HouseholdAction(act(MAY), home(tx, "01002"))))
    assert said(nothing_changes(village, old)) == [("lived_household_away", 6)]
    choices = accepted(village, old, "lived_household_away")
    dry = plan(village, old, choices).report
    assert (dry.has_changes, said(dry)) == (True, [])
    bring_in(village, old, choices)
    assert story(village, "01002")[-1] == "household_returned"
    with village.read() as scope:
        assert all(one.scored for one in households(scope))


def test_party_membership_that_ended_does_not_come_back(village: Village, old: Path) -> None:
    do(village, lambda tx: set_party(tx, SetParty(act(MAY), named(tx, "武守义"), None, PartyWay.ENDED)))
    report = nothing_changes(village, old)
    assert said(report) == [("lived_party", 8)]
    assert "2026-05-10 登记为非党员，表里写中共党员" in sentence(report, "lived_party")
    bring_in(village, old, accepted(village, old, "lived_party"))
    assert people(village, "01003")["武守义"].party_kind is PartyKind.FULL
    assert said(nothing_changes(village, old)) == []


def test_numbers_removed_on_purpose_are_not_filled_in_again(village: Village, old: Path) -> None:
    empty_phone, empty_id = Sensitive(SensitiveKind.PHONE, ""), Sensitive(SensitiveKind.ID_NUMBER, "")
    do(
        village,
        lambda tx: edit_person(
            tx,
            EditPerson(act(MAY), named(tx, "张兰"), id_number=empty_id, phone=empty_phone),
            village.key,
        ),
    )
    report = nothing_changes(village, old)
    assert said(report) == [("lived_cleared", 7), ("lived_cleared", 7)]
    assert "已在程序里删去" in sentence(report, "lived_cleared")
    bring_in(village, old, accepted(village, old, "lived_cleared"))
    assert len(said(plan(village, old).report)) == 1


def test_a_name_put_right_stays_right(village: Village, tmp_path: Path) -> None:
    do(village, lambda tx: edit_person(tx, EditPerson(act(MAY), named(tx, "张兰"), name="张岚"), village.key))
    for lacking in ((), NEITHER):
        path = save_roster(tmp_path / "再来.xlsx", without(families(), *lacking))
        report = nothing_changes(village, path)
        assert said(report) == [("lived_edited", 7)]
        assert "已更正为“张岚”，表里写“张兰”" in sentence(report, "lived_edited")


def test_residence_and_tags_that_were_set_stand_and_tags_are_not_told(village: Village, old: Path) -> None:
    def change(tx: Tx) -> None:
        set_residence(tx, SetResidence(act(MAY), named(tx, "王强"), "流出"))
        set_tag(tx, SetTag(act(MAY), named(tx, "单秀英"), "低保", False))

    do(village, change)
    report = nothing_changes(village, old)
    assert said(report) == [("lived_tags", 3), ("lived_residence", 4)]
    assert "低保" not in str([one.params for one in report.findings])
    choices = accepted(village, old, "lived_residence", accepted(village, old, "lived_tags"))
    bring_in(village, old, choices)
    assert said(nothing_changes(village, old)) == []


def test_an_address_and_a_grid_set_by_hand_stand(village: Village, old: Path) -> None:
    def change(tx: Tx) -> None:
        edit_household(tx, EditHousehold(act(MAY), home(tx, "01002"), address="清泉村88号"))
        second = add_place(tx, AddPlace("grid", "第二网格", None, "02"))
        put_household(tx, PutHousehold(act(MAY), home(tx, "01003"), second))

    do(village, change)
    assert said(nothing_changes(village, old)) == [("lived_edited", 6), ("lived_edited", 8)]
    bring_in(village, old, accepted(village, old, "lived_edited"))
    assert said(nothing_changes(village, old)) == [("lived_edited", 8)]


def test_what_the_roster_adds_beside_a_recorded_act_still_comes_in(village: Village, tmp_path: Path) -> None:
    do(village, dies("王建国", "王强"))
    rows = families()
    rows[2]["联系电话"] = "13900001234"
    rows.insert(4, line("01001", "王建国", "王小宝", "孙子", "20200101", 911))
    path = save_roster(tmp_path / "新.xlsx", rows)
    dry = plan(village, path).report
    done = bring_in(village, path)
    assert (dry.new_people, done.new_people) == (1, 1)
    assert {one.kind for one in dry.findings} == {"lived_died", "lived_relation"}
    assert {one.field for one in done.changes} == {"phone", "member"}
    assert people(village, "01001")["王小宝"].relation_code == ""
    assert head(village, "01001") == "王强"


def test_rows_of_the_dead_go_back_out_with_their_reason(village: Village, old: Path) -> None:
    do(village, dies("王建国", "王强"))
    reasons = reasons_of(plan(village, old))
    assert list(reasons) == [("花名册", 2)]
    assert "去世" in reasons["花名册", 2]


def test_undoing_the_import_leaves_what_acts_recorded(village: Village, old: Path) -> None:
    do(village, lambda tx: move_out(tx, PersonLeaves(act(MAY), named(tx, "赵晓梅"))))
    done = bring_in(village, old, accepted(village, old, "lived_left"))
    assert done.batch is not None
    with village.write() as tx:
        undo_import(tx, done.batch)
    assert "赵晓梅" in people(village, "01001")


def test_everybody_is_in_one_household_at_most_after_taking_the_rosters_word(
    village: Village, old: Path
) -> None:
    def split(tx: Tx) -> None:
        going = (named(tx, "王强"), named(tx, "赵晓梅"))
        stay = PointsRule(PointsWay.STAY)
        split_household(tx, SplitHousehold(act(MAY), home(tx, "01001"), going, going[0], stay))

    do(village, split)
    planned = plan(village, old)
    first, second = planned.report.findings
    assert "as_in_sheet" not in cures(planned, first)  # he heads a household that would lose its head
    bring_in(village, old, cures(planned, second)["as_in_sheet"])
    with village.read() as scope:
        open_rows = scope.session.execute(
            select(Membership.person_id, func.count())
            .where(Membership.to_on.is_(None))
            .group_by(Membership.person_id)
        )
        assert all(count == 1 for _, count in open_rows)
    assert "赵晓梅" in people(village, "01001")


def any_act(tx: Tx, draw: random.Random) -> None:
    """Something of what may happen in a village, to whoever comes up; the program may refuse it."""
    day = act(date(2026, 5, draw.randint(1, 30)))
    here = [row.id for row in households(tx)]
    if not here:
        return
    home, other = draw.choice(here), draw.choice(here)
    members = [one.id for one in household_card(tx, home).people]
    draw.shuffle(members)
    if not members:
        return
    one, heir = members[0], members[-1]
    leaves = PersonLeaves(day, one, heir if heir != one else None)
    stay, move = PointsRule(PointsWay.STAY), PointsRule(PointsWay.MOVE)
    part = tuple(members[: max(1, len(members) // 2)])
    acts: list[Deed] = [
        lambda tx: record_death_with_book(tx, leaves),
        lambda tx: move_out(tx, leaves),
        lambda tx: marry_out(tx, leaves),
        lambda tx: deregister_person(tx, leaves),
        lambda tx: move_person(tx, MovePerson(day, one, other, "90", new_head_id=leaves.new_head_id)),
        lambda tx: hand_over(tx, ChangeHead(day, home, one)),
        lambda tx: split_household(
            tx, SplitHousehold(day, home, part, part[0], stay, old_head_id=members[-1])
        ),
        lambda tx: merge_households(tx, MergeHouseholds(day, home, other, move)),
        lambda tx: deregister_household(tx, DeregisterHousehold(day, home, stay)),
        lambda tx: household_moves_out(tx, HouseholdAction(day, home)),
        lambda tx: set_party(tx, SetParty(day, one, PartyKind.FULL, PartyWay.JOINED)),
        lambda tx: set_residence(tx, SetResidence(day, one, "流出")),
        lambda tx: edit_person(tx, EditPerson(day, one, remark="村里改过", sex="男"), KEY),
    ]
    draw.choice(acts)(tx)


def state(village: Village) -> list[tuple[object, ...]]:
    """Everybody with his household, relation and day of death, and who heads what."""
    with village.read() as scope:
        homes = scope.session.execute(
            select(Membership.person_id, Membership.household_id, Membership.relation_word).where(
                Membership.to_on.is_(None)
            )
        )
        heads = scope.session.execute(
            select(Headship.household_id, Headship.person_id).where(Headship.to_on.is_(None))
        )
        dead = scope.session.execute(select(Person.id, Person.name, Person.died_on))
        return sorted((tuple(row) for rows in (homes, heads, dead) for row in rows), key=str)


@pytest.mark.parametrize("seed", [0, 3, 5, 7, 21])
def test_after_any_life_the_old_roster_undoes_nothing_and_loses_no_row(
    village: Village, tmp_path: Path, seed: int
) -> None:
    draw = random.Random(seed)
    for _ in range(9):
        with suppress(UserError):
            do(village, lambda tx: any_act(tx, draw))
    before = state(village)
    for lacking in ((), ("户编号",), ("公民身份号码",), NEITHER):
        path = save_roster(tmp_path / "再来.xlsx", without(families(), *lacking))
        planned = plan(village, path)
        bring_in(village, path)
        assert state(village) == before, lacking
        assert not planned.report.has_changes
        reasons = reasons_of(planned)
        for row in range(2, 9):
            place = ("花名册", row)
            assert planned.goes_in(place) != (place in reasons), (lacking, row)
