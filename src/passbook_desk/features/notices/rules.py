"""Pure decisions of notices: what stands on the wall, sums, numbers, and what seals an issued notice."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from passbook_desk.features.ledger.figures import BROUGHT_ALONG, DEBITS, REDEMPTIONS
from passbook_desk.features.ledger.rules import OUTSIDE_ASSESSMENT
from passbook_desk.features.ledger.values import AccountRow, LineKind, OwnerKind, PeriodFigures
from passbook_desk.features.ledger.wall_names import shown_name
from passbook_desk.features.notices.errors import WrongLook
from passbook_desk.features.notices.values import (
    NoticeColumn,
    NoticeContent,
    NoticeLineRow,
    NoticeLook,
    NoticeState,
    NoticeStepKind,
    NoticeStepRow,
    NoticeSums,
    Subject,
)
from passbook_desk.features.village.policy import VillagePolicy, WallDeductions
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.canonical import Field, digest
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.sensitive import wall_place

_LINES_LABELS: Final = {1: b"PD-NOTICE-LINES-1", 2: b"PD-NOTICE-LINES-2"}
_SHEET_LABELS: Final = {1: b"PD-NOTICE-1", 2: b"PD-NOTICE-2"}
_GROUPS: Final = {OwnerKind.SHOP: "商铺", OwnerKind.UNIT: "驻地单位"}
ORGANIZATION_GROUPS: Final = frozenset(_GROUPS.values())
"""What stands in place of a grid's name for shops and units."""
CLOSED_GROUP: Final = "已销户"
"""What stands in place of a grid's name for accounts that were closed and still moved in the period."""
LEAST_SIZE, MOST_SIZE = 16.0, 22.0
"""Body sizes of a wall notice in points (experience §4.6)."""

NO_FIGURES: Final = PeriodFigures(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO)
"""What an account without lines shows."""

_SUBJECTS: Final = {
    OwnerKind.HOUSEHOLD: Subject.HOUSEHOLD,
    OwnerKind.PERSON: Subject.MEMBER,
    OwnerKind.SHOP: Subject.SHOP,
    OwnerKind.UNIT: Subject.UNIT,
}
ALL_BOOKS: Final = tuple(_SUBJECTS.values())
OLD_COLUMNS: Final = (
    NoticeColumn.OPENING,
    NoticeColumn.CREDITS,
    NoticeColumn.DEBITS,
    NoticeColumn.REDEEMED,
    NoticeColumn.CLOSING,
    NoticeColumn.YEAR_TOTAL,
)
"""The columns of every notice from before there was a choice."""


def usual_look(policy: VillagePolicy, names: WallNames) -> NoticeLook:
    """How the village's notices of points look as long as nobody chose otherwise."""
    columns = list(OLD_COLUMNS)
    if policy.wall_deductions is WallDeductions.HIDDEN:
        columns = [NoticeColumn.OPENING, NoticeColumn.NET, *columns[3:]]
    if policy.count_when_posted:
        place = columns.index(NoticeColumn.CLOSING) + 1
        columns[place:place] = [NoticeColumn.PENDING, NoticeColumn.TOTAL]
    if policy.household_bands or policy.member_bands:
        columns.append(NoticeColumn.STARS)
    return NoticeLook(ALL_BOOKS, tuple(columns), names, policy.wall_deductions)


