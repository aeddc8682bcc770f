from passbook_desk.kernel.errors import UserError


class NoStandardYet(UserError):
    """The village has not adopted a red-white standard. Parameters: field."""

    code = "events.no-standard"


class BeforeStandard(UserError):
    """The day lies before the first standard. Parameters: field, day, first."""

    code = "events.before-standard"


class UnknownStandard(UserError):
    """The village has adopted no red-white standard with this number. Parameters: field, number."""

    code = "events.unknown-standard"


class UnknownEvent(UserError):
    """There is no event with this number. Parameters: field, event."""

    code = "events.unknown-event"


class NegativeFigure(UserError):
    """A figure cannot be less than nothing. Parameters: field, measure, amount."""

    code = "events.negative-figure"


class FigureTooLarge(UserError):
    """A figure is larger than any feast. Parameters: field, measure, amount, most."""

    code = "events.figure-too-large"


class FigureTwice(UserError):
    """The same measure was declared twice. Parameters: field, measure."""

    code = "events.figure-twice"


class HeldDateTooFar(UserError):
    """The event lies more than a year away, ahead or behind. Parameters: field, day, today."""

    code = "events.held-date-too-far"


class WrongPhone(UserError):
    """A telephone number has digits only. Parameters: field."""

    code = "events.wrong-phone"


class NothingLimited(UserError):
    """A standard needs at least one line with a figure. Parameters: field."""

    code = "events.nothing-limited"


class LimitTwice(UserError):
    """Two lines of one standard say the same thing. Parameters: field, kind, case, measure."""

    code = "events.limit-twice"


class NegativeLimit(UserError):
    """A limit cannot be less than nothing. Parameters: field, measure, amount."""

    code = "events.negative-limit"


class TextTooLong(UserError):
    """A field of the form holds at most `most` characters. Parameters: field, most."""

    code = "events.text-too-long"
