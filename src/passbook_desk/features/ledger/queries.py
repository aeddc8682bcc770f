"""Reading accounts, balances, lines and the recent acts. No balance reads a ledger line."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Integer, Row, Select, bindparam, case, func, select, true
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.db.types import DayColumn
from passbook_desk.features.access.model import Operator
from passbook_desk.features.households.model import (
    Headship,
    Household,
    Membership,
    Organization,
    Person,
    Place,
)
from passbook_desk.features.households.spans import counting
from passbook_desk.features.ledger.base_points import BASE_TEXT
from passbook_desk.features.ledger.errors import UnknownAccount, WrongAccountNumber
from passbook_desk.features.ledger.model import (
    Account,
    AccountBalance,
    Anchor,
    Claim,
    ClosedPeriod,
    LedgerLine,
    LineNote,
    PeriodReopening,
    Voucher,
)
from passbook_desk.features.ledger.values import (
    AccountRow,
    AnchorKind,
    AnchorRow,
    BalanceRow,
    Colour,
    Head,
    LineKind,
    LineRow,
    OwnerKind,
    VoucherKind,
    VoucherRow,
)
from passbook_desk.kernel.canonical import NO_HASH, head_code
from passbook_desk.kernel.ids import has_valid_check_digit
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points

_CHUNK = 500


def accounts(
    scope: Scope,
    *,
    household_id: int | None = None,
    organization_id: int | None = None,
    grid_code: str | None = None,
    colour: Colour | None = None,
) -> tuple[AccountRow, ...]:
    """Open accounts in the order of grid, household, colour, then those of shops and of units by their codes.

    Of one household: its green and its red ones; of a grid: those of its shops and units too.
    """
    chosen = _account_rows()
    if household_id is not None:
        chosen = chosen.where(Household.id == household_id)
    if organization_id is not None:
        chosen = chosen.where(Account.organization_id == organization_id)
    if grid_code is not None:
        chosen = chosen.where(Place.code == grid_code)
    if colour is not None:
        chosen = chosen.where(Account.colour == colour.value)
    return tuple(_account_row(row) for row in scope.session.execute(chosen, _asked(scope)))


def accounts_by_id(scope: Scope, ids: Iterable[int], *, closed_too: bool = False) -> dict[int, AccountRow]:
    """Open accounts by their local ids; closed ones as well for who looks back."""
    wanted = sorted(set(ids))
    found: dict[int, AccountRow] = {}
    for start in range(0, len(wanted), _CHUNK):
        asked = {**_asked(scope), "ids": wanted[start : start + _CHUNK]}
        rows = scope.session.execute(_account_rows_by_id(closed_too), asked)
        found.update({row.id: _account_row(row) for row in rows})
    return found


def account_by_number(scope: Scope, number: str, *, closed_too: bool = False) -> AccountRow:
    """The open account with this number, or a closed one for who looks back.

    Raises WrongAccountNumber (mistyped) or UnknownAccount.
    """
    plain = number.strip()
    if not has_valid_check_digit(plain):
        raise WrongAccountNumber(number=number, field="account")
    row = scope.session.execute(
        _account_rows(closed_too).where(Account.number == plain), _asked(scope)
    ).first()
    if row is None:
        raise UnknownAccount(number=number, field="account")
    return _account_row(row)


@cache
def _account_rows(closed_too: bool = False) -> Select[*tuple[Any, ...]]:
    """Open accounts and who holds them; wants the parameters of `_asked`. Made once: making it takes long."""
    holder, head = aliased(Person), aliased(Person)
    village_id, today = bindparam("village", type_=Integer), bindparam("today", type_=DayColumn)
    return (
        select(
            Account.id,
            Account.uid,
            Account.number,
            Account.colour,
            Account.owner_kind,
            Account.person_id,
            func.coalesce(holder.name, head.name, Organization.name, "").label("owner_name"),
            Account.organization_id,
            Organization.code.label("organization_code"),
            Household.id.label("household_id"),
            Household.code.label("household_code"),
            Place.code.label("grid_code"),
            Place.name.label("grid_name"),
        )
        .outerjoin(holder, holder.id == Account.person_id)
        .outerjoin(
            Membership,
            Membership.id == counting(Membership, Membership.person_id, Account.person_id, today),
        )
        .outerjoin(Household, Household.id == func.coalesce(Account.household_id, Membership.household_id))
        .outerjoin(Organization, Organization.id == Account.organization_id)
        .outerjoin(Place, Place.id == func.coalesce(Household.place_id, Organization.place_id))
        .outerjoin(
            Headship,
            Headship.id == counting(Headship, Headship.household_id, Account.household_id, today),
        )
        .outerjoin(head, head.id == Headship.person_id)
        .where(Account.village_id == village_id, true() if closed_too else Account.closed_on.is_(None))
        .order_by(
            case(
                (Account.owner_kind == OwnerKind.SHOP, 1), (Account.owner_kind == OwnerKind.UNIT, 2), else_=0
            ),
            Organization.code,
            Place.code,
            Household.code,
            Account.colour,
            Account.number,
        )
    )


@cache
def _account_rows_by_id(closed_too: bool) -> Select[*tuple[Any, ...]]:
    return _account_rows(closed_too).where(Account.id.in_(bindparam("ids", expanding=True)))


def _asked(scope: Scope) -> dict[str, object]:
    return {"village": scope.village_id, "today": scope.today}


def _account_row(row: Row[*tuple[Any, ...]]) -> AccountRow:
    return AccountRow(
        id=row.id,
        uid=row.uid,
        number=row.number,
        colour=Colour(row.colour),
        owner_kind=OwnerKind(row.owner_kind),
        owner_name=row.owner_name,
        household_id=row.household_id or 0,
        household_code=row.household_code or "",
        grid_code=row.grid_code or "",
        grid_name=row.grid_name or "",
        person_id=row.person_id,
        organization_id=row.organization_id,
        organization_code=row.organization_code or "",
    )


def balances(
    scope: Scope,
    *,
    accounts_chosen: Sequence[AccountRow] | None = None,
    household_id: int | None = None,
    grid_code: str | None = None,
) -> tuple[BalanceRow, ...]:
    """Figures now of the chosen accounts (all by default), without reading a line."""
    if accounts_chosen is None:
        accounts_chosen = accounts(scope, household_id=household_id, grid_code=grid_code)
    kept: dict[int, tuple[Points, ...]] = {}
    ids = [account.id for account in accounts_chosen]
    figures = (
        AccountBalance.balance,
        AccountBalance.assessment,
        AccountBalance.spendable,
        AccountBalance.base,
        AccountBalance.pending,
    )
    for start in range(0, len(ids), _CHUNK):
        chosen = select(AccountBalance.account_id, *figures).where(
            AccountBalance.account_id.in_(ids[start : start + _CHUNK])
        )
        kept.update({row[0]: tuple(row[1:]) for row in scope.session.execute(chosen)})
    nothing = (ZERO,) * len(figures)
    return tuple(BalanceRow(account, *kept.get(account.id, nothing)) for account in accounts_chosen)


def lines(scope: Scope, account_id: int) -> tuple[LineRow, ...]:
    """An account's lines in the order of the book."""
    return lines_of(scope, (account_id,)).get(account_id, ())


