"""council list, add, end; pledge add, list, print; equipment list, set, lend, return."""

from datetime import date
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.printing import font_book
from passbook_desk.db.store import Scope
from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.pdf_pen import check_pages, write_pdf
from passbook_desk.features.events.bodies.commands import add_member, end_member
from passbook_desk.features.events.bodies.paper import pledge_sheets
from passbook_desk.features.events.bodies.pledging import add_pledge, pledge_text, pledges, unsigned
from passbook_desk.features.events.bodies.queries import members, person_named
from passbook_desk.features.events.bodies.values import (
    AddMember,
    AddPledge,
    BodyKind,
    Capacity,
    MemberRow,
    PledgeRow,
    PledgeSheet,
)
from passbook_desk.features.events.bodies.words import BODY_NAMES, CAPACITIES
from passbook_desk.features.events.lending.commands import bring_back, keep_equipment, lend_out
from passbook_desk.features.events.lending.queries import equipment, equipment_named, loans, overdue_loans
from passbook_desk.features.events.lending.values import (
    BringBack,
    EquipmentRow,
    KeepEquipment,
    LendOut,
    LoanRow,
)
from passbook_desk.features.events.queries import event_by_number
from passbook_desk.features.households.queries import household_by_code
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import parse_iso_date


def list_members(context: Context) -> Answer:
    """Who serves in the bodies on a day, or every term there ever was."""
    given = context.arguments
    with context.desk() as desk:
        rows = desk.ask(members)
    day = _day(context, given.on)
    if not given.all:
        rows = tuple(row for row in rows if row.serves(day))
    if given.body is not None:
        rows = tuple(row for row in rows if row.kind.value == given.body)
    return Answer((f"共 {len(rows)} 项", *map(_member_line, rows)), [_member_json(row) for row in rows])


def add(context: Context) -> Answer:
    """Write a term in a body: of the one resident of that name, or of somebody known by name alone."""
    given = context.arguments
    with context.desk() as desk:
        person = desk.ask(lambda scope: person_named(scope, given.name, given.household or ""))
        member = AddMember(
            uid=new_uid(),
            kind=BodyKind(given.body),
            duty=given.duty,
            from_on=_day(context, given.first),
            person_id=person,
            name=given.name,
            standing=given.standing,
            to_on=None if given.last is None else parse_iso_date(given.last),
        )
        member_id = desk.do(lambda tx: add_member(tx, member))
        row = desk.ask(lambda scope: next(each for each in members(scope) if each.id == member_id))
    return Answer((f"已添上 {_member_line(row)}",), _member_json(row))


def end(context: Context) -> Answer:
    """Let a term end."""
    given = context.arguments
    on = _day(context, given.on)
    with context.desk() as desk:
        desk.do(lambda tx: end_member(tx, given.member, on))
        row = desk.ask(lambda scope: next(each for each in members(scope) if each.id == given.member))
    return Answer((f"已结束 {_member_line(row)}",), _member_json(row))


def sign(context: Context) -> Answer:
    """Write down that a pledge was signed."""
    with context.desk() as desk:
        pledge = desk.ask(lambda scope: _signed(scope, context))
        number = desk.do(lambda tx: add_pledge(tx, pledge))
        row = desk.ask(lambda scope: next(each for each in pledges(scope) if each.number == number))
    return Answer((f"已登记 {_pledge_line(row)}",), _pledge_json(row))


def list_pledges(context: Context) -> Answer:
    """The register, and who has not signed."""
    given = context.arguments
    with context.desk() as desk:
        event = None if given.event is None else desk.ask(lambda scope: _event(scope, given.event))
        rows, missing = desk.ask(lambda scope: (pledges(scope, event), unsigned(scope)))
    lines = [f"已登记 {len(rows)} 份", *map(_pledge_line, rows)]
    if event is None:
        lines += [
            f"党员和成员未签 {len(missing)} 人",
            *(f"  {one.name} {one.household_code}" for one in missing),
        ]
    return Answer(
        tuple(lines),
        {
            "pledges": [_pledge_json(row) for row in rows],
            "unsigned": [{"name": one.name, "household": one.household_code} for one in missing],
        },
    )


def print_pledges(context: Context) -> Answer:
    """Write blank pledges, or one for each of those who have not signed, as PDF."""
    given = context.arguments
    target = Path(given.output)
    with context.desk() as desk:
        desk.require(Act.PRINT)
        text, missing, here = desk.ask(lambda scope: (pledge_text(scope), unsigned(scope), village(scope)))
    sheets = [PledgeSheet()] * given.copies
    if given.unsigned:
        sheets = [PledgeSheet(one.name, one.household_code, one.capacity) for one in missing]
    fonts = font_book(context.places)
    pages = pledge_sheets(text, sheets or [PledgeSheet()], here, TextMeasure(fonts))
    check_pages(pages, fonts)
    write_pdf(pages, fonts, target, "移风易俗承诺书")
    return Answer((f"承诺书 {len(pages)} 页已存为 {target}",), {"file": str(target), "pages": len(pages)})


def list_equipment(context: Context) -> Answer:
    """What there is and what is out."""
    with context.desk() as desk:
        things = desk.ask(equipment)
        if context.arguments.overdue:
            out = desk.ask(overdue_loans)
        else:
            out = desk.ask(lambda scope: loans(scope, open_only=True))
    heads = (f"物品 {len(things)} 种", *map(_thing_line, things), f"借在外面 {len(out)} 笔")
    return Answer(
        (*heads, *map(_loan_line, out)),
        {"equipment": [_thing_json(row) for row in things], "loans": [_loan_json(row) for row in out]},
    )


