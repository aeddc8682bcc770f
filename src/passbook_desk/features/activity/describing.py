"""What the transactions of a page were about: a few statements for the whole page, none for each row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import InstrumentedAttribute

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import SignIn
from passbook_desk.features.activity.rules import DATE_SET
from passbook_desk.features.activity.values import LogKind, LogRow, Part
from passbook_desk.features.activity.walking import Step
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.catalogue.model import CatalogueVersion
from passbook_desk.features.events.model import (
    BodyCharter,
    EquipmentMove,
    EventStep,
    PledgeWords,
    RiteEvent,
    StandardVersion,
)
from passbook_desk.features.households.model import HouseholdAct
from passbook_desk.features.intake.model import Batch
from passbook_desk.features.ledger.counting.telling import COUNT_TOLD
from passbook_desk.features.ledger.model import (
    Claim,
    ClosedPeriod,
    LedgerLine,
    PeriodReopening,
    Review,
    Voucher,
)
from passbook_desk.features.ledger.values import VoucherKind
from passbook_desk.features.notices.model import (
    Notice,
    NoticeProof,
    NoticeStep,
    Objection,
    ObjectionStep,
)
from passbook_desk.features.notices.titles import title_of
from passbook_desk.features.notices.values import NoticeKind
from passbook_desk.features.passbooks.books.types import LAYOUTS_TAKEN_IN
from passbook_desk.features.passbooks.model import Book, BookPrint, PrintOutcome
from passbook_desk.features.redemption.model import (
    ExchangeDay,
    ExchangeSettlement,
    Slip,
    SlipUndo,
    StockPaper,
    Stocktake,
    StocktakeStep,
)
from passbook_desk.features.village.model import VillageSetting
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.sensitive import masked_numbers

_ADDED_UP: Final = 1_000
"""Lines of one voucher that are added up; of a larger one only their number is told."""
_AT_ONCE: Final = 500
_CREATED: Final = "created"
_FACT: Any = 2
"""The place of the one column that is told, behind the transaction's moment and operator."""
_PASSED: Final = "passed"
_RESIDENTS: Final = re.compile(r"residents=(\d+)")
_Key = tuple[datetime, int | None]
_Found = Mapping[_Key, Sequence[Row[Any]]]


class _Join(NamedTuple):
    """The rows behind the audit rows of a kind: like ones are counted, `sums` are taken over them.

    `act` leaves out rows that were touched by another act than that.
    """

    table: Any
    columns: tuple[InstrumentedAttribute[Any], ...]
    sums: tuple[ColumnElement[Any], ...] = ()
    further: tuple[Any, ColumnElement[bool]] | None = None
    act: str = ""


class _Lines(NamedTuple):
    """The lines of one voucher; `points` and texts are not told of large ones."""

    many: int
    points: Points | None
    first_text: str
    last_text: str


