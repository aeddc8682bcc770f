"""Sums of notices in random villages: lines, sub-totals, total and ledger say the same, to the hundredth.

python tests/properties/notice_totals.py --villages 500

Everything is added up anew from the bare lines of the file, without the program's own sums.
"""

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from sqlalchemy import text

from passbook_desk.features.ledger.posting import LINKED_TEXT
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.notices.drafting import notice_draft
from passbook_desk.features.notices.rules import ALL_BOOKS, by_grid, sums
from passbook_desk.features.notices.values import (
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    NoticeLineRow,
    NoticeState,
    NoticeSums,
    PartKind,
    Subject,
)
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.village.policy import WallDeductions
from passbook_desk.kernel.points import Points
from properties.notice_village import OF_POINTS, NoticeVillage, drawn_policy

ACTS: Final = 40
LATE_IN_THE_YEAR: Final = date(2026, 12, 27)
"""After every cut-off day, so that what is done then counts in the year that follows."""
LAST_DAY: Final = date(2027, 4, 5)
FIXED_SEED: Final = 20260601
HAPPENS: Final = (
    "deed", "deed", "deed", "deduction", "deduction", "many", "late", "late", "reversal", "reversal",
    "redemption", "opening", "newcomer", "link", "link", "move", "split", "merge", "end", "release",
    "shop_opens", "shop_closes", "proof", "days", "days", "days", "days", "days", "days", "notice", "notice",
    "notice", "notice", "hang", "hang", "hang", "close", "close", "close", "objection", "objection",
    "objection", "corrected", "corrected", "corrected", "upheld", "withdrawn", "cut_off", "again",
)  # fmt: skip
CHECKED: Final = frozenset(
    {
        "sheet", "building sheet", "sheet of some books", "opening from the notice before", "line that hangs",
        "correction", "deduction in words", "closed book", "cut-off day", "loss of a linked member",
    }
    | {f"sheet of a {kind}" for kind in OF_POINTS}
)  # fmt: skip
"""What has to occur in a campaign, beside every act."""

_BROUGHT: Final = ("opening", "base")
_LOST: Final = ("debit", "expire")
_SPENT: Final = ("redeem", "redeem_counted")
_NO_MERIT: Final = ("redeem", "expire", "carry", "gift", *_BROUGHT)
_FIGURES: Final = ("opening", "credits", "debits", "redeemed", "closing", "year_total", "pending")
_BUILDINGS: Final = (Subject.BUILDING,)


@dataclass(frozen=True, slots=True)
class Line:
    """A ledger line as it stands in the file, points in hundredths."""

    id: int
    seq: int
    account: str
    kind: str
    effect: str
    points: int
    counted_on: date
    reverses: int | None
    voucher: int
    text: str


