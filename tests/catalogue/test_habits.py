"""Sheets as other villages keep them: 加分 and 扣分 apart, several sheets, values in all kinds of words."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from passbook_desk.features.catalogue.limit_text import limits_words
from passbook_desk.features.catalogue.reading import catalogue_from_workbook
from passbook_desk.features.catalogue.value_text import worth_words
from passbook_desk.features.catalogue.values import (
    Draft,
    Effect,
    Holder,
    KnownCode,
    LimitPeriod,
    ValueKind,
    Veto,
    VetoTerm,
)
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.intake.values import Severity
from passbook_desk.kernel.jobs import NullProgress

Rows = Sequence[Sequence[object]]


def read(
    tmp_path: Path, *sheets: tuple[str, Rows, tuple[str, ...]], known: tuple[KnownCode, ...] = ()
) -> Draft:
    book = Workbook()
    for number, (title, rows, merges) in enumerate(sheets):
        sheet = book.worksheets[0] if number == 0 else book.create_sheet()
        sheet.title = title
        for row in rows:
            sheet.append(row)
        for merge in merges:
            sheet.merge_cells(merge)
    path = tmp_path / "细则.xlsx"
    book.save(path)
    return catalogue_from_workbook(read_workbook(path, NullProgress()), known)


def kinds(draft: Draft) -> list[tuple[str, int, str, str]]:
    return [
        (noted.item, noted.finding.row, noted.finding.column, noted.finding.kind) for noted in draft.noted
    ]


def test_additions_and_deductions_in_columns_of_their_own(tmp_path: Path) -> None:
    rows: Rows = [
        ["王家庄村积分标准"],
        ["类别", "序号", "项目内容", "分值", None, "封顶", "评分依据"],
        [None, None, None, "加分", "扣分", None, None],
        ["环境卫生", 1, "主动打扫公共区域", "2分/次", None, "每日1次", "照片"],
        ["环境卫生", 2, "乱倒垃圾", None, 5, "每月不超过20分", "巡查"],
        [None, 3, "义务劳动", "每小时2分", None, "每月最多8次", "签到"],
        ["移风易俗", 4, "红白事简办", "5-10分", "—", None, "理事会"],
        [None, 5, "酗酒闹事", None, -10, None, None],
        [None, 6, "会议迟到", None, "-0.5", None, None],
        [None, 7, "村民大会", "1分/次", "2分/次", None, None],
        ["合计", None, None, 100, None, None, None],
    ]
    draft = read(tmp_path, ("标准", rows, ("A1:G1", "D2:E2", "A2:A3", "B2:B3", "C2:C3", "F2:F3", "G2:G3")))
    assert [(item.name, worth_words(item), limits_words(item.limits)) for item in draft.items] == [
        ("主动打扫公共区域", "+2分/次", "每天最多1次"),
        ("乱倒垃圾", "扣5分/次", "每月最多扣20分"),
        ("义务劳动", "+2分/小时", "每月最多8次"),
        ("红白事简办", "+5至10分/次", ""),
        ("酗酒闹事", "扣10分/次", ""),
        ("会议迟到", "扣0.5分/次", ""),
        ("村民大会（加分）", "+1分/次", ""),
        ("村民大会（扣分）", "扣2分/次", ""),
    ]
    assert [item.category for item in draft.items] == ["环境卫生"] * 3 + ["移风易俗"] * 5
    assert [item.source for item in draft.items][:3] == ["照片", "巡查", "签到"]
    assert [noted.finding.kind for noted in draft.noted] == ["item_split"]


def test_a_sheet_for_members_and_one_for_households(tmp_path: Path) -> None:
    heads = ["序号", "积分事项", "标准", "备注"]
    draft = read(
        tmp_path,
        ("党员", [heads, [1, "参加主题党日", "1分/次"], [2, "无故不参加党员大会", "扣2分/次"]], ()),
        ("户", [heads, [1, "参加主题党日", "1分/次"], [2, "庭院整洁", "5分/月"]], ()),
        ("说明", [["本细则自2026年3月1日起施行"]], ()),
    )
    assert [(item.name, item.category, item.holders) for item in draft.items] == [
        ("参加主题党日", "党员", (Holder.RED,)),
        ("无故不参加党员大会", "党员", (Holder.RED,)),
        ("参加主题党日", "其他", (Holder.HOUSEHOLD,)),
        ("庭院整洁", "其他", (Holder.HOUSEHOLD,)),
    ]
    assert len({item.code for item in draft.items}) == 4


def test_the_same_deeds_with_other_values_for_members_are_all_read(tmp_path: Path) -> None:
    deeds = ("参加会议", "环境整治", "志愿服务", "调解纠纷", "植树", "防汛")
    heads = ["类别", "积分内容", "分值"]
    households = [heads, *(["村务", deed, "2"] for deed in deeds)]
    members = [heads, *(["村务", deed, "5"] for deed in deeds)]
    draft = read(tmp_path, ("村民", households, ()), ("党员积分细则", members, ()))
    assert [(str(item.least), item.holders) for item in draft.items] == [
        *([("2", (Holder.HOUSEHOLD,))] * 6),
        *([("5", (Holder.RED,))] * 6),
    ]
    draft = read(tmp_path, ("细则", households, ()), ("打印用", households, ()))
    assert len(draft.items) == 6
    assert [noted.finding.kind for noted in draft.noted] == ["sheet_repeated"]


def test_a_range_that_the_sheet_has_made_a_date_is_told(tmp_path: Path) -> None:
    rows: Rows = [
        ["类别", "积分内容", "分值"],
        ["卫生", "清理河道", date(2026, 5, 10)],
        ["卫生", "植树", "5"],
    ]
    draft = read(tmp_path, ("细则", rows, ()))
    assert draft.items[0].enabled is False
    assert kinds(draft) == [(draft.items[0].code, 2, "C", "value_is_date")]


def test_categories_as_lines_between_the_items(tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "积分内容", "分值"],
        ["一、遵纪守法"],
        [1, "举报违法", "10"],
        ["二、邻里团结"],
        [2, "调解纠纷", "5"],
    ]
    draft = read(tmp_path, ("细则", rows, ("A2:C2", "A4:C4")))
    assert [(item.category, item.name) for item in draft.items] == [
        ("遵纪守法", "举报违法"),
        ("邻里团结", "调解纠纷"),
    ]


def test_a_cap_cell_over_several_lines_is_not_taken_for_each_of_them(tmp_path: Path) -> None:
    rows: Rows = [
        ["类别", "积分内容", "分值", "上限"],
        ["卫生", "门前清扫", "扣1分", "每月10分"],
        [None, "垃圾入桶", "扣1分", None],
        [None, "柴草归堆", "扣1分", "每月3次"],
    ]
    draft = read(tmp_path, ("细则", rows, ("A2:A4", "D2:D3")))
    assert [limits_words(item.limits) for item in draft.items] == ["", "", "每月最多3次"]
    assert [item.cap for item in draft.items] == ["每月10分", "每月10分", "每月3次"]
    assert [kind for *_, kind in kinds(draft)] == ["limit_shared", "limit_shared"]


def test_remarks_below_bound_all_items_together(tmp_path: Path) -> None:
    rows: Rows = [
        ["类别", "积分内容", "分值"],
        ["卫生", "门前清扫", "2"],
        ["说明：1.全部加分每月不超过100分；2.志愿服务每月最多20分。"],
    ]
    draft = read(tmp_path, ("细则", rows, ("A3:C3",)))
    assert [(limit.period, str(limit.amount)) for limit in draft.limits] == [(LimitPeriod.MONTH, "100")]
    assert kinds(draft) == [("", 3, "", "total_limit_unread")]


def test_what_cannot_be_read_stays_off_and_its_cell_is_named(tmp_path: Path) -> None:
    rows: Rows = [
        ["类别", "积分内容", "分值", "上限"],
        ["卫生", "门前清扫", "酌情", "每月1次"],
        ["卫生", "植树", "5分/棵", "看情况"],
    ]
    draft = read(tmp_path, ("细则", rows, ()))
    sweeping, planting = draft.items
    assert (sweeping.enabled, sweeping.value_kind) == (False, ValueKind.UNSET)
    assert (planting.enabled, planting.cap, planting.limits) == (True, "看情况", ())
    assert kinds(draft) == [
        (sweeping.code, 2, "C", "value_unreadable"),
        (planting.code, 3, "D", "limit_unread"),
    ]
    assert draft.findings[0].severity is Severity.MUST_FIX


def test_evidence_effects_and_vetoes_come_along(tmp_path: Path) -> None:
    rows: Rows = [
        ["类别", "积分内容", "分值", "佐证材料", "积分用途", "一票否决", "状态"],
        ["平安", "打架斗殴", "-10", "派出所通报", None, "取消评先评优资格一年", None],
        ["平安", "聚众赌博", "-10", None, None, "不评优、暂停兑换，直到解除", None],
        ["荣誉", "最美家庭", "5", "证书", "只计评先评优，不兑换", None, None],
        ["荣誉", "建言献策", "1", None, "看情况", None, "停用"],
        ["荣誉", "过年慰问", "3", None, "赠送", "严重的一票否决", None],
    ]
    draft = read(tmp_path, ("细则", rows, ()))
    fighting, gambling, family, advice, gift = draft.items
    assert (fighting.evidence, fighting.veto, fighting.veto_term) == (
        "派出所通报",
        Veto.HONOURS,
        VetoTerm.YEAR,
    )
    assert (gambling.veto, gambling.veto_term) == (Veto.BOTH, VetoTerm.UNTIL_LIFTED)
    assert (family.evidence, family.effect, family.enabled) == ("证书", Effect.HONOUR, True)
    assert (advice.effect, advice.enabled, advice.value_kind) == (Effect.COUNTED, False, ValueKind.FIXED)
    assert (gift.effect, gift.veto) == (Effect.GIFT, Veto.NONE)
    assert [kind for *_, kind in kinds(draft)] == ["effect_unread", "veto_unread"]


def test_a_code_of_another_deed_is_replaced_when_the_sheet_is_read(tmp_path: Path) -> None:
    rows: Rows = [["编码", "类别", "积分内容", "分值"], ["101", "卫生", "清理河道", "3"]]
    draft = read(tmp_path, ("细则", rows, ()), known=(KnownCode("101", "参加环境整治"),))
    assert draft.items[0].code != "101"
    assert [kind for *_, kind in kinds(draft)] == ["item_code_taken"]


def test_a_deed_that_stands_twice_is_named(tmp_path: Path) -> None:
    rows: Rows = [["类别", "积分内容", "分值"], ["卫生", "清理河道", "3"], ["卫生", "清理河道", "5"]]
    draft = read(tmp_path, ("细则", rows, ()))
    assert len(draft.items) == 2
    assert [kind for *_, kind in kinds(draft)] == ["item_twice"]


def test_a_list_without_any_value_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(NoHeaderFound) as refused:
        read(tmp_path, ("户", [["序号", "事项", "备注"], [1, "打扫", ""]], ()))
    assert refused.value.params["missing"] == "分值标准"
