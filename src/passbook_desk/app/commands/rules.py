"""catalogue import|adopt|export|print|diff|list."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.findings import finding_lines, findings_as_json
from passbook_desk.app.commands.imports import workbook_at
from passbook_desk.app.printing import font_book
from passbook_desk.db.store import Scope
from passbook_desk.documents.files import check_target
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import write_pdf
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.comparing import DRAFT_NAME, ChangeKind, Compared, compare
from passbook_desk.features.catalogue.drafts import adopt_draft, keep_draft, kept_draft
from passbook_desk.features.catalogue.editing import starter_draft
from passbook_desk.features.catalogue.errors import NoCatalogueYet, NoDraft, UnknownVersion
from passbook_desk.features.catalogue.limit_text import limit_words, limits_words, total_limit_words
from passbook_desk.features.catalogue.paper import (
    CatalogueSheet,
    ComparisonSheet,
    catalogue_pages,
    comparison_pages,
    part_words,
    texts_of,
)
from passbook_desk.features.catalogue.queries import (
    first_day,
    known_codes,
    version_in_force,
    version_numbered,
    versions,
)
from passbook_desk.features.catalogue.reading import catalogue_from_workbook
from passbook_desk.features.catalogue.sheets import catalogue_workbook, draft_workbook
from passbook_desk.features.catalogue.value_text import worth_words
from passbook_desk.features.catalogue.values import (
    AdoptCatalogue,
    AdoptDraft,
    Draft,
    ItemRow,
    ValueKind,
    VersionRow,
)
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.period import parse_iso_date

BUILT_IN = "内置起步版本"
_CHANGES: Final = {
    ChangeKind.NEW: "新增",
    ChangeKind.CHANGED: "改动",
    ChangeKind.OFF: "停用",
    ChangeKind.SAME: "未变",
}


def import_catalogue(context: Context) -> Answer:
    """Read a workbook into the village's draft; nothing is in force until a meeting adopts it."""
    workbook = workbook_at(Path(context.arguments.workbook))
    with context.desk() as desk:
        draft = catalogue_from_workbook(workbook, desk.ask(known_codes))
        replaced = desk.ask(kept_draft) is not None
        desk.do(lambda tx: keep_draft(tx, draft))
    limits = sum(len(item.limits) for item in draft.items) + len(draft.limits)
    off = len(draft.items) - draft.enabled
    return Answer(
        (
            f"积分细则草稿：{draft.enabled} 项可用，{off} 项未定分值，看懂 {limits} 条上限。"
            "开会通过后用 catalogue adopt 采用。",
            *(("原来的草稿已换成这一份。",) if replaced else ()),
            *finding_lines(draft.findings),
        ),
        {
            "items": len(draft.items),
            "enabled": draft.enabled,
            "limits": limits,
            "replaced": replaced,
            "meeting_on": None if draft.meeting_on is None else draft.meeting_on.isoformat(),
            "effective_from": None if draft.effective_from is None else draft.effective_from.isoformat(),
            "findings": findings_as_json(draft.findings),
        },
    )


def adopt_catalogue_version(context: Context) -> Answer:
    """Adopt a workbook, else the draft, else the built-in catalogue, as a meeting decided it."""
    given = context.arguments
    meeting_on, effective_from = decided_days(context)
    with context.desk() as desk:
        kept = None
        if given.workbook is not None:
            draft = catalogue_from_workbook(workbook_at(Path(given.workbook)), desk.ask(known_codes))
        else:
            kept = desk.ask(kept_draft)
            draft = starter_draft() if kept is None else kept.draft
        if kept is None:
            command = AdoptCatalogue(
                meeting_on, given.minutes, effective_from, draft.source, draft.items, limits=draft.limits
            )
            number = desk.do(lambda tx: adopt_catalogue(tx, command))
        else:
            decided = AdoptDraft(meeting_on, given.minutes, effective_from)
            number = desk.do(lambda tx: adopt_draft(tx, decided))
    off = len(draft.items) - draft.enabled
    return Answer(
        (
            f"已采用积分细则第 {number} 版：{draft.enabled} 项可用，{off} 项未定分值，"
            f"{effective_from} 起执行",
            *(() if draft.source == BUILT_IN else finding_lines(draft.findings)),
        ),
        {
            "number": number,
            "items": len(draft.items),
            "enabled": draft.enabled,
            "source": draft.source,
            "findings": [] if draft.source == BUILT_IN else findings_as_json(draft.findings),
        },
    )


def list_catalogues(context: Context) -> Answer:
    """All versions with their items."""
    with context.desk() as desk:
        found = desk.ask(versions)
    lines: list[str] = []
    for version in found:
        lines.append(f"第 {version.number} 版 {version.meeting_on} 通过，{version.effective_from} 起执行")
        lines += [_item_line(item) for item in version.items]
        lines += [f"  {total_limit_words(limit)}" for limit in version.limits]
    return Answer(
        tuple(lines) or ("还没有积分细则。请先用 catalogue adopt 采用。",),
        [
            {
                "number": version.number,
                "meeting_on": version.meeting_on.isoformat(),
                "effective_from": version.effective_from.isoformat(),
                "minutes_no": version.minutes_no,
                "items": [_item_json(item) for item in version.items],
                "limits": [total_limit_words(limit) for limit in version.limits],
            }
            for version in found
        ],
    )


def _item_line(item: ItemRow) -> str:
    limited = f"（{limits_words(item.limits)}）" if item.limits else ""
    return f"  {item.code} {item.category} {item.name} {worth_text(item)}{limited}"


