"""What notices of form 1 say, the same on paper and in the workbook; they print so for ever."""

from typing import Final

from passbook_desk.features.notices.rules import ORGANIZATION_GROUPS
from passbook_desk.features.notices.titles import chinese_day
from passbook_desk.features.notices.values import NoticeContent, NoticeLineRow, NoticeSums
from passbook_desk.kernel.points import Points

HEADS: Final = (
    "行号",
    "网格",
    "户编号",
    "户主/姓名",
    "折",
    "期初",
    "加分",
    "扣分",
    "兑换",
    "期末结余",
    "年度累计",
)
NOBODY: Final = "本村还没有积分账户。"
SIGNATURES: Final = ("编制：", "审核（积分管理小组）：", "监督（监督小组）：")
_SUMS: Final = "期末结余＝期初＋加分－扣分－兑换。扣分、兑换列为正数；更正以前的错记，在原栏列为负数。"
_BOOKS: Final = "年度累计是本年加分减去扣分，兑换不使它减少。★红为党员红色存折，●绿为家庭绿色存折。"
_BOOKS_OF_ALL: Final = (
    "年度累计是本年加分减去扣分，兑换不使它减少。★红为党员红色存折，●绿为家庭、商铺、单位绿色存折。"
)


def paragraphs(content: NoticeContent) -> tuple[str, ...]:
    """What stands above the table: period, hanging days, how to read the figures, how to object."""
    first, last, until = map(chinese_day, (content.first_on, content.last_on, content.hung_until))
    with_shops = any(line.grid_name in ORGANIZATION_GROUPS for line in content.lines)
    places = f"　张贴地点：{content.wall_places}" if content.wall_places else ""
    phone = f"拨打监督电话 {content.objection_phone}，或" if content.objection_phone else ""
    return (
        f"计分期间：{first}至{last}　统计截止：{last}（账目第 {content.cut_off_seq} 笔）",
        f"公示期：{chinese_day(content.issued_on)}至{until}{places}",
        _SUMS,
        _BOOKS_OF_ALL if with_shops else _BOOKS,
        f"对公示有异议的，请在{until}以前{phone}到村委会当面反映，说明公示上的行号。",
    )


def line_figures(line: NoticeLineRow | NoticeSums) -> tuple[Points, ...]:
    """The six figures as they are shown: what was deducted or redeemed without its minus."""
    return (line.opening, line.credits, -line.debits, -line.redeemed, line.closing, line.year_total)
