"""One stocktake: 盲盘 without the book stock, 对账 with reasons for differences, 确认 by somebody else."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from passbook_desk.features.redemption.stocktake.values import (
    ConfirmStocktake,
    CountEntry,
    CountRow,
    StocktakeCard,
    StocktakeState,
)
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action, ToggleButton
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.fields import FindEdit
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.redemption.count_table import CountTable
from passbook_desk.ui.pages.redemption.stocktake_compare import ComparePane
from passbook_desk.ui.pages.redemption.stocktake_confirm import ConfirmPane
from passbook_desk.ui.pages.redemption.stocktake_presenter import StocktakeFound, StocktakePresenter
from passbook_desk.ui.pages.redemption.stocktake_words import HISTORY, state_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Face(StrEnum):
    """What the page shows."""

    COUNT = "count"
    COMPARE = "compare"
    CONFIRM = "confirm"
    HISTORY = "history"


class StocktakePage(PageFrame):
    """Parameters: `id` of a stocktake; `face`, one of count, compare, confirm, history."""

    topics = frozenset({Topic.GOODS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("StocktakePage", "盘点"))
        self._tools = tools
        self._presenter = StocktakePresenter(tools.desk, self, tools.jobs, tools.clock)
        self._id = 0
        self._found: StocktakeFound | None = None
        self._wanted: Face | None = None
        self._offered: tuple[Face, StocktakeState] | None = None
        self._facts = QLabel()
        self._facts.setWordWrap(True)
        self.counts = CountTable(self._take)
        self.counts.finished.connect(self._say_finished)
        self.find_line = FindEdit(self.tr("扫条码，或写编号、名称首字母，按 Enter 跳到那一行"))
        self.find_line.down.connect(self._jump)
        self._progress = QLabel()
        self.compare = ComparePane(self._presenter.explain)
        self.compare.recount.connect(self._recount)
        self.confirm = ConfirmPane(self._confirm)
        self.history: TablePage[CountEntry] = TablePage(HISTORY, Empty(self.tr("还没有盘过一种。")))
        self._faces = QButtonGroup(self)
        self._buttons: dict[Face, ToggleButton] = {}
        self._stack = QStackedWidget()
        self._lay_out()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("盲盘：数到几件写几件，按 Enter 到下一种，随写随存。两处放的写 12+5，整箱写 3*24。"),
            self.tr("对账：每处差异选一个原因；拿不准就重数。"),
            self.tr("确认：监盘人核对后确认，库存才改。确认错了可以收回。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        wanted, face = params.get("id"), params.get("face")
        stocktake_id = wanted if isinstance(wanted, int) else 0
        self.message.clear()
        if stocktake_id != self._id:
            self._id, self._found = stocktake_id, None
        self._wanted = Face(face) if isinstance(face, str) else None if self._found else Face.COUNT
        self._presenter.open(stocktake_id)

    def leave(self) -> bool:
        return self.counts.keep()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    @property
    def face(self) -> Face:
        """What is shown now."""
        return list(Face)[self._stack.currentIndex()]

    def show_found(self, found: StocktakeFound) -> None:
        """The stocktake as it is now."""
        first, self._found = self._found is None, found
        row = found.card.row
        going_on = row.state is StocktakeState.OPEN
        self.set_title(self.tr("盘点 {number}").format(number=row.number))
        self._facts.setText(self._about(found.card))
        self.counts.show_rows(found.card.rows)
        self.compare.show_card(found.card, not going_on)
        self.confirm.show_found(found)
        self.history.set_rows(found.history)
        self._buttons[Face.COUNT].setVisible(going_on and self._allows("stocktake.count"))
        self._buttons[Face.CONFIRM].setVisible(going_on)
        self._buttons[Face.COMPARE].setText(self.tr("2 对账") if going_on else self.tr("结果"))
        self._show_progress()
        wanted, self._wanted = self._wanted, None
        self._show_face(self._possible(wanted or self.face), stand=first or wanted is not None)

    def show_row(self, row: CountRow) -> None:
        """A row was counted or explained."""
        found = self._found
        if found is None:
            return
        rows = tuple(row if each.goods_id == row.goods_id else each for each in found.card.rows)
        self._found = replace(found, card=replace(found.card, rows=rows))
        if self.face is Face.COUNT:
            self.message.clear()
            self.counts.show_rows(rows)
            self._show_progress()
        else:
            self.compare.show_card(self._found.card, read_only=False)

    def stand_on(self, goods_id: int) -> None:
        """What was scanned."""
        self.message.clear()
        self.counts.stand_on(goods_id)

    def show_saved(self, target: Path) -> None:
        """The workbook is written."""
        self._tools.announcer.made(self.tr("已存为 {name}。").format(name=target.name), target)

    def show_done(self) -> None:
        """Dropped or taken back."""
        self.message.clear()
        self._presenter.load()

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _lay_out(self) -> None:
        words = (self.tr("1 盲盘"), self.tr("2 对账"), self.tr("3 确认"), self.tr("记录"))
        line = QHBoxLayout()
        line.setSpacing(8)
        for number, (face, word) in enumerate(zip(Face, words, strict=True)):
            button = ToggleButton(word)
            button.setObjectName(f"face.{face.value}")
            self._buttons[face] = button
            self._faces.addButton(button, number)
            line.addWidget(button)
        line.addSpacing(8)
        line.addWidget(self._facts, 1)
        self._faces.idClicked.connect(lambda number: self._turn_to(list(Face)[number]))
        for pane in (self._count_pane(), self.compare, self.confirm, self.history):
            self._stack.addWidget(pane)
        self.body.addLayout(line)
        self.body.addWidget(self._stack, 1)

    def _count_pane(self) -> QWidget:
        pane = QWidget()
        column, line = QVBoxLayout(pane), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line.setSpacing(8)
        line.addWidget(self.find_line, 1)
        line.addWidget(self._progress)
        column.addLayout(line)
        column.addWidget(self.counts, 1)
        return pane

    def _about(self, card: StocktakeCard) -> str:
        row = card.row
        words = [
            state_word(row.state),
            row.outlet,
            self.tr("{day} 开始").format(day=day_text(row.begun_on)),
            self.tr("盘点人 {names}").format(names=row.counters),
        ]
        if row.witness:
            words.append(self.tr("监盘人 {names}").format(names=row.witness))
        if row.paper_ref:
            words.append(self.tr("签字盘点表 {number}").format(number=row.paper_ref))
        for step in card.steps:
            done = {
                StocktakeState.CONFIRMED: self.tr("{day} {who}确认"),
                StocktakeState.DROPPED: self.tr("{day} {who}作废"),
                StocktakeState.REVERSED: self.tr("{day} {who}收回"),
            }[step.kind]
            words.append(done.format(day=day_text(step.done_on), who=step.recorded_by))
        if row.words:
            words.append(self.tr("原因：{words}").format(words=row.words))
        return "　".join(words)

    def _possible(self, face: Face) -> Face:
        """The face wanted, or the one that there is."""
        return Face.COMPARE if self._buttons[face].isHidden() else face

    def _turn_to(self, face: Face) -> None:
        """Another face, of the stocktake as it is by now."""
        if not self.counts.keep():
            self._show_face(Face.COUNT, stand=True)
            return
        self.message.clear()
        self._wanted = face
        self._presenter.load()

    def _show_face(self, face: Face, *, stand: bool) -> None:
        self._stack.setCurrentIndex(list(Face).index(face))
        self._buttons[face].setChecked(True)
        self._offer_acts(face)
        if not stand:
            return
        if face is Face.COUNT:
            self.counts.stand_on_first_uncounted()
            self.counts.cell.setFocus()
        elif face is Face.COMPARE:
            self.compare.table.view.setFocus()
        elif face is Face.CONFIRM:
            self.confirm.begin()
        else:
            self.history.view.setFocus()

    def _offer_acts(self, face: Face) -> None:
        """Other buttons only where there are others: counting on leaves them alone."""
        state = StocktakeState.OPEN if self._found is None else self._found.card.row.state
        if self._offered != (face, state):
            self._offered = face, state
            self.set_actions(self._acts_of(face, state))

    def _acts_of(self, face: Face, state: StocktakeState) -> list[Action]:
        if face is Face.HISTORY:
            return []
        blind = face is Face.COUNT
        papers = [
            Action("stocktake.excel", self.tr("存为 Excel"), partial(self._save, blind)),
            Action(
                "stocktake.paper",
                self.tr("打印空白表") if blind else self.tr("打印盘点表"),
                partial(self._print, blind),
                "F12",
                primary=state is not StocktakeState.OPEN,
            ),
        ]
        if state is StocktakeState.CONFIRMED:
            return [Action("stocktake.reverse", self.tr("收回"), self._take_back), *papers]
        if state is not StocktakeState.OPEN:
            return papers
        drop = Action("stocktake.drop", self.tr("作废"), self._drop)
        onward = {
            Face.COUNT: Action(
                "stocktake.compare", self.tr("对账"), partial(self._turn_to, Face.COMPARE), "F8", primary=True
            ),
            Face.COMPARE: Action(
                "stocktake.confirm.go", self.tr("去确认"), self._go_to_confirm, "F8", primary=True
            ),
            Face.CONFIRM: Action(
                "stocktake.confirm", self.tr("确认盘点"), self.confirm.submit, "F8", primary=True
            ),
        }
        return [drop, *papers, onward[face]]

    def _show_progress(self) -> None:
        rows = self._found.card.rows if self._found is not None else ()
        done = sum(row.counted is not None for row in rows)
        self._progress.setText(self.tr("数了 {done} / {all} 种").format(done=done, all=len(rows)))

    def _take(self, row: CountRow, text: str) -> bool:
        return self._presenter.take(row, text)

    def _say_finished(self) -> None:
        self.message.say(self.tr("每一种都数过了，按 F8 对账。"), Mood.OK)

    def _jump(self) -> None:
        text = self.find_line.wanted()
        row = self._presenter.meant(text)
        if row is not None:
            self.find_line.clear()
            self.message.clear()
            self.counts.stand_on(row.goods_id)
            self.counts.cell.setFocus()
        elif text:
            self.message.say(self.tr("这里没有“{text}”，请核对编号或条码。").format(text=text), Mood.WARN)

    def _recount(self, row: CountRow) -> None:
        self._show_face(Face.COUNT, stand=False)
        self.counts.stand_on(row.goods_id)
        self.counts.cell.setFocus()

    def _go_to_confirm(self) -> None:
        """Only when every difference is explained and every count is of today's book."""
        card = self._found.card if self._found is not None else None
        if card is None:
            return
        waiting = (*card.outdated, *card.unexplained)
        if not card.counted:
            self.message.say(self.tr("还没有盘过一种，先盲盘。"), Mood.WARN)
        elif waiting:
            words = self.tr("还有 {count} 种差异没有原因或要重数，先办好再确认。")
            self.message.say(words.format(count=len(waiting)), Mood.WARN)
            self.compare.go_to(waiting[0])
        else:
            self._turn_to(Face.CONFIRM)

    def _confirm(self, command: ConfirmStocktake, failed: Callable[[BaseException], None]) -> None:
        def done() -> None:
            self._tools.announcer.done(self.tr("盘点已确认，库存已按实盘改。"))
            self.show_done()

        self._presenter.confirm(command, done, failed)

    def _drop(self) -> None:
        reason = self._tools.dialogs.ask_reason(
            self.tr("作废这次盘点"), self.tr("数过的都不算，库存不改。为什么作废？"), self.tr("作废")
        )
        if reason is not None:
            self._presenter.drop(reason)

    def _take_back(self) -> None:
        reason = self._tools.dialogs.ask_reason(
            self.tr("收回这次盘点"), self.tr("库存改回盘点以前的数。为什么收回？"), self.tr("收回")
        )
        if reason is not None:
            self._presenter.take_back(reason)

    def _print(self, blind: bool) -> None:
        self._tools.go(Route("stocktake_paper", {"id": self._id, "blind": blind}))

    def _save(self, blind: bool) -> None:
        self._presenter.save_workbook(blind, self._pick_target, self.tr("正在存为 Excel…"))

    def _pick_target(self, name: str) -> Path | None:
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        return self._tools.dialogs.pick_save(self.tr("存为 Excel"), name, kind)
