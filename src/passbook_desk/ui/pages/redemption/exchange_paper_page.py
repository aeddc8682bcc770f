"""The papers of an exchange day as they will be printed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.features.redemption.exchange.values import ExchangeSheet
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.pages.redemption.exchange_paper_presenter import ExchangePaper, ExchangePaperPresenter
from passbook_desk.ui.shell.paper_page import PaperPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class ExchangePaperPage(PaperPage):
    """Parameters: `id` of an exchange day, `kind`: list, slips, tickets, settlement."""

    topics = frozenset({Topic.GOODS, Topic.LEDGER, Topic.HOUSEHOLDS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("ExchangePaperPage", "兑换日"))
        self._presenter = ExchangePaperPresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self._day_id, self._kind = 0, ExchangePaper.LIST

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("名单一个网格一份，领取时本人签字。"),
            self.tr("兑换单一页三张，按网格、户编号排好，沿线剪开；物品当天写。"),
            self.tr("结算单给经办人、审核人、监督员签字，留存。"),
        )

    def read(self, params: Mapping[str, object]) -> None:
        day_id, kind = params.get("id"), params.get("kind")
        if isinstance(day_id, int):
            self._day_id = day_id
        self.back = Route("exchange_day", {"id": self._day_id})
        self._kind = ExchangePaper(kind) if isinstance(kind, str) else ExchangePaper.LIST
        self.set_title(self._word())

    def leave(self) -> bool:
        self._presenter.forget()
        return True

    def show_pages(self, sheet: ExchangeSheet, pages: Sequence[Page]) -> None:
        """The pages, or why there are none."""
        title = f"{sheet.card.row.name} {self._word()}"
        self.put(title, pages, checked=True)
        if not pages:
            self.message.say(self.tr("现在没有可以兑换的存折，没有要打的。"), Mood.NOTE)

    def draw(self) -> None:
        self._presenter.draw(self._day_id, self._kind, self.tr("正在排版…"))

    def _word(self) -> str:
        return {
            ExchangePaper.LIST: self.tr("可兑换名单"),
            ExchangePaper.SLIPS: self.tr("兑换单"),
            ExchangePaper.TICKETS: self.tr("排队号"),
            ExchangePaper.SETTLEMENT: self.tr("结算单"),
        }[self._kind]
