"""The words of the command line for the points shop: goods, stock, stocktakes, the counter, exchange days."""

import re
from dataclasses import dataclass
from datetime import date

from passbook_desk.app.parser import Commands, Parser, command, group, several, whole
from passbook_desk.kernel.period import NotADate, parse_iso_date
from passbook_desk.kernel.points import Money

KINDS = ("donated", "bought", "transferred")
PERIODS = ("visit", "month", "quarter", "year")
EXCHANGE_PAPERS = ("list", "slips", "tickets", "settlement")
_ONLY = "；只有一个就不用写"
_PIECES = re.compile(r"([^*＊×:：@]+?)(?:[*＊×](\d{1,7}))?(?:[:：]([\d./-]+))?(?:@(\d{1,7}(?:\.\d{1,2})?))?")
_COUNT = re.compile(r"([^=]+)=(\d{1,7})")
_WHY = re.compile(r"([^=]+)=(.+)")


@dataclass(frozen=True, slots=True)
class PiecesWords:
    """Goods as they are written behind --goods: code or barcode, pieces, last day, cost of one piece."""

    code: str
    quantity: int = 1
    expires_on: date | None = None
    cost: Money | None = None


def pieces_words(text: str) -> PiecesWords:
    """001, 001*2, 001*20:2027-08-01, 001*20:2027-08-01@3.5; raises ValueError."""
    found = _PIECES.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return PiecesWords(
        found[1].strip(),
        1 if found[2] is None else int(found[2]),
        None if found[3] is None else _day(found[3]),
        None if found[4] is None else Money.parse(found[4]),
    )


def _day(text: str) -> date:
    """Raises ValueError."""
    try:
        return parse_iso_date(text)
    except NotADate:
        raise ValueError(text) from None


def wanted_words(text: str) -> PiecesWords:
    """001, 001*2; raises ValueError."""
    found = pieces_words(text)
    if found.expires_on is not None or found.cost is not None:
        raise ValueError(text)
    return found


def count_words(text: str) -> tuple[str, int]:
    """Code and what was counted from 001=85; raises ValueError."""
    found = _COUNT.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return found[1].strip(), int(found[2])


def why_words(text: str) -> tuple[str, str]:
    """Code and why its count differs from 001=破损; raises ValueError."""
    found = _WHY.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return found[1].strip(), found[2].strip()


def add_redemption(commands: Commands) -> None:
    """goods, stocktake, redeem, exchange."""
    goods = group(commands, "goods", "积分超市：物品、分值、入库、报损")
    _goods(goods)
    _stock(goods)
    _stocktakes(commands)
    _redeem(commands)
    _exchange(commands)


def add_shop_reports(reports: Commands) -> None:
    """report redemption, report stock."""
    redemption = command(reports, "redemption", "兑换情况汇总：兑了什么、哪些户、库存和还能兑的分")
    stock = command(reports, "stock", "库存台账：期初、入库、兑换、损耗、盘点、期末")
    for each in (redemption, stock):
        each.add_argument("--period", metavar="2026Q2", help="哪一期，月、季、年都行；不写就是刚过完的那一季")
        _files(each)
    _outlet(stock, "只看一个兑换点，不写就是合起来")


