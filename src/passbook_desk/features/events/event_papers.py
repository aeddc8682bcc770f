"""The papers of one event beside its filing sheet: pledge, slip with the standard, day check, record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.page import Align, Page
from passbook_desk.documents.picture_strips import Captioned, picture_strips
from passbook_desk.features.events.course.kinds import StepKind
from passbook_desk.features.events.form_flow import (
    BODY,
    DATE_BLANK,
    FRAME,
    INNER,
    SMALL,
    Cell,
    Flow,
    day_words,
)
from passbook_desk.features.events.paper import filing_sheet, foot_words, held_words, rules_text
from passbook_desk.features.events.photos.values import PhotoRow
from passbook_desk.features.events.values import EventCard, FigureCompared, StepTaken, Verdict
from passbook_desk.features.events.words import (
    KIND_WORDS,
    MEASURE_WORDS,
    OUTCOME_WORDS,
    STATE_WORDS,
    STEP_WORDS,
    VERDICT_WORDS,
    case_words,
    deadline_words,
)
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.lunar import solar_words
from passbook_desk.kernel.sensitive import wall_text

_LARGE: Final = 14.0
_PROMISE: Final = 12.5


class SheetKind(StrEnum):
    """报备表, 承诺书, 标准告知单, 现场核查表, 档案表."""

    FILING = "filing"
    PLEDGE = "pledge"
    SLIP = "slip"
    CHECK = "check"
    RECORD = "record"


SHEET_WORDS: Final = MappingProxyType(
    {
        SheetKind.FILING: "报备表",
        SheetKind.PLEDGE: "承诺书",
        SheetKind.SLIP: "标准告知单",
        SheetKind.CHECK: "现场核查表",
        SheetKind.RECORD: "档案表",
    }
)


def event_sheet(
    kind: SheetKind,
    card: EventCard,
    village: VillageRow,
    pledge_words: str,
    measure: TextMeasure,
    photos: Sequence[PhotoRow] = (),
) -> tuple[Page, ...]:
    """One paper of an event on A4. Phones are masked and gifts of single guests never stand on it.

    `pledge_words` are those of the village, one paragraph to a line; `photos` stand behind the record alone.
    Raises PictureNotReadable and CharactersNotPrintable.
    """
    if kind is SheetKind.PLEDGE:
        return pledge_sheet(card, village, pledge_words, measure)
    if kind is SheetKind.RECORD:
        return record_sheet(card, village, measure, photos)
    return _SHEETS[kind](card, village, measure)


def pledge_sheet(
    card: EventCard, village: VillageRow, pledge_words: str, measure: TextMeasure
) -> tuple[Page, ...]:
    """What the host promises in the village's words, with the limits that hold for this event."""
    flow = Flow(measure)
    flow.title(f"{village.name}移风易俗承诺书", f"报备编号：{card.number}", KIND_WORDS[card.kind])
    flow.gap(4.0)
    flow.paragraph(_promised_by(card), _PROMISE)
    flow.gap(2.0)
    for paragraph in (*pledge_words.splitlines(), _limits_promised(card)):
        if paragraph.strip():
            flow.paragraph(paragraph.strip(), _PROMISE)
            flow.gap(1.5)
    flow.gap(6.0)
    flow.sign_line("承诺人（签名）：")
    flow.sign_line("红白理事会见证人（签名）：")
    return flow.closed(foot_words(card))


def _promised_by(card: EventCard) -> str:
    place = f"在{card.place}" if card.place else ""
    matter = f"（{card.matter}）" if card.matter else ""
    what = f"{place}办{KIND_WORDS[card.kind]}{matter}"
    return f"我户（户主{card.head_name}）定于{held_words(card)}{what}。"


def _limits_promised(card: EventCard) -> str:
    limits = "，".join(
        f"{MEASURE_WORDS[one.measure][0]}不超过{one.limit}{MEASURE_WORDS[one.measure][1]}"
        for one in card.compared
        if one.limit is not None
    )
    return f"这次办事按村里的标准：{limits}。" if limits else ""


