"""Mutated workbooks in any number, from a seed: each must end in an import or in a clear refusal.

python tests/properties/mutants/campaign.py --mutants 2000 --seed N
"""

import argparse
import io
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[3]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from openpyxl import load_workbook

from builders.village import KEY, Village, new_village
from passbook_desk.documents.workbook_eye import Reader
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.households.queries import households
from passbook_desk.features.households.roster.planning import plan_roster
from passbook_desk.features.intake import reading
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.ledger.imports import apply_roster
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.ui.kit.sentences import tell
from properties.mutants.cells import MUTATIONS
from properties.mutants.damage import BYTES_ONLY, DAMAGES

SAMPLES: Final = Path(__file__).resolve().parents[2] / "samples"
FIXED_SEED: Final = 20260601
_TELLER: Final = """
import sys
from passbook_desk.features.intake import child
code = child.main(sys.argv[2:])
with open("/proc/self/status") as status, open(sys.argv[1], "a") as log:
    log.write(next(line.split()[1] for line in status if line.startswith("VmHWM")) + "\\n")
sys.exit(code)
"""
_ROWS_KEPT: Final = 45
_WHOLE: Final = 20
"""One mutant in so many is made of a whole roster instead of its first rows."""


@dataclass(slots=True)
class Figures:
    """What became of the mutants: `outcomes` by "imported", "nothing to import" or a refusal's code."""

    seed: int
    outcomes: Counter[str] = field(default_factory=Counter)
    made_by: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    slowest_s: float = 0.0
    peak_mb: float = 0.0

    @property
    def mutants(self) -> int:
        return self.outcomes.total() + len(self.broken)

    def shown(self) -> str:
        """A few lines for people."""
        ends = ", ".join(f"{end} {times}" for end, times in self.outcomes.most_common())
        means = ", ".join(f"{name} {times}" for name, times in sorted(self.made_by.items()))
        return (
            f"{self.mutants} mutants, seed {self.seed}: {ends}; slowest {self.slowest_s:.1f} s, "
            f"reader's peak {self.peak_mb:.0f} MB; broken {len(self.broken)}\n  {means}"
        )


def campaign(mutants: int, seed: int) -> Figures:
    """Make so many mutants and try to import each into a village of its own."""
    chance, figures = random.Random(seed), Figures(seed)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        scratch = Path(folder)
        bases = list(_bases(scratch))
        log = scratch / "peaks"
        damages = _dealt(chance)
        for number in range(mutants):
            path, means = _mutant(chance, damages, bases, scratch, number)
            figures.made_by.update(means)
            began = time.monotonic()
            try:
                with _peaks_told(log):
                    figures.outcomes[_tried(path, scratch)] += 1
            except Exception as error:  # noqa: BLE001 - any kind is a finding of this campaign
                figures.broken.append(f"mutant {number} ({', '.join(means)}): {error!r}")
            figures.slowest_s = max(figures.slowest_s, time.monotonic() - began)
            path.unlink()
        figures.peak_mb = max(map(int, log.read_text(encoding="ascii").split())) / 1024
    return figures


def _bases(scratch: Path) -> Iterator[Path]:
    """The rosters of the samples: their first rows, and whole."""
    for sample in sorted(SAMPLES.glob("花名册*.xlsx")):
        if "加密" in sample.name:
            continue
        book = load_workbook(sample)
        for sheet in book.worksheets:
            for area in [area for area in sheet.merged_cells.ranges if area.max_row > _ROWS_KEPT]:
                sheet.merged_cells.remove(area)
            sheet.delete_rows(_ROWS_KEPT + 1, sheet.max_row)
        short = scratch / f"short-{sample.name}"
        book.save(short)
        yield short
    yield from sorted(path for path in SAMPLES.glob("花名册*") if path.suffix in (".xlsx", ".csv", ".xls"))


def _dealt(chance: random.Random) -> Iterator[str]:
    """Every damage once in a new order, again and again, so that none is left out of a short campaign."""
    while True:
        yield from chance.sample(sorted(DAMAGES), len(DAMAGES))


def _mutant(
    chance: random.Random, damages: Iterator[str], bases: list[Path], scratch: Path, number: int
) -> tuple[Path, tuple[str, ...]]:
    short = [base for base in bases if base.parent == scratch]
    base = chance.choice(bases if chance.randrange(_WHOLE) == 0 else short)
    means: list[str] = []
    data = base.read_bytes()
    if base.suffix == ".xlsx" and chance.random() < 0.7:
        book = load_workbook(io.BytesIO(data)) if "加密" not in base.name else None
        if book is not None:
            for name in chance.sample(sorted(MUTATIONS), chance.randint(1, 4)):
                MUTATIONS[name](chance, book)
                means.append(name)
            out = io.BytesIO()
            book.save(out)
            data = out.getvalue()
    if not means or chance.random() < 0.1:
        zipped = data.startswith(b"PK")
        name = next(damages) if zipped else chance.choice(BYTES_ONLY)
        data = DAMAGES[name](chance, data)
        means.append(name)
    path = scratch / f"花名册-{number}{base.suffix}"
    path.write_bytes(data)
    return path, tuple(means)


def _tried(path: Path, scratch: Path) -> str:
    """How the mutant ended; raises whatever a clerk would see as a crash."""
    with _village(scratch) as village:
        try:
            workbook = read_workbook(path, NullProgress())
            with village.read() as scope:
                plan = plan_roster(scope, workbook, KEY)
            with village.write() as tx:
                apply_roster(tx, plan, NullProgress())
        except PassbookError as refused:
            return _refusal(village, refused)
        with village.read() as scope:
            held, said = len(households(scope)), len(plan.roster.households)
            assert held == said, f"{said} households were to go in, the file holds {held}"
            verify_audit(scope)
            verify_ledger(scope)
        return "imported" if held else "nothing to import"


def _refusal(village: Village, refused: PassbookError) -> str:
    """The code of a refusal that has a whole sentence and has written nothing."""
    sentence = tell(refused)
    assert sentence, refused.code
    assert "{" not in sentence, sentence
    with village.read() as scope:
        assert not households(scope), "a refusal has written something"
    return refused.code


@contextmanager
def _peaks_told(log: Path) -> Iterator[None]:
    """Let each reading process write its peak memory (kB) into `log` when it ends by itself."""
    usual = reading.child_command

    def telling(reader: Reader, path: Path) -> list[str]:
        words = usual(reader, path)
        return [words[0], "-c", _TELLER, str(log), *words[-2:]]

    reading.child_command = telling
    try:
        yield
    finally:
        reading.child_command = usual


@contextmanager
def _village(scratch: Path) -> Iterator[Village]:
    with tempfile.TemporaryDirectory(dir=scratch) as home:
        village = new_village(Path(home))
        try:
            yield village
        finally:
            village.store.close()


def main() -> int:
    parser = argparse.ArgumentParser(description="Mutated workbooks against the importer.")
    parser.add_argument("--mutants", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    given = parser.parse_args()
    figures = campaign(given.mutants, given.seed)
    sys.stdout.write("\n".join((figures.shown(), *figures.broken, "")))
    return 1 if figures.broken else 0


if __name__ == "__main__":
    sys.exit(main())
