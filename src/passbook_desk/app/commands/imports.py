"""import roster, import balances, import undo."""

import os
import sys
from contextlib import suppress
from getpass import getpass
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.findings import finding_lines, findings_as_json
from passbook_desk.app.desk import Desk
from passbook_desk.app.undoing import undo_whole_import
from passbook_desk.features.households.commands import ROSTER_BATCH
from passbook_desk.features.households.roster.planning import plan_roster
from passbook_desk.features.households.roster.reading import ROSTER_FIELDS
from passbook_desk.features.households.values import RosterChange, RosterReport, Tally
from passbook_desk.features.intake.errors import WorkbookProtected
from passbook_desk.features.intake.layout import Layout
from passbook_desk.features.intake.queries import active_batch_of
from passbook_desk.features.intake.reading import WorkbookRows, read_workbook
from passbook_desk.features.intake.values import KeepReason, Severity
from passbook_desk.features.ledger.imports import apply_roster
from passbook_desk.features.ledger.openings import KIND, OpeningReport, apply_openings, plan_openings
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.period import parse_iso_date

_PASSWORD = "PASSBOOK_WORKBOOK_PASSWORD"
_TITLES = {spec.key: spec.title for spec in ROSTER_FIELDS} | {"member": "新成员"}
_WEIGHTIEST_FIRST = (Severity.MUST_FIX, Severity.CHECK, Severity.AUTO)
_MOST_CHANGES = 50
_KEPT_WORDS = {KeepReason.EDITED: "导入后改过", KeepReason.IN_USE: "已有流水或被引用"}


def workbook_at(path: Path) -> WorkbookRows:
    """Read a workbook; one with a password takes it from the environment, else asks on a terminal."""
    password = os.environ.get(_PASSWORD, "")
    try:
        return read_workbook(path, NullProgress(), password)
    except WorkbookProtected:
        password = "" if password else _asked_password(path)
        if not password:
            raise
    return read_workbook(path, NullProgress(), password)


def _asked_password(path: Path) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        return ""
    with suppress(EOFError):
        return getpass(f"“{path.name}”的打开密码：")
    return ""


def known_before(desk: Desk, workbook: WorkbookRows, kind: str) -> tuple[str, ...]:
    """That the same file came in before, where it did."""
    earlier = desk.ask(lambda scope: active_batch_of(scope, workbook, kind))
    return () if earlier is None else (f"这份文件已作为第 {earlier.number} 批导入过",)


def roster(context: Context) -> Answer:
    """Read a roster; with --apply import it as one batch."""
    given = context.arguments
    workbook = workbook_at(Path(given.workbook))
    with context.desk() as desk:
        known = known_before(desk, workbook, ROSTER_BATCH)
        plan = desk.ask(lambda scope: plan_roster(scope, workbook, desk.file.key))
        report = plan.report
        if given.apply:
            report = desk.do(lambda tx: apply_roster(tx, plan, NullProgress()))
    lines = (
        *known,
        *_sheet_lines(plan.layout),
        *_roster_lines(report, given.apply),
        *finding_lines(report.notes),
        *finding_lines(sorted(report.findings, key=lambda found: _WEIGHTIEST_FIRST.index(found.severity))),
    )
    sheets: list[Json] = [
        {"name": sheet.name, "read": sheet.read and sheet.found is not None, "role": sheet.role.value}
        for sheet in plan.layout.sheets
    ]
    return Answer(lines, {**_roster_json(report), "sheets": sheets})


def _sheet_lines(layout: Layout) -> tuple[str, ...]:
    """Which sheets were read; one sheet alone needs no word."""
    if len(layout.sheets) == 1:
        return ()
    read = [table.sheet for table in layout.tables]
    passed = [sheet.name for sheet in layout.sheets if sheet.name not in read]
    rest = f"；没读 {len(passed)} 张：{'、'.join(passed)}" if passed else ""
    return (f"读了 {len(read)} 张表：{'、'.join(read)}{rest}",)


