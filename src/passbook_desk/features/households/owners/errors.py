from passbook_desk.kernel.errors import UserError


class OrganizationNameMissing(UserError):
    """A shop or unit needs a name."""

    code = "organizations.name-missing"


class UnknownOrganization(UserError):
    """There is no such shop or unit. Params: `text`."""

    code = "organizations.unknown"


class UnknownOwner(UserError):
    """The owner is no resident of the file. Params: `text`."""

    code = "organizations.unknown-owner"


class UnknownOrganizationGrid(UserError):
    """There is no such grid. Params: `text`."""

    code = "organizations.unknown-grid"


class OrganizationThere(UserError):
    """An open shop or unit of this name and owner is in the file. Params: `name`, `known`."""

    code = "organizations.there-already"


class OrganizationClosedAlready(UserError):
    """It has closed already. Params: `name`, `on`."""

    code = "organizations.closed-already"


class OrganizationOpen(UserError):
    """It is open, there is nothing to reopen. Params: `name`."""

    code = "organizations.open"


class ClosesBeforeItOpened(UserError):
    """The day lies before the opening or in the future. Params: `since`, `today`."""

    code = "organizations.closes-out-of-time"
