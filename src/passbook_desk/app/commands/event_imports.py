"""import events."""

from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.findings import finding_lines, findings_as_json
from passbook_desk.app.commands.imports import known_before, workbook_at
from passbook_desk.features.events.register.planning import plan_register
from passbook_desk.features.events.register.values import Fate, RegisterChoices, RegisterLine, RegisterPlan
from passbook_desk.features.events.register.writing import REGISTER_BATCH, import_register
from passbook_desk.features.events.values import EventKind, Measure
from passbook_desk.kernel.jobs import NullProgress


def register(context: Context) -> Answer:
    """Read a council's old register of events; with --apply bring in what is right as one batch."""
    given = context.arguments
    workbook = workbook_at(Path(given.workbook))
    choices = RegisterChoices(standard=given.standard)
    with context.desk() as desk:
        known = known_before(desk, workbook, REGISTER_BATCH)
        plan = desk.ask(lambda scope: plan_register(scope, workbook, choices))
        if given.apply:
            planned = plan
            plan = desk.do(lambda tx: import_register(tx, planned, desk.file.key, NullProgress()))
    return Answer((*known, *_lines(plan, given.apply), *finding_lines(plan.findings)), _json(plan))


def _lines(plan: RegisterPlan, apply: bool) -> tuple[str, ...]:
    declared, actual = _tables(plan)
    lines = [
        f"{len(plan.lines)} 件：红事 {_count(plan, EventKind.WEDDING)} 件，"
        f"白事 {_count(plan, EventKind.FUNERAL)} 件；报备 {declared} 桌，实际 {actual} 桌；"
        f"违规 {sum(line.violates for line in plan.lines)} 件",
        f"新的 {len(plan.of(Fate.NEW))} 件，补核查 {len(plan.of(Fate.CHECK))} 件，"
        f"已有 {len(plan.of(Fate.SAME))} 件，有问题 {len(plan.wrong)} 件",
    ]
    if plan.before_standard:
        under = plan.counted_under
        lines.append(
            f"其中 {plan.before_standard} 件早于村里第一份标准，按第 {under.number} 版"
            f"（{under.meeting_on.isoformat()} 通过）算；要按另一版加 --standard"
        )
    if plan.batch is not None:
        lines.append(f"已导入，批号 {plan.batch}；有问题的没有导入。要撤销用 import undo {plan.batch}")
    elif apply:
        lines.append("没有新的，什么也没写")
    else:
        lines.append("试读，什么也没写。加 --apply 就导入")
    return tuple(lines)


def _count(plan: RegisterPlan, kind: EventKind) -> int:
    return sum(line.said.kind is kind for line in plan.lines)


def _tables(plan: RegisterPlan) -> tuple[int, int]:
    """Tables as reported and as found; nobody has counted the latter where they are absent."""
    said = [line.said for line in plan.lines]
    return (
        sum(each.declared.get(Measure.TABLES, 0) for each in said),
        sum(each.actual.get(Measure.TABLES, 0) for each in said),
    )


def _json(plan: RegisterPlan) -> Json:
    declared, actual = _tables(plan)
    return {
        "events": len(plan.lines),
        "weddings": _count(plan, EventKind.WEDDING),
        "funerals": _count(plan, EventKind.FUNERAL),
        "declared_tables": declared,
        "actual_tables": actual,
        "violations": sum(line.violates for line in plan.lines),
        "not_checked": sum(not line.said.checked for line in plan.lines),
        "before_standard": plan.before_standard,
        "counted_under": plan.counted_under.number,
        "new": len(plan.of(Fate.NEW)),
        "checks_added": len(plan.of(Fate.CHECK)),
        "known": len(plan.of(Fate.SAME)),
        "applied": plan.batch is not None,
        "batch": plan.batch,
        "rows": [_row(line) for line in plan.lines],
        "findings": findings_as_json(plan.findings),
    }


def _row(line: RegisterLine) -> Json:
    said = line.said
    return {
        "sheet": said.sheet,
        "row": said.row,
        "fate": line.fate.value,
        "problem": None if line.problem is None else line.problem.kind,
        "kind": None if said.kind is None else said.kind.value,
        "household": None if line.household is None else line.household.code,
        "reported_on": None if said.reported_on is None else said.reported_on.isoformat(),
        "held_on": said.days[0].isoformat() if said.days else None,
        "case": line.case.stored,
        "standard": line.standard,
        "over": [measure.value for measure in line.over],
        "late": line.late,
        "event": line.event or None,
    }
