"""What a book allows, on the household's card; and long books, which are read from their end."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, household, new_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.catalogue.values import Veto
from passbook_desk.features.ledger.counting.standing_values import Standing, VetoRow
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import LineKind, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import Band, VillagePolicy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import resources_folder
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.pages.households.household_page import HouseholdPage
from passbook_desk.ui.pages.households.presenter import LINES_AT_ONCE
from passbook_desk.ui.pages.households.standing_words import standing_text
from passbook_desk.ui.shell.tools import Tools


def p(text: str) -> Points:
    return Points.parse(text)


def standing(**changes: object) -> Standing:
    facts: dict[str, object] = {
        "account_id": 1,
        "spendable": p("30"),
        "locked_gifts": ZERO,
        "least": ZERO,
        "judged": p("90"),
        "suspension_line": None,
        "year_points": p("90"),
        "stars": None,
        "vetoes": (),
    }
    return Standing(**{**facts, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"spendable": p("-3")}, ""),
        ({"least": p("20")}, "可兑 10 分（至少留 20 分）"),
        ({"locked_gifts": p("25")}, "可兑 5 分（赠分 25 分待解锁）"),
        ({"stars": 4}, "★★★★（年度 90 分）"),
        ({"stars": 0}, "未到星级（年度 90 分）"),
        (
            {"suspension_line": p("95")},
            "可兑 0 分　✕ 考核 90 分，低于 95 分，暂停评优和兑换",
        ),
        (
            {"vetoes": (VetoRow(7, "打架", date(2026, 5, 1), Veto.HONOURS, date(2027, 4, 30)),)},
            "✕ 一票否决“打架”（2026.5.1，到 2027.4.30）：不得评优",
        ),
    ],
)
def test_what_a_book_allows_is_said_where_the_village_decided_something(
    changes: dict[str, object], words: str
) -> None:
    assert standing_text(standing(**changes)) == words


@pytest.fixture
def village(tmp_path: Path) -> Village:
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国")
        change_policy(tx, VillagePolicy(household_bands=(Band(p("60"), 3),)))
        account = accounts(tx)[0].id
        drafts = [
            DraftLine(account, LineKind.CREDIT, LineKind.CREDIT, Points(100), date(2026, 5, 1))
            for _ in range(LINES_AT_ONCE + 30)
        ]
        write_voucher(tx, new_uid(), VoucherKind.RECORD, drafts)
    return village


def test_a_long_book_is_shown_from_its_end_and_the_rest_is_one_button_away(
    qapp: QApplication, village: Village
) -> None:
    fontbook = FontBook(resources_folder() / "fonts")
    page = HouseholdPage(
        Tools(VillageDesk(village), AtOnce(), village.clock, Answers(), Announced(), fontbook, lambda _: None)
    )
    page.resize(1200, 640)
    page.show()
    page.enter({"id": 1})
    assert page.book is not None
    assert (len(page.book.lines), page.book.count) == (LINES_AT_ONCE, LINES_AT_ONCE + 30)
    words = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "★★★（年度 130 分）" in words
    assert "130 行" in words
    more = page.findChild(QPushButton, "household.more")
    assert more is not None
    more.click()
    assert [line.account_seq for line in page.book.lines] == list(range(1, LINES_AT_ONCE + 31))
    assert not more.isVisible()
    village.store.close()
