"""Imports so far, each to be undone as a whole."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from passbook_desk.features.intake.values import BatchSummary, UndoResult
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.ports import Announcer, Dialogs
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.shell.services import SettingsService

_ROWS_SHOWN = 6


def _moment(batch: BatchSummary) -> str:
    local = batch.applied_at.astimezone()
    return f"{day_text(local.date())} {local:%H:%M}"


def _state(batch: BatchSummary) -> str:
    words = (
        QT_TRANSLATE_NOOP("ImportsCard", "已撤销")
        if batch.undone
        else QT_TRANSLATE_NOOP("ImportsCard", "在用")
    )
    return QCoreApplication.translate("ImportsCard", words)


COLUMNS: tuple[Column[BatchSummary], ...] = (
    Column("number", QT_TRANSLATE_NOOP("Columns", "批号"), lambda batch: str(batch.number), 3,
           sort=lambda batch: batch.number, figures=True),
    Column("file", QT_TRANSLATE_NOOP("Columns", "文件"), lambda batch: batch.file_name, 10, stretch=True),
    Column("moment", QT_TRANSLATE_NOOP("Columns", "导入时间"), _moment, 8,
           sort=lambda batch: batch.applied_at),
    Column("who", QT_TRANSLATE_NOOP("Columns", "经手"), lambda batch: batch.applied_by, 5.5, optional=True),
    Column("created", QT_TRANSLATE_NOOP("Columns", "新增"), lambda batch: str(batch.created), 4,
           sort=lambda batch: batch.created, figures=True),
    Column("changed", QT_TRANSLATE_NOOP("Columns", "更改"), lambda batch: str(batch.changed), 4,
           sort=lambda batch: batch.changed, figures=True, optional=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), _state, 4),
)  # fmt: skip


class ImportsCard(Card):
    """Choose an import, then 撤销本次导入; what stays because it is in use is said afterwards."""

    def __init__(
        self,
        service: SettingsService,
        jobs: Jobs,
        dialogs: Dialogs,
        announcer: Announcer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("导入记录"))
        self._service, self._jobs, self._dialogs, self._announcer = service, jobs, dialogs, announcer
        self.message = MessageBar()
        self.table: TablePage[BatchSummary] = TablePage(COLUMNS, Empty(self.tr("还没有导入过表格。")))
        self.table.setFixedHeight(metrics().row * _ROWS_SHOWN)
        self.table.selected.connect(lambda _row: self._enable())
        self.undo = QPushButton(self.tr("撤销本次导入"))
        self.undo.setObjectName("import.undo")
        self.undo.setEnabled(False)
        self.undo.clicked.connect(self._ask)
        self.body.addWidget(self.message)
        self.body.addWidget(self.table)
        self.body.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)

    def load(self) -> None:
        """Show the imports, newest first."""
        self._jobs.desk(self._service.batches, self._show)

    def _show(self, batches: tuple[BatchSummary, ...]) -> None:
        self.table.set_rows(batches)
        self._enable()

    def _enable(self) -> None:
        batch = self.table.selected_row()
        self.undo.setEnabled(batch is not None and not batch.undone)

    def _ask(self) -> None:
        batch = self.table.selected_row()
        if batch is None:
            return
        words = self.tr("撤销 {file}：新增的 {created} 条去掉，改过的 {changed} 条改回去。")
        sentence = words.format(file=batch.file_name, created=batch.created, changed=batch.changed)
        if self._dialogs.confirm(self.tr("撤销本次导入"), sentence, self.tr("撤销")):
            self.undo.setEnabled(False)
            self._jobs.desk(partial(self._service.undo_batch, batch.number), self._undone, self._refused)

    def _undone(self, result: UndoResult) -> None:
        self.message.clear()
        words = self.tr("已撤销：去掉 {removed} 条，改回 {restored} 条。")
        if result.withdrawn:
            words = self.tr("已撤销：撤回红白事 {withdrawn} 件，报备记录还在。")
        if result.retired:
            words = self.tr("已撤销：{retired} 样物品下架，期初库存收回。")
        self._announcer.done(
            words.format(
                removed=result.removed,
                restored=result.restored,
                withdrawn=result.withdrawn,
                retired=result.retired,
            )
        )
        if result.kept:
            kept = self.tr("有 {count} 条后来改过或已有积分，留着没动：{names}")
            names = "、".join(row.label for row in result.kept[:5])
            self.message.say(kept.format(count=len(result.kept), names=names), Mood.WARN)
        self.load()

    def _refused(self, error: BaseException) -> None:
        self._enable()
        self.message.say(tell(error), Mood.ERROR)
