"""What must be refused in the life of a book."""

from passbook_desk.features.passbooks.books import errors
from passbook_desk.features.passbooks.books.commands import close_book, issue_books, replace_book
from passbook_desk.features.passbooks.books.printing import confirm_print, send_lines
from passbook_desk.features.passbooks.books.values import (
    ConfirmPrint,
    IssueBook,
    PrintWay,
    ReplaceBook,
    SendLines,
)
from properties.book_account import BookAccount


class RefusedActs(BookAccount):
    """Acts that change nothing, whenever somebody tries them."""

    def second_print(self) -> None:
        """While lines wait for their answer nothing is sent, and no book ends."""
        waiting = self.waiting
        assert waiting is not None
        codes = tuple(line.code for line in waiting.lines)
        for book_id in {waiting.row.id, self.in_use} - {None}:
            assert book_id is not None
            command = SendLines(book_id, PrintWay.PRINTER, codes)
            self._refused("second print", errors.PrintOpen, lambda tx, sent=command: send_lines(tx, sent))
        if waiting.row.id == self.in_use:
            ending = ReplaceBook(waiting.row.id, "写满了", lost=self.chance.random() < 0.5)
            self._refused("end while printing", errors.PrintOpen, lambda tx: replace_book(tx, ending))
            self._refused(
                "end while printing", errors.PrintOpen, lambda tx: close_book(tx, waiting.row.id, "走")
            )

    def late_answer(self) -> None:
        """Of a print that another one follows, or whose book another one follows."""
        last = self.books[-1].id
        still = self.closing | set(self.answered.get(last, [])[-1:])
        early = [one for prints in self.answered.values() for one in prints if one not in still]
        if early:
            command = ConfirmPrint(self.chance.choice(early), 0)
            self._refused("late answer", errors.OutcomeTooLate, lambda tx: confirm_print(tx, command))

    def other_lines(self) -> None:
        """What is to be sent must be what was shown."""
        plan = self._plan()
        if len(plan.lines) > 1:
            codes = tuple(line.code for line in plan.lines[1:])
            command = SendLines(plan.book.id, PrintWay.PRINTER, codes)
            self._refused("other lines", errors.PlanOutdated, lambda tx: send_lines(tx, command))

    def second_book(self) -> None:
        """An account has one book in use."""
        command = IssueBook(self.account, self._kind())
        self._refused("second book", errors.HasBook, lambda tx: issue_books(tx, [command]))

    def ended(self) -> None:
        """Nothing goes into a lost or closed book, and no booklet is made of an ended one."""
        past = [book for book in self.books if book.id != self.in_use]
        if past:
            book = self.chance.choice(past)
            way = PrintWay.BOOKLET if book.replaced else self.chance.choice(list(PrintWay))
            command = SendLines(book.id, way, ("AAAAAAAA",))
            self._refused("ended", errors.BookEnded, lambda tx: send_lines(tx, command))
