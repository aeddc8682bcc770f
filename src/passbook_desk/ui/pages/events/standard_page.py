from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel

from passbook_desk.features.events.comparing import ComparedLine, LineChange
from passbook_desk.features.events.values import OTHER_KINDS, EventKind, StandardRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.events.columns import LIMIT_COLUMNS
from passbook_desk.ui.pages.events.standard_presenter import (
    StandardDraft,
    StandardPresenter,
    StandardShown,
)
from passbook_desk.ui.pages.events.words import kind_word
from passbook_desk.ui.shell.meeting import MeetingDialog
from passbook_desk.ui.shell.tools import Tools

_ALL = "all"
_KINDS = {
    _ALL: tuple(EventKind),
    EventKind.WEDDING.value: (EventKind.WEDDING,),
    EventKind.FUNERAL.value: (EventKind.FUNERAL,),
    EventKind.OTHER.value: OTHER_KINDS,
}


class StandardPage(PageFrame):
    """The red-white standard in force as a table of limits, and adopting the next one."""

    topics = frozenset({Topic.EVENTS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("StandardPage", "红白事标准"))
        self._tools = tools
        self._presenter = StandardPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._dialog: MeetingDialog | None = None
        self._table: TablePage[ComparedLine] = TablePage(
            LIMIT_COLUMNS,
            Empty(
                self.tr("村里还没有红白事标准。先采用内置标准，开会议定后再换成自己的。"),
                self.tr("采用内置标准"),
                self._presenter.take_starter,
            ),
            chips=(
                Chip(_ALL, self.tr("红事白事")),
                Chip(EventKind.WEDDING, kind_word(EventKind.WEDDING)),
                Chip(EventKind.FUNERAL, kind_word(EventKind.FUNERAL)),
                Chip(EventKind.OTHER, kind_word(EventKind.OTHER)),
            ),
        )
        self._table.chip_changed.connect(self._choose_kind)
        self.body.addLayout(self._choices())
        self.body.addWidget(self._table, 1)
        self.set_actions(
            [
                Action("standard.starter", self.tr("采用内置标准"), self._presenter.take_starter),
                Action("standard.export", self.tr("导出 Excel"), self._export),
                Action("standard.workbook", self.tr("从表格采用"), self._read),
            ]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("开会议定后，点“采用内置标准”，或用自己的表“从表格采用”。"),
            self.tr("要改哪一条：导出 Excel，在表里改好，开会通过后“从表格采用”。"),
            self.tr("表里要有“项目、红事、白事”三列，一行一项。"),
            self.tr("以前的报备仍按当时的标准，不会变。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self._presenter.load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_standard(self, shown: StandardShown | None) -> None:
        """The standard looked at; None while there is none."""
        for widget in (self._version, self._version_word):
            widget.setVisible(shown is not None)
        if shown is None:
            self._table.set_rows(())
            self._table.set_totals("")
            return
        self._version.clear()
        for standard in shown.standards:
            self._version.addItem(self._version_text(standard, shown.in_force), standard.number)
        self._version.setCurrentIndex(self._version.findData(shown.standard.number))
        self._table.set_rows(shown.lines)
        self._table.set_totals(self._totals(shown))

    def show_draft(self, draft: StandardDraft) -> None:
        """Ask for the meeting that decided it."""
        self.message.clear()
        dialog = MeetingDialog(
            self.tr("采用红白事标准"),
            self.tr("{source}：{counted} 条限额，{words} 条文字规定。").format(
                source=draft.source, counted=draft.counted, words=len(draft.limits) - draft.counted
            ),
            self._tools.clock,
            draft.findings,
            parent=self,
        )

        def decided(meeting_on: date, minutes_no: str, effective_from: date) -> None:
            self._presenter.adopt(draft, meeting_on, minutes_no, effective_from)

        dialog.decided.connect(decided)
        dialog.finished.connect(self._dialog_gone)
        self._dialog = dialog
        dialog.open()

    def show_adopted(self, number: int) -> None:
        """The next standard is kept."""
        if self._dialog is not None:
            self._dialog.accept()
        self._tools.announcer.done(self.tr("已采用红白事标准第 {number} 版。").format(number=number))

    def show_exported(self, target: Path) -> None:
        """The workbook is made."""
        self._tools.announcer.done(self.tr("已存为 {name}。").format(name=target.name))

    def show_refusal(self, error: BaseException) -> None:
        """What the meeting's dates or the limits were refused for."""
        if self._dialog is not None:
            self._dialog.panel.show_problem(error)
        else:
            self.show_problem(error)

    def show_problem(self, error: BaseException) -> None:
        """Trouble with reading; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _choices(self) -> QHBoxLayout:
        self._version = QComboBox()
        self._version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._version.activated.connect(self._choose_version)
        self._version_word = QLabel(self.tr("版本"))
        self._version_word.setBuddy(self._version)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._version_word)
        row.addWidget(self._version)
        row.addStretch(1)
        return row

    def _version_text(self, standard: StandardRow, in_force: int | None) -> str:
        words = self.tr("第 {number} 版 {day} 起执行").format(
            number=standard.number, day=day_text(standard.effective_from)
        )
        return self.tr("{version}（现行）").format(version=words) if standard.number == in_force else words

    def _totals(self, shown: StandardShown) -> str:
        standard = shown.standard
        decided = self.tr("第 {number} 版由 {day} 的会议通过，列出 {count} 条。").format(
            number=standard.number, day=day_text(standard.meeting_on), count=len(shown.lines)
        )
        changed = sum(one.change is not LineChange.SAME for one in shown.lines)
        if changed:
            decided += self.tr("比上一版变动 {count} 处。").format(count=changed)
        if not standard.minutes_no:
            return decided
        minutes = self.tr("会议记录：{minutes}").format(minutes=standard.minutes_no)
        return f"{decided} {minutes}"

    def _choose_version(self, place: int) -> None:
        self._presenter.show_number(int(self._version.itemData(place)))

    def _choose_kind(self, key: str) -> None:
        self._presenter.show_kinds(_KINDS[key])

    def _read(self) -> None:
        kind = FileKind(self.tr("表格"), ("*.xlsx", "*.xls", "*.xlsm", "*.ods"))
        path = self._tools.dialogs.pick_open(self.tr("选红白事标准的表格"), kind)
        if path is not None:
            self._presenter.read(path, self.tr("正在读表格…"))

    def _export(self) -> None:
        kind = FileKind(self.tr("表格"), ("*.xlsx",))
        target = self._tools.dialogs.pick_save(self.tr("导出红白事标准"), self.tr("红白事标准.xlsx"), kind)
        if target is not None:
            self._presenter.export(target, self.tr("正在导出…"))

    def _dialog_gone(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
