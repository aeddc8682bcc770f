"""The event pages as the clerk sees them: keys, words beside figures, what leads where."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, household, new_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.events.cases import HostingCase, Trait
from passbook_desk.features.events.commands import adopt_standard
from passbook_desk.features.events.queries import events
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, Measure
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.pages.events.card_page import EventCardPage
from passbook_desk.ui.pages.events.form_page import EventFormPage
from passbook_desk.ui.pages.events.page import EventsPage
from passbook_desk.ui.pages.events.report_form import ReportForm
from passbook_desk.ui.pages.events.standard_page import StandardPage
from passbook_desk.ui.shell.meeting import MeetingDialog
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the platform without a display says so


class Office:
    """A village with two households and what its pages are given; `way` is where they wanted to go."""

    def __init__(self, folder: Path) -> None:
        self.village: Village = new_village(folder)
        with self.village.write() as tx:
            household(tx, "01001", "王建国")
            household(tx, "01002", "王建军", member_of_party=True)
        self.said, self.way = Announced(), list[Route]()
        fontbook = FontBook(resources_folder() / "fonts")
        desk, clock = VillageDesk(self.village), self.village.clock
        self.tools = Tools(desk, AtOnce(), clock, Answers(), self.said, fontbook, self.way.append)

    def adopt(self) -> None:
        day = date(2026, 1, 15)
        with self.village.write() as tx:
            adopt_standard(tx, AdoptStandard(day, "", day, "", starter_standard()))

    def form(self, kind: str = "wedding") -> tuple[EventFormPage, ReportForm]:
        page = EventFormPage(self.tools, self.village.key)
        page.show()
        page.activateWindow()
        assert QTest.qWaitForWindowActive(page)
        page.enter({"kind": kind})
        form = page._stack.currentWidget()
        assert isinstance(form, ReportForm)
        return page, form


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.village.store.close()


def test_an_empty_list_leads_to_the_standard_and_then_to_the_form(office: Office) -> None:
    page = EventsPage(office.tools)
    page.enter({})
    wedding = page.act_button("events.wedding")
    assert wedding is not None
    assert not wedding.isEnabled()
    page._table._empty._button.click()
    assert office.way == [Route("standard")]
    office.adopt()
    page.enter({})
    assert wedding.isEnabled()
    page._table._empty._button.click()
    assert office.way[-1] == Route("event_form", {"kind": "wedding"})


def test_the_standard_is_adopted_through_its_dialog(office: Office) -> None:
    page = StandardPage(office.tools)
    page.enter({})
    page._table._empty._button.click()
    dialog = page.findChild(MeetingDialog)
    assert dialog is not None
    dialog.meeting_on.set_day(date(2026, 5, 30))
    dialog.panel.submit()
    assert office.said.said == ["已采用红白事标准第 1 版。"]
    assert len(page._table.model.rows()) == len(starter_standard())


def test_a_wedding_is_reported_by_keyboard(office: Office) -> None:
    office.adopt()
    page, form = office.form()
    QTest.keyClicks(form.host, "01001")
    QTest.keyClick(form.host, Qt.Key.Key_Return)
    assert form.host.household is not None
    assert (form.host.text(), form.contact.text()) == ("01001 王建国", "王建国")
    QTest.keyClicks(form.held_on.edit, "6.20")
    assert form.held_on.echo == "周六 五月初六"
    assert form.deadline.text() == "✓ 提前 19 天报备，按时（要求提前 7 天）"
    QTest.keyClicks(form.figures.edit(Measure.TABLES), "12")
    assert form.figures.said(Measure.TABLES) == ("12 / 20 桌", "✓ 未超")
    QTest.keyClicks(form.figures.edit(Measure.PER_TABLE), "301")
    assert form.figures.said(Measure.PER_TABLE) == ("301 / 300 元", "✕ 超标")
    page.act_button("event.save").click()  # type: ignore[union-attr]
    assert office.said.said == ["已报备 2026-001：王建国户红事。"]
    with office.village.read() as scope:
        (row,) = events(scope)
    assert office.way == [Route("event", {"id": row.id})]
    assert (row.tables, form.host.text(), form.figures.figures()) == (12, "", {})


def test_several_households_are_offered_and_one_is_chosen(office: Office) -> None:
    office.adopt()
    _, form = office.form()
    form.host.setText("王建")
    form.host._tell()
    assert form.host.offered == ("01001  王建国  第一网格", "01002  王建军  第一网格")
    form.host._list.itemClicked.emit(form.host._list.item(1))
    assert form.case.box(Trait.MEMBER).isChecked()
    assert form.case.case() == HostingCase.MEMBER
    assert form.figures.said(Measure.TABLES) == ("未填 / 10 桌", "")
    form.host.setText("王建")
    form.host._tell()
    QTest.keyClick(form.host._list, Qt.Key.Key_Escape)
    assert form.host.offered == ()
    form.host.setText("张三")
    form.host._tell()
    assert form.host.offered == ("没有找到“张三”。换个写法，或试拼音首字母。",)


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_kept(office: Office) -> None:
    office.adopt()
    page, form = office.form()
    page.act_button("event.save").click()  # type: ignore[union-attr]
    assert form.panel.problem_of("household") == "请填事主。"
    assert form.panel.problem_of("held_on") == "请填办事日期。"
    form.host.setText("不认识")
    page.act_button("event.save").click()  # type: ignore[union-attr]
    assert "不认识" in form.panel.problem_of("household")
    with office.village.read() as scope:
        assert events(scope) == ()


def test_a_draft_of_each_kind_stays_while_the_other_is_typed(office: Office) -> None:
    office.adopt()
    page, wedding = office.form()
    wedding.place.setText("村文化广场")
    page.enter({"kind": "funeral"})
    funeral = page._stack.currentWidget()
    assert isinstance(funeral, ReportForm)
    assert page.title == "白事报备"
    assert funeral.place.text() == ""
    page.enter({"kind": "wedding", "household": 2})
    assert wedding.place.text() == "村文化广场"
    assert wedding.host.text() == "01002 王建军"


def test_without_a_standard_the_form_says_where_to_adopt_one(office: Office) -> None:
    page, _ = office.form()
    assert "还没有采用红白事标准" in page.message.words
    save = page.act_button("event.save")
    assert save is not None
    assert not save.isEnabled()


def test_figures_beyond_the_first_four_unfold(office: Office) -> None:
    office.adopt()
    _, form = office.form()
    grid = form.figures
    assert grid.edit(Measure.CARS).isHidden()
    grid._more.click()
    assert not grid.edit(Measure.CARS).isHidden()
    grid.edit(Measure.CARS).setText("9")
    assert grid.said(Measure.CARS) == ("9 / 8 辆", "✕ 超标")


def test_the_card_shows_what_was_declared_and_its_sheet(office: Office) -> None:
    office.adopt()
    page, form = office.form()
    form.take_household(1)
    form.held_on.set_day(date(2026, 6, 20))
    form.phone.setText("13812345678")
    form.figures.set_figures({Measure.TABLES: 22})
    page.act_button("event.save").click()  # type: ignore[union-attr]
    card = EventCardPage(office.tools)
    card.enter(office.way[-1].params)
    assert card.title == "红事 2026-001 王建国户 · 报备中"
    assert card._figures.rows[0] == ("桌数", "22", "", "", "20 桌", "✕ 超标")
    card.act_button("event.sheet").click()  # type: ignore[union-attr]
    assert office.way[-1] == Route("event", {"id": 1, "sheet": "filing"})
    card.enter(office.way[-1].params)
    preview = card.findChild(PreviewPanel)
    assert preview is not None
    assert (card.title, preview.page_count) == ("报备表 2026-001 王建国户", 1)


def test_a_host_typed_over_is_not_saved_as_the_old_one(office: Office) -> None:
    office.adopt()
    page, form = office.form()
    form.take_household(1)
    assert form.contact.text() == "王建国"
    form.held_on.set_day(date(2026, 6, 20))
    form.host.setText("01002")
    page.act_button("event.save").click()  # type: ignore[union-attr]
    assert "01002" in form.panel.problem_of("household")
    form.take_household(2)
    assert form.contact.text() == "王建军"
    form.contact.setText("王小明")
    form.take_household(1)
    assert form.contact.text() == "王小明"
