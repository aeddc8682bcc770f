"""Papers to choose from and look at on the left, cards of what they are about on the right."""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.shell.tools import Tools

Paper = TypeVar("Paper", bound=StrEnum)


class PapersAndCards(QWidget, Generic[Paper]):
    """`words` name the papers, `prefix` begins the ids of their buttons, `side` is the width of the cards in
    Han characters. `chosen(paper)` comes when the clerk presses one.
    """

    chosen = Signal(object)

    def __init__(self, tools: Tools, words: Mapping[Paper, str], prefix: str, side: int) -> None:
        super().__init__()
        self.preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer, two_rows=True)
        self._toggles = {paper: ToggleButton(word) for paper, word in words.items()}
        group, chips = QButtonGroup(self), QHBoxLayout()
        chips.setSpacing(8)
        for paper, button in self._toggles.items():
            button.setObjectName(f"{prefix}.{paper.value}")
            button.clicked.connect(partial(self._tell, paper))
            group.addButton(button)
            chips.addWidget(button)
        chips.addStretch(1)
        sheet = QVBoxLayout()
        sheet.setSpacing(8)
        sheet.addLayout(chips)
        sheet.addWidget(self.preview, 1)
        self._side, self._width = ScrollColumn(), side
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(sheet, 1)
        row.addWidget(self._side)

    def put(self, *cards: Card) -> None:
        """The cards, from the top."""
        for card in cards:
            self._side.column.addWidget(card)
        self._side.column.addStretch(1)

    def begin(self, paper: Paper) -> None:
        """A paper chosen, its pages not there yet; the cards as wide as the size of type asks."""
        self._side.setFixedWidth(han_width(self, self._width))
        self.choose(paper)
        self.preview.show_pages((), "")

    def choose(self, paper: Paper) -> None:
        """Press the button of a paper; nothing is told."""
        self._toggles[paper].setChecked(True)

    def offer(self, paper: Paper, offered: bool) -> None:
        """Let a paper be chosen, or hide its button."""
        self._toggles[paper].setVisible(offered)

    def word(self, paper: Paper) -> str:
        """What a paper is called."""
        return self._toggles[paper].text()

    def _tell(self, paper: Paper, _checked: bool = False) -> None:
        self.chosen.emit(paper)
