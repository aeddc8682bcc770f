from passbook_desk.kernel.errors import UserError


class RunNotDecided(UserError):
    """The village has not decided that points are cleared, expire or are granted so. Params: `kind`."""

    code = "ledger.run-not-decided"


class RunDoneBefore(UserError):
    """This run was applied before. Params: `name`."""

    code = "ledger.run-done-before"


class RunFiguresChanged(UserError):
    """Books have moved since the dry list was made. Params: `name`."""

    code = "ledger.run-figures-changed"


class NothingToRun(UserError):
    """No book would get a line. Params: `name`."""

    code = "ledger.nothing-to-run"
