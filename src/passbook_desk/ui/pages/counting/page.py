"""统计评比: a week, month, quarter or year by household, grid or building; ranked only when asked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget

from passbook_desk.documents.page import Page
from passbook_desk.features.ledger.counting.values import By, CountRow, CountSheet, Participation
from passbook_desk.features.ledger.counting.words import title as paper_title
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.periods import NotAPeriod, Period, PeriodKind
from passbook_desk.ui.kit.actions import Action, ToggleButton
from passbook_desk.ui.kit.dates import span_text
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.page_picture import page_picture
from passbook_desk.ui.kit.panes import Pane
from passbook_desk.ui.kit.printing import PagePen
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.counting.columns import BOOKS, PLACES, RANKED_BOOKS, RANKED_PLACES
from passbook_desk.ui.pages.counting.presenter import CountingPresenter, Wanted
from passbook_desk.ui.pages.counting.words import group_word
from passbook_desk.ui.shell.period_picker import WEEKS_AND_MORE, PeriodPicker
from passbook_desk.ui.shell.period_words import period_text
from passbook_desk.ui.shell.printable_page import PrintablePage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_GROUPS = (By.HOUSEHOLD, By.GRID, By.BUILDING, By.MEMBER)


class CountingPage(PrintablePage):
    """Parameters: `period` ("2026-05"), `by` and `ranked` choose what is counted; `paper` shows the pages."""

    topics = frozenset({Topic.LEDGER, Topic.HOUSEHOLDS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("CountingPage", "统计评比"))
        self._presenter = CountingPresenter(tools.desk, self, tools.jobs, tools.clock, tools.fontbook)
        self._pen = PagePen(tools.fontbook)
        self._picker = PeriodPicker(tools.clock.today(), PeriodKind.MONTH, WEEKS_AND_MORE, to_next=True)
        self._picker.changed.connect(self._load)
        self._hint = MessageBar()
        self._tables: dict[tuple[bool, bool], TablePage[CountRow]] = {
            (places, ranked): self._table(columns)
            for places, ranked, columns in (
                (False, False, BOOKS),
                (False, True, RANKED_BOOKS),
                (True, False, PLACES),
                (True, True, RANKED_PLACES),
            )
        }
        self._shown = QStackedWidget()
        for table in self._tables.values():
            self._shown.addWidget(table)
        self.lay_out(self._list_pane())

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选周、月、季或年，再选按户、按网格还是按楼栋；左右箭头看前一期、后一期。"),
            self.tr("要评比就按“排名次”，同分并列；不排名次时按编号列，谁也不分高低。"),
            self.tr("打印、复制成图片、存 Excel 的数和表里一样，姓名按上墙的写法。"),
        )

    def acts(self) -> list[Action]:
        return [
            Action("counting.paper", self.tr("打印预览"), self._open_paper, "F12", primary=True),
            Action("counting.picture", self.tr("复制成图片"), self._copy_picture),
            Action("counting.excel", self.tr("存为 Excel"), self._save_workbook),
            Action("counting.closing", self.tr("结账与清零"), lambda: self._tools.go(Route("closing"))),
        ]

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._choose(params)
        self.turn(params)
        self._load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._load()

    @property
    def wanted(self) -> Wanted:
        """What is counted now."""
        return Wanted(self._picker.period, _GROUPS[self._by.checkedId()], self._ranked.isChecked())

    def show_sheet(self, sheet: CountSheet) -> None:
        """The rows, their sum, and who has no record."""
        if self._paper:
            self._presenter.draw_pages(self.tr("正在排版…"))
            return
        table = self._tables[sheet.by.of_places, sheet.ranked]
        table.set_rows(sheet.rows)
        table.set_totals(self._totals(sheet))
        self._shown.setCurrentWidget(table)
        self._say_facts(sheet)

    def show_pages(self, sheet: CountSheet, pages: Sequence[Page]) -> None:
        """The sheet as it will be printed."""
        self.preview.show_pages(pages, paper_title(sheet))

    def show_picture(self, page: Page) -> None:
        """Put the picture where WeChat pastes from."""
        QGuiApplication.clipboard().setImage(page_picture(self._pen, page))
        self._tools.announcer.done(self.tr("已复制成图片，到微信群里粘贴就行。"))

    def _table(self, columns: tuple[Column[CountRow], ...]) -> TablePage[CountRow]:
        table: TablePage[CountRow] = TablePage(
            columns,
            Empty(
                self.tr("这里还没有可以统计的。先导入花名册，户和网格就都有了。"),
                self.tr("导入花名册"),
                lambda: self._tools.go(Route("import_roster")),
            ),
        )
        table.opened.connect(self._open)
        return table

    def _list_pane(self) -> Pane:
        pane = Pane()
        choices = QHBoxLayout()
        choices.setSpacing(8)
        self._by = QButtonGroup(self)
        for number, by in enumerate(_GROUPS):
            chip = ToggleButton(group_word(by))
            chip.setObjectName(f"counting.{by.value}")
            chip.setChecked(number == 0)
            self._by.addButton(chip, number)
            choices.addWidget(chip)
        self._by.idClicked.connect(lambda _number: self._load())
        choices.addStretch(1)
        self._ranked = ToggleButton(self.tr("排名次"))
        self._ranked.setObjectName("counting.ranked")
        self._ranked.clicked.connect(lambda: self._load())
        choices.addWidget(self._ranked)
        periods = QHBoxLayout()
        periods.addWidget(self._picker)
        periods.addStretch(1)
        pane.column.addLayout(periods)
        pane.column.addLayout(choices)
        pane.column.addWidget(self._hint)
        pane.column.addWidget(self._shown, 1)
        return pane

    def _choose(self, params: Mapping[str, object]) -> None:
        period, by = params.get("period"), params.get("by")
        if isinstance(period, str):
            try:
                self._picker.set_period(Period.parse(period))
            except NotAPeriod as error:
                self.message.say(tell(error), Mood.ERROR)
        if isinstance(by, str) and by in set(By):
            self._by.button(_GROUPS.index(By(by))).setChecked(True)
        if "ranked" in params:
            self._ranked.setChecked(bool(params["ranked"]))

    def _load(self) -> None:
        self._presenter.load(self.wanted)

    def _totals(self, sheet: CountSheet) -> str:
        told = Participation(sheet.households, sheet.recorded)
        words = self.tr(
            "{count} 行　加分 {credits}　扣分 {debits}　兑换 {redeemed}　结余 {closing}　得分 {score}"
        ).format(
            count=len(sheet.rows),
            credits=sheet.total.credits,
            debits=-sheet.total.debits,
            redeemed=-sheet.total.redeemed,
            closing=sheet.total.closing,
            score=sheet.total.score,
        )
        if told.percent is None:
            return words
        part = self.tr("参与率 {percent}%（{recorded}/{households} 户）").format(
            percent=told.percent, recorded=told.recorded, households=told.households
        )
        return f"{words}　{part}"

    def _say_facts(self, sheet: CountSheet) -> None:
        parts = []
        if sheet.running:
            parts.append(self.tr("{period}还没有过完，数还会变。").format(period=period_text(sheet.period)))
        if (sheet.span.first, sheet.span.last) != (sheet.period.first, sheet.period.last):
            parts.append(self.tr("按截止日算：{span}。").format(span=span_text(sheet.span)))
        if sheet.silent:
            parts.append(self.tr("没有记录的网格：{names}。").format(names="、".join(sheet.silent)))
        if sheet.ranked:
            parts.append(self.tr("名次按得分排，同分并列，后面的名次顺延；并列的按编号先后。"))
        if not parts:
            self._hint.clear()
            return
        self._hint.say("".join(parts), Mood.WARN if sheet.silent else Mood.NOTE)

    def _open(self, row: CountRow) -> None:
        if self.wanted.by is By.HOUSEHOLD and row.id:
            self._tools.go(Route("household", {"id": row.id}))

    def _open_paper(self) -> None:
        wanted = self.wanted
        params = {"period": str(wanted.period), "by": wanted.by.value, "ranked": wanted.ranked}
        self._tools.go(Route("counting", {**params, "paper": True}))

    def _copy_picture(self) -> None:
        self._presenter.draw_picture(self.tr("正在画图片…"))

    def _save_workbook(self) -> None:
        name = self.tr("{period}积分统计").format(period=self._picker.word)
        target = self.pick_workbook(f"{name}.xlsx")
        if target is not None:
            self._presenter.save_workbook(target, self.tr("正在存为 Excel…"))
