"""What stands above the lines of a paper: day, place, from whom, the two who sign."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from passbook_desk.features.redemption.goods.rules import MOST_CHARACTERS
from passbook_desk.features.redemption.goods.values import OutletRow
from passbook_desk.features.redemption.stock.values import PaperKind
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.pages.redemption.stock_entry_values import Family, Heading


class HeadingForm(QWidget):
    """`changed` when place or day are others; `submitted` on Enter in the last field and on Ctrl+Enter."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, family: Family, clock: Clock) -> None:
        super().__init__()
        self._clock, self._family = clock, family
        self._kind = PaperKind.MOVED
        self.done_on = LenientDateEdit(clock, clock.today())
        self.outlet, self.to_outlet = QComboBox(), QComboBox()
        self.from_whom, self.reference, self.words = QLineEdit(), QLineEdit(), QLineEdit()
        self.handed_by, self.received_by = QLineEdit(), QLineEdit()
        for line in (self.from_whom, self.reference, self.words, self.handed_by, self.received_by):
            line.setMaxLength(MOST_CHARACTERS)
        self.panel = FormPanel(self._fields(), self.tr("保存"))
        self.panel.save_button.hide()
        self.panel.submitted.connect(self.submitted)
        self.done_on.changed.connect(lambda _: self.changed.emit())
        self.outlet.activated.connect(lambda _: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    @property
    def outlet_id(self) -> int:
        """The place where goods come to or go from."""
        return int(self.outlet.currentData() or 0)

    @property
    def day(self) -> date | None:
        """The day of the paper; None while it cannot be read."""
        try:
            return self.done_on.day()
        except NotADate:
            return None

    def show_outlets(self, rows: Sequence[OutletRow]) -> None:
        """The places there are; nobody has to choose where there is only one."""
        for place, box in enumerate((self.outlet, self.to_outlet)):
            chosen = box.currentData()
            box.clear()
            for row in rows:
                box.addItem(row.name, row.id)
            held = box.findData(chosen)
            box.setCurrentIndex(held if held >= 0 else min(place, len(rows) - 1))
        self._show_fields()

    def show_kind(self, kind: PaperKind) -> None:
        """Ask for what this kind of paper needs."""
        self._kind = kind
        self.panel.clear_problems()
        self._show_fields()

    def heading(self) -> Heading:
        """What was typed; what is not asked for stays out."""
        asked = self._asked()

        def typed(key: str, line: QLineEdit) -> str:
            return line.text().strip() if key in asked else ""

        return Heading(
            kind=self._kind,
            outlet_id=self.outlet_id,
            done_on=self.day or self._clock.today(),
            from_whom=typed("from_whom", self.from_whom),
            handed_by=typed("handed_by", self.handed_by),
            received_by=typed("received_by", self.received_by),
            reference=typed("reference", self.reference),
            words=self.words.text().strip(),
            to_outlet_id=int(self.to_outlet.currentData() or 0),
        )

    def clear(self) -> None:
        """After saving: the day is today's again, places stay, the rest goes."""
        self.done_on.set_day(self._clock.today())
        for line in (self.from_whom, self.reference, self.words, self.handed_by, self.received_by):
            line.clear()
        self.panel.clear_problems()

    def _asked(self) -> frozenset[str]:
        """Which fields a paper of this kind has."""
        always = {"done_on", "words"}
        if self._family is Family.MOVED:
            return frozenset(always | {"outlet", "to_outlet", "handed_by", "received_by"})
        if self.outlet.count() > 1:
            always.add("outlet")
        if self._family is Family.IN and self._kind is not PaperKind.OPENING:
            always |= {"from_whom", "reference", "handed_by", "received_by"}
        if self._kind is PaperKind.RETURNED:
            always |= {"from_whom", "handed_by", "received_by"}
        return frozenset(always)

    def _show_fields(self) -> None:
        asked = self._asked()
        for field in self._fields():
            self.panel.set_shown(field.key, field.key in asked)

    def _fields(self) -> tuple[Field, ...]:
        words = {
            Family.IN: (self.tr("来自"), self.tr("兑换点"), self.tr("备注")),
            Family.OUT: (self.tr("退给"), self.tr("兑换点"), self.tr("原因")),
            Family.MOVED: (self.tr("来自"), self.tr("调出"), self.tr("备注")),
        }
        whom, place, why = words[self._family]
        return (
            Field("done_on", self.tr("日期"), self.done_on, required=True, check=self.done_on.day),
            Field("outlet", place, self.outlet),
            Field("to_outlet", self.tr("调入"), self.to_outlet),
            Field("from_whom", whom, self.from_whom),
            Field("handed_by", self.tr("交货人"), self.handed_by),
            Field("received_by", self.tr("收货人"), self.received_by),
            Field("reference", self.tr("票据号"), self.reference),
            Field("words", why, self.words),
        )
