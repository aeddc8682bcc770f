from passbook_desk.kernel.errors import UserError


class OperatorNameMissing(UserError):
    """The clerk's own name is needed: it stands as 经手 on every line. Parameters: field."""

    code = "access.operator-name-missing"


class NotAllowed(UserError):
    """The operator has no role that allows this. Parameters: act (a value of Act), operator (the name)."""

    code = "access.not-allowed"
