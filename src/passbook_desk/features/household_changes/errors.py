from passbook_desk.kernel.errors import UserError


class NobodyLeaves(UserError):
    """A split needs people who go. Params: `field`."""

    code = "changes.nobody-leaves"


class EverybodyLeaves(UserError):
    """A split leaves somebody in the old household. Params: `field`."""

    code = "changes.everybody-leaves"


class SameHousehold(UserError):
    """A household cannot be merged with itself. Params: `field`."""

    code = "changes.same-household"


class AmountMissing(UserError):
    """Points are divided by an amount that is not given. Params: `field`."""

    code = "changes.amount-missing"


class AmountTooLarge(UserError):
    """More is to go than there is. Params: `field`, `points`, `there`."""

    code = "changes.amount-too-large"


class NoReceiver(UserError):
    """Points are to go to another household that is not named. Params: `field`."""

    code = "changes.no-receiver"


class WayNotPossible(UserError):
    """This act does not know this way of dealing with points. Params: `field`, `way`."""

    code = "changes.way-not-possible"


class AccountMissing(UserError):
    """A household without an open green account. Params: `code`."""

    code = "changes.account-missing"


class AccountNotFrozen(UserError):
    """The account is open, or nothing is left in it. Params: `number`."""

    code = "changes.account-not-frozen"
