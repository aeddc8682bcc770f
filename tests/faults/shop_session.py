"""One morning at the counter in one process: goods come in, are redeemed, taken back, counted, written off.

`shop_session.py FILE TODAY MORNING`; every act is told on a line of its own once it is safe. The same morning
again does what was not done yet, as a clerk does who opens the program after the power came back.
"""

import sys
from datetime import date
from pathlib import Path

from passbook_desk.app.village_file import VillageFile, open_village
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import Redeem, UndoSlip, Wanted
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.stock.commands import receive_goods, write_off
from passbook_desk.features.redemption.stock.values import (
    PaperKind,
    ReceivedItem,
    ReceiveGoods,
    TakenItem,
    WriteOff,
)
from passbook_desk.features.redemption.stocktake.commands import (
    confirm_stocktake,
    count_goods,
    start_stocktake,
)
from passbook_desk.features.redemption.stocktake.queries import stocktake_card
from passbook_desk.features.redemption.stocktake.values import ConfirmStocktake, Count, StartStocktake
from passbook_desk.kernel.clock import SetDateClock

ACTS = 9
"""Acts of a morning; number K of morning N is told as 10 × N + K."""
SOAP, PASTE, HAIRCUT = 1, 2, 3
"""Goods by id."""
ACCOUNT, OUTLET = 1, 1
SOAP_IN, PASTE_IN = 5, 2


def goods_back(morning: int) -> bool:
    """Whether the slip that is taken back this morning brings its soap back, too."""
    return morning % 2 == 0


def acts_of(morning: int) -> tuple[int, ...]:
    """The numbers of its acts in their order."""
    return tuple(10 * morning + place for place in range(1, ACTS + 1))


def live(village: VillageFile, clock: SetDateClock, morning: int) -> None:
    """One morning at the counter; each act is told once it is durable."""
    came, first, second, back, begun, counted, third, confirmed, damaged = acts_of(morning)

    def uid(act: int) -> str:
        return f"act-{act}"

    def told(act: int) -> None:
        print(act, flush=True)

    def redeemed(act: int, *wanted: Wanted, collector: str = "") -> int:
        with village.store.write(village.actor, clock) as tx:
            slip_id = redeem(tx, Redeem(uid(act), ACCOUNT, OUTLET, wanted, collector=collector))
        told(act)
        return slip_id

    with village.store.write(village.actor, clock) as tx:
        items = (ReceivedItem(SOAP, SOAP_IN), ReceivedItem(PASTE, PASTE_IN))
        signed = ("供销社", "赵卫东", "刘文书")
        receive_goods(tx, ReceiveGoods(uid(came), PaperKind.BOUGHT, OUTLET, tx.today, items, *signed))
    told(came)
    wrong = redeemed(first, Wanted(SOAP, 2), Wanted(HAIRCUT), collector="王小明")
    redeemed(second, Wanted(PASTE), Wanted(SOAP))
    with village.store.write(village.actor, clock) as tx:
        undo_slip(tx, UndoSlip(uid(back), wrong, "拿错了", goods_back(morning)))
    told(back)
    with village.store.write(village.actor, clock) as tx:
        stocktake = start_stocktake(tx, StartStocktake(uid(begun), OUTLET, "刘文书"))
    told(begun)
    with village.store.write(village.actor, clock) as tx:
        if not stocktake_card(tx, stocktake).row.counted:
            (soap,) = goods_rows(tx, outlet_id=OUTLET, ids=(SOAP,))
            count_goods(tx, stocktake, [Count(SOAP, (soap.stock or 0) - 1, uid(counted))])
    told(counted)
    redeemed(third, Wanted(SOAP))
    with village.store.write(village.actor, clock) as tx:
        confirm_stocktake(tx, ConfirmStocktake(uid(confirmed), stocktake, "陈支书", "盘点表1"))
    told(confirmed)
    with village.store.write(village.actor, clock) as tx:
        broken = (TakenItem(PASTE, 1),)
        write_off(tx, WriteOff(uid(damaged), PaperKind.DAMAGED, OUTLET, tx.today, broken, "摔破了"))
    told(damaged)


def main() -> int:
    path, today, morning = sys.argv[1:]
    clock = SetDateClock(date.fromisoformat(today))
    village = open_village(Path(path), clock)
    try:
        live(village, clock, int(morning))
    finally:
        village.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
