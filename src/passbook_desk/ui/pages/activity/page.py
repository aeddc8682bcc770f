"""操作记录: who did what and when, newest first, reached from 设置 and from the home page."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel

from passbook_desk.documents.page import Page
from passbook_desk.features.activity.values import LogAsked, LogGroup, LogOperator, LogRow, LogSheet
from passbook_desk.features.activity.words import title, when
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.all_or_one import AllOrOne
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.panes import Pane
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.pages.activity.presenter import LogPresenter, LogShown
from passbook_desk.ui.pages.activity.words import group_word, sentence, who
from passbook_desk.ui.shell.printable_page import PrintablePage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_COLUMNS: tuple[Column[LogRow], ...] = (
    Column("at", QT_TRANSLATE_NOOP("Columns", "时间"), when, 8, sort=lambda row: row.at),
    Column("who", QT_TRANSLATE_NOOP("Columns", "谁"), who, 5),
    Column("what", QT_TRANSLATE_NOOP("Columns", "做了什么"), sentence, 20, stretch=True),
)


class ActivityPage(PrintablePage):
    """The log; the parameter `paper` shows it as it will be printed."""

    topics = frozenset(Topic)

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("ActivityPage", "操作记录"))
        self._presenter = LogPresenter(tools.desk, self, tools.jobs, tools.clock, tools.fontbook)
        self._first, self._last = LenientDateEdit(tools.clock), LenientDateEdit(tools.clock)
        self._operator, self._group = AllOrOne(self.tr("所有人")), AllOrOne(self.tr("所有操作"))
        self._operator.setObjectName("activity.operator")
        self._group.setObjectName("activity.group")
        self._group.offer((group_word(group), group) for group in LogGroup)
        self._table: TablePage[LogRow] = TablePage(_COLUMNS, Empty(self.tr("这段时间没有记录。")))
        self._older = Action("activity.older", self.tr("再看更早的"), self._presenter.load_older)
        self._older_button = action_button(self._older)
        self.lay_out(self._list_pane())
        for edit in (self._first, self._last):
            edit.changed.connect(lambda _day: self._load())
        for box in (self._operator, self._group):
            box.activated.connect(lambda _number: self._load())
        bind(self, [self._older])

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("每办一件事就是一行：什么时候、谁、做了什么，新的在前，谁也改不了。"),
            self.tr("上面选日期、人和哪一类，表和打印的一样。"),
            self.tr("这里不写原因和备注，也没有身份证号和电话。"),
        )

    def acts(self) -> list[Action]:
        return [
            Action("activity.print", self.tr("打印预览"), self._open_paper, "F12", primary=True),
            Action("activity.excel", self.tr("存为 Excel"), self._save_workbook),
        ]

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self.turn(params)
        self._load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._load()

    def show_operators(self, operators: Sequence[LogOperator]) -> None:
        """Everybody who ever worked here can be chosen; who is chosen stays."""
        self._operator.offer((operator.name, operator.id) for operator in operators)

    def show_log(self, shown: LogShown) -> None:
        """The rows read so far."""
        self._table.set_rows(shown.rows)
        words = self.tr("最近 {count} 条，还有更早的") if shown.more else self.tr("共 {count} 条")
        self._table.set_totals(words.format(count=len(shown.rows)))
        self._older_button.setVisible(shown.more)

    def show_pages(self, sheet: LogSheet, pages: Sequence[Page]) -> None:
        """The log as it will be printed."""
        self.preview.show_pages(pages, title(sheet))

    def _list_pane(self) -> Pane:
        pane = Pane()
        line = QHBoxLayout()
        line.setSpacing(8)
        for word, editor in ((self.tr("从"), self._first), (self.tr("到"), self._last)):
            line.addWidget(QLabel(word))
            line.addWidget(editor)
        line.addStretch(1)
        line.addWidget(self._operator)
        line.addWidget(self._group)
        pane.column.addLayout(line)
        pane.column.addWidget(self._table, 1)
        below = QHBoxLayout()
        below.addWidget(self._older_button)
        below.addStretch(1)
        pane.column.addLayout(below)
        self._older_button.hide()
        return pane

    def _asked(self) -> LogAsked:
        return LogAsked(
            self._first.day(), self._last.day(), self._operator.currentData(), self._group.currentData()
        )

    def _load(self) -> None:
        try:
            asked = self._asked()
        except NotADate as error:
            self.show_problem(error)
            return
        self.message.clear()
        if self._paper:
            self._presenter.draw_pages(asked, self.tr("正在排版…"))
        else:
            self._presenter.load(asked)

    def _open_paper(self) -> None:
        self._tools.go(Route("activity", {"paper": True}))

    def _save_workbook(self) -> None:
        try:
            asked = self._asked()
        except NotADate as error:
            self.show_problem(error)
            return
        target = self.pick_workbook(self.tr("操作记录.xlsx"))
        if target is not None:
            self._presenter.save_workbook(asked, target, self.tr("正在存为 Excel…"))
