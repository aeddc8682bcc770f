"""Printers that are off by some millimetres, and clerks who measure them with an ordinary ruler."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.ink import apart, pdf_ink
from builders.paper import off_paper, overlapping
from builders.simulated_printer import HALF, PAPERS, TENTH, Printer, distances, read
from passbook_desk.documents.calibration import (
    DRIFT_SHEETS,
    TOLERANCE_MM,
    Reading,
    drift_of,
    frame_of,
    measured,
    refined,
    target_radius,
)
from passbook_desk.documents.calibration_sheets import check_sheet, drift_sheets, ruler_sheet
from passbook_desk.documents.correction import NO_CORRECTION, Correction
from passbook_desk.documents.errors import (
    CalibrationInCentimetres,
    CalibrationNotADistance,
    CalibrationPaperSize,
    CalibrationScaleOff,
    CalibrationShiftOff,
    CalibrationUnsteady,
)
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page, Rule, Text, all_items
from passbook_desk.documents.pdf_pen import pdf_bytes
from passbook_desk.kernel.errors import UserError

offsets = st.floats(-5, 5)
scales = st.floats(0.98, 1.02)
printers = st.builds(Printer, offsets, offsets, scales, scales)
slips = st.lists(st.integers(-1, 1), min_size=4, max_size=4)


@pytest.mark.parametrize(("width", "height"), PAPERS)
@given(printer=printers, slipped=slips)
def test_two_sheets_leave_less_than_half_a_millimetre_anywhere(
    width: float, height: float, printer: Printer, slipped: list[int]
) -> None:
    frame = frame_of(width, height)
    first = measured(width, height, read(printer, NO_CORRECTION, frame, HALF, [0] * 4))
    second = refined(first, width, height, read(printer, first, frame, TENTH, slipped))
    assert printer.left_over(second, width, height) <= TOLERANCE_MM


def test_one_sheet_is_not_enough_and_two_leave_room_to_spare() -> None:
    chance = Random(20260603)
    worst = {1: 0.0, 2: 0.0}
    for width, height in PAPERS:
        frame = frame_of(width, height)
        for _ in range(4000):
            at, stretch = chance.uniform, (0.98, 1.02)
            printer = Printer(at(-5, 5), at(-5, 5), at(*stretch), at(*stretch))
            first = measured(width, height, read(printer, NO_CORRECTION, frame, HALF, [0] * 4))
            slipped = [chance.choice((-1, 0, 1)) for _ in range(4)]
            second = refined(first, width, height, read(printer, first, frame, TENTH, slipped))
            for sheets, found in ((1, first), (2, second)):
                worst[sheets] = max(worst[sheets], printer.left_over(found, width, height))
    assert worst[2] < 0.45
    assert worst[1] > TOLERANCE_MM


@pytest.mark.parametrize(("width", "height"), PAPERS)
@given(printer=printers)
def test_two_dots_inside_their_rings_mean_that_no_ink_is_off_by_half_a_millimetre(
    width: float, height: float, printer: Printer
) -> None:
    frame, radius = frame_of(width, height), target_radius(width, height)
    corners = ((frame.left, frame.top), (frame.right, frame.bottom))
    farthest = max(
        ((at[0] - x) ** 2 + (at[1] - y) ** 2) ** 0.5
        for x, y in corners
        if (at := printer.lands(NO_CORRECTION, x, y))
    )
    smaller = radius / max(farthest, radius)
    shrunk = Printer(
        printer.right * smaller,
        printer.down * smaller,
        1 + (printer.scale_x - 1) * smaller,
        1 + (printer.scale_y - 1) * smaller,
    )
    assert shrunk.left_over(NO_CORRECTION, width, height) <= TOLERANCE_MM + 1e-9


def test_a_printer_read_without_any_error_is_set_right_by_one_sheet() -> None:
    printer = Printer(-3.3, 4.1, 1.013, 0.991)
    frame = frame_of(130, 180)
    found = measured(130, 180, Reading(*distances(printer, NO_CORRECTION, frame)))
    assert printer.left_over(found, 130, 180) < 1e-9
    assert (found.scale_x, found.scale_y) == pytest.approx((1 / 1.013, 1 / 0.991))
    again = refined(found, 130, 180, Reading(*distances(printer, found, frame)))
    assert printer.left_over(again, 130, 180) < 1e-9


@given(creep=st.floats(-0.6, 0.6), printer=printers)
def test_fan_fold_paper_is_still_right_on_the_tenth_sheet(creep: float, printer: Printer) -> None:
    creeping = replace(printer, creep=creep)
    frame = frame_of(210, 297)
    found = measured(210, 297, Reading(*distances(creeping, NO_CORRECTION, frame)))
    tops = [creeping.lands(found, frame.left, frame.top, sheet)[1] for sheet in (0, DRIFT_SHEETS - 1)]
    found = drift_of(found, round(tops[0], 1), round(tops[1], 1))
    tenth = creeping.lands(found, frame.left, frame.top, DRIFT_SHEETS - 1)
    assert tenth == pytest.approx((frame.left, frame.top), abs=0.11)


def test_a_second_run_betters_the_drift_of_the_first() -> None:
    known = Correction(drift_mm=-0.3)
    assert drift_of(known, 12.0, 12.9).drift_mm == pytest.approx(-0.4)
    assert drift_of(known, 12.0, 12.0) == known


RIGHT = Reading(12, 12, 106, 156)


@pytest.mark.parametrize(
    ("field", "value", "refusal"),
    [
        ("left", 1.2, CalibrationInCentimetres),
        ("width", 10.6, CalibrationInCentimetres),
        ("height", 15.4, CalibrationInCentimetres),
        ("left", 30, CalibrationShiftOff),
        ("top", 22.5, CalibrationShiftOff),
        ("width", 100, CalibrationScaleOff),
        ("height", 165, CalibrationScaleOff),
        ("height", 1000, CalibrationScaleOff),
        ("top", -3, CalibrationNotADistance),
        ("width", 0, CalibrationNotADistance),
        ("left", float("nan"), CalibrationNotADistance),
    ],
)
def test_a_number_no_ruler_shows_is_refused_with_its_field(
    field: str, value: float, refusal: type[UserError]
) -> None:
    with pytest.raises(refusal) as refused:
        measured(130, 180, replace(RIGHT, **{field: value}))
    assert refused.value.params["field"] == field


def test_a_corrected_sheet_that_is_far_off_was_not_this_sheet() -> None:
    with pytest.raises(CalibrationUnsteady) as refused:
        refined(Correction(1.0), 130, 180, replace(RIGHT, left=14.5))
    assert refused.value.params == {"field": "left", "value": "14.5", "nominal": "12"}
    with pytest.raises(CalibrationUnsteady):
        drift_of(NO_CORRECTION, 12, 40)
    with pytest.raises(CalibrationNotADistance):
        drift_of(NO_CORRECTION, 12, -1)


@pytest.mark.parametrize(("width", "height"), [(20, 100), (130, 900)])
def test_paper_too_small_or_too_large_has_no_sheets(width: float, height: float, measure: Measure) -> None:
    with pytest.raises(CalibrationPaperSize):
        ruler_sheet(width, height, measure)


@pytest.mark.parametrize(("width", "height"), PAPERS)
def test_the_frame_on_the_first_sheet_is_where_the_arithmetic_expects_it(
    width: float, height: float, fontbook: FontBook, measure: Measure
) -> None:
    frame = frame_of(width, height)
    ink = pdf_ink(pdf_bytes([ruler_sheet(width, height, measure)], fontbook, "校准"))
    beyond = frame.bottom + 2
    left = ink.extent((5, beyond, 20, beyond + 1))
    right = ink.extent((frame.right - 5, beyond, width, beyond + 1))
    beside = frame.right + 2
    top = ink.extent((beside, 5, beside + 1, 20))
    bottom = ink.extent((beside, frame.bottom - 1, beside + 1, height))
    found = (left[0] + left[2], top[1] + top[3], right[0] + right[2], bottom[1] + bottom[3])
    expected = (frame.left, frame.top, frame.right, frame.bottom)
    assert apart([side / 2 for side in found], expected) <= 0.05


@pytest.mark.parametrize(("width", "height"), PAPERS)
def test_the_words_of_both_sheets_stay_on_the_paper_and_off_the_rulers(
    width: float, height: float, measure: Measure
) -> None:
    sheets = (
        ruler_sheet(width, height, measure),
        check_sheet(width, height, NO_CORRECTION, measure, "得实"),
        drift_sheets(width, height, NO_CORRECTION, measure)[-1],
    )
    for sheet in sheets:
        assert off_paper(sheet, 3) == []
        assert overlapping(sheet) == []


@pytest.mark.parametrize(("width", "height"), PAPERS)
def test_the_name_of_the_height_does_not_read_as_the_number_of_a_line(
    width: float, height: float, measure: Measure
) -> None:
    texts = [item for item in all_items(ruler_sheet(width, height, measure)) if isinstance(item, Text)]
    name = next(text for text in texts if text.text == "④")
    named = [text for text in texts if text.text[0] in "①②③④" and len(text.text) > 1]
    assert [text.text[0] for text in named] == list("①②③④")
    assert all(name.y > text.y + 3 for text in named)


def nonius_lines(page: Page) -> list[float]:
    """The lines right of the frame's left line, the line itself first."""
    rules = [item for item in all_items(page) if isinstance(item, Rule)]
    upright = {round(rule.x1, 3) for rule in rules if rule.x1 == rule.x2 and rule.y2 == 27 and rule.x1 < 25}
    return [12.0, *sorted(upright - {12.0})]


@pytest.mark.parametrize("tenth", range(10))
def test_the_line_of_the_nonius_that_meets_the_ruler_names_the_tenth(tenth: int, measure: Measure) -> None:
    lines = nonius_lines(check_sheet(130, 180, NO_CORRECTION, measure))
    assert len(lines) == 10
    shifted = [line - 12 + 11 + tenth / 10 for line in lines]
    off = [abs(line - round(line)) for line in shifted]
    assert off.index(min(off)) == tenth
    assert min(off) < 1e-6
    assert sorted(off)[1] > 0.09


def test_the_sheets_for_fan_fold_paper_are_numbered_and_drift(measure: Measure) -> None:
    sheets = drift_sheets(210, 297, Correction(1.0, 2.0, drift_mm=0.2), measure)
    assert len(sheets) == DRIFT_SHEETS
    assert [round(sheet.correction.down_mm, 1) for sheet in sheets][::9] == [2.0, 3.8]
