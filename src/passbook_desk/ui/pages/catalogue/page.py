from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel

from passbook_desk.features.catalogue.values import ItemRow, VersionRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.meeting import MeetingDialog
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.catalogue.columns import COLUMNS
from passbook_desk.ui.pages.catalogue.presenter import CatalogueDraft, CataloguePresenter, CatalogueShown
from passbook_desk.ui.shell.tools import Tools


class CataloguePage(PageFrame):
    """The catalogue in force as a table, earlier versions beside it, and adopting the next one."""

    topics = frozenset({Topic.CATALOGUE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("CataloguePage", "积分细则"))
        self._tools = tools
        self._presenter = CataloguePresenter(tools.desk, self, tools.jobs, tools.clock)
        self._dialog: MeetingDialog | None = None
        self._shown: CatalogueShown | None = None
        self._table: TablePage[ItemRow] = TablePage(
            COLUMNS,
            Empty(
                self.tr("还没有积分细则。先采用起步版，开会议定后再换成村里自己的。"),
                self.tr("采用起步版"),
                self._presenter.take_starter,
            ),
            find_hint=self.tr("事项、编码"),
            matches=lambda item, text: text in item.name or item.code.startswith(text),
        )
        self.body.addLayout(self._choices())
        self.body.addWidget(self._table, 1)
        self.set_actions(
            [
                Action("catalogue.starter", self.tr("采用起步版"), self._presenter.take_starter),
                Action("catalogue.workbook", self.tr("从表格采用"), self._read),
                Action("catalogue.export", self.tr("导出 Excel"), self._export),
            ]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("开会议定后，点“采用起步版”，或用自己的表“从表格采用”。"),
            self.tr("填开会日期、会议记录号和执行日期。执行日期以前的积分仍按旧版。"),
            self.tr("要张贴或上会，点“导出 Excel”。改好的表可以再采用成新版。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self._presenter.load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_catalogue(self, shown: CatalogueShown | None) -> None:
        """The version looked at; None while there is none."""
        self._shown = shown
        for widget in (self._version, self._version_word, self._category, self._category_word):
            widget.setVisible(shown is not None)
        export = self.act_button("catalogue.export")
        if export is not None:
            export.setEnabled(shown is not None)
        if shown is None:
            self._table.set_rows(())
            self._table.set_totals("")
            return
        self._fill_choices(shown)
        self._table.set_rows(shown.items)
        self._table.set_totals(self._totals(shown))

    def show_draft(self, draft: CatalogueDraft) -> None:
        """Ask for the meeting that decided it."""
        self.message.clear()
        dialog = MeetingDialog(
            self.tr("采用积分细则"),
            self.tr("{source}：{items} 项，其中 {undecided} 项还没有议定分值，先停用。").format(
                source=draft.source, items=len(draft.items), undecided=draft.undecided
            ),
            self._tools.clock,
            draft.findings,
            draft.meeting_on,
            draft.effective_from,
            self,
        )

        def decided(meeting_on: date, minutes_no: str, effective_from: date) -> None:
            self._presenter.adopt(draft, meeting_on, minutes_no, effective_from)

        dialog.decided.connect(decided)
        dialog.finished.connect(self._dialog_gone)
        self._dialog = dialog
        dialog.open()

    def show_adopted(self, number: int) -> None:
        """The next version is kept."""
        if self._dialog is not None:
            self._dialog.accept()
        self._tools.announcer.done(self.tr("已采用积分细则第 {number} 版。").format(number=number))

    def show_refusal(self, error: BaseException) -> None:
        """What the meeting's dates or the items were refused for."""
        if self._dialog is not None:
            self._dialog.panel.show_problem(error)
        else:
            self.show_problem(error)

    def show_saved(self, target: Path) -> None:
        """The workbook is written."""
        self._tools.announcer.done(self.tr("已导出 {name}。").format(name=target.name))

    def show_problem(self, error: BaseException) -> None:
        """Trouble with reading or writing; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _choices(self) -> QHBoxLayout:
        self._version, self._category = QComboBox(), QComboBox()
        self._version_word, self._category_word = QLabel(self.tr("版本")), QLabel(self.tr("类别"))
        for box in (self._version, self._category):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._version.activated.connect(self._choose_version)
        self._category.activated.connect(self._choose_category)
        row = QHBoxLayout()
        row.setSpacing(8)
        pairs = ((self._version_word, self._version), (self._category_word, self._category))
        for word, box in pairs:
            word.setBuddy(box)
            row.addWidget(word)
            row.addWidget(box)
            row.addSpacing(8)
        row.addStretch(1)
        return row

    def _fill_choices(self, shown: CatalogueShown) -> None:
        self._version.clear()
        for version in shown.versions:
            self._version.addItem(self._version_text(version, shown.in_force), version.number)
        self._version.setCurrentIndex(self._version.findData(shown.version.number))
        self._category.clear()
        self._category.addItem(self.tr("全部类别"), "")
        for category in shown.categories:
            self._category.addItem(category, category)
        self._category.setCurrentIndex(self._category.findData(shown.category))

    def _version_text(self, version: VersionRow, in_force: int | None) -> str:
        words = self.tr("第 {number} 版 {day} 起执行").format(
            number=version.number, day=day_text(version.effective_from)
        )
        return self.tr("{version}（现行）").format(version=words) if version.number == in_force else words

    def _totals(self, shown: CatalogueShown) -> str:
        version = shown.version
        enabled = sum(item.enabled for item in shown.items)
        counted = self.tr("列出 {items} 项，能记分 {enabled} 项，停用 {disabled} 项。").format(
            items=len(shown.items), enabled=enabled, disabled=len(shown.items) - enabled
        )
        decided = self.tr("第 {number} 版由 {day} 的会议通过。").format(
            number=version.number, day=day_text(version.meeting_on)
        )
        if not version.minutes_no:
            return f"{counted} {decided}"
        minutes = self.tr("会议记录：{minutes}").format(minutes=version.minutes_no)
        return f"{counted} {decided} {minutes}"

    def _choose_version(self, place: int) -> None:
        self._presenter.show_version(int(self._version.itemData(place)))

    def _choose_category(self, place: int) -> None:
        self._presenter.show_category(str(self._category.itemData(place)))

    def _read(self) -> None:
        kind = FileKind(self.tr("表格"), ("*.xlsx", "*.xls", "*.xlsm", "*.ods"))
        path = self._tools.dialogs.pick_open(self.tr("选积分细则的表格"), kind)
        if path is not None:
            self._presenter.read(path, self.tr("正在读表格…"))

    def _export(self) -> None:
        if self._shown is None:
            return
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        name = self.tr("积分细则第{number}版").format(number=self._shown.version.number)
        target = self._tools.dialogs.pick_save(self.tr("导出 Excel"), f"{name}.xlsx", kind)
        if target is not None:
            self._presenter.save(target, self.tr("正在导出…"))

    def _dialog_gone(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
