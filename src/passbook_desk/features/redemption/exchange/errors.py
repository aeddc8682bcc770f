from passbook_desk.kernel.errors import FaultFound, UserError


class UnknownExchangeDay(UserError):
    """There is no such exchange day, or it is not held here today. Parameters: field, number."""

    code = "exchange.unknown"


class ExchangeTextMissing(UserError):
    """The exchange day has no name. Parameters: field."""

    code = "exchange.text-missing"


class ExchangeBackwards(UserError):
    """The last day lies before the first one, or more than a month behind it. Parameters: field."""

    code = "exchange.backwards"


class ExchangeInPast(UserError):
    """The last day is over already. Parameters: field, until_on."""

    code = "exchange.in-past"


class ExchangeDayTaken(UserError):
    """Another exchange day is held at this place on these days. Parameters: field, name."""

    code = "exchange.taken"


class ExchangeSettled(UserError):
    """The exchange day is settled. Parameters: name, day."""

    code = "exchange.settled"


class ExchangeNotHeld(UserError):
    """Places in the queue are given on the days themselves. Parameters: name, held_on, until_on."""

    code = "exchange.not-held"


class NothingToRedeem(UserError):
    """The book has no points that could be redeemed. Parameters: field, name."""

    code = "exchange.nothing-to-redeem"


class ExchangeNotOver(UserError):
    """Before the first day there is nothing to settle. Parameters: name, held_on."""

    code = "exchange.not-over"


class ExchangeUntied(UserError):
    """Slips, ledger and goods do not say the same, so nothing is settled. Parameters: name."""

    code = "exchange.untied"


class ExchangeBroken(FaultFound):
    """Slips, points and goods of an exchange day do not say the same. Parameters: number."""

    code = "exchange.broken"
