"""The catalogue page as the clerk sees it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, new_village, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.catalogue.drafts import kept_draft
from passbook_desk.features.catalogue.queries import version_numbered
from passbook_desk.features.catalogue.values import Draft, Holder, LimitPeriod
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.pages.catalogue.compare_page import ComparePage
from passbook_desk.ui.pages.catalogue.draft_page import DraftPage
from passbook_desk.ui.pages.catalogue.item_dialog import ItemDialog, TotalLimitsDialog
from passbook_desk.ui.pages.catalogue.page import CataloguePage
from passbook_desk.ui.pages.catalogue.paper_page import CataloguePaperPage
from passbook_desk.ui.shell.meeting import MeetingDialog
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools
from ui.surroundings import types

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the platform without a display says so

SAMPLE = Path(__file__).parents[3] / "samples" / "积分细则.xlsx"


class Office:
    """A village, and where its pages sent the clerk."""

    def __init__(self, village: Village) -> None:
        self.village = village
        self.said, self.answers = Announced(), Answers(file=SAMPLE)
        self.went: list[Route] = []
        fonts = FontBook(resources_folder() / "fonts")
        self.tools = Tools(
            VillageDesk(village), AtOnce(), village.clock, self.answers, self.said, fonts, self.went.append
        )

    @property
    def draft(self) -> Draft:
        with self.village.read() as scope:
            kept = kept_draft(scope)
        assert kept is not None
        return kept.draft


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    village = settled_village(tmp_path)
    yield Office(village)
    village.store.close()


def press(page: PageFrame, act: str) -> None:
    button = page.act_button(act)
    assert button is not None
    button.click()


def imported(office: Office) -> DraftPage:
    catalogue = CataloguePage(office.tools)
    catalogue.enter({})
    press(catalogue, "catalogue.workbook")
    assert office.went == [Route("catalogue_draft")]
    page = DraftPage(office.tools)
    page.enter({})
    return page


def dialog_of(page: DraftPage) -> ItemDialog:
    dialog = page.findChildren(ItemDialog)[-1]
    assert dialog.isVisible()
    return dialog


def test_an_empty_village_adopts_the_starter_version_at_once(qapp: QApplication, tmp_path: Path) -> None:
    village = new_village(tmp_path)
    office = Office(village)
    page = CataloguePage(office.tools)
    page.enter({})
    for act in ("catalogue.export", "catalogue.print", "compare.open"):
        assert page.act_button(act).isEnabled() is False  # type: ignore[union-attr]
    page._presenter.take_starter()
    dialog = page.findChild(MeetingDialog)
    assert dialog is not None
    dialog.panel.submit()
    assert dialog.panel.problem_of("meeting_on") != ""
    dialog.meeting_on.set_day(date(2026, 5, 30))
    assert dialog.effective_from.day() == date(2026, 5, 30)
    dialog.panel.submit()
    assert office.said.said == ["已采用积分细则第 1 版。"]
    assert dialog.isHidden()
    village.store.close()


def test_a_sheet_becomes_a_draft_with_what_is_to_be_looked_at_in_front(office: Office) -> None:
    page = imported(office)
    assert page._tabs.checkedButton().text() == "要核对 17 处"
    page._notes.select(lambda noted: noted.finding.kind == "limit_endless" and noted.item == "802")
    assert "没写按日、月还是年" in page._note.text()
    press(page, "catalogue.year")
    item = next(item for item in office.draft.items if item.code == "802")
    assert [limit.period for limit in item.limits] == [LimitPeriod.YEAR]
    assert page._tabs.checkedButton().text() == "要核对 16 处"
    press(page, "catalogue.right")
    assert page._tabs.checkedButton().text() == "要核对 15 处"


def test_words_about_a_limit_are_understood_while_they_are_typed(office: Office) -> None:
    page = imported(office)
    page._notes.select(lambda noted: noted.item == "104")
    press(page, "catalogue.mend")
    dialog = dialog_of(page)
    assert "“每评1次”看不准" in dialog.limits.told.text()
    dialog.cap.clear()
    types(dialog.cap, "每季1次")
    assert dialog.limits.told.text() == "上面的话看懂了，程序就这样限。"
    assert [(limit.period, limit.amount) for limit in dialog.limits.limits()] == [(LimitPeriod.QUARTER, 1)]
    dialog.panel.submit()
    item = next(item for item in office.draft.items if item.code == "104")
    assert (item.cap, len(item.limits)) == ("每季1次", 1)
    assert not [noted for noted in office.draft.noted if noted.item == "104"]


def test_limits_filled_in_by_hand_stand_beside_the_meetings_words(office: Office) -> None:
    page = imported(office)
    page._edit("402")
    dialog = dialog_of(page)
    dialog.limits.add_button.click()
    dialog.limits._lines[0].amount.setText("3")
    dialog.limits._lines[0].edited.emit()
    dialog.panel.submit()
    item = next(item for item in office.draft.items if item.code == "402")
    assert item.cap == "3分/次"
    assert [(limit.period, limit.amount) for limit in item.limits] == [(LimitPeriod.DAY, 3)]
    page._tabs.button(0).click()
    page._items.select(lambda line: line.item.code == "402")
    assert "上限写着“3分/次”，程序按：每天最多 3 次" in page._details.text()


def test_a_value_that_cannot_be_read_is_told_at_its_field(office: Office) -> None:
    page = imported(office)
    press(page, "catalogue.add")
    dialog = dialog_of(page)
    types(dialog.name, "植树")
    dialog.category.setCurrentText("生态保护")
    types(dialog.value, "酌情")
    dialog.panel.submit()
    assert "“酌情”读不准" in dialog.panel.problem_of("value")
    dialog.value.clear()
    types(dialog.value, "2分/棵")
    dialog.code.setText("101")
    dialog.panel.submit()
    assert "编码 101 给了" in dialog.panel.problem_of("code")
    dialog.code.clear()
    dialog.holders.boxes[Holder.RED].setChecked(True)
    dialog.panel.submit()
    planted = office.draft.items[-1]
    assert (planted.name, planted.unit, planted.holders) == ("植树", "棵", (Holder.RED, Holder.HOUSEHOLD))
    assert planted.code not in ("", "101")


def test_published_sets_of_categories_are_offered_beside_the_villages_own(office: Office) -> None:
    page = imported(office)
    press(page, "catalogue.add")
    box = dialog_of(page).category
    words = [box.itemText(place) for place in range(box.count())]
    assert words[:2] == ["—— 村里用着的 ——", "生态保护"]
    assert words[words.index("—— 五类 ——") + 1 :][:5] == [
        "产业发展", "生态保护", "建设管理", "乡风文明", "家风家教",
    ]  # fmt: skip
    assert words[words.index("—— 九类 ——") + 1 :] == [
        "遵纪守法", "邻里团结", "讲究卫生", "赡养老人", "环境治理", "产业发展", "矛盾调解", "爱护公共设施",
        "应急处突",
    ]  # fmt: skip


def test_items_are_switched_off_and_taken_out_and_put_back(office: Office) -> None:
    page = imported(office)
    page._tabs.button(0).click()
    page._items.select(lambda line: line.item.code == "101")
    press(page, "catalogue.switch")
    assert [item.code for item in office.draft.items if not item.enabled][:1] == ["101"]
    assert page._tabs.button(2).text() == "停用 6 项"
    press(page, "catalogue.switch")
    assert "101" not in [item.code for item in office.draft.items if not item.enabled]
    press(page, "catalogue.drop")
    assert office.draft.items[0].code == "102"
    assert office.said.undo is not None
    office.said.undo()
    assert office.draft.items[0].code == "101"


def test_limits_over_all_items_are_set_in_a_small_form(office: Office) -> None:
    page = imported(office)
    press(page, "catalogue.limits")
    dialog = page.findChild(TotalLimitsDialog)
    assert dialog is not None
    dialog.limits.add_button.click()
    dialog.limits._lines[0].amount.setText("一百")
    dialog.panel.submit()
    assert "不是数" in dialog.panel.problem_of("limits")
    dialog.limits._lines[0].amount.setText("100")
    dialog.panel.submit()
    assert [str(limit.amount) for limit in office.draft.limits] == ["100"]
    assert "全部加分：每天最多 100 分" in page._summary.text()


def test_the_meeting_adopts_the_draft_and_old_days_keep_the_old_version(office: Office) -> None:
    page = imported(office)
    press(page, "catalogue.adopt")
    dialog = page.findChild(MeetingDialog)
    assert dialog is not None
    assert "还有 17 处没核对" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.meeting_on.set_day(date(2026, 5, 30))
    dialog.effective_from.set_day(date(2026, 1, 2))
    dialog.panel.submit()
    assert "早于开会日期" in dialog.panel.problem_of("effective_from")
    dialog.effective_from.set_day(date(2026, 6, 1))
    dialog.panel.submit()
    assert office.said.said == ["已采用积分细则第 2 版。"]
    assert office.went[-1] == Route("catalogue")
    with office.village.read() as scope:
        assert version_numbered(scope, 2).source == SAMPLE.name
        assert kept_draft(scope) is None


def test_a_new_sheet_takes_the_place_of_a_draft_only_when_the_clerk_agrees(office: Office) -> None:
    imported(office)
    page = CataloguePage(office.tools)
    page.enter({})
    office.went.clear()
    office.answers.agree = False
    press(page, "catalogue.workbook")
    assert office.went == []
    assert "换掉" in office.answers.asked[-1]
    press(page, "catalogue.begin")
    assert office.went == [Route("catalogue_draft")]


def test_a_draft_that_is_thrown_away_leaves_the_catalogue_as_it_is(office: Office) -> None:
    page = imported(office)
    page.show()
    press(page, "catalogue.discard")
    assert office.went[-1] == Route("catalogue")
    with office.village.read() as scope:
        assert kept_draft(scope) is None


def test_a_remark_about_all_items_is_mended_in_the_form_of_total_limits(
    office: Office, tmp_path: Path
) -> None:
    book = Workbook()
    for row in (
        ["类别", "积分内容", "分值"],
        ["卫生", "门前清扫", "2"],
        ["", "", "5"],
        ["说明：每户每月积分最多100分"],
    ):
        book.worksheets[0].append(row)
    office.answers.file = tmp_path / "细则.xlsx"
    book.save(office.answers.file)
    page = imported(office)
    assert [noted.finding.kind for noted in office.draft.noted] == ["item_without_name", "total_limit_unread"]
    page._notes.view.selectRow(0)
    press(page, "catalogue.mend")
    dialog_of(page).reject()
    page._notes.view.selectRow(1)
    press(page, "catalogue.mend")
    dialog = page.findChild(TotalLimitsDialog)
    assert dialog is not None
    dialog.limits.add_button.click()
    dialog.limits._lines[0].amount.setText("100")
    dialog.panel.submit()
    assert [noted.finding.kind for noted in office.draft.noted] == ["item_without_name"]
    assert len(office.draft.limits) == 1


def test_who_may_not_change_the_rules_sees_no_buttons_for_it(office: Office) -> None:
    page = imported(office)
    page.allow(lambda act: not act.startswith("catalogue."))
    page.show()
    for tab in (1, 0, 2):
        page._tabs.button(tab).click()
        shown = [button.objectName() for button in page.findChildren(QPushButton) if button.isVisible()]
        assert not [name for name in shown if name.startswith("catalogue.")]


def test_without_a_draft_its_page_leads_back_to_the_catalogue(office: Office) -> None:
    DraftPage(office.tools).enter({})
    assert office.went == [Route("catalogue")]


def test_two_versions_stand_side_by_side_and_are_printed(office: Office) -> None:
    imported(office)
    page = ComparePage(office.tools)
    page.enter({"new": 0})
    everything = page._table.model.rowCount()
    assert everything > 0
    page._table.press_chip("new")
    assert 0 < page._table.model.rowCount() < everything
    press(page, "catalogue.print")
    assert office.went[-1] == Route("catalogue_paper", {"old": 1, "new": 0})
    paper = CataloguePaperPage(office.tools)
    paper.enter({"old": 1, "new": 0})
    preview = paper.findChild(PreviewPanel)
    assert preview is not None
    assert (paper.title, preview.page_count > 1) == ("积分细则对照表", True)
    paper.enter({"version": 1})
    assert (paper.title, preview.page_count) == ("积分细则第 1 版", 4)


def test_one_version_alone_cannot_be_compared(office: Office) -> None:
    page = ComparePage(office.tools)
    page.enter({})
    assert page.act_button("catalogue.print").isEnabled() is False  # type: ignore[union-attr]


def test_what_a_row_has_no_room_for_stands_below(office: Office) -> None:
    page = CataloguePage(office.tools)
    page.enter({})
    page._table.select(lambda item: item.code == "801")
    assert "记入：党员红折" in page._details.text()
    assert "认定：签到" in page._details.text()
