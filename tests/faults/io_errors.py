"""Lets the file calls of one save fail in turn: one sentence each, nothing half, the next save works."""

import errno
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lanes import in_lanes
from launch import Launcher, Outcome
from power_cuts import run_or_fail
from replay import Tree, read_tree
from shim import CREATED, NO_FAULT, Fault, Record, counted, fault_settings, read_log
from workload import Reader, Reading, Workload

CHINESE = re.compile(r"[\u4e00-\u9fff]")
NOT_WRITTEN = re.compile("(?<!有)(没有保存|没有记上|未保存|未记上)")
DAMAGED = "损坏"
INTERNALS = re.compile(r"Traceback|sqlite3\.|Error\b|Exception|File \"|\berrno\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plan:
    """One run: the fault and, for the report, the kind of call it hits."""

    call: str
    name: str
    fault: Fault


@dataclass(slots=True)
class ErrorFigures:
    """What failing calls led to. `durable_but_refused`: exit 1 although the batch is whole in the file."""

    runs: int = 0
    calls: int = 0
    refused: int = 0
    survived: int = 0
    durable_but_refused: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    sentences: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def kept(self) -> bool:
        return not self.wrong

    def add(self, other: "ErrorFigures") -> None:
        self.runs += other.runs
        self.refused += other.refused
        self.survived += other.survived
        self.durable_but_refused += other.durable_but_refused
        self.by_kind += other.by_kind
        self.sentences += other.sentences
        self.wrong += other.wrong


def grouped(wrong: Sequence[str]) -> list[str]:
    """The same trouble at many calls said once, the most frequent first."""
    places: dict[str, list[str]] = {}
    for one in wrong:
        place, _, trouble = one.partition(": ")
        places.setdefault(trouble, []).append(place)
    often = sorted(places.items(), key=lambda pair: -len(pair[1]))
    return [f"{len(found)} × {trouble}  (as at {found[0]})" for trouble, found in often]


def calls_of_one_save(workload: Workload, launcher: Launcher, scratch: Path, start: Tree) -> list[Record]:
    """Every call below the folder that one undisturbed batch makes."""
    folder, log = scratch / "counted", scratch / "counted.log"
    Reader(workload, folder).unfold(start)
    settings = {**workload.settings(scratch), **fault_settings(folder, log)}
    run_or_fail(launcher, workload.large(folder, 1), settings)
    return counted(read_log(log))


def plans_for(record: Record) -> list[Plan]:
    """Every way in which this call can fail."""
    at = record.number
    plans = [
        Plan(record.kind, "EIO once", Fault(at, error=errno.EIO)),
        Plan(record.kind, "EIO from then on", Fault(at, error=errno.EIO, sticky=True)),
    ]
    if record.kind in "WT" or record.flags & CREATED:
        plans += [
            Plan(record.kind, "ENOSPC once", Fault(at, error=errno.ENOSPC)),
            Plan(record.kind, "ENOSPC from then on", Fault(at, error=errno.ENOSPC, sticky=True)),
            Plan(record.kind, "EDQUOT from then on", Fault(at, error=errno.EDQUOT, sticky=True)),
            Plan(record.kind, "EROFS from then on", Fault(at, error=errno.EROFS, sticky=True)),
        ]
    if record.kind == "W":
        plans += [
            Plan("W", "half, then ENOSPC", Fault(at, error=errno.ENOSPC, half=True)),
            Plan(
                "W", "half, then ENOSPC from then on", Fault(at, error=errno.ENOSPC, sticky=True, half=True)
            ),
            Plan("W", "half, then EIO", Fault(at, error=errno.EIO, half=True)),
            Plan("W", "short write", Fault(at, error=0, half=True)),
        ]
    return plans


def choose(records: Sequence[Record], amount: str, rng: random.Random) -> list[Plan]:
    """`all`: every way for every call; `each`: every call once, one way each; a number: so many of all."""
    ways = [plans_for(one) for one in records]
    if amount == "each":
        return [rng.choice(one) for one in ways]
    every = [plan for one in ways for plan in one]
    if amount == "all":
        return every
    return rng.sample(every, min(int(amount), len(every)))


def fail_in_turn(
    workload: Workload,
    launchers: Sequence[Launcher],
    scratch: Path,
    start: Tree,
    amount: str,
    rng: random.Random,
) -> ErrorFigures:
    """One run a plan, each on a fresh copy of `start`; one lane a launcher."""
    records = calls_of_one_save(workload, launchers[0], scratch, start)
    plans = choose(records, amount, rng)

    def lane(number: int, folder: Path, share: Sequence[Plan]) -> ErrorFigures:
        trial = _Trial(workload, launchers[number], folder, start)
        for plan in share:
            trial.run(plan)
        return trial.figures

    total = ErrorFigures(calls=len(records))
    for figures in in_lanes(plans, len(launchers), scratch / "errors", lane):
        total.add(figures)
    return total


class _Trial:
    """One lane of runs."""

    def __init__(self, workload: Workload, launcher: Launcher, scratch: Path, start: Tree) -> None:
        self._workload = workload
        self._launcher = launcher
        self._scratch = scratch
        self._start = start
        self._folder = scratch / "live"
        self._files = Reader(workload, self._folder)
        self._reader = Reader(workload, scratch / "read")
        self._before = self._reader.read(start)
        self.figures = ErrorFigures()

    def run(self, plan: Plan) -> None:
        """The failing batch, the state after it, and the next batch."""
        self._files.unfold(self._start)
        self.figures.runs += 1
        self.figures.by_kind[f"{plan.call} {plan.name}"] += 1
        outcome = self._command(1, plan.fault)
        reading = self._reader.read(read_tree(self._folder))
        written = set(reading.lines) - set(self._before.lines)
        trouble = [*self._answer(outcome, written, plan.fault), *_state(reading, self._before)]
        following = self._command(2, NO_FAULT)
        if following.code != 0:
            trouble.append(f"the next command was refused: {following.err.strip()[-200:]}")
        else:
            last = self._reader.read(read_tree(self._folder))
            trouble += _state(last, reading)
            if not set(self._workload.numbers(following.out)) <= set(last.lines) - set(reading.lines):
                trouble.append("the next command wrote other lines than it said")
        self.figures.wrong += [f"call {plan.fault.at} ({plan.call}) {plan.name}: {one}" for one in trouble]

    def _command(self, index: int, fault: Fault) -> Outcome:
        settings = {**self._workload.settings(self._scratch), **fault_settings(self._folder, None, fault)}
        return self._launcher.run(self._workload.large(self._folder, index), settings)

    def _answer(self, outcome: Outcome, written: set[int], fault: Fault) -> list[str]:
        """What is wrong with the command's answer, given the lines found afterwards."""
        if outcome.code == 0:
            self.figures.survived += 1
            said = set(self._workload.numbers(outcome.out))
            return [] if said and said == written else [f"said {len(said)} lines, wrote {len(written)}"]
        if outcome.code != 1:
            return [f"exit code {outcome.code}: {outcome.err.strip()[-300:]}"]
        self.figures.refused += 1
        self.figures.durable_but_refused += bool(written)
        sentence = outcome.err.strip()
        self.figures.sentences[re.sub(r"[0-9a-fA-F]{4,}|\d+", "…", sentence)[:80]] += 1
        trouble = []
        if outcome.out.strip():
            trouble.append(f"refused, but printed {outcome.out.strip()[:100]}")
        if len(sentence.splitlines()) != 1 or not CHINESE.search(sentence) or INTERNALS.search(sentence):
            trouble.append(f"not one Chinese sentence: {sentence[-300:]}")
        if DAMAGED in sentence:
            trouble.append(f"calls a sound file damaged: {sentence}")
        if written and not fault.sticky:
            trouble.append(f"refused, but the batch is in the file and could have been found: {sentence}")
        if written and NOT_WRITTEN.search(sentence):
            trouble.append(f"says nothing was written, but the batch is in the file: {sentence}")
        return trouble


def _state(after: Reading, before: Reading) -> list[str]:
    """What is wrong with the file: a fault, a half batch, an older line gone or changed."""
    trouble = []
    if after.fault is not None:
        trouble.append(f"the file is broken: {after.fault}")
    if after.half:
        trouble.append(f"half a batch: {after.half[0]}")
    if any(after.lines.get(number) != line for number, line in before.lines.items()):
        trouble.append("an older line is gone or changed")
    return trouble
