from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from passbook_desk.documents.calibration import DRIFT_SHEETS
from passbook_desk.documents.correction import corrected
from passbook_desk.documents.page import Page
from passbook_desk.documents.print_exchange import Measured, PrintExchange
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action, action_button
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind, Printers
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.passbooks.calibration_parts import COLUMNS, NumbersPane, PaperChoice, size_text
from passbook_desk.ui.pages.passbooks.calibration_presenter import CalibrationPresenter, Paper, Sheets, Stage
from passbook_desk.ui.pages.passbooks.words import correction_words
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_LIST, _PRINT, _NUMBERS = range(3)


class CalibrationPage(PageFrame):
    """What is known of this computer's printers, and the way of two sheets to measure one.

    Parameters: `new` goes straight to the first sheet, with `printer`, `width` and `height` (mm) chosen if
    given.
    """

    def __init__(self, tools: Tools, printers: Printers | None = None) -> None:
        super().__init__(QCoreApplication.translate("CalibrationPage", "校准"))
        self._tools = tools
        self._presenter = CalibrationPresenter(
            self,
            tools.desk,
            tools.jobs,
            tools.clock,
            tools.corrections,
            tools.fontbook,
            self.tr("正在排校准纸…"),
        )
        self._sheets: Sheets | None = None
        self._row: Measured | None = None
        self._wanted: Paper | None = None
        self._printer = ""
        self._preview = PreviewPanel(
            tools.fontbook,
            tools.jobs,
            tools.dialogs,
            tools.announcer,
            printers=printers,
            gate=self._corrected,
        )
        self._preview.printed.connect(lambda _count: self._after_paper())
        self._preview.saved.connect(lambda _path: self._after_paper())
        self._numbers = NumbersPane(tools.fontbook)
        self._numbers.typed.connect(self._take_numbers)
        self._panes = QStackedWidget()
        for pane in (self._list_pane(), self._print_pane(), self._numbers):
            self._panes.addWidget(pane)
        self.body.addWidget(self._panes, 1)
        for action in (
            Action("calibration.export", self.tr("导出到别的电脑"), self._export),
            Action("calibration.import", self.tr("从别的电脑导入"), self._import),
        ):
            self.footer.addWidget(action_button(action))
        self.footer.addStretch(1)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选打印机和纸，打第一张。用尺量四个数，填上。"),
            self.tr("打第二张：照纸上说的点两个铅笔点，都在小圈内就保存。"),
            self.tr("有一点在圈外就再量一次。每台打印机、每种纸校准一回。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        width, height = params.get("width"), params.get("height")
        sized = isinstance(width, int | float) and isinstance(height, int | float)
        self._wanted = Paper(float(str(width)), float(str(height))) if sized else None
        if "new" in params:
            printer = str(params.get("printer", ""))
            if printer:
                self._preview.choose_printer(printer)
            self._begin()
        else:
            self._show_list()

    def show_kept(self, rows: Sequence[Measured]) -> None:
        """What was measured on this computer."""
        self._table.set_rows(rows)
        self._offer_list_acts()

    def show_papers(self, papers: Sequence[Paper]) -> None:
        """The sizes to choose from; choosing one draws its sheet."""
        self._choice.offer(papers, self._wanted)

    def show_sheets(self, sheets: Sheets) -> None:
        """A sheet to print: the first, the one that checks it, or ten for fan-fold paper."""
        self._sheets = sheets
        titles = {
            Stage.FIRST: self.tr("校准 第 1 步：打第一张，量四个数"),
            Stage.CHECK: self.tr("校准 第 2 步：打第二张，看准不准"),
            Stage.RUN: self.tr("校准 连续纸：接连打 {count} 张").format(count=DRIFT_SHEETS),
        }
        self._show(_PRINT, titles[sheets.stage])
        self._choice.setVisible(sheets.stage is Stage.FIRST)
        if sheets.stage is not Stage.FIRST:
            self._preview.choose_printer(self._printer)
        self._preview.show_pages(
            sheets.pages,
            self.tr("校准 {size}").format(size=size_text(sheets.paper.width, sheets.paper.height)),
        )
        self._hint.setText(self._print_hint(sheets))
        self._offer_print_acts(sheets.stage, printed=False)
        if not self._preview.printer:
            self._say_no_printer()

    def show_no_sheet(self, error: BaseException) -> None:
        """There is no sheet for paper of that size; the one of another size is taken away."""
        self._sheets = None
        self._show(_PRINT, self.tr("校准 第 1 步：打第一张，量四个数"))
        self._choice.show()
        self._preview.show_pages((), "")
        self.set_actions([])
        self.show_problem(error)

    def show_done(self, found: Measured) -> None:
        """A correction is kept."""
        self._tools.announcer.done(
            self.tr("{printer} 的 {size} 纸校准好了：{words}。").format(
                printer=found.printer,
                size=size_text(found.width, found.height),
                words=correction_words(found.correction),
            )
        )
        self._row = None
        self._tools.go(Route("calibration"))

    def show_brought(self, found: PrintExchange) -> None:
        """A file of another computer was taken over."""
        words = self.tr("导入了 {count} 份校准。").format(count=len(found.corrections))
        if found.layouts:
            words += self.tr("另有 {count} 种折样，请到折样里导入这个文件。").format(count=len(found.layouts))
        self._tools.announcer.done(words)
        self._presenter.load()

    def show_written(self, target: Path) -> None:
        """A file for another computer was written."""
        self._tools.announcer.made(self.tr("已导出到 {name}。").format(name=target.name), target)

    def show_refusal(self, error: BaseException) -> None:
        """Numbers that cannot be, said beside their field."""
        self._numbers.form.show_problem(error)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _list_pane(self) -> QWidget:
        empty = Empty(
            self.tr("还没有校准过打印机。打两张纸、量四个数，字就落在格子里。"), self.tr("校准"), self._begin
        )
        self._table: TablePage[Measured] = TablePage(COLUMNS, empty)
        self._table.setObjectName("kept")
        self._table.selected.connect(lambda _row: self._offer_list_acts())
        self._table.opened.connect(self._again)
        return self._table

    def _print_pane(self) -> QWidget:
        self._choice = PaperChoice()
        self._choice.chosen.connect(self._presenter.begin)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._choice)
        column.addWidget(self._hint)
        column.addWidget(self._preview, 1)
        return pane

    def _print_hint(self, sheets: Sheets) -> str:
        if sheets.stage is Stage.FIRST:
            return self.tr("选好打印机和纸再打。纸靠齐左边和上边放正，打印时不要缩放。打好就填四个数。")
        if sheets.stage is Stage.CHECK:
            return self.tr("量出来：{words}。再打一张，照纸上说的点两个铅笔点，看在不在小圈内。").format(
                words=correction_words(sheets.correction)
            )
        return self.tr("纸不要撕开。打完量第 1 张和第 {count} 张：纸的上边到框的横线。").format(
            count=DRIFT_SHEETS
        )

    def _show(self, pane: int, title: str) -> None:
        self.message.clear()
        self._panes.setCurrentIndex(pane)
        self.set_title(title)
        for number in range(self.footer.count()):
            widget = self.footer.itemAt(number).widget()
            if widget is not None:
                widget.setVisible(pane == _LIST)
        self.show_allowed()

    def _show_list(self) -> None:
        self._show(_LIST, self.tr("校准"))
        self._offer_list_acts()
        self._presenter.load()

    def _offer_list_acts(self) -> None:
        if self._panes.currentIndex() != _LIST:
            return
        acts = []
        if self._table.selected_row() is not None:
            acts.append(Action("calibration.remove", self.tr("删掉"), self._remove))
            acts.append(Action("calibration.run", self.tr("连续纸越打越偏"), self._begin_run))
        acts.append(Action("calibration.start", self.tr("校准"), self._begin, "F8", primary=True))
        self.set_actions(acts)

    def _offer_print_acts(self, stage: Stage, printed: bool) -> None:
        """What follows on the sheet; only what is on paper can be measured or accepted."""
        if stage is not Stage.CHECK:
            word = self.tr("打好了，填数")
            acts = [Action("calibration.numbers", word, self._ask_numbers, "F8", primary=True)]
        elif printed:
            accept = self.tr("在圈内，用它")
            acts = [
                Action("calibration.again", self.tr("再量一次"), self._ask_numbers),
                Action("calibration.accept", accept, self._accept, "F8", primary=True),
            ]
        else:
            acts = []
        self.set_actions(acts)

    def _begin(self) -> None:
        self._row, self._printer = None, ""
        self._presenter.load_papers()

    def _again(self, row: Measured) -> None:
        """Measure a printer that is listed once more."""
        params = {"new": True, "printer": row.printer, "width": row.width, "height": row.height}
        self._tools.go(Route("calibration", params))

    def _begin_run(self) -> None:
        row = self._table.selected_row()
        if row is not None:
            self._row, self._printer = row, row.printer
            self._presenter.begin_run(row)

    def _corrected(self, printer: str | None, go: Callable[[Sequence[Page]], None]) -> None:
        """Before a sheet leaves the house: move its ink, and remember where it goes."""
        sheets = self._sheets
        if sheets is None:
            return
        if sheets.stage is Stage.FIRST:
            self._printer = printer or self._preview.printer
        elif printer not in (None, self._printer):
            self.message.say(
                self.tr("第一张是 {printer} 打的，这一张也要用它打，请选它。").format(printer=self._printer),
                Mood.WARN,
            )
            return
        self.message.clear()
        go(corrected(sheets.pages, sheets.correction))

    def _after_paper(self) -> None:
        """A sheet is on paper, or in a file that will be: what comes next needs no click of its own."""
        if self._sheets is None:
            return
        if self._sheets.stage is Stage.CHECK:
            self._offer_print_acts(Stage.CHECK, printed=True)
        else:
            self._ask_numbers()

    def _ask_numbers(self) -> None:
        if self._sheets is None:
            return
        stage = self._sheets.stage
        hints = {
            Stage.FIRST: self.tr("用尺量打出来的第一张，量到半毫米。"),
            Stage.CHECK: self.tr(
                "在第二张上量到零点一毫米：尺边靠灰线，先读整毫米，再看哪条细线和尺上的线对齐，它的号就是零点几。"
            ),
            Stage.RUN: self.tr("量第 1 张和第 {count} 张，量到零点一毫米。").format(count=DRIFT_SHEETS),
        }
        self._printer = self._printer or self._preview.printer
        self._show(_NUMBERS, self.tr("校准：填量到的数"))
        back = Action("calibration.sheet", self.tr("再打一张"), self._back_to_sheet)
        self.set_actions([back])
        self._numbers.ask(stage, self._sheets.pages[0], hints[stage])

    def _back_to_sheet(self) -> None:
        if self._sheets is not None:
            self.show_sheets(self._sheets)

    def _take_numbers(self, stage: Stage) -> None:
        if stage is not Stage.RUN:
            self._presenter.read(stage, self._numbers.reading())
        elif self._row is not None:
            self._presenter.read_run(self._row, *self._numbers.tops())

    def _accept(self) -> None:
        if self._printer:
            self._presenter.accept(self._printer)
        else:
            self._say_no_printer()

    def _say_no_printer(self) -> None:
        self.message.say(
            self.tr("这台电脑没有打印机，不知道校准记给谁。请先装好打印机，再来校准。"), Mood.WARN
        )

    def _remove(self) -> None:
        row = self._table.selected_row()
        if row is None:
            return
        agreed = self._tools.dialogs.confirm(
            self.tr("删掉校准"),
            self.tr("删掉 {printer} 的 {size} 纸的校准？").format(
                printer=row.printer, size=size_text(row.width, row.height)
            ),
            self.tr("删掉"),
            self.tr("以后在这种纸上打，就不再移动。"),
        )
        if agreed:
            self._presenter.remove(row)

    def _export(self) -> None:
        target = self._tools.dialogs.pick_save(self.tr("导出校准"), self.tr("打印校准.json"), self._kind())
        if target is not None:
            self._presenter.write(target)

    def _import(self) -> None:
        source = self._tools.dialogs.pick_open(self.tr("导入校准"), self._kind())
        if source is not None:
            self._presenter.bring(source)

    def _kind(self) -> FileKind:
        return FileKind(self.tr("校准和折样"), ("*.json",))
