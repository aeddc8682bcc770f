from passbook_desk.kernel.errors import UserError


class UnknownHousehold(UserError):
    """No household has this code. Params: `text`."""

    code = "households.unknown-household"


class UnknownGrid(UserError):
    """No grid has this code. Params: `text`."""

    code = "households.unknown-grid"


class NobodyListed(UserError):
    """There is no household to print or to write into a workbook."""

    code = "households.nobody-listed"


class ReasonMissing(UserError):
    """Whole ID and phone numbers were asked for and no reason was given. Params: `field`."""

    code = "households.reason-missing"
