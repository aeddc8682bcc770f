"""What numbers with words around them mean in a list of goods: 25分, 86件, 20块, 每月2件 (pure)."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from passbook_desk.features.redemption.goods.rules import MOST_PIECES
from passbook_desk.features.redemption.goods.values import LimitPeriod
from passbook_desk.kernel.points import ZERO, Money, NotANumber, Points

_NOT_SAID: Final = frozenset({"", "-", "—", "——", "/", "\\"})
_NONE_LEFT: Final = frozenset({"无", "没有", "没了", "缺货", "售罄", "兑完", "已兑完", "空"})
_ENDLESS: Final = frozenset({"不限", "不限量", "无限", "不限制", "随时"})
_COUNTED: Final = re.compile(r"(?:约|共|余|剩|还有)?([+-]?\d{1,9}(?:\.\d+)?)([\u4e00-\u9fff]{0,3})")
_UNIT: Final = re.compile(r"[件个只支瓶袋包盒箱套条把块桶双张本卷提桶罐台次份对副床斤根束盆板听壶筐串粒枚]")
_POINTS: Final = re.compile(r"([+-]?\d{1,9}(?:\.\d+)?)(?:个?积分|分)?(?:/?每?[\u4e00-\u9fff]{0,2})?")
_YUAN: Final = re.compile(
    r"(?:人民币|约|[¥￥])?(\d{1,9}(?:\.\d+)?)(?:元|块钱?|圆)?(?:整|/?每?[\u4e00-\u9fff])?"
)
_YUAN_AND_JIAO: Final = re.compile(r"(\d{1,9})(?:元|块)(\d)(?:角|毛)?")
_LIMIT_COUNT: Final = re.compile(r"(\d{1,6})|([一二两三四五六七八九十])")
_HAN: Final = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_PERIODS: Final = (
    (LimitPeriod.MONTH, "月"),
    (LimitPeriod.QUARTER, "季"),
    (LimitPeriod.YEAR, "年"),
    (LimitPeriod.VISIT, "次"),
)
_UNLIMITED: Final = _NOT_SAID | _ENDLESS | {"无", "否", "无限制"}
_SERVICE: Final = re.compile(r"服务|理发|上门|抵扣|就餐|用餐|食堂")


class Trouble(StrEnum):
    """Why a number of pieces cannot be taken."""

    NONE = ""
    UNREADABLE = "unreadable"
    NEGATIVE = "negative"
    FRACTION = "fraction"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Pieces:
    """A number of pieces, None where none is said, and the unit that stands behind it."""

    count: int | None = None
    unit: str = ""
    trouble: Trouble = Trouble.NONE


def plain_text(text: str) -> str:
    """A text without width, spaces and thousands' marks."""
    return "".join(unicodedata.normalize("NFKC", text).replace("−", "-").split()).replace(",", "")


def pieces_in(text: str) -> Pieces:
    """86件, 2５, 缺货, 不限 (nobody counts it): how many there are."""
    said = plain_text(text)
    if said in _NOT_SAID or said in _ENDLESS:
        return Pieces()
    if said in _NONE_LEFT:
        return Pieces(0)
    found = _COUNTED.fullmatch(said)
    if found is None:
        return Pieces(trouble=Trouble.UNREADABLE)
    whole, _, part = found[1].partition(".")
    if part.strip("0"):
        return Pieces(trouble=Trouble.FRACTION)
    count = int(whole)
    if count < 0:
        return Pieces(trouble=Trouble.NEGATIVE)
    if count > MOST_PIECES:
        return Pieces(trouble=Trouble.LARGE)
    return Pieces(count, found[2])


def unit_in(spec: str) -> str:
    """The unit where a specification is nothing but one: 个, 套; else empty."""
    return spec if _UNIT.fullmatch(spec) else ""


def points_in(text: str) -> tuple[Points | None, bool]:
    """25, 25分, 12.5积分: what a piece costs (None: it is not said), and whether it can be a price."""
    said = plain_text(text)
    if said in _NOT_SAID:
        return None, True
    found = _POINTS.fullmatch(said)
    if found is None:
        return None, False
    try:
        points = Points.parse(found[1])
    except NotANumber:
        return None, False
    return points, points > ZERO


def money_in(text: str) -> tuple[Money | None, bool]:
    """9.9, 20块, ¥35, 2元5角: what was paid for a piece (None: not said), and if it was understood."""
    said = plain_text(text)
    if said in _NOT_SAID or said in ("无", "捐赠", "赠送"):
        return None, True
    parts = _YUAN_AND_JIAO.fullmatch(said)
    found = _YUAN.fullmatch(said)
    written = f"{parts[1]}.{parts[2]}" if parts is not None else "" if found is None else found[1]
    try:
        return Money.parse(written), True
    except NotANumber:
        return None, False


@dataclass(frozen=True, slots=True)
class SaidLimit:
    """How many pieces a household may have how often. `assumed`: nobody said how often."""

    count: int | None = None
    period: LimitPeriod = LimitPeriod.NONE
    assumed: bool = False
    understood: bool = True


def limit_in(text: str, title: str) -> SaidLimit:
    """每户每月2件, 每季限1, or 2 under the title 每户每月限兑; without a word of time it is of a month."""
    said = plain_text(text)
    if said in _UNLIMITED:
        return SaidLimit()
    found = _LIMIT_COUNT.search(said)
    if found is None:
        return SaidLimit(understood=False)
    count = int(found[1]) if found[1] else _HAN[found[2]]
    if not 1 <= count <= MOST_PIECES:
        return SaidLimit(understood=False)
    for where in (said, title):
        for period, word in _PERIODS:
            if word in where:
                return SaidLimit(count, period)
    return SaidLimit(count, LimitPeriod.MONTH, assumed=True)


def is_service(category: str, name: str) -> bool:
    """Whether the words tell of a service: 服务, 理发券, 食堂用餐."""
    return _SERVICE.search(category + name) is not None