def slip_sheet(card: EventCard, village: VillageRow, measure: TextMeasure) -> tuple[Page, ...]:
    """What the council hands the host: the limits that hold, the rules in words, when somebody comes."""
    flow = Flow(measure)
    flow.title(
        f"{village.name}{KIND_WORDS[card.kind]}标准告知单",
        f"报备编号：{card.number}",
        f"适用：{case_words(card.hosting_case)}",
    )
    flow.gap(4.0)
    flow.paragraph(f"{card.head_name}户：", _LARGE)
    flow.paragraph(
        f"你户报备的{held_words(card)}办{KIND_WORDS[card.kind]}一事已收到。请按下列标准操办：", _LARGE
    )
    flow.gap(4.0)
    widths = (70.0, 50.0, 50.0)
    flow.row([Cell(width, text, head=True) for width, text in zip(widths, _SLIP_HEADS, strict=True)])
    for one in card.compared:
        if one.limit is not None:
            title, unit = MEASURE_WORDS[one.measure]
            texts = (title, f"不超过{one.limit}{unit}", _figure(_planned(one), unit))
            flow.row([Cell(width, text) for width, text in zip(widths, texts, strict=True)])
    flow.long("其他规定", rules_text(card))
    flow.gap(6.0)
    flow.paragraph("办事当天理事会派人到场核对。有困难或有变动，请提前告诉理事会。")
    flow.sign_line("红白理事会（盖章）：")
    flow.gap(8.0)
    flow.paragraph("…………………………………（回执，由理事会收存）…………………………………", SMALL)
    flow.gap(3.0)
    flow.paragraph(f"报备编号 {card.number}：标准告知单已收到，按标准操办。")
    flow.sign_line("事主（签名）：")
    return flow.closed(foot_words(card))


_SLIP_HEADS: Final = ("项目", "村里的标准", "你户报备")


def check_sheet(card: EventCard, village: VillageRow, measure: TextMeasure) -> tuple[Page, ...]:
    """To be filled in by hand where the feast is held, then typed in; what was found already stands on it."""
    flow = Flow(measure)
    flow.title(
        f"{village.name}{KIND_WORDS[card.kind]}现场核查表",
        f"报备编号：{card.number}",
        f"核查日期：{DATE_BLANK}",
    )
    flow.pair(("户主", card.head_name), ("户编号", f"{card.household_code}（{card.grid_name}）"))
    flow.wide("办事日期", held_words(card))
    flow.pair(("地点", card.place), ("到场人数", "　　　　人"))
    _compared_rows(flow, card.compared, _CHECK_HEADS)
    flow.long("现场看的", rules_text(card))
    flow.wide("结果", "□ 未超标准　　□ 经劝导改正　　□ 超标（　　　　　　　　　　　　　　）", 10.0)
    flow.wide("劝导情况", "", 24.0)
    flow.wide("回访期限", f"{DATE_BLANK}前　　□ 不用回访")
    flow.signed("核查人", "", "核查人（签名，两人）：", 16.0)
    flow.signed("事主", "", "事主（签名）：", 16.0)
    return flow.closed(foot_words(card))


_CHECK_HEADS: Final = ("项目", "申报", "核准", "标准", "现场", "对照")
_COMPARED_WIDTHS: Final = (50.0, 24.0, 24.0, 24.0, 24.0, 24.0)


def record_sheet(
    card: EventCard, village: VillageRow, measure: TextMeasure, photos: Sequence[PhotoRow]
) -> tuple[Page, ...]:
    """The whole course for the file: report, three sets of figures beside the standard, every step, and the
    pictures on pages of their own.
    """
    flow = Flow(measure)
    flow.title(
        f"{village.name}{KIND_WORDS[card.kind]}档案表",
        f"编号：{card.number}",
        f"进度：{STATE_WORDS[card.state]}",
    )
    flow.pair(("户主", card.head_name), ("户编号", f"{card.household_code}（{card.grid_name}）"))
    flow.pair(("类别", KIND_WORDS[card.kind]), ("适用标准", case_words(card.hosting_case)))
    flow.wide("事由", card.matter)
    if card.persons:
        flow.wide("当事人", card.persons)
    if card.family:
        flow.wide("合办的另一家", card.family)
    flow.wide("报备", f"{solar_words(card.reported_on)}　{deadline_words(card.kind, card.deadline)}")
    for number, day in enumerate(card.days):
        flow.wide("办事日期" if number == 0 else "", f"{solar_words(day.held_on)}　{day.place}")
    flow.pair(
        ("厨师（队）", card.cook_team),
        ("节约估算", "" if card.saving is None else f"{card.saving}元"),
    )
    _compared_rows(flow, card.compared, _RECORD_HEADS)
    _course(flow, card.steps)
    if card.joined:
        flow.wide("并入的", "、".join(event.number for event in card.joined))
    if card.joined_into is not None:
        flow.wide("并入", card.joined_into.number)
    flow.signed("归档", "", "红白理事会（签名）：", 18.0)
    pictures = [_captioned(photo, number) for number, photo in enumerate(photos, start=1)]
    flow.pages += [list(items) for items in picture_strips(pictures, _PICTURES, FRAME, measure)]
    return flow.closed(foot_words(card))


