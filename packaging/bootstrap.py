"""Set the program up on a bare computer and start it, or run its tests.

    python3 packaging/bootstrap.py run                 open the program, or make the demo's papers
    python3 packaging/bootstrap.py test [PYTEST …]     set up with the test tools and run all tests
    python3 packaging/bootstrap.py prepare [--dev]     set up only
    --wheelhouse DIR                                   take the libraries from a folder, without internet

Standard library only, and readable by any Python 3.7 so that an old one gets a plain sentence.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the system lacks something (named, with the cure).
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 13)
ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging"
WINDOWS = os.name == "nt"
# Read from the tree and not from the environment: it has to work before anything is installed.
sys.path.insert(0, str(ROOT / "src"))

SCREEN = "-screen 0 1366x768x24 -dpi 96"

BESIDE = ("faults", "properties", "performance", "households", "events")
"""Folders of tests that run beside the others: about half of the time."""

TEST_TOOLS = {
    "xvfb-run": ("xvfb", "xauth"),
    "xauth": ("xauth",),
    "pdftotext": ("poppler-utils",),
    "unzip": ("unzip",),
    "gcc": ("gcc", "libc6-dev"),
}


class Lacks(Exception):
    """The system lacks something; the text names it and the command that helps. Exit code 3."""


class Failed(Exception):
    """A step of the set-up failed; the text says which. Exit code 1."""


def say(text: str) -> None:
    """One line to the person at the keyboard."""
    print(text, flush=True)


def check_python() -> None:
    """Refuses a Python for which there are no locked libraries."""
    here = sys.version_info[:2]
    if OLDEST <= here <= NEWEST:
        return
    fix = (
        r"py -3.11 packaging\bootstrap.py run"
        if WINDOWS
        else "sudo apt-get install python3.11，再用 python3.11 packaging/bootstrap.py run"
    )
    wanted = f"{OLDEST[0]}.{OLDEST[1]} 到 {NEWEST[0]}.{NEWEST[1]}"
    raise Lacks(f"需要 Python {wanted}，这里是 {here[0]}.{here[1]}。请用：{fix}")


def environment() -> dict[str, str]:
    """Variables for child processes: bytecode is written, nobody else's modules are found."""
    kept = dict(os.environ)
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"):
        kept.pop(name, None)
    kept.update(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PIP_ROOT_USER_ACTION="ignore")
    return kept


def is_root() -> bool:
    """True where packages of the system may be installed."""
    return not WINDOWS and os.geteuid() == 0


