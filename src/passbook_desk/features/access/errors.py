from passbook_desk.kernel.errors import UserError


class OperatorNameMissing(UserError):
    """The clerk's own name is needed: it stands as 经手 on every line. Parameters: field."""

    code = "access.operator-name-missing"


class OperatorNameTaken(UserError):
    """Somebody of this name works here already; 经手 would not tell them apart. Parameters: field, name."""

    code = "access.operator-name-taken"


class NoRole(UserError):
    """An operator needs at least one role. Parameters: field, name."""

    code = "access.no-role"


class UnknownOperator(UserError):
    """Nobody of this name works here. Parameters: name, names (who does)."""

    code = "access.unknown-operator"


class WeakPin(UserError):
    """The PIN is short or easy to guess. Parameters: field, least (signs)."""

    code = "access.weak-pin"


class OwnPinMissing(UserError):
    """Before a second person is added, the first one needs a PIN, too. Parameters: field, name."""

    code = "access.own-pin-missing"


class WrongPin(UserError):
    """The PIN is wrong. Parameters: field, name, seconds (to wait before the next try, 0 for none)."""

    code = "access.wrong-pin"


class TooSoon(UserError):
    """After several wrong PINs one has to wait. Parameters: field, name, seconds."""

    code = "access.too-soon"


class SignInNeeded(UserError):
    """Several people work with this file or the one who does has a PIN. Parameters: names."""

    code = "access.sign-in-needed"


class LastManager(UserError):
    """Somebody must stay who can manage the operators. Parameters: name."""

    code = "access.last-manager"


class NotAllowed(UserError):
    """The operator has no role that allows this. Parameters: act (a value of Act), operator (the name)."""

    code = "access.not-allowed"


class OwnRoles(UserError):
    """Somebody's own roles and household are changed by another manager. Parameters: name."""

    code = "access.own-roles"
