"""Random courses of events on real files, held against the council's own slips of paper.

python tests/properties/event_histories.py --histories 1000
"""

import argparse
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]


from builders.events import events_village
from builders.village import new_village
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.commands import register_event
from passbook_desk.features.events.course import errors
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import (
    OVER_STATES,
    DayPlace,
    Outcome,
    StepKind,
)
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.values import EventKind, Measure, RegisterEvent
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from properties.event_checks import TAKEN, SlipsAndFile
from properties.event_model import PaperEvent, Set, Slip

ACTS = 34
"""Acts of a history; more than thirty of them are steps, reports and nights, the rest refused ones."""
HISTORIES_A_FILE = 20
FIXED_SEED = 20261206
_MEASURES = (Measure.TABLES, Measure.PER_TABLE, Measure.CARS)
_PLACES = ("", "村文化广场", "老屋")
_KINDS = (EventKind.WEDDING, EventKind.WEDDING, EventKind.FUNERAL, EventKind.HOUSE)
_TALK = (StepKind.OPINION, StepKind.VISITED, StepKind.PLEDGED, StepKind.FILED)
_MOVES_ON = (StepKind.APPROVED, StepKind.APPROVED, StepKind.CHECKED, StepKind.FOLLOWED, StepKind.CLOSED)
_TOLD = (*TAKEN, *[kind for kind in TAKEN if kind not in (*_TALK, StepKind.WITHDRAWN)] * 2, *_MOVES_ON * 2)
"""Steps as often as they are tried: talk may come at any time, the rest only now and then."""
_ON_PAPER = frozenset({StepKind.APPROVED, StepKind.REFUSED, StepKind.FILED, StepKind.CLOSED})
_REFUSED_WORDS = (
    "tomorrow",
    "no words",
    "no paper",
    "no outcome",
    "before the event",
    "withdrawn with parts",
    "part of a closed one",
)
EVERY_ACT = frozenset(
    {"reported", "reported late", "several days", "night", "over a year's end", "reopened", "told twice"}
    | {"power cut", "joined", "approved with changes", "plan changed", "asked again", "postponed"}
    | {"brought forward", "checked unapproved", "checked again", "part withdrawn", "approved as a whole"}
    | {"refused join"}
    | {kind.value for kind in TAKEN}
    | {f"refused {kind.value}" for kind in TAKEN}
    | {f"refused: {word}" for word in _REFUSED_WORDS}
)


class PowerCut(Exception):
    """The program ends here, in the middle of its transaction."""


@cache
def template() -> Path:
    """Six households under the starter standard."""
    village = events_village(Path(mkdtemp(prefix="events-")), households=6)
    village.store.close()
    return village.path


