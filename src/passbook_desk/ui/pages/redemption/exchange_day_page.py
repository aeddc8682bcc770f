"""One exchange day: who may redeem, who is next, what is left, and what it came to."""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QStackedWidget

from passbook_desk.features.redemption.exchange.values import EntitledRow, ExchangeState
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action, ToggleButton, action_button
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.redemption.exchange_day_faces import ListFace, QueueFace, SettleFace, StockFace
from passbook_desk.ui.pages.redemption.exchange_day_presenter import DayFound, ExchangeDayPresenter
from passbook_desk.ui.pages.redemption.exchange_words import days_word, state_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Face(StrEnum):
    """What the page shows."""

    LIST = "list"
    QUEUE = "queue"
    STOCK = "stock"
    SETTLE = "settle"


class ExchangeDayPage(PageFrame):
    """Parameters: `id` of an exchange day; `face`, one of list, queue, stock, settle."""

    topics = frozenset({Topic.GOODS, Topic.LEDGER, Topic.HOUSEHOLDS, Topic.PASSBOOKS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("ExchangeDayPage", "兑换日"))
        self._tools = tools
        self._presenter = ExchangeDayPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._found: DayFound | None = None
        self._day_id = 0
        self.list = ListFace(self._presenter.give)
        self.queue = QueueFace(self._presenter.passed, self._serve)
        self.stock = StockFace()
        self.settlement = SettleFace(self._carry_over, self._check)
        self._stack = QStackedWidget()
        for face in (self.list, self.queue, self.stock, self.settlement):
            self._stack.addWidget(face)
        self._chips = QButtonGroup(self)
        self._facts = QLabel()
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        words = (self.tr("名单"), self.tr("排队"), self.tr("库存"), self.tr("结算"))
        for number, word in enumerate(words):
            chip = ToggleButton(word)
            self._chips.addButton(chip, number)
            line.addWidget(chip)
        self._chips.idClicked.connect(lambda number: self._show_face(list(Face)[number]))
        excel = Action("exchange.excel", self.tr("存为 Excel"), self._save_workbook)
        line.addWidget(self._facts, 1)
        line.addWidget(self.list.grid)
        line.addWidget(action_button(excel))
        self.body.addLayout(line)
        self.body.addWidget(self._stack, 1)
        self._show_face(Face.LIST)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("名单：先把名单和兑换单打好；当天扫存折，或找到一户按回车，就发号。"),
            self.tr("排队：看现在请谁，按“去柜台”兑换；叫了不来按“过号”。"),
            self.tr("结算：物、单、分对上了按“结算”，打结算单签字。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        day_id = params.get("id")
        if not isinstance(day_id, int):
            return
        if day_id != self._day_id:
            self._day_id, self._found = day_id, None
            self._show_face(Face.LIST)
        if "face" in params:
            self._show_face(Face(str(params["face"])))
        self._presenter.open(day_id)
        if self.face is Face.LIST:
            self.list.table.find_line.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    @property
    def face(self) -> Face:
        """What is shown now."""
        return list(Face)[self._stack.currentIndex()]

    def show_day(self, found: DayFound) -> None:
        """Everything as it stands."""
        self._found = found
        day = found.sheet.card.row
        self.set_title(day.name)
        self._facts.setText(f"{days_word(day)}　{day.outlet}　{state_word(found.state)}")
        self.list.show_day(found)
        self.queue.show_queue(found, self._presenter.next)
        self.stock.show_day(found)
        self.settlement.show_day(found)
        self._offer_acts()

    def show_ticket(self, row: EntitledRow, number: int) -> None:
        """Say the number aloud: who asked twice hears the same one again."""
        told = self.tr("{name}　{number} 号") if row.ticket is None else self.tr("{name}已有 {number} 号")
        self.message.say(told.format(name=row.account.owner_name, number=number), Mood.OK)

    def show_settled(self) -> None:
        """It is settled; the paper is to be signed."""
        self._tools.announcer.done(self.tr("已结算。把结算单打出来签字。"))

    def show_saved(self, target: Path) -> None:
        """The workbook is written."""
        self._tools.announcer.made(self.tr("已存为 {name}。").format(name=target.name), target)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _show_face(self, face: Face) -> None:
        number = list(Face).index(face)
        self._stack.setCurrentIndex(number)
        self._chips.button(number).setChecked(True)
        self.list.grid.setVisible(face is Face.LIST)
        self._offer_acts()

    def _offer_acts(self) -> None:
        found = self._found
        if found is None:
            self.set_actions([])
            return
        held, settled = found.state is ExchangeState.HELD, found.state is ExchangeState.SETTLED
        acts = {
            Face.LIST: [
                Action("exchange.paper.slips", self.tr("打兑换单"), partial(self._print, "slips")),
                Action("exchange.paper.list", self.tr("打名单"), partial(self._print, "list"), "F12"),
            ],
            Face.QUEUE: [
                Action("exchange.paper.tickets", self.tr("打排队号"), partial(self._print, "tickets"), "F12"),
            ],
            Face.STOCK: [],
            Face.SETTLE: [
                Action(
                    "exchange.paper.settlement",
                    self.tr("打结算单"),
                    partial(self._print, "settlement"),
                    "F12",
                    primary=settled,
                ),
            ],
        }[self.face]
        if self.face is Face.LIST and held:
            acts.append(Action("exchange.ticket", self.tr("发号"), self._give, "F8", primary=True))
        if self.face is Face.QUEUE and held and self._presenter.next is not None:
            acts.append(Action("exchange.pass", self.tr("过号"), self._presenter.pass_over, "Ctrl+Down"))
            acts.append(Action("exchange.counter", self.tr("去柜台"), self._serve_next, "F8", primary=True))
        due = found.state in (ExchangeState.HELD, ExchangeState.OVER)
        if self.face is Face.SETTLE and due and found.sheet.card.tie.agrees:
            acts.append(Action("exchange.settle", self.tr("结算"), self._settle, "F8", primary=True))
        self.set_actions(acts)

    def _give(self) -> None:
        row = self.list.table.selected_row()
        if row is None:
            self.message.say(self.tr("先扫存折，或在表里选一户。"), Mood.NOTE)
        else:
            self._presenter.give(row)

    def _serve_next(self) -> None:
        called = self._presenter.next
        if called is not None:
            self._serve(called)

    def _serve(self, row: EntitledRow) -> None:
        self._tools.go(Route("counter", {"account": row.account.id}))

    def _settle(self) -> None:
        found = self._found
        if found is None:
            return
        day = found.sheet.card.row
        sentence = self.tr("结算“{name}”？{slips} 张兑换单，{points} 分，{pieces} 件（次）。").format(
            name=day.name, slips=day.slips, points=day.points, pieces=day.pieces
        )
        detail = self.tr("结算以后数不再变；再兑换的不算进来，退回的在结算单上另列。")
        if found.waiting:
            left = self.tr("还有 {count} 户拿了号没有兑。").format(count=found.waiting)
            detail = f"{left}\n{detail}"
        if self._tools.dialogs.confirm(self.tr("结算"), sentence, self.tr("结算"), detail):
            self.message.clear()
            self._presenter.settle(self.settlement.words.text())

    def _print(self, kind: str) -> None:
        self._tools.go(Route("exchange_paper", {"id": self._day_id, "kind": kind}))

    def _carry_over(self) -> None:
        self._tools.go(Route("closing"))

    def _check(self) -> None:
        self._tools.go(Route("settings", {"section": "backup"}))

    def _save_workbook(self) -> None:
        if self._found is None:
            return
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        name = f"{self._found.sheet.card.row.name}.xlsx"
        target = self._tools.dialogs.pick_save(self.tr("存为 Excel"), name, kind)
        if target is not None:
            self._presenter.save_workbook(target, self.tr("正在存为 Excel…"))
