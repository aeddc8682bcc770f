"""导入物品: a list of goods with prices and stock, with what is doubtful marked."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from passbook_desk.features.redemption.importing.values import GoodsLine, GoodsPlan
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.sentences import tell_code
from passbook_desk.ui.kit.table_page import Chip
from passbook_desk.ui.pages.redemption.goods_import_columns import IMPORT_COLUMNS
from passbook_desk.ui.pages.redemption.goods_import_presenter import GoodsImportPresenter
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.sheet_import_page import ALL, READY, TOLD, WRONG, ImportWords, SheetImportPage
from passbook_desk.ui.shell.tools import Tools


class GoodsImportPage(SheetImportPage[GoodsLine]):
    """Choose a workbook, settle rows, import. A file may also be dropped on the page."""

    topics = frozenset({Topic.GOODS})
    _presenter: GoodsImportPresenter
    _plan: GoodsPlan | None

    def __init__(self, tools: Tools) -> None:
        first = QCoreApplication.translate(
            "GoodsImportPage", "选物品清单，编号、分值、库存、保质期都认得；有问题的逐条列出。"
        )
        super().__init__(
            tools,
            "goods.import",
            ImportWords(
                title=QCoreApplication.translate("GoodsImportPage", "导入物品"),
                first=first,
                find_hint=QCoreApplication.translate("GoodsImportPage", "物品、编号、来源"),
                wrong_file=QCoreApplication.translate("GoodsImportPage", "物品清单_有问题的.xlsx"),
                apply=QCoreApplication.translate("GoodsImportPage", "导入 {count} 样"),
                nothing=QCoreApplication.translate("GoodsImportPage", "没有新的，什么也没写。"),
            ),
            IMPORT_COLUMNS,
            (
                Chip(WRONG, QCoreApplication.translate("GoodsImportPage", "有问题的")),
                Chip(TOLD, QCoreApplication.translate("GoodsImportPage", "请核对的")),
                Chip(READY, QCoreApplication.translate("GoodsImportPage", "可以导入的")),
                Chip(ALL, QCoreApplication.translate("GoodsImportPage", "全部")),
            ),
            _fits,
        )
        reading = self.tr("正在读取表格…")
        self._presenter = GoodsImportPresenter(tools.desk, self, tools.jobs, tools.clock, reading)
        self._day = LenientDateEdit(tools.clock)
        self._day.setObjectName("goods_import.from")
        self._day.setAccessibleName(self.tr("分值从哪天起"))
        self._day.changed.connect(self._choose_day)
        self._outlet = QComboBox()
        self._outlet.setObjectName("goods_import.outlet")
        self._outlet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._outlet.setAccessibleName(self.tr("放在哪个兑换点"))
        self._outlet.activated.connect(self._choose_outlet)
        self._outlet_word = QLabel(self.tr("库存放在"))
        self._notes = QLabel()
        self._notes.setWordWrap(True)
        self._notes.setProperty("role", "warn")
        self._above = QWidget()
        above = QHBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(8)
        above.addWidget(QLabel(self.tr("分值从这天起")))
        above.addWidget(self._day)
        above.addWidget(self._outlet_word)
        above.addWidget(self._outlet)
        above.addStretch(1)
        self.body.addWidget(self._above)
        self.body.addWidget(self._notes)
        self.lay_out()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选村里的物品清单；标题在第几行、各栏叫什么都不要紧。"),
            self.tr("看“请核对的”：过期的、快到期的、要补货的、合计不对的都在这里。"),
            self.tr("F8 导入：建物品、定分值，现有的库存记成一张期初单；已有的不重复，也不改。"),
            self.tr("导错了，在“设置”的导入记录里撤销；这些物品兑换过就不能整批撤销。"),
        )

    def show_earlier(self, batch: int) -> None:
        """The very same workbook came in before."""
        words = self.tr("这份清单已作为第 {batch} 批导入过；已有的不会重复。")
        self.message.say(words.format(batch=batch), Mood.WARN)

    def show_plan(self, plan: GoodsPlan) -> None:
        """The rows with what is doubtful; nothing is written yet."""
        self.message.clear()
        self._show_choices(plan)
        told = any(line.findings for line in plan.ready)
        self.take(plan, WRONG if plan.wrong else TOLD if told else READY if plan.ready else ALL)
        words = self.tr("{file}：{lines} 样，库存 {pieces} 件，合 {points} 分；可以导入 {ready} 样。")
        self._table.set_totals(
            words.format(
                file=plan.workbook.file_name,
                lines=len(plan.lines),
                pieces=plan.pieces,
                points=plan.value,
                ready=len(plan.ready),
            )
        )

    def show_imported(self, plan: GoodsPlan) -> None:
        """The goods lie on the counter; the rows that stayed out can still be saved."""
        self._above.setEnabled(False)
        words = self.tr("导入了 {count} 样，期初 {pieces} 件（第 {batch} 批），{wrong} 行没有导入。")
        said = words.format(
            count=len(plan.ready), pieces=plan.pieces_in, batch=plan.batch, wrong=len(plan.wrong)
        )
        self.taken(plan, said, self.tr("看物品"), Route("goods"))

    def start(self) -> None:
        """Nothing is asked for before there is a list."""
        self._above.setVisible(False)
        self._notes.setVisible(False)

    def place_of(self, line: GoodsLine) -> tuple[str, int]:
        return line.said.where

    def offer_cures(self, line: GoodsLine) -> None:
        take, leave = self.tr("是另一样，照样导入"), self.tr("是同一样，不导入")
        self.offer_acceptance(line, take, leave, self._presenter.accept)

    def _show_choices(self, plan: GoodsPlan) -> None:
        """The day of the prices, the place where there are several, and what is to be said of the sheets."""
        if self._above.isHidden():
            self._day.set_day(plan.from_on)
        self._above.setVisible(True)
        self._above.setEnabled(True)
        several = len(plan.outlets) > 1
        self._outlet.clear()
        for outlet in plan.outlets:
            self._outlet.addItem(outlet.name, outlet.id)
        if plan.outlet is not None:
            self._outlet.setCurrentIndex(self._outlet.findData(plan.outlet.id))
        self._outlet.setVisible(several)
        self._outlet_word.setVisible(several)
        notes = [tell_code(f"finding.{note.kind}", note.params) for note in plan.notes]
        if plan.passed:
            words = self.tr("没有读的表：{names}。")
            notes.append(words.format(names="、".join(name.strip() for name in plan.passed)))
        self._notes.setText("　".join(notes))
        self._notes.setVisible(bool(notes))

    def _choose_day(self, day: object) -> None:
        plan = self._plan
        if plan is not None and plan.batch is None and isinstance(day, date) and day != plan.from_on:
            self._presenter.choose_day(day)

    def _choose_outlet(self, index: int) -> None:
        self._presenter.choose_outlet(int(self._outlet.itemData(index)))


def _fits(line: GoodsLine, text: str) -> bool:
    return any(text in said for said in (line.said.name, line.code, line.said.source, line.said.barcode))
