"""Builds the preloaded library, words its settings and reads the log that it writes."""

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
_MAGIC = 0x544C4146
_ENTRY = struct.Struct("<IIQQIiqqIHHcB")

CREATED, EMPTIED, IS_FOLDER, KILLED = 1, 2, 4, 8
ACKNOWLEDGED = "A"


class ToolMissing(Exception):
    """A program the harness needs is not installed; the campaign ends with exit 3, never skips."""


class UnreadableLog(Exception):
    """The log is torn somewhere else than at its end: the harness itself is at fault."""


@dataclass(frozen=True, slots=True)
class Record:
    """One file call. `kind`: O open, W write, T truncate, S sync, U unlink, N rename, R read, A acknowledged.

    `offset` and `length` are bytes, for T `length` is the new size. `number` counts the calls of one
    process from 1, failed ones included; `error` is the errno it ended with, 0 when it succeeded.
    """

    kind: str
    process: int
    number: int
    nanos: int
    handle: int
    error: int
    flags: int
    offset: int
    length: int
    path: str
    second: str
    data: bytes


START, JOURNAL, COMMIT = 0, 1, 2
"""What `Fault.at` counts from: the start, the first write to a journal, the first sync after that."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What shall happen at call `at` of a process; see the head of shim.c for the meaning of each."""

    at: int = 0
    since: int = START
    error: int = 0
    sticky: bool = False
    half: bool = False
    kill: bool = False
    kill_after_us: int = 0


NO_FAULT = Fault()


def build(folder: Path) -> Path:
    """Compiles the library into `folder`. Raises ToolMissing without a C compiler."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        raise ToolMissing("gcc is not installed: apt-get install gcc libc6-dev")
    target = folder / "shim.so"
    command = [
        compiler,
        "-O2",
        "-Wall",
        "-shared",
        "-fPIC",
        "-o",
        str(target),
        str(SOURCE),
        "-lpthread",
        "-lrt",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ToolMissing(f"gcc cannot build the fault library (libc6-dev installed?):\n{done.stderr}")
    return target


def fault_settings(folder: Path, log: Path | None, fault: Fault = NO_FAULT) -> dict[str, str]:
    """The FAULTS_… variables alone; `folder` must be absolute and free of symbolic links."""
    settings = {
        "FAULTS_FOLDER": str(folder),
        "FAULTS_AT": str(fault.at),
        "FAULTS_SINCE": str(fault.since),
        "FAULTS_ERRNO": str(fault.error),
        "FAULTS_STICKY": str(int(fault.sticky)),
        "FAULTS_HALF": str(int(fault.half)),
        "FAULTS_KILL": str(int(fault.kill)),
        "FAULTS_KILL_AFTER_US": str(fault.kill_after_us),
    }
    if log is not None:
        settings["FAULTS_LOG"] = str(log)
    return settings


def preloaded(library: Path, settings: dict[str, str]) -> dict[str, str]:
    """The environment of a process that runs under the library."""
    return {**os.environ, "LD_PRELOAD": str(library), **settings}


def acknowledge(log: Path, step: int, answer: bytes) -> None:
    """Appends the mark that step number `step` was answered with exit 0 and `answer`."""
    entry = _ENTRY.pack(_MAGIC, 0, 0, step, 0, 0, 0, len(answer), len(answer), 0, 0, b"A", 0)
    descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, entry + answer)
    finally:
        os.close(descriptor)


def read_log(log: Path) -> list[Record]:
    """All records in order; a record torn at the end by a kill is left out."""
    return list(_records(log.read_bytes())) if log.exists() else []


def _records(raw: bytes) -> Iterator[Record]:
    position = 0
    while position + _ENTRY.size <= len(raw):
        fields = _ENTRY.unpack_from(raw, position)
        magic, process, nanos, number, handle, error, offset, length, data, path, second, kind, flags = fields
        if magic != _MAGIC:
            raise UnreadableLog(f"no record at byte {position}")
        start = position + _ENTRY.size
        position = start + path + second + data
        if position > len(raw):
            return
        yield Record(
            kind=kind.decode(),
            process=process,
            number=number,
            nanos=nanos,
            handle=handle,
            error=error,
            flags=flags,
            offset=offset,
            length=length,
            path=raw[start : start + path].decode(),
            second=raw[start + path : start + path + second].decode(),
            data=raw[start + path + second : position],
        )


def counted(records: Sequence[Record]) -> list[Record]:
    """The calls a fault can hit, in the order of their numbers."""
    return sorted((one for one in records if one.kind != ACKNOWLEDGED), key=lambda one: one.number)
