"""导入上报表: what grid workers claim, with what is wrong marked; what is right goes into the queue."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from passbook_desk.features.ledger.claims.upload_values import UploadLine, UploadPlan
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.table_page import Chip
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.pages.claims.upload_presenter import UploadPresenter
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.sheet_import_page import ALL, READY, WRONG, ImportWords, SheetImportPage
from passbook_desk.ui.shell.sheet_importing import reason_of
from passbook_desk.ui.shell.tools import Tools


def _day(line: UploadLine) -> str:
    """The day as it was read; as it is written where that is none."""
    return line.said.day_text if line.said.day is None else day_text(line.said.day)


COLUMNS: tuple[Column[UploadLine], ...] = (
    Column("ready", QT_TRANSLATE_NOOP("Columns", "报"), lambda line: "✓" if line.ready else "✕", 1),
    Column(
        "row",
        QT_TRANSLATE_NOOP("Columns", "行"),
        lambda line: str(line.said.row),
        2,
        sort=lambda line: (line.said.sheet, line.said.row),
        figures=True,
    ),
    Column("day", QT_TRANSLATE_NOOP("Columns", "日期"), _day, 5),
    Column("head", QT_TRANSLATE_NOOP("Columns", "户主"), lambda line: line.said.head or line.said.code, 4),
    Column("item", QT_TRANSLATE_NOOP("Columns", "事项"), lambda line: line.said.item, 8),
    Column(
        "points",
        QT_TRANSLATE_NOOP("Columns", "分值"),
        lambda line: line.said.points_text if line.points is None else str(line.points),
        3,
        figures=True,
    ),
    Column("by", QT_TRANSLATE_NOOP("Columns", "上报人"), lambda line: line.said.by, 4, optional=True),
    Column("reason", QT_TRANSLATE_NOOP("Columns", "问题"), reason_of, 16, stretch=True),
)


class UploadPage(SheetImportPage[UploadLine]):
    """Choose a workbook, settle rows, import. A file may also be dropped on the page."""

    topics = frozenset({Topic.VILLAGE, Topic.CATALOGUE})
    _presenter: UploadPresenter
    _plan: UploadPlan | None

    def __init__(self, tools: Tools) -> None:
        first = QCoreApplication.translate(
            "UploadPage", "选网格员交来的积分上报表，对的进审核，有问题的逐条列出。"
        )
        super().__init__(
            tools,
            "claims.upload",
            ImportWords(
                title=QCoreApplication.translate("UploadPage", "导入上报表"),
                first=first,
                find_hint=QCoreApplication.translate("UploadPage", "户主、事项、上报人"),
                wrong_file=QCoreApplication.translate("UploadPage", "上报表_有问题的.xlsx"),
                apply=QCoreApplication.translate("UploadPage", "导入 {count} 件"),
                nothing=QCoreApplication.translate("UploadPage", "没有可以报的行，什么也没写。"),
            ),
            COLUMNS,
            (
                Chip(WRONG, QCoreApplication.translate("UploadPage", "有问题的")),
                Chip(READY, QCoreApplication.translate("UploadPage", "可以报的")),
                Chip(ALL, QCoreApplication.translate("UploadPage", "全部")),
            ),
            _fits,
        )
        reading = self.tr("正在读取表格…")
        self._presenter = UploadPresenter(tools.desk, self, tools.jobs, tools.clock, reading)
        self.lay_out()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选网格员交来的上报表；每一行都和细则、户册、上限对过。"),
            self.tr("有问题的：选中一行，按下面的办法照报、按细则、选户；不办的就不导入。"),
            self.tr("F8 导入可以报的，进审核排队；其余另存为 Excel 退给网格员。"),
        )

    def show_earlier(self, batch: int) -> None:
        """The very same workbook came in before."""
        words = self.tr("这份表已作为第 {batch} 批导入过；再导只会报重复。")
        self.message.say(words.format(batch=batch), Mood.WARN)

    def show_plan(self, plan: UploadPlan) -> None:
        """The rows with what is wrong; nothing is written yet."""
        self.message.clear()
        if plan.needs_steps:
            self.message.say(
                self.tr("村里现在是“记了就生效”，没有审核这一步。网格员上报的要先审核，才能导入。"),
                Mood.WARN,
                self.tr("打开审核"),
                self._switch_on,
            )
        self.take(plan, WRONG if plan.wrong else READY)
        words = self.tr("{file}：{lines} 行，可以报 {ready} 行 {points} 分，有问题 {wrong} 行。")
        self._table.set_totals(
            words.format(
                file=plan.workbook.file_name,
                lines=len(plan.lines),
                ready=len(plan.ready),
                points=plan.total,
                wrong=len(plan.wrong),
            )
        )

    def may_apply(self, plan: UploadPlan) -> bool:
        """Claims need a review to wait for."""
        return bool(plan.ready) and not plan.needs_steps

    def show_imported(self, plan: UploadPlan) -> None:
        """The claims wait; the rows that stayed out can still be saved."""
        words = self.tr("{count} 件进了审核（第 {batch} 批），有问题的 {wrong} 行没有导入。")
        said = words.format(count=len(plan.ready), batch=plan.batch, wrong=len(plan.wrong))
        self.taken(plan, said, self.tr("去审核"), Route("claims"))

    def show_review_on(self) -> None:
        """Say that claims are reviewed from now on."""
        self._tools.announcer.done(self.tr("审核已打开：从现在起记的积分都先审核。"))

    def place_of(self, line: UploadLine) -> tuple[str, int]:
        return line.said.place

    def offer_cures(self, line: UploadLine) -> None:
        presenter = self._presenter
        self.offer_acceptance(line, self.tr("照报"), self.tr("不照报"), presenter.accept)
        if line.settled_by_value:
            self.add_cure("value", self.tr("按细则的分值"), partial(presenter.take_value, line))
        if not line.ready:
            self.offer_households(line, line.candidates, presenter.choose_household)

    def _switch_on(self) -> None:
        sentence = self.tr("打开后，从现在起记的每一笔积分都要先审核才生效。以后可以在“积分规矩”里改。")
        if self._tools.dialogs.confirm(self.tr("打开审核"), sentence, self.tr("打开审核")):
            self._presenter.switch_on_review()


def _fits(line: UploadLine, text: str) -> bool:
    return any(text in said for said in (line.said.head, line.said.item, line.said.by, line.said.code))
