"""The lines above a paper's table in which one kind of goods is typed after the other."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.features.redemption.stock.values import BatchRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.points import Money, NotANumber
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.fields import CountEdit, PlainEdit
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.pages.redemption.expiry_edit import ExpiryEdit
from passbook_desk.ui.pages.redemption.stock_entry_values import EntryLine
from passbook_desk.ui.pages.redemption.stock_words import money_text
from passbook_desk.ui.shell.picking import Option, PickEdit

_PICK_WIDTH = 10
_PIECES_DIGITS = 6


class LineEntry(QWidget):
    """`asked(text)` looks for goods, `finished` when the line is to be put on the paper."""

    asked = Signal(str)
    finished = Signal()

    def __init__(self, clock: Clock, comes_in: bool, held: Callable[[GoodsRow], Sequence[BatchRow]]) -> None:
        """`comes_in` asks for last day and cost, else for the batch; `held` are the batches of goods."""
        super().__init__()
        self._held, self._comes_in = held, comes_in
        self._goods: GoodsRow | None = None
        self.pick = PickEdit(
            self.tr("编号、名称、首字母，或扫条码"), _PICK_WIDTH, self.tr("没有这样物品"), self._after_goods
        )
        self.pick.setAccessibleName(self.tr("物品"))
        self.quantity = CountEdit(_PIECES_DIGITS)
        self.quantity.setAccessibleName(self.tr("数量"))
        self.expiry = ExpiryEdit(clock)
        self.cost = PlainEdit(4)
        self.cost.setAccessibleName(self.tr("进价（元）"))
        self.batch = QComboBox()
        self.batch.setAccessibleName(self.tr("批次"))
        self._unit = QLabel()
        self.add = QPushButton(self.tr("加上  Enter"))
        self.add.setObjectName("stock.add")
        self.add.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.clear()

    @property
    def goods(self) -> GoodsRow | None:
        """The goods chosen."""
        return self._goods

    @property
    def chosen_batch(self) -> BatchRow | None:
        """The batch chosen; None for those that expire first."""
        batch = self.batch.currentData()
        return batch if isinstance(batch, BatchRow) else None

    def cost_value(self) -> Money | None:
        """What a piece cost, None when nothing is typed. Raises NotANumber."""
        text = self.cost.text().strip()
        money = Money.parse(text) if text else None
        if money is not None and money.fen < 0:
            raise NotANumber(text=text, field="cost")
        return money

    def offer(self, rows: Sequence[GoodsRow]) -> None:
        """Goods that fit what was typed."""
        words = self.tr("{code}  {goods}（在库 {stock} {unit}）")
        self.pick.offer(
            [
                Option(words.format(code=row.code, goods=row.called, stock=row.stock, unit=row.unit), row)
                for row in rows
            ]
        )

    def clear(self) -> None:
        """Ready for the next goods."""
        self._goods = None
        self.pick.set_words("")
        self.quantity.clear()
        self.cost.clear()
        self.expiry.begin(None)
        self._unit.clear()
        self._list_batches()

    def begin(self) -> None:
        """Stand where goods are looked for."""
        self.pick.setFocus()

    def show_line(self, line: EntryLine) -> None:
        """Take a line back into the fields, to change it."""
        self._choose(line.goods)
        self.quantity.set_value(line.quantity)
        self.cost.setText(money_text(line.cost))
        if line.expires_on is not None:
            self.expiry.set_day(line.expires_on)
        place = next(
            (
                number
                for number in range(self.batch.count())
                if line.batch is not None and self.batch.itemData(number) == line.batch
            ),
            0,
        )
        self.batch.setCurrentIndex(place)
        self.quantity.setFocus()
        self.quantity.selectAll()

    def renew(self) -> None:
        """Batches of the goods chosen are others: kind or place of the paper changed."""
        self._list_batches()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.pick, 1)
        first.addWidget(QLabel(self.tr("数量")))
        first.addWidget(self.quantity)
        first.addWidget(self._unit)
        second = QHBoxLayout()
        second.setSpacing(8)
        self._cost_label = QLabel(self.tr("每件进价（元）"))
        self.cost.setPlaceholderText(self.tr("可不写"))
        if self._comes_in:
            second.addWidget(self._cost_label)
            second.addWidget(self.cost)
        else:
            second.addWidget(self.batch, 1)
        second.addStretch(1)
        second.addWidget(self.add)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel(self.tr("物品")), 0, 0)
        grid.addLayout(first, 0, 1)
        if self._comes_in:
            expiry = QLabel(self.tr("保质期"))
            expiry.setMinimumHeight(metrics().button)
            grid.addWidget(expiry, 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.expiry, 1, 1)
            grid.addLayout(second, 2, 1)
        else:
            grid.addWidget(QLabel(self.tr("批次")), 1, 0)
            grid.addLayout(second, 1, 1)

    def _connect(self) -> None:
        self.pick.asked.connect(self.asked)
        self.pick.picked.connect(self._choose)
        self.quantity.returnPressed.connect(self._after_quantity)
        self.expiry.entered.connect(self._after_expiry)
        self.cost.returnPressed.connect(self.finished)
        self.add.clicked.connect(lambda: self.finished.emit())

    def _choose(self, goods: object) -> None:
        if not isinstance(goods, GoodsRow):
            return
        self._goods = goods
        self.pick.set_words(f"{goods.code}  {goods.called}")
        self._unit.setText(goods.unit)
        self.expiry.begin(goods.shelf_months)
        self._list_batches()

    def _list_batches(self) -> None:
        self.batch.clear()
        self.batch.addItem(self.tr("先到期的先出"), None)
        if self._goods is None or self._comes_in:
            return
        words = self.tr("第 {number} 批　余 {left}")
        for batch in self._held(self._goods):
            said = words.format(number=batch.number, left=batch.quantity)
            if batch.expires_on is not None:
                said += self.tr("　到 {day}").format(day=day_text(batch.expires_on))
            self.batch.addItem(said, batch)

    def _after_goods(self) -> None:
        self.quantity.setFocus()
        self.quantity.selectAll()

    def _after_quantity(self) -> None:
        if self._comes_in:
            self.expiry.setFocus()
        else:
            self.finished.emit()

    def _after_expiry(self) -> None:
        self.cost.setFocus()
        self.cost.selectAll()
