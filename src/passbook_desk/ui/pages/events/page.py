from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from passbook_desk.features.events.values import EventKind, EventRow, Verdict
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
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
        self._table.opened.connect(lambda row: tools.go(Route("event", {"id": row.id})))
        self._table.chip_changed.connect(lambda key: self._presenter.choose(EventsShown(key)))
        self.body.addWidget(self._table, 1)
        self.set_actions(
            [
                Action("events.standard", self.tr("看标准"), lambda: tools.go(Route("standard"))),
                Action("events.funeral", self.tr("白事报备"), self._report_funeral),
                Action("events.wedding", self.tr("红事报备"), self._report_wedding, primary=True),
            ]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("先开会采用红白事标准，再报备。"),
            self.tr("点“红事报备”或“白事报备”，边填边看超没超。"),
            self.tr("回车打开一件，打报备表签字。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._presenter.load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_events(self, rows: Sequence[EventRow], has_standard: bool) -> None:
        """The events that are shown; without a standard there can be none."""
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
        for act in ("events.wedding", "events.funeral"):
            button = self.act_button(act)
            if button is not None:
                button.setEnabled(has_standard)

    def show_problem(self, error: BaseException) -> None:
        """Trouble with reading."""
        self.message.say(tell(error), Mood.ERROR)

    def _totals(self, rows: Sequence[EventRow]) -> str:
        weddings = sum(row.kind is EventKind.WEDDING for row in rows)
        return self.tr(
            "共 {count} 件：红事 {weddings} 件，白事 {funerals} 件。超标 {over} 件，迟报 {late} 件。"
        ).format(
            count=len(rows),
            weddings=weddings,
            funerals=len(rows) - weddings,
            over=sum(row.verdict is Verdict.OVER for row in rows),
            late=sum(row.late for row in rows),
        )

    def _report_wedding(self) -> None:
        self._tools.go(Route("event_form", {"kind": EventKind.WEDDING.value}))

    def _report_funeral(self) -> None:
        self._tools.go(Route("event_form", {"kind": EventKind.FUNERAL.value}))


def _matches(row: EventRow, text: str) -> bool:
    return (
        text in row.head_name
        or text in row.place
        or text in row.number
        or row.household_code.startswith(text)
    )
