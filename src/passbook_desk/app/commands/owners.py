"""import owners."""

from pathlib import Path
from typing import Final

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.findings import finding_lines, findings_as_json
from passbook_desk.app.commands.imports import known_before, workbook_at
from passbook_desk.features.households.owners.plan_values import OwnerChange, OwnerReport
from passbook_desk.features.households.owners.planning import plan_owners
from passbook_desk.features.ledger.owner_imports import OWNERS_BATCH, apply_owners
from passbook_desk.kernel.jobs import NullProgress

_TITLES: Final = {
    "name": "名称",
    "owner": "经营者",
    "phone": "电话",
    "grid": "网格",
    "address": "位置",
    "category": "类别",
    "remark": "备注",
    "plaque": "挂牌",
    "closed": "营业",
    "role": "人选",
    "resident": "居民",
    "from": "任职时间",
}


def owners(context: Context) -> Answer:
    """Read lists of shops, units and people with roles; with --apply import them as one batch."""
    given = context.arguments
    workbook = workbook_at(Path(given.workbook))
    with context.desk() as desk:
        known = known_before(desk, workbook, OWNERS_BATCH)
        plan = desk.ask(lambda scope: plan_owners(scope, workbook, desk.file.key))
        report = plan.report
        if given.apply:
            report = desk.do(lambda tx: apply_owners(tx, plan, NullProgress()))
    return Answer((*known, *_lines(report, given.apply), *finding_lines(report.findings)), _json(report))


def _lines(report: OwnerReport, apply: bool) -> tuple[str, ...]:
    counts = (
        f"商铺 {report.shops} 家（党员经营 {report.party_owners} 家，挂牌 {report.plaques} 家），"
        f"驻地单位 {report.units} 个，网格员等职务 {report.roles} 个"
    )
    news = f"新增 {len(report.new_owners)} 家、职务 {len(report.new_roles)} 个，改动 {len(report.changes)} 处"
    if not report.has_changes:
        verdict = f"{report.same} 项都已存在，更新 0 项"
    elif report.applied:
        verdict = f"已导入，批号 {report.batch}：{news}。要撤销用 import undo {report.batch}"
    else:
        verdict = f"试读，什么也没写：{news}" + ("" if apply else "。加 --apply 就导入")
    return (counts, verdict, *map(_change_line, report.changes))


def _change_line(change: OwnerChange) -> str:
    return f"  {change.name} {_TITLES[change.field]}：{change.old or '（空）'} → {change.new}"


def _json(report: OwnerReport) -> Json:
    return {
        "shops": report.shops,
        "units": report.units,
        "roles": report.roles,
        "party_owners": report.party_owners,
        "plaques": report.plaques,
        "owner_not_resident": list(report.owner_not_resident),
        "closed": list(report.closed),
        "applied": report.applied,
        "batch": report.batch,
        "new_owners": [
            {
                "kind": each.kind.value,
                "name": each.name,
                "owner": each.owner_name,
                "resident": each.resident,
                "account": each.opens_account,
            }
            for each in report.new_owners
        ],
        "new_roles": [
            {"role": each.role, "place": each.place, "name": each.name, "resident": each.resident}
            for each in report.new_roles
        ],
        "changes": len(report.changes),
        "same": report.same,
        "findings": findings_as_json(report.findings),
    }
