"""积分审核单 on paper: number, claims in the order of the books, total, three lines to sign."""

from pathlib import Path

import pytest

from builders.claims import claimed, steps
from builders.village import Village, household, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, Page, texts
from passbook_desk.features.ledger.claims.paper import review_sheet_pages, texts_of
from passbook_desk.features.ledger.claims.sheets import make_sheet
from passbook_desk.features.ledger.claims.values import SheetContent
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.kernel.places import resources_folder


@pytest.fixture(scope="module")
def measure() -> Measure:
    return Measure(FontBook(resources_folder() / "fonts"))


@pytest.fixture
def village(tmp_path: Path) -> Village:
    village = settled_village(tmp_path)
    steps(village, review=True)
    return village


def sheet(village: Village, claim_ids: tuple[int, ...]) -> SheetContent:
    with village.write() as tx:
        return make_sheet(tx, claim_ids)


def said(page: Page) -> str:
    return " ".join(texts(page))


def test_the_sheet_says_what_is_to_be_signed(village: Village, measure: Measure) -> None:
    ids = (*claimed(village, (4, 1)), *claimed(village, (2,), "109", points="-4"))
    content = sheet(village, ids)
    (page,) = review_sheet_pages(content, measure)
    words = said(page)
    assert (page.width, page.height) == A4
    for expected in ("清泉村积分审核单", "单号：2026-0001", "2026年6月1日", "合计 3 件", "16"):
        assert expected in words
    for line in ("记录：", "审核：", "监督：", "意见"):
        assert line in words
    assert [row.account.owner_code for row in content.rows] == ["01001", "01002", "02001"]
    assert "109 家中物品不整齐（六齐）" in words
    assert "-4" in words


def test_only_one_clerk_is_told_that_the_signature_is_the_second_person(
    village: Village, measure: Measure
) -> None:
    ids = claimed(village, (1,))
    alone = said(review_sheet_pages(sheet(village, ids), measure)[0])
    steps(village, review=True, alone=False)
    several = said(review_sheet_pages(sheet(village, ids), measure)[0])
    assert "单人模式" in alone
    assert "单人模式" not in several


def test_a_long_sheet_carries_its_number_on_every_page(village: Village, measure: Measure) -> None:
    with village.write() as tx:
        for number in range(10, 90):
            household(tx, f"01{number:03d}", f"王家{number}")
    with village.read() as scope:
        books = tuple(row.id for row in accounts(scope, grid_code="01") if row.person_id is None)
    content = sheet(village, claimed(village, books))
    pages = review_sheet_pages(content, measure)
    assert len(pages) > 2
    assert all("2026-0001" in said(page) for page in pages)
    assert sum(said(page).count("监督：") for page in pages) == 1
    assert "监督：" in said(pages[-1])
    assert f"合计 {len(books)} 件" in said(pages[-1])


def test_what_somebody_typed_is_checked_for_the_fonts(village: Village) -> None:
    content = sheet(village, claimed(village, (1,)))
    assert {"清泉村", "第一网格", "王建国", "参加环境整治"} <= set(texts_of(content))
