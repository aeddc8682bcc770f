"""Words of goods on paper and in workbooks. Chinese official form."""

from collections.abc import Iterable, Iterator
from typing import Final

from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow, LimitPeriod

OTHER: Final = "其他"
SERVICE: Final = "服务"
NO_LIMIT: Final = "不限"
USUAL_UNITS: Final = ("件", "袋", "瓶", "桶", "块", "支", "盒", "包", "提", "条", "把", "个", "次")
"""What pieces are counted by, offered where goods are made."""
_PERIODS: Final = {
    LimitPeriod.VISIT: "每户每次",
    LimitPeriod.MONTH: "每户每月",
    LimitPeriod.QUARTER: "每户每季",
    LimitPeriod.YEAR: "每户每年",
}


def limit_words(row: GoodsRow) -> str:
    """每户每月 2 块; empty without a limit."""
    if row.limit_count is None:
        return ""
    return f"{_PERIODS[row.limit_period]} {row.limit_count} {row.unit}"


def group_of(row: GoodsRow) -> str:
    """Under which heading goods stand; services that have no category of their own stand together."""
    return row.category or (SERVICE if row.kind is GoodsKind.SERVICE else OTHER)


def by_category(rows: Iterable[GoodsRow]) -> Iterator[tuple[str, list[GoodsRow]]]:
    """Goods under their headings, in the order in which the headings first come; the others last."""
    groups: dict[str, list[GoodsRow]] = {}
    for row in rows:
        groups.setdefault(group_of(row), []).append(row)
    for heading in sorted(groups, key=lambda each: each == OTHER):
        yield heading, groups[heading]
