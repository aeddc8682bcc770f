from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel

from passbook_desk.features.catalogue.values import KeptDraft, VersionRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action, action_button
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.catalogue.columns import COLUMNS
from passbook_desk.ui.pages.catalogue.presenter import (
    Beginning,
    CataloguePresenter,
    CatalogueShown,
    Proposal,
)
from passbook_desk.ui.pages.catalogue.words import Shown, details_text, total_limit_text
from passbook_desk.ui.shell.meeting import MeetingDialog
from passbook_desk.ui.shell.routes import Route
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
        self._kept: KeptDraft | None = None
        self._table: TablePage[Shown] = TablePage(
            COLUMNS,
            Empty(
                self.tr("还没有积分细则。先采用起步版，开会议定后再换成村里自己的。"),
                self.tr("采用起步版"),
                self._presenter.take_starter,
            ),
            find_hint=self.tr("事项、编码"),
            matches=lambda item, text: text in item.name or item.code.startswith(text),
        )
        self._table.selected.connect(self._stand_on)
        self._details = QLabel()
        self._details.setWordWrap(True)
        self._details.setProperty("role", "quiet")
        self.body.addLayout(self._choices())
        self.body.addWidget(self._table, 1)
        self.set_actions(
            [
                Action("catalogue.workbook", self.tr("导入表格"), self._read),
                Action("compare.open", self.tr("对照两版"), lambda: tools.go(Route("catalogue_compare"))),
                Action("catalogue.print", self.tr("打印"), self._print),
                Action("catalogue.export", self.tr("导出 Excel"), self._export),
            ]
        )
        self.footer.addWidget(self._details, 1)
        begin = Action("catalogue.begin", self.tr("起草下一版"), self._begin, primary=True)
        self._begin_button = action_button(begin)
        self.footer.addWidget(self._begin_button)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("第一次：采用起步版，或“导入表格”读村里自己的细则。"),
            self.tr("要改：“起草下一版”，改好、打印、开会，通过了再采用。"),
            self.tr("执行日期以前的积分仍按旧版，旧的一条也不会变。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self._presenter.load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_catalogue(self, shown: CatalogueShown | None, kept: KeptDraft | None) -> None:
        """The version looked at, None while there is none; and the draft that waits."""
        self._shown, self._kept = shown, kept
        for widget in (self._version, self._version_word, self._category, self._category_word):
            widget.setVisible(shown is not None)
        for act in ("catalogue.export", "catalogue.print", "compare.open"):
            button = self.act_button(act)
            if button is not None:
                button.setEnabled(shown is not None)
        self._show_waiting()
        if shown is None:
            self._table.set_rows(())
            self._table.set_totals("")
            self._details.clear()
            return
        self._fill_choices(shown)
        self._table.set_rows(shown.items)
        self._table.set_totals(self._totals(shown))
        self._stand_on(self._table.selected_row())

    def show_drafted(self) -> None:
        """There is a draft now to work on."""
        self._tools.go(Route("catalogue_draft"))

    def show_proposal(self, proposal: Proposal) -> None:
        """Ask for the meeting that decided it."""
        self.message.clear()
        draft = proposal.draft
        dialog = MeetingDialog(
            self.tr("采用积分细则"),
            self.tr("{source}：{items} 项，其中 {undecided} 项还没有议定分值，先停用。").format(
                source=draft.source,
                items=len(draft.items),
                undecided=len(draft.items) - draft.enabled,
            ),
            self._tools.clock,
            parent=self,
        )

        def decided(meeting_on: date, minutes_no: str, effective_from: date) -> None:
            self._presenter.adopt(proposal, meeting_on, minutes_no, effective_from)

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
        self._tools.announcer.made(self.tr("已导出 {name}。").format(name=target.name), target)

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
        row.addWidget(self._table.find_line, 1)
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
        parts = [counted, decided]
        if version.minutes_no:
            parts.append(self.tr("会议记录：{minutes}").format(minutes=version.minutes_no))
        return " ".join((*parts, *map(total_limit_text, version.limits)))

    def _choose_version(self, place: int) -> None:
        self._presenter.show_version(int(self._version.itemData(place)))

    def _choose_category(self, place: int) -> None:
        self._presenter.show_category(str(self._category.itemData(place)))

    def _stand_on(self, item: Shown | None) -> None:
        self._details.setText("" if item is None else details_text(item))

    def _show_waiting(self) -> None:
        kept = self._kept
        if kept is None:
            self._begin_button.setText(self.tr("起草下一版"))
            self._begin_button.setToolTip("")
            return
        noted = len(kept.draft.noted)
        words = self.tr("接着改草稿（{noted} 处要核对）") if noted else self.tr("接着改草稿")
        self._begin_button.setText(words.format(noted=noted))
        self._begin_button.setToolTip(
            self.tr("草稿 {items} 项，{day} {name}存，还没有采用。").format(
                items=len(kept.draft.items), day=day_text(kept.saved_at.date()), name=kept.saved_by
            )
        )

    def _begin(self) -> None:
        if self._kept is not None:
            self.show_drafted()
            return
        choices = [
            (Beginning.STARTER, self.tr("起步版")),
            (Beginning.NOTHING, self.tr("空白")),
        ]
        if self._shown is not None and self._shown.in_force is not None:
            choices.insert(0, (Beginning.IN_FORCE, self.tr("现行版")))
        place = self._tools.dialogs.choose(
            self.tr("起草下一版"),
            self.tr("从哪一份改起？改草稿不影响现在用的细则，开会通过后才执行。"),
            [word for _, word in choices],
        )
        if place is not None:
            self._presenter.begin(choices[place][0])

    def _print(self) -> None:
        if self._shown is not None:
            self._tools.go(Route("catalogue_paper", {"version": self._shown.version.number}))

    def _read(self) -> None:
        replaced = self.tr("已有一份草稿，读进来的表格会换掉它。")
        if self._kept is not None and not self._tools.dialogs.confirm(
            self.tr("导入表格"), replaced, self.tr("换掉草稿")
        ):
            return
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
