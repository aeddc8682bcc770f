import re
import secrets
import unicodedata
from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.events.course.checking import check_days, days_of
from passbook_desk.features.events.course.kinds import DayPlace, Stage
from passbook_desk.features.events.errors import WrongPhone
from passbook_desk.features.events.model import (
    EventDay,
    EventFigure,
    RiteEvent,
    StandardLimit,
    StandardVersion,
)
from passbook_desk.features.events.queries import event_card, standard_for, suggested_case
from passbook_desk.features.events.rules import (
    check_figures,
    check_limits,
    check_texts,
    stored_subject,
)
from passbook_desk.features.events.values import AdoptStandard, EventCard, RegisterEvent
from passbook_desk.features.households.queries import household
from passbook_desk.features.households.secrets import LookupKey, lookup_of
from passbook_desk.features.village.commands import next_number
from passbook_desk.features.village.rules import next_version
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

_SALT_BYTES = 16


def adopt_standard(tx: Tx, command: AdoptStandard) -> int:
    """Keep what a meeting decided as the village's next red-white standard and return its version number.

    Events keep the version they were reported under (experience §4.4). The same `uid` again returns the
    number already given. Raises MeetingInFuture, EffectiveBeforeMeeting, EffectiveBeforeEarlier and what
    `check_limits` raises.
    """
    tx.require(Act.CATALOGUE)
    adopted = tx.session.scalar(select(StandardVersion).where(StandardVersion.uid == command.uid))
    if adopted is not None:
        return adopted.number
    number = next_version(command.meeting_on, command.effective_from, tx.today, _newest(tx))
    check_limits(command.limits)
    version = StandardVersion(
        village_id=tx.village_id,
        uid=command.uid,
        number=number,
        meeting_on=command.meeting_on,
        minutes_no=command.minutes_no.strip(),
        effective_from=command.effective_from,
        source=command.source,
        adopted_at=tx.now,
        adopted_by=tx.actor.operator_id,
    )
    tx.session.add(version)
    tx.session.flush()  # the limits name their version by its id
    tx.session.add_all(
        StandardLimit(
            version_id=version.id,
            uid=new_uid(),
            event_kind=limit.kind.value,
            hosting_case=limit.case.stored,
            measure=stored_subject(limit.measure, limit.title),
            amount=limit.amount,
            words=limit.words.strip(),
        )
        for limit in command.limits
    )
    tx.touched.add(Topic.EVENTS)
    return number


def _newest(tx: Tx) -> tuple[int, date] | None:
    row = tx.session.execute(
        select(StandardVersion.number, StandardVersion.effective_from)
        .where(StandardVersion.village_id == tx.village_id)
        .order_by(StandardVersion.number.desc())
        .limit(1)
    ).first()
    return None if row is None else (row.number, row.effective_from)


def register_event(tx: Tx, command: RegisterEvent, key: LookupKey) -> EventCard:
    """Keep a wedding, funeral or other feast as reported today, with a number of the year.

    It is judged by the standard in force; several days or venues stand as its days, the earliest first.
    Nothing is refused for being over a limit or late: the card says so in words, and the council decides.
    The same `uid` again returns the event already kept. Raises UnknownHousehold, HeldDateTooFar,
    NoStandardYet, BeforeStandard, NegativeFigure, FigureTooLarge, FigureTwice, TextTooLong, WrongPhone,
    TooManyDays.
    """
    tx.require(Act.EVENTS)
    kept = tx.session.scalar(select(RiteEvent).where(RiteEvent.uid == command.uid))
    if kept is not None:
        return event_card(tx, kept.id)
    days = days_of((DayPlace(command.held_on, command.place), *command.days))
    check_days(days, tx.today)
    check_figures(command.figures)
    check_texts(command)
    house = household(tx, command.household_id)
    standard = standard_for(tx, days[0].held_on)
    phone = _clean_phone(command.phone)
    case = command.hosting_case or suggested_case(tx, house.id)
    event = RiteEvent(
        village_id=tx.village_id,
        uid=command.uid,
        number=f"{tx.today.year}-{next_number(tx, f'event-{tx.today.year}'):03}",
        kind=command.kind.value,
        household_id=house.id,
        standard_version_id=tx.session.scalars(
            select(StandardVersion.id).where(StandardVersion.uid == standard.uid)
        ).one(),
        hosting_case=case.stored,
        matter=command.matter.strip(),
        held_on=days[0].held_on,
        reported_on=tx.today,
        place=days[0].place,
        contact=command.contact.strip(),
        salt=secrets.token_bytes(_SALT_BYTES),
        phone=phone.reveal() if phone else "",
        phone_lookup=lookup_of(phone, key),
        phone_tail4=phone.reveal()[-4:] if phone else "",
        cook_team=command.cook_team.strip(),
        pledge_signed=command.pledge_signed,
        registered_at=tx.now,
        registered_by=tx.actor.operator_id,
        family=command.family.strip(),
        persons=command.persons.strip(),
        invited=command.invited.strip(),
    )
    tx.session.add(event)
    tx.session.flush()  # figures and days name their event by its id
    _add_figures_and_days(tx, event, command, days)
    tx.session.flush()  # the card is read back from the tables
    tx.touched.add(Topic.EVENTS)
    return event_card(tx, event.id)


def _add_figures_and_days(
    tx: Tx, event: RiteEvent, command: RegisterEvent, days: tuple[DayPlace, ...]
) -> None:
    tx.session.add_all(
        EventFigure(
            uid=new_uid(),
            event_id=event.id,
            stage=Stage.DECLARED.value,
            measure=measure.value,
            amount=amount,
        )
        for measure, amount in command.figures
    )
    if len(days) > 1:
        tx.session.add_all(
            EventDay(uid=new_uid(), event_id=event.id, step_id=None, held_on=day.held_on, place=day.place)
            for day in days
        )


def _clean_phone(phone: Sensitive | None) -> Sensitive | None:
    """Digits, with the hyphen of an area code; width and spaces do not matter. Raises WrongPhone."""
    if phone is None:
        return None
    value = "".join(unicodedata.normalize("NFKC", phone.reveal()).split())
    if not value:
        return None
    if not re.fullmatch(r"\+?[0-9]{3,4}-?[0-9]{4,14}", value):
        raise WrongPhone(field="phone")
    return Sensitive(SensitiveKind.PHONE, value)
