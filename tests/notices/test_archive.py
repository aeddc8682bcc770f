"""归档: one file of a notice with its sheet, its pictures, its objections and their answers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from builders.paper import fontbook, measure, off_paper, overlapping, pdf_text
from builders.pictures import jpeg
from builders.village import Village, booked, household, settled_village
from builders.wall import closed, corrected, hung, issued, objected, upheld
from passbook_desk.documents.errors import CharactersNotPrintable, PictureNotReadable
from passbook_desk.documents.page import Page, Picture, all_items, page_as_json, texts
from passbook_desk.features.ledger.recording_values import DeedEntry
from passbook_desk.features.notices.archive import archive_pages, archive_texts
from passbook_desk.features.notices.hanging import add_notice_photo, photos_of
from passbook_desk.features.notices.objections.commands import assign_objection, withdraw_objection
from passbook_desk.features.notices.objections.queries import objection_card, objections
from passbook_desk.features.notices.objections.values import (
    AssignObjection,
    ObjectionCard,
    WithdrawObjection,
)
from passbook_desk.features.notices.paper import notice_pages
from passbook_desk.features.notices.queries import notice_card
from passbook_desk.features.notices.values import AddNoticePhoto, NoticeCard, NoticePhotoRow
from passbook_desk.kernel.ids import new_uid

MAY_20, JULY_3 = date(2026, 5, 20), date(2026, 7, 3)
Told = tuple[NoticeCard, tuple[ObjectionCard, ...], tuple[NoticePhotoRow, ...]]


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """The notice of the second quarter hangs from July 2 to 8; today is July 3."""
    village = settled_village(tmp_path)
    booked(village, (1, 2), on=MAY_20)
    issued(village, on=date(2026, 7, 1))
    hung(village)
    village.on(JULY_3)
    yield village
    village.store.close()


def told(village: Village) -> Told:
    with village.read() as scope:
        said = objections(scope, notice_number="2026-01")
        cards = tuple(objection_card(scope, row.id) for row in said)
        return notice_card(scope, "2026-01"), cards, photos_of(scope, "2026-01")


def filed(village: Village) -> tuple[Page, ...]:
    return archive_pages(*told(village), measure())


def photographed(village: Village, content: bytes, words: str = "村口公开栏") -> None:
    with village.write() as tx:
        add_notice_photo(tx, AddNoticePhoto(new_uid(), "2026-01", tx.today, content, words))


def said_on(page: Page) -> str:
    return "".join(texts(page))


def busy(village: Village) -> None:
    """One objection corrected after it was handed on, one answered, one taken back, one open; pictures."""
    first = objected(village, 1, words="5月20日的事项记错了，电话 139 1234 5678")
    second = objected(village, None, words="字太小", who="")
    third = objected(village, 2, words="名字看不清", who="李秀英")
    objected(village, 3, words="红折少了一次", who="李秀英")
    with village.write() as tx:
        assign_objection(tx, AssignObjection(new_uid(), first, "李会计", date(2026, 7, 10), "对照签到表"))
    corrected(village, first, reverse=(1,), deeds=(DeedEntry(1, "102", MAY_20),), paper="会议记录 2026-7")
    upheld(village, second, "已换大字版")
    with village.write() as tx:
        withdraw_objection(tx, WithdrawObjection(new_uid(), third, "看清楚了"))
    for width, height in ((600, 400), (400, 600), (500, 500)):
        photographed(village, jpeg(width, height))


def test_the_notice_stands_in_it_exactly_as_it_was_issued(village: Village) -> None:
    busy(village)
    sheet = notice_pages(told(village)[0].content, measure())
    found = filed(village)[1 : 1 + len(sheet)]
    assert list(map(page_as_json, found)) == list(map(page_as_json, sheet))


def test_the_cover_says_what_when_where_by_whom_and_on_which_page_everything_is(village: Village) -> None:
    busy(village)
    pages = filed(village)
    sheet = len(pages) - 4
    cover = said_on(pages[0])
    for words in (
        "清泉村公示档案目录",
        "〔2026〕第1号",
        "清泉村2026年二季度积分公示",
        "2026年4月1日至2026年6月30日",
        "第 2 笔",
        "2026年7月1日　刘文书",
        "2026年7月2日至2026年7月8日　村务公开栏　张贴人：李网格",
        "还没有归档",
        "4 行",
        "3 张",
        "4 件：处理中 1 件，维持 1 件，更正 1 件，已撤回 1 件",
        f"公示照片　第 {2 + sheet}—{3 + sheet} 页",
        f"异议处理记录　第 {4 + sheet} 页",
    ):
        assert words in cover, words
    assert "公示照片" in said_on(pages[1 + sheet])
    assert "异议处理记录" in said_on(pages[3 + sheet])
    assert [f"第 {n} 页　共 {len(pages)} 页" in said_on(pages[n - 1]) for n in (1, 2 + sheet, 4 + sheet)] == [
        True
    ] * 3


def test_two_pictures_stand_on_a_page_with_their_day_and_words(village: Village) -> None:
    busy(village)
    pages = [[each for each in all_items(page) if isinstance(each, Picture)] for page in filed(village)]
    assert [len(found) for found in pages if found] == [2, 1]
    (page,) = [page for page in filed(village) if "照片2" in said_on(page)]
    assert "照片1　2026年7月3日　村口公开栏　登记：刘文书" in said_on(page)
    first, second = (each for each in all_items(page) if isinstance(each, Picture))
    assert first.y + first.height < second.y
    assert second.y + second.height < page.height - 15


def test_every_objection_is_told_with_each_step_its_outcome_and_the_lines_of_its_correction(
    village: Village,
) -> None:
    busy(village)
    words = said_on(filed(village)[-1])
    for part in (
        "异议〔2026〕第1号　第1行（01001 王*国）　更正",
        "交办",
        "李会计",
        "对照签到表2026年7月10日前答复。",
        "更正 -8 分：冲销账目第 3 笔，补记账目第 4 笔。",
        "依据：会议记录 2026-7。",
        "匿名（当面）：字太小",
        "已换大字版",
        "已撤回",
        "看清楚了",
        "异议〔2026〕第4号　第3行（01002 李*英）　处理中",
    ):
        assert part in words, part
    assert "139" not in words
    assert "电话 ****" in words


def test_a_notice_nobody_objected_to_is_filed_when_it_is_closed(village: Village) -> None:
    closed(village)
    pages = filed(village)
    assert "2026年7月9日　刘文书" in said_on(pages[0])
    assert "没有收到异议" in said_on(pages[0])
    assert len(pages) == 1 + len(notice_pages(told(village)[0].content, measure()))


def test_a_new_version_is_filed_with_its_reason_and_the_old_one_as_replaced(village: Village) -> None:
    with village.write() as tx:
        household(tx, "02002", "赵德才")
    issued(village, again="漏了一户，问 13912345678")
    with village.read() as scope:
        newer = notice_card(scope, "2026-02")
    cover = said_on(archive_pages(newer, (), (), measure())[0])
    assert "第2版" in cover
    assert "漏了一户，问 ****" in cover
    assert "已由新版代替" in said_on(filed(village)[0])


def test_nothing_is_cut_off_or_covered_even_by_the_longest_words(village: Village) -> None:
    for number in range(1, 4):
        first = objected(village, number, words="名字看不清。" * 160, who="王建国" * 30)
        upheld(village, first, "经过核对签到表和网格员的记录，没有错。" * 50)
    for _ in range(2):
        photographed(village, jpeg(300, 900), "二组桥头" * 120)
    pages = filed(village)
    for page in pages:
        assert off_paper(page) == []
        assert overlapping(page) == []
    assert sum("异议处理记录" in said_on(page) for page in pages) > 2
    assert len(pdf_text(pages)) == len(pages)


def test_words_that_no_font_draws_are_named_before_anything_is_written(village: Village) -> None:
    objected(village, 1, who="王\U00030eda")
    found = archive_texts(*told(village))
    assert "王\U00030eda" in found
    with pytest.raises(CharactersNotPrintable):
        fontbook().check(found)


def test_what_is_to_be_checked_is_everything_that_was_typed(village: Village) -> None:
    busy(village)
    found = archive_texts(*told(village))
    for typed in (
        "村务公开栏",
        "李网格",
        "对照签到表",
        "已换大字版",
        "看清楚了",
        "会议记录 2026-7",
        "刘文书",
    ):
        assert typed in found
    assert len(found) == len(set(found))


def test_a_picture_that_cannot_be_drawn_is_refused(village: Village) -> None:
    photographed(village, b"\xff\xd8\xff" + b"wall" * 10)
    with pytest.raises(PictureNotReadable):
        filed(village)
