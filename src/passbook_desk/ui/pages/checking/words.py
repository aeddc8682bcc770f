"""核验 in words: the window and the command line say the same. No Qt here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from passbook_desk.features.passbooks.books.values import (
    BookEnd,
    BookRow,
    BookState,
    PaperLineKind,
    PrintWay,
)
from passbook_desk.features.passbooks.checking_values import (
    AccountFound,
    BookFound,
    CodeAnswer,
    CodeVerdict,
    Found,
    LineFound,
    Remark,
    SheetFound,
    SheetKind,
    Slip,
)
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_GENUINE: Final = QT_TRANSLATE_NOOP("Checking", "真的")
_FOREIGN: Final = QT_TRANSLATE_NOOP("Checking", "不是本村打的，或抄错了")
_SEVERAL_GENUINE: Final = QT_TRANSLATE_NOOP("Checking", "真的，有 {count} 处是这个码")
_SEVERAL: Final = QT_TRANSLATE_NOOP("Checking", "有 {count} 处是这个码，请看是哪一处")
_SLIPS: Final = MappingProxyType(
    {
        Slip.CHECK: QT_TRANSLATE_NOOP("Checking", "校验位不对，请再看一眼"),
        Slip.SIGNS: QT_TRANSLATE_NOOP("Checking", "码里没有 0、1 和字母 O、I，请再看一眼"),
        Slip.LENGTH: QT_TRANSLATE_NOOP("Checking", "长短不对：行上的码 8 位，单据上的 10 位，别的只有数字"),
    }
)
_HEADLINES: Final = MappingProxyType(
    {
        Remark.DIFFERS: QT_TRANSLATE_NOOP("Checking", "账和纸对不上"),
        Remark.LOST: QT_TRANSLATE_NOOP("Checking", "这本已挂失"),
        Remark.SPOILT: QT_TRANSLATE_NOOP("Checking", "这一行打废了"),
        Remark.OFF_PAPER: QT_TRANSLATE_NOOP("Checking", "这一行没有算打上"),
        Remark.REVERSED: QT_TRANSLATE_NOOP("Checking", "真的，后来冲销了"),
        Remark.SHORTER: QT_TRANSLATE_NOOP("Checking", "村文件比这张纸旧"),
        Remark.CLOSED: QT_TRANSLATE_NOOP("Checking", "已注销"),
        Remark.REPLACED: QT_TRANSLATE_NOOP("Checking", "这本已换折"),
    }
)
_REMARKS: Final = MappingProxyType(
    {
        Remark.DIFFERS: QT_TRANSLATE_NOOP(
            "Checking", "账上现在和打印时不一样。请到设置里核对账目，先不要照纸上的数办。"
        ),
        Remark.LOST: QT_TRANSLATE_NOOP("Checking", "{day} 挂失（{reason}），请不要再凭它办事。"),
        Remark.SPOILT: QT_TRANSLATE_NOOP("Checking", "这一行当时说打废了，后面另有一行是算数的。"),
        Remark.OFF_PAPER: QT_TRANSLATE_NOOP("Checking", "当时说没打上，或整本重打过，现在的折上不是这一行。"),
        Remark.REVERSED: QT_TRANSLATE_NOOP("Checking", "{day} 第 {line} 行冲销了它。"),
        Remark.SHORTER: QT_TRANSLATE_NOOP(
            "Checking", "纸上到第 {seq} 行，账上还没有那么多。请找最新的村文件再核验。"
        ),
        Remark.CLOSED: QT_TRANSLATE_NOOP("Checking", "{day} 注销（{reason}）。"),
        Remark.REPLACED: QT_TRANSLATE_NOOP("Checking", "{day} 换折（{reason}）。"),
        Remark.WAITING: QT_TRANSLATE_NOOP("Checking", "送去打印了，还没有答“打好了吗”。"),
    }
)
_SLIP_BACK: Final = QT_TRANSLATE_NOOP("Checking", "这张兑换单后来退回了，积分已还到存折上。")
_ACCOUNT_CLOSED: Final = QT_TRANSLATE_NOOP("Checking", "这个账号已经销户。")
_NEXT_BOOK: Final = QT_TRANSLATE_NOOP("Checking", "接着用的是存折 {number}。")
_NAMED_NOW: Final = QT_TRANSLATE_NOOP("Checking", "{holder}（现在是{name}）")
_KINDS: Final = MappingProxyType(
    {
        PaperLineKind.CARRY_OUT: QT_TRANSLATE_NOOP("Checking", "过次页"),
        PaperLineKind.CARRY_IN: QT_TRANSLATE_NOOP("Checking", "承前页"),
        PaperLineKind.FROM_BOOK: QT_TRANSLATE_NOOP("Checking", "承上册"),
        PaperLineKind.TO_BOOK: QT_TRANSLATE_NOOP("Checking", "转下册"),
    }
)
_WAYS: Final = MappingProxyType(
    {
        PrintWay.PRINTER: QT_TRANSLATE_NOOP("Checking", "打印机登折"),
        PrintWay.PDF: QT_TRANSLATE_NOOP("Checking", "存成 PDF 登折"),
        PrintWay.BOOKLET: QT_TRANSLATE_NOOP("Checking", "整本打印"),
        PrintWay.STRIP: QT_TRANSLATE_NOOP("Checking", "贴条"),
        PrintWay.HAND: QT_TRANSLATE_NOOP("Checking", "手写登折"),
    }
)
_STATES: Final = MappingProxyType(
    {
        BookState.ISSUED: QT_TRANSLATE_NOOP("Checking", "已发，还没有登过"),
        BookState.IN_USE: QT_TRANSLATE_NOOP("Checking", "在用"),
        BookState.FULL: QT_TRANSLATE_NOOP("Checking", "写满了，该换折"),
        BookState.LOST: QT_TRANSLATE_NOOP("Checking", "已挂失"),
        BookState.REPLACED: QT_TRANSLATE_NOOP("Checking", "已换折"),
        BookState.CLOSED: QT_TRANSLATE_NOOP("Checking", "已注销"),
    }
)
_SHEETS: Final = MappingProxyType(
    {
        SheetKind.NOTICE: QT_TRANSLATE_NOOP("Checking", "{name}公示 {number} 号"),
        SheetKind.PRINTOUT: QT_TRANSLATE_NOOP("Checking", "存折打印件 {books} 本，共 {pages} 页"),
        SheetKind.BOOK_LINES: QT_TRANSLATE_NOOP("Checking", "登折 {books} 本"),
        SheetKind.BACKUP: QT_TRANSLATE_NOOP("Checking", "备份 {number}"),
        SheetKind.SLIP: QT_TRANSLATE_NOOP("Checking", "兑换单 {number}　{name}"),
    }
)
_BOOK: Final = QT_TRANSLATE_NOOP("Checking", "存折")
_ACCOUNT: Final = QT_TRANSLATE_NOOP("Checking", "账号")
_PLACE: Final = QT_TRANSLATE_NOOP("Checking", "哪一行")
_PAGE_LINE: Final = QT_TRANSLATE_NOOP("Checking", "第 {page} 页第 {line} 行")
_HOLDER: Final = QT_TRANSLATE_NOOP("Checking", "持折人")
_DEED: Final = QT_TRANSLATE_NOOP("Checking", "内容")
_POINTS: Final = QT_TRANSLATE_NOOP("Checking", "{points} 分，结余 {balance} 分")
_SUM: Final = QT_TRANSLATE_NOOP("Checking", "分数")
_BALANCE: Final = QT_TRANSLATE_NOOP("Checking", "结余")
_ONLY_BALANCE: Final = QT_TRANSLATE_NOOP("Checking", "{balance} 分")
_PRINTED: Final = QT_TRANSLATE_NOOP("Checking", "打印")
_STATE: Final = QT_TRANSLATE_NOOP("Checking", "状态")
_ISSUED: Final = QT_TRANSLATE_NOOP("Checking", "发折")
_NEXT_LINE: Final = QT_TRANSLATE_NOOP("Checking", "下一行")
_IN_USE: Final = QT_TRANSLATE_NOOP("Checking", "现用的存折")
_NONE: Final = QT_TRANSLATE_NOOP("Checking", "没有")
_SHEET: Final = QT_TRANSLATE_NOOP("Checking", "这张纸")
_MADE: Final = QT_TRANSLATE_NOOP("Checking", "出纸")
_AS_OF: Final = QT_TRANSLATE_NOOP("Checking", "日期")
_UP_TO: Final = QT_TRANSLATE_NOOP("Checking", "账到")
_SINCE: Final = QT_TRANSLATE_NOOP("Checking", "第 {seq} 行，以后又记了 {since} 行")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was found: a headline, facts as label and value, sentences on what came after."""

    verdict: CodeVerdict
    headline: str
    facts: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]