_BATCH: Final = _Join(Batch, (Batch.kind, Batch.file_name))
_EVENT: Final = _Join(RiteEvent, (RiteEvent.kind,))
_JOINS: Final = MappingProxyType(
    {
        LogKind.CLAIMED: _Join(
            Claim,
            (),
            (
                func.sum(Claim.points, type_=Claim.points.type).label("points"),
                func.min(Claim.item_text).label("first_text"),
                func.max(Claim.item_text).label("last_text"),
            ),
        ),
        LogKind.REVIEWED: _Join(Review, (Review.step, Review.decision)),
        LogKind.HOUSEHOLDS: _Join(HouseholdAct, (HouseholdAct.kind,)),
        LogKind.SIGN_IN: _Join(SignIn, (SignIn.outcome,)),
        LogKind.IMPORTED: _BATCH,
        LogKind.IMPORT_UNDONE: _BATCH,
        LogKind.SETTINGS: _Join(VillageSetting, (VillageSetting.name,)),
        LogKind.CATALOGUE: _Join(CatalogueVersion, (CatalogueVersion.number,)),
        LogKind.STANDARD: _Join(StandardVersion, (StandardVersion.number,)),
        LogKind.CHARTER: _Join(BodyCharter, (BodyCharter.number,)),
        LogKind.PLEDGE_WORDS: _Join(PledgeWords, (PledgeWords.number,)),
        LogKind.LENT: _Join(EquipmentMove, (EquipmentMove.kind,)),
        LogKind.EVENT_REPORTED: _EVENT,
        LogKind.EVENT_STEP: _Join(EventStep, (EventStep.kind,)),
        LogKind.EVENT_CHANGED: _EVENT,
        LogKind.BOOKS: _Join(Book, (Book.origin,), act=_CREATED),
        LogKind.BOOK_LINES: _Join(BookPrint, (BookPrint.way,)),
        LogKind.BOOK_ANSWERED: _Join(
            PrintOutcome,
            (),
            (
                func.sum(PrintOutcome.printed).label("printed"),
                func.sum(PrintOutcome.spoilt).label("spoilt"),
            ),
        ),
        LogKind.NOTICE: _Join(Notice, (Notice.number, Notice.kind, Notice.about, Notice.version)),
        LogKind.NOTICE_PROOF: _Join(NoticeProof, (NoticeProof.kind, NoticeProof.about)),
        LogKind.NOTICE_STEP: _Join(
            NoticeStep,
            (NoticeStep.kind, Notice.number),
            further=(Notice, Notice.id == NoticeStep.notice_id),
        ),
        LogKind.OBJECTED: _Join(Objection, (Objection.number,)),
        LogKind.OBJECTION_STEP: _Join(
            ObjectionStep,
            (ObjectionStep.kind, ObjectionStep.outcome, Objection.number),
            further=(Objection, Objection.id == ObjectionStep.objection_id),
        ),
        LogKind.REDEEMED: _Join(Slip, (Slip.number,)),
        LogKind.SLIP_UNDONE: _Join(SlipUndo, (Slip.number,), further=(Slip, Slip.id == SlipUndo.slip_id)),
        LogKind.STOCK_PAPER: _Join(StockPaper, (StockPaper.kind, StockPaper.number)),
        LogKind.STOCKTAKE: _Join(Stocktake, (Stocktake.number,)),
        LogKind.STOCKTAKE_STEP: _Join(
            StocktakeStep,
            (StocktakeStep.kind, Stocktake.number),
            further=(Stocktake, Stocktake.id == StocktakeStep.stocktake_id),
        ),
        LogKind.EXCHANGE_DAY: _Join(ExchangeDay, (ExchangeDay.number,)),
        LogKind.EXCHANGE_SETTLED: _Join(
            ExchangeSettlement,
            (ExchangeDay.number,),
            further=(ExchangeDay, ExchangeDay.id == ExchangeSettlement.exchange_day_id),
        ),
        LogKind.PERIOD_REOPENED: _Join(
            PeriodReopening,
            (ClosedPeriod.first_on, ClosedPeriod.last_on),
            further=(ClosedPeriod, ClosedPeriod.id == PeriodReopening.closed_period_id),
        ),
    }
)
_COUNTED: Final = MappingProxyType(
    {
        "roster": "household",
        "owners": "organization",
        "claims": "claim",
        "events": "rite_event",
        "goods": "goods",
    }
)
"""What an import of a kind is counted by; balances are counted by their lines."""
_OF_NOTICES: Final = frozenset(
    {
        LogKind.NOTICE,
        LogKind.NOTICE_PROOF,
        LogKind.NOTICE_STEP,
        LogKind.OBJECTED,
        LogKind.OBJECTION_STEP,
    }
)
_OF_SHOP: Final = frozenset(
    {
        LogKind.REDEEMED,
        LogKind.SLIP_UNDONE,
        LogKind.STOCK_PAPER,
        LogKind.STOCKTAKE,
        LogKind.STOCKTAKE_STEP,
        LogKind.EXCHANGE_DAY,
        LogKind.EXCHANGE_SETTLED,
    }
)
_SIGNS: Final = MappingProxyType(
    {
        LogKind.STOCKTAKE_COUNT: (_CREATED, "stocktake_count"),
        LogKind.GOODS_PRICE: (_CREATED, "goods_price"),
        LogKind.DEMAND: (_CREATED, "demand"),
        LogKind.EXCHANGE_TICKET: (_CREATED, "exchange_ticket"),
        LogKind.ACCOUNTS: (_CREATED, "account"),
        LogKind.BOOK_CLOSED: ("changed", "book"),
        LogKind.BOOK_HANDED_OVER: ("changed", "book"),
        LogKind.BOOK_LINES: (_CREATED, "book_line"),
        LogKind.BOOK_PLACE_SET: (_CREATED, "place_set"),
        LogKind.NOTICE_PHOTO: (_CREATED, "notice_photo"),
        LogKind.NOTICE_PHOTO_STRUCK: ("changed", "notice_photo"),
        LogKind.PLEDGED: (_CREATED, "pledge"),
        LogKind.PLEDGE_STRUCK: ("changed", "pledge"),
    }
)
"""What an act is counted by that leaves one row for each."""


