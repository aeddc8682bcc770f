"""确认: what the stocktake comes to, and the second person who lets it change the stock."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from passbook_desk.features.redemption.stocktake.values import ConfirmStocktake, StocktakeCard
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.redemption.stocktake_presenter import StocktakeFound
from passbook_desk.ui.pages.redemption.stocktake_words import points_signed, signed

_WIDE: Final = 44
"""Han characters that labels and fields take together."""
Confirm = Callable[[ConfirmStocktake, Callable[[BaseException], None]], None]


class ConfirmPane(QWidget):
    """`confirm(command, failed)` carries it out; refusals stand beside their field."""

    def __init__(self, confirm: Confirm) -> None:
        super().__init__()
        self._confirm = confirm
        self._found: StocktakeFound | None = None
        self._uid = new_uid()
        self._sums, self._left, self._who = QLabel(), QLabel(), QLabel()
        for label in (self._sums, self._left, self._who):
            label.setWordWrap(True)
        self._sums.setProperty("role", "strong")
        self._who.setProperty("role", "warn")
        self.witness, self.paper_ref = QLineEdit(), QLineEdit()
        self.panel = FormPanel(
            (
                Field(
                    "witness",
                    self.tr("监盘人"),
                    self.witness,
                    required=True,
                    help=self.tr("在旁边看着数的人，不能是盘点人。"),
                ),
                Field(
                    "paper_ref",
                    self.tr("签字盘点表编号"),
                    self.paper_ref,
                    help=self.tr("单人模式：结果打出来，监盘人签字，编号写在这里。"),
                ),
            ),
            self.tr("确认盘点"),
            scrolling=False,
        )
        self.panel.save_button.hide()  # the page has it
        self.panel.setMaximumWidth(han_width(self, _WIDE))
        self.panel.submitted.connect(self._submit)
        self._lay_out()

    def show_found(self, found: StocktakeFound) -> None:
        """What was found, and who may confirm it."""
        if self._found is None or self._found.card.row.id != found.card.row.id:
            self._uid = new_uid()
            self.witness.clear()
            self.paper_ref.clear()
            self.panel.clear_problems()
        self._found = found
        self._sums.setText(_sums(found.card))
        self._left.setText(_left(found.card))
        self._left.setVisible(bool(found.card.uncounted))
        alone = found.own and found.single_clerk
        stuck = found.own and not found.single_clerk
        self.panel.set_shown("paper_ref", alone)
        self._who.setText(self.tr("您数过这次盘点，要换一个人登录来确认。") if stuck else "")
        self._who.setVisible(stuck)
        self.panel.set_busy(stuck)

    def submit(self) -> None:
        """As pressing the button."""
        self.panel.submit()

    def begin(self) -> None:
        """Stand in the first field."""
        self.witness.setFocus()

    def _lay_out(self) -> None:
        told, form, column = Card(self.tr("盘点结果")), Card(self.tr("换一个人确认")), ScrollColumn()
        told.body.addWidget(self._sums)
        told.body.addWidget(self._left)
        form.body.addWidget(self._who)
        form.body.addWidget(self.panel)
        column.column.addWidget(form)
        column.column.addWidget(told)
        column.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column)

    def _submit(self) -> None:
        found = self._found
        if found is None:
            return
        self.panel.set_busy(True)
        paper_ref = self.paper_ref.text() if found.own and found.single_clerk else ""
        command = ConfirmStocktake(self._uid, found.card.row.id, self.witness.text(), paper_ref)
        self._confirm(command, self.panel.show_problem)


def _sums(card: StocktakeCard) -> str:
    if not card.differing:
        words = translate("ConfirmPane", "盘了 {count} 种，账面和实盘都相符，确认后库存不变。")
        return words.format(count=len(card.counted))
    words = translate(
        "ConfirmPane", "盘了 {count} 种，{differing} 种有差异：{each}。确认后库存按实盘改，折合 {value} 分。"
    )
    each = "、".join(f"{row.called} {signed(row.difference)}" for row in card.differing)
    return words.format(
        count=len(card.counted),
        differing=len(card.differing),
        each=each,
        value=points_signed(card.value),
    )


def _left(card: StocktakeCard) -> str:
    words = translate("ConfirmPane", "没有盘的 {count} 种，库存不变：{names}。")
    names = "、".join(row.called for row in card.uncounted)
    return words.format(count=len(card.uncounted), names=names)
