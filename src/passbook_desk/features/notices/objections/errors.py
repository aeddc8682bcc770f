from passbook_desk.kernel.errors import UserError


class UnknownObjection(UserError):
    """There is no such objection. Parameters: field, number."""

    code = "objections.unknown"


class NoSuchLine(UserError):
    """The sheet has no line with this number. Parameters: field, line, most."""

    code = "objections.no-such-line"


class ObjectionWordsMissing(UserError):
    """What is objected to, or what was found, is not said. Parameters: field."""

    code = "objections.words-missing"


class ObjectionTextTooLong(UserError):
    """A text is longer than its place. Parameters: field, most."""

    code = "objections.text-too-long"


class ReceivedBeforeIssued(UserError):
    """Nobody objects before a notice is issued. Parameters: field, day, issued_on."""

    code = "objections.received-before-issued"


class ReceivedInFuture(UserError):
    """What came in came in already. Parameters: field, day, today."""

    code = "objections.received-in-future"


class DueTooEarly(UserError):
    """The day to answer lies before the one it came in. Parameters: field, day, received_on."""

    code = "objections.due-too-early"


class HandlerMissing(UserError):
    """Who looks into it is not said. Parameters: field."""

    code = "objections.handler-missing"


class AnsweredBefore(UserError):
    """The objection has its answer, or was taken back. Parameters: number."""

    code = "objections.answered-before"


class NothingCorrected(UserError):
    """A correction takes back, enters, or keeps a deed from counting. Parameters: number."""

    code = "objections.nothing-corrected"


class CorrectionOfUpheld(UserError):
    """Where the notice stands nothing is corrected. Parameters: number."""

    code = "objections.correction-of-upheld"


class OtherBook(UserError):
    """A correction belongs to the book of the line pointed at. Parameters: field, number."""

    code = "objections.other-book"


class PaperMissing(UserError):
    """A village with steps of review corrects with the number of a signed paper. Parameters: field."""

    code = "objections.paper-missing"


class OwnObjection(UserError):
    """Nobody answers an objection about the own household. Parameters: field, operator."""

    code = "objections.own-household"