def described(
    scope: Scope, chosen: Sequence[tuple[Step, LogKind]], names: Mapping[int | None, str]
) -> tuple[LogRow, ...]:
    """A row for each transaction, in the order given; `names` are those of the operators."""
    about = {kind: _subjects(scope, chosen, kind) for kind in {kind for _, kind in chosen} if kind in _JOINS}
    lines = _lines(scope, [number for step, _ in chosen for number in step.vouchers])
    rows = []
    for step, kind in chosen:
        row = LogRow(step.at, names.get(step.operator_id, ""), kind, set_day=_set_day(step))
        row = _with_lines(row, step, lines)
        row = _with_signs(row, step)
        rows.append(_with_subjects(row, step, about.get(kind, {}).get(step.key, ())))
    return tuple(rows)


def _subjects(scope: Scope, chosen: Sequence[tuple[Step, LogKind]], kind: LogKind) -> _Found:
    join = _JOINS[kind]
    steps = [step for step, each in chosen if each is kind]
    wanted = select(AuditRow.at, AuditRow.operator_id, *join.columns, *join.sums, func.count().label("many"))
    wanted = wanted.join(join.table, join.table.uid == AuditRow.subject_uid)
    if join.further is not None:
        wanted = wanted.join(*join.further)
    if join.act:
        wanted = wanted.where(AuditRow.act == join.act)
    found: dict[_Key, list[Row[Any]]] = {}
    rows = scope.session.execute(
        wanted.where(
            AuditRow.village_id == scope.village_id,
            AuditRow.seq >= min(step.first_seq for step in steps),
            AuditRow.seq <= max(step.last_seq for step in steps),
            AuditRow.subject_table == join.table.__tablename__,
        )
        .group_by(AuditRow.at, AuditRow.operator_id, *join.columns)
        .order_by(func.min(AuditRow.seq))
    )
    for row in rows:
        found.setdefault((row.at, row.operator_id), []).append(row)
    return found


def _lines(scope: Scope, vouchers: Sequence[int]) -> Mapping[int, _Lines]:
    """The lines of each voucher: how many from the two ends of its run of lines, the rest by reading them."""
    found: dict[int, _Lines] = {}
    for start in range(0, len(vouchers), _AT_ONCE):
        some = vouchers[start : start + _AT_ONCE]
        large = _large(scope, some)
        found |= {number: _Lines(count, None, "", "") for number, count in large.items()}
        rows = scope.session.execute(
            select(
                LedgerLine.voucher_id,
                func.count(),
                func.sum(LedgerLine.points, type_=LedgerLine.points.type),
                func.min(LedgerLine.item_text),
                func.max(LedgerLine.item_text),
            )
            .where(LedgerLine.voucher_id.in_([number for number in some if number not in large]))
            .group_by(LedgerLine.voucher_id)
        )
        found |= {row[0]: _Lines(row[1], row[2], row[3], row[4]) for row in rows}
    return found


def _large(scope: Scope, vouchers: Sequence[int]) -> Mapping[int, int]:
    """How many lines the vouchers have that have too many; a voucher's lines stand one behind the other."""
    from_id = select(func.min(LedgerLine.id)).where(LedgerLine.voucher_id == Voucher.id).scalar_subquery()
    to_id = select(func.max(LedgerLine.id)).where(LedgerLine.voucher_id == Voucher.id).scalar_subquery()
    counts = select(Voucher.id, (to_id - from_id + 1).label("lines")).where(Voucher.id.in_(vouchers))
    return {row.id: row.lines for row in scope.session.execute(counts) if row.lines > _ADDED_UP}


def _set_day(step: Step) -> date | None:
    for (act, _), detail in step.details.items():
        if act == DATE_SET:
            return date.fromisoformat(detail)
    return None


def _with_lines(row: LogRow, step: Step, lines: Mapping[int, _Lines]) -> LogRow:
    chosen = list(step.vouchers.items())
    if row.kind is LogKind.MOVED:
        chosen = [each for each in chosen if each[1] is VoucherKind.RECORD]
    told = [lines[number] for number, _ in chosen if number in lines]
    if not told:
        return row
    points = ZERO
    for each in told:
        points += each.points or ZERO
    texts = {text for each in told for text in (each.first_text, each.last_text)} - {""}
    return replace(
        row,
        count=sum(each.many for each in told),
        points=None if any(each.points is None for each in told) else points,
        text=min(texts, default=""),
        several=len(texts) > 1,
    )


