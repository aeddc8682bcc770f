"""goods import."""

from dataclasses import replace
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.findings import finding_lines, findings_as_json
from passbook_desk.app.commands.imports import known_before, workbook_at
from passbook_desk.db.store import Scope
from passbook_desk.features.redemption.goods.queries import outlet_named, outlets
from passbook_desk.features.redemption.importing.planning import plan_goods
from passbook_desk.features.redemption.importing.values import Fate, GoodsChoices, GoodsLine, GoodsPlan
from passbook_desk.features.redemption.importing.writing import GOODS_BATCH, import_goods
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.period import parse_iso_date


def goods(context: Context) -> Answer:
    """Read a list of goods; with --apply bring in what is right as one batch."""
    given = context.arguments
    first = None if given.first is None else parse_iso_date(given.first)
    workbook = workbook_at(Path(given.workbook))
    with context.desk() as desk:
        known = known_before(desk, workbook, GOODS_BATCH)
        chosen = GoodsChoices(from_on=first)
        outlet_id = desk.ask(lambda scope: _outlet_id(scope, given.outlet))
        chosen = replace(chosen, outlet_id=outlet_id)
        plan = desk.ask(lambda scope: plan_goods(scope, workbook, chosen))
        if given.apply:
            planned = plan
            plan = desk.do(lambda tx: import_goods(tx, planned, NullProgress()))
    return Answer((*known, *_lines(plan, given.apply), *finding_lines(plan.findings)), _json(plan))


def _outlet_id(scope: Scope, name: str) -> int | None:
    """None where the village has no place yet: the import makes its first one. Raises UnknownOutlet."""
    if not name and not outlets(scope):
        return None
    return outlet_named(scope, name).id


def _lines(plan: GoodsPlan, apply: bool) -> tuple[str, ...]:
    lines = [
        f"{len(plan.lines)} 样：库存 {plan.pieces} 件，合 {plan.value} 分",
        f"新的 {len(plan.of(Fate.NEW))} 样，重新上架 {len(plan.of(Fate.BACK))} 样，"
        f"补登 {len(plan.of(Fate.ADD))} 样，已有 {len(plan.of(Fate.SAME))} 样，有问题 {len(plan.wrong)} 样",
    ]
    if plan.passed:
        lines.append(f"没读 {len(plan.passed)} 张表：{'、'.join(name.strip() for name in plan.passed)}")
    if plan.batch is not None:
        paper = f"，期初单 {plan.paper} 共 {plan.pieces_in} 件" if plan.paper else ""
        lines.append(
            f"已导入，批号 {plan.batch}，分值从 {plan.from_on} 起{paper}；有问题的没有导入。"
            f"要撤销用 import undo {plan.batch}"
        )
    elif apply:
        lines.append("没有新的，什么也没写")
    else:
        lines.append("试读，什么也没写。加 --apply 就导入")
    return tuple(lines)


def _json(plan: GoodsPlan) -> Json:
    return {
        "goods": len(plan.lines),
        "pieces": plan.pieces,
        "value": str(plan.value),
        "new": len(plan.of(Fate.NEW)),
        "back": len(plan.of(Fate.BACK)),
        "added": len(plan.of(Fate.ADD)),
        "known": len(plan.of(Fate.SAME)),
        "from_on": plan.from_on.isoformat(),
        "applied": plan.batch is not None,
        "batch": plan.batch,
        "paper": plan.paper or None,
        "rows": [_row(line) for line in plan.lines],
        "findings": findings_as_json(plan.findings),
    }


def _row(line: GoodsLine) -> Json:
    said = line.said
    return {
        "sheet": said.sheet,
        "row": said.row,
        "fate": line.fate.value,
        "problem": None if line.problem is None else line.problem.kind,
        "code": line.code or None,
        "name": said.name,
        "points": None if said.points is None else str(said.points),
        "stock": said.stock,
        "expires_on": None if said.expires_on is None else said.expires_on.isoformat(),
    }
