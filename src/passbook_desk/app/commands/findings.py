"""How the command line tells what was found in a workbook."""

from collections.abc import Iterable, Sequence

from passbook_desk.app.commands.answers import Json
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.ui.kit.sentences import tell_code

_WORDS = {Severity.MUST_FIX: "必须改", Severity.CHECK: "请核对", Severity.AUTO: "已规整"}
_MOST_LINES = 50


def finding_lines(findings: Sequence[Finding]) -> tuple[str, ...]:
    """One line each for what the clerk should see; after fifty the rest is counted."""
    lines = [
        f"[{_WORDS[found.severity]}] {_place(found)}：{_text(found)}" for found in findings[:_MOST_LINES]
    ]
    if len(findings) > _MOST_LINES:
        lines.append(f"……还有 {len(findings) - _MOST_LINES} 条，用 --json 看全部")
    return tuple(lines)


def findings_as_json(findings: Iterable[Finding]) -> list[Json]:
    """For scripts; `kind` is stable, `text` is for people."""
    return [
        {
            "sheet": found.sheet,
            "row": found.row,
            "column": found.column,
            "severity": found.severity.value,
            "kind": found.kind,
            "text": _text(found),
        }
        for found in findings
    ]


def _place(found: Finding) -> str:
    if not found.row:
        return found.sheet.strip()
    return f"{found.sheet} 第 {found.row} 行 {found.column}".rstrip()


def _text(found: Finding) -> str:
    return tell_code(f"finding.{found.kind}", found.params)
