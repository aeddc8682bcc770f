"""redeem, redeem undo, redeem list."""

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.commands.shop_answers import (
    drawn,
    holder,
    require_files,
    saved,
    saved_lines,
    slip_json,
    slip_lines,
)
from passbook_desk.db.store import Scope, Tx
from passbook_desk.documents.page import Page
from passbook_desk.features.redemption.counter import words
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.paper import register_pages, slip_pages
from passbook_desk.features.redemption.counter.queries import slip_by_id, slip_by_number
from passbook_desk.features.redemption.counter.register import register, slip_sheets
from passbook_desk.features.redemption.counter.register_values import Register
from passbook_desk.features.redemption.counter.sheets import register_workbook
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import Redeem, SlipRow, UndoSlip, Wanted
from passbook_desk.features.redemption.goods.queries import goods_by_code, outlet_named
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan, parse_iso_date

_SLIP = "兑换单"


def visit(context: Context) -> Answer:
    """Points, goods and slip in one act; the slip is drawn before anything is kept."""
    given = context.arguments

    def act(tx: Tx) -> tuple[SlipRow, tuple[Page, ...]]:
        slip_id = redeem(
            tx,
            Redeem(
                uid=given.uid or new_uid(),
                account_id=holder(tx, given.account).id,
                outlet_id=outlet_named(tx, given.outlet).id,
                wanted=tuple(Wanted(goods_by_code(tx, each.code).id, each.quantity) for each in given.goods),
                collector=given.collector,
                relation=given.relation,
                paper_ref=given.paper,
            ),
        )
        slip = slip_by_id(tx, slip_id)
        sheets, here = slip_sheets(tx, (slip,)), village(tx)
        return slip, drawn(context, lambda measure: slip_pages(sheets, here, tx.today, measure))

    with context.desk() as desk:
        require_files(desk, context)
        slip, pages = desk.do(act)
    files = saved(context, f"{_SLIP} {slip.number}", pages)
    return Answer((*slip_lines(slip), *saved_lines(files)), {**slip_json(slip), "files": files})


def undo(context: Context) -> Answer:
    """Take a slip back: points, and the goods where they lie on the shelf again."""
    given = context.arguments

    def act(tx: Tx) -> SlipRow:
        slip = slip_by_number(tx, given.number)
        undo_slip(tx, UndoSlip(new_uid(), slip.id, given.reason, goods_back=not given.goods_gone))
        return slip_by_id(tx, slip.id)

    with context.desk() as desk:
        slip = desk.do(act)
    return Answer(slip_lines(slip), slip_json(slip))


def listed(context: Context) -> Answer:
    """兑换登记 of some days, oldest first, those taken back too."""
    given = context.arguments

    def asked(scope: Scope) -> tuple[Register, VillageRow]:
        first = scope.today if given.first is None else parse_iso_date(given.first)
        last = max(first, scope.today) if given.last is None else parse_iso_date(given.last)
        outlet_id = outlet_named(scope, given.outlet).id if given.outlet else None
        return register(scope, DateSpan(first, last), outlet_id), village(scope)

    with context.desk() as desk:
        require_files(desk, context)
        found, here = desk.ask(asked)
    pages = drawn(context, lambda measure: register_pages(found, here, measure))
    files = saved(context, words.register_title(here), pages, lambda: register_workbook(found, here))
    lines = [line for sheet in found.sheets for line in slip_lines(sheet.slip)]
    total = f"{len(found.standing)} 张，{found.pieces} 件，{found.points} 分"
    back = f"；退回 {found.taken_back} 张" if found.taken_back else ""
    return Answer(
        (*lines, f"{total}{back}", *saved_lines(files)),
        {
            "slips": [slip_json(sheet.slip) for sheet in found.sheets],
            "pieces": found.pieces,
            "points": str(found.points),
            "taken_back": found.taken_back,
            "files": files,
        },
    )