def latest_lines(scope: Scope, account_id: int, most: int, before: int | None = None) -> tuple[LineRow, ...]:
    """The last `most` lines of an account, or the last ones before its line number `before`, oldest first."""
    chosen = _line_rows().where(LedgerLine.account_id == account_id)
    if before is not None:
        chosen = chosen.where(LedgerLine.account_seq < before)
    rows = scope.session.execute(chosen.order_by(LedgerLine.account_seq.desc()).limit(most)).all()
    return tuple(_line_row(row) for row in reversed(rows))


def lines_of(scope: Scope, account_ids: Iterable[int]) -> dict[int, tuple[LineRow, ...]]:
    """Lines of many accounts, each in the order of its book; accounts without lines are left out."""
    wanted = sorted(set(account_ids))
    found: dict[int, list[LineRow]] = {}
    for start in range(0, len(wanted), _CHUNK):
        chosen = _line_rows().where(LedgerLine.account_id.in_(wanted[start : start + _CHUNK]))
        for row in scope.session.execute(chosen.order_by(LedgerLine.account_id, LedgerLine.account_seq)):
            found.setdefault(row.account_id, []).append(_line_row(row))
    return {account_id: tuple(rows) for account_id, rows in found.items()}


def lines_by_id(scope: Scope, ids: Iterable[int]) -> dict[int, LineRow]:
    """Lines by their local ids."""
    wanted = sorted(set(ids))
    found: dict[int, LineRow] = {}
    for start in range(0, len(wanted), _CHUNK):
        chosen = _line_rows().where(LedgerLine.id.in_(wanted[start : start + _CHUNK]))
        found.update({row.id: _line_row(row) for row in scope.session.execute(chosen)})
    return found


