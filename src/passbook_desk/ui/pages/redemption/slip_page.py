"""One slip: its papers on the left, its items, its lines in the book and where it stands on the right."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from passbook_desk.documents.page import Page
from passbook_desk.features.ledger.values import LineRow
from passbook_desk.features.redemption.counter.values import SlipItemRow, SlipRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.rows import RowsModel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import TableView
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.pages.redemption.slip_presenter import SlipFound, SlipPaper, SlipPresenter
from passbook_desk.ui.pages.redemption.slip_undo_form import SlipUndoDialog, SlipUndoForm
from passbook_desk.ui.pages.redemption.slips_columns import ITEM_COLUMNS, LINE_COLUMNS
from passbook_desk.ui.pages.redemption.slips_words import collector_text, state_text
from passbook_desk.ui.shell.papers_and_cards import PapersAndCards
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_SIDE: Final = 26
"""Han characters that the column beside the paper is wide."""
_ROWS: Final = 8


class SlipPage(PageFrame):
    """Parameter `id`; `paper` ("told") shows 领取告知单 first."""

    topics = frozenset({Topic.GOODS, Topic.LEDGER, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("SlipPage", "兑换单"))
        self._tools = tools
        self._presenter = SlipPresenter(tools.desk, self, tools.jobs, tools.clock, tools.fontbook)
        self._id, self._paper = 0, SlipPaper.SLIP
        self._found: SlipFound | None = None
        self._form: SlipUndoForm | None = None
        self._dialog: SlipUndoDialog | None = None
        words = {SlipPaper.SLIP: self.tr("兑换单"), SlipPaper.TOLD: self.tr("领取告知单")}
        self._papers = PapersAndCards(tools, words, "slip", _SIDE)
        self._papers.chosen.connect(self._choose_paper)
        self.preview = self._papers.preview
        self.items: RowsModel[SlipItemRow] = RowsModel(ITEM_COLUMNS, parent=self)
        self.lines: RowsModel[LineRow] = RowsModel(LINE_COLUMNS, parent=self)
        self._lay_out()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("兑换单上半张店里存，下半张给住户；过了当天打印的写“副本”。"),
            self.tr("别人代领的，把“领取告知单”交给这一户，好核对。"),
            self.tr("给错了按“退回”：积分还到存折，物品放回货架，单子划掉留着。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        wanted = params.get("id")
        self._id = wanted if isinstance(wanted, int) else 0
        self._paper = SlipPaper.TOLD if params.get("paper") == SlipPaper.TOLD else SlipPaper.SLIP
        self._papers.begin(self._paper)
        self._found = None
        self.set_actions([])
        self._presenter.load(self._id)

    def refresh(self, topics: frozenset[Topic]) -> None:
        if self._id:
            self._presenter.load(self._id)

    def show_slip(self, found: SlipFound) -> None:
        """The slip as it stands, and its paper."""
        self._found = found
        slip = found.slip
        self.set_title(self.tr("兑换单 {number}").format(number=slip.number))
        self.state.setText("\n".join(self._facts(found)))
        self.undone.setText(self._undone(slip))
        self.undone.setVisible(slip.undone_on is not None)
        self.items.set_rows(slip.items)
        self.lines.set_rows(found.lines)
        for table, rows in ((self._item_table, len(slip.items)), (self._line_table, len(found.lines))):
            table.setFixedHeight(metrics().row * (min(rows, _ROWS) + 1) + 8)
            table.fit()
        self._offer_acts(slip)
        self._draw()

    def show_pages(self, paper: SlipPaper, pages: Sequence[Page]) -> None:
        """A paper as it will be printed."""
        number = "" if self._found is None else self._found.slip.number
        self.preview.show_pages(pages, f"{self._papers.word(paper)} {number}", checked=True)

    def show_undone(self, slip: SlipRow) -> None:
        """Points are in the book again."""
        if self._dialog is not None:
            self._dialog.accept()
        words = self.tr("兑换单 {number} 已退回，{points} 分还到{name}的存折。")
        self._tools.announcer.done(
            words.format(number=slip.number, points=slip.points, name=slip.account.owner_name)
        )
        self._presenter.load(self._id)

    def show_refused(self, error: BaseException) -> None:
        """Say in the form why nothing was taken back."""
        if self._form is not None:
            self._form.show_refused(error)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _lay_out(self) -> None:
        self._item_table = self._table(self.items, self.tr("兑换的物品"))
        self._line_table = self._table(self.lines, self.tr("存折上的行"))
        items, lines = Card(self.tr("物品")), Card(self.tr("存折上的行"))
        items.body.addWidget(self._item_table)
        lines.body.addWidget(self._line_table)
        self._papers.put(self._state_card(), items, lines)
        self.body.addWidget(self._papers, 1)

    def _table(self, model: RowsModel[SlipItemRow] | RowsModel[LineRow], name: str) -> TableView:
        table = TableView()
        table.setModel(model)
        table.setAccessibleName(name)
        return table

    def _state_card(self) -> Card:
        card = Card(self.tr("情况"))
        self.state, self.undone = QLabel(), QLabel()
        self.undone.setProperty("role", "warn")
        for label in (self.state, self.undone):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            card.body.addWidget(label)
        return card

    def _facts(self, found: SlipFound) -> list[str]:
        slip, account = found.slip, found.slip.account
        served = slip.served_at.astimezone()
        who = self.tr("{name}　{code}　存折 {book}")
        when = self.tr("{day} {time}　{outlet}　经办 {who}")
        figures = self.tr("兑换前可用 {before} 分，用了 {points} 分，余 {left} 分")
        said = [
            state_text(slip),
            who.format(name=account.owner_name, code=account.owner_code, book=found.sheet.book),
            when.format(
                day=day_text(slip.redeemed_on), time=f"{served:%H:%M}", outlet=slip.outlet, who=slip.served_by
            ),
            self.tr("领取：{who}").format(who=collector_text(slip)),
            figures.format(before=slip.before, points=slip.points, left=slip.left),
        ]
        if slip.paper_ref:
            said.append(self.tr("签字单 {number}").format(number=slip.paper_ref))
        return said

    def _undone(self, slip: SlipRow) -> str:
        if slip.undone_on is None:
            return ""
        goods = self.tr("物品已放回") if slip.goods_back else self.tr("物品没有放回")
        words = self.tr("{day} {who}退回：{reason}。{goods}。")
        day = day_text(slip.undone_on)
        return words.format(day=day, who=slip.undone_by, reason=slip.undo_reason, goods=goods)

    def _offer_acts(self, slip: SlipRow) -> None:
        acts = []
        if slip.undone_on is None:
            acts.append(Action("slips.undo", self.tr("退回"), self._undo))
        self.set_actions([*acts, Action("open.book", self.tr("看存折"), self._open_book)])

    def _choose_paper(self, paper: SlipPaper) -> None:
        self._paper = paper
        self._draw()

    def _draw(self) -> None:
        self._presenter.draw(self._paper, self.tr("正在排版…"))

    def _undo(self) -> None:
        if self._found is None:
            return
        self._form = SlipUndoForm(self._found.slip)
        self._form.submitted.connect(self._presenter.undo)
        self._dialog = SlipUndoDialog(self._form, self)
        self._dialog.open()

    def _open_book(self) -> None:
        """The household's card, or that of a shop or unit."""
        if self._found is None:
            return
        account = self._found.slip.account
        if account.organization_id is not None:
            self._tools.go(Route("owner", {"id": account.organization_id}))
        else:
            self._tools.go(Route("household", {"id": account.household_id}))
