"""A points shop in tests: goods with prices, what came in, what was redeemed."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from builders.village import Village, booked, settled_village
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.queries import slip_by_id
from passbook_desk.features.redemption.counter.values import Redeem, SlipRow, Wanted
from passbook_desk.features.redemption.goods.commands import save_goods, set_price
from passbook_desk.features.redemption.goods.queries import goods_rows, outlets
from passbook_desk.features.redemption.goods.values import (
    GoodsKind,
    GoodsRow,
    LimitPeriod,
    SaveGoods,
    SetPrice,
)
from passbook_desk.features.redemption.stock.commands import receive_goods
from passbook_desk.features.redemption.stock.values import PaperKind, ReceivedItem, ReceiveGoods
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Money, Points

PRICED_FROM = date(2026, 1, 15)
"""The day on which the village set its first prices."""


@dataclass(slots=True)
class Shop:
    """A village with a counter; goods are called by name, books by the name of who holds them."""

    village: Village
    ids: dict[str, int] = field(default_factory=dict)

    @property
    def outlet_id(self) -> int:
        """The first place to redeem."""
        with self.village.read() as scope:
            return outlets(scope)[0].id

    def account(self, name: str, colour: Colour = Colour.GREEN) -> AccountRow:
        """The book of somebody."""
        with self.village.read() as scope:
            return next(row for row in accounts(scope, colour=colour) if row.owner_name == name)

    def goods(self, name: str) -> GoodsRow:
        """Goods as the counter has them today."""
        outlet_id = self.outlet_id
        with self.village.read() as scope:
            return goods_rows(scope, outlet_id=outlet_id, ids=(self.ids[name],))[0]

    def offer(
        self,
        name: str,
        price: str,
        *,
        kind: GoodsKind = GoodsKind.GOODS,
        least: int = 0,
        limit: int | None = None,
        per: LimitPeriod = LimitPeriod.NONE,
        barcode: str = "",
    ) -> int:
        """Goods with a price in points."""
        with self.village.write() as tx:
            goods_id = save_goods(
                tx,
                SaveGoods(
                    new_uid(),
                    "",
                    name,
                    kind=kind,
                    barcode=barcode,
                    reorder_least=least,
                    limit_count=limit,
                    limit_period=per,
                ),
            )
            set_price(tx, SetPrice(new_uid(), goods_id, Points.parse(price), PRICED_FROM, "村民代表会"))
        self.ids[name] = goods_id
        return goods_id

    def stocked(
        self,
        name: str,
        quantity: int,
        *,
        expires_on: date | None = None,
        cost: str | None = None,
        kind: PaperKind = PaperKind.BOUGHT,
        done_on: date | None = None,
    ) -> int:
        """Pieces come in with a receipt; its id."""
        paid, outlet_id = None if cost is None else Money.parse(cost), self.outlet_id
        with self.village.write() as tx:
            return receive_goods(
                tx,
                ReceiveGoods(
                    new_uid(),
                    kind,
                    outlet_id,
                    done_on or tx.today,
                    (ReceivedItem(self.ids[name], quantity, expires_on, paid),),
                    from_whom="供销社",
                    handed_by="赵卫东",
                    received_by="刘文书",
                ),
            )

    def redeemed(self, name: str, *wanted: tuple[str, int], collector: str = "") -> SlipRow:
        """A visit of somebody at the counter."""
        account, outlet_id = self.account(name), self.outlet_id
        with self.village.write() as tx:
            slip_id = redeem(
                tx,
                Redeem(
                    new_uid(),
                    account.id,
                    outlet_id,
                    tuple(Wanted(self.ids[goods], count) for goods, count in wanted),
                    collector=collector,
                ),
            )
        with self.village.read() as scope:
            return slip_by_id(scope, slip_id)


def open_shop(folder: Path, *, points: int = 40) -> Shop:
    """Three households, each with points, and soap (5), toothpaste (10), rice (50) and a haircut (20).

    20 pieces of soap, 10 tubes of toothpaste, 3 bags of rice lie there.
    """
    shop = Shop(settled_village(folder))
    with shop.village.read() as scope:
        everybody = tuple(row.id for row in accounts(scope, colour=Colour.GREEN))
    for _ in range(points // 10):
        booked(shop.village, everybody)
    shop.offer("肥皂", "5", least=5)
    shop.offer("牙膏", "10")
    shop.offer("大米", "50")
    shop.offer("理发", "20", kind=GoodsKind.SERVICE)
    shop.stocked("肥皂", 20, cost="3.50")
    shop.stocked("牙膏", 10, cost="6")
    shop.stocked("大米", 3)
    return shop
