"""The village's rules, pressed as a clerk would: what is typed, kept, refused, put back."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from builders.pages import AtOnce, VillageDesk
from builders.rules_page import Bench, in_sight
from builders.village import settled_village
from passbook_desk.db.store import Scope
from passbook_desk.features.access.commands import add_operator, change_operator, set_pin
from passbook_desk.features.access.queries import operators
from passbook_desk.features.access.values import AddOperator, ChangeOperator, Role
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.model import VillageSetting
from passbook_desk.features.village.policy import (
    Band,
    BasePeriod,
    BookNumbers,
    CarryOver,
    Cycle,
    MergeRule,
    SplitRule,
    Twice,
    VillagePolicy,
    WallDeductions,
)
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import has_valid_check_digit
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.settings.account_groups import BookNumbersGroup
from passbook_desk.ui.pages.settings.editors import BandsBox
from passbook_desk.ui.pages.settings.groups import LossGroup, StepsGroup
from passbook_desk.ui.pages.settings.page import RulesPage
from passbook_desk.ui.pages.settings.presenter import RulesPresenter
from passbook_desk.ui.pages.settings.values import USUAL_BANDS, RulesFound
from passbook_desk.ui.shell.permits import allowed
from passbook_desk.ui.shell.routes import Route
from ui.surroundings import types


def kept_names(bench: Bench) -> set[str]:
    def names(scope: Scope) -> set[str]:
        return {row.name for row in scope.session.query(VillageSetting)}

    return bench.desk.ask(names)


def test_every_decision_of_a_village_has_its_place_on_the_page(bench: Bench) -> None:
    names = [name for group in bench.page.groups for name in group.names]
    assert sorted(names) == sorted(field.name for field in fields(VillagePolicy))
    assert bench.page.state.text() == ""
    bench.save()
    assert bench.page.message.words == "没有改动，不用保存。"
    assert kept_names(bench) == set()
    assert bench.desk.touched == set()


def test_all_rules_are_typed_and_kept_and_shown_again(bench: Bench) -> None:
    for name in ("single_clerk", "base_spendable", "redeeming_counts", "first_check", "review",
                 "debtless_households", "debtless_members", "debtless_organizations"):  # fmt: skip
        bench.tick(name)
    for name, text in (("lock_minutes", "15"), ("notice_days", "7"), ("scale", "1分顶1元"),
                       ("least_to_redeem", "60.5"), ("suspension_line", "70"), ("grid_least", "80"),
                       ("grid_most", "200")):  # fmt: skip
        bench.type_into(name, text)
    bench.choose("base_period", "每半年重新给")
    bench.choose("gift_ratio", "自己挣 1 分，才能用 5 分")
    bench.choose("same_deed_twice", "不记第二次")
    bench.choose("member_and_household", "照记")
    bench.choose("carry_over", "每年清零")
    bench.type_into("carry_percent", "30")
    bench.type_into("carry_most", "20")
    bench.choose("cut_off_day", "15 日")
    bench.choose("split_rule", "按人头分")
    bench.choose("merge_rule", "全部转过去，基础分也转")
    bench.choose("book_numbers", "年份加全村流水号")
    for name, words in (("record_every", "一周一记录"), ("count_every", "没有定"),
                        ("compare_every", "半年一评比"), ("post_every", "一月一公示"),
                        ("redeem_every", "随时兑换"), ("assess_every", "没有定"),
                        ("wall_deductions", "不上墙，加减合成一个数")):  # fmt: skip
        bench.choose(name, words)
    for name, text in (("post_within_days", "5"), ("answer_days", "7"), ("objection_person", "赵秀兰"),
                       ("objection_place", "村委会一楼")):  # fmt: skip
        bench.type_into(name, text)
    bench.write("notice_signers", " 编制：\n监督： \n")
    bench.write("notice_rules", "按户算分。\n\n党员另有红折。")
    bench.tick("count_when_posted")
    assert bench.page.state.text() == "改了 40 项，还没有保存。"
    bench.save()
    wanted = VillagePolicy(
        scale="1分顶1元", single_clerk=False, lock_minutes=15, first_check=True, review=True,
        notice_days=7, base_spendable=True, base_period=BasePeriod.HALF_YEAR,
        least_to_redeem=Points.parse("60.5"), suspension_line=Points.parse("70"),
        same_deed_twice=Twice.REFUSE, member_and_household=Twice.ALLOW, gift_ratio=5,
        redeeming_counts=True, carry_over=CarryOver.CLEAR_YEAR, carry_percent=30,
        carry_most=Points.parse("20"), debtless_households=True, debtless_members=True,
        debtless_organizations=True, cut_off_day=15, grid_least=80, grid_most=200,
        split_rule=SplitRule.HEADS, merge_rule=MergeRule.MOVE_WITH_BASE,
        book_numbers=BookNumbers.YEAR, record_every=Cycle.WEEK, count_every=Cycle.NEVER,
        compare_every=Cycle.HALF_YEAR, post_every=Cycle.MONTH, redeem_every=Cycle.DEED,
        assess_every=Cycle.NEVER, post_within_days=5, answer_days=7, objection_person="赵秀兰",
        objection_place="村委会一楼", notice_signers="编制：\n监督：",
        notice_rules="按户算分。\n\n党员另有红折。", wall_deductions=WallDeductions.HIDDEN,
        count_when_posted=True,
    )  # fmt: skip
    assert bench.decided() == wanted
    assert bench.announced.said == ["规矩已保存，改了 40 项。"]
    assert bench.page.state.text() == ""
    bench.page.enter({})
    shown = {name: value for group in bench.page.groups for name, value in (group.read(wanted) or {}).items()}
    assert VillagePolicy(**shown) == wanted  # type: ignore[arg-type]


def test_saving_writes_what_was_changed_and_leaves_the_rest_to_others(bench: Bench) -> None:
    bench.decide(review=True)
    bench.type_into("lock_minutes", "10")
    bench.save()
    assert (bench.decided().review, bench.decided().lock_minutes) == (True, 10)
    assert kept_names(bench) == {"review", "lock_minutes"}
    assert bench.editor("review").value() is True


def test_what_is_saved_can_be_taken_back_at_once(bench: Bench) -> None:
    bench.tick("debtless_members")
    bench.type_into("suspension_line", "60")
    bench.save()
    assert bench.announced.undo is not None
    bench.announced.undo()
    assert bench.decided() == VillagePolicy()
    assert bench.announced.said[-1] == "规矩已改回原来的。"
    assert bench.editor("suspension_line").value() is None


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("记录 → 审核", (False, True, 0)),
        ("记录 → 初审 → 审核", (True, True, 0)),
        ("记录 → 审核 → 公示 3 天", (False, True, 3)),
    ],
)
def test_usual_steps_are_chosen_at_once(bench: Bench, words: str, steps: tuple[bool, bool, int]) -> None:
    group = bench.group("review")
    assert isinstance(group, StepsGroup)
    assert group.usual.currentText() == "记录后直接生效"
    group.usual.setCurrentIndex(group.usual.findText(words))
    group.usual.activated.emit(group.usual.currentIndex())
    bench.save()
    here = bench.decided()
    assert (here.first_check, here.review, here.notice_days) == steps
    assert group.usual.currentText() == words
    bench.type_into("notice_days", "5")
    assert group.usual.currentText() == "村里自己定"
    bench.tick("first_check" if here.first_check else "review")
    bench.save()
    assert bench.decided().notice_days == 5


def test_a_wrong_number_is_named_beside_its_field_and_nothing_is_written(bench: Bench) -> None:
    bench.type_into("lock_minutes", "0")
    bench.tick("review")
    bench.save()
    group = bench.group("lock_minutes")
    assert group.problem_of("lock_minutes") == "这里只能填 1 到 120 的数，“0”不行，请改。"
    assert bench.page.focusWidget() is group.editor("lock_minutes")
    assert bench.decided() == VillagePolicy()
    bench.type_into("lock_minutes", "5")
    bench.save()
    assert group.problem_of("lock_minutes") == ""
    assert bench.decided() == VillagePolicy(review=True)


def test_points_that_are_no_number_and_empty_fields_are_named(bench: Bench) -> None:
    bench.type_into("least_to_redeem", "很多")
    bench.editor("grid_most").clear()  # type: ignore[union-attr]
    bench.save()
    assert "很多" in bench.group("least_to_redeem").problem_of("least_to_redeem")
    assert bench.group("grid_most").problem_of("grid_most") == "请填最多。"
    assert bench.page.focusWidget() is bench.editor("least_to_redeem")
    bench.type_into("least_to_redeem", "-1")
    bench.type_into("grid_most", "200")
    bench.save()
    assert "不能是负数" in bench.group("least_to_redeem").problem_of("least_to_redeem")
    bench.type_into("least_to_redeem", "0")
    bench.save()
    assert "最少 300 户比最多 200 户还多" in bench.group("grid_least").problem_of("grid_least")
    assert kept_names(bench) == set()


def test_rules_that_do_not_matter_are_grey_and_say_why(bench: Bench) -> None:
    group = bench.group("carry_percent")
    for name in ("carry_percent", "carry_most", "expire_months"):
        assert not group.editor(name).isEnabled()
    assert group.words_of("carry_percent") == "选每季清零或每年清零才用。"
    bench.choose("carry_over", "每季清零")
    assert group.editor("carry_percent").isEnabled()
    assert not group.editor("expire_months").isEnabled()
    assert group.words_of("carry_percent").startswith("0 是全清")
    bench.type_into("carry_most", "乱写")
    bench.choose("carry_over", "各批到期作废")
    assert group.editor("expire_months").isEnabled()
    bench.type_into("expire_months", "24")
    bench.save()
    assert bench.decided() == VillagePolicy(carry_over=CarryOver.EXPIRE, expire_months=24)


def test_a_member_loses_a_share_or_a_fixed_number_never_both(bench: Bench) -> None:
    group = bench.group("linked_loss_percent")
    assert isinstance(group, LossGroup)

    def how(words: str) -> None:
        group.how.setCurrentIndex(group.how.findText(words))
        group.how.activated.emit(group.how.currentIndex())

    how("按户扣分的比例扣")
    assert not group.editor("linked_loss_points").isEnabled()
    bench.type_into("linked_loss_percent", "50")
    bench.save()
    assert bench.decided() == VillagePolicy(linked_loss_percent=50)
    how("每次扣固定的分")
    bench.type_into("linked_loss_points", "0.5")
    bench.save()
    assert bench.decided() == VillagePolicy(linked_loss_points=Points.parse("0.5"))
    assert group.how.currentText() == "每次扣固定的分"
    how("党员不扣")
    bench.save()
    assert bench.decided() == VillagePolicy()


def test_star_bands_are_chosen_changed_added_and_taken_away(bench: Bench) -> None:
    box = bench.editor("member_bands")
    assert isinstance(box, BandsBox)
    five = USUAL_BANDS["60 分起五档"]
    box.usual.setCurrentIndex(1)
    box.usual.activated.emit(1)
    bench.save()
    assert bench.decided().member_bands == five
    assert bench.decided().household_bands == ()
    types(box.lines[0].points, "")
    box.lines[0].points.setText("65")
    assert box.usual.currentIndex() == -1
    box.lines[-1].remove.click()
    box.add_button.click()
    assert bench.page.focusWidget() is box.lines[-1].points
    box.lines[-1].points.setText("98.5")
    bench.save()
    assert bench.decided().member_bands == (
        Band(Points.parse("65"), 1), *five[1:4], Band(Points.parse("98.5"), 5),
    )  # fmt: skip
    box.lines[0].points.setText("75")
    bench.save()
    assert "从低到高" in bench.group("member_bands").problem_of("member_bands")
    bench.group("member_bands").reset_button.click()
    bench.save()
    assert bench.decided() == VillagePolicy()
    assert box.usual.currentText() == "不评星"


@pytest.mark.parametrize(
    ("words", "way", "begins", "told"),
    [
        ("账号加第几本", BookNumbers.ACCOUNT, "2030015", "的第 1 本"),
        ("年份加全村流水号", BookNumbers.YEAR, "202600015", "2026 年发的第 15 本"),
        ("网格号加网格流水号", BookNumbers.GRID, "0300015", "03 网格的第 15 本"),
    ],
)
def test_each_way_of_numbering_books_is_shown_by_a_number_as_it_will_stand_on_the_book(
    bench: Bench, words: str, way: BookNumbers, begins: str, told: str
) -> None:
    group = bench.group("book_numbers")
    assert isinstance(group, BookNumbersGroup)
    bench.choose("book_numbers", words)
    number, _, about = group.example.text().partition("（")
    assert number.startswith(begins)
    assert has_valid_check_digit(number)
    assert told in about
    bench.save()
    assert bench.decided().book_numbers is way


def test_each_group_goes_back_to_what_holds_without_a_decision(bench: Bench) -> None:
    bench.decide(review=True, notice_days=3, cut_off_day=15)
    bench.page.enter({})
    group = bench.group("review")
    assert group.reset_button.isEnabled()
    assert not bench.group("lock_minutes").reset_button.isEnabled()
    group.reset_button.click()
    assert bench.page.state.text() == "改了 2 项，还没有保存。"
    assert bench.decided().review
    bench.save()
    assert bench.decided() == VillagePolicy(cut_off_day=15)


def test_what_is_typed_stays_while_the_clerk_looks_elsewhere(bench: Bench) -> None:
    drafts: list[int] = []
    bench.page.drafts_changed.connect(drafts.append)
    bench.type_into("suspension_line", "70")
    assert drafts[-1] == 1
    assert bench.page.leave()
    bench.decide(grid_least=80, suspension_line=Points.parse("60"))
    bench.page.refresh(bench.page.topics)
    bench.page.enter({})
    assert bench.editor("suspension_line").value() == Points.parse("70")
    assert bench.editor("grid_least").value() == 80
    assert bench.page.state.text() == "改了 1 项，还没有保存。"
    bench.page.findChild(QPushButton, "policy.back").click()  # type: ignore[union-attr]
    assert bench.editor("suspension_line").value() == Points.parse("60")
    assert (bench.page.state.text(), drafts[-1]) == ("", 0)


def test_the_keyboard_is_enough(bench: Bench, qtbot: QtBot) -> None:
    minutes = bench.editor("lock_minutes")
    minutes.setFocus()
    bench.type_into("lock_minutes", "20")
    seen = []
    for _ in range(4):
        qtbot.keyClick(bench.page.focusWidget(), Qt.Key.Key_Return)
        seen.append(bench.page.focusWidget())
    first_check = bench.editor("first_check")
    assert first_check in seen
    first_check.setFocus()
    qtbot.keyClick(first_check, Qt.Key.Key_Space)
    qtbot.keyClick(first_check, Qt.Key.Key_F8)
    assert bench.decided() == VillagePolicy(lock_minutes=20, first_check=True)


def test_where_the_clerk_stands_is_always_in_sight(bench: Bench, qtbot: QtBot) -> None:
    most, first = bench.editor("grid_most"), bench.editor("single_clerk")
    assert not in_sight(bench, most)
    bench.type_into("grid_most", "200")
    bench.save()
    least = bench.editor("grid_least")
    qtbot.waitUntil(lambda: bench.page.focusWidget() is least and in_sight(bench, least))
    assert not in_sight(bench, first)
    first.setFocus()
    qtbot.waitUntil(lambda: in_sight(bench, first))
    box = bench.editor("member_bands")
    assert isinstance(box, BandsBox)
    for _ in range(5):
        box.add_button.click()
    qtbot.waitUntil(lambda: in_sight(bench, box.lines[-1].points))
    for _ in range(20):
        stood = bench.page.focusWidget()
        assert stood is not None
        qtbot.keyClick(stood, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: in_sight(bench, bench.page.focusWidget() or first))
    assert bench.page.focusWidget() is not box.lines[-1].points


def test_base_points_lead_to_the_facts_of_the_village(bench: Bench) -> None:
    button = next(each for each in bench.page.findChildren(QPushButton) if each.text() == "去设置里改")
    button.click()
    assert bench.went == [Route("settings")]


def test_who_may_not_decide_may_look(bench: Bench) -> None:
    with bench.village.write() as tx:
        clerk = next(row for row in operators(tx) if row.id == bench.village.actor.operator_id)
        set_pin(tx, clerk.id, "483920")
        other = add_operator(tx, AddOperator("李主任", frozenset({Role.REVIEWER}), "583920", None))
    here, bench.village.actor = bench.village.actor, Actor(other, "李主任")
    with bench.village.write() as tx:
        change_operator(tx, ChangeOperator(clerk.id, clerk.name, frozenset({Role.RECORDER}), None))
    bench.village.actor = here
    bench.page.enter({})
    assert bench.page.message.words == "只能看。要改，请审核员登录。"
    assert not allowed("policy.save", {Act.READ, Act.RECORD})
    assert not bench.editor("lock_minutes").isEnabled()


class Later(AtOnce):
    """Work that waits until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], None]] = []

    def desk(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        self.waiting.append(lambda: AtOnce.desk(self, work, done, failed))


def test_nothing_can_be_changed_before_the_rules_in_force_are_here(bench: Bench, qtbot: QtBot) -> None:
    jobs = Later()
    page = RulesPage(replace(bench.tools, jobs=jobs))
    qtbot.addWidget(page)
    page.show()
    page.enter({})
    assert not any(group.isEnabled() for group in page.groups)
    page.save()
    assert page.message.words == ""
    jobs.waiting.pop()()
    assert all(group.isEnabled() for group in page.groups)
    assert page.focusWidget() is page.groups[0].editor("single_clerk")


@pytest.mark.parametrize("size", [12, 14, 18])
def test_the_page_is_no_wider_than_the_screen_gives(bench: Bench, theme: Theme, size: int) -> None:
    theme.set_size(size)
    bench.editor("member_bands").set_value(USUAL_BANDS["60 分起五档"])
    QApplication.processEvents()
    assert bench.page.minimumSizeHint().width() <= 1130


class Heard:
    """What a presenter tells its page."""

    def __init__(self) -> None:
        self.found: list[RulesFound] = []
        self.saved: list[int] = []
        self.refused: list[BaseException] = []
        self.taken_back = 0

    def show_found(self, found: RulesFound) -> None:
        self.found.append(found)

    def show_saved(self, count: int, undo: Callable[[], None]) -> None:
        self.saved.append(count)
        self.undo = undo

    def show_taken_back(self) -> None:
        self.taken_back += 1

    def show_refused(self, error: BaseException) -> None:
        self.refused.append(error)

    def show_problem(self, error: BaseException) -> None:
        raise error


def test_the_presenter_keeps_only_what_differs(tmp_path: Path) -> None:
    village, view = settled_village(tmp_path), Heard()
    desk = VillageDesk(village)
    presenter = RulesPresenter(desk, view, AtOnce())
    presenter.load()
    (found,) = view.found
    assert found.policy == VillagePolicy()
    assert found.may_change
    before = found.policy
    presenter.save(before, replace(before, cut_off_day=15, gift_ratio=1))
    desk.do(lambda tx: change_policy(tx, replace(policy(tx), gift_ratio=1, review=True)))
    assert view.saved == [2]
    view.undo()
    assert view.taken_back == 1
    assert desk.ask(policy) == VillagePolicy(review=True)
    presenter.save(before, replace(before, cut_off_day=32))
    assert [error.params["field"] for error in view.refused] == ["cut_off_day"]  # type: ignore[attr-defined]
    assert desk.ask(policy) == VillagePolicy(review=True)
