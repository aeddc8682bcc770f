from passbook_desk.kernel.errors import FaultFound, UserError


class NothingWanted(UserError):
    """Nothing is chosen. Parameters: field."""

    code = "counter.nothing-wanted"


class NotEnoughPoints(UserError):
    """Less can be redeemed than the goods cost. Parameters: field, name, points, least, missing."""

    code = "counter.not-enough-points"


class RedemptionBarred(UserError):
    """The book is suspended or vetoed. Parameters: field, name."""

    code = "counter.barred"


class NoPriceYet(UserError):
    """No price is in force for these goods. Parameters: field, name."""

    code = "counter.no-price"


class GoodsRetired(UserError):
    """These goods are not given out any more. Parameters: field, name."""

    code = "counter.goods-retired"


class LimitOfGoods(UserError):
    """The household has had as many as it may in this time. Parameters: field, name, left, period."""

    code = "counter.limit"


class OutOfStock(UserError):
    """Too few pieces that have not expired lie there. Parameters: field, name, stock, wanted."""

    code = "counter.out-of-stock"


class OwnBook(UserError):
    """Nobody serves the own household alone. Parameters: field, operator."""

    code = "counter.own-book"


class NotRedemptionDay(UserError):
    """The village gives goods out on other days. Parameters: field, day, next_day."""

    code = "counter.not-redemption-day"


class MembersDoNotRedeem(UserError):
    """In this village red books are not for goods. Parameters: field, name."""

    code = "counter.members"


class UnknownSlip(UserError):
    """There is no such slip. Parameters: field, number."""

    code = "counter.unknown-slip"


class SlipUndone(UserError):
    """The slip was taken back before. Parameters: number, day."""

    code = "counter.slip-undone"


class UndoReasonMissing(UserError):
    """Why it is taken back is not said. Parameters: field."""

    code = "counter.reason-missing"


class SlipBroken(FaultFound):
    """Points, goods and slip do not say the same. Parameters: number."""

    code = "counter.slip-broken"
