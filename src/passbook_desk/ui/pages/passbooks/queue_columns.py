from passbook_desk.kernel.search import pinyin_key
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.passbooks.values import QueueLine
from passbook_desk.ui.pages.passbooks.words import book_badge, place_word, short_book_word, state_word


def _place(line: QueueLine) -> str:
    return "" if line.book is None else place_word(line.book.page, line.book.line)


def _unprinted(line: QueueLine) -> str:
    if line.book is None or not line.book.unprinted:
        return ""
    return translate("Columns", "{count} 行").format(count=line.book.unprinted)


def _state(line: QueueLine) -> str:
    return translate("Columns", "没有折") if line.book is None else state_word(line.book)


QUEUE_COLUMNS: tuple[Column[QueueLine], ...] = (
    Column("book", QT_TRANSLATE_NOOP("Columns", "存折"), lambda row: short_book_word(row.account.colour), 2.5,
           badge=lambda row: book_badge(row.account.colour)),
    Column("number", QT_TRANSLATE_NOOP("Columns", "存折号"),
           lambda row: row.book.number if row.book is not None else "", 6.5),
    Column("owner", QT_TRANSLATE_NOOP("Columns", "持折人"), lambda row: row.account.owner_name, 5,
           sort=lambda row: pinyin_key(row.account.owner_name), stretch=True),
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.account.owner_code, 3.5),
    Column("grid", QT_TRANSLATE_NOOP("Columns", "网格"), lambda row: row.account.grid_name, 5, optional=True),
    Column("place", QT_TRANSLATE_NOOP("Columns", "接着打"), _place, 7),
    Column("unprinted", QT_TRANSLATE_NOOP("Columns", "未登"), _unprinted, 3, figures=True,
           sort=lambda row: row.book.unprinted if row.book is not None else 0),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), _state, 3.5),
)  # fmt: skip
