"""A page that brings rows of a workbook in: choose it or drop it, settle rows, import with F8."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from passbook_desk.features.ledger.claims.upload_values import Candidate
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.sheet_importing import SheetImporter, SheetLine, reason_of
from passbook_desk.ui.shell.tools import Tools

PATTERNS: Final = ("*.xlsx", "*.xls", "*.et", "*.xlsm", "*.xlsb", "*.ods", "*.csv", "*.txt")
WRONG: Final = "wrong"
READY: Final = "ready"
TOLD: Final = "told"
ALL: Final = "all"
"""Chips: rows that stay out, that go in, that go in with something to look at, all."""
_MOST_CANDIDATES: Final = 4
"""More buttons do not stand side by side in large type."""
Line = TypeVar("Line", bound=SheetLine)


@dataclass(frozen=True, slots=True)
class ImportWords:
    """What a page calls its list: the title, what to do first, what to find, the file of what stays out, how
    many of what F8 imports (导入 {count} 件), and that an import found nothing to write.
    """

    title: str
    first: str
    find_hint: str
    wrong_file: str
    apply: str
    nothing: str


class SheetImportPage(PageFrame, Generic[Line]):
    """The parts that such pages share. `prefix` begins the ids of the buttons.

    A page gives `_presenter`, lays its own widgets above `table`, and says how a row can be settled.
    """

    _presenter: SheetImporter[Any, Any]

    def __init__(
        self,
        tools: Tools,
        prefix: str,
        words: ImportWords,
        columns: tuple[Column[Line], ...],
        chips: tuple[Chip, ...],
        matches: Callable[[Line, str], bool],
    ) -> None:
        super().__init__(words.title)
        self._tools, self._prefix, self._words = tools, prefix, words
        self._plan: Any = None
        self._busy = False
        self.setAcceptDrops(True)
        self._table: TablePage[Line] = TablePage(
            columns, self._first(), find_hint=words.find_hint, chips=chips, matches=matches
        )
        self._why = QLabel()
        self._why.setWordWrap(True)
        self._why.setProperty("role", "warn")
        self._cures = QHBoxLayout()
        self._cures.setSpacing(8)
        self.set_actions([Action(f"{prefix}.pick", self._choose_word(), self._pick)])
        self._table.selected.connect(self._show_cures)
        self._table.chip_changed.connect(lambda _key: self._list())

    @abstractmethod
    def place_of(self, line: Line) -> tuple[str, int]:
        """Sheet and row number."""

    @abstractmethod
    def offer_cures(self, line: Line) -> None:
        """Add the buttons by which a row can be settled."""

    def enter(self, params: Mapping[str, object]) -> None:
        if self._plan is None or self._plan.batch is not None:
            self._start()

    def refresh(self, topics: frozenset[Any]) -> None:
        """Compare anew; what the import itself changed comes with its own answer."""
        if self._plan is not None and self._plan.batch is None and not self._busy:
            self._presenter.plan_again()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files and not self._busy:
            event.acceptProposedAction()
            self._presenter.read(Path(files[0]))

    def show_saved(self, target: Path) -> None:
        """A workbook was written."""
        words = QCoreApplication.translate("SheetImportPage", "已存为“{file}”。")
        self._tools.announcer.made(words.format(file=target.name), target)

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong; what was planned stays."""
        self._busy = False
        self.message.say(tell(error), Mood.ERROR)

    def lay_out(self) -> None:
        """The table with what is said of the chosen row below it, and the buttons at the foot."""
        self.body.addWidget(self._table, 1)
        cures = QHBoxLayout()
        cures.setSpacing(8)
        cures.addWidget(self._why, 1)
        cures.addLayout(self._cures)
        self.body.addLayout(cures)
        act = Action(f"{self._prefix}.apply", self._import_word(), self._apply, "F8", primary=True)
        self._save = action_button(act)
        self._rest = QPushButton(self._rest_word())
        self._rest.setObjectName(f"{self._prefix}.rest")
        self._rest.setAutoDefault(False)
        self._rest.clicked.connect(self._save_wrong)
        self.footer.addStretch(1)
        self.footer.addWidget(self._rest)
        self.footer.addWidget(self._save)
        bind(self, [act])

    def take(self, plan: Any, chip: str) -> None:
        """Show the rows of a plan; `chip` is pressed for a workbook that was not there before."""
        fresh = self._plan is None or self._plan.workbook is not plan.workbook
        self._plan, self._busy = plan, False
        if fresh:
            self._table.press_chip(chip)
        self._list()
        if fresh:
            self._table.view.setFocus()
        self._save.setText(f"{self._words.apply.format(count=len(plan.ready))}  F8")
        self._save.setEnabled(self.may_apply(plan))
        self._rest.setVisible(bool(plan.wrong))

    def may_apply(self, plan: Any) -> bool:
        """Whether anything can be imported now."""
        return bool(plan.ready)

    def taken(self, plan: Any, said: str, see: str, route: Route) -> None:
        """The rows are in the file, which `said` tells, with the way to `see` them; the rest can be saved."""
        self._plan, self._busy = plan, False
        self._save.setEnabled(False)
        self._list()
        if plan.batch is None:
            self.message.say(self._words.nothing, Mood.WARN)
        else:
            self.message.say(said, Mood.OK, see, partial(self._tools.go, route))

    def rows_of(self, chip: str) -> Sequence[Line]:
        """The rows that a chip shows."""
        plan = self._plan
        if plan is None:
            return ()
        wrong = {self.place_of(line) for line in plan.wrong}
        told = tuple(line for line in plan.lines if line.findings and self.place_of(line) not in wrong)
        rows: dict[str, Sequence[Line]] = {
            WRONG: plan.wrong,
            READY: plan.ready,
            TOLD: told,
            ALL: plan.lines,
        }
        return rows[chip]

    def add_cure(self, name: str, words: str, run: Callable[[], None]) -> None:
        """A button that settles the chosen row."""
        button = QPushButton(words)
        button.setObjectName(f"{self._prefix}.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: run())
        self._cures.addWidget(button)

    def offer_acceptance(self, line: Line, take: str, leave: str, accept: Callable[[Line], None]) -> None:
        """The button that lets a row in as it is, or keeps it out again."""
        if line.acceptable:
            self.add_cure("accept", take, partial(accept, line))
        elif self.place_of(line) in self._presenter.choices.accepted:
            self.add_cure("accept", leave, partial(accept, line))

    def offer_households(
        self, line: Line, candidates: Sequence[Candidate], choose: Callable[[Line, int], None]
    ) -> None:
        """A button for each household that a row may mean."""
        for candidate in candidates[:_MOST_CANDIDATES]:
            words = f"{candidate.code} {candidate.head_name} {candidate.house_number}".strip()
            self.add_cure(f"household.{candidate.code}", words, partial(choose, line, candidate.household_id))

    def start(self) -> None:
        """Begin with an empty page."""

    def _start(self) -> None:
        self._plan = None
        self._table.set_empty(self._first())
        self._presenter.forget()
        self.message.clear()
        self._table.set_rows(())
        self._table.set_totals("")
        self._save.setText(f"{self._import_word()}  F8")
        self._save.setEnabled(False)
        self._rest.setVisible(False)
        self._show_cures(None)
        self.start()

    def _first(self) -> Empty:
        return Empty(self._words.first, self._choose_word(), self._pick)

    def _list(self) -> None:
        if self._plan is None:
            return
        held = self._table.selected_row()
        empty = QCoreApplication.translate("SheetImportPage", "没有这样的行。")
        self._table.set_empty(Empty(empty))
        self._table.set_rows(tuple(self.rows_of(self._table.chip)))
        if held is not None:
            self._table.select(lambda line: self.place_of(line) == self.place_of(held))
        self._show_cures(self._table.selected_row())

    def _show_cures(self, line: object) -> None:
        while self._cures.count():
            widget = self._cures.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        chosen: Any = line
        self._why.setText("" if chosen is None else reason_of(chosen))
        if chosen is not None and self._plan is not None and self._plan.batch is None:
            self.offer_cures(chosen)

    def _pick(self) -> None:
        kind = FileKind(QCoreApplication.translate("SheetImportPage", "表格"), PATTERNS)
        path = self._tools.dialogs.pick_open(self._words.title, kind)
        if path is not None:
            self._presenter.read(path)

    def _apply(self) -> None:
        plan = self._plan
        if plan is not None and plan.batch is None and self.may_apply(plan) and not self._busy:
            self._busy = True
            self._presenter.apply()

    def _save_wrong(self) -> None:
        kind = FileKind(QCoreApplication.translate("SheetImportPage", "Excel 表格"), ("*.xlsx",))
        target = self._tools.dialogs.pick_save(self._rest_word(), self._words.wrong_file, kind)
        if target is not None:
            self._presenter.save_wrong(target)

    def _choose_word(self) -> str:
        return QCoreApplication.translate("SheetImportPage", "选表格")

    def _import_word(self) -> str:
        return QCoreApplication.translate("SheetImportPage", "导入")

    def _rest_word(self) -> str:
        return QCoreApplication.translate("SheetImportPage", "有问题的另存为 Excel")
