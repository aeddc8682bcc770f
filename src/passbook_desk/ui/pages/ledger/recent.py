"""The latest acts, each to be taken back as a whole."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from passbook_desk.features.ledger.values import VoucherRow
from passbook_desk.ui.kit.ports import Dialogs
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.ledger.presenter import LedgerPresenter
from passbook_desk.ui.pages.ledger.saving import movable
from passbook_desk.ui.pages.ledger.words import act_words
from passbook_desk.ui.shell.choices import ItemChoice, item_words, signed
from passbook_desk.ui.shell.picking import Option, PickEdit


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
    """A short table, and below it what can be done with the chosen act: take it back, change its item."""

    def __init__(self, presenter: LedgerPresenter, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._dialogs = presenter, dialogs
        title = QLabel(self.tr("最近操作"))
        title.setProperty("role", "section")
        self._button = QPushButton(self.tr("整批冲销"))
        self._button.setObjectName("ledger.reverse")
        self._button.setEnabled(False)
        self._button.clicked.connect(self._run)
        self._table: TablePage[VoucherRow] = TablePage(COLUMNS, Empty(self.tr("还没有记过分。")))
        self._table.selected.connect(self._offer)
        self._change = QPushButton(self.tr("整批改事项"))
        self._change.setObjectName("ledger.move")
        self._change.setEnabled(False)
        self._change.clicked.connect(self._ask_item)
        self._item = PickEdit(self.tr("改成哪个事项：编号、名称"), 8, self.tr("没有这个事项"), lambda: None)
        self._item.asked.connect(self._offer_items)
        self._item.picked.connect(self._run_move)
        self._item.hide()
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._button)
        acts.addWidget(self._change)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self._table, 1)
        column.addWidget(self._item)
        column.addLayout(acts)

    def show_recent(self, vouchers: tuple[VoucherRow, ...]) -> None:
        """Show these acts, the newest first."""
        self._table.set_rows(vouchers)
        self._offer(self._table.selected_row())

    def _offer(self, voucher: VoucherRow | None) -> None:
        self._button.setEnabled(voucher is not None and voucher.reversible)
        self._change.setEnabled(voucher is not None and movable(voucher))
        self._item.hide()

    def _run(self) -> None:
        voucher = self._table.selected_row()
        if voucher is None or not voucher.reversible:
            return
        sentence = self.tr("冲销“{act}”共 {lines} 笔？原来的行留着，另记一行红字。")
        said = sentence.format(act=act_words(voucher), lines=voucher.lines)
        reason = self._dialogs.ask_reason(self.tr("整批冲销"), said, self.tr("冲销"))
        if reason is not None:
            self._presenter.reverse(voucher, reason)

    def _ask_item(self) -> None:
        self._item.show()
        self._item.list_all()

    def _offer_items(self, text: str) -> None:
        self._item.offer(
            [Option(item_words(choice.item), choice) for choice in self._presenter.choices(text)]
        )

    def _run_move(self, choice: object) -> None:
        voucher = self._table.selected_row()
        self._item.set_words("")
        self._item.hide()
        if voucher is None or not isinstance(choice, ItemChoice):
            return
        sentence = self.tr("把“{act}”共 {lines} 笔改成“{item}”？原来的行冲销，另记新的。")
        said = sentence.format(act=act_words(voucher), lines=voucher.lines, item=choice.item.name)
        reason = self._dialogs.ask_reason(self.tr("整批改事项"), said, self.tr("改事项"))
        if reason is not None:
            self._presenter.move(voucher, choice, reason)
