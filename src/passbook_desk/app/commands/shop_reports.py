"""report redemption, report stock."""

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.shop_answers import drawn, require_files, saved, saved_lines
from passbook_desk.db.store import Scope
from passbook_desk.features.redemption.goods.queries import outlet_named
from passbook_desk.features.redemption.reporting import words
from passbook_desk.features.redemption.reporting.paper import summary_pages
from passbook_desk.features.redemption.reporting.queries import redemption_summary
from passbook_desk.features.redemption.reporting.sheets import summary_sheet
from passbook_desk.features.redemption.reporting.values import RedemptionSummary
from passbook_desk.features.redemption.stock.ledger import StockLedger, StockLedgerRow, stock_ledger_sheet
from passbook_desk.features.redemption.stock.paper import stock_ledger_pages
from passbook_desk.features.redemption.stock.sheets import stock_ledger_workbook
from passbook_desk.features.redemption.stock.words import LEDGER_TITLE
from passbook_desk.features.village.queries import policy, village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.periods import Period, PeriodKind


def redemption(context: Context) -> Answer:
    """What was redeemed in a period, what lies in stock, what could still be spent."""

    def asked(scope: Scope) -> tuple[RedemptionSummary, VillageRow]:
        return redemption_summary(scope, _period(context, scope, policy(scope).cut_off_day)), village(scope)

    with context.desk() as desk:
        require_files(desk, context)
        summary, here = desk.ask(asked)
    pages = drawn(context, lambda measure: summary_pages(summary, here, measure))
    title = words.title(summary, here)
    files = saved(context, title, pages, lambda: summary_sheet(summary, here))
    lines = [
        title,
        f"兑换单 {summary.given.slips} 张，退回 {summary.back.slips} 张；"
        f"净 {summary.net.pieces} 件，{summary.net.points} 分；"
        f"{summary.served} 户兑换了，共 {summary.households} 户",
        *(
            f"  {row.code} {row.name} {row.spec}".rstrip()
            + f"：{row.redeemed.pieces} {row.unit}，{row.redeemed.points} 分"
            for row in summary.goods
        ),
        f"现有库存 {summary.stock.pieces} 件，合 {summary.stock.value} 分；"
        f"全村可用 {summary.outstanding.spendable} 分，能兑的 {summary.outstanding.redeemable} 分",
    ]
    return Answer((*lines, *saved_lines(files)), {**_summary_json(summary), "files": files})


def _period(context: Context, scope: Scope, cut_off_day: int) -> Period:
    """The period that is named, 2026-Q2 too, or else the last quarter that is over. Raises NotAPeriod."""
    named = context.arguments.period
    if named:
        return Period.parse(named.replace("-Q", "Q").replace("-q", "q"))
    return Period.of(PeriodKind.QUARTER, scope.today, cut_off_day).previous()


def _summary_json(summary: RedemptionSummary) -> dict[str, Json]:
    budget = summary.budget
    return {
        "period": str(summary.period),
        "first_on": summary.span.first.isoformat(),
        "last_on": summary.span.last.isoformat(),
        "running": summary.running,
        "slips": summary.given.slips,
        "taken_back": summary.back.slips,
        "pieces": summary.net.pieces,
        "points": str(summary.net.points),
        "households": summary.households,
        "served": summary.served,
        "goods": [
            {
                "code": row.code,
                "name": row.name,
                "pieces": row.redeemed.pieces,
                "points": str(row.redeemed.points),
            }
            for row in summary.goods
        ],
        "stock_pieces": summary.stock.pieces,
        "stock_expired": summary.stock.expired,
        "stock_value": str(summary.stock.value),
        "spendable": str(summary.outstanding.spendable),
        "redeemable": str(summary.outstanding.redeemable),
        "budget": str(budget.planned),
        "spent": str(budget.spent),
    }


def stock(context: Context) -> Answer:
    """The ledger of stock over a period."""
    given = context.arguments

    def asked(scope: Scope) -> StockLedger:
        outlet_id = outlet_named(scope, given.outlet).id if given.outlet else None
        cut_off_day = policy(scope).cut_off_day
        span = _period(context, scope, cut_off_day).days(cut_off_day)
        return stock_ledger_sheet(scope, span, outlet_id)

    with context.desk() as desk:
        require_files(desk, context)
        ledger = desk.ask(asked)
    pages = drawn(context, lambda measure: stock_ledger_pages(ledger, measure))
    title = f"{ledger.village}{LEDGER_TITLE}"
    files = saved(context, title, pages, lambda: stock_ledger_workbook(ledger))
    lines = [
        f"{title}，{ledger.span.first} 至 {ledger.span.last}{ledger.outlet and '，' + ledger.outlet}",
        *map(_stock_line, ledger.rows),
        f"期末合 {ledger.value} 分",
    ]
    return Answer(
        (*lines, *saved_lines(files)),
        {
            "first_on": ledger.span.first.isoformat(),
            "last_on": ledger.span.last.isoformat(),
            "outlet": ledger.outlet,
            "rows": [_stock_json(row) for row in ledger.rows],
            "value": str(ledger.value),
            "files": files,
        },
    )


def _stock_line(row: StockLedgerRow) -> str:
    return (
        f"  {row.code} {row.name} {row.spec}".rstrip()
        + f"：期初 {row.opening}，入 {row.came:+}，出 {row.went:+}，损耗 {row.lost:+}，盘点 {row.counted:+}，"
        f"期末 {row.closing}"
    )


def _stock_json(row: StockLedgerRow) -> Json:
    return {
        "code": row.code,
        "name": row.name,
        "opening": row.opening,
        "taken_over": row.taken_over,
        "bought": row.bought,
        "donated": row.donated,
        "transferred": row.transferred,
        "redeemed": row.redeemed,
        "given_back": row.given_back,
        "damaged": row.damaged,
        "expired": row.expired,
        "returned": row.returned,
        "moved": row.moved,
        "counted": row.counted,
        "closing": row.closing,
        "value": str(row.value),
    }
