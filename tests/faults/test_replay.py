"""The replayer itself: what it lets survive, what it loses, and that the harness notices."""

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from launch import Installed
from replay import Loss, count_syncs, final_tree, flipped, power_cuts, read_tree
from shim import Fault, Record, ToolMissing, acknowledge, build, fault_settings, read_log
from workload import Acknowledged, Bare, Reader, judge

pytestmark = pytest.mark.faults

FOLDER = Path("/village")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("library"))


def call(kind: str, handle: int = 1, *, path: str = "", second: str = "", **more: object) -> Record:
    """A successful call of process 1."""
    fields: dict[str, object] = {
        "process": 1,
        "number": 0,
        "nanos": 0,
        "error": 0,
        "flags": 0,
        "offset": 0,
        "length": 0,
        "data": b"",
        **more,
    }
    full = {"path": f"{FOLDER}/{path}" if path else "", "second": f"{FOLDER}/{second}" if second else ""}
    return Record(kind=kind, handle=handle, **full, **fields)  # type: ignore[arg-type]


def opened(path: str, handle: int = 1, flags: int = 0) -> Record:
    return call("O", handle, path=path, flags=flags)


def folder_opened(handle: int) -> Record:
    return Record("O", 1, 0, 0, handle, 0, 4, 0, 0, str(FOLDER), "", b"")


def wrote(data: bytes, offset: int = 0, handle: int = 1) -> Record:
    return call("W", handle, data=data, offset=offset, length=len(data))


def after(records: list[Record], start: dict[str, bytes], tries: int = 300) -> Iterator[dict[str, bytes]]:
    """Trees that a power cut after the last record may leave."""
    for point in power_cuts(FOLDER, start, records, tries * (len(records) + 1), random.Random(5)):
        if point.position == len(records):
            yield point.tree


def test_a_synced_write_survives_every_power_cut() -> None:
    records = [opened("a"), wrote(b"new"), call("S")]
    assert {tree["a"] for tree in after(records, {"a": b"old"})} == {b"new"}


def test_an_unsynced_write_survives_some_power_cuts_and_not_others() -> None:
    records = [opened("a"), wrote(b"new")]
    assert {tree["a"] for tree in after(records, {"a": b"old"})} == {b"old", b"new"}


def test_a_sync_of_another_file_protects_nothing() -> None:
    records = [opened("a"), wrote(b"new"), opened("b", 2), call("S", 2)]
    assert {tree["a"] for tree in after(records, {"a": b"old", "b": b""})} == {b"old", b"new"}


def test_a_long_write_can_be_torn_at_sectors_only() -> None:
    old, new = b"o" * 16384, b"n" * 16384
    seen = {tree["a"] for tree in after([opened("a"), wrote(new)], {"a": old})}
    torn = seen - {old, new}
    assert torn
    for data in torn:
        assert all(len(set(data[place : place + 512])) == 1 for place in range(0, len(data), 512))


def test_later_writes_may_reach_the_disk_before_earlier_ones() -> None:
    records = [opened("a"), wrote(b"1", 0), wrote(b"2", 1)]
    assert {tree["a"] for tree in after(records, {"a": b".."})} == {b"..", b"1.", b".2", b"12"}


def test_an_unsynced_truncation_is_sometimes_undone() -> None:
    records = [opened("a"), call("T", length=1)]
    assert {tree["a"] for tree in after(records, {"a": b"long"})} == {b"l", b"long"}


def test_names_persist_as_a_prefix_until_the_folder_is_synced() -> None:
    records = [
        opened("new", 1, flags=1),
        call("S"),
        call("N", 0, path="old", second="older"),
        call("U", 0, path="new"),
    ]
    seen = {tuple(sorted(tree)) for tree in after(records, {"old": b""})}
    assert seen == {("old",), ("new", "old"), ("new", "older"), ("older",)}
    settled = [*records, folder_opened(9), call("S", 9)]
    assert {tuple(sorted(tree)) for tree in after(settled, {"old": b""})} == {("older",)}


def test_a_file_synced_and_renamed_is_old_or_new_but_never_half() -> None:
    records = [opened("part", 1, flags=1), wrote(b"new"), call("S"), call("N", 0, path="part", second="a")]
    seen = {tree["a"] for tree in after(records, {"a": b"old"})}
    assert seen == {b"old", b"new"}


def test_a_failed_call_changes_nothing() -> None:
    records = [opened("a"), call("T", length=0, error=5), call("S", error=5)]
    assert {tree["a"] for tree in after(records, {"a": b"old"})} == {b"old"}


def test_ignored_syncs_lose_even_synced_writes() -> None:
    records = [opened("a"), wrote(b"new"), call("S")]
    points = list(power_cuts(FOLDER, {"a": b"old"}, records, 400, random.Random(5), syncs_ignored=True))
    assert {one.tree["a"] for one in points if one.position == 3} == {b"old", b"new"}
    assert {one.loss for one in points} == set(Loss)


def test_only_steps_acknowledged_before_the_cut_count_as_acknowledged() -> None:
    records = [opened("a"), wrote(b"1"), call("A", 0, number=1), wrote(b"2"), call("A", 0, number=2)]
    seen = {
        point.position: point.acknowledged
        for point in power_cuts(FOLDER, {"a": b""}, records, 200, random.Random(1))
    }
    assert seen[2] == ()
    assert seen[3] == seen[4] == (1,)
    assert seen[5] == (1, 2)


