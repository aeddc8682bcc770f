"""event register, event sheet."""

from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.commands.event_answers import card_json, card_lines, figures_given
from passbook_desk.app.printing import font_book
from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.pdf_pen import check_pages, write_pdf
from passbook_desk.features.events.bodies.pledging import pledge_text
from passbook_desk.features.events.commands import register_event
from passbook_desk.features.events.course.kinds import DayPlace
from passbook_desk.features.events.event_papers import SHEET_WORDS, SheetKind, event_sheet
from passbook_desk.features.events.photos.queries import photos
from passbook_desk.features.events.queries import event_by_number
from passbook_desk.features.events.values import EventKind, RegisterEvent
from passbook_desk.features.households.queries import household_by_code
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import parse_iso_date
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind


def register(context: Context) -> Answer:
    """Register a wedding, funeral or other feast with its planned figures."""
    given = context.arguments
    held_on = parse_iso_date(given.on)
    with context.desk() as desk:
        household = desk.ask(lambda scope: household_by_code(scope, given.household))
        command = RegisterEvent(
            uid=new_uid(),
            kind=EventKind(given.kind),
            household_id=household.id,
            held_on=held_on,
            hosting_case=given.case,
            matter=given.matter,
            place=given.place,
            contact=given.contact,
            phone=Sensitive(SensitiveKind.PHONE, given.phone) if given.phone else None,
            cook_team=given.cook,
            pledge_signed=given.pledge,
            figures=figures_given(given),
            days=tuple(map(_day_and_place, given.also)),
            family=given.family,
            persons=given.persons,
            invited=given.invited,
        )
        card = desk.do(lambda tx: register_event(tx, command, desk.file.key))
    return Answer(card_lines("已报备", card), card_json(card))


def _day_and_place(text: str) -> DayPlace:
    day, _, place = text.partition("=")
    return DayPlace(parse_iso_date(day), place)


def sheet(context: Context) -> Answer:
    """Write one of the papers of an event as PDF."""
    given = context.arguments
    target = Path(given.output)
    with context.desk() as desk:
        desk.require(Act.PRINT)
        card, here, words = desk.ask(
            lambda scope: (event_by_number(scope, given.event), village(scope), pledge_text(scope).words)
        )
        taken = desk.ask(lambda scope: photos(scope, card.id))
    fonts = font_book(context.places)
    kind = SheetKind(given.kind)
    pages = event_sheet(kind, card, here, words, TextMeasure(fonts), taken)
    check_pages(pages, fonts)
    word = SHEET_WORDS[kind]
    write_pdf(pages, fonts, target, f"{word} {card.number}")
    return Answer((f"{word}已存为 {target}",), {"file": str(target), "number": card.number})
