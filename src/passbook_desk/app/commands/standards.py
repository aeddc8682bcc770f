"""standard adopt|show|diff|export|list."""

import re
from pathlib import Path
from typing import Final

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.findings import finding_lines, findings_as_json
from passbook_desk.app.commands.imports import workbook_at
from passbook_desk.app.commands.rules import decided_days
from passbook_desk.db.store import Scope
from passbook_desk.documents.files import check_target
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.commands import adopt_standard
from passbook_desk.features.events.comparing import LineChange, compare_standards
from passbook_desk.features.events.errors import NoStandardYet, UnknownStandard
from passbook_desk.features.events.queries import standard_in_force, standards
from passbook_desk.features.events.sheets import standard_from_workbook
from passbook_desk.features.events.standard_sheet import standard_workbook
from passbook_desk.features.events.starter import STARTER_NAME, starter_standard
from passbook_desk.features.events.values import AdoptStandard, LimitDraft, StandardRow
from passbook_desk.features.events.words import KIND_WORDS, MEASURE_WORDS, case_words
from passbook_desk.features.intake.values import Finding
from passbook_desk.kernel.acts import Act

_CHANGES: Final = {
    LineChange.NEW: "新增",
    LineChange.CHANGED: "改动",
    LineChange.GONE: "取消",
    LineChange.SAME: "未变",
}


def adopt_standard_version(context: Context) -> Answer:
    """Adopt the built-in red-white standard or one from a workbook, as a meeting decided it."""
    given = context.arguments
    meeting_on, effective_from = decided_days(context)
    findings: tuple[Finding, ...] = ()
    with context.desk() as desk:
        limits, source = starter_standard(), STARTER_NAME
        if given.workbook is not None:
            workbook = workbook_at(Path(given.workbook))
            read = standard_from_workbook(workbook)
            limits, findings, source = read.limits, read.findings, workbook.file_name
        command = AdoptStandard(meeting_on, given.minutes, effective_from, source, limits)
        number = desk.do(lambda tx: adopt_standard(tx, command))
    counted = sum(1 for limit in limits if limit.amount is not None)
    return Answer(
        (
            f"已采用红白事标准第 {number} 版：{counted} 条限额，{effective_from} 起执行",
            *finding_lines(findings),
        ),
        {"number": number, "limits": counted, "findings": findings_as_json(findings)},
    )


def list_standards(context: Context) -> Answer:
    """All standards with their lines."""
    with context.desk() as desk:
        found = desk.ask(standards)
    return Answer(
        tuple(line for standard in found for line in _standard_lines(standard))
        or ("还没有红白事标准。请先用 standard adopt 采用。",),
        [_standard_json(standard) for standard in found],
    )


def show_standard(context: Context) -> Answer:
    """One standard: the one named, else the one in force today."""
    with context.desk() as desk:
        standard = desk.ask(lambda scope: _named(scope, context.arguments.number))
    return Answer(_standard_lines(standard), _standard_json(standard))


def export_standard(context: Context) -> Answer:
    """Write a standard, the one in force unless another is named, as a workbook that can be adopted again."""
    given = context.arguments
    target = Path(given.output)
    check_target(target)
    with context.desk() as desk:
        desk.require(Act.EXPORT)
        standard = desk.ask(lambda scope: _named(scope, given.number))
    write_xlsx(standard_workbook(standard.limits), target, context.clock.now())
    return Answer(
        (f"红白事标准第 {standard.number} 版 {len(standard.limits)} 条已存为 {target}",),
        {"file": str(target), "number": standard.number, "limits": len(standard.limits)},
    )


def compare(context: Context) -> Answer:
    """What a standard changed against an earlier one."""
    given = context.arguments
    with context.desk() as desk:
        old, new = desk.ask(lambda scope: (_named(scope, given.old), _named(scope, given.new)))
    compared = [one for one in compare_standards(old.limits, new.limits) if one.change is not LineChange.SAME]
    lines = [f"第 {old.number} 版 → 第 {new.number} 版：{len(compared)} 处不同"]
    for one in compared:
        was, now = (_line_words(line) if line else "" for line in (one.old, one.new))
        said = f"{was} → {now}" if was and now else was or now
        lines.append(f"  {_CHANGES[one.change]} {_subject(one.line)}：{said}")
    return Answer(
        tuple(lines),
        {
            "old": old.number,
            "new": new.number,
            "changes": [
                {
                    "change": one.change.value,
                    "old": None if one.old is None else _line_json(one.old),
                    "new": None if one.new is None else _line_json(one.new),
                }
                for one in compared
            ],
        },
    )


def _named(scope: Scope, number: str | None) -> StandardRow:
    if number is None:
        standard = standard_in_force(scope, scope.today)
        if standard is None:
            raise NoStandardYet(field="standard")
        return standard
    wanted = int(number) if re.fullmatch(r"[1-9][0-9]{0,5}", number) else 0
    found = next((row for row in standards(scope) if row.number == wanted), None)
    if found is None:
        raise UnknownStandard(field="standard", number=number)
    return found


def _standard_lines(standard: StandardRow) -> tuple[str, ...]:
    head = f"第 {standard.number} 版 {standard.meeting_on} 通过，{standard.effective_from} 起执行"
    return (head, *(f"  {_subject(line)}：{_line_words(line)}" for line in standard.limits))


def _subject(line: LimitDraft) -> str:
    title = line.title if line.measure is None else MEASURE_WORDS[line.measure][0]
    whose = "" if line.case == HostingCase.ORDINARY else f"（{case_words(line.case)}）"
    return f"{KIND_WORDS[line.kind]} {title}{whose}"


def _line_words(line: LimitDraft) -> str:
    if line.measure is None or line.amount is None:
        return line.words
    figure = f"{line.amount}{MEASURE_WORDS[line.measure][1]}"
    return f"{figure}　{line.words}" if line.words else figure


def _standard_json(standard: StandardRow) -> Json:
    return {
        "number": standard.number,
        "meeting_on": standard.meeting_on.isoformat(),
        "minutes_no": standard.minutes_no,
        "effective_from": standard.effective_from.isoformat(),
        "limits": [_line_json(line) for line in standard.limits],
    }


def _line_json(line: LimitDraft) -> Json:
    return {
        "kind": line.kind.value,
        "case": line.case.stored,
        "measure": None if line.measure is None else line.measure.value,
        "title": line.title,
        "amount": line.amount,
        "words": line.words,
    }
