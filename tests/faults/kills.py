"""Kills a program again and again while it writes a large batch, at random calls and at random moments."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

from lanes import in_lanes
from launch import Launcher
from power_cuts import CampaignFailed, Save, measure
from replay import Tree, read_tree
from shim import COMMIT, JOURNAL, NO_FAULT, Fault, fault_settings
from workload import Acknowledged, Reader, Reading, Workload, judge

CYCLES_A_FILE = 40


@dataclass(slots=True)
class KillFigures:
    """What a campaign of kills saw. A cycle may end before its kill comes; then it counts as acknowledged."""

    cycles: int = 0
    killed: int = 0
    hot_journals: int = 0
    lost: int = 0
    broken: int = 0
    half: int = 0
    durable_unacknowledged: int = 0
    retried: int = 0
    doubled: int = 0
    verified_by_command: int = 0
    refused_by_command: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)

    @property
    def kept(self) -> bool:
        return not (self.lost or self.broken or self.half or self.doubled or self.refused_by_command)

    def add(self, other: "KillFigures") -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


def random_kill(save: Save, rng: random.Random) -> Fault:
    """Two thirds inside the commit, the others anywhere from the first write on; a quarter by moment."""
    commit = rng.random() < 2 / 3
    since = COMMIT if commit else JOURNAL
    if rng.random() < 0.25:
        return Fault(
            at=1, since=since, kill_after_us=rng.randint(1, save.commit_us if commit else save.writing_us)
        )
    at = rng.randint(1, save.commit_calls if commit else save.writing_calls)
    return Fault(at=at, since=since, kill=True, half=rng.random() < 0.3)


def kill_again_and_again(
    workload: Workload,
    launchers: Sequence[Launcher],
    verifier: Launcher,
    scratch: Path,
    start: Tree,
    cycles: int,
    rng: random.Random,
) -> KillFigures:
    """`cycles` kills on files that live through many of them; one lane a launcher.

    Every fourth killed batch is asked for again, every tenth file is shown to the program's verify.
    """
    save = measure(workload, launchers[0], scratch, start)
    plans = [(random_kill(save, rng), number) for number in range(cycles)]

    def lane(number: int, folder: Path, share: Sequence[tuple[Fault, int]]) -> KillFigures:
        loop = _Loop(workload, launchers[number], verifier, folder, start)
        for place, (fault, cycle) in enumerate(share):
            if place % CYCLES_A_FILE == 0:
                loop.begin_anew()
            loop.cycle(fault, cycle)
        return loop.figures

    total = KillFigures()
    for figures in in_lanes(plans, len(launchers), scratch / "kills", lane):
        total.add(figures)
    return total


class _Loop:
    """One lane: a file that lives through many kills, and what was promised about it."""

    def __init__(
        self, workload: Workload, launcher: Launcher, verifier: Launcher, scratch: Path, start: Tree
    ) -> None:
        self._workload = workload
        self._launcher = launcher
        self._verifier = verifier
        self._scratch = scratch
        self._start = start
        self._folder = scratch / "live"
        self._reader = Reader(workload, scratch / "read")
        self._promised: list[Acknowledged] = []
        self._before = Reading({})
        self.figures = KillFigures()

    def begin_anew(self) -> None:
        """A fresh file, so that reading it stays cheap."""
        Reader(self._workload, self._folder).unfold(self._start)
        self._promised = []
        self._before = self._reader.read(self._start)

    def cycle(self, fault: Fault, number: int) -> None:
        """One kill and all questions after it."""
        figures, index = self.figures, number + 1
        figures.cycles += 1
        answer = self._run(index, fault)
        if answer is None:
            figures.killed += 1
        hot = self._reader.hot_journals
        reading = self._read()
        figures.hot_journals += self._reader.hot_journals - hot
        kept = set(reading.lines) - set(self._before.lines)
        if answer is None and kept:
            figures.durable_unacknowledged += 1
        self._before = reading
        if answer is None and (kept or number % 4 == 0):
            self._ask_again(index, kept)
        if number % 10 == 0:
            self._verify()

    def _run(self, index: int, fault: Fault) -> str | None:
        settings = {**self._workload.settings(self._scratch), **fault_settings(self._folder, None, fault)}
        outcome = self._launcher.run(self._workload.large(self._folder, index), settings)
        if outcome.killed:
            return None
        if outcome.code != 0:
            raise CampaignFailed(f"after a kill the next command was refused: {outcome.err or outcome.out}")
        self._promised.append(Acknowledged(index, self._workload.numbers(outcome.out)))
        return outcome.out

    def _read(self) -> Reading:
        reading = self._reader.read(read_tree(self._folder))
        verdict = judge(reading, self._promised, self._before.lines)
        self.figures.broken += verdict.fault is not None
        self.figures.half += bool(verdict.half)
        self.figures.lost += bool(verdict.lost) and verdict.fault is None
        if not verdict.kept and len(self.figures.examples) < 5:
            self.figures.examples.append(str(verdict)[:300])
        return reading

    def _ask_again(self, index: int, kept: set[int]) -> None:
        """The same batch once more: what is durable already must be found by its uid, not written twice."""
        if not self._workload.same_again:
            return
        before = self._before
        answer = self._run(index, NO_FAULT)
        assert answer is not None
        self.figures.retried += 1
        self._before = self._read()
        if kept and set(self._before.lines) != set(before.lines):
            self.figures.doubled += 1
        if kept and set(self._workload.numbers(answer)) != kept:
            self.figures.doubled += 1

    def _verify(self) -> None:
        """The program's own check on the file as the kill left it."""
        outcome = self._verifier.run(
            self._workload.verify(self._folder),
            {**self._workload.settings(self._scratch), **fault_settings(self._folder, None)},
        )
        self.figures.verified_by_command += 1
        if outcome.code != 0:
            self.figures.refused_by_command.append((outcome.out + outcome.err)[-300:])
