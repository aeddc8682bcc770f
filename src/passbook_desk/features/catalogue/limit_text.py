"""Caps and floors in the meeting's words, both ways: 每天限一次 ↔ Limit. What is unsure is not guessed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from passbook_desk.features.catalogue.values import Direction, Holder, Limit, LimitPeriod, Measure
from passbook_desk.kernel.points import Points

_PERIODS: Final = (
    (LimitPeriod.DAY, r"每[1一]?[日天]|[一1][日天]之?内?|当[日天]|[日天]"),
    (LimitPeriod.MONTH, r"每[1一]?个?月度?|[一1]个?月之?内?|当月|月度?"),
    (LimitPeriod.QUARTER, r"每[1一]?个?季度?|[一1]个?季度?之?内?|当季度?|季度?"),
    (LimitPeriod.YEAR, r"每[1一]?个?年度?|[一1]年之?内?|全年|当年|年度?之?内?"),
    (LimitPeriod.EVER, r"终身|终生|总共|一共|一次性"),
)
_HOLDERS: Final = (
    (Holder.RED, r"每[名个位]党员|党员(?:每人)?"),
    (Holder.HOUSEHOLD, r"每户(?:家庭|村民|群众|居民)?|每个?家庭|农户|群众|村民|居民"),
    (Holder.SHOP, r"每[家个户]?商[户铺]|商[户铺]|每店"),
    (Holder.UNIT, r"每个?单位|单位"),
)
_WORDS: Final = (
    ("whole", r"全部|所有|各项"),
    ("sum", r"总(?:计|积?分)?"),
    ("single", r"[本该此单每]一?小?项(?:目|内容)?|同一(?:事项|项目)"),
    ("hand", r"(?:同一?(?:事项|项目|事迹|活动|事|项|人)?|多项|多次)?(?:[按只]?取|按)最高"
             r"(?:级别|等次|一?[项档级次]|分|值|的)*(?:[计加记积]分)?|就高不就低"
             r"|不(?:重复|累计|叠加)(?:[加计积记]分|计算|享受)?"),
    ("bound", r"最多|至多|不得?超过|不高于|不得?多于|上限|封顶线?|最高|[仅只]?限[报记加扣制定为]?"
              r"|为[限止]|以?内|累计|合计|共计|只能|只|仅|可|为|是|[:：]"),
    ("drained", r"扣完|扣光"),
    ("plus", r"奖励?分?|[加得]分?|积分|[计记]分?"),
    ("minus", r"[扣减]除?分?"),
    ("person", r"每人"),
    ("slash", r"/"),
)  # fmt: skip
_TOKEN: Final = re.compile(
    "|".join(
        [
            r"(?P<amount>\d{1,6}(?:\.\d{1,2})?)(?P<what>[分次回])",
            *[f"(?P<p{number}>{pattern})" for number, (_, pattern) in enumerate(_PERIODS)],
            *[f"(?P<h{number}>{pattern})" for number, (_, pattern) in enumerate(_HOLDERS)],
            *[f"(?P<{name}>{pattern})" for name, pattern in _WORDS],
        ]
    )
)
_DIGITS: Final = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5,
                  "六": 6, "七": 7, "八": 8, "九": 9}  # fmt: skip
_SPOKEN: Final = re.compile(r"[零一二两三四五六七八九十百]+(?=[分回]|次(?!性))")
_NONE: Final = re.compile(r"[-—/无]|不限次?数?|不设上限|无上限|上?不封顶|无限制|没有")
_TELLS: Final = re.compile(r"最多|至多|不得?超过|不高于|封顶|上限|最高|为[限止]|以内|扣完")
_NUMBERING: Final = re.compile(r"(?:[(]?[\d一二三四五六七八九十]{1,3}(?:[):、]|\.(?!\d)))+")
_PERIOD_WORDS: Final = {
    LimitPeriod.DAY: "每天",
    LimitPeriod.MONTH: "每月",
    LimitPeriod.QUARTER: "每季",
    LimitPeriod.YEAR: "每年",
    LimitPeriod.EVER: "总共",
}
_HOLDER_WORDS: Final = {
    Holder.RED: "党员",
    Holder.HOUSEHOLD: "每户",
    Holder.SHOP: "商户",
    Holder.UNIT: "单位",
}


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What words about limits mean.

    `unread`: clauses that could not be understood for certain; `by_hand`: understood, yet nothing the
    program can count (同一事取最高); `endless`: clauses that name no period, taken as EVER.
    """

    limits: tuple[Limit, ...] = ()
    unread: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    endless: tuple[str, ...] = ()


