"""goods list, add, price, outlet, receive, write-off, take-back."""

from collections.abc import Callable, Sequence

from passbook_desk.app.arguments_redemption import PiecesWords
from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.commands.shop_answers import (
    drawn,
    goods_json,
    goods_line,
    paper_json,
    paper_lines,
    require_files,
    saved,
    saved_lines,
)
from passbook_desk.db.store import Scope, Tx
from passbook_desk.documents.page import Page
from passbook_desk.features.redemption.goods.commands import save_goods, save_outlet, set_price
from passbook_desk.features.redemption.goods.paper import PriceList, price_list_pages
from passbook_desk.features.redemption.goods.queries import goods_by_code, goods_rows, outlet_named, outlets
from passbook_desk.features.redemption.goods.sheets import price_list_workbook
from passbook_desk.features.redemption.goods.values import (
    GoodsKind,
    GoodsRow,
    LimitPeriod,
    SaveGoods,
    SetPrice,
)
from passbook_desk.features.redemption.stock.commands import receive_goods, take_paper_back, write_off
from passbook_desk.features.redemption.stock.paper import stock_paper_pages
from passbook_desk.features.redemption.stock.purchase import purchase_list
from passbook_desk.features.redemption.stock.purchase_paper import PurchaseSheet, purchase_pages
from passbook_desk.features.redemption.stock.purchase_sheets import purchase_workbook
from passbook_desk.features.redemption.stock.queries import paper_by_id, paper_by_number
from passbook_desk.features.redemption.stock.rules import expires_soon
from passbook_desk.features.redemption.stock.sheets import stock_paper_workbook
from passbook_desk.features.redemption.stock.values import (
    PaperKind,
    PaperRow,
    ReceivedItem,
    ReceiveGoods,
    TakenItem,
    WriteOff,
)
from passbook_desk.features.redemption.stock.words import TITLES
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import parse_iso_date
from passbook_desk.kernel.points import Points


def listed(context: Context) -> Answer:
    """Goods with price and stock; as files the price list, or with --low what to buy."""
    given = context.arguments
    with context.desk() as desk:
        require_files(desk, context)

        def asked(scope: Scope) -> tuple[tuple[GoodsRow, ...], PriceList, PurchaseSheet]:
            outlet_id = outlet_named(scope, given.outlet).id if given.outlet else None
            rows = goods_rows(scope, outlet_id=outlet_id, retired_too=given.retired)
            chosen = tuple(row for row in rows if _is_wanted(scope, row, low=given.low, soon=given.expiring))
            here = village(scope)
            return (
                chosen,
                PriceList(here.name, here.issuer, scope.today, chosen),
                PurchaseSheet(here.name, scope.today, purchase_list(scope, outlet_id)),
            )

        rows, prices, buying = desk.ask(asked)
    if given.low:
        pages = drawn(context, lambda measure: purchase_pages(buying, measure))
        files = saved(context, "采购清单", pages, lambda: purchase_workbook(buying))
    else:
        pages = drawn(context, lambda measure: price_list_pages(prices, measure))
        files = saved(context, prices.title, pages, lambda: price_list_workbook(prices))
    lines = tuple(map(goods_line, rows)) or ("没有这样的物品。",)
    return Answer((*lines, *saved_lines(files)), {"goods": [goods_json(row) for row in rows], "files": files})


def _is_wanted(scope: Scope, row: GoodsRow, *, low: bool, soon: bool) -> bool:
    if low:
        return row.low
    return not soon or row.expired > 0 or expires_soon(row.expires_on, scope.today)


def add(context: Context) -> Answer:
    """Add goods or a service with a price."""
    given = context.arguments

    def act(tx: Tx) -> GoodsRow:
        command = SaveGoods(
            uid=new_uid(),
            code=given.code,
            name=given.name,
            spec=given.spec,
            unit=given.unit,
            category=given.category,
            kind=GoodsKind.SERVICE if given.service else GoodsKind.GOODS,
            barcode=given.barcode,
            reorder_least=given.least,
            limit_count=given.limit,
            limit_period=LimitPeriod(given.per or ""),
        )
        goods_id = save_goods(tx, command)
        _set_price(tx, context, goods_id)
        return goods_rows(tx, ids=(goods_id,))[0]

    with context.desk() as desk:
        row = desk.do(act)
    return Answer((f"已添 {goods_line(row)}",), goods_json(row))


