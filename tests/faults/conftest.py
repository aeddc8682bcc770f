"""The campaign's modules import each other by bare name, as when campaign.py is run as a script."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from campaign import Bench, bench, chosen_workload
from seeds import FIXED_SEED, FRESH_SEED


@pytest.fixture(scope="session")
def on() -> Iterator[Bench]:
    """The program under test with its prepared file, and the built fault library."""
    with bench(chosen_workload()) as made:
        yield made


@pytest.fixture(scope="session", params=[FIXED_SEED, FRESH_SEED], ids=["fixed-seed", "fresh-seed"])
def seed(request: pytest.FixtureRequest) -> int:
    """A fixed seed, and one that nobody has seen before."""
    return int(request.param)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """With this seed `campaign.py --seed` and a debugger can walk the same way again."""
    terminalreporter.write_line(f"faults: fixed seed {FIXED_SEED}, fresh seed {FRESH_SEED}")