def headline(answer: CodeAnswer) -> str:
    """The one word of the answer: 真的, 真的，后来冲销了, 不是本村打的，或抄错了."""
    if answer.slip is not None:
        return _say(_SLIPS[answer.slip])
    if not answer.found:
        return _say(_FOREIGN)
    if len(answer.found) > 1:
        word = _SEVERAL_GENUINE if answer.verdict is CodeVerdict.GENUINE else _SEVERAL
        return _say(word).format(count=len(answer.found))
    return _headline(answer.found[0])


def told(found: Found) -> Told:
    """Everything that is said of one thing that was found."""
    return Told(found.verdict, _headline(found), tuple(_facts(found)), tuple(_remarks(found)))


def state_word(state: BookState) -> str:
    """Where a book is in its life."""
    return _say(_STATES[state])


def carry_word(kind: PaperLineKind) -> str:
    """What a line of carrying is called: 过次页, 承前页, 承上册, 转下册."""
    return _say(_KINDS[kind])


def in_one_line(answer: CodeAnswer) -> str:
    """What was found first, for a list: 存折 …，王建国."""
    return "，".join(value for _, value in told(answer.found[0]).facts[:2]) if answer.found else ""


def _say(word: str) -> str:
    return translate("Checking", word)


def _headline(found: Found) -> str:
    if found.verdict is CodeVerdict.GENUINE:
        return _say(_GENUINE)
    return _say(next(_HEADLINES[remark] for remark in found.remarks if remark in _HEADLINES))


