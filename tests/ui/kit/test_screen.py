import pytest

from passbook_desk.ui.kit.screen import true_dots


def test_a_screen_that_knows_its_size_shows_paper_as_large_as_it_is() -> None:
    assert true_dots(101.6, 101.6, 96) == 101.6


@pytest.mark.parametrize(
    ("across", "along"), [(12, 12), (1200, 1200), (96, 140), (0, 0)], ids=["wall", "eye", "bent", "silent"]
)
def test_a_screen_that_tells_nonsense_is_taken_as_the_desktop_is_set(across: float, along: float) -> None:
    assert true_dots(across, along, 96) == 96
