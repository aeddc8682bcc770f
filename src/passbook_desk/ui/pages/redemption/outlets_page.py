"""兑换点: where points are redeemed, one or several."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from passbook_desk.features.redemption.goods.values import OutletRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.redemption.outlets_presenter import OutletLine, OutletsPresenter
from passbook_desk.ui.shell.tools import Tools

_WIDE = 26


def _state(line: OutletLine) -> str:
    if line.outlet.retired_on is None:
        return translate("Columns", "在用")
    return translate("Columns", "{day} 停用").format(day=day_text(line.outlet.retired_on))


COLUMNS: tuple[Column[OutletLine], ...] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "兑换点"), lambda line: line.outlet.name, 12, stretch=True),
    Column("kinds", QT_TRANSLATE_NOOP("Columns", "物品（种）"), lambda line: str(line.kinds), 5,
           figures=True, sort=lambda line: line.kinds),
    Column("pieces", QT_TRANSLATE_NOOP("Columns", "库存（件）"), lambda line: str(line.pieces), 5,
           figures=True, sort=lambda line: line.pieces),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), _state, 9),
)  # fmt: skip


class OutletsPage(PageFrame):
    """The place chosen is the one that the acts are about."""

    topics = frozenset({Topic.GOODS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("OutletsPage", "兑换点"))
        self._tools = tools
        self._presenter = OutletsPresenter(tools.desk, self, tools.jobs)
        self.form: OutletForm | None = None
        self.table: TablePage[OutletLine] = TablePage(
            COLUMNS,
            Empty(
                self.tr("还没有兑换点。登记第一样物品时会有“积分超市”，也可以先起名。"),
                self.tr("新兑换点"),
                self._add,
            ),
        )
        self.table.opened.connect(lambda _: self._rename())
        self.table.selected.connect(lambda _: self._show_acts())
        self.body.addWidget(self.table)
        self._show_acts()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("只有一处兑换时不用管这里；志愿者服务站等另有一处兑换的，加一个。"),
            self.tr("从一处搬到另一处，用库存里的调拨单。"),
            self.tr("停用前先把库存搬走或报损；至少留一处。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._presenter.load()
        self.table.view.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_outlets(self, lines: tuple[OutletLine, ...]) -> None:
        """Show them; the place chosen stays chosen."""
        held = self.table.selected_row()
        self.table.set_rows(lines)
        wanted = held.outlet.id if held is not None else lines[0].outlet.id if lines else 0
        self.table.select(lambda line: line.outlet.id == wanted)
        self._show_acts()

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _show_acts(self) -> None:
        line = self.table.selected_row()
        acts = []
        if line is not None and line.outlet.retired_on is None:
            acts = [
                Action("goods.rename_outlet", self.tr("改名"), self._rename),
                Action("goods.retire_outlet", self.tr("停用"), self._retire),
            ]
        elif line is not None:
            acts = [Action("goods.reopen_outlet", self.tr("恢复"), self._reopen)]
        self.set_actions([*acts, Action("goods.add_outlet", self.tr("新兑换点"), self._add, primary=True)])

    def _add(self) -> None:
        self._open(None)

    def _rename(self) -> None:
        line = self.table.selected_row()
        if line is not None and line.outlet.retired_on is None:
            self._open(line.outlet)

    def _open(self, row: OutletRow | None) -> None:
        self.message.clear()
        form = OutletForm(row, self._save, self)
        self.form = form
        form.open()

    def _save(self, name: str, row: OutletRow | None, uid: str) -> None:
        form = self.form
        if form is None:
            return

        def saved() -> None:
            form.accept()
            self._tools.announcer.done(self.tr("已保存。"))

        self._presenter.save(uid, name, None if row is None else row.id, saved, form.panel.show_problem)

    def _retire(self) -> None:
        line = self.table.selected_row()
        if line is None:
            return
        self.message.clear()
        sentence = self.tr("“{name}”从今天起不再兑换？以后可以恢复。").format(name=line.outlet.name)
        if self._tools.dialogs.confirm(self.tr("停用"), sentence, self.tr("停用")):
            said = self.tr("“{name}”已停用。").format(name=line.outlet.name)
            self._presenter.retire(line.outlet.id, lambda: self._tools.announcer.done(said))

    def _reopen(self) -> None:
        line = self.table.selected_row()
        if line is not None:
            name = line.outlet.name
            said = self.tr("“{name}”已恢复。").format(name=name)
            self._presenter.save(
                new_uid(), name, None, lambda: self._tools.announcer.done(said), self.show_problem
            )


class OutletForm(FormDialog):
    """The name of a place to redeem; `keep(name, row, uid)` is called when it is there."""

    def __init__(
        self, row: OutletRow | None, keep: Callable[[str, OutletRow | None, str], None], parent: QWidget
    ) -> None:
        self._row, self._keep, self._uid = row, keep, new_uid()
        self.name = QLineEdit("" if row is None else row.name)
        help_words = QCoreApplication.translate("OutletForm", "如 积分超市、志愿者服务站。")
        field = Field(
            "name", QCoreApplication.translate("OutletForm", "名称"), self.name, help_words, required=True
        )
        title = (
            QCoreApplication.translate("OutletForm", "新兑换点")
            if row is None
            else QCoreApplication.translate("OutletForm", "改名　{name}").format(name=row.name)
        )
        super().__init__(title, FormPanel((field,), QCoreApplication.translate("OutletForm", "保存")), parent)
        self.resize(han_width(self, _WIDE), self.sizeHint().height())
        self.panel.submitted.connect(self._submit)

    def _submit(self) -> None:
        self.panel.set_busy(True)
        self._keep(self.name.text(), self._row, self._uid)
