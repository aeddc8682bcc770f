"""Random histories of a village on a real file: the ledger against a plain model kept beside it.

Every rule is one thing a clerk does, or one thing that must be refused. The model knows only what each
accepted act means: so many points in such a kind to such an account.
"""

import hashlib
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import ClassVar, Final

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from python_calamine import CalamineWorkbook
from sqlalchemy.exc import DBAPIError

from builders.owners import shop, unit
from builders.village import MORNING, Village, booked, grid, household, one_deed, settled_village
from passbook_desk.db.store import Scope, Store, Tx
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.audit.commands import seal_changes
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.catalogue.starter import starter_catalogue
from passbook_desk.features.catalogue.values import Holder, ItemDraft, ItemRow, ValueKind
from passbook_desk.features.intake.commands import open_batch
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.undoing import UNDO_DAYS
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.commands import (
    import_openings,
    reverse_lines,
    reverse_voucher,
)
from passbook_desk.features.ledger.figures import period_figures
from passbook_desk.features.ledger.imports import undo_import
from passbook_desk.features.ledger.periods import close_period
from passbook_desk.features.ledger.queries import (
    accounts,
    balances,
    closed_spans,
    head,
    lines_of,
    recent_vouchers,
)
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.values import (
    AccountRow,
    AnchorKind,
    BalanceRow,
    Colour,
    LineKind,
    LineRow,
    OpeningFigures,
    ReverseLines,
    ReverseVoucher,
    VoucherKind,
)
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.queries import issued_quarter
from passbook_desk.features.notices.rules import period_to_close
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.values import IssueQuarter, NoticeContent
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.queries import passbook_content, printouts
from passbook_desk.features.village.commands import change_village
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import ChangeVillage
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan, Quarter
from passbook_desk.kernel.points import Points

FIRST_DAY, LAST_DAY = date(2026, 2, 1), date(2026, 12, 20)
AFTER_THE_YEAR = date(2027, 1, 5)
EARLIEST = date(2026, 1, 15)
Clerk = Callable[[Tx], object]

picks = st.integers(min_value=0, max_value=10_000)
"""Which of the accounts, items or lines there are, by remainder."""


def _for_shops(code: str, hundredths: int) -> ItemDraft:
    points = Points(hundredths)
    return replace(
        starter_catalogue()[0],
        code=code,
        name=f"门前 {code}",
        value_kind=ValueKind.FIXED,
        least=points,
        most=points,
        holders=(Holder.SHOP, Holder.UNIT),
        line_no=None,
        limits=(),
    )


@cache
def _template() -> tuple[Path, tuple[ItemRow, ...]]:
    """The settled village with a shop and a unit, and two deeds that its meeting has decided on for them."""
    made = settled_village(
        Path(mkdtemp(prefix="history-")), (_for_shops("909", 500), _for_shops("908", -200))
    )
    with made.write() as tx:
        shop(tx, grid_id=grid(tx, "01").id)
        unit(tx)
    with made.read() as scope:
        items = items_in_force(scope, FIRST_DAY)
    made.store.close()
    return made.path, items