def lines_behind(
    scope: Scope, since: Mapping[int, int]
) -> tuple[dict[int, tuple[LineRow, ...]], dict[int, str]]:
    """Lines of accounts behind a line number of each, as the book has them, and their hashes by line id."""
    found: dict[int, list[LineRow]] = {}
    hashes: dict[int, str] = {}
    ids = sorted(since)
    for start in range(0, len(ids), _CHUNK):
        chosen = ids[start : start + _CHUNK]
        behind = case({number: since[number] for number in chosen}, value=LedgerLine.account_id)
        asked = (
            _line_rows()
            .add_columns(LedgerLine.hash)
            .where(LedgerLine.account_id.in_(chosen), LedgerLine.account_seq > behind)
            .order_by(LedgerLine.account_id, LedgerLine.account_seq)
        )
        for row in scope.session.execute(asked):
            found.setdefault(row.account_id, []).append(_line_row(row))
            hashes[row.id] = row.hash
    return {account_id: tuple(rows) for account_id, rows in found.items()}, hashes


@cache
def _line_rows() -> Select[*tuple[Any, ...]]:
    wrong, taking_back = aliased(LedgerLine), aliased(LedgerLine)
    return (
        select(
            LedgerLine.id,
            LedgerLine.seq,
            LedgerLine.account_id,
            LedgerLine.account_seq,
            LedgerLine.kind,
            LedgerLine.effect,
            LedgerLine.points,
            LedgerLine.balance_after,
            LedgerLine.assessment_after,
            LedgerLine.spendable_after,
            LedgerLine.occurred_on,
            LedgerLine.counted_on,
            LedgerLine.recorded_at,
            LedgerLine.item_code,
            LedgerLine.item_text,
            Operator.name.label("handler"),
            LineNote.memo,
            Person.name.label("person_name"),
            wrong.seq.label("reverses_seq"),
            wrong.account_seq.label("reverses_account_seq"),
            taking_back.seq.label("reversed_by_seq"),
        )
        .join(Operator, Operator.id == LedgerLine.recorded_by)
        .outerjoin(LineNote, LineNote.line_id == LedgerLine.id)
        .outerjoin(Person, Person.id == LedgerLine.person_id)
        .outerjoin(wrong, wrong.id == LedgerLine.reverses_id)
        .outerjoin(taking_back, taking_back.reverses_id == LedgerLine.id)
    )


def _line_row(row: Row[*tuple[Any, ...]]) -> LineRow:
    return LineRow(
        id=row.id,
        seq=row.seq,
        account_id=row.account_id,
        account_seq=row.account_seq,
        kind=LineKind(row.kind),
        effect=LineKind(row.effect),
        points=row.points,
        balance_after=row.balance_after,
        assessment_after=row.assessment_after,
        spendable_after=row.spendable_after,
        occurred_on=row.occurred_on,
        counted_on=row.counted_on,
        recorded_at=row.recorded_at,
        handler=row.handler,
        item_code=row.item_code,
        item_text=row.item_text,
        memo=row.memo or "",
        person_name=row.person_name,
        reverses_seq=row.reverses_seq,
        reverses_account_seq=row.reverses_account_seq,
        reversed_by_seq=row.reversed_by_seq,
    )


