"""Reading a village's own red-white standard: a sheet with the columns 项目, 红事, 白事."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from passbook_desk.features.events.values import (
    NOTICE_TITLE,
    EventKind,
    HostingCase,
    LimitDraft,
    Measure,
)
from passbook_desk.features.intake.mapping import find_table
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.table import FieldSpec, FoundTable, TableRow
from passbook_desk.features.intake.values import Finding, Severity

SPECS: Final = (
    FieldSpec("subject", "项目", ("事项", "内容", "标准项目"), True),
    FieldSpec(EventKind.WEDDING.value, "红事", ("婚事", "喜事", "婚事标准", "红事标准"), True),
    FieldSpec(EventKind.FUNERAL.value, "白事", ("丧事", "丧事标准", "白事标准"), True),
)

_MEASURES: Final = (
    (Measure.TABLES, re.compile(r"桌数|席数|酒席.*桌|宴席.*桌")),
    (Measure.SEATS, re.compile(r"每桌.*人|一桌.*人")),
    (Measure.PER_TABLE, re.compile(r"每桌|餐标|酒席标准|宴席标准")),
    (Measure.CIGARETTES, re.compile(r"烟(?!花)")),
    (Measure.LIQUOR, re.compile(r"酒(?!席)")),
    (Measure.BRIDE_PRICE, re.compile(r"彩礼")),
    (Measure.GIFT_KIN, re.compile(r"(随礼|礼金).*亲|亲.*(随礼|礼金)")),
    (Measure.GIFT, re.compile(r"随礼|礼金")),
    (Measure.CARS, re.compile(r"车")),
    (Measure.DAYS, re.compile(r"天数|操办时间|时长")),
    (Measure.MUSICIANS, re.compile(r"乐队|鼓乐|唢呐|响器")),
    (Measure.WREATHS, re.compile(r"花圈")),
    (Measure.FIREWORKS, re.compile(r"鞭炮|烟花|礼花")),
    (Measure.RELIGIOUS_SERVICE, re.compile(r"法事|道场|宗教")),
)
"""Tried in this order: 鞭炮烟花 is not 烟, 酒席标准 is not 酒, 每桌人数 is not 每桌标准."""

_NOTICE: Final = re.compile(r"报备|申报")
_MEMBERS: Final = re.compile(r"党员|干部|公职")
_NOTHING: Final = frozenset({"", "-", "—", "/", "无此项", "不适用"})
_FIGURE: Final = re.compile(
    r"(?:不超过|不得超过|不高于|最多|限)?(\d{1,8})(万)?(?:元|桌|人|辆|天|个|支|包|瓶|/)*(?:以内|以下|之内)?"
)


@dataclass(frozen=True, slots=True)
class ReadStandard:
    """A workbook's lines, figures where they could be read, and what is to be said about the others."""

    limits: tuple[LimitDraft, ...]
    findings: tuple[Finding, ...]


def standard_from_workbook(workbook: WorkbookRows) -> ReadStandard:
    """Read a standard: a line with one figure becomes a limit, any other line stays as words.

    A dash or an empty cell says nothing about that kind of event. Raises NoHeaderFound.
    """
    reader = _Reader(find_table(workbook, SPECS))
    reader.read()
    return ReadStandard(tuple(reader.limits), tuple(reader.findings))


class _Reader:
    """Goes down the rows and keeps each subject once."""

    def __init__(self, table: FoundTable) -> None:
        self.limits: list[LimitDraft] = []
        self.findings: list[Finding] = []
        self._table = table
        self._seen: set[tuple[EventKind, HostingCase, Measure | str]] = set()

    def read(self) -> None:
        for row in self._table.rows:
            title = self._table.cell(row, "subject").text.strip()
            for kind in EventKind:
                words = self._table.cell(row, kind.value).text.strip()
                if title and _plain(words) not in _NOTHING:
                    self._read_cell(row, kind, title, words)

    def _read_cell(self, row: TableRow, kind: EventKind, title: str, words: str) -> None:
        if _NOTICE.search(title):
            days = re.findall(r"(\d{1,3})天", _plain(words))
            amount = int(days[0]) if len(days) == 1 else None
            self._keep(row, LimitDraft(kind, HostingCase.ORDINARY, None, NOTICE_TITLE, amount, words))
            return
        measure = next((measure for measure, pattern in _MEASURES if pattern.search(_plain(title))), None)
        if measure is None:
            self._keep(row, LimitDraft(kind, HostingCase.ORDINARY, None, title, None, words))
            return
        case = HostingCase.MEMBER if _MEMBERS.search(title) else HostingCase.ORDINARY
        joint = re.fullmatch(r"单办(.+?)[,;、]合办(.+)", _plain(words))
        if joint is not None and case is HostingCase.ORDINARY:
            single = LimitDraft(kind, case, measure, "", _amount(joint[1]), f"单办{joint[1]}")
            both = LimitDraft(kind, HostingCase.JOINT, measure, "", _amount(joint[2]), f"合办{joint[2]}")
            self._keep(row, single)
            self._keep(row, both)
        else:
            self._keep(row, LimitDraft(kind, case, measure, "", _amount(words), words))

    def _keep(self, row: TableRow, limit: LimitDraft) -> None:
        title = self._table.cell(row, "subject").text.strip()
        key = (limit.kind, limit.case, limit.measure or limit.title)
        if key in self._seen:
            self._find(row, limit, Severity.MUST_FIX, "standard_line_twice", title)
            return
        self._seen.add(key)
        self.limits.append(limit)
        if limit.amount is None:
            self._find(row, limit, Severity.CHECK, "standard_words_only", title)

    def _find(self, row: TableRow, limit: LimitDraft, severity: Severity, kind: str, title: str) -> None:
        self.findings.append(
            Finding(
                sheet=self._table.sheet,
                row=row.number,
                column=self._table.letters(limit.kind.value),
                severity=severity,
                kind=kind,
                params={"title": title, "words": limit.words},
            )
        )


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _amount(words: str) -> int | None:
    """The one figure of a cell in its measure's unit; None when there is none, or more than a figure."""
    found = _FIGURE.fullmatch(_plain(words))
    if found is None:
        return None
    return int(found[1]) * (10_000 if found[2] else 1)
