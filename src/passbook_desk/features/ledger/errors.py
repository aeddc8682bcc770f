from passbook_desk.kernel.errors import FaultFound, UserError


class UnknownAccount(UserError):
    """There is no account with this number. Parameters: number, field."""

    code = "ledger.unknown-account"


class WrongAccountNumber(UserError):
    """The check digit does not fit: a digit was mistyped. Parameters: number, field."""

    code = "ledger.wrong-account-number"


class UnknownLine(UserError):
    """There is no line with this number. Parameters: seq, field."""

    code = "ledger.unknown-line"


class LineAlreadyReversed(UserError):
    """The line was reversed before. Parameters: seq, by."""

    code = "ledger.already-reversed"


class ReversalNotReversible(UserError):
    """A reversal is final; the deed is recorded anew. Parameters: seq."""

    code = "ledger.reversal-not-reversible"


class VoucherTakenBack(UserError):
    """Every line of the act was reversed before. Parameters: voucher."""

    code = "ledger.voucher-taken-back"


class ReasonMissing(UserError):
    """A reversal needs a reason. Parameters: field."""

    code = "ledger.reason-missing"


class NobodyChosen(UserError):
    """A record needs at least one account. Parameters: field."""

    code = "ledger.nobody-chosen"


class AccountTwice(UserError):
    """The same account stands twice in one batch. Parameters: number."""

    code = "ledger.account-twice"


class FutureDeed(UserError):
    """A deed cannot lie in the future. Parameters: field, day, today."""

    code = "ledger.future-deed"


class WrongHolder(UserError):
    """The item is not for this kind of account. Parameters: item, number, field."""

    code = "ledger.wrong-holder"


class NoPoints(UserError):
    """A line moves at least 0.01 points. Parameters: field."""

    code = "ledger.no-points"


class TooManyPoints(UserError):
    """One line moves at most one million points. Parameters: field."""

    code = "ledger.too-many-points"


class SpendsBelowZero(UserError):
    """More points would be spent than the account has to spend (DECISIONS 14a). Parameters: number."""

    code = "ledger.spends-below-zero"


class HolderClosed(UserError):
    """The shop or unit had closed before the deed. Params: `name`, `on`."""

    code = "ledger.holder-closed"


class HouseholdAway(UserError):
    """The household was not in the village on the day of the deed. Params: `number`, `since`, `field`."""

    code = "ledger.household-away"


class RedeemedLine(UserError):
    """Goods were given for this line; it goes back with its slip, goods and all. Params: `seq`."""

    code = "ledger.redeemed-line"


class TransferAsWhole(UserError):
    """A line of a transfer is taken back together with all others of it. Params: `seq`."""

    code = "ledger.transfer-as-whole"


class HasOpening(UserError):
    """The account already has an opening line or other lines. Parameters: number."""

    code = "ledger.has-opening"


class WrongOpening(UserError):
    """Accumulated points are less than what can still be spent. Parameters: number."""

    code = "ledger.wrong-opening"


class SameActWithOtherContent(UserError):
    """An act with this uid was recorded before, with other content."""

    code = "ledger.same-act-other-content"


class PeriodNotOver(UserError):
    """Only a period that is over can be closed. Params: `period`, `last_on`, `field`."""

    code = "ledger.period-not-over"


class PeriodClosed(UserError):
    """The days are closed already. Params: `period`, `last_on`, `field`."""

    code = "ledger.period-closed"


class PeriodNotClosed(UserError):
    """There is no such closed period to open again. Params: `field`."""

    code = "ledger.period-not-closed"


class LaterDaysClosed(UserError):
    """Later days are closed; these have to be opened first. Params: `last_on`."""

    code = "ledger.later-days-closed"


class ClosedByNotice(UserError):
    """A notice was issued for these days; they stay as they hang on the wall. Params: `number`."""

    code = "ledger.closed-by-notice"


class LedgerBroken(FaultFound):
    """The chain does not fit at a line: it was changed, removed or inserted. Parameters: seq."""

    code = "ledger.chain-broken"


