"""Filling in 入库单, 报损单, 退货单, 调拨单."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QButtonGroup, QStackedWidget

from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.features.redemption.stock.values import PaperKind, PaperRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.period import NotADate
from passbook_desk.kernel.points import NotANumber
from passbook_desk.ui.kit.actions import Action, ToggleButton, action_button, bind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.redemption.goods_words import paper_kind_word
from passbook_desk.ui.pages.redemption.stock_entry_values import (
    KINDS_OF,
    EntryLine,
    Family,
    Shelves,
    Totals,
    family_of,
)
from passbook_desk.ui.pages.redemption.stock_paper_presenter import StockPaperPresenter
from passbook_desk.ui.pages.redemption.stock_paper_sheet import PaperSheet
from passbook_desk.ui.pages.redemption.stock_words import money_text, paper_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_OF_LINES = frozenset({"goods", "quantity", "expires_on", "cost"})
"""Fields of the line that is typed, not of the heading."""


class StockPaperPage(PageFrame):
    """Parameters: `kind`, a PaperKind; `fill` puts everything that has expired on the paper.

    What was entered and not saved is still there on the next visit, one paper of each family.
    """

    topics = frozenset({Topic.GOODS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("StockPaperPage", "入库单"))
        self._tools = tools
        self._presenter = StockPaperPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._kind = PaperKind.BOUGHT
        self._saving = False
        self._sheets: dict[Family, PaperSheet] = {}
        self._kinds = QButtonGroup(self)
        self._stack = QStackedWidget()
        self.beside_title.addSpacing(16)
        for number, kind in enumerate(PaperKind):
            button = ToggleButton(paper_kind_word(kind))
            button.setObjectName(f"kind.{kind.value}")
            self._kinds.addButton(button, number)
            self.beside_title.addWidget(button)
        self.beside_title.addStretch(1)
        self._kinds.idClicked.connect(lambda number: self._choose(list(PaperKind)[number]))
        self.body.addWidget(self._stack, 1)
        self._lay_out_footer()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("左边写从哪里来、谁交谁收；右边一样一样加，扫条码也行。"),
            self.tr("保质期写到期日或月份；只有生产日期的，再写保质多少个月。"),
            self.tr("F8 保存，随后 F12 打印签字；写错的行按 F2 改。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        kind = PaperKind(str(params.get("kind", PaperKind.BOUGHT.value)))
        self._choose(kind)
        fills = bool(params.get("fill"))
        self._presenter.begin(kind, partial(self._begun, fills))

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.begin(self._kind, lambda: None)

    @property
    def sheet(self) -> PaperSheet:
        """What the clerk fills in now."""
        family = family_of(self._kind)
        if family not in self._sheets:
            self._sheets[family] = self._made(family)
        return self._sheets[family]

    def show_shelves(self, shelves: Shelves) -> None:
        """Goods, batches and places were read anew."""
        self.sheet.heading.show_outlets(shelves.outlets)
        self._tell_heading()

    def offer_goods(self, rows: Sequence[GoodsRow]) -> None:
        """What fits the text in the line of goods."""
        self.sheet.entry.offer(rows)

    def show_lines(self, lines: Sequence[EntryLine], sums: Totals) -> None:
        """The lines of the paper with its running totals."""
        self.sheet.show_lines(lines, self._words(sums) if lines else "")

    def show_saved(self, paper: PaperRow) -> None:
        """The paper is written: it can be printed, or taken back at once."""
        self.sheet.clear()
        words = self.tr("{paper} {number} 已保存：{pieces} 件。")
        called = paper_word(paper.kind)
        self._tools.announcer.done(
            words.format(paper=called, number=paper.number, pieces=paper.pieces),
            f"{called} {paper.number}",
            partial(self._presenter.take_back, paper, self.tr("刚保存就撤销")),
        )
        self._tools.go(Route("stock_card", {"id": paper.id}))

    def show_taken_back(self, paper: PaperRow) -> None:
        """What was saved a moment ago is taken back."""
        self._tools.announcer.done(self.tr("{number} 已收回。").format(number=paper.number))

    def show_problem(self, error: BaseException) -> None:
        """Beside the field of the heading, or above the lines."""
        field = str(error.params.get("field", "")) if isinstance(error, PassbookError) else ""
        if field in _OF_LINES:
            self.message.say(tell(error), Mood.ERROR)
        else:
            self.sheet.heading.panel.show_problem(error)

    def _lay_out_footer(self) -> None:
        new = Action(
            "goods.new", self.tr("新物品"), lambda: self._tools.go(Route("goods_item", {"id": None}))
        )
        fill = Action("stock.fill", self.tr("全部已过期的"), self._fill)
        change = Action("stock.change", self.tr("改这一行"), lambda: self.sheet.change(), "F2")
        drop = Action("stock.drop", self.tr("去掉"), lambda: self.sheet.drop(), "Ctrl+Del")
        save = Action("stock.save", self.tr("保存"), self._save, "F8", primary=True)
        self._new, self._fills = action_button(new), action_button(fill)
        self.footer.addWidget(self._new)
        self.footer.addWidget(self._fills)
        self.footer.addStretch(1)
        for action in (change, drop, save):
            self.footer.addWidget(action_button(action))
        bind(self, [change, drop, save])

    def _made(self, family: Family) -> PaperSheet:
        sheet = PaperSheet(family, self._tools.clock, self._presenter.held)
        sheet.heading.changed.connect(self._tell_heading)
        sheet.heading.submitted.connect(self._submitted)
        sheet.entry.asked.connect(self._presenter.find)
        sheet.entry.finished.connect(self._add)
        sheet.removed.connect(self._presenter.remove)
        self._stack.addWidget(sheet)
        return sheet

    def _choose(self, kind: PaperKind) -> None:
        """Another kind of paper of the same family keeps its lines."""
        self._kind = kind
        self.set_title(paper_word(kind))
        others = KINDS_OF[family_of(kind)]
        for number, each in enumerate(PaperKind):
            button = self._kinds.button(number)
            button.setVisible(each in others and len(others) > 1)
            button.setChecked(each is kind)
        self._new.setVisible(kind.comes_in)
        self._fills.setVisible(kind is PaperKind.EXPIRED)
        self._stack.setCurrentWidget(self.sheet)
        self.message.clear()
        self._tell_heading()
        self.sheet.show_kind(kind)

    def _begun(self, fills: bool) -> None:
        self.sheet.show_kind(self._kind)
        if fills:
            self._fill()
        self.sheet.heading.panel.begin()

    def _tell_heading(self) -> None:
        heading = self.sheet.heading
        self._presenter.set_heading(self._kind, heading.outlet_id, heading.day)
        self.sheet.entry.renew()

    def _add(self) -> None:
        sheet = self.sheet
        self.message.clear()
        entry = sheet.entry
        try:
            expires_on, cost = entry.expiry.value(), entry.cost_value()
        except (NotADate, NotANumber) as error:
            self.message.say(tell(error), Mood.ERROR)
            return
        if self._presenter.add(entry.goods, entry.quantity.value(), expires_on, cost, entry.chosen_batch):
            entry.clear()
            entry.begin()

    def _fill(self) -> None:
        count = self._presenter.fill_expired()
        words = self.tr("填上了 {count} 批。").format(count=count) if count else self.tr("这里没有过期的。")
        self.message.say(words, Mood.OK)

    def _save(self) -> None:
        self._saving = True
        try:
            self.sheet.heading.panel.submit()
        finally:
            self._saving = False

    def _submitted(self) -> None:
        """F8 and Ctrl+Enter save; Enter in the last field of the heading goes on to the goods."""
        held = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        if self._saving or held:
            self.message.clear()
            self._presenter.save(self.sheet.heading.heading())
        else:
            self.sheet.entry.begin()

    def _words(self, sums: Totals) -> str:
        words = self.tr("{kinds} 种 {pieces} 件　折合 {points} 分")
        said = words.format(kinds=sums.kinds, pieces=sums.pieces, points=sums.points)
        if sums.cost:
            said += self.tr("　进价合计 {money} 元").format(money=money_text(sums.cost))
        return said
