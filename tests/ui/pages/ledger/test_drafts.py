"""What was not saved outlives leaving, closing and a power cut; its text names nobody."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.entry import EntryDesk, KeptDrafts
from builders.village import Village, household, settled_village
from passbook_desk.app.desk import Desk
from passbook_desk.app.draft_files import DraftFiles
from passbook_desk.app.village_file import create_village, open_village
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.village.values import FoundVillage
from passbook_desk.kernel.clock import SetDateClock
from passbook_desk.kernel.points import Points
from passbook_desk.ui.pages.ledger.drafts import Draft, LineDraft, read, written
from passbook_desk.ui.pages.ledger.lines import Cell
from passbook_desk.ui.pages.ledger.values import Mark, Way
from passbook_desk.ui.pages.ledger.words import draft_words


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


@pytest.fixture
def kept() -> KeptDrafts:
    return KeptDrafts()


def half_done(village: Village, kept: KeptDrafts) -> EntryDesk:
    desk = EntryDesk(village, kept)
    desk.presenter.choose_grid("01")
    desk.choose("201")
    desk.presenter.set_day(date(2026, 5, 30))
    desk.roll.set_amount(desk.ids()[0], 3)
    desk.roll.toggle(desk.ids()[1])
    desk.roll.memo, desk.roll.witness = "清理河沟", "李证明"
    desk.presenter.keep_draft()
    return desk


def test_ticks_come_back_after_the_program_was_killed(village: Village, kept: KeptDrafts) -> None:
    before = half_done(village, kept)
    after = EntryDesk(village, kept)
    (draft,) = after.view.earlier
    assert (draft_words(draft), after.view.waiting) == ("上次没存的点名（2 户）", 1)
    assert after.roll.marks == {}
    after.presenter.take_up(draft)
    assert after.roll.marks == before.roll.marks
    assert (after.presenter.day, after.presenter.grid) == (date(2026, 5, 30), "01")
    assert (after.roll.memo, after.roll.uid) == ("清理河沟", before.roll.uid)
    assert after.presenter.item is not None
    assert after.presenter.item.item.code == "201"
    after.presenter.save_roll()
    assert [str(saved.recorded.total) for saved in after.view.saved] == ["4"]
    assert kept.kept["village-1"] == ""


def test_the_text_names_nobody(village: Village, kept: KeptDrafts) -> None:
    desk = half_done(village, kept)
    desk.write(0, "王建国", "101")
    desk.presenter.lines.write(0, Cell.WITNESS, "李证明")
    desk.presenter.lines.set_book(1, None, "没有这户的王某某")
    desk.presenter.keep_draft()
    text = kept.kept["village-1"]
    assert text
    for name in ("王建国", "李秀英", "李证明", "王某某"):
        assert name not in text


def test_lines_come_back_and_a_book_that_is_gone_leaves_its_cell_empty(
    village: Village, kept: KeptDrafts
) -> None:
    before = EntryDesk(village, kept)
    before.write(0, "01001", "205", "5*3", date(2026, 5, 20))
    before.write(1, "02001", "101")
    before.presenter.keep_draft()
    with village.write() as tx:
        gone = before.presenter.lines.lines[1].book
        assert gone is not None
        tx.session.get_one(Account, gone.id).closed_on = date(2026, 6, 1)
    after = EntryDesk(village, kept)
    after.presenter.take_up(after.view.earlier[0])
    first, second = after.presenter.lines.lines[:2]
    assert after.view.taken_up == [Way.GRID]
    assert first.book is not None
    assert (first.text(Cell.POINTS), first.day, str(first.worth())) == ("5*3", date(2026, 5, 20), "15")
    assert (second.book, second.text(Cell.ITEM)) == (None, "101")


def test_a_household_that_left_meanwhile_is_named_and_not_ticked(village: Village, kept: KeptDrafts) -> None:
    before = half_done(village, kept)
    first, second = before.ids()[:2]
    with village.write() as tx:
        tx.session.get_one(Account, second).closed_on = date(2026, 6, 1)
    after = EntryDesk(village, kept)
    after.presenter.take_up(after.view.earlier[0])
    assert list(after.roll.marks) == [first]
    assert [book.owner_code for book in after.view.gone] == ["01002"]


def test_a_power_cut_right_after_saving_does_not_lead_to_saving_twice(
    village: Village, kept: KeptDrafts
) -> None:
    desk = half_done(village, kept)
    text = kept.kept["village-1"]
    desk.presenter.save_roll()
    kept.kept["village-1"] = text
    after = EntryDesk(village, kept)
    after.presenter.take_up(after.view.earlier[0])
    assert (after.view.saved_before, after.vouchers()) == (1, 1)
    assert after.roll.marks == {}


def test_what_is_not_wanted_is_gone_for_good(village: Village, kept: KeptDrafts) -> None:
    half_done(village, kept)
    after = EntryDesk(village, kept)
    after.presenter.throw_away(after.view.earlier[0])
    assert (after.view.earlier, after.view.waiting, kept.kept["village-1"]) == ((), 0, "")


def test_work_begun_beside_an_old_draft_loses_neither(village: Village, kept: KeptDrafts) -> None:
    half_done(village, kept)
    second = EntryDesk(village, kept)
    second.presenter.choose_grid("02")
    second.choose("101")
    second.roll.toggle(second.ids()[0])
    second.presenter.keep_draft()
    assert second.view.waiting == 2
    third = EntryDesk(village, kept)
    assert [draft.item for draft in third.view.earlier] == ["201", "101"]


def test_taking_an_old_draft_up_sets_the_ticks_on_the_wall_aside(village: Village, kept: KeptDrafts) -> None:
    half_done(village, kept)
    after = EntryDesk(village, kept)
    after.presenter.choose_grid("02")
    after.choose("101")
    after.roll.toggle(after.ids()[0])
    after.presenter.take_up(after.view.earlier[0])
    assert [draft.item for draft in after.view.earlier] == ["101"]
    assert len(after.roll.marks) == 2


def test_another_operator_finds_an_empty_desk_and_the_first_one_his_own(
    village: Village, kept: KeptDrafts
) -> None:
    desk = half_done(village, kept)
    kept.who = "village-2"
    desk.presenter.load()
    assert (desk.roll.marks, desk.view.earlier, desk.view.emptied) == ({}, (), 1)
    kept.who = "village-1"
    desk.presenter.load()
    assert [draft.item for draft in desk.view.earlier] == ["201"]


def test_nothing_is_written_while_nothing_changes(village: Village, kept: KeptDrafts) -> None:
    desk = half_done(village, kept)
    before = kept.writes
    desk.presenter.keep_draft()
    assert kept.writes == before
    desk.roll.toggle(desk.ids()[0])
    desk.presenter.keep_draft()
    assert kept.writes == before + 1


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 2, "drafts": []}', '{"format": 1}', '{"format":1,"drafts":[{}]}']
)
def test_a_damaged_text_holds_nothing(text: str) -> None:
    assert read(text) == ()


marks = st.builds(
    Mark,
    points=st.none() | st.builds(Points, st.integers(-9999, 9999)),
    quantity=st.none() | st.integers(1, 999),
    people=st.lists(st.integers(1, 9999), max_size=3).map(tuple),
    times=st.integers(1, 9),
    again=st.booleans(),
    fill=st.booleans(),
)
drafts = st.builds(
    Draft,
    uid=st.text("0123456789abcdef", min_size=32, max_size=32),
    day=st.sampled_from(["", "2026-05-30"]),
    item=st.sampled_from(["", "101"]),
    grid=st.none() | st.sampled_from(["", "01"]),
    points=st.none() | st.builds(Points, st.integers(1, 9999)),
    quantity=st.integers(1, 99),
    memo=st.text(max_size=20).filter(lambda text: text.isprintable()),
    ticks=st.lists(st.tuples(st.integers(1, 9999), marks), max_size=5).map(tuple),
    lines=st.lists(
        st.builds(
            LineDraft,
            st.none() | st.integers(1, 99),
            st.sampled_from(["", "101"]),
            st.sampled_from(["", "5*3"]),
            st.text(max_size=5).filter(lambda text: text.isprintable()),
            st.sampled_from(["", "2026-05-30"]),
        ),
        max_size=3,
    ).map(tuple),
)


@given(st.lists(drafts, max_size=4).map(tuple))
def test_what_is_written_is_read_again(kept_drafts: tuple[Draft, ...]) -> None:
    assert read(written(kept_drafts)) == kept_drafts


def test_files_lie_apart_for_each_village_and_operator_and_are_replaced_whole(tmp_path: Path) -> None:
    clock = SetDateClock(date(2026, 6, 1))
    path = tmp_path / "清泉村.pbk"
    create_village(path, FoundVillage("清泉村", "140108203211", "柳溪镇", 2026, "刘文书", ""), clock)
    village_file = open_village(path, clock)
    try:
        files = DraftFiles(tmp_path / "here" / "drafts", Desk(village_file, clock, lambda _: None))
        owner = files.owner()
        assert owner.endswith("-1")
        assert files.load(owner) == ""
        files.keep(owner, "一")
        files.keep(owner, "二")
        assert files.load(owner) == "二"
        assert [file.name for file in (tmp_path / "here" / "drafts").iterdir()] == [f"{owner}.json"]
        files.keep(owner, "")
        assert files.load(owner) == ""
        files.keep(owner, "")
    finally:
        village_file.close()


def test_a_household_moved_to_another_grid_is_no_longer_on_that_wall(
    village: Village, kept: KeptDrafts
) -> None:
    with village.write() as tx:
        household(tx, "01003", "赵新来")
    desk = EntryDesk(village, kept)
    desk.presenter.choose_grid("01")
    desk.choose("101")
    draft = Draft(uid="0" * 32, item="101", grid="02", ticks=tuple((each, Mark()) for each in desk.ids()))
    desk.presenter.take_up(replace(draft, day="2026-05-30"))
    assert desk.roll.marks == {}
    assert len(desk.view.gone) == 3
