"""兑换日: the days on which the village redeems together, and the form that opens one."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from passbook_desk.features.redemption.exchange.values import OpenExchangeDay
from passbook_desk.features.redemption.goods.values import OutletRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.actions import Action, bind
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.redemption.exchange_columns import day_columns
from passbook_desk.ui.pages.redemption.exchange_days_presenter import DaysFound, ExchangeDaysPresenter
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class ExchangeDaysPage(PageFrame):
    """Every exchange day, the latest first; Enter opens one."""

    topics = frozenset({Topic.GOODS, Topic.LEDGER})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("ExchangeDaysPage", "兑换日"))
        self._tools = tools
        self._presenter = ExchangeDaysPresenter(tools.desk, self, tools.jobs)
        self._outlets: Sequence[OutletRow] = ()
        self.form: OpenDayForm | None = None
        self.table = TablePage(day_columns(tools.clock.today), Empty(""))
        self.table.opened.connect(lambda row: tools.go(Route("exchange_day", {"id": row.id})))
        self.body.addWidget(self.table)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("全村一起兑换的日子，先在这里开一个：叫什么、在哪里、哪几天。"),
            self.tr("回车打开：名单和兑换单先打好，当天发号、排队、去柜台。"),
            self.tr("办完结算：物、单、分三样对上才结得了，结算单打出来签字。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._presenter.load()
        self.table.view.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_days(self, found: DaysFound) -> None:
        """The list; without a place to redeem goods come first."""
        self._outlets = found.outlets
        if found.outlets:
            empty = Empty(
                self.tr("还没有开过兑换日。一年一兑换时开一个，名单、排队、结算都在里面。"),
                self.tr("开兑换日"),
                self._open,
            )
        else:
            empty = Empty(
                self.tr("还没有可兑换的物品。先登记物品和库存，再开兑换日。"),
                self.tr("去登记物品"),
                lambda: self._tools.go(Route("goods")),
            )
        self.table.set_empty(empty)
        self.table.set_rows(found.days)
        if found.days and self.table.selected_row() is None:
            self.table.view.selectRow(0)
            if self.isVisible():
                self.table.view.setFocus()
        opening = Action("exchange.open", self.tr("开兑换日"), self._open, "Ins", primary=True)
        self.set_actions([opening] if found.outlets else [])

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def _open(self) -> None:
        self.message.clear()
        self.form = OpenDayForm(self._tools.clock, self._outlets, self._save, self)
        self.form.open()

    def _save(self, command: OpenExchangeDay) -> None:
        form = self.form
        if form is None:
            return

        def opened(day_id: int) -> None:
            form.accept()
            self._tools.announcer.done(self.tr("“{name}”已开。").format(name=command.name.strip()))
            self._tools.go(Route("exchange_day", {"id": day_id}))

        self._presenter.open(command, opened, form.panel.show_problem)


class OpenDayForm(FormDialog):
    """What an exchange day is called, where and when it is held."""

    def __init__(
        self,
        clock: Clock,
        outlets: Sequence[OutletRow],
        save: Callable[[OpenExchangeDay], None],
        parent: QWidget,
    ) -> None:
        today = clock.today()
        self._clock, self._save, self._uid = clock, save, new_uid()
        self.name, self.outlet = QLineEdit(), QComboBox()
        self.name.setText(translate("OpenDayForm", "{year}年度兑换").format(year=today.year))
        for row in outlets:
            self.outlet.addItem(row.name, row.id)
        self.held_on, self.until_on = LenientDateEdit(clock, today), LenientDateEdit(clock, today)
        panel = FormPanel(
            (
                Field("name", translate("OpenDayForm", "叫什么"), self.name, required=True),
                Field("outlet", translate("OpenDayForm", "在哪里"), self.outlet),
                Field("held_on", translate("OpenDayForm", "从哪天"), self.held_on, required=True,
                      check=self.held_on.day),
                Field("until_on", translate("OpenDayForm", "到哪天"), self.until_on, required=True,
                      check=self.until_on.day,
                      help=translate("OpenDayForm", "这几天在这里兑换的都算进来，最多一个月。")),
            ),
            translate("OpenDayForm", "开兑换日"),
        )  # fmt: skip
        title = translate("OpenDayForm", "开兑换日")
        super().__init__(title, panel, parent)
        bind(self, [Action("exchange.open.save", title, panel.submit, "F8")])
        self.held_on.changed.connect(self._follow)
        panel.submitted.connect(self._submit)

    def _follow(self, day: object) -> None:
        """The last day is not before the first one."""
        first, last = self.held_on.day(), self.until_on.day()
        if day is not None and first is not None and last is not None and last < first:
            self.until_on.set_day(first)

    def _submit(self) -> None:
        self.panel.set_busy(True)
        today = self._clock.today()
        held_on, until_on = self.held_on.day() or today, self.until_on.day() or today
        self._save(OpenExchangeDay(self._uid, self.name.text(), self.outlet.currentData(), held_on, until_on))
