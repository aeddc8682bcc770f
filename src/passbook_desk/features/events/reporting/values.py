from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from passbook_desk.features.events.course.kinds import Outcome
from passbook_desk.features.events.values import EventKind, FigureCompared
from passbook_desk.kernel.period import DateSpan


class ReportGroup(StrEnum):
    """The columns of the report: 红事, 白事 and all other feasts."""

    RED = "red"
    WHITE = "white"
    OTHER = "other"


class Handling(StrEnum):
    """What became of an event that was over its standard."""

    SETTLED = "settled"  # 回访已整改
    WAITING = "waiting"  # 待回访
    RECORDED = "recorded"  # 未定回访: no second look was set


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One event of the report, with what was joined into it.

    `head_name` is the head on the day of report, `wall_name` how the village puts that household on its
    wall. The event began on `first_on` and belongs to the day `last_on`. Tables and `per_table` (yuan a
    table, the newest figure) are absent where nobody said; `saving` is in yuan, see `course.rules.saving`.
    `outcome` is that of the last check; `exceeded` are the measures whose newest figure is over its limit;
    `handling` is absent unless the check found the event over, `said` are the words of its later steps.
    `persuasions` counts visits and checks that ended in persuasion.
    """

    id: int
    number: str
    kind: EventKind
    household_code: str
    head_name: str
    wall_name: str
    member: bool
    first_on: date
    last_on: date
    reported_on: date
    declared_tables: int | None
    approved_tables: int | None
    actual_tables: int | None
    per_table: int | None
    held: bool
    refused: bool
    late: bool
    outcome: Outcome | None
    handling: Handling | None
    exceeded: tuple[FigureCompared, ...]
    said: str
    persuasions: int
    saving: int | None
    parts: int


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """Sums over lines; every figure is a whole number: events, tables, times or yuan.

    `undeclared`, `unapproved`, `uncounted` and `unsaved` are the lines that say no tables declared, approved
    or found, or nothing that a saving could be made of: the sums leave them out. `over` is the sum of
    `settled`, `waiting` and `recorded`. `received` counts reports by the day of report, whatever became
    of them.
    """

    reported: int
    members: int
    held: int
    declared_tables: int
    approved_tables: int
    actual_tables: int
    checked: int
    persuaded: int
    over: int
    settled: int
    waiting: int
    recorded: int
    late: int
    persuasions: int
    saving: int
    undeclared: int
    unapproved: int
    uncounted: int
    unsaved: int
    received: int


@dataclass(frozen=True, slots=True)
class EventReport:
    """The red and white events of some days.

    `groups` has the figures of 红事, 白事 and the others in this order, `total` their sums. `year` is the
    year to date, `before` the same days of the year before; `before` is absent where the village had
    recorded no event by then. `running`: the days are not over.
    """

    village_name: str
    township: str
    span: DateSpan
    made_on: date
    running: bool
    lines: tuple[ReportLine, ...]
    groups: tuple[ReportFigures, ReportFigures, ReportFigures]
    total: ReportFigures
    year_span: DateSpan
    year: ReportFigures
    before_span: DateSpan
    before: ReportFigures | None
