"""The answer to an objection as a sheet to sign for, and the register of the objections to a notice."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from passbook_desk.documents.flow import Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4_LANDSCAPE, Align, Page
from passbook_desk.features.notices.forms import MARGIN, Fact, facts_pages, heading, later_heading
from passbook_desk.features.notices.objections import words
from passbook_desk.features.notices.objections.values import (
    ObjectionCard,
    ObjectionOutcome,
    ObjectionRow,
    ObjectionState,
    ObjectionStepKind,
    ObjectionStepRow,
)
from passbook_desk.features.notices.titles import chinese_day
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.points import ZERO
from passbook_desk.kernel.sensitive import wall_place, wall_text, wall_words

_ANSWER_SIGNERS: Final = ("经办（签名）：", "监督小组（签名）：")
_TAKEN: Final = "异议人（签收）："
_POSTED: Final = "张榜人（签名）："
_BLANK: Final = "\n" * 5
_TO_ALL: Final = "匿名（张榜答复）"
_REGISTER_WIDTH: Final = A4_LANDSCAPE[0] - 2 * MARGIN
_REGISTER: Final = TableStyle(size=11.0, head_size=11.0, pitch=1.25, padding=1.3, lowest_row=8.0)
_NONE: Final = "没有收到异议。"


def answer_pages(card: ObjectionCard, village: VillageRow, measure: Measure) -> tuple[Page, ...]:
    """异议处理答复单: what was said, looked into, found and corrected, with places to sign.

    An answer to somebody unnamed hangs on the wall: numbers and words of hardship are masked in what was
    typed; in an answer that is handed over, numbers are. One without an answer has room to write it by hand.
    Raises CharactersNotPrintable.
    """
    row, ended = card.row, words.answered(card.steps)
    shown = wall_text if row.who else wall_words
    facts: list[Fact] = [
        ("异议人", words.who(row) if row.who else _TO_ALL),
        ("对哪张公示", f"{row.notice_shown}　{words.pointed_at(row)}"),
        ("收到", words.received(row)),
        ("异议内容", shown(row.words)),
    ]
    if row.evidence:
        facts.append(("提供的依据", shown(row.evidence)))
    looked_into = "\n".join(_looked_into(card, shown)) or (_BLANK if ended is None else "")
    if looked_into:
        facts.append(("核查经过", looked_into))
    facts.append(("处理结果", _result(ended)))
    if ended is not None and ended.outcome is ObjectionOutcome.CORRECTED:
        facts.append(("更正内容", _corrected(row, ended, shown)))
    word = "撤回" if row.state is ObjectionState.WITHDRAWN else "答复"
    facts.append((word, _BLANK if ended is None else shown(ended.words)))
    facts.append((f"{word}日期", "" if ended is None else chinese_day(ended.done_on)))
    township = wall_place(village.township) or "乡镇"
    return facts_pages(
        f"{wall_place(village.name)}异议处理答复单",
        (row.shown_number, f"答复期限：{chinese_day(row.due_on)}"),
        facts,
        measure,
        below=(f"对答复仍有意见的，可以向村务监督委员会或{township}反映。",),
        signers=(*_ANSWER_SIGNERS, _TAKEN if row.who else _POSTED),
    )


def _looked_into(card: ObjectionCard, shown: Callable[[str], str]) -> Iterable[str]:
    """Who looked into it, and what was said at each handing over."""
    steps = [step for step in card.steps if step.kind is ObjectionStepKind.ASSIGNED]
    if not steps and card.row.handler:
        yield f"经办：{wall_place(card.row.handler)}"
    for step in steps:
        until = f"，{chinese_day(step.due_on)}前答复" if step.due_on else ""
        said = f"：{shown(step.words)}" if step.words else ""
        yield f"{chinese_day(step.done_on)}　交 {wall_place(step.handler)} 办{until}{said}"


def _result(ended: ObjectionStepRow | None) -> str:
    if ended is not None and ended.outcome is None:
        return "异议人已撤回"
    chosen = None if ended is None else ended.outcome
    return "　　　".join(
        f"{'■' if each is chosen else '□'} {words.OUTCOMES[each]}" for each in ObjectionOutcome
    )


def _corrected(row: ObjectionRow, ended: ObjectionStepRow, shown: Callable[[str], str]) -> str:
    paper = f"依据：{shown(ended.paper_ref)}。" if ended.paper_ref else ""
    return f"{words.correction(row, ended)}{paper}下一期公示列出这项更正。"


def objection_sheet(rows: Sequence[ObjectionRow], village: VillageRow, measure: Measure) -> tuple[Page, ...]:
    """异议登记表: one line for each objection, the earliest first, on A4 across. Raises
    CharactersNotPrintable.
    """
    numbers = list(dict.fromkeys(row.notice_shown for row in rows))
    about = f"公示 {numbers[0]}" if len(numbers) == 1 else ""
    counted = f"共 {len(rows)} 件，更正 {sum(row.change is not None for row in rows)} 件"
    title = f"{wall_place(village.name)}公示异议登记表"
    lines = [_register_row(row) for row in sorted(rows, key=lambda row: row.id)]
    return flow_table(
        _REGISTER_COLUMNS,
        lines or [Row((_NONE,), RowKind.GROUP)],
        measure,
        Paper(A4_LANDSCAPE, MARGIN, MARGIN, MARGIN, MARGIN),
        _REGISTER,
        first=heading(title, (about, counted), _REGISTER_WIDTH, measure),
        later=later_heading(title, about, _REGISTER_WIDTH, measure),
    )


_REGISTER_COLUMNS: Final = tuple(
    Column(title, width, align)
    for title, width, align in (
        ("异议编号", 37.0, Align.LEFT),
        ("公示", 28.0, Align.LEFT),
        ("收到", 25.0, Align.LEFT),
        ("异议人", 22.0, Align.LEFT),
        ("行号", 30.0, Align.LEFT),
        ("异议内容", 58.0, Align.LEFT),
        ("经办", 22.0, Align.LEFT),
        ("答复期限", 24.0, Align.LEFT),
        ("结果", 21.0, Align.CENTRE),
    )
)


def _register_row(row: ObjectionRow) -> Row:
    change = "" if row.change is None else f"\n{words.signed_points(row.change)} 分"
    return Row(
        (
            row.shown_number,
            row.notice_shown,
            f"{row.received_on.isoformat()}\n{words.WAYS[row.way]}",
            words.who(row),
            words.pointed_at(row),
            wall_text(row.words),
            wall_text(row.handler),
            row.due_on.isoformat(),
            f"{words.STATES[row.state]}{change if row.change != ZERO else ''}",
        )
    )
