"""Notices and objections as lines for people and as data."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from passbook_desk.app.commands.answers import Json
from passbook_desk.features.notices.objections import words
from passbook_desk.features.notices.objections.values import (
    ObjectionCard,
    ObjectionRow,
    ObjectionStepKind,
    ObjectionStepRow,
)
from passbook_desk.features.notices.rules import sums
from passbook_desk.features.notices.titles import title_of
from passbook_desk.features.notices.values import (
    ChangedEntry,
    NoticeCard,
    NoticeColumn,
    NoticeContent,
    NoticeRow,
    NoticeState,
    NoticeStepKind,
    NoticeStepRow,
    ProofChanges,
)

STATES: Mapping[NoticeState, str] = MappingProxyType(
    {
        NoticeState.ISSUED: "未张贴",
        NoticeState.HANGING: "公示中",
        NoticeState.OVER: "到期待归档",
        NoticeState.CLOSED: "已归档",
        NoticeState.REPLACED: "已换新版",
    }
)


def sheet_line(content: NoticeContent) -> str:
    """What a sheet is and what it adds up to."""
    name = "校样" if content.number is None else f"{content.number} 号"
    version = f"（第 {content.version} 版）" if content.version > 1 else ""
    told = f"{title_of(content.kind, content.about)} {name}{version}：{content.rows} 行"
    if content.lines:
        total = sums(content.lines)
        told += f"，期末结余合计 {total.closing}"
        if NoticeColumn.PENDING in content.look.columns:
            told += f"，公示中 {total.pending}，合计 {total.total}"
    return told


def sheet_json(content: NoticeContent, files: list[str]) -> dict[str, Json]:
    """What a sheet is, for --json."""
    total = sums(content.lines)
    return {
        "number": content.number,
        "proof": content.proof,
        "kind": content.kind.value,
        "about": content.about,
        "title": title_of(content.kind, content.about),
        "version": content.version,
        "first_on": content.first_on.isoformat(),
        "last_on": content.last_on.isoformat(),
        "lines": len(content.lines),
        "parts": [{"title": part.title, "rows": len(part.rows)} for part in content.parts],
        "closing_total": str(total.closing),
        "pending_total": str(total.pending),
        "head_code": content.head_code,
        "files": files,
    }


def change_lines(changes: ProofChanges) -> tuple[str, ...]:
    """What the sheet says otherwise than the last proof."""
    if changes.proof is None or not changes.any:
        return ()
    if changes.other:
        return ("和上次校样比，没有新的账，但姓名、存折、规矩或公示中的积分变了",)
    return (f"比上次校样多 {len(changes.entries)} 笔：", *map(_entry_line, changes.entries))


def _entry_line(entry: ChangedEntry) -> str:
    kind = "冲销 " if entry.reversal else ""
    return (
        f"  第 {entry.seq} 笔 {entry.occurred_on} {entry.household_code} {entry.owner_name} "
        f"{kind}{entry.item_text} {entry.points} 分（{entry.recorded_by} 记）"
    )


def changes_json(changes: ProofChanges) -> Json:
    """The same for --json; None when there was no proof."""
    if changes.proof is None:
        return None
    return {
        "other": changes.other,
        "entries": [
            {
                "line": entry.seq,
                "account": entry.account_number,
                "household": entry.household_code,
                "name": entry.owner_name,
                "on": entry.occurred_on.isoformat(),
                "item_name": entry.item_text,
                "points": str(entry.points),
                "reversal": entry.reversal,
                "recorder": entry.recorded_by,
            }
            for entry in changes.entries
        ],
    }


def notice_line(row: NoticeRow) -> str:
    """One notice of a list."""
    version = f"（第 {row.version} 版）" if row.version > 1 else ""
    told = f"{row.number} {row.title}{version} {STATES[row.state]}"
    if row.state is NoticeState.HANGING:
        told += f" 到 {row.hung_until}"
    objected = f"，异议 {row.objections} 件" if row.objections else ""
    waiting = f"（{row.open_objections} 件没答复）" if row.open_objections else ""
    return f"{told}，{row.issued_on} 出榜，{row.rows} 行{objected}{waiting}"


def notice_json(row: NoticeRow) -> dict[str, Json]:
    """The same for --json."""
    return {
        "number": row.number,
        "kind": row.kind.value,
        "about": row.about,
        "title": row.title,
        "version": row.version,
        "reason": row.reason,
        "state": row.state.value,
        "first_on": row.first_on.isoformat(),
        "last_on": row.last_on.isoformat(),
        "issued_on": row.issued_on.isoformat(),
        "issued_by": row.issued_by,
        "hung_until": row.hung_until.isoformat(),
        "lines": row.lines,
        "objections": row.objections,
        "open_objections": row.open_objections,
        "photos": row.photos,
    }


def card_lines(card: NoticeCard) -> tuple[str, ...]:
    """A notice with what it adds up to and what was done with it."""
    reason = (f"重出的原因：{card.row.reason}",) if card.row.reason else ()
    return (notice_line(card.row), sheet_line(card.content), *reason, *map(step_line, card.steps))


def card_json(card: NoticeCard) -> dict[str, Json]:
    """The same for --json."""
    return {
        **notice_json(card.row),
        "closing_total": str(sums(card.content.lines).closing),
        "steps": [
            {
                "kind": step.kind.value,
                "on": step.done_on.isoformat(),
                "until": _day(step.until_on),
                "place": step.place,
                "who": step.who,
                "words": step.words,
                "by": step.recorded_by,
            }
            for step in card.steps
        ],
    }


def step_line(step: NoticeStepRow) -> str:
    """Where it hung, or that it was closed."""
    said = f"，{step.words}" if step.words else ""
    if step.kind is NoticeStepKind.CLOSED:
        return f"  {step.done_on} 归档（{step.recorded_by} 记）{said}"
    return f"  {step.done_on} 贴到 {step.until_on}：{step.place}，{step.who} 贴{said}"


def objection_line(row: ObjectionRow) -> str:
    """One objection of a list."""
    who = row.who or words.UNNAMED
    handler = f"，{row.handler} 办" if row.handler else ""
    change = f" {words.signed_points(row.change)} 分" if row.change is not None else ""
    due = f"，{row.due_on} 前答复" if row.open else ""
    return (
        f"{row.number} 公示 {row.notice_number} {words.pointed_at(row)} {words.STATES[row.state]}{change}："
        f"{who}（{words.WAYS[row.way]}，{row.received_on}）{row.words}{handler}{due}"
    )


def objection_json(row: ObjectionRow) -> dict[str, Json]:
    """The same for --json."""
    return {
        "number": row.number,
        "notice": row.notice_number,
        "line": row.line_no,
        "line_words": row.line_words,
        "state": row.state.value,
        "received_on": row.received_on.isoformat(),
        "after_hours": row.after_hours,
        "way": row.way.value,
        "who": row.who,
        "words": row.words,
        "evidence": row.evidence,
        "handler": row.handler,
        "due_on": row.due_on.isoformat(),
        "change": None if row.change is None else str(row.change),
    }


def objection_lines(card: ObjectionCard) -> tuple[str, ...]:
    """An objection with every step."""
    return (objection_line(card.row), *map(_objection_step_line, card.steps))


def _objection_step_line(step: ObjectionStepRow) -> str:
    told = words.STEPS[step.kind] if step.outcome is None else words.OUTCOMES[step.outcome]
    given = f" {step.handler}，{step.due_on} 前" if step.kind is ObjectionStepKind.ASSIGNED else ""
    posted = words.lines_posted(step)
    paper = f"，单据 {step.paper_ref}" if step.paper_ref else ""
    said = f"：{step.words}" if step.words else ""
    return f"  {step.done_on} {told}{given}{said}{f'，{posted}' if posted else ''}{paper}"


def objection_card_json(card: ObjectionCard) -> dict[str, Json]:
    """The same for --json."""
    return {
        **objection_json(card.row),
        "steps": [
            {
                "kind": step.kind.value,
                "outcome": None if step.outcome is None else step.outcome.value,
                "on": step.done_on.isoformat(),
                "handler": step.handler,
                "due_on": _day(step.due_on),
                "words": step.words,
                "paper_ref": step.paper_ref,
                "reversed": list(step.reversed_seqs),
                "corrected": list(step.corrected_seqs),
                "by": step.recorded_by,
            }
            for step in card.steps
        ],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
