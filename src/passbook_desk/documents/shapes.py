"""Points and lines of the shapes that a pen cannot draw by itself, the same for both pens."""

from math import cos, pi, sin

from passbook_desk.documents.page import Box, Rule, Star

HATCH_STEP = 1.2
"""Millimetres between two lines of a hatched box, measured along its edge."""
HATCH_WIDTH = 0.1
_INNER = 0.382
"""Inner to outer radius of the regular five-pointed star."""


def star_points(star: Star) -> tuple[tuple[float, float], ...]:
    """The ten corners of a star in millimetres, the upper point first, clockwise."""
    corners = []
    for corner in range(10):
        radius = star.radius * (_INNER if corner % 2 else 1.0)
        angle = pi * corner / 5
        corners.append((star.x + radius * sin(angle), star.y - radius * cos(angle)))
    return tuple(corners)


def hatch_rules(box: Box) -> tuple[Rule, ...]:
    """The lines of a hatched box, rising to the right at 45 degrees and cut at its edges."""
    rules = []
    distance = HATCH_STEP
    while distance < box.width + box.height:
        left, right = max(0.0, distance - box.height), min(distance, box.width)
        rules.append(
            Rule(
                box.x + left,
                box.y + distance - left,
                box.x + right,
                box.y + distance - right,
                HATCH_WIDTH,
                box.colour,
            )
        )
        distance += HATCH_STEP
    return tuple(rules)
