from passbook_desk.kernel.errors import UserError


class UnknownHousehold(UserError):
    """No household has this code. Params: `text`."""

    code = "households.unknown-household"


class UnknownGrid(UserError):
    """No grid has this code. Params: `text`."""

    code = "households.unknown-grid"
