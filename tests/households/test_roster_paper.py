"""The 花名册 of a grid on paper: twenty-five households a page, nothing on it that is nobody's business."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.paper import fontbook, measure, off_paper, overlapping, pdf_text
from builders.rosters import bring_in, line, save_roster
from builders.village import Village, new_village
from passbook_desk.documents.errors import CharactersNotPrintable
from passbook_desk.documents.page import A4_LANDSCAPE, Page, Text, page_as_json, texts
from passbook_desk.features.households.roster.content import GridRoster, RosterContent, roster_content
from passbook_desk.features.households.roster.paper import roster_pages, texts_of
from passbook_desk.features.households.values import (
    GridRow,
    HouseholdCard,
    HouseholdRow,
    PartyKind,
    PersonRow,
)
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

GOLDEN = Path(__file__).parent.parent / "golden" / "roster.json"
RELATIONS = ("配偶", "长子", "儿媳", "孙子", "孙女", "父亲", "母亲", "弟弟")


def resident(number: int, name: str, relation: str = "", **changed: object) -> PersonRow:
    plain = PersonRow(
        id=number,
        uid=str(number),
        name=name,
        sex="男",
        born_on=date(1960, 3, 4),
        relation_word=relation,
        relation_code="",
        party_kind=None,
        residence="常住",
        id_number=Sensitive(SensitiveKind.ID_NUMBER, "14010819600304901X"),
        phone=None,
        is_head=not relation,
        tags=("低保",),
        ethnic_group="汉族",
        education="",
        remark="腿脚不便",
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def home(number: int, *people: PersonRow, address: str = "清泉村一组") -> HouseholdCard:
    row = HouseholdRow(
        id=number,
        uid=str(number),
        code=f"01{number:03d}",
        house_number=str(number),
        grid_id=1,
        grid_code="01",
        grid_name="第一网格",
        head_name=people[0].name,
        head_id=people[0].id,
        members=len(people),
        address=address,
        scored=True,
    )
    return HouseholdCard(row, people)


def grid_of(*cards: HouseholdCard) -> GridRoster:
    residents = sum(len(card.people) for card in cards)
    return GridRoster(GridRow(1, "g", "01", "140108203211001", "第一网格", len(cards), residents, 0), cards)


def content(*cards: HouseholdCard) -> RosterContent:
    return RosterContent("清泉村", "柳溪镇", "140108203211", date(2026, 6, 1), (grid_of(*cards),))


def pages_of(*cards: HouseholdCard) -> tuple[Page, ...]:
    return roster_pages(content(*cards), measure())


def large(number: int, people: int = 9) -> HouseholdCard:
    """A household of nine with long names."""
    head = resident(number * 100, "阿不都热合曼·买买提江")
    names = ("买买提吐尔逊·木合塔尔江", "刘㛃", "欧阳建国", "王𪨶")
    others = [
        resident(number * 100 + place, names[place % 4], RELATIONS[place % 8], party_kind=PartyKind.FULL)
        for place in range(1, people)
    ]
    return home(number, head, *others, address="柳溪生态移民搬迁安置小区东区12号楼3单元502室")


def codes_on(page: Page) -> list[str]:
    return [text for text in texts(page) if text.isdigit() and len(text) == 5]


def test_a_roster_of_three_households_is_the_golden_roster() -> None:
    phone = Sensitive(SensitiveKind.PHONE, "13800122211")
    (page,) = pages_of(
        home(1, resident(1, "王建国", phone=phone), resident(2, "单秀英", "配偶", party_kind=PartyKind.FULL)),
        home(2, resident(3, "刘㛃"), resident(4, "王𪨶", "孙子", phone=phone)),
        large(3),
    )
    assert page_as_json(page) == GOLDEN.read_text(encoding="utf-8")


def test_a_page_holds_twenty_five_households_and_a_household_stands_on_one_page() -> None:
    people = [home(n, resident(n, "王建国"), resident(-n, "李秀英", "配偶")) for n in range(1, 61)]
    pages = pages_of(*people)
    assert [len(codes_on(page)) for page in pages] == [25, 25, 10]
    assert [code for page in pages for code in codes_on(page)] == [f"01{n:03d}" for n in range(1, 61)]
    assert {(page.width, page.height) for page in pages} == {A4_LANDSCAPE}


def test_heads_date_grid_and_page_number_stand_on_every_page() -> None:
    pages = pages_of(*(home(n, resident(n, "王建国")) for n in range(1, 61)))
    for number, page in enumerate(pages, 1):
        words = " ".join(texts(page))
        for fact in (
            "清泉村第一网格花名册",
            "柳溪镇",
            "140108203211001",
            "2026年6月1日",
            "60 户 60 人",
            "户编号",
            "备注 · 签字",
            f"第 {number} 页　共 3 页",
        ):
            assert fact in words


def test_each_grid_begins_a_page_and_counts_its_own() -> None:
    one = grid_of(*(home(n, resident(n, "王建国")) for n in range(1, 31)))
    two = grid_of(*(home(n, resident(n, "李卫东")) for n in range(1, 3)))
    two = replace(two, grid=replace(two.grid, name="第二网格"))
    pages = roster_pages(replace(content(), grids=(one, two)), measure())
    assert [" ".join(texts(page)).count("第二网格") for page in pages] == [0, 0, 1]
    assert "第 1 页　共 1 页" in texts(pages[2])


def test_phones_are_masked_and_neither_ids_nor_tags_nor_remarks_are_printed() -> None:
    phone = Sensitive(SensitiveKind.PHONE, "13800122211")
    (page,) = pages_of(home(1, resident(1, "王建国", phone=phone)), home(2, resident(2, "李卫东")))
    words = " ".join(texts(page))
    assert "138****2211" in words
    for private in ("13800122211", "901X", "低保", "腿脚不便"):
        assert private not in words


def test_a_party_member_carries_a_star_and_a_borrowed_phone_its_owner() -> None:
    phone = Sensitive(SensitiveKind.PHONE, "13800122211")
    head = resident(1, "王建国", party_kind=PartyKind.PROBATIONARY)
    (page,) = pages_of(home(1, head, resident(2, "单秀英", "配偶", phone=phone)))
    words = texts(page)
    assert "王建国★" in words
    assert "单秀英（配偶）" in words
    assert "138****2211 单秀英" in words
    assert any("★ 党员（含预备党员）" in text for text in words)


@pytest.mark.parametrize("people", [3, 9, 16])
def test_twenty_five_large_households_still_fit_a_page_without_overlapping(people: int) -> None:
    pages = pages_of(*(large(n, people) for n in range(1, 51)))
    assert [code for page in pages for code in codes_on(page)] == [f"01{n:03d}" for n in range(1, 51)]
    if people <= 9:
        assert [len(codes_on(page)) for page in pages] == [25, 25]
    for page in pages:
        assert off_paper(page) == []
        assert overlapping(page) == []


def test_a_name_is_not_torn_from_its_relation() -> None:
    words = [text for text in texts(pages_of(large(1))[0]) if "（" in text and "★（" in text]
    assert words
    assert all(text.count("（") == text.count("）") for text in words)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("清泉村一组12号", "清泉村一组12号"),
        ("12号楼3单元502室", "12号　12号楼3单元502室"),
        ("清泉村一组112号", "12号　清泉村一组112号"),
        ("", "12号"),
    ],
)
def test_the_house_number_is_told_once(address: str, shown: str) -> None:
    (page,) = pages_of(home(12, resident(1, "王建国"), address=address))
    assert shown in texts(page)


def test_the_type_is_large_where_households_are_small() -> None:
    (page,) = pages_of(*(home(n, resident(n, "王建国")) for n in range(1, 26)))
    sizes = {item.size for item in page.items if isinstance(item, Text) and item.text == "王建国"}
    assert sizes == {10.5}


def test_the_pdf_can_be_searched_for_rare_names() -> None:
    (text,) = pdf_text(pages_of(home(1, resident(1, "刘㛃"), resident(2, "王𪨶", "配偶"))))
    assert "刘㛃" in text
    assert "王𪨶（配偶）" in text
    fontbook().check(texts_of(content(large(1))))
    with pytest.raises(CharactersNotPrintable):
        fontbook().check(texts_of(content(home(1, resident(1, "王\U000321aa")))))


@pytest.fixture
def village(tmp_path: Path) -> Village:
    village = new_village(tmp_path)
    rows = [
        line("01001", "王建国", "王建国", "户主", "19600304", 901),
        line("01001", "王建国", "单秀英", "配偶", "19620811", 902, 政治面貌="中共党员"),
        line("02001", "李卫东", "李卫东", "户主", "19750520", 903),
    ]
    bring_in(village, save_roster(tmp_path / "花名册.xlsx", rows))
    return village


def test_a_grid_is_printed_as_it_is_today(village: Village) -> None:
    with village.read() as scope:
        whole, first = roster_content(scope), roster_content(scope, "1")
    assert [grid.grid.name for grid in whole.grids] == ["第一网格", "第二网格"]
    assert (whole.households, whole.residents, first.households, first.residents) == (2, 3, 1, 2)
    (page,) = roster_pages(first, measure())
    words = texts(page)
    assert "单秀英★（配偶）" in words
    assert any("党员 1 人" in text for text in words)
