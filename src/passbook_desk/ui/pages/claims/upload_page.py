"""导入上报表: what grid workers claim, with what is wrong marked; what is right goes into the queue."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

from passbook_desk.features.ledger.claims.upload_values import UploadLine, UploadPlan
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.pages.claims.upload_presenter import UploadPresenter, reason_of
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

PATTERNS: Final = ("*.xlsx", "*.xls", "*.et", "*.xlsm", "*.xlsb", "*.ods", "*.csv", "*.txt")
_WRONG: Final = "wrong"
_READY: Final = "ready"
_ALL: Final = "all"
_MOST_CANDIDATES: Final = 4
"""More buttons do not stand side by side in large type."""


def _day(line: UploadLine) -> str:
    """The day as it was read; as it is written where that is none."""
    return line.said.day_text if line.said.day is None else day_text(line.said.day)


COLUMNS: tuple[Column[UploadLine], ...] = (
    Column("ready", QT_TRANSLATE_NOOP("Columns", "报"), lambda line: "✓" if line.ready else "✕", 1),
    Column(
        "row",
        QT_TRANSLATE_NOOP("Columns", "行"),
        lambda line: str(line.said.row),
        2,
        sort=lambda line: (line.said.sheet, line.said.row),
        figures=True,
    ),
    Column("day", QT_TRANSLATE_NOOP("Columns", "日期"), _day, 5),
    Column("head", QT_TRANSLATE_NOOP("Columns", "户主"), lambda line: line.said.head or line.said.code, 4),
    Column("item", QT_TRANSLATE_NOOP("Columns", "事项"), lambda line: line.said.item, 8),
    Column(
        "points",
        QT_TRANSLATE_NOOP("Columns", "分值"),
        lambda line: line.said.points_text if line.points is None else str(line.points),
        3,
        figures=True,
    ),
    Column("by", QT_TRANSLATE_NOOP("Columns", "上报人"), lambda line: line.said.by, 4, optional=True),
    Column("reason", QT_TRANSLATE_NOOP("Columns", "问题"), reason_of, 16, stretch=True),
)


class UploadPage(PageFrame):
    """Choose a workbook, settle rows, import. A file may also be dropped on the page."""

    topics = frozenset({Topic.VILLAGE, Topic.CATALOGUE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("UploadPage", "导入上报表"))
        self._tools = tools
        reading = QCoreApplication.translate("UploadPage", "正在读取表格…")
        self._presenter = UploadPresenter(tools.desk, self, tools.jobs, tools.clock, reading)
        self._plan: UploadPlan | None = None
        self._busy = False
        self.setAcceptDrops(True)
        self._table: TablePage[UploadLine] = TablePage(
            COLUMNS,
            self._first(),
            find_hint=self.tr("户主、事项、上报人"),
            chips=(
                Chip(_WRONG, self.tr("有问题的")),
                Chip(_READY, self.tr("可以报的")),
                Chip(_ALL, self.tr("全部")),
            ),
            matches=_fits,
        )
        self._why = QLabel()
        self._why.setWordWrap(True)
        self._why.setProperty("role", "warn")
        self._sums = QLabel()
        self._sums.setProperty("role", "strong")
        self._sums.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cures = QHBoxLayout()
        self._cures.setSpacing(8)
        self.set_actions([Action("claims.upload.pick", self.tr("选表格"), self._pick)])
        self._lay_out()
        self._table.selected.connect(self._show_cures)
        self._table.chip_changed.connect(lambda _key: self._list())

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选网格员交来的上报表；每一行都和细则、户册、上限对过。"),
            self.tr("有问题的：选中一行，按下面的办法照报、按细则、选户；不办的就不导入。"),
            self.tr("F8 导入可以报的，进审核排队；其余另存为 Excel 退给网格员。"),
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
        words = self.tr("这份表已作为第 {batch} 批导入过；再导只会报重复。")
        self.message.say(words.format(batch=batch), Mood.WARN)

    def show_plan(self, plan: UploadPlan) -> None:
        """The rows with what is wrong; nothing is written yet."""
        fresh = self._plan is None or self._plan.workbook is not plan.workbook
        self._plan, self._busy = plan, False
        self.message.clear()
        if plan.needs_steps:
            self.message.say(
                self.tr("村里现在是“记了就生效”，没有审核这一步。网格员上报的要先审核，才能导入。"),
                Mood.WARN,
                self.tr("打开审核"),
                self._switch_on,
            )
        if fresh:
            self._table.press_chip(_WRONG if plan.wrong else _READY)
        self._list()
        if fresh:
            self._table.view.setFocus()
        words = self.tr("{file}：{lines} 行，可以报 {ready} 行 {points} 分，有问题 {wrong} 行。")
        self._table.set_totals(
            words.format(
                file=plan.workbook.file_name,
                lines=len(plan.lines),
                ready=len(plan.ready),
                points=plan.total,
                wrong=len(plan.wrong),
            )
        )
        self._sums.setText("")
        self._save.setText(self.tr("导入 {count} 件  F8").format(count=len(plan.ready)))
        self._save.setEnabled(bool(plan.ready) and not plan.needs_steps)
        self._rest.setVisible(bool(plan.wrong))

    def show_imported(self, plan: UploadPlan) -> None:
        """The claims wait; the rows that stayed out can still be saved."""
        self._plan, self._busy = plan, False
        self._save.setEnabled(False)
        self._list()
        if plan.batch is None:
            self.message.say(self.tr("没有可以报的行，什么也没写。"), Mood.WARN)
            return
        words = self.tr("{count} 件进了审核（第 {batch} 批），有问题的 {wrong} 行没有导入。")
        self.message.say(
            words.format(count=len(plan.ready), batch=plan.batch, wrong=len(plan.wrong)),
            Mood.OK,
            self.tr("去审核"),
            lambda: self._tools.go(Route("claims")),
        )

    def show_review_on(self) -> None:
        """Say that claims are reviewed from now on."""
        self._tools.announcer.done(self.tr("审核已打开：从现在起记的积分都先审核。"))

    def show_saved(self, target: Path) -> None:
        """A workbook was written."""
        self._tools.announcer.made(self.tr("已存为“{file}”。").format(file=target.name), target)

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong; what was planned stays."""
        self._busy = False
        self.message.say(tell(error), Mood.ERROR)

    def _lay_out(self) -> None:
        self.body.addWidget(self._table, 1)
        cures = QHBoxLayout()
        cures.setSpacing(8)
        cures.addWidget(self._why, 1)
        cures.addLayout(self._cures)
        self.body.addLayout(cures)
        act = Action("claims.upload.apply", self.tr("导入"), self._apply, "F8", primary=True)
        self._save = action_button(act)
        self._rest = QPushButton(self.tr("有问题的另存为 Excel"))
        self._rest.setObjectName("claims.upload.rest")
        self._rest.setAutoDefault(False)
        self._rest.clicked.connect(self._save_wrong)
        self.footer.addWidget(self._sums, 1)
        self.footer.addWidget(self._rest)
        self.footer.addWidget(self._save)
        bind(self, [act])

    def _first(self) -> Empty:
        sentence = self.tr("选网格员交来的积分上报表，对的进审核，有问题的逐条列出。")
        return Empty(sentence, self.tr("选表格"), self._pick)

    def _start(self) -> None:
        self._plan = None
        self._table.set_empty(self._first())
        self._presenter.forget()
        self.message.clear()
        self._table.set_rows(())
        self._table.set_totals("")
        self._save.setEnabled(False)
        self._rest.setVisible(False)
        self._show_cures(None)

    def _list(self) -> None:
        plan = self._plan
        if plan is None:
            return
        rows = {_WRONG: plan.wrong, _READY: plan.ready, _ALL: plan.lines}[self._table.chip]
        held = self._table.selected_row()
        self._table.set_empty(Empty(self.tr("没有这样的行。")))
        self._table.set_rows(rows)
        if held is not None:
            self._table.select(lambda line: line.said.place == held.said.place)
        self._show_cures(self._table.selected_row())

    def _show_cures(self, line: object) -> None:
        while self._cures.count():
            widget = self._cures.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._why.setText(reason_of(line) if isinstance(line, UploadLine) else "")
        done = self._plan is not None and self._plan.batch is not None
        if not isinstance(line, UploadLine) or done:
            return
        accepted = line.said.place in self._presenter.choices.accepted
        if line.acceptable:
            self._cure("accept", self.tr("照报"), lambda: self._presenter.accept(line))
        elif accepted:
            self._cure("accept", self.tr("不照报"), lambda: self._presenter.accept(line))
        if line.settled_by_value:
            self._cure("value", self.tr("按细则的分值"), lambda: self._presenter.take_value(line))
        for candidate in line.candidates[:_MOST_CANDIDATES] if not line.ready else ():
            words = f"{candidate.code} {candidate.head_name} {candidate.house_number}".strip()
            self._cure(
                f"household.{candidate.code}",
                words,
                lambda chosen=candidate.household_id: self._presenter.choose_household(line, chosen),
            )

    def _cure(self, name: str, words: str, run: object) -> None:
        assert callable(run)
        button = QPushButton(words)
        button.setObjectName(f"claims.upload.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: run())
        self._cures.addWidget(button)

    def _pick(self) -> None:
        kind = FileKind(self.tr("表格"), PATTERNS)
        path = self._tools.dialogs.pick_open(self.tr("导入上报表"), kind)
        if path is not None:
            self._presenter.read(path)

    def _switch_on(self) -> None:
        sentence = self.tr("打开后，从现在起记的每一笔积分都要先审核才生效。以后可以在“积分规矩”里改。")
        if self._tools.dialogs.confirm(self.tr("打开审核"), sentence, self.tr("打开审核")):
            self._presenter.switch_on_review()

    def _apply(self) -> None:
        plan = self._plan
        if plan is not None and plan.ready and plan.batch is None and not plan.needs_steps and not self._busy:
            self._busy = True
            self._presenter.apply()

    def _save_wrong(self) -> None:
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        target = self._tools.dialogs.pick_save(
            self.tr("有问题的另存为 Excel"), self.tr("上报表_有问题的.xlsx"), kind
        )
        if target is not None:
            self._presenter.save_wrong(target)


def _fits(line: UploadLine, text: str) -> bool:
    return any(text in said for said in (line.said.head, line.said.item, line.said.by, line.said.code))
