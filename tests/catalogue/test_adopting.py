from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from builders.village import Village, new_village
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.errors import (
    CodeReused,
    CodeTwice,
    ItemIncomplete,
    NoCatalogueYet,
    NothingEnabled,
    UnknownItem,
    WrongCode,
    WrongItemValue,
)
from passbook_desk.features.catalogue.queries import (
    first_day,
    item_in_force,
    items_in_force,
    known_codes,
    version_in_force,
    versions,
)
from passbook_desk.features.catalogue.starter import starter_catalogue
from passbook_desk.features.catalogue.values import AdoptCatalogue, Holder, ItemDraft, ValueKind
from passbook_desk.features.village.errors import (
    EffectiveBeforeEarlier,
    EffectiveBeforeMeeting,
    MeetingInFuture,
)
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import ZERO, Points

JANUARY = date(2026, 1, 15)
MARCH = date(2026, 3, 1)
CLEANING = ItemDraft("101", "生态保护", "参加环境整治", ValueKind.FIXED, Points(1000), Points(1000))
SORTING = ItemDraft("102", "生态保护", "主动垃圾分类", ValueKind.FIXED, Points(300), Points(300))


def adopt(
    village: Village, items: tuple[ItemDraft, ...], on: date = JANUARY, start: date | None = None
) -> int:
    with village.write() as tx:
        return adopt_catalogue(tx, AdoptCatalogue(on, "2026-1", start or on, "村民代表会议", items))


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return new_village(tmp_path)


def test_the_meeting_of_january_adopts_the_starter_list(village: Village) -> None:
    with village.write() as tx:
        number = adopt_catalogue(
            tx, AdoptCatalogue(JANUARY, "2026-1", JANUARY, "起步细则", starter_catalogue())
        )
        assert Topic.CATALOGUE in tx.touched
    with village.read() as scope:
        version = version_in_force(scope, JANUARY)
        assert version is not None
        assert (number, version.number, version.line_count) == (1, 1, 42)
        assert version.minutes_no == "2026-1"
        assert [item.code for item in version.items] == sorted(item.code for item in starter_catalogue())
        late = item_in_force(scope, "802", date(2026, 6, 1))
        assert (late.least, late.most, late.holders) == (Points(-50), Points(-50), (Holder.RED,))
        assert item_in_force(scope, "901", JANUARY).enabled is False


def test_before_the_first_catalogue_nothing_can_be_looked_up(village: Village) -> None:
    with village.read() as scope, pytest.raises(NoCatalogueYet) as refused:
        item_in_force(scope, "101", JANUARY)
    assert refused.value.params["first"] is None
    adopt(village, (CLEANING,))
    with village.read() as scope:
        with pytest.raises(NoCatalogueYet) as refused:
            item_in_force(scope, "101", date(2026, 1, 14))
        assert refused.value.params["first"] == JANUARY == first_day(scope)
        assert items_in_force(scope, date(2026, 1, 14)) == ()
        with pytest.raises(UnknownItem):
            item_in_force(scope, "999", JANUARY)


def test_a_second_meeting_changes_values_and_old_days_keep_the_old_ones(village: Village) -> None:
    adopt(village, (CLEANING, SORTING))
    doubled = replace(CLEANING, least=Points(2000), most=Points(2000))
    assert adopt(village, (doubled,), MARCH) == 2
    with village.read() as scope:
        assert item_in_force(scope, "101", date(2026, 2, 28)).least == Points(1000)
        assert item_in_force(scope, "101", MARCH).least == Points(2000)
        assert item_in_force(scope, "102", date(2026, 2, 28)).name == "主动垃圾分类"
        with pytest.raises(UnknownItem):
            item_in_force(scope, "102", MARCH)
        assert [version.number for version in versions(scope)] == [2, 1]
        assert [code.code for code in known_codes(scope)] == ["101", "102"]


def test_a_code_is_never_given_to_another_deed_not_even_after_a_gap(village: Village) -> None:
    adopt(village, (CLEANING, SORTING))
    adopt(village, (CLEANING,), MARCH)
    other = replace(SORTING, name="清理河道垃圾")
    with pytest.raises(CodeReused) as refused:
        adopt(village, (CLEANING, other), date(2026, 4, 1))
    assert refused.value.params == {
        "field": "items",
        "item": "102",
        "name": "清理河道垃圾",
        "other": "主动垃圾分类",
    }
    with village.read() as scope:
        assert len(versions(scope)) == 2


