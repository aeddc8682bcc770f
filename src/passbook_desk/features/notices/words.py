"""What a notice says around its figures, the same on paper and in the workbook (Chinese official forms)."""

from collections.abc import Iterable
from typing import Final

from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.kinds import KINDS
from passbook_desk.features.notices.rules import ORGANIZATION_GROUPS, shown_number
from passbook_desk.features.notices.titles import chinese_day, title_of
from passbook_desk.features.notices.values import (
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    NoticeLineRow,
    NoticeSums,
    Subject,
)
from passbook_desk.kernel.points import Points

BOOK: Final = {Colour.RED: "★红", Colour.GREEN: "●绿"}
"""Shape and word, so that red and green books differ without colour (experience §6)."""
TITLES: Final = {
    NoticeColumn.OPENING: "期初",
    NoticeColumn.CREDITS: "加分",
    NoticeColumn.DEBITS: "扣分",
    NoticeColumn.NET: "本期净得",
    NoticeColumn.REDEEMED: "兑换",
    NoticeColumn.CLOSING: "期末结余",
    NoticeColumn.PENDING: "公示中",
    NoticeColumn.TOTAL: "合计",
    NoticeColumn.YEAR_TOTAL: "年度累计",
    NoticeColumn.STARS: "星级",
}
NOBODY: Final = "本村还没有积分账户。"
NOTHING: Final = "没有要公示的内容。"
PROOF: Final = "校样"
SEAL: Final = "（盖章处）"
ELSEWHERE: Final = "其他"
"""The heading of lines that belong to no grid."""
_LINE, _CODE, _NAME, _BOOK = "行号", "户编号", "户主/姓名", "折"
_ORGANIZATIONS: Final = frozenset({Subject.SHOP, Subject.UNIT})


def title(content: NoticeContent) -> str:
    """清泉村2026年二季度积分公示."""
    return f"{content.village_name}{title_of(content.kind, content.about)}"


def number_words(content: NoticeContent) -> str:
    """〔2026〕第1号, or that this is a proof."""
    return PROOF if content.number is None else shown_number(content.number)


def numbered(content: NoticeContent) -> str:
    """The number with the version, where it is not the first: 〔2026〕第2号　第2版（更正版）."""
    version = f"　第{content.version}版（更正版）" if content.version > 1 else ""
    return number_words(content) + version


def book(colour: Colour | None) -> str:
    """The book's shape and word; nothing for a building."""
    return "" if colour is None else BOOK[colour]


def has_books(lines: Iterable[NoticeLineRow]) -> bool:
    """Whether there are lines of books; those of buildings have none."""
    return any(line.colour is not None for line in lines)


def fact_titles(content: NoticeContent) -> tuple[str, ...]:
    """The columns before the figures: line number, code, name, and the book where the lines are books."""
    subjects = set(content.look.subjects)
    if subjects <= {Subject.BUILDING}:
        return _LINE, "楼栋编号", "楼栋"
    code, name = ("编号", "名称") if subjects <= _ORGANIZATIONS else (_CODE, _NAME)
    return _LINE, code, name, _BOOK


def figure(line: NoticeLineRow | NoticeSums, column: NoticeColumn) -> Points | int | None:
    """A figure as it is shown: what was deducted or redeemed without its minus. Stars have no sum."""
    if column is NoticeColumn.STARS:
        return line.stars if isinstance(line, NoticeLineRow) else None
    return {
        NoticeColumn.OPENING: line.opening,
        NoticeColumn.CREDITS: line.credits,
        NoticeColumn.DEBITS: -line.debits,
        NoticeColumn.NET: line.net,
        NoticeColumn.REDEEMED: -line.redeemed,
        NoticeColumn.CLOSING: line.closing,
        NoticeColumn.PENDING: line.pending,
        NoticeColumn.TOTAL: line.total,
        NoticeColumn.YEAR_TOTAL: line.year_total,
    }[column]


def counted(lines: Iterable[NoticeLineRow]) -> str:
    """How many books, or how many lines where they are no books: 78 本, 12 行."""
    found = list(lines)
    return f"{len(found)} {'本' if has_books(found) else '行'}"


def period_words(content: NoticeContent) -> str:
    """The days it is about and where the ledger was cut off."""
    first, last = chinese_day(content.first_on), chinese_day(content.last_on)
    if content.kind is NoticeKind.CATALOGUE:
        return f"会议通过：{first}　开始施行：{last}"
    if content.kind is NoticeKind.EVENTS:
        return f"办事时间：{first}至{last}"
    cut_off = f"统计截止：{last}（账目第 {content.cut_off_seq} 笔）"
    if content.kind is NoticeKind.REDEMPTION:
        return f"兑换时间：{first}至{last}　{cut_off}"
    if KINDS[content.kind].of_points:
        return f"计分期间：{first}至{last}　{cut_off}"
    return f"更正的公示：{shown_number(content.about)}　计分期间：{first}至{last}"