def price(context: Context) -> Answer:
    """Let a piece cost something else from a day on."""
    given = context.arguments

    def act(tx: Tx) -> GoodsRow:
        row = goods_by_code(tx, given.code)
        _set_price(tx, context, row.id)
        return goods_rows(tx, ids=(row.id,), retired_too=True)[0]

    with context.desk() as desk:
        row = desk.do(act)
    first = given.first or context.clock.today().isoformat()
    return Answer((f"{row.code} {row.called}从 {first} 起 {given.points} 分",), goods_json(row))


def outlet(context: Context) -> Answer:
    """Add a place to redeem; without a name all of them."""
    name = context.arguments.name
    with context.desk() as desk:
        if name:
            desk.do(lambda tx: save_outlet(tx, new_uid(), name))
        names = [row.name for row in desk.ask(outlets)]
    return Answer(tuple(names) or ("还没有兑换点。",), {"outlets": names})


def _set_price(tx: Tx, context: Context, goods_id: int) -> None:
    given = context.arguments
    from_on = tx.today if given.first is None else parse_iso_date(given.first)
    set_price(tx, SetPrice(new_uid(), goods_id, Points.parse(given.points), from_on, given.reference))


def receive(context: Context) -> Answer:
    """Take goods in with a receipt that two people sign."""
    given = context.arguments

    def act(tx: Tx) -> int:
        return receive_goods(
            tx,
            ReceiveGoods(
                uid=new_uid(),
                kind=PaperKind(given.kind),
                outlet_id=outlet_named(tx, given.outlet).id,
                done_on=tx.today if given.on is None else parse_iso_date(given.on),
                items=tuple(
                    ReceivedItem(goods_by_code(tx, each.code).id, each.quantity, each.expires_on, each.cost)
                    for each in given.goods
                ),
                from_whom=given.source,
                handed_by=given.handed_by,
                received_by=given.received_by,
                reference=given.reference,
                words=given.words,
            ),
        )

    return _written(context, act)


def writing_off(context: Context) -> Answer:
    """Take damaged or expired pieces out of stock."""
    given = context.arguments

    def act(tx: Tx) -> int:
        return write_off(
            tx,
            WriteOff(
                uid=new_uid(),
                kind=PaperKind.EXPIRED if given.expired else PaperKind.DAMAGED,
                outlet_id=outlet_named(tx, given.outlet).id,
                done_on=tx.today if given.on is None else parse_iso_date(given.on),
                items=_taken(tx, given.goods),
                words=given.reason,
            ),
        )

    return _written(context, act)


def _written(context: Context, act: Callable[[Tx], int]) -> Answer:
    """Do what makes a paper of stock; its pages are drawn before anything is kept."""

    def done(tx: Tx) -> tuple[PaperRow, str, tuple[Page, ...]]:
        paper, name = paper_by_id(tx, act(tx)), village(tx).name
        return paper, name, drawn(context, lambda measure: stock_paper_pages(paper, name, measure))

    with context.desk() as desk:
        require_files(desk, context)
        paper, name, pages = desk.do(done)
    title = f"{TITLES[paper.kind]} {paper.number}"
    files = saved(context, title, pages, lambda: stock_paper_workbook(paper, name))
    return Answer((*paper_lines("已记", paper), *saved_lines(files)), paper_json(paper, files))


def _taken(tx: Tx, goods: Sequence[PiecesWords]) -> tuple[TakenItem, ...]:
    return tuple(TakenItem(goods_by_code(tx, each.code).id, each.quantity) for each in goods)


def take_back(context: Context) -> Answer:
    """Take a receipt, write-off or transfer back as a whole."""
    given = context.arguments

    def act(tx: Tx) -> PaperRow:
        paper = paper_by_number(tx, given.number)
        take_paper_back(tx, paper.id, given.reason)
        return paper_by_id(tx, paper.id)

    with context.desk() as desk:
        paper = desk.do(act)
    return Answer(paper_lines("已收回", paper), paper_json(paper, []))