def test_the_same_deed_may_come_back_under_its_code_however_wide_it_is_typed(village: Village) -> None:
    adopt(village, (CLEANING, replace(SORTING, name="参加A类活动")))
    assert adopt(village, (replace(SORTING, name="参加Ａ类 活动"),), MARCH) == 2
    with village.read() as scope:
        assert [code.name for code in known_codes(scope)] == ["参加环境整治", "参加Ａ类 活动"]


def test_a_name_that_stands_twice_in_one_list_gets_two_codes(village: Village) -> None:
    adopt(village, (CLEANING, SORTING))
    nameless = replace(SORTING, code="")
    adopt(village, (nameless, replace(nameless, holders=(Holder.RED,))), MARCH)
    with village.read() as scope:
        assert [(item.code, item.holders) for item in items_in_force(scope, MARCH)] == [
            ("102", (Holder.HOUSEHOLD,)),
            ("103", (Holder.RED,)),
        ]


def test_a_list_adopted_this_morning_holds_from_today(village: Village) -> None:
    assert adopt(village, (CLEANING,), date(2026, 6, 1)) == 1
    with village.read() as scope:
        assert item_in_force(scope, "101", date(2026, 6, 1)).name == "参加环境整治"


def test_a_deed_without_a_code_finds_its_old_one_or_gets_a_fresh_one(village: Village) -> None:
    adopt(village, (CLEANING, SORTING))
    fresh = replace(SORTING, code="", name="清理河道垃圾")
    adopt(village, (fresh, replace(SORTING, code="")), MARCH)
    with village.read() as scope:
        assert {item.name: item.code for item in items_in_force(scope, MARCH)} == {
            "清理河道垃圾": "103",
            "主动垃圾分类": "102",
        }


@pytest.mark.parametrize(
    ("items", "refusal"),
    [
        ((), NothingEnabled),
        (
            (replace(CLEANING, value_kind=ValueKind.UNSET, least=ZERO, most=ZERO, enabled=False),),
            NothingEnabled,
        ),
        ((CLEANING, replace(SORTING, code="101")), CodeTwice),
        ((replace(CLEANING, code="1"),), WrongCode),
        ((replace(CLEANING, code="012"),), WrongCode),
        ((replace(CLEANING, code="１０１"),), WrongCode),
        ((replace(CLEANING, name=" "),), ItemIncomplete),
        ((replace(CLEANING, holders=()),), ItemIncomplete),
        ((replace(CLEANING, least=ZERO, most=ZERO),), WrongItemValue),
        ((replace(CLEANING, most=Points(2000)),), WrongItemValue),
        ((replace(CLEANING, value_kind=ValueKind.RANGE),), WrongItemValue),
        ((replace(CLEANING, value_kind=ValueKind.RANGE, least=Points(-500)),), WrongItemValue),
        ((replace(CLEANING, value_kind=ValueKind.UNSET),), WrongItemValue),
    ],
)
def test_a_list_that_cannot_be_recorded_with_is_refused_whole(
    village: Village, items: tuple[ItemDraft, ...], refusal: type[UserError]
) -> None:
    with pytest.raises(refusal):
        adopt(village, items)
    with village.read() as scope:
        assert versions(scope) == ()


def test_dates_follow_the_meeting_and_the_version_before(village: Village) -> None:
    with pytest.raises(MeetingInFuture):
        adopt(village, (CLEANING,), date(2026, 6, 2))
    with pytest.raises(EffectiveBeforeMeeting):
        adopt(village, (CLEANING,), MARCH, date(2026, 2, 28))
    adopt(village, (CLEANING,), JANUARY, MARCH)
    with pytest.raises(EffectiveBeforeEarlier):
        adopt(village, (CLEANING,), JANUARY, date(2026, 2, 28))
    assert adopt(village, (SORTING,), JANUARY, MARCH) == 2
    with village.read() as scope:
        assert [item.code for item in items_in_force(scope, MARCH)] == ["102"]


def test_sending_the_same_form_twice_adopts_once(village: Village) -> None:
    form = AdoptCatalogue(JANUARY, "2026-1", JANUARY, "村民代表会议", (CLEANING,))
    with village.write() as tx:
        assert adopt_catalogue(tx, form) == 1
    with village.write() as tx:
        assert adopt_catalogue(tx, form) == 1
    with village.read() as scope:
        assert len(versions(scope)) == 1


def test_each_row_of_a_catalogue_is_sealed_in_the_audit(village: Village) -> None:
    adopt(village, (CLEANING, SORTING))
    with village.read() as scope:
        sealed = dict(
            scope.session.execute(
                select(AuditRow.subject_table, func.count())
                .where(AuditRow.subject_table.like("catalogue%"))
                .group_by(AuditRow.subject_table)
            ).all()
        )
    assert sealed == {"catalogue_version": 1, "catalogue_item": 2}
