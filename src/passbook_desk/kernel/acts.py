"""What an operator may be allowed to do; who is, says the matrix of `features/access`."""

from enum import StrEnum


class Act(StrEnum):
    """One word per kind of act that a role allows or not."""

    READ = "read"
    RECORD = "record"
    TAKE_BACK = "take-back"
    """Undo one's own unprinted lines of the same day."""
    HOUSEHOLDS = "households"
    IMPORT = "import"
    EVENTS = "events"
    PRINT = "print"
    EXPORT = "export"
    EXPORT_NUMBERS = "export-numbers"
    FIRST_CHECK = "first-check"
    REVIEW = "review"
    POST = "post"
    """Enter claims whose notice has hung its days."""
    CATALOGUE = "catalogue"
    SETTINGS = "settings"
    OPERATORS = "operators"
    NOTICE = "notice"
    CLOSE_PERIOD = "close-period"
    REOPEN_PERIOD = "reopen-period"
    RUN = "run"
    """Clearing, carrying over, expiry."""
    REVERSE = "reverse"
    BACKUP = "backup"
    RESTORE = "restore"
    VERIFY = "verify"
