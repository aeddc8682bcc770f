"""Sheets for the wall as values: what a village would hang, without a village behind it."""

from dataclasses import replace
from datetime import date

from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.rules import ALL_BOOKS, OLD_COLUMNS
from passbook_desk.features.notices.values import (
    CellKind,
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    NoticeLineRow,
    NoticeLook,
    NoticePart,
    NoticeWords,
    PartColumn,
    PartKind,
)
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.points import Points

LOOK = NoticeLook(ALL_BOOKS, OLD_COLUMNS, WallNames.STARRED)
EVERY_COLUMN = tuple(each for each in NoticeColumn if each is not NoticeColumn.NET)
"""The ten columns that one sheet can show; gains and losses as one figure stand in place of two of them."""
OF_BUILDINGS = (NoticeColumn.CREDITS, NoticeColumn.DEBITS, NoticeColumn.CLOSING, NoticeColumn.YEAR_TOTAL)
_GRIDS = "零一二三四五六七八九"


def line(
    number: int, grid: int = 1, colour: Colour | None = Colour.GREEN, **changed: object
) -> NoticeLineRow:
    """A household's line: 10 + 5.5 - 2 - 3 = 10.5, in 第一网格 unless said otherwise."""
    plain = NoticeLineRow(
        number=number,
        grid_code=f"{grid:02d}",
        grid_name=f"第{_GRIDS[grid]}网格",
        household_code=f"{grid:02d}{number:03d}",
        shown_name="王*国",
        colour=colour,
        account_number=f"20{number:06d}",
        opening=Points.parse("10"),
        credits=Points.parse("5.5"),
        debits=Points.parse("-2"),
        redeemed=Points.parse("-3"),
        closing=Points.parse("10.5"),
        year_total=Points.parse("13.5"),
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def content(*lines: NoticeLineRow, **changed: object) -> NoticeContent:
    """The notice of 清泉村 for the second quarter of 2026; any field can be said otherwise.

    With `number=None` it is a proof; with `look=...` or `parts=...` it shows what they say.
    """
    number = changed.get("number", "2026-01")
    plain = NoticeContent(
        number="2026-01",
        version=1,
        kind=NoticeKind.QUARTER,
        about="2026Q2",
        first_on=date(2026, 4, 1),
        last_on=date(2026, 6, 30),
        year_first=date(2026, 1, 1),
        cut_off_seq=2463,
        issued_on=date(2026, 7, 1),
        hung_until=date(2026, 7, 7),
        village_name="清泉村",
        township="柳溪镇",
        issuer="清泉村积分管理小组",
        objection_phone="0351-5550123",
        wall_places="村务公开栏",
        head_code="" if number is None else "ABCDE23456",
        look=LOOK,
        words=NoticeWords(
            objection_person="赵秀兰",
            objection_place="村委会一楼会议室",
            answer_days=7,
            signers=("编制：", "审核（积分管理小组）：", "监督（监督小组）："),
        ),
        lines=lines,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def village_lines(count: int = 547, grids: int = 7) -> tuple[NoticeLineRow, ...]:
    """The lines of a whole village in order by grid, every ninth a red book."""
    return tuple(
        line(n, 1 + (n - 1) * grids // count, Colour.GREEN if n % 9 else Colour.RED)
        for n in range(1, count + 1)
    )


def part(first_line: int = 1, **changed: object) -> NoticePart:
    """Corrections of earlier notices: one line taken back, one given, with their sum."""
    plain = NoticePart(
        kind=PartKind.CORRECTIONS,
        title="更正以前的公示",
        columns=(
            PartColumn("公示号", CellKind.CENTRED),
            PartColumn("原行号", CellKind.COUNT),
            PartColumn("户编号", CellKind.CENTRED),
            PartColumn("姓名"),
            PartColumn("更正内容"),
            PartColumn("分值", CellKind.POINTS, summed=True),
        ),
        rows=(
            ("〔2026〕第1号", "37", "03002", "王*国", "义务清扫公共区域，重复记了一次", "-2"),
            ("〔2026〕第1号", "112", "05014", "李*英", "参加巡逻，漏记", "3.5"),
        ),
        first_line=first_line,
        note="更正的积分已计入上表。",
    )
    return replace(plain, **changed)  # type: ignore[arg-type]
