"""The fault campaigns, whole, by one command.

python tests/faults/campaign.py --cuts 5000 --kills 200 --io all --flips 300 --restores 600 --seed N

Exit 0: every promise kept and every negative control seen to break one. 1: not so. 3: a tool is missing.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desk import Desk
from flips import FlipFigures, flip_bits
from io_errors import ErrorFigures, fail_in_turn, grouped
from kills import KillFigures, kill_again_and_again
from launch import Forked
from posting_desk import PostingDesk
from power_cuts import CutFigures, Recording, cut_power, record_run, record_session, run_or_fail
from printing_desk import PrintingDesk
from replay import Tree, read_tree, write_tree
from restores import RestoreFigures, cut_restores, set_stage
from shim import ToolMissing, build
from shop_kills import ShopKillFigures, kill_at_the_counter
from shopping_desk import ShoppingDesk
from workload import Bare, Workload

STEPS = 60
LANES = 2
CONTROL_CUTS = 400
CONTROLS = (("DELETE", "FULL", "NORMAL"), ("TRUNCATE", "NORMAL", "EXCLUSIVE"))
WORKLOADS: dict[str, Callable[[], Workload]] = {"bare": Bare, "desk": Desk}
DEFAULT_WORKLOAD = "desk"


def chosen_workload(name: str = DEFAULT_WORKLOAD) -> Workload:
    """The program under test: `desk` is the product, `bare` the harness's own test piece."""
    return WORKLOADS[name]()


@dataclass(slots=True)
class Bench:
    """A scratch folder with the built library and the prepared start of one workload."""

    workload: Workload
    library: Path
    scratch: Path
    start: Tree = field(default_factory=dict)
    recording: Recording | None = None

    def room(self, name: str) -> Path:
        """A new empty folder."""
        folder = self.scratch / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


