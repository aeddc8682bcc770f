from passbook_desk.kernel.errors import FaultFound, UserError


class NothingMoved(UserError):
    """A paper needs goods on it. Parameters: field."""

    code = "stock.nothing-moved"


class WrongQuantity(UserError):
    """A number of pieces is at least one and not beyond what a shop holds. Parameters: field, most, row."""

    code = "stock.wrong-quantity"


class NotStocked(UserError):
    """A service has no stock. Parameters: field, name."""

    code = "stock.not-stocked"


class ShortOfStock(UserError):
    """Less lies in stock than is wanted. Parameters: field, name, stock, wanted."""

    code = "stock.short"


class NotThereThen(UserError):
    """On that day, or since, less lay there than goes. Parameters: field, name, day, stock."""

    code = "stock.not-there-then"


class ExpiredOnArrival(UserError):
    """What comes in has expired already. Parameters: field, name, expires_on."""

    code = "stock.expired-on-arrival"


class NotExpired(UserError):
    """Only expired pieces are written off as expired. Parameters: field, name."""

    code = "stock.not-expired"


class StockReasonMissing(UserError):
    """Why pieces are written off, or a paper is taken back, is not said. Parameters: field."""

    code = "stock.reason-missing"


class StockDayInFuture(UserError):
    """Goods move on a day that has come. Parameters: field, day, today."""

    code = "stock.day-in-future"


class SameOutlet(UserError):
    """Goods go from one place to another one. Parameters: field."""

    code = "stock.same-outlet"


class DonorMissing(UserError):
    """Who sold or gave the goods is not said. Parameters: field."""

    code = "stock.donor-missing"


class SignersMissing(UserError):
    """Two people sign a receipt: who handed over and who received. Parameters: field."""

    code = "stock.signers-missing"


class UnknownStockPaper(UserError):
    """There is no such receipt. Parameters: field, number."""

    code = "stock.unknown-paper"


class PaperTakenBack(UserError):
    """The paper was taken back before. Parameters: number."""

    code = "stock.paper-taken-back"


class StockBroken(FaultFound):
    """The stock kept of a batch is not what its movements add up to. Parameters: goods, batch."""

    code = "stock.broken"


class StockPaperBroken(FaultFound):
    """The movements of a paper are not what it stands for. Parameters: number."""

    code = "stock.paper-broken"