def _goods(actions: Commands) -> None:
    reading = command(actions, "import", "导入物品清单：物品、分值和期初库存；不加 --apply 只试读")
    reading.add_argument("workbook", metavar="WORKBOOK")
    how = reading.add_mutually_exclusive_group()
    how.add_argument("--apply", action="store_true", help="真的导入")
    how.add_argument("--dry-run", action="store_true", help="只试读，不写就是这样")
    _outlet(reading, f"库存放在哪个兑换点{_ONLY}")
    reading.add_argument("--from", dest="first", metavar="DATE", help="分值从哪天起，不写就是今天")
    listed = command(actions, "list", "列出物品：分值、库存、保质期")
    _outlet(listed, "只看一个兑换点的库存")
    which = listed.add_mutually_exclusive_group()
    which.add_argument("--low", action="store_true", help="只列低于下限的；--pdf 是采购清单")
    which.add_argument("--expiring", action="store_true", help="只列过期的和两个月内到期的")
    which.add_argument("--retired", action="store_true", help="停用的也列")
    _files(listed)
    add = command(actions, "add", "添一样物品或服务")
    add.add_argument("name", metavar="NAME", help="名称")
    add.add_argument("--points", required=True, metavar="N", help="兑换分值")
    add.add_argument("--code", default="", metavar="CODE", help="编号，不写就编下一个")
    add.add_argument("--spec", default="", metavar="TEXT", help="规格")
    add.add_argument("--unit", default="件", metavar="TEXT", help="单位，不写就是件")
    add.add_argument("--category", default="", metavar="TEXT", help="类别")
    add.add_argument("--barcode", default="", metavar="NO", help="条码")
    add.add_argument("--least", type=whole, default=0, metavar="N", help="库存下限")
    add.add_argument("--limit", type=whole, metavar="N", help="每户限兑几件，和 --per 一起写")
    add.add_argument("--per", choices=PERIODS, help="每次 visit、每月 month、每季 quarter、每年 year")
    add.add_argument("--service", action="store_true", help="是服务，没有库存")
    price = command(actions, "price", "定新的兑换分值")
    price.add_argument("code", metavar="CODE", help="编号或条码")
    price.add_argument("points", metavar="N", help="兑换分值")
    outlet = command(actions, "outlet", "兑换点：添一个；不写名称就列出来")
    outlet.add_argument("name", nargs="?", default="", metavar="NAME", help="叫什么，如 志愿者服务站")
    for each in (add, price):
        each.add_argument("--from", dest="first", metavar="DATE", help="从哪天起，不写就是今天")
        each.add_argument("--reference", default="", metavar="TEXT", help="哪次会议定的")


def _stock(actions: Commands) -> None:
    receive = command(actions, "receive", "入库：买的、捐的、调来的，两个人签字")
    about = "物品编号或条码、件数、到期日、进价，如 001*20、001*20:2027-08-01@3.5；可以多个"
    several(receive, "--goods", required=True, type=pieces_words, metavar="CODE*N[:DATE][@YUAN]", help=about)
    receive.add_argument("--kind", choices=KINDS, default="donated", help="捐赠、购买、调入；不写就是捐赠")
    receive.add_argument("--from", dest="source", required=True, metavar="WHOM", help="谁捐的、从哪里买的")
    receive.add_argument("--handed-by", required=True, metavar="NAME", help="交货人")
    receive.add_argument("--received-by", required=True, metavar="NAME", help="收货人")
    receive.add_argument("--reference", default="", metavar="NO", help="发票或会议记录号")
    receive.add_argument("--words", default="", metavar="TEXT", help="说明")
    off = command(actions, "write-off", "报损：坏了的，加 --expired 是过期的")
    several(off, "--goods", required=True, type=wanted_words, metavar="CODE*N", help="物品和件数，可以多个")
    off.add_argument("--reason", required=True, metavar="TEXT", help="为什么")
    off.add_argument("--expired", action="store_true", help="是过期的")
    for each in (receive, off):
        _outlet(each, f"哪个兑换点{_ONLY}")
        each.add_argument("--on", metavar="DATE", help="哪天的事，不写就是今天")
        _files(each)
    back = command(actions, "take-back", "收回一张入库单、报损单或调拨单")
    back.add_argument("number", metavar="NUMBER", help="单号")
    back.add_argument("--reason", required=True, metavar="TEXT", help="为什么收回")


def _stocktakes(commands: Commands) -> None:
    actions = group(commands, "stocktake", "盘点：不看账面数先数，再由另一个人确认")
    start = command(actions, "start", "开始盘点")
    start.add_argument("--counters", required=True, metavar="NAMES", help="盘点人")
    _outlet(start, f"盘哪个兑换点{_ONLY}")
    count = command(actions, "count", "记下数到的件数")
    count.add_argument("counts", nargs="+", type=count_words, metavar="CODE=N", help="如 001=85，可以多个")
    confirm = command(actions, "confirm", "由另一个人确认，库存照实盘数改")
    confirm.add_argument("--witness", required=True, metavar="NAME", help="监盘人")
    confirm.add_argument("--paper", default="", metavar="NO", help="签好字的盘点表编号；一人经办时要写")
    about = "有差的物品为什么差，如 001=破损，可以多个"
    several(confirm, "--reason", default=[], type=why_words, metavar="CODE=TEXT", help=about)
    show = command(actions, "show", "看一次盘点，打印盘点表")
    show.add_argument("--blind", action="store_true", help="空表：只列物品，不印账面数")
    drop = command(actions, "drop", "作废，库存没有改过")
    command(actions, "list", "列出盘点，新的在前")
    reverse = command(actions, "reverse", "收回确认过的盘点，库存改回去")
    reverse.add_argument("number", metavar="NUMBER", help="盘点编号")
    for each in (count, confirm, show, drop):
        each.add_argument("--number", default="", metavar="NUMBER", help="盘点编号；只有一次没完就不用写")
    for each in (drop, reverse):
        each.add_argument("--reason", required=True, metavar="TEXT", help="为什么")
    for each in (confirm, show):
        _files(each)


