from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.village import new_village
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.queries import known_codes, version_in_force
from passbook_desk.features.catalogue.reading import catalogue_from_workbook
from passbook_desk.features.catalogue.sheets import catalogue_workbook
from passbook_desk.features.catalogue.starter import starter_catalogue
from passbook_desk.features.catalogue.value_text import read_worth, split_name
from passbook_desk.features.catalogue.values import AdoptCatalogue, Draft, Holder, ValueKind
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.features.intake.reading import (
    CellKind,
    CellValue,
    RowCells,
    SheetRows,
    WorkbookRows,
    read_workbook,
)
from passbook_desk.features.intake.values import Severity
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.ui.kit.sentences import sentence_for, tell_code

SAMPLE = Path(__file__).parents[1] / "samples" / "积分细则.xlsx"
HEADS = ("编码", "类别", "序号", "积分内容", "分值标准", "适用对象")
# what the sample's own list of expected values says, line by line; several deeds of a line with ;
EXPECTED = """
10;2;5;10;10;3;3;-5;-2;1;10;10;5;10~20;10;5~10;5~10;20;20;-2;5;1 1 1;-1 -1;5;5~10;5;30;10;5;20;10;5 10 20;
5 10 15 20 30 50;5~10;-15~-3;-1;-0.5;-2;-5;-5;5 5;5~10 -40
"""


