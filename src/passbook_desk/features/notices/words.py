"""The fixed words of the notice, the same on paper and in the workbook (Chinese official forms)."""

from typing import Final

from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.rules import ORGANIZATION_GROUPS, shown_number
from passbook_desk.features.notices.titles import chinese_day, title_of
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
BOOK: Final = {Colour.RED: "★红", Colour.GREEN: "●绿"}
"""Shape and word, so that red and green books differ without colour (experience §6)."""


def book(colour: Colour | None) -> str:
    """The book's shape and word; nothing for a building."""
    return "" if colour is None else BOOK[colour]


_SUMS: Final = "期末结余＝期初＋加分－扣分－兑换。扣分、兑换列为正数；更正以前的错记，在原栏列为负数。"
_BOOKS: Final = "年度累计是本年加分减去扣分，兑换不使它减少。★红为党员红色存折，●绿为家庭绿色存折。"
_BOOKS_OF_ALL: Final = (
    "年度累计是本年加分减去扣分，兑换不使它减少。★红为党员红色存折，●绿为家庭、商铺、单位绿色存折。"
)
NOBODY: Final = "本村还没有积分账户。"
PROOF: Final = "校样"
SEAL: Final = "（盖章处）"
SIGNATURES: Final = ("编制：", "审核（积分管理小组）：", "监督（监督小组）：")


def title(content: NoticeContent) -> str:
    """清泉村2026年二季度积分公示."""
    return f"{content.village_name}{title_of(content.kind, content.about)}"


def number_words(content: NoticeContent) -> str:
    """〔2026〕第1号, or that this is a proof."""
    return PROOF if content.number is None else shown_number(content.number)


def rules(content: NoticeContent) -> tuple[str, str]:
    """How to read the figures, and whose the books are."""
    with_shops = any(line.grid_name in ORGANIZATION_GROUPS for line in content.lines)
    return _SUMS, _BOOKS_OF_ALL if with_shops else _BOOKS


def period_words(content: NoticeContent) -> str:
    """The days that count and where the ledger was cut off."""
    return (
        f"计分期间：{chinese_day(content.first_on)}至{chinese_day(content.last_on)}"
        f"　统计截止：{chinese_day(content.last_on)}（账目第 {content.cut_off_seq} 笔）"
    )


def hanging_words(content: NoticeContent) -> str:
    """From when to when it hangs, and where; a proof does not know the days yet."""
    days = (
        "出榜时填写"
        if content.proof
        else f"{chinese_day(content.issued_on)}至{chinese_day(content.hung_until)}"
    )
    places = f"　张贴地点：{content.wall_places}" if content.wall_places else ""
    return f"公示期：{days}{places}"


def objection_words(content: NoticeContent) -> str:
    """How to object, by when, on the office's phone."""
    until = "公示期内" if content.proof else f"{chinese_day(content.hung_until)}以前"
    phone = f"拨打监督电话 {content.objection_phone}，或" if content.objection_phone else ""
    return f"对公示有异议的，请在{until}{phone}到村委会当面反映，说明公示上的行号。"


def foot_words(content: NoticeContent) -> str:
    """The line at the foot of every page."""
    parts = (
        [] if content.proof else [f"{number_words(content)}", f"公示期至{chinese_day(content.hung_until)}"]
    )
    parts += [f"监督电话 {content.objection_phone}"] if content.objection_phone else []
    parts += [PROOF, "不作公示使用"] if content.proof else [f"校验码 {content.head_code}"]
    return " · ".join(parts)


def line_figures(line: NoticeLineRow | NoticeSums) -> tuple[Points, ...]:
    """The six figures as they are shown: what was deducted or redeemed without its minus."""
    return (line.opening, line.credits, -line.debits, -line.redeemed, line.closing, line.year_total)
