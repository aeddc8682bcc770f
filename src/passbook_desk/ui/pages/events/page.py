from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget

from passbook_desk.features.events.values import EventKind, EventRow, Verdict
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, ToggleButton
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.events.board import BoardView
from passbook_desk.ui.pages.events.columns import EVENT_COLUMNS
from passbook_desk.ui.pages.events.presenter import EventsPresenter, EventsShown
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class EventsPage(PageFrame):
    """The events of the year and the way to report one."""

    topics = frozenset({Topic.EVENTS, Topic.HOUSEHOLDS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("EventsPage", "红白事"))
        self._tools = tools
        self._presenter = EventsPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._table: TablePage[EventRow] = TablePage(
            EVENT_COLUMNS,
            Empty(""),
            find_hint=self.tr("事主、户编号、编号、地点"),
            chips=(
                Chip(EventsShown.YEAR, self.tr("今年")),
                Chip(EventsShown.WEDDINGS, self.tr("今年红事")),
                Chip(EventsShown.FUNERALS, self.tr("今年白事")),
                Chip(EventsShown.EVER, self.tr("历年")),
            ),
            matches=_matches,
        )
        self._table.opened.connect(self._open)
        self._table.chip_changed.connect(lambda key: self._presenter.choose(EventsShown(key)))
        self._board = BoardView(tools.clock.today())
        self._board.opened.connect(self._open)
        self._views = QStackedWidget()
        self._views.addWidget(self._board)
        self._views.addWidget(self._table)
        self._as_table = ToggleButton(self.tr("表格"))
        self._as_table.toggled.connect(lambda _on: self._show_view())
        self._going_on = False
        self.body.addLayout(self._links())
        self.body.addWidget(self._views, 1)
        self.set_actions(
            [
                Action("events.other", self.tr("其他喜庆报备"), self._report_other),
                Action("events.funeral", self.tr("白事报备"), self._report_funeral),
                Action("events.wedding", self.tr("红事报备"), self._report_wedding, primary=True),
            ]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("先开会采用红白事标准，再报备。"),
            self.tr("点“红事报备”或“白事报备”，边填边看超没超。"),
            self.tr("回车打开一件，打报备表签字，登记核准、核查、办结。"),
            self.tr("看板按进度分栏；点“表格”可以查找和排序。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._presenter.load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_events(self, rows: Sequence[EventRow], going_on: Sequence[EventRow], has_standard: bool) -> None:
        """The rows of the table, and the cards of the board; without a standard there can be none."""
        self._board.show_events(going_on)
        self._going_on = bool(going_on)
        self._show_view()
        if has_standard:
            empty = Empty(
                self.tr("还没有这样的红白事。办事前来报备，会对照村里的标准。"),
                self.tr("红事报备"),
                self._report_wedding,
            )
        else:
            empty = Empty(
                self.tr("村里还没有红白事标准。先开会采用一份，才能报备。"),
                self.tr("采用标准"),
                lambda: self._tools.go(Route("standard")),
            )
        self._table.set_empty(empty)
        self._table.set_rows(rows)
        self._table.set_totals(self._totals(rows) if rows else "")
        for act in ("events.wedding", "events.funeral", "events.other"):
            button = self.act_button(act)
            if button is not None:
                button.setEnabled(has_standard)

    def _show_view(self) -> None:
        """The board while there is something on it; the empty table says what to do first."""
        self._views.setCurrentIndex(int(self._as_table.isChecked() or not self._going_on))

    def _links(self) -> QHBoxLayout:
        """What else belongs to events, and how they are shown."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for word, route in (
            (self.tr("看标准"), "standard"),
            (self.tr("理事会"), "rites_council"),
            (self.tr("季报"), "event_report"),
            (self.tr("导入旧台账"), "event_import"),
        ):
            button = QPushButton(word)
            button.setProperty("role", "link")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, to=route: self._tools.go(Route(to)))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._as_table)
        return row

    def _open(self, row: EventRow) -> None:
        self._tools.go(Route("event", {"id": row.id}))

    def show_problem(self, error: BaseException) -> None:
        """Trouble with reading."""
        self.message.say(tell(error), Mood.ERROR)

    def _totals(self, rows: Sequence[EventRow]) -> str:
        weddings = sum(row.kind is EventKind.WEDDING for row in rows)
        funerals = sum(row.kind is EventKind.FUNERAL for row in rows)
        return self.tr(
            "共 {count} 件：红事 {weddings} 件，白事 {funerals} 件，其他 {others} 件。"
            "超标 {over} 件，迟报 {late} 件。"
        ).format(
            count=len(rows),
            weddings=weddings,
            funerals=funerals,
            others=len(rows) - weddings - funerals,
            over=sum(row.verdict is Verdict.OVER for row in rows),
            late=sum(row.late for row in rows),
        )

    def _report_wedding(self) -> None:
        self._tools.go(Route("event_form", {"kind": EventKind.WEDDING.value}))

    def _report_other(self) -> None:
        self._tools.go(Route("event_form", {"kind": EventKind.OTHER.value}))

    def _report_funeral(self) -> None:
        self._tools.go(Route("event_form", {"kind": EventKind.FUNERAL.value}))


def _matches(row: EventRow, text: str) -> bool:
    return (
        text in row.head_name
        or text in row.place
        or text in row.number
        or row.household_code.startswith(text)
    )
