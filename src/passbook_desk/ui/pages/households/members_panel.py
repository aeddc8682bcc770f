"""The members of a household; what is sensitive of them only when the clerk asks for it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from passbook_desk.features.households.values import PersonRow
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.table_page import TablePage


class MembersPanel(QWidget):
    """A table of people; below it a button that shows who carries which tag."""

    def __init__(self, table: TablePage[PersonRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self._people: tuple[PersonRow, ...] = ()
        self.show_tags = ToggleButton(self.tr("显示人员类别"))
        self.show_tags.toggled.connect(self._say)
        self.tags = QLabel()
        self.tags.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.show_tags)
        row.addWidget(self.tags, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(table, 1)
        column.addLayout(row)
        self._say(False)

    def show_people(self, people: Sequence[PersonRow]) -> None:
        """Show these members; tags stay hidden until they are asked for."""
        self._people = tuple(people)
        self.table.set_rows(people)
        self._say(self.show_tags.isChecked())

    def hide_tags(self) -> None:
        """Hide them again, as for the next household."""
        self.show_tags.setChecked(False)

    def _say(self, shown: bool) -> None:
        if not shown:
            self.tags.setText(self.tr("低保、残疾等不公开，按下才显示。"))
            return
        told = [f"{person.name} {'、'.join(person.tags)}" for person in self._people if person.tags]
        self.tags.setText("　".join(told) if told else self.tr("这户没有人记了类别。"))
