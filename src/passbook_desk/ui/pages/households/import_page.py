"""Bringing a workbook in: ① 选文件 → ② 看试读 → ③ 完成."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout

from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.intake.values import BatchSummary
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.households.import_columns import kind_word
from passbook_desk.ui.pages.households.import_presenter import ImportPresenter
from passbook_desk.ui.pages.households.import_steps import ChooseStep, DoneStep, PreviewStep
from passbook_desk.ui.pages.households.import_values import BookKind, Done, Preview, TakenBack
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

PATTERNS: Final = ("*.xlsx", "*.xls", "*.xlsm", "*.xlsb", "*.ods")


class ImportPage(PageFrame):
    """The wizard for rosters and opening balances; a file may also be dropped on the page."""

    topics = frozenset({Topic.HOUSEHOLDS, Topic.LEDGER})

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        super().__init__(QCoreApplication.translate("ImportPage", "导入"))
        self._tools = tools
        self._presenter = ImportPresenter(
            tools.desk, self, tools.jobs, key, QCoreApplication.translate("ImportPage", "正在读取表格…")
        )
        self._batch = 0
        self._under_way = False
        self.setAcceptDrops(True)
        self._steps = QLabel()
        self._steps.setTextFormat(Qt.TextFormat.RichText)
        self._choose = ChooseStep(tools.clock, self._pick, self._undo_earlier)
        self._preview = PreviewStep()
        self._done = DoneStep()
        self._stack = QStackedLayout()
        for step in (self._choose, self._preview, self._done):
            self._stack.addWidget(step)
        self.body.addLayout(self._stack, 1)
        self._back = self._button("import.back", self.tr("重新选文件"), self._presenter.start)
        self._apply = self._button("import.apply", self.tr("导入"), self._import, primary=True)
        self._undo = self._button("import.undo", self.tr("撤销本次导入"), self._undo_this)
        self._again = self._button("import.again", self.tr("再导入一份"), self._presenter.start)
        self._onward = self._button(
            "import.households", self.tr("看户册"), self._see_households, primary=True
        )
        self._footer()
        self._show_step(self._choose)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选花名册或期初积分的表格（.xlsx、.xls 都行），也可以把文件拖到这一页上。"),
            self.tr("先看试读：什么也没写。必须改的行不会导入，可在表里改好再选一次。"),
            self.tr("按导入才写进去；不对就按撤销本次导入，整批退回。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        kind = params.get("kind")
        if isinstance(kind, str) and kind in set(BookKind):
            self._choose.set_kind(BookKind(kind))
        if not self._under_way and self._stack.currentWidget() is not self._preview:
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
        if self._choose.kind is BookKind.ROSTER or self._opening_day() is not None:
            self._presenter.read(path, self._choose.kind)

    def show_start(self, history: tuple[BatchSummary, ...]) -> None:
        """The first step."""
        self._under_way = False
        self._choose.set_busy("")
        self._choose.set_history(history)
        self._show_step(self._choose)

    def show_reading(self, file_name: str) -> None:
        """Say that the workbook is being read; the frame offers 取消 when it takes long."""
        self._under_way = True
        self._show_step(self._choose)
        self._choose.set_busy(self.tr("正在读取“{file}”…").format(file=file_name))

    def show_preview(self, preview: Preview) -> None:
        """The second step."""
        self._under_way = False
        self._choose.set_busy("")
        self._preview.show_preview(preview)
        if preview.kind is BookKind.ROSTER:
            self._apply.setText(self.tr("导入 {count} 户").format(count=preview.importable))
        else:
            self._apply.setText(self.tr("导入 {count} 个账户").format(count=preview.importable))
        self._apply.setEnabled(preview.writes)
        self._show_step(self._preview)
        (self._apply if preview.writes else self._back).setFocus()

    def show_importing(self) -> None:
        """Importing cannot be pressed twice."""
        self._under_way = True
        self._apply.setEnabled(False)
        self._back.setEnabled(False)
        self.message.say(self.tr("正在导入，请稍等…"), Mood.NOTE)

    def show_done(self, done: Done) -> None:
        """The third step."""
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

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong; a preview stays as it was."""
        self._under_way = False
        self._apply.setEnabled(True)
        self._back.setEnabled(True)
        self.message.say(tell(error), Mood.ERROR)

    def _opening_day(self) -> date | None:
        try:
            return self._choose.day()
        except PassbookError as error:
            self.message.say(tell(error), Mood.ERROR)
            return None

    def _pick(self) -> None:
        title = kind_word(self._choose.kind.value)
        path = self._tools.dialogs.pick_open(title, FileKind(self.tr("Excel 表格"), PATTERNS))
        if path is not None:
            self.read(path)

    def _import(self) -> None:
        self._presenter.apply(None if self._choose.kind is BookKind.ROSTER else self._opening_day())

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

    def _see_households(self) -> None:
        self._tools.go(Route("households"))

    def _button(self, name: str, word: str, act: Callable[[], None], primary: bool = False) -> QPushButton:
        button = QPushButton(word)
        button.setObjectName(name)
        button.setProperty("primary", primary)
        button.clicked.connect(lambda: act())
        return button

    def _footer(self) -> None:
        row: QHBoxLayout = self.footer
        row.addWidget(self._steps)
        row.addSpacing(12)
        row.addWidget(self._undo)
        row.addStretch(1)
        for button in (self._back, self._apply, self._again, self._onward):
            row.addWidget(button)

    def _show_step(self, step: ChooseStep | PreviewStep | DoneStep) -> None:
        self._stack.setCurrentWidget(step)
        words = (self.tr("① 选文件"), self.tr("② 看试读"), self.tr("③ 完成"))
        here = self._stack.currentIndex()
        marked = [f"<b>▸ {word}</b>" if number == here else word for number, word in enumerate(words)]
        self._steps.setText("　→　".join(marked))
        self._back.setVisible(step is self._preview)
        self._back.setEnabled(True)
        self._apply.setVisible(step is self._preview)
        self._undo.setVisible(step is self._done and bool(self._batch))
        self._again.setVisible(step is self._done)
        self._onward.setVisible(step is self._done)
