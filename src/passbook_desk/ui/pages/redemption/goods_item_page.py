"""One kind of goods: the form of new ones, the card of kept ones."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.redemption.goods.demands import DemandRow
from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow, SaveGoods, SetPrice
from passbook_desk.features.redemption.stock.values import MoveRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, ToggleButton, action_button, bind
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.pictures import jpeg_of, read_picture
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.redemption.goods_form import GoodsForm, PriceForm
from passbook_desk.ui.pages.redemption.goods_item_columns import (
    BATCH_COLUMNS,
    MOVE_COLUMNS,
    PRICE_COLUMNS,
    WAITING_COLUMNS,
    BatchLine,
    PriceLine,
)
from passbook_desk.ui.pages.redemption.goods_item_presenter import GoodsCard, GoodsItemPresenter, KnownWords
from passbook_desk.ui.pages.redemption.goods_words import KIND_WORDS, amiss, limit_word, price_state
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_LONGEST: Final = 900
"""Pixels of the longer side of a picture that is kept: the counter shows it no larger."""
_SIDE: Final = 128
_PATTERNS: Final = ("*.jpg", "*.jpeg", "*.png", "*.bmp")


class GoodsItemPage(PageFrame):
    """The parameter `id` names goods; None is a form for new ones.

    What was typed stays while other pages are looked at, until the card of other goods is opened.
    """

    topics = frozenset({Topic.GOODS, Topic.HOUSEHOLDS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("GoodsItemPage", "新物品"))
        self._tools = tools
        self._presenter = GoodsItemPresenter(
            tools.desk,
            self,
            tools.jobs,
            tools.clock,
            lambda path: jpeg_of(read_picture(path, _LONGEST)),
        )
        self._card: GoodsCard | None = None
        self._id: int | None = None
        self._begun: SaveGoods | None = None
        self.form = GoodsForm(tools.clock)
        self.form.submitted.connect(self._save)
        self.price_form: PriceForm | None = None
        self._panes = QStackedWidget()
        self._panes.addWidget(self._card_pane())
        self._panes.addWidget(self.form)
        self.body.addWidget(self._panes, 1)
        self._lay_footer()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("上面是这样物品的资料；下面换着看分值、批次、进出和等货的户。"),
            self.tr("分值只能往后改：新分值从哪天起用，那天以前的兑换不变。"),
            self.tr("库存为零才能停用；停用的物品和编号都留着，可以恢复。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        wanted = params.get("id")
        goods_id = wanted if isinstance(wanted, int) else None
        self.message.clear()
        if self._typed() and goods_id == self._id:
            return
        self._begun = None
        self._id = goods_id
        self._presenter.open(goods_id)

    def refresh(self, topics: frozenset[Topic]) -> None:
        if self._begun is None:
            self._presenter.load()

    def show_new(self, known: KnownWords) -> None:
        """An empty form."""
        self._card = None
        self.set_title(self.tr("新物品"))
        self._show_form()
        self.form.begin(known)
        self._begun = self.form.draft("")

    def show_card(self, card: GoodsCard) -> None:
        """Everything about the goods."""
        self._card = card
        row = card.goods
        self.set_title(self.tr("{name}　{code}").format(name=row.called, code=row.code))
        self._facts.setText(self._facts_of(row))
        self._figures.setText(self._figures_of(row))
        words = amiss(row, card.today)
        self._amiss.setText(words)
        self._amiss.setVisible(bool(words))
        self._show_picture(card.picture)
        lines = [PriceLine(each, price_state(each, card.prices, card.today)) for each in card.prices]
        self._prices.set_rows(lines)
        self._batches.set_rows(
            [BatchLine(each, card.outlets.get(each.outlet_id, ""), card.today) for each in card.batches]
        )
        self._moves.set_rows(card.moves)
        self._waiting.set_rows(card.waiting)
        for button, (word, count) in zip(self._tabs, self._counts(card), strict=True):
            button.setText(self.tr("{word} {count}").format(word=word, count=count) if count else word)
        self._panes.setCurrentIndex(0)
        self._show_acts(row)

    def show_saved(self, goods_id: int) -> None:
        """It is kept: the card of the goods comes next."""
        said = self.tr("已保存。") if self._id is not None else self.tr("已登记“{name}”。")
        self._tools.announcer.done(said.format(name=self.form.name.text().strip()))
        self._begun = None
        self.form.set_busy(False)
        if self._id is None:
            self._id = goods_id
        self._presenter.open(goods_id)

    def show_refused(self, error: BaseException) -> None:
        """Why the goods were not kept, beside the field."""
        self.form.show_problem(error)

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def choose_tab(self, number: int) -> None:
        """Show prices, batches, movements or who waits, as the clerk would."""
        self._tabs[number].click()

    def _card_pane(self) -> QWidget:
        self._facts, self._figures, self._amiss, self._picture = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self._facts, self._figures, self._amiss):
            label.setWordWrap(True)
        self._figures.setProperty("role", "strong")
        self._amiss.setProperty("role", "warn")
        self._picture.setFixedSize(_SIDE, _SIDE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName(self.tr("图片"))
        words = QVBoxLayout()
        words.setSpacing(8)
        for label in (self._figures, self._amiss, self._facts):
            words.addWidget(label)
        words.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        card = Card()
        card.body.addLayout(line)
        self._prices: TablePage[PriceLine] = TablePage(
            PRICE_COLUMNS, Empty(self.tr("还没有定分值，不能兑换。"), self.tr("新分值"), self._ask_price)
        )
        self._batches: TablePage[BatchLine] = TablePage(BATCH_COLUMNS, Empty(self.tr("没有库存。")))
        self._moves: TablePage[MoveRow] = TablePage(MOVE_COLUMNS, Empty(self.tr("还没有进出。")))
        self._waiting: TablePage[DemandRow] = TablePage(WAITING_COLUMNS, Empty(self.tr("没有人在等。")))
        self._tables = QStackedWidget()
        self._tabs: list[ToggleButton] = []
        group, tabs = QButtonGroup(self), QHBoxLayout()
        tabs.setSpacing(8)
        tables: tuple[QWidget, ...] = (self._batches, self._prices, self._moves, self._waiting)
        for number, table in enumerate(tables):
            button = ToggleButton()
            button.setChecked(number == 0)
            button.clicked.connect(partial(self._tables.setCurrentIndex, number))
            group.addButton(button, number)
            tabs.addWidget(button)
            self._tabs.append(button)
            self._tables.addWidget(table)
        tabs.addStretch(1)
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card)
        column.addLayout(tabs)
        column.addWidget(self._tables, 1)
        return pane

    def _lay_footer(self) -> None:
        self._of_form = (
            Action("goods.cancel", self.tr("不改了"), self._cancel),
            Action("goods.save", self.tr("保存"), self.form.submit, "F8", primary=True),
        )
        self._of_card = (
            Action("goods.no_picture", self.tr("去掉图片"), self._strike_picture),
            Action("goods.picture", self.tr("放图片"), self._pick_picture),
        )
        self._form_line, self._card_line = QWidget(), QWidget()
        for widget, actions in ((self._form_line, self._of_form), (self._card_line, self._of_card)):
            row = QHBoxLayout(widget)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addStretch(1)
            for action in actions:
                row.addWidget(action_button(action))
            self.footer.addWidget(widget, 1)
        self._card_line.hide()

    def _show_form(self) -> None:
        self._panes.setCurrentIndex(1)
        self._form_line.show()
        self._card_line.hide()
        self.set_actions([])
        bind(self, self._of_form)
        self.show_allowed()

    def _show_acts(self, row: GoodsRow) -> None:
        self._form_line.hide()
        self._card_line.show()
        acts = [Action("goods.edit", self.tr("修改"), self._edit)]
        if row.retired_on is not None:
            acts.append(Action("goods.put_back", self.tr("恢复"), self._put_back, primary=True))
        else:
            acts.append(Action("goods.retire", self.tr("停用"), self._retire))
            acts.append(Action("goods.price", self.tr("新分值"), self._ask_price, primary=row.points is None))
        if row.kind is GoodsKind.GOODS and row.retired_on is None:
            acts.append(
                Action("stock.receive", self.tr("入库"), self._receive, primary=row.points is not None)
            )
        self.set_actions(acts)

    def _counts(self, card: GoodsCard) -> Sequence[tuple[str, int]]:
        return (
            (self.tr("批次"), len(card.batches)),
            (self.tr("分值"), len(card.prices)),
            (self.tr("进出"), len(card.moves)),
            (self.tr("等货的户"), len(card.waiting)),
        )

    def _figures_of(self, row: GoodsRow) -> str:
        price = self.tr("没定分值")
        if row.points is not None:
            price = self.tr("{points} 分一{unit}").format(points=row.points, unit=row.unit)
        if row.free is None:
            return price
        said = self.tr("{price}　可兑 {free} {unit}").format(price=price, free=row.free, unit=row.unit)
        if not row.reorder_least:
            return said
        return self.tr("{figures}　库存下限 {least}").format(figures=said, least=row.reorder_least)

    def _facts_of(self, row: GoodsRow) -> str:
        months = self.tr("{count} 个月").format(count=row.shelf_months) if row.shelf_months else ""
        facts = (
            (self.tr("类别"), row.category),
            (self.tr("品牌"), row.brand),
            (self.tr("种类"), translate("Redemption", KIND_WORDS[row.kind])),
            (self.tr("限兑"), limit_word(row) or self.tr("不限")),
            (self.tr("条码"), row.barcode),
            (self.tr("库位"), row.shelf),
            (self.tr("保质期"), months),
            (self.tr("停用"), day_text(row.retired_on) if row.retired_on else ""),
            (self.tr("备注"), row.remark),
        )
        return "　".join(f"{title} {value}" for title, value in facts if value)

    def _show_picture(self, content: bytes) -> None:
        self._picture.setVisible(bool(content))
        if content:
            picture = QPixmap.fromImage(QImage.fromData(content))
            self._picture.setPixmap(
                picture.scaled(
                    _SIDE,
                    _SIDE,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        for button in self._card_line.findChildren(QPushButton):
            if button.objectName() == "goods.no_picture":
                button.setEnabled(bool(content))
            else:
                button.setText(self.tr("换图片") if content else self.tr("放图片"))

    def _typed(self) -> bool:
        """Whether something was typed that is not kept."""
        return self._begun is not None and self.form.draft("") != self._begun

    def _save(self) -> None:
        self.form.set_busy(True)
        row = self._card.goods if self._card is not None else None
        self._presenter.save(
            self.form.draft(self._presenter.uid if row is None else row.uid), self.form.first_price()
        )

    def _cancel(self) -> None:
        self._begun = None
        if self._card is None:
            self._tools.go(Route("goods"))
        else:
            self.show_card(self._card)

    def _edit(self) -> None:
        if self._card is not None:
            self.set_title(self.tr("修改　{name}").format(name=self._card.goods.called))
            self._show_form()
            self.form.edit(self._card.goods, self._card.known)
            self._begun = self.form.draft("")

    def _ask_price(self) -> None:
        if self._card is not None:
            self.price_form = PriceForm(self._card.goods, self._tools.clock, self._set_price, self)
            self.price_form.open()

    def _set_price(self, command: SetPrice) -> None:
        form = self.price_form
        if form is None:
            return

        def saved() -> None:
            form.accept()
            self._tools.announcer.done(self.tr("新分值已定。"))

        self._presenter.set_price(command, saved, form.panel.show_problem)

    def _retire(self) -> None:
        if self._card is None:
            return
        row = self._card.goods
        sentence = self.tr("“{name}”从今天起不再兑换？资料和编号都留着，以后可以恢复。")
        if self._tools.dialogs.confirm(self.tr("停用"), sentence.format(name=row.called), self.tr("停用")):
            said = self.tr("“{name}”已停用。").format(name=row.called)
            self._presenter.retire(row.id, lambda: self._tools.announcer.done(said))

    def _put_back(self) -> None:
        if self._card is not None:
            said = self.tr("“{name}”已恢复，可以兑换。").format(name=self._card.goods.called)
            self._presenter.put_back(self._card.goods.id, lambda: self._tools.announcer.done(said))

    def _receive(self) -> None:
        self._tools.go(Route("stock_paper", {"kind": "bought"}))

    def _pick_picture(self) -> None:
        if self._card is None:
            return
        kind = FileKind(self.tr("图片"), _PATTERNS)
        path = self._tools.dialogs.pick_open(self.tr("选一张图片"), kind)
        if path is not None:
            self._presenter.keep_picture(self._card.goods.id, path, self.tr("正在读图片…"))

    def _strike_picture(self) -> None:
        if self._card is not None:
            self._presenter.strike_picture(self._card.goods.id)
