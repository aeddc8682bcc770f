"""② 户册: grids with their counts on the left, households beside them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.households.columns import HOUSEHOLDS
from passbook_desk.ui.pages.households.exports_presenter import ExportsPresenter
from passbook_desk.ui.pages.households.presenter import HouseholdsPresenter
from passbook_desk.ui.pages.households.values import HouseholdLine, HouseholdList
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_GRID_CHARACTERS = 9
_HERE, _GONE = "here", "gone"


class HouseholdsPage(PageFrame):
    """All households; Enter opens one."""

    topics = frozenset({Topic.HOUSEHOLDS, Topic.LEDGER})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("HouseholdsPage", "户册"))
        self._tools = tools
        self._presenter = HouseholdsPresenter(tools.desk, self, tools.jobs)
        self._exports = ExportsPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._shown: HouseholdList | None = None
        self._grids = QListWidget()
        self._grids.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._grids.setAccessibleName(self.tr("网格"))
        self._grids.currentItemChanged.connect(self._choose_grid)
        self._table: TablePage[HouseholdLine] = TablePage(
            HOUSEHOLDS,
            self._nobody_yet(),
            find_hint=self.tr("姓名、拼音首字母、门牌、户编号"),
            chips=(Chip(_HERE, self.tr("在村")), Chip(_GONE, self.tr("已迁出"))),
        )
        self._table.chip_changed.connect(lambda key: self._presenter.choose_absent(key == _GONE))
        self._table.find_changed.connect(self._presenter.find)
        self._table.opened.connect(self._open)
        self._owners = QPushButton(self.tr("商铺和单位"))
        self._owners.clicked.connect(lambda: tools.go(Route("owners")))
        left = QVBoxLayout()
        left.addWidget(self._grids, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(left)
        row.addWidget(self._table, 1)
        self.body.addLayout(row)
        self.footer.addWidget(self._owners)
        links = (
            Action("households.links", self.tr("联系户"), lambda: tools.go(Route("links"))),
            Action("households.places", self.tr("网格和楼栋"), lambda: tools.go(Route("places"))),
        )
        for action in links:
            self.footer.addWidget(action_button(action))
        self.footer.addStretch(1)
        new = Action("households.new", self.tr("新建户"), lambda: tools.go(Route("life")), shortcut="Ins")
        self.footer.addWidget(action_button(new))
        bind(self, [new])
        self.set_actions(
            [
                Action("households.open", self.tr("打开"), self._open_selected),
                Action("households.import", self.tr("导入花名册"), self._import),
                Action("households.print", self.tr("打印花名册"), self._print),
                Action("households.export", self.tr("导出 Excel"), self._export),
            ]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("左边选网格，右边就是这个网格的户；上面可按姓名、拼音首字母、门牌或户编号查。"),
            self.tr("选中一户按 Enter，看这一户的人、存折和流水。"),
            self.tr("★ 红折是党员的，● 绿折是户的；可用分是绿折上能兑换的分。打印、导出的是左边选的网格。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self._grids.setFixedWidth(han_width(self, _GRID_CHARACTERS) + 24)
        self._presenter.load()
        self._table.find_line.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_households(self, found: HouseholdList) -> None:
        """Show grids and households."""
        self._shown = found
        self._show_grids(found)
        if not found.grids and not found.find:
            self._table.set_empty(self._nobody_yet())
        elif found.gone and not found.find:
            sentence = self.tr("没有迁出、注销或并走的户。")
            self._table.set_empty(
                Empty(sentence, self.tr("看在村的户"), lambda: self._table.press_chip(_HERE))
            )
        else:
            nothing = self.tr("没有找到“{text}”。可能是别的读音，或写法不同。")
            self._table.set_empty(
                Empty(nothing.format(text=found.find), self.tr("看全部的户"), self._table.find_line.clear)
            )
        self._table.set_rows(found.lines)
        self._table.set_totals(self._totals(found))

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def show_written(self, target: Path) -> None:
        """A workbook is written."""
        self._tools.announcer.made(self.tr("已存为 {name}。").format(name=target.name), target)

    def _nobody_yet(self) -> Empty:
        sentence = self.tr("还没有户。先把花名册导进来，约 15 分钟。")
        return Empty(sentence, self.tr("导入花名册"), self._import)

    def _totals(self, found: HouseholdList) -> str:
        if not found.grids:
            return ""
        counts = self.tr("共 {households} 户 {residents} 人")
        parts = [counts.format(households=len(found.lines), residents=found.residents)]
        parts.append(found.grid.name if found.grid else self.tr("全部网格"))
        if found.gone:
            parts.append(self.tr("已迁出、注销、并走的"))
        if found.find:
            parts.append(self.tr("查找“{text}”").format(text=found.find))
        return " · ".join(parts)

    def _show_grids(self, found: HouseholdList) -> None:
        words = self.tr("{grid}　{households} 户")
        whole = words.format(grid=self.tr("全村"), households=sum(row.households for row in found.grids))
        wanted: list[tuple[str | None, str]] = [(None, whole)]
        wanted += [(row.code, words.format(grid=row.name, households=row.households)) for row in found.grids]
        self._grids.setVisible(bool(found.grids))
        shown = [
            (item.data(Qt.ItemDataRole.UserRole), item.text())
            for item in (self._grids.item(number) for number in range(self._grids.count()))
        ]
        if shown == wanted:
            return
        self._grids.blockSignals(True)
        self._grids.clear()
        for code, text in wanted:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, code)
            self._grids.addItem(item)
            if code == (found.grid.code if found.grid else None):
                self._grids.setCurrentItem(item)
        self._grids.blockSignals(False)

    def _choose_grid(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            code = item.data(Qt.ItemDataRole.UserRole)
            self._presenter.choose_grid(code if isinstance(code, str) else None)

    def _open(self, line: HouseholdLine) -> None:
        self._tools.go(Route("household", {"id": line.household.id}))

    def _open_selected(self) -> None:
        line = self._table.selected_row()
        if line is None:
            self.message.say(self.tr("先在表里选一户。"), Mood.NOTE)
        else:
            self.message.clear()
            self._open(line)

    def _import(self) -> None:
        self._tools.go(Route("import_roster"))

    def _chosen_grid(self) -> str | None:
        return self._shown.grid.code if self._shown is not None and self._shown.grid is not None else None

    def _range(self) -> str:
        grid = self._shown.grid if self._shown is not None else None
        return grid.name if grid is not None else self.tr("全村")

    def _print(self) -> None:
        self.message.clear()
        self._tools.go(Route("roster_paper", {"grid": self._chosen_grid()}))

    def _export(self) -> None:
        self.message.clear()
        acts: tuple[Callable[[], None], ...] = (self._export_masked, self._export_whole, self._export_checkin)
        chosen = self._tools.dialogs.choose(
            self.tr("导出 Excel"),
            self.tr("{range}：要哪一份？").format(range=self._range()),
            [self.tr("花名册，号码打码"), self.tr("花名册，号码写全"), self.tr("打卡表")],
            self.tr("打码的不含人员类别和备注，改好可以再导入。写全的要写明原因。打卡表每个网格一张。"),
        )
        if chosen is not None:
            acts[chosen]()

    def _export_masked(self) -> None:
        target = self._pick(self.tr("{range}花名册.xlsx"))
        if target is not None:
            self._exports.masked_roster(target, self._chosen_grid(), self.tr("正在写花名册…"))

    def _export_whole(self) -> None:
        reason = self._tools.dialogs.ask_reason(
            self.tr("号码写全"),
            self.tr("这份花名册有全部身份证号、电话、人员类别和备注。写明给谁、做什么用，会记下来。"),
            self.tr("写全导出"),
        )
        target = self._pick(self.tr("{range}花名册（全号）.xlsx")) if reason is not None else None
        if target is not None and reason is not None:
            self._exports.whole_roster(target, self._chosen_grid(), reason, self.tr("正在写花名册…"))

    def _export_checkin(self) -> None:
        target = self._pick(self.tr("{range}打卡表.xlsx"))
        if target is not None:
            self._exports.checkin_sheets(target, self._chosen_grid(), self.tr("正在写打卡表…"))

    def _pick(self, suggestion: str) -> Path | None:
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        return self._tools.dialogs.pick_save(
            self.tr("导出 Excel"), suggestion.format(range=self._range()), kind
        )
