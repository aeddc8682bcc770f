"""The four kinds of trouble. A sentence for each code lives in ui/kit/sentences, nowhere else."""

from typing import ClassVar


class PassbookError(Exception):
    """Base of all expected trouble: a code and parameters, never a sentence and never a person's data.

    Parameters are rendered into the sentence for the code; they may hold names that the clerk
    typed, therefore `str()` of the error shows the code only, so that logs stay free of people.
    """

    code: ClassVar[str] = "passbook.error"

    def __init__(self, **params: object) -> None:
        super().__init__(self.code)
        self.params = params


class UserError(PassbookError):
    """The clerk can put it right: shown as a sentence, nothing was written. Exit code 1."""


class EnvironmentProblem(PassbookError):
    """Disk, printer, file lock or a newer file: the machine stands in the way. Exit code 1."""


class SystemLacks(EnvironmentProblem):
    """A library or program of the system is missing; `fix` names the command. Exit code 3."""

    code = "system.lacks"


class FaultFound(PassbookError):
    """The ledger or the file is not what it was when it was written. Exit code 1."""


class Cancelled(PassbookError):
    """The clerk pressed 取消; nothing was written and nothing needs to be said."""

    code = "cancelled"
