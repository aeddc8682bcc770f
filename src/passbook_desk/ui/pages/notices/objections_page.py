from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.features.notices.objections.values import ObjectionRow, ObjectionState
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.notices.objections_columns import objection_columns
from passbook_desk.ui.pages.notices.objections_presenter import ObjectionsFound, ObjectionsPresenter
from passbook_desk.ui.pages.notices.words import title_text
from passbook_desk.ui.shell.printable_page import PrintablePage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_WAITING, _ALL = "waiting", "all"
_MOST_OFFERED = 4


class ObjectionsPage(PrintablePage):
    """Every objection, those that wait first.

    Parameters: `notice`, for those of the notice with this number; `paper` shows the register's pages.
    """

    topics = frozenset({Topic.NOTICES})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("ObjectionsPage", "异议"))
        self._presenter = ObjectionsPresenter(tools.desk, self, tools.jobs, tools.clock, tools.fontbook)
        self._notice: str | None = None
        self._found: ObjectionsFound | None = None
        self.table: TablePage[ObjectionRow] = TablePage(
            objection_columns(tools.clock.today),
            Empty(""),
            chips=(Chip(_WAITING, self.tr("待处理")), Chip(_ALL, self.tr("全部"))),
        )
        self.table.chip_changed.connect(lambda _key: self._show_rows())
        self.table.opened.connect(self._open)
        self.lay_out(self.table)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("有人对公示有意见，按“记异议”，填公示上的行号和他说的话。"),
            self.tr("先到期的排在前面；回车打开一件，可以换人、延期、答复。"),
            self.tr("答复“更正”时，冲销和补记一次办好，下一期公示会印出来。"),
        )

    def acts(self) -> list[Action]:
        return [
            Action("objections.new", self.tr("记异议"), self._new, "Ins", primary=True),
            Action("objections.paper", self.tr("打印登记表"), self._print, "F12"),
            Action("objections.excel", self.tr("存为 Excel"), self._save_workbook),
        ]

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._notice = str(params["notice"]) if params.get("notice") else None
        self.turn(params)
        self.set_title(self.tr("异议登记表") if self._paper else self.tr("异议"))
        self._presenter.load(self._notice)
        self.table.view.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load(self._notice)

    def show_report(self, found: ObjectionsFound) -> None:
        """The list as it stands today."""
        self._found = found
        if self._paper:
            self._presenter.draw_register(self.tr("正在排版…"))
        self._show_rows()
        if self.table.selected_row() is None and self.table.model.rowCount():
            self.table.view.selectRow(0)

    def show_pages(self, found: ObjectionsFound, pages: Sequence[Page]) -> None:
        """The register as it will be printed."""
        self.preview.show_pages(pages, self.title, checked=True)

    def _print(self) -> None:
        self._tools.go(Route("objections", {"notice": self._notice or "", "paper": True}))

    def _save_workbook(self) -> None:
        target = self.pick_workbook(self.tr("公示异议记录.xlsx"))
        if target is not None:
            self._presenter.save_workbook(target, self.tr("正在存为 Excel…"))

    def _show_rows(self) -> None:
        found = self._found
        if found is None:
            return
        waits = self.table.chip == _WAITING
        if waits and found.rows:
            self.table.set_empty(
                Empty(self.tr("没有等着答复的异议。"), self.tr("看全部"), lambda: self.table.press_chip(_ALL))
            )
        else:
            self.table.set_empty(
                Empty(self.tr("还没有人对公示提过异议。有人提，就记在这里。"), self.tr("记异议"), self._new)
            )
        self.table.set_rows(found.waiting if waits else found.rows)
        late = sum(row.state is ObjectionState.LATE for row in found.rows)
        words = self.tr("待答复 {waiting} 件，其中超期 {late} 件；共 {count} 件。")
        self.table.set_totals(words.format(waiting=len(found.waiting), late=late, count=len(found.rows)))

    def _open(self, row: ObjectionRow) -> None:
        self._tools.go(Route("objection", {"id": row.id}))

    def _new(self) -> None:
        """To the notice that hangs; where several do, the clerk says to which."""
        if self._notice is not None:
            self._tools.go(Route("objection", {"notice": self._notice}))
            return
        found = self._found
        if found is None:
            return
        offered = (found.hanging or found.notices)[:_MOST_OFFERED]
        if not offered:
            self.message.say(
                self.tr("还没有出过公示，先出榜再记异议。"), Mood.NOTE, self.tr("去公示"), self._publish
            )
            return
        chosen: int | None = 0
        if len(found.hanging) != 1:
            names = [f"{row.shown_number} {title_text(row.kind, row.about)}" for row in offered]
            chosen = self._tools.dialogs.choose(self.tr("记异议"), self.tr("对哪一份公示有异议？"), names)
        if chosen is not None:
            self._tools.go(Route("objection", {"notice": offered[chosen].number}))

    def _publish(self) -> None:
        self._tools.go(Route("notices"))