def scratch_folder() -> Path:
    """In memory where the system offers it: thousands of small trees are written there."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="faults-", dir=memory if memory.is_dir() else None)).resolve()


@contextmanager
def bench(workload: Workload) -> Iterator[Bench]:
    """Builds the library and the starting file; everything is removed afterwards. Raises ToolMissing."""
    scratch = scratch_folder()
    try:
        made = Bench(workload, build(scratch), scratch)
        base = made.room("base")
        workload.prepare(base)
        made.start = read_tree(base)
        yield made
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _record(on: Bench, steps: int, seed: int) -> Recording:
    """One recording of the installed commands serves all campaigns on the same bench."""
    if on.recording is None:
        launcher, rng = on.workload.installed(on.library), random.Random(f"record {seed}")
        on.recording = record_run(on.workload, launcher, on.room("recording"), on.start, steps, rng)
    return on.recording


def power_cut_campaign(
    on: Bench, cuts: int, seed: int, *, steps: int = STEPS, verify_share: int = 20
) -> CutFigures:
    """Power cuts while the installed program records batches, reverses lines and recovers from kills."""
    return cut_power(
        on.workload,
        _record(on, steps, seed),
        on.room("cuts"),
        cuts,
        random.Random(f"cuts {seed}"),
        verifier=on.workload.installed(on.library),
        verify_share=verify_share,
    )


def session_campaign(on: Bench, cuts: int, seed: int) -> CutFigures:
    """Power cuts while one long-lived process records, as the window does."""
    room = on.room("session")
    recording = record_session(on.workload, on.library, room, on.start, STEPS // 2)
    return cut_power(on.workload, recording, room, cuts, random.Random(f"session {seed}"))


def printing_campaign(library: Path, scratch: Path, cuts: int, seed: int) -> tuple[CutFigures, int]:
    """Power cuts while a process sends lines to paper and answers for them; how often lines then waited."""
    desk, room = PrintingDesk(), scratch / "printing"
    shutil.rmtree(room, ignore_errors=True)
    base = room / "base"
    base.mkdir(parents=True)
    desk.prepare(base)
    recording = record_session(desk, library, room, read_tree(base), STEPS // 2)
    desk.open_prints = 0
    figures = cut_power(desk, recording, room, cuts, random.Random(f"printing {seed}"))
    return figures, desk.open_prints


def posting_campaign(library: Path, scratch: Path, cuts: int, seed: int) -> tuple[CutFigures, int]:
    """Power cuts while a process hangs notices and closes them; how often deeds then hung."""
    desk, room = PostingDesk(), scratch / "posting"
    shutil.rmtree(room, ignore_errors=True)
    base = room / "base"
    base.mkdir(parents=True)
    desk.prepare(base)
    recording = record_session(desk, library, room, read_tree(base), STEPS // 2)
    desk.hanging = 0
    figures = cut_power(desk, recording, room, cuts, random.Random(f"posting {seed}"))
    return figures, desk.hanging


def lying_disk_control(on: Bench, cuts: int, seed: int, *, steps: int = STEPS) -> CutFigures:
    """The same record on a disk that ignores every sync: must break promises."""
    rng = random.Random(f"lying {seed}")
    return cut_power(on.workload, _record(on, steps, seed), on.room("lying"), cuts, rng, syncs_ignored=True)


def weak_mode_controls(library: Path, scratch: Path, cuts: int, seed: int) -> list[CutFigures]:
    """Weaker engine modes under the same replayer: must break promises."""
    found = []
    for modes in CONTROLS:
        bare = Bare(*modes)
        folder = scratch / "-".join(modes)
        shutil.rmtree(folder, ignore_errors=True)
        base = folder / "base"
        base.mkdir(parents=True)
        bare.prepare(base)
        recording = record_session(bare, library, folder, read_tree(base), STEPS)
        found.append(cut_power(bare, recording, folder, cuts, random.Random(f"control {seed}")))
    return found


@contextmanager
def _warm(workload: Workload, library: Path, room: Path, start: Tree) -> Iterator[list[Forked]]:
    """A launcher for each lane that forks from a warm process, which has done one batch already."""
    with ExitStack() as stack:
        warm = [stack.enter_context(workload.forked(library, room / f"warm-{lane}")) for lane in range(LANES)]
        for lane, one in enumerate(warm):
            stage = room / f"rehearsal-{lane}"
            write_tree(start, stage)
            one.rehearse(workload.large(stage, 1), workload.settings(room))
        yield warm


def kill_campaign(on: Bench, cycles: int, seed: int, *, forked: bool = False) -> KillFigures:
    """SIGKILL while the program writes a large batch: as installed, or forked from a warm process."""
    room, rng, installed = (
        on.room("killing"),
        random.Random(f"kills {seed}"),
        on.workload.installed(on.library),
    )
    if not forked:
        lanes = [installed] * LANES
        return kill_again_and_again(on.workload, lanes, installed, room, on.start, cycles, rng)
    with _warm(on.workload, on.library, room, on.start) as warm:
        return kill_again_and_again(on.workload, warm, installed, room, on.start, cycles, rng)


def shop_kill_campaign(library: Path, scratch: Path, cycles: int, seed: int) -> ShopKillFigures:
    """SIGKILL while a process redeems, takes back, receives and counts, forked from a warm one."""
    desk, room = ShoppingDesk(), scratch / "redeeming"
    shutil.rmtree(room, ignore_errors=True)
    base = room / "base"
    base.mkdir(parents=True)
    desk.prepare(base)
    start, rng = read_tree(base), random.Random(f"redeeming {seed}")
    with _warm(desk, library, room, start) as warm:
        return kill_at_the_counter(desk, warm, desk.installed(library), room, start, cycles, rng)


def io_error_campaign(on: Bench, amount: str, seed: int) -> ErrorFigures:
    """File calls of one save failing in turn, forked from a warm process."""
    room, rng = on.room("failing"), random.Random(f"errors {seed}")
    with _warm(on.workload, on.library, room, on.start) as warm:
        return fail_in_turn(on.workload, warm, room, on.start, amount, rng)


def installed_io_errors(on: Bench, amount: str, seed: int) -> ErrorFigures:
    """A sample of the same with the installed program started anew each time."""
    launcher, rng = on.workload.installed(on.library), random.Random(f"installed errors {seed}")
    return fail_in_turn(on.workload, [launcher] * LANES, on.room("failing-installed"), on.start, amount, rng)


def flip_campaign(on: Bench, flips: int, seed: int) -> FlipFigures:
    """Single bits turned in a file with four large batches."""
    room = on.room("flips")
    folder = room / "book"
    write_tree(on.start, folder)
    for index in range(1, 5):
        launcher = on.workload.installed(on.library)
        run_or_fail(launcher, on.workload.large(folder, index), on.workload.settings(room))
    return flip_bits(on.workload, room, read_tree(folder), flips, random.Random(f"flips {seed}"))


def restore_campaign(on: Bench, cuts: int, seed: int) -> list[RestoreFigures]:
    """Power cuts during a restore, from a file in order and from one with a hot journal."""
    found = []
    for hot in (False, True):
        room = on.room(f"restore-{hot}")
        launcher = on.workload.installed(on.library)
        stage = set_stage(on.workload, launcher, room, on.start, hot=hot)
        command = on.workload.restore(room / "live", stage.copy)
        name = f"restore, {'hot journal' if hot else 'file in order'}"
        rng = random.Random(f"restore {seed}")
        found.append(cut_restores(on.workload, launcher, room, stage, command, name, cuts // 2, rng))
    return found


def replacing_control(library: Path, scratch: Path, cuts: int, seed: int) -> RestoreFigures:
    """A restore that exchanges the file beside a hot journal: must break the book."""
    bare, room = Bare(), scratch / "replacing"
    shutil.rmtree(room, ignore_errors=True)
    base = room / "base"
    base.mkdir(parents=True)
    bare.prepare(base)
    launcher = bare.installed(library)
    stage = set_stage(bare, launcher, room, read_tree(base), hot=True)
    command = bare.replace(room / "live", stage.copy)
    rng = random.Random(f"replacing {seed}")
    return cut_restores(bare, launcher, room, stage, command, "file exchanged, hot journal", cuts, rng)


def show_cuts(figures: CutFigures) -> str:
    asked = figures.verified_by_command
    passed = asked - len(figures.refused_by_command)
    return (
        f"power cuts       {figures.workload}: {figures.cuts} tried ({figures.distinct} different trees), "
        f"acknowledged lost {figures.lost}, broken {figures.broken}, half batches {figures.half}, "
        f"syncs seen {figures.syncs}, hot journals seen {figures.hot_journals}"
        + (f", verify command passed {passed} of {asked}" if asked else "")
    )


def show_kills(figures: KillFigures) -> str:
    return (
        f"kills            {figures.cycles} cycles, {figures.killed} killed, "
        f"hot journals {figures.hot_journals}, "
        f"acknowledged lost {figures.lost}, broken {figures.broken}, half batches {figures.half}, "
        f"durable but unacknowledged {figures.durable_unacknowledged}, asked again {figures.retried}, "
        f"doubled {figures.doubled}, verify command passed "
        f"{figures.verified_by_command - len(figures.refused_by_command)} of {figures.verified_by_command}"
    )


def show_shop_kills(figures: ShopKillFigures) -> str:
    during = ", ".join(f"{place}: {count}" for place, count in sorted(figures.during.items()))
    return (
        f"kills while redeeming {figures.cycles} mornings, {figures.killed} killed (by act {during}), hot"
        f" journals {figures.hot_journals}, acts told {figures.told}, told and lost {figures.lost}, broken"
        f" {figures.broken}, half {figures.half}, durable but untold {figures.durable_unacknowledged}, done"
        f" again {figures.retried}, doubled {figures.doubled}, verify command passed"
        f" {figures.verified_by_command - len(figures.refused_by_command)} of {figures.verified_by_command}"
    )


def show_errors(title: str, figures: ErrorFigures) -> str:
    return (
        f"{title:<16} {figures.runs} runs over the {figures.calls} calls of one save, "
        f"refused {figures.refused}, survived {figures.survived}, "
        f"durable but refused {figures.durable_but_refused}, wrong {len(figures.wrong)}"
    )


def show_restores(figures: RestoreFigures) -> str:
    return (
        f"restores         {figures.name}: {figures.cuts} cuts, old {figures.old}, new {figures.new}, "
        f"mixed {figures.mixed}, broken {figures.broken}, undone after acknowledgement {figures.undone}, "
        f"hot journals seen {figures.hot_journals}"
    )


def show_flips(figures: FlipFigures) -> str:
    return (
        f"flipped bits     {figures.flips} tried, visible {figures.visible}, found {figures.found}, "
        f"missed {dict(figures.missed)}, check broke down {len(figures.crashed)}"
    )


def arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fault campaigns on Passbook Desk's village file.")
    parser.add_argument("--cuts", type=int, default=5000, help="simulated power cuts while recording")
    parser.add_argument("--kills", type=int, default=200, help="SIGKILL cycles")
    parser.add_argument("--io", default="all", help="all | each | a number of failing calls | 0")
    parser.add_argument("--restores", type=int, default=600, help="simulated power cuts during restores")
    parser.add_argument("--flips", type=int, default=300, help="single bits turned in the file")
    parser.add_argument(
        "--seed", type=int, default=None, help="a fresh one is drawn and printed when missing"
    )
    parser.add_argument("--workload", choices=sorted(WORKLOADS), default=DEFAULT_WORKLOAD)
    return parser.parse_args(given)


class _Report:
    """Prints figures as they come and remembers what went wrong."""

    def __init__(self) -> None:
        self.failed: list[str] = []
        self._began = time.monotonic()

    def line(self, text: str) -> None:
        print(f"{time.monotonic() - self._began:7.1f} s  {text}", flush=True)

    def expect(self, held: bool, sentence: str, examples: Sequence[str] = ()) -> None:
        if not held:
            self.failed.append(sentence)
            self.line(f"NOT KEPT: {sentence}")
            for one in examples[:12]:
                self.line(f"  {one}")


def run(options: argparse.Namespace, seed: int) -> list[str]:
    """Runs what was asked for; the promises that were not kept. Raises ToolMissing."""
    report = _Report()
    with bench(chosen_workload(options.workload)) as on:
        report.line(f"seed {seed}, workload {on.workload.name}")
        if options.cuts:
            _run_cuts(on, options.cuts, seed, report)
        if options.kills:
            kills = kill_campaign(on, options.kills, seed)
            report.line(show_kills(kills))
            report.expect(kills.kept, "kills break no promise", kills.examples + kills.refused_by_command)
            report.expect(
                kills.hot_journals * 4 >= kills.cycles, "at least a quarter of the kills leave a hot journal"
            )
            shop = shop_kill_campaign(on.library, on.scratch, options.kills, seed)
            report.line(show_shop_kills(shop))
            report.expect(
                shop.kept, "a redemption is whole or absent", shop.examples + shop.refused_by_command
            )
        if options.io != "0":
            _run_errors(on, options.io, seed, report)
        if options.flips:
            flips = flip_campaign(on, options.flips, seed)
            report.line(show_flips(flips))
            report.expect(flips.kept, "every visible flip is found and named", flips.crashed)
        if options.restores:
            for restores in restore_campaign(on, options.restores, seed):
                report.line(show_restores(restores))
                report.expect(restores.kept, f"{restores.name}: old or new", restores.examples)
            control = replacing_control(on.library, on.scratch, CONTROL_CUTS, seed)
            report.line("control: " + show_restores(control))
            report.expect(not control.kept, f"{control.name}: the harness sees it break")
    return report.failed


def _run_cuts(on: Bench, cuts: int, seed: int, report: _Report) -> None:
    figures = power_cut_campaign(on, cuts, seed)
    report.line(show_cuts(figures))
    report.expect(figures.kept, "power cuts break no promise", figures.examples + figures.refused_by_command)
    report.expect(figures.syncs > 0 and figures.hot_journals > 0, "syncs and hot journals are seen")
    session = session_campaign(on, cuts // 5, seed)
    report.line("one long process: " + show_cuts(session))
    report.expect(session.kept, "power cuts break no promise of a long-lived process", session.examples)
    printing, waiting = printing_campaign(on.library, on.scratch, cuts // 10, seed)
    report.line(f"printing in books: {show_cuts(printing)}; lines waited in {waiting} readings")
    report.expect(printing.kept and waiting > 0, "what is sent waits, and moves nothing", printing.examples)
    posting, hanging = posting_campaign(on.library, on.scratch, cuts // 10, seed)
    report.line(f"notices hung and closed: {show_cuts(posting)}; deeds hung in {hanging} readings")
    report.expect(posting.kept and hanging > 0, "a notice closes with all its deeds", posting.examples)
    controls = [lying_disk_control(on, CONTROL_CUTS, seed)]
    controls += weak_mode_controls(on.library, on.scratch, CONTROL_CUTS, seed)
    for title, control in zip(("syncs ignored", "weak mode", "weak mode"), controls, strict=True):
        report.line(f"control, {title}: {show_cuts(control)}")
        report.expect(control.lost > 0, f"{control.workload}, {title}: the harness sees lost lines")


def _run_errors(on: Bench, amount: str, seed: int, report: _Report) -> None:
    figures = io_error_campaign(on, amount, seed)
    report.line(show_errors("failing calls", figures))
    for kind, count in sorted(figures.by_kind.items()):
        report.line(f"    {kind}: {count}")
    for sentence, count in figures.sentences.most_common():
        report.line(f"    {count} × {sentence}")
    report.expect(figures.kept, "failing calls end in one sentence and nothing half", grouped(figures.wrong))
    sample = installed_io_errors(on, "40", seed)
    report.line(show_errors("…as installed", sample))
    report.expect(sample.kept, "the same with the installed program", grouped(sample.wrong))


def main(given: Sequence[str]) -> int:
    """Exit code as in the head of this file."""
    options = arguments(given)
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**9)
    try:
        failed = run(options, seed)
    except ToolMissing as missing:
        print(missing, file=sys.stderr)
        return 3
    print(f"{len(failed)} promises not kept, seed {seed}" if failed else f"all promises kept, seed {seed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
