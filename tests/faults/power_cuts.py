"""Records commands of a program, then cuts the power at random places of the record, again and again."""

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from launch import Launcher
from replay import Tree, count_syncs, final_tree, power_cuts, read_tree
from shim import ACKNOWLEDGED, COMMIT, NO_FAULT, Fault, Record, acknowledge, counted, fault_settings, read_log
from workload import Acknowledged, Arguments, Reader, Reading, Workload, judge

KILLED_STEP = 10


class CampaignFailed(Exception):
    """The campaign itself went wrong: a command failed undisturbed, or the record is incomplete."""


@dataclass(frozen=True, slots=True)
class Save:
    """What one undisturbed large batch looks like.

    The calls from the first write to the journal to the end and the microseconds they take; the same
    from the first sync after it, where the commit begins and the journal turns hot.
    """

    writing_calls: int
    writing_us: int
    commit_calls: int
    commit_us: int


@dataclass(frozen=True, slots=True)
class Recording:
    """An undisturbed run: the tree before it, its file calls, its answers, the reading at its end."""

    folder: Path
    start: Tree
    records: tuple[Record, ...]
    answers: tuple[Acknowledged, ...]
    end: Reading


@dataclass(slots=True)
class CutFigures:
    """What a campaign of power cuts saw. `unacknowledged_kept`: durable batches nobody was told of."""

    workload: str
    cuts: int = 0
    lost: int = 0
    broken: int = 0
    half: int = 0
    syncs: int = 0
    hot_journals: int = 0
    distinct: int = 0
    verified_by_command: int = 0
    refused_by_command: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)

    @property
    def kept(self) -> bool:
        return not (self.lost or self.broken or self.half or self.refused_by_command)


def run_or_fail(launcher: Launcher, arguments: Arguments, settings: dict[str, str]) -> str:
    """The stdout of a command that must succeed. Raises CampaignFailed."""
    outcome = launcher.run(arguments, settings)
    if outcome.code != 0:
        raise CampaignFailed(f"{' '.join(arguments)} ended with {outcome.code}: {outcome.out}{outcome.err}")
    return outcome.out


def measure(workload: Workload, launcher: Launcher, scratch: Path, start: Tree, index: int = 1) -> Save:
    """Runs the large batch number `index` undisturbed on a copy of `start`."""
    folder, log = scratch / "measured", scratch / "measured.log"
    Reader(workload, folder).unfold(start)
    settings = {**workload.settings(scratch), **fault_settings(folder, log)}
    run_or_fail(launcher, workload.large(folder, index), settings)
    records = counted(read_log(log))
    journal = {one.handle for one in records if one.kind == "O" and one.path == str(workload.journal(folder))}
    first = next((one for one in records if one.kind == "W" and one.handle in journal), None)
    sync = next((one for one in records if first and one.kind == "S" and one.number > first.number), None)
    if first is None or sync is None:
        raise CampaignFailed("one large batch wrote or synced no journal")
    end = records[-1]
    return Save(
        writing_calls=end.number - first.number + 1,
        writing_us=(end.nanos - first.nanos) // 1000 + 1,
        commit_calls=end.number - sync.number + 1,
        commit_us=(end.nanos - sync.nanos) // 1000 + 1,
    )


def record_run(
    workload: Workload, launcher: Launcher, scratch: Path, start: Tree, steps: int, rng: random.Random
) -> Recording:
    """Runs `steps` commands under the library and acknowledges each that exits 0.

    Every tenth is a large batch killed inside its commit, so that the record holds recoveries as well.
    """
    save = measure(workload, launcher, scratch, start)
    folder, log = scratch / "recorded", scratch / "calls.log"
    Reader(workload, folder).unfold(start)
    answers: list[Acknowledged] = []
    for index in range(1, steps + 1):
        kill = index % KILLED_STEP == 0
        fault = Fault(at=rng.randint(1, save.commit_calls), since=COMMIT, kill=True) if kill else NO_FAULT
        arguments = workload.large(folder, index) if kill else workload.step(folder, index, answers)
        outcome = launcher.run(
            arguments, {**workload.settings(scratch), **fault_settings(folder, log, fault)}
        )
        if kill and outcome.killed:
            continue
        numbers = workload.numbers(outcome.out)
        if outcome.code != 0 or not numbers:
            raise CampaignFailed(f"step {index} ended with {outcome.code}: {outcome.out}{outcome.err}")
        acknowledge(log, index, outcome.out.encode())
        answers.append(Acknowledged(index, numbers))
    return _without_fault(finished_recording(workload, folder, start, log, answers))


