"""Which quarters there are, their proofs, and issuing one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from builders.pages import AtOnce, VillageDesk
from builders.village import Village, booked, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Page, texts
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.notices.queries import notices
from passbook_desk.features.notices.values import NoticeContent
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.pages.notices.columns import quarter_text, state_text
from passbook_desk.ui.pages.notices.presenter import NoticesPresenter, QuarterRow

SECOND = Quarter(2026, 2)


@dataclass
class Seen:
    rows: Sequence[QuarterRow] = ()
    sheets: list[tuple[NoticeContent, bool, Sequence[Page]]] = field(default_factory=list)
    issued: list[NoticeContent] = field(default_factory=list)
    saved: list[Path] = field(default_factory=list)
    troubles: list[BaseException] = field(default_factory=list)

    def show_quarters(self, rows: Sequence[QuarterRow]) -> None:
        self.rows = rows

    def show_sheet(self, content: NoticeContent, ready: bool, pages: Sequence[Page]) -> None:
        self.sheets.append((content, ready, pages))

    def show_issued(self, content: NoticeContent) -> None:
        self.issued.append(content)

    def show_saved(self, target: Path) -> None:
        self.saved.append(target)

    def show_problem(self, error: BaseException) -> None:
        self.troubles.append(error)

    @property
    def states(self) -> list[tuple[str, str]]:
        return [(str(row.quarter), row.state.value) for row in self.rows]


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    opened = settled_village(tmp_path)
    booked(opened, (1, 4))
    yield opened
    opened.store.close()


@pytest.fixture
def seen() -> Seen:
    return Seen()


def presenter(village: Village, seen: Seen) -> NoticesPresenter:
    fontbook = FontBook(resources_folder() / "fonts")
    return NoticesPresenter(VillageDesk(village), seen, AtOnce(), village.clock, fontbook)


def words(pages: Sequence[Page]) -> str:
    return " ".join(text for page in pages for text in texts(page))


def test_a_quarter_is_running_then_ready_then_issued(village: Village, seen: Seen) -> None:
    presenter(village, seen).load()
    assert seen.states == [("2026Q2", "running")]
    village.on(date(2026, 7, 4))
    page = presenter(village, seen)
    page.load()
    assert seen.states == [("2026Q3", "running"), ("2026Q2", "ready")]
    page.issue(SECOND)
    page.load()
    assert seen.states == [("2026Q3", "running"), ("2026Q2", "issued")]
    assert [state_text(row) for row in seen.rows] == ["… 未到期", "✓ 已发布"]
    assert quarter_text(SECOND) == "2026年二季度"


def test_a_proof_carries_its_watermark_and_stores_nothing(village: Village, seen: Seen) -> None:
    presenter(village, seen).open_sheet(SECOND, "")
    content, ready, pages = seen.sheets[0]
    assert (content.proof, ready) == (True, False)
    assert "校样" in words(pages)
    with village.read() as scope:
        assert notices(scope) == ()


def test_the_proof_of_a_quarter_that_is_over_can_be_issued_and_prints_the_same_again(
    village: Village, seen: Seen
) -> None:
    village.on(date(2026, 7, 4))
    page = presenter(village, seen)
    page.open_sheet(SECOND, "")
    assert seen.sheets[0][1] is True
    page.issue(SECOND)
    page.issue(SECOND)
    assert [content.number for content in seen.issued] == ["2026-01", "2026-01"]
    for _ in range(2):
        page.open_sheet(SECOND, "")
    first, second = seen.sheets[1], seen.sheets[2]
    assert first == second
    assert "〔2026〕第1号" in words(first[2])


def test_issuing_before_the_end_is_refused(village: Village, seen: Seen) -> None:
    presenter(village, seen).issue(SECOND)
    assert isinstance(seen.troubles[0], PassbookError)
    assert seen.troubles[0].code == "notices.quarter-not-over"


def test_issuing_tells_other_pages_that_notices_changed(village: Village, seen: Seen) -> None:
    village.on(date(2026, 7, 4))
    desk = VillageDesk(village)
    fontbook = FontBook(resources_folder() / "fonts")
    NoticesPresenter(desk, seen, AtOnce(), village.clock, fontbook).issue(SECOND)
    assert Topic.NOTICES in desk.touched


def test_the_workbook_has_the_figures_of_the_sheet(village: Village, seen: Seen, tmp_path: Path) -> None:
    page, target = presenter(village, seen), tmp_path / "公示.xlsx"
    page.save_workbook(target, "")
    assert not target.exists()
    page.open_sheet(SECOND, "")
    page.save_workbook(target, "")
    assert seen.saved == [target]
    rows = read_workbook(target, NullProgress()).sheets[0].rows
    closing = {row.cells[2].text: row.cells[9].text for row in rows if row.cells[0].text.isdigit()}
    assert closing["02001"] == str(seen.sheets[0][0].lines[-1].closing)


def test_a_sheet_that_was_left_before_it_was_drawn_is_not_shown(village: Village, seen: Seen) -> None:
    page = presenter(village, seen)
    waiting = _Later()
    page._jobs = waiting
    page.open_sheet(SECOND, "")
    page.forget_sheet()
    waiting.run()
    assert seen.sheets == []
    page.open_sheet(SECOND, "")
    waiting.run()
    assert len(seen.sheets) == 1


class _Later(AtOnce):
    """Desk work is done at once, press work when asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list = []

    def press(self, work, done, failed=None, label="") -> None:  # type: ignore[no-untyped-def]
        self.waiting.append(lambda: super(_Later, self).press(work, done, failed, label))

    def run(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()
