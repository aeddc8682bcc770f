"""The columns of 兑换登记 and of one slip. No Qt here."""

from passbook_desk.features.ledger.values import LineRow
from passbook_desk.features.redemption.counter.values import SlipItemRow, SlipRow
from passbook_desk.kernel.search import pinyin_key
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.pages.redemption.slips_words import collector_text, items_text, state_text

SLIP_COLUMNS: tuple[Column[SlipRow], ...] = (
    Column("day", QT_TRANSLATE_NOOP("Columns", "日期"), lambda row: day_text(row.redeemed_on), 5,
           sort=lambda row: row.served_at),
    Column("number", QT_TRANSLATE_NOOP("Columns", "单号"), lambda row: row.number, 5),
    Column("code", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda row: row.account.owner_code, 4),
    Column("holder", QT_TRANSLATE_NOOP("Columns", "户主"), lambda row: row.account.owner_name, 5,
           sort=lambda row: pinyin_key(row.account.owner_name)),
    Column("items", QT_TRANSLATE_NOOP("Columns", "物品"), items_text, 12, stretch=True, least=6),
    Column("pieces", QT_TRANSLATE_NOOP("Columns", "件数"), lambda row: str(row.pieces), 3,
           sort=lambda row: row.pieces, figures=True),
    Column("points", QT_TRANSLATE_NOOP("Columns", "积分"), lambda row: str(row.points), 4,
           sort=lambda row: row.points, figures=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), state_text, 4.5),
    Column("collector", QT_TRANSLATE_NOOP("Columns", "领取人"), collector_text, 8.5, optional=True),
    Column("outlet", QT_TRANSLATE_NOOP("Columns", "兑换点"), lambda row: row.outlet, 7, optional=True),
    Column("handler", QT_TRANSLATE_NOOP("Columns", "经办人"), lambda row: row.served_by, 4, optional=True),
)  # fmt: skip
ITEM_COLUMNS: tuple[Column[SlipItemRow], ...] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "物品"), lambda row: f"{row.name} {row.spec}".strip(), 6,
           stretch=True, least=4),
    Column("count", QT_TRANSLATE_NOOP("Columns", "数量"), lambda row: f"{row.quantity} {row.unit}", 3,
           figures=True),
    Column("points", QT_TRANSLATE_NOOP("Columns", "积分"), lambda row: str(row.points), 3, figures=True),
)  # fmt: skip
LINE_COLUMNS: tuple[Column[LineRow], ...] = (
    Column("seq", QT_TRANSLATE_NOOP("Columns", "行"), lambda row: str(row.account_seq), 1.5, figures=True),
    Column("text", QT_TRANSLATE_NOOP("Columns", "事项"), lambda row: row.item_text, 5, stretch=True, least=4),
    Column("points", QT_TRANSLATE_NOOP("Columns", "积分"), lambda row: str(row.points), 2.5, figures=True),
    Column("balance", QT_TRANSLATE_NOOP("Columns", "结余"), lambda row: str(row.balance_after), 2.5,
           figures=True),
)  # fmt: skip
