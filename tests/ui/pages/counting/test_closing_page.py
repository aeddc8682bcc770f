"""结账与清零 as the clerk sees it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, booked, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.ledger.counting.run_values import RunRow
from passbook_desk.features.ledger.periods import ClosedRow
from passbook_desk.features.ledger.queries import balances
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.values import IssueQuarter
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import CarryOver, VillagePolicy
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.table_page import TablePage
from passbook_desk.ui.pages.counting.closing_page import ClosingPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Clerk:
    """A page whose routes lead back into itself, as the window would do."""

    def __init__(self, village: Village) -> None:
        self.village = village
        self.dialogs, self.said = Answers(reason="漏记了一批"), Announced()
        fontbook = FontBook(resources_folder() / "fonts")
        self.page = ClosingPage(
            Tools(VillageDesk(village), AtOnce(), village.clock, self.dialogs, self.said, fontbook, self.go)
        )
        self.page.resize(1200, 640)
        self.page.show()
        self.page.enter({})
        QApplication.processEvents()  # buttons of a page that is shown appear with the next event

    def go(self, route: Route) -> None:
        assert route.name == "closing"
        self.page.enter(route.params)

    def press(self, name: str) -> None:
        button = self.page.findChild(QPushButton, name)
        assert button is not None, name
        button.click()

    @property
    def periods(self) -> TablePage[ClosedRow]:
        tables = self.page.findChildren(TablePage)
        return next(table for table in tables if table.model.columns[0].key == "period")

    @property
    def closed(self) -> list[ClosedRow]:
        return list(self.periods.model.rows())

    @property
    def listed(self) -> list[RunRow]:
        table = next(table for table in self.page.findChildren(TablePage) if table.isVisible())
        return list(table.model.rows())


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = settled_village(tmp_path)
    booked(village, (1, 2), on=date(2026, 5, 20))
    yield village
    village.store.close()


def test_the_month_that_is_over_stands_ready_to_be_closed(qapp: QApplication, village: Village) -> None:
    clerk = Clerk(village)
    clerk.press("closing.close")
    assert [str(row.period) for row in clerk.closed] == ["2026-05"]
    assert "2026.5.1–5.31" in clerk.said.said[0]
    clerk.press("closing.close")
    assert "2026.5.31" in clerk.page.message.words


def test_a_month_is_opened_again_with_a_reason_that_stays_in_the_list(
    qapp: QApplication, village: Village
) -> None:
    clerk = Clerk(village)
    clerk.press("closing.close")
    clerk.press("closing.reopen")
    assert "选中" in clerk.page.message.words
    clerk.periods.select(lambda row: True)
    clerk.press("closing.reopen")
    assert [row.reason for row in clerk.closed] == ["漏记了一批"]


def test_days_of_an_issued_notice_cannot_be_opened(qapp: QApplication, village: Village) -> None:
    village.on(date(2026, 7, 2))
    with village.write() as tx:
        issue_quarter(tx, IssueQuarter(Quarter(2026, 2)))
    clerk = Clerk(village)
    clerk.periods.select(lambda row: True)
    QApplication.processEvents()
    button = clerk.page.act_button("closing.reopen")
    assert button is not None
    assert not button.isEnabled()


def test_a_village_that_keeps_its_points_has_nothing_to_run(qapp: QApplication, village: Village) -> None:
    clerk = Clerk(village)
    assert not [button for button in clerk.page.findChildren(QPushButton) if "list" in button.objectName()]


def test_a_quarter_is_cleared_from_its_dry_list_and_not_a_second_time(
    qapp: QApplication, village: Village
) -> None:
    village.on(date(2026, 7, 2))
    with village.write() as tx:
        change_policy(tx, VillagePolicy(carry_over=CarryOver.CLEAR_QUARTER, carry_percent=50))
    clerk = Clerk(village)
    clerk.press("closing.list.carry-over")
    assert [(str(row.taken), str(row.kept)) for row in clerk.listed] == [("10", "5"), ("10", "5")]
    clerk.dialogs.agree = False
    clerk.press("closing.run")
    with village.read() as scope:
        assert {str(row.spendable) for row in balances(scope)} == {"10", "0"}
    clerk.dialogs.agree = True
    clerk.press("closing.run")
    with village.read() as scope:
        assert {str(row.spendable) for row in balances(scope)} == {"5", "0"}
    assert "4 笔" in clerk.said.said[-1]
    clerk.press("closing.list.carry-over")
    assert clerk.page.act_button("closing.run") is None
