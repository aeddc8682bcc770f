"""The lines of the quarter's report in the language of the window. No Qt here."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from passbook_desk.features.events.reporting.values import EventReport
from passbook_desk.features.events.reporting.words import summary, values
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "reported": QT_TRANSLATE_NOOP("EventReport", "报备件数"),
        "members": QT_TRANSLATE_NOOP("EventReport", "其中：党员干部"),
        "held": QT_TRANSLATE_NOOP("EventReport", "其中：已办"),
        "declared_tables": QT_TRANSLATE_NOOP("EventReport", "申报桌数"),
        "approved_tables": QT_TRANSLATE_NOOP("EventReport", "核准桌数"),
        "actual_tables": QT_TRANSLATE_NOOP("EventReport", "实际桌数"),
        "checked": QT_TRANSLATE_NOOP("EventReport", "核查件数"),
        "persuaded": QT_TRANSLATE_NOOP("EventReport", "劝导后改正"),
        "over": QT_TRANSLATE_NOOP("EventReport", "超标件数"),
        "settled": QT_TRANSLATE_NOOP("EventReport", "其中：回访已整改"),
        "waiting": QT_TRANSLATE_NOOP("EventReport", "其中：待回访"),
        "recorded": QT_TRANSLATE_NOOP("EventReport", "其中：未定回访"),
        "late": QT_TRANSLATE_NOOP("EventReport", "迟报件数"),
        "persuasions": QT_TRANSLATE_NOOP("EventReport", "劝导次数"),
        "saving": QT_TRANSLATE_NOOP("EventReport", "节约估算"),
        "received": QT_TRANSLATE_NOOP("EventReport", "收到报备"),
    }
)
_COUNTED = QT_TRANSLATE_NOOP("EventReport", "件")
_TABLES = QT_TRANSLATE_NOOP("EventReport", "桌")
_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "declared_tables": _TABLES,
        "approved_tables": _TABLES,
        "actual_tables": _TABLES,
        "persuasions": QT_TRANSLATE_NOOP("EventReport", "次"),
        "saving": QT_TRANSLATE_NOOP("EventReport", "元"),
    }
)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line of the summary: title, unit and a figure for each column; the last one may be unknown."""

    place: int
    title: str
    unit: str
    values: tuple[int | None, ...]


def figure_rows(report: EventReport, for_wall: bool) -> tuple[FigureRow, ...]:
    """The lines as the paper has them."""
    return tuple(
        FigureRow(
            place,
            translate("EventReport", _TITLES[row.key]),
            translate("EventReport", _UNITS.get(row.key, _COUNTED)),
            values(report, row),
        )
        for place, row in enumerate(summary(for_wall))
    )


def _column(number: int, key: str, title: str) -> Column[FigureRow]:
    def text(row: FigureRow) -> str:
        value = row.values[number]
        return "—" if value is None else str(value)

    return Column(key, title, text, 4, sort=lambda row: row.values[number] or 0, figures=True, stretch=True)


FIGURE_COLUMNS: tuple[Column[FigureRow], ...] = (
    Column("title", QT_TRANSLATE_NOOP("Columns", "项目"), lambda row: row.title, 8.5,
           sort=lambda row: row.place),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda row: row.unit, 2, optional=True),
    _column(0, "red", QT_TRANSLATE_NOOP("Columns", "红事")),
    _column(1, "white", QT_TRANSLATE_NOOP("Columns", "白事")),
    _column(2, "other", QT_TRANSLATE_NOOP("Columns", "其他喜庆")),
    _column(3, "total", QT_TRANSLATE_NOOP("Columns", "本季合计")),
    _column(4, "year", QT_TRANSLATE_NOOP("Columns", "本年累计")),
    _column(5, "before", QT_TRANSLATE_NOOP("Columns", "上年同期")),
)  # fmt: skip
