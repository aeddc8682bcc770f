"""The face of the council's page that shows things lent: what there is above, where it is below."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from passbook_desk.features.events.lending.values import EquipmentRow, LoanRow
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.events.council_columns import EQUIPMENT_COLUMNS, LOAN_COLUMNS

_OUT, _ALL = "out", "all"


class LendingView(QWidget):
    """`add` writes a first kind of thing, `lend` lends one."""

    def __init__(self, add: Callable[[], None], lend: Callable[[], None]) -> None:
        super().__init__()
        self._loans: Sequence[LoanRow] = ()
        self.equipment: TablePage[EquipmentRow] = TablePage(
            EQUIPMENT_COLUMNS,
            Empty(self.tr("还没有登记物品。桌椅、灶具、帐篷都可以。"), self.tr("添物品"), add),
        )
        self.loans: TablePage[LoanRow] = TablePage(
            LOAN_COLUMNS,
            Empty(self.tr("没有借在外面的。"), self.tr("借出"), lend),
            chips=(Chip(_OUT, self.tr("在外")), Chip(_ALL, self.tr("全部"))),
        )
        self.loans.chip_changed.connect(lambda _key: self._show_loans())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.equipment, 2)
        column.addWidget(self.loans, 3)

    def show_things(self, things: Sequence[EquipmentRow], loans: Sequence[LoanRow]) -> None:
        """What there is, and the loans, the newest first."""
        self._loans = loans
        self.equipment.set_rows(things)
        self._show_loans()

    def _show_loans(self) -> None:
        out = [row for row in self._loans if row.open]
        self.loans.set_rows(self._loans if self.loans.chip == _ALL else out)
        overdue = sum(row.overdue for row in out)
        words = self.tr("借在外面 {out} 笔，过期未还 {overdue} 笔").format(out=len(out), overdue=overdue)
        self.loans.set_totals(words if out else "")