def workbook(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> WorkbookRows:
    cells = [
        RowCells(number, tuple(CellValue(CellKind.TEXT if text else CellKind.EMPTY, text) for text in row))
        for number, row in enumerate((heads, *rows), start=1)
    ]
    return WorkbookRows("0" * 64, "细则.xlsx", (SheetRows("细则", tuple(cells)),))


@pytest.fixture(scope="module")
def sample() -> Draft:
    return catalogue_from_workbook(read_workbook(SAMPLE, NullProgress()))


def test_the_villages_own_list_is_read_line_by_line(sample: Draft) -> None:
    values: dict[int, list[str]] = {}
    for item in sample.items:
        if item.line_no is not None:
            word = f"{item.least}" if item.least == item.most else f"{item.least}~{item.most}"
            values.setdefault(item.line_no, []).append(word)
    expected = [line.strip() for line in EXPECTED.replace("\n", "").split(";")]
    assert [" ".join(values[line]) for line in range(1, 43)] == expected
    assert sum(len(line) for line in values.values()) == 54
    assert len(sample.items) == 59


def test_merged_categories_books_and_dates_come_along(sample: Draft) -> None:
    numbered = [item for item in sample.items if item.line_no is not None]
    assert list(dict.fromkeys(item.category for item in numbered)) == [
        "生态保护", "志愿服务", "平安和谐", "建设管理", "产业发展", "家风家教", "表彰", "乡风文明", "党员",
    ]  # fmt: skip
    books = {item.line_no: item.holders for item in numbered}
    assert list(books.values()).count((Holder.RED,)) == 7
    assert list(books.values()).count((Holder.HOUSEHOLD,)) == 34
    assert books[10] == (Holder.RED, Holder.HOUSEHOLD)
    assert (sample.meeting_on, sample.effective_from) == (date(2026, 1, 15), date(2026, 2, 1))


def test_shop_items_below_the_table_come_in_disabled(sample: Draft) -> None:
    shop = [item for item in sample.items if item.category == "商铺"]
    assert [item.name for item in shop] == ["门前整洁", "门前三包", "不占道不伸舌", "诚信经营", "食品安全"]
    assert not any(item.enabled for item in shop)


def test_whatever_needed_a_decision_is_named_and_nothing_must_be_fixed(sample: Draft) -> None:
    assert {finding.severity for finding in sample.findings} == {Severity.CHECK}
    assert [(finding.row, finding.kind) for finding in sample.findings] == [
        (7, "limit_unread"), (11, "limit_endless"), (25, "item_split"), (25, "limit_unread"),
        (26, "item_split"), (35, "item_split"), (36, "item_split"), (36, "limit_by_hand"),
        (37, "value_either"), (39, "limit_endless"), (40, "limit_endless"), (41, "limit_endless"),
        (42, "limit_endless"), (43, "limit_endless"), (44, "item_split"), (45, "item_split"),
        (46, "shop_items_undecided"),
    ]  # fmt: skip


def test_the_sample_is_adopted_and_exported_and_read_back_the_same(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    read = catalogue_from_workbook(read_workbook(SAMPLE, NullProgress()))
    with village.write() as tx:
        adopt_catalogue(tx, AdoptCatalogue(date(2026, 1, 15), "1", date(2026, 2, 1), SAMPLE.name, read.items))
    with village.read() as scope:
        version = version_in_force(scope, date(2026, 2, 1))
        known = known_codes(scope)
    assert version is not None
    assert version.line_count == 42
    write_xlsx(catalogue_workbook(version), tmp_path / "细则.xlsx")
    again = catalogue_from_workbook(read_workbook(tmp_path / "细则.xlsx", NullProgress()), known)
    order = sorted(read.items, key=lambda item: item.code)
    assert list(again.items) == order
    assert again.effective_from == date(2026, 2, 1)


def test_the_starter_list_survives_the_way_through_a_workbook(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with village.write() as tx:
        command = AdoptCatalogue(date(2026, 1, 15), "1", date(2026, 1, 15), "起步细则", starter_catalogue())
        adopt_catalogue(tx, command)
    with village.read() as scope:
        version = version_in_force(scope, date(2026, 1, 15))
    assert version is not None
    write_xlsx(catalogue_workbook(version), tmp_path / "细则.xlsx")
    again = catalogue_from_workbook(read_workbook(tmp_path / "细则.xlsx", NullProgress()))
    assert list(again.items) == sorted(starter_catalogue(), key=lambda item: item.code)


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("10", "10", "次"),
        ("+10分/人·次", "10", "人·次"),
        ("加３分（每季）", "3", "季"),
        ("每月加5分", "5", "月"),
        ("－2分/项", "-2", "项"),
        ("−0.5", "-0.5", "次"),
        ("每处扣5分，扣完25分为止", "-5", "处"),
        ("5-10分/件", "5~10", "件"),
        ("5—10分", "5~10", "次"),
        ("10～20分", "10~20", "次"),
        ("-15…-3", "-15~-3", "次"),
        ("扣3-15分", "-15~-3", "次"),
        ("5至10分", "5~10", "次"),
        ("5/10/20分", "5 10 20", "次"),
        ("5-10分；－40分", "5~10 -40", "次"),
        ("5分/次（每月1次）", "5", "次"),
        ("10分，由村委会定", "10", "次"),
    ],
)
def test_a_value_is_read_exactly(text: str, values: str, unit: str) -> None:
    read = read_worth(text)
    assert read is not None
    words = [f"{w.least}" if w.least == w.most else f"{w.least}~{w.most}" for w in read.worths]
    assert " ".join(words) == values
    assert read.worths[0].unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "",
        "分",
        "看情况",
        "10元",
        "0分",
        "5到",
        "10分20分",
        "1.234",
        "约10分",
        "10分，另加5分",
        "十分",
        "5到-3",
    ],
)
def test_a_value_that_is_not_understood_is_not_guessed(text: str) -> None:
    assert read_worth(text) is None


