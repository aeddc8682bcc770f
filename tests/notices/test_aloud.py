"""The loudspeaker reads short sentences with nothing in them that only an eye can read."""

import re
from dataclasses import replace

import pytest

from builders.notices import EVERY_COLUMN, LOOK, OF_BUILDINGS, content, line, part, village_lines
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.aloud import aloud_text
from passbook_desk.features.notices.values import (
    CellKind,
    NoticeColumn,
    NoticeKind,
    NoticeWords,
    PartColumn,
    PartKind,
    Subject,
)
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.points import ZERO, Points

SHOWN = (NoticeColumn.CREDITS, NoticeColumn.DEBITS, NoticeColumn.CLOSING)


def test_the_village_is_told_its_totals_then_each_grid_then_how_to_object() -> None:
    told = aloud_text(content(*village_lines(60, 3), look=replace(LOOK, columns=SHOWN))).splitlines()
    assert told == [
        "清泉村2026年二季度积分公示，公示编号2026年第1号。",
        "计分时间，从2026年4月1日到2026年6月30日。",
        "公示从2026年7月1日到2026年7月7日，贴在村务公开栏。",
        "全村共60本存折，加分330分，扣分120分，期末结余630分。",
        "第一网格，20本存折，加分110分，扣分40分，期末结余210分。",
        "第二网格，20本存折，加分110分，扣分40分，期末结余210分。",
        "第三网格，20本存折，加分110分，扣分40分，期末结余210分。",
        "对公示有不同意见的，请在2026年7月7日以前，打电话0351，555，0123，或者到村委会一楼会议室找赵秀兰当面说。",
        "反映的时候，请说清是第几行。",
        "收到以后7天内答复。",
    ]


def test_every_line_is_read_by_its_house_and_surname_so_that_namesakes_are_told_apart() -> None:
    lines = (
        line(36, 3, household_code="03001", debits=ZERO, closing=Points.parse("-2.5")),
        line(
            37,
            3,
            household_code="03002",
            credits=Points.parse("12"),
            debits=ZERO,
            closing=Points.parse("135"),
        ),
        line(38, 3, Colour.RED, household_code="03002", shown_name="王*"),
        line(39, 1, grid_code="", grid_name="商铺", household_code="S001", shown_name="清泉便民超市"),
    )
    told = aloud_text(content(*lines, look=replace(LOOK, columns=SHOWN)), every_line=True).splitlines()
    assert "第36行，03001户，王家，加分5.5分，期末结余负2.5分。" in told
    assert "第37行，03002户，王家，加分12分，期末结余135分。" in told
    assert "第38行，03002户，党员王某，加分5.5分，扣分2分，期末结余10.5分。" in told
    assert "第39行，S001号，清泉便民超市，加分5.5分，扣分2分，期末结余10.5分。" in told
    assert told.index("第三网格。") < told.index("商铺。")


def test_names_in_full_are_read_in_full_and_numbers_in_groups() -> None:
    full = content(line(1, shown_name="王建国"), look=replace(LOOK, names=WallNames.FULL))
    assert "第1行，01001户，户主王建国，" in aloud_text(full, every_line=True)
    coded = content(line(1, shown_name="20000017"), look=replace(LOOK, names=WallNames.CODE))
    assert "第1行，01001户，存折2000，0017，" in aloud_text(coded, every_line=True)
    uygur = content(line(1, shown_name="买*****逊"))
    assert "第1行，01001户，户主买某逊，" in aloud_text(uygur, every_line=True)


@pytest.mark.parametrize(
    ("phone", "read"),
    [("0351-5550123", "0351，555，0123"), ("13812345678", "138，1234，5678"), ("5550123", "555，0123")],
)
def test_a_phone_is_read_in_groups_of_digits(phone: str, read: str) -> None:
    assert f"打电话{read}，或者" in aloud_text(content(line(1), objection_phone=phone))


def test_without_a_phone_or_a_person_one_goes_to_the_place() -> None:
    words = NoticeWords("", "村委会", 0, ())
    told = aloud_text(content(line(1), objection_phone="", words=words))
    assert "请在2026年7月7日以前，到村委会当面说。" in told
    assert "答复" not in told


def test_a_part_is_read_by_its_length_and_sums_and_line_by_line_when_asked() -> None:
    notice = content(*village_lines(5, 1), parts=(part(6),))
    assert "更正以前的公示，共2条，分值合计1.5。" in aloud_text(notice)
    assert "重复记了一次" not in aloud_text(notice)
    told = aloud_text(notice, every_line=True)
    assert "第6行，2026年第1号，原行号37，03002，王某国，义务清扫公共区域，重复记了一次，分值负2。" in told


def test_sums_of_events_are_read_whole_and_their_units_behind_the_figure() -> None:
    figures = [PartColumn(word, CellKind.COUNT) for word in ("红事", "白事", "合计")]
    of_quarter = part(
        1,
        kind=PartKind.EVENTS,
        title="本期合计",
        columns=(PartColumn("项目"), *figures, PartColumn("单位", CellKind.CENTRED)),
        rows=(("报备件数", "3", "2", "5", "件"), ("节约估算", "12000", "800", "12800", "元")),
        note="",
    )
    told = aloud_text(content(kind=NoticeKind.EVENTS, parts=(of_quarter,)))
    assert "列的是2026年4月1日到2026年6月30日办的事。" in told
    assert "报备件数，红事3，白事2，合计5件。" in told
    assert "节约估算，红事12000，白事800，合计12800元。" in told


def test_a_changed_item_is_read_as_people_say_it() -> None:
    changed = part(
        1,
        kind=PartKind.CATALOGUE,
        title="细则的变更",
        columns=tuple(map(PartColumn, ("事项", "变更", "原来", "现在"))),
        rows=(
            ("庭院评为“整洁”", "修改分值", "+5分/月·户", "+10分/次"),
            ("乱堆", "新增", "（无）", "-5分/处"),
        ),
    )
    notice = content(kind=NoticeKind.CATALOGUE, about="3", parts=(changed,))
    told = aloud_text(notice, every_line=True)
    assert "第1行，庭院评为整洁，修改分值，加5分每月每户，加10分每次。" in told
    assert "第2行，乱堆，新增，无，负5分每处。" in told


def test_a_proof_and_a_second_version_say_what_they_are() -> None:
    assert "这是校样，还没有出榜。" in aloud_text(content(line(1), number=None))
    assert "公示编号2026年第2号，第2版，是更正版。" in aloud_text(
        content(line(1), number="2026-02", version=2)
    )


def test_nothing_is_read_that_only_an_eye_can_read() -> None:
    buildings = [line(n, colour=None, household_code=f"1000{n}", shown_name="1号楼（东）") for n in (1, 2)]
    for notice in (
        content(*village_lines(30, 3), parts=(part(31),), look=replace(LOOK, columns=EVERY_COLUMN)),
        content(*buildings, look=replace(LOOK, subjects=(Subject.BUILDING,), columns=OF_BUILDINGS)),
        content(kind=NoticeKind.CORRECTIONS, about="2026-01", parts=(part(1),)),
        content(*village_lines(3, 1), form=1),
        content(number=None),
    ):
        told = aloud_text(notice, every_line=True)
        assert re.findall(r"[〔〕（）()\[\]*/★●·:：=＝+＋\t|-]", told) == []
        assert all(sentence.endswith("。") for sentence in told.splitlines())
