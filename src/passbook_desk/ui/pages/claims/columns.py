"""The columns of the queue and of the list of an upload."""

from collections.abc import Callable

from passbook_desk.features.ledger.claims.values import ClaimRow
from passbook_desk.features.ledger.values import Colour
from passbook_desk.kernel.search import pinyin_key
from passbook_desk.ui.kit.icons import Badge
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.pages.claims.words import day_words
from passbook_desk.ui.shell.choices import signed


def claim_columns(
    stage: Callable[[ClaimRow], str], remark: Callable[[ClaimRow], str]
) -> tuple[Column[ClaimRow], ...]:
    """`stage` says where a claim stands, `remark` what is to be seen of it."""
    return (
        Column("stage", QT_TRANSLATE_NOOP("Columns", "状态"), stage, 5),
        Column(
            "day",
            QT_TRANSLATE_NOOP("Columns", "日期"),
            day_words,
            3,
            sort=lambda row: row.occurred_on,
        ),
        Column("code", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda row: row.account.owner_code, 3),
        Column(
            "name",
            QT_TRANSLATE_NOOP("Columns", "姓名"),
            lambda row: row.account.owner_name,
            4,
            sort=lambda row: pinyin_key(row.account.owner_name),
            badge=lambda row: Badge.STAR if row.account.colour is Colour.RED else Badge.DISC,
        ),
        Column("item", QT_TRANSLATE_NOOP("Columns", "事项"), lambda row: row.item_text, 8),
        Column(
            "points",
            QT_TRANSLATE_NOOP("Columns", "分值"),
            lambda row: signed(row.points),
            3,
            sort=lambda row: row.points,
            figures=True,
        ),
        Column("remark", QT_TRANSLATE_NOOP("Columns", "提示"), remark, 6, stretch=True),
        Column(
            "recorder", QT_TRANSLATE_NOOP("Columns", "记录人"), lambda row: row.recorder, 4, optional=True
        ),
        Column(
            "waiting",
            QT_TRANSLATE_NOOP("Columns", "等了几天"),
            lambda row: str(row.waiting_days) if row.open else "",
            3,
            sort=lambda row: row.waiting_days,
            figures=True,
            optional=True,
        ),
    )
