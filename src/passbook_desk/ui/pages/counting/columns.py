from passbook_desk.features.ledger.counting.run_values import RunRow
from passbook_desk.features.ledger.counting.values import CountRow
from passbook_desk.features.ledger.periods import ClosedRow
from passbook_desk.features.ledger.values import Colour
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.dates import day_text, span_text
from passbook_desk.ui.kit.icons import Badge
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.counting.words import name_of, notes_of
from passbook_desk.ui.shell.period_words import period_text


def _points(points: Points | None) -> str:
    return "" if points is None else str(points)


def _change(row: CountRow) -> str:
    change = row.score - row.before
    return f"＋{change}" if change.hundredths > 0 else f"－{-change}" if change.hundredths < 0 else "0"


_RANK: Column[CountRow] = Column(
    "rank", QT_TRANSLATE_NOOP("Columns", "名次"), lambda row: "" if row.rank is None else str(row.rank), 2,
    sort=lambda row: row.rank or 1_000_000, figures=True,
)  # fmt: skip
_FLOWS: tuple[Column[CountRow], ...] = (
    Column("credits", QT_TRANSLATE_NOOP("Columns", "加分"), lambda row: str(row.credits), 3.5,
           sort=lambda row: row.credits, figures=True),
    Column("debits", QT_TRANSLATE_NOOP("Columns", "扣分"), lambda row: str(-row.debits), 3,
           sort=lambda row: -row.debits, figures=True),
    Column("redeemed", QT_TRANSLATE_NOOP("Columns", "兑换"), lambda row: str(-row.redeemed), 3,
           sort=lambda row: -row.redeemed, figures=True, optional=True),
    Column("closing", QT_TRANSLATE_NOOP("Columns", "结余"), lambda row: str(row.closing), 3.5,
           sort=lambda row: row.closing, figures=True),
    Column("score", QT_TRANSLATE_NOOP("Columns", "得分"), lambda row: str(row.score), 3.5,
           sort=lambda row: row.score, figures=True),
)  # fmt: skip
_BEFORE: tuple[Column[CountRow], ...] = (
    Column("before", QT_TRANSLATE_NOOP("Columns", "上期得分"), lambda row: str(row.before), 4,
           sort=lambda row: row.before, figures=True, optional=True),
    Column("change", QT_TRANSLATE_NOOP("Columns", "比上期"), _change, 3.5,
           sort=lambda row: row.score - row.before, figures=True),
)  # fmt: skip
BOOKS: tuple[Column[CountRow], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda row: row.code, 3.5),
    Column("name", QT_TRANSLATE_NOOP("Columns", "户主/姓名"), name_of, 5, stretch=True),
    Column("grid", QT_TRANSLATE_NOOP("Columns", "网格"), lambda row: row.grid_name, 5, stretch=True,
           optional=True),
    *_FLOWS,
    *_BEFORE,
)  # fmt: skip
PLACES: tuple[Column[CountRow], ...] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "网格/楼栋"), name_of, 6, stretch=True),
    Column("households", QT_TRANSLATE_NOOP("Columns", "户数"), lambda row: str(row.households), 2.5,
           sort=lambda row: row.households, figures=True),
    Column("recorded", QT_TRANSLATE_NOOP("Columns", "有记录"), lambda row: str(row.recorded), 3,
           sort=lambda row: row.recorded, figures=True),
    *_FLOWS,
    Column("average", QT_TRANSLATE_NOOP("Columns", "户均"), lambda row: _points(row.average), 3,
           sort=lambda row: row.score if row.average is None else row.average, figures=True, optional=True),
    *_BEFORE,
)  # fmt: skip
RANKED_BOOKS: tuple[Column[CountRow], ...] = (_RANK, *BOOKS)
RANKED_PLACES: tuple[Column[CountRow], ...] = (_RANK, *PLACES)


def state_of(row: ClosedRow) -> str:
    """Whether the days are closed, by whom, and whether they may be opened."""
    if row.reopened_at is not None:
        day = day_text(row.reopened_at.astimezone().date())
        return translate("Counting", "{day} 由{name}重新打开：{reason}").format(
            day=day, name=row.reopened_by, reason=row.reason
        )
    if row.notice:
        return translate("Counting", "已出 {number} 号公示").format(number=row.notice)
    return translate("Counting", "✓ 已关账")


def _period_of(row: ClosedRow) -> str:
    return translate("Counting", "公示") if row.period is None else period_text(row.period)


CLOSED: tuple[Column[ClosedRow], ...] = (
    Column("period", QT_TRANSLATE_NOOP("Columns", "期间"), _period_of, 7,
           sort=lambda row: (row.span.first, row.span.last)),
    Column("span", QT_TRANSLATE_NOOP("Columns", "关上的日子"), lambda row: span_text(row.span), 8,
           sort=lambda row: (row.span.first, row.span.last)),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), state_of, 12, stretch=True),
    Column("closed", QT_TRANSLATE_NOOP("Columns", "关账日期"),
           lambda row: day_text(row.closed_at.astimezone().date()), 6,
           sort=lambda row: row.closed_at, optional=True),
    Column("by", QT_TRANSLATE_NOOP("Columns", "经手"), lambda row: row.closed_by, 5, optional=True),
)  # fmt: skip


def _badge(row: RunRow) -> Badge:
    return Badge.STAR if row.account.colour is Colour.RED else Badge.DISC


_OWNER: tuple[Column[RunRow], ...] = (
    Column("number", QT_TRANSLATE_NOOP("Columns", "账号"), lambda row: row.account.number, 5, badge=_badge),
    Column("code", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda row: row.account.owner_code, 3.5),
    Column("name", QT_TRANSLATE_NOOP("Columns", "户主/姓名"), lambda row: row.account.owner_name, 5,
           stretch=True),
    Column("spendable", QT_TRANSLATE_NOOP("Columns", "可用"), lambda row: str(row.spendable), 4,
           sort=lambda row: row.spendable, figures=True),
)  # fmt: skip
_NOTES: Column[RunRow] = Column("notes", QT_TRANSLATE_NOOP("Columns", "说明"), notes_of, 8, stretch=True)
CLEARING: tuple[Column[RunRow], ...] = (
    *_OWNER,
    Column("taken", QT_TRANSLATE_NOOP("Columns", "清零"), lambda row: str(row.taken), 4,
           sort=lambda row: row.taken, figures=True),
    Column("kept", QT_TRANSLATE_NOOP("Columns", "结转"), lambda row: str(row.kept), 4,
           sort=lambda row: row.kept, figures=True),
    _NOTES,
)  # fmt: skip
GRANTING: tuple[Column[RunRow], ...] = (
    *_OWNER,
    Column("granted", QT_TRANSLATE_NOOP("Columns", "基础分"), lambda row: str(row.granted), 4,
           sort=lambda row: row.granted, figures=True),
    _NOTES,
)  # fmt: skip
