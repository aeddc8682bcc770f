from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel

from passbook_desk.features.catalogue.comparing import ChangeKind
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.catalogue.columns import CHANGE_COLUMNS
from passbook_desk.ui.pages.catalogue.compare_presenter import DRAFT, ComparePresenter
from passbook_desk.ui.pages.catalogue.compare_values import ChangeLine, Choice, CompareShown
from passbook_desk.ui.pages.catalogue.words import CHANGES, said
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_ALL = "all"


class ComparePage(PageFrame):
    """Two versions side by side: what is new, changed, switched off. Parameters old and new, 0: the draft."""

    topics = frozenset({Topic.CATALOGUE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("ComparePage", "细则对照"))
        self._tools = tools
        self._presenter = ComparePresenter(tools.desk, self, tools.jobs, tools.clock)
        self._shown: CompareShown | None = None
        self._old, self._new = QComboBox(), QComboBox()
        for box in (self._old, self._new):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _: self._choose())
        kinds = (ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.OFF, ChangeKind.SAME)
        self._table: TablePage[ChangeLine] = TablePage(
            CHANGE_COLUMNS,
            Empty(self.tr("没有这样的不同。")),
            chips=(Chip(_ALL, self.tr("有变化的")), *(Chip(kind, said(CHANGES[kind])) for kind in kinds)),
        )
        self._table.chip_changed.connect(lambda _: self._show_lines())
        row = QHBoxLayout()
        row.setSpacing(8)
        for word, box in ((self.tr("原来"), self._old), (self.tr("现在"), self._new)):
            label = QLabel(word)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
            row.addSpacing(8)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._table, 1)
        self.set_actions([Action("catalogue.print", self.tr("打印对照表"), self._print, primary=True)])

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选原来的一版和现在的一版，或草稿。"),
            self.tr("点“打印对照表”，带到会上或贴出去。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        old, new = params.get("old"), params.get("new")
        self._presenter.load(old if isinstance(old, int) else None, new if isinstance(new, int) else None)

    def refresh(self, topics: frozenset[Topic]) -> None:
        shown = self._shown
        self._presenter.load(None if shown is None else shown.old, None if shown is None else shown.new)

    def show_comparison(self, shown: CompareShown | None) -> None:
        """Two catalogues; None while there is only one."""
        self._shown = shown
        for box in (self._old, self._new):
            box.clear()
            box.setEnabled(shown is not None)
        button = self.act_button("catalogue.print")
        if button is not None:
            button.setEnabled(shown is not None)
        if shown is None:
            self._table.set_rows(())
            self._table.set_totals("")
            self._table.set_empty(Empty(self.tr("只有一版细则，没有可以对照的。先起草下一版。")))
            return
        self._table.set_empty(Empty(self.tr("没有这样的不同。")))
        for choice in shown.choices:
            if choice.number != DRAFT:
                self._old.addItem(self._name(choice), choice.number)
            self._new.addItem(self._name(choice), choice.number)
        self._old.setCurrentIndex(self._old.findData(shown.old))
        self._new.setCurrentIndex(self._new.findData(shown.new))
        counts = {kind: shown.compared.count(kind) for kind in ChangeKind}
        self._table.set_totals(
            self.tr("新增 {new} 项，改动 {changed} 项，停用 {off} 项，未变 {same} 项。").format(
                new=counts[ChangeKind.NEW],
                changed=counts[ChangeKind.CHANGED],
                off=counts[ChangeKind.OFF],
                same=counts[ChangeKind.SAME],
            )
        )
        self._show_lines()

    def show_problem(self, error: BaseException) -> None:
        """Trouble with reading."""
        self.message.say(tell(error), Mood.ERROR)

    def _show_lines(self) -> None:
        if self._shown is None:
            return
        chip = self._table.chip
        self._table.set_rows(
            tuple(
                line
                for line in self._shown.lines
                if (line.kind is not ChangeKind.SAME if chip == _ALL else line.kind == chip)
            )
        )

    def _name(self, choice: Choice) -> str:
        if choice.number == DRAFT:
            return self.tr("草稿")
        words = self.tr("第 {number} 版").format(number=choice.number)
        return self.tr("{version}（现行）").format(version=words) if choice.in_force else words

    def _choose(self) -> None:
        self._presenter.choose(int(self._old.currentData()), int(self._new.currentData()))

    def _print(self) -> None:
        if self._shown is not None:
            params = {"old": self._shown.old, "new": self._shown.new}
            self._tools.go(Route("catalogue_paper", params))
