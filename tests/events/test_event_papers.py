"""The papers of one event: what stands on them, that nothing overlaps, and what never stands there."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.paper import fontbook, measure, overlapping
from builders.pictures import jpeg
from builders.village import Village, household, new_village
from passbook_desk.documents.page import Picture, Text, all_items, texts
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.features.events.bodies.starter import STARTER_PLEDGE
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import Outcome, StepKind
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.event_papers import SHEET_WORDS, SheetKind, event_sheet
from passbook_desk.features.events.photos.commands import add_photo
from passbook_desk.features.events.photos.queries import photos
from passbook_desk.features.events.photos.values import AddPhoto
from passbook_desk.features.events.queries import event_card
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventCard, EventKind, Measure, RegisterEvent
from passbook_desk.features.village.queries import village as village_row
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

LONG = "清泉村七组老宅院，" * 20


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """王建国's son marries on 2026-06-12: 24 tables declared, 20 approved, 26 found, looked at again."""
    village = new_village(tmp_path)
    meeting = date(2026, 1, 15)
    with village.write() as tx:
        household(tx, "01001", "王建国")
        adopt_standard(tx, AdoptStandard(meeting, "2026-1", meeting, "起步标准", starter_standard()))
        command = RegisterEvent(
            uid=new_uid(),
            kind=EventKind.WEDDING,
            household_id=1,
            held_on=date(2026, 6, 12),
            matter="儿子结婚",
            place="村文化广场",
            phone=Sensitive(SensitiveKind.PHONE, "13812345678"),
            persons="新郎王强、新娘李丽",
            figures=((Measure.TABLES, 24), (Measure.PER_TABLE, 280), (Measure.GIFT, 100)),
        )
        register_event(tx, command, village.key)
        step(tx, StepKind.APPROVED, reference="2026-5", figures=((Measure.TABLES, 20),))
    village.on(date(2026, 6, 13))
    with village.write() as tx:
        step(
            tx,
            StepKind.CHECKED,
            who="李会长",
            guests=260,
            outcome=Outcome.OVER,
            due_on=date(2026, 6, 25),
            figures=((Measure.TABLES, 26), (Measure.PER_TABLE, 280)),
        )
    return village


def step(tx: object, kind: StepKind, **told: object) -> None:
    take_step(tx, TakeStep(new_uid(), 1, kind, **told))  # type: ignore[arg-type]


def read(village: Village) -> tuple[EventCard, VillageRow]:

    with village.read() as scope:
        return event_card(scope, 1), village_row(scope)


def words(kind: SheetKind, card: EventCard, here: VillageRow) -> list[str]:
    pages = event_sheet(kind, card, here, STARTER_PLEDGE, measure())
    check_pages(pages, fontbook())
    return [text for page in pages for text in texts(page)]


def test_the_pledge_names_the_limits_that_hold_for_this_wedding(village: Village) -> None:
    said = "".join(words(SheetKind.PLEDGE, *read(village)))
    assert "移风易俗承诺书" in said
    assert "桌数不超过20桌" in said
    assert "村民）不超过100元" in said
    assert "婚事新办。不攀比" in said


def test_a_village_that_wrote_its_own_pledge_prints_its_own(village: Village) -> None:
    card, here = read(village)
    pages = event_sheet(SheetKind.PLEDGE, card, here, "一、不放鞭炮。\n二、不赊账办酒。", measure())
    said = "".join(text for page in pages for text in texts(page))
    assert "一、不放鞭炮。二、不赊账办酒。" in said
    assert "彩礼不超过村里的标准" not in said


def test_the_slip_hands_over_the_standard_beside_the_plan(village: Village) -> None:
    said = words(SheetKind.SLIP, *read(village))
    place = said.index("桌数")
    assert said[place : place + 3] == ["桌数", "不超过20桌", "20桌"]
    assert any("再婚的，只初婚一方可以办" in text for text in said)


def test_the_day_sheet_has_room_for_what_is_seen(village: Village) -> None:
    card, here = read(village)
    planned = replace(card, compared=tuple(replace(one, actual=None) for one in card.compared))
    said = words(SheetKind.CHECK, planned, here)
    place = said.index("桌数")
    assert said[place : place + 4] == ["桌数", "24桌", "20桌", "20桌"]
    assert any("□ 未超标准" in text for text in said)


def test_the_record_tells_the_whole_course(village: Village) -> None:
    said = words(SheetKind.RECORD, *read(village))
    place = said.index("桌数")
    assert said[place : place + 6] == ["桌数", "24桌", "20桌", "20桌", "26桌", "超标"]
    course = "".join(said)
    assert "会议记录2026-5" in course
    assert "李会长；超标；桌数26桌" in course
    assert "到场260人；2026年6月25日前回访" in course
    assert "新郎王强、新娘李丽" in course


@pytest.mark.parametrize("kind", SheetKind)
def test_no_paper_shows_a_phone_and_each_names_its_event(village: Village, kind: SheetKind) -> None:
    said = "".join(words(kind, *read(village)))
    assert "13812345678" not in said
    assert "2026-001" in said
    assert SHEET_WORDS[kind].removeprefix("标准") in said


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("long", [False, True])
def test_nothing_overlaps_or_leaves_the_paper(village: Village, kind: SheetKind, long: bool) -> None:
    card, here = read(village)
    if long:
        card = replace(card, matter=LONG, place=LONG, persons=LONG, family=LONG, steps=card.steps * 12)
    for page in event_sheet(kind, card, here, STARTER_PLEDGE, measure()):
        assert overlapping(page) == []
        for item in all_items(page):
            if isinstance(item, Text):
                assert 0 < item.y < page.height


def test_the_pictures_of_the_day_check_stand_behind_the_record_and_nowhere_else(village: Village) -> None:
    with village.write() as tx:
        for width, words in ((600, "酒席全景，电话 13912345678"), (400, "账单"), (300, "")):
            add_photo(tx, AddPhoto(new_uid(), 1, date(2026, 6, 12), jpeg(width, 400), words))
    card, here = read(village)
    with village.read() as scope:
        taken = photos(scope, 1)
    plain = event_sheet(SheetKind.RECORD, card, here, "", measure())
    record = event_sheet(SheetKind.RECORD, card, here, "", measure(), taken)
    shown = [[each for each in all_items(page) if isinstance(each, Picture)] for page in record]
    assert [len(found) for found in shown] == [*(0 for _ in plain), 2, 1]
    assert [each.content for found in shown for each in found] == [each.content for each in taken]
    said = "\n".join(text for page in record for text in texts(page))
    assert "照片1　2026年6月12日　酒席全景，电话 ****　登记：刘文书" in said
    assert f"第{len(record)}页 共{len(record)}页" in said
    for page in record:
        assert overlapping(page) == []
    for kind in set(SheetKind) - {SheetKind.RECORD}:
        assert event_sheet(kind, card, here, STARTER_PLEDGE, measure(), taken) == event_sheet(
            kind, card, here, STARTER_PLEDGE, measure()
        )
