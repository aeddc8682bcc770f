"""职务: grid workers, building leaders and others who hold a role today, reached from 商铺和单位."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from passbook_desk.features.households.roles import RoleRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.search import pinyin_key
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.pages.households.roles_presenter import RolesPresenter
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_ROLES: tuple[Column[RoleRow], ...] = (
    Column("role", QT_TRANSLATE_NOOP("Columns", "职务"), lambda row: row.role, 6),
    Column("place", QT_TRANSLATE_NOOP("Columns", "网格或楼栋"), lambda row: row.place_name, 8, stretch=True),
    Column(
        "name",
        QT_TRANSLATE_NOOP("Columns", "姓名"),
        lambda row: row.name,
        6,
        sort=lambda row: pinyin_key(row.name),
    ),
    Column(
        "phone", QT_TRANSLATE_NOOP("Columns", "电话"), lambda row: str(row.phone) if row.phone else "", 6.5
    ),
    Column(
        "from",
        QT_TRANSLATE_NOOP("Columns", "任职起"),
        lambda row: day_text(row.from_on),
        6,
        sort=lambda row: row.from_on,
    ),
)


class RolesPage(PageFrame):
    """Who holds which role today; a role ends here."""

    topics = frozenset({Topic.HOUSEHOLDS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("RolesPage", "职务"))
        self._tools = tools
        self._presenter = RolesPresenter(tools.desk, self, tools.jobs)
        self._table: TablePage[RoleRow] = TablePage(
            _ROLES,
            Empty(
                self.tr("还没有网格员和楼栋长。在网格和楼栋里选一处，登记由谁负责。"),
                self.tr("网格和楼栋"),
                lambda: tools.go(Route("places")),
            ),
        )
        self.body.addWidget(self._table)
        self.set_actions([Action("roles.end", self.tr("结束所选职务"), self._end)])

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("这里是今天在任的网格员、楼栋长和其他职务。"),
            self.tr("不再担任的，选中后按“结束所选职务”，今天是最后一天；以前的任期留着。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._presenter.load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_roles(self, rows: tuple[RoleRow, ...]) -> None:
        """Show who holds a role today."""
        self._table.set_rows(rows)
        self._table.set_totals(self.tr("共 {count} 项").format(count=len(rows)) if rows else "")

    def show_ended(self, row: RoleRow) -> None:
        """Say that a role ends."""
        words = self.tr("{name}的{role}今天结束。").format(name=row.name, role=row.role)
        self._tools.announcer.done(words)

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _end(self) -> None:
        row = self._table.selected_row()
        if row is None:
            self.message.say(self.tr("先在表里选一项。"), Mood.NOTE)
            return
        self.message.clear()
        sentence = self.tr("{name}的{role}今天是最后一天？").format(name=row.name, role=row.role)
        if self._tools.dialogs.confirm(self.tr("结束职务"), sentence, self.tr("结束")):
            self._presenter.end(row)
