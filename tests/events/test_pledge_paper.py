"""The pledge on A4: the village's words, one sheet for each signer, blank ones to fill in by hand."""

from datetime import date
from pathlib import Path

import pytest

from builders.paper import measure, off_paper, overlapping, pdf_text
from builders.village import new_village
from passbook_desk.documents.page import Page, Text, all_items, texts
from passbook_desk.features.events.bodies.paper import pledge_sheets
from passbook_desk.features.events.bodies.rules import MOST_LINES, MOST_OF_A_PLEDGE
from passbook_desk.features.events.bodies.starter import STARTER_PLEDGE
from passbook_desk.features.events.bodies.values import Capacity, PledgeSheet, PledgeText
from passbook_desk.features.village.queries import village as village_row
from passbook_desk.features.village.values import VillageRow

STARTER = PledgeText(0, None, STARTER_PLEDGE)
SIGNED = PledgeSheet("王建国", "01001", Capacity.MEMBER, 7, "2026-003", date(2026, 6, 1))


@pytest.fixture
def here(tmp_path: Path) -> VillageRow:
    village = new_village(tmp_path)
    with village.read() as scope:
        return village_row(scope)


def size_of_words(page: Page, words: str) -> float:
    return next(item.size for item in all_items(page) if isinstance(item, Text) and words in item.text)


def test_a_sheet_says_who_promises_what_in_the_words_of_the_village(here: VillageRow) -> None:
    text = PledgeText(3, date(2026, 5, 20), "红事不过十桌。\n\n白事不过一天。")
    pages = pledge_sheets(text, (SIGNED,), here, measure())
    assert len(pages) == 1
    said = "\n".join(texts(pages[0]))
    for part in (
        "移风易俗承诺书",
        "柳溪镇清泉村　编号：7",
        "红白事：2026-003",
        "　　红事不过十桌。",
        "　　白事不过一天。",
        "王建国",
        "01001",
        "■党员　□村干部　□村民　□事主",
        "登记为 2026年6月1日 签订",
        "承诺人（签名、按手印）：",
        "见证人（签名、盖章）：",
        "第3版承诺书（2026年5月20日定）",
        "第1页 共1页",
    ):
        assert part in said, part


def test_every_signer_has_a_sheet_and_a_blank_one_names_nobody(here: VillageRow) -> None:
    pages = pledge_sheets(STARTER, (SIGNED, PledgeSheet("李秀英", "01002"), PledgeSheet()), here, measure())
    said = pdf_text(pages)
    assert [("王建国" in one, "李秀英" in one) for one in said] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    assert all("婚事新办" in one and "先报后办" in one for one in said)
    assert "■" not in said[2]
    assert "村里还没有另定" in said[2]


@pytest.mark.parametrize(
    "words",
    [
        "红事不过十桌。",
        STARTER_PLEDGE,
        "字" * MOST_OF_A_PLEDGE,
        "\n".join(["丧事简办，不搭灵棚。"] * MOST_LINES),
        "\n".join(["一" + "办事不铺张" * 7] * MOST_LINES)[:MOST_OF_A_PLEDGE],
    ],
    ids=["short", "starter", "one paragraph", "many lines", "as much as may be"],
)
def test_nothing_overlaps_however_long_the_words_are(here: VillageRow, words: str) -> None:
    long_named = PledgeSheet("买买提·阿卜杜拉", "01001", Capacity.HOST, 1, "2026-003", date(2026, 6, 1))
    for sheet in (long_named, PledgeSheet("欧" * 40), PledgeSheet()):
        pages = pledge_sheets(PledgeText(1, date(2026, 5, 20), words), (sheet,), here, measure())
        assert len(pages) == 1
        assert overlapping(pages[0]) == []
        assert off_paper(pages[0], 8.0) == []
        assert "".join(texts(pages[0])).count("见证人") == 1


def test_longer_words_are_set_smaller_so_that_one_sheet_is_enough(here: VillageRow) -> None:
    (short,) = pledge_sheets(PledgeText(1, date(2026, 5, 20), "红事不过十桌。"), (SIGNED,), here, measure())
    crowded = "\n".join(["丧事简办，不搭灵棚。"] * MOST_LINES)
    (long,) = pledge_sheets(PledgeText(1, date(2026, 5, 20), crowded), (SIGNED,), here, measure())
    assert (size_of_words(short, "红事"), size_of_words(long, "丧事")) == (14.0, 10.0)
