"""The catalogue page as the clerk sees it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import new_village, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.meeting import MeetingDialog
from passbook_desk.ui.pages.catalogue.page import CataloguePage
from passbook_desk.ui.shell.tools import Tools

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the platform without a display says so


def test_an_empty_catalogue_leads_to_the_starter_version(qapp: QApplication, tmp_path: Path) -> None:
    village, said = new_village(tmp_path), Announced()
    tools = Tools(
        VillageDesk(village), AtOnce(), village.clock, Answers(), said, FontBook(resources_folder()), print
    )
    page = CataloguePage(tools)
    page.enter({})
    assert page.act_button("catalogue.export").isEnabled() is False  # type: ignore[union-attr]
    page.act_button("catalogue.starter").click()  # type: ignore[union-attr]
    dialog = page.findChild(MeetingDialog)
    assert dialog is not None
    dialog.panel.submit()
    assert dialog.panel.problem_of("meeting_on") != ""
    dialog.meeting_on.set_day(date(2026, 5, 30))
    assert dialog.effective_from.day() == date(2026, 5, 30)
    dialog.panel.submit()
    assert said.said == ["已采用积分细则第 1 版。"]
    assert dialog.isHidden()
    village.store.close()


def test_a_refusal_stands_beside_its_date_and_the_dialog_stays(qapp: QApplication, tmp_path: Path) -> None:
    village, said = settled_village(tmp_path), Announced()
    tools = Tools(
        VillageDesk(village), AtOnce(), village.clock, Answers(), said, FontBook(resources_folder()), print
    )
    page = CataloguePage(tools)
    page.enter({})
    page.act_button("catalogue.starter").click()  # type: ignore[union-attr]
    dialog = page.findChild(MeetingDialog)
    assert dialog is not None
    dialog.meeting_on.set_day(date(2026, 5, 30))
    dialog.effective_from.set_day(date(2026, 1, 2))
    dialog.panel.submit()
    assert "早于开会日期" in dialog.panel.problem_of("effective_from")
    assert dialog.isVisible()
    assert said.said == []
    village.store.close()
