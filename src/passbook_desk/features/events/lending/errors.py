from passbook_desk.kernel.errors import UserError


class EquipmentNameMissing(UserError):
    """A kind of thing needs a name. Parameters: field."""

    code = "lending.name-missing"


class EquipmentUnitMissing(UserError):
    """A kind of thing is counted in a unit. Parameters: field."""

    code = "lending.unit-missing"


class EquipmentThere(UserError):
    """There is a kind of thing of this name. Parameters: field, name."""

    code = "lending.there-already"


class UnknownEquipment(UserError):
    """There is no such kind of thing. Parameters: field, text."""

    code = "lending.unknown-equipment"


class LessThanOut(UserError):
    """There cannot be fewer than are out. Parameters: field, name, out, unit."""

    code = "lending.less-than-out"


class NotThatMany(UserError):
    """Fewer can be lent than were asked for. Parameters: field, name, free, unit."""

    code = "lending.not-that-many"


class NothingCounted(UserError):
    """A move needs a number from 1. Parameters: field."""

    code = "lending.nothing-counted"


class CountTooLarge(UserError):
    """A number is larger than any village's store. Parameters: field, most."""

    code = "lending.count-too-large"


class BorrowerMissing(UserError):
    """Things are lent to an event or to a household, one of them. Parameters: field."""

    code = "lending.borrower-missing"


class UnknownLoan(UserError):
    """There is no such loan. Parameters: field, text."""

    code = "lending.unknown-loan"


class MoreThanLent(UserError):
    """More came back than is out. Parameters: field, open, unit."""

    code = "lending.more-than-lent"


class MovedInFuture(UserError):
    """Nothing was lent or brought back after today. Parameters: field, day, today."""

    code = "lending.moved-in-future"


class BackBeforeOut(UserError):
    """Things came back before they were lent. Parameters: field, since."""

    code = "lending.back-before-out"


class DueBeforeOut(UserError):
    """Things are due before they were lent. Parameters: field, since."""

    code = "lending.due-before-out"


class LendingTextTooLong(UserError):
    """A name or remark holds at most `most` characters. Parameters: field, most."""

    code = "lending.text-too-long"
