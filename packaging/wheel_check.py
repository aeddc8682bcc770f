"""Build the wheel, look into it, install it into an environment of its own and run `passbook-desk selftest`.

    python packaging/wheel_check.py

Exit code 0 when the self-test passes there, else 1 with the reason.
"""

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import bootstrap  # noqa: E402 - the script beside this one

BUNDLED = "passbook_desk/_bundled/"


def shipped(root: Path) -> set[str]:
    """Names that the wheel must hold: the program, the migrations and the resources."""
    folders = {
        "src/passbook_desk": "passbook_desk",
        "migrations": BUNDLED + "migrations",
        "resources": BUNDLED + "resources",
    }
    names = set()
    for folder, inside in folders.items():
        for path in (root / folder).rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                names.add(f"{inside}/{path.relative_to(root / folder).as_posix()}")
    return names


def complaints(names: Iterable[str], expected: set[str]) -> list[str]:
    """What the wheel lacks or should not hold."""
    held = set(names)
    lacking = [f"not in the wheel: {name}" for name in sorted(expected - held)]
    strange = [name for name in held if name.endswith(".pyc") or name.startswith(("tests/", "packaging/"))]
    return lacking + [f"should not be in the wheel: {name}" for name in sorted(strange)]


def build(target: Path) -> Path:
    """Build the wheel into `target` with the locked build backend."""
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(target),
        str(bootstrap.ROOT),
    ]
    bootstrap.call(command, "the wheel was not built")
    return next(target.glob("*.whl"))


def install(wheel: Path, folder: Path) -> bootstrap.Venv:
    """An environment with the locked libraries and the wheel, complete by pip's own judgement."""
    venv = bootstrap.Venv(folder)
    pip = bootstrap.make_venv(venv)
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", str(bootstrap.lock_file(dev=False))]
    bootstrap.call([*pip, "install", "--quiet", *locked], "the locked libraries were not installed")
    bootstrap.call(
        [*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], "the wheel was not installed"
    )
    bootstrap.call([*pip, "check"], "the lock does not satisfy what the wheel asks for")
    return venv


def selftest(venv: bootstrap.Venv, home: Path) -> int:
    """Run the installed program's self-test away from the tree."""
    variables = bootstrap.environment() | {"PASSBOOK_HOME": str(home)}
    if os.name == "posix":
        variables["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.call([str(venv.program), "selftest"], cwd=venv.folder, env=variables)


def main() -> int:
    """Exit code of the check."""
    with tempfile.TemporaryDirectory(prefix="passbook-wheel-") as name:
        folder = Path(name)
        try:
            wheel = build(folder / "dist")
            with zipfile.ZipFile(wheel) as archive:
                problems = complaints(archive.namelist(), shipped(bootstrap.ROOT))
            if problems:
                print(*problems, sep="\n", file=sys.stderr)
                return 1
            code = selftest(install(wheel, folder / "env"), folder / "home")
        except (bootstrap.Failed, bootstrap.Lacks) as trouble:
            print(trouble, file=sys.stderr)
            return 1
    print(f"{wheel.name}: selftest {'passed' if code == 0 else f'failed with {code}'}")
    return 0 if code == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
