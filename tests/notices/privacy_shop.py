"""A points shop in whose every text there are secrets of residents."""

from datetime import date

from privacy_secrets import Secrets

from builders.village import Village
from passbook_desk.features.ledger.counting.standing import standings
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import Redeem, UndoSlip, Wanted
from passbook_desk.features.redemption.goods.commands import save_goods, set_price
from passbook_desk.features.redemption.goods.queries import outlets
from passbook_desk.features.redemption.goods.values import GoodsKind, SaveGoods, SetPrice
from passbook_desk.features.redemption.stock.commands import receive_goods
from passbook_desk.features.redemption.stock.values import PaperKind, ReceivedItem, ReceiveGoods
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points

OPENED = date(2026, 5, 24)
COST = Points.parse("2")
MOST = 60
"""Characters of a text of the shop."""


def visited(village: Village, secrets: Secrets, visitors: int) -> None:
    """Soap and a haircut for some who have the points; every third slip goes back, with words."""
    village.on(OPENED)
    soap, haircut = _opened(village, secrets)
    with village.read() as scope:
        able = [book for book, each in standings(scope, accounts(scope)).items() if each.redeemable > COST]
    for number, book in enumerate(able[:visitors]):
        with village.write() as tx:
            slip = redeem(
                tx,
                Redeem(
                    new_uid(),
                    book,
                    outlets(tx)[0].id,
                    (Wanted(soap), Wanted(haircut)),
                    collector=secrets.beside_a_name(secrets.name())[:MOST],
                    relation=secrets.private()[:MOST],
                    paper_ref=secrets.spelled()[:MOST],
                ),
            )
            if number % 3 == 2:
                undo_slip(tx, UndoSlip(new_uid(), slip, secrets.private()[:MOST]))


def _opened(village: Village, secrets: Secrets) -> tuple[int, int]:
    """Soap on the shelf and a haircut; their ids."""
    said = secrets.private
    with village.write() as tx:
        goods = [
            save_goods(
                tx,
                SaveGoods(
                    new_uid(),
                    "",
                    secrets.for_all(name)[:MOST],
                    spec=secrets.for_all("一份")[:MOST],
                    kind=kind,
                    category=secrets.for_all("日用")[:MOST],
                    shelf=said()[:MOST],
                    remark=said()[:MOST],
                ),
            )
            for name, kind in (("肥皂", GoodsKind.GOODS), ("理发", GoodsKind.SERVICE))
        ]
        for goods_id in goods:
            set_price(tx, SetPrice(new_uid(), goods_id, Points.parse("1"), tx.today, said()[:MOST]))
        texts = {
            name: said()[:MOST] for name in ("from_whom", "handed_by", "received_by", "reference", "words")
        }
        came = (ReceivedItem(goods[0], 1_000),)
        receive_goods(
            tx, ReceiveGoods(new_uid(), PaperKind.DONATED, outlets(tx)[0].id, tx.today, came, **texts)
        )
    return goods[0], goods[1]