def _with_signs(row: LogRow, step: Step) -> LogRow:
    """What the chain itself tells: notes with their details, and how many rows there are."""
    details = {act: detail for (act, _), detail in step.details.items()}
    subjects = {act: uid for (act, _), uid in step.subjects.items()}
    if row.kind in _SIGNS:
        return replace(row, count=step.signs.get(_SIGNS[row.kind], 0))
    match row.kind:
        case LogKind.PASSBOOKS:
            return replace(row, count=int(details["passbooks-printed"]))
        case LogKind.REVIEW_SHEET:
            return replace(row, text=subjects["review-sheet"])
        case LogKind.COUNT_TOLD:
            return replace(row, text=Period.parse(subjects[COUNT_TOLD]).chinese)
        case LogKind.UNMASKED:
            residents = _RESIDENTS.match(details["roster-unmasked"])
            return replace(row, count=int(residents[1]) if residents else 0)
        case LogKind.PERIOD_CLOSED:
            first, _, last = details["period-closed"].partition("..")
            return replace(row, span=DateSpan(date.fromisoformat(first), date.fromisoformat(last)))
        case LogKind.LAYOUTS_IN:
            return replace(row, text=masked_numbers(details[LAYOUTS_TAKEN_IN]))
        case LogKind.GOODS:
            changed = (many for (_, table), many in step.signs.items() if table == "goods")
            return replace(row, count=sum(changed))
        case LogKind.OTHER:
            return replace(row, count=sum(step.signs.values()))
    return row


def _with_subjects(row: LogRow, step: Step, found: Sequence[Row[Any]]) -> LogRow:
    if not found:
        return row
    only = found[0]
    match row.kind:
        case LogKind.CLAIMED:
            several = only.first_text != only.last_text
            return replace(row, count=only.many, points=only.points, text=only.first_text, several=several)
        case LogKind.REVIEWED:
            steps = (
                Part(each.step if each.decision == _PASSED else each.decision, each.many) for each in found
            )
            return replace(row, parts=tuple(steps))
        case LogKind.IMPORTED | LogKind.IMPORT_UNDONE:
            counted = (_CREATED, _COUNTED.get(only.kind, ""))
            count = step.signs.get(counted, 0) if only.kind in _COUNTED else row.count
            name, kinds = masked_numbers(only.file_name), (Part(only.kind, 1),)
            return replace(row, text=name, several=False, parts=kinds, count=count)
        case LogKind.BOOK_ANSWERED:
            answers = [Part("printed", only.printed), Part("spoilt", only.spoilt)]
            return replace(row, parts=tuple(part for part in answers if part.count) or (Part("none", 0),))
        case LogKind.CATALOGUE | LogKind.STANDARD | LogKind.CHARTER | LogKind.PLEDGE_WORDS:
            return replace(row, count=only.number)
        case LogKind.PERIOD_REOPENED:
            return replace(row, span=DateSpan(only.first_on, only.last_on))
        case kind if kind in _OF_NOTICES:
            return _with_notice(row, only)
        case LogKind.REDEEMED | LogKind.SLIP_UNDONE:
            return replace(row, title=only.number)
        case kind if kind in _OF_SHOP:
            parts = (Part(only.kind, 1),) if hasattr(only, "kind") else ()
            return replace(row, text=only.number, parts=parts)
    return replace(row, parts=tuple(Part(str(each[_FACT]), each.many) for each in found))


def _with_notice(row: LogRow, only: Row[Any]) -> LogRow:
    """The notice or the objection, and what was done with it."""
    match row.kind:
        case LogKind.NOTICE:
            title = title_of(NoticeKind(only.kind), only.about)
            return replace(row, text=only.number, title=title, version=only.version)
        case LogKind.NOTICE_PROOF:
            return replace(row, title=title_of(NoticeKind(only.kind), only.about))
        case LogKind.NOTICE_STEP:
            return replace(row, text=only.number, parts=(Part(only.kind, 1),))
        case LogKind.OBJECTION_STEP:
            return replace(row, text=only.number, parts=(Part(only.outcome or only.kind, 1),))
    return replace(row, text=only.number)
