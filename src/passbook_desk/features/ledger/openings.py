"""Balances a village brings along in a workbook: reading them against the accounts there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.households.queries import household_by_code
from passbook_desk.features.intake.commands import open_batch
from passbook_desk.features.intake.mapping import find_table
from passbook_desk.features.intake.reading import CellKind, CellValue, WorkbookRows
from passbook_desk.features.intake.table import FieldSpec, FoundTable, TableRow
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.features.ledger.commands import import_openings
from passbook_desk.features.ledger.errors import UnknownAccount, WrongAccountNumber
from passbook_desk.features.ledger.queries import account_by_number, accounts, accounts_with_opening
from passbook_desk.features.ledger.values import AccountRow, Colour, OpeningFigures
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import ZERO, NotANumber, Points

SPECS: Final = (
    FieldSpec("account", "账号", ("存折号", "积分账号", "账户", "存折编号")),
    FieldSpec("household", "户编号", ("户号", "家庭编号", "户籍编号")),
    FieldSpec("name", "姓名", ("户主", "户主姓名", "持折人")),
    FieldSpec("colour", "存折", ("折别", "红绿", "存折类别", "类别", "颜色")),
    FieldSpec(
        "spendable", "可用积分", ("结余", "积分", "期初积分", "剩余积分", "余额", "可兑换积分"), required=True
    ),
    FieldSpec("base", "基础分", ("基础积分", "底分")),
    FieldSpec("accumulated", "累计积分", ("年度累计", "考核积分", "总积分", "本年累计")),
)
KIND: Final = "balances"
_SHORT_CODE: Final = 5
_TOTALS: Final = ("合计", "总计", "小计")


@dataclass(frozen=True, slots=True)
class OpeningPlan:
    """What a workbook of balances holds and what importing it writes."""

    workbook: WorkbookRows
    mapping: str
    figures: tuple[OpeningFigures, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class OpeningReport:
    """What importing balances did: the batch to undo it by, the numbers of the lines; or nothing."""

    batch: int | None
    seqs: tuple[int, ...]


class _RowRefused(Exception):
    def __init__(self, kind: str, column: str, text: str) -> None:
        super().__init__(kind)
        self.kind, self.column, self.text = kind, column, text


@dataclass(slots=True)
class _Reading:
    scope: Scope
    table: FoundTable
    opened: frozenset[int]
    red_by_name: Mapping[tuple[int, str], AccountRow]
    seen: set[int] = field(default_factory=set)

    def figures(self, row: TableRow) -> OpeningFigures | None:
        """The figures of a row; None for an empty row or a line of totals."""
        words = [self.table.cell(row, key).text.strip() for key in ("account", "household", "name")]
        if not any(words) or any(word.startswith(_TOTALS) for word in words):
            return None
        account = self._account(row)
        if account.id in self.seen:
            raise _RowRefused("account_repeated", "account", account.number)
        if account.id in self.opened:
            raise _RowRefused("has_opening", "account", account.number)
        spendable = self._points(row, "spendable") or ZERO
        accumulated = self._points(row, "accumulated")
        if accumulated is not None and accumulated < spendable:
            raise _RowRefused("accumulated_too_small", "accumulated", str(accumulated))
        if accumulated is not None and accumulated > spendable and spendable < ZERO:
            raise _RowRefused("redeemed_below_zero", "spendable", str(spendable))
        self.seen.add(account.id)
        return OpeningFigures(account.id, spendable, self._points(row, "base"), accumulated)

    def _account(self, row: TableRow) -> AccountRow:
        number = self.table.cell(row, "account").text.strip()
        if number:
            try:
                return account_by_number(self.scope, number)
            except (UnknownAccount, WrongAccountNumber):
                raise _RowRefused("account_unknown", "account", number) from None
        code = _household_code(self.table.cell(row, "household"))
        if not code:
            raise _RowRefused("account_missing", "name", "")
        try:
            household = household_by_code(self.scope, code)
        except UserError:
            raise _RowRefused("household_unknown", "household", code) from None
        if "红" in self.table.cell(row, "colour").text:
            name = self.table.cell(row, "name").text.strip()
            found = self.red_by_name.get((household.id, name))
            if found is None:
                raise _RowRefused("member_unknown", "name", code)
            return found
        green = accounts(self.scope, household_id=household.id, colour=Colour.GREEN)
        if not green:
            raise _RowRefused("household_unknown", "household", code)
        return green[0]

    def _points(self, row: TableRow, key: str) -> Points | None:
        text = self.table.cell(row, key).text.strip()
        if not text:
            return None
        try:
            return Points.parse(text)
        except NotANumber:
            raise _RowRefused("points_unreadable", key, text) from None


def _household_code(cell: CellValue) -> str:
    """A code that became a number has lost its leading zero."""
    text = cell.text.strip()
    return text.zfill(_SHORT_CODE) if cell.kind is CellKind.NUMBER else text


def plan_openings(scope: Scope, workbook: WorkbookRows) -> OpeningPlan:
    """Read a workbook of balances without writing; rows that cannot be right are findings and left out.

    A row names its account by number, or by household code (green), or by code, 红 and the member's name.
    Raises NoHeaderFound.
    """
    table = find_table(workbook, SPECS)
    red = {(row.household_id, row.owner_name): row for row in accounts(scope, colour=Colour.RED)}
    reading = _Reading(scope, table, accounts_with_opening(scope), red)
    figures: list[OpeningFigures] = []
    findings: list[Finding] = []
    for row in table.rows:
        try:
            found = reading.figures(row)
        except _RowRefused as refused:
            column = table.letters(refused.column)
            findings.append(
                Finding(
                    table.sheet, row.number, column, Severity.MUST_FIX, refused.kind, {"text": refused.text}
                )
            )
            continue
        if found is not None:
            figures.append(found)
    return OpeningPlan(workbook, table.described(SPECS), tuple(figures), tuple(findings))


def apply_openings(tx: Tx, plan: OpeningPlan, on: date) -> OpeningReport:
    """Write the plan's figures as one voucher of one batch, dated `on`; nothing for an empty plan."""
    tx.require(Act.IMPORT)
    if not any(figure.spendable or figure.base or figure.accumulated for figure in plan.figures):
        return OpeningReport(None, ())
    batch = open_batch(tx, KIND, plan.workbook, plan.mapping)
    written = import_openings(tx, plan.figures, on, batch.row.id)
    batch.seal()
    return OpeningReport(batch.number, () if written is None else written.seqs)
