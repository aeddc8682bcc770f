from passbook_desk.kernel.errors import FaultFound, UserError


class QuarterNotOver(UserError):
    """A notice is issued when its quarter is over; before that there is a proof.

    Parameters: quarter, last_on, field.
    """

    code = "notices.quarter-not-over"


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
