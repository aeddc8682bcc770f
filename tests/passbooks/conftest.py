from pathlib import Path

import pytest

from builders.books import account_ids
from builders.village import Village, settled_village


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


@pytest.fixture
def account(village: Village) -> int:
    return account_ids(village)[0]
