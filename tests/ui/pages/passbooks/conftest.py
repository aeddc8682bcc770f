from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from builders.offices import Office


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    working = Office(tmp_path)
    yield working
    working.village.store.close()
    assert working.jobs.failures == []
