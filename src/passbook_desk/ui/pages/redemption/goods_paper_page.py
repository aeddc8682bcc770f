"""物品价目表 and 采购清单 as they will be printed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.pages.redemption.goods_paper_presenter import (
    PRICES,
    PURCHASE,
    GoodsPaperPresenter,
    GoodsSheet,
)
from passbook_desk.ui.shell.paper_page import PaperPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class GoodsPaperPage(PaperPage):
    """Preview, print, save as PDF or Excel. The parameter `what` is `prices` or `purchase`."""

    topics = frozenset({Topic.GOODS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("GoodsPaperPage", "物品价目表"))
        self._presenter = GoodsPaperPresenter(tools.desk, self, tools.jobs, tools.clock, tools.fontbook)
        self.back = Route("goods")
        self._what = PRICES
        self._name = ""
        self.set_actions([Action("goods.excel", self.tr("存为 Excel"), self._save_workbook)])

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("物品价目表只列定了分值、没有停用的物品，可以贴墙。"),
            self.tr("采购清单列低于库存下限和有人等的物品，第一行可以直接发给店家。"),
        )

    def read(self, params: Mapping[str, object]) -> None:
        self._what = PURCHASE if params.get("what") == PURCHASE else PRICES
        self.set_title(self.tr("采购清单") if self._what == PURCHASE else self.tr("物品价目表"))
        self._name = ""

    def leave(self) -> bool:
        self._presenter.forget()
        return True

    def show_pages(self, sheet: GoodsSheet, pages: Sequence[Page]) -> None:
        """The pages, named by what they show and the day."""
        self._name = f"{sheet.title} {day_text(sheet.as_of)}"
        self.preview.show_pages(pages, self._name, checked=True)

    def show_saved(self, target: Path) -> None:
        """The workbook is written."""
        self.tools.announcer.made(self.tr("已存为 {name}。").format(name=target.name), target)

    def draw(self) -> None:
        self._presenter.draw(self._what, self.tr("正在排版…"))

    def _save_workbook(self) -> None:
        if not self._name:
            return
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        target = self.tools.dialogs.pick_save(self.tr("存为 Excel"), f"{self._name}.xlsx", kind)
        if target is not None:
            self._presenter.save_workbook(target, self.tr("正在存为 Excel…"))
