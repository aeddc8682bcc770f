from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QPushButton

from passbook_desk.features.notices.values import NoticeKind, NoticeRow, NoticeState
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.notices.columns import LISTED
from passbook_desk.ui.pages.notices.presenter import Listed, NoticesPresenter
from passbook_desk.ui.pages.notices.words import kind_word, title_text
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

RULES = Route("policy", {"section": "notices"})
"""Where the village says what its notices look like and when they hang."""


class NoticesPage(PageFrame):
    """Every notice, and above them the periods whose notice comes next."""

    topics = frozenset({Topic.NOTICES, Topic.LEDGER, Topic.HOUSEHOLDS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("NoticesPage", "公示"))
        self._tools = tools
        self._presenter = NoticesPresenter(tools.desk, self, tools.jobs)
        self._due: Listed | None = None
        self._hint = MessageBar()
        self._table: TablePage[Listed] = TablePage(
            LISTED, Empty(self.tr("还没有公示。村里定了多久公示一次，到期就列在这里。"))
        )
        self._table.opened.connect(self._open)
        self._table.selected.connect(lambda _row: self._offer_acts())
        self.beside_title.addStretch(1)
        self.beside_title.addWidget(self._other_kinds())
        self.body.addWidget(self._hint)
        self.body.addWidget(self._table, 1)
        self._offer_acts()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("到期的一期排在最上面，按 F8 出公示：先看校样，核对好再发布。"),
            self.tr("张贴了就登记贴在哪里、谁贴的；有人提意见，记一件异议。"),
            self.tr("挂满日子、异议都答复了，打开那份公示归档。以后再打，编号和数都一样。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._presenter.load()
        self._table.view.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_notices(self, rows: Sequence[Listed], due: Listed | None) -> None:
        """Every notice, and what comes next."""
        held = self._table.selected_row()
        self._due = due
        self._table.set_rows(rows)
        kept = held is not None and self._table.select(lambda row: _same(row, held))
        if not kept and rows:
            self._table.select(lambda row: row == (due or rows[0]))
        issued = sum(row.notice is not None for row in rows)
        self._table.set_totals(self.tr("共出过 {count} 份公示").format(count=issued) if issued else "")
        self._say_first(rows, due)
        self._offer_acts()

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _say_first(self, rows: Sequence[Listed], due: Listed | None) -> None:
        """The one thing that waits longest: a period to publish, a notice to close or to hang."""
        waiting = [row for row in rows if row.notice is not None and row.notice.state in _WAITING]
        if due is not None and due.over:
            words = self.tr("{title}可以发布了。先看校样，核对好再发布。")
            button = self.tr("看校样")
        elif waiting:
            due = waiting[-1]
            words = self._waits_for(due.notice)
            button = self.tr("打开")
        elif due is not None:
            words = self.tr("{day} 以后出{title}。现在可以先看校样。")
            button = self.tr("看校样")
        else:
            self._hint.clear()
            return
        mood = Mood.WARN if due.over or due.notice is not None else Mood.NOTE
        told = words.format(
            title=title_text(due.kind, due.about),
            day=day_text(due.last_on),
            count=0 if due.notice is None else due.notice.open_objections,
        )
        self._hint.say(told, mood, button, partial(self._open, due))

    def _waits_for(self, notice: NoticeRow | None) -> str:
        if notice is None or notice.state is not NoticeState.OVER:
            return self.tr("{title}已发布，还没有张贴。")
        if notice.open_objections:
            return self.tr("{title}挂满日子了，还有 {count} 件异议没有答复。")
        return self.tr("{title}挂满日子了，可以归档。")

    def _offer_acts(self) -> None:
        row, go = self._table.selected_row(), self._tools.go
        acts = [Action("notices.make", self.tr("出公示"), self._make, "F8", primary=True)]
        if row is not None and row.notice is not None:
            acts.append(Action("notices.open", self.tr("看公示"), partial(self._open, row), "F12"))
        acts += [
            Action("notices.objections", self.tr("异议"), lambda: go(Route("objections"))),
            Action("notices.rules", self.tr("公示设置"), lambda: go(RULES)),
        ]
        self.set_actions(acts)

    def _make(self) -> None:
        """The period chosen, or the one that is due, or whatever the village posts by quarter."""
        row = self._table.selected_row()
        chosen = row if row is not None and row.notice is None else self._due
        self._tools.go(_wizard(NoticeKind.QUARTER) if chosen is None else _wizard(chosen.kind, chosen.about))

    def _open(self, row: Listed) -> None:
        if row.notice is not None:
            self._tools.go(Route("notice", {"number": row.notice.number}))
        else:
            self._tools.go(_wizard(row.kind, row.about))

    def _other_kinds(self) -> QPushButton:
        button = QPushButton(self.tr("出别的公示"))
        button.setObjectName("notices.make.other")
        button.setAutoDefault(False)
        menu = QMenu(button)
        for kind in NoticeKind:
            menu.addAction(kind_word(kind), partial(self._tools.go, _wizard(kind)))
        button.setMenu(menu)
        return button


_WAITING = (NoticeState.ISSUED, NoticeState.OVER)


def _wizard(kind: NoticeKind, about: str = "") -> Route:
    return Route("notice_wizard", {"kind": kind.value, **({"about": about} if about else {})})


def _same(row: Listed, held: Listed) -> bool:
    return (row.kind, row.about, row.notice and row.notice.number) == (
        held.kind,
        held.about,
        held.notice and held.notice.number,
    )
