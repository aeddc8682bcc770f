from collections import Counter

from passbook_desk.features.catalogue.rules import check_items
from passbook_desk.features.catalogue.starter import PUBLISHED_LINES, published_items, starter_catalogue
from passbook_desk.features.catalogue.values import Holder, ValueKind
from passbook_desk.kernel.points import Points

PUBLISHED = {
    1: "10", 2: "2", 3: "5", 4: "10", 5: "10", 6: "3", 7: "3", 8: "-5", 9: "-2",
    10: "1", 11: "10", 12: "10", 13: "5", 14: "10..20", 15: "10",
    16: "5..10", 17: "5..10", 18: "20", 19: "20", 20: "-2",
    21: "5", 22: "1 1 1", 23: "-1 -1", 24: "5", 25: "5..10",
    26: "5", 27: "30", 28: "10", 29: "5", 30: "20", 31: "10", 32: "5 10 20",
    33: "5 10 15 20 30 50", 34: "5 10", 35: "-15..-3",
    36: "-1", 37: "-0.5", 38: "-2", 39: "-5", 40: "-5", 41: "5 5", 42: "5..10 -40",
}  # fmt: skip
"""Domain §12.1, typed from the paper a second time."""


def test_the_starter_list_holds_exactly_the_values_of_the_42_published_lines() -> None:
    found: dict[int, list[str]] = {}
    for item in published_items():
        least, most = item.draft.least, item.draft.most
        found.setdefault(item.line_no, []).append(f"{least}" if least == most else f"{least}..{most}")
    assert {line: " ".join(values) for line, values in found.items()} == PUBLISHED
    assert len(found) == PUBLISHED_LINES == 42


def test_every_published_item_can_be_recorded_and_names_its_source() -> None:
    assert all(item.draft.enabled and item.published_in for item in published_items())
    assert all(item.draft.line_no == item.line_no for item in published_items())


def test_the_shop_items_wait_for_the_meeting_without_a_value() -> None:
    shop = [item for item in starter_catalogue() if item.holders == (Holder.SHOP,)]
    assert [item.name for item in shop] == ["门前整洁", "门前三包", "不占道不伸舌", "诚信经营", "食品安全"]
    assert all(not item.enabled and item.value_kind is ValueKind.UNSET and not item.least for item in shop)


def test_codes_are_grouped_by_category_and_a_meeting_may_adopt_them() -> None:
    items = starter_catalogue()
    check_items(items, ())
    hundreds: dict[str, set[str]] = {}
    for item in items:
        hundreds.setdefault(item.category, set()).add(item.code[0])
    assert all(len(digits) == 1 for digits in hundreds.values())
    assert max(Counter(item.code for item in items).values()) == 1


def test_half_points_and_both_books_are_kept() -> None:
    by_code = {item.code: item for item in starter_catalogue()}
    assert by_code["802"].least == Points.parse("-0.5")
    assert by_code["201"].holders == (Holder.RED, Holder.HOUSEHOLD)
    assert by_code["801"].holders == (Holder.RED,)
    assert by_code["201"].value_kind is ValueKind.PER_UNIT
