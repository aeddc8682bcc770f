"""Random histories of a village: whatever happened, book, notice, workbook and ledger say the same.

`python tests/notices/histories.py --histories 1000` is the whole campaign; the tests run a tenth of it.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from python_calamine import CalamineWorkbook

from builders.paper import measure
from builders.village import Village, booked, catalogue, household, new_village
from passbook_desk.documents.page import Page, Text
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.catalogue.values import Holder, ItemRow, ValueKind
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.queries import accounts, balances, lines_of
from passbook_desk.features.ledger.values import (
    AccountRow,
    BalanceRow,
    Colour,
    LineKind,
    LineRow,
    ReverseLines,
    VoucherKind,
)
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.queries import issued_quarter
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.values import IssueQuarter, NoticeContent
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.paper import passbook_pages
from passbook_desk.features.passbooks.queries import passbook_content, printouts
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.points import ZERO, Points

ACTS = 30
FIRST_DAY, LAST_DAY = date(2026, 2, 1), date(2026, 12, 20)
AFTER_THE_YEAR = date(2027, 1, 5)
_BROUGHT_ALONG = {LineKind.OPENING, LineKind.BASE}


@dataclass(slots=True)
class History:
    """One village and what happened in it."""

    folder: Path
    chance: random.Random
    village: Village = field(init=False)
    items: tuple[ItemRow, ...] = field(init=False)
    today: date = FIRST_DAY
    told: Counter[str] = field(default_factory=Counter)
    notices: dict[Quarter, NoticeContent] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.village = new_village(self.folder)
        self.village.on(self.today)
        with self.village.write() as tx:
            catalogue(tx)
            for number in range(1, 6):
                household(tx, f"{1 + number % 2:02d}{number:03d}", "王建国", member_of_party=number % 2 == 0)
        with self.village.read() as scope:
            self.items = items_in_force(scope, self.today)

    def live(self, acts: int) -> None:
        """Let so many things happen, then let the year end and its last quarter be published."""
        kinds: tuple[tuple[str, Callable[[], bool]], ...] = (
            ("deed", self.deed),
            ("deed", self.deed),
            ("deduction", self.deduction),
            ("many", self.many),
            ("late", self.late),
            ("reversal", self.reversal),
            ("redemption", self.redemption),
            ("opening", self.opening),
            ("newcomer", self.newcomer),
            ("days", self.days),
            ("days", self.days),
            ("notice", self.notice),
            ("print", self.print),
        )
        while sum(self.told.values()) < acts:
            name, act = self.chance.choice(kinds)
            if act():
                self.told[name] += 1
        self.today = AFTER_THE_YEAR
        self.village.on(self.today)
        self.publish(Quarter(2026, 4))

    def deed(self) -> bool:
        return self._book(self._choose(1), self.today, gain=True)

    def deduction(self) -> bool:
        return self._book(self._choose(1), self.today, gain=False)

    def many(self) -> bool:
        return self._book(self._all(Colour.GREEN), self.today, gain=True)

    def late(self) -> bool:
        day = self.today - timedelta(days=self.chance.randint(1, 200))
        return self._book(self._choose(1), max(day, date(2026, 1, 15)), gain=self.chance.random() < 0.7)

    def reversal(self) -> bool:
        open_lines = [
            line.seq
            for lines in self._lines().values()
            for line in lines
            if line.kind is not LineKind.REVERSAL and line.reversed_by_seq is None
        ]
        if not open_lines:
            return False
        chosen = self.chance.sample(open_lines, min(len(open_lines), self.chance.randint(1, 3)))
        with self.village.write() as tx:
            reverse_lines(tx, ReverseLines(new_uid(), tuple(chosen), "记错"))
        return True

    def redemption(self) -> bool:
        with self.village.read() as scope:
            rich = [row for row in balances(scope) if row.spendable > ZERO]
        if not rich:
            return False
        chosen = self.chance.choice(rich)
        spent = self.chance.randint(1, chosen.spendable.hundredths)
        return self._write(chosen.account, LineKind.REDEEM, Points(-spent))

    def opening(self) -> bool:
        (account,) = self._choose(1)
        kind = self.chance.choice((LineKind.OPENING, LineKind.BASE))
        return self._write(account, kind, Points(self.chance.randint(1, 9000)))

    def newcomer(self) -> bool:
        with self.village.write() as tx:
            code = f"03{len(accounts(tx)) + 1:03d}"
            household(tx, code, "赵德才", member_of_party=self.chance.random() < 0.3)
        return True

    def days(self) -> bool:
        self.today = min(self.today + timedelta(days=self.chance.randint(1, 45)), LAST_DAY)
        self.village.on(self.today)
        return True

    def notice(self) -> bool:
        over = [quarter for quarter in _quarters_of_2026() if quarter.span.last < self.today]
        if not over:
            return False
        self.publish(self.chance.choice(over))
        return True

    def print(self) -> bool:
        with self.village.write() as tx:
            chosen = [account.id for account in accounts(tx)]
            log_printouts(tx, passbook_content(tx, chosen, self.today))
        return True

    def publish(self, quarter: Quarter) -> None:
        """Issue a notice, or get the one that was issued before, which must be the same."""
        with self.village.write() as tx:
            content = issue_quarter(tx, IssueQuarter(quarter))
        assert self.notices.setdefault(quarter, content) == content

    def _book(self, chosen: tuple[AccountRow, ...], day: date, gain: bool) -> bool:
        holder = Holder.RED if chosen[0].colour is Colour.RED else Holder.HOUSEHOLD
        fitting = [
            item
            for item in self.items
            if item.enabled
            and holder in item.holders
            and item.value_kind is not ValueKind.UNSET
            and (item.least > ZERO) is gain
        ]
        if not fitting:
            return False
        item = self.chance.choice(fitting)
        points = str(item.most) if item.value_kind is ValueKind.RANGE else None
        booked(self.village, tuple(row.id for row in chosen), item.code, day, points, memo="听说的")
        return True

    def _write(self, account: AccountRow, kind: LineKind, points: Points) -> bool:
        with self.village.write() as tx:
            draft = DraftLine(account.id, kind, kind, points, self.today, item_text="肥皂一块")
            write_voucher(tx, new_uid(), VoucherKind.RECORD, [draft])
        return True

    def _choose(self, count: int) -> tuple[AccountRow, ...]:
        return tuple(self.chance.sample(self._all(None), count))

    def _all(self, colour: Colour | None) -> tuple[AccountRow, ...]:
        with self.village.read() as scope:
            return accounts(scope, colour=colour)

    def _lines(self) -> dict[int, tuple[LineRow, ...]]:
        with self.village.read() as scope:
            return lines_of(scope, [row.id for row in accounts(scope)])

    def agree(self) -> None:
        """Fail when book, notice, workbook, lines and balances of any account differ, or a check fails."""
        last = self.notices[Quarter(2026, 4)]
        with self.village.read() as scope:
            assert verify_notices(scope) == len(self.notices)
            assert verify_ledger(scope) == last.cut_off_seq
            assert (len(printouts(scope, 9999)) > 0) == (self.told["print"] > 0)
            assert {quarter: issued_quarter(scope, quarter) for quarter in self.notices} == self.notices
            now = balances(scope)
            books = passbook_content(scope, [row.account.id for row in now], self.today)
        on_wall = {line.account_number: line.closing for line in last.lines}
        in_workbook = self._closing_cells(last)
        for row, book in zip(now, books, strict=True):
            number, balance = row.account.number, row.balance
            assert sum((line.points.hundredths for line in book.lines), 0) == balance.hundredths
            assert book.balance == balance == on_wall[number]
            assert in_workbook[number] == str(balance)
            _compare_with_paper(row, passbook_pages(book, measure())[2:])
        self._compare_quarters()

    def _closing_cells(self, content: NoticeContent) -> dict[str, str]:
        target = self.folder / "公示.xlsx"
        write_xlsx(notice_workbook(content), target)
        with CalamineWorkbook.from_path(str(target)) as workbook:
            rows = workbook.get_sheet_by_index(0).to_python()
        figures = {int(row[0]): row[9] for row in rows if isinstance(row[0], float)}
        assert len(figures) == len(content.lines)
        return {line.account_number: str(Points(round(figures[line.number] * 100))) for line in content.lines}

    def _compare_quarters(self) -> None:
        """What a quarter began with is what the one before ended with and what was brought along."""
        brought: Counter[tuple[str, Quarter]] = Counter()
        numbers = {row.id: row.number for row in self._all(None)}
        for account_id, lines in self._lines().items():
            for line in lines:
                if line.effect in _BROUGHT_ALONG:
                    brought[numbers[account_id], Quarter.of(line.counted_on)] += line.points.hundredths
        for quarter, content in self.notices.items():
            before = self.notices.get(quarter.previous())
            if before is None:
                continue
            closing = {line.account_number: line.closing.hundredths for line in before.lines}
            for line in content.lines:
                expected = closing.get(line.account_number, 0) + brought[line.account_number, quarter]
                assert line.opening.hundredths == expected


def _compare_with_paper(row: BalanceRow, pages: tuple[Page, ...]) -> None:
    """The last figure in the 结余 column of the printed book is the balance; an empty book has none."""
    column = [
        (number, item.y, item.text)
        for number, page in enumerate(pages)
        for item in page.items
        if isinstance(item, Text) and 33 < item.y < 191 and 120 < item.x < 125
    ]
    assert (max(column)[2] if column else "0") == str(row.balance)


def _quarters_of_2026() -> list[Quarter]:
    return [Quarter(2026, number) for number in (1, 2, 3, 4)]


def campaign(histories: int, acts: int, seed: int) -> Counter[str]:
    """Live and compare so many histories; returns how often each act occurred."""
    told: Counter[str] = Counter()
    for number in range(histories):
        with tempfile.TemporaryDirectory(prefix="history-") as folder:
            history = History(Path(folder), random.Random(f"{seed}-{number}"))
            try:
                history.live(acts)
                history.agree()
            except BaseException as trouble:
                trouble.add_note(f"seed {seed}, history {number}")
                raise
            finally:
                history.village.store.close()
            told += history.told
    return told


def main() -> None:
    """Run the whole campaign and say how often each act occurred."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--histories", type=int, default=1000)
    options.add_argument("--acts", type=int, default=ACTS)
    options.add_argument("--seed", type=int, default=20260601)
    chosen = options.parse_args()
    told = campaign(chosen.histories, chosen.acts, chosen.seed)
    sys.stdout.write(f"{chosen.histories} histories, seed {chosen.seed}: {dict(told.most_common())}\n")


if __name__ == "__main__":
    main()
