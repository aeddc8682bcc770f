"""A preview on paper shows who only looks the pages, and no way to take them along."""

from collections.abc import Set as AbstractSet

import pytest
from PySide6.QtWidgets import QPushButton

from builders.pages import Announced, Answers, AtOnce
from passbook_desk.documents.fonts import FontBook
from passbook_desk.kernel.acts import Act
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.permits import allowed


@pytest.mark.parametrize(
    ("acts", "shown"), [({Act.READ}, False), ({Act.READ, Act.PRINT}, True)], ids=["looks", "prints"]
)
def test_only_who_may_print_takes_pages_from_a_preview(
    theme: Theme, fontbook: FontBook, acts: AbstractSet[Act], shown: bool
) -> None:
    page = PageFrame("公示")
    page.body.addWidget(PreviewPanel(fontbook, AtOnce(), Answers(), Announced()))
    page.allow(lambda action: allowed(action, acts))
    page.show()
    words = {button.text() for button in page.findChildren(QPushButton) if button.isVisible()}
    assert ("存为 PDF" in words) is shown
    assert shown or "打印" not in words
    assert "下一页" in words