def _roster_lines(report: RosterReport, apply: bool) -> tuple[str, ...]:
    counts = f"{report.households} 户，{report.residents} 人，党员 {report.party_members} 人"
    lines = [
        f"  {grid.name}（{grid.code}）：{grid.households} 户 {grid.residents} 人" for grid in report.per_grid
    ]
    news = f"新增 {len(report.new_households)} 户 {report.new_people} 人，改动 {len(report.changes)} 处"
    if not report.has_changes:
        verdict = f"{report.same_households} 户都已存在，更新 0 项"
    elif report.applied:
        verdict = f"已导入，批号 {report.batch}：{news}。要撤销用 import undo {report.batch}"
    else:
        verdict = f"试读，什么也没写：{news}" + ("" if apply else "。加 --apply 就导入")
    ready = (
        f"可导入 {report.ready.households} 户 {report.ready.rows} 人，"
        f"请核对 {report.to_check.rows} 行，必须改 {report.to_fix.rows} 行"
    )
    changes = [
        f"  {change.household_code} {change.person_name} {_title(change)}：{change.old} → {change.new}"
        for change in report.changes[:_MOST_CHANGES]
    ]
    if len(report.changes) > _MOST_CHANGES:
        changes.append(f"  ……还有 {len(report.changes) - _MOST_CHANGES} 处")
    return (counts, *lines, ready, verdict, *changes)


def _title(change: RosterChange) -> str:
    return _TITLES.get(change.field, change.field)


def _roster_json(report: RosterReport) -> dict[str, Json]:
    return {
        "households": report.households,
        "residents": report.residents,
        "party_members": report.party_members,
        "per_grid": [
            {
                "name": grid.name,
                "code": grid.full_code,
                "households": grid.households,
                "residents": grid.residents,
                "party_members": grid.party_members,
            }
            for grid in report.per_grid
        ],
        "applied": report.applied,
        "batch": report.batch,
        "new_households": len(report.new_households),
        "new_people": report.new_people,
        "changes": len(report.changes),
        "ready": _tally(report.ready),
        "to_check": _tally(report.to_check),
        "to_fix": _tally(report.to_fix),
        "notes": findings_as_json(report.notes),
        "findings": findings_as_json(report.findings),
    }


def _tally(tally: Tally) -> Json:
    return {"households": tally.households, "rows": tally.rows}


def figures(context: Context) -> Answer:
    """Read balances to bring along; with --apply write them as opening lines of one batch."""
    given = context.arguments
    on = parse_iso_date(given.on)
    workbook = workbook_at(Path(given.workbook))
    with context.desk() as desk:
        known = known_before(desk, workbook, KIND)
        plan = desk.ask(lambda scope: plan_openings(scope, workbook))
        report = OpeningReport(None, ())
        if given.apply:
            report = desk.do(lambda tx: apply_openings(tx, plan, on))
    if report.batch is not None:
        verdict = f"已导入 {len(plan.figures)} 个账户的期初积分，批号 {report.batch}"
    elif given.apply:
        verdict = "没有可导入的期初积分，什么也没写"
    else:
        verdict = f"试读，什么也没写：{len(plan.figures)} 个账户可导入。加 --apply 就导入"
    return Answer(
        (*known, verdict, *finding_lines(plan.findings)),
        {
            "accounts": len(plan.figures),
            "applied": report.batch is not None,
            "batch": report.batch,
            "lines": list(report.seqs),
            "findings": findings_as_json(plan.findings),
        },
    )


def undo(context: Context) -> Answer:
    """Take an import back as a whole."""
    number = context.arguments.batch
    with context.desk() as desk:
        done = desk.do(lambda tx: undo_whole_import(tx, number))
    kept = done.rows.kept
    lines = [
        f"已撤销第 {number} 批：去掉 {done.rows.removed} 条，改回 {done.rows.restored} 条，"
        f"冲销 {done.reversed_lines} 笔"
    ]
    if done.withdrawn_claims or done.kept_claims:
        lines.append(f"撤回申报 {done.withdrawn_claims} 件，已入账的 {done.kept_claims} 件留下，要改请冲销")
    if done.rows.withdrawn:
        lines.append(f"撤回红白事 {done.rows.withdrawn} 件，报备记录还在")
    if done.rows.retired:
        lines.append(f"{done.rows.retired} 样物品已下架，期初库存已收回；编号不再给别的物品")
    lines += [f"  留下 {row.label}（{_KEPT_WORDS[row.reason]}）" for row in kept]
    return Answer(
        tuple(lines),
        {
            "batch": number,
            "removed": done.rows.removed,
            "restored": done.rows.restored,
            "reversed": done.reversed_lines,
            "withdrawn": done.withdrawn_claims,
            "posted_claims": done.kept_claims,
            "withdrawn_events": done.rows.withdrawn,
            "retired_goods": done.rows.retired,
            "kept": [{"table": row.table, "label": row.label, "reason": row.reason.value} for row in kept],
        },
    )
