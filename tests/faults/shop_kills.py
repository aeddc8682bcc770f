"""Kills a program again and again while it works at the counter, and lets it do the morning again."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kills import KillFigures
from lanes import in_lanes
from launch import Launcher, Outcome
from power_cuts import CampaignFailed, run_or_fail
from replay import Tree, read_tree
from shim import JOURNAL, NO_FAULT, Fault, counted, fault_settings, read_log
from shop_session import ACTS, acts_of
from shopping_desk import ShoppingDesk
from workload import Reader, Reading

VERIFY_EVERY = 10
MORNINGS_A_FILE = 4
"""So few that the calls of a later morning are not far from those that were measured."""
AFTER_THE_COMMIT = 3
"""Calls between the end of an act's journal and the word that the act is done."""


@dataclass(slots=True)
class ShopKillFigures(KillFigures):
    """`half` also counts mornings of which a later act was there without an earlier one.

    `during` are the kills by the place of the act in the morning that was not told yet.
    """

    told: int = 0
    during: Counter[int] = field(default_factory=Counter)


def kill_at_the_counter(
    desk: ShoppingDesk,
    launchers: Sequence[Launcher],
    verifier: Launcher,
    scratch: Path,
    start: Tree,
    cycles: int,
    rng: random.Random,
) -> ShopKillFigures:
    """`cycles` mornings on files that live through many of them; one lane a launcher.

    Whatever was killed is done again with the same identities. Now and then a file is shown to the
    program's verify.
    """
    calls = _one_morning(desk, launchers[0], scratch, start)
    lanes = len(launchers)
    plans = [
        (_random_kill(calls, rng, first=number // lanes % MORNINGS_A_FILE == 0), number)
        for number in range(cycles)
    ]

    def lane(place: int, folder: Path, share: Sequence[tuple[Fault, int]]) -> ShopKillFigures:
        mornings = _Mornings(desk, launchers[place], verifier, folder, start)
        for turn, (fault, number) in enumerate(share):
            if turn % MORNINGS_A_FILE == 0:
                mornings.begin_anew()
            mornings.live(fault, number)
        return mornings.figures

    total = ShopKillFigures()
    for figures in in_lanes(plans, lanes, scratch / "kills", lane):
        total.add(figures)
    return total


@dataclass(frozen=True, slots=True)
class _Calls:
    """File calls of an undisturbed morning, counted from its first write to a journal.

    How many there are, how long they take, and from which to which the commit of each act goes and is told.
    """

    count: int
    microseconds: int
    commits: tuple[range, ...]


def _one_morning(desk: ShoppingDesk, launcher: Launcher, scratch: Path, start: Tree) -> _Calls:
    folder, log = scratch / "measured", scratch / "measured.log"
    Reader(desk, folder).unfold(start)
    settings = {**desk.settings(scratch), **fault_settings(folder, log)}
    run_or_fail(launcher, desk.large(folder, 1), settings)
    records = counted(read_log(log))
    journal = {one.handle for one in records if one.kind == "O" and one.path == str(desk.journal(folder))}
    first = next(one for one in records if one.kind == "W" and one.handle in journal)
    commits: list[range] = []
    written, begun = False, 0
    for one in (one for one in records if one.handle in journal):
        place = one.number - first.number + 1
        if one.kind == "W":
            written = True
        elif one.kind == "S" and written and not begun:
            begun = place
        elif one.kind == "T" and begun:
            commits.append(range(begun, place + AFTER_THE_COMMIT))
            written, begun = False, 0
    if len(commits) != ACTS:
        raise CampaignFailed(f"{len(commits)} commits of {ACTS} acts")
    end = records[-1]
    took = (end.nanos - first.nanos) // 1000 + 1
    return _Calls(end.number - first.number + 1, took, tuple(commits))


def _random_kill(calls: _Calls, rng: random.Random, *, first: bool) -> Fault:
    """Most of them inside the commit of an act, a tenth at any call, a tenth at any moment.

    The first morning of a file makes the very calls that were measured: it is killed instead of the call
    that would end the journal, so that some journals are hot in however few mornings.
    """
    if first:
        return Fault(at=rng.choice(calls.commits).stop - AFTER_THE_COMMIT, since=JOURNAL, kill=True)
    draw = rng.random()
    if draw < 0.1:
        return Fault(at=1, since=JOURNAL, kill_after_us=rng.randint(1, calls.microseconds))
    inside = rng.choice(calls.commits) if draw < 0.9 else range(1, calls.count + 1)
    return Fault(at=rng.choice(inside), since=JOURNAL, kill=True, half=rng.random() < 0.3)


class _Mornings:
    """One lane: a file, the mornings that it has behind it, and what stood in it after the last one."""

    def __init__(
        self, desk: ShoppingDesk, launcher: Launcher, verifier: Launcher, scratch: Path, start: Tree
    ) -> None:
        self._desk, self._launcher, self._verifier = desk, launcher, verifier
        self._scratch, self._start = scratch, start
        self._folder = scratch / "live"
        self._reader = Reader(desk, scratch / "read")
        self._home = scratch
        self._done: list[int] = []
        self._before = Reading({})
        self.figures = ShopKillFigures()

    def begin_anew(self) -> None:
        """A fresh file, so that reading it stays cheap."""
        Reader(self._desk, self._folder).unfold(self._start)
        self._home = self._scratch / f"computer-{self.figures.cycles}"
        self._done = []
        self._before = self._reader.read(self._start)

    def live(self, fault: Fault, number: int) -> None:
        """One morning that is killed somewhere, and the same morning once more."""
        morning, figures = number + 1, self.figures
        figures.cycles += 1
        outcome = self._run(morning, fault)
        told = self._desk.numbers(outcome.out)
        figures.told += len(told)
        hot = self._reader.hot_journals
        reading = self._read()
        figures.hot_journals += self._reader.hot_journals - hot
        kept = self._judged(reading, morning, told)
        if outcome.killed:
            figures.killed += 1
            figures.during[len(told) + 1] += 1
            figures.durable_unacknowledged += len(kept) > len(told)
            reading = self._again(morning, reading, kept)
        self._done.append(morning)
        self._sums(morning)
        self._before = reading
        if number % VERIFY_EVERY == VERIFY_EVERY - 1:
            self._verify()

    def _run(self, morning: int, fault: Fault) -> Outcome:
        settings = {**self._desk.settings(self._home), **fault_settings(self._folder, None, fault)}
        outcome = self._launcher.run(self._desk.large(self._folder, morning), settings)
        if outcome.code != 0 and not outcome.killed:
            raise CampaignFailed(f"after a kill the morning was refused: {outcome.err or outcome.out}")
        return outcome

    def _judged(self, reading: Reading, morning: int, told: Sequence[int]) -> list[int]:
        """The acts of the morning that are there: as many as were told, at most one more, in their order."""
        acts = acts_of(morning)
        kept = sorted(set(reading.lines) - set(self._before.lines))
        earlier = {act: reading.lines.get(act) for act in self._before.lines}
        lost = bool(set(told) - set(kept)) or earlier != dict(self._before.lines)
        half = bool(reading.half) or kept != list(acts[: len(kept)]) or len(kept) > len(told) + 1
        self.figures.broken += reading.fault is not None
        self.figures.lost += lost and reading.fault is None
        self.figures.half += half and reading.fault is None
        if reading.fault is not None or lost or half:
            self._example(f"morning {morning}: told {told}, kept {kept}, {reading.fault} {reading.half}")
        return kept

    def _again(self, morning: int, reading: Reading, kept: Sequence[int]) -> Reading:
        """What is there already is found by its identity and not done twice; the rest is done."""
        outcome = self._run(morning, NO_FAULT)
        self.figures.retried += 1
        after = self._read()
        whole = (
            self._desk.numbers(outcome.out) == acts_of(morning)
            and set(after.lines) == set(self._before.lines) | set(acts_of(morning))
            and all(after.lines.get(act) == reading.lines[act] for act in kept)
        )
        if after.fault is not None or after.half or not whole:
            self.figures.doubled += 1
            self._example(
                f"morning {morning} again: {sorted(after.lines)[-ACTS:]} {after.fault} {after.half}"
            )
        return after

    def _sums(self, morning: int) -> None:
        """Pieces and points are what so many whole mornings leave, by plain arithmetic."""
        found, expected = self._desk.figures(self._folder), self._desk.expected(self._done)
        if found != expected:
            self.figures.doubled += 1
            self._example(f"after morning {morning}: {found} instead of {expected}")

    def _read(self) -> Reading:
        return self._reader.read(read_tree(self._folder))

    def _example(self, words: str) -> None:
        if len(self.figures.examples) < 5:
            self.figures.examples.append(words[:300])

    def _verify(self) -> None:
        """The program's own check of the file."""
        settings = {**self._desk.settings(self._home), **fault_settings(self._folder, None)}
        outcome = self._verifier.run(self._desk.verify(self._folder), settings)
        self.figures.verified_by_command += 1
        if outcome.code != 0:
            self.figures.refused_by_command.append((outcome.out + outcome.err)[-300:])
