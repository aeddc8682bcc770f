"""网格和楼栋: the tree of places with counts and who is in charge; grids outside the usual size are named."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem

from passbook_desk.features.households.places import PlaceNode
from passbook_desk.features.households.roles import RoleRow
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.dates import day_text, read_day
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import word_width
from passbook_desk.ui.pages.households.life_presenter import Finder
from passbook_desk.ui.pages.households.places_forms import PlaceForm, RoleForm
from passbook_desk.ui.pages.households.places_presenter import PlacesPresenter
from passbook_desk.ui.pages.households.places_values import PLACE_WORDS, PlacesFound
from passbook_desk.ui.shell.tools import Tools

_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDTHS = {1: 4.5, 2: 4.5, 3: 4.5, 4: 3.5}


class PlacesPage(PageFrame):
    """The place chosen is the one the acts are about."""

    topics = frozenset({Topic.HOUSEHOLDS, Topic.VILLAGE})

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        super().__init__(QCoreApplication.translate("PlacesPage", "网格和楼栋"))
        self._tools = tools
        self._presenter = PlacesPresenter(tools.desk, self, tools.jobs, key)
        self._finder = Finder(tools.desk, tools.jobs, key, self.show_problem)
        self._found = PlacesFound((), (), ())
        self.form: PlaceForm | RoleForm | None = None
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels(
            [
                self.tr("名称"), self.tr("是什么"), self.tr("编码"), self.tr("户"), self.tr("人"),
                self.tr("负责人"),
            ]
        )  # fmt: skip
        for column in (3, 4):
            self.tree.headerItem().setTextAlignment(column, _FIGURES)
        self.tree.setAccessibleName(self.tr("网格和楼栋"))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setAlternatingRowColors(True)
        self.tree.header().setStretchLastSection(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.notices = QLabel()
        self.notices.setWordWrap(True)
        self.notices.setProperty("role", "quiet")
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.notices)
        self.day = LenientDateEdit(tools.clock)
        self.day.setAccessibleName(self.tr("看哪一天有几户"))
        self.day.changed.connect(lambda _: self._count())
        self.tree.currentItemChanged.connect(lambda _, __: self._count())
        self.count = QLabel()
        self.footer.addWidget(QLabel(self.tr("看哪一天有几户")))
        self.footer.addWidget(self.day)
        self.footer.addWidget(self.count, 1)
        self.set_actions(
            [
                Action("places.grid", self.tr("新网格"), self._add_grid),
                Action("places.below", self.tr("下面加一处"), self._add_below),
                Action("places.rename", self.tr("改名或移动"), self._rename),
                Action("places.role", self.tr("由谁负责"), self._give),
            ]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("网格下面可以有村民小组、小区、楼栋、单元；编码自动接着编，用过的不再用。"),
            self.tr("网格一般 300 到 500 户，不在这个数的只提醒，不影响使用。"),
            self.tr("选中一处按“由谁负责”，登记网格员、楼栋长等；结束职务在“商铺和单位”的“职务”里。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._presenter.load()
        self.tree.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_places(self, found: PlacesFound) -> None:
        """Show the tree; the place chosen stays chosen."""
        held = self.chosen()
        self._found = found
        self.tree.clear()
        for node in found.tree:
            self.tree.addTopLevelItem(self._item(node))
        self.tree.expandAll()
        self.select(held.id if held is not None else None)
        self.notices.setText(self._notice_words(found))
        self.notices.setVisible(bool(found.notices))
        self._fit()

    def show_count(self, count: int) -> None:
        """Say how many households lived in the place chosen on the day asked for."""
        place = self.chosen()
        if place is not None:
            words = self.tr("{name}那天有 {count} 户")
            self.count.setText(words.format(name=place.name, count=count))

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def chosen(self) -> PlaceNode | None:
        """The place the clerk stands on."""
        item = self.tree.currentItem() if self.tree.topLevelItemCount() else None
        wanted = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return next((node for node in self._found.all() if node.id == wanted), None)

    def select(self, place_id: int | None) -> None:
        """Stand on a place; the first one without."""
        waiting = [self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount())]
        if place_id is None and waiting and waiting[0] is not None:
            self.tree.setCurrentItem(waiting[0])
        while waiting:
            item = waiting.pop()
            if item is None:
                continue
            if item.data(0, Qt.ItemDataRole.UserRole) == place_id:
                self.tree.setCurrentItem(item)
            waiting += [item.child(n) for n in range(item.childCount())]

    def _item(self, node: PlaceNode) -> QTreeWidgetItem:
        roles = [self._role_words(row) for row in self._found.roles if row.place_id == node.id]
        item = QTreeWidgetItem(
            [
                node.name, translate("Places", PLACE_WORDS.get(node.kind, node.kind)), node.code,
                str(node.households), str(node.residents), "　".join(roles),
            ]
        )  # fmt: skip
        item.setData(0, Qt.ItemDataRole.UserRole, node.id)
        item.setToolTip(5, "\n".join(roles))
        for column in (3, 4):
            item.setTextAlignment(column, _FIGURES)
        for child in node.children:
            item.addChild(self._item(child))
        return item

    def _role_words(self, row: RoleRow) -> str:
        words = self.tr("{role} {name}（{day}起）")
        return words.format(role=row.role, name=row.name, day=day_text(row.from_on))

    def _notice_words(self, found: PlacesFound) -> str:
        if not found.notices:
            return ""
        limits = found.notices[0].limits
        each = "、".join(
            self.tr("{name} {count} 户").format(name=row.name, count=row.households) for row in found.notices
        )
        words = self.tr("ⓘ 网格一般 {least} 到 {most} 户：{each}。只是提醒，不影响使用。")
        return words.format(least=limits.least, most=limits.most, each=each)

    def _fit(self) -> None:
        for column, characters in _WIDTHS.items():
            self.tree.setColumnWidth(column, word_width(self, characters) + 24)
        self.tree.setColumnWidth(0, max(word_width(self, 9), self.tree.viewport().width() // 4))

    def _count(self) -> None:
        self.count.clear()
        place = self.chosen()
        day = read_day(self.day.edit.text(), self._tools.clock.today())
        if place is not None and day is not None:
            self._presenter.count(place.id, day)

    def _add_grid(self) -> None:
        self._open(PlaceForm(self._presenter, self._found, None, None, self._saved, self))

    def _add_below(self) -> None:
        place = self._wanted()
        if place is not None:
            self._open(PlaceForm(self._presenter, self._found, place, None, self._saved, self))

    def _rename(self) -> None:
        place = self._wanted()
        if place is not None:
            self._open(PlaceForm(self._presenter, self._found, None, place, self._saved, self))

    def _give(self) -> None:
        place = self._wanted()
        if place is not None:
            clock = self._tools.clock
            self._open(RoleForm(self._presenter, self._finder, clock, place, self._saved, self))

    def _wanted(self) -> PlaceNode | None:
        self.message.clear()
        place = self.chosen()
        if place is None:
            self.message.say(self.tr("先选一处网格或楼栋。"), Mood.NOTE)
        return place

    def _open(self, form: PlaceForm | RoleForm) -> None:
        self.form = form
        form.open()

    def _saved(self) -> None:
        self._tools.announcer.done(self.tr("已保存。"))
