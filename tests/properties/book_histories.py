"""Random lives of books on real files: what the program says against the paper that is really there.

python tests/properties/book_histories.py --histories 5000
"""

import argparse
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from sqlalchemy import text

from builders.books import plan_of
from builders.village import booked
from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.errors import UndoOnPaper, VoucherTakenBack
from passbook_desk.features.ledger.values import LineKind, ReverseLines, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.passbooks.books import errors
from passbook_desk.features.passbooks.books.commands import (
    adopt_book,
    close_book,
    issue_books,
    replace_book,
)
from passbook_desk.features.passbooks.books.printing import confirm_print, send_lines, write_by_hand
from passbook_desk.features.passbooks.books.queries import open_print
from passbook_desk.features.passbooks.books.types import book_types, change_book_type
from passbook_desk.features.passbooks.books.values import (
    AdoptBook,
    BookOrigin,
    BookPlan,
    BookState,
    ConfirmPrint,
    IssueBook,
    PaperLine,
    PaperLineKind,
    PrintWay,
    ReplaceBook,
    SendLines,
)
from passbook_desk.features.passbooks.undoing import UndoOwn, undo_own
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points
from properties.book_account import Waiting
from properties.book_file import ACCOUNTS, BookFile, template
from properties.book_refusals import RefusedActs
from properties.paper_model import PaperBook, ink_of, print_on

ACTS = 26
_SHARE = 5
"""Files that a process lives through before it takes the next share."""
EVERY_ACT = frozenset(
    {
        "deeds", "reversed on paper", "reversed before paper", "undone", "refused undo on paper",
        "refused undo on its way", "issued", "issued again", "adopted", "adopted behind a closed book",
        "asked which line", "printed one page", "printed all", "printed some", "printed by hand", "strip",
        "booklet", "booklet thrown away", "jammed", "spoilt", "answered anew", "answered twice", "sent twice",
        "crash before the answer", "crash while sending", "crash while answering", "replaced full",
        "replaced worn", "lost", "last line written", "last line spoilt", "closed", "kind moved",
        "kind of new lines", "kind changed at replacement", "refused second print",
        "refused end while printing", "refused full", "refused ended", "refused late answer",
        "refused wrong answer", "refused other lines", "refused second book", "refused nothing to print",
    }
)  # fmt: skip


class PowerCut(Exception):
    """The program ends here, in the middle of its transaction."""


