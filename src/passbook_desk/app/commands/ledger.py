"""record, reverse, balance."""

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.db.store import Scope
from passbook_desk.features.catalogue.queries import item_in_force
from passbook_desk.features.catalogue.values import Holder, ItemRow
from passbook_desk.features.households.queries import grid_by_code, household_by_code
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.errors import AccountTwice, WrongHolder
from passbook_desk.features.ledger.figures import balances_on
from passbook_desk.features.ledger.queries import account_by_number, accounts, balances
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, OverCap, RecordBatch, Recorded
from passbook_desk.features.ledger.values import (
    AccountRow,
    Colour,
    OwnerKind,
    RecordedVoucher,
    ReverseLines,
)
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import parse_iso_date
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.sentences import tell

COLOUR_WORDS = {Colour.RED: "红", Colour.GREEN: "绿"}


def record(context: Context) -> Answer:
    """Record one deed for the chosen accounts as one voucher."""
    given = context.arguments
    occurred_on = parse_iso_date(given.on)
    with context.desk() as desk:
        chosen = desk.ask(lambda scope: _accounts_for_deed(scope, context))
        twice = next((row for place, row in enumerate(chosen) if row in chosen[:place]), None)
        if twice is not None:
            raise AccountTwice(number=twice.number)
        deeds = tuple(
            DeedEntry(
                account_id=account.id,
                item_code=given.item,
                occurred_on=occurred_on,
                quantity=given.quantity,
                points=None if given.points is None else Points.parse(given.points),
                memo=given.note or "",
                witness=given.witness or "",
                over_cap=OverCap.FILL if given.over_cap == "fill" else OverCap.SKIP,
                again=given.again,
            )
            for account in chosen
        )
        command = RecordBatch(given.uid or new_uid(), deeds, strict=given.over_cap == "refuse")
        recorded = desk.do(lambda tx: record_deeds(tx, command))
        return Answer(told(recorded), data_of(recorded))


def told(recorded: Recorded) -> tuple[str, ...]:
    """What an act of entry wrote, and by name everything it did not write as it was asked for."""
    if recorded.claim_ids:
        numbers = " ".join(map(str, recorded.claim_ids))
        lines = [f"{len(recorded.claim_ids)} 笔进入待审，申报编号：{numbers}"]
    else:
        numbers = " ".join(str(each.seq) for each in recorded.entered)
        lines = [f"已记 {len(recorded.entered)} 笔，行号：{numbers}" if numbers else "已记 0 笔"]
    lines += [
        f"{each.account.owner_name}（{each.account.number}）到限为止，{each.wanted} 分只记 {each.points} 分"
        for each in recorded.entered
        if each.shortened
    ]
    lines += [
        f"{each.account.owner_name}（{each.account.number}）联系户扣分 {each.points} 分，行号：{each.seq}"
        for each in recorded.linked
    ]
    return (*lines, *(tell(each.reason) for each in recorded.left_out))


def data_of(recorded: Recorded) -> dict[str, Json]:
    """The same for `--json`."""
    written = recorded.voucher is not None or bool(recorded.claim_ids)
    return {
        "voucher": recorded.uid if written else None,
        "lines": list(recorded.seqs),
        "claims": list(recorded.claim_ids),
        "linked": [
            {"account": each.account.number, "points": str(each.points), "line": each.seq}
            for each in recorded.linked
        ],
        "not_entered": [
            {
                "account": each.account.number,
                "name": each.account.owner_name,
                "item": each.item.code,
                "code": each.reason.code,
                "text": tell(each.reason),
            }
            for each in recorded.left_out
        ],
    }


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
        return written(desk.do(lambda tx: reverse_lines(tx, command)))


def written(voucher: RecordedVoucher) -> Answer:
    """The lines that took others back."""
    numbers = " ".join(str(seq) for seq in voucher.seqs)
    return Answer(
        (f"已冲销 {len(voucher.seqs)} 笔，行号：{numbers}",),
        {"voucher": voucher.uid, "lines": list(voucher.seqs)},
    )


def balance(context: Context) -> Answer:
    """Figures of one account, a household, a grid or everybody, now or at the end of a day."""
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
        if given.on is not None:
            day = parse_iso_date(given.on)
            rows = desk.ask(lambda scope: balances_on(scope, rows, day))
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
