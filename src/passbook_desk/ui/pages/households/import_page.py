"""Bringing a workbook in: ① 选文件 → ② 对列 → ③ 修正 → ④ 看样 → ⑤ 完成."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QWidget

from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.intake.values import BatchSummary
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.actions import Action, bind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.households.import_columns_step import ColumnsStep
from passbook_desk.ui.pages.households.import_done import DoneStep, ImportingStep, ImportProgress
from passbook_desk.ui.pages.households.import_files import ChooseStep
from passbook_desk.ui.pages.households.import_fixes import FixesStep
from passbook_desk.ui.pages.households.import_history import kind_word
from passbook_desk.ui.pages.households.import_presenter import ImportPresenter
from passbook_desk.ui.pages.households.import_samples import SamplesStep
from passbook_desk.ui.pages.households.import_steps_line import StepsLine
from passbook_desk.ui.pages.households.import_values import (
    BookKind,
    Columns,
    Done,
    Preview,
    Step,
    TakenBack,
)
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

PATTERNS: Final = ("*.xlsx", "*.xls", "*.et", "*.xlsm", "*.xlsb", "*.ods", "*.csv", "*.txt")


class ImportPage(PageFrame):
    """The wizard; a file may also be dropped on the page, and rows pasted."""

    topics = frozenset({Topic.HOUSEHOLDS, Topic.LEDGER})

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        super().__init__(QCoreApplication.translate("ImportPage", "导入"))
        self._tools = tools
        reading = QCoreApplication.translate("ImportPage", "正在读取表格…")
        self._presenter = ImportPresenter(tools.desk, self, tools.jobs, key, tools.clock, reading)
        self._batch = 0
        self._under_way = False
        self._waiting = False
        self._progress: ImportProgress | None = None
        self.setAcceptDrops(True)
        self._steps = StepsLine()
        self._choose = ChooseStep(tools.clock, self._undo_earlier)
        self._columns = ColumnsStep()
        self._fixes = FixesStep()
        self._samples = SamplesStep()
        self._importing = ImportingStep()
        self._done = DoneStep()
        self._step_of: dict[QWidget, Step] = {
            self._choose: Step.CHOOSE,
            self._columns: Step.COLUMNS,
            self._fixes: Step.FIXES,
            self._samples: Step.SAMPLES,
        }
        self._stack = QStackedLayout()
        for step in (*self._step_of, self._importing, self._done):
            self._stack.addWidget(step)
        self.body.addLayout(self._stack, 1)
        self._connect()
        self._footer()
        self._show_step(self._choose)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选表格、拖进来，或在 WPS 里复制几行到这里按 Ctrl+V；认不准的列会请您看一眼。"),
            self.tr(
                "“修正”里每一处都有一键办法：Alt+1、Alt+2 用办法，Enter 改格子，Ctrl+Z 撤回，F8 往下走。"
            ),
            self.tr("按导入才写进去；不对就按撤销本次导入，30 天内可以整批退回。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        kind = params.get("kind")
        if isinstance(kind, str) and kind in set(BookKind):
            self._choose.set_kind(BookKind(kind))
        if not self._under_way and self._presenter.step in (Step.CHOOSE, Step.DONE):
            self._presenter.start()

    def refresh(self, topics: frozenset[Topic]) -> None:
        if self._stack.currentWidget() is self._choose and not self._under_way:
            self._presenter.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files and not self._under_way:
            event.acceptProposedAction()
            self.read(Path(files[0]))

    def read(self, path: Path) -> None:
        """Read this workbook as the kind chosen."""
        self.message.clear()
        if self._choose.kind is not BookKind.OPENINGS or self._opening_day() is not None:
            self._presenter.read(path, self._choose.kind)

    def show_start(self, history: tuple[BatchSummary, ...]) -> None:
        """The first step."""
        self._under_way = False
        self._choose.set_busy("")
        self._choose.history.set_batches(history)
        self._show_step(self._choose)

    def show_reading(self, file_name: str) -> None:
        """Say that the workbook is being read; the frame offers 取消 when it takes long."""
        self._under_way = True
        self._show_step(self._choose)
        self._choose.set_busy(self.tr("正在读取“{file}”…").format(file=file_name))

    def ask_password(self, file_name: str, wrong: bool) -> None:
        """The file can only be opened with its password."""
        self._under_way = False
        self._show_step(self._choose)
        self._choose.set_busy("")
        self._choose.ask_password(file_name, wrong)

    def show_columns(self, columns: Columns) -> None:
        """The second step."""
        self._arrived()
        self._columns.show_columns(columns)
        self._show_step(self._columns)
        self._next.setEnabled(bool(columns.columns))

    def show_fixes(self, preview: Preview, may_undo: bool) -> None:
        """The third step."""
        self._arrived()
        self._fixes.show_preview(preview, may_undo)
        self._next.setEnabled(preview.writes and not self._waiting)
        if preview.kind is not BookKind.ROSTER:
            self._next.setText(self._verb(preview))
        came = self._stack.currentWidget() is not self._fixes
        self._show_step(self._fixes)
        if came:
            (self._fixes.view if preview.fixes else self._next).setFocus()

    def show_samples(self, preview: Preview) -> None:
        """The fourth step."""
        self._arrived()
        self._samples.show_preview(preview)
        self._next.setEnabled(preview.writes and not self._waiting)
        self._next.setText(self._verb(preview))
        self._show_step(self._samples)
        self._next.setFocus()

    def show_waiting(self, waiting: bool) -> None:
        """The workbook is being planned anew; what it leads to shows whether it can be imported."""
        self._waiting = waiting
        self._fixes.set_busy(waiting)
        if waiting and self._stack.currentWidget() in (self._fixes, self._samples):
            self._next.setEnabled(False)

    def show_importing(self) -> None:
        """Importing cannot be pressed twice."""
        self._under_way = True
        self.message.clear()
        self._importing.begin()
        self._show_step(self._importing)

    def show_stopped(self) -> None:
        """The clerk stopped the import."""
        self.message.say(self.tr("已停下，什么也没有写进去。"), Mood.NOTE)

    def show_done(self, done: Done) -> None:
        """The last step."""
        self._under_way = False
        self._batch = done.batch
        self.message.clear()
        self._done.show_done(done)
        self._show_step(self._done)
        self._onward.setFocus()

    def show_taken_back(self, taken: TakenBack) -> None:
        """Say what was taken back and what had to stay."""
        self._batch = 0
        self._done.show_taken_back(taken)
        self._show_step(self._done)

    def show_saved(self, path: Path) -> None:
        """A workbook was written."""
        self._tools.announcer.done(self.tr("已存为“{file}”。").format(file=path.name))

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong; what was planned stays as it was."""
        self._under_way = False
        self.message.say(tell(error), Mood.ERROR)

    def _arrived(self) -> None:
        """Something was read; the kind chosen stays what it is until the wizard starts anew."""
        self._under_way = False
        self.message.clear()
        self._choose.set_busy("")

    def _verb(self, preview: Preview) -> str:
        if preview.kind is BookKind.ROSTER:
            return self.tr("导入 {count} 户  F8").format(count=preview.importable)
        if preview.kind is BookKind.OWNERS:
            return self.tr("导入 {count} 家  F8").format(count=preview.importable)
        return self.tr("导入 {count} 个账户  F8").format(count=preview.importable)

    def _opening_day(self) -> date | None:
        try:
            return self._choose.day()
        except PassbookError as error:
            self.message.say(tell(error), Mood.ERROR)
            return None

    def _pick(self) -> None:
        title = kind_word(self._choose.kind.value)
        path = self._tools.dialogs.pick_open(title, FileKind(self.tr("表格"), PATTERNS))
        if path is not None:
            self.read(path)

    def _paste(self) -> None:
        if self._under_way or self._stack.currentWidget() is not self._choose:
            return
        text = QGuiApplication.clipboard().text()
        self.message.clear()
        if not text.strip():
            self.message.say(self.tr("剪贴板里没有行。请先在 WPS 里选中几行连同表头，按 Ctrl+C。"), Mood.WARN)
        elif self._choose.kind is not BookKind.OPENINGS or self._opening_day() is not None:
            self._presenter.read_pasted(text, self._choose.kind)

    def _save_as(self, title: str, suggestion: str, save: Callable[[Path], None]) -> None:
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        target = self._tools.dialogs.pick_save(title, suggestion, kind)
        if target is not None:
            save(target)

    def _save_template(self) -> None:
        title = self.tr("下载花名册模板")
        self._save_as(title, self.tr("花名册模板.xlsx"), self._presenter.save_template)

    def _save_rejects(self) -> None:
        title = self.tr("不导入的行另存为 Excel")
        self._save_as(title, self.tr("没有导入的行.xlsx"), self._presenter.save_rejects)

    def _go_on(self) -> None:
        """F8: the next step; at the last but one, the import."""
        here = self._stack.currentWidget()
        if here is self._columns:
            self._presenter.go(Step.FIXES)
        elif here is self._fixes and self._presenter.kind is BookKind.ROSTER:
            self._presenter.go(Step.SAMPLES)
        elif here in (self._fixes, self._samples):
            self._import()

    def _go_back(self) -> None:
        here, roster = self._stack.currentWidget(), self._presenter.kind is BookKind.ROSTER
        if here is self._samples:
            self._presenter.go(Step.FIXES)
        elif here is self._fixes and roster:
            self._presenter.go(Step.COLUMNS)
        else:
            self.message.clear()
            self._presenter.start()

    def _import(self) -> None:
        self._progress = ImportProgress(self)
        self._progress.told.connect(self._importing.show_progress)
        on = self._opening_day() if self._presenter.kind is BookKind.OPENINGS else None
        self._presenter.apply(self._progress, on)

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()

    def _undo_this(self) -> None:
        self._confirm_undo(self._batch)

    def _undo_earlier(self, batch: BatchSummary) -> None:
        self._confirm_undo(batch.number)

    def _confirm_undo(self, number: int) -> None:
        sentence = self.tr("撤销第 {number} 批导入？导入的户、人和账户都会退回，已记过账的留着。")
        if number and self._tools.dialogs.confirm(
            self.tr("撤销导入"), sentence.format(number=number), self.tr("撤销")
        ):
            self.message.clear()
            self._presenter.take_back(number)

    def _see_imported(self) -> None:
        owners = self._presenter.kind is BookKind.OWNERS
        self._tools.go(Route("owners" if owners else "households"))

    def _connect(self) -> None:
        self._choose.pick.connect(self._pick)
        self._choose.paste.connect(self._paste)
        self._choose.template.connect(self._save_template)
        self._choose.password.connect(self._presenter.give_password)
        self._columns.sheet_toggled.connect(self._presenter.set_sheet)
        self._columns.column_chosen.connect(self._presenter.set_column)
        self._fixes.cured.connect(self._presenter.cure)
        self._fixes.all_cured.connect(self._presenter.cure_alike)
        self._fixes.edited.connect(self._presenter.edit)
        self._fixes.undone.connect(self._presenter.undo)
        self._fixes.rejects.connect(self._save_rejects)
        self._importing.cancelled.connect(self._stop)
        self._done.rejects.connect(self._save_rejects)

    def _footer(self) -> None:
        self._back = self._button("import.back", self.tr("上一步"), self._go_back)
        self._start_over = self._button("import.start_over", self.tr("重新选文件"), self._presenter.start)
        self._next = self._button("import.next", "", self._go_on, primary=True)
        self._undo = self._button("import.undo", self.tr("撤销本次导入"), self._undo_this)
        self._again = self._button("import.again", self.tr("再导入一份"), self._presenter.start)
        self._onward = self._button("import.households", "", self._see_imported, primary=True)
        row: QHBoxLayout = self.footer
        row.addWidget(self._steps)
        row.addSpacing(12)
        row.addWidget(self._undo)
        row.addStretch(1)
        for button in (self._start_over, self._back, self._next, self._again, self._onward):
            row.addWidget(button)
        bind(
            self,
            [
                Action("import.go_on", self.tr("下一步"), self._press_next, "F8"),
                Action("import.paste_key", self.tr("粘贴复制的行"), self._paste, "Ctrl+V"),
            ],
        )

    def _press_next(self) -> None:
        if self._next.isVisibleTo(self) and self._next.isEnabled():
            self._next.click()

    def _button(self, name: str, word: str, act: Callable[[], None], primary: bool = False) -> QPushButton:
        button = QPushButton(word)
        button.setObjectName(name)
        button.setProperty("primary", primary)
        button.clicked.connect(lambda: act())
        return button

    def _show_step(self, step: QWidget) -> None:
        self._stack.setCurrentWidget(step)
        roster = self._presenter.kind is BookKind.ROSTER
        self._steps.show_step(self._step_of.get(step, Step.DONE), self._presenter.kind)
        between = step in (self._columns, self._fixes, self._samples)
        self._back.setVisible(between and (roster and step is not self._columns))
        self._start_over.setVisible(between and (step is self._columns or not roster))
        self._next.setVisible(between)
        if step is self._columns or (step is self._fixes and roster):
            self._next.setText(self.tr("下一步  F8"))
        self._undo.setVisible(step is self._done and bool(self._batch))
        self._again.setVisible(step is self._done)
        self._onward.setVisible(step is self._done)
        owners = self._presenter.kind is BookKind.OWNERS
        self._onward.setText(self.tr("看商铺和单位") if owners else self.tr("看户册"))