def checked_look(look: NoticeLook, policy: VillagePolicy) -> NoticeLook:
    """The look with its columns in their order, as far as the village lets it. Raises WrongLook.

    Where deductions stay off the wall, no look brings them back; where points count only after they have
    hung, no look hides what hangs.
    """
    if not look.subjects:
        raise WrongLook(field="subjects", why="nobody")
    if Subject.BUILDING in look.subjects and len(set(look.subjects)) > 1:
        raise WrongLook(field="subjects", why="buildings")
    if not look.columns:
        raise WrongLook(field="columns", why="nothing")
    if not LEAST_SIZE <= look.size <= MOST_SIZE:
        raise WrongLook(field="size", why="size")
    hidden = WallDeductions.HIDDEN in (policy.wall_deductions, look.deductions)
    wanted = set(look.columns)
    if hidden and wanted & {NoticeColumn.CREDITS, NoticeColumn.DEBITS}:
        wanted = wanted - {NoticeColumn.CREDITS, NoticeColumn.DEBITS} | {NoticeColumn.NET}
    deductions = look.deductions
    if hidden:
        deductions = WallDeductions.HIDDEN
    elif policy.wall_deductions is WallDeductions.TOTALS:
        deductions = WallDeductions.TOTALS
    if not policy.count_when_posted:
        wanted -= {NoticeColumn.PENDING, NoticeColumn.TOTAL}
    if Subject.BUILDING in look.subjects:
        wanted -= {NoticeColumn.STARS, NoticeColumn.PENDING, NoticeColumn.TOTAL}
    elif policy.count_when_posted:
        wanted |= {NoticeColumn.CLOSING, NoticeColumn.PENDING, NoticeColumn.TOTAL}
    return NoticeLook(
        subjects=tuple(each for each in Subject if each in look.subjects),
        columns=tuple(each for each in NoticeColumn if each in wanted),
        names=look.names,
        deductions=deductions,
        paper=look.paper,
        landscape=look.landscape,
        size=look.size,
    )


def subject_of(account: AccountRow) -> Subject:
    """Whose line a book's is."""
    return _SUBJECTS[account.owner_kind]


def notice_line(
    number: int,
    style: WallNames,
    account: AccountRow,
    figures: PeriodFigures,
    pending: Points = ZERO,
    stars: int | None = None,
    *,
    closed: bool = False,
) -> NoticeLineRow:
    """One line of the wall; it carries nothing about people but the shown name (domain §13 rule 18).

    Shops and units stand in groups of their own behind the grids, so that a grid's sums are its households';
    behind them accounts that are closed by now.
    """
    group = CLOSED_GROUP if closed else _GROUPS.get(account.owner_kind)
    return NoticeLineRow(
        number=number,
        grid_code=account.grid_code if group is None else "",
        grid_name=wall_place(account.grid_name) if group is None else group,
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
        pending=pending,
        stars=stars,
    )


def period_days(period: Period, cut_off_day: int, before: date | None) -> DateSpan:
    """The days that a period's notice counts: to the village's cut-off day (domain §2.2), from the day after
    the last one of the notice before, or else after its own cut-off day.
    """
    span = period.days(cut_off_day)
    return span if before is None or before >= span.last else DateSpan(before + timedelta(days=1), span.last)


def year_from(last_on: date) -> date:
    """The first day of the year that a quarter's notice of form 1 adds up: a cut-off day ends the year, too.

    Later forms keep the day itself.
    """
    if last_on.month % 3 or (last_on + timedelta(days=1)).day == 1:
        return date(last_on.year, 1, 1)
    return date(last_on.year - 1, 12, last_on.day) + timedelta(days=1)


def figures_of(
    moved: Iterable[tuple[str, LineKind, Points]], span: DateSpan, year_first: date
) -> PeriodFigures:
    """Figures of one account from points by day (2026-06-15) or month (2026-06) and effect, read from the
    lines themselves. Months will do for a span of whole ones.

    `verify` compares them with what a notice says, without the kept sums that the notice was made from.
    """
    first, last = span.first.isoformat(), span.last.isoformat()
    year = year_first.isoformat()
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
            pending=total.pending + line.pending,
        )
    return total


def by_grid(lines: Iterable[NoticeLineRow]) -> list[tuple[str, list[NoticeLineRow]]]:
    """Lines grouped by the grid they stand under, as (name of the grid, its lines), in their order."""
    groups = groupby(lines, key=lambda line: (line.grid_code, line.grid_name))
    return [(name, list(members)) for (_, name), members in groups]


