"""What there is to post: periods by the village's rhythm, versions of the catalogue, notices to correct."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from builders.deeds import decided
from builders.village import Village, booked, new_village, settled_village
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.starter import starter_catalogue
from passbook_desk.features.catalogue.values import AdoptCatalogue
from passbook_desk.features.notices.choosing import (
    MOST,
    Postable,
    due_postables,
    next_one,
    postables,
)
from passbook_desk.features.notices.commands import issue_notice
from passbook_desk.features.notices.values import IssueNotice, NoticeKind
from passbook_desk.features.village.policy import Cycle


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    opened = settled_village(tmp_path)
    booked(opened, (1, 4), on=date(2026, 5, 20))
    opened.on(date(2026, 7, 4))
    yield opened
    opened.store.close()


def offered(village: Village, kind: NoticeKind) -> list[tuple[str, bool]]:
    with village.read() as scope:
        return [(each.about, each.over) for each in postables(scope, kind)]


def due(village: Village) -> list[str]:
    with village.read() as scope:
        return [each.about for each in due_postables(scope)]


def issue(village: Village, kind: NoticeKind, about: str) -> None:
    with village.write() as tx:
        issue_notice(tx, IssueNotice(kind, about))


@pytest.mark.parametrize(
    ("kind", "abouts"),
    [
        (NoticeKind.MONTH, [("2026-07", False), ("2026-06", True), ("2026-05", True)]),
        (NoticeKind.QUARTER, [("2026Q3", False), ("2026Q2", True)]),
        (NoticeKind.HALF_YEAR, [("2026-07..2026-12", False), ("2026-01..2026-06", True)]),
        (NoticeKind.YEAR, [("2026", False)]),
        (NoticeKind.EVENTS, [("2026Q3", False)]),
        (NoticeKind.CATALOGUE, [("1", True)]),
        (NoticeKind.CORRECTIONS, []),
    ],
)
def test_periods_reach_back_to_the_first_deed(
    village: Village, kind: NoticeKind, abouts: list[tuple[str, bool]]
) -> None:
    assert offered(village, kind) == abouts


def test_a_cut_off_day_ends_the_period_early(village: Village) -> None:
    decided(village, cut_off_day=15)
    village.on(date(2026, 6, 16))
    assert offered(village, NoticeKind.QUARTER) == [("2026Q3", False), ("2026Q2", True)]


def test_every_rhythm_is_due_in_its_own_periods_and_some_in_none(village: Village) -> None:
    for cycle, abouts in (
        (Cycle.MONTH, ["2026-07", "2026-06", "2026-05"]),
        (Cycle.HALF_YEAR, ["2026-07..2026-12", "2026-01..2026-06"]),
        (Cycle.YEAR, ["2026"]),
        (Cycle.NEVER, []),
    ):
        decided(village, post_every=cycle)
        assert due(village) == abouts


def test_what_was_issued_is_not_due_again_but_can_still_be_chosen(village: Village) -> None:
    issue(village, NoticeKind.QUARTER, "2026Q2")
    assert due(village) == ["2026Q3"]
    with village.read() as scope:
        second = postables(scope, NoticeKind.QUARTER)[1]
    assert second == Postable(
        NoticeKind.QUARTER, "2026Q2", date(2026, 4, 1), date(2026, 6, 30), True, "2026-01"
    )
    assert offered(village, NoticeKind.CORRECTIONS) == [("2026-01", True)]


def test_the_oldest_that_can_be_issued_comes_first_then_the_one_that_runs(village: Village) -> None:
    decided(village, post_every=Cycle.MONTH)
    chosen = []
    for _ in range(3):
        with village.read() as scope:
            each = next_one(postables(scope, NoticeKind.MONTH))
        assert each is not None
        chosen.append(each.about)
        if each.over:
            issue(village, NoticeKind.MONTH, each.about)
    assert chosen == ["2026-05", "2026-06", "2026-07"]
    assert next_one(()) is None


def test_of_versions_of_the_catalogue_the_newest_comes_first(village: Village) -> None:
    with village.write() as tx:
        adopt_catalogue(
            tx,
            AdoptCatalogue(
                meeting_on=date(2026, 7, 1),
                minutes_no="2026-7",
                effective_from=date(2026, 7, 1),
                source="村民代表会议",
                items=starter_catalogue(),
            ),
        )
    assert offered(village, NoticeKind.CATALOGUE) == [("2", True), ("1", True)]
    with village.read() as scope:
        newest = next_one(postables(scope, NoticeKind.CATALOGUE))
    assert newest is not None
    assert newest.about == "2"


def test_an_empty_village_is_at_todays_period(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    assert offered(village, NoticeKind.QUARTER) == [("2026Q2", False)]
    assert offered(village, NoticeKind.CATALOGUE) == []
    village.store.close()


def test_an_old_village_is_offered_its_latest_periods_only(village: Village) -> None:
    village.on(date(2031, 1, 5))
    found = offered(village, NoticeKind.MONTH)
    assert (len(found), found[0][0], found[-1][0]) == (MOST, "2031-01", "2029-02")
