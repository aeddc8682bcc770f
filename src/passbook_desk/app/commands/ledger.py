"""record, reverse, balance."""

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.db.store import Scope
from passbook_desk.features.catalogue.queries import item_in_force
from passbook_desk.features.catalogue.values import Holder, ItemRow
from passbook_desk.features.households.queries import grid_by_code, household_by_code
from passbook_desk.features.ledger.commands import record_deed, reverse_lines
from passbook_desk.features.ledger.errors import WrongHolder
from passbook_desk.features.ledger.queries import account_by_number, accounts, balances
from passbook_desk.features.ledger.values import (
    AccountRow,
    Colour,
    OwnerKind,
    RecordDeed,
    RecordedVoucher,
    ReverseLines,
)
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import parse_iso_date
from passbook_desk.kernel.points import Points

COLOUR_WORDS = {Colour.RED: "红", Colour.GREEN: "绿"}


def record(context: Context) -> Answer:
    """Record one deed for the chosen accounts as one voucher."""
    given = context.arguments
    occurred_on = parse_iso_date(given.on)
    with context.desk() as desk:
        chosen = desk.ask(lambda scope: _accounts_for_deed(scope, context))
        command = RecordDeed(
            uid=given.uid or new_uid(),
            item_code=given.item,
            occurred_on=occurred_on,
            account_ids=tuple(account.id for account in chosen),
            points=None if given.points is None else Points.parse(given.points),
            quantity=given.quantity,
            memo=given.note or "",
        )
        return _written(desk.do(lambda tx: record_deed(tx, command)))


def _accounts_for_deed(scope: Scope, context: Context) -> tuple[AccountRow, ...]:
    """--account names books; a household or grid means the green books, or the red ones for a red item.

    Of a grid: its households' books, and its shops' or units' when the item is for these alone.
    """
    given = context.arguments
    if given.account:
        return tuple(account_by_number(scope, number) for number in given.account)
    item = item_in_force(scope, given.item, parse_iso_date(given.on))
    colour = Colour.RED if item.holders == (Holder.RED,) else Colour.GREEN
    if given.grid is not None:
        of_grid = accounts(scope, grid_code=grid_by_code(scope, given.grid).code, colour=colour)
        kinds = _kinds_of_grid(item)
        return tuple(account for account in of_grid if account.owner_kind in kinds)
    chosen: list[AccountRow] = []
    for code in given.household or ():
        books = accounts(scope, household_id=household_by_code(scope, code).id, colour=colour)
        if not books:
            raise WrongHolder(item=item.name, number=code, field="household")
        chosen += books
    return tuple(chosen)


def _kinds_of_grid(item: ItemRow) -> tuple[OwnerKind, ...]:
    if item.holders == (Holder.RED,):
        return (OwnerKind.PERSON,)
    if Holder.HOUSEHOLD in item.holders:
        return (OwnerKind.HOUSEHOLD,)
    return tuple(OwnerKind(holder.value) for holder in item.holders if holder is not Holder.RED)


def reverse(context: Context) -> Answer:
    """Take lines back with a reason."""
    given = context.arguments
    command = ReverseLines(given.uid or new_uid(), tuple(given.line), given.reason)
    with context.desk() as desk:
        return _written(desk.do(lambda tx: reverse_lines(tx, command)))


def _written(voucher: RecordedVoucher) -> Answer:
    numbers = " ".join(str(seq) for seq in voucher.seqs)
    return Answer(
        (f"已记 {len(voucher.seqs)} 笔，行号：{numbers}",),
        {"voucher": voucher.uid, "lines": list(voucher.seqs)},
    )


def balance(context: Context) -> Answer:
    """Figures of one account, a household, a grid or everybody."""
    given = context.arguments
    with context.desk() as desk:
        if given.account is not None:
            rows = desk.ask(
                lambda scope: balances(scope, accounts_chosen=(account_by_number(scope, given.account),))
            )
        elif given.household is not None:
            rows = desk.ask(
                lambda scope: balances(scope, household_id=household_by_code(scope, given.household).id)
            )
        elif given.grid is not None:
            rows = desk.ask(lambda scope: balances(scope, grid_code=grid_by_code(scope, given.grid).code))
        else:
            rows = desk.ask(balances)
    lines = tuple(
        f"{row.account.number} {COLOUR_WORDS[row.account.colour]}折 {row.account.owner_code} "
        f"{row.account.owner_name}：结余 {row.balance}，可用 {row.spendable}，考核 {row.assessment}，"
        f"基础 {row.base}，待审 {row.pending}"
        for row in rows
    )
    data = [
        {
            "account": row.account.number,
            "colour": row.account.colour.value,
            "owner": row.account.owner_name,
            "household": row.account.household_code,
            "assessment": str(row.assessment),
            "spendable": str(row.spendable),
            "base": str(row.base),
            "pending": str(row.pending),
        }
        for row in rows
    ]
    return Answer(lines or ("还没有账户。请先导入花名册。",), data)
