from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text

from builders.village import KEY, Village, household, new_village, person
from passbook_desk.db.store import Tx
from passbook_desk.features.households.errors import UnknownGrid
from passbook_desk.features.households.finding import find, find_households
from passbook_desk.features.households.finding_values import FindKind, FindRank, FindRow
from passbook_desk.features.households.model import (
    AbsenceSpan,
    Household,
    Membership,
    Organization,
    Person,
)
from passbook_desk.features.households.names import has_old_names, renew_names
from passbook_desk.features.households.secrets import set_id_number, set_phone
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

TODAY = date(2026, 6, 1)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """Six households in two grids, a shop and a unit."""
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国", phone="13803510001")
        household(tx, "01002", "单雄信", phone="13803512211")
        household(tx, "01012", "曾国", phone="13903515678")
        household(tx, "02001", "王建国", phone="13703515678")
        household(tx, "02002", "买买提·吐尔逊")
        household(tx, "02003", "欧阳明")
        set_number(tx, "曾国", "14010819711112933X")
        lives(tx, "01001", person(tx, "吕秀英", sex="女"))
        lives(tx, "02003", person(tx, "曾国藩"))
        house(tx, "02003").house_number = "3栋2单元501"
        shop = organization("shop", "S01", "便民超市")
        shop.place_id = house(tx, "01001").place_id
        tx.session.add_all([shop, organization("unit", "D01", "清泉小学")])
        tx.session.flush()
        renew_names(tx)
    yield village
    village.store.close()


def house(tx: Tx, code: str) -> Household:
    return tx.session.scalars(select(Household).where(Household.code == code)).one()


def somebody(tx: Tx, name: str) -> Person:
    return tx.session.scalars(select(Person).where(Person.name == name)).one()


def set_number(tx: Tx, name: str, number: str) -> None:
    set_id_number(somebody(tx, name), Sensitive(SensitiveKind.ID_NUMBER, number), KEY)


def lives(tx: Tx, code: str, who: Person, until: date | None = None) -> None:
    since = date(2026, 1, 1)
    home = house(tx, code).id
    tx.session.add(
        Membership(
            uid=new_uid(),
            household_id=home,
            person_id=who.id,
            relation_code="10",
            relation_word="配偶",
            position=2,
            from_on=since,
            to_on=until,
        )
    )


def organization(kind: str, code: str, name: str, closed_on: date | None = None) -> Organization:
    row = Organization(
        village_id=1,
        uid=new_uid(),
        kind=kind,
        code=code,
        name=name,
        name_key="",
        name_initials="",
        place_id=None,
        category="",
        address="",
        owner_id=None,
        owner_name="",
        salt=b"s" * 16,
        plaque_on="",
        remark="",
        opened_on=date(2026, 1, 1),
        closed_on=closed_on,
    )
    set_phone(row, Sensitive(SensitiveKind.PHONE, "03515559876"), KEY)  # type: ignore[arg-type]
    return row


def leaves(village: Village, code: str, kind: str = "moved_out", on: date = TODAY) -> None:
    with village.write() as tx:
        away = AbsenceSpan(uid=new_uid(), household_id=house(tx, code).id, kind=kind, from_on=on, to_on=None)
        tx.session.add(away)


def found(village: Village, typed: str, absent: bool = False) -> tuple[FindRow, ...]:
    with village.read() as scope:
        return find(scope, typed, KEY, absent=absent)


def names(village: Village, typed: str, absent: bool = False) -> list[str]:
    return [row.title for row in found(village, typed, absent)]


@pytest.mark.parametrize(
    "typed", ["单雄信", "单", "雄信", "sxx", "dxx", "cxx", "SXX", "ｓｘｘ", "s x x", "sx"]
)
def test_a_surname_with_three_readings_is_found_by_each(village: Village, typed: str) -> None:
    assert names(village, typed) == ["单雄信"]


