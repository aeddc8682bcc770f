"""What many books allow at once is what each of them allows by itself, whatever was written and decided."""

import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders.owners import shop
from builders.village import Village, booked, catalogue, household, new_village
from passbook_desk.features.catalogue.values import Holder, ItemDraft, ValueKind, Veto, VetoTerm
from passbook_desk.features.ledger.counting.standing import standing, standings
from passbook_desk.features.ledger.queries import accounts, lines
from passbook_desk.features.ledger.values import AccountRow, LineKind, LineRow, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import Band, BasePeriod, VillagePolicy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points

FRESH_SEED = random.SystemRandom().randrange(10**9)
VETOED = {"991": VetoTerm.MONTH, "992": VetoTerm.YEAR, "993": VetoTerm.UNTIL_LIFTED}
BANDS = tuple(Band(Points.parse(least), stars) for least, stars in (("10", 1), ("40", 3), ("90", 5)))
WRITTEN = (
    LineKind.CREDIT, LineKind.CREDIT, LineKind.DEBIT, LineKind.GIFT, LineKind.GIFT, LineKind.BASE,
    LineKind.HONOUR, LineKind.REDEEM,
)  # fmt: skip


class Years:
    """A village in which anything is written for two years; six books, one of a shop, one of them empty."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.draw, self.acts = random.Random(seed), Counter[str]()
        self.village: Village = new_village(folder)
        with self.village.write() as tx:
            catalogue(tx, tuple(_veto(code, term) for code, term in VETOED.items()))
            for code in ("01001", "01002", "02001"):
                household(tx, code, "王建国", member_of_party=code == "01002")
            shop(tx)
            household(tx, "02002", "李秀英")
            self.books = accounts(tx)
        self.day = date(2026, 6, 1)

    def decides(self) -> None:
        """The village decides anew."""
        draw = self.draw
        with self.village.write() as tx:
            change_policy(
                tx,
                VillagePolicy(
                    gift_ratio=draw.choice([0, 1, 5]),
                    suspension_line=draw.choice([None, Points.parse("20"), Points.parse("60")]),
                    base_period=draw.choice(list(BasePeriod)),
                    cut_off_day=draw.choice([0, 15, 25]),
                    least_to_redeem=draw.choice([Points.parse("0"), Points.parse("30")]),
                    household_bands=draw.choice([(), BANDS]),
                    member_bands=draw.choice([(), BANDS[:2]]),
                ),
            )

    def act(self) -> None:
        """Something is written, or time goes on."""
        self.draw.choice(
            (self.write, self.write, self.write, self.veto, self.clear, self.take_back, self.wait)
        )()

    def write(self) -> None:
        kind = self.draw.choice(WRITTEN)
        points = Points(self.draw.randint(1, 4000))
        falls = kind in (LineKind.DEBIT, LineKind.REDEEM)
        self._line(self._book(), kind, -points if falls else points)

    def veto(self) -> None:
        booked(self.village, (self._book().id,), self.draw.choice(list(VETOED)), self._earlier())
        self.acts["veto"] += 1

    def clear(self) -> None:
        """All that a book can spend expires."""
        book = self._book()
        with self.village.read() as scope:
            left = standing(scope, book).spendable
        if left.hundredths > 0:
            self._line(book, LineKind.EXPIRE, -left)

    def take_back(self) -> None:
        book = self._book()
        with self.village.read() as scope:
            known = [row for row in lines(scope, book.id) if row.kind is not LineKind.REVERSAL]
            left = standing(scope, book).spendable
        standing_lines = [row for row in known if row.reversed_by_seq is None and row.points <= left]
        if standing_lines:
            self._reverse(book, self.draw.choice(standing_lines))

    def wait(self) -> None:
        self.day += timedelta(days=self.draw.randint(1, 60))
        self.village.on(self.day)

    def _book(self) -> AccountRow:
        return self.draw.choice(self.books[:-1])

    def _earlier(self) -> date:
        return max(date(2026, 2, 1), self.day - timedelta(days=self.draw.randint(0, 200)))

    def _line(self, book: AccountRow, kind: LineKind, points: Points) -> None:
        with self.village.read() as scope:
            if kind is LineKind.REDEEM and standing(scope, book).spendable + points < Points(0):
                return
        with self.village.write() as tx:
            draft = DraftLine(book.id, kind, kind, points, self._earlier())
            write_voucher(tx, new_uid(), VoucherKind.RECORD, [draft])
        self.acts[kind.value] += 1

    def _reverse(self, book: AccountRow, wrong: LineRow) -> None:
        back = DraftLine(
            book.id, LineKind.REVERSAL, wrong.effect, -wrong.points, self.day, reverses_id=wrong.id
        )
        with self.village.write() as tx:
            write_voucher(tx, new_uid(), VoucherKind.REVERSAL, [back])
        self.acts["take back"] += 1


def _veto(code: str, term: VetoTerm) -> ItemDraft:
    minus = Points.parse("-1")
    return ItemDraft(
        code=code,
        category="否决",
        name=f"事项{code}",
        value_kind=ValueKind.FIXED,
        least=minus,
        most=minus,
        veto=Veto.BOTH if code != "992" else Veto.HONOURS,
        veto_term=term,
        holders=tuple(Holder),
    )


@pytest.mark.parametrize("seed", [20260601, 20260602, FRESH_SEED])
def test_what_many_books_allow_is_what_each_allows_by_itself(tmp_path: Path, seed: int) -> None:
    years = Years(tmp_path, seed)
    told = set[tuple[bool, bool, bool]]()
    for _ in range(12):
        years.decides()
        for _ in range(8):
            years.act()
        with years.village.read() as scope:
            found = standings(scope, years.books)
            alone = {book.id: standing(scope, book) for book in years.books}
        assert found == alone, seed
        told |= {(row.suspended, bool(row.vetoes), bool(row.locked_gifts)) for row in found.values()}
    assert len(told) > 3, (seed, years.acts)


def test_books_without_a_line_allow_nothing_and_nobody_is_asked_for_nothing(tmp_path: Path) -> None:
    years = Years(tmp_path, 1)
    with years.village.read() as scope:
        assert standings(scope, ()) == {}
        found = standings(scope, years.books)
        assert found == {book.id: standing(scope, book) for book in years.books}
    assert {row.redeemable for row in found.values()} == {Points(0)}
