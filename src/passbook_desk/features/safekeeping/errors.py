from passbook_desk.kernel.errors import EnvironmentProblem, FaultFound, UserError


class BackupTargetNotWritable(EnvironmentProblem):
    """The folder or stick cannot be written. Parameters: path."""

    code = "safekeeping.target-not-writable"


class BackupExists(UserError):
    """There is a file of this name already; a backup is never replaced. Parameters: path."""

    code = "safekeeping.backup-exists"


class BackupMissing(UserError):
    """There is no backup at the path. Parameters: path."""

    code = "safekeeping.backup-missing"


class NotABackup(UserError):
    """The file is not a backup of this program. Parameters: path."""

    code = "safekeeping.not-a-backup"


class BackupDamaged(FaultFound):
    """The backup is damaged; nothing was touched. Parameters: path."""

    code = "safekeeping.backup-damaged"


class BackupOfAnotherVillage(UserError):
    """The backup belongs to another village. Parameters: backup_village, village."""

    code = "safekeeping.another-village"
