"""One paper of stock: what is on it, print, Excel, 收回."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLabel

from passbook_desk.features.redemption.stock.values import PaperItemRow, PaperKind, PaperRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.pages.redemption.goods_words import paper_kind_word
from passbook_desk.ui.pages.redemption.stock_card_presenter import StockCardPresenter
from passbook_desk.ui.pages.redemption.stock_columns import ITEM_COLUMNS
from passbook_desk.ui.pages.redemption.stock_words import money_text, paper_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_FACTS_A_LINE: Final = 3


class StockCardPage(PageFrame):
    """Parameter: `id` of the paper. Enter on a line shows what moved of its goods."""

    topics = frozenset({Topic.GOODS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("StockCardPage", "单据"))
        self._tools = tools
        self._presenter = StockCardPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._id = 0
        self._paper: PaperRow | None = None
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(4)
        for column in range(_FACTS_A_LINE):
            self._facts.setColumnStretch(column, 1)
        card = Card()
        card.body.addLayout(self._facts)
        self.items: TablePage[PaperItemRow] = TablePage(ITEM_COLUMNS, Empty(""))
        self.items.opened.connect(lambda item: tools.go(Route("stock_moves", {"goods": item.goods_id})))
        self.body.addWidget(card)
        self.body.addWidget(self.items, 1)
        self.set_actions(
            [
                Action("stock.back", self.tr("收回"), self._take_back),
                Action("stock.excel_paper", self.tr("存为 Excel"), self._save_workbook),
                Action("stock.print_paper", self.tr("打印预览"), self._print, "F12", primary=True),
            ]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("F12 打印，两边签字；一式两份的会打出两页。"),
            self.tr("打错了按“收回”，写上原因，库存一起改回来，再另开一张。"),
            self.tr("已经兑出去的收不回，先看那样物品的进出明细。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._id = int(str(params.get("id", 0)))
        self._presenter.load(self._id)
        self.items.view.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load(self._id)

    def show_paper(self, paper: PaperRow) -> None:
        """The paper as it is now."""
        self._paper = paper
        self.set_title(f"{paper_word(paper.kind)} {paper.number}")
        self._show_facts(paper)
        self.items.set_rows(paper.items)
        self.items.set_totals(self._sums(paper))
        button = self.act_button("stock.back")
        if button is not None:
            button.setEnabled(not paper.taken_back)
        if paper.back_on is not None:
            words = self.tr("{day} 已收回：{reason}")
            self.message.say(words.format(day=day_text(paper.back_on), reason=paper.back_reason), Mood.WARN)

    def show_taken_back(self, paper: PaperRow) -> None:
        """Everything on it went back."""
        self.show_paper(paper)
        words = self.tr("{number} 已收回，{pieces} 件改回来了。")
        self._tools.announcer.done(words.format(number=paper.number, pieces=paper.pieces))

    def show_saved(self, target: Path) -> None:
        """The workbook is written."""
        self._tools.announcer.made(self.tr("已存为 {name}。").format(name=target.name), target)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _show_facts(self, paper: PaperRow) -> None:
        """Short facts side by side, words below them over the whole width."""
        while self._facts.count():
            widget = self._facts.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (label, value) in enumerate(self._said(paper)):
            row, column = divmod(place, _FACTS_A_LINE)
            self._facts.addWidget(_fact(label, value), row, column)
        if paper.words:
            self._facts.addWidget(
                _fact(self.tr("说明"), paper.words), self._facts.rowCount(), 0, 1, _FACTS_A_LINE
            )

    def _said(self, paper: PaperRow) -> list[tuple[str, str]]:
        moved = paper.kind is PaperKind.MOVED
        whom = self.tr("退给") if paper.kind is PaperKind.RETURNED else self.tr("来自")
        said = [
            (self.tr("类别"), paper_kind_word(paper.kind)),
            (self.tr("日期"), day_text(paper.done_on)),
            (self.tr("调出") if moved else self.tr("兑换点"), paper.outlet),
            (self.tr("调入") if moved else whom, paper.from_whom),
            (self.tr("交货人"), paper.handed_by),
            (self.tr("收货人"), paper.received_by),
            (self.tr("票据号"), paper.reference),
            (self.tr("经办人"), paper.recorded_by),
        ]
        return [(label, value) for label, value in said if value]

    def _sums(self, paper: PaperRow) -> str:
        words = self.tr("共 {lines} 行 {pieces} 件　折合 {points} 分")
        said = words.format(lines=len(paper.items), pieces=paper.pieces, points=paper.value)
        if paper.cost:
            said += self.tr("　进价合计 {money} 元").format(money=money_text(paper.cost))
        return said

    def _take_back(self) -> None:
        paper = self._paper
        if paper is None:
            return
        title = self.tr("收回 {number}").format(number=paper.number)
        sentence = self.tr("整张单子 {pieces} 件一起改回来，单号和原因留着。").format(pieces=paper.pieces)
        reason = self._tools.dialogs.ask_reason(title, sentence, self.tr("收回"))
        if reason is not None:
            self.message.clear()
            self._presenter.take_back(paper.id, reason)

    def _save_workbook(self) -> None:
        paper = self._paper
        if paper is None:
            return
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        name = f"{paper_word(paper.kind)}_{paper.number}.xlsx"
        target = self._tools.dialogs.pick_save(self.tr("存为 Excel"), name, kind)
        if target is not None:
            self._presenter.save_workbook(paper, target, self.tr("正在存为 Excel…"))

    def _print(self) -> None:
        self._tools.go(Route("stock_print", {"paper": self._id}))


def _fact(label: str, value: str) -> QLabel:
    words = QLabel(f"{label}　{value}")
    words.setWordWrap(True)
    return words
