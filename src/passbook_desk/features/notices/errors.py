from passbook_desk.kernel.errors import FaultFound, UserError


class NoticeNotOver(UserError):
    """A notice is issued when its period is over; before that there is a proof.

    Parameters: period, last_on, field.
    """

    code = "notices.not-over"


class WrongAbout(UserError):
    """What this kind of notice is about cannot be read. Parameters: field, text, kind."""

    code = "notices.wrong-about"


class NothingToPublish(UserError):
    """There is nothing that this notice could list. Parameters: title."""

    code = "notices.nothing-to-publish"


class IssuedBefore(UserError):
    """A notice of this was issued; a new version needs a reason. Parameters: number, title."""

    code = "notices.issued-before"


class NotIssuedYet(UserError):
    """There is no first version that a new one could replace. Parameters: title."""

    code = "notices.not-issued-yet"


class UnknownNotice(UserError):
    """No notice has this number. Parameters: field, number."""

    code = "notices.unknown"


class WrongLook(UserError):
    """A sheet cannot look like this: nobody's lines, no figures, or buildings beside books.

    Parameters: field, why.
    """

    code = "notices.wrong-look"


class TooWide(UserError):
    """The columns chosen do not fit the paper in letters of 16 points. Parameters: field, paper, columns."""

    code = "notices.too-wide"


class PlaceMissing(UserError):
    """Where the notice hangs, or who hung it, is not said. Parameters: field."""

    code = "notices.place-missing"


class HungBeforeIssued(UserError):
    """A notice hangs after it is issued. Parameters: field, day, issued_on."""

    code = "notices.hung-before-issued"


class HungBackwards(UserError):
    """The last day on the wall lies before the first, or the days are more than a year. Parameters: field."""

    code = "notices.hung-backwards"


class HungInFuture(UserError):
    """What hangs hangs already. Parameters: field, day, today."""

    code = "notices.hung-in-future"


class NoticeClosed(UserError):
    """The notice is closed. Parameters: number, closed_on."""

    code = "notices.closed"


class NoticeReplaced(UserError):
    """A newer version hangs in its place. Parameters: number, other."""

    code = "notices.replaced"


class NeverHung(UserError):
    """A notice that was never hung cannot be closed. Parameters: number."""

    code = "notices.never-hung"


class StillHangs(UserError):
    """Its days on the wall are not over. Parameters: number, until_on."""

    code = "notices.still-hangs"


class ObjectionsOpen(UserError):
    """Objections have no answer yet. Parameters: number, objections."""

    code = "notices.objections-open"


class NoticeTextTooLong(UserError):
    """A text is longer than its place. Parameters: field, most."""

    code = "notices.text-too-long"


class UnknownNoticePhoto(UserError):
    """There is no such picture, or it was struck out. Parameters: field, photo."""

    code = "notices.unknown-photo"


class NoticeBroken(FaultFound):
    """An issued notice is not as it was issued: a line, a fact of its head or its seal differs.

    Parameters: number.
    """

    code = "notices.broken"


class NoticeFiguresBroken(FaultFound):
    """A figure of an issued notice does not follow from the ledger up to its cut-off.

    Parameters: number, line.
    """

    code = "notices.figures-broken"
