"""A draft that is worked on, adopted by a meeting, compared, printed and read back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.village import Village, new_village
from passbook_desk.documents import measure as ruler
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Text
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.access.commands import found_operator
from passbook_desk.features.access.errors import NotAllowed
from passbook_desk.features.access.values import Role
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.comparing import ChangeKind, Part, compare
from passbook_desk.features.catalogue.draft_text import draft_from, draft_text
from passbook_desk.features.catalogue.drafts import adopt_draft, drop_draft, keep_draft, kept_draft
from passbook_desk.features.catalogue.editing import (
    categories_of,
    draft_of_version,
    drop_item,
    looked_at,
    put_item,
    put_limits,
    starter_draft,
    switch_item,
    with_period,
)
from passbook_desk.features.catalogue.errors import (
    CodeReused,
    CodeTwice,
    GiftTakesPoints,
    NoDraft,
    UnknownVersion,
    VetoIncomplete,
    WrongLimit,
)
from passbook_desk.features.catalogue.paper import (
    CatalogueSheet,
    ComparisonSheet,
    catalogue_pages,
    comparison_pages,
    texts_of,
)
from passbook_desk.features.catalogue.queries import (
    known_codes,
    version_in_force,
    version_numbered,
)
from passbook_desk.features.catalogue.reading import catalogue_from_workbook
from passbook_desk.features.catalogue.sheets import catalogue_workbook, draft_workbook
from passbook_desk.features.catalogue.values import (
    AdoptCatalogue,
    AdoptDraft,
    Direction,
    Draft,
    Effect,
    Holder,
    ItemDraft,
    KnownCode,
    Limit,
    LimitPeriod,
    Measure,
    ValueKind,
    VersionRow,
    Veto,
    VetoTerm,
)
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.places import resources_folder
from passbook_desk.kernel.points import Points

SAMPLE = Path(__file__).parents[1] / "samples" / "积分细则.xlsx"
JANUARY, MARCH = date(2026, 1, 15), date(2026, 3, 1)
DAILY = Limit(Direction.CAP, LimitPeriod.DAY, Measure.TIMES, 1)
YEARLY = Limit(Direction.FLOOR, LimitPeriod.YEAR, Measure.POINTS, Points(1000))
MEMBERS_ONLY = Limit(Direction.CAP, LimitPeriod.YEAR, Measure.TIMES, 12, Holder.RED)
MONTHLY = Limit(Direction.CAP, LimitPeriod.MONTH, Measure.POINTS, Points(10000))
CLEANING = ItemDraft(
    "101",
    "生态保护",
    "参加环境整治",
    ValueKind.FIXED,
    Points(1000),
    Points(1000),
    cap="每天1次",
    limits=(DAILY,),
)
FIGHTING = ItemDraft(
    "301", "平安和谐", "打架斗殴", ValueKind.FIXED, Points(-500), Points(-500), cap="扣完为止",
    holders=(Holder.RED, Holder.HOUSEHOLD), source="通报", evidence="派出所通报", veto=Veto.BOTH,
    veto_term=VetoTerm.TWO_YEARS, limits=(YEARLY,), remark="屡教不改的加重",
)  # fmt: skip
VOLUNTEERING = ItemDraft(
    "201", "志愿服务", "志愿服务", ValueKind.PER_UNIT, Points(100), Points(100), unit="小时",
    holders=(Holder.RED, Holder.HOUSEHOLD), limits=(MEMBERS_ONLY,), effect=Effect.HONOUR,
)  # fmt: skip
RETIRED = replace(CLEANING, code="102", name="清理河道", enabled=False, limits=(), cap="每天1次")
LIST = Draft("村民代表会议", (CLEANING, FIGHTING, VOLUNTEERING, RETIRED), (MONTHLY,))


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    opened = new_village(tmp_path)
    yield opened
    opened.store.close()


def keep(village: Village, draft: Draft) -> None:
    with village.write() as tx:
        keep_draft(tx, draft)


def adopt(village: Village, draft: Draft, day: date = JANUARY) -> VersionRow:
    with village.write() as tx:
        number = adopt_catalogue(
            tx, AdoptCatalogue(day, "会5", day, draft.source, draft.items, limits=draft.limits)
        )
    with village.read() as scope:
        return version_numbered(scope, number)


def test_a_draft_is_kept_with_everything_the_sheet_left_open(village: Village) -> None:
    draft = catalogue_from_workbook(read_workbook(SAMPLE, NullProgress()))
    keep(village, draft)
    with village.read() as scope:
        kept = kept_draft(scope)
        assert version_in_force(scope, JANUARY) is None
    assert kept is not None
    assert kept.draft == draft
    assert kept.saved_by == "刘文书"
    assert len(kept.draft.noted) == 17
    keep(village, LIST)
    with village.read() as scope:
        second = kept_draft(scope)
    assert second is not None
    assert second.draft == LIST


def test_every_field_of_a_draft_survives_being_kept() -> None:
    assert draft_from(LIST.source, draft_text(LIST)) == LIST
    assert draft_from("内置", draft_text(starter_draft())).items == starter_draft().items


def test_the_meeting_adopts_the_draft_once_and_it_is_put_away(village: Village) -> None:
    keep(village, LIST)
    command = AdoptDraft(JANUARY, "会5", JANUARY)
    with village.write() as tx:
        assert adopt_draft(tx, command) == 1
    with village.write() as tx:
        assert adopt_draft(tx, command) == 1
    with village.read() as scope:
        assert kept_draft(scope) is None
        version = version_numbered(scope, 1)
    assert version.source == "村民代表会议"
    assert draft_of_version(version).items == tuple(sorted(LIST.items, key=lambda item: item.code))
    assert version.limits == (MONTHLY,)
    with village.write() as tx, pytest.raises(NoDraft):
        adopt_draft(tx, AdoptDraft(JANUARY, "会6", JANUARY))
    with village.write() as tx, pytest.raises(NoDraft):
        drop_draft(tx)


def test_a_draft_that_is_thrown_away_changes_nothing(village: Village) -> None:
    adopt(village, LIST)
    keep(village, starter_draft())
    with village.write() as tx:
        drop_draft(tx)
    with village.read() as scope:
        assert kept_draft(scope) is None
        assert version_in_force(scope, MARCH) == version_numbered(scope, 1)
        with pytest.raises(UnknownVersion):
            version_numbered(scope, 2)


def test_who_only_records_works_on_no_draft_and_adopts_nothing(village: Village) -> None:
    keep(village, LIST)
    with village.write() as tx:
        village.actor = found_operator(tx, "李记录", (Role.RECORDER,))
    for act in (
        lambda tx: keep_draft(tx, starter_draft()),
        drop_draft,
        lambda tx: adopt_draft(tx, AdoptDraft(JANUARY, "", JANUARY)),
    ):
        with pytest.raises(NotAllowed), village.write() as tx:
            act(tx)
    with village.read() as scope:
        kept = kept_draft(scope)
        assert kept is not None
        assert kept.draft == LIST


def limits_of(village: Village, day: date) -> tuple[Limit, ...]:
    with village.read() as scope:
        version = version_in_force(scope, day)
    if version is None:
        return ()
    return (*(limit for item in version.items for limit in item.limits), *version.limits)


def test_limits_of_the_day_are_those_of_the_version_that_held(village: Village) -> None:
    adopt(village, LIST)
    tighter = replace(CLEANING, cap="每月3次", limits=(replace(DAILY, period=LimitPeriod.MONTH, amount=3),))
    adopt(village, Draft("三月会议", (tighter,)), MARCH)
    assert limits_of(village, date(2026, 1, 14)) == ()
    assert limits_of(village, date(2026, 2, 28)) == (
        replace(DAILY, item="101"),
        replace(MEMBERS_ONLY, item="201"),
        replace(YEARLY, item="301"),
        MONTHLY,
    )
    assert limits_of(village, MARCH) == (
        Limit(Direction.CAP, LimitPeriod.MONTH, Measure.TIMES, 3, None, "101"),
    )


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (replace(CLEANING, limits=(YEARLY,)), WrongLimit),
        (replace(CLEANING, limits=(DAILY, replace(DAILY, amount=2))), WrongLimit),
        (replace(CLEANING, limits=(replace(DAILY, amount=0),)), WrongLimit),
        (replace(CLEANING, limits=(replace(DAILY, amount=Points(100)),)), WrongLimit),
        (replace(CLEANING, limits=(MEMBERS_ONLY,)), WrongLimit),
        (replace(FIGHTING, veto_term=VetoTerm.NONE), VetoIncomplete),
        (replace(FIGHTING, veto=Veto.NONE), VetoIncomplete),
        (replace(FIGHTING, effect=Effect.GIFT), GiftTakesPoints),
    ],
)
def test_parts_that_do_not_fit_each_other_are_refused(
    village: Village, wrong: ItemDraft, refusal: type[UserError]
) -> None:
    with pytest.raises(refusal):
        put_item(LIST, wrong, wrong.code, ())
    with pytest.raises(refusal):
        adopt(village, Draft("", (wrong,)))
    with village.read() as scope:
        assert version_in_force(scope, MARCH) is None


def test_the_same_limit_over_all_items_twice_is_refused(village: Village) -> None:
    with pytest.raises(WrongLimit):
        adopt(village, put_limits(LIST, (MONTHLY, replace(MONTHLY, amount=Points(5)))))


def test_items_are_changed_added_switched_off_and_taken_out() -> None:
    changed = put_item(LIST, replace(CLEANING, least=Points(500), most=Points(500)), "101", ())
    assert [str(item.least) for item in changed.items] == ["5", "-5", "1", "10"]
    added = put_item(changed, replace(CLEANING, code="", name="植树"), "", ())
    assert (added.items[-1].name, added.items[-1].code) == ("植树", "103")
    off = switch_item(added, "201", False)
    assert [item.code for item in off.items if not item.enabled] == ["201", "102"]
    assert switch_item(off, "201", True) == added
    assert [item.code for item in drop_item(added, "301").items] == ["101", "201", "102", "103"]


def test_a_code_is_given_to_one_deed_only() -> None:
    with pytest.raises(CodeTwice):
        put_item(LIST, replace(CLEANING, code="301"), "101", ())
    with pytest.raises(CodeReused):
        put_item(LIST, replace(CLEANING, name="植树"), "101", (KnownCode("101", "参加环境整治"),))
    freed = put_item(
        LIST, replace(CLEANING, name="植树", code=""), "101", (KnownCode("101", "参加环境整治"),)
    )
    assert freed.items[0].code == "103"


def test_what_was_looked_at_is_off_the_list() -> None:
    draft = starter_draft()
    late = next(noted for noted in draft.noted if noted.item == "802")
    assert late.finding.kind == "limit_endless"
    assert len(looked_at(draft, late).noted) == len(draft.noted) - 1
    yearly = with_period(draft, late, LimitPeriod.YEAR)
    item = next(item for item in yearly.items if item.code == "802")
    assert [limit.period for limit in item.limits] == [LimitPeriod.YEAR]
    assert item.cap == "10分扣完为止"
    assert not [noted for noted in yearly.noted if noted.item == "802"]
    mended = put_item(draft, replace(item, cap="每年10分扣完为止"), "802", ())
    assert not [noted for noted in mended.noted if noted.item == "802"]


def test_the_villages_own_categories_come_from_draft_and_versions(village: Village) -> None:
    version = adopt(village, LIST)
    draft = Draft("", (replace(CLEANING, category="茶产业"),))
    assert categories_of(draft, (version,)) == ("茶产业", "生态保护", "志愿服务", "平安和谐")


def test_a_version_goes_out_as_a_workbook_and_comes_back_without_a_difference(
    village: Village, tmp_path: Path
) -> None:
    version = adopt(village, LIST)
    write_xlsx(catalogue_workbook(version), tmp_path / "细则.xlsx")
    with village.read() as scope:
        known = known_codes(scope)
    again = catalogue_from_workbook(read_workbook(tmp_path / "细则.xlsx", NullProgress()), known)
    assert again.items == draft_of_version(version).items
    assert again.limits == version.limits
    assert {item.kind for item in compare(version, again).items} == {ChangeKind.SAME}


@pytest.mark.parametrize("draft", [starter_draft(), LIST], ids=["starter", "list"])
def test_a_draft_goes_out_to_be_talked_over_and_comes_back_the_same(draft: Draft, tmp_path: Path) -> None:
    write_xlsx(draft_workbook(draft), tmp_path / "讨论稿.xlsx")
    again = catalogue_from_workbook(read_workbook(tmp_path / "讨论稿.xlsx", NullProgress()))
    assert again.items == draft.items
    assert (again.limits, again.meeting_on) == (draft.limits, None)


def test_a_list_without_anything_special_keeps_the_villages_eight_columns(tmp_path: Path) -> None:
    draft = catalogue_from_workbook(read_workbook(SAMPLE, NullProgress()))
    heads = [str(cell.value) for cell in draft_workbook(draft).sheets[0].rows[2]]
    assert heads == ["编码", "类别", "序号", "积分内容", "分值标准", "上限", "适用对象", "认定方式", "备注"]
    special = [str(cell.value) for cell in draft_workbook(LIST).sheets[0].rows[2]]
    assert special[8:-1] == ["依据材料", "积分用途", "一票否决", "程序限额", "状态"]


def test_two_versions_are_told_apart_item_by_item(village: Village) -> None:
    old = adopt(village, LIST)
    dearer = replace(CLEANING, least=Points(2000), most=Points(2000), cap="每月2次", limits=())
    new = Draft(
        "", (dearer, replace(FIGHTING, enabled=False), replace(CLEANING, code="103", name="植树"), RETIRED)
    )
    compared = compare(old, new)
    assert {item.code: item.kind for item in compared.items} == {
        "101": ChangeKind.CHANGED,
        "102": ChangeKind.SAME,
        "103": ChangeKind.NEW,
        "201": ChangeKind.OFF,
        "301": ChangeKind.OFF,
    }
    assert [(change.part, change.old, change.new) for change in compared.items[0].changes] == [
        (Part.VALUE, "+10分/次", "+20分/次"),
        (Part.LIMITS, "每天1次（每天最多1次）", "每月2次"),
    ]
    assert (compared.limits_gone, compared.limits_come) == (("全部加分每月不超过100分",), ())
    assert {item.kind for item in compare(None, LIST).items} == {ChangeKind.NEW}


def test_wall_sheet_and_comparison_fit_their_pages_and_say_what_changed(village: Village) -> None:
    old = adopt(village, starter_draft())
    fonts = FontBook(resources_folder() / "fonts")
    measure = ruler.Measure(fonts)
    wall = CatalogueSheet("清泉村", "清泉村积分管理小组", old)
    fonts.check(texts_of(wall))
    pages = catalogue_pages(wall, measure)
    words = [item.text for page in pages for item in page.items if isinstance(item, Text)]
    assert "参加环境整治" in words
    assert any(word.startswith("以下 5 项分值待议定") for word in words)
    assert "门前整洁" not in words
    sheet = ComparisonSheet("清泉村", compare(old, LIST), MARCH)
    fonts.check(texts_of(sheet))
    pages = comparison_pages(sheet, measure)
    words = [item.text for page in pages for item in page.items if isinstance(item, Text)]
    assert "停用（52 项）" in words
    assert "改动（3 项）" in words
    assert "全部加分每月不超过100分" in words
