"""Two ways to run one command under the fault library: as installed, or forked from a warm process."""

import ctypes
import gc
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from shim import preloaded


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended; `code` is the exit code, or minus the signal that killed it."""

    code: int
    out: str
    err: str

    @property
    def killed(self) -> bool:
        return self.code < 0


class Launcher(Protocol):
    """Runs the program once, with `settings` (FAULTS_… and the program's own) in its environment."""

    def run(self, arguments: Sequence[str], settings: dict[str, str]) -> Outcome: ...


class Installed:
    """Starts the program anew for each command, as a clerk's script does."""

    def __init__(self, library: Path, program: Sequence[str]) -> None:
        self._library = library
        self._program = tuple(program)

    def run(self, arguments: Sequence[str], settings: dict[str, str]) -> Outcome:
        done = subprocess.run(
            [*self._program, *arguments],
            env=preloaded(self._library, settings),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=120,
        )
        return Outcome(
            done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        )


class Forked:
    """Forks each command from one process that has imported the program: the same code without its start.

    `entry` is `module:function` as a console script names it; `warm` are modules the command would import.
    """

    def __init__(
        self, library: Path, scratch: Path, entry: str, warm: Sequence[str], search_path: Sequence[Path] = ()
    ) -> None:
        self._out, self._err = scratch / "stdout", scratch / "stderr"
        scratch.mkdir(parents=True, exist_ok=True)
        path = [*map(str, search_path), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, __file__, entry, *warm],
            env=preloaded(library, {"PYTHONPATH": os.pathsep.join(path)}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def rehearse(self, arguments: Sequence[str], settings: dict[str, str]) -> None:
        """Runs a command once in the warm process itself, so that the forks find everything prepared."""
        outcome = self._ask(arguments, settings, rehearsal=True)
        if outcome.code != 0:
            raise RuntimeError(f"the rehearsal failed: {outcome.err}")

    def run(self, arguments: Sequence[str], settings: dict[str, str]) -> Outcome:
        return self._ask(arguments, settings, rehearsal=False)

    def _ask(self, arguments: Sequence[str], settings: dict[str, str], *, rehearsal: bool) -> Outcome:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {
            "arguments": list(arguments),
            "settings": settings,
            "rehearsal": rehearsal,
            "out": str(self._out),
            "err": str(self._err),
        }
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the warm process ended")
        code = os.waitstatus_to_exitcode(int(answer))
        return Outcome(code, _text(self._out), _text(self._err))


def _text(path: Path) -> str:
    return path.read_bytes().decode(errors="replace")


def _become(order: dict[str, object]) -> None:
    """Turns this process into the command it was asked for."""
    os.environ.update(order["settings"])  # type: ignore[call-overload]
    for descriptor, name in ((1, "out"), (2, "err")):
        target = os.open(str(order[name]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(target, descriptor)
        os.close(target)
    sys.argv = ["program", *order["arguments"]]  # type: ignore[misc]
    ctypes.CDLL(None).fault_settings()


def _serve() -> int:
    """Waits for orders on stdin; the child of each fork returns the command's exit code."""
    entry, *warm = sys.argv[1:]
    for name in warm:
        importlib.import_module(name)
    module, _, function = entry.partition(":")
    command = getattr(importlib.import_module(module), function)
    orders = os.fdopen(os.dup(0), "rb", buffering=0)
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    gc.freeze()
    while True:
        line = orders.readline()
        if not line:
            return 0
        order = json.loads(line)
        if order["rehearsal"]:
            _become(order)
            os.write(answers, f"{int(command() or 0) << 8}\n".encode())
            continue
        child = os.fork()
        if child == 0:
            orders.close()
            os.close(answers)
            _become(order)
            return int(command() or 0)
        _, status = os.waitpid(child, 0)
        os.write(answers, f"{status}\n".encode())


if __name__ == "__main__":
    sys.exit(_serve())
