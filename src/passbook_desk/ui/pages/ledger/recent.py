"""The latest acts, each to be taken back as a whole."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from passbook_desk.features.ledger.values import VoucherRow
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.ledger.saving import reversible
from passbook_desk.ui.pages.ledger.words import act_words, signed


def _when(voucher: VoucherRow) -> str:
    local = voucher.recorded_at.astimezone()
    return f"{local.month}.{local.day} {local:%H:%M}"


def _act(voucher: VoucherRow) -> str:
    words = act_words(voucher)
    return translate("Columns", "{act}（已冲销）").format(act=words) if voucher.reversed else words


COLUMNS: tuple[Column[VoucherRow], ...] = (
    Column("when", QT_TRANSLATE_NOOP("Columns", "时间"), _when, 5.5, sort=lambda row: row.id, optional=True),
    Column("act", QT_TRANSLATE_NOOP("Columns", "事项"), _act, 7, stretch=True),
    Column("lines", QT_TRANSLATE_NOOP("Columns", "笔"), lambda row: str(row.lines), 2, figures=True),
    Column(
        "points",
        QT_TRANSLATE_NOOP("Columns", "分"),
        lambda row: signed(row.points_total),
        3.5,
        sort=lambda row: row.points_total,
        figures=True,
    ),
)


class RecentActs(QWidget):
    """A short table and the one button that takes the chosen act back."""

    def __init__(self, reverse: Callable[[VoucherRow], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reverse = reverse
        title = QLabel(self.tr("最近操作"))
        title.setProperty("role", "section")
        self._button = QPushButton(self.tr("整批冲销"))
        self._button.setObjectName("ledger.reverse")
        self._button.setEnabled(False)
        self._button.clicked.connect(self._run)
        self._table: TablePage[VoucherRow] = TablePage(COLUMNS, Empty(self.tr("还没有记过分。")))
        self._table.selected.connect(self._offer)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._table, 1)

    def show_recent(self, vouchers: tuple[VoucherRow, ...]) -> None:
        """Show these acts, the newest first."""
        self._table.set_rows(vouchers)
        self._offer(self._table.selected_row())

    def _offer(self, voucher: VoucherRow | None) -> None:
        self._button.setEnabled(voucher is not None and reversible(voucher))

    def _run(self) -> None:
        voucher = self._table.selected_row()
        if voucher is not None and reversible(voucher):
            self._reverse(voucher)