def _item_json(item: ItemRow) -> Json:
    return {
        "code": item.code,
        "category": item.category,
        "name": item.name,
        "value": worth_text(item),
        "unit": item.unit,
        "enabled": item.enabled,
        "cap": item.cap,
        "limits": [limit_words(limit) for limit in item.limits],
        "holders": [holder.value for holder in item.holders],
        "effect": item.effect.value,
        "evidence": item.evidence,
        "veto": item.veto.value,
        "veto_term": item.veto_term.value,
    }


def export_catalogue(context: Context) -> Answer:
    """Write a version, the one in force today unless another is named, or the draft as a workbook."""
    given = context.arguments
    target = Path(given.output)
    check_target(target)
    with context.desk() as desk:
        desk.require(Act.EXPORT)
        chosen = desk.ask(lambda scope: _named(scope, given.edition))
    book = draft_workbook(chosen) if isinstance(chosen, Draft) else catalogue_workbook(chosen)
    write_xlsx(book, target, context.clock.now())
    name = DRAFT_NAME if isinstance(chosen, Draft) else f"第 {chosen.number} 版"
    return Answer(
        (f"积分细则{name} {len(chosen.items)} 项已存为 {target}",),
        {
            "file": str(target),
            "number": None if isinstance(chosen, Draft) else chosen.number,
            "items": len(chosen.items),
        },
    )


def print_catalogue(context: Context) -> Answer:
    """Print a version or the draft for the wall."""
    given = context.arguments
    target, fonts = Path(given.output), font_book(context.places)
    check_target(target)
    with context.desk() as desk:
        desk.require(Act.PRINT)
        chosen, place = desk.ask(lambda scope: (_named(scope, given.edition), village(scope)))
    sheet = CatalogueSheet(place.name, place.issuer, chosen)
    fonts.check(texts_of(sheet))
    pages = catalogue_pages(sheet, Measure(fonts))
    write_pdf(pages, fonts, target, f"{place.name}积分管理细则")
    return Answer(
        (f"积分细则 {len(chosen.items)} 项，共 {len(pages)} 页：{target}",),
        {"file": str(target), "items": len(chosen.items), "pages": len(pages)},
    )


def compare_catalogues(context: Context) -> Answer:
    """What a newer version, or the draft, changes against an older one; --pdf prints it."""
    given = context.arguments
    fonts = font_book(context.places)
    if given.pdf is not None:
        check_target(Path(given.pdf))
    with context.desk() as desk:
        if given.pdf is not None:
            desk.require(Act.PRINT)
        old, new, place = desk.ask(
            lambda scope: (_named(scope, given.old), _named(scope, given.new), village(scope))
        )
    if isinstance(old, Draft):
        raise UnknownVersion(field="old", number=given.old)
    compared = compare(old, new)
    if given.pdf is not None:
        sheet = ComparisonSheet(place.name, compared, context.clock.today())
        fonts.check(texts_of(sheet))
        write_pdf(comparison_pages(sheet, Measure(fonts)), fonts, Path(given.pdf), "积分细则对照表")
    return Answer(
        (*_comparison_lines(compared), *(() if given.pdf is None else (f"已存为 {given.pdf}",))),
        {
            "old": compared.old,
            "new": compared.new,
            "counts": {kind.value: compared.count(kind) for kind in ChangeKind},
            "items": [
                {
                    "code": item.code,
                    "name": item.item.name,
                    "kind": item.kind.value,
                    "changes": [
                        {"part": change.part.value, "old": change.old, "new": change.new}
                        for change in item.changes
                    ],
                }
                for item in compared.items
                if item.kind is not ChangeKind.SAME
            ],
            "limits_gone": compared.limits_gone,
            "limits_come": compared.limits_come,
            "file": given.pdf,
        },
    )


def _comparison_lines(compared: Compared) -> Iterator[str]:
    yield (
        f"{compared.old} → {compared.new}："
        + "，".join(f"{word} {compared.count(kind)} 项" for kind, word in _CHANGES.items())
    )
    for item in compared.items:
        if item.kind is ChangeKind.SAME:
            continue
        value = f" {worth_words(item.item)}" if item.kind is ChangeKind.NEW else ""
        yield f"  [{_CHANGES[item.kind]}] {item.code} {item.item.name}{value}"
        for change in item.changes:
            yield f"    {part_words(change.part)}：{change.old or '（无）'} → {change.new or '（无）'}"
    yield from (f"  [停用] {words}" for words in compared.limits_gone)
    yield from (f"  [新增] {words}" for words in compared.limits_come)


def _named(scope: Scope, name: str | None) -> VersionRow | Draft:
    """The version of a number, the draft for 草稿 or draft, the one in force today for None."""
    if name is None:
        found = version_in_force(scope, scope.today)
        if found is None:
            raise NoCatalogueYet(field="version", day=scope.today, first=first_day(scope))
        return found
    if name in (DRAFT_NAME, "draft"):
        kept = kept_draft(scope)
        if kept is None:
            raise NoDraft(field="draft")
        return kept.draft
    if not re.fullmatch(r"[1-9][0-9]{0,5}", name):
        raise UnknownVersion(field="version", number=name)
    return version_numbered(scope, int(name))


def worth_text(item: ItemRow) -> str:
    """What an item is worth, as the catalogue list says it: 10, 5…10, 1/小时, 未定."""
    if item.value_kind is ValueKind.UNSET:
        return "未定"
    if item.value_kind is ValueKind.RANGE:
        return f"{item.least}…{item.most}"
    return f"{item.least}/{item.unit}"


def decided_days(context: Context) -> tuple[date, date]:
    """The day of the meeting that was given, and the day from which it holds."""
    given = context.arguments
    meeting_on = parse_iso_date(given.meeting)
    return meeting_on, meeting_on if given.effective is None else parse_iso_date(given.effective)