SCRIPT = """
import os, sys
from pathlib import Path
folder = Path(sys.argv[1])
with open(folder / "a", "r+b") as target:
    target.seek(2); target.write(b"xyz"); target.flush(); os.fsync(target.fileno()); target.truncate(4)
(folder / "made").write_text("made")
os.replace(folder / "made", folder / "moved")
(folder / "below").mkdir()
(folder / "below" / "deep").write_bytes(b"d" * 9000)
with open(folder / "a", "ab") as target:
    target.write(b"end")
os.unlink(folder / "gone")
"""


def test_the_record_of_a_program_leads_to_the_files_it_left(library: Path, tmp_path: Path) -> None:
    folder, log = tmp_path / "folder", tmp_path / "log"
    folder.mkdir()
    (folder / "a").write_bytes(b"0123456789")
    (folder / "gone").write_bytes(b"")
    start = read_tree(folder)
    outcome = Installed(library, (sys.executable, "-c", SCRIPT)).run(
        [str(folder)], fault_settings(folder, log)
    )
    acknowledge(log, 1, b"done")
    assert outcome.code == 0, outcome.err
    records = read_log(log)
    assert final_tree(folder, start, records) == read_tree(folder)
    assert read_tree(folder) == {"a": b"01xyend", "moved": b"made", "below/deep": b"d" * 9000}
    assert count_syncs(records) == 1
    assert (records[-1].kind, records[-1].number, records[-1].data) == ("A", 1, b"done")


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault(at=2, error=5), "5"),
        (Fault(at=2, error=28, half=True), "28 after 3"),
        (Fault(at=2, half=True), "done"),
        (Fault(at=99, error=5), "done"),
    ],
)
def test_the_chosen_call_fails_as_told(library: Path, tmp_path: Path, fault: Fault, said: str) -> None:
    script = """
import os, sys
target = os.open(sys.argv[1] + "/a", os.O_CREAT | os.O_WRONLY)
left = b"123456"
try:
    while left: left = left[os.write(target, left):]
    print("done")
except OSError as error:
    print(error.errno, *(["after", 6 - len(left)] if len(left) < 6 else []))
"""
    program = Installed(library, (sys.executable, "-c", script))
    outcome = program.run([str(tmp_path)], fault_settings(tmp_path, None, fault))
    assert outcome.out.strip() == said


def test_a_kill_comes_before_the_chosen_call_or_after_half_of_it(library: Path, tmp_path: Path) -> None:
    script = 'import os, sys; os.write(os.open(sys.argv[1] + "/a", os.O_CREAT | os.O_WRONLY), b"123456")'
    program = Installed(library, (sys.executable, "-c", script))
    before = program.run([str(tmp_path)], fault_settings(tmp_path, None, Fault(at=2, kill=True)))
    assert before.killed
    assert (tmp_path / "a").read_bytes() == b""
    within = program.run([str(tmp_path)], fault_settings(tmp_path, None, Fault(at=2, kill=True, half=True)))
    assert within.killed
    assert (tmp_path / "a").read_bytes() == b"123"


def test_the_warm_process_answers_as_the_installed_program_does(library: Path, tmp_path: Path) -> None:
    bare, folder = Bare(), tmp_path / "book"
    folder.mkdir()
    bare.prepare(folder)
    start = read_tree(folder)
    alone = bare.installed(library).run(bare.large(folder, 1), fault_settings(folder, tmp_path / "log-1"))
    tree = read_tree(folder)
    Reader(bare, folder).unfold(start)
    with bare.forked(library, tmp_path / "warm") as warm:
        forked = warm.run(bare.large(folder, 1), fault_settings(folder, tmp_path / "log-2"))
    assert (alone.code, alone.out, alone.err) == (forked.code, forked.out, forked.err)
    assert tree == read_tree(folder)
    kinds = [[one.kind for one in read_log(tmp_path / name)] for name in ("log-1", "log-2")]
    assert kinds[0] == kinds[1]


def test_flipped_bits_of_lines_are_seen_by_the_reading(tmp_path: Path) -> None:
    bare, rng = Bare(), random.Random(11)
    bare.prepare(tmp_path)
    start = read_tree(tmp_path)
    reader = Reader(bare, tmp_path / "cut")
    good = reader.read(start)
    assert good.fault is None
    faults = changed = 0
    for _ in range(150):
        reading = reader.read({"book.db": flipped(start["book.db"], rng)})
        faults += reading.fault is not None
        changed += reading.fault is None and reading.lines != good.lines
    assert faults > 30
    assert changed == 0


def test_a_missing_or_changed_acknowledged_line_is_a_lost_one(tmp_path: Path) -> None:
    bare = Bare()
    bare.prepare(tmp_path)
    reading = bare.read(tmp_path)
    said = [Acknowledged(1, (1, 2)), Acknowledged(2, (10**6,))]
    assert judge(reading, said, {}).lost == (10**6,)
    assert judge(reading, said[:1], {**reading.lines, 2: "another"}).lost == (2,)
    assert judge(reading, said[:1], reading.lines).kept


def test_without_a_compiler_the_harness_fails_loudly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolMissing, match="gcc"):
        build(tmp_path)
    script = Path(__file__).with_name("campaign.py")
    command = [
        sys.executable,
        str(script),
        "--cuts",
        "1",
        "--kills",
        "0",
        "--io",
        "0",
        "--flips",
        "0",
        "--restores",
        "0",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "gcc" in done.stderr
