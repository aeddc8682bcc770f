"""折样: the kinds of books of the village, and the editor of one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.types import layout_change
from passbook_desk.features.passbooks.books.values import BookTypeRow, LayoutChange
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled, PassbookError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.actions import Action, action_button
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.passbooks.types_editor import TypeEditor
from passbook_desk.ui.pages.passbooks.types_presenter import Arrived, TypesFound, TypesPresenter
from passbook_desk.ui.pages.passbooks.types_words import TYPE_COLUMNS, arrival_words, effect_words
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_LIST = Route("book_types")
_IN_USE = "in-use"
_ALL = "all"


@dataclass(frozen=True, slots=True)
class _Draft:
    """A kind that is being edited: the uid it will have if it is new, and what was typed and left."""

    uid: str
    name: str
    typed: tuple[object, ...] = ()


class BookTypesPage(PageFrame):
    """Parameters: `edit` or `copy` with the id of a kind lead to the editor, none to the list.

    What is typed about a kind and not saved is kept until it is saved or put back.
    """

    topics = frozenset({Topic.PASSBOOKS, Topic.ACCESS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("BookTypesPage", "折样"))
        self._tools = tools
        self._presenter = TypesPresenter(tools.desk, self, tools.jobs)
        self._found = TypesFound((), False)
        self._drafts: dict[tuple[str, int], _Draft] = {}
        self._key: tuple[str, int] | None = None
        self._wanted: tuple[str, int] | None = None
        self._saving = False
        self._table: TablePage[BookTypeRow] = TablePage(
            TYPE_COLUMNS,
            Empty(self.tr("没有现用的折样。在“连停用的”里选一种，复制出新的，或导入别村的。")),
            chips=(Chip(_IN_USE, self.tr("现用的")), Chip(_ALL, self.tr("连停用的"))),
        )
        self._table.opened.connect(lambda row: self._go("edit", row))
        self._table.selected.connect(lambda _: self._show_acts())
        self._table.chip_changed.connect(lambda _: self._show_rows())
        self.editor = TypeEditor(tools)
        self.editor.edited.connect(self._count)
        self.editor.problem.connect(self.show_problem)
        self._panes = QStackedWidget()
        self._panes.addWidget(self._table)
        self._panes.addWidget(self.editor)
        self.body.addWidget(self._panes, 1)
        self._list_acts = [
            action_button(Action("types.import", self.tr("导入…"), self._import)),
            action_button(Action("types.export", self.tr("导出…"), self._export)),
        ]
        self.footer.addStretch(1)
        for button in self._list_acts:
            self.footer.addWidget(button)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("量好折页的宽、高和第 1 行的位置，选最像的一种，按 Ins 复制成新折样，或按 F2 改。"),
            self.tr("垫上折页的照片，把栏、第 1 行、最后一行拖到照片的线上；右边也能填毫米数。"),
            self.tr("按 F8 保存。只挪位置，已发的折也照新的打；改了页、行的数，只用在新发的折上。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._keep()
        self._wanted = next(((act, int(str(params[act]))) for act in ("edit", "copy") if act in params), None)
        if self._wanted is None:
            self._show_pane(editing=False)
            self._table.view.setFocus()
            self._name_drafts()
            self._presenter.load()
        elif self._wanted == self._key:
            self._show_pane(editing=True)
        else:
            act, type_id = self._wanted
            self._presenter.open(type_id, lambda row: self._edit(act, row))

    def refresh(self, topics: frozenset[Topic]) -> None:
        if self._panes.currentIndex() == 0:
            self._presenter.load()

    def show_types(self, found: TypesFound) -> None:
        """Show the kinds."""
        self._found = found
        self._show_rows()
        if self._table.selected_row() is None and self._panes.currentIndex() == 0:
            self._table.view.selectRow(0)

    def show_retired(self, row: BookTypeRow) -> None:
        """No new books of this kind any more."""
        words = self.tr("“{name}”已停用，已发的 {count} 本照常登折。").format(
            name=row.layout.name, count=row.books
        )
        self._tools.announcer.done(words, self.tr("停用折样"), lambda: self._presenter.reinstate(row))
        self._presenter.load()

    def show_exported(self, target: Path, count: int) -> None:
        """The file is made."""
        words = self.tr("{count} 种折样已存到 {name}。").format(count=count, name=target.name)
        self._tools.announcer.made(words, target)

    def show_arrived(self, arrived: Arrived) -> None:
        """Say what a file brings, and take it when the clerk agrees."""
        title = self.tr("导入折样")
        lines = [arrival_words(each) for each in arrived.layouts]
        if arrived.corrections:
            words = self.tr("另有打印机校准 {count} 份，请到“校准”里导入。")
            lines.append(words.format(count=arrived.corrections))
        detail = "\n".join(lines)
        if all(each.change is LayoutChange.NONE for each in arrived.layouts):
            sentence = self.tr("{name} 里没有新的折样。").format(name=arrived.source)
            self._tools.dialogs.tell(title, sentence, detail)
            return
        sentence = self.tr("{name} 里有 {count} 种折样：").format(
            name=arrived.source, count=len(arrived.layouts)
        )
        if self._tools.dialogs.confirm(title, sentence, self.tr("收下"), detail):
            self._presenter.take(arrived)

    def show_taken(self, count: int) -> None:
        """Layouts were taken in."""
        self._tools.announcer.done(self.tr("收下了 {count} 种折样。").format(count=count))
        self._presenter.load()

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong; a cancelled job needs no word."""
        self._saving = False
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def save(self) -> None:
        """Keep the layout; which books that touches is said and agreed to before."""
        self.message.clear()
        if self._key is None or self._saving:
            return
        layout = self.editor.settle()
        if layout is None:
            self.message.say(self.tr("有一处还没填对，没有保存，请看红字。"), Mood.ERROR)
            return
        before = self.editor.before
        change = layout_change(before, layout)
        if change is LayoutChange.NONE:
            self.message.say(self.tr("没有改动，不用保存。"), Mood.NOTE)
            return
        if before is not None and before.books and not self._agreed(before, change):
            return
        self._saving = True
        self._presenter.save(before, layout, self._drafts[self._key].uid, self._saved, self._refused)

    def _agreed(self, before: BookTypeRow, change: LayoutChange) -> bool:
        title = self.tr("保存“{name}”").format(name=before.layout.name)
        return self._tools.dialogs.confirm(title, effect_words(before, change), self.tr("保存"))

    def _saved(self) -> None:
        self._saving = False
        layout = self.editor.settle()
        self._forget()
        name = "" if layout is None else layout.name
        self._tools.announcer.done(self.tr("折样“{name}”已保存。").format(name=name))
        self._tools.go(_LIST)

    def _refused(self, error: BaseException) -> None:
        self._saving = False
        if not (isinstance(error, PassbookError) and self.editor.form.show_problem(error, stand_there=True)):
            self.show_problem(error)

    def _edit(self, act: str, row: BookTypeRow) -> None:
        if self._wanted != (act, row.id):
            return
        self._key = self._wanted
        draft = self._drafts.setdefault(self._key, _Draft(new_uid(), row.layout.name))
        if act == "edit":
            self.editor.show_layout(row.layout, row)
        else:
            self.editor.show_layout(self._copy(row.layout), None)
        if draft.typed:
            self.editor.put(draft.typed)
        self._show_pane(editing=True)
        self.editor.form.name.setFocus()
        if act == "copy":
            self.editor.form.name.selectAll()

    def _copy(self, layout: BookLayout) -> BookLayout:
        return replace(layout, name=self.tr("{name} 新").format(name=layout.name)[:30])

    def _keep(self) -> None:
        """Remember what was typed, if anything was, before the editor shows something else."""
        if self._key is None:
            return
        if self.editor.dirty:
            self._drafts[self._key] = replace(self._drafts[self._key], typed=self.editor.form.typed())
        else:
            self._forget()

    def _name_drafts(self) -> None:
        if not self._drafts:
            return
        (act, type_id), draft = next(iter(self._drafts.items()))
        self.message.say(
            self.tr("“{name}”改了还没有保存。").format(name=draft.name),
            Mood.NOTE,
            self.tr("接着改"),
            lambda: self._tools.go(Route("book_types", {act: type_id})),
        )

    def _put_back(self) -> None:
        self._forget()
        self._tools.go(_LIST)

    def _forget(self) -> None:
        """The draft and the photo are gone."""
        if self._key is not None:
            self._drafts.pop(self._key, None)
        self._key = None
        self.editor.set_photo(None)
        self.drafts_changed.emit(len(self._drafts))

    def _count(self) -> None:
        others = len(self._drafts) - (self._key in self._drafts)
        self.drafts_changed.emit(others + (self._key is not None and self.editor.dirty))

    def _show_rows(self) -> None:
        retired_too = self._table.chip == _ALL
        rows = [row for row in self._found.rows if retired_too or not row.retired]
        self._table.set_rows(rows)
        self._table.set_totals(
            self.tr("共 {count} 种。行数、页数改了会记作新的一版，已发的折不变。").format(count=len(rows))
        )
        self._show_acts()

    def _show_acts(self) -> None:
        row, manages = self._table.selected_row(), self._found.manages
        for act, fits in (
            ("types.new", row is not None),
            ("types.edit", row is not None),
            ("types.retire", row is not None),
            ("types.export", bool(self._found.rows)),
            ("types.import", True),
        ):
            button = self.act_button(act)
            if button is not None:
                button.setEnabled(manages and fits)
        retire = self.act_button("types.retire")
        if retire is not None:
            retired = row is not None and row.retired
            retire.setText(self.tr("重新启用") if retired else self.tr("停用"))

    def _show_pane(self, *, editing: bool) -> None:
        self._panes.setCurrentIndex(int(editing))
        if editing:
            self.set_title(self._editor_title())
            self.set_actions(
                [
                    Action("types.back", self.tr("不改了"), self._put_back),
                    Action("types.save", self.tr("保存"), self.save, "F8", primary=True),
                ]
            )
        else:
            self.set_title(self.tr("折样"))
            self.set_actions(
                [
                    Action("types.new", self.tr("复制成新折样"), self._copy_chosen, "Ins", primary=True),
                    Action("types.edit", self.tr("改"), self._edit_chosen, "F2"),
                    Action("types.retire", self.tr("停用"), self._retire),
                ]
            )
        for button in self._list_acts:
            button.setVisible(not editing)
        self.show_allowed()

    def _editor_title(self) -> str:
        before = self.editor.before
        if before is None:
            return self.tr("新折样")
        return self.tr("改折样：{name}").format(name=before.layout.name)

    def _go(self, act: str, row: BookTypeRow) -> None:
        if self._found.manages:
            self._tools.go(Route("book_types", {act: row.id}))

    def _copy_chosen(self) -> None:
        self._with_chosen("copy")

    def _edit_chosen(self) -> None:
        self._with_chosen("edit")

    def _with_chosen(self, act: str) -> None:
        row = self._chosen()
        if row is not None:
            self._go(act, row)

    def _chosen(self) -> BookTypeRow | None:
        row = self._table.selected_row()
        self.message.clear()
        if row is None:
            self.message.say(self.tr("先在表里选一种。"), Mood.NOTE)
        return row

    def _retire(self) -> None:
        row = self._chosen()
        if row is None:
            return
        if row.retired:
            self._presenter.reinstate(row)
            return
        sentence = self.tr("以后不再发“{name}”？已发的 {count} 本照常登折。").format(
            name=row.layout.name, count=row.books
        )
        if self._tools.dialogs.confirm(self.tr("停用折样"), sentence, self.tr("停用")):
            self._presenter.retire(row)

    def _export(self) -> None:
        rows = tuple(row for row in self._found.rows if not row.retired)
        target = self._tools.dialogs.pick_save(self.tr("导出折样"), self.tr("折样.json"), self._kind())
        if target is not None:
            self._presenter.export(target, rows)

    def _import(self) -> None:
        self.message.clear()
        source = self._tools.dialogs.pick_open(self.tr("选折样的文件"), self._kind())
        if source is not None:
            self._presenter.read(source)

    def _kind(self) -> FileKind:
        return FileKind(self.tr("折样文件"), ("*.json",))
