"""The form of goods, in two columns: what everything has, and what some have; and the form of a price."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from passbook_desk.features.redemption.goods.values import (
    GoodsKind,
    GoodsRow,
    LimitPeriod,
    SaveGoods,
    SetPrice,
)
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import CodeEdit, CountEdit, PointsEdit
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.redemption.goods_item_presenter import FirstPrice, KnownWords
from passbook_desk.ui.pages.redemption.goods_words import KIND_WORDS, period_word

_BARCODE_WIDTH = 9
_PRICE_WIDTH = 30
_OF_STOCK = ("reorder_least", "shelf", "shelf_months")


class GoodsForm(QWidget):
    """Fields of goods; `submitted` comes when all of them can be. A price is asked of new goods only."""

    submitted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._goods_id: int | None = None
        self._make_editors()
        self.main = FormPanel(self._main_fields(), self.tr("保存"), scrolling=False)
        self.more = FormPanel(self._more_fields(), self.tr("保存"), scrolling=False)
        self._main_passed = False
        self.main.submitted.connect(self._main_is_right)
        self.more.submitted.connect(self._more_is_right)
        self.period.currentIndexChanged.connect(lambda _: self._fit_limit())
        self.kind.currentIndexChanged.connect(lambda _: self._fit_kind())
        self._lay_out()

    def begin(self, known: KnownWords) -> None:
        """An empty form; the code that would be given stands in its field."""
        self._goods_id = None
        empty = SaveGoods("", "", "", unit="")
        self._offer(known)
        self._fill(empty)
        self.code.setPlaceholderText(known.code)
        self.code.setReadOnly(False)
        self.points.set_value(None)
        self.from_on.set_day(self._clock.today())
        self.reference.clear()
        self._show_price(shown=True)
        self.main.begin()

    def edit(self, row: GoodsRow, known: KnownWords) -> None:
        """What is said of goods now, to be changed; their code stays."""
        self._goods_id = row.id
        self._offer(known)
        self._fill(_said_of(row))
        self.code.setReadOnly(True)
        self._show_price(shown=False)
        self.main.begin()

    def submit(self) -> None:
        """Check all fields; `submitted` comes when none is wrong."""
        self.main.submit()

    def draft(self, uid: str) -> SaveGoods:
        """The goods as filled in."""
        service = self._kind is GoodsKind.SERVICE
        return SaveGoods(
            uid=uid,
            code=self.code.code(),
            name=self.name.text(),
            spec=self.spec.text(),
            brand=self.brand.text(),
            unit=self.unit.currentText(),
            category=self.category.currentText(),
            kind=self._kind,
            barcode=self.barcode.code(),
            reorder_least=0 if service else self.reorder_least.value() or 0,
            limit_count=self.limit_count.value(),
            limit_period=self._period,
            shelf="" if service else self.shelf.text(),
            shelf_months=None if service else self.shelf_months.value(),
            remark=self.remark.text(),
            goods_id=self._goods_id,
        )

    def first_price(self) -> FirstPrice | None:
        """What new goods cost; None where nobody said, and for goods that are kept already."""
        points = None if self._goods_id is not None else self.points.value()
        if points is None:
            return None
        return FirstPrice(points, self.from_on.day() or self._clock.today(), self.reference.text())

    def set_busy(self, busy: bool) -> None:
        """While the command runs, saving a second time is not possible."""
        self.main.set_busy(busy)
        self.more.set_busy(busy)

    def show_problem(self, error: BaseException) -> None:
        """Say a refusal beside its field, in whichever column it stands."""
        self.set_busy(False)
        key = error.params.get("field") if isinstance(error, PassbookError) else None
        (self.more if key in self._of_more else self.main).show_problem(error)

    def problem_of(self, key: str) -> str:
        """What is said beside a field; empty when nothing is."""
        return (self.more if key in self._of_more else self.main).problem_of(key)

    @property
    def _kind(self) -> GoodsKind:
        return GoodsKind(self.kind.currentData())

    @property
    def _period(self) -> LimitPeriod:
        return LimitPeriod(self.period.currentData())

    def _make_editors(self) -> None:
        self.name, self.spec, self.brand = QLineEdit(), QLineEdit(), QLineEdit()
        self.unit, self.category = QComboBox(), QComboBox()
        for box in (self.unit, self.category):
            box.setEditable(True)
        self.points, self.reference = PointsEdit(), QLineEdit()
        self.from_on = LenientDateEdit(self._clock, self._clock.today())
        self.kind, self.period = QComboBox(), QComboBox()
        for kind in GoodsKind:
            self.kind.addItem(translate("Redemption", KIND_WORDS[kind]), kind)
        for period in LimitPeriod:
            self.period.addItem(period_word(period), period)
        self.code, self.barcode = CodeEdit(), CodeEdit(0, _BARCODE_WIDTH)
        self.reorder_least, self.limit_count, self.shelf_months = CountEdit(6), CountEdit(6), CountEdit(3)
        self.shelf, self.remark = QLineEdit(), QLineEdit()

    def _main_fields(self) -> tuple[Field, ...]:
        return (
            Field("name", self.tr("名称"), self.name, required=True),
            Field("spec", self.tr("规格"), self.spec, help=self.tr("如 2块装、5kg、500ml。")),
            Field("unit", self.tr("单位"), self.unit, required=True),
            Field("category", self.tr("类别"), self.category),
            Field("kind", self.tr("种类"), self.kind),
            Field("brand", self.tr("品牌"), self.brand),
            Field("points", self.tr("兑换分值"), self.points, unit=self.tr("分"), check=self.points.value,
                  help=self.tr("还没定就空着；定了分值才能兑换。")),
            Field("from_on", self.tr("从哪天起"), self.from_on, check=self.from_on.day),
            Field("reference", self.tr("依据"), self.reference, help=self.tr("哪次会定的。")),
        )  # fmt: skip

    def _more_fields(self) -> tuple[Field, ...]:
        return (
            Field("code", self.tr("编号"), self.code, help=self.tr("空着就接着往下编；登记后不能改。")),
            Field("barcode", self.tr("条码"), self.barcode, help=self.tr("光标放在这里，用扫码枪扫一下。")),
            Field("limit_period", self.tr("限兑"), self.period),
            Field("limit_count", self.tr("限几件"), self.limit_count, check=self.limit_count.value),
            Field("reorder_least", self.tr("库存下限"), self.reorder_least,
                  help=self.tr("少于这个数就列进采购清单。")),
            Field("shelf", self.tr("库位"), self.shelf),
            Field("shelf_months", self.tr("保质期"), self.shelf_months, unit=self.tr("个月")),
            Field("remark", self.tr("备注"), self.remark),
        )  # fmt: skip

    def _lay_out(self) -> None:
        self._of_more = frozenset(("code", "barcode", "limit_period", "limit_count", "remark", *_OF_STOCK))
        columns = QHBoxLayout()
        columns.setSpacing(16)
        for panel in (self.main, self.more):
            panel.save_button.hide()
            card = Card()
            card.body.addWidget(panel)
            columns.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        scroll = ScrollColumn()
        scroll.column.addLayout(columns)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _offer(self, known: KnownWords) -> None:
        for box, words in ((self.unit, known.units), (self.category, known.categories)):
            box.clear()
            box.addItems(list(words))

    def _fill(self, said: SaveGoods) -> None:
        self.main.clear_problems()
        self.more.clear_problems()
        self.set_busy(False)
        for line, text in (
            (self.name, said.name),
            (self.spec, said.spec),
            (self.brand, said.brand),
            (self.code, said.code),
            (self.barcode, said.barcode),
            (self.shelf, said.shelf),
            (self.remark, said.remark),
        ):
            line.setText(text)
        self.unit.setCurrentText(said.unit)
        self.category.setCurrentText(said.category)
        self.kind.setCurrentIndex(list(GoodsKind).index(said.kind))
        self.period.setCurrentIndex(list(LimitPeriod).index(said.limit_period))
        self.limit_count.set_value(said.limit_count)
        self.reorder_least.set_value(said.reorder_least or None)
        self.shelf_months.set_value(said.shelf_months)
        self._fit_limit()
        self._fit_kind()

    def _show_price(self, *, shown: bool) -> None:
        for key in ("points", "from_on", "reference"):
            self.main.set_shown(key, shown)

    def _fit_limit(self) -> None:
        """Without a limit there is nothing to count."""
        limited = self._period is not LimitPeriod.NONE
        if not limited:
            self.limit_count.set_value(None)
        self.more.set_shown("limit_count", limited)

    def _fit_kind(self) -> None:
        """A service has neither stock nor shelf."""
        for key in _OF_STOCK:
            self.more.set_shown(key, self._kind is GoodsKind.GOODS)

    def _main_is_right(self) -> None:
        self._main_passed = True
        self.more.submit()
        self._main_passed = False

    def _more_is_right(self) -> None:
        if self._main_passed:
            self.submitted.emit()
        else:
            self.main.submit()


class PriceForm(FormDialog):
    """A new price from a day on; `keep(command)` is called when everything is there."""

    def __init__(
        self, row: GoodsRow, clock: Clock, keep: Callable[[SetPrice], None], parent: QWidget
    ) -> None:
        self._keep, self._clock = keep, clock
        self._command = SetPrice(new_uid(), row.id, ZERO, clock.today())
        self.points, self.reference = PointsEdit(), QLineEdit()
        self.from_on = LenientDateEdit(clock, clock.today())
        now = ""
        if row.points is not None:
            now = QCoreApplication.translate("PriceForm", "现在 {points} 分。").format(points=row.points)
        fields = (
            Field("points", QCoreApplication.translate("PriceForm", "兑换分值"), self.points, help=now,
                  unit=QCoreApplication.translate("PriceForm", "分"), required=True, check=self.points.value),
            Field("from_on", QCoreApplication.translate("PriceForm", "从哪天起"), self.from_on,
                  required=True, check=self.from_on.day,
                  help=QCoreApplication.translate("PriceForm", "要晚于按旧分值兑换过的最后一天。")),
            Field("reference", QCoreApplication.translate("PriceForm", "依据"), self.reference,
                  help=QCoreApplication.translate("PriceForm", "哪次会定的，如“6月5日村民代表会”。")),
        )  # fmt: skip
        title = QCoreApplication.translate("PriceForm", "新分值　{name}").format(name=row.called)
        super().__init__(title, FormPanel(fields, QCoreApplication.translate("PriceForm", "定分值")), parent)
        self.resize(han_width(self, _PRICE_WIDTH), self.sizeHint().height())
        self.panel.submitted.connect(self._submit)

    def _submit(self) -> None:
        self.panel.set_busy(True)
        self._keep(
            replace(
                self._command,
                points=self.points.value() or ZERO,
                from_on=self.from_on.day() or self._clock.today(),
                reference=self.reference.text(),
            )
        )


def _said_of(row: GoodsRow) -> SaveGoods:
    return SaveGoods(
        uid=row.uid,
        code=row.code,
        name=row.name,
        spec=row.spec,
        brand=row.brand,
        unit=row.unit,
        category=row.category,
        kind=row.kind,
        barcode=row.barcode,
        reorder_least=row.reorder_least,
        limit_count=row.limit_count,
        limit_period=row.limit_period,
        shelf=row.shelf,
        shelf_months=row.shelf_months,
        remark=row.remark,
        goods_id=row.id,
    )
