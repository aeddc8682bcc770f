"""Sentences of the points shop: goods, stock, counter, stocktakes, exchange days."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "goods.unknown": QT_TRANSLATE_NOOP("Sentences", "没有“{code}”这样物品，请核对编号或条码。"),
        "goods.unknown-outlet": QT_TRANSLATE_NOOP(
            "Sentences", "没有“{name}”这个兑换点，请在“兑换点”里核对。"
        ),
        "goods.outlet-not-said": QT_TRANSLATE_NOOP(
            "Sentences", "有几个兑换点（{names}），请写明是哪一个，什么也没做。"
        ),
        "goods.text-missing": QT_TRANSLATE_NOOP("Sentences", "没有写名称或单位，没有保存，请补上。"),
        "goods.text-too-long": QT_TRANSLATE_NOOP("Sentences", "文字太长（最多 {most} 字），请删短再保存。"),
        "goods.code-taken": QT_TRANSLATE_NOOP(
            "Sentences", "编号 {code} 已给了“{name}”，编号不重用，请换一个。"
        ),
        "goods.barcode-taken": QT_TRANSLATE_NOOP("Sentences", "条码 {barcode} 已是“{name}”的，请核对再扫。"),
        "goods.barcode-like-book": QT_TRANSLATE_NOOP(
            "Sentences", "条码 {barcode} 和存折号分不清，请另编一个条码。"
        ),
        "goods.wrong-number": QT_TRANSLATE_NOOP("Sentences", "数字要在 0 到 {most} 之间，请改了再保存。"),
        "goods.limit-incomplete": QT_TRANSLATE_NOOP(
            "Sentences", "限兑要写清多久几件，请两样都填，或都不填。"
        ),
        "goods.price-not-positive": QT_TRANSLATE_NOOP("Sentences", "兑换分值要大于 0，没有保存，请改分值。"),
        "goods.price-before-earlier": QT_TRANSLATE_NOOP(
            "Sentences", "{other_day} 起已有新分值，不能再从 {day} 起改，请改日期。"
        ),
        "goods.price-used": QT_TRANSLATE_NOOP(
            "Sentences", "{other_day} 已按原分值兑换过，新分值请从第二天起。"
        ),
        "goods.kind-in-use": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”已进出过或兑换过，不能改种类，请另建一样。"
        ),
        "goods.still-in-stock": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”还有 {stock} 件在库，请先兑完、报损或调走。"
        ),
        "goods.last-outlet": QT_TRANSLATE_NOOP("Sentences", "只剩“{name}”一个兑换点，不能撤，请先添一个。"),
        "goods.outlet-closed": QT_TRANSLATE_NOOP("Sentences", "兑换点“{name}”已停用，请先恢复或另选一个。"),
        "goods.outlet-name-taken": QT_TRANSLATE_NOOP("Sentences", "已有兑换点叫“{name}”，请换个名字。"),
        "stock.nothing-moved": QT_TRANSLATE_NOOP("Sentences", "单子上还没有物品，没有保存，请先添物品。"),
        "stock.wrong-quantity": QT_TRANSLATE_NOOP(
            "Sentences", "第 {row} 行的数量要在 1 到 {most} 之间，请改。"
        ),
        "stock.not-stocked": QT_TRANSLATE_NOOP("Sentences", "“{name}”是服务，没有库存，不用入库和盘点。"),
        "stock.short": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”在库只有 {stock} 件，不够 {wanted} 件，请核对。"
        ),
        "stock.not-there-then": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”{day} 起最少时只有 {stock} 件，请改日期。"
        ),
        "stock.expired-on-arrival": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”到 {expires_on} 就过期了，不能入库，请核对日期。"
        ),
        "stock.not-expired": QT_TRANSLATE_NOOP("Sentences", "“{name}”没有过期的，不能按过期报损，请选损坏。"),
        "stock.reason-missing": QT_TRANSLATE_NOOP("Sentences", "没有写原因，没有保存，请补上。"),
        "stock.day-in-future": QT_TRANSLATE_NOOP("Sentences", "日期 {day} 在今天（{today}）之后，请改日期。"),
        "stock.same-outlet": QT_TRANSLATE_NOOP("Sentences", "调出和调入是同一个兑换点，请另选一个。"),
        "stock.donor-missing": QT_TRANSLATE_NOOP("Sentences", "没有写来自哪里或给谁，没有保存，请补上。"),
        "stock.signers-missing": QT_TRANSLATE_NOOP("Sentences", "交接要两个人签字，请写交货人和收货人。"),
        "stock.unknown-paper": QT_TRANSLATE_NOOP("Sentences", "没有“{number}”这张单子，请核对单号。"),
        "stock.paper-taken-back": QT_TRANSLATE_NOOP("Sentences", "{number} 号单子已经收回过了，不用再收。"),
        "stock.broken": QT_TRANSLATE_NOOP(
            "Sentences", "“{goods}”第 {batch} 批的库存和流水对不上，请用备份核对。"
        ),
        "stock.paper-broken": QT_TRANSLATE_NOOP(
            "Sentences", "{number} 号单子和它的库存流水对不上，请用备份核对。"
        ),
        "counter.nothing-wanted": QT_TRANSLATE_NOOP("Sentences", "还没有选物品，请先按物品前的数字。"),
        "counter.not-enough-points": QT_TRANSLATE_NOOP(
            "Sentences", "{name}可兑 {least} 分，还差 {missing} 分，请换少一点。"
        ),
        "counter.barred": QT_TRANSLATE_NOOP("Sentences", "{name}的存折停兑或有一票否决，现在不能兑换。"),
        "counter.no-price": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”今天还没有兑换分值，请先在物品里定分值。"
        ),
        "counter.goods-retired": QT_TRANSLATE_NOOP("Sentences", "“{name}”已经停用，不能兑换，请换一样。"),
        "counter.limit": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”限兑，这户这段时间还能兑 {left} 件，请改数量。"
        ),
        "counter.out-of-stock": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”能兑的只剩 {stock} 件，不够 {wanted} 件，请改数量。"
        ),
        "counter.own-book": QT_TRANSLATE_NOOP(
            "Sentences", "{operator}不能给自家兑换，请换人办，或填签字单编号。"
        ),
        "counter.not-redemption-day": QT_TRANSLATE_NOOP(
            "Sentences", "今天不是兑换日（下次 {next_day}），请到日子再来。"
        ),
        "counter.members": QT_TRANSLATE_NOOP("Sentences", "本村红色存折不兑换物品，请用家里的绿色存折。"),
        "counter.unknown-slip": QT_TRANSLATE_NOOP("Sentences", "没有“{number}”这张兑换单，请核对单号。"),
        "counter.slip-undone": QT_TRANSLATE_NOOP("Sentences", "{number} 号兑换单已在 {day} 退回，不用再退。"),
        "counter.reason-missing": QT_TRANSLATE_NOOP("Sentences", "没有写退回的原因，没有退，请补上。"),
        "counter.slip-broken": QT_TRANSLATE_NOOP(
            "Sentences", "兑换单 {number} 的分、物和单对不上，请用备份核对。"
        ),
        "stocktake.unknown": QT_TRANSLATE_NOOP(
            "Sentences", "没有“{number}”这次盘点，请核对编号或先开始盘点。"
        ),
        "stocktake.open": QT_TRANSLATE_NOOP("Sentences", "这里的盘点 {number} 还没完，请先确认或作废它。"),
        "stocktake.ended": QT_TRANSLATE_NOOP("Sentences", "盘点 {number} 已经结束，不能再改，请另开一次。"),
        "stocktake.not-confirmed": QT_TRANSLATE_NOOP("Sentences", "盘点 {number} 没有确认过，没有可收回的。"),
        "stocktake.nothing-counted": QT_TRANSLATE_NOOP(
            "Sentences", "盘点 {number} 还没有数过一样，请先填实盘数。"
        ),
        "stocktake.not-counted": QT_TRANSLATE_NOOP("Sentences", "“{name}”还没有盘，请先填实盘数再写原因。"),
        "stocktake.counter-missing": QT_TRANSLATE_NOOP(
            "Sentences", "没有写盘点人或监盘人，没有保存，请补上。"
        ),
        "stocktake.unexplained": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”差 {difference} 件，没有写原因，请补上再确认。"
        ),
        "stocktake.never-received": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”从没入过库，多出来的请先填入库单。"
        ),
        "stocktake.same-counter": QT_TRANSLATE_NOOP(
            "Sentences", "盘点的人不能自己确认，请换人，或填签字单编号。"
        ),
        "stocktake.wrong-count": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”的实盘数要在 0 到 {most} 之间，请核对。"
        ),
        "stocktake.counted-twice": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”写了 {first} 和 {second} 两个数，没有记，请留一个。"
        ),
        "stocktake.outdated": QT_TRANSLATE_NOOP("Sentences", "“{name}”数过以后账改过，请再数一遍。"),
        "stocktake.witness-counted": QT_TRANSLATE_NOOP(
            "Sentences", "{name}自己数了，不能又当监盘人，请换没数的人。"
        ),
        "stocktake.counted-since": QT_TRANSLATE_NOOP(
            "Sentences", "{number} 之后又盘过（{later}），请先收回 {later}。"
        ),
        "stocktake.reason-missing": QT_TRANSLATE_NOOP(
            "Sentences", "没有写原因，没有作废也没有收回，请补上。"
        ),
        "stocktake.broken": QT_TRANSLATE_NOOP(
            "Sentences", "盘点 {number} 改动的数和盘出来的对不上，请用备份核对。"
        ),
        "exchange.unknown": QT_TRANSLATE_NOOP(
            "Sentences", "没有“{number}”这个兑换日，或今天不在这里办，请核对。"
        ),
        "exchange.text-missing": QT_TRANSLATE_NOOP("Sentences", "没有写兑换日叫什么，没有保存，请补上。"),
        "exchange.backwards": QT_TRANSLATE_NOOP("Sentences", "结束日要在开始日之后一个月内，请改日期。"),
        "exchange.in-past": QT_TRANSLATE_NOOP("Sentences", "结束日 {until_on} 已经过去，请改日期再保存。"),
        "exchange.taken": QT_TRANSLATE_NOOP("Sentences", "这几天这里已有“{name}”，请改日期或换兑换点。"),
        "exchange.settled": QT_TRANSLATE_NOOP("Sentences", "“{name}”已在 {day} 结算，不能再办，请另开一个。"),
        "exchange.not-held": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”办在 {held_on} 到 {until_on}，今天不发号。"
        ),
        "exchange.nothing-to-redeem": QT_TRANSLATE_NOOP(
            "Sentences", "{name}现在没有可兑的积分，没有发号，不用排队。"
        ),
        "exchange.not-over": QT_TRANSLATE_NOOP("Sentences", "“{name}”{held_on} 才开始，还没有可结算的。"),
        "exchange.untied": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”的物、单、分对不上，没有结算，请先检查数据。"
        ),
        "exchange.broken": QT_TRANSLATE_NOOP(
            "Sentences", "兑换日 {number} 的物、单、分对不上，请用备份核对。"
        ),
        "ledger.redeemed-line": QT_TRANSLATE_NOOP(
            "Sentences", "第 {seq} 笔是兑换，请在“兑换登记”里连物品一起退回。"
        ),
    }
)
