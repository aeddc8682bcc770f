"""What a council's own file of slips says of an event, read backwards from the newest slip.

Independent of the program: it goes through the slips from the end, the program from the beginning.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from passbook_desk.features.events.course.kinds import DayPlace, EventState, Outcome, StepKind
from passbook_desk.features.events.values import EventKind, Measure

Set = Mapping[Measure, int]
NOW = 10**9


@dataclass(slots=True)
class Slip:
    """One step as somebody told it, `at` the how-manieth act of the history."""

    at: int
    uid: str
    kind: StepKind
    figures: Set
    days: tuple[DayPlace, ...]
    outcome: Outcome | None
    due_on: date | None


@dataclass(slots=True)
class PaperEvent:
    """An event with its slips; `parts` are events joined into it, each with the act that joined it."""

    id: int
    kind: EventKind
    house: int
    together: bool
    reported_on: date
    first_days: tuple[DayPlace, ...]
    plan: Set
    slips: list[Slip] = field(default_factory=list)
    parts: list[tuple[int, "PaperEvent"]] = field(default_factory=list)
    into: "PaperEvent | None" = None

    def told(self, *kinds: StepKind, before: int = NOW) -> list[Slip]:
        """The slips of some kinds, the newest first."""
        return [slip for slip in reversed(self.slips) if slip.kind in kinds and slip.at < before]

    def joined(self, after: int = 0, before: int = NOW) -> Iterator[tuple[int, "PaperEvent"]]:
        """The parts that still count and were joined in between."""
        return (
            (at, part) for at, part in self.parts if after < at < before and not part.told(StepKind.WITHDRAWN)
        )

    def declared(self, before: int = NOW) -> Set:
        """The newest plan, and the plans of what was joined since."""
        slip = next((slip for slip in self.told(StepKind.CHANGED, before=before) if slip.figures), None)
        base, since = (slip.figures, slip.at) if slip else (self.plan, 0)
        return _together(base, *(part.declared(at) for at, part in self.joined(since, before)))

    def approved(self, before: int = NOW) -> Set | None:
        """What the council agreed to last, and for parts joined since; none after a refusal."""
        slip = next(iter(self.told(StepKind.APPROVED, StepKind.REFUSED, before=before)), None)
        base: Set | None = None
        if slip is not None and slip.kind is StepKind.APPROVED:
            base = {**self.declared(slip.at), **slip.figures}
        parts = [part.approved(at) for at, part in self.joined(slip.at if slip else 0, before)]
        known = [figures for figures in (base, *parts) if figures is not None]
        return _together(*known) if known else None

    def actual(self) -> Set | None:
        """What was found last, and in parts joined since."""
        slip = next((slip for slip in self.told(StepKind.CHECKED, StepKind.FOLLOWED) if slip.figures), None)
        parts = [part.actual() for _, part in self.joined(slip.at if slip else 0)]
        known = [figures for figures in (slip.figures if slip else None, *parts) if figures is not None]
        return _together(*known) if known else None

    def days(self) -> tuple[DayPlace, ...]:
        """The newest days, and those of parts joined since."""
        slip = next((slip for slip in self.told(StepKind.CHANGED) if slip.days), None)
        since = slip.at if slip else 0
        days = {*(slip.days if slip else self.first_days)}
        for _, part in self.joined(since):
            days |= {*part.days()}
        return tuple(sorted(days))

    def council(self, before: int = NOW) -> StepKind | None:
        """What the council says of the plan as it was then."""
        decisive = self.told(StepKind.APPROVED, StepKind.REFUSED, StepKind.CHANGED, before=before)
        acts: list[tuple[int, Slip | PaperEvent]] = [(slip.at, slip) for slip in decisive]
        acts += self.joined(0, before)
        if not acts:
            return None
        at, act = max(acts, key=lambda one: one[0])
        if isinstance(act, PaperEvent):
            return self.council(at) if act.council(at) is StepKind.APPROVED else None
        if act.kind is not StepKind.CHANGED:
            return act.kind
        earlier, agreed = self.council(at), self.approved(at) or {}
        wants_more = any(
            measure not in agreed or amount > agreed[measure] for measure, amount in act.figures.items()
        )
        return None if wants_more or earlier is StepKind.REFUSED else earlier

    def looks(self, *kinds: StepKind) -> list[Slip]:
        """The checks, or second looks, of the whole: those since the last part was joined."""
        since = max((at for at, _ in self.joined()), default=0)
        return [slip for slip in self.told(*kinds) if slip.at > since]

    def checked(self) -> bool:
        """Whether somebody has looked."""
        return bool(self.looks(StepKind.CHECKED))

    def outcome(self) -> Outcome | None:
        """What the newest check came to."""
        return next((slip.outcome for slip in self.looks(StepKind.CHECKED)), None)

    def second_look(self) -> date | None:
        """The day of an open second look."""
        for slip in self.looks(StepKind.CHECKED, StepKind.FOLLOWED):
            if slip.kind is StepKind.CHECKED or slip.due_on is not None:
                return slip.due_on
            if slip.outcome is Outcome.SETTLED:
                return None
        return None

    def state(self, today: date) -> EventState:
        """Where the file of this event lies on the council's table."""
        if self.told(StepKind.WITHDRAWN):
            return EventState.WITHDRAWN
        if self.told(StepKind.CLOSED):
            return EventState.CLOSED
        if self.into is not None:
            return EventState.JOINED
        if self.checked():
            return EventState.CHECKED if self.second_look() is None else EventState.TO_FOLLOW
        if self.council() is not StepKind.APPROVED:
            return EventState.REFUSED if self.council() else EventState.REPORTED
        days = [day.held_on for day in self.days()]
        if today < min(days):
            return EventState.APPROVED
        return EventState.UNDER_WAY if today <= max(days) else EventState.TO_CHECK

    def may(self, kind: StepKind, today: date) -> bool:
        """Whether somebody may tell of such a step, as a villager would say it."""
        state = self.state(today)
        open_still = state not in (EventState.WITHDRAWN, EventState.CLOSED, EventState.JOINED)
        begun = state in (EventState.UNDER_WAY, EventState.TO_CHECK)
        undecided = state in (EventState.REPORTED, EventState.REFUSED)
        match kind:
            case StepKind.WITHDRAWN:
                return state is EventState.JOINED or (open_still and not self.checked())
            case StepKind.APPROVED:
                return undecided or state is EventState.APPROVED
            case StepKind.REFUSED:
                return state in (EventState.REPORTED, EventState.APPROVED)
            case StepKind.CHANGED:
                return open_still and not self.checked()
            case StepKind.CHECKED:
                return (self.checked() and open_still) or begun or undecided
            case StepKind.FOLLOWED:
                return state is EventState.TO_FOLLOW
            case StepKind.CLOSED:
                return state is EventState.CHECKED
        return open_still

    def late(self) -> bool:
        """A wedding seven days before, counted on fingers; a funeral seven days after."""
        fingers = self.days()[0].held_on.toordinal() - self.reported_on.toordinal()
        return fingers < (-7 if self.kind is EventKind.FUNERAL else 7)


def _together(*sets: Set) -> Set:
    measures = {measure for figures in sets for measure in figures}
    return {
        measure: (sum if measure is Measure.TABLES else max)(
            figures[measure] for figures in sets if measure in figures
        )
        for measure in measures
    }