@pytest.mark.parametrize("typed", ["shanxiongxin", "danxiongxin", "chanxiongxin", "shanx", "danxiong"])
def test_full_pinyin_is_understood_in_every_reading_and_begun(village: Village, typed: str) -> None:
    assert names(village, typed) == ["单雄信"]


def test_the_whole_comes_before_the_begun(village: Village) -> None:
    for typed in ("zg", "cg", "zengguo", "cengguo", "曾国"):
        assert names(village, typed) == ["曾国", "曾国藩"]
    for typed in ("z", "c"):
        assert {"曾国", "曾国藩"} <= set(names(village, typed))
    for typed in ("zengguofan", "cengguofan"):
        assert names(village, typed) == ["曾国藩"]


def test_a_rare_reading_comes_after_the_usual_ones(village: Village) -> None:
    with village.write() as tx:
        household(tx, "01003", "方建国")  # 方 may be read wang, and hardly ever is
        renew_names(tx)
    assert names(village, "wjg") == ["王建国", "王建国", "方建国"]
    assert names(village, "wangjian") == ["王建国", "王建国", "方建国"]
    assert names(village, "fangjian") == ["方建国"]


def test_of_namesakes_heads_come_first(village: Village) -> None:
    with village.write() as tx:
        lives(tx, "01001", person(tx, "单雄信"))
        renew_names(tx)
    assert [row.code for row in found(village, "单雄信")] == ["01002", "01001"]


def test_namesakes_are_told_apart_by_their_house(village: Village) -> None:
    first, second = found(village, "王建国")
    assert (first.code, first.grid_name, first.house_number) == ("01001", "第一网格", "1")
    assert (second.code, second.grid_name, second.house_number) == ("02001", "第二网格", "1")
    assert first.household_id != second.household_id
    assert str(first.phone) == "138****0001"


def test_somebody_of_a_household_is_shown_with_its_head(village: Village) -> None:
    (row,) = found(village, "lvxiuying")
    assert (row.kind, row.title, row.head_name, row.code) == (FindKind.PERSON, "吕秀英", "王建国", "01001")
    assert names(village, "lüxiu") == ["吕秀英"]


@pytest.mark.parametrize("typed", ["买买提吐尔逊", "买买提•吐", "mmttex", "maimaititu"])
def test_a_middle_dot_need_not_be_typed(village: Village, typed: str) -> None:
    assert names(village, typed) == ["买买提·吐尔逊"]


@pytest.mark.parametrize("typed", ["王jg", "王jianguo", "王jiang", "曾gf", "单xiongx"])
def test_letters_still_being_composed_go_on_with_the_characters_before(village: Village, typed: str) -> None:
    wanted = {"王": ["王建国", "王建国"], "曾": ["曾国藩"], "单": ["单雄信"]}
    assert names(village, typed) == wanted[typed[0]]


@pytest.mark.parametrize(
    "typed", ["01012", "1012", "０１０１２", "1-012", "14010820321101012", "140108203211001012"]
)
def test_a_household_code_leads_to_its_household_alone(village: Village, typed: str) -> None:
    row = found(village, typed)[0]
    assert (row.title, row.rank) == ("曾国", FindRank.CODE)


def test_a_begun_code_lists_the_households_of_its_grid(village: Village) -> None:
    assert [row.code for row in found(village, "02")] == ["02001", "02002", "02003"]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("12号", ["01012"]),
        ("12", ["01012"]),
        ("501", ["02003"]),
        ("3栋2", ["02003"]),
        ("3栋2单元501", ["02003"]),
        ("1号", ["01001", "02001"]),
        ("01", ["01001", "01002", "01012"]),
    ],
)
def test_a_house_number_is_found_whole_and_in_part(village: Village, typed: str, codes: list[str]) -> None:
    assert [row.code for row in found(village, typed)] == codes


