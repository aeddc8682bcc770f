from passbook_desk.kernel.errors import UserError


class PrintoutOutdated(UserError):
    """The ledger went on between making the pages and logging them, so they are made again."""

    code = "passbooks.printout-outdated"
