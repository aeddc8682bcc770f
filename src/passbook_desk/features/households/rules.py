"""Codes inside a village (DECISIONS 14g): grid 2 digits, household grid + 3 or 4, full codes area + …."""

from typing import Final

from passbook_desk.kernel.search import fold

GRID: Final = "grid"
"""The kind of place that is a grid."""

AREA_DIGITS: Final = 12
_FULL_GRID_DIGITS: Final = 15
_SHORTEST_HOUSEHOLD: Final = 5
_LONGEST_HOUSEHOLD: Final = 6


def full_grid_code(code: str, area: str) -> str:
    """Area + three digits: 140108203211001 (domain §7, G4)."""
    return f"{area}{code:0>3}"


def grid_code_of(text: str, area: str) -> str:
    """The short code that "3", "03", "003" or this area's full code stands for; "" for anything else."""
    digits = fold(text)
    if digits.isascii() and digits.isdigit():
        if len(digits) == _FULL_GRID_DIGITS and digits.startswith(area):
            digits = digits[AREA_DIGITS:]
        if len(digits) <= _FULL_GRID_DIGITS - AREA_DIGITS and int(digits) > 0:
            return f"{int(digits):02d}"
    return ""


def household_codes_of(text: str, area: str) -> tuple[str, ...]:
    """Short codes that a typed code may stand for: as it is, without the area, with a lost zero put back."""
    digits = fold(text)
    if not (digits.isascii() and digits.isdigit()):
        return ()
    if digits.startswith(area) and len(digits) >= AREA_DIGITS + _SHORTEST_HOUSEHOLD:
        digits = digits[AREA_DIGITS:]
        # area + three-digit grid + number: the grid's own full code, then the household's number
        return (
            (digits, digits[1:])
            if digits.startswith("0") and len(digits) > _SHORTEST_HOUSEHOLD
            else (digits,)
        )
    if len(digits) == _SHORTEST_HOUSEHOLD - 1:
        return (f"0{digits}",)
    return (digits,)


def is_household_code(text: str) -> bool:
    """Whether the text is a short household code: two digits of the grid, then three or four."""
    return text.isascii() and text.isdigit() and _SHORTEST_HOUSEHOLD <= len(text) <= _LONGEST_HOUSEHOLD