def hung_until(hung_from: date, days: int) -> date:
    """The last of so many days on the wall, the first one included (experience §5.7)."""
    return hung_from + timedelta(days=days - 1)


def period_to_close(period: DateSpan, closed: Iterable[DateSpan]) -> DateSpan | None:
    """The days that issuing a notice closes: from the first open day to the period's end.

    None when the period lies in closed days already, as that of an older notice issued late does. Nothing
    can count in it any more, so its figures are what they were and the late notice is exact (DECISIONS 14b).
    """
    last_closed = max((span.last for span in closed), default=None)
    if last_closed is None:
        return period
    if period.last <= last_closed:
        return None
    return DateSpan(last_closed + timedelta(days=1), period.last)


def covered(span: DateSpan, spans: Iterable[DateSpan]) -> bool:
    """Whether other days together hold every day of a span."""
    day = span.first
    for each in sorted(spans, key=lambda one: one.first):
        if each.first <= day <= each.last:
            day = each.last + timedelta(days=1)
    return day > span.last


def number_text(year: int, running: int) -> str:
    """The stored number: year of issue and running number in it, "2026-01"."""
    return f"{year}-{running:02d}"


def shown_number(number: str) -> str:
    """The number as official papers write it: 〔2026〕第1号."""
    year, _, running = number.partition("-")
    return f"〔{year}〕第{int(running)}号"


def plain_number(text: str) -> str:
    """A number as it is stored, from what somebody typed or read off a sheet: 〔2026〕第1号, 2026-1."""
    digits = "".join(each if each.isdecimal() else " " for each in text).split()
    if len(digits) != 2:
        return text.strip()
    return f"{int(digits[0])}-{int(digits[1]):02d}"


def last_day_hung(planned: date, steps: Iterable[NoticeStepRow]) -> date:
    """The last day on any wall; the planned one as long as it hangs nowhere."""
    return max((step.until_on for step in steps if step.until_on is not None), default=planned)


def state_on(
    steps: Collection[NoticeStepRow], planned: date, *, replaced: bool, form: int, today: date
) -> NoticeState:
    """Where an issued notice stands. One from before steps were kept is closed when its days are over."""
    if any(step.kind is NoticeStepKind.CLOSED for step in steps):
        return NoticeState.CLOSED
    if replaced:
        return NoticeState.REPLACED
    if not steps:
        return NoticeState.CLOSED if form == 1 and planned < today else NoticeState.ISSUED
    return NoticeState.OVER if last_day_hung(planned, steps) < today else NoticeState.HANGING


def lines_digest(lines: Iterable[NoticeLineRow], form: int = 2) -> str:
    """Hash of the lines as issued (layouts PD-NOTICE-LINES-1 and -2, fixed)."""
    fields: list[Field] = []
    for line in lines:
        fields += (
            line.number,
            line.grid_code,
            line.grid_name,
            line.household_code,
            line.shown_name,
            "" if line.colour is None else line.colour.value,
            line.account_number,
            line.opening.hundredths,
            line.credits.hundredths,
            line.debits.hundredths,
            line.redeemed.hundredths,
            line.closing.hundredths,
            line.year_total.hundredths,
        )
        if form > 1:
            fields += (line.pending.hundredths, line.stars)
    return digest(_LINES_LABELS[form], fields)


def sheet_digest(content: NoticeContent, sheet: str = "", reason: str = "") -> str:
    """Hash of the whole sheet, lines included; it goes into the audit chain when the notice is issued.

    `sheet` is look, words and parts as stored; form 1 had none.
    """
    fields: list[Field] = [
        content.number,
        content.kind.value,
        content.about,
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
        lines_digest(content.lines, content.form),
    ]
    if content.form > 1:
        fields += (content.version, sheet, reason)
        for claim in content.claims:
            fields += (claim.claim_uid, claim.line_number, claim.points.hundredths)
    return digest(_SHEET_LABELS[content.form], fields)
