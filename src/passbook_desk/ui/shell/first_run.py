"""The first minutes: three ways in, and the facts of our own village (experience §4.1)."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.fields import CodeEdit, CountEdit
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.ports import Dialogs, FileKind
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.services import FirstRun
from passbook_desk.ui.shell.strips import BusyStrip
from passbook_desk.ui.shell.text_size import TextSizeChoice
from passbook_desk.ui.shell.wording import backup_in_words

if TYPE_CHECKING:
    from passbook_desk.features.safekeeping.values import Manifest

_WIDEST = 1040


class FirstRunWindow(QWidget):
    """Welcome and founding. `opened` comes when a village is open; the program then shows its window."""

    opened = Signal()

    def __init__(self, theme: Theme, jobs: JobRunner, dialogs: Dialogs, ways: FirstRun, clock: Clock) -> None:
        super().__init__()
        self._jobs, self._dialogs, self._ways, self._clock = jobs, dialogs, ways, clock
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("红绿存折"))
        self.message = MessageBar()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._welcome(theme))
        strip = BusyStrip()
        jobs.busy.connect(strip.set_busy)
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        self._column.addWidget(self.message)
        self._column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(strip)
        whole.addLayout(self._column, 1)
        self.setMinimumSize(800, 560)
        self.resize(1366, 728)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max((self.width() - _WIDEST) // 2, 24)
        self._column.setContentsMargins(side, 24, side, 24)

    def show_founding(self) -> None:
        """Go on to the form for our own village."""
        self.message.clear()
        if self._stack.count() == 1:  # made when it is wanted, so that the three ways in are painted sooner
            self._stack.addWidget(self._founding(self._clock))
        self._stack.setCurrentIndex(1)
        self._name.setFocus()

    def show_welcome(self) -> None:
        """Back to the three ways in; what was typed stays."""
        self._stack.setCurrentIndex(0)

    def _welcome(self, theme: Theme) -> QWidget:
        title = QLabel(self.tr("红绿存折"))
        title.setProperty("role", "figure")
        what = QLabel(self.tr("一个村的积分、存折、红白事和公示，装在这一台电脑上，不用上网。"))
        what.setProperty("role", "quiet")
        what.setWordWrap(True)
        size = QLabel(self.tr("字多大看着舒服？选一个，以后随时能换。"))
        scroll = ScrollColumn()
        column = scroll.column
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(what)
        column.addSpacing(16)
        column.addWidget(size)
        column.addWidget(TextSizeChoice(theme))
        column.addSpacing(24)
        self.ways = (
            _Way(self.tr("建我们村"), self.tr("填村名和乡镇，再导入花名册，约 15 分钟。")),
            _Way(self.tr("先看示范村"), self.tr("一个编出来的村，随便点，弄不坏。")),
            _Way(self.tr("从旧电脑搬来"), self.tr("选一个备份文件，户和积分都跟过来。")),
        )
        for way, act in zip(self.ways, (self.show_founding, self._demo, self._move), strict=True):
            way.clicked.connect(act)
            column.addWidget(way)
        column.addStretch(2)
        return scroll

    def _founding(self, clock: Clock) -> QWidget:
        self._name, self._township, self._clerk = QLineEdit(), QLineEdit(), QLineEdit()
        for edit in (self._name, self._township, self._clerk):
            edit.setMaxLength(40)
        self._code = CodeEdit(digits=12, width=7)
        self._phone = CodeEdit(width=7)
        self._year = CountEdit(digits=4)
        self._year.set_value(clock.today().year)
        self.form = FormPanel(
            [
                Field("name", self.tr("村或社区名"), self._name, required=True),
                Field("township", self.tr("乡镇或街道"), self._township, required=True),
                Field("code", self.tr("区划代码"), self._code, unit=self.tr("12 位"), required=True),
                Field("year", self.tr("年度"), self._year, unit=self.tr("年"), required=True),
                Field("clerk", self.tr("您的姓名"), self._clerk, self.tr("印在存折的经手栏"), required=True),
                Field(
                    "objection_phone", self.tr("监督电话"), self._phone, self.tr("印在公示上，可以以后再填")
                ),
            ],
            self.tr("建村"),
        )
        self.form.submitted.connect(self._found)
        back = QPushButton(self.tr("返回"))
        back.clicked.connect(self.show_welcome)
        self.form.buttons.insertWidget(0, back)
        title = QLabel(self.tr("建我们村"))
        title.setProperty("role", "title")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(self.form, 1)
        return page

    def _found(self) -> None:
        from passbook_desk.features.village.values import FoundVillage

        founding = FoundVillage(
            name=self._name.text().strip(),
            code=self._code.code(),
            township=self._township.text().strip(),
            year=self._year.value() or 0,
            clerk=self._clerk.text().strip(),
            objection_phone=self._phone.code(),
        )
        self.form.set_busy(True)
        self._jobs.desk(lambda: self._ways.found(founding), self._done, self.form.show_problem)

    def _demo(self) -> None:
        self._set_waiting(True)
        self.message.say(self.tr("正在准备示范村，请稍候。"))
        self._jobs.desk(self._ways.open_demo, self._done, self._refused)

    def _move(self) -> None:
        kind = FileKind(self.tr("备份文件"), ("*.pbd",))
        backup = self._dialogs.pick_open(self.tr("选择备份文件"), kind)
        if backup is None:
            return
        self._set_waiting(True)
        self._jobs.desk(
            partial(self._ways.look_into, backup), partial(self._ask_restore, backup), self._refused
        )

    def _ask_restore(self, backup: Path, manifest: "Manifest") -> None:
        words = backup_in_words(manifest)
        if not self._dialogs.confirm(self.tr("从旧电脑搬来"), words, self.tr("搬到这台电脑")):
            self._set_waiting(False)
            return
        self._jobs.desk(partial(self._ways.restore, backup), self._done, self._refused)

    def _done(self, _: None) -> None:
        if self._stack.count() > 1:
            self.form.set_busy(False)
        self._set_waiting(False)
        self.message.clear()
        self.opened.emit()

    def _refused(self, error: BaseException) -> None:
        self._set_waiting(False)
        self.message.clear()
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _set_waiting(self, waiting: bool) -> None:
        for way in self.ways:
            way.setEnabled(not waiting)


class _Way(QPushButton):
    """A big card to press: what it does, and a sentence about it."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.setProperty("role", "big")
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        heading = QLabel(title)
        heading.setProperty("role", "section")
        words = QLabel(sentence)
        words.setProperty("role", "quiet")
        words.setWordWrap(True)
        arrow = QLabel("▸")
        arrow.setProperty("role", "section")
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(heading)
        lines.addWidget(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.addLayout(lines, 1)
        row.addWidget(arrow)
        for label in (heading, words, arrow):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
