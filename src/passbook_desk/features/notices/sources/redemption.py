"""What was redeemed in a period for the wall: by goods, and by book with the holder's masked name."""

from typing import Final

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.ledger.wall_names import shown_name
from passbook_desk.features.notices.kinds import period_of
from passbook_desk.features.notices.sources.values import Asked, Drawn, numbered
from passbook_desk.features.notices.values import CellKind, NoticePart, PartColumn, PartKind
from passbook_desk.features.redemption.reporting.counted import by_book, by_goods, counted_items
from passbook_desk.features.redemption.reporting.values import BookSums, GoodsSums
from passbook_desk.features.village.queries import policy
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.sensitive import wall_place, wall_words

_GOODS: Final = (
    PartColumn("物品"),
    PartColumn("规格"),
    PartColumn("单位", CellKind.CENTRED),
    PartColumn("数量", CellKind.COUNT, summed=True),
    PartColumn("兑换分", CellKind.POINTS, summed=True),
)
_BOOKS: Final = (
    PartColumn("网格"),
    PartColumn("户编号", CellKind.CENTRED),
    PartColumn("户主/姓名"),
    PartColumn("折", CellKind.CENTRED),
    PartColumn("件数", CellKind.COUNT, summed=True),
    PartColumn("兑换分", CellKind.POINTS, summed=True),
)
_COLOURS: Final = {Colour.RED: "红", Colour.GREEN: "绿"}
_NOTE: Final = "兑换分从可用积分里扣。已经退回的不列；退回以前已公示的，列为负数。"


def draw_redemption(scope: Scope, asked: Asked) -> Drawn:
    """What counts as redeemed in a period by the ledger, taken-back slips taken off. Raises WrongAbout."""
    span = period_of(asked.kind, asked.about).days(policy(scope).cut_off_day)
    items = counted_items(scope, span)
    goods = NoticePart(
        kind=PartKind.REDEEMED_GOODS,
        title="兑换了什么",
        columns=_GOODS,
        rows=tuple(_goods(row) for row in by_goods(scope, items)),
        first_line=1,
    )
    books = NoticePart(
        kind=PartKind.REDEEMED_BOOKS,
        title="各户兑换",
        columns=_BOOKS,
        rows=tuple(_book(row, asked.look.names) for row in by_book(scope, items)),
        first_line=1,
        note=_NOTE,
    )
    return Drawn(span, parts=numbered((), (goods, books)))


def _goods(row: GoodsSums) -> tuple[str, ...]:
    return (
        wall_words(row.name),
        wall_words(row.spec),
        wall_words(row.unit),
        str(row.redeemed.pieces),
        str(row.redeemed.points),
    )


def _book(row: BookSums, names: WallNames) -> tuple[str, ...]:
    account = row.account
    return (
        wall_place(account.grid_name),
        account.owner_code,
        shown_name(names, account),
        _COLOURS[account.colour],
        str(row.redeemed.pieces),
        str(row.redeemed.points),
    )
