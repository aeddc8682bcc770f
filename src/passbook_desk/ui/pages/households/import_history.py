"""What was imported before: when, which file, by whom, what it made; each to be taken back for 30 days."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from passbook_desk.features.intake.undoing import may_be_undone
from passbook_desk.features.intake.values import BatchSummary
from passbook_desk.kernel.clock import Clock
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.households.import_values import BookKind

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        BookKind.ROSTER.value: QT_TRANSLATE_NOOP("Columns", "花名册"),
        BookKind.OPENINGS.value: QT_TRANSLATE_NOOP("Columns", "期初积分"),
        BookKind.OWNERS.value: QT_TRANSLATE_NOOP("Columns", "商铺和单位"),
        "claims": QT_TRANSLATE_NOOP("Columns", "网格上报表"),
    }
)


def kind_word(kind: str) -> str:
    """What a batch brought in, in words."""
    word = _KINDS.get(kind)
    return translate("Columns", word) if word else kind


def _moment(batch: BatchSummary) -> str:
    local = batch.applied_at.astimezone()
    return f"{day_text(local.date())} {local:%H:%M}"


def _state(batch: BatchSummary) -> str:
    if batch.undone_at is None:
        return translate("Columns", "有效")
    return translate("Columns", "已撤销 {day}").format(day=day_text(batch.undone_at.astimezone().date()))


def _count(entries: int) -> str:
    return translate("Columns", "{count} 条").format(count=entries)


HISTORY: tuple[Column[BatchSummary], ...] = (
    Column(
        "number", QT_TRANSLATE_NOOP("Columns", "批号"), lambda batch: str(batch.number), 2.5, figures=True
    ),
    Column(
        "moment",
        QT_TRANSLATE_NOOP("Columns", "导入时间"),
        _moment,
        8,
        sort=lambda batch: batch.applied_at,
    ),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "内容"), lambda batch: kind_word(batch.kind), 6),
    Column("file", QT_TRANSLATE_NOOP("Columns", "文件"), lambda batch: batch.file_name, 10, stretch=True),
    Column(
        "created",
        QT_TRANSLATE_NOOP("Columns", "新增"),
        lambda batch: _count(batch.created),
        4.5,
        sort=lambda batch: batch.created,
        figures=True,
    ),
    Column(
        "changed",
        QT_TRANSLATE_NOOP("Columns", "更改"),
        lambda batch: _count(batch.changed),
        4.5,
        sort=lambda batch: batch.changed,
        figures=True,
    ),
    Column("handler", QT_TRANSLATE_NOOP("Columns", "经手"), lambda batch: batch.applied_by, 5, optional=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), _state, 8),
)


class History(QWidget):
    """The list, and the button that takes the chosen import back."""

    def __init__(self, clock: Clock, undo: Callable[[BatchSummary], None]) -> None:
        super().__init__()
        self._clock, self._undo = clock, undo
        self.table: TablePage[BatchSummary] = TablePage(HISTORY, Empty(self.tr("还没有导入过。")))
        self.table.selected.connect(self._offer_undo)
        self._why = QLabel()
        self._why.setProperty("role", "quiet")
        self.take_back = QPushButton(self.tr("撤销所选的导入"))
        self.take_back.setObjectName("import.undo")
        self.take_back.setEnabled(False)
        self.take_back.clicked.connect(self._run_undo)
        before = QLabel(self.tr("导入过的"))
        before.setProperty("role", "section")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(before)
        head.addWidget(self._why, 1)
        head.addWidget(self.take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self._offer_undo(None)

    def set_batches(self, batches: tuple[BatchSummary, ...]) -> None:
        """Show the imports there were, newest first."""
        self.table.set_rows(batches)
        self._offer_undo(self.table.selected_row())

    def _offer_undo(self, batch: BatchSummary | None) -> None:
        may = batch is not None and may_be_undone(batch, self._clock.now())
        self.take_back.setEnabled(may)
        if batch is None:
            self._why.setText(self.tr("导入后 30 天内可以整批撤销。"))
        elif batch.undone:
            self._why.setText(self.tr("第 {number} 批已经撤销了。").format(number=batch.number))
        elif may:
            self._why.setText("")
        else:
            self._why.setText(self.tr("第 {number} 批已满 30 天，不能整批撤销。").format(number=batch.number))

    def _run_undo(self) -> None:
        batch = self.table.selected_row()
        if batch is not None and may_be_undone(batch, self._clock.now()):
            self._undo(batch)
