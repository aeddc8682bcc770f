"""Look, words and parts of a sheet as the one text that is stored and sealed with it, and back."""

import json
from dataclasses import fields
from datetime import date
from typing import Any

from passbook_desk.features.notices.rules import lines_digest
from passbook_desk.features.notices.values import (
    CellKind,
    NoticeColumn,
    NoticeContent,
    NoticeLook,
    NoticePart,
    NoticeWords,
    PaperSize,
    PartColumn,
    PartKind,
    Subject,
)
from passbook_desk.features.village.policy import WallDeductions
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.canonical import digest


def sheet_text(look: NoticeLook, words: NoticeWords, parts: tuple[NoticePart, ...], year_first: date) -> str:
    """Canonical JSON: the same sheet is the same text."""
    said = {
        "look": _plain(look),
        "words": _plain(words),
        "parts": [{**_plain(part), "columns": [_plain(each) for each in part.columns]} for part in parts],
        "year_first": year_first.isoformat(),
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def look_text(look: NoticeLook) -> str:
    """A look alone, as a proof keeps it."""
    return json.dumps(_plain(look), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def said_digest(content: NoticeContent) -> str:
    """Hash of everything a proof says but for the days that nobody knows yet."""
    fields = (
        content.village_name,
        content.township,
        content.issuer,
        content.objection_phone,
        content.wall_places,
        sheet_text(content.look, content.words, content.parts, content.year_first),
        lines_digest(content.lines),
    )
    return digest(b"PD-NOTICE-PROOF-1", fields)


def read_look(text: str) -> NoticeLook:
    """What look_text wrote. Raises ValueError, KeyError or TypeError for anything else."""
    return _look(json.loads(text))


def read_sheet(text: str) -> tuple[NoticeLook, NoticeWords, tuple[NoticePart, ...], date]:
    """What sheet_text wrote. Raises ValueError, KeyError or TypeError for anything else."""
    said = json.loads(text)
    words = said["words"]
    return (
        _look(said["look"]),
        NoticeWords(
            objection_person=words["objection_person"],
            objection_place=words["objection_place"],
            answer_days=words["answer_days"],
            signers=tuple(words["signers"]),
            rules=tuple(words["rules"]),
        ),
        tuple(map(_part, said["parts"])),
        date.fromisoformat(said["year_first"]),
    )


def rows_of_parts(text: str) -> int:
    """How many rows the parts of a kept sheet have."""
    return sum(len(part["rows"]) for part in json.loads(text)["parts"])


def _plain(value: Any) -> dict[str, Any]:
    return {each.name: getattr(value, each.name) for each in fields(value)}


def _look(said: dict[str, Any]) -> NoticeLook:
    return NoticeLook(
        subjects=tuple(map(Subject, said["subjects"])),
        columns=tuple(map(NoticeColumn, said["columns"])),
        names=WallNames(said["names"]),
        deductions=WallDeductions(said["deductions"]),
        paper=PaperSize(said["paper"]),
        landscape=bool(said["landscape"]),
        size=float(said["size"]),
    )


def _part(said: dict[str, Any]) -> NoticePart:
    return NoticePart(
        kind=PartKind(said["kind"]),
        title=said["title"],
        columns=tuple(
            PartColumn(each["title"], CellKind(each["kind"]), bool(each["summed"]))
            for each in said["columns"]
        ),
        rows=tuple(map(tuple, said["rows"])),
        first_line=said["first_line"],
        note=said["note"],
    )
