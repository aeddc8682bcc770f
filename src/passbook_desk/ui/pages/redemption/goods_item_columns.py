from dataclasses import dataclass
from datetime import date

from passbook_desk.features.redemption.goods.demands import DemandRow
from passbook_desk.features.redemption.goods.values import PriceRow
from passbook_desk.features.redemption.stock.rules import expires_soon
from passbook_desk.features.redemption.stock.values import BatchRow, MoveRow
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.redemption.goods_words import move_word, paper_kind_word, signed
from passbook_desk.ui.pages.redemption.stock_words import money_text


@dataclass(frozen=True, slots=True)
class PriceLine:
    """A price and whether it holds."""

    price: PriceRow
    state: str


@dataclass(frozen=True, slots=True)
class BatchLine:
    """What is left of a batch at an outlet, as of a day."""

    batch: BatchRow
    outlet: str
    today: date


def _expires(line: BatchLine) -> str:
    expires_on = line.batch.expires_on
    if expires_on is None:
        return translate("Columns", "长期")
    if line.batch.expired(line.today):
        return translate("Columns", "⚠ {day} 已过期").format(day=day_text(expires_on))
    if expires_soon(expires_on, line.today):
        return translate("Columns", "⚠ {day} 快过期").format(day=day_text(expires_on))
    return day_text(expires_on)


def _came_from(line: BatchLine) -> str:
    return f"{paper_kind_word(line.batch.source)}　{line.batch.from_whom}".strip()


PRICE_COLUMNS: tuple[Column[PriceLine], ...] = (
    Column("from", QT_TRANSLATE_NOOP("Columns", "从哪天起"), lambda line: day_text(line.price.from_on), 6,
           sort=lambda line: (line.price.from_on, line.price.number)),
    Column("points", QT_TRANSLATE_NOOP("Columns", "分值"), lambda line: str(line.price.points), 4,
           figures=True, sort=lambda line: line.price.points.hundredths),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), lambda line: line.state, 4),
    Column("reference", QT_TRANSLATE_NOOP("Columns", "依据"), lambda line: line.price.reference, 12,
           stretch=True),
    Column("by", QT_TRANSLATE_NOOP("Columns", "经手"), lambda line: line.price.set_by, 4.5),
)  # fmt: skip

BATCH_COLUMNS: tuple[Column[BatchLine], ...] = (
    Column("number", QT_TRANSLATE_NOOP("Columns", "批次"), lambda line: str(line.batch.number), 2.5,
           figures=True, sort=lambda line: line.batch.number),
    Column("left", QT_TRANSLATE_NOOP("Columns", "剩余"), lambda line: str(line.batch.quantity), 3.5,
           figures=True, sort=lambda line: line.batch.quantity),
    Column("expires", QT_TRANSLATE_NOOP("Columns", "到期"), _expires, 10,
           sort=lambda line: line.batch.expires_on or date.max),
    Column("from", QT_TRANSLATE_NOOP("Columns", "来源"), _came_from, 10, stretch=True, least=8),
    Column("came", QT_TRANSLATE_NOOP("Columns", "入库日期"), lambda line: day_text(line.batch.came_on), 5.5,
           sort=lambda line: line.batch.came_on, optional=True),
    Column("outlet", QT_TRANSLATE_NOOP("Columns", "兑换点"), lambda line: line.outlet, 7, optional=True),
    Column("cost", QT_TRANSLATE_NOOP("Columns", "进价（元）"),
           lambda line: money_text(line.batch.cost), 5, figures=True, optional=True,
           sort=lambda line: -1 if line.batch.cost is None else line.batch.cost.fen),
)  # fmt: skip

MOVE_COLUMNS: tuple[Column[MoveRow], ...] = (
    Column("day", QT_TRANSLATE_NOOP("Columns", "日期"), lambda move: day_text(move.moved_on), 5.5,
           sort=lambda move: (move.moved_on, move.number)),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "进出"), move_word, 6.5),
    Column("quantity", QT_TRANSLATE_NOOP("Columns", "数量"), lambda move: signed(move.quantity), 3.5,
           figures=True, sort=lambda move: move.quantity),
    Column("document", QT_TRANSLATE_NOOP("Columns", "单号"), lambda move: move.document, 6),
    Column("reason", QT_TRANSLATE_NOOP("Columns", "说明"), lambda move: move.reason, 8, stretch=True),
    Column("batch", QT_TRANSLATE_NOOP("Columns", "批次"), lambda move: str(move.batch_number), 2.5,
           figures=True, optional=True),
    Column("outlet", QT_TRANSLATE_NOOP("Columns", "兑换点"), lambda move: move.outlet, 7, optional=True),
    Column("by", QT_TRANSLATE_NOOP("Columns", "经手"), lambda move: move.recorded_by, 4.5, optional=True),
)  # fmt: skip

WAITING_COLUMNS: tuple[Column[DemandRow], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.account.owner_code, 4),
    Column("name", QT_TRANSLATE_NOOP("Columns", "户主或名称"), lambda row: row.account.owner_name, 9,
           stretch=True),
    Column("grid", QT_TRANSLATE_NOOP("Columns", "网格"), lambda row: row.account.grid_name, 7),
    Column("since", QT_TRANSLATE_NOOP("Columns", "哪天来要的"), lambda row: day_text(row.noted_on), 7,
           sort=lambda row: row.noted_on),
)  # fmt: skip
