import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from passbook_desk.kernel.points import Points
from properties.notice_changes import CHANGES, FIXED_SEED, LAST_DAY, ChangingVillage, campaign

MANY, FRESH = 250, 60
FRESH_SEED = random.SystemRandom().randrange(10**9)


@pytest.mark.timeout(900)
def test_whatever_changes_after_a_notice_was_issued_its_reprint_says_the_same(
    record_property: Callable[[str, object], None],
) -> None:
    told = Counter[str]()
    for seed, changes in ((FIXED_SEED, MANY), (FRESH_SEED, FRESH)):
        happened = campaign(changes, seed)
        sys.stdout.write(f"{changes} changes, seed {seed}: {dict(happened)}\n")
        told += happened
    record_property("changes", dict(told))
    assert [name for name in CHANGES if not told[name]] == []


def test_the_reprint_sees_another_word_and_another_figure(tmp_path: Path) -> None:
    village = ChangingVillage(tmp_path, random.Random(FIXED_SEED), LAST_DAY)
    number, sheet = next(iter(village.sheets.items()))
    village.reprint(number)
    line = sheet.lines[0]
    for other in (replace(line, shown_name="李*"), replace(line, closing=line.closing + Points(1))):
        village.sheets[number] = replace(sheet, lines=(other, *sheet.lines[1:]))
        with pytest.raises(AssertionError):
            village.reprint(number)
    village.sheets[number] = sheet
    printed = village.printed[number]
    village.printed[number] = replace(printed, pages=(printed.pages[0].replace("公示", "公告"),))
    with pytest.raises(AssertionError):
        village.reprint(number)
    village.village.store.close()
