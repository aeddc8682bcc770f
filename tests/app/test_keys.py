"""The key file of the lookups."""

import os
from pathlib import Path

import pytest

from passbook_desk.app.keys import key_file, new_key, read_key, write_key
from passbook_desk.db.errors import ReadWriteFault


def test_a_written_key_reads_back(tmp_path: Path) -> None:
    key = new_key()
    write_key(tmp_path / "村.pbk", key)
    assert read_key(tmp_path / "村.pbk") == key


def test_a_missing_or_broken_key_is_none(tmp_path: Path) -> None:
    village = tmp_path / "村.pbk"
    assert read_key(village) is None
    key_file(village).write_bytes(b"short")
    assert read_key(village) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows calls a folder in the place of a file forbidden")
def test_a_key_that_the_disk_does_not_give_is_named_and_stays(tmp_path: Path) -> None:
    village = tmp_path / "村.pbk"
    key_file(village).mkdir()
    with pytest.raises(ReadWriteFault):
        read_key(village)
