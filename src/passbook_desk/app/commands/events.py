"""event register, event sheet."""

import re
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.printing import font_book
from passbook_desk.db.store import Scope
from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.pdf_pen import check_pages, write_pdf
from passbook_desk.features.events.commands import register_event
from passbook_desk.features.events.paper import MEASURE_WORDS, filing_sheet
from passbook_desk.features.events.queries import event_by_number, event_card
from passbook_desk.features.events.values import (
    EventCard,
    EventKind,
    HostingCase,
    Measure,
    RegisterEvent,
    Verdict,
)
from passbook_desk.features.households.queries import household_by_code
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import parse_iso_date
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

VERDICT_WORDS = {Verdict.WITHIN: "未超", Verdict.NEAR: "接近", Verdict.OVER: "超标", Verdict.NONE: "不限"}
_ID = re.compile(r"[0-9]{1,9}")
_FIGURES = {
    "tables": Measure.TABLES,
    "per_table": Measure.PER_TABLE,
    "cigarettes": Measure.CIGARETTES,
    "liquor": Measure.LIQUOR,
    "gift": Measure.GIFT,
    "cars": Measure.CARS,
    "days": Measure.DAYS,
}


def register(context: Context) -> Answer:
    """Register a wedding or funeral with its planned figures."""
    given = context.arguments
    held_on = parse_iso_date(given.on)
    figures = tuple(
        (measure, getattr(given, word))
        for word, measure in _FIGURES.items()
        if getattr(given, word) is not None
    )
    with context.desk() as desk:
        household = desk.ask(lambda scope: household_by_code(scope, given.household))
        command = RegisterEvent(
            uid=new_uid(),
            kind=EventKind(given.kind),
            household_id=household.id,
            held_on=held_on,
            hosting_case=None if given.case is None else HostingCase(given.case),
            matter=given.matter,
            place=given.place,
            contact=given.contact,
            phone=Sensitive(SensitiveKind.PHONE, given.phone) if given.phone else None,
            cook_team=given.cook,
            pledge_signed=given.pledge,
            figures=figures,
        )
        card = desk.do(lambda tx: register_event(tx, command, desk.file.key))
    return Answer(_card_lines(card), _card_json(card))


def sheet(context: Context) -> Answer:
    """Write the filing sheet of an event as PDF."""
    given = context.arguments
    target = Path(given.output)
    with context.desk() as desk:
        desk.require(Act.PRINT)
        card, here = desk.ask(lambda scope: (_find(scope, given.event), village(scope)))
    fonts = font_book(context.places)
    pages = filing_sheet(card, here, TextMeasure(fonts))
    check_pages(pages, fonts)
    write_pdf(pages, fonts, target, f"报备表 {card.number}")
    return Answer((f"报备表已存为 {target}",), {"file": str(target), "number": card.number})


def _find(scope: Scope, text: str) -> EventCard:
    return event_card(scope, int(text)) if _ID.fullmatch(text) else event_by_number(scope, text)


def _card_lines(card: EventCard) -> tuple[str, ...]:
    lines = [f"已报备 {card.number}：{card.head_name}户，{card.held_on}，提前 {card.deadline.days_ahead} 天"]
    if card.deadline.late:
        lines.append("报备晚于标准规定的时间")
    for figure in card.figures:
        if figure.declared is not None:
            limit = "不限" if figure.limit is None else str(figure.limit)
            name, _ = MEASURE_WORDS[figure.measure]
            lines.append(f"  {name}：{figure.declared} / {limit} {VERDICT_WORDS[figure.verdict]}")
    return tuple(lines)


def _card_json(card: EventCard) -> Json:
    return {
        "id": card.id,
        "number": card.number,
        "case": card.hosting_case.value,
        "days_ahead": card.deadline.days_ahead,
        "late": card.deadline.late,
        "figures": [
            {
                "measure": figure.measure.value,
                "declared": figure.declared,
                "limit": figure.limit,
                "verdict": figure.verdict.value,
            }
            for figure in card.figures
        ],
    }
