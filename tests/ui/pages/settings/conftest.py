"""The page on a village that has decided nothing yet."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders.rules_page import Bench
from builders.village import settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.ui.kit.theme import Theme


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, tmp_path: Path, fontbook: FontBook) -> Bench:
    return Bench(qtbot, settled_village(tmp_path), fontbook)
