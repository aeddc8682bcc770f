"""What everybody is to the old head and becomes to the new one, each to be put right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from passbook_desk.ui.pages.households.life_values import RelationLine, relation_choices

_LONGEST_NAME = 14


def short_name(name: str, longest: int = _LONGEST_NAME) -> str:
    """A name where room is short: a very long one ends in …"""
    return name if len(name) <= longest else f"{name[: longest - 1]}…"


class RelationCombo(QComboBox):
    """Chooses a relation; empty until the clerk or a proposal says one."""

    def __init__(self, code: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("请选关系"))
        for known, word in relation_choices():
            self.addItem(word, known)
        self.setMaxVisibleItems(14)
        self.set_code(code)

    def code(self) -> str:
        """The code chosen, empty when none is."""
        code = self.currentData()
        return code if isinstance(code, str) else ""

    def set_code(self, code: str) -> None:
        """Choose a code; one that is not offered leaves the choice open."""
        self.setCurrentIndex(self.findData(code) if code else -1)


class RelationsBox(QWidget):
    """A line for each member: name, what it was, what it becomes; ⚠ where the clerk must say it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(4, 1)
        self._lines: tuple[RelationLine, ...] = ()
        self.combos: dict[int, RelationCombo] = {}

    def show_lines(self, lines: Sequence[RelationLine]) -> None:
        """Show these members."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self.combos = {}
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, line in enumerate(self._lines):
            self._add(number, line)

    def answers(self) -> dict[int, str]:
        """Codes by person, where the clerk chose another one than proposed."""
        chosen = {line.person_id: self.combos[line.person_id].code() for line in self._lines}
        return {
            line.person_id: chosen[line.person_id]
            for line in self._lines
            if chosen[line.person_id] and chosen[line.person_id] != (line.code if line.sure else "")
        }

    def _add(self, number: int, line: RelationLine) -> None:
        combo = RelationCombo(line.code)
        combo.setAccessibleName(self.tr("{name}与新户主的关系").format(name=line.name))
        name = QLabel(short_name(line.name))
        name.setToolTip(line.name)
        before = QLabel(line.before or self.tr("未写"))
        before.setProperty("role", "quiet")
        mark = QLabel("" if line.sure else "⚠")
        mark.setProperty("role", "warn")
        for column, widget in enumerate((name, before, QLabel("→"), combo)):
            self._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(mark, number, 4, Qt.AlignmentFlag.AlignVCenter)
        self.combos[line.person_id] = combo