def test_a_phone_is_found_by_its_last_four_and_told_apart_by_more(village: Village) -> None:
    assert names(village, "2211") == ["单雄信"]
    assert names(village, "5678") == ["曾国", "王建国"]
    assert names(village, "703515678") == ["王建国"]
    assert names(village, "995678") == []
    assert [row.rank for row in found(village, "5678")] == [FindRank.TAIL] * 2


def test_a_whole_phone_or_id_number_is_found_by_its_keyed_hash(village: Village) -> None:
    (row,) = found(village, "139 0351 5678")
    assert (row.title, row.rank) == ("曾国", FindRank.CODE)
    (row,) = found(village, "14010819711112933x")
    assert (row.title, row.rank) == ("曾国", FindRank.CODE)


def test_an_id_number_is_found_by_its_tail_with_a_small_or_large_x(village: Village) -> None:
    assert names(village, "933X") == names(village, "933x") == names(village, "933ｘ") == ["曾国"]
    assert names(village, "2933x") == ["曾国"]
    assert names(village, "4933x") == []
    assert names(village, "33x") == []


def test_a_code_comes_before_a_phone_that_ends_like_it(village: Village) -> None:
    with village.write() as tx:
        set_phone(somebody(tx, "欧阳明"), Sensitive(SensitiveKind.PHONE, "13803511012"), KEY)
    assert names(village, "1012") == ["曾国", "欧阳明"]


def test_a_head_is_not_listed_beside_the_household_itself(village: Village) -> None:
    with village.write() as tx:
        set_phone(somebody(tx, "曾国"), Sensitive(SensitiveKind.PHONE, "13803511012"), KEY)
    assert names(village, "1012") == ["曾国"]


@pytest.mark.parametrize("typed", ["便民", "bmcs", "bianmin", "biancs", "S01", "s01", "9876"])
def test_a_shop_is_found_by_name_pinyin_code_and_phone(village: Village, typed: str) -> None:
    rows = [row for row in found(village, typed) if row.code == "S01"]
    wanted = [] if typed == "biancs" else [(FindKind.ORGANIZATION, "便民超市", "第一网格")]
    assert [(row.kind, row.title, row.grid_name) for row in rows] == wanted


def test_people_who_moved_out_are_found_when_they_are_asked_for(village: Village) -> None:
    leaves(village, "02001")
    assert [row.code for row in found(village, "王建国")] == ["01001"]
    gone, here = found(village, "王建国", absent=True)
    assert (gone.code, gone.absent, here.code, here.absent) == ("02001", True, "01001", False)
    assert found(village, "02001") == ()
    assert found(village, "02001", absent=True)[0].absent


def test_a_household_that_leaves_tomorrow_is_still_here(village: Village) -> None:
    leaves(village, "02001", "deregistered", date(2026, 6, 2))
    assert len(found(village, "王建国")) == 2
    village.on(date(2026, 6, 2))
    assert len(found(village, "王建国")) == 1


def test_the_dead_are_found_when_they_are_asked_for(village: Village) -> None:
    with village.write() as tx:
        somebody(tx, "吕秀英").died_on = TODAY
    assert found(village, "吕秀英") == ()
    (row,) = found(village, "lxy", absent=True)
    assert (row.title, row.code, row.absent) == ("吕秀英", "01001", True)


def test_somebody_who_moved_alone_is_found_at_the_last_home(village: Village) -> None:
    with village.write() as tx:
        who = person(tx, "温桂兰", sex="女")
        lives(tx, "01002", who, date(2026, 3, 1))
        lives(tx, "02001", who, date(2026, 5, 30))
        renew_names(tx)
    assert found(village, "wgl") == ()
    (row,) = found(village, "wgl", absent=True)
    assert row.absent
    assert row.code in ("01002", "02001")


def test_a_closed_shop_is_found_when_it_is_asked_for(village: Village) -> None:
    with village.write() as tx:
        shop = tx.session.scalars(select(Organization).where(Organization.code == "S01")).one()
        shop.closed_on = TODAY
    assert names(village, "bmcs") == []
    assert names(village, "bmcs", absent=True) == ["便民超市"]