def _captioned(photo: PhotoRow, number: int) -> Captioned:
    said = (day_words(photo.taken_on), wall_text(photo.words), f"登记：{photo.added_by}")
    return Captioned(photo.content, "　".join((f"照片{number}", *(part for part in said if part))))


_PICTURES: Final = "现场照片"
_RECORD_HEADS: Final = ("项目", "申报", "核准", "标准", "实际", "对照")
_STEP_WIDTHS: Final = (28.0, 28.0, INNER - 56.0)


def _course(flow: Flow, steps: Sequence[StepTaken]) -> None:
    if not steps:
        return
    flow.row(
        [
            Cell(width, text, head=True)
            for width, text in zip(_STEP_WIDTHS, ("日期", "事项", "内容"), strict=True)
        ]
    )
    for step in steps:
        texts = (day_words(step.done_on), STEP_WORDS[step.kind], step_words(step))
        flow.row(
            [
                Cell(width, text, size=SMALL, align=Align.LEFT if number == 2 else Align.CENTRE)
                for number, (width, text) in enumerate(zip(_STEP_WIDTHS, texts, strict=True))
            ]
        )


def step_words(step: StepTaken) -> str:
    """Everything that was said with a step, in one line: who, outcome, figures, days, number, words."""
    figures = "，".join(
        f"{MEASURE_WORDS[measure][0]}{amount}{MEASURE_WORDS[measure][1]}" for measure, amount in step.figures
    )
    days = "、".join(f"{day_words(day.held_on)}{day.place}" for day in step.days)
    parts = (
        step.who,
        OUTCOME_WORDS[step.outcome] if step.outcome else "",
        figures,
        f"到场{step.guests}人" if step.guests is not None else "",
        f"改为{days}" if days else "",
        f"并入{step.other.number}" if step.other else "",
        f"{day_words(step.due_on)}前回访" if step.due_on else "",
        _reference(step),
        step.words,
    )
    return "；".join(part for part in parts if part)


def _reference(step: StepTaken) -> str:
    if not step.reference:
        return ""
    return f"{'备案号' if step.kind is StepKind.FILED else '会议记录'}{step.reference}"


def _compared_rows(flow: Flow, compared: Iterable[FigureCompared], heads: tuple[str, ...]) -> None:
    flow.row([Cell(width, text, head=True) for width, text in zip(_COMPARED_WIDTHS, heads, strict=True)])
    for one in compared:
        title, unit = MEASURE_WORDS[one.measure]
        found = one.actual is not None
        limit = "不限" if one.limit is None else f"{one.limit}{unit}"
        word = VERDICT_WORDS[one.verdict] if found else ""
        declared, approved, actual = (
            _figure(amount, unit) for amount in (one.declared, one.approved, one.actual)
        )
        texts = (title, declared, approved, limit, actual, word)
        cells = [Cell(width, text, size=SMALL) for width, text in zip(_COMPARED_WIDTHS, texts, strict=True)]
        if found and one.verdict is Verdict.OVER:
            cells[-1] = Cell(_COMPARED_WIDTHS[-1], word, size=BODY, bold=True)
        flow.row(cells)


def _planned(one: FigureCompared) -> int | None:
    return one.declared if one.approved is None else one.approved


def _figure(amount: int | None, unit: str) -> str:
    return "" if amount is None else f"{amount}{unit}"


_SHEETS: Final[Mapping[SheetKind, Callable[[EventCard, VillageRow, TextMeasure], tuple[Page, ...]]]] = (
    MappingProxyType(
        {
            SheetKind.FILING: filing_sheet,
            SheetKind.SLIP: slip_sheet,
            SheetKind.CHECK: check_sheet,
        }
    )
)
