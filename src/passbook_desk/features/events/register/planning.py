"""Comparing an old register with the file: whose each event is, whether it is known, what was over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.course.kinds import EventState, Outcome, Stage, StepKind
from passbook_desk.features.events.course.reading import courses
from passbook_desk.features.events.course.rules import allowed_steps, state_on
from passbook_desk.features.events.course.values import Course, Figures
from passbook_desk.features.events.errors import NoStandardYet, UnknownStandard
from passbook_desk.features.events.model import RiteEvent
from passbook_desk.features.events.queries import standards
from passbook_desk.features.events.register.fields import FIELDS, figure_key
from passbook_desk.features.events.register.matching import Houses
from passbook_desk.features.events.register.reading import ReadRow, read_register
from passbook_desk.features.events.register.values import (
    Fate,
    RegisterChoices,
    RegisterLine,
    RegisterPlan,
    SaidEvent,
)
from passbook_desk.features.events.rules import MOST_CHARACTERS, MOST_DAYS_AWAY, deadline, judge, limits_for
from passbook_desk.features.events.values import EventKind, LimitDraft, Measure, StandardRow, Verdict
from passbook_desk.features.events.words import MEASURE_WORDS
from passbook_desk.features.households.roster.cells import Note, auto, check, must_fix
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.table import FoundTable
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.features.ledger.claims.upload_values import Candidate

_NEAR: Final = timedelta(days=60)
"""Two feasts of one kind in one house so close together may be one that is written down twice."""

_OUTCOME_WORDS: Final = {Outcome.WITHIN: "符合", Outcome.PERSUADED: "劝导后改正", Outcome.OVER: "超标"}
_EMPTY: Final = "（空）"
_Key = tuple[int, EventKind, date]


@dataclass(frozen=True, slots=True)
class _Known:
    """An event of the file as it stands."""

    id: int
    number: str
    household_id: int
    kind: EventKind
    days: frozenset[date]
    course: Course
    state: EventState


@dataclass(slots=True)
class _Draft:
    """A row while it is judged."""

    said: SaidEvent
    notes: list[tuple[str, Note]]
    problem: str = ""
    household: HouseholdRow | None = None
    candidates: tuple[Candidate, ...] = ()
    case: HostingCase = HostingCase.ORDINARY
    standard: StandardRow | None = None
    over: tuple[Measure, ...] = ()
    late: bool = False
    outcome: Outcome | None = None
    known: _Known | None = None
    fate: Fate = Fate.OUT

    def note(self, key: str, note: Note | None) -> None:
        """Remember what was noticed; the first thing that keeps the row out is its problem."""
        if note is None:
            return
        self.notes.append((key, note))
        if note.severity is Severity.MUST_FIX and not self.problem:
            self.problem = note.kind


def check_words(said: SaidEvent) -> str:
    """What a check that came with a register says: that it did, the result and the remark as written."""
    result = f"结果：{said.result_text}" if said.result_text else ""
    return "；".join(filter(None, ("旧台账登记", result, said.memo)))


def plan_register(
    scope: Scope, workbook: WorkbookRows, choices: RegisterChoices | None = None
) -> RegisterPlan:
    """Read an old register and compare it with the file. Writes nothing.

    Each event is judged by the standard of its own day: that of the day of report, or of the event where
    that was earlier; one older than the first standard by that of `choices`, the first one unless the clerk
    says another. Raises NoHeaderFound, NoStandardYet, UnknownStandard.
    """
    chosen = choices or RegisterChoices()
    versions = standards(scope)
    if not versions:
        raise NoStandardYet(field="standard")
    under = _counted_under(versions, chosen.standard)
    tables, rows = read_register(workbook, chosen)
    drafts = _drafts(scope, rows, chosen)
    known = _known_events(scope)
    _settle_fates(drafts, known)
    before = 0
    for draft in drafts:
        before += _judge(draft, versions, under)
    letters = {table.sheet: table for table in tables}
    return RegisterPlan(
        workbook=workbook,
        tables=tables,
        mapping="；".join(f"{table.sheet}：{table.described(FIELDS)}" for table in tables),
        lines=tuple(_line(draft, letters[draft.said.sheet]) for draft in drafts),
        choices=chosen,
        standards=versions,
        before_standard=before,
        counted_under=under,
    )


def _counted_under(versions: Sequence[StandardRow], number: int | None) -> StandardRow:
    if number is None:
        return min(versions, key=lambda version: (version.effective_from, version.number))
    found = next((version for version in versions if version.number == number), None)
    if found is None:
        raise UnknownStandard(field="standard", number=str(number))
    return found


def _drafts(scope: Scope, rows: Iterable[ReadRow], chosen: RegisterChoices) -> list[_Draft]:
    houses = Houses(scope)
    drafts = []
    for row in rows:
        draft = _Draft(row.said, [])
        for key, note in row.notes:
            draft.note(key, note)
        _check_report(draft, row.said.where in chosen.accepted)
        _check_days(draft, scope.today)
        whose = houses.whose(row.said, chosen.households.get(row.said.where))
        draft.note("code" if row.said.code else "head", whose.note)
        draft.household, draft.candidates = whose.household, whose.candidates
        _read_case(draft, houses)
        drafts.append(draft)
    return drafts


def _check_report(draft: _Draft, accepted: bool) -> None:
    said = draft.said
    if said.reported_on is not None or not said.days or draft.problem == "register_report_unreadable":
        return
    if accepted:
        draft.said = replace(said, reported_on=said.days[0])
        draft.note("reported", check("register_report_as_held", day=said.days[0].isoformat()))
    else:
        draft.note("reported", must_fix("register_report_missing"))


def _check_days(draft: _Draft, today: date) -> None:
    said = draft.said
    if not said.days or said.reported_on is None:
        return
    first = said.days[0]
    if said.reported_on > today:
        draft.note("reported", must_fix("register_future", day=said.reported_on.isoformat()))
    elif said.checked and (first > today or (said.checked_on or first) > today):
        draft.note("held", must_fix("register_future", day=max(first, said.checked_on or first).isoformat()))
    elif abs((first - said.reported_on).days) > MOST_DAYS_AWAY:
        words = {"held": first.isoformat(), "reported": said.reported_on.isoformat()}
        draft.note("reported", must_fix("register_days_apart", **words))


def _read_case(draft: _Draft, houses: Houses) -> None:
    """Whose limits apply: as the register says, else by the roster; where they part it is told."""
    said, house = draft.said, draft.household
    draft.case = said.mode
    if house is None:
        return
    member = said.member
    if member is None:
        member = houses.has_member(house.id)
        if member:
            draft.note("standing", auto("register_member_by_roster", code=house.code))
    elif member and not houses.has_member(house.id):
        draft.note("standing", check("register_no_member", name=said.head, code=house.code))
    elif not member and houses.is_member(house.id, said.head):
        draft.note("standing", check("register_is_member", name=said.head, code=house.code))
    if member:
        draft.case = said.mode.joined(HostingCase.MEMBER)


def _known_events(scope: Scope) -> list[_Known]:
    """The events of the file but those withdrawn: these may come in again."""
    every = courses(scope)
    found = []
    rows = scope.session.scalars(select(RiteEvent).where(RiteEvent.village_id == scope.village_id))
    for row in rows:
        course = every[row.id]
        state = state_on(course.standing, scope.today)
        if state is EventState.WITHDRAWN:
            continue
        days = frozenset({row.held_on, *(day.held_on for day in course.standing.days)})
        found.append(_Known(row.id, row.number, row.household_id, EventKind(row.kind), days, course, state))
    return found


def _settle_fates(drafts: Iterable[_Draft], known: Iterable[_Known]) -> None:
    by_day: dict[_Key, _Known] = {}
    by_house: dict[tuple[int, EventKind], list[tuple[date, str]]] = {}
    for event in known:
        for day in event.days:
            by_day[event.household_id, event.kind, day] = event
            by_house.setdefault((event.household_id, event.kind), []).append((day, event.number))
    rows: dict[_Key, SaidEvent] = {}
    for draft in drafts:
        said, house = draft.said, draft.household
        if draft.problem or house is None or said.kind is None or not said.days:
            continue
        key = (house.id, said.kind, said.days[0])
        if key in rows:
            other = rows[key]
            where = "" if other.sheet == said.sheet else f"（{other.sheet}）"
            draft.note("head", must_fix("register_twice", row=f"{other.row}{where}"))
            continue
        rows[key] = said
        draft.known = by_day.get(key)
        if draft.known is not None:
            _compare(draft, draft.known)
            continue
        draft.fate = Fate.NEW
        others = by_house.setdefault(key[:2], [])
        near = next(((day, name) for day, name in others if abs(day - said.days[0]) <= _NEAR), None)
        if near is not None:
            draft.note("held", check("register_near_event", event=near[1], day=near[0].isoformat()))
        others.append((said.days[0], f"{said.row}行"))


def _compare(draft: _Draft, known: _Known) -> None:
    """What the register adds to an event of the file; its words never take the place of recorded ones."""
    said, holds = draft.said, known.course.standing
    draft.fate = Fate.SAME
    if said.checked and not holds.checked:
        if StepKind.CHECKED in allowed_steps(known.state):
            draft.fate = Fate.CHECK
        else:
            draft.note("result", check("register_check_not_now", event=known.number))
    _compare_figures(draft, known.number, Stage.DECLARED, said.declared, holds.declared)
    if holds.checked:
        _compare_figures(draft, known.number, Stage.ACTUAL, said.actual, holds.actual or {})
        if said.outcome is not None and said.outcome is not holds.outcome and holds.outcome is not None:
            _differs(
                draft,
                "result",
                known.number,
                "核查结果",
                _OUTCOME_WORDS[holds.outcome],
                _OUTCOME_WORDS[said.outcome],
            )
    if said.reported_on is not None and said.reported_on != known.course.report.reported_on:
        was = known.course.report.reported_on.isoformat()
        _differs(draft, "reported", known.number, "报备日期", was, said.reported_on.isoformat())


def _compare_figures(draft: _Draft, number: str, stage: Stage, said: Figures, known: Figures) -> None:
    for measure, amount in said.items():
        if known.get(measure) != amount:
            title = ("申报" if stage is Stage.DECLARED else "实际") + MEASURE_WORDS[measure][0]
            was = str(known[measure]) if measure in known else _EMPTY
            _differs(draft, figure_key(stage, measure), number, title, was, str(amount))


def _differs(draft: _Draft, key: str, number: str, title: str, was: str, said: str) -> None:
    draft.note(key, check("register_differs", event=number, title=title, was=was, said=said))


def _judge(draft: _Draft, versions: Sequence[StandardRow], under: StandardRow) -> bool:
    """Hold a row against its standard; whether it is older than the first one and not in the file yet."""
    said = draft.said
    if said.kind is None or not said.days:
        return False
    day = min(said.days[0], said.reported_on or said.days[0])
    held = [version for version in versions if version.effective_from <= day]
    draft.standard = max(held, key=lambda version: version.number) if held else under
    lines = limits_for(draft.standard.limits, said.kind, draft.case)
    draft.over = _over({**said.declared, **said.actual}, lines)
    if said.reported_on is not None:
        draft.late = deadline(said.kind, said.days[0], said.reported_on, lines).late
    if draft.household is None or draft.problem:
        return False
    if said.checked:
        _compare_result(draft, _over(said.actual, lines))
    elif said.checker or said.late:
        draft.note("checker", check("register_check_without_figures", said=said.checker or said.result_text))
    if said.memo and not said.checked:
        draft.note("memo", auto("register_memo_left", said=said.memo))
    if draft.fate in (Fate.NEW, Fate.CHECK) and said.checked and len(check_words(said)) > MOST_CHARACTERS:
        draft.note("memo", must_fix("register_text_long", said=said.memo[:20], most=str(MOST_CHARACTERS)))
        draft.fate = Fate.OUT
    return not held and draft.fate is Fate.NEW


def _over(figures: Figures, lines: Iterable[LimitDraft]) -> tuple[Measure, ...]:
    return tuple(each.measure for each in judge(figures, lines) if each.verdict is Verdict.OVER)


def _compare_result(draft: _Draft, over: tuple[Measure, ...]) -> None:
    """The register's result beside ours: its own word is kept, ours is told where they part."""
    said = draft.said
    ours = Outcome.OVER if over else Outcome.WITHIN
    draft.outcome = said.outcome or ours
    reasons = [f"{MEASURE_WORDS[measure][0]}超标" for measure in over] + ["报备迟"] * draft.late
    told = "、".join(reasons) or "没有超标"
    if said.outcome is None:
        draft.note("result", auto("register_result_by_figures", ours=_OUTCOME_WORDS[ours]))
    within = said.outcome is Outcome.WITHIN and not said.late
    parts = (
        (within and bool(reasons))
        or (said.outcome is Outcome.OVER and not over)
        or (said.late and not draft.late)
    )
    if parts:
        draft.note("result", check("register_result_differs", said=said.result_text, ours=told))


def _line(draft: _Draft, table: FoundTable) -> RegisterLine:
    found = tuple(
        Finding(draft.said.sheet, draft.said.row, table.letters(key), note.severity, note.kind, note.params)
        for key, note in draft.notes
    )
    return RegisterLine(
        said=draft.said,
        fate=draft.fate,
        findings=found,
        problem=next((each for each in found if each.severity is Severity.MUST_FIX), None),
        household=draft.household,
        case=draft.case,
        standard=None if draft.standard is None else draft.standard.number,
        over=draft.over,
        late=draft.late,
        outcome=draft.outcome,
        event_id=None if draft.known is None else draft.known.id,
        event="" if draft.known is None else draft.known.number,
        acceptable=draft.problem == "register_report_missing",
        candidates=draft.candidates,
    )
