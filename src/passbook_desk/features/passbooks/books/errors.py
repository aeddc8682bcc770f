from passbook_desk.kernel.errors import FaultFound, UserError


class LayoutWrong(UserError):
    """A book cannot be printed by this layout; `field` names what is wrong."""

    code = "books.layout-wrong"


class LayoutNumberOutside(LayoutWrong):
    """A number is too small or too large: `field`, `least`, `most`; of a column also `column` and `part`."""

    code = "books.layout-number-outside"


class LayoutNameWrong(LayoutWrong):
    """A kind of book has a name of one line with at most `most` characters."""

    code = "books.layout-name-wrong"


class LinesBeyondPage(LayoutWrong):
    """The last line would end at `end` millimetres, below the edge of a page of `height` millimetres."""

    code = "books.lines-beyond-page"


class FoldHalf(LayoutWrong):
    """The fold has a place but no width, or the other way round."""

    code = "books.fold-half"


class ColumnMissing(LayoutWrong):
    """A book without this `column` proves nothing."""

    code = "books.column-missing"


class ColumnsOverlap(LayoutWrong):
    """A `column` begins before the one left of it ends."""

    code = "books.columns-overlap"


class ColumnBeyondPage(LayoutWrong):
    """A `column` ends at `end` millimetres, beyond a page of `width` millimetres."""

    code = "books.column-beyond-page"


class LayoutUnreadable(UserError):
    """What should be a layout is none."""

    code = "books.layout-unreadable"


class UnknownBookType(UserError):
    """No kind of book has this name."""

    code = "books.unknown-type"


class BookTypeTwice(UserError):
    """Another kind of book has this name."""

    code = "books.type-twice"


class BookTypeRetired(UserError):
    """Of a retired kind of book `name` only the places of its books in use may change, not their lines."""

    code = "books.type-retired"


class UnknownBook(UserError):
    """No book has this number."""

    code = "books.unknown-book"


class WrongBookNumber(UserError):
    """No number of a book: mistyped."""

    code = "books.wrong-number"


class BookNumberTaken(UserError):
    """Another book has this number."""

    code = "books.number-taken"


class HasBook(UserError):
    """The account has a book in use already."""

    code = "books.has-book"


class BookEnded(UserError):
    """The book was lost, replaced or closed."""

    code = "books.ended"


class BookFull(UserError):
    """No line is free; a new book is due."""

    code = "books.full"


class TypeOfOtherColour(UserError):
    """The kind of book is for the other colour."""

    code = "books.other-colour"


class PositionOutside(UserError):
    """There is no such page or line in this kind of book."""

    code = "books.position-outside"


class BalanceNotInLedger(UserError):
    """No line of the ledger has the balance that stands in the paper book last."""

    code = "books.balance-not-in-ledger"


class BalanceAmbiguous(UserError):
    """Several lines have that balance; the last line on paper must be named."""

    code = "books.balance-ambiguous"


class NothingToPrint(UserError):
    """Every line is on paper."""

    code = "books.nothing-to-print"


class PlanOutdated(UserError):
    """The ledger or the book went on since the preview was made."""

    code = "books.plan-outdated"


class PrintOpen(UserError):
    """Lines were sent and nobody has said whether they are on paper."""

    code = "books.print-open"


class NoPrintOpen(UserError):
    """Nothing was sent that waits for an answer."""

    code = "books.no-print-open"


class WrongOutcome(UserError):
    """More lines are said to be on paper than were sent, or a line that was not among them is named."""

    code = "books.wrong-outcome"


class OutcomeTooLate(UserError):
    """Only the outcome of the book's last print can be told anew."""

    code = "books.outcome-too-late"


class PaperDoubted(UserError):
    """A backup was restored: nobody has said yet where the paper of the book `number` ends."""

    code = "books.paper-doubted"


class PlaceUnchanged(UserError):
    """The book goes on there already."""

    code = "books.place-unchanged"


class PlaceBeforeStart(UserError):
    """The place lies before the first one (`page`, `line`) that the program may use in a book taken over."""

    code = "books.place-before-start"


class HolderUnchanged(UserError):
    """The book names its holder rightly."""

    code = "books.holder-unchanged"


class BookBroken(FaultFound):
    """What the file says of a book's lines does not fit the ledger or the book."""

    code = "books.broken"