def test_an_unreadable_value_disables_its_item_and_names_the_cell() -> None:
    read = catalogue_from_workbook(
        workbook(
            ("101", "生态保护", "1", "参加环境整治", "+10分/次", "群众"),
            ("102", "", "2", "清理河道", "看情况", ""),
            ("103", "", "3", "植树", "各5分", "商户（绿折）"),
        )
    )
    cleaning, river, trees = read.items
    assert cleaning.enabled
    assert (river.enabled, river.value_kind, river.category) == (False, ValueKind.UNSET, "生态保护")
    assert not trees.enabled
    assert trees.holders == (Holder.SHOP,)
    assert [(f.row, f.column, f.severity, f.kind) for f in read.findings] == [
        (3, "E", Severity.MUST_FIX, "value_unreadable"),
        (4, "E", Severity.MUST_FIX, "value_unreadable"),
    ]


def test_codes_that_are_wrong_or_come_twice_are_replaced_and_said() -> None:
    read = catalogue_from_workbook(
        workbook(
            ("101", "生态保护", "1", "参加环境整治", "10", "群众"),
            ("101", "生态保护", "2", "清理河道", "3", "群众"),
            ("A7", "茶产业", "3", "采茶", "3", "群众"),
        )
    )
    assert [item.code for item in read.items] == ["101", "102", "201"]
    assert [finding.kind for finding in read.findings] == ["item_code_replaced", "item_code_replaced"]


def test_a_value_without_a_deed_must_be_fixed() -> None:
    read = catalogue_from_workbook(workbook(("", "生态保护", "1", "", "10", "群众")))
    assert read.items == ()
    assert [(finding.kind, finding.severity) for finding in read.findings] == [
        ("item_without_name", Severity.MUST_FIX)
    ]


def test_a_sheet_without_values_is_no_catalogue() -> None:
    with pytest.raises(NoHeaderFound):
        catalogue_from_workbook(workbook(("王建国", "男"), heads=("姓名", "性别")))


@pytest.mark.parametrize(
    ("name", "count", "parts"),
    [
        ("迟到/早退", None, ("迟到", "早退")),
        ("考上大学/硕士/博士", 3, ("考上大学", "考上硕士", "考上博士")),
        ("受表彰（县/省级）", 2, ("受表彰（县级）", "受表彰（省级）")),
        ("重点工作起重要作用/违建逾期不拆", 2, ("重点工作起重要作用", "违建逾期不拆")),
        ("好媳妇、好婆婆", None, ("好媳妇", "好婆婆")),
        ("好媳妇", None, None),
        ("迟到/早退", 3, None),
    ],
)
def test_deeds_of_one_line_are_told_apart(
    name: str, count: int | None, parts: tuple[str, ...] | None
) -> None:
    assert split_name(name, count) == parts


def test_a_deed_known_from_an_earlier_version_keeps_its_code(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    first = replace(starter_catalogue()[0], code="177")
    with village.write() as tx:
        adopt_catalogue(tx, AdoptCatalogue(date(2026, 1, 15), "1", date(2026, 1, 15), "会议", (first,)))
    with village.read() as scope:
        read = catalogue_from_workbook(read_workbook(SAMPLE, NullProgress()), known_codes(scope))
    assert read.items[0].code == "177"
    assert read.items[1].code == "101"


def test_every_finding_about_a_catalogue_has_a_sentence() -> None:
    read = catalogue_from_workbook(
        workbook(
            ("", "", "1", "拾金不昧", "待定", "谁都行"),
            ("1", "平安和谐", "2", "迟到/早退", "各扣1分", "群众"),
            ("", "", "3", "", "5", ""),
            ("", "", "4", "好人好事", "5或10分", ""),
            ("", "", "5", "植树", "看情况", ""),
            ("附：商户事项：门前整洁", "", "", "", "", ""),
        )
    )
    kinds = {finding.kind for finding in read.findings}
    assert kinds == {
        "value_undecided", "holders_unknown", "item_without_category", "item_split", "item_code_replaced",
        "item_without_name", "value_either", "value_unreadable", "shop_items_undecided",
    }  # fmt: skip
    for finding in read.findings:
        said = tell_code(f"finding.{finding.kind}", finding.params)
        assert sentence_for(f"finding.{finding.kind}")
        assert "{" not in said
