from passbook_desk.features.passbooks.books.values import BookRow, PrintedLine
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.passbooks.words import (
    how_word,
    line_words,
    moment_word,
    origin_word,
    place_word,
    state_word,
)


def _next_place(row: BookRow) -> str:
    return place_word(row.page, row.line) if not row.end else ""


def _unprinted(row: BookRow) -> str:
    return translate("Columns", "{count} 行").format(count=row.unprinted) if row.unprinted else ""


def _ended(row: BookRow) -> str:
    if row.ended_on is None:
        return ""
    return f"{day_text(row.ended_on)} {row.end_reason}".rstrip()


def _how(line: PrintedLine) -> str:
    return how_word(line.way, line.printer)


def _code(line: PrintedLine) -> str:
    return translate("Columns", "废") if line.spoilt else line.paper.code


CARD_COLUMNS: tuple[Column[BookRow], ...] = (
    Column("ordinal", QT_TRANSLATE_NOOP("Columns", "册"), lambda row: str(row.ordinal), 1.5, figures=True),
    Column("number", QT_TRANSLATE_NOOP("Columns", "存折号"), lambda row: row.number, 6.5),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), state_word, 3.5),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "折样"), lambda row: row.layout.name, 5, stretch=True),
    Column("origin", QT_TRANSLATE_NOOP("Columns", "来由"), origin_word, 4.5, optional=True),
    Column("issued", QT_TRANSLATE_NOOP("Columns", "发折"), lambda row: day_text(row.issued_on), 5.5,
           sort=lambda row: row.issued_on),
    Column("place", QT_TRANSLATE_NOOP("Columns", "接着打"), _next_place, 7),
    Column("unprinted", QT_TRANSLATE_NOOP("Columns", "未登"), _unprinted, 3, figures=True),
    Column("ended", QT_TRANSLATE_NOOP("Columns", "停用"), _ended, 9, optional=True),
)  # fmt: skip

PAPER_COLUMNS: tuple[Column[PrintedLine], ...] = (
    Column("place", QT_TRANSLATE_NOOP("Columns", "页-行"),
           lambda row: f"{row.paper.page}-{row.paper.line}", 2.5,
           sort=lambda row: row.paper.slot),
    Column("words", QT_TRANSLATE_NOOP("Columns", "写着"), lambda row: line_words(row.paper), 8, stretch=True,
           least=8),
    Column("balance", QT_TRANSLATE_NOOP("Columns", "结余"), lambda row: str(row.paper.balance), 3.5,
           figures=True),
    Column("code", QT_TRANSLATE_NOOP("Columns", "校验码"), _code, 6.2),
    Column("when", QT_TRANSLATE_NOOP("Columns", "登折时间"), lambda row: moment_word(row.printed_at), 8,
           sort=lambda row: row.printed_at),
    Column("who", QT_TRANSLATE_NOOP("Columns", "经手"), lambda row: row.printed_by, 4.5),
    Column("how", QT_TRANSLATE_NOOP("Columns", "怎样登的"), _how, 7, optional=True),
)  # fmt: skip
