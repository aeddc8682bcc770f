"""Books without a village: plans of invented lines by the real rules of planning, to look at their paper."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from passbook_desk.features.ledger.values import AccountRow, Colour, LineKind, LineRow, OwnerKind
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.planning import Due, place_lines
from passbook_desk.features.passbooks.books.rules import line_code
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.features.passbooks.books.values import (
    BookEnd,
    BookFacts,
    BookOrigin,
    BookPlan,
    BookRow,
    BookState,
    PaperLine,
    Position,
)
from passbook_desk.kernel.points import ZERO, Points

LONG = "主动参加村里组织的河道清淤、道路清扫、垃圾分类宣传和房前屋后环境整治，并带动邻居一起参加（每次）"
FACTS = BookFacts("清泉村", "柳溪镇", "清泉村积分管理小组", "0351-5550123")
NEW = Position(1, 0, ZERO)
_DEEDS = (
    "参加环境整治",
    "红白事从简办理",
    "垃圾分类检查优秀",
    "兑换洗衣粉",
    "护林防火巡查（夜间）",
    "孝老爱亲",
)


def entry(seq: int, points: str, balance: str, **changed: object) -> LineRow:
    """A line of the account; in the 扣 column when its points are negative."""
    amount = Points.parse(points)
    kind = LineKind.CREDIT if amount > ZERO else LineKind.DEBIT
    day = date(2026, 1, 3) + timedelta(days=seq * 3)
    plain = LineRow(
        id=seq,
        seq=seq,
        account_id=1,
        account_seq=seq,
        kind=kind,
        effect=kind,
        points=amount,
        balance_after=Points.parse(balance),
        assessment_after=Points.parse(balance),
        spendable_after=Points.parse(balance),
        occurred_on=day,
        counted_on=day,
        recorded_at=datetime(2026, 5, 21, 1, 0, tzinfo=UTC),
        handler="刘文书",
        item_code="101",
        item_text=_DEEDS[seq % len(_DEEDS)],
        memo="",
        person_name=None,
        reverses_seq=None,
        reverses_account_seq=None,
        reversed_by_seq=None,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def entries(count: int, first: int = 1) -> tuple[LineRow, ...]:
    """So many lines of ten points and, every fifth, a deduction of five."""
    made, balance = [], 0
    for seq in range(first, first + count):
        points = -5 if seq % 5 == 0 else 10
        balance += points
        made.append(entry(seq, str(points), str(balance)))
    return tuple(made)


def reversal(seq: int, of: LineRow, balance: str) -> LineRow:
    """The line that takes another one back."""
    return entry(
        seq,
        str(-of.points),
        balance,
        kind=LineKind.REVERSAL,
        effect=of.effect,
        item_text=of.item_text,
        reverses_seq=of.seq,
        reverses_account_seq=of.account_seq,
    )


def book_row(layout: BookLayout = SHIPPED[0], colour: Colour = Colour.GREEN, **changed: object) -> BookRow:
    """A book of 王建国, first of its account."""
    number = "20100012" if colour is Colour.GREEN else "10100013"
    account = AccountRow(
        id=1,
        uid="a" * 32,
        number=number,
        colour=colour,
        owner_kind=OwnerKind.HOUSEHOLD if colour is Colour.GREEN else OwnerKind.PERSON,
        owner_name="王建国",
        household_id=1,
        household_code="01001",
        grid_code="01",
        grid_name="第一网格",
        person_id=None,
    )
    plain = BookRow(
        id=1,
        uid="b" * 32,
        number=f"{number}017",
        ordinal=1,
        account=account,
        type_id=1,
        layout=layout,
        origin=BookOrigin.FIRST,
        state=BookState.IN_USE,
        end=BookEnd.NONE,
        end_reason="",
        ended_on=None,
        issued_on=date(2026, 1, 15),
        issued_by="刘文书",
        holder="王建国",
        position=NEW,
        page=1,
        line=1,
        unprinted=0,
        open_print=False,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def plan(row: BookRow, lines: Sequence[LineRow], *, carried: bool = False, closing: bool = False) -> BookPlan:
    """What goes on the paper of a book from its position on."""
    layout = row.layout
    by_seq = {line.account_seq: line for line in lines}
    due = [Due(line.account_seq, line.balance_after) for line in lines]
    placed, full = place_lines(layout, row.position, due, carried=carried, closing=closing)
    return BookPlan(
        row,
        tuple(
            PaperLine(
                slot=one.slot,
                page=layout.page_of(one.slot),
                line=layout.line_of(one.slot),
                kind=one.kind,
                balance=one.balance,
                code=line_code("v", row.uid, one.slot, one.kind.value, "", one.balance.hundredths),
                entry=None if one.seq is None else by_seq[one.seq],
            )
            for one in placed
        ),
        full,
    )


def stuffed(count: int) -> tuple[LineRow, ...]:
    """Lines as long as they can be: words, handler, number, day and points; every third is taken back."""
    made: list[LineRow] = []
    for number in range(1, count + 1):
        line = entry(
            12340 + number,
            "-999999.25" if number % 2 else "999999.25",
            "-12345678.25",
            item_text=LONG * 2,
            handler="欧阳慕容·上官婉儿·买买提吐尔逊",
            occurred_on=date(2026, 12, 28),
        )
        made.append(reversal(12340 + number, made[-1], "-12345678.25") if number % 3 == 0 else line)
    return tuple(made)