class EventHistory(SlipsAndFile):
    """Feasts of two houses over some months, told in any order."""

    def live(self) -> None:
        """A few dozen acts, each held against the slips; then every slip is looked up in the file."""
        self.report()
        while self.at < ACTS:
            self._drawn()()
        self.village.store.close()
        self.check_list()
        self.look_up_everything()

    def _drawn(self) -> Callable[[], None]:
        busy = [*[self.step] * 12, *[self.night] * 5, *[self.report] * 2, *[self.join] * 2]
        return self.chance.choice([*busy, self.reopen, self.refuse, self.power_cut])

    # What happens

    def night(self) -> None:
        """Days go by; often as many as it takes to the next feast, or past it."""
        chance, before = self.chance, self.today
        live = [event for event in self.events if event.state(self.today) not in OVER_STATES]
        days = [day.held_on for event in live for day in event.days() if day.held_on >= self.today]
        if days and chance.random() < 0.7:
            self.today = min(days) + timedelta(days=chance.choice([0, 1, 1, 2]))
        else:
            self.today += timedelta(days=chance.choice([1, 3, 9, 30]))
        self.village.on(self.today)
        self.at += 1
        self.acts["night"] += 1
        self.acts["over a year's end"] += before.year != self.today.year
        if chance.random() < 0.1:
            self.check_list()

    def report(self) -> None:
        """A host comes in, early or late, with one day or several."""
        chance = self.chance
        kind, house = chance.choice(_KINDS), chance.choice(self.houses)
        if self.events and chance.random() < 0.5:
            kind, house = self.events[-1].kind, self.events[-1].house
        first = self.today + timedelta(days=chance.choice([-9, -7, -1, 0, 6, 7, 8, 30]))
        days = self._days(first, chance.choice([1, 1, 1, 2, 3]))
        together = chance.random() < 0.2
        plan = self._set()
        command = RegisterEvent(
            new_uid(),
            kind,
            house,
            days[0].held_on,
            HostingCase.JOINT if together else HostingCase.ORDINARY,
            place=days[0].place,
            figures=tuple(plan.items()),
            days=days[1:],
        )
        with self.village.write() as tx:
            card = register_event(tx, command, self.village.key)
        event = PaperEvent(card.id, kind, house, together, self.today, tuple(sorted(days)), plan)
        self.events.append(event)
        self.at += 1
        self.acts["reported"] += 1
        self.acts["reported late"] += event.late()
        self.acts["several days"] += len(days) > 1
        self.compare(event, card)

    def step(self) -> None:
        """Somebody tells of a step: most often one that may come next."""
        chance = self.chance
        live = [event for event in self.events if event.state(self.today) not in OVER_STATES]
        event = chance.choice(live if live and chance.random() < 0.9 else self.events)
        fitting = [kind for kind in _TOLD if event.may(kind, self.today)]
        kind = chance.choice(fitting if fitting and chance.random() < 0.9 else TAKEN)
        command = self._command(event, kind)
        if not event.may(kind, self.today):
            self._refused(event, kind.value, errors.StepNotAllowed, command)
        elif kind is StepKind.WITHDRAWN and any(event.joined()):
            self._refused(event, "withdrawn with parts", errors.HasParts, command, mark=": ")
        elif kind is StepKind.WITHDRAWN and event.into is not None and event.into.told(StepKind.CLOSED):
            self._refused(event, "part of a closed one", errors.StepNotAllowed, command, mark=": ")
        elif kind is StepKind.CHECKED and self.today < event.days()[0].held_on:
            self._refused(event, "before the event", errors.NotHeldYet, command, mark=": ")
        else:
            self.take(event, command)

    def take(self, event: PaperEvent, command: TakeStep, into: PaperEvent | None = None) -> None:
        """The step is taken, sometimes told again, and everything is held against the slips."""
        council, checked, old = event.council(), event.checked(), event.days()
        for _ in range(2 if self.chance.random() < 0.1 else 1):
            with self.village.write() as tx:
                card = take_step(tx, command)
            self.acts["told twice"] += _
        self.at += 1
        figures = dict(command.figures)
        event.slips.append(
            Slip(self.at, command.uid, command.kind, figures, command.days, command.outcome, command.due_on)
        )
        if into is not None:
            event.into = into
            into.parts.append((self.at, event))
        kind = command.kind
        self.acts[kind.value] += 1
        self.acts["approved with changes"] += kind is StepKind.APPROVED and bool(figures)
        self.acts["approved as a whole"] += kind is StepKind.APPROVED and any(event.joined())
        if kind is StepKind.CHANGED:
            self.acts["plan changed"] += bool(figures)
            self.acts["asked again"] += council is StepKind.APPROVED and event.council() is None
            self.acts["postponed"] += event.days()[0].held_on > old[0].held_on
            self.acts["brought forward"] += event.days()[0].held_on < old[0].held_on
        if kind is StepKind.CHECKED:
            self.acts["checked again"] += checked
            self.acts["checked unapproved"] += council is not StepKind.APPROVED and not checked
        self.acts["part withdrawn"] += kind is StepKind.WITHDRAWN and event.into is not None
        self.compare(event, card)
        if event.into is not None:
            self.compare(event.into)

    def join(self) -> None:
        """Two feasts turn out to be one, or not."""
        if len(self.events) < 2:
            return
        pairs = [(part, whole) for part in self.events for whole in self.events if part is not whole]
        fitting = [pair for pair in pairs if self._no_join(*pair) is None]
        part, whole = self.chance.choice(fitting if fitting and self.chance.random() < 0.8 else pairs)
        command = TakeStep(new_uid(), part.id, StepKind.JOINED, other_event_id=whole.id)
        refusal = self._no_join(part, whole)
        if refusal is not None:
            self._refused(part, "join", refusal, command)
            return
        self.take(part, command, whole)
        if whole.may(StepKind.APPROVED, self.today) and self.chance.random() < 0.5:
            self.take(whole, self._command(whole, StepKind.APPROVED))
        elif whole.may(StepKind.WITHDRAWN, self.today):
            withdrawal = self._command(whole, StepKind.WITHDRAWN)
            self._refused(whole, "withdrawn with parts", errors.HasParts, withdrawal, mark=": ")

    def _no_join(self, part: PaperEvent, whole: PaperEvent) -> type[UserError] | None:
        open_still = part.state(self.today) not in OVER_STATES
        if not open_still:
            return errors.StepNotAllowed
        if any(part.joined()):
            return errors.HasParts
        one = part.house == whole.house or part.together or whole.together
        if part.kind is not whole.kind or not one:
            return errors.NotOneFeast
        return errors.OtherNotOpen if whole.state(self.today) in OVER_STATES else None

    def refuse(self) -> None:
        """Something is told that cannot be."""
        wrong: list[tuple[str, type[UserError], StepKind, Mapping[str, object]]] = [
            ("tomorrow", errors.StepInFuture, StepKind.OPINION, {"done_on": self.today + timedelta(days=1)}),
            ("no words", errors.WordsMissing, StepKind.CHANGED, {"words": " "}),
            ("no paper", errors.ReferenceMissing, StepKind.APPROVED, {"reference": ""}),
            ("no outcome", errors.OutcomeDoesNotFit, StepKind.FOLLOWED, {"outcome": None}),
        ]
        self.chance.shuffle(wrong)
        for word, refusal, kind, changes in wrong[:3]:
            fitting = [event for event in self.events if event.may(kind, self.today)]
            if fitting:
                event = self.chance.choice(fitting)
                self._refused(event, word, refusal, self._command(event, kind, **changes), mark=": ")

    def power_cut(self) -> None:
        """The power goes in the middle of a step: nothing of it is in the file."""
        event = self.chance.choice(self.events)
        kind = StepKind.OPINION
        if not event.may(kind, self.today):
            return
        try:
            with self.village.write() as tx:
                take_step(tx, self._command(event, kind))
                raise PowerCut
        except PowerCut:
            self.village.store.close()
        self.at += 1
        self.acts["power cut"] += 1
        self.check_nothing_new(event)

    def reopen(self) -> None:
        """The program is closed and opened again."""
        self.village.store.close()
        self.at += 1
        self.acts["reopened"] += 1
        self.compare(self.chance.choice(self.events))

    def _refused(
        self, event: PaperEvent, word: str, refusal: type[UserError], command: TakeStep, mark: str = " "
    ) -> None:
        try:
            with self.village.write() as tx:
                take_step(tx, command)
        except refusal:
            self.acts[f"refused{mark}{word}"] += 1
            self.check_nothing_new(event)
            return
        raise AssertionError(f"{command.kind} was taken: {word}")

    # What is told

    def _command(self, event: PaperEvent, kind: StepKind, **changes: object) -> TakeStep:
        chance = self.chance
        more: dict[str, object] = {"words": "说明", "done_on": self.today, **changes}
        if kind in _ON_PAPER:
            more.setdefault("reference", f"2026-{self.at}")
        if kind is StepKind.CHANGED:
            moved = event.days()[0].held_on + timedelta(days=chance.choice([-8, -1, 3, 20]))
            if chance.random() < 0.6:
                more["days"] = tuple(sorted(self._days(moved, chance.choice([1, 1, 2]))))
            if chance.random() < 0.6 or "days" not in more:
                more["figures"] = tuple(self._set().items())
        if kind is StepKind.APPROVED and chance.random() < 0.4:
            more["figures"] = tuple(self._set().items())[: chance.choice([1, 3])]
        if kind in (StepKind.VISITED, StepKind.CHECKED, StepKind.FOLLOWED):
            more["who"] = "赵会长"
        if kind in (StepKind.CHECKED, StepKind.FOLLOWED):
            looks = (Outcome.WITHIN, Outcome.PERSUADED, Outcome.OVER)
            said = looks if kind is StepKind.CHECKED else (Outcome.SETTLED, Outcome.OPEN)
            outcome = chance.choice(said)
            more.setdefault("outcome", outcome)
            if outcome not in (Outcome.WITHIN, Outcome.SETTLED) and chance.random() < 0.7:
                more["due_on"] = self.today + timedelta(days=chance.choice([0, 5, 30]))
            if kind is StepKind.CHECKED or chance.random() < 0.3:
                more["figures"] = tuple(self._set().items())
        return TakeStep(new_uid(), event.id, kind, **more)  # type: ignore[arg-type]

    def _set(self) -> Set:
        chance = self.chance
        chosen = [measure for measure in _MEASURES if chance.random() < 0.8] or [Measure.TABLES]
        return {measure: chance.randrange(0, 40) for measure in chosen}

    def _days(self, first: date, many: int) -> tuple[DayPlace, ...]:
        later = [first + timedelta(days=self.chance.randrange(1, 40)) for _ in range(many - 1)]
        return tuple(DayPlace(day, self.chance.choice(_PLACES)) for day in {first, *later})


