"""Corrections of earlier notices: what was taken back of days that hung on a wall, and what objections
changed (domain §13 rules 8 and 17).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased, defer

from passbook_desk.db.store import Scope
from passbook_desk.db.types import PointsColumn
from passbook_desk.features.ledger.claims.values import Decision
from passbook_desk.features.ledger.model import Account, LedgerLine, Review
from passbook_desk.features.notices.kinds import KINDS
from passbook_desk.features.notices.model import Notice, NoticeClaim, NoticeLine, Objection, ObjectionStep
from passbook_desk.features.notices.objections.rules import shown_objection
from passbook_desk.features.notices.objections.values import ObjectionOutcome
from passbook_desk.features.notices.rules import shown_number
from passbook_desk.features.notices.values import CellKind, NoticeKind, NoticePart, PartColumn, PartKind
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points

_OF_POINTS: Final = tuple(kind.value for kind, known in KINDS.items() if known.of_points)
_COLUMNS: Final = (
    PartColumn("更正的公示"),
    PartColumn("原行号", CellKind.COUNT),
    PartColumn("户编号", CellKind.CENTRED),
    PartColumn("户主/姓名"),
    PartColumn("更正分数", CellKind.POINTS, summed=True),
    PartColumn("依据"),
)
_TAKEN_BACK: Final = "冲销错记"
NOTE: Final = "更正的分已经算在上面各行里：冲销的在原栏列为负数，补记的列在加分、扣分栏。"


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of an earlier notice that was corrected: by how much, and why in fixed words."""

    number: str
    line_no: int
    household_code: str
    shown_name: str
    points: Points
    basis: str


@dataclass(frozen=True, slots=True)
class _Moved:
    """A ledger line that corrects: of which book and day, and the objection behind it."""

    account_number: str
    points: Points
    wrong_on: str
    objection: Objection | None


def corrections(
    scope: Scope, kind: NoticeKind, *, span: DateSpan | None = None, notice_id: int | None = None
) -> tuple[Correction, ...]:
    """What corrects earlier notices and counts in a span, or all that corrects one notice."""
    objections = _by_voucher(scope)
    sheets = _Sheets(scope, kind)
    found: dict[tuple[str, int, str], Correction] = {}
    for each in _moved(scope, span, objections):
        notice, line = sheets.line_of(each)
        if notice is None or line is None or notice_id not in (None, notice.id):
            continue
        _add(found, notice, line, each.points, _basis(each.objection))
    for objection, line_no, points in _kept_out(scope, span):
        notice = sheets.by_id.get(objection.notice_id)
        line = sheets.line(objection.notice_id, line_no)
        if notice is not None and line is not None and notice_id in (None, notice.id):
            _add(found, notice, line, ZERO, f"{_basis(objection)}，公示中的 {points} 分不计入")
    return tuple(sorted(found.values(), key=lambda row: (row.number, row.line_no, row.basis)))


def correction_part(rows: Iterable[Correction]) -> NoticePart:
    """上期更正, one row for each line that was corrected."""
    return NoticePart(
        kind=PartKind.CORRECTIONS,
        title="以前公示的更正",
        columns=_COLUMNS,
        rows=tuple(
            (
                shown_number(row.number),
                str(row.line_no),
                row.household_code,
                row.shown_name,
                str(row.points),
                row.basis,
            )
            for row in rows
        ),
        first_line=1,
        note=NOTE,
    )


def _add(
    found: dict[tuple[str, int, str], Correction],
    notice: Notice,
    line: NoticeLine,
    points: Points,
    basis: str,
) -> None:
    key = (notice.number, line.line_no, basis)
    before = found[key].points if key in found else ZERO
    found[key] = Correction(
        notice.number, line.line_no, line.household_code, line.shown_name, before + points, basis
    )


def _basis(objection: Objection | None) -> str:
    return _TAKEN_BACK if objection is None else f"异议{shown_number(objection.number)}成立"


def _by_voucher(scope: Scope) -> Mapping[int, Objection]:
    """The objection that each voucher was posted for."""
    found: dict[int, Objection] = {}
    rows = scope.session.execute(
        select(Objection, ObjectionStep.reversal_id, ObjectionStep.correction_id)
        .join(ObjectionStep, ObjectionStep.objection_id == Objection.id)
        .where(
            Objection.village_id == scope.village_id,
            ObjectionStep.outcome == ObjectionOutcome.CORRECTED.value,
        )
    )
    for objection, *vouchers in rows:
        found |= {voucher_id: objection for voucher_id in vouchers if voucher_id is not None}
    return found


