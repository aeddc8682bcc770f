import json
from pathlib import Path

import pytest

from passbook_desk.documents.codes import bars, squares
from passbook_desk.documents.page import (
    BLACK,
    Box,
    Page,
    Rule,
    Star,
    Text,
    all_items,
    moved,
    page_as_json,
    texts,
)
from passbook_desk.documents.shapes import hatch_rules, star_points

GOLDEN = Path(__file__).parent / "golden" / "every_item.json"


def test_a_page_written_as_json_is_the_golden_page(every_item: Page) -> None:
    assert page_as_json(every_item) == GOLDEN.read_text(encoding="utf-8")


def test_the_json_of_a_page_can_be_read_and_holds_every_item_once(every_item: Page) -> None:
    head, *items = json.loads(page_as_json(every_item))
    assert head == {"width": 210.0, "height": 297.0}
    assert [item.get("kind", item.get("fixed")) for item in items] == [
        "text",
        "text",
        "text",
        "text",
        "rule",
        "box",
        "box",
        "disc",
        "star",
        "code",
        "text",
        "frame",
    ]


def test_fixed_parts_are_drawn_before_the_items(every_item: Page) -> None:
    assert all_items(every_item)[0] is every_item.fixed[0].items[0]
    assert texts(every_item)[0] == "石桥村村民委员会"


def test_a_moved_item_keeps_its_look() -> None:
    assert moved(Text(1, 2, "户", 9), 10, 20) == Text(11, 22, "户", 9)
    assert moved(Rule(1, 2, 3, 4, 0.3), 10, 20) == Rule(11, 22, 13, 24, 0.3)


def test_a_star_has_its_first_point_straight_above_its_middle() -> None:
    corners = star_points(Star(50, 50, 10, BLACK))
    assert len(corners) == 10
    assert corners[0] == (50, 40)
    assert all(39.9 <= y <= 58.2 for _, y in corners)


def test_hatch_lines_stay_inside_their_box_and_rise_at_45_degrees() -> None:
    box = Box(20, 70, 40, 6, hatch=True)
    rules = hatch_rules(box)
    assert len(rules) > 30
    for rule in rules:
        assert 20 <= rule.x1 <= rule.x2 <= 60.000001
        assert 69.999999 <= rule.y2 <= rule.y1 <= 76.000001
        assert abs((rule.x2 - rule.x1) - (rule.y1 - rule.y2)) < 1e-9


def test_the_squares_of_a_code_are_the_same_at_every_call_and_bars_cover_the_dark_ones() -> None:
    rows = squares("330102000012345678")
    assert rows == squares("330102000012345678")
    covered = {(row, column + step) for row, column, length in bars(rows) for step in range(length)}
    assert covered == {(y, x) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}


@pytest.mark.parametrize("payload", ["", "12a", "１２", "1" * 41])
def test_a_code_holds_digits_only(payload: str) -> None:
    with pytest.raises(ValueError, match="digits"):
        squares(payload)