def _facts(found: Found) -> Iterable[tuple[str, str]]:
    match found:
        case LineFound():
            return _line_facts(found)
        case BookFound():
            return _book_facts(found.book)
        case AccountFound():
            return (
                (_say(_ACCOUNT), found.account.number),
                (_say(_HOLDER), f"{found.account.owner_name}　{found.account.owner_code}"),
                (_say(_BALANCE), _say(_ONLY_BALANCE).format(balance=found.balance)),
                (_say(_IN_USE), found.book or _say(_NONE)),
            )
        case SheetFound():
            return _sheet_facts(found)


def _line_facts(found: LineFound) -> Iterable[tuple[str, str]]:
    paper, entry = found.paper, found.paper.entry
    yield _say(_BOOK), found.book.number
    yield _say(_HOLDER), _holder(found.book)
    yield _say(_PLACE), _say(_PAGE_LINE).format(page=paper.page, line=paper.line)
    if entry is None:
        yield _say(_DEED), carry_word(paper.kind)
        yield _say(_BALANCE), _say(_ONLY_BALANCE).format(balance=paper.balance)
    else:
        yield _say(_DEED), f"{day_text(entry.occurred_on)}　{entry.item_text}"
        yield _say(_SUM), _say(_POINTS).format(points=entry.points, balance=paper.balance)
    way = _say(_WAYS[found.way])
    parts = (_moment(found.printed_at), found.printed_by, way, found.printer)
    yield _say(_PRINTED), "　".join(part for part in parts if part)


def _book_facts(row: BookRow) -> Iterable[tuple[str, str]]:
    yield _say(_BOOK), row.number
    yield _say(_HOLDER), _holder(row)
    yield _say(_STATE), state_word(row.state)
    yield _say(_ISSUED), f"{day_text(row.issued_on)}　{row.issued_by}"
    if row.end is BookEnd.NONE:
        yield _say(_NEXT_LINE), _say(_PAGE_LINE).format(page=row.page, line=row.line)
    yield _say(_BALANCE), _say(_ONLY_BALANCE).format(balance=row.position.balance)


def _sheet_facts(found: SheetFound) -> Iterable[tuple[str, str]]:
    named = {"name": found.name, "number": found.number, "books": found.books, "pages": found.pages}
    yield _say(_SHEET), _say(_SHEETS[found.kind]).format(**named)
    if found.kind in (SheetKind.PRINTOUT, SheetKind.BOOK_LINES) and found.number:
        label = _ACCOUNT if found.kind is SheetKind.PRINTOUT else _BOOK
        yield _say(label), f"{found.number}　{found.name}"
    if found.as_of is not None:
        yield _say(_AS_OF), day_text(found.as_of)
    yield _say(_MADE), "　".join(part for part in (_moment(found.made_at), found.made_by) if part)
    yield _say(_UP_TO), _say(_SINCE).format(seq=found.last_seq, since=found.since)


def _holder(row: BookRow) -> str:
    name = row.holder
    if row.wants_new_holder:
        name = _say(_NAMED_NOW).format(holder=row.holder, name=row.account.owner_name)
    return f"{name}　{row.account.owner_code}"


def _remarks(found: Found) -> Iterable[str]:
    for remark in found.remarks:
        yield _remark(found, remark)
    if isinstance(found, LineFound | BookFound) and found.next_book:
        yield _say(_NEXT_BOOK).format(number=found.next_book)


def _remark(found: Found, remark: Remark) -> str:
    match found:
        case AccountFound():
            return _say(_ACCOUNT_CLOSED)
        case SheetFound() if remark is Remark.REVERSED:
            return _say(_SLIP_BACK)
        case SheetFound():
            return _say(_REMARKS[remark]).format(seq=found.last_seq)
        case LineFound() if remark is Remark.REVERSED and found.taken_back_by is not None:
            back = found.taken_back_by
            return _say(_REMARKS[remark]).format(
                day=day_text(back.recorded_at.astimezone().date()), line=back.account_seq
            )
    ended_on, reason = found.book.ended_on, found.book.end_reason
    return _say(_REMARKS[remark]).format(day=_day(ended_on), reason=reason)


def _day(day: date | None) -> str:
    return "" if day is None else day_text(day)


def _moment(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{day_text(local.date())} {local:%H:%M}"
