"""How books, places and lines on paper are said."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from passbook_desk.documents.correction import NO_CORRECTION, Correction
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.values import (
    BookOrigin,
    BookRow,
    BookState,
    PaperLine,
    PaperLineKind,
    PrintWay,
)
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.icons import Badge
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_BOOKS: Final = {
    Colour.RED: QT_TRANSLATE_NOOP("Passbooks", "红色存折"),
    Colour.GREEN: QT_TRANSLATE_NOOP("Passbooks", "绿色存折"),
}
_SHORT: Final = {
    Colour.RED: QT_TRANSLATE_NOOP("Passbooks", "红折"),
    Colour.GREEN: QT_TRANSLATE_NOOP("Passbooks", "绿折"),
}
_BADGES: Final = {Colour.RED: Badge.STAR, Colour.GREEN: Badge.DISC}
_STATES: Final = {
    BookState.ISSUED: QT_TRANSLATE_NOOP("Passbooks", "新折"),
    BookState.IN_USE: QT_TRANSLATE_NOOP("Passbooks", "在用"),
    BookState.FULL: QT_TRANSLATE_NOOP("Passbooks", "写满"),
    BookState.LOST: QT_TRANSLATE_NOOP("Passbooks", "已挂失"),
    BookState.REPLACED: QT_TRANSLATE_NOOP("Passbooks", "已换折"),
    BookState.CLOSED: QT_TRANSLATE_NOOP("Passbooks", "已注销"),
}
_ORIGINS: Final = {
    BookOrigin.FIRST: QT_TRANSLATE_NOOP("Passbooks", "首次发折"),
    BookOrigin.ADOPTED: QT_TRANSLATE_NOOP("Passbooks", "接手旧折"),
    BookOrigin.NEXT: QT_TRANSLATE_NOOP("Passbooks", "换折"),
    BookOrigin.REISSUED: QT_TRANSLATE_NOOP("Passbooks", "挂失补发"),
}
_WAYS: Final = {
    PrintWay.PRINTER: QT_TRANSLATE_NOOP("Passbooks", "登折"),
    PrintWay.PDF: QT_TRANSLATE_NOOP("Passbooks", "登折（PDF）"),
    PrintWay.BOOKLET: QT_TRANSLATE_NOOP("Passbooks", "整本"),
    PrintWay.STRIP: QT_TRANSLATE_NOOP("Passbooks", "贴条"),
    PrintWay.HAND: QT_TRANSLATE_NOOP("Passbooks", "手写"),
}
_CARRYING: Final = {
    PaperLineKind.CARRY_OUT: QT_TRANSLATE_NOOP("Passbooks", "过次页"),
    PaperLineKind.CARRY_IN: QT_TRANSLATE_NOOP("Passbooks", "承前页"),
    PaperLineKind.FROM_BOOK: QT_TRANSLATE_NOOP("Passbooks", "承上册"),
    PaperLineKind.TO_BOOK: QT_TRANSLATE_NOOP("Passbooks", "转下册"),
}


def book_word(colour: Colour) -> str:
    """红色存折 or 绿色存折."""
    return translate("Passbooks", _BOOKS[colour])


def short_book_word(colour: Colour) -> str:
    """红折 or 绿折."""
    return translate("Passbooks", _SHORT[colour])


def book_badge(colour: Colour) -> Badge:
    """The shape that goes with the word."""
    return _BADGES[colour]


def state_word(row: BookRow) -> str:
    """Where a book is in its life; a wanted answer or look at the paper comes before everything."""
    if row.open_print:
        return translate("Passbooks", "等答复")
    if row.doubted:
        return translate("Passbooks", "要核对")
    return translate("Passbooks", _STATES[row.state])


def origin_word(row: BookRow) -> str:
    """How a book came to be."""
    return translate("Passbooks", _ORIGINS[row.origin])


def way_word(way: PrintWay) -> str:
    """How lines got onto paper."""
    return translate("Passbooks", _WAYS[way])


def how_word(way: PrintWay, printer: str) -> str:
    """How lines got onto paper: for an ordinary print the printer says it all."""
    return printer if way is PrintWay.PRINTER and printer else way_word(way)


def place_word(page: int, line: int) -> str:
    """第 2 页 第 9 行."""
    return translate("Passbooks", "第 {page} 页 第 {line} 行").format(page=page, line=line)


def lines_place(lines: Sequence[PaperLine]) -> str:
    """第 2 页 第 9–12 行; over several pages from the first to the last of them."""
    return places_word((lines[0].page, lines[0].line), (lines[-1].page, lines[-1].line))


def places_word(first: tuple[int, int], last: tuple[int, int]) -> str:
    """The same from the page and line of the first and of the last line."""
    if first == last:
        return place_word(*first)
    if first[0] == last[0]:
        return translate("Passbooks", "第 {page} 页 第 {first}–{last} 行").format(
            page=first[0], first=first[1], last=last[1]
        )
    return translate("Passbooks", "第 {first} 页 到 第 {last} 页").format(first=first[0], last=last[0])


def line_words(line: PaperLine) -> str:
    """What the line says: the words of the deed, or which line of carrying it is."""
    if line.entry is None:
        return translate("Passbooks", _CARRYING[line.kind])
    if line.entry.reverses_account_seq is not None:
        words = translate("Passbooks", "冲第 {seq} 行 {words}")
        return words.format(seq=line.entry.reverses_account_seq, words=line.entry.item_text).rstrip()
    return line.entry.item_text


def line_day(line: PaperLine) -> str:
    """The day of the deed; "" for a line of carrying."""
    return "" if line.entry is None else day_text(line.entry.occurred_on)


def plus(line: PaperLine) -> Points | None:
    """What stands in the column 加."""
    return None if line.entry is None else line.entry.credit


def minus(line: PaperLine) -> Points | None:
    """What stands in the column 扣."""
    return None if line.entry is None else line.entry.debit


def moment_word(moment: datetime) -> str:
    """The day and the time of this computer's clock."""
    local = moment.astimezone()
    return f"{day_text(local.date())} {local:%H:%M}"


