"""How large a millimetre is on the screen."""

from typing import Final

from PySide6.QtWidgets import QWidget

from passbook_desk.ui.kit.printing import MM_PER_INCH

_SANE: Final = (60.0, 400.0)
"""Dots an inch that a screen on a desk has."""
_EVEN: Final = 1.1
"""How much more dots an inch may be across than along, or the other way round."""


def dots_per_mm(widget: QWidget) -> float:
    """Pixels in a millimetre on the screen that a widget is on.

    From the size the screen tells of itself; where that makes no sense (projectors, remote desktops), from
    the resolution that the desktop is set to.
    """
    screen = widget.screen()
    across, along = screen.physicalDotsPerInchX(), screen.physicalDotsPerInchY()
    return true_dots(across, along, widget.logicalDpiX()) / MM_PER_INCH


def true_dots(across: float, along: float, logical: float) -> float:
    """Dots an inch of a screen that says `across` and `along` of itself; `logical` where that is not sane."""
    sane = all(_SANE[0] <= dots <= _SANE[1] for dots in (across, along))
    return across if sane and 1 / _EVEN <= across / along <= _EVEN else logical
