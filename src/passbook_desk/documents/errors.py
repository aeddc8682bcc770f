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


class PrintExchangeMissing(UserError):
    """The file with corrections and layouts cannot be read. Params: `path`."""

    code = "documents.print-exchange-missing"


class PrintExchangeForeign(UserError):
    """The file is something else than corrections and layouts. Params: `path`."""

    code = "documents.print-exchange-foreign"


class PrintExchangeNewer(UserError):
    """The file was written by a newer program. Params: `path`."""

    code = "documents.print-exchange-newer"


class PrintExchangeDamaged(UserError):
    """A part of the file makes no sense; nothing of it was taken. Params: `path`."""

    code = "documents.print-exchange-damaged"


class CalibrationPaperSize(UserError):
    """No sheet to measure a printer with for paper of that size. Params: `field`, `least`, `most` in mm."""

    code = "documents.calibration-paper-size"


class CalibrationNotADistance(UserError):
    """A distance is zero or less. Params: `field`."""

    code = "documents.calibration-not-a-distance"


class CalibrationInCentimetres(UserError):
    """A distance was typed in centimetres. Params: `field`, `value`, `nominal`."""

    code = "documents.calibration-in-centimetres"


class CalibrationShiftOff(UserError):
    """No printer puts the frame that far from its place. Params: `field`, `value`, `nominal`."""

    code = "documents.calibration-shift-off"


class CalibrationScaleOff(UserError):
    """The frame is more than a twentieth larger or smaller than it should be. Params: as above."""

    code = "documents.calibration-scale-off"


class CalibrationUnsteady(UserError):
    """A sheet printed with a correction is further off than that can be. Params: as above."""

    code = "documents.calibration-unsteady"


class PrinterNameWrong(UserError):
    """A printer has a name of one line with at most `most` characters. Nothing was kept."""

    code = "documents.printer-name-wrong"


class CorrectionImpossible(UserError):
    """No printer needs such a correction: a slip of the keys. Nothing was kept."""

    code = "documents.correction-impossible"


class PageTooLargeForBooklet(UserError):
    """A page is larger than a leaf of the booklet. Params: `width`, `height` of the leaf in millimetres."""

    code = "documents.page-too-large-for-booklet"


class PictureNotReadable(UserError):
    """A picture that should stand on a page is no JPEG that can be drawn. Nothing was written or printed."""

    code = "documents.picture-not-readable"


class PaperNotTaken(EnvironmentProblem):
    """The driver of the printer does not know paper of this size; nothing was sent.

    It would take another size without a word, and every line would be in a wrong place. Params: `printer`,
    `paper`.
    """

    code = "documents.paper-not-taken"
