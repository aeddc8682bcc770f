from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Protocol

from passbook_desk.features.redemption.goods.finding import goods_match
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow
from passbook_desk.features.redemption.stock.purchase import ShopWarnings, shop_warnings
from passbook_desk.features.redemption.stock.rules import expires_soon
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.kit.ports import Desk

ALL: Final = "all"
LOW: Final = "low"
EXPIRING: Final = "expiring"
EXPIRED: Final = "expired"
SERVICES: Final = "services"
RETIRED: Final = "retired"

_BELONGS: Final[dict[str, Callable[[GoodsRow, date], bool]]] = {
    ALL: lambda row, _: row.retired_on is None,
    LOW: lambda row, _: row.retired_on is None and (row.low or row.wanted > 0),
    EXPIRING: lambda row, today: expires_soon(row.expires_on, today),
    EXPIRED: lambda row, _: row.expired > 0,
    SERVICES: lambda row, _: row.retired_on is None and row.kind is GoodsKind.SERVICE,
    RETIRED: lambda row, _: row.retired_on is not None,
}


@dataclass(frozen=True, slots=True)
class GoodsListing:
    """Goods that were asked for, how many kinds the shop has at all, and what it warns of."""

    rows: tuple[GoodsRow, ...]
    today: date
    find: str
    chip: str
    kinds: int
    warnings: ShopWarnings

    @property
    def pieces(self) -> int:
        """Pieces of those shown that can be redeemed."""
        return sum(row.free or 0 for row in self.rows)

    @property
    def value(self) -> Points:
        """What these pieces cost in points; what has no price counts nothing."""
        return sum((row.points * (row.free or 0) for row in self.rows if row.points is not None), ZERO)


class GoodsView(Protocol):
    def show_goods(self, listing: GoodsListing) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class GoodsPresenter:
    """The list of goods, found and filtered; an answer that comes late is dropped."""

    def __init__(self, desk: Desk, view: GoodsView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._find, self._chip, self._asked = "", ALL, 0

    def find(self, text: str) -> None:
        """Show goods that are meant by a text."""
        self._find = text
        self.load()

    def choose(self, chip: str) -> None:
        """Show those of one kind: all, to be bought, near their last day."""
        self._chip = chip
        self.load()

    def load(self) -> None:
        """Show the goods as they are now."""
        self._asked += 1
        asked, find, chip = self._asked, self._find, self._chip

        def done(listing: GoodsListing) -> None:
            if asked == self._asked:
                self._view.show_goods(listing)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _listing(scope, find, chip)), done, self._view.show_problem
        )


def _listing(scope: Any, find: str, chip: str) -> GoodsListing:
    every = goods_rows(scope, retired_too=True)
    belongs = _BELONGS[chip]
    rows = [row for row in every if belongs(row, scope.today) and goods_match(row, find)]
    return GoodsListing(tuple(rows), scope.today, find, chip, len(every), shop_warnings(scope))