class BookHistory(RefusedActs):
    """One account that a clerk, a printer and the power do with what they like."""

    def live(self) -> None:
        """A few dozen acts, each held against the paper; then all is printed and read aloud."""
        self.deeds()
        for _ in range(ACTS):
            act = self._drawn()
            act()
            self.check()
        self.finish()

    def _drawn(self) -> Callable[[], None]:
        chance = self.chance
        always = [*[self.deeds] * 4, self.reverse, self.undo]
        if self.waiting is not None:
            return chance.choice([*always, *[self.answer] * 6, *[self.crash] * 2, self.second_print])
        if self.in_use is None:
            return chance.choice([*always, *[self.issue] * 3, self.adopt, self.last_line, self.ended])
        going_on = [
            *[self.print_page] * 5,
            *[self.print_all] * 3,
            *[self.print_some] * 2,
            self.by_hand,
            self.strip,
            self.booklet,
            self.crash_while_sending,
            *[self.replace] * 2,
            self.lose,
            self.close,
            *[self.last_line] * 2,
            self.change_kind,
            *[self.late_answer] * 2,
            self.other_lines,
            self.second_book,
            self.ended,
        ]
        return chance.choice([*always, *going_on])

    # The ledger goes on

    def deeds(self) -> None:
        """Something is recorded: one deed by the usual way, or a few lines at once."""
        before = len(self.ledger())
        if self.chance.random() < 0.2:
            voucher = booked(self.village, (self.account,))
            count = 1
        else:
            count = self.chance.randrange(1, 7)
            kinds = [self.chance.choice([LineKind.CREDIT, LineKind.DEBIT]) for _ in range(count)]
            drafts = [
                DraftLine(
                    self.account,
                    kind,
                    kind,
                    Points(self.chance.choice([50, 100, 725, 1000]) * (1 if kind is LineKind.CREDIT else -1)),
                    self.village.clock.today(),
                    item_text="好事",
                )
                for kind in kinds
            ]
            with self.village.write() as tx:
                voucher = write_voucher(tx, new_uid(), VoucherKind.RECORD, drafts)
        self._points = None
        seqs = list(range(before + 1, before + count + 1))
        self.vouchers[voucher.voucher_id] = seqs
        self.standing |= set(seqs)
        self.acts["deeds"] += count

    def reverse(self) -> None:
        """A line is taken back with a reason, on paper or not."""
        if not self.standing:
            return
        seq = self.chance.choice(sorted(self.standing))
        with self.village.write() as tx:
            number = tx.session.execute(
                text("SELECT seq FROM ledger_line WHERE account_id = :account AND account_seq = :seq"),
                {"account": self.account, "seq": seq},
            ).scalar_one()
            reverse_lines(tx, ReverseLines(new_uid(), (number,), "记错了户"))
        self._points = None
        self.standing.discard(seq)
        self.acts["reversed on paper" if seq <= self.on_paper() else "reversed before paper"] += 1

    def undo(self) -> None:
        """An own act of today goes back as a pair, unless a line of it is on paper or on its way."""
        if not self.vouchers:
            return
        voucher_id = self.chance.choice(sorted(self.vouchers))
        left = [seq for seq in self.vouchers[voucher_id] if seq in self.standing]
        sent = [line.entry.account_seq for line in self.waiting.lines if line.entry] if self.waiting else []
        on_paper, on_its_way = self.on_paper(sound=True), max(sent, default=0)
        command = UndoOwn(new_uid(), voucher_id)
        if not left:
            self._refused("second undo", VoucherTakenBack, lambda tx: undo_own(tx, command))
            del self.vouchers[voucher_id]
        elif left[0] <= max(on_paper, on_its_way):
            where = "on paper" if left[0] <= on_paper else "on its way"
            self._refused(f"undo {where}", UndoOnPaper, lambda tx: undo_own(tx, command))
        else:
            with self.village.write() as tx:
                undo_own(tx, command)
            self._points = None
            self.standing -= set(left)
            self.acts["undone"] += 1

    # Books come and go

    def issue(self) -> None:
        """A book for an account without one; behind a closed one it says what it goes on from."""
        kind = self._kind()
        again = bool(self.books)
        with self.village.write() as tx:
            (book_id,) = issue_books(tx, [IssueBook(self.account, kind)])
        self._new_paper(book_id, BookOrigin.NEXT if again else BookOrigin.FIRST, kind)
        self.acts["issued again" if again else "issued"] += 1

    def adopt(self) -> None:
        """A book that was kept by hand goes on in the middle of a page."""
        kind, chance, ledger = self._kind(), self.chance, self.ledger()
        layout = self._layout(kind)
        page, line = chance.randint(1, layout.pages), chance.randint(1, layout.lines)
        before = self.on_paper()
        held = chance.randint(before, len(ledger))
        sums = [0, *accumulate(ledger)]
        twins = [seq for seq in range(before, len(sums)) if sums[seq] == sums[held]]
        command = AdoptBook(self.account, kind, page, line, Points(sums[held]))
        if len(twins) > 1:
            self._refused("guess", errors.BalanceAmbiguous, lambda tx: adopt_book(tx, command))
            self.acts["asked which line"] += 1
            command = replace(command, last_seq=held)
        with self.village.write() as tx:
            book_id = adopt_book(tx, command)
        paper = self._new_paper(book_id, BookOrigin.ADOPTED, kind)
        paper.covered = held
        paper.written_before((page - 1) * layout.lines + line - 1)
        self.acts["adopted behind a closed book" if len(self.books) > 1 else "adopted"] += 1

    def replace(self) -> None:
        """A full or worn book gets another one, perhaps of another kind."""
        self._replace("replaced full" if self._row().state is BookState.FULL else "replaced worn")

    def lose(self) -> None:
        """The book is lost: nothing goes into it any more."""
        self._replace("lost", lost=True)

    def _replace(self, act: str, *, lost: bool = False) -> None:
        old, chance = self._row(), self.chance
        kind = self._kind() if chance.random() < 0.3 else None
        command = ReplaceBook(old.id, "丢了" if lost else "写满了", lost=lost, type_id=kind)
        with self.village.write() as tx:
            book_id = replace_book(tx, command)
        if chance.random() < 0.2:
            with self.village.write() as tx:
                assert replace_book(tx, command) == book_id
        self.books[-1].replaced = not lost
        self._new_paper(
            book_id, BookOrigin.REISSUED if lost else BookOrigin.NEXT, kind or self._newest(old.type_id)
        )
        self.acts[act] += 1
        self.acts["kind changed at replacement"] += kind is not None

    def close(self) -> None:
        """The household leaves for a while; the book ends."""
        book_id = self._row().id
        with self.village.write() as tx:
            close_book(tx, book_id, "全户外出")
        self.in_use = None
        self.acts["closed"] += 1

    def change_kind(self) -> None:
        """The village changes a kind of book: looks hold for books in use, other lines for new ones."""
        kind, chance = self._kind(), self.chance
        layout = self._layout(kind)
        wanted = replace(layout, name=f"{layout.name.split('.')[0]}.{chance.randrange(10**6)}")
        if moves := chance.random() < 0.5:
            after = 0 if layout.fold_after else 2
            wanted = replace(wanted, fold_after=after, fold_skip=1 if after else 0)
        with self.village.write() as tx:
            used = {row.id for row in book_types(tx, retired_too=True) if row.books}
            changed = change_book_type(tx, kind, wanted)
        assert (changed == kind) is (not moves or kind not in used)
        self.acts["kind of new lines" if changed != kind else "kind moved"] += 1

    # Lines go to paper

    def print_page(self) -> None:
        """What one feeding of the book takes."""
        plan = self._plan()
        self._print("printed one page", plan, plan.on_page())

    def print_all(self) -> None:
        """Over page turns, until nothing is left or the book is full."""
        plan = self._plan()
        self._print("printed all", plan, plan.lines)

    def print_some(self) -> None:
        """The first few lines."""
        plan = self._plan()
        self._print("printed some", plan, plan.lines[: self.chance.randrange(1, 4)])

    def strip(self) -> None:
        """Lines on a strip that is pasted in."""
        plan = self._plan()
        self._print("strip", plan, plan.on_page(), PrintWay.STRIP)

    def by_hand(self) -> None:
        """Lines written with a pen: there is no jam."""
        plan = self._plan()
        lines = plan.on_page()
        if not lines:
            return self._nothing(plan, PrintWay.HAND)
        paper = self._paper(plan.book.id)
        command = SendLines(plan.book.id, PrintWay.HAND, tuple(line.code for line in lines))
        uid = new_uid()
        for _ in range(self.chance.choice([1, 1, 2])):
            with self.village.write() as tx:
                print_id = write_by_hand(tx, command, uid)
        print_on(paper, plan.book.layout, lines, len(lines), 0)
        self.answered.setdefault(plan.book.id, []).append(print_id)
        self.acts["printed by hand"] += len(lines)
        return None

    def booklet(self) -> None:
        """The whole book anew: the sheets before it are taken back, if the printer lets it come out whole."""
        plan = plan_of(self.village, self._row().id, whole=True)
        if not plan.lines:
            return
        sheets = self._paper(plan.book.id).anew()
        self._print("booklet", plan, plan.lines, PrintWay.BOOKLET, sheets)

    def last_line(self) -> None:
        """A replaced book still gets its 转下册."""
        replaced = [book for book in self.books if book.replaced]
        if not replaced:
            return
        book = self.chance.choice(replaced)
        plan = plan_of(self.village, book.id)
        if book.closed or not plan.lines:
            assert plan.lines == ()
            assert book.closed or book.used == len(book.stock.places())
            return
        self._print("last line written", plan, plan.lines)
        assert self.waiting is not None
        self.acts["last line spoilt"] += self.waiting.spoilt

    def _print(
        self,
        act: str,
        plan: BookPlan,
        lines: Sequence[PaperLine],
        way: PrintWay = PrintWay.PRINTER,
        sheets: PaperBook | None = None,
    ) -> None:
        """Lines are sent and the printer does with them what it likes; the answer comes later."""
        if not lines:
            self._nothing(plan, way)
            return
        chance = self.chance
        command = SendLines(plan.book.id, way, tuple(line.code for line in lines))
        for _ in range(twice := 1 if self.calm else chance.choice([1, 1, 1, 2])):
            with self.village.write() as tx:
                print_id = send_lines(tx, command)
        self.acts["sent twice"] += twice - 1
        printed, spoilt = len(lines), 0
        if not self.calm and chance.random() < 0.35:
            printed = chance.randrange(len(lines))
            spoilt = chance.choice([0, 0, 1, 1, 1, 2])
        spoilt = min(spoilt, len(lines) - printed)
        paper = sheets or self._paper(plan.book.id)
        if sheets is not None and printed < len(lines):
            self.acts["booklet thrown away"] += 1
            printed, spoilt = 0, 0
        else:
            self.sound[paper.id] = replace(paper, inked=dict(self._paper(paper.id).inked))
            print_on(paper, plan.book.layout, lines, printed, spoilt)
            self.acts["jammed"] += printed < len(lines)
            self.acts["spoilt"] += spoilt
        self.acts[act] += printed
        self.waiting = Waiting(print_id, paper, plan.book, tuple(lines), printed, spoilt)
        if lines[0].kind is PaperLineKind.TO_BOOK:
            self.closing.add(print_id)

    def _nothing(self, plan: BookPlan, way: PrintWay) -> None:
        command = SendLines(plan.book.id, way, ("AAAAAAAA",))
        expected = errors.BookFull if plan.full else errors.NothingToPrint
        assert plan.full is (self.on_paper() < len(self.ledger()))
        self._refused(
            "full" if plan.full else "nothing to print", expected, lambda tx: send_lines(tx, command)
        )

    def answer(self) -> None:
        """The clerk looks at the paper and says what is there; sometimes at first something else."""
        waiting, chance = self.waiting, self.chance
        assert waiting is not None
        count, book_id = len(waiting.lines), waiting.row.id
        if waiting.paper is not self._paper(book_id):
            truths = [(0, 0), (count, 0)]
        else:
            truths = [(many, bad) for many in range(count + 1) for bad in range(count - many + 1)]
        if not self.calm and chance.random() < 0.1:
            command = ConfirmPrint(waiting.print_id, count, 1)
            self._refused("wrong answer", errors.WrongOutcome, lambda tx: confirm_print(tx, command))
        if not self.calm and chance.random() < 0.15:
            with self.village.write() as tx:
                confirm_print(tx, ConfirmPrint(waiting.print_id, *chance.choice(truths)))
            self.acts["answered anew"] += 1
        said = ConfirmPrint(waiting.print_id, waiting.printed, waiting.spoilt)
        for _ in range(twice := 1 if self.calm else chance.choice([1, 1, 1, 2])):
            with self.village.write() as tx:
                confirm_print(tx, said)
        self.acts["answered twice"] += twice - 1
        if waiting.printed == count and waiting.paper is not self._paper(book_id):
            self.books = [waiting.paper if each.id == book_id else each for each in self.books]
        self.answered.setdefault(book_id, []).append(waiting.print_id)
        self.waiting = None
        self.sound.clear()

    # The power fails

    def crash(self) -> None:
        """Between sent and answer, or while the answer is taken: the lines still wait."""
        waiting = self.waiting
        assert waiting is not None
        if self.chance.random() < 0.5:
            with self._power_cut() as tx:
                confirm_print(tx, ConfirmPrint(waiting.print_id, waiting.printed, waiting.spoilt))
            self.acts["crash while answering"] += 1
        self.file.reopen()
        with self.village.read() as scope:
            found = open_print(scope, waiting.row.id)
        assert found is not None
        assert found.id == waiting.print_id
        assert [ink_of(line) for line in found.lines] == [ink_of(line) for line in waiting.lines]
        assert [(line.page, line.line) for line in found.lines] == [
            (line.page, line.line) for line in waiting.lines
        ]
        self.acts["crash before the answer"] += 1

    def crash_while_sending(self) -> None:
        """Nothing was sent, and nothing is on paper."""
        plan = self._plan()
        if not plan.lines:
            return
        with self._power_cut() as tx:
            send_lines(tx, SendLines(plan.book.id, PrintWay.PRINTER, tuple(line.code for line in plan.lines)))
        self.file.reopen()
        with self.village.read() as scope:
            assert open_print(scope, plan.book.id) is None
        self.acts["crash while sending"] += 1

    @contextmanager
    def _power_cut(self) -> Iterator[Tx]:
        try:
            with self.village.write() as tx:
                yield tx
                raise PowerCut
        except PowerCut:
            return

    def finish(self) -> None:
        """Everything is printed, book after book; then all of it is read aloud and looked up."""
        if self.waiting is not None:
            self.answer()
        self.calm = True
        if self.in_use is None:
            self.issue()
        while self.on_paper() < len(self.ledger()):
            plan = self._plan()
            if plan.lines:
                self._print("printed all", plan, plan.lines)
                self.answer()
            else:
                self.replace()
        for book in [book for book in self.books if book.replaced]:
            if not book.closed and (plan := plan_of(self.village, book.id)).lines:
                self._print("last line written", plan, plan.lines)
                self.answer()
        self.check()
        self.read_everything()


