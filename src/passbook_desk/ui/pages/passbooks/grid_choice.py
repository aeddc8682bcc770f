"""范围: the whole village or one of its grids."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from passbook_desk.features.households.values import GridRow
from passbook_desk.ui.kit.all_or_one import AllOrOne


class GridChoice(AllOrOne):
    """A box with 全村 and the grids; its data is the code of the grid, None for the village."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("GridChoice", "全村"))
        self.setSizeAdjustPolicy(AllOrOne.SizeAdjustPolicy.AdjustToContents)

    def show_grids(self, rows: Sequence[GridRow]) -> None:
        """Fill it; the one chosen stays."""
        self.offer((row.name, row.code) for row in rows)