@dataclass(slots=True)
class TotalsVillage(NoticeVillage):
    """A village with one rhythm of posting; each sheet is added up anew as soon as it is issued."""

    kind: NoticeKind = field(init=False)
    seen: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        NoticeVillage.__post_init__(self)
        self.kind = self.chance.choice(OF_POINTS)
        self.decide(drawn_policy(self.chance, count_when_posted=self.chance.random() < 0.5))

    def live(self, acts: int) -> None:
        """Let so many things happen, then let the year end and publish all that is due."""
        while sum(self.told[name] for name in set(HAPPENS)) < acts:
            self.try_act(self.chance.choice(HAPPENS))
        for day in (LATE_IN_THE_YEAR, LAST_DAY):
            self.later(max((day - self.today).days, 0))
            for name in ("deed", "deed", "deduction"):
                self.try_act(name)
        for about in self._due():
            self.check(self.publish(self.kind, about))
        with self.village.read() as scope:
            assert verify_notices(scope) == len(self.sheets)
            verify_ledger(scope)

    def cut_off(self) -> bool:
        """Another cut-off day, now and then."""
        day = self.chance.choice((0, 15, 20, 25))
        self.decide(replace(self.decided(), cut_off_day=day))
        return True

    def notice(self) -> bool:
        due = self._due()
        if not due:
            return False
        self.check(self.publish(self.kind, due[0] if self.chance.random() < 0.7 else self.chance.choice(due)))
        return True

    def again(self) -> bool:
        """A notice that hangs wrong is issued in a new version; what hangs with it hangs again."""
        open_ones = (NoticeState.ISSUED, NoticeState.HANGING)
        rows = [row for row in self.rows() if row.state in open_ones and row.objections == 0]
        if not rows:
            return False
        row = self.chance.choice(rows)
        self.check(self.publish(row.kind, row.about, "写错了一行"))
        return True

    def _due(self) -> list[str]:
        done = {content.about for content in self.sheets.values()}
        cut_off = self.decided().cut_off_day
        over = [period for period in self.periods(self.kind) if period.days(cut_off).last < self.today]
        return [str(period) for period in over if str(period) not in done]

    # What must hold

    def check(self, content: NoticeContent) -> None:
        """Add the sheet up anew from the file."""
        self.seen["sheet"] += 1
        self.seen[f"sheet of a {content.kind}"] += 1
        self.seen["cut-off day"] += content.last_on.day < 28
        lines = self.lines(content.cut_off_seq)
        every = anew(lines, content)
        self._lines_are_the_ledgers(content, every)
        self._all_adds_up(content, every)
        self.seen["loss of a linked member"] += sum(line.text == LINKED_TEXT for line in lines)
        self._hanging(content)
        self._deductions(content, lines)
        self._corrections(content, lines)
        self._continues(content, lines)
        self._other_looks(content, every)

    def lines(self, up_to: int) -> list[Line]:
        """The ledger as it stands in the file, up to a line."""
        rows = self._read(
            "SELECT l.id, l.seq, a.number, l.kind, l.effect, l.points, l.counted_on, l.reverses_id,"
            " l.voucher_id, l.item_text FROM ledger_line l JOIN account a ON a.id = l.account_id"
            f" WHERE l.seq <= {up_to} ORDER BY l.seq"
        )
        return [Line(*row[:6], date.fromisoformat(row[6]), *row[7:]) for row in rows]

    def _read(self, question: str) -> list[tuple[Any, ...]]:
        with self.village.read() as scope:
            return [tuple(row) for row in scope.session.execute(text(question))]

    def _lines_are_the_ledgers(self, content: NoticeContent, every: dict[str, dict[str, int]]) -> None:
        """Each line, and no book with anything in it is missing."""
        for line in content.lines:
            own = every.pop(line.account_number, dict.fromkeys(_FIGURES, 0))
            assert _of(line) | {"pending": 0} == own, (content.number, line)
            assert line.opening + line.credits + line.debits + line.redeemed == line.closing
            assert line.net == line.credits + line.debits
            assert line.total == line.closing + line.pending
            self.seen["closed book"] += line.grid_name == "已销户"
        assert [number for number, own in every.items() if any(own.values())] == []

    def _all_adds_up(self, content: NoticeContent, every: dict[str, dict[str, int]]) -> None:
        """Lines, sub-totals, the village's total; the rest of `every` has nothing in it."""
        total, of_grids = sums(content.lines), [sums(lines) for _, lines in by_grid(content.lines)]
        for name in _FIGURES:
            added = sum(_hundredths(line, name) for line in content.lines)
            assert added == sum(_hundredths(group, name) for group in of_grids) == _hundredths(total, name)
        assert total.total == total.closing + total.pending
        assert [line.number for line in content.lines] == list(range(1, len(content.lines) + 1))

    def _hanging(self, content: NoticeContent) -> None:
        """What waits hangs with exactly one notice; column, deeds and part add up to the same."""
        assert content.number is not None
        claims = self._read(
            "SELECT c.uid, a.number, c.points FROM claim c JOIN account a ON a.id = c.account_id"
            f" WHERE c.id IN ({','.join(map(str, self.waiting))}) AND c.occurred_on <= '{content.last_on}'"
        )
        open_ones = (NoticeState.ISSUED, NoticeState.HANGING, NoticeState.OVER)
        others = [
            row.number for row in self.rows() if row.state in open_ones and row.number != content.number
        ]
        elsewhere = {claim.claim_uid for number in others for claim in self.sheets[number].claims}
        on_sheet = {line.account_number: line.number for line in content.lines}
        expected = {
            (uid, on_sheet[number], points)
            for uid, number, points in claims
            if uid not in elsewhere and number in on_sheet
        }
        hung = {(claim.claim_uid, claim.line_number, claim.points.hundredths) for claim in content.claims}
        assert hung == expected, content.number
        by_line = Counter[int]()
        for _, line_number, points in expected:
            by_line[line_number] += points
        for line in content.lines:
            assert line.pending.hundredths == by_line[line.number]
        assert _part_sum(content, PartKind.PENDING) == sum(points for *_, points in expected)
        self.seen["line that hangs"] += len(expected)

    def _deductions(self, content: NoticeContent, lines: list[Line]) -> None:
        """Deductions in words are those of the span that nobody took back."""
        if content.look.deductions is not WallDeductions.WORDS:
            assert all(part.kind is not PartKind.DEDUCTIONS for part in content.parts)
            return
        gone = {line.reverses for line in lines}
        told = [
            line.points
            for line in lines
            if line.kind == "debit"
            and line.id not in gone
            and content.first_on <= line.counted_on <= content.last_on
        ]
        assert _part_sum(content, PartKind.DEDUCTIONS) == -sum(told)
        self.seen["deduction in words"] += len(told)

    def _corrections(self, content: NoticeContent, lines: list[Line]) -> None:
        """What of earlier sheets was corrected in the span, and by how much."""
        by_id = {line.id: line for line in lines}
        answers = self._answers()
        moved = 0
        for line in lines:
            if not content.first_on <= line.counted_on <= content.last_on:
                continue
            if line.voucher in answers:
                number, line_no = answers[line.voucher]
                moved += line.points if line.account in _accounts(self.sheets[number]) else 0
                self.seen["correction"] += line_no is not None
            elif line.reverses is not None and by_id[line.reverses].counted_on < content.first_on:
                day = by_id[line.reverses].counted_on
                if any(
                    sheet.first_on <= day <= sheet.last_on and line.account in _accounts(sheet)
                    for number, sheet in self.sheets.items()
                    if number != content.number
                ):
                    moved += line.points
                    self.seen["correction"] += 1
        assert _part_sum(content, PartKind.CORRECTIONS) == moved

    def _answers(self) -> dict[int, tuple[str, int | None]]:
        """The notice and line that each voucher of an answered objection corrects."""
        rows = self._read(
            "SELECT s.reversal_id, n.number, o.line_no FROM objection_step s JOIN objection o"
            " ON o.id = s.objection_id JOIN notice n ON n.id = o.notice_id WHERE s.reversal_id IS NOT NULL"
        )
        return {voucher: (number, line_no) for voucher, number, line_no in rows}

    def _continues(self, content: NoticeContent, lines: list[Line]) -> None:
        """A period opens with what the one before closed with and what was brought along since."""
        day_before = content.first_on - timedelta(days=1)
        for sheet in self.sheets.values():
            if sheet.last_on != day_before:
                continue
            self.seen["opening from the notice before"] += 1
            expected = Counter({line.account_number: line.closing.hundredths for line in sheet.lines})
            for line in lines:
                if line.effect in _BROUGHT and content.first_on <= line.counted_on <= content.last_on:
                    expected[line.account] += line.points
            now = Counter({line.account_number: line.opening.hundredths for line in content.lines})
            assert +now == +expected
            assert -now == -expected

    def _other_looks(self, content: NoticeContent, every: dict[str, dict[str, int]]) -> None:
        """The same sheet by building, and for some of the books only."""
        ledger = anew(self.lines(content.cut_off_seq), content)
        with self.village.read() as scope:
            look = replace(content.look, subjects=_BUILDINGS, columns=(NoticeColumn.CLOSING,))
            buildings = notice_draft(scope, content.kind, content.about, look)
            chosen = tuple(each for each in ALL_BOOKS if self.chance.random() < 0.5) or ALL_BOOKS[:1]
            some = notice_draft(scope, content.kind, content.about, replace(content.look, subjects=chosen))
        total = sums(buildings.lines)
        for name in _FIGURES:
            assert _hundredths(total, name) == sum(own[name] for own in ledger.values()), name
        self.seen["building sheet"] += 1
        for line in some.lines:
            own = ledger.get(line.account_number, dict.fromkeys(_FIGURES, 0))
            assert _of(line) | {"pending": 0} == own
        self.seen["sheet of some books"] += 0 < len(some.lines) < len(content.lines)


