"""Old registers of events as councils keep them, and the way one goes into a village."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from builders.rosters import SAMPLES
from builders.village import KEY, Village
from passbook_desk.features.events.commands import adopt_standard
from passbook_desk.features.events.register.planning import plan_register
from passbook_desk.features.events.register.values import RegisterChoices, RegisterLine, RegisterPlan
from passbook_desk.features.events.register.writing import import_register
from passbook_desk.features.events.sheets import standard_from_workbook
from passbook_desk.features.events.values import AdoptStandard
from passbook_desk.features.intake.reading import WorkbookRows, read_workbook
from passbook_desk.kernel.jobs import NullProgress, Progress

REGISTER = SAMPLES / "红白事标准及登记.xlsx"
MEETING = date(2026, 1, 15)
TITLES = (
    "序号",
    "类别",
    "事主",
    "网格",
    "门牌",
    "身份",
    "事由",
    "报备日期",
    "办事日期",
    "农历",
    "方式",
    "申报桌数",
    "实际桌数",
    "核查人",
    "核查结果",
    "备注",
)
Row = Sequence[object]


def wedding(
    head: str = "王建国",
    *,
    kind: object = "红事",
    grid: object = "一网格",
    house: object = "1号",
    standing: object = "群众",
    matter: object = "儿子结婚",
    reported: object = "2025.5.1",
    held: object = "2025.5.18",
    lunar: object = None,
    mode: object = "单办",
    declared: object = 14,
    actual: object = None,
    checker: object = None,
    result: object = None,
    memo: object = None,
) -> Row:
    """A row beneath TITLES, by default 王建国's son who marries on 2025-05-18, not checked."""
    return (
        1,
        kind,
        head,
        grid,
        house,
        standing,
        matter,
        reported,
        held,
        lunar,
        mode,
        declared,
        actual,
        checker,
        result,
        memo,
    )


def adopt_village_standard(village: Village, meeting: date = MEETING) -> int:
    """The standard of the sample workbook, as one meeting adopted it."""
    read = standard_from_workbook(_sample())
    with village.write() as tx:
        return adopt_standard(tx, AdoptStandard(meeting, "2026-2", meeting, "村民代表会议", read.limits))


@cache
def _sample() -> WorkbookRows:
    return read_workbook(REGISTER, NullProgress())


def planned(village: Village, path: Path = REGISTER, choices: RegisterChoices | None = None) -> RegisterPlan:
    """A register compared with the village as it is."""
    workbook = _sample() if path == REGISTER else read_workbook(path, NullProgress())
    with village.read() as scope:
        return plan_register(scope, workbook, choices)


def brought_in(
    village: Village,
    path: Path = REGISTER,
    choices: RegisterChoices | None = None,
    progress: Progress | None = None,
) -> RegisterPlan:
    """A register planned and imported."""
    plan = planned(village, path, choices)
    with village.write() as tx:
        return import_register(tx, plan, KEY, progress or NullProgress())


def told(line: RegisterLine) -> list[str]:
    """The kinds of what was noticed of a row."""
    return [finding.kind.removeprefix("register_") for finding in line.findings]
