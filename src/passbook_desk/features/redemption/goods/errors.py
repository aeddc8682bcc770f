from passbook_desk.kernel.errors import UserError


class UnknownGoods(UserError):
    """There are no goods with this code or barcode. Parameters: field, code."""

    code = "goods.unknown"


class UnknownOutlet(UserError):
    """There is no such place to redeem. Parameters: field, name."""

    code = "goods.unknown-outlet"


class OutletClosed(UserError):
    """The place to redeem was given up; nothing goes there any more. Parameters: field, name."""

    code = "goods.outlet-closed"


class OutletNotSaid(UserError):
    """There are several places to redeem and none is named. Parameters: field, names."""

    code = "goods.outlet-not-said"


class GoodsTextMissing(UserError):
    """Name or unit is not said. Parameters: field."""

    code = "goods.text-missing"


class GoodsTextTooLong(UserError):
    """A text is longer than its place. Parameters: field, most."""

    code = "goods.text-too-long"


class GoodsCodeTaken(UserError):
    """The code belongs to other goods; codes are never reused. Parameters: field, code, name."""

    code = "goods.code-taken"


class BarcodeTaken(UserError):
    """The barcode belongs to other goods. Parameters: field, barcode, name."""

    code = "goods.barcode-taken"


class BarcodeLikeBook(UserError):
    """The barcode could be taken for a passbook's number. Parameters: field, barcode."""

    code = "goods.barcode-like-book"


class WrongGoodsNumber(UserError):
    """A count is negative or beyond what a shop holds. Parameters: field, most."""

    code = "goods.wrong-number"


class LimitIncomplete(UserError):
    """A limit has a count and a period, or neither. Parameters: field."""

    code = "goods.limit-incomplete"


class PriceNotPositive(UserError):
    """A piece costs points. Parameters: field."""

    code = "goods.price-not-positive"


class PriceBeforeEarlier(UserError):
    """A price is in force from a later day on already; what was redeemed since stays as it is.

    Parameters: field, day, other_day.
    """

    code = "goods.price-before-earlier"


class PriceWasUsed(UserError):
    """Goods were given at the earlier price on this day or later. Parameters: field, day, other_day."""

    code = "goods.price-used"


class KindInUse(UserError):
    """What was in stock or was redeemed stays goods, or a service, as it is. Parameters: field, name."""

    code = "goods.kind-in-use"


class StillInStock(UserError):
    """Goods are retired when nothing lies in stock. Parameters: name, stock."""

    code = "goods.still-in-stock"


class OutletNameTaken(UserError):
    """Another place to redeem has this name. Parameters: field, name."""

    code = "goods.outlet-name-taken"


class LastOutlet(UserError):
    """One place to redeem must stay. Parameters: name."""

    code = "goods.last-outlet"
