"""review list, approve, reject, post; print review-sheet; import claims."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.findings import finding_lines, findings_as_json
from passbook_desk.app.commands.imports import known_before, workbook_at
from passbook_desk.app.desk import Desk
from passbook_desk.app.printing import font_book
from passbook_desk.db.store import Scope, Tx
from passbook_desk.documents.files import check_target
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import write_pdf
from passbook_desk.features.households.queries import grid_by_code
from passbook_desk.features.ledger.claims.commands import decide_claims, post_due_claims
from passbook_desk.features.ledger.claims.errors import NoClaimChosen
from passbook_desk.features.ledger.claims.paper import review_sheet_pages, texts_of
from passbook_desk.features.ledger.claims.queries import claims_by_id, queue, total_of
from passbook_desk.features.ledger.claims.sheets import claims_on_sheet, make_sheet
from passbook_desk.features.ledger.claims.upload import CLAIMS_BATCH, apply_upload, plan_upload
from passbook_desk.features.ledger.claims.upload_values import UploadPlan
from passbook_desk.features.ledger.claims.values import (
    ClaimRow,
    DecideClaims,
    Decided,
    Decision,
    Doubt,
    Refused,
    Stage,
    Step,
)
from passbook_desk.ui.kit.sentences import tell

STAGE_WORDS = {
    Stage.FIRST_CHECK: "待初审",
    Stage.REVIEW: "待审",
    Stage.NOTICE: "公示中",
    Stage.DUE: "公示期满",
    Stage.POSTED: "已入账",
    Stage.REJECTED: "已退回",
    Stage.WITHDRAWN: "已撤回",
}
DOUBT_WORDS = {
    Doubt.ACCOUNT_CLOSED: "已销户",
    Doubt.HOUSEHOLD_AWAY: "不在村",
    Doubt.HOLDER_CLOSED: "已停业",
    Doubt.OVER_LIMIT: "超上限",
    Doubt.NO_DEBT: "会成负数",
    Doubt.DUPLICATE: "像是重复",
}
_STEPS = {"first-check": Step.FIRST_CHECK, "review": Step.REVIEW, "notice": Step.NOTICE}
_STEP_OF = {
    Stage.FIRST_CHECK: Step.FIRST_CHECK,
    Stage.REVIEW: Step.REVIEW,
    Stage.NOTICE: Step.NOTICE,
    Stage.DUE: Step.NOTICE,
}
_NOTHING = "没有要办的申报。"


def listed(context: Context) -> Answer:
    """Claims that wait, or those of one state."""
    given = context.arguments
    stages = None if given.state is None else [Stage(given.state)]

    def asked(scope: Scope) -> tuple[ClaimRow, ...]:
        grid_code = None if given.grid is None else grid_by_code(scope, given.grid).code
        return queue(scope, stages=stages, grid_code=grid_code)

    with context.desk() as desk:
        rows = desk.ask(asked)
    lines = [_line(row) for row in rows]
    lines.append(f"共 {len(rows)} 件，合计 {total_of(rows)} 分" if rows else _NOTHING)
    return Answer(tuple(lines), [_as_json(row) for row in rows])


def _line(row: ClaimRow) -> str:
    doubts = "".join(f" ▲{DOUBT_WORDS[doubt]}" for doubt in row.doubts)
    until = "" if row.until_on is None or not row.open else f" 到 {row.until_on}"
    return (
        f"{row.id} {STAGE_WORDS[row.stage]}{until} {row.occurred_on} {row.account.owner_code} "
        f"{row.account.owner_name} {row.item_code} {row.item_text} {row.points} 分（{row.recorder} 记，"
        f"等了 {row.waiting_days} 天）{doubts}"
    )


def _as_json(row: ClaimRow) -> Json:
    return {
        "id": row.id,
        "state": row.stage.value,
        "until": None if row.until_on is None else row.until_on.isoformat(),
        "account": row.account.number,
        "household": row.account.owner_code,
        "name": row.account.owner_name,
        "item": row.item_code,
        "item_name": row.item_text,
        "points": str(row.points),
        "occurred_on": row.occurred_on.isoformat(),
        "recorder": row.recorder,
        "witness": row.witness,
        "waiting_days": row.waiting_days,
        "doubts": [doubt.value for doubt in row.doubts],
        "reason": row.reason,
    }


def approve(context: Context) -> Answer:
    """Pass claims at the step they wait at, or at the one named."""
    return _decide(context, Decision.PASSED, "", context.arguments.paper or "")


def reject(context: Context) -> Answer:
    """Reject claims with a reason; of those that hang, an objection is upheld."""
    return _decide(context, Decision.REJECTED, context.arguments.reason, context.arguments.paper or "")


def _decide(context: Context, decision: Decision, reason: str, paper: str) -> Answer:
    given = context.arguments
    with context.desk() as desk:
        ids = tuple(dict.fromkeys(given.claim)) or _on_sheet(desk, paper)
        rows = desk.ask(lambda scope: claims_by_id(scope, ids))
        parts: dict[Step, list[int]] = {}
        for row in rows:
            step = _STEPS[given.step] if given.step else _STEP_OF.get(row.stage, Step.REVIEW)
            parts.setdefault(step, []).append(row.id)
        commands = [DecideClaims(tuple(some), step, decision, reason, paper) for step, some in parts.items()]
        done = [desk.do(partial(_decided, command=command)) for command in commands]
    return _answer(_together(done))


def _decided(tx: Tx, command: DecideClaims) -> Decided:
    return decide_claims(tx, command)


def _on_sheet(desk: Desk, paper: str) -> tuple[int, ...]:
    """Every claim of the sheet that is named; raises NoClaimChosen when none is."""
    if not paper:
        raise NoClaimChosen
    return tuple(sorted(desk.ask(lambda scope: claims_on_sheet(scope, paper))[1]))


def _together(done: Sequence[Decided]) -> Decided:
    return Decided(
        tuple(each for part in done for each in part.passed),
        tuple(each for part in done for each in part.hung),
        tuple(each for part in done for each in part.posted),
        tuple(each for part in done for each in part.rejected),
        tuple(each for part in done for each in part.refused),
    )


def post(context: Context) -> Answer:
    """Enter the claims whose notice days are over."""
    with context.desk() as desk:
        done = desk.do(post_due_claims)
    return _answer(done)


def _answer(done: Decided) -> Answer:
    """What was done; when nothing was and something was refused, its trouble."""
    if done.refused and not done.done:
        raise done.refused[0].error
    said = (
        (done.passed, "件通过，进入下一步"),
        (done.hung, "件通过，开始公示"),
        (done.posted, "件已入账"),
        (done.rejected, "件已退回"),
    )
    lines = [f"{len(ids)} {words}" for ids, words in said if ids] or [_NOTHING]
    lines += [_refused_line(each) for each in done.refused]
    return Answer(
        tuple(lines),
        {
            "passed": list(done.passed),
            "hung": list(done.hung),
            "posted": list(done.posted),
            "rejected": list(done.rejected),
            "refused": [
                {"id": each.claim_id, "code": each.error.code, "text": tell(each.error)}
                for each in done.refused
            ],
        },
    )


def _refused_line(each: Refused) -> str:
    return f"没办：{each.claim_id} 账号 {each.number} {each.item_text}：{tell(each.error)}"


def print_sheet(context: Context) -> Answer:
    """Print the sheet to be signed for claims, or for all that wait for a decision."""
    given = context.arguments
    target = Path(given.output)
    check_target(target)
    fonts = font_book(context.places)
    with context.desk() as desk:
        chosen = given.claim or _waiting(desk)
        rows = desk.ask(lambda scope: claims_by_id(scope, chosen))
        fonts.check(tuple(text for row in rows for text in (row.account.owner_name, row.item_text)))
        content = desk.do(lambda tx: make_sheet(tx, chosen))
    fonts.check(texts_of(content))
    pages = review_sheet_pages(content, Measure(fonts))
    write_pdf(pages, fonts, target, f"积分审核单 {content.number}")
    return Answer(
        (f"审核单 {content.number}：{len(content.rows)} 件，共 {len(pages)} 页：{target}",),
        {"number": content.number, "claims": [row.id for row in content.rows], "file": str(target)},
    )


def _waiting(desk: Desk) -> tuple[int, ...]:
    rows = desk.ask(lambda scope: queue(scope, stages=[Stage.FIRST_CHECK, Stage.REVIEW]))
    return tuple(row.id for row in rows)


def upload(context: Context) -> Answer:
    """Read the claims of grid workers; with --apply open a claim for every right row, as one batch."""
    given = context.arguments
    workbook = workbook_at(Path(given.workbook))
    with context.desk() as desk:
        known = known_before(desk, workbook, CLAIMS_BATCH)
        plan = desk.ask(lambda scope: plan_upload(scope, workbook))
        if given.apply:
            planned = plan
            plan = desk.do(lambda tx: apply_upload(tx, planned))
    return Answer(
        (*known, *_upload_lines(plan, given.apply), *finding_lines(plan.findings)), _upload_json(plan)
    )


def _upload_lines(plan: UploadPlan, apply: bool) -> tuple[str, ...]:
    counts = (
        f"{len(plan.lines)} 行：可以报 {len(plan.ready)} 行（{plan.total} 分），有问题 {len(plan.wrong)} 行"
    )
    if plan.batch is not None:
        verdict = f"已导入 {len(plan.ready)} 件等审核，批号 {plan.batch}；有问题的没有导入"
    elif apply:
        verdict = "没有可以报的行，什么也没写"
    elif plan.needs_steps:
        verdict = "试读，什么也没写。村里没有审核这一步：请先在窗口的“积分规矩”里打开“审核”，再导入"
    else:
        verdict = "试读，什么也没写。加 --apply 就导入"
    return (counts, verdict)


def _upload_json(plan: UploadPlan) -> Json:
    return {
        "rows": len(plan.lines),
        "ready": len(plan.ready),
        "points": str(plan.total),
        "wrong": [
            {
                "sheet": line.said.sheet,
                "row": line.said.row,
                "kind": "" if line.problem is None else line.problem.kind,
            }
            for line in plan.wrong
        ],
        "needs_review": plan.needs_steps,
        "applied": plan.batch is not None,
        "batch": plan.batch,
        "findings": findings_as_json(plan.findings),
    }
