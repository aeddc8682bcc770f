"""Sheets that say again what others say, and rows that only show how to fill a form in."""

from builders.rosters import id_number
from intake.test_layout_shapes import layout_of, only_table, sheet
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.layout import SheetRole

HEADER = ("姓名", "身份证号", "与户主关系")
PEOPLE = [
    (f"王{name}", id_number(f"19600{order}01", 901 + order), "户主")
    for order, name in enumerate("建国福贵强海", 1)
]
MORE = [
    (f"李{name}", id_number(f"19700{order}01", 901 + order), "户主")
    for order, name in enumerate("春秋平安红玉", 1)
]
GRIDS = (sheet(HEADER, *PEOPLE, name="一组"), sheet(HEADER, *MORE, name="二组"))


def test_a_list_of_the_whole_village_beside_its_grids_is_not_read_twice() -> None:
    whole = sheet(HEADER, *PEOPLE, *MORE, name="总表")
    layout = layout_of(whole, *GRIDS)
    assert [table.sheet for table in layout.tables] == ["一组", "二组"]
    assert layout.sheet("总表").role is SheetRole.REPEATS
    chosen = layout_of(whole, *GRIDS, choices=Choices(sheets={"总表": True}))
    assert [table.sheet for table in chosen.tables] == ["总表", "一组", "二组"]


def test_a_list_with_one_person_more_than_the_grids_is_read() -> None:
    whole = sheet(HEADER, *PEOPLE, *MORE, ("赵四海", id_number("19810101", 911), "户主"), name="总表")
    assert "总表" in [table.sheet for table in layout_of(whole, *GRIDS).tables]


def test_an_example_under_the_header_is_nobody() -> None:
    for mark in ("例", "示例", "例：张三", "（样例）", "填写说明：照身份证填"):
        table = only_table(
            ("序号", *HEADER), (mark, "张三", id_number("19900101", 909), "户主"), (1, *PEOPLE[0])
        )
        assert [row.number for row in table.rows] == [3]
