import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.figures import period_figures
from passbook_desk.features.ledger.values import AccountRow, PeriodFigures
from passbook_desk.features.notices.sources import hanging, points
from passbook_desk.features.notices.values import NoticeContent
from passbook_desk.kernel.points import Points
from properties.notice_totals import ACTS, FIXED_SEED, LAST_DAY, TotalsVillage, campaign, occurred

VILLAGES, FRESH_VILLAGES = 50, 10
BUGGY_SEED = 3
FRESH_SEED = random.SystemRandom().randrange(10**9)


@pytest.mark.timeout(600)
def test_lines_sub_totals_total_and_ledger_say_the_same_in_any_village(
    record_property: Callable[[str, object], None],
) -> None:
    told, seen = Counter[str](), Counter[str]()
    for seed, villages in ((FIXED_SEED, VILLAGES), (FRESH_SEED, FRESH_VILLAGES)):
        acts, compared = campaign(villages, seed)
        sys.stdout.write(f"{villages} villages, seed {seed}: {dict(acts)} {dict(compared)}\n")
        told += acts
        seen += compared
    record_property("acts", dict(told))
    assert occurred(told, seen)


def _no_other_notice(*_: object) -> frozenset[int]:
    return frozenset()


def _no_closed_books(*_: object, **__: object) -> dict[int, AccountRow]:
    return {}


def _a_day_late(scope: Scope, first: date, last: date, year_from: date) -> dict[int, PeriodFigures]:
    return period_figures(scope, first + timedelta(days=1), last, year_from)


@pytest.mark.parametrize(
    ("module", "name", "bug"),
    [
        (hanging, "_hanging_elsewhere", _no_other_notice),
        (points, "accounts_by_id", _no_closed_books),
        (points, "period_figures", _a_day_late),
    ],
)
def test_the_sums_show_a_bug_that_somebody_might_write(
    module: ModuleType, name: str, bug: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, bug)
    with pytest.raises(AssertionError):
        campaign(VILLAGES, BUGGY_SEED)


def _more(content: NoticeContent, place: int, **changed: Points) -> NoticeContent:
    lines = list(content.lines)
    lines[place] = replace(lines[place], **changed)
    return replace(content, lines=tuple(lines))


def test_the_sums_see_a_hundredth_that_is_lost(tmp_path: Path) -> None:
    village = TotalsVillage(tmp_path, random.Random(FIXED_SEED), LAST_DAY)
    village.live(ACTS)
    content = next(sheet for sheet in reversed(village.sheets.values()) if len(sheet.lines) > 1)
    village.check(content)
    hundredth, first = Points(1), content.lines[0]
    wrong = (
        _more(content, 0, closing=first.closing + hundredth),
        _more(content, 0, credits=first.credits + hundredth, closing=first.closing + hundredth),
        _more(content, 0, year_total=first.year_total - hundredth),
        _more(content, 0, pending=first.pending + hundredth),
        replace(content, lines=content.lines[1:]),
    )
    for sheet in wrong:
        with pytest.raises(AssertionError):
            village.check(sheet)
    village.village.store.close()
