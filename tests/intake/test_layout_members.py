"""Members to the right of their head under titles that repeat: everyone keeps what stands in his place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.rosters import id_number
from builders.village import Village, new_village
from intake.test_layout_shapes import only_table, sheet, told
from passbook_desk.features.households.roster.planning import plan_roster
from passbook_desk.features.intake.reading import WorkbookRows

IDS = {
    name: id_number(f"19{year}0304", 901 + year)
    for name, year in (
        ("王建国", 60),
        ("李秀英", 62),
        ("王强", 84),
        ("王小燕", 86),
        ("赵福贵", 71),
        ("孙翠兰", 74),
        ("赵小军", 96),
    )
}
FAMILIES = (
    (("王建国", "户主"), ("李秀英", "妻"), ("王强", "长子"), ("王小燕", "长女")),
    (("赵福贵", "户主"), ("孙翠兰", "妻"), ("赵小军", "长子")),
)
PHONES = {name: f"1380000000{number}" for number, name in enumerate(IDS)}
EVERYBODY = [(name, relation, IDS[name], PHONES[name]) for family in FAMILIES for name, relation in family]
TITLES = {"关": "关系", "证": "身份证号", "话": "电话", "址": "住址", "序": "序号", "主": "户主"}


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    yield village
    village.store.close()


def value(field: str, name: str, relation: str) -> str:
    return {"关": relation, "证": IDS[name], "话": PHONES[name], "址": "清泉村3号", "序": "1"}.get(
        field, name
    )


def lines(base: str, member: str, names: tuple[str, ...]) -> list[tuple[object, ...]]:
    """名 in `member` is the name, under each of `names` in turn."""
    header = [TITLES[field] for field in base]
    for title in names:
        header += [title if field == "名" else TITLES[field] for field in member]
    found: list[tuple[object, ...]] = [tuple(header)]
    for head, *others in FAMILIES:
        row: list[object] = [value(field, *head) for field in base]
        for other in others:
            row += [value(field, *other) for field in member]
        found.append(tuple(row))
    return found


@pytest.mark.parametrize("base", ["主证话", "序主证话", "主话证址", "址证主话"])
@pytest.mark.parametrize("member", ["名关证话", "名证关话", "名话关证", "关名证话", "证关名话", "话证关名"])
@pytest.mark.parametrize(
    "names",
    [
        ("成员1", "成员2", "成员3"),
        ("家庭成员一", "家庭成员二", "家庭成员三"),
        ("成员（1）", "成员（2）", "成员（3）"),
        ("姓名",) * 3,
        ("家庭成员",) * 3,
        ("配偶", "子女1", "子女2"),
    ],
)
def test_every_member_has_his_own_relation_id_and_phone(
    base: str, member: str, names: tuple[str, ...]
) -> None:
    table = only_table(*lines(base, member, names))
    assert [one[2:] for one in told(table, "name", "relation", "id", "phone")] == EVERYBODY


def test_a_household_with_repeated_titles_goes_into_the_file_whole(village: Village) -> None:
    book = WorkbookRows(
        "0" * 64, "花名册.xlsx", (sheet(*lines("主证话", "名关证话", ("成员1", "成员2", "成员3"))),)
    )
    with village.read() as scope:
        plan = plan_roster(scope, book, village.key)
    people = [
        (person.name, person.relation_word, person.id_number and person.id_number.value, person.is_head)
        for household in plan.roster.households
        for person in household.people
    ]
    assert people == [(name, said, number, said == "户主") for name, said, number, _ in EVERYBODY]
    assert plan.report.ready.rows == len(EVERYBODY)


def test_what_only_one_member_has_and_what_stands_at_the_end_stay_where_they_belong() -> None:
    head, wife, son, daughter = (IDS[name] for name in ("王建国", "李秀英", "王强", "王小燕"))
    table = only_table(
        (
            *("户主", "身份证号", "成员1", "关系", "身份证号", "电话", "成员2", "关系", "身份证号"),
            *("成员3", "关系", "身份证号", "电话", "备注"),
        ),
        (
            *("王建国", head, "李秀英", "妻", wife, "13800000001", "王强", "长子", son),
            *("王小燕", "长女", daughter, "13800000002", "门市在主街"),
        ),
    )
    assert [one[2:] for one in told(table, "name", "id", "phone")] == [
        ("王建国", head, ""),
        ("李秀英", wife, "13800000001"),
        ("王强", son, ""),
        ("王小燕", daughter, "13800000002"),
    ]
    assert table.cell(table.rows[0], "remark").text == "门市在主街"


def test_three_names_of_which_the_first_is_always_the_head_are_one_household() -> None:
    rows = lines("", "名关证", ("姓名",) * 3)
    header = rows[0]
    wide = [
        tuple(cell for name, said in family[:3] for cell in (name, said, IDS[name])) for family in FAMILIES
    ]
    table = only_table(header, *wide)
    assert [one[:3] for one in told(table, "name")] == [
        (2, 0, "王建国"),
        (2, 1, "李秀英"),
        (2, 2, "王强"),
        (3, 0, "赵福贵"),
        (3, 1, "孙翠兰"),
        (3, 2, "赵小军"),
    ]


def test_the_heads_id_before_the_members_own_is_not_the_members() -> None:
    rows = [("王建国", IDS["王建国"], name, said, IDS[name]) for name, said in FAMILIES[0]]
    table = only_table(("户主", "身份证号", "姓名", "与户主关系", "身份证号"), *rows)
    assert told(table, "id") == [(place, 0, IDS[row[2]]) for place, row in enumerate(rows, 2)]
