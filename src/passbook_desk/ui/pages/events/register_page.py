"""导入旧台账: the events a council kept on a sheet, with what is wrong marked."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel

from passbook_desk.features.events.register.values import Fate, RegisterLine, RegisterPlan
from passbook_desk.features.events.values import EventKind, Measure
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.table_page import Chip
from passbook_desk.ui.pages.events.register_columns import REGISTER_COLUMNS
from passbook_desk.ui.pages.events.register_presenter import RegisterPresenter
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.sheet_import_page import ALL, READY, TOLD, WRONG, ImportWords, SheetImportPage
from passbook_desk.ui.shell.tools import Tools


class RegisterPage(SheetImportPage[RegisterLine]):
    """Choose a workbook, settle rows, import. A file may also be dropped on the page."""

    topics = frozenset({Topic.EVENTS, Topic.HOUSEHOLDS})
    _presenter: RegisterPresenter
    _plan: RegisterPlan | None

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        first = QCoreApplication.translate(
            "RegisterPage", "选理事会的红白事台账，每件对到户、对照标准，有问题的逐条列出。"
        )
        super().__init__(
            tools,
            "event_import",
            ImportWords(
                title=QCoreApplication.translate("RegisterPage", "导入红白事旧台账"),
                first=first,
                find_hint=QCoreApplication.translate("RegisterPage", "事主、事由"),
                wrong_file=QCoreApplication.translate("RegisterPage", "红白事台账_有问题的.xlsx"),
                apply=QCoreApplication.translate("RegisterPage", "导入 {count} 件"),
                nothing=QCoreApplication.translate("RegisterPage", "没有新的，什么也没写。"),
            ),
            REGISTER_COLUMNS,
            (
                Chip(WRONG, QCoreApplication.translate("RegisterPage", "有问题的")),
                Chip(READY, QCoreApplication.translate("RegisterPage", "可以导入的")),
                Chip(TOLD, QCoreApplication.translate("RegisterPage", "请核对的")),
                Chip(ALL, QCoreApplication.translate("RegisterPage", "全部")),
            ),
            _fits,
        )
        reading = self.tr("正在读取表格…")
        self._presenter = RegisterPresenter(tools.desk, self, tools.jobs, tools.clock, key, reading)
        self._older = QLabel()
        self._older.setWordWrap(True)
        self._standard = QComboBox()
        self._standard.setObjectName("event_import.standard")
        self._standard.setAccessibleName(self.tr("按哪一版标准"))
        self._standard.activated.connect(self._choose_standard)
        older = QHBoxLayout()
        older.setSpacing(8)
        older.addWidget(self._older, 1)
        older.addWidget(self._standard)
        self.body.addLayout(older)
        self.lay_out()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("先导入花名册、采用红白事标准，再选理事会的旧台账。"),
            self.tr("每件按事主、网格、门牌对到户；对不上的选中那一行，选户。"),
            self.tr("F8 导入；已有的不重复，旧台账没写的不补，超没超按标准重新算。"),
            self.tr("导错了，在“设置”的导入记录里撤销，30 天以内都行。"),
        )

    def show_earlier(self, batch: int) -> None:
        """The very same workbook came in before."""
        words = self.tr("这份台账已作为第 {batch} 批导入过；已有的不会重复。")
        self.message.say(words.format(batch=batch), Mood.WARN)

    def show_plan(self, plan: RegisterPlan) -> None:
        """The rows with what is wrong; nothing is written yet."""
        self.message.clear()
        self._show_older(plan)
        self.take(plan, WRONG if plan.wrong else READY if plan.ready else ALL)
        self._table.set_totals(self._totals(plan))

    def show_imported(self, plan: RegisterPlan) -> None:
        """The events are in the file; the rows that stayed out can still be saved."""
        self._standard.setEnabled(False)
        words = self.tr("导入了 {count} 件（第 {batch} 批），有问题的 {wrong} 行没有导入。")
        said = words.format(count=len(plan.ready), batch=plan.batch, wrong=len(plan.wrong))
        self.taken(plan, said, self.tr("看红白事"), Route("events"))

    def start(self) -> None:
        """No standard is asked for before there is a register."""
        self._older.setVisible(False)
        self._standard.setVisible(False)

    def place_of(self, line: RegisterLine) -> tuple[str, int]:
        return line.said.where

    def offer_cures(self, line: RegisterLine) -> None:
        presenter = self._presenter
        self.offer_acceptance(line, self.tr("按当天报备算"), self.tr("不按当天算"), presenter.accept)
        if line.fate is Fate.OUT:
            self.offer_households(line, line.candidates, presenter.choose_household)

    def _show_older(self, plan: RegisterPlan) -> None:
        """Events older than the village's first standard need one to be held against."""
        under = plan.counted_under
        words = self.tr("有 {count} 件早于村里第一份标准，按第 {number} 版（{day} 通过）算，以后也不变。")
        self._older.setText(
            words.format(count=plan.before_standard, number=under.number, day=day_text(under.meeting_on))
        )
        self._older.setVisible(plan.before_standard > 0)
        self._standard.clear()
        for version in sorted(plan.standards, key=lambda version: version.number):
            word = self.tr("按第 {number} 版").format(number=version.number)
            self._standard.addItem(word, version.number)
        self._standard.setCurrentIndex(self._standard.findData(under.number))
        self._standard.setEnabled(True)
        self._standard.setVisible(plan.before_standard > 0 and len(plan.standards) > 1)

    def _totals(self, plan: RegisterPlan) -> str:
        words = self.tr(
            "{file}：{lines} 件，红事 {red}、白事 {white}，报备 {declared} 桌、实际 {actual} 桌，"
            "违规 {over} 件，没核查 {waiting} 件。"
        )
        said = [line.said for line in plan.lines]
        return words.format(
            file=plan.workbook.file_name,
            lines=len(said),
            red=sum(each.kind is EventKind.WEDDING for each in said),
            white=sum(each.kind is EventKind.FUNERAL for each in said),
            declared=sum(each.declared.get(Measure.TABLES, 0) for each in said),
            actual=sum(each.actual.get(Measure.TABLES, 0) for each in said),
            over=sum(line.violates for line in plan.lines),
            waiting=sum(not each.checked for each in said),
        )

    def _choose_standard(self, index: int) -> None:
        self._presenter.choose_standard(int(self._standard.itemData(index)))


def _fits(line: RegisterLine, text: str) -> bool:
    return any(text in said for said in (line.said.head, line.said.matter, line.said.code))