def anew(lines: list[Line], content: NoticeContent) -> dict[str, dict[str, int]]:
    """The figures of every book with lines, added up from the bare lines; nothing hangs there."""
    found: dict[str, dict[str, int]] = {}
    year = _year_first(content.last_on)
    assert content.year_first == year
    for line in lines:
        if line.counted_on > content.last_on:
            continue
        own = found.setdefault(line.account, dict.fromkeys(_FIGURES, 0))
        own["closing"] += line.points
        if line.counted_on < content.first_on or line.effect in _BROUGHT:
            own["opening"] += line.points
        elif line.effect in _SPENT:
            own["redeemed"] += line.points
        else:
            own["debits" if line.effect in _LOST else "credits"] += line.points
        if line.counted_on >= year and line.effect not in _NO_MERIT:
            own["year_total"] += line.points
    return found


def _year_first(last: date) -> date:
    """The first day of the year: with a cut-off day it begins the day after that in December."""
    if (last + timedelta(days=1)).day == 1:
        return date(last.year, 1, 1)
    return date(last.year - 1, 12, last.day + 1)


def _of(line: NoticeLineRow) -> dict[str, int]:
    return {name: _hundredths(line, name) for name in _FIGURES}


def _hundredths(row: NoticeLineRow | NoticeSums, name: str) -> int:
    points = getattr(row, name)
    assert isinstance(points, Points)
    return points.hundredths


