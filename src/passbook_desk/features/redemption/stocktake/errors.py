from passbook_desk.kernel.errors import FaultFound, UserError


class UnknownStocktake(UserError):
    """There is no such stocktake. Parameters: field, number."""

    code = "stocktake.unknown"


class StocktakeOpen(UserError):
    """Another stocktake goes on at this place. Parameters: field, number."""

    code = "stocktake.open"


class StocktakeEnded(UserError):
    """The stocktake is confirmed, dropped or taken back already. Parameters: number."""

    code = "stocktake.ended"


class StocktakeNotConfirmed(UserError):
    """Only a confirmed stocktake is taken back. Parameters: number."""

    code = "stocktake.not-confirmed"


class NothingCounted(UserError):
    """Nothing is counted yet. Parameters: field, number."""

    code = "stocktake.nothing-counted"


class WrongCount(UserError):
    """A count is below 0 or above `most`. Parameters: field, name, most."""

    code = "stocktake.wrong-count"


class CountedTwice(UserError):
    """One list of counts gives the same goods two numbers. Parameters: field, name, first, second."""

    code = "stocktake.counted-twice"


class NotCountedYet(UserError):
    """A difference is explained after the goods were counted. Parameters: field, name."""

    code = "stocktake.not-counted"


class CountOutdated(UserError):
    """The book was corrected after goods were counted: they are counted again. Parameters: field, name."""

    code = "stocktake.outdated"


class CounterMissing(UserError):
    """Who counts, or who watched, is not said. Parameters: field."""

    code = "stocktake.counter-missing"


class DifferenceUnexplained(UserError):
    """A difference has no reason. Parameters: field, name, difference."""

    code = "stocktake.unexplained"


class NeverReceived(UserError):
    """More was counted of goods that never came in; a receipt brings them. Parameters: field, name."""

    code = "stocktake.never-received"


class SameCounter(UserError):
    """Whoever counted does not confirm; a signed sheet stands for the second person. Parameters: field."""

    code = "stocktake.same-counter"


class WitnessCounted(UserError):
    """Who is said to have watched is one of those who counted. Parameters: field, name."""

    code = "stocktake.witness-counted"


class StocktakeReasonMissing(UserError):
    """Why a stocktake is dropped or taken back is not said. Parameters: field."""

    code = "stocktake.reason-missing"


class CountedSince(UserError):
    """A later stocktake built on this one: that is taken back first. Parameters: number, later."""

    code = "stocktake.counted-since"


class StocktakeBroken(FaultFound):
    """What a stocktake moved is not what it found. Parameters: number."""

    code = "stocktake.broken"