@dataclass(slots=True)
class _Clause:
    """The words of one clause, sorted by what they say."""

    said: set[str] = field(default_factory=set)
    periods: list[LimitPeriod] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)
    amounts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Collected:
    limits: list[Limit] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)
    endless: list[str] = field(default_factory=list)

    def take(self, words: str, limit: Limit | None, clause: _Clause | None) -> None:
        if limit is None or clause is None:
            self.unread.append(words)
            return
        same = [one for one in self.limits if scope_of(one) == scope_of(limit)]
        if same and limit not in same:
            self.unread.append(words)
        elif not same:
            self.limits.append(limit)
            if not clause.periods:
                self.endless.append(words)

    @property
    def has_floor(self) -> bool:
        """扣完为止 only repeats what a clause with a number has said before."""
        return any(limit.direction is Direction.FLOOR for limit in self.limits)

    def result(self) -> ReadLimits:
        return ReadLimits(tuple(self.limits), tuple(self.unread), tuple(self.by_hand), tuple(self.endless))


def scope_of(limit: Limit) -> tuple[Direction, LimitPeriod, Measure, Holder | None]:
    """What a limit bounds; one item has at most one limit for each."""
    return limit.direction, limit.period, limit.measure, limit.holder


def read_limits(text: str, direction: Direction, holders: Sequence[Holder]) -> ReadLimits:
    """The limits that the words beside one item set.

    `direction` is CAP for items that give points and FLOOR for those that take; words of the other sign are
    not understood. `holders` are the item's: words about others are not understood.
    """
    found = _Collected()
    for words, figured in _clauses(text):
        clause = _sorted_out(figured)
        if clause is not None and not (clause.amounts or clause.periods or clause.holders):
            if clause.said == {"hand"}:
                found.by_hand.append(words)
                continue
            if "drained" in clause.said <= {"drained", "bound"} and found.has_floor:
                continue
        refused = clause is None or bool({"whole", "hand"} & clause.said)
        found.take(words, None if refused or clause is None else _limit(clause, direction, holders), clause)
    return found.result()


def read_total_limits(text: str) -> ReadLimits:
    """The limits over all items that a remark of the whole list sets: 全部加分每月不超过100分.

    Remarks without a number or a word of limiting are passed over; `unread` are those that seem to limit
    and are not understood.
    """
    found = _Collected()
    for words, figured in _clauses(text):
        if not _TELLS.search(words) or not re.search(r"\d", figured):
            continue
        clause = _sorted_out(figured)
        if clause is None or not {"whole", "sum"} & clause.said or {"single", "hand", "person"} & clause.said:
            found.take(words, None, clause)
            continue
        takes = bool({"minus", "drained"} & clause.said)
        found.take(words, _limit(clause, Direction.FLOOR if takes else Direction.CAP, tuple(Holder)), clause)
    return found.result()


def limit_words(limit: Limit) -> str:
    """A limit of an item in words that `read_limits` reads back: 每天最多1次, 党员每年最多扣25分."""
    whose = "" if limit.holder is None else _HOLDER_WORDS[limit.holder]
    takes = limit.direction is Direction.FLOOR and limit.measure is Measure.POINTS
    return f"{whose}{_PERIOD_WORDS[limit.period]}最多{'扣' if takes else ''}{_amount_words(limit)}"


