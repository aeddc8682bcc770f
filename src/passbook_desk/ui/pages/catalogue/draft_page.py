from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.catalogue.values import LimitPeriod, Noted
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.actions import Action, ToggleButton, action_button, bind
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.form import FormDialog
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.catalogue.columns import DRAFT_COLUMNS, NOTE_COLUMNS, note_text
from passbook_desk.ui.pages.catalogue.draft_presenter import DraftPresenter
from passbook_desk.ui.pages.catalogue.draft_values import DraftLine, DraftShown
from passbook_desk.ui.pages.catalogue.item_dialog import ItemDialog, TotalLimitsDialog
from passbook_desk.ui.pages.catalogue.words import details_text, total_limit_text
from passbook_desk.ui.shell.meeting import MeetingDialog
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_ITEMS, _NOTES, _OFF = range(3)
_ENDLESS: Final = "limit_endless"
_NAMELESS: Final = "item_without_name"
_AROUND: Final = 80
"""Pixels that the title and edges of a dialog take."""


class DraftPage(PageFrame):
    """The draft of the next catalogue: its items, what is still to be looked at, and adopting it."""

    topics = frozenset({Topic.CATALOGUE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("DraftPage", "积分细则草稿"))
        self._tools = tools
        self._presenter = DraftPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._shown: DraftShown | None = None
        self._dialog: FormDialog | None = None
        self._entered = False
        self._wanted = ""
        self._tabs = QButtonGroup(self)
        for number in (_ITEMS, _NOTES, _OFF):
            self._tabs.addButton(ToggleButton(), number)
        self._tabs.idClicked.connect(lambda _: self._show_tab())
        self._items: TablePage[DraftLine] = TablePage(
            DRAFT_COLUMNS,
            Empty(self.tr("草稿里还没有事项。"), self.tr("添一项"), self._add),
            find_hint=self.tr("事项、编码、类别"),
            matches=lambda line, text: (
                text in line.item.name or line.item.code.startswith(text) or text in line.item.category
            ),
        )
        self._notes: TablePage[Noted] = TablePage(
            NOTE_COLUMNS, Empty(self.tr("没有要核对的了。开会通过后就可以采用。"))
        )
        self._items.opened.connect(lambda line: self._edit(line.item.code))
        self._items.selected.connect(self._stand_on)
        self._notes.opened.connect(self._mend)
        self._notes.selected.connect(lambda _: self._offer())
        self._details = QLabel()
        self._details.setWordWrap(True)
        self._details.setProperty("role", "quiet")
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._panes = QStackedWidget()
        self._panes.addWidget(self._items_pane())
        self._panes.addWidget(self._notes_pane())
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._summary.setProperty("role", "quiet")
        self.body.addLayout(self._tab_row())
        self.body.addWidget(self._panes, 1)
        self._set_acts()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("“要核对”里一条条看：改这一项，或点“没错”。"),
            self.tr("双击一项就能改；添、停用、删都不影响现在用的细则。"),
            self.tr("打印或导出讨论稿拿去开会，通过后点“开会通过，采用”。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._entered = True
        self._presenter.load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_draft(self, shown: DraftShown | None) -> None:
        """The draft as it is kept; without one the catalogue comes back."""
        self._shown = shown
        if shown is None:
            if self._entered or self.isVisible():
                self._entered = False
                self._tools.go(Route("catalogue"))
            return
        noted = shown.kept.draft.noted
        off = sum(not line.item.enabled for line in shown.lines)
        words = (
            self.tr("全部 {count} 项").format(count=len(shown.lines)),
            self.tr("要核对 {count} 处").format(count=len(noted)),
            self.tr("停用 {count} 项").format(count=off),
        )
        for number, word in enumerate(words):
            self._tabs.button(number).setText(word)
        if self._entered:
            self._entered = False
            self._tabs.button(_NOTES if noted else _ITEMS).setChecked(True)
        self._summary.setText(self._summary_words(shown))
        held = self._notes.view.currentIndex().row()
        self._notes.set_rows(noted)
        if noted and self._notes.selected_row() is None:
            self._notes.view.selectRow(min(max(held, 0), len(noted) - 1))
        self._show_tab()

    def show_kept(self, code: str) -> None:
        """What was typed is in the draft."""
        self._wanted = code
        if self._dialog is not None:
            self._dialog.accept()

    def show_refusal(self, error: BaseException) -> None:
        """What was typed cannot be, or the meeting's dates cannot."""
        if self._dialog is not None:
            self._dialog.panel.show_problem(error)
        else:
            self.show_problem(error)

    def show_adopted(self, number: int) -> None:
        """The draft is the next version."""
        if self._dialog is not None:
            self._dialog.accept()
        self._tools.announcer.done(self.tr("已采用积分细则第 {number} 版。").format(number=number))
        self._tools.go(Route("catalogue"))

    def show_saved(self, target: Path) -> None:
        """The workbook is written."""
        self._tools.announcer.made(self.tr("已导出 {name}。").format(name=target.name), target)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _set_acts(self) -> None:
        self.set_actions(
            [
                Action("catalogue.add", self.tr("添一项"), self._add),
                Action("catalogue.limits", self.tr("总限额"), self._bound),
                Action("catalogue.print", self.tr("打印讨论稿"), self._print),
                Action("catalogue.export", self.tr("导出 Excel"), self._export),
            ]
        )
        discard = Action("catalogue.discard", self.tr("扔掉草稿"), self._discard)
        compare = Action("compare.open", self.tr("和现行版对照"), self._compare)
        adopt = Action("catalogue.adopt", self.tr("开会通过，采用"), self._adopt, "F8", primary=True)
        self.footer.addWidget(action_button(discard))
        self.footer.addWidget(self._summary, 1)
        self.footer.addWidget(action_button(compare))
        self.footer.addWidget(action_button(adopt))
        bind(self, [adopt])

    def _tab_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for number in (_ITEMS, _NOTES, _OFF):
            row.addWidget(self._tabs.button(number))
        row.addStretch(1)
        for button in (*self._item_acts, *self._note_acts):
            row.addWidget(button)
        return row

    def _items_pane(self) -> QWidget:
        self._item_acts = [
            action_button(Action("catalogue.edit", self.tr("改这一项"), lambda: self._edit(self._here()))),
            action_button(Action("catalogue.switch", self.tr("停用"), self._switch)),
            action_button(Action("catalogue.drop", self.tr("删掉"), self._drop)),
        ]
        return _pane(self._items, self._details)

    def _notes_pane(self) -> QWidget:
        self._note_acts = [
            action_button(
                Action("catalogue.year", self.tr("按年算"), partial(self._count_in, LimitPeriod.YEAR))
            ),
            action_button(
                Action("catalogue.month", self.tr("按月算"), partial(self._count_in, LimitPeriod.MONTH))
            ),
            action_button(
                Action("catalogue.mend", self.tr("改这一项"), lambda: self._mend(self._notes.selected_row()))
            ),
            action_button(Action("catalogue.right", self.tr("没错"), self._look)),
        ]
        return _pane(self._notes, self._note)

    def _show_tab(self) -> None:
        if self._shown is None:
            return
        tab = self._tabs.checkedId()
        lines = self._shown.lines
        if tab == _OFF:
            lines = tuple(line for line in lines if not line.item.enabled)
        held = self._wanted or self._here()
        self._wanted = ""
        self._items.set_rows(lines)
        if not (held and self._items.select(lambda line: line.item.code == held)) and lines:
            self._items.select(lambda line: line == lines[0])
        self._panes.setCurrentIndex(1 if tab == _NOTES else 0)
        self._stand_on(self._items.selected_row())
        self._offer()

    def _stand_on(self, line: DraftLine | None) -> None:
        self._details.setText("" if line is None else details_text(line.item))
        for button in self._item_acts:
            button.setEnabled(line is not None)
        if line is not None:
            self._item_acts[1].setText(self.tr("停用") if line.item.enabled else self.tr("启用"))

    def _offer(self) -> None:
        noted = self._notes.selected_row()
        on_notes = self._tabs.checkedId() == _NOTES
        for button in self._item_acts:
            _show(button, not on_notes)
        *periods, edit, right = self._note_acts
        _show(edit, on_notes)
        _show(right, on_notes)
        self._note.setText("" if noted is None else note_text(noted))
        edit.setEnabled(noted is not None)
        right.setEnabled(noted is not None)
        for button in periods:
            open_ended = noted is not None and noted.finding.kind == _ENDLESS and bool(noted.item)
            _show(button, on_notes and open_ended)

    def _summary_words(self, shown: DraftShown) -> str:
        kept = shown.kept
        source = kept.draft.source or self.tr("自己写的")
        words = self.tr("来自{source}，{day} {name}存。").format(
            source=source, day=day_text(kept.saved_at.date()), name=kept.saved_by
        )
        return words + "".join(f"{total_limit_text(limit)}。" for limit in kept.draft.limits)

    def _here(self) -> str:
        line = self._items.selected_row()
        return "" if line is None else line.item.code

    def _mend(self, noted: Noted | None) -> None:
        """Open what a note is about: its item, the limits over all items, or a new item."""
        if noted is None:
            return
        if noted.item:
            self._edit(noted.item)
        elif noted.finding.kind == _NAMELESS:
            self._add()
        else:
            self._bound()

    def _open(self, dialog: FormDialog) -> None:
        dialog.finished.connect(self._dialog_gone)
        self._dialog = dialog
        wanted, room = dialog.sizeHint(), dialog.screen().availableSize()
        dialog.resize(wanted.width(), min(wanted.height(), room.height() - _AROUND))
        dialog.open()

    def _add(self) -> None:
        self._open_item(None)

    def _edit(self, code: str) -> None:
        if code:
            self._open_item(code)

    def _open_item(self, code: str | None) -> None:
        if self._shown is None:
            return
        items = {line.item.code: line.item for line in self._shown.lines}
        dialog = ItemDialog(None if code is None else items.get(code), self._shown.categories, self)
        dialog.entered.connect(self._presenter.put)
        self._open(dialog)

    def _bound(self) -> None:
        if self._shown is not None:
            dialog = TotalLimitsDialog(self._shown.kept.draft.limits, self)
            dialog.entered.connect(self._presenter.bound)
            self._open(dialog)

    def _switch(self) -> None:
        line = self._items.selected_row()
        if line is not None:
            self._presenter.switch(line.item.code, not line.item.enabled)

    def _drop(self) -> None:
        line, shown = self._items.selected_row(), self._shown
        if line is None or shown is None:
            return
        self._presenter.drop(line.item.code)
        words = self.tr("已从草稿删掉“{name}”。").format(name=line.item.name)
        undo = partial(self._presenter.put_back, shown.kept.draft)
        self._tools.announcer.done(words, self.tr("删掉一项"), undo)

    def _look(self) -> None:
        noted = self._notes.selected_row()
        if noted is not None:
            self._presenter.look(noted)

    def _count_in(self, period: LimitPeriod) -> None:
        noted = self._notes.selected_row()
        if noted is not None:
            self._presenter.count_in(noted, period)

    def _adopt(self) -> None:
        if self._shown is None:
            return
        draft, uid = self._shown.kept.draft, new_uid()
        summary = self.tr("{items} 项，能记分 {enabled} 项；还有 {noted} 处没核对。").format(
            items=len(draft.items), enabled=draft.enabled, noted=len(draft.noted)
        )
        dialog = MeetingDialog(
            self.tr("采用积分细则"),
            summary,
            self._tools.clock,
            draft.findings,
            draft.meeting_on,
            draft.effective_from,
            self,
        )

        def decided(meeting_on: date, minutes_no: str, effective_from: date) -> None:
            self._presenter.adopt(meeting_on, minutes_no, effective_from, uid)

        dialog.decided.connect(decided)
        self._open(dialog)

    def _discard(self) -> None:
        sentence = self.tr("草稿里改的都会没有，现在用的细则不变。")
        if self._tools.dialogs.confirm(self.tr("扔掉草稿"), sentence, self.tr("扔掉")):
            self._presenter.discard()

    def _compare(self) -> None:
        self._tools.go(Route("catalogue_compare", {"new": 0}))

    def _print(self) -> None:
        self._tools.go(Route("catalogue_paper", {"version": 0}))

    def _export(self) -> None:
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        target = self._tools.dialogs.pick_save(self.tr("导出 Excel"), self.tr("积分细则讨论稿.xlsx"), kind)
        if target is not None:
            self._presenter.save(target, self.tr("正在导出…"))

    def _dialog_gone(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _show(button: QPushButton, shown: bool) -> None:
    """A button that the frame has hidden from who works now stays hidden."""
    button.setVisible(shown and not button.property("forbidden"))


def _pane(table: QWidget, words: QLabel) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(table, 1)
    column.addWidget(words)
    return pane
