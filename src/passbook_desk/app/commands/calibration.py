"""calibration show, set and sheet: the printers of this computer; no village is opened."""

from dataclasses import replace
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.correction_file import CorrectionFile
from passbook_desk.app.printing import font_book
from passbook_desk.documents.calibration import Reading, drift_of, frame_of, measured, refined
from passbook_desk.documents.calibration_sheets import (
    check_sheet,
    correction_words,
    drift_sheets,
    ruler_sheet,
)
from passbook_desk.documents.correction import NO_CORRECTION, Correction
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import write_pdf
from passbook_desk.documents.print_exchange import Measured
from passbook_desk.kernel.errors import UserError
from passbook_desk.ui.kit.sentences import in_words


class PrinterNotCalibrated(UserError):
    """Nothing was measured yet for this printer and paper. Params: `printer`, `paper`."""

    code = "app.printer-not-calibrated"


class PrinterNotNamed(UserError):
    """A check sheet is printed with the correction of a printer, and none was named."""

    code = "app.printer-not-named"


class NothingGiven(UserError):
    """No number to keep was given."""

    code = "app.calibration-nothing-given"


def show(context: Context) -> Answer:
    """All corrections of this computer, or those of one printer."""
    printer = context.arguments.printer
    kept = CorrectionFile(context.places).all()
    return _listed(tuple(each for each in kept if printer in (None, each.printer)))


def keep(context: Context) -> Answer:
    """Keep the correction that follows from what was read, or the one that was typed."""
    given = context.arguments
    store = CorrectionFile(context.places)
    width, height = given.paper
    frame_of(width, height)
    known = store.get(given.printer, width, height)
    if given.check and known is None:
        raise PrinterNotCalibrated(printer=given.printer, paper=_paper(width, height))
    typed = {
        "right_mm": given.right,
        "down_mm": given.down,
        "scale_x": given.scale_x,
        "scale_y": given.scale_y,
        "drift_mm": given.drift,
    }
    typed = {name: value for name, value in typed.items() if value is not None}
    if given.measured is None and given.fan_fold is None and not typed:
        raise NothingGiven
    correction = known or NO_CORRECTION
    if given.measured is not None:
        reading = Reading(*given.measured)
        if given.check:
            correction = refined(correction, width, height, reading)
        else:
            correction = measured(width, height, reading)
    correction = replace(correction, **typed)
    if given.fan_fold is not None:
        correction = drift_of(correction, *given.fan_fold)
    found = Measured(given.printer, width, height, correction, context.clock.today())
    store.keep(found)
    return _listed((found,))


def sheet(context: Context) -> Answer:
    """The first sheet; with --check the second one, printed with what is known of the printer."""
    given = context.arguments
    width, height = given.paper
    fonts = font_book(context.places)
    measure = Measure(fonts)
    if given.check or given.fan_fold:
        correction = _known(context)
        note = f"{given.printer} {correction_words(correction)}"
        if given.fan_fold:
            pages = drift_sheets(width, height, correction, measure)
        else:
            pages = (check_sheet(width, height, correction, measure, note),)
    else:
        pages = (ruler_sheet(width, height, measure),)
    target = Path(given.output)
    write_pdf(pages, fonts, target, "打印机校准")
    return Answer(
        (f"已存为 {target}，共 {len(pages)} 页。打印时选“实际大小”。",),
        {"file": str(target), "pages": len(pages)},
    )


def _known(context: Context) -> Correction:
    given = context.arguments
    if given.printer is None:
        raise PrinterNotNamed
    known = CorrectionFile(context.places).get(given.printer, *given.paper)
    if known is None:
        raise PrinterNotCalibrated(printer=given.printer, paper=_paper(*given.paper))
    return known


def _listed(kept: tuple[Measured, ...]) -> Answer:
    lines = tuple(
        f"{each.printer}  纸 {_paper(each.width, each.height)}  {correction_words(each.correction)}"
        f"  {in_words(each.measured_on)}"
        for each in kept
    )
    return Answer(lines or ("还没有校准过打印机。",), [_row(each) for each in kept])


def _row(each: Measured) -> dict[str, Json]:
    found = each.correction
    return {
        "printer": each.printer,
        "paper": _paper(each.width, each.height),
        "right": f"{found.right_mm:.2f}",
        "down": f"{found.down_mm:.2f}",
        "scale_x": f"{found.scale_x:.4f}",
        "scale_y": f"{found.scale_y:.4f}",
        "drift": f"{found.drift_mm:.3f}",
        "measured_on": each.measured_on.isoformat(),
    }


def _paper(width: float, height: float) -> str:
    return f"{width:g}x{height:g}"