def count_equipment(context: Context) -> Answer:
    """Write a kind of thing, or how many there are now."""
    given = context.arguments
    with context.desk() as desk:
        known = desk.ask(
            lambda scope: next((row for row in equipment(scope) if row.name == given.name.strip()), None)
        )
        unit = given.unit or ("" if known is None else known.unit)
        thing = KeepEquipment(
            new_uid(), given.name, unit, given.total, None if known is None else known.id, given.reason
        )
        desk.do(lambda tx: keep_equipment(tx, thing))
        row = desk.ask(lambda scope: equipment_named(scope, given.name))
    return Answer((_thing_line(row),), _thing_json(row))


def lend(context: Context) -> Answer:
    """Lend things to an event or a household."""
    given = context.arguments
    with context.desk() as desk:
        thing, event, house = desk.ask(
            lambda scope: (
                equipment_named(scope, given.name),
                None if given.event is None else _event(scope, given.event),
                None if given.household is None else household_by_code(scope, given.household).id,
            )
        )
        handed = LendOut(
            uid=new_uid(),
            equipment_id=thing.id,
            count=given.count,
            moved_on=_day(context, given.on),
            who=given.who,
            event_id=event,
            household_id=house,
            due_on=None if given.due is None else parse_iso_date(given.due),
        )
        loan_id = desk.do(lambda tx: lend_out(tx, handed))
        row = desk.ask(lambda scope: next(each for each in loans(scope) if each.id == loan_id))
    return Answer((f"已借出 {_loan_line(row)}",), _loan_json(row))


def give_back(context: Context) -> Answer:
    """Write down what came back of a loan."""
    given = context.arguments
    came = BringBack(
        uid=new_uid(),
        loan_id=given.loan,
        count=given.count,
        moved_on=_day(context, given.on),
        short=given.short,
        broken=given.broken,
        words=given.note,
    )
    with context.desk() as desk:
        row = desk.do(lambda tx: bring_back(tx, came))
    return Answer((f"已归还 {_loan_line(row)}",), _loan_json(row))


def _signed(scope: Scope, context: Context) -> AddPledge:
    given = context.arguments
    code = given.household or ""
    person = person_named(scope, given.name, code) if given.name else None
    return AddPledge(
        uid=new_uid(),
        capacity=Capacity(given.capacity),
        signed_on=_day(context, given.on),
        person_id=person,
        household_id=household_by_code(scope, code).id if code and not given.name else None,
        name=given.name,
        event_id=None if given.event is None else _event(scope, given.event),
    )


def _event(scope: Scope, text: str) -> int:
    return event_by_number(scope, text).id


def _day(context: Context, text: str | None) -> date:
    return context.clock.today() if text is None else parse_iso_date(text)


def _member_line(row: MemberRow) -> str:
    term = f"{row.from_on} 起" if row.to_on is None else f"{row.from_on} 至 {row.to_on}"
    words = (str(row.id), BODY_NAMES[row.kind], row.duty, row.name, row.household_code, row.standing, term)
    return " ".join(filter(None, words))


def _member_json(row: MemberRow) -> Json:
    return {
        "id": row.id,
        "body": row.kind.value,
        "name": row.name,
        "household": row.household_code,
        "duty": row.duty,
        "standing": row.standing,
        "from": row.from_on.isoformat(),
        "to": None if row.to_on is None else row.to_on.isoformat(),
    }


def _pledge_line(row: PledgeRow) -> str:
    struck = f"已作废：{row.struck_why}" if row.struck_on is not None else ""
    words = (
        f"第 {row.number} 份", row.name, row.household_code, CAPACITIES[row.capacity], row.event_number,
        str(row.signed_on), struck,
    )  # fmt: skip
    return " ".join(filter(None, words))


def _pledge_json(row: PledgeRow) -> Json:
    return {
        "number": row.number,
        "name": row.name,
        "household": row.household_code,
        "capacity": row.capacity.value,
        "event": row.event_number,
        "signed_on": row.signed_on.isoformat(),
        "words": row.words_number,
        "struck": row.struck_why,
    }


def _thing_line(row: EquipmentRow) -> str:
    return f"  {row.name} 共 {row.total} {row.unit}，在外 {row.out}，能借 {row.free}"


def _thing_json(row: EquipmentRow) -> Json:
    return {"name": row.name, "unit": row.unit, "total": row.total, "out": row.out, "free": row.free}


def _loan_line(row: LoanRow) -> str:
    gone = "".join((f"，少 {row.short}" if row.short else "", f"，坏 {row.broken}" if row.broken else ""))
    due = "" if row.due_on is None else f"，应还 {row.due_on}"
    late = "，过期未还" if row.overdue else ""
    borrower = f"{row.head_name}户 {row.event_number or row.household_code}"
    left = f"未还 {row.open} {row.unit}" if row.open else "还清"
    return f"{row.id} {row.name} {row.count} {row.unit} 借给{borrower}：{left}{gone}{due}{late}"


def _loan_json(row: LoanRow) -> Json:
    return {
        "id": row.id,
        "name": row.name,
        "count": row.count,
        "back": row.back,
        "short": row.short,
        "broken": row.broken,
        "open": row.open,
        "event": row.event_number,
        "household": row.household_code,
        "who": row.who,
        "lent_on": row.lent_on.isoformat(),
        "due_on": None if row.due_on is None else row.due_on.isoformat(),
        "overdue": row.overdue,
    }
