"""联系户: households that nobody looks after on the left, who looks after whom on the right."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLabel, QVBoxLayout

from passbook_desk.features.households.links import LinkKind, LinkRow
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.search import pinyin_key
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.households.change_parts import WhenAndWhy
from passbook_desk.ui.pages.households.life_presenter import Finder
from passbook_desk.ui.pages.households.links_presenter import LinksPresenter
from passbook_desk.ui.pages.households.links_values import KIND_WORDS, LinkDraft, LinksFound
from passbook_desk.ui.pages.households.pick_edit import PickEdit
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

Row = TypeVar("Row")

_UNLINKED: tuple[Column[HouseholdRow], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda row: row.code, 3.5),
    Column(
        "head",
        QT_TRANSLATE_NOOP("Columns", "户主"),
        lambda row: row.head_name,
        5,
        sort=lambda row: pinyin_key(row.head_name),
        stretch=True,
    ),
    Column("grid", QT_TRANSLATE_NOOP("Columns", "网格"), lambda row: row.grid_name, 5, optional=True),
)
_LINKS: tuple[Column[LinkRow], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda row: row.household_code, 3.5),
    Column(
        "name",
        QT_TRANSLATE_NOOP("Columns", "联系人"),
        lambda row: row.person_name,
        5,
        sort=lambda row: pinyin_key(row.person_name),
        stretch=True,
    ),
    Column(
        "from",
        QT_TRANSLATE_NOOP("Columns", "从哪天起"),
        lambda row: day_text(row.from_on),
        5.5,
        sort=lambda row: row.from_on,
        optional=True,
    ),
)


class LinksPage(PageFrame):
    """A click or the space bar marks a household, another one takes the mark away."""

    topics = frozenset({Topic.HOUSEHOLDS})

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        super().__init__(QCoreApplication.translate("LinksPage", "联系户"))
        self._tools = tools
        self._presenter = LinksPresenter(tools.desk, self, tools.jobs)
        self.kind = QComboBox()
        for kind in LinkKind:
            self.kind.addItem(translate("Links", KIND_WORDS[kind]), kind)
        self.kind.setAccessibleName(self.tr("哪一种联系"))
        self.kind.currentIndexChanged.connect(lambda _: self._presenter.choose(self._kind()))
        finder = Finder(tools.desk, tools.jobs, key, self.show_problem)
        self.person = PickEdit(
            finder.people, self.tr("联系人姓名、首字母、电话尾号"), self.tr("没有找到这个人")
        )
        everybody = Empty(self.tr("每一户都有人联系了。"))
        nobody = Empty(
            self.tr("还没有这一种联系。在左边选户，再找联系人。"), self.tr("找联系人"), self.person.setFocus
        )
        self.unlinked: TablePage[HouseholdRow] = TablePage(_UNLINKED, everybody)
        self.links: TablePage[LinkRow] = TablePage(_LINKS, nobody)
        self.unlinked.opened.connect(lambda row: tools.go(Route("household", {"id": row.id})))
        self.links.opened.connect(lambda row: tools.go(Route("household", {"id": row.household_id})))
        self.when = WhenAndWhy(tools.clock)
        self._lay_out()
        self.set_actions(
            [
                Action("links.end", self.tr("结束所选联系"), self._end),
                Action("links.add", self.tr("联系所选的户"), self._link, shortcut="F8", primary=True),
            ]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("先选哪一种联系：左边是还没有人联系的户，右边是已有的联系。"),
            self.tr("左边点几户（再点一下取消），写联系人找出是哪一位，按 F8 一起联系。"),
            self.tr("右边点要结束的联系，按“结束所选联系”；都从下面的日期起算，写进户的变更记录。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self.when.begin()
        self._presenter.load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_links(self, found: LinksFound) -> None:
        """Show one kind of link."""
        self.unlinked.set_rows(found.unlinked)
        self.links.set_rows(found.links)
        words = self.tr("{all} 户里有 {open} 户没有人联系")
        self.unlinked.set_totals(words.format(all=found.households, open=len(found.unlinked)))
        self.links.set_totals(self.tr("已有 {count} 条联系").format(count=len(found.links)))

    def show_linked(self, count: int) -> None:
        """Say how many households were linked."""
        self._tools.announcer.done(self.tr("已联系 {count} 户。").format(count=count))

    def show_ended(self, count: int) -> None:
        """Say how many links were ended."""
        self._tools.announcer.done(self.tr("已结束 {count} 条联系。").format(count=count))

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _kind(self) -> LinkKind:
        return LinkKind(str(self.kind.currentData()))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.kind)
        top.addWidget(QLabel(self.tr("联系人")))
        top.addWidget(self.person, 1)
        top.addStretch(1)
        self.body.addLayout(top)
        row = QHBoxLayout()
        row.setSpacing(12)
        for words, table in (
            (self.tr("没有人联系的户"), self.unlinked),
            (self.tr("已有的联系"), self.links),
        ):
            table.view.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
            heading = QLabel(words)
            heading.setProperty("role", "section")
            column = QVBoxLayout()
            column.addWidget(heading)
            column.addWidget(table, 1)
            row.addLayout(column, 1)
        self.body.addLayout(row, 1)
        self.footer.addWidget(self.when, 1)

    def _link(self) -> None:
        self.message.clear()
        chosen = _chosen(self.unlinked)
        if not chosen:
            self.message.say(self.tr("先在左边点要联系的户，可以点几户。"), Mood.NOTE)
            return
        pick = self.person.pick()
        if pick is None:
            self.message.say(self.tr("请写联系人，选出是哪一位。"), Mood.NOTE)
            self.person.setFocus()
            return
        try:
            act = self.when.act()
        except PassbookError as error:
            self.show_problem(error)
            return
        ids = tuple(row.id for row in chosen)
        self._presenter.link(LinkDraft(self._kind(), pick.id, ids, act.on, act.reason))

    def _end(self) -> None:
        self.message.clear()
        chosen = _chosen(self.links)
        if not chosen:
            self.message.say(self.tr("先在右边点要结束的联系。"), Mood.NOTE)
            return
        try:
            act = self.when.act()
        except PassbookError as error:
            self.show_problem(error)
            return
        self._presenter.end(chosen, act.on, act.reason)


def _chosen(table: TablePage[Row]) -> list[Row]:
    rows = [table.model.row_at(index.row()) for index in table.view.selectionModel().selectedRows()]
    return [row for row in rows if row is not None]