def _moved(scope: Scope, span: DateSpan | None, objections: Mapping[int, Objection]) -> Iterable[_Moved]:
    """Reversals and corrections, found by the index of what they take back and by their vouchers.

    A sum with nothing keeps SQLite from the index of days, by which it would read every line of a span.
    """
    wrong = aliased(LedgerLine)
    takes_back = LedgerLine.reverses_id > 0
    chosen = (
        select(
            Account.number,
            LedgerLine.points,
            LedgerLine.voucher_id,
            func.coalesce(wrong.counted_on, LedgerLine.occurred_on).label("wrong_on"),
        )
        .join(Account, Account.id == LedgerLine.account_id)
        .outerjoin(wrong, wrong.id == LedgerLine.reverses_id)
        .where(
            LedgerLine.village_id + 0 == scope.village_id,
            or_(takes_back, LedgerLine.voucher_id.in_(objections)) if objections else takes_back,
        )
        .order_by(LedgerLine.seq)
    )
    if span is not None:
        chosen = chosen.where(LedgerLine.counted_on >= span.first, LedgerLine.counted_on <= span.last)
    for number, points, voucher_id, wrong_on in scope.session.execute(chosen):
        objection = objections.get(voucher_id)
        if objection is None and span is not None and wrong_on >= span.first:
            continue
        yield _Moved(number, points, wrong_on.isoformat(), objection)


def _kept_out(scope: Scope, span: DateSpan | None) -> Iterable[tuple[Objection, int, Points]]:
    """Objections by which hanging deeds were kept from counting, on which line, and how many points."""
    chosen = (
        select(
            Objection,
            NoticeClaim.line_no,
            Review.reason,
            func.sum(NoticeClaim.points, type_=PointsColumn()),
        )
        .join(ObjectionStep, ObjectionStep.objection_id == Objection.id)
        .join(NoticeClaim, NoticeClaim.notice_id == Objection.notice_id)
        .join(Review, Review.claim_id == NoticeClaim.claim_id)
        .where(
            Objection.village_id == scope.village_id,
            ObjectionStep.outcome == ObjectionOutcome.CORRECTED.value,
            Review.decision == Decision.REJECTED.value,
            Review.decided_at == ObjectionStep.recorded_at,
        )
        .group_by(Objection.id, NoticeClaim.line_no, Review.reason)
        .order_by(Objection.id, NoticeClaim.line_no)
    )
    if span is not None:
        chosen = chosen.where(ObjectionStep.done_on >= span.first, ObjectionStep.done_on <= span.last)
    return [
        (objection, line_no, points)
        for objection, line_no, reason, points in scope.session.execute(chosen)
        if reason == shown_objection(objection.number)
    ]


class _Sheets:
    """Issued notices of points and their lines, looked up by day and book; the newest of a kind wins."""

    def __init__(self, scope: Scope, kind: NoticeKind) -> None:
        self._scope = scope
        rows = scope.session.scalars(
            select(Notice)
            .options(defer(Notice.sheet))
            .where(Notice.village_id == scope.village_id, Notice.kind.in_(_OF_POINTS))
        ).all()
        self._newest_first = sorted(rows, key=lambda row: (row.kind == kind.value, row.id), reverse=True)
        self.by_id = {row.id: row for row in rows}
        self._lines: dict[int, dict[str, NoticeLine]] = {}

    def line_of(self, moved: _Moved) -> tuple[Notice | None, NoticeLine | None]:
        if moved.objection is not None:
            notice = self.by_id.get(moved.objection.notice_id)
            if notice is None:
                return None, None
            return notice, self._of(notice).get(moved.account_number)
        for notice in self._newest_first:
            if notice.first_on.isoformat() <= moved.wrong_on <= notice.last_on.isoformat():
                line = self._of(notice).get(moved.account_number)
                if line is not None:
                    return notice, line
        return None, None

    def line(self, notice_id: int, line_no: int) -> NoticeLine | None:
        notice = self.by_id.get(notice_id)
        if notice is None:
            return None
        return next((line for line in self._of(notice).values() if line.line_no == line_no), None)

    def _of(self, notice: Notice) -> dict[str, NoticeLine]:
        if notice.id not in self._lines:
            rows = self._scope.session.scalars(select(NoticeLine).where(NoticeLine.notice_id == notice.id))
            self._lines[notice.id] = {row.account_number: row for row in rows}
        return self._lines[notice.id]