def hanging_words(content: NoticeContent) -> str:
    """From when to when it hangs, and where; a proof does not know the days yet."""
    days = (
        "出榜时填写"
        if content.proof
        else f"{chinese_day(content.issued_on)}至{chinese_day(content.hung_until)}"
    )
    places = f"　张贴地点：{content.wall_places}" if content.wall_places else ""
    return f"公示期：{days}{places}"


def reading_words(content: NoticeContent) -> tuple[str, ...]:
    """How to read the figures that are shown, and whose the books are; nothing where there are none."""
    if not content.lines:
        return ()
    columns = set(content.look.columns)
    said = _sums_words(columns) + _minus_words(columns) + _other_words(content, columns)
    books = _books_words(content)
    return tuple(text for text in (said, books) if text)


def objection_words(content: NoticeContent) -> str:
    """How to object, by when, to whom, and within how many days there is an answer."""
    until = "公示期内" if content.proof else f"{chinese_day(content.hung_until)}以前"
    words = content.words
    phone = f"拨打监督电话 {content.objection_phone}，或" if content.objection_phone else ""
    place = f"到{words.objection_place}" if words.objection_place else ""
    person = f"找{words.objection_person}" if words.objection_person else ""
    answered = f"收到后 {words.answer_days} 天内答复。" if words.answer_days else ""
    return f"对公示有异议的，请在{until}{phone}{place}{person}当面反映，说明公示上的行号。{answered}"


def foot_words(content: NoticeContent) -> str:
    """The line at the foot of every page."""
    parts = [] if content.proof else [numbered(content), f"公示期至{chinese_day(content.hung_until)}"]
    parts += [f"监督电话 {content.objection_phone}"] if content.objection_phone else []
    parts += [PROOF, "不作公示使用"] if content.proof else [f"校验码 {content.head_code}"]
    return " · ".join(parts)


def _sums_words(columns: set[NoticeColumn]) -> str:
    """How the closing figure and the total come about, as far as all of it is shown."""
    said = ""
    gains = [NoticeColumn.NET] if NoticeColumn.NET in columns else [NoticeColumn.CREDITS, NoticeColumn.DEBITS]
    needed = {NoticeColumn.OPENING, NoticeColumn.REDEEMED, NoticeColumn.CLOSING, *gains}
    if needed <= columns:
        moved = "＋本期净得" if NoticeColumn.NET in columns else "＋加分－扣分"
        said += f"期末结余＝期初{moved}－兑换。"
    if NoticeColumn.NET in columns:
        said += "本期净得是加分减去扣分。"
    if {NoticeColumn.CLOSING, NoticeColumn.PENDING, NoticeColumn.TOTAL} <= columns:
        said += "合计＝期末结余＋公示中。"
    elif NoticeColumn.TOTAL in columns:
        said += "合计是期末结余加上还在公示的分。"
    if NoticeColumn.PENDING in columns:
        said += "公示中的分期满没有异议才记进存折。"
    return said


def _minus_words(columns: set[NoticeColumn]) -> str:
    shown = [TITLES[each] for each in (NoticeColumn.DEBITS, NoticeColumn.REDEEMED) if each in columns]
    if not shown:
        return ""
    return f"{'、'.join(shown)}列为正数；更正以前的错记，在原栏列为负数。"


def _other_words(content: NoticeContent, columns: set[NoticeColumn]) -> str:
    said = ""
    if NoticeColumn.YEAR_TOTAL in columns:
        year = content.year_first
        since = "本年" if (year.month, year.day) == (1, 1) else f"{chinese_day(year)}以来的"
        said += f"年度累计是{since}加分减去扣分，兑换不使它减少。"
    if NoticeColumn.STARS in columns:
        said += "星级按本村的评定标准。"
    return said


def _books_words(content: NoticeContent) -> str:
    if not has_books(content.lines):
        return "每行是这个楼栋各本存折的合计。"
    shown = {line.colour for line in content.lines}
    whose = "家庭、商铺、单位" if any(_of_organization(line) for line in content.lines) else "家庭"
    said = []
    if Colour.RED in shown:
        said.append(f"{BOOK[Colour.RED]}为党员红色存折")
    if Colour.GREEN in shown:
        said.append(f"{BOOK[Colour.GREEN]}为{whose}绿色存折")
    return "，".join(said) + "。"


def _of_organization(line: NoticeLineRow) -> bool:
    return line.grid_name in ORGANIZATION_GROUPS
