"""商铺和单位: shops and resident units with their green books, reached from 户册."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from passbook_desk.features.households.owners.values import OrganizationKind
from passbook_desk.features.households.queries import grids
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import GridRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.households.owner_form import OwnerForm
from passbook_desk.ui.pages.households.owners_columns import OWNERS
from passbook_desk.ui.pages.households.owners_presenter import OwnersPresenter
from passbook_desk.ui.pages.households.owners_values import OwnerLine, OwnerListing
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_ALL = "all"


class OwnersPage(PageFrame):
    """All shops and units; Enter opens one."""

    topics = frozenset({Topic.HOUSEHOLDS, Topic.LEDGER})

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        super().__init__(QCoreApplication.translate("OwnersPage", "商铺和单位"))
        self._tools, self._key = tools, key
        self._presenter = OwnersPresenter(tools.desk, self, tools.jobs)
        self._table: TablePage[OwnerLine] = TablePage(
            OWNERS,
            self._nobody_yet(),
            find_hint=self.tr("名称、拼音首字母、经营者、编号"),
            chips=(
                Chip(_ALL, self.tr("全部")),
                Chip(OrganizationKind.SHOP.value, self.tr("商铺")),
                Chip(OrganizationKind.UNIT.value, self.tr("驻地单位")),
            ),
        )
        self._table.find_changed.connect(self._presenter.find)
        self._table.chip_changed.connect(self._choose_kind)
        self._table.opened.connect(self._open)
        self.body.addWidget(self._table)
        self.set_actions(
            [
                Action("owners.open", self.tr("打开"), self._open_selected),
                Action("owners.shop", self.tr("登记商铺"), partial(self._add, OrganizationKind.SHOP)),
                Action("owners.unit", self.tr("登记驻地单位"), partial(self._add, OrganizationKind.UNIT)),
                Action("owners.roles", self.tr("职务"), lambda: tools.go(Route("roles"))),
            ]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("商铺和驻地单位各有一本绿折；★ 表示经营者是党员，另有红折。"),
            self.tr("选中一家按 Enter，看它的积分、经营者，也可以修改、记停业。"),
            self.tr("停业的留在这里，积分不丢；空折随停业收起。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self._presenter.load()
        self._table.find_line.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_owners(self, found: OwnerListing) -> None:
        """Show what was found."""
        if found.find:
            nothing = self.tr("没有找到“{text}”。可能是别的读音，或写法不同。").format(text=found.find)
            self._table.set_empty(Empty(nothing, self.tr("看全部"), self._table.find_line.clear))
        else:
            self._table.set_empty(self._nobody_yet())
        self._table.set_rows(found.lines)
        shops = sum(1 for line in found.lines if line.organization.kind is OrganizationKind.SHOP)
        open_ones = sum(1 for line in found.lines if line.organization.is_open)
        words = self.tr("商铺 {shops} 家　驻地单位 {units} 个　在营 {open} 家")
        counts = words.format(shops=shops, units=len(found.lines) - shops, open=open_ones)
        self._table.set_totals(counts if found.lines else "")

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _nobody_yet(self) -> Empty:
        sentence = self.tr("还没有商铺和驻地单位。登记后各有一本绿折。")
        return Empty(sentence, self.tr("登记商铺"), partial(self._add, OrganizationKind.SHOP))

    def _choose_kind(self, key: str) -> None:
        self._presenter.choose_kind(None if key == _ALL else OrganizationKind(key))

    def _open(self, line: OwnerLine) -> None:
        self._tools.go(Route("owner", {"id": line.organization.id}))

    def _open_selected(self) -> None:
        line = self._table.selected_row()
        if line is None:
            self.message.say(self.tr("先在表里选一家。"), Mood.NOTE)
        else:
            self.message.clear()
            self._open(line)

    def _add(self, kind: OrganizationKind) -> None:
        def done(rows: tuple[GridRow, ...]) -> None:
            OwnerForm(self._tools, self._key, kind, rows, None, self._added, self).open()

        self._tools.jobs.desk(lambda: self._tools.desk.ask(grids), done, self.show_problem)

    def _added(self, organization_id: int) -> None:
        self._presenter.load()
        self._tools.go(Route("owner", {"id": organization_id}))
