"""核验: type or scan what stands on the paper, and see whether it is ours."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.passbooks.checking_values import CodeVerdict
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, action_button
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.fields import CodeEdit
from passbook_desk.ui.kit.message_bar import MARKS, Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.pages.checking.presenter import Asked, CheckPresenter, holder_of
from passbook_desk.ui.pages.checking.words import Told, headline, in_one_line, told
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_MOODS = {
    CodeVerdict.GENUINE: Mood.OK,
    CodeVerdict.CHANGED: Mood.WARN,
    CodeVerdict.FOREIGN: Mood.ERROR,
    CodeVerdict.SLIP: Mood.ERROR,
}
_MOST_SHOWN = 5
_TOP = Qt.AlignmentFlag.AlignTop


def _moment(row: Asked) -> str:
    return f"{row.at.astimezone():%H:%M}"


def _verdict(row: Asked) -> str:
    return f"{MARKS[_MOODS[row.answer.verdict]]} {headline(row.answer)}"


_COLUMNS: tuple[Column[Asked], ...] = (
    Column("at", QT_TRANSLATE_NOOP("Columns", "时间"), _moment, 3.5, sort=lambda row: row.at),
    Column("typed", QT_TRANSLATE_NOOP("Columns", "码"), lambda row: row.typed, 7),
    Column("verdict", QT_TRANSLATE_NOOP("Columns", "核验结果"), _verdict, 14),
    Column(
        "about", QT_TRANSLATE_NOOP("Columns", "是什么"), lambda row: in_one_line(row.answer), 14, stretch=True
    ),
)


class CheckPage(PageFrame):
    """One field, a large answer, and what was asked in this sitting. The parameter `code` asks at once."""

    topics = frozenset({Topic.LEDGER, Topic.PASSBOOKS, Topic.NOTICES})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("CheckPage", "核验"))
        self._tools = tools
        self._presenter = CheckPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._whose: AccountRow | None = None
        self._code = CodeEdit(width=14)
        self._code.setObjectName("check.code")
        self._code.setAccessibleName(self.tr("纸上的码或号码"))
        self._code.returnPressed.connect(self._check)
        self._household = Action("check.household", self.tr("打开这一户"), self._open_household)
        self._household_button = action_button(self._household)
        self._table: TablePage[Asked] = TablePage(_COLUMNS, Empty(self.tr("这次还没有核验过。")))
        self._table.opened.connect(lambda row: self.show_answer(row))
        self._answer = _AnswerPanel(self._household_button)
        self.body.addWidget(self._asking_card())
        self.body.addWidget(self._answer, 3)
        self.body.addWidget(self._table, 2)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("打存折每一行右边的 8 位码，公示、打印件下面的 10 位校验码，或扫折上的号码，回车。"),
            self.tr("✓ 真的；⚠ 是本村的，后来有变化；✕ 不是本村打的，或抄错了。"),
            self.tr("大小写、空格、横线都不要紧；码里没有 0、1 和字母 O、I。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        code = params.get("code")
        if isinstance(code, str):
            self._code.setText(code)
            self._check()
        self._code.setFocus()
        self._code.selectAll()

    def show_answer(self, asked: Asked) -> None:
        """The answer to one code, large."""
        self._whose = holder_of(asked.answer)
        self._household_button.setVisible(self._whose is not None)
        found = [told(each) for each in asked.answer.found]
        self._answer.show_answer(
            asked.typed,
            _MOODS[asked.answer.verdict],
            headline(asked.answer),
            found[:_MOST_SHOWN],
            len(found) - _MOST_SHOWN,
        )
        self._code.setFocus()
        self._code.selectAll()

    def show_asked(self, rows: tuple[Asked, ...]) -> None:
        """What was asked in this sitting, newest first."""
        self._table.set_rows(rows)

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _asking_card(self) -> QWidget:
        card = Card()
        label = QLabel(self.tr("纸上的码或号码"))
        label.setBuddy(self._code)
        check = action_button(Action("check.check", self.tr("核验"), self._check, primary=True))
        hint = QLabel(self.tr("折上每行的 8 位码，单据的 10 位校验码，或扫存折号"))
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(12)
        for widget in (label, self._code, check):
            line.addWidget(widget)
        line.addWidget(hint, 1)
        card.body.addLayout(line)
        return card

    def _check(self) -> None:
        self.message.clear()
        self._presenter.check(self._code.text())

    def _open_household(self) -> None:
        account = self._whose
        if account is None:
            return
        if account.household_id:
            self._tools.go(Route("household", {"id": account.household_id}))
        elif account.organization_id is not None:
            self._tools.go(Route("owner", {"id": account.organization_id}))
        else:
            self._tools.go(Route("ledger", {"account": account.id}))


class _AnswerPanel(QFrame):
    """Mark and word in large type on a ground of their colour, and what was found."""

    def __init__(self, button: QWidget) -> None:
        super().__init__()
        self._mark, self._word, self._typed = QLabel(), QLabel(), QLabel()
        self._mark.setProperty("role", "figure")
        self._word.setProperty("role", "figure")
        self._word.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._mark)
        head.addWidget(self._word, 1)
        head.addWidget(self._typed)
        head.addWidget(button)
        self._found = ScrollColumn()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._found, 1)
        self.setProperty("role", "card")
        self._button = button
        self._show_nothing()

    def show_answer(self, typed: str, mood: Mood, word: str, found: list[Told], more: int) -> None:
        """Show the word and everything that was found; `more` are not listed."""
        self._mark.setText(MARKS[mood])
        self._word.setText(word)
        self._typed.setText(typed)
        self._empty()
        alone = len(found) == 1
        for each in found:
            self._found.column.addWidget(_FoundFacts(each, alone))
        if more > 0:
            self._found.column.addWidget(QLabel(self.tr("还有 {count} 处。").format(count=more)))
        self._found.column.addStretch(1)
        self.setProperty("bar", str(mood))
        for widget in (self, *self.findChildren(QLabel)):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _show_nothing(self) -> None:
        self._button.hide()
        hint = QLabel(self.tr("结果显示在这里。"))
        hint.setProperty("role", "quiet")
        self._found.column.addWidget(hint)
        self._found.column.addStretch(1)

    def _empty(self) -> None:
        column = self._found.column
        while column.count():
            widget = column.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class _FoundFacts(QWidget):
    """Labels and values of one thing, and the sentences on what came after."""

    def __init__(self, found: Told, alone: bool) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 3)
        row = 0
        if not alone:
            mark = MARKS[_MOODS[found.verdict]]
            row = self._across(grid, row, f"{mark} {found.headline}")
        for sentence in found.remarks:
            row = self._across(grid, row, sentence)
        for place, (label, value) in enumerate(found.facts):
            right = place % 2 * 2
            grid.addWidget(QLabel(label), row + place // 2, right, _TOP)
            grid.addWidget(_words(value, "plain"), row + place // 2, right + 1, _TOP)

    def _across(self, grid: QGridLayout, row: int, sentence: str) -> int:
        grid.addWidget(_words(sentence, "strong"), row, 0, 1, 4)
        return row + 1


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
