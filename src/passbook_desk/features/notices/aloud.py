"""A notice as a text to be read over the village's loudspeaker (大喇叭), in short sentences."""

import re
from typing import Final

from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices import parts, words
from passbook_desk.features.notices.kinds import KINDS
from passbook_desk.features.notices.rules import ORGANIZATION_GROUPS, by_grid, sums
from passbook_desk.features.notices.titles import chinese_day
from passbook_desk.features.notices.values import (
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    NoticeLineRow,
    NoticePart,
    NoticeSums,
)
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.points import Points

_BRACKETS: Final = re.compile(r"\s*[〔〕（）()\[\]【】《》「」：:　]\s*")
_MINUS: Final = re.compile(r"(?<![\w.])-(?=\d)")
_PLUS: Final = re.compile(r"(?<![\w.])\+(?=\d)")
_EACH: Final = re.compile(r"(?<=分)/([^/·\s]+)(?:·([^/·\s]+))?")
"""What a worth is given for: 10分/次·人."""
_QUOTES: Final = re.compile("[“”‘’\"']")
_YEAR: Final = re.compile(r"〔(\d{4})〕")
_STARS: Final = re.compile(r"\*+")
_SLASH: Final = re.compile(r"\s*[/／|·]\s*")
_DIGITS: Final = re.compile(r"\d+")
_MOBILE: Final = re.compile(r"(\d{3})(\d{4})(\d{4})")
_LONG_NAME: Final = 4
"""A starred name of more characters does not begin with a surname."""
_NOT_SAID: Final = frozenset({NoticeColumn.OPENING})
"""What the totals leave out: nobody remembers it by ear."""
_SILENT_AT_ZERO: Final = frozenset({NoticeColumn.DEBITS, NoticeColumn.REDEEMED, NoticeColumn.PENDING})


def aloud_text(content: NoticeContent, *, every_line: bool = False) -> str:
    """What the announcer reads, one sentence to a line: totals, and with `every_line` each line as well.

    Objections come last: by when, on which phone (in groups of digits), to whom.
    """
    said = [_heading(content), *_times(content)]
    if content.lines:
        said += _totals(content)
    said += [_part(part) for part in content.parts]
    if every_line:
        for name, lines in by_grid(content.lines):
            said.append(f"{_group(name)}。")
            said += [_line(line, content) for line in lines]
        listed = [part for part in content.parts if not parts.is_sums(part)]
        said += [_part_line(part, number) for part in listed for number in range(len(part.rows))]
    if not content.rows:
        said.append(words.NOBODY if KINDS[content.kind].of_points else words.NOTHING)
    said += _objecting(content)
    return "\n".join(said) + "\n"


def _heading(content: NoticeContent) -> str:
    title = _spoken(words.title(content))
    if content.proof:
        return f"{title}。这是校样，还没有出榜。"
    version = f"，第{content.version}版，是更正版" if content.version > 1 else ""
    return f"{title}，公示编号{_spoken(words.number_words(content))}{version}。"


def _times(content: NoticeContent) -> list[str]:
    first, last = chinese_day(content.first_on), chinese_day(content.last_on)
    said = {
        NoticeKind.CATALOGUE: f"会议{first}通过，{last}开始施行。",
        NoticeKind.EVENTS: f"列的是{first}到{last}办的事。",
        NoticeKind.REDEMPTION: f"列的是{first}到{last}用积分兑换的物品。",
    }.get(content.kind, f"计分时间，从{first}到{last}。")
    place = f"，贴在{_spoken(content.wall_places)}" if content.wall_places else ""
    if content.proof:
        return [said]
    return [said, f"公示从{chinese_day(content.issued_on)}到{chinese_day(content.hung_until)}{place}。"]


def _totals(content: NoticeContent) -> list[str]:
    """The village's totals, then those of every grid."""
    columns = content.look.columns
    said = [f"全村共{_counted(content.lines)}，{_figures(sums(content.lines), columns)}。"]
    groups = by_grid(content.lines)
    if len(groups) > 1:
        said += [
            f"{_group(name)}，{_counted(lines)}，{_telling_figures(sums(lines), columns)}。"
            for name, lines in groups
        ]
    return said


def _group(name: str) -> str:
    return _spoken(name) or words.ELSEWHERE


def _counted(lines: list[NoticeLineRow] | tuple[NoticeLineRow, ...]) -> str:
    return f"{len(lines)}{'本存折' if words.has_books(lines) else '行'}"


def _figures(line: NoticeLineRow | NoticeSums, columns: tuple[NoticeColumn, ...]) -> str:
    said = []
    for column in columns:
        value = words.figure(line, column)
        if value is None or (column in _NOT_SAID and len(columns) > 1):
            continue
        title = words.TITLES[column]
        said.append(f"{title}{value}星" if isinstance(value, int) else f"{title}{_points(value)}分")
    return "，".join(said)


