from passbook_desk.kernel.errors import UserError


class RoleMissing(UserError):
    """A role needs a word."""

    code = "roles.role-missing"


class RoleHolderMissing(UserError):
    """A role is held by a resident or by somebody with a name."""

    code = "roles.holder-missing"


class UnknownRoleHolder(UserError):
    """There is no such resident. Params: `text`."""

    code = "roles.unknown-holder"


class UnknownRolePlace(UserError):
    """There is no such place. Params: `text`."""

    code = "roles.unknown-place"


class RoleHeldAlready(UserError):
    """The same holder has this role at this place on these days already. Params: `name`, `role`, `since`."""

    code = "roles.held-already"


class UnknownRole(UserError):
    """There is no such entry of a role. Params: `text`."""

    code = "roles.unknown-role"


class RoleEndedAlready(UserError):
    """The role ended on an earlier day. Params: `name`, `role`, `on`."""

    code = "roles.ended-already"


class RoleEndsBeforeItBegins(UserError):
    """The last day lies before the first one. Params: `since`."""

    code = "roles.ends-before-it-begins"