def _accounts(content: NoticeContent) -> set[str]:
    return {line.account_number for line in content.lines}


def _part_sum(content: NoticeContent, kind: PartKind) -> int:
    """The summed column of a part, in hundredths; 0 when the sheet has none."""
    added = 0
    for part in content.parts:
        if part.kind is kind:
            (place,) = [number for number, column in enumerate(part.columns) if column.summed]
            added += sum(Points.parse(row[place]).hundredths for row in part.rows)
    return added


def campaign(villages: int, seed: int, acts: int = ACTS) -> tuple[Counter[str], Counter[str]]:
    """Live in so many villages: how often each act occurred, and how often each thing was compared."""
    told, seen = Counter[str](), Counter[str]()
    shm = Path("/dev/shm")
    for number in range(villages):
        with TemporaryDirectory(prefix="totals-", dir=shm if shm.is_dir() else None) as folder:
            village = TotalsVillage(Path(folder), random.Random(f"{seed}-{number}"), LAST_DAY)
            try:
                village.live(acts)
            except BaseException as trouble:
                trouble.add_note(f"seed {seed}, village {number}")
                raise
            finally:
                village.village.store.close()
            told += village.told
            seen += village.seen
    return told, seen


def occurred(told: Counter[str], seen: Counter[str]) -> bool:
    """Whether every act occurred and everything was compared at least once."""
    return all(told[name] for name in HAPPENS) and all(seen[name] for name in CHECKED)


def main() -> int:
    """Run the whole campaign and say what occurred; 1 when something never did."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--villages", type=int, default=500)
    options.add_argument("--acts", type=int, default=ACTS)
    options.add_argument("--seed", type=int, default=FIXED_SEED)
    chosen = options.parse_args()
    began = time.monotonic()
    told, seen = campaign(chosen.villages, chosen.seed, chosen.acts)
    seconds = time.monotonic() - began
    sys.stdout.write(f"{chosen.villages} villages, seed {chosen.seed}, {seconds:.0f} s\n")
    for figures in (told, seen):
        sys.stdout.write(", ".join(f"{name} {times}" for name, times in sorted(figures.items())) + "\n")
    return 0 if occurred(told, seen) else 1


if __name__ == "__main__":
    sys.exit(main())
