from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.passbooks.books.values import BookPrintRow
from passbook_desk.features.passbooks.values import PrintoutRow
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.passbooks.words import (
    book_badge,
    book_word,
    how_word,
    moment_word,
    places_word,
    short_book_word,
)


def _lines(row: PrintoutRow) -> str:
    if not row.last_account_seq:
        return translate("Passbooks", "空折")
    if row.first_account_seq == row.last_account_seq:
        return translate("Passbooks", "第 {line} 行").format(line=row.last_account_seq)
    return translate("Passbooks", "{first}–{last} 行").format(
        first=row.first_account_seq, last=row.last_account_seq
    )


def _answer(row: BookPrintRow) -> str:
    if row.printed is None:
        return translate("Passbooks", "等答复")
    if row.printed == row.lines:
        return translate("Passbooks", "都打上了")
    if row.printed:
        words = translate("Passbooks", "打上 {count} 行").format(count=row.printed)
    else:
        words = translate("Passbooks", "没打上")
    if row.spoilt:
        words += translate("Passbooks", "，打坏 {count} 行").format(count=row.spoilt)
    return words


BOOK_COLUMNS: tuple[Column[AccountRow], ...] = (
    Column("book", QT_TRANSLATE_NOOP("Columns", "存折"), lambda row: book_word(row.colour), 4.5,
           badge=lambda row: book_badge(row.colour)),
    Column("number", QT_TRANSLATE_NOOP("Columns", "账号"), lambda row: row.number, 6),
    Column("owner", QT_TRANSLATE_NOOP("Columns", "持折人"), lambda row: row.owner_name, 6),
    Column("household", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.owner_code, 4),
    Column("grid", QT_TRANSLATE_NOOP("Columns", "网格"), lambda row: row.grid_name, 6, stretch=True),
)  # fmt: skip

PRINTOUT_COLUMNS: tuple[Column[PrintoutRow], ...] = (
    Column("moment", QT_TRANSLATE_NOOP("Columns", "打印时间"), lambda row: moment_word(row.printed_at), 8.5,
           sort=lambda row: row.printed_at),
    Column("book", QT_TRANSLATE_NOOP("Columns", "存折"), lambda row: book_word(row.colour), 4.5,
           badge=lambda row: book_badge(row.colour)),
    Column("number", QT_TRANSLATE_NOOP("Columns", "账号"), lambda row: row.account_number, 5.5),
    Column("owner", QT_TRANSLATE_NOOP("Columns", "持折人"), lambda row: row.owner_name, 6, stretch=True),
    Column("household", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda row: row.household_code, 4,
           optional=True),
    Column("as_of", QT_TRANSLATE_NOOP("Columns", "截至"), lambda row: day_text(row.as_of), 6,
           sort=lambda row: row.as_of),
    Column("lines", QT_TRANSLATE_NOOP("Columns", "印了"), _lines, 5, sort=lambda row: row.last_account_seq),
    Column("pages", QT_TRANSLATE_NOOP("Columns", "页数"), lambda row: str(row.pages), 3,
           sort=lambda row: row.pages, figures=True, optional=True),
    Column("handler", QT_TRANSLATE_NOOP("Columns", "经手"), lambda row: row.printed_by, 5.5),
)  # fmt: skip

PRINT_COLUMNS: tuple[Column[BookPrintRow], ...] = (
    Column("moment", QT_TRANSLATE_NOOP("Columns", "打印时间"), lambda row: moment_word(row.sent_at), 8,
           sort=lambda row: row.sent_at),
    Column("book", QT_TRANSLATE_NOOP("Columns", "存折"),
           lambda row: short_book_word(row.book.account.colour), 2.5,
           badge=lambda row: book_badge(row.book.account.colour)),
    Column("number", QT_TRANSLATE_NOOP("Columns", "存折号"), lambda row: row.book.number, 6.5),
    Column("owner", QT_TRANSLATE_NOOP("Columns", "持折人"), lambda row: row.book.account.owner_name, 4,
           stretch=True),
    Column("place", QT_TRANSLATE_NOOP("Columns", "哪里"), lambda row: places_word(row.first, row.last), 7.5),
    Column("answer", QT_TRANSLATE_NOOP("Columns", "答复"), _answer, 5),
    Column("how", QT_TRANSLATE_NOOP("Columns", "怎样登的"), lambda row: how_word(row.way, row.printer), 6.5,
           optional=True),
    Column("handler", QT_TRANSLATE_NOOP("Columns", "经手"), lambda row: row.sent_by, 4.5),
)  # fmt: skip
