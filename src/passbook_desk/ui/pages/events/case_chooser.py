"""Ticking what sets an event apart, as far as the standard makes a difference."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from passbook_desk.features.events.cases import MOST_CHILDREN, HostingCase, Trait
from passbook_desk.ui.kit.fields import CountEdit
from passbook_desk.ui.pages.events.words import trait_word


class CaseChooser(QWidget):
    """Boxes for the traits that the standard knows, and the number of children where it counts.

    `changed` comes with every tick. What is not offered keeps its value, so that a suggested trait counts.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._held = HostingCase.ORDINARY
        self._boxes = {trait: QCheckBox(trait_word(trait)) for trait in Trait}
        self.children_edit = CountEdit(digits=2)
        self._children_word = QLabel(QCoreApplication.translate("CaseChooser", "子女数"))
        self._children_word.setBuddy(self.children_edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for box in self._boxes.values():
            row.addWidget(box)
            box.toggled.connect(self._taken)
        row.addWidget(self._children_word)
        row.addWidget(self.children_edit)
        row.addStretch(1)
        self.children_edit.textChanged.connect(self._taken)
        self.offer(())

    def offer(self, cases: Iterable[HostingCase]) -> None:
        """Show what these cases of a standard speak of."""
        traits, children = set[Trait](), 0
        for case in cases:
            traits |= case.traits
            children = max(children, case.children)
        for trait, box in self._boxes.items():
            box.setVisible(trait in traits)
        for widget in (self._children_word, self.children_edit):
            widget.setVisible(children > 0)
        self.setVisible(bool(traits) or children > 0)

    def box(self, trait: Trait) -> QCheckBox:
        """The box of a trait."""
        return self._boxes[trait]

    def case(self) -> HostingCase:
        """What is ticked."""
        return self._held

    def set_case(self, case: HostingCase) -> None:
        """Tick what a case says."""
        for trait, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(trait in case.traits)
            box.blockSignals(False)
        self.children_edit.blockSignals(True)
        self.children_edit.set_value(case.children or None)
        self.children_edit.blockSignals(False)
        self._taken()

    def _taken(self) -> None:
        traits = frozenset(trait for trait, box in self._boxes.items() if box.isChecked())
        children = min(self.children_edit.value() or 0, MOST_CHILDREN)
        self._held = HostingCase(traits, children)
        self.changed.emit()