class FiguresBroken(FaultFound):
    """A line's running figures do not follow from the line before. Parameters: seq, number."""

    code = "ledger.figures-broken"


class SumsBroken(FaultFound):
    """Kept balances or month sums differ from the lines. Parameters: number."""

    code = "ledger.sums-broken"


class VoucherBroken(FaultFound):
    """A voucher without lines, or with others than it was written with. Parameters: uid."""

    code = "ledger.voucher-broken"


class NoteBroken(FaultFound):
    """The text of a line does not fit its commitment. Parameters: seq."""

    code = "ledger.note-broken"


class AnchorBroken(FaultFound):
    """A head code that went on paper or into a backup does not fit the ledger. Parameters: seq, kind."""

    code = "ledger.anchor-broken"


class LimitReached(UserError):
    """A cap or floor leaves too little for the deed; one class for each period it is counted in.

    Parameters: name, number (of the book), item, used, amount, unit (分 or 次).
    """


class LimitOfDay(LimitReached):
    """The limit of the deed's day is used up. Parameters as LimitReached."""

    code = "ledger.limit-day"


class LimitOfMonth(LimitReached):
    """The limit of the deed's month is used up. Parameters as LimitReached."""

    code = "ledger.limit-month"


class LimitOfQuarter(LimitReached):
    """The limit of the deed's quarter is used up. Parameters as LimitReached."""

    code = "ledger.limit-quarter"


class LimitOfYear(LimitReached):
    """The limit of the deed's year is used up. Parameters as LimitReached."""

    code = "ledger.limit-year"


class LimitEver(LimitReached):
    """The limit without a period is used up. Parameters as LimitReached."""

    code = "ledger.limit-ever"


class DeedTwice(UserError):
    """The book has this item on this day already; the clerk may confirm. Params: name, number, item, day."""

    code = "ledger.deed-twice"


class DeedOnce(UserError):
    """As DeedTwice, where the village enters a deed once a day. Parameters: name, number, item, day."""

    code = "ledger.deed-once"


class OtherBookToo(UserError):
    """The member's or household's other book has the deed; the clerk may confirm (domain §13 rule 2).

    Parameters: name, number, item, day, other (the number of the other book).
    """

    code = "ledger.other-book-too"


class OtherBookOnce(UserError):
    """As OtherBookToo, where the village enters a deed in one of the two. Parameters as OtherBookToo."""

    code = "ledger.other-book-once"


class NoDebt(UserError):
    """This kind of book may not owe points. Parameters: name, number, item, balance."""

    code = "ledger.no-debt"


class LeftOutThen(UserError):
    """The act was written before, without this deed. Parameters: name, number, item."""

    code = "ledger.left-out-then"


class UnknownVoucher(UserError):
    """There is no act with this number. Parameters: voucher, field."""

    code = "ledger.unknown-voucher"


class NoDeedsInVoucher(UserError):
    """The act did not record deeds: balances, base points, a reversal. Parameters: voucher, field."""

    code = "ledger.no-deeds-in-voucher"


class NotUndoable(UserError):
    """Not an own act of today that is on no paper: it takes a reversal with a reason."""


class UndoOfOthers(NotUndoable):
    """Somebody else recorded it, or it went through the review. Parameters: voucher."""

    code = "ledger.undo-of-others"


class UndoFromBefore(NotUndoable):
    """It was not recorded today. Parameters: voucher."""

    code = "ledger.undo-from-before"


class UndoOnPaper(NotUndoable):
    """A line of it is printed in a book, or hangs in a notice. Parameters: number (of the book), seq."""

    code = "ledger.undo-on-paper"


class OlderCopy(FaultFound):
    """The file ends before a line that was written down on this computer. Parameters: seq, last."""

    code = "ledger.older-copy"


class ChainsReplaced(FaultFound):
    """The file does not say what was written down of it on this computer. Parameters: seq."""

    code = "ledger.chains-replaced"
