"""What a meeting changed in the catalogue, item by item, for the wall."""

from typing import Final

from passbook_desk.db.store import Scope
from passbook_desk.features.catalogue.comparing import ChangeKind, ComparedItem, Part, compare
from passbook_desk.features.catalogue.queries import version_numbered, versions
from passbook_desk.features.catalogue.value_text import worth_words
from passbook_desk.features.notices.sources.values import Asked, Drawn, numbered
from passbook_desk.features.notices.titles import chinese_day
from passbook_desk.features.notices.values import (
    CellKind,
    NoticePart,
    PartColumn,
    PartKind,
)
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.sensitive import wall_text

_CHANGES: Final = {ChangeKind.NEW: "新增", ChangeKind.CHANGED: "修改", ChangeKind.OFF: "停用"}
_PARTS: Final = {
    Part.NAME: "名称",
    Part.CATEGORY: "类别",
    Part.VALUE: "分值",
    Part.LIMITS: "限制",
    Part.HOLDERS: "适用",
    Part.EFFECT: "效力",
    Part.EVIDENCE: "凭证",
    Part.VETO: "一票否决",
    Part.SOURCE: "来源",
    Part.REMARK: "说明",
    Part.STATE: "状态",
}
_NONE: Final = "（无）"
_COLUMNS: Final = (
    PartColumn("编号", CellKind.CENTRED),
    PartColumn("事项"),
    PartColumn("变更", CellKind.CENTRED),
    PartColumn("原来"),
    PartColumn("现在"),
)
_ALL: Final = "全部事项"


def draw_catalogue(scope: Scope, asked: Asked) -> Drawn:
    """The version it is about against the one before it. Raises UnknownVersion."""
    new = version_numbered(scope, int(asked.about))
    old = next((each for each in versions(scope) if each.number == new.number - 1), None)
    compared = compare(old, new)
    rows = [row for item in compared.items if item.kind is not ChangeKind.SAME for row in _rows(item)]
    rows += [("", _ALL, "取消限制", words, _NONE) for words in compared.limits_gone]
    rows += [("", _ALL, "新增限制", _NONE, words) for words in compared.limits_come]
    part = NoticePart(
        kind=PartKind.CATALOGUE,
        title="细则的变更",
        columns=_COLUMNS,
        rows=tuple(tuple(map(wall_text, row)) for row in rows),
        first_line=1,
        note=f"第{new.number}版由{chinese_day(new.meeting_on)}的会议通过，"
        f"{chinese_day(new.effective_from)}起施行。",
    )
    return Drawn(DateSpan(new.meeting_on, new.effective_from), parts=numbered((), (part,)))


def _rows(item: ComparedItem) -> list[tuple[str, ...]]:
    code, name, word = item.code, item.item.name, _CHANGES[item.kind]
    if item.kind is ChangeKind.NEW:
        return [(code, name, word, _NONE, worth_words(item.item))]
    return [
        (code, name, f"{word}{_PARTS[each.part]}", each.old or _NONE, each.new or _NONE)
        for each in item.changes
    ]
