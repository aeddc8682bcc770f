"""What a report counts, and over which days."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from passbook_desk.features.events.course.kinds import Outcome, StepKind
from passbook_desk.features.events.course.values import Course, Standing
from passbook_desk.features.events.reporting.values import Handling, ReportFigures, ReportGroup, ReportLine
from passbook_desk.features.events.values import EventKind, StepTaken
from passbook_desk.kernel.period import DateSpan

_GROUPS = {EventKind.WEDDING: ReportGroup.RED, EventKind.FUNERAL: ReportGroup.WHITE}


def group_of(kind: EventKind) -> ReportGroup:
    """The column of the report in which an event counts."""
    return _GROUPS.get(kind, ReportGroup.OTHER)


def year_to_date(span: DateSpan) -> DateSpan:
    """From New Year to the last day of a span."""
    return DateSpan(date(span.last.year, 1, 1), span.last)


def year_before(span: DateSpan) -> DateSpan:
    """The same days of the year before; a span to the end of a month ends there a year before, too."""
    ends_month = (span.last + timedelta(days=1)).day == 1
    return DateSpan(_earlier(span.first), _earlier(span.last, to_the_end=ends_month))


def _earlier(day: date, *, to_the_end: bool = False) -> date:
    days = monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=days if to_the_end else min(day.day, days))


def was_held(holds: Standing, today: date) -> bool:
    """Whether the event took place: somebody saw it, or its last day has come and nobody forbade it."""
    return holds.checked or (holds.last_on <= today and holds.decision is not StepKind.REFUSED)


def persuasions(steps: Iterable[StepTaken]) -> int:
    """劝导次数: visits to the home, and checks that ended with the host putting it right."""
    return sum(step.kind is StepKind.VISITED or step.outcome is Outcome.PERSUADED for step in steps)


def handling(course: Course) -> Handling | None:
    """What became of an event that was over; None for one that was not, or that nobody has checked."""
    holds = course.standing
    if holds.outcome is not Outcome.OVER:
        return None
    if holds.due_on is not None:
        return Handling.WAITING
    looks = [step for step in course.steps if step.kind in (StepKind.CHECKED, StepKind.FOLLOWED)]
    settled = bool(looks) and looks[-1].outcome is Outcome.SETTLED
    return Handling.SETTLED if settled else Handling.RECORDED


def said_after(course: Course) -> str:
    """What the check and the steps after it say in words, the earliest first; empty without a check."""
    kinds = [step.kind for step in course.steps]
    if StepKind.CHECKED not in kinds:
        return ""
    found = len(kinds) - 1 - kinds[::-1].index(StepKind.CHECKED)
    return "；".join(step.words.strip() for step in course.steps[found:] if step.words.strip())


def figures_of(lines: Sequence[ReportLine], received: int) -> ReportFigures:
    """The sums of some lines; `received` reports came in the same days."""
    dealt = [line.handling for line in lines]
    return ReportFigures(
        reported=len(lines),
        members=sum(line.member for line in lines),
        held=sum(line.held for line in lines),
        declared_tables=sum(line.declared_tables or 0 for line in lines),
        approved_tables=sum(line.approved_tables or 0 for line in lines),
        actual_tables=sum(line.actual_tables or 0 for line in lines),
        checked=sum(line.outcome is not None for line in lines),
        persuaded=sum(line.outcome is Outcome.PERSUADED for line in lines),
        over=sum(line.outcome is Outcome.OVER for line in lines),
        settled=dealt.count(Handling.SETTLED),
        waiting=dealt.count(Handling.WAITING),
        recorded=dealt.count(Handling.RECORDED),
        late=sum(line.late for line in lines),
        persuasions=sum(line.persuasions for line in lines),
        saving=sum(line.saving or 0 for line in lines),
        undeclared=sum(line.declared_tables is None for line in lines),
        unapproved=sum(line.approved_tables is None for line in lines),
        uncounted=sum(line.actual_tables is None for line in lines),
        unsaved=sum(line.saving is None for line in lines),
        received=received,
    )
