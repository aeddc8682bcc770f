"""The catalogue page: what is shown, and how a meeting's decision comes in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from builders.pages import AtOnce, VillageDesk
from builders.village import CATALOGUE_FROM, Village, new_village, settled_village
from passbook_desk.features.catalogue.drafts import kept_draft
from passbook_desk.features.catalogue.values import Draft, KeptDraft
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.ui.pages.catalogue.presenter import (
    Beginning,
    CataloguePresenter,
    CatalogueShown,
    Proposal,
)
from passbook_desk.ui.pages.catalogue.words import holders_text, state_text, worth_text


@dataclass
class Seen:
    shown: list[CatalogueShown | None] = field(default_factory=list)
    kept: list[KeptDraft | None] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    drafted: int = 0
    adopted: list[int] = field(default_factory=list)
    troubles: list[BaseException] = field(default_factory=list)
    saved: list[Path] = field(default_factory=list)

    def show_catalogue(self, shown: CatalogueShown | None, kept: KeptDraft | None) -> None:
        self.shown.append(shown)
        self.kept.append(kept)

    def show_proposal(self, proposal: Proposal) -> None:
        self.proposals.append(proposal)

    def show_drafted(self) -> None:
        self.drafted += 1

    def show_adopted(self, number: int) -> None:
        self.adopted.append(number)

    def show_refusal(self, error: BaseException) -> None:
        self.troubles.append(error)

    def show_problem(self, error: BaseException) -> None:
        self.troubles.append(error)

    def show_saved(self, target: Path) -> None:
        self.saved.append(target)

    @property
    def now(self) -> CatalogueShown:
        last = self.shown[-1]
        assert last is not None
        return last


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    opened = settled_village(tmp_path)
    yield opened
    opened.store.close()


def presenter(village: Village, seen: Seen) -> CataloguePresenter:
    return CataloguePresenter(VillageDesk(village), seen, AtOnce(), village.clock)


def test_a_village_without_a_catalogue_is_told_so_and_can_adopt_the_starter_version(tmp_path: Path) -> None:
    village, seen = new_village(tmp_path), Seen()
    page = presenter(village, seen)
    page.load()
    assert seen.shown == [None]
    page.take_starter()
    page.adopt(seen.proposals[0], date(2026, 5, 30), "2026-3", date(2026, 6, 1))
    assert (seen.adopted, seen.troubles) == ([1], [])
    assert seen.now.version.minutes_no == "2026-3"
    assert seen.now.in_force == 1
    village.store.close()


def test_items_of_one_category_are_shown_when_it_is_chosen(village: Village) -> None:
    seen = Seen()
    page = presenter(village, seen)
    page.load()
    everything = seen.now.items
    page.show_category("生态保护")
    assert {item.category for item in seen.now.items} == {"生态保护"}
    page.show_category("")
    assert seen.now.items == everything


def test_a_version_that_begins_later_is_not_yet_the_one_in_force(village: Village) -> None:
    seen = Seen()
    page = presenter(village, seen)
    page.take_starter()
    page.adopt(seen.proposals[0], date(2026, 5, 30), "", date(2026, 7, 1))
    assert seen.now.version.number == 2
    assert seen.now.in_force == 1
    page.show_version(1)
    assert seen.now.version.effective_from == CATALOGUE_FROM


def test_pressing_adopt_twice_keeps_one_version(village: Village) -> None:
    seen = Seen()
    page = presenter(village, seen)
    page.take_starter()
    for _ in range(2):
        page.adopt(seen.proposals[0], date(2026, 5, 30), "", date(2026, 6, 1))
    assert seen.adopted == [2, 2]
    assert len(seen.now.versions) == 2


def test_a_meeting_in_the_future_is_refused_at_its_field(village: Village) -> None:
    seen = Seen()
    page = presenter(village, seen)
    page.take_starter()
    page.adopt(seen.proposals[0], date(2027, 1, 1), "", date(2027, 1, 1))
    trouble = seen.troubles[0]
    assert isinstance(trouble, PassbookError)
    assert (trouble.code, trouble.params["field"]) == ("village.meeting-in-future", "meeting_on")


def test_an_exported_version_is_read_back_as_the_next_draft(village: Village, tmp_path: Path) -> None:
    seen, target = Seen(), tmp_path / "细则.xlsx"
    page = presenter(village, seen)
    page.load()
    page.save(target, "")
    assert seen.saved == [target]
    assert read_workbook(target, NullProgress()).sheets[0].name == "积分细则"
    page.read(target, "")
    draft = drafted(village)
    assert seen.drafted == 1
    assert [item.code for item in draft.items] == [item.code for item in seen.now.items]
    assert draft.meeting_on == CATALOGUE_FROM
    assert draft.source == "细则.xlsx"


def drafted(village: Village) -> Draft:
    with village.read() as scope:
        kept = kept_draft(scope)
    assert kept is not None
    return kept.draft


def test_a_draft_begins_with_the_version_in_force_the_starter_list_or_nothing(village: Village) -> None:
    seen = Seen()
    page = presenter(village, seen)
    page.load()
    page.begin(Beginning.IN_FORCE)
    assert [item.code for item in drafted(village).items] == [item.code for item in seen.now.items]
    assert drafted(village).source == "第1版"
    page.begin(Beginning.STARTER)
    assert len(drafted(village).items) == 60
    page.begin(Beginning.NOTHING)
    assert drafted(village).items == ()
    page.load()
    assert seen.kept[-1] is not None
    assert seen.drafted == 3


def test_a_file_that_is_no_workbook_is_told(village: Village, tmp_path: Path) -> None:
    seen, wrong = Seen(), tmp_path / "细则.xlsx"
    wrong.write_text("not a workbook", encoding="utf-8")
    presenter(village, seen).read(wrong, "")
    assert isinstance(seen.troubles[0], PassbookError)
    assert seen.troubles[0].code == "intake.not-a-workbook"
    assert seen.drafted == 0


def test_values_are_told_by_sign_and_words(village: Village) -> None:
    seen = Seen()
    presenter(village, seen).load()
    items = {item.code: item for item in seen.now.items}
    assert worth_text(items["101"]) == "＋10"
    assert worth_text(items["108"]) == "－5"
    undecided = next(item for item in items.values() if not item.enabled)
    assert (worth_text(undecided), state_text(undecided)) == ("待定", "停用")
    assert holders_text(items["101"]) == "农户绿折"
