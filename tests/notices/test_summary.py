"""One page for the meeting: it adds the sheet up and names nobody."""

from dataclasses import replace

import pytest

from builders.notices import LOOK, OF_BUILDINGS, content, line, part, village_lines
from builders.paper import measure, off_paper, overlapping
from passbook_desk.documents.page import A4, A4_LANDSCAPE, Box, Page, all_items, texts
from passbook_desk.features.notices.summary import summary_pages
from passbook_desk.features.notices.values import (
    CellKind,
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    PartColumn,
    PartKind,
    Subject,
)
from passbook_desk.kernel.points import ZERO, Points


def pages_of(notice: NoticeContent) -> tuple[Page, ...]:
    pages = summary_pages(notice, measure())
    for page in pages:
        assert off_paper(page) == []
        assert overlapping(page) == []
    return pages


def bars(page: Page) -> list[Box]:
    """The bars of the page: boxes without the pale ground of the totals' tiles."""
    return [item for item in all_items(page) if isinstance(item, Box) and item.y > 60]


def test_the_village_sees_its_totals_and_each_grid_as_bars_with_their_figures() -> None:
    quiet = tuple(replace(row, credits=ZERO, closing=Points.parse("5")) for row in village_lines(30, 3)[20:])
    (page,) = pages_of(content(*village_lines(30, 3)[:20], *quiet))
    assert (page.width, page.height) == A4_LANDSCAPE
    words = texts(page)
    for told in (
        "清泉村2026年二季度积分公示　一页看懂", "存折（本）", "30", "加分", "110", "扣分", "60",
        "期末结余", "260", "第一网格（10）", "第三网格（10）", "55", "20", "10/10", "0/10",
    ):  # fmt: skip
        assert told in words
    assert len(bars(page)) == 3 + 3 + 3 - 2  # the quiet grid has neither gains nor anybody taking part


def test_a_bar_is_as_long_as_its_figure_says() -> None:
    half = tuple(replace(row, credits=Points.parse("2.75")) for row in village_lines(20, 2)[10:])
    (page,) = pages_of(content(*village_lines(20, 2)[:10], *half))
    left = min(box.x for box in bars(page))
    long, short = sorted((box.width for box in bars(page) if box.x == left), reverse=True)
    assert short == pytest.approx(long / 2)


def test_it_names_nobody_and_no_house() -> None:
    notice = content(*village_lines(30, 3), parts=(part(31),))
    for page in pages_of(notice):
        told = " ".join(texts(page))
        assert "王*国" not in told
        assert "01001" not in told
        assert "义务清扫" not in told


def test_where_deductions_stay_off_the_wall_there_is_one_figure_of_both() -> None:
    columns = (NoticeColumn.OPENING, NoticeColumn.NET, NoticeColumn.CLOSING)
    (page,) = pages_of(content(*village_lines(30, 3), look=replace(LOOK, columns=columns)))
    words = texts(page)
    assert "本期净得" in words
    assert "105" in words
    assert "扣分" not in words
    assert "加分" not in words


@pytest.mark.parametrize(("groups", "paper", "count"), [(22, A4_LANDSCAPE, 1), (38, A4, 1), (90, A4, 3)])
def test_many_groups_stand_closer_then_upright_and_then_on_more_pages(
    groups: int, paper: tuple[float, float], count: int
) -> None:
    lines = [line(n, grid_code=f"{n:02d}", grid_name=f"柳溪新村第{n}村民小组") for n in range(1, groups + 1)]
    pages = pages_of(content(*lines))
    assert {(page.width, page.height) for page in pages} == {paper}
    assert len(pages) == count
    told = [text for page in pages for text in texts(page) if text.startswith("柳溪新村第")]
    assert told == [f"柳溪新村第{n}村民小组（1）" for n in range(1, groups + 1)]


def test_buildings_are_counted_in_lines() -> None:
    rows = [line(n, colour=None, household_code=f"1000{n}") for n in range(1, 4)]
    (page,) = pages_of(content(*rows, look=replace(LOOK, subjects=(Subject.BUILDING,), columns=OF_BUILDINGS)))
    words = texts(page)
    assert "行数" in words
    assert "参与" not in words


def test_events_show_their_sums_whole_and_how_long_the_list_is_but_nobody_on_it() -> None:
    of_quarter = part(
        1,
        kind=PartKind.EVENTS,
        title="本期合计",
        columns=(PartColumn("项目"), PartColumn("红事", CellKind.COUNT), PartColumn("合计", CellKind.COUNT)),
        rows=(("报备件数", "3", "5"), ("实际桌数", "26", "41")),
        note="",
    )
    listed = part(
        3,
        kind=PartKind.EVENTS,
        title="办事名单",
        columns=(PartColumn("户主"), PartColumn("实际桌数", CellKind.COUNT, summed=True)),
        rows=(("王*国", "12"), ("李*", "14")),
    )
    (page,) = pages_of(content(kind=NoticeKind.EVENTS, parts=(of_quarter, listed)))
    words = texts(page)
    assert {"本期合计", "报备件数", "41", "办事名单", "2 条", "办事名单：实际桌数合计", "26"} <= set(words)
    assert "王*国" not in words


def test_a_proof_says_so_across_the_page() -> None:
    for notice in (content(line(1), number=None), content(number=None)):
        (page,) = pages_of(notice)
        assert "校样" in texts(page)[0]