def recent_vouchers(scope: Scope, limit: int) -> tuple[VoucherRow, ...]:
    """The latest acts, newest first; `reversed` when every line of the act was taken back."""
    taking_back = aliased(LedgerLine)
    latest = (
        select(Voucher.id)
        .where(Voucher.village_id == scope.village_id)
        .order_by(Voucher.id.desc())
        .limit(limit)
        .subquery()
    )
    rows = scope.session.execute(
        select(
            Voucher.id,
            Voucher.uid,
            Voucher.kind,
            Voucher.recorded_at,
            Operator.name,
            func.count(LedgerLine.id).label("line_count"),
            func.sum(LedgerLine.points, type_=LedgerLine.points.type).label("total"),
            func.min(LedgerLine.item_text).label("item_text"),
            func.min(LedgerLine.seq).label("first_seq"),
            func.count(taking_back.id).label("taken_back"),
        )
        .join(latest, latest.c.id == Voucher.id)
        .join(LedgerLine, LedgerLine.voucher_id == Voucher.id)
        .join(Operator, Operator.id == Voucher.recorded_by)
        .outerjoin(taking_back, taking_back.reverses_id == LedgerLine.id)
        .group_by(Voucher.id, Operator.name)
        .order_by(Voucher.id.desc())
    )
    return tuple(
        VoucherRow(
            id=row.id,
            uid=row.uid,
            kind=VoucherKind(row.kind),
            recorded_at=row.recorded_at,
            handler=row.name,
            lines=row.line_count,
            points_total=row.total or ZERO,
            text=row.item_text,
            first_seq=row.first_seq,
            reversed=row.taken_back == row.line_count,
        )
        for row in rows
    )


def head(scope: Scope) -> Head:
    """Where the ledger ends."""
    row = scope.session.execute(
        select(LedgerLine.seq, LedgerLine.hash)
        .where(LedgerLine.village_id == scope.village_id)
        .order_by(LedgerLine.seq.desc())
        .limit(1)
    ).first()
    if row is None:
        return Head(0, NO_HASH, head_code(NO_HASH))
    return Head(row.seq, row.hash, head_code(row.hash))


def last_anchor(scope: Scope, kind: AnchorKind) -> AnchorRow | None:
    """The latest head code that left the file in this way: for backups, when the last one was made."""
    row = scope.session.scalar(
        select(Anchor)
        .where(Anchor.village_id == scope.village_id, Anchor.kind == kind.value)
        .order_by(Anchor.id.desc())
        .limit(1)
    )
    return None if row is None else AnchorRow(kind, row.seq, row.code, row.reference, row.made_at)


def closed_spans(scope: Scope) -> tuple[DateSpan, ...]:
    """Spans of days that are closed and were not opened again, oldest first."""
    rows = scope.session.execute(
        select(ClosedPeriod.first_on, ClosedPeriod.last_on)
        .where(
            ClosedPeriod.village_id == scope.village_id,
            ClosedPeriod.id.not_in(select(PeriodReopening.closed_period_id)),
        )
        .order_by(ClosedPeriod.first_on)
    )
    return tuple(DateSpan(row.first_on, row.last_on) for row in rows)


def accounts_with_opening(scope: Scope) -> frozenset[int]:
    """Accounts whose opening line stands: nobody took it back."""
    taking_back = aliased(LedgerLine)
    found = scope.session.scalars(
        select(LedgerLine.account_id)
        .outerjoin(taking_back, taking_back.reverses_id == LedgerLine.id)
        .where(
            LedgerLine.village_id == scope.village_id,
            LedgerLine.kind == LineKind.OPENING.value,
            LedgerLine.item_text.not_like(f"%{BASE_TEXT}"),
            taking_back.id.is_(None),
        )
    )
    return frozenset(found)


def written_since(scope: Scope, moment: datetime) -> tuple[int, Points]:
    """How many lines were written since a moment, and the sum of their points."""
    count, total = scope.session.execute(
        select(func.count(LedgerLine.id), func.sum(LedgerLine.points, type_=LedgerLine.points.type)).where(
            LedgerLine.village_id == scope.village_id, LedgerLine.recorded_at >= moment
        )
    ).one()
    return count, total or ZERO


def has_voucher(scope: Scope, uid: str) -> bool:
    """Whether an act with this uid is in the file, as lines or as claims that wait."""
    lines = select(Voucher.id).where(Voucher.village_id == scope.village_id, Voucher.uid == uid)
    claims = select(Claim.id).where(Claim.village_id == scope.village_id, Claim.group_uid == uid).limit(1)
    return scope.session.scalar(lines) is not None or scope.session.scalar(claims) is not None
