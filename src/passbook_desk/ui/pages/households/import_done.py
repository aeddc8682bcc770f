"""The last step of importing: how far it is, what it did, what taking it back did."""

import threading

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from passbook_desk.features.intake.values import KeptRow
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.households.import_columns import KEPT
from passbook_desk.ui.pages.households.import_values import BookKind, Done, TakenBack


class ImportingStep(QWidget):
    """How many households are written, and 取消, which leaves the village as it was."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        card = Card(self.tr("正在导入"))
        self._words = QLabel()
        self._bar = QProgressBar()
        self._cancel = QPushButton(self.tr("取消"))
        self._cancel.setObjectName("import.cancel")
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        card.body.addWidget(self._words)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    def begin(self) -> None:
        """Nothing is written yet."""
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._words.setText(self.tr("要么全部写进去，要么一条也不写。"))

    def show_progress(self, done: int, total: int) -> None:
        """`done` of `total` households are written."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        if self._cancel.isEnabled():
            self._words.setText(self.tr("已写 {done} / {total} 户").format(done=done, total=total))

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._words.setText(self.tr("正在停下，什么也不会写进去…"))
        self.cancelled.emit()


class DoneStep(QWidget):
    """What was imported, or what was taken back and what had to stay.

    Signal: `rejects` to save the rows that did not go in.
    """

    rejects = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._save = QPushButton()
        self._save.clicked.connect(self.rejects)
        self._card = Card()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("role", "section")
        self._more = QLabel()
        self._more.setWordWrap(True)
        self._card.body.addWidget(self._words)
        self._card.body.addWidget(self._more)
        self._card.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self._kept: TablePage[KeptRow] = TablePage(KEPT, Empty(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._card)
        column.addWidget(self._kept, 1)
        self._space = QWidget()
        column.addWidget(self._space, 1)

    def show_done(self, done: Done) -> None:
        """Say what an import did."""
        if done.kind is BookKind.ROSTER:
            words = self.tr("✓ 已导入：新增 {households} 户 {people} 人，改动 {changes} 处")
            said = words.format(households=done.households, people=done.people, changes=done.changes)
            opened = self.tr("新开 {accounts} 个积分账户。这是第 {batch} 批，30 天内可以整批撤销。")
        elif done.kind is BookKind.OWNERS:
            words = self.tr("✓ 已导入：商铺和单位 {owners} 家，网格员和楼栋长 {roles} 人，改动 {changes} 处")
            said = words.format(owners=done.households, roles=done.people, changes=done.changes)
            opened = self.tr("新开 {accounts} 个积分账户。这是第 {batch} 批，30 天内可以整批撤销。")
        else:
            said = self.tr("✓ 已导入 {accounts} 个账户的期初积分").format(accounts=done.accounts)
            opened = self.tr("这是第 {batch} 批，30 天内可以整批撤销。")
        self._say(said, opened.format(accounts=done.accounts, batch=done.batch), ())
        self._save.setText(self.tr("没导入的 {count} 行另存为 Excel").format(count=done.left))
        self._save.setVisible(done.left > 0)

    def show_taken_back(self, taken: TakenBack) -> None:
        """Say what taking an import back did."""
        words = self.tr("✓ 已撤销第 {batch} 批：去掉 {removed} 条，改回 {restored} 条，冲销 {lines} 笔")
        said = words.format(
            batch=taken.batch, removed=taken.removed, restored=taken.restored, lines=taken.reversed_lines
        )
        kept = self.tr("下面 {count} 条留着没动，因为导入后改过，或已有流水。")
        self._say(said, kept.format(count=len(taken.kept)) if taken.kept else "", taken.kept)

    def _say(self, words: str, more: str, kept: tuple[KeptRow, ...]) -> None:
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._kept.set_rows(kept)
        self._kept.setVisible(bool(kept))
        self._space.setVisible(not kept)
        self._save.hide()


class ImportProgress(QObject):
    """Tells from the desk's lane how far an import is, and stops it there when asked."""

    told = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Let the import end without a trace."""
        self._stopped.set()

    def step(self, done: int, total: int) -> None:
        """See kernel.jobs.Progress."""
        self.told.emit(done, total)

    def check(self) -> None:
        """See kernel.jobs.Progress."""
        if self._stopped.is_set():
            raise Cancelled
