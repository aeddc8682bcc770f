"""The answer to an objection on paper, the register of objections, and their list for the township."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.paper import measure, off_paper, overlapping
from builders.village import Village, booked, settled_village
from builders.wall import corrected, hung, issued, objected, upheld
from passbook_desk.documents.page import Page, Text, all_items, texts
from passbook_desk.documents.sheet import Style
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.ledger.recording_values import DeedEntry
from passbook_desk.features.notices.objections.commands import (
    add_objection,
    assign_objection,
    withdraw_objection,
)
from passbook_desk.features.notices.objections.paper import answer_pages, objection_sheet
from passbook_desk.features.notices.objections.queries import objection_card, objections
from passbook_desk.features.notices.objections.sheets import objections_workbook
from passbook_desk.features.notices.objections.values import (
    AddObjection,
    AssignObjection,
    ObjectionRow,
    Way,
    WithdrawObjection,
)
from passbook_desk.features.village.queries import village as village_row
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points

MAY_20, JULY_3 = date(2026, 5, 20), date(2026, 7, 3)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """The notice of the second quarter hangs since July 2; today is July 3."""
    village = settled_village(tmp_path)
    booked(village, (1, 2), on=MAY_20)
    issued(village, on=date(2026, 7, 1))
    hung(village)
    village.on(JULY_3)
    yield village
    village.store.close()


def answer(village: Village, objection_id: int) -> tuple[Page, ...]:
    with village.read() as scope:
        return answer_pages(objection_card(scope, objection_id), village_row(scope), measure())


def words(pages: tuple[Page, ...]) -> str:
    return "\n".join(text for page in pages for text in texts(page))


def listed(village: Village) -> tuple[ObjectionRow, ...]:
    with village.read() as scope:
        return objections(scope, notice_number="2026-01")


def register(village: Village, rows: tuple[ObjectionRow, ...]) -> tuple[Page, ...]:
    with village.read() as scope:
        return objection_sheet(rows, village_row(scope), measure())


def test_a_correction_is_answered_with_what_was_looked_into_and_which_lines_were_posted(
    village: Village,
) -> None:
    first = objected(village, words="5月20日的事项记错了")
    with village.write() as tx:
        assign_objection(tx, AssignObjection(new_uid(), first, "李会计", date(2026, 7, 10), "对照签到表"))
    corrected(village, first, reverse=(1,), deeds=(DeedEntry(1, "102", MAY_20),), paper="会议记录 2026-7")
    said = words(answer(village, first))
    for part in (
        "清泉村异议处理答复单",
        "异议〔2026〕第1号",
        "答复期限：2026年7月10日",
        "王建国",
        "〔2026〕第1号　第1行（01001 王*国）",
        "2026年7月3日　当面",
        "5月20日的事项记错了",
        "2026年7月3日　交 李会计 办，2026年7月10日前答复",
        "□ 维持　　　■ 更正",
        "更正 -8 分：冲销账目第 3 笔，补记账目第 4 笔。依据：会议记录",
        "查明属实，已更正",
        "对答复仍有意见的，可以向村务监督委员会或柳溪镇反映。",
        "经办（签名）：",
        "监督小组（签名）：",
        "异议人（签收）：",
    ):
        assert part in said, part


def test_an_answer_to_somebody_unnamed_hangs_on_the_wall_and_tells_of_nobodys_hardship(
    village: Village,
) -> None:
    said = "李秀英是低保户，电话 13912345678，为什么扣分"
    open_to_all, to_one = objected(village, None, words=said, who=""), objected(village, None, words=said)
    for objection in (open_to_all, to_one):
        upheld(village, objection, "低保和扣分没有关系，有事打 0351-5550999")
    posted, handed = words(answer(village, open_to_all)), words(answer(village, to_one))
    assert "匿名（张榜答复）" in posted
    assert "李秀英是****，电话 ****，为什么扣分" in posted
    assert "张榜人（签名）：" in posted
    assert "低保" not in posted
    assert "异议人（签收）：" in handed
    assert "李秀英是低保户，电话 ****，为什么扣分" in handed
    for sheet in (posted, handed):
        assert "■ 维持　　　□ 更正" in sheet
        assert "0999" not in sheet
        assert "1391" not in sheet


def test_one_without_an_answer_has_room_for_it_and_one_taken_back_says_so(village: Village) -> None:
    waiting, taken_back = objected(village), objected(village, 2, who="李秀英")
    with village.write() as tx:
        withdraw_objection(tx, WithdrawObjection(new_uid(), taken_back, "看清楚了"))
    assert "□ 维持　　　□ 更正" in words(answer(village, waiting))
    said = words(answer(village, taken_back))
    assert "异议人已撤回" in said
    assert "撤回日期" in said
    assert "□" not in said


def test_a_deed_kept_from_counting_moves_no_line_of_the_ledger(village: Village) -> None:
    first = objected(village)
    corrected(village, first, reverse=(1,))
    with village.read() as scope:
        card = objection_card(scope, first)
        here = village_row(scope)
    step = replace(card.steps[-1], reversed_seqs=())
    rejected = replace(card, row=replace(card.row, change=Points(0)), steps=(step,))
    assert "公示中的这笔分不计入存折，账目没有变动。" in words(answer_pages(rejected, here, measure()))


def test_everything_is_at_least_14_points_and_nothing_is_cut_or_covered(village: Village) -> None:
    long = objected(village, words="名字看不清。" * 160, who="王建国")
    upheld(village, long, "经过核对签到表和网格员的记录，没有错。" * 50)
    for objection in (long, objected(village, who="")):
        pages = answer(village, objection)
        for page in pages:
            assert off_paper(page) == []
            assert overlapping(page) == []
            sizes = {each.size for each in all_items(page) if isinstance(each, Text)}
            assert min(sizes - {9.0}) >= 14.0, "only the number of the page is smaller"
    assert len(answer(village, long)) > 1


def test_the_register_has_one_line_for_each_objection_as_they_came(village: Village) -> None:
    first = objected(village, words="记错了")
    objected(village, None, who="", words="字太小")
    corrected(village, first, reverse=(1,), deeds=(DeedEntry(1, "102", MAY_20),))
    with village.write() as tx:
        letter = AddObjection(new_uid(), "2026-01", 3, JULY_3, Way.LETTER, "问 13912345678", "李秀英")
        add_objection(tx, letter)
    (page,) = register(village, listed(village))
    said = words((page,))
    assert said.index("异议〔2026〕第1号") < said.index("异议〔2026〕第2号") < said.index("异议〔2026〕第3号")
    for part in ("公示 〔2026〕第1号", "共 3 件，更正 1 件", "-8 分", "匿名", "书信", "处理中", "问 ****"):
        assert part in said, part
    assert off_paper(page) == []
    assert overlapping(page) == []


def test_a_register_without_objections_says_so(village: Village) -> None:
    (page,) = register(village, ())
    assert "没有收到异议。" in words((page,))
    (sheet,) = objections_workbook((), "清泉村").sheets
    assert sheet.rows[-1][0].value == "没有收到异议。"


def test_the_township_gets_numbers_dates_objections_and_results_as_a_workbook(
    village: Village, tmp_path: Path
) -> None:
    first = objected(village, words="记错了，电话 13912345678")
    corrected(village, first, reverse=(1,), deeds=(DeedEntry(1, "102", MAY_20),))
    objected(village, None, who="")
    book = objections_workbook(listed(village), "清泉村")
    (sheet,) = book.sheets
    heads = [cell.value for cell in sheet.rows[1]]
    lines = [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.rows[2:]]
    assert book.title == "清泉村公示异议记录"
    assert lines[0] == {
        "异议编号": "异议〔2026〕第1号",
        "公示编号": "〔2026〕第1号",
        "行号": 1,
        "户编号、姓名": "01001 王*国",
        "收到日期": JULY_3,
        "方式": "当面",
        "异议人": "王建国",
        "异议内容": "记错了，电话 ****",
        "经办": "",
        "答复期限": date(2026, 7, 13),
        "结果": "更正",
        "更正分数": Points.parse("-8"),
    }
    assert (lines[1]["行号"], lines[1]["异议人"], lines[1]["结果"], lines[1]["更正分数"]) == (
        None,
        "匿名",
        "处理中",
        None,
    )
    assert sheet.rows[2][4].style is Style.DATE
    write_xlsx(book, tmp_path / "异议.xlsx")
    assert (tmp_path / "异议.xlsx").stat().st_size > 5000