def event_campaign(histories: int, seed: int) -> Counter[str]:
    """Live through so many histories and count their acts; raises what one shows, with its seed."""
    chance = random.Random(seed)
    acts: Counter[str] = Counter()
    memory = Path("/dev/shm")
    folder = Path(mkdtemp(prefix="events-", dir=memory if memory.is_dir() else None))
    village = new_village(folder)
    try:
        for number in range(histories):
            if number % HISTORIES_A_FILE == 0:
                village.store.close()
                shutil.copyfile(template(), village.path)
            chosen = chance.randrange(2**32)
            history = EventHistory(village, chosen)
            try:
                history.live()
            except BaseException as error:
                error.add_note(f"history {number} of seed {seed}: EventHistory(…, {chosen})")
                raise
            acts += history.acts
            if number % HISTORIES_A_FILE == HISTORIES_A_FILE - 1 or number == histories - 1:
                with village.read() as scope:
                    verify_audit(scope)
    finally:
        village.store.close()
        shutil.rmtree(folder)
    return acts


def main() -> int:
    """The whole campaign, by command; 1 when an act never occurred."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--histories", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    given = parser.parse_args()
    began = time.monotonic()
    acts = event_campaign(given.histories, given.seed)
    told = ", ".join(f"{act} {times}" for act, times in sorted(acts.items()))
    seconds = time.monotonic() - began
    sys.stdout.write(f"{given.histories} histories, seed {given.seed}, {seconds:.0f} s: {told}\n")
    return int(bool(EVERY_ACT - acts.keys()))


if __name__ == "__main__":
    sys.exit(main())
