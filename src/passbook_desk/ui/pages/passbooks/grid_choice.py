"""范围: the whole village or one of its grids."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from passbook_desk.features.households.values import GridRow


class GridChoice(QComboBox):
    """A box with 全村 and the grids; its data is the code of the grid, None for the village."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem(self.tr("全村"), None)

    def show_grids(self, rows: Sequence[GridRow]) -> None:
        """Fill it; the one chosen stays."""
        chosen = self.currentData()
        self.clear()
        self.addItem(self.tr("全村"), None)
        for row in rows:
            self.addItem(row.name, row.code)
        self.setCurrentIndex(max(self.findData(chosen), 0))
