"""What the counter shows while nobody stands there: how to begin, and the way to the rest of the shop."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from passbook_desk.ui.kit.actions import Action, action_button
from passbook_desk.ui.shell.routes import Route


class ShopLinks(QWidget):
    """A hint, and a button for each page of the shop; `go` opens it.

    Tab reaches the buttons; a click leaves the cursor where books are scanned.
    """

    def __init__(self, go: Callable[[Route], None]) -> None:
        super().__init__()
        hint = QLabel(self.tr("扫存折，或输姓名拼音首字母、户编号。\n物品按前面的数字；扫物品条码也行。"))
        hint.setWordWrap(True)
        links = (
            Action("shop.goods", self.tr("物品"), lambda: go(Route("goods"))),
            Action("shop.stock", self.tr("库存"), lambda: go(Route("stock"))),
            Action("shop.stocktakes", self.tr("盘点"), lambda: go(Route("stocktakes"))),
            Action("shop.slips", self.tr("兑换登记"), lambda: go(Route("slips"))),
            Action("shop.exchange", self.tr("兑换日"), lambda: go(Route("exchange_days"))),
            Action("shop.report", self.tr("兑换汇总"), lambda: go(Route("redemption_report"))),
        )
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, link in enumerate(links):
            button = action_button(link)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            grid.addWidget(button, place // 2, place % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(hint)
        column.addLayout(grid)
        column.addStretch(1)
