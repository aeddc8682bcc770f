"""盘点: every count of what lies at an outlet, and the button that begins one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from passbook_desk.features.redemption.goods.values import OutletRow
from passbook_desk.features.redemption.stocktake.values import StartStocktake, StocktakeRow, StocktakeState
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.actions import Action, bind
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.redemption.stocktake_words import STOCKTAKES
from passbook_desk.ui.pages.redemption.stocktakes_presenter import StocktakesPresenter
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class StocktakesPage(PageFrame):
    """Parameters: `start` opens the form that begins a stocktake."""

    topics = frozenset({Topic.GOODS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("StocktakesPage", "盘点"))
        self._tools = tools
        self._presenter = StocktakesPresenter(tools.desk, self, tools.jobs)
        self._places: Sequence[OutletRow] = ()
        self._starting = False
        self._hint = MessageBar()
        self._table: TablePage[StocktakeRow] = TablePage(
            STOCKTAKES,
            Empty(
                self.tr("还没有盘点过。一般每月盘一次，集中兑换以后也要盘。"),
                self.tr("开始盘点"),
                self._ask_start,
            ),
        )
        self._table.opened.connect(self._open)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._table, 1)
        self.set_actions(
            [Action("stocktake.start", self.tr("开始盘点"), self._ask_start, "Ins", primary=True)]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("按 Ins 开始盘点：先数实物，数的时候看不到账面数。"),
            self.tr("再对账，差异写明原因；最后换一个人确认，库存才改。"),
            self.tr("盘点的时候照样可以兑换，不影响结果。确认错了可以收回。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._starting = bool(params.get("start"))
        self._presenter.load()
        self._table.view.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_stocktakes(self, rows: Sequence[StocktakeRow], places: Sequence[OutletRow]) -> None:
        """All of them, and above them the one that goes on."""
        self._places = places
        self._table.set_rows(rows)
        if self._table.selected_row() is None and rows:
            self._table.select(lambda row: row == rows[0])
        self._table.set_totals(self._totals(rows))
        self._say_open(next((row for row in rows if row.state is StocktakeState.OPEN), None))
        if self._starting:
            self._starting = False
            self._ask_start()

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _totals(self, rows: Sequence[StocktakeRow]) -> str:
        if not rows:
            return ""
        words = [self.tr("共 {count} 次盘点").format(count=len(rows))]
        confirmed = [row.ended_on for row in rows if row.state is StocktakeState.CONFIRMED and row.ended_on]
        if confirmed:
            words.append(self.tr("上一次确认是 {day}").format(day=day_text(max(confirmed))))
        return "，".join(words)

    def _say_open(self, row: StocktakeRow | None) -> None:
        if row is None:
            self._hint.clear()
            return
        words = self.tr("{outlet}的盘点 {number} 还没完，已数 {count} 种。")
        self._hint.say(
            words.format(outlet=row.outlet, number=row.number, count=row.counted),
            Mood.NOTE,
            self.tr("接着盘"),
            partial(self._open, row),
        )

    def _open(self, row: StocktakeRow) -> None:
        self._tools.go(Route("stocktake", {"id": row.id}))

    def _ask_start(self) -> None:
        rows = self._table.model.rows()
        StartForm(self._presenter, self._places, rows[0].counters if rows else "", self._begun, self).open()

    def _begun(self, stocktake_id: int) -> None:
        self._tools.go(Route("stocktake", {"id": stocktake_id}))


class StartForm(FormDialog):
    """Where one counts, and who; F8 and Ctrl+Enter begin."""

    def __init__(
        self,
        presenter: StocktakesPresenter,
        places: Sequence[OutletRow],
        counters: str,
        begun: Callable[[int], None],
        parent: QWidget,
    ) -> None:
        self._presenter, self._begun, self._uid = presenter, begun, new_uid()
        self.outlet, self.counters = QComboBox(), QLineEdit(counters)
        for place in places:
            self.outlet.addItem(place.name, place.id)
        self.counters.setMinimumWidth(han_width(parent, 16))
        super().__init__(
            translate("StartForm", "开始盘点"),
            FormPanel(
                (
                    Field("outlet", translate("StartForm", "兑换点"), self.outlet, required=True),
                    Field(
                        "counters",
                        translate("StartForm", "盘点人"),
                        self.counters,
                        required=True,
                        help=translate("StartForm", "数实物的人，几个人用顿号隔开。监盘人确认时再写。"),
                    ),
                ),
                translate("StartForm", "开始"),
            ),
            parent,
        )
        bind(self, [Action("stocktake.begin", translate("StartForm", "开始"), self.panel.submit, "F8")])
        self.panel.submitted.connect(self._submit)

    def done(self, result: int) -> None:
        """Closed; the form is used once."""
        super().done(result)
        self.deleteLater()

    def _submit(self) -> None:
        self.panel.set_busy(True)
        command = StartStocktake(self._uid, int(self.outlet.currentData()), self.counters.text())
        self._presenter.begin(command, self._started, self.panel.show_problem)

    def _started(self, stocktake_id: int) -> None:
        self.accept()
        self._begun(stocktake_id)