class LedgerHistory(RuleBasedStateMachine):
    """One village and what happens in it."""

    told: ClassVar[Counter[str]] = Counter()
    """How often each act was accepted, and each bad act refused, over all histories of this process."""

    def __init__(self) -> None:
        super().__init__()
        shm = Path("/dev/shm")
        self._home = TemporaryDirectory(prefix="history-", dir=shm if shm.is_dir() else None)
        template, self.items = _template()
        path = Path(self._home.name) / template.name
        shutil.copyfile(template, path)
        self.village = _opened(path)
        self.today = FIRST_DAY
        self.village.on(FIRST_DAY)
        self.accepted = 0
        self.moved: dict[int, Counter[str]] = defaultdict(Counter)
        self.standing: dict[int, tuple[int, str, int]] = {}
        """Lines that nobody took back: number → account, effect, hundredths."""
        self.opened_by: dict[int, set[int]] = {}
        """Batches of balances: number → lines."""
        self.opened_on: dict[int, date] = {}
        self.notices: dict[Quarter, NoticeContent] = {}
        self.printed = 0

    # What a clerk does

    @rule(pick=picks, item=picks, share=st.integers(0, 6), gain=st.booleans(), back=st.integers(0, 90))
    def deed(self, pick: int, item: int, share: int, gain: bool, back: int) -> None:
        account = self._account(pick)
        chosen = self._item(item, account, gain)
        day = max(EARLIEST, self.today - timedelta(days=back))
        self._book("deed" if gain else "deduction", (account,), chosen, day, _points(chosen, share))

    @rule(item=picks, share=st.integers(0, 6))
    def everybody(self, item: int, share: int) -> None:
        green = self._households()
        chosen = self._item(item, green[0], gain=True)
        self._book("everybody", green, chosen, self.today, _points(chosen, share))

    @rule(pick=picks, share=st.integers(0, 20))
    def a_range(self, pick: int, share: int) -> None:
        """Half points inside a range: 3.5 of 3 to 15."""
        green = self._households()
        ranges = [
            item
            for item in self.items
            if item.value_kind is ValueKind.RANGE and Holder.HOUSEHOLD in item.holders
        ]
        chosen = ranges[pick % len(ranges)]
        self._book("range", (green[pick % len(green)],), chosen, self.today, _points(chosen, share))

    @rule(pick=picks)
    def half_a_point(self, pick: int) -> None:
        red = self._accounts(Colour.RED)
        (late,) = (item for item in self.items if item.code == "802")
        self._book("half", (red[pick % len(red)],), late, self.today, Points(-50))

    @precondition(lambda self: self.standing)
    @rule(picked=st.lists(picks, min_size=1, max_size=3))
    def reversal(self, picked: list[int]) -> None:
        standing = sorted(self.standing)
        seqs = tuple({standing[pick % len(standing)] for pick in picked})
        self._do("reversal", lambda tx: reverse_lines(tx, ReverseLines(new_uid(), seqs, "记错")))
        self._took_back(seqs)

    @precondition(lambda self: self.standing)
    @rule(pick=picks)
    def whole_act(self, pick: int) -> None:
        with self.village.read() as scope:
            acts = [act for act in recent_vouchers(scope, 50) if act.kind is VoucherKind.RECORD]
        if not acts:
            return
        act = acts[pick % len(acts)]
        seqs = tuple(range(act.first_seq, act.first_seq + act.lines))
        left = tuple(seq for seq in seqs if seq in self.standing)
        if not left:
            return
        self._do("whole act", lambda tx: reverse_voucher(tx, ReverseVoucher(new_uid(), act.id, "记错")))
        self._took_back(left)

    @rule(pick=picks, share=st.integers(1, 100))
    def redemption(self, pick: int, share: int) -> None:
        rich = sorted(key for key, moved in self.moved.items() if _spendable(moved) > 0)
        if not rich:
            return
        account = rich[pick % len(rich)]
        spent = -max(1, _spendable(self.moved[account]) * share // 100)
        self._write("redemption", account, LineKind.REDEEM, spent)

    @rule(pick=picks, count=st.integers(1, 3), amount=st.integers(0, 90_000), spent=st.integers(0, 9_000))
    def openings(self, pick: int, count: int, amount: int, spent: int) -> None:
        without = [row for row in self._accounts() if not self._has_opening(row.id)]
        chosen = [row for row in without[pick % 3 :][:count] if _spendable(self.moved[row.id]) >= 0]
        if not chosen or amount == spent == 0:
            return
        base = {row.id: Points(self.moved[row.id][LineKind.BASE]) for row in chosen}
        figures = [
            OpeningFigures(row.id, Points(amount), base[row.id], Points(amount + spent)) for row in chosen
        ]
        workbook = WorkbookRows(hashlib.sha256(new_uid().encode()).hexdigest(), "期初.xlsx", ())

        def bring(tx: Tx) -> int:
            batch = open_batch(tx, "balances", workbook, "")
            written = import_openings(tx, figures, self.today, batch.row.id)
            batch.seal()
            assert written is not None
            self.opened_by[batch.number] = set(written.seqs)
            self.opened_on[batch.number] = self.today
            return batch.number

        self._do("openings", bring)
        (seqs,) = (self.opened_by[max(self.opened_by)],)
        for line in self._written(seqs):
            self._moved(line.account_id, line.effect, line.points.hundredths, line.seq)
        assert sum(moved.points.hundredths for moved in self._written(seqs)) == amount * len(chosen)

    @precondition(lambda self: self.opened_by)
    @rule(pick=picks)
    def undone_openings(self, pick: int) -> None:
        number = sorted(self.opened_by)[pick % len(self.opened_by)]
        if (self.today - self.opened_on[number]).days >= UNDO_DAYS:
            self._refused("old import", lambda tx: undo_import(tx, number))
            return
        seqs = tuple(seq for seq in self.opened_by[number] if seq in self.standing)
        del self.opened_by[number]
        self._do("undone import", lambda tx: undo_import(tx, number))
        self._took_back(seqs)

    @rule(red=st.booleans(), base=st.sampled_from([0, 0, 5000, 10_000]))
    def newcomer(self, red: bool, base: int) -> None:
        """A household more, with base points where the village has decided on some."""
        before = {row.id for row in self._accounts()}
        code = f"03{len(before) + 1:03d}"

        def settle(tx: Tx) -> None:
            here = village(tx)
            facts = {name: getattr(here, name) for name in ChangeVillage.__dataclass_fields__}
            change_village(tx, ChangeVillage(**{**facts, "household_base": Points(base)}))
            household(tx, code, "赵德才", member_of_party=red)

        self._do("newcomer", settle)
        for row in self._accounts():
            if row.id not in before and row.colour is Colour.GREEN and base:
                (seq,) = (line.seq for line in self._lines()[row.id])
                self._moved(row.id, LineKind.BASE, base, seq)

    @rule(days=st.integers(1, 45))
    def days_pass(self, days: int) -> None:
        self.today = min(self.today + timedelta(days=days), LAST_DAY)
        self.village.on(self.today)
        self._accept("days")

    @rule(kind=st.sampled_from([AnchorKind.PRINTOUT, AnchorKind.BACKUP]))
    def anchor(self, kind: AnchorKind) -> None:
        self._do("anchor", lambda tx: set_anchor(tx, kind, "纸"))

    @precondition(lambda self: self._days_to_close())
    @rule()
    def closing(self) -> None:
        """The open days up to the end of a quarter that is over are counted and posted."""
        span = self._days_to_close()[0]
        self._do("closing", lambda tx: close_period(tx, span, "对账"))

    @precondition(lambda self: self._over())
    @rule(pick=picks)
    def notice(self, pick: int) -> None:
        over = self._over()
        self._publish("notice", over[pick % len(over)])

    @rule(pick=picks, count=st.integers(1, 4))
    def printing(self, pick: int, count: int) -> None:
        ids = [row.id for row in self._accounts()]
        start = pick % len(ids)
        chosen = ids[start : start + count]
        self._do("printing", lambda tx: log_printouts(tx, passbook_content(tx, chosen, self.today)))
        self.printed += len(chosen)

    @rule()
    def reopening(self) -> None:
        self.village.store.close()
        self.village = _opened(self.village.path)
        self.village.on(self.today)
        self._accept("reopening")

    @rule()
    def snapshot(self) -> None:
        """A copy for long reads says what the file says."""
        copy = self.village.store.snapshot()
        with copy.read(self.village.clock) as scope:
            self._agrees(scope)
            assert verify_ledger(scope) >= len(self.standing)
        copy.close()
        self._accept("snapshot")

    # What must be refused, and change nothing

    @rule(pick=picks, wrong=st.sampled_from(["tomorrow", "item", "points", "twice", "nobody", "holder"]))
    def bad_deed(self, pick: int, wrong: str) -> None:
        green, red = self._households(), self._accounts(Colour.RED)
        one = green[pick % len(green)].id
        chosen = {"twice": (one, one), "nobody": (), "holder": (red[0].id,)}.get(wrong, (one,))
        command = one_deed(
            chosen,
            "999" if wrong == "item" else "101",
            self.today + timedelta(days=1) if wrong == "tomorrow" else self.today,
            Points(1234) if wrong == "points" else None,
        )
        self._refused(f"bad deed: {wrong}", lambda tx: record_deeds(tx, command))

    @precondition(lambda self: self._last_seq() > len(self.standing))
    @rule(pick=picks)
    def second_reversal(self, pick: int) -> None:
        """Of a line that was taken back, and of a line that takes back."""
        gone = [seq for seq in range(1, self._last_seq() + 1) if seq not in self.standing]
        command = ReverseLines(new_uid(), (gone[pick % len(gone)],), "再冲")
        self._refused("second reversal", lambda tx: reverse_lines(tx, command))

    @rule(pick=picks, more=st.integers(1, 5000))
    def overspending(self, pick: int, more: int) -> None:
        account = self._account(pick).id
        spent = Points(-max(0, _spendable(self.moved[account])) - more)
        draft = DraftLine(account, LineKind.REDEEM, LineKind.REDEEM, spent, self.today, item_text="肥皂")
        self._refused("overspending", lambda tx: write_voucher(tx, new_uid(), VoucherKind.RECORD, [draft]))

    @precondition(lambda self: any(map(self._has_opening, list(self.moved))))
    @rule(pick=picks)
    def second_opening(self, pick: int) -> None:
        opened = [account for account in self.moved if self._has_opening(account)]
        figures = [OpeningFigures(opened[pick % len(opened)], Points(100), Points(0), None)]
        workbook = WorkbookRows("0" * 64, "期初.xlsx", ())
        self._refused(
            "second opening",
            lambda tx: import_openings(
                tx, figures, self.today, open_batch(tx, "balances", workbook, "").row.id
            ),
        )

    @rule()
    def early_notice(self) -> None:
        command = IssueQuarter(Quarter.of(self.today))
        self._refused("early notice", lambda tx: issue_quarter(tx, command))

    # What holds all the time, and in the end

    @invariant()
    def figures_follow_from_the_acts(self) -> None:
        with self.village.read() as scope:
            self._agrees(scope)

    def teardown(self) -> None:
        """The year ends, its last quarter is published, and every place that shows a figure is compared."""
        try:
            self.today = AFTER_THE_YEAR
            self.village.on(self.today)
            self._publish("last notice", Quarter(2026, 4))
            with self.village.read() as scope:
                lines, now = self._whole(scope)
            for row in now:
                _follows(row, lines.get(row.account.id, ()))
            self._papers(now)
        finally:
            self.close()

    def close(self) -> None:
        """Leave nothing behind."""
        self.village.store.close()
        self._home.cleanup()

    def _whole(self, scope: Scope) -> tuple[dict[int, tuple[LineRow, ...]], tuple[BalanceRow, ...]]:
        assert verify_ledger(scope) == self.notices[Quarter(2026, 4)].cut_off_seq
        assert verify_audit(scope) > 0
        assert verify_notices(scope) == len(self.notices)
        assert {quarter: issued_quarter(scope, quarter) for quarter in self.notices} == self.notices
        assert len(printouts(scope, 10_000)) == self.printed
        now = balances(scope)
        return lines_of(scope, [row.account.id for row in now]), now

    def _papers(self, now: tuple[BalanceRow, ...]) -> None:
        with self.village.read() as scope:
            books = passbook_content(scope, [row.account.id for row in now], self.today)
            year = period_figures(scope, date(2026, 1, 1), date(2026, 12, 31))
        last = self.notices[Quarter(2026, 4)]
        on_wall = {line.account_number: line.closing for line in last.lines}
        in_cells = _closing_cells(last, Path(self._home.name))
        for row, book in zip(now, books, strict=True):
            assert book.balance == row.balance
            assert (book.lines[-1].balance_after if book.lines else Points(0)) == row.balance
            assert on_wall[row.account.number] == row.balance
            assert in_cells[row.account.number] == row.balance.hundredths
            figures = year.get(row.account.id)
            if figures is not None:
                moved = figures.credits + figures.debits + figures.redeemed
                assert figures.opening + moved == figures.closing
                assert figures.closing == row.balance

    def _agrees(self, scope: Scope) -> None:
        for row in balances(scope):
            moved = self.moved[row.account.id]
            assert row.balance.hundredths == moved.total(), row
            assert row.assessment.hundredths == moved.total() - moved[LineKind.REDEEM], row
            assert row.spendable.hundredths == _spendable(moved), row
            assert row.base.hundredths == moved[LineKind.BASE], row
            assert not row.pending

    # How acts reach the file and the model

    def _book(
        self, act: str, chosen: tuple[AccountRow, ...], item: ItemRow, day: date, points: Points
    ) -> None:
        written = booked(
            self.village, tuple(row.id for row in chosen), item.code, day, str(points), memo="听说的"
        )
        effect = LineKind.CREDIT if points > Points(0) else LineKind.DEBIT
        for row, seq in zip(chosen, written.seqs, strict=True):
            self._moved(row.id, effect, points.hundredths, seq)
        self._accept(act)

    def _write(self, act: str, account: int, kind: LineKind, hundredths: int) -> None:
        draft = DraftLine(account, kind, kind, Points(hundredths), self.today, item_text="肥皂一块")
        with self.village.write() as tx:
            written = write_voucher(tx, new_uid(), VoucherKind.RECORD, [draft])
        self._moved(account, kind, hundredths, written.seqs[0])
        self._accept(act)

    def _do(self, act: str, work: Clerk) -> None:
        with self.village.write() as tx:
            work(tx)
        self._accept(act)

    def _publish(self, act: str, quarter: Quarter) -> None:
        with self.village.write() as tx:
            content = issue_quarter(tx, IssueQuarter(quarter))
        assert self.notices.setdefault(quarter, content) == content
        self._accept(act)

    def _refused(self, act: str, work: Clerk) -> None:
        before = self.village.path.read_bytes()
        try:
            with self.village.write() as tx:
                work(tx)
        except (UserError, DBAPIError):
            assert self.village.path.read_bytes() == before
            self.told[f"refused {act}"] += 1
        else:
            raise AssertionError(f"{act} was accepted")

    def _accept(self, act: str) -> None:
        self.told[act] += 1
        self.accepted += 1

    def _moved(self, account: int, effect: LineKind, hundredths: int, seq: int) -> None:
        self.moved[account][effect] += hundredths
        self.standing[seq] = (account, effect, hundredths)

    def _took_back(self, seqs: tuple[int, ...]) -> None:
        for seq in seqs:
            account, effect, hundredths = self.standing.pop(seq)
            self.moved[account][effect] -= hundredths

    def _has_opening(self, account: int) -> bool:
        return any(
            owner == account and effect is LineKind.OPENING for owner, effect, _ in self.standing.values()
        )

    def _accounts(self, colour: Colour | None = None) -> tuple[AccountRow, ...]:
        with self.village.read() as scope:
            return accounts(scope, colour=colour)

    def _households(self) -> tuple[AccountRow, ...]:
        return tuple(row for row in self._accounts(Colour.GREEN) if not row.of_organization)

    def _account(self, pick: int) -> AccountRow:
        found = self._accounts()
        return found[pick % len(found)]

    def _item(self, pick: int, account: AccountRow, gain: bool) -> ItemRow:
        holder = Holder.RED if account.colour is Colour.RED else Holder(account.owner_kind.value)
        fitting = [
            item
            for item in self.items
            if item.enabled and holder in item.holders and (item.least > Points(0)) is gain
        ]
        return fitting[pick % len(fitting)]

    def _lines(self) -> dict[int, tuple[LineRow, ...]]:
        with self.village.read() as scope:
            return lines_of(scope, [row.id for row in accounts(scope)])

    def _written(self, seqs: set[int]) -> list[LineRow]:
        return [line for lines in self._lines().values() for line in lines if line.seq in seqs]

    def _last_seq(self) -> int:
        with self.village.read() as scope:
            return head(scope).seq

    def _over(self) -> list[Quarter]:
        quarters = (Quarter(2026, number) for number in (1, 2, 3))
        return [quarter for quarter in quarters if quarter.span.last < self.today]

    def _days_to_close(self) -> list[DateSpan]:
        with self.village.read() as scope:
            closed = closed_spans(scope)
        spans = (period_to_close(quarter.span, closed) for quarter in self._over())
        return [span for span in spans if span is not None]


def _opened(path: Path) -> Village:
    store = Store.on_file(path, 1, seal_changes, check_permit)
    return Village(path, store, Actor(1, "刘文书"), FixedClock(MORNING))


def _points(item: ItemRow, share: int) -> Points:
    """Points the item allows: a range in steps of half a point, one or more units, or its own value."""
    if item.value_kind is ValueKind.PER_UNIT:
        return item.least * (share + 1)
    steps = (item.most - item.least).hundredths // 50
    return item.least + Points(50) * (share % (steps + 1))


def _spendable(moved: Counter[str]) -> int:
    return moved.total() - moved[LineKind.BASE]


def _follows(row: BalanceRow, lines: tuple[LineRow, ...]) -> None:
    """The kept figures are the sums of the lines, each by its definition, and those of the last line."""
    by_effect: Counter[str] = Counter()
    for place, line in enumerate(lines, 1):
        by_effect[line.effect] += line.points.hundredths
        assert line.account_seq == place
        assert line.balance_after.hundredths == by_effect.total()
        assert line.assessment_after.hundredths == by_effect.total() - by_effect[LineKind.REDEEM]
        assert line.spendable_after.hundredths == _spendable(by_effect)
    assert row.balance.hundredths == by_effect.total()
    assert row.spendable.hundredths == _spendable(by_effect)
    if lines:
        assert row.balance == lines[-1].balance_after
        assert row.assessment == lines[-1].assessment_after
        assert row.spendable == lines[-1].spendable_after


_CLOSING: Final = "期末结余"


def _closing_cells(content: NoticeContent, folder: Path) -> dict[str, int]:
    """The closing column of the notice's workbook in hundredths, by account number."""
    target = folder / "公示.xlsx"
    write_xlsx(notice_workbook(content), target)
    with CalamineWorkbook.from_path(str(target)) as workbook:
        rows = workbook.get_sheet_by_index(0).to_python()
    (head,) = (place for place, row in enumerate(rows) if _CLOSING in row)
    column = rows[head].index(_CLOSING)
    figures = {row[0]: row[column] for row in rows[head + 1 :] if isinstance(row[0], float)}
    assert len(figures) == len(content.lines)
    return {line.account_number: round(float(figures[line.number]) * 100) for line in content.lines}
