"""归档: one file of a notice and all that belongs to it - sheet as issued, pictures, objections, answers.

It is the council's copy: it may name who objected; numbers of persons are masked in whatever was typed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, PALE, Align, Face, Page, Text
from passbook_desk.documents.picture_strips import Captioned, Frame, picture_strips
from passbook_desk.features.notices import words as notice_words
from passbook_desk.features.notices.forms import INNER, MARGIN, Fact, facts_pages, later_heading
from passbook_desk.features.notices.objections import words
from passbook_desk.features.notices.objections.values import (
    ObjectionCard,
    ObjectionOutcome,
    ObjectionState,
    ObjectionStepKind,
    ObjectionStepRow,
)
from passbook_desk.features.notices.paper import notice_pages, texts_of
from passbook_desk.features.notices.titles import chinese_day
from passbook_desk.features.notices.values import (
    NoticeCard,
    NoticePhotoRow,
    NoticeState,
    NoticeStepKind,
    NoticeStepRow,
)
from passbook_desk.kernel.sensitive import wall_text

_SHEET, _PICTURES, _OBJECTIONS = "公示原件", "公示照片", "异议处理记录"
_TITLE: Final = "公示档案目录"
_SIGNERS: Final = ("归档人（签名）：",)
_PAGE_NUMBER: Final = "档案第 {page} 页　共 {pages} 页"
_NUMBER_SIZE: Final = 9.0
_HEADING: Final = 12.0
_FRAME: Final = Frame(MARGIN, MARGIN, INNER, A4[1] - 2 * MARGIN)
_TABLE: Final = TableStyle(size=12.0, head_size=12.0, pitch=1.3, padding=1.5, lowest_row=8.5, group_fill=PALE)
_COLUMNS: Final = (
    Column("日期", 34.0),
    Column("事项", 22.0, Align.CENTRE),
    Column("经办", 28.0),
    Column("内容", INNER - 84.0),
)


def archive_pages(
    card: NoticeCard,
    objections: Sequence[ObjectionCard],
    photos: Sequence[NoticePhotoRow],
    measure: Measure,
) -> tuple[Page, ...]:
    """Cover with contents, the notice exactly as it was issued, pictures two to a page, every objection.

    The pages of the notice keep their own numbers; the cover says where in the file they are. Raises
    PictureNotReadable and CharactersNotPrintable.
    """
    parts = (
        (_SHEET, notice_pages(card.content, measure)),
        (_PICTURES, _picture_pages(photos, measure)),
        (_OBJECTIONS, _objection_pages(objections, measure)),
    )
    held = tuple((name, pages) for name, pages in parts if pages)
    before = len(_cover(card, objections, held, 1, measure))
    cover = _cover(card, objections, held, before, measure)
    total = len(cover) + sum(len(pages) for _, pages in held)
    found: list[Page] = [_stamped(page, number, total) for number, page in enumerate(cover, start=1)]
    for name, pages in held:
        start = len(found) + 1
        if name == _SHEET:
            found += pages
        else:
            found += [_stamped(page, number, total) for number, page in enumerate(pages, start=start)]
    return tuple(found)


def archive_texts(
    card: NoticeCard, objections: Sequence[ObjectionCard], photos: Sequence[NoticePhotoRow]
) -> tuple[str, ...]:
    """Everything in this file that somebody typed, each text once, for `FontBook.check`."""
    found = [*texts_of(card.content), card.row.reason, card.row.issued_by]
    for hung in card.steps:
        found += [hung.place, hung.who, hung.words, hung.recorded_by]
    for photo in photos:
        found += [photo.words, photo.added_by]
    for each in objections:
        row = each.row
        found += [row.line_words, row.who, row.words, row.evidence, row.handler]
        for step in each.steps:
            found += [step.handler, step.words, step.paper_ref, step.recorded_by]
    return tuple(dict.fromkeys(filter(None, map(wall_text, found))))


def _cover(
    card: NoticeCard,
    objections: Sequence[ObjectionCard],
    parts: Sequence[tuple[str, tuple[Page, ...]]],
    before: int,
    measure: Measure,
) -> tuple[Page, ...]:
    """The cover; `before` is how many pages it has itself."""
    row, content = card.row, card.content
    hung = [step for step in card.steps if step.kind is NoticeStepKind.HUNG]
    facts: list[Fact] = [
        ("公示编号", notice_words.numbered(content)),
        ("标题", notice_words.title(content)),
        ("统计期间", f"{chinese_day(row.first_on)}至{chinese_day(row.last_on)}"),
        ("账目截至", f"第 {row.cut_off_seq} 笔　校验码 {row.head_code}"),
        ("出榜", f"{chinese_day(row.issued_on)}　{row.issued_by}"),
    ]
    if row.reason:
        facts.append(("重出原因", wall_text(row.reason)))
    facts.append(("张贴", "\n".join(map(_hung, hung)) or "没有登记张贴"))
    facts.append(("归档", _closed(card)))
    facts.append(("公示行数", f"{content.rows} 行"))
    facts.append(("异议", _counted(objections)))
    facts.append(("公示照片", f"{row.photos} 张"))
    facts.append(("档案目录", "\n".join(_contents(parts, before))))
    return facts_pages(
        f"{content.village_name}{_TITLE}", (row.shown_number, ""), facts, measure, (), _SIGNERS, numbers=""
    )


def _contents(parts: Sequence[tuple[str, tuple[Page, ...]]], before: int) -> Iterable[str]:
    first = before + 1
    for number, (name, pages) in enumerate(parts, start=1):
        last = first + len(pages) - 1
        span = f"第 {first} 页" if first == last else f"第 {first}—{last} 页"
        yield f"{number}　{name}　{span}"
        first = last + 1


def _hung(step: NoticeStepRow) -> str:
    until = "" if step.until_on is None else f"至{chinese_day(step.until_on)}"
    typed = (step.place, f"张贴人：{step.who}", step.words)
    said = (wall_text(text) for text in typed if text)
    return "　".join((f"{chinese_day(step.done_on)}{until}", *said))


def _closed(card: NoticeCard) -> str:
    closed = next((step for step in card.steps if step.kind is NoticeStepKind.CLOSED), None)
    if closed is not None:
        return f"{chinese_day(closed.done_on)}　{closed.recorded_by}　{wall_text(closed.words)}".strip()
    return "已由新版代替" if card.row.state is NoticeState.REPLACED else "还没有归档"


def _counted(objections: Sequence[ObjectionCard]) -> str:
    if not objections:
        return "没有收到异议"
    counts = {state: sum(each.row.state is state for each in objections) for state in ObjectionState}
    counts[ObjectionState.OPEN] += counts.pop(ObjectionState.LATE)
    told = (f"{words.STATES[state]} {count} 件" for state, count in counts.items() if count)
    return f"{len(objections)} 件：{'，'.join(told)}"


def _picture_pages(photos: Sequence[NoticePhotoRow], measure: Measure) -> tuple[Page, ...]:
    captioned = []
    for number, photo in enumerate(photos, start=1):
        said = (chinese_day(photo.taken_on), wall_text(photo.words), f"登记：{photo.added_by}")
        told = "　".join((f"照片{number}", *(part for part in said if part)))
        captioned.append(Captioned(photo.content, told))
    return tuple(Page(*A4, items) for items in picture_strips(captioned, _PICTURES, _FRAME, measure))


def _objection_pages(objections: Sequence[ObjectionCard], measure: Measure) -> tuple[Page, ...]:
    if not objections:
        return ()
    rows = [row for card in sorted(objections, key=lambda each: each.row.id) for row in _objection_rows(card)]
    title = Block(_HEADING, (Text(0, 6.0, _OBJECTIONS, 16.0, Face.BOLD),))
    later = later_heading(_OBJECTIONS, "", INNER, measure)
    paper = Paper(A4, MARGIN, MARGIN, MARGIN, MARGIN, numbers="")
    return flow_table(_COLUMNS, rows, measure, paper, _TABLE, first=title, later=later)


def _objection_rows(card: ObjectionCard) -> Iterable[Row]:
    row = card.row
    yield Row((f"{row.shown_number}　{words.pointed_at(row)}　{words.STATES[row.state]}",), RowKind.GROUP)
    evidence = f"\n依据：{wall_text(row.evidence)}" if row.evidence else ""
    late = "\n公示期后收到" if row.after_hours else ""
    said = f"{words.who(row)}（{words.WAYS[row.way]}）：{wall_text(row.words)}{evidence}{late}"
    yield Row((chinese_day(row.received_on), "收到", "", said))
    for step in card.steps:
        told = _step_words(card, step)
        yield Row((chinese_day(step.done_on), words.STEPS[step.kind], wall_text(_by(step)), told))
    if row.open:
        yield Row((chinese_day(row.due_on), "答复期限", wall_text(row.handler), words.STATES[row.state]))


def _by(step: ObjectionStepRow) -> str:
    return step.handler if step.kind is ObjectionStepKind.ASSIGNED else step.recorded_by


def _step_words(card: ObjectionCard, step: ObjectionStepRow) -> str:
    parts = []
    if step.outcome is not None:
        parts.append(f"{words.OUTCOMES[step.outcome]}。")
    parts.append(wall_text(step.words))
    if step.outcome is ObjectionOutcome.CORRECTED:
        parts.append(words.correction(card.row, step))
    if step.paper_ref:
        parts.append(f"依据：{wall_text(step.paper_ref)}。")
    if step.due_on is not None:
        parts.append(f"{chinese_day(step.due_on)}前答复。")
    return "\n".join(part for part in parts if part)


def _stamped(page: Page, number: int, total: int) -> Page:
    told = _PAGE_NUMBER.format(page=number, pages=total)
    at = Text(page.width / 2, page.height - MARGIN / 2, told, _NUMBER_SIZE, align=Align.CENTRE)
    return replace(page, items=(*page.items, at))
