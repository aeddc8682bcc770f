"""Which kind of act a transaction was, by what it left in the audit chain and in the ledger."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from passbook_desk.features.activity.values import LogGroup, LogKind
from passbook_desk.features.ledger.counting.telling import COUNT_TABLE, COUNT_TOLD
from passbook_desk.features.ledger.values import VoucherKind
from passbook_desk.features.passbooks.books.commands import HANDED_OVER
from passbook_desk.features.passbooks.books.types import LAYOUTS_TAKEN_IN

_ANY: Final = ""
_CREATED: Final = "created"

_BEFORE_LINES: Final = (
    (_CREATED, "village", LogKind.FOUNDED),
    ("restored", "village", LogKind.RESTORED),
    ("key-replaced", "village", LogKind.KEY_REPLACED),
    (_CREATED, "batch", LogKind.IMPORTED),
    ("changed", "batch", LogKind.IMPORT_UNDONE),
    ("notice-issued", "notice", LogKind.NOTICE),
    (_CREATED, "notice_step", LogKind.NOTICE_STEP),
    (_CREATED, "objection_step", LogKind.OBJECTION_STEP),
    (_CREATED, "slip", LogKind.REDEEMED),
    (_CREATED, "slip_undo", LogKind.SLIP_UNDONE),
    ("review-sheet", "review_sheet", LogKind.REVIEW_SHEET),
    (COUNT_TOLD, COUNT_TABLE, LogKind.COUNT_TOLD),
    ("passbooks-printed", "printout", LogKind.PASSBOOKS),
    ("run-applied", "voucher", LogKind.RUN),
    ("roster-unmasked", "village", LogKind.UNMASKED),
    (_CREATED, "review", LogKind.REVIEWED),
    (_CREATED, "household_act", LogKind.HOUSEHOLDS),
    (_CREATED, "claim", LogKind.CLAIMED),
)
"""First these: an import, a review, a change of households, the closing of a notice or the answer to an
objection writes lines, too, and is called by its name.
"""
_AFTER_LINES: Final = (
    ("period-closed", "closed_period", LogKind.PERIOD_CLOSED),
    (_CREATED, "notice_proof", LogKind.NOTICE_PROOF),
    (_CREATED, "notice_photo", LogKind.NOTICE_PHOTO),
    (_ANY, "notice_photo", LogKind.NOTICE_PHOTO_STRUCK),
    (_CREATED, "objection", LogKind.OBJECTED),
    (_CREATED, "book", LogKind.BOOKS),
    (HANDED_OVER, "book", LogKind.BOOK_HANDED_OVER),
    ("changed", "book", LogKind.BOOK_CLOSED),
    (_CREATED, "book_print", LogKind.BOOK_LINES),
    (_CREATED, "print_outcome", LogKind.BOOK_ANSWERED),
    (_CREATED, "place_set", LogKind.BOOK_PLACE_SET),
    (LAYOUTS_TAKEN_IN, "book_type", LogKind.LAYOUTS_IN),
    (_ANY, "book_type", LogKind.BOOK_TYPES),
    (_CREATED, "period_reopening", LogKind.PERIOD_REOPENED),
    (_CREATED, "stock_paper", LogKind.STOCK_PAPER),
    (_CREATED, "stocktake_step", LogKind.STOCKTAKE_STEP),
    (_CREATED, "stocktake_count", LogKind.STOCKTAKE_COUNT),
    (_CREATED, "stocktake", LogKind.STOCKTAKE),
    (_CREATED, "stock_move", LogKind.STOCK_BACK),
    (_CREATED, "exchange_day", LogKind.EXCHANGE_DAY),
    (_CREATED, "exchange_ticket", LogKind.EXCHANGE_TICKET),
    (_CREATED, "exchange_settlement", LogKind.EXCHANGE_SETTLED),
    (_CREATED, "goods_price", LogKind.GOODS_PRICE),
    (_ANY, "goods_picture", LogKind.GOODS_PICTURE),
    (_ANY, "demand", LogKind.DEMAND),
    (_ANY, "goods", LogKind.GOODS),
    (_ANY, "outlet", LogKind.OUTLETS),
    (_CREATED, "catalogue_version", LogKind.CATALOGUE),
    (_ANY, "catalogue_draft", LogKind.CATALOGUE_DRAFT),
    (_CREATED, "standard_version", LogKind.STANDARD),
    (_CREATED, "rite_event", LogKind.EVENT_REPORTED),
    (_CREATED, "event_step", LogKind.EVENT_STEP),
    (_ANY, "rite_event", LogKind.EVENT_CHANGED),
    (_ANY, "event_figure", LogKind.EVENT_CHANGED),
    (_ANY, "event_photo", LogKind.EVENT_CHANGED),
    (_CREATED, "body_charter", LogKind.CHARTER),
    (_ANY, "body_member", LogKind.BODY_MEMBERS),
    (_ANY, "rite_body", LogKind.BODY_MEMBERS),
    (_CREATED, "pledge", LogKind.PLEDGED),
    (_ANY, "pledge", LogKind.PLEDGE_STRUCK),
    (_CREATED, "pledge_words", LogKind.PLEDGE_WORDS),
    (_CREATED, "equipment_move", LogKind.LENT),
    (_ANY, "equipment", LogKind.EQUIPMENT),
    (_ANY, "sign_in", LogKind.SIGN_IN),
    (_ANY, "operator", LogKind.OPERATORS),
    (_ANY, "operator_role", LogKind.OPERATORS),
    (_ANY, "village_setting", LogKind.SETTINGS),
    (_ANY, "village", LogKind.VILLAGE),
    (_ANY, "organization", LogKind.OWNERS),
    (_ANY, "household", LogKind.RESIDENTS),
    (_ANY, "person", LogKind.RESIDENTS),
    (_ANY, "place", LogKind.PLACES),
    (_ANY, "role_span", LogKind.ROLES),
    (_ANY, "link_span", LogKind.LINKS),
    (_ANY, "account", LogKind.ACCOUNTS),
    (_ANY, "anchor", LogKind.BACKUP),
)
_VOUCHERS: Final = MappingProxyType(
    {
        VoucherKind.RECORD: LogKind.RECORDED,
        VoucherKind.OPENING: LogKind.OPENED,
        VoucherKind.BASE: LogKind.BASE,
        VoucherKind.TRANSFER: LogKind.TRANSFERRED,
        VoucherKind.REVERSAL: LogKind.REVERSED,
        VoucherKind.RUN: LogKind.RUN,
        VoucherKind.REDEMPTION: LogKind.REDEEMED,
    }
)
_BY_NOBODY: Final = frozenset({LogKind.FOUNDED, LogKind.RESTORED, LogKind.KEY_REPLACED})
DATE_SET: Final = "date-set"
Signs = Mapping[tuple[str, str], int]
"""How many audit rows a transaction has by act and table."""

_GROUPS: Final = MappingProxyType(
    {
        LogGroup.POINTS: "recorded opened base transferred reversed moved run period-closed period-reopened",
        LogGroup.REVIEW: "claimed reviewed review-sheet",
        LogGroup.PEOPLE: "households residents places roles links owners accounts",
        LogGroup.EVENTS: "event-reported event-step event-changed standard"
        " body-members charter pledged pledge-struck pledge-words lent equipment",
        LogGroup.SHOP: "redeemed slip-undone stock-paper stock-back stocktake stocktake-count stocktake-step"
        " goods goods-price goods-picture outlets demand exchange-day exchange-ticket exchange-settled",
        LogGroup.IMPORT: "imported import-undone",
        LogGroup.RULES: "catalogue catalogue-draft settings village operators layouts-in book-types",
        LogGroup.PAPER: "passbooks review-sheet count-told unmasked"
        " notice notice-proof notice-step notice-photo notice-photo-struck objected objection-step"
        " books book-handed-over book-closed book-lines book-answered book-place-set",
        LogGroup.SIGN_IN: "sign-in",
        LogGroup.KEEPING: "founded backup restored key-replaced upgraded date-set other",
    }
)


def kind_of(signs: Signs, vouchers: Iterable[VoucherKind], by_nobody: bool = False) -> LogKind:
    """What a transaction was: the first that fits, for one act leaves several signs.

    What the program does `by_nobody` is an upgrade, but for a restored file that nobody has signed in to.
    """
    seen = {key for key in signs if key[0] != DATE_SET}
    written = list(vouchers)
    found = _first(_BEFORE_LINES, seen)
    if by_nobody and seen and found not in _BY_NOBODY:
        return LogKind.UPGRADED
    if found is None and written:
        found = LogKind.MOVED if {VoucherKind.RECORD, VoucherKind.REVERSAL} <= {*written} else None
        return found or _VOUCHERS[written[0]]
    found = found or _first(_AFTER_LINES, seen)
    if found is None and not seen:
        return LogKind.DATE_SET
    return found or LogKind.OTHER


def in_group(kind: LogKind, group: LogGroup | None) -> bool:
    """Whether a kind belongs to what the clerk looks for; None is everything."""
    return group is None or kind.value in _GROUPS[group].split()


def _first(order: tuple[tuple[str, str, LogKind], ...], seen: set[tuple[str, str]]) -> LogKind | None:
    tables = {table for _, table in seen}
    for act, table, kind in order:
        if (act, table) in seen or (act == _ANY and table in tables):
            return kind
    return None
