from passbook_desk.kernel.errors import UserError


class OperatorNameMissing(UserError):
    """The clerk's own name is needed: it stands as 经手 on every line. Parameters: field."""

    code = "access.operator-name-missing"
