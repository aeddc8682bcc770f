from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.village import household, new_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure as TextMeasure
from passbook_desk.documents.page import Align, Box, Page, Text, all_items, texts
from passbook_desk.documents.pdf_pen import pdf_bytes
from passbook_desk.features.events.cases import HostingCase, Trait
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.paper import filing_sheet
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import (
    AdoptStandard,
    Deadline,
    EventCard,
    EventKind,
    LimitDraft,
    Measure,
    RegisterEvent,
)
from passbook_desk.features.events.words import MEASURE_WORDS, deadline_words
from passbook_desk.features.village.queries import village as village_row
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import resources_folder
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

LONG = "清泉村七组老宅院，" * 22


@pytest.fixture(scope="module")
def fontbook() -> FontBook:
    return FontBook(resources_folder() / "fonts")


@pytest.fixture(scope="module")
def measure(fontbook: FontBook) -> TextMeasure:
    return TextMeasure(fontbook)


@pytest.fixture
def wedding(tmp_path: Path) -> tuple[EventCard, VillageRow]:
    """王建国's son marries on 2026-06-12, reported on 2026-06-01."""
    village = new_village(tmp_path)
    with village.write() as tx:
        host = household(tx, "01001", "王建国").id
        meeting = date(2026, 1, 15)
        adopt_standard(tx, AdoptStandard(meeting, "2026-1", meeting, "起步标准", starter_standard()))
        card = register_event(
            tx,
            RegisterEvent(
                uid=new_uid(),
                kind=EventKind.WEDDING,
                household_id=host,
                held_on=date(2026, 6, 12),
                matter="儿子结婚",
                place="村文化广场",
                contact="王建国",
                phone=Sensitive(SensitiveKind.PHONE, "13800001234"),
                pledge_signed=True,
                figures=((Measure.TABLES, 18), (Measure.PER_TABLE, 320), (Measure.CARS, 6)),
            ),
            village.key,
        )
        return card, village_row(tx)


def words(pages: tuple[Page, ...]) -> str:
    return "\n".join(text for page in pages for text in texts(page))


