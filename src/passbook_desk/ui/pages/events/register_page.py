"""导入旧台账: the events a council kept on a sheet, with what is wrong marked."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton

from passbook_desk.features.events.register.values import Fate, RegisterLine, RegisterPlan
from passbook_desk.features.events.values import EventKind, Measure
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.events.register_columns import REGISTER_COLUMNS
from passbook_desk.ui.pages.events.register_presenter import RegisterPresenter, reason_of
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

PATTERNS: Final = ("*.xlsx", "*.xls", "*.et", "*.xlsm", "*.xlsb", "*.ods", "*.csv", "*.txt")
_WRONG: Final = "wrong"
_READY: Final = "ready"
_TOLD: Final = "told"
_ALL: Final = "all"
_MOST_CANDIDATES: Final = 4
"""More buttons do not stand side by side in large type."""


class RegisterPage(PageFrame):
    """Choose a workbook, settle rows, import. A file may also be dropped on the page."""

    topics = frozenset({Topic.EVENTS, Topic.HOUSEHOLDS})

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        super().__init__(QCoreApplication.translate("RegisterPage", "导入红白事旧台账"))
        self._tools = tools
        reading = QCoreApplication.translate("RegisterPage", "正在读取表格…")
        self._presenter = RegisterPresenter(tools.desk, self, tools.jobs, tools.clock, key, reading)
        self._plan: RegisterPlan | None = None
        self._busy = False
        self.setAcceptDrops(True)
        self._table: TablePage[RegisterLine] = TablePage(
            REGISTER_COLUMNS,
            self._first(),
            find_hint=self.tr("事主、事由"),
            chips=(
                Chip(_WRONG, self.tr("有问题的")),
                Chip(_READY, self.tr("可以导入的")),
                Chip(_TOLD, self.tr("请核对的")),
                Chip(_ALL, self.tr("全部")),
            ),
            matches=_fits,
        )
        self._older = QLabel()
        self._older.setWordWrap(True)
        self._standard = QComboBox()
        self._standard.setObjectName("event_import.standard")
        self._standard.setAccessibleName(self.tr("按哪一版标准"))
        self._standard.activated.connect(self._choose_standard)
        self._why = QLabel()
        self._why.setWordWrap(True)
        self._why.setProperty("role", "warn")
        self._cures = QHBoxLayout()
        self._cures.setSpacing(8)
        self.set_actions([Action("event_import.pick", self.tr("选表格"), self._pick)])
        self._lay_out()
        self._table.selected.connect(self._show_cures)
        self._table.chip_changed.connect(lambda _key: self._list())

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("先导入花名册、采用红白事标准，再选理事会的旧台账。"),
            self.tr("每件按事主、网格、门牌对到户；对不上的选中那一行，选户。"),
            self.tr("F8 导入；已有的不重复，旧台账没写的不补，超没超按标准重新算。"),
            self.tr("导错了，在“设置”的导入记录里撤销，30 天以内都行。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        if self._plan is None or self._plan.batch is not None:
            self._start()

    def refresh(self, topics: frozenset[Topic]) -> None:
        if self._plan is not None and self._plan.batch is None:
            self._presenter.plan_again()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files and not self._busy:
            event.acceptProposedAction()
            self._presenter.read(Path(files[0]))

    def show_earlier(self, batch: int) -> None:
        """The very same workbook came in before."""
        words = self.tr("这份台账已作为第 {batch} 批导入过；已有的不会重复。")
        self.message.say(words.format(batch=batch), Mood.WARN)

    def show_plan(self, plan: RegisterPlan) -> None:
        """The rows with what is wrong; nothing is written yet."""
        fresh = self._plan is None or self._plan.workbook is not plan.workbook
        self._plan, self._busy = plan, False
        self.message.clear()
        self._show_older(plan)
        if fresh:
            self._table.press_chip(_WRONG if plan.wrong else _READY if plan.ready else _ALL)
        self._list()
        if fresh:
            self._table.view.setFocus()
        self._table.set_totals(self._totals(plan))
        self._save.setText(self.tr("导入 {count} 件  F8").format(count=len(plan.ready)))
        self._save.setEnabled(bool(plan.ready))
        self._rest.setVisible(bool(plan.wrong))

    def show_imported(self, plan: RegisterPlan) -> None:
        """The events are in the file; the rows that stayed out can still be saved."""
        self._plan, self._busy = plan, False
        self._save.setEnabled(False)
        self._standard.setEnabled(False)
        self._list()
        if plan.batch is None:
            self.message.say(self.tr("没有新的，什么也没写。"), Mood.WARN)
            return
        words = self.tr("导入了 {count} 件（第 {batch} 批），有问题的 {wrong} 行没有导入。")
        self.message.say(
            words.format(count=len(plan.ready), batch=plan.batch, wrong=len(plan.wrong)),
            Mood.OK,
            self.tr("看红白事"),
            lambda: self._tools.go(Route("events")),
        )

    def show_saved(self, target: Path) -> None:
        """A workbook was written."""
        self._tools.announcer.made(self.tr("已存为“{file}”。").format(file=target.name), target)

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong; what was planned stays."""
        self._busy = False
        self.message.say(tell(error), Mood.ERROR)

    def _lay_out(self) -> None:
        older = QHBoxLayout()
        older.setSpacing(8)
        older.addWidget(self._older, 1)
        older.addWidget(self._standard)
        self.body.addLayout(older)
        self.body.addWidget(self._table, 1)
        cures = QHBoxLayout()
        cures.setSpacing(8)
        cures.addWidget(self._why, 1)
        cures.addLayout(self._cures)
        self.body.addLayout(cures)
        act = Action("event_import.apply", self.tr("导入"), self._apply, "F8", primary=True)
        self._save = action_button(act)
        self._rest = QPushButton(self.tr("有问题的另存为 Excel"))
        self._rest.setObjectName("event_import.rest")
        self._rest.setAutoDefault(False)
        self._rest.clicked.connect(self._save_wrong)
        self.footer.addStretch(1)
        self.footer.addWidget(self._rest)
        self.footer.addWidget(self._save)
        bind(self, [act])

    def _first(self) -> Empty:
        sentence = self.tr("选理事会的红白事台账，每件对到户、对照标准，有问题的逐条列出。")
        return Empty(sentence, self.tr("选表格"), self._pick)

    def _start(self) -> None:
        self._plan = None
        self._table.set_empty(self._first())
        self._presenter.forget()
        self.message.clear()
        self._table.set_rows(())
        self._table.set_totals("")
        self._older.setVisible(False)
        self._standard.setVisible(False)
        self._save.setText(self.tr("导入  F8"))
        self._save.setEnabled(False)
        self._rest.setVisible(False)
        self._show_cures(None)

    def _show_older(self, plan: RegisterPlan) -> None:
        """Events older than the village's first standard need one to be held against."""
        under = plan.counted_under
        words = self.tr("有 {count} 件早于村里第一份标准，按第 {number} 版（{day} 通过）算，以后也不变。")
        self._older.setText(
            words.format(count=plan.before_standard, number=under.number, day=day_text(under.meeting_on))
        )
        self._older.setVisible(plan.before_standard > 0)
        self._standard.clear()
        for version in sorted(plan.standards, key=lambda version: version.number):
            word = self.tr("按第 {number} 版").format(number=version.number)
            self._standard.addItem(word, version.number)
        self._standard.setCurrentIndex(self._standard.findData(under.number))
        self._standard.setEnabled(True)
        self._standard.setVisible(plan.before_standard > 0 and len(plan.standards) > 1)

    def _totals(self, plan: RegisterPlan) -> str:
        words = self.tr(
            "{file}：{lines} 件，红事 {red}、白事 {white}，报备 {declared} 桌、实际 {actual} 桌，"
            "违规 {over} 件，没核查 {waiting} 件。"
        )
        said = [line.said for line in plan.lines]
        return words.format(
            file=plan.workbook.file_name,
            lines=len(said),
            red=sum(each.kind is EventKind.WEDDING for each in said),
            white=sum(each.kind is EventKind.FUNERAL for each in said),
            declared=sum(each.declared.get(Measure.TABLES, 0) for each in said),
            actual=sum(each.actual.get(Measure.TABLES, 0) for each in said),
            over=sum(line.violates for line in plan.lines),
            waiting=sum(not each.checked for each in said),
        )

    def _list(self) -> None:
        plan = self._plan
        if plan is None:
            return
        rows = {
            _WRONG: plan.wrong,
            _READY: plan.ready,
            _TOLD: tuple(line for line in plan.lines if line.findings and line.fate is not Fate.OUT),
            _ALL: plan.lines,
        }[self._table.chip]
        held = self._table.selected_row()
        self._table.set_empty(Empty(self.tr("没有这样的行。")))
        self._table.set_rows(rows)
        if held is not None:
            self._table.select(lambda line: line.said.where == held.said.where)
        self._show_cures(self._table.selected_row())

    def _show_cures(self, line: object) -> None:
        while self._cures.count():
            widget = self._cures.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._why.setText(reason_of(line) if isinstance(line, RegisterLine) else "")
        done = self._plan is not None and self._plan.batch is not None
        if not isinstance(line, RegisterLine) or done:
            return
        if line.acceptable:
            self._cure("accept", self.tr("按当天报备算"), lambda: self._presenter.accept(line))
        elif line.said.where in self._presenter.choices.accepted:
            self._cure("accept", self.tr("不按当天算"), lambda: self._presenter.accept(line))
        for candidate in line.candidates[:_MOST_CANDIDATES] if line.fate is Fate.OUT else ():
            words = f"{candidate.code} {candidate.head_name} {candidate.house_number}".strip()
            self._cure(
                f"household.{candidate.code}",
                words,
                partial(self._presenter.choose_household, line, candidate.household_id),
            )

    def _cure(self, name: str, words: str, run: Callable[[], None]) -> None:
        button = QPushButton(words)
        button.setObjectName(f"event_import.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: run())
        self._cures.addWidget(button)

    def _choose_standard(self, index: int) -> None:
        self._presenter.choose_standard(int(self._standard.itemData(index)))

    def _pick(self) -> None:
        kind = FileKind(self.tr("表格"), PATTERNS)
        path = self._tools.dialogs.pick_open(self.tr("导入旧台账"), kind)
        if path is not None:
            self._presenter.read(path)

    def _apply(self) -> None:
        plan = self._plan
        if plan is not None and plan.ready and plan.batch is None and not self._busy:
            self._busy = True
            self._presenter.apply()

    def _save_wrong(self) -> None:
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        target = self._tools.dialogs.pick_save(
            self.tr("有问题的另存为 Excel"), self.tr("红白事台账_有问题的.xlsx"), kind
        )
        if target is not None:
            self._presenter.save_wrong(target)


def _fits(line: RegisterLine, text: str) -> bool:
    return any(text in said for said in (line.said.head, line.said.matter, line.said.code))