def book_campaign(histories: int, seed: int, lanes: int = 1) -> Counter[str]:
    """Live through so many histories on real files and count the acts; raises what one shows, with its seed.

    Every history goes through the store; ACCOUNTS of them share a file, which is verified whole at its end.
    """
    chance = random.Random(seed)
    sizes = [min(ACCOUNTS, histories - begin) for begin in range(0, histories, ACCOUNTS)]
    rounds = [(size, chance.randrange(2**32)) for size in sizes]
    template()
    if lanes == 1:
        return _rounds(rounds)
    with multiprocessing.get_context("fork").Pool(lanes) as pool:
        shares = [rounds[begin : begin + _SHARE] for begin in range(0, len(rounds), _SHARE)]
        return sum(pool.imap_unordered(_rounds, shares), Counter[str]())


def _rounds(rounds: Sequence[tuple[int, int]]) -> Counter[str]:
    acts: Counter[str] = Counter()
    file = BookFile()
    try:
        for histories, seed in rounds:
            file.begin_anew()
            acts += book_round(file, histories, seed)
    finally:
        file.close()
    return acts


def book_round(file: BookFile, histories: int, seed: int) -> Counter[str]:
    """Some histories one after the other in a fresh file."""
    acts: Counter[str] = Counter()
    for number, account in enumerate(file.accounts[:histories]):
        history = BookHistory(file, account, seed + number)
        try:
            history.live()
        except BaseException as error:
            error.add_note(f"history {number} of book_round(…, {seed})")
            raise
        acts += history.acts
        acts["books"] += len(history.books)
        acts["lines of paper"] += sum(len(book.inked) for book in history.books)
    assert file.verify() >= histories
    return acts


def main() -> int:
    """The whole campaign, by command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--histories", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    parser.add_argument("--lanes", type=int, default=2, help="processes side by side")
    given = parser.parse_args()
    began = time.monotonic()
    acts = book_campaign(given.histories, given.seed, given.lanes)
    told = ", ".join(f"{act} {times}" for act, times in sorted(acts.items()))
    seconds = time.monotonic() - began
    sys.stdout.write(f"{given.histories} histories, seed {given.seed}, {seconds:.0f} s: {told}\n")
    return int(bool(EVERY_ACT - acts.keys()))


if __name__ == "__main__":
    sys.exit(main())
