"""The village's calendar and its notices among the rules, pressed as a clerk would."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders.claims import claimed, steps
from builders.rules_page import Bench, in_sight
from passbook_desk.features.rhythm.presets import PRESETS, Preset, preset_of
from passbook_desk.features.village.policy import (
    CarryOver,
    Cycle,
    VillagePolicy,
)
from passbook_desk.ui.pages.settings.editors import Paragraphs, Words
from passbook_desk.ui.shell.routes import Route
from ui.surroundings import types


def test_a_published_rhythm_fills_its_fields_and_says_what_it_means_before_it_is_kept(bench: Bench) -> None:
    assert bench.rhythm.preset.currentText() == "琊川"
    assert bench.rhythm.says.text() == "一事一记录、一周一统计、一月一评比、一季一公示、一年一兑换"
    bench.prefer("八名村")
    assert bench.decided() == VillagePolicy()
    assert bench.rhythm.meaning.text().splitlines() == [
        "一事一记录、一季一统计、一季一公示、一季一兑换、一年一考评",
        "统计：2026年二季度算 3.16–6.15，6.16 起可出",
        "公示：2026年二季度算 3.16–6.15，6.25 前贴出",
        "兑换：2026年二季度的分 6.16 起兑换",
        "考评：2026年算 12.16–12.15",
    ]
    assert bench.editor("carry_over").value() is CarryOver.CLEAR_QUARTER
    assert "照“八名村”的办法填好了" in bench.page.message.words
    bench.save()
    here = bench.decided()
    assert (here.cut_off_day, here.post_every, here.carry_over) == (
        15, Cycle.QUARTER, CarryOver.CLEAR_QUARTER,
    )  # fmt: skip
    assert bench.rhythm.preset.currentText() == "八名村"


def test_a_rhythm_of_the_villages_own_is_called_so(bench: Bench) -> None:
    bench.choose("compare_every", "一年一评比")
    assert bench.rhythm.preset.currentText() == "村里自己定"
    bench.type_into("post_within_days", "三")
    assert "公示：2026年二季度算 4.1–6.30，7.10 前贴出" in bench.rhythm.meaning.text()
    bench.choose("post_every", "没有定")
    assert not bench.editor("post_within_days").isEnabled()
    assert "公示" not in bench.rhythm.meaning.text()
    bench.save()
    assert bench.decided() == VillagePolicy(compare_every=Cycle.YEAR, post_every=Cycle.NEVER)


@pytest.mark.parametrize("preset", PRESETS, ids=[preset.place for preset in PRESETS])
def test_every_published_rhythm_can_be_chosen_saved_and_is_named_again(bench: Bench, preset: Preset) -> None:
    bench.prefer(preset.place)
    bench.page.save()
    here = bench.decided()
    assert {name: getattr(here, name) for name in preset.settings} == dict(preset.settings)
    said = {name: getattr(here, name) for name in bench.rhythm.names}
    named = preset_of(said)
    assert named is not None
    assert bench.rhythm.preset.currentText() == named.place
    assert {**said, **{k: v for k, v in preset.settings.items() if k in said}} == said


def test_what_the_wall_says_stands_beside_what_is_decided_of_it(bench: Bench) -> None:
    assert bench.notice.facts.text() == "贴 7 天，地点 村务公开栏，监督电话 0351-5550123，姓名打星"
    bench.notice.go_button.click()
    assert bench.went == [Route("settings")]


def test_what_becomes_of_claims_that_wait_is_said_before_it_is_kept(bench: Bench) -> None:
    steps(bench.village, review=True, alone=False)
    claimed(bench.village, (1, 2))
    bench.page.enter({})
    assert bench.notice.waiting.text().startswith("现在等着的 2 件申报：审核完就能入账")
    bench.tick("count_when_posted")
    assert "2 件申报也一样：审核完先上公示" in bench.notice.waiting.text()


def test_a_page_that_asks_for_the_notices_stands_at_them(bench: Bench, qtbot: QtBot) -> None:
    person = bench.editor("objection_person")
    assert isinstance(person, Words)
    assert not in_sight(bench, person)
    bench.page.enter({"section": "notices"})
    qtbot.waitUntil(lambda: bench.page.focusWidget() is person and in_sight(bench, bench.notice.heading))


def test_enter_begins_a_line_among_paragraphs_and_tab_goes_on(bench: Bench, qtbot: QtBot) -> None:
    signers = bench.editor("notice_signers")
    assert isinstance(signers, Paragraphs)
    signers.setFocus()
    signers.selectAll()
    types(signers, "编制：")
    qtbot.keyClick(signers, Qt.Key.Key_Return)
    types(signers, "监督：")
    assert signers.value() == "编制：\n监督："
    qtbot.keyClick(signers, Qt.Key.Key_Tab)
    assert bench.page.focusWidget() is bench.editor("notice_rules")
    types(bench.page.focusWidget() or signers, "字" * 500)
    assert len(str(bench.editor("notice_rules").value())) == 400