def record_session(workload: Workload, library: Path, scratch: Path, start: Tree, steps: int) -> Recording:
    """As record_run, but all steps in one process: closing the file would sync what a weak mode does not."""
    folder, log = scratch / "recorded", scratch / "calls.log"
    Reader(workload, folder).unfold(start)
    settings = {**workload.settings(scratch), **fault_settings(folder, log)}
    run_or_fail(workload.session_program(library), workload.session(folder, steps), settings)
    marks = [one for one in read_log(log) if one.kind == ACKNOWLEDGED]
    if len(marks) != steps:
        raise CampaignFailed(f"{len(marks)} of {steps} steps acknowledged")
    answers = [Acknowledged(one.number, workload.numbers(one.data.decode())) for one in marks]
    return _without_fault(finished_recording(workload, folder, start, log, answers))


def finished_recording(
    workload: Workload,
    folder: Path,
    start: Tree,
    log: Path,
    answers: Sequence[Acknowledged],
) -> Recording:
    """Holds the record against the real folder: a call that the library missed shows here."""
    records = read_log(log)
    real = read_tree(folder)
    if final_tree(folder, start, records) != real:
        raise CampaignFailed("the record of file calls does not lead to the files that are there")
    return Recording(folder, start, tuple(records), tuple(answers), workload.read(folder))


def _without_fault(recording: Recording) -> Recording:
    if recording.end.fault or recording.end.half:
        raise CampaignFailed(f"the undisturbed run left a fault: {recording.end.fault} {recording.end.half}")
    return recording


def cut_power(
    workload: Workload,
    recording: Recording,
    scratch: Path,
    count: int,
    rng: random.Random,
    *,
    syncs_ignored: bool = False,
    verifier: Launcher | None = None,
    verify_share: int = 0,
) -> CutFigures:
    """`count` power cuts on one recording; `verify_share` of them are shown to the program's verify too."""
    figures = CutFigures(workload.name, syncs=count_syncs(recording.records))
    reader = Reader(workload, scratch / "cut")
    chosen = set(rng.sample(range(count), min(count, verify_share)))
    points = power_cuts(
        recording.folder, recording.start, recording.records, count, rng, syncs_ignored=syncs_ignored
    )
    for place, point in enumerate(points):
        reading = reader.read(point.tree)
        acknowledged = recording.answers[: len(point.acknowledged)]
        verdict = judge(reading, acknowledged, recording.end.lines)
        figures.cuts += 1
        figures.broken += verdict.fault is not None
        figures.half += bool(verdict.half)
        figures.lost += bool(verdict.lost) and verdict.fault is None
        if not verdict.kept and len(figures.examples) < 5:
            figures.examples.append(f"after call {point.position}, {point.loss}: {verdict}"[:300])
        if verifier is not None and place in chosen:
            _verify_by_command(workload, verifier, reader.unfold(point.tree), scratch, figures)
    figures.hot_journals = reader.hot_journals
    figures.distinct = reader.distinct
    shutil.rmtree(scratch / "cut", ignore_errors=True)
    return figures


def _verify_by_command(
    workload: Workload, verifier: Launcher, folder: Path, scratch: Path, figures: CutFigures
) -> None:
    outcome = verifier.run(workload.verify(folder), workload.settings(scratch))
    figures.verified_by_command += 1
    if outcome.code != 0:
        figures.refused_by_command.append((outcome.out + outcome.err)[-300:])