class Venv:
    """The project's own environment and the note of what was last installed into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = folder / ("Scripts" if WINDOWS else "bin")
        self.python = self.programs / ("python.exe" if WINDOWS else "python")
        self.program = self.programs / ("passbook-desk.exe" if WINDOWS else "passbook-desk")
        self._note = folder / "passbook-desk-setup.json"

    def notes(self) -> dict[str, str]:
        """What the last complete set-up wrote down; empty when there was none."""
        try:
            notes = json.loads(self._note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return notes if isinstance(notes, dict) else {}

    def note(self, **entries: str) -> None:
        """Add to what is written down."""
        self._note.write_text(json.dumps({**self.notes(), **entries}, indent=1), encoding="utf-8")

    def works(self) -> bool:
        """True when its Python starts."""
        return quiet([str(self.python), "-c", ""]).returncode == 0


def lock_file(dev: bool) -> Path:
    """The locked requirements to run, or to run and test."""
    return HERE / ("requirements-dev.txt" if dev else "requirements.txt")


def fingerprint(dev: bool) -> str:
    """Changes when the libraries, the project's own definition, its place or Python change."""
    digest = hashlib.sha256(f"{sys.version}|{ROOT}".encode())
    for path in (lock_file(dev), ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def prepare(venv: Venv, dev: bool, wheelhouse: Path | None) -> None:
    """Make the environment hold the locked libraries and the program; at once when it does already."""
    stamp = fingerprint(dev)
    if stamp in (venv.notes().get("dev"), venv.notes().get("run")) and venv.program.exists():
        return
    pip = make_venv(venv)
    say("安装程序用的库（第一次要几分钟）……")
    install = [*pip, "install", "--quiet"]
    source = [] if wheelhouse is None else ["--no-index", "--find-links", str(wheelhouse)]
    call(
        [*install, "--require-hashes", "--only-binary", ":all:", *source, "-r", str(lock_file(dev))],
        "库没有装上。没有网络时，请在有网的电脑上备好库文件夹，再加 --wheelhouse 文件夹",
    )
    call(
        [*install, "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT)],
        "程序本身没有装上",
    )
    compile_bytecode(venv)
    entries = {"run": fingerprint(False)}
    if dev:
        entries["dev"] = stamp
    venv.note(**entries)


def make_venv(venv: Venv) -> list[str]:
    """Make the environment if there is none that works, and return the pip command that fills it."""
    whole = importlib.util.find_spec("ensurepip") is not None
    if not venv.works():
        say(f"建立运行环境 {venv.folder} ……")
        shutil.rmtree(venv.folder, ignore_errors=True)
        bare = [] if whole else ["--without-pip"]
        call([sys.executable, "-m", "venv", *bare, str(venv.folder)], "运行环境没有建成")
    inside = [str(venv.python), "-m", "pip"]
    if quiet([*inside, "--version"]).returncode == 0:
        return inside
    outside = [sys.executable, "-m", "pip"]
    if quiet([*outside, "--version"]).returncode != 0:
        provide(["python3-pip"], "系统里没有 pip")
    return [*outside, "--python", str(venv.python)]


def compile_bytecode(venv: Venv) -> None:
    """Compile everything once, so that no later start does."""
    folders = [str(ROOT / "src")]
    found = quiet([str(venv.python), "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"])
    if found.returncode == 0:
        folders.append(found.stdout.strip())
    # Some libraries ship files for other Python versions that do not compile here.
    quiet([str(venv.python), "-m", "compileall", "-q", "-j", "0", *folders])


def call(command: list[str], failure: str) -> None:
    """Run a step whose output the person may see; raises Failed."""
    done = subprocess.run(command, env=environment(), check=False)
    if done.returncode != 0:
        raise Failed(f"{failure}（{' '.join(command[:4])} … 返回 {done.returncode}）")


def quiet(command: list[str], **more: str) -> subprocess.CompletedProcess[str]:
    """Run a step and keep its output."""
    try:
        return subprocess.run(
            command,
            env={**environment(), **more},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=300,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 1, "", str(error))


def provide(packages: Sequence[str], trouble: str) -> None:
    """Install packages of the system as root; otherwise raise Lacks with the one line that does it."""
    from passbook_desk.app import qt_probe as system

    if is_root() and shutil.which("apt-get"):
        quiet(["apt-get", "update", "-qq"])
        names = system.package_names(packages, environment())
        say(f"{trouble}，现在安装：{' '.join(names)} ……")
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
        done = quiet(install, DEBIAN_FRONTEND="noninteractive")
        if done.returncode == 0:
            return
        trouble = f"{trouble}，没有装上（{(done.stderr.strip().splitlines() or [''])[-1]}）"
    raise Lacks(f"{trouble}。请运行：\n  {system.fixing_line(packages, environment())}")


def check_qt(venv: Venv, platform: str, wrapper: tuple[str, ...] = ()) -> bool:
    """Make sure that Qt starts on this platform; False when there is no screen behind DISPLAY after all."""
    remembered = venv.notes().get("qt", "").split()
    if platform in remembered:
        return True
    from passbook_desk.app import qt_probe as system

    state = system.probe_qt(venv.python, platform, environment(), wrapper)
    if state.missing and sys.platform == "linux":
        provide(system.QT_PACKAGES, f"窗口用的系统库不全（{state.missing}）")
        state = system.probe_qt(venv.python, platform, environment(), wrapper)
    if state.missing:
        raise Lacks(f"窗口用的 Qt 不能启动：{state.missing}")
    if state.ready:
        venv.note(qt=" ".join([*remembered, platform]))
    return state.ready


def run(venv: Venv, words: list[str]) -> int:
    """Open the program, or make the demo's papers where there is no screen."""
    from passbook_desk.app.qt_probe import screen_platform

    platform = screen_platform(os.environ)
    if platform and check_qt(venv, platform):
        return subprocess.call([str(venv.program), *words], env=environment())
    check_qt(venv, "offscreen")
    target = Path.cwd() / "demo-output"
    say(f"没有显示器：改为不开窗口，用示范村做一遍主要工作，结果放在 {target}")
    return subprocess.call(
        [str(venv.program), "demo", str(target)], env={**environment(), "QT_QPA_PLATFORM": "offscreen"}
    )


def test(venv: Venv, words: list[str]) -> int:
    """Run the tests, those of the window on a screen of their own."""
    pytest = [str(venv.python), "-m", "pytest", *words]
    if WINDOWS or sys.platform == "darwin":
        return subprocess.call(pytest, cwd=str(ROOT), env=environment())
    lacking = [name for name in TEST_TOOLS if shutil.which(name) is None]
    if lacking:
        from passbook_desk.app.qt_probe import QT_PACKAGES

        packages = [package for name in lacking for package in TEST_TOOLS[name]]
        provide([*dict.fromkeys(packages), *QT_PACKAGES], f"测试要用的工具没有：{'、'.join(lacking)}")
    check_qt(venv, "offscreen")
    screen = ("xvfb-run", "-a", "-s", SCREEN)
    if not check_qt(venv, "xcb", screen):
        raise Lacks("测试用的虚拟屏幕 Xvfb 没有启动")
    variables = {**environment(), "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1"}
    if words:
        return subprocess.call([*screen, *pytest], cwd=str(ROOT), env=variables)
    return side_by_side([*screen, *pytest], variables)


def side_by_side(pytest: list[str], variables: dict[str, str]) -> int:
    """Run all tests in two halves at once, each on a screen of its own; the second half's words come last.

    The halves are the folders of BESIDE and everything else, so that no test can fall between them.
    """
    others = [f"--ignore=tests/{name}" for name in BESIDE]
    elsewhere = [*pytest[:1], "-n", "199", *pytest[1:]]  # else both may take the same free number
    with tempfile.TemporaryFile() as told:
        beside = subprocess.Popen(
            [*elsewhere, *(f"tests/{name}" for name in BESIDE)],
            cwd=str(ROOT),
            env=variables,
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        first = subprocess.call([*pytest, *others], cwd=str(ROOT), env=variables)
        second = beside.wait()
        told.seek(0)
        say(told.read().decode("utf-8", "replace"))
    return first or second


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(allow_abbrev=False, description="安装并打开红绿存折，或运行全部测试。")
    top.add_argument(
        "what", choices=["run", "test", "prepare"], help="run 打开程序 · test 运行测试 · prepare 只安装"
    )
    top.add_argument("--wheelhouse", type=Path, metavar="DIR", help="从这个文件夹装库，不用网络")
    top.add_argument("--dev", action="store_true", help="连同测试工具一起安装")
    top.add_argument("--venv", type=Path, default=ROOT / ".venv", metavar="DIR", help="运行环境放在哪里")
    return top


def main(arguments: list[str] | None = None) -> int:
    """Exit code of the whole: see the top of this file."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options, words = parser().parse_known_args(arguments)
    venv = Venv(options.venv.resolve())
    try:
        check_python()
        prepare(venv, options.dev or options.what == "test", options.wheelhouse)
        if options.what == "run":
            return run(venv, words)
        if options.what == "test":
            return test(venv, words)
        check_qt(venv, "offscreen")
    except Lacks as lacks:
        print(lacks, file=sys.stderr)
        return 3
    except Failed as failed:
        print(failed, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