def overlaps(page: Page, measure: TextMeasure) -> list[str]:
    """Pairs of texts whose ink could touch, and texts that stand over a ruled line or off the page."""
    spots = []
    for item in all_items(page):
        if isinstance(item, Text) and item.text:
            width = measure.width(item.text, item.size, item.face)
            left = item.x - {Align.LEFT: 0.0, Align.CENTRE: width / 2, Align.RIGHT: width}[item.align]
            em = item.size * 25.4 / 72
            spots.append((left, item.y - 0.85 * em, left + width, item.y + 0.1 * em, item.text))
    boxes = [item for item in all_items(page) if isinstance(item, Box)]
    found = [
        f"{a[4]} / {b[4]}"
        for number, a in enumerate(spots)
        for b in spots[number + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    for left, top, right, bottom, text in spots:
        if left < 15 or right > page.width - 15 or top < 10 or bottom > page.height - 8:
            found.append(f"off the page: {text}")
        for box in boxes:
            inside = box.x <= left and right <= box.x + box.width and box.y <= top
            outside = right < box.x or left > box.x + box.width or bottom < box.y or top > box.y + box.height
            if not outside and not (inside and bottom <= box.y + box.height):
                found.append(f"over a line: {text}")
    return found


def test_the_sheet_says_who_when_where_and_what_is_declared(
    wedding: tuple[EventCard, VillageRow], measure: TextMeasure
) -> None:
    pages = filing_sheet(*wedding, measure)
    assert len(pages) == 1
    said = words(pages)
    for part in (
        "柳溪镇清泉村红事报备表",
        "编号：2026-001",
        "报备日期：2026年6月1日 周一",
        "王建国",
        "01001（第一网格）",
        "儿子结婚",
        "2026年6月12日 周五　农历四月廿七",
        "提前11天报备（要求提前7天）：按时",
        "村文化广场",
        "138****1234",
        "已签订",
        "18桌",
        "20桌",
        "接近",
        "320元",
        "超标",
        "未超",
        "承诺人（签名）：",
        "会长（签名）：",
        "负责人（签名、盖章）：",
        "乡镇备案号",
        "对照第1版红白事标准（2026年1月15日会议通过）　经办：刘文书",
        "第1页 共1页",
    ):
        assert part in said, part
    assert "13800001234" not in said


def test_a_figure_stands_beside_its_own_limit_and_verdict(
    wedding: tuple[EventCard, VillageRow], measure: TextMeasure
) -> None:
    (page,) = filing_sheet(*wedding, measure)
    placed = [item for item in all_items(page) if isinstance(item, Text)]
    (name,) = [item for item in placed if item.text == "每桌标准（含烟酒）"]
    beside = sorted(
        (item for item in placed if abs(item.y - name.y) < 0.6 and item.x > name.x), key=lambda item: item.x
    )
    assert [item.text for item in beside[:3]] == ["320元", "300元", "超标"]


@pytest.mark.parametrize("kind", list(EventKind))
@pytest.mark.parametrize(
    "case", [HostingCase.ORDINARY, HostingCase.JOINT, HostingCase(frozenset(Trait), children=4)]
)
def test_nothing_overlaps_on_any_kind_of_sheet(
    wedding: tuple[EventCard, VillageRow], measure: TextMeasure, kind: EventKind, case: HostingCase
) -> None:
    card, village = wedding
    for page in filing_sheet(replace(card, kind=kind, hosting_case=case), village, measure):
        assert overlaps(page, measure) == []


def test_long_texts_wrap_and_flow_onto_a_second_page_with_whole_blocks(
    wedding: tuple[EventCard, VillageRow], measure: TextMeasure
) -> None:
    card, village = wedding
    rule = LimitDraft(EventKind.WEDDING, HostingCase.ORDINARY, None, "操办范围", None, LONG * 5)
    crowded = replace(card, matter=LONG, place=LONG, cook_team=LONG, contact=LONG, rules=(rule,) * 2)
    pages = filing_sheet(crowded, replace(village, name="清泉" * 20), measure)
    assert len(pages) == 3
    assert [overlaps(page, measure) for page in pages] == [[], [], []]
    assert f"第2页 共{len(pages)}页" in texts(pages[1])
    for sign in ("承诺人（签名）：", "会长（签名）：", "负责人（签名、盖章）："):
        assert sum(sign in texts(page) for page in pages) == 1
    assert "".join(words(pages).split()).count("清泉村七组老宅院") > 4 * 22


def test_wherever_the_page_ends_a_block_to_sign_stays_whole(
    wedding: tuple[EventCard, VillageRow], measure: TextMeasure
) -> None:
    card, village = wedding
    counts = set()
    for lines in range(0, 44, 2):
        words_of_rule = "\n".join(["不搭灵棚"] * lines)
        rule = LimitDraft(EventKind.WEDDING, HostingCase.ORDINARY, None, "其他", None, words_of_rule)
        pages = filing_sheet(replace(card, rules=(rule,)), village, measure)
        counts.add(len(pages))
        assert [overlaps(page, measure) for page in pages] == [[]] * len(pages)
    assert counts == {1, 2}


def test_a_sheet_with_nothing_filled_in_can_be_filled_in_by_hand(
    wedding: tuple[EventCard, VillageRow], measure: TextMeasure
) -> None:
    card, village = wedding
    bare = replace(
        card, matter="", place="", contact="", phone=None, figures=(), rules=(), pledge_signed=False
    )
    pages = filing_sheet(bare, village, measure)
    assert "未签订" in words(pages)
    assert overlaps(pages[0], measure) == []


def test_the_sheet_becomes_a_pdf(
    wedding: tuple[EventCard, VillageRow], fontbook: FontBook, measure: TextMeasure
) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf_bytes(filing_sheet(*wedding, measure), fontbook, "报备表"))
    said = document[0].get_textpage().get_text_range()
    document.close()
    assert "儿子结婚" in said
    assert "超标" in said


@pytest.mark.parametrize(
    ("kind", "found", "said"),
    [
        (EventKind.WEDDING, Deadline(7, 7, False), "提前7天报备（要求提前7天）：按时"),
        (EventKind.WEDDING, Deadline(0, 7, True), "当日报备（要求提前7天）：迟报"),
        (EventKind.FUNERAL, Deadline(0, -7, False), "当日报备（要求当日告知，7天内补手续）：按时"),
        (EventKind.FUNERAL, Deadline(-8, -7, True), "办事后8天补报（要求当日告知，7天内补手续）：迟报"),
    ],
)
def test_the_deadline_is_told_in_words(kind: EventKind, found: Deadline, said: str) -> None:
    assert deadline_words(kind, found) == said


def test_every_measure_has_a_name_and_a_unit_on_paper() -> None:
    assert set(MEASURE_WORDS) == set(Measure)
