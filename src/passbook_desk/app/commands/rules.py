"""catalogue adopt|list, standard adopt|list."""

from datetime import date
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.commands.findings import finding_lines, findings_as_json
from passbook_desk.app.commands.imports import workbook_at
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.queries import known_codes, versions
from passbook_desk.features.catalogue.sheets import catalogue_from_workbook
from passbook_desk.features.catalogue.starter import starter_catalogue
from passbook_desk.features.catalogue.values import AdoptCatalogue, ItemRow, ValueKind
from passbook_desk.features.events.commands import adopt_standard
from passbook_desk.features.events.queries import standards
from passbook_desk.features.events.sheets import standard_from_workbook
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard
from passbook_desk.features.intake.values import Finding
from passbook_desk.kernel.period import parse_iso_date

BUILT_IN = "内置起步版本"


def adopt_catalogue_version(context: Context) -> Answer:
    """Adopt the built-in catalogue or one from a workbook, as a meeting decided it."""
    given = context.arguments
    meeting_on, effective_from = _days(context)
    findings: tuple[Finding, ...] = ()
    with context.desk() as desk:
        items, source = starter_catalogue(), BUILT_IN
        if given.workbook is not None:
            workbook = workbook_at(Path(given.workbook))
            read = catalogue_from_workbook(workbook, desk.ask(known_codes))
            items, findings, source = read.items, read.findings, workbook.file_name
        command = AdoptCatalogue(meeting_on, given.minutes, effective_from, source, items)
        number = desk.do(lambda tx: adopt_catalogue(tx, command))
    enabled = sum(1 for item in items if item.enabled)
    return Answer(
        (
            f"已采用积分细则第 {number} 版：{enabled} 项可用，{len(items) - enabled} 项未定分值，"
            f"{effective_from} 起执行",
            *finding_lines(findings),
        ),
        {"number": number, "items": len(items), "enabled": enabled, "findings": findings_as_json(findings)},
    )


def list_catalogues(context: Context) -> Answer:
    """All versions with their items."""
    with context.desk() as desk:
        found = desk.ask(versions)
    lines: list[str] = []
    for version in found:
        lines.append(f"第 {version.number} 版 {version.meeting_on} 通过，{version.effective_from} 起执行")
        lines += [f"  {item.code} {item.category} {item.name} {worth_text(item)}" for item in version.items]
    return Answer(
        tuple(lines) or ("还没有积分细则。请先用 catalogue adopt 采用。",),
        [
            {
                "number": version.number,
                "meeting_on": version.meeting_on.isoformat(),
                "effective_from": version.effective_from.isoformat(),
                "minutes_no": version.minutes_no,
                "items": [
                    {
                        "code": item.code,
                        "category": item.category,
                        "name": item.name,
                        "value": worth_text(item),
                        "unit": item.unit,
                        "enabled": item.enabled,
                    }
                    for item in version.items
                ],
            }
            for version in found
        ],
    )


def worth_text(item: ItemRow) -> str:
    """What an item is worth, as the catalogue list says it: 10, 5…10, 1/小时, 未定."""
    if item.value_kind is ValueKind.UNSET:
        return "未定"
    if item.value_kind is ValueKind.RANGE:
        return f"{item.least}…{item.most}"
    return f"{item.least}/{item.unit}"


def adopt_standard_version(context: Context) -> Answer:
    """Adopt the built-in red-white standard or one from a workbook, as a meeting decided it."""
    given = context.arguments
    meeting_on, effective_from = _days(context)
    findings: tuple[Finding, ...] = ()
    with context.desk() as desk:
        limits, source = starter_standard(), BUILT_IN
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
    lines: list[str] = []
    for standard in found:
        lines.append(f"第 {standard.number} 版 {standard.meeting_on} 通过，{standard.effective_from} 起执行")
        lines += [
            f"  {limit.kind.value} {limit.case.value} {limit.title} {limit.words}"
            for limit in standard.limits
        ]
    return Answer(
        tuple(lines) or ("还没有红白事标准。请先用 standard adopt 采用。",),
        [
            {
                "number": standard.number,
                "meeting_on": standard.meeting_on.isoformat(),
                "effective_from": standard.effective_from.isoformat(),
                "limits": [
                    {
                        "kind": limit.kind.value,
                        "case": limit.case.value,
                        "measure": None if limit.measure is None else limit.measure.value,
                        "title": limit.title,
                        "amount": limit.amount,
                        "words": limit.words,
                    }
                    for limit in standard.limits
                ],
            }
            for standard in found
        ],
    )


def _days(context: Context) -> tuple[date, date]:
    given = context.arguments
    meeting_on = parse_iso_date(given.meeting)
    return meeting_on, meeting_on if given.effective is None else parse_iso_date(given.effective)