def limits_words(limits: Sequence[Limit]) -> str:
    """The limits of an item, one clause each; empty for none."""
    return "，".join(map(limit_words, limits))


def total_limit_words(limit: Limit) -> str:
    """A limit over all items in words that `read_total_limits` reads back: 全部加分每月不超过100分."""
    whose = "" if limit.holder is None else _HOLDER_WORDS[limit.holder]
    kind = "扣分" if limit.direction is Direction.FLOOR else "加分"
    return f"{whose}全部{kind}{_PERIOD_WORDS[limit.period]}不超过{_amount_words(limit)}"


def _amount_words(limit: Limit) -> str:
    return f"{limit.amount}{'分' if limit.measure is Measure.POINTS else '次'}"


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """The clauses of a text as they stand and with figures in digits; brackets go with their words."""
    plain = re.sub(r"^(?:说明|备注|附?注)[:]", "", "".join(unicodedata.normalize("NFKC", text).split()))
    for part in re.split(r"[,;。、\n]", _numbered(plain)):
        words = _numbered(part)
        if not words or _NONE.fullmatch(words):
            continue
        whole = re.sub(r"[()]", "", words)
        if "(" in words and _sorted_out(_figured(whole)) is None:
            yield from ((piece, _figured(piece)) for piece in re.split(r"[()]", words) if piece)
        else:
            yield whole, _figured(whole)


def _figured(words: str) -> str:
    """每天限一次 → 每天限1次."""
    return _SPOKEN.sub(lambda found: str(_number(found[0])), words)


def _numbered(words: str) -> str:
    found = _NUMBERING.match(words)
    return words[found.end() :] if found is not None else words


def _number(spoken: str) -> int:
    """十二 → 12, 二十 → 20, 一百二 is not said of points and comes out as 102."""
    hundreds, _, rest = spoken.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    total = (_DIGITS.get(hundreds, 1) * 100 if "百" in spoken else 0) + (
        _DIGITS.get(tens, 1) * 10 if ten else 0
    )
    for digit in ones:
        total = total if digit == "零" else total + _DIGITS[digit]
    return total


def _sorted_out(words: str) -> _Clause | None:
    """The words of a clause; None when any of them is not known."""
    clause, place = _Clause(), 0
    while place < len(words):
        token = _TOKEN.match(words, place)
        if token is None or token.end() == place:
            return None
        place = token.end()
        name = str(token.lastgroup)
        if token["amount"]:
            clause.amounts.append((token["amount"], token["what"]))
        elif re.fullmatch(r"p\d", name):
            clause.periods.append(_PERIODS[int(name[1])][0])
        elif re.fullmatch(r"h\d", name):
            clause.holders.append(_HOLDERS[int(name[1])][0])
        else:
            clause.said.add(name)
    return clause


def _limit(clause: _Clause, direction: Direction, holders: Sequence[Holder]) -> Limit | None:
    """The limit of a clause; None when it says too little, too much or the contrary."""
    if len(clause.amounts) != 1 or len(clause.periods) > 1 or len(clause.holders) > 1:
        return None
    contrary = {"minus", "drained"} if direction is Direction.CAP else {"plus"}
    if contrary & clause.said:
        return None
    wanted = [*clause.holders, *([Holder.RED] if "person" in clause.said else [])]
    if len(set(wanted)) > 1 or not set(wanted) <= set(holders):
        return None
    if "person" in clause.said and not clause.holders and tuple(holders) != (Holder.RED,):
        return None
    number, what = clause.amounts[0]
    amount: Points | int
    if what == "分":
        amount = Points.parse(number)
    elif "." in number:
        return None
    else:
        amount = int(number)
    if not amount:
        return None
    return Limit(
        direction=direction,
        period=clause.periods[0] if clause.periods else LimitPeriod.EVER,
        measure=Measure.POINTS if what == "分" else Measure.TIMES,
        amount=amount,
        holder=wanted[0] if wanted and len(set(holders)) > 1 else None,
    )