def _telling_figures(line: NoticeLineRow | NoticeSums, columns: tuple[NoticeColumn, ...]) -> str:
    """The figures without those that say nothing: no deduction, nothing redeemed, nothing that hangs."""
    told = tuple(each for each in columns if each not in _SILENT_AT_ZERO or words.figure(line, each))
    return _figures(line, told)


def _line(line: NoticeLineRow, content: NoticeContent) -> str:
    """第37行，03002户，王家，加分12分，期末结余135分."""
    facts = [f"第{line.number}行", _house(line), _whose(line, content.look.names)]
    figures = _telling_figures(line, content.look.columns)
    return "，".join(fact for fact in (*facts, figures) if fact) + "。"


def _house(line: NoticeLineRow) -> str:
    if not line.household_code:
        return ""
    if line.colour is None:
        return f"{line.household_code}号楼栋"
    return f"{line.household_code}号" if line.grid_name in ORGANIZATION_GROUPS else f"{line.household_code}户"


def _whose(line: NoticeLineRow, names: WallNames) -> str:
    """A starred name by its surname: 王家, and 党员王某国 of a member's own book; others as they hang."""
    if line.colour is None or line.grid_name in ORGANIZATION_GROUPS:
        return _spoken(line.shown_name)
    of_member = line.colour is Colour.RED
    if names is WallNames.CODE or line.shown_name == line.account_number:
        return f"{'党员' if of_member else ''}存折{_grouped(line.shown_name)}"
    starred = "*" in line.shown_name
    if starred and not of_member and len(line.shown_name) <= _LONG_NAME:
        return f"{line.shown_name[0]}家"
    return f"{'党员' if of_member else '户主'}{_spoken(line.shown_name)}"


def _part(part: NoticePart) -> str:
    """A part by how much is in it, with its sums; what is sums by itself is read whole."""
    if parts.is_sums(part):
        return "\n".join(_part_line(part, number, numbered=False) for number in range(len(part.rows)))
    totals = [
        f"{_spoken(column.title)}合计{_points_text(parts.decimal_text(value))}"
        for column, value in zip(part.columns, parts.part_sums(part), strict=True)
        if value is not None
    ]
    return "，".join([f"{_spoken(part.title)}，共{len(part.rows)}条", *totals]) + "。"


def _part_line(part: NoticePart, number: int, numbered: bool = True) -> str:
    """One row; in sums, which have no number, the unit follows its figure: 报备件数，红事3，合计3件."""
    said = [f"第{part.first_line + number}行"] if numbered else []
    for column, text in zip(part.columns, part.rows[number], strict=True):
        if text and parts.is_figures(column.kind):
            said.append(f"{_spoken(column.title)}{_points_text(text)}")
        elif text and said and not numbered:
            said[-1] += _spoken(text)
        elif text:
            said.append(_spoken(text))
    return "，".join(said) + "。"


def _objecting(content: NoticeContent) -> list[str]:
    until = "公示期里" if content.proof else f"{chinese_day(content.hung_until)}以前"
    said, phone = content.words, content.objection_phone
    ways = [f"打电话{_grouped(phone)}"] if phone else []
    person = f"找{_spoken(said.objection_person)}" if said.objection_person else ""
    place = f"到{_spoken(said.objection_place)}" if said.objection_place else ""
    if person or place:
        ways.append(f"{place}{person}当面说")
    how = f"，{'，或者'.join(ways)}" if ways else ""
    lines = [f"对公示有不同意见的，请在{until}{how}。", "反映的时候，请说清是第几行。"]
    if said.answer_days:
        lines.append(f"收到以后{said.answer_days}天内答复。")
    return lines


def _points(value: Points) -> str:
    return _points_text(str(value))


def _points_text(text: str) -> str:
    """A figure as it is read: 负2.5."""
    return f"负{text[1:]}" if text.startswith("-") else text


def _grouped(number: str) -> str:
    """A phone or book number as it is read out: 0351，555，0123; 138，1234，5678."""
    mobile = _MOBILE.fullmatch(number)
    if mobile is not None:
        return "，".join(mobile.groups())
    return "，".join(group for digits in _DIGITS.findall(number) for group in _in_groups(digits))


def _in_groups(digits: str) -> list[str]:
    """Digits in groups of four from the end; what is left in front stands alone."""
    start = len(digits) % 4
    groups = [digits[:start]] if start else []
    return groups + [digits[place : place + 4] for place in range(start, len(digits), 4)]


def _spoken(text: str) -> str:
    """A text without what cannot be read out: brackets, stars, strokes; +10分/次 is 加10分每次, -2 is 负2."""
    text = _YEAR.sub(r"\1年", _STARS.sub("某", text))
    text = _PLUS.sub("加", _MINUS.sub("负", _QUOTES.sub("", text)))
    text = _EACH.sub(lambda found: "".join(f"每{what}" for what in found.groups() if what), text)
    text = _SLASH.sub("、", text)
    return _BRACKETS.sub("，", text).strip("，。 ").replace("，，", "，")
