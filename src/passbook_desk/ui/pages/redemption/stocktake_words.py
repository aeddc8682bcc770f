"""Words and columns of the pages of stocktakes."""

from datetime import datetime
from typing import Final

from passbook_desk.features.redemption.stocktake.values import (
    CountEntry,
    CountRow,
    StocktakeRow,
    StocktakeState,
)
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_STATES: Final = {
    StocktakeState.OPEN: QT_TRANSLATE_NOOP("Stocktake", "▲ 盘点中"),
    StocktakeState.CONFIRMED: QT_TRANSLATE_NOOP("Stocktake", "✓ 已确认"),
    StocktakeState.DROPPED: QT_TRANSLATE_NOOP("Stocktake", "✕ 已作废"),
    StocktakeState.REVERSED: QT_TRANSLATE_NOOP("Stocktake", "↶ 已收回"),
}
REASONS: Final = (
    QT_TRANSLATE_NOOP("Stocktake", "丢失"),
    QT_TRANSLATE_NOOP("Stocktake", "破损"),
    QT_TRANSLATE_NOOP("Stocktake", "多发"),
    QT_TRANSLATE_NOOP("Stocktake", "少发"),
    QT_TRANSLATE_NOOP("Stocktake", "赠品"),
    QT_TRANSLATE_NOOP("Stocktake", "记错"),
)
"""What a difference mostly comes from; the file keeps the Chinese word, which stands on paper."""


def state_word(state: StocktakeState) -> str:
    """A mark and a word."""
    return translate("Stocktake", _STATES[state])


def moment_text(moment: datetime) -> str:
    """2026.7.2 14:05, by the clock of this computer."""
    local = moment.astimezone()
    return f"{day_text(local.date())} {local:%H:%M}"


def signed(pieces: int) -> str:
    """Pieces with their sign: ＋2, －1, 0."""
    return f"＋{pieces}" if pieces > 0 else f"－{-pieces}" if pieces else "0"


def points_signed(points: Points) -> str:
    """Points with their sign: ＋70, －150, 0."""
    return f"＋{points}" if points > ZERO else f"－{-points}" if points else "0"


def _points(row: CountRow) -> str:
    if row.counted is None or not row.difference:
        return ""
    return translate("Stocktake", "没有分值") if row.price is None else points_signed(row.value)


def _reason(row: CountRow) -> str:
    if row.outdated:
        return translate("Stocktake", "⚠ 账改过，请重数")
    if row.difference and not row.reason:
        return translate("Stocktake", "⚠ 请选原因")
    return row.reason if row.difference else ""


def _counted(row: CountRow) -> str:
    return "" if row.counted is None else str(row.counted)


STOCKTAKES: Final[tuple[Column[StocktakeRow], ...]] = (
    Column("number", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.number, 6),
    Column("outlet", QT_TRANSLATE_NOOP("Columns", "兑换点"), lambda row: row.outlet, 7, stretch=True,
           least=7),
    Column("begun", QT_TRANSLATE_NOOP("Columns", "日期"), lambda row: day_text(row.begun_on), 5.2,
           sort=lambda row: row.begun_on),
    Column("counters", QT_TRANSLATE_NOOP("Columns", "盘点人"), lambda row: row.counters, 7, stretch=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), lambda row: state_word(row.state), 5),
    Column("counted", QT_TRANSLATE_NOOP("Columns", "盘了几种"), lambda row: str(row.counted), 4,
           sort=lambda row: row.counted, figures=True),
    Column("differing", QT_TRANSLATE_NOOP("Columns", "差异几种"),
           lambda row: "" if row.differing is None else str(row.differing), 4,
           sort=lambda row: row.differing or 0, figures=True),
    Column("witness", QT_TRANSLATE_NOOP("Columns", "监盘人"), lambda row: row.witness, 4.5, optional=True),
)  # fmt: skip

BLIND: Final[tuple[Column[CountRow], ...]] = (
    Column("shelf", QT_TRANSLATE_NOOP("Columns", "库位"), lambda row: row.shelf, 5),
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.code, 3),
    Column("name", QT_TRANSLATE_NOOP("Columns", "物品"), lambda row: row.name, 8, stretch=True),
    Column("spec", QT_TRANSLATE_NOOP("Columns", "规格"), lambda row: row.spec, 6, optional=True),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda row: row.unit, 3),
    Column("counted", QT_TRANSLATE_NOOP("Columns", "实盘"), _counted, 6, figures=True),
    Column("done", QT_TRANSLATE_NOOP("Columns", "数过"),
           lambda row: translate("Stocktake", "⚠ 请重数") if row.outdated
           else "" if row.counted is None else translate("Stocktake", "✓ 数过"), 5),
)  # fmt: skip
ENTRY: Final = next(place for place, column in enumerate(BLIND) if column.key == "counted")
"""The place of the column that is typed into."""

COMPARED: Final[tuple[Column[CountRow], ...]] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.code, 3),
    Column("name", QT_TRANSLATE_NOOP("Columns", "物品"), lambda row: row.called, 8, stretch=True),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda row: row.unit, 3, optional=True),
    Column("book", QT_TRANSLATE_NOOP("Columns", "账面"),
           lambda row: "" if row.book is None else str(row.book), 4, sort=lambda row: row.book or 0,
           figures=True),
    Column("counted", QT_TRANSLATE_NOOP("Columns", "实盘"), _counted, 4, sort=lambda row: row.counted or 0,
           figures=True),
    Column("difference", QT_TRANSLATE_NOOP("Columns", "差异"),
           lambda row: "" if row.counted is None else signed(row.difference), 4,
           sort=lambda row: row.difference, figures=True),
    Column("points", QT_TRANSLATE_NOOP("Columns", "差异分"), _points, 5, sort=lambda row: row.value,
           figures=True),
    Column("reason", QT_TRANSLATE_NOOP("Columns", "原因"), _reason, 8, stretch=True),
)  # fmt: skip

HISTORY: Final[tuple[Column[CountEntry], ...]] = (
    Column("when", QT_TRANSLATE_NOOP("Columns", "时间"), lambda row: moment_text(row.recorded_at), 8.5,
           sort=lambda row: row.number),
    Column("who", QT_TRANSLATE_NOOP("Columns", "谁记的"), lambda row: row.recorded_by, 5),
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.code, 3),
    Column("name", QT_TRANSLATE_NOOP("Columns", "物品"), lambda row: row.name, 8, stretch=True),
    Column("counted", QT_TRANSLATE_NOOP("Columns", "实盘"), lambda row: str(row.quantity), 4,
           sort=lambda row: row.quantity, figures=True),
    Column("reason", QT_TRANSLATE_NOOP("Columns", "原因"), lambda row: row.reason, 7, stretch=True),
)  # fmt: skip
