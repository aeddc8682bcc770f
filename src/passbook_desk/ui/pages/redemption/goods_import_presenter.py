"""Bringing a list of goods in: read, settle row by row, import what is right."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.redemption.importing.fields import FIELDS
from passbook_desk.features.redemption.importing.planning import plan_goods
from passbook_desk.features.redemption.importing.values import GoodsChoices, GoodsLine, GoodsPlan
from passbook_desk.features.redemption.importing.writing import GOODS_BATCH, import_goods
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.ui.shell.sheet_importing import SheetImporter, reason_of


class GoodsImportPresenter(SheetImporter[GoodsPlan, GoodsChoices]):
    """Keeps the list and what the clerk settled."""

    kind = GOODS_BATCH
    specs = FIELDS

    def planned(self, scope: Any, workbook: WorkbookRows, choices: GoodsChoices) -> GoodsPlan:
        return plan_goods(scope, workbook, choices)

    def imported(self, tx: Any, plan: GoodsPlan) -> GoodsPlan:
        return import_goods(tx, plan, NullProgress())

    def chosen_in(self, plan: GoodsPlan | None) -> GoodsChoices:
        return GoodsChoices() if plan is None else plan.choices

    def reasons(self, plan: GoodsPlan) -> Mapping[tuple[str, int], str]:
        return {line.said.where: reason_of(line) for line in plan.wrong}

    def accept(self, line: GoodsLine) -> None:
        """Let a row in as goods of its own, or leave it out again."""
        self.choose(replace(self.choices, accepted=self.choices.accepted ^ {line.said.where}))

    def choose_day(self, day: date | None) -> None:
        """Say from which day the prices hold and the stock lay there."""
        self.choose(replace(self.choices, from_on=day))

    def choose_outlet(self, outlet_id: int) -> None:
        """Say where the stock lies."""
        self.choose(replace(self.choices, outlet_id=outlet_id))