def _redeem(commands: Commands) -> None:
    redeem = command(commands, "redeem", "兑换：扣分、出库、开兑换单一次办完；或 undo 退回、list 列出")
    redeem.needed_alone = ("--account", "--goods")
    redeem.add_argument("--account", metavar="NO", help="账号或存折号")
    about = "物品编号或条码和件数，如 001、001*2，可以多个"
    several(redeem, "--goods", type=wanted_words, metavar="CODE[*N]", help=about)
    redeem.add_argument("--collector", default="", metavar="NAME", help="代领人；本人来的不写")
    redeem.add_argument("--relation", default="", metavar="TEXT", help="代领人和户主的关系")
    _outlet(redeem, f"在哪个兑换点{_ONLY}")
    redeem.add_argument("--paper", default="", metavar="NO", help="签字单编号；给自家办时要写")
    redeem.add_argument("--uid", help="这次兑换自己的编号：重复执行不会重复兑换")
    redeem.add_argument("--pdf", metavar="OUT", help="打印兑换单")
    actions = redeem.add_subparsers(dest="action", metavar="ACTION", parser_class=Parser)
    undo = command(actions, "undo", "退回一张兑换单：分退回，物品放回")
    undo.add_argument("number", metavar="NUMBER", help="兑换单编号")
    undo.add_argument("--reason", default="", metavar="TEXT", help="为什么；自己今天办的、没印的可以不写")
    undo.add_argument("--goods-gone", action="store_true", help="物品没有放回，只退分")
    listed = command(actions, "list", "兑换登记：列出兑换单，可以打印")
    listed.add_argument("--from", dest="first", metavar="DATE", help="从哪天起，不写就是今天")
    listed.add_argument("--to", dest="last", metavar="DATE", help="到哪天止，含这一天")
    _outlet(listed, "只列一个兑换点的")
    _files(listed)


def _exchange(commands: Commands) -> None:
    actions = group(commands, "exchange", "兑换日：名单、排队号、结算")
    opening = command(actions, "open", "开一个兑换日")
    opening.add_argument("name", metavar="NAME", help="叫什么，如 春节兑换")
    opening.add_argument("--on", required=True, metavar="DATE", help="哪天")
    opening.add_argument("--until", metavar="DATE", help="到哪天止，不写就是一天")
    _outlet(opening, f"在哪个兑换点{_ONLY}")
    ticket = _of_day(actions, "ticket", "给一本存折排队号")
    ticket.add_argument("--account", required=True, metavar="NO", help="账号或存折号")
    command(actions, "list", "列出兑换日")
    show = _of_day(actions, "show", "看一个兑换日：谁能兑多少，兑了什么；打印")
    papers = "名单 list、兑换单 slips、排队号 tickets、结算单 settlement；不写就是名单"
    show.add_argument("--paper", choices=EXCHANGE_PAPERS, default="list", help=papers)
    settle = _of_day(actions, "settle", "结算：物、单、分对上了才能结")
    settle.add_argument("--words", default="", metavar="TEXT", help="说明")
    for each in (show, settle):
        _files(each)


def _of_day(actions: Commands, name: str, about: str) -> Parser:
    made = command(actions, name, about)
    made.add_argument("number", metavar="NUMBER", help="兑换日编号，如 DH2026-01")
    return made


def _outlet(parser: Parser, about: str) -> None:
    parser.add_argument("--outlet", default="", metavar="NAME", help=about)


def _files(parser: Parser) -> None:
    parser.add_argument("--pdf", metavar="OUT")
    parser.add_argument("--xlsx", metavar="OUT")
