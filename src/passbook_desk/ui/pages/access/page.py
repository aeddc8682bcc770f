"""操作员: who works with the program, reached from 设置 and from the name in the top bar."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.access.forms import OperatorForm, PinForm
from passbook_desk.ui.pages.access.presenter import OperatorLine, OperatorsFound, OperatorsPresenter
from passbook_desk.ui.shell.tools import Tools
from passbook_desk.ui.shell.wording import role_words

_YES = QT_TRANSLATE_NOOP("Operators", "已设")
_NO = QT_TRANSLATE_NOOP("Operators", "未设")
_HERE = QT_TRANSLATE_NOOP("Operators", "正在用")

_COLUMNS: tuple[Column[OperatorLine], ...] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "姓名"), lambda line: line.row.name, 8),
    Column(
        "roles", QT_TRANSLATE_NOOP("Columns", "职责"), lambda line: role_words(line.row.roles), stretch=True
    ),
    Column(
        "pin", QT_TRANSLATE_NOOP("Columns", "密码"), lambda line: translate("Operators", _pin_word(line)), 4
    ),
    Column("home", QT_TRANSLATE_NOOP("Columns", "本人的户"), lambda line: line.household, 6),
    Column(
        "here",
        QT_TRANSLATE_NOOP("Columns", "现在"),
        lambda line: translate("Operators", _HERE) if line.here else "",
        5,
    ),
)


def _pin_word(line: OperatorLine) -> str:
    return _YES if line.row.has_pin else _NO


class OperatorsPage(PageFrame):
    """The people who work with the village's file, their roles and PINs."""

    topics = frozenset({Topic.ACCESS, Topic.HOUSEHOLDS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("OperatorsPage", "操作员"))
        self._tools = tools
        self._presenter = OperatorsPresenter(tools.desk, self, tools.jobs)
        self._table: TablePage[OperatorLine] = TablePage(
            _COLUMNS, Empty(self.tr("还没有操作员。")), find_hint=""
        )
        self._table.opened.connect(lambda line: self._edit(line))
        self.body.addWidget(self._table)
        self.set_actions(
            [
                Action("operators.add", self.tr("添加"), self._add, "Ins", primary=True),
                Action("operators.edit", self.tr("改"), self._edit_chosen, "F2"),
                Action("operators.pin", self.tr("设密码"), self._set_pin),
                Action("operators.leave", self.tr("离岗"), self._let_go),
            ]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("先给自己设密码，再添加别人：姓名、职责和第一个密码。"),
            self.tr("记录、审核、监督由三个人分别来做；只有一位文书时，用签字的审核单代替。"),
            self.tr("离开座位按 Ctrl+L 锁屏；几分钟没有动作会自己锁上，登录后回到原来的页面。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._presenter.load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_operators(self, found: OperatorsFound) -> None:
        """Show who works here."""
        self._table.set_rows(found.lines)
        self._table.set_totals(self.tr("共 {count} 人").format(count=len(found.lines)))
        for act in ("operators.add", "operators.edit", "operators.leave"):
            button = self.act_button(act)
            if button is not None:
                button.setEnabled(found.manages)

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _add(self) -> None:
        self.message.clear()
        OperatorForm(self._presenter, None, self._saved, self).open()

    def _edit_chosen(self) -> None:
        line = self._chosen()
        if line is not None:
            self._edit(line)

    def _edit(self, line: OperatorLine) -> None:
        self.message.clear()
        OperatorForm(self._presenter, line, self._saved, self).open()

    def _set_pin(self) -> None:
        line = self._chosen()
        if line is not None:
            PinForm(self._presenter, line, self._saved, self).open()

    def _let_go(self) -> None:
        line = self._chosen()
        if line is None:
            return
        sentence = self.tr("{name} 从今天起不再使用程序？以前经手的都留着。").format(name=line.row.name)
        if self._tools.dialogs.confirm(self.tr("离岗"), sentence, self.tr("离岗")):
            self._presenter.let_go(line.row.id)

    def _chosen(self) -> OperatorLine | None:
        line = self._table.selected_row()
        self.message.clear()
        if line is None:
            self.message.say(self.tr("先在表里选一位。"), Mood.NOTE)
        return line

    def _saved(self) -> None:
        self._tools.announcer.done(self.tr("操作员已保存。"))
        self._presenter.load()