def paper_word(layout: BookLayout) -> str:
    """The paper a printer must be given: 大折 130×180, or with the size where the name does not say it."""
    size = f"{layout.width_mm:g}×{layout.height_mm:g}"
    if size in layout.name:
        return layout.name
    return translate("Passbooks", "{name} {size} 毫米").format(name=layout.name, size=size)


def correction_words(found: Correction | None) -> str:
    """The correction as a clerk would say it: 右移 1.2 毫米，上移 0.8 毫米，宽 ×1.002."""
    if found is None:
        return translate("Passbooks", "没有校准过")
    parts = []
    if round(found.right_mm, 1):
        word = translate("Passbooks", "右移") if found.right_mm > 0 else translate("Passbooks", "左移")
        parts.append(_millimetres(word, found.right_mm))
    if round(found.down_mm, 1):
        word = translate("Passbooks", "下移") if found.down_mm > 0 else translate("Passbooks", "上移")
        parts.append(_millimetres(word, found.down_mm))
    if round(found.scale_x, 3) != NO_CORRECTION.scale_x:
        parts.append(translate("Passbooks", "宽 ×{factor:.3f}").format(factor=found.scale_x))
    if round(found.scale_y, 3) != NO_CORRECTION.scale_y:
        parts.append(translate("Passbooks", "高 ×{factor:.3f}").format(factor=found.scale_y))
    if round(found.drift_mm, 2):
        words = translate("Passbooks", "连续纸每张再下移 {drift:.2f} 毫米")
        parts.append(words.format(drift=found.drift_mm))
    return translate("Passbooks", "，").join(parts) or translate("Passbooks", "校准过，不用移动")


def account_title(account: AccountRow) -> str:
    """Whose book: 绿折 王建国 01001."""
    return f"{short_book_word(account.colour)} {account.owner_name} {account.owner_code}".rstrip()


def _millimetres(word: str, length: float) -> str:
    return translate("Passbooks", "{word} {length:.1f} 毫米").format(word=word, length=abs(length))
