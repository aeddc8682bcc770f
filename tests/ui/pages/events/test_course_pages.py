"""An event from report to closing as the clerk sees it: board, month, card, steps, papers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, catalogue, household, new_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import DayPlace, EventState, Outcome, StepKind
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.event_papers import SheetKind
from passbook_desk.features.events.queries import event_card
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import (
    AdoptStandard,
    EventCard,
    EventKind,
    Measure,
    RegisterEvent,
)
from passbook_desk.features.ledger.queries import lines
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.lunar import almanac_word
from passbook_desk.kernel.places import resources_folder
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.pages.events.card_page import EventCardPage
from passbook_desk.ui.pages.events.form_page import EventFormPage
from passbook_desk.ui.pages.events.month_calendar import MonthCalendar
from passbook_desk.ui.pages.events.page import EventsPage
from passbook_desk.ui.pages.events.points_page import EventPointsPage
from passbook_desk.ui.pages.events.report_form import ReportForm
from passbook_desk.ui.pages.events.standard_page import StandardPage
from passbook_desk.ui.pages.events.step_form import StepForm
from passbook_desk.ui.pages.events.step_page import StepPage
from passbook_desk.ui.shell.permits import allowed
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the platform without a display says so

WEDDING_DAY = date(2026, 6, 11)


class Office:
    """A village with two households and its standard; today is 2026-06-01."""

    def __init__(self, folder: Path) -> None:
        self.village: Village = new_village(folder)
        day = date(2026, 1, 15)
        with self.village.write() as tx:
            household(tx, "01001", "王建国")
            household(tx, "01002", "王建军", member_of_party=True)
            adopt_standard(tx, AdoptStandard(day, "", day, "", starter_standard()))
        self.way: list[Route] = []
        self.tools = self._tools()

    def on(self, day: date) -> None:
        """Another day; pages opened from now on live on it."""
        self.village.on(day)
        self.tools = self._tools()

    def _tools(self) -> Tools:
        fontbook = FontBook(resources_folder() / "fonts")
        desk, clock = VillageDesk(self.village), self.village.clock
        return Tools(desk, AtOnce(), clock, Answers(), Announced(), fontbook, self.way.append)

    def report(
        self,
        household_id: int = 1,
        tables: int = 18,
        on: date = WEDDING_DAY,
        place: str = "广场",
        days: tuple[DayPlace, ...] = (),
    ) -> int:
        figures = ((Measure.TABLES, tables), (Measure.PER_TABLE, 280))
        command = RegisterEvent(
            new_uid(),
            EventKind.WEDDING,
            household_id,
            on,
            HostingCase.ORDINARY,
            place=place,
            figures=figures,
            days=days,
        )
        with self.village.write() as tx:
            return register_event(tx, command, self.village.key).id

    def take(self, event_id: int, kind: StepKind, **told: object) -> None:
        with self.village.write() as tx:
            take_step(tx, TakeStep(new_uid(), event_id, kind, **told))  # type: ignore[arg-type]

    def card(self, event_id: int) -> EventCard:
        with self.village.read() as scope:
            return event_card(scope, event_id)

    def step(self, event_id: int, kind: StepKind) -> tuple[StepPage, StepForm]:
        page = StepPage(self.tools)
        page.show()
        page.activateWindow()
        assert QTest.qWaitForWindowActive(page)
        page.enter({"id": event_id, "kind": kind.value})
        form = page._stack.currentWidget()
        assert isinstance(form, StepForm)
        return page, form

    def shown(self, event_id: int) -> EventCardPage:
        page = EventCardPage(self.tools)
        page.enter({"id": event_id})
        return page


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.village.store.close()


def test_the_card_leads_to_the_next_step_and_no_other_that_is_not_allowed(office: Office) -> None:
    event = office.report()
    page = office.shown(event)
    button = page.act_button("event.step")
    assert button is not None
    assert button.text().startswith("同意操办")
    button.click()
    assert office.way[-1] == Route("event_step", {"id": event, "kind": "approved"})
    offered = [action.text() for action in page._more.menu().actions()]
    assert {"理事会意见", "入户劝导", "改期改计划", "撤回", "不同意"} <= set(offered)
    assert "办结" not in offered
    office.take(event, StepKind.WITHDRAWN, words="男方改在外地办")
    page.enter({"id": event})
    assert [act.id for act in page.actions_shown] == ["event.sheet"]
    assert page._more.isHidden()
    assert "男方改在外地办" in page._steps.lines[-1]


def test_the_acts_of_an_open_menu_stay_under_the_hand_while_they_are_still_allowed(office: Office) -> None:
    event = office.report()
    page = office.shown(event)
    menu = page._more.menu()
    menu.popup(page.mapToGlobal(page.rect().center()))
    page.refresh(frozenset({Topic.HOUSEHOLDS}))
    assert menu.isVisible()
    office.take(event, StepKind.WITHDRAWN, words="男方改在外地办")
    page.refresh(frozenset({Topic.EVENTS}))
    assert not menu.isVisible()
    assert menu.actions() == []


def test_the_council_approves_fewer_tables_with_the_number_of_its_minutes(office: Office) -> None:
    event = office.report(tables=24)
    page, form = office.step(event, StepKind.APPROVED)
    page._save()
    assert form.panel.problem_of("reference")
    QTest.keyClicks(form.reference, "2026-5")
    form.figures.edit(Measure.TABLES).setText("20")
    page._save()
    assert office.way[-1] == Route("event", {"id": event})
    card = office.card(event)
    assert card.state is EventState.APPROVED
    shown = office.shown(event)
    assert shown._figures.rows[0][:5] == ("桌数", "24", "20", "", "20 桌")
    assert "会议记录 2026-5" in shown._steps.lines[0]


def test_what_was_found_over_the_limit_suggests_so_and_asks_for_a_second_look(office: Office) -> None:
    event = office.report()
    office.take(event, StepKind.APPROVED, reference="2026-5")
    office.on(WEDDING_DAY)
    page, form = office.step(event, StepKind.CHECKED)
    form.who.setText("李会长")
    form.figures.edit(Measure.TABLES).setText("18")
    assert form.outcome.currentData() == Outcome.WITHIN.value
    form.figures.edit(Measure.TABLES).setText("26")
    assert form.figures.said(Measure.TABLES) == ("26 / 20 桌", "✕ 超标")
    assert form.outcome.currentData() == Outcome.OVER.value
    form.due_on.set_day(date(2026, 6, 25))
    page._save()
    card = office.card(event)
    assert (card.state, card.outcome, card.due_on) == (EventState.TO_FOLLOW, Outcome.OVER, date(2026, 6, 25))
    shown = office.shown(event)
    assert shown._figures.rows[0] == ("桌数", "18", "18", "26", "20 桌", "✕ 超标  比核准多")
    button = shown.act_button("event.step")
    assert button is not None
    assert button.text().startswith("回访")


def test_an_outcome_that_the_clerk_chose_stays(office: Office) -> None:
    event = office.report()
    office.take(event, StepKind.APPROVED, reference="2026-5")
    office.on(WEDDING_DAY)
    _, form = office.step(event, StepKind.CHECKED)
    form.outcome.setCurrentIndex(form.outcome.findData(Outcome.PERSUADED.value))
    form.outcome.activated.emit(form.outcome.currentIndex())
    form.figures.edit(Measure.TABLES).setText("26")
    assert form.outcome.currentData() == Outcome.PERSUADED.value


def test_a_check_takes_few_keys(office: Office) -> None:
    event = office.report()
    office.take(event, StepKind.APPROVED, reference="2026-5")
    office.on(WEDDING_DAY)
    page, form = office.step(event, StepKind.CHECKED)
    assert page.focusWidget() is form.who
    for widget, typed in ((form.who, "li"), (form.guests, "180")):
        QTest.keyClicks(widget, typed)
        QTest.keyClick(widget, Qt.Key.Key_Return)
    tables = form.figures.edit(Measure.TABLES)
    tables.setFocus()
    QTest.keyClicks(tables, "17")
    form.save()
    card = office.card(event)
    assert (card.state, card.steps[-1].guests, card.steps[-1].who) == (EventState.CHECKED, 180, "li")


def test_a_postponed_wedding_keeps_its_first_day_in_sight(office: Office) -> None:
    event = office.report()
    page, form = office.step(event, StepKind.CHANGED)
    assert form.held_on.day() == WEDDING_DAY
    assert form.figures.figures()[Measure.TABLES] == 18
    form.words.setText("新娘家有事")
    form.held_on.set_day(date(2026, 7, 2))
    page._save()
    facts = dict(office.shown(event)._facts_of(office.card(event)))
    assert facts["办事日期"].startswith("2026.7.2")
    assert facts["原定日期"] == "2026.6.11"


def test_a_change_tells_only_what_was_changed(office: Office) -> None:
    days = (DayPlace(date(2026, 6, 12), "女方家"), DayPlace(date(2026, 6, 14), "酒店"))
    event = office.report(days=days)
    office.take(event, StepKind.APPROVED, reference="2026-5", figures=((Measure.TABLES, 15),))
    page, form = office.step(event, StepKind.CHANGED)
    form.words.setText("没有改什么")
    page._save()
    assert form.panel.message.words
    form.words.setText("少请两桌")
    form.figures.edit(Measure.TABLES).setText("14")
    page._save()
    card = office.card(event)
    assert (card.days[1:], card.state) == (days, EventState.APPROVED)
    page, form = office.step(event, StepKind.CHANGED)
    form.words.setText("下雨")
    form.held_on.set_day(date(2026, 6, 13))
    page._save()
    card = office.card(event)
    assert [day.held_on.day for day in card.days] == [13, 14]
    assert (card.steps[-1].figures, card.state) == ((), EventState.APPROVED)


def test_a_feast_does_not_end_before_it_begins_and_has_every_day_between(office: Office) -> None:
    page, form = office.step(office.report(), StepKind.CHANGED)
    form.words.setText("办三天")
    form.until_on.set_day(date(2026, 6, 10))
    page._save()
    assert form.panel.problem_of("until_on") == "最后一天早于开始的 2026.6.11，请改结束日期。"
    form.until_on.set_day(date(2026, 6, 13))
    page._save()
    assert [day.held_on.day for day in office.card(1).days] == [11, 12, 13]


def test_a_check_that_counted_nothing_says_itself_what_it_came_to(office: Office) -> None:
    event = office.report(tables=26)
    office.take(event, StepKind.APPROVED, reference="2026-5")
    office.on(WEDDING_DAY)
    page, form = office.step(event, StepKind.CHECKED)
    form.who.setText("李会长")
    page._save()
    assert form.panel.problem_of("outcome").startswith("请选结果")
    assert office.card(event).outcome is None


def test_two_feasts_on_one_day_at_one_place_are_pointed_out(office: Office) -> None:
    office.report(1)
    other = office.report(2, place=" 广场")
    page = office.shown(other)
    assert "同一地点还有 王建国户" in page.message.words
    apart = office.report(2, place="酒店")
    assert office.shown(apart).message.words == ""


def test_who_only_looks_is_offered_neither_a_step_nor_a_paper(office: Office) -> None:
    event = office.report()
    page = EventCardPage(office.tools)
    page.allow(lambda action: allowed(action, frozenset({Act.READ})))
    for _ in range(2):
        page.enter({"id": event})
        shown = [button.text() for button in page.findChildren(QPushButton) if not button.isHidden()]
        assert not {"登记进展", "打印其他表"} & set(shown)
        assert not [word for word in shown if word.startswith(("同意操办", "打报备表"))]


def test_every_paper_of_an_event_can_be_seen(office: Office) -> None:
    event = office.report()
    office.take(event, StepKind.APPROVED, reference="2026-5")
    page = office.shown(event)
    assert [action.text() for action in page._papers.menu().actions()] == [
        "承诺书", "标准告知单", "现场核查表", "档案表"
    ]  # fmt: skip
    for kind in SheetKind:
        page.enter({"id": event, "sheet": kind.value})
        preview = page.findChild(PreviewPanel)
        assert preview is not None
        assert preview.page_count == 1, kind


def test_the_board_has_each_event_in_its_column_and_the_month_marks_its_day(office: Office) -> None:
    first, second = office.report(1), office.report(2, on=date(2026, 6, 20))
    office.take(first, StepKind.APPROVED, reference="2026-5")
    page = EventsPage(office.tools)
    page.enter({})
    heads = [head.text() for head in page._board._heads]
    assert heads == ["报备中 1", "已核准 1", "待核查 0", "已结 0"]
    assert page._board.lists[1].item(0).text().splitlines()[:2] == ["王建国户 红事", "6.11 周四"]
    assert set(page._board.calendar.grid.marks) == {WEDDING_DAY, date(2026, 6, 20)}
    page._board.calendar.chosen.emit(date(2026, 6, 20))
    assert office.way[-1] == Route("event", {"id": second})
    page._board.lists[1].itemActivated.emit(page._board.lists[1].item(0))
    assert office.way[-1] == Route("event", {"id": first})


def test_a_long_place_does_not_fill_the_board(office: Office) -> None:
    office.report(place="村文化广场" * 40)
    page = EventsPage(office.tools)
    page.enter({})
    assert page._board.lists[0].item(0).text().splitlines()[-1] == "村文化广场村文化广场村…"


def test_a_day_with_two_feasts_narrows_the_board(office: Office) -> None:
    office.report(1)
    office.report(2)
    office.report(2, on=date(2026, 6, 20))
    page = EventsPage(office.tools)
    page.enter({})
    page._board.calendar.chosen.emit(WEDDING_DAY)
    assert page._board.lists[0].count() == 2
    page._board.calendar.chosen.emit(WEDDING_DAY)
    assert page._board.lists[0].count() == 3


def test_the_table_is_one_click_away(office: Office) -> None:
    office.report()
    page = EventsPage(office.tools)
    page.enter({})
    assert page._views.currentIndex() == 0
    page._as_table.click()
    assert page._views.currentIndex() == 1


def test_the_month_tells_lunar_days_and_solar_terms(qapp: QApplication) -> None:
    assert almanac_word(date(2026, 6, 5)) == "芒种"
    assert almanac_word(date(2026, 6, 15)) == "五月"
    assert almanac_word(date(2026, 6, 16)) == "初二"
    month = MonthCalendar(date(2026, 6, 1))
    month.mark({WEDDING_DAY: "王建国户红事"})
    turned: list[date] = []
    month.turned.connect(turned.append)
    for _ in range(10):
        QTest.keyClick(month.grid, Qt.Key.Key_Right)
    assert month.said == "6.11 周四 四月廿六　王建国户红事"
    QTest.keyClick(month.grid, Qt.Key.Key_PageDown)
    assert (month.grid.day, turned) == (date(2026, 7, 11), [date(2026, 7, 1)])
    month.grid.day = date(2026, 1, 31)
    month.grid.turn(1)
    assert month.grid.day == date(2026, 2, 28)


def test_another_feast_is_reported_and_measured_by_its_own_kind(office: Office) -> None:
    page = EventFormPage(office.tools, office.village.key)
    page.enter({"kind": "other"})
    form = page._stack.currentWidget()
    assert isinstance(form, ReportForm)
    form.kind.setCurrentIndex(form.kind.findData(EventKind.STUDY.value))
    form.kind.activated.emit(form.kind.currentIndex())
    form.take_household(1)
    form.held_on.set_day(date(2026, 8, 20))
    form.figures.edit(Measure.TABLES).setText("3")
    assert form.figures.said(Measure.TABLES) == ("3 / 0 桌", "✕ 超标")
    page._save_shown()
    card = office.card(int(str(office.way[-1].params["id"])))
    assert (card.kind, card.figures[0].limit) == (EventKind.STUDY, 0)


def test_joint_hosting_is_ticked_only_where_the_standard_knows_it(office: Office) -> None:
    page = EventFormPage(office.tools, office.village.key)
    page.show()
    page.enter({"kind": "wedding"})
    form = page._stack.currentWidget()
    assert isinstance(form, ReportForm)
    shown = {trait.value for trait, box in form.case._boxes.items() if not box.isHidden()}
    assert shown == {"joint", "member"}
    form.figures.edit(Measure.TABLES).setText("25")
    assert form.figures.said(Measure.TABLES) == ("25 / 20 桌", "✕ 超标")
    form.case.box(next(trait for trait in form.case._boxes if trait.value == "joint")).click()
    assert form.figures.said(Measure.TABLES) == ("25 / 30 桌", "✓ 未超")
    assert form.case.children_edit.isHidden()


def test_the_standard_says_what_changed_since_the_one_before(office: Office) -> None:
    day = date(2026, 6, 1)
    fewer = tuple(
        line.__class__(line.kind, line.case, line.measure, line.title, 15, line.words)
        if line.measure is Measure.TABLES and line.amount == 20 and line.kind is EventKind.WEDDING
        else line
        for line in starter_standard()
    )
    with office.village.write() as tx:
        adopt_standard(tx, AdoptStandard(day, "2026-6", day, "", fewer))
    page = StandardPage(office.tools)
    page.enter({})
    assert "比上一版变动 1 处" in page._table._totals.text()


def test_a_feast_of_several_days_names_its_people_and_the_other_family(office: Office) -> None:
    page = EventFormPage(office.tools, office.village.key)
    page.show()
    page.enter({"kind": "wedding"})
    form = page._stack.currentWidget()
    assert isinstance(form, ReportForm)
    assert form.persons.isHidden()
    page.more.click()
    form.until_on.edit.setText("6.2x")
    page.more.click()
    assert (form.until_on.isHidden(), form.persons.isHidden()) == (False, True)
    page.more.click()
    form.take_household(1)
    form.held_on.set_day(date(2026, 6, 20))
    form.until_on.set_day(date(2026, 6, 18))
    page._save_shown()
    assert form.panel.problem_of("until_on") == "最后一天早于开始的 2026.6.20，请改结束日期。"
    form.until_on.set_day(date(2026, 6, 22))
    form.place.setText("村文化广场")
    form.persons.setText("新郎王强、新娘李丽")
    form.family.setText("邻村李家")
    form.invited.setText("三代以内近亲")
    page._save_shown()
    card = office.card(1)
    assert [day.held_on for day in card.days] == [date(2026, 6, day) for day in (20, 21, 22)]
    facts = dict(office.shown(1)._facts_of(card))
    assert (facts["当事人"], facts["合办的另一家"]) == ("新郎王强、新娘李丽", "邻村李家")
    assert facts["办事日期"].count("\n") == 2


def test_points_are_proposed_for_the_review_with_the_number_of_the_minutes(office: Office) -> None:
    with office.village.write() as tx:
        catalogue(tx)
    event = office.report(2, tables=8)
    office.take(event, StepKind.APPROVED, reference="2026-5")
    office.on(date(2026, 6, 12))
    office.take(event, StepKind.CHECKED, who="李会长", outcome=Outcome.OVER, figures=((Measure.TABLES, 14),))
    page = EventPointsPage(office.tools)
    page.enter({"id": event})
    offered = [box.text() for _, box, _ in page.rows]
    assert "753 违规操办红白事" in offered[0] or "805 红白事铺张浪费" in offered[0]
    assert not any(box.isChecked() for _, box, _ in page.rows)
    page._save()
    assert page.message.words
    one, box, points = next(row for row in page.rows if row[0].item.code == "753")
    box.setChecked(True)
    assert points is not None
    points.setText("5")
    page._save()
    assert "会议记录号" in page.message.words
    page.reference.setText("2026-6")
    page._save()
    assert office.way[-1] == Route("event", {"id": event})
    card = office.card(event)
    assert (card.steps[-1].kind, card.steps[-1].reference) == (StepKind.PROPOSED, "2026-6")
    with office.village.read() as scope:
        (line,) = lines(scope, one.account.id)
        assert (line.points, line.item_text) == (Points.parse("-5"), "违规操办红白事")
    page.enter({"id": event})
    next(row for row in page.rows if row[0].item.code == "751")[1].setChecked(True)
    page.reference.setText("2026-6")
    page._save()
    assert card.number in page.message.words