@pytest.mark.parametrize("typed", ["", "  ", "%", "_", "·", "'", "没有这人", "xyz", "王" * 200, "9999"])
def test_what_nobody_is_called_finds_nothing(village: Village, typed: str) -> None:
    assert found(village, typed) == ()


def test_no_more_rows_come_than_can_be_picked(village: Village) -> None:
    with village.write() as tx:
        for number in range(20, 40):
            household(tx, f"01{number:03d}", "王建国")
        renew_names(tx)
    rows = found(village, "wjg")
    assert [row.code for row in rows] == ["01001", *(f"010{number}" for number in range(20, 28))]


def test_households_are_listed_in_the_order_of_what_was_found(village: Village) -> None:
    with village.read() as scope:
        assert [row.code for row in find_households(scope, "曾国", KEY)] == ["01012", "02003"]
        assert [row.code for row in find_households(scope, "曾国", KEY, grid_code="2")] == ["02003"]
        assert len(find_households(scope, "w", KEY)) == 2
        assert find_households(scope, "", KEY) == ()
        with pytest.raises(UnknownGrid):
            find_households(scope, "曾国", KEY, grid_code="9")


def test_names_stored_with_one_reading_are_made_anew_without_an_audit_row(village: Village) -> None:
    with village.write() as tx:
        tx.session.execute(text("UPDATE person SET name_key = 'zeng guo 曾国' WHERE name = '曾国'"))
    with village.write() as tx:
        before = tx.session.scalar(text("SELECT count(*) FROM audit"))
        assert has_old_names(tx)
        renew_names(tx)
    with village.read() as scope:
        assert not has_old_names(scope)
        assert scope.session.scalar(text("SELECT count(*) FROM audit")) == before
    assert names(village, "cengguo") == ["曾国", "曾国藩"]


def test_households_that_left_are_listed_when_they_are_asked_for(village: Village) -> None:
    leaves(village, "02001", "merged")
    with village.read() as scope:
        assert [row.code for row in find_households(scope, "wjg", KEY)] == ["01001"]
        assert [row.code for row in find_households(scope, "wjg", KEY, absent=True)] == ["02001", "01001"]


@pytest.mark.parametrize(
    "typed", ["138-0351-0001", "+8613803510001", "138 0351 0001", "１３８０３５１０００１"]
)
def test_a_phone_may_be_typed_as_it_is_written_down(village: Village, typed: str) -> None:
    (row,) = found(village, typed)
    assert (row.title, row.code, row.rank) == ("王建国", "01001", FindRank.CODE)


@pytest.mark.parametrize("typed", ["0351-5551234", "03515551234", "5551234"])
def test_a_land_line_is_found_with_and_without_its_dash(village: Village, typed: str) -> None:
    with village.write() as tx:
        set_phone(somebody(tx, "欧阳明"), Sensitive(SensitiveKind.PHONE, "0351-5551234"), KEY)
        set_phone(
            tx.session.scalars(select(Organization).where(Organization.code == "S01")).one(),
            Sensitive(SensitiveKind.PHONE, "0351-5551234"),
            KEY,
        )
    assert names(village, typed) == ["欧阳明", "便民超市"]


def test_a_household_is_found_by_its_address_with_the_number_in_it(village: Village) -> None:
    with village.write() as tx:
        house(tx, "01012").address = "清泉村 一组12号"
        house(tx, "02001").address = "清泉村一组112号"
    for typed in ("一组12号", "清泉村一组12号", "清泉村 一组１２号"):
        assert [row.code for row in found(village, typed)] == ["01012"]


def test_half_a_character_is_as_if_it_were_not_typed(village: Village) -> None:
    assert names(village, "单雄\ud83d") == ["单雄信"]
    assert names(village, "\ud83d") == []
