"""The locked Qt binding keeps its books: PySide6 6.12.0 lost a reference to None with every call."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 2_000
NOISE = 50  # other objects come and go between the two counts

ACTS: dict[str, Callable[[QLabel], object]] = {
    "setText": lambda label: label.setText("积分"),
    "setVisible": lambda label: label.setVisible(False),
    "resize": lambda label: label.resize(QSize(40, 20)),
    "setFont": lambda label: label.setFont(label.font()),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=list(ACTS))
def test_calls_into_qt_lose_no_reference_to_none(act: Callable[[QLabel], object], qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    act(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        act(label)
    assert abs(sys.getrefcount(None) - before) < NOISE
