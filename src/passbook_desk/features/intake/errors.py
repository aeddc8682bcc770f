from passbook_desk.kernel.errors import EnvironmentProblem, FaultFound, UserError


class WorkbookMissing(EnvironmentProblem):
    """There is no such file, or it is a folder. Params: `path`."""

    code = "intake.workbook-missing"


class WorkbookNotReadable(EnvironmentProblem):
    """The system does not let the file be read. Params: `path`."""

    code = "intake.workbook-not-readable"


class NotAWorkbook(UserError):
    """The file's content is neither a workbook nor text, whatever its name says. Params: `file`."""

    code = "intake.not-a-workbook"


class WorkbookProtected(UserError):
    """The workbook can only be opened with a password. Params: `file`."""

    code = "intake.workbook-protected"


class WrongWorkbookPassword(UserError):
    """The password given does not open the workbook. Params: `file`."""

    code = "intake.wrong-workbook-password"


class LockFileChosen(UserError):
    """The file only marks that a workbook beside it is open somewhere. Params: `file`, `meant` (that one)."""

    code = "intake.lock-file-chosen"


class WorkbookTooLarge(UserError):
    """More than an import takes. Params: `file`, `sheet` ("": all of it), `rows`, `columns` (limits)."""

    code = "intake.workbook-too-large"


class WorkbookUnreadable(UserError):
    """The workbook is damaged or built to harm; reading it was stopped. Params: `file`."""

    code = "intake.workbook-unreadable"


class WorkbookEmpty(UserError):
    """No sheet holds anything. Params: `file`."""

    code = "intake.workbook-empty"


class NoSuchSheet(UserError):
    """The workbook has no sheet of that name. Params: `file`, `sheet`, `sheets` (those it has)."""

    code = "intake.no-such-sheet"


class NoHeaderFound(UserError):
    """No row names the columns that are needed.

    Params: `file`, `sheet` (the nearest one, may be ""), `missing` (titles that the nearest row lacks).
    """

    code = "intake.no-header-found"


class UnknownBatch(UserError):
    """There is no import of this number. Params: `number`."""

    code = "intake.unknown-batch"


class BatchAlreadyUndone(UserError):
    """The import was undone before. Params: `number`."""

    code = "intake.batch-already-undone"


class BatchTooOld(UserError):
    """The import is too long ago to be undone as a whole. Params: `number`, `days`."""

    code = "intake.batch-too-old"


class BatchBroken(FaultFound):
    """What was written down of an import was changed. Parameters: batch (its number)."""

    code = "intake.batch-broken"
