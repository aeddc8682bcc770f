"""Reading a village's own red-white standard: a sheet with the columns 项目, 红事, 白事."""

import re
from dataclasses import dataclass
from typing import Final

from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.clauses import Clause, case_in, clauses_of, plain
from passbook_desk.features.events.values import (
    NOTICE_TITLE,
    OTHER_KINDS,
    EventKind,
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
    FieldSpec(EventKind.OTHER.value, "其他喜庆", ("其他事项", "其他事宜", "其他喜庆事宜", "其他"), False),
)

_COLUMNS: Final = {
    EventKind.WEDDING: (EventKind.WEDDING,),
    EventKind.FUNERAL: (EventKind.FUNERAL,),
    EventKind.OTHER: OTHER_KINDS,
}
"""Which kinds of events a column speaks of."""

_KINDS: Final = (
    (EventKind.BIRTH, re.compile(r"满月|生育|添丁|周岁|百日")),
    (EventKind.HOUSE, re.compile(r"乔迁|搬家|建房|上梁|新居")),
    (EventKind.STUDY, re.compile(r"升学|谢师|考学")),
    (EventKind.ARMY, re.compile(r"参军|入伍")),
    (EventKind.LONGEVITY, re.compile(r"寿|生日")),
    (EventKind.OTHER, re.compile(r"等|其他(?:喜庆|事项|事宜)")),
)
"""A row may speak of these instead: 生日、升学、乔迁等 | 一律不办酒席."""

_MEASURES: Final = (
    (Measure.TABLES, re.compile(r"桌数|席数|酒席.*桌|宴席.*桌")),
    (Measure.SEATS, re.compile(r"每桌.*人|一桌.*人")),
    (Measure.DISHES, re.compile(r"菜")),
    (Measure.PER_TABLE_FOOD, re.compile(r"(?:每桌|餐标|酒席标准|宴席标准).*不[含包]烟")),
    (Measure.TOBACCO_LIQUOR, re.compile(r"(?<!含)烟酒")),
    (Measure.PER_TABLE, re.compile(r"每桌|餐标|酒席标准|宴席标准")),
    (Measure.CIGARETTES, re.compile(r"烟(?!花)")),
    (Measure.LIQUOR, re.compile(r"酒(?!席)")),
    (Measure.BRIDE_PRICE, re.compile(r"彩礼")),
    (Measure.GIFT_KIN, re.compile(r"(随礼|礼金).*亲|亲.*(随礼|礼金)")),
    (Measure.GIFT, re.compile(r"随礼|礼金")),
    (Measure.CARS, re.compile(r"车")),
    (Measure.HOURS, re.compile(r"仪式.*时|典礼")),
    (Measure.DAYS, re.compile(r"天数|操办时间|时长")),
    (Measure.ESCORTS, re.compile(r"迎亲|送亲|接亲")),
    (Measure.SHOWS, re.compile(r"演出|唱戏|放电影|歌舞")),
    (Measure.SHEDS, re.compile(r"灵棚")),
    (Measure.MUSICIANS, re.compile(r"乐队|鼓乐|唢呐|响器")),
    (Measure.WREATHS, re.compile(r"花圈")),
    (Measure.FIREWORKS, re.compile(r"鞭炮|烟花|礼花")),
    (Measure.RELIGIOUS_SERVICE, re.compile(r"法事|道场|宗教")),
)
"""Tried in this order: 鞭炮烟花 is not 烟, 酒席标准 is not 酒, 每桌人数 is not 每桌标准."""

_NOTICE: Final = re.compile(r"报备|申报")
_NOTHING: Final = frozenset({"", "-", "—", "/", "无此项", "不适用"})
_OFTEN_IN_WORDS: Final = frozenset({Measure.SHEDS, Measure.SHOWS, Measure.HOURS, Measure.DISHES})
"""Without a figure these are rules in words, not figures without a limit: 灵棚 公共场所不搭."""


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
            for column, kinds in _COLUMNS.items():
                words = self._table.cell(row, column.value).text.strip()
                if not title or plain(words) in _NOTHING:
                    continue
                named = tuple(kind for kind, pattern in _KINDS if pattern.search(plain(title)))
                if named and column is EventKind.WEDDING:
                    self._read_kinds(row, named, title, words)
                elif not named:
                    for kind in kinds:
                        self._read_cell(row, kind, column, title, words)

    def _read_kinds(self, row: TableRow, kinds: tuple[EventKind, ...], title: str, words: str) -> None:
        for kind in kinds:
            for clause in clauses_of(words):
                self._keep_figure(row, kind, EventKind.WEDDING, Measure.TABLES, title, clause)

    def _read_cell(self, row: TableRow, kind: EventKind, column: EventKind, title: str, words: str) -> None:
        case, subject = case_in(plain(title))
        if _NOTICE.search(title):
            days = re.findall(r"(\d{1,3})[天日]", plain(words))
            amount = int(days[0]) if len(days) == 1 else None
            self._keep(row, column, LimitDraft(kind, case, None, NOTICE_TITLE, amount, words))
            return
        measure = next((measure for measure, pattern in _MEASURES if pattern.search(subject)), None)
        if measure is None:
            self._keep(row, column, LimitDraft(kind, HostingCase.ORDINARY, None, title, None, words))
            return
        if measure is Measure.PER_TABLE and "不含烟酒" in plain(words):
            measure = Measure.PER_TABLE_FOOD
        for clause in clauses_of(words):
            held = clause._replace(case=case.joined(clause.case))
            self._keep_figure(row, kind, column, measure, title, held)

    def _keep_figure(
        self,
        row: TableRow,
        kind: EventKind,
        column: EventKind,
        measure: Measure,
        title: str,
        clause: Clause,
    ) -> None:
        in_words = clause.amount is None and (measure in _OFTEN_IN_WORDS or kind in OTHER_KINDS)
        limit = LimitDraft(
            kind=kind,
            case=clause.case,
            measure=None if in_words else measure,
            title=title if in_words else "",
            amount=clause.amount,
            words=clause.words,
        )
        self._keep(row, column, limit)

    def _keep(self, row: TableRow, column: EventKind, limit: LimitDraft) -> None:
        title = self._table.cell(row, "subject").text.strip()
        key = (limit.kind, limit.case, limit.measure or limit.title)
        if key in self._seen:
            self._find(row, column, limit, Severity.MUST_FIX, "standard_line_twice", title)
            return
        self._seen.add(key)
        self.limits.append(limit)
        if limit.amount is None:
            self._find(row, column, limit, Severity.CHECK, "standard_words_only", title)

    def _find(
        self,
        row: TableRow,
        column: EventKind,
        limit: LimitDraft,
        severity: Severity,
        kind: str,
        title: str,
    ) -> None:
        self.findings.append(
            Finding(
                sheet=self._table.sheet,
                row=row.number,
                column=self._table.letters(column.value),
                severity=severity,
                kind=kind,
                params={"title": title, "words": limit.words},
            )
        )
