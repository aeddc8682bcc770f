"""What can stand in the way of paper and sheets; sentences live in ui/kit/sentences."""

from passbook_desk.kernel.errors import EnvironmentProblem, UserError


class CharactersNotPrintable(UserError):
    """No shipped or added font has these characters; said before anything is printed.

    Params: `characters` as "𪚥 (U+2A6A5), …" and `where`, the texts they stand in.
    """

    code = "documents.characters-not-printable"


class FontsMissing(EnvironmentProblem):
    """A shipped font file is not there or cannot be read. Params: `path`."""

    code = "documents.fonts-missing"


class FontNotUsable(UserError):
    """The font file added in settings cannot be used (no TrueType outlines). Params: `path`."""

    code = "documents.font-not-usable"


class TargetNotWritable(EnvironmentProblem):
    """The file cannot be written there: read-only, or open elsewhere. Params: `path`."""

    code = "documents.target-not-writable"


class TargetFolderMissing(EnvironmentProblem):
    """The folder that the file should go into does not exist. Params: `path`, `folder`."""

    code = "documents.target-folder-missing"


class DiskFull(EnvironmentProblem):
    """No room left for the file; an older file of that name is untouched. Params: `path`."""

    code = "documents.disk-full"


class WrittenDiffers(EnvironmentProblem):
    """The file read back is not what was to be written; an older file of that name is untouched.

    Params: `path`, `sheet`, `cell`.
    """

    code = "documents.written-differs"


class TextTooLong(UserError):
    """A cell of a workbook holds at most 32,767 characters. Params: `sheet`, `cell`, `length`."""

    code = "documents.text-too-long"


class SheetTooLarge(UserError):
    """A sheet holds at most 1,048,576 rows and 16,384 columns. Params: `sheet`."""

    code = "documents.sheet-too-large"
