"""The grid with what belongs to it: the line of troubles below it, each with its row and its cure."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from passbook_desk.ui.pages.ledger.grid import GridView
from passbook_desk.ui.pages.ledger.lines import LineSheet, Problem
from passbook_desk.ui.pages.ledger.words import problem_words
from passbook_desk.ui.shell.choices import ItemChoice

_SHOWN: Final = 3


class GridSide(QWidget):
    """Shows a sheet of lines. `changed` after every cell; `finished` when Enter leads out of it."""

    changed = Signal()

    def __init__(
        self, sheet: LineSheet, choices: Callable[[str], Sequence[ItemChoice]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._checked = False
        self.grid = GridView(sheet, choices)
        self.grid.changed.connect(self.changed)
        self._problems = QLabel()
        self._problems.setWordWrap(True)
        self._problems.setProperty("role", "error")
        self._problems.hide()
        self._confirm = QPushButton(self.tr("仍要记"))
        self._confirm.hide()
        self._confirm.clicked.connect(self._confirm_first)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._problems, 1)
        row.addWidget(self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.grid, 1)
        column.addLayout(row)

    @property
    def said(self) -> str:
        """What is said below the grid."""
        return self._problems.text() if not self._problems.isHidden() else ""

    def renew(self) -> None:
        """Lines or verdicts are others."""
        self.grid.renew()
        self._show_problems()

    def restart(self) -> None:
        """Other lines than before: those of a draft, or what was left out of an act that was saved."""
        self._checked = False
        self.grid.restart()
        self._show_problems()

    def check(self) -> bool:
        """Say everything that has to be put right before saving and stand in the first such cell."""
        self.grid.settle()
        self._checked = True
        self._show_problems()
        wrong = [problem for problem in self._sheet.problems() if not problem.is_rule]
        if wrong:
            self.grid.stand_in(wrong[0].row, wrong[0].cell)
        self._checked = bool(wrong)
        return not wrong

    def _said_now(self) -> list[Problem]:
        """A line that is being filled in is not yet wrong because of what is still empty."""
        row, _ = self.grid.place
        return [
            problem
            for problem in self._sheet.problems()
            if self._checked or problem.row != row or problem.text or problem.is_rule
        ]

    def _show_problems(self) -> None:
        found = self._said_now()
        words = [f"⚠ {problem_words(problem)}" for problem in found[:_SHOWN]]
        if len(found) > _SHOWN:
            words.append(self.tr("还有 {count} 处。").format(count=len(found) - _SHOWN))
        self._problems.setText("\n".join(words))
        self._problems.setVisible(bool(words))
        first = self._first_confirmable()
        self._confirm.setVisible(first is not None)
        if first is not None:
            verdict = self._sheet.verdicts[first]
            word = self.tr("第 {row} 行只记到上限") if verdict.fill else self.tr("第 {row} 行仍要记")
            self._confirm.setText(word.format(row=first + 1))

    def _first_confirmable(self) -> int | None:
        rows = sorted(
            row
            for row, verdict in self._sheet.verdicts.items()
            if verdict.problem is not None and not verdict.points and (verdict.confirmable or verdict.fill)
        )
        return rows[0] if rows else None

    def _confirm_first(self) -> None:
        row = self._first_confirmable()
        if row is not None and self._sheet.confirm(row):
            self.changed.emit()
