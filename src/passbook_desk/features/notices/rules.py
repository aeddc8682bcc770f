"""Pure decisions of notices: what stands on the wall, sums, numbers, and what seals an issued notice."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from passbook_desk.features.ledger.figures import BROUGHT_ALONG, DEBITS, REDEMPTIONS
from passbook_desk.features.ledger.rules import OUTSIDE_ASSESSMENT
from passbook_desk.features.ledger.values import AccountRow, LineKind, OwnerKind, PeriodFigures
from passbook_desk.features.ledger.wall_names import shown_name
from passbook_desk.features.notices.values import NoticeContent, NoticeLineRow, NoticeSums
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.canonical import Field, digest
from passbook_desk.kernel.period import DateSpan, Quarter
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.kernel.points import ZERO, Points

_LINES_LABEL: Final = b"PD-NOTICE-LINES-1"
_SHEET_LABEL: Final = b"PD-NOTICE-1"
_GROUPS: Final = {OwnerKind.SHOP: "商铺", OwnerKind.UNIT: "驻地单位"}
ORGANIZATION_GROUPS: Final = frozenset(_GROUPS.values())
"""What stands in place of a grid's name for shops and units."""

NO_FIGURES: Final = PeriodFigures(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO)
"""What an account without lines shows."""


def notice_line(number: int, style: WallNames, account: AccountRow, figures: PeriodFigures) -> NoticeLineRow:
    """One line of the wall; it carries nothing about people but the shown name (domain §13 rule 18).

    Shops and units stand in groups of their own behind the grids, so that a grid's sums are its households'.
    """
    group = _GROUPS.get(account.owner_kind)
    return NoticeLineRow(
        number=number,
        grid_code=account.grid_code if group is None else "",
        grid_name=account.grid_name if group is None else group,
        household_code=account.owner_code,
        shown_name=shown_name(style, account),
        colour=account.colour,
        account_number=account.number,
        opening=figures.opening,
        credits=figures.credits,
        debits=figures.debits,
        redeemed=figures.redeemed,
        closing=figures.closing,
        year_total=figures.year_total,
    )


def quarter_days(quarter: Quarter, cut_off_day: int, before: date | None) -> DateSpan:
    """The days that a quarter's notice counts: to the village's cut-off day (domain §2.2), from the day after
    the last one of the notice before, or else after its own cut-off day.
    """
    span = Period.of(PeriodKind.QUARTER, quarter.span.first).days(cut_off_day)
    return span if before is None else DateSpan(before + timedelta(days=1), span.last)


def year_from(last_on: date) -> date:
    """The first day of the year that a notice up to this day adds up: a cut-off day ends the year, too."""
    if last_on.month % 3 or (last_on + timedelta(days=1)).day == 1:
        return date(last_on.year, 1, 1)
    return date(last_on.year - 1, 12, last_on.day) + timedelta(days=1)


def figures_of(moved: Iterable[tuple[str, LineKind, Points]], span: DateSpan) -> PeriodFigures:
    """Figures of one account from points by day (2026-06-15) or month (2026-06) and effect, read from the
    lines themselves. Months will do for a span of whole ones.

    `verify` compares them with what a notice says, without the kept sums that the notice was made from.
    """
    first, last = span.first.isoformat(), span.last.isoformat()
    year = year_from(span.last).isoformat()
    opening = credits = debits = redeemed = year_total = ZERO
    for moment, effect, points in moved:
        size = len(moment)
        if moment > last[:size]:
            continue
        if moment < first[:size] or effect in BROUGHT_ALONG:
            opening += points
        elif effect in REDEMPTIONS:
            redeemed += points
        elif effect in DEBITS:
            debits += points
        else:
            credits += points
        if moment >= year[:size] and effect not in OUTSIDE_ASSESSMENT | BROUGHT_ALONG:
            year_total += points
    closing = opening + credits + debits + redeemed
    return PeriodFigures(opening, credits, debits, redeemed, closing, year_total)


def sums(lines: Iterable[NoticeLineRow]) -> NoticeSums:
    """The figures of lines added up, exactly."""
    total = NoticeSums()
    for line in lines:
        total = NoticeSums(
            lines=total.lines + 1,
            opening=total.opening + line.opening,
            credits=total.credits + line.credits,
            debits=total.debits + line.debits,
            redeemed=total.redeemed + line.redeemed,
            closing=total.closing + line.closing,
            year_total=total.year_total + line.year_total,
        )
    return total


def by_grid(lines: Iterable[NoticeLineRow]) -> list[tuple[str, list[NoticeLineRow]]]:
    """Lines grouped by the grid they stand under, as (name of the grid, its lines), in their order."""
    groups = groupby(lines, key=lambda line: (line.grid_code, line.grid_name))
    return [(name, list(members)) for (_, name), members in groups]


def hung_until(hung_from: date, days: int) -> date:
    """The last of so many days on the wall, the first one included (experience §5.7)."""
    return hung_from + timedelta(days=days - 1)


def period_to_close(quarter: DateSpan, closed: Iterable[DateSpan]) -> DateSpan | None:
    """The days that issuing a quarter closes: from the first open day to the quarter's end.

    None when the quarter lies in closed days already, as that of an older notice issued late does. Nothing
    can count in it any more, so its figures are what they were and the late notice is exact (DECISIONS 14b).
    """
    last_closed = max((span.last for span in closed), default=None)
    if last_closed is None:
        return quarter
    if quarter.last <= last_closed:
        return None
    return DateSpan(last_closed + timedelta(days=1), quarter.last)


def number_text(year: int, running: int) -> str:
    """The stored number: year of issue and running number in it, "2026-01"."""
    return f"{year}-{running:02d}"


def shown_number(number: str) -> str:
    """The number as official papers write it: 〔2026〕第1号."""
    year, _, running = number.partition("-")
    return f"〔{year}〕第{int(running)}号"


def lines_digest(lines: Iterable[NoticeLineRow]) -> str:
    """Hash of the lines as issued (layout PD-NOTICE-LINES-1, fixed)."""
    fields: list[Field] = []
    for line in lines:
        fields += (
            line.number,
            line.grid_code,
            line.grid_name,
            line.household_code,
            line.shown_name,
            line.colour.value,
            line.account_number,
            line.opening.hundredths,
            line.credits.hundredths,
            line.debits.hundredths,
            line.redeemed.hundredths,
            line.closing.hundredths,
            line.year_total.hundredths,
        )
    return digest(_LINES_LABEL, fields)


def sheet_digest(content: NoticeContent) -> str:
    """Hash of the whole sheet, lines included; it goes into the audit chain when the notice is issued."""
    return digest(
        _SHEET_LABEL,
        (
            content.number,
            content.kind.value,
            str(content.quarter),
            content.first_on.isoformat(),
            content.last_on.isoformat(),
            content.cut_off_seq,
            content.issued_on.isoformat(),
            content.hung_until.isoformat(),
            content.village_name,
            content.township,
            content.issuer,
            content.objection_phone,
            content.wall_places,
            content.head_code,
            lines_digest(content.lines),
        ),
    )
