"""Invented lines that show a clerk how a layout will look."""

from dataclasses import replace

import pytest

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import texts
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.sample_paper import sample_page
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.kernel.places import resources_folder

MEASURE = Measure(FontBook(resources_folder() / "fonts"))


@pytest.mark.parametrize("layout", SHIPPED, ids=lambda layout: layout.name)
def test_sample_lines_show_a_reversal_a_long_text_and_both_lines_of_carrying(layout: BookLayout) -> None:
    page = sample_page(layout, MEASURE)
    assert (page.width, page.height) == (layout.width_mm, layout.height_mm)
    said = texts(page)
    assert {"承前页", "过次页", "-10"} <= set(said)
    assert any(text.startswith("冲第 ") for text in said)
    assert any("参加村里" in text for text in said)
    assert "结余" in said
    bare = texts(sample_page(replace(layout, blank=False, carries=False), MEASURE))
    assert not {"结余", "承前页", "过次页"} & set(bare)
