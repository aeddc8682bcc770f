from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from passbook_desk.features.redemption.counter.values import SlipRow, UndoSlip
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.actions import Action, bind
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.theme import han_width, metrics

_LONGEST: Final = 200
_WIDE: Final = 34


class SlipUndoForm(QWidget):
    """退回: why, and whether the goods lie on the shelf again. `submitted(command)` comes when all is said.

    The reason may be left out for one's own slip of today that is in no book; the command says when not.
    """

    submitted = Signal(object)

    def __init__(self, slip: SlipRow) -> None:
        super().__init__()
        self._slip, self._uid = slip, new_uid()
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST)
        self.goods_back = QCheckBox(self.tr("物品已经放回货架"))
        self.goods_back.setChecked(True)
        self.goods_back.setVisible(any(not item.service for item in slip.items))
        self.about = QLabel(
            self.tr("{number}　{name}　{points} 分").format(
                number=slip.number, name=slip.account.owner_name, points=slip.points
            )
        )
        fields = [
            Field("about", self.tr("兑换单"), self.about, help=self.tr("积分还到存折，另记红字，单子留着。")),
            Field(
                "reason",
                self.tr("原因"),
                self.reason,
                help=self.tr("自己今天开的、还没登折的，可以不写。"),
            ),
            Field("goods", self.tr("物品"), self.goods_back, help=self.tr("没放回的不勾，库存就不加回。")),
        ]
        self.panel = FormPanel(fields, self.tr("退回"), scrolling=False)
        self.panel.set_shown("goods", any(not item.service for item in slip.items))
        self.panel.save_button.setObjectName("slips.undo")
        self.panel.submitted.connect(self._submit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    def submit(self) -> None:
        """As if the button were pressed."""
        self.panel.submit()

    def show_refused(self, error: BaseException) -> None:
        """Say beside its field why nothing was taken back."""
        self.panel.show_problem(error)

    def _submit(self) -> None:
        self.panel.set_busy(True)
        self.submitted.emit(
            UndoSlip(self._uid, self._slip.id, self.reason.text(), self.goods_back.isChecked())
        )


class SlipUndoDialog(FormDialog):
    """退回 over the slip; it stays until the slip is taken back."""

    def __init__(self, form: SlipUndoForm, parent: QWidget) -> None:
        title = QCoreApplication.translate("SlipUndoDialog", "退回兑换单")
        super().__init__(title, form.panel, parent)
        self._form = form
        bind(self, [Action("slips.undo", title, form.submit, "F8")])
        self.resize(han_width(self, _WIDE), self.sizeHint().height() + metrics().row)

    def done(self, result: int) -> None:
        """Closed; the form is used once."""
        super().done(result)
        self._form.deleteLater()
        self.deleteLater()
