"""Cuts the power during a restore: the old book or the copy must be there, whole, never a mixture of both."""

import random
from dataclasses import dataclass, field
from pathlib import Path

from launch import Launcher
from power_cuts import CampaignFailed, finished_recording, measure, run_or_fail
from replay import Tree, power_cuts, read_tree
from shim import COMMIT, Fault, acknowledge, fault_settings
from workload import Arguments, Reader, Reading, Workload


@dataclass(slots=True)
class RestoreFigures:
    """What cuts during restores saw. `undone`: the old book although the restore had been acknowledged."""

    name: str
    cuts: int = 0
    old: int = 0
    new: int = 0
    mixed: int = 0
    broken: int = 0
    undone: int = 0
    hot_journals: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def kept(self) -> bool:
        return not (self.mixed or self.broken or self.undone)


@dataclass(frozen=True, slots=True)
class Stage:
    """The live file before the restore, and the older copy that shall replace what is in it."""

    live: Tree
    copy: Path
    old: Reading
    new: Reading


def set_stage(workload: Workload, launcher: Launcher, scratch: Path, start: Tree, *, hot: bool) -> Stage:
    """Backs `start` up, estranges it, writes three batches; with `hot` a fourth is killed in its commit."""
    folder, copy = scratch / "live", scratch / "copy.pbd"
    files = Reader(workload, folder)
    files.unfold(start)
    settings = workload.settings(scratch)
    run_or_fail(launcher, workload.backup(folder, copy), settings)
    workload.estrange(folder)
    for index in (1, 2, 3):
        run_or_fail(launcher, workload.large(folder, index), settings)
    reader = Reader(workload, scratch / "read")
    live = read_tree(folder)
    if hot:
        live = _with_hot_journal(workload, launcher, scratch, live, reader)
    return Stage(live, copy, reader.read(live), reader.read(start))


def _with_hot_journal(
    workload: Workload, launcher: Launcher, scratch: Path, start: Tree, reader: Reader
) -> Tree:
    save = measure(workload, launcher, scratch, start, index=4)
    folder = scratch / "killed"
    files = Reader(workload, folder)
    for number in range(save.commit_calls // 2, 0, -1):
        files.unfold(start)
        fault = Fault(at=number, since=COMMIT, kill=True)
        launcher.run(
            workload.large(folder, 4), {**workload.settings(scratch), **fault_settings(folder, None, fault)}
        )
        tree, seen = read_tree(folder), reader.hot_journals
        reader.read(tree)
        if reader.hot_journals > seen:
            return tree
    raise CampaignFailed("no kill inside the commit left a hot journal")


def cut_restores(
    workload: Workload,
    launcher: Launcher,
    scratch: Path,
    stage: Stage,
    command: Arguments,
    name: str,
    count: int,
    rng: random.Random,
) -> RestoreFigures:
    """Runs `command` on scratch/"live" under the library, then cuts the power `count` times in its record."""
    folder, log = scratch / "live", scratch / "restore.log"
    log.unlink(missing_ok=True)
    Reader(workload, folder).unfold(stage.live)
    settings = {**workload.settings(scratch), **fault_settings(folder, log)}
    acknowledge(log, 1, run_or_fail(launcher, command, settings).encode())
    recording = finished_recording(workload, folder, stage.live, log, [])
    figures = RestoreFigures(name)
    reader = Reader(workload, scratch / "cut")
    for point in power_cuts(folder, stage.live, recording.records, count, rng):
        reading = reader.read(point.tree)
        figures.cuts += 1
        trouble = _count(figures, reading, stage, bool(point.acknowledged))
        if trouble and len(figures.examples) < 5:
            figures.examples.append(f"after call {point.position}, {point.loss}: {trouble}"[:300])
    figures.hot_journals = reader.hot_journals
    return figures


def _count(figures: RestoreFigures, reading: Reading, stage: Stage, acknowledged: bool) -> str:
    """Counts one reading; what is wrong with it, empty when nothing is."""
    if reading.fault is not None or reading.half:
        figures.broken += 1
        return f"{reading.fault} {reading.half}"
    if reading.lines == stage.new.lines:
        figures.new += 1
        return ""
    if reading.lines != stage.old.lines:
        figures.mixed += 1
        return f"{len(reading.lines)} lines, neither the old nor the new ones"
    figures.old += 1
    figures.undone += acknowledged
    return "acknowledged, but the old book is there" if acknowledged else ""
