from passbook_desk.kernel.errors import UserError


class NoCatalogueYet(UserError):
    """No catalogue is in force on the day. Parameters: field, day, first (the first day of any, or None)."""

    code = "catalogue.none-in-force"


class UnknownItem(UserError):
    """The catalogue in force has no item with this code. Parameters: field, item, day."""

    code = "catalogue.unknown-item"


class ItemDisabled(UserError):
    """The meeting has not yet given this item a value. Parameters: field, item, name."""

    code = "catalogue.item-disabled"


class PointsOutOfRange(UserError):
    """The points are not what the catalogue allows. Parameters: field, item, name, points, least, most."""

    code = "catalogue.points-out-of-range"


class PointsNotPerUnit(UserError):
    """The points are not a whole number of units. Parameters: field, item, name, points, value, unit."""

    code = "catalogue.points-not-per-unit"


class PointsNotGiven(UserError):
    """An item with a range needs the points. Parameters: field, item, name, least, most."""

    code = "catalogue.points-not-given"


class QuantityOutOfRange(UserError):
    """A deed counts 1 to `most` units, and only per-unit items count. Parameters: field, item, name, most."""

    code = "catalogue.quantity-out-of-range"


class NothingEnabled(UserError):
    """A catalogue needs at least one item that can be recorded. Parameters: field."""

    code = "catalogue.nothing-enabled"


class WrongCode(UserError):
    """Codes have three digits, typed on the number pad. Parameters: field, item, name."""

    code = "catalogue.wrong-code"


class CodeTwice(UserError):
    """Two items of one catalogue have the same code. Parameters: field, item, name, other."""

    code = "catalogue.code-twice"


class CodeReused(UserError):
    """The code belonged to another deed in an earlier version (domain §13 rule 12).

    Parameters: field, item, name, other (the earlier deed).
    """

    code = "catalogue.code-reused"


class NoFreeCode(UserError):
    """All three-digit codes have been given to deeds. Parameters: field."""

    code = "catalogue.no-free-code"


class WrongItemValue(UserError):
    """The value does not fit its kind: zero, least above most, or signs that differ.

    Parameters: field, item, name.
    """

    code = "catalogue.wrong-item-value"


class ItemIncomplete(UserError):
    """An item needs a name, a category and a kind of book. Parameters: field, item."""

    code = "catalogue.item-incomplete"


class WrongLimit(UserError):
    """A limit does not fit its item: the other sign, other books, no amount, or the same limit twice.

    Parameters: field, item, name.
    """

    code = "catalogue.wrong-limit"


class VetoIncomplete(UserError):
    """A veto needs a term, and a term a veto. Parameters: field, item, name."""

    code = "catalogue.veto-incomplete"


class GiftTakesPoints(UserError):
    """Given points cannot be taken. Parameters: field, item, name."""

    code = "catalogue.gift-takes-points"


class NoDraft(UserError):
    """The village has no draft of a catalogue. Parameters: field."""

    code = "catalogue.no-draft"


class UnknownVersion(UserError):
    """The village has no catalogue version of this number. Parameters: field, number."""

    code = "catalogue.unknown-version"


class ValueNotUnderstood(UserError):
    """What is typed as a value cannot be read exactly. Parameters: field, value."""

    code = "catalogue.value-not-understood"
