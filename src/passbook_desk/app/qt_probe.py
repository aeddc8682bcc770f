"""Does Qt start on this computer, and if not, what is missing? Qt runs in a child process.

Used by `passbook-desk doctor` and, before any library is installed, by packaging/bootstrap.py.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# What Qt needs from Debian, Ubuntu, Kylin or UOS, found in a system with Python alone (technology §1.2).
QT_PACKAGES = (
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-image0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libcups2",
)
# Debian 13 and Ubuntu 24.04 call two of them by another name.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64", "libcups2": "libcups2t64"}

_PROBE = """
import sys
from PySide6 import QtPrintSupport
from PySide6.QtWidgets import QApplication
application = QApplication(["probe", "-platform", sys.argv[1]])
print("qt-ready", "|".join(QtPrintSupport.QPrinterInfo.availablePrinterNames()))
"""
_NO_SCREEN = ("could not connect to display", "Failed to create wl_display")
_SECONDS = 120


@dataclass(frozen=True, slots=True)
class QtState:
    """`missing` names what is missing, "" when Qt is ready or only the screen is not there."""

    ready: bool
    no_screen: bool
    missing: str
    printers: tuple[str, ...]


def screen_platform(environment: Mapping[str, str]) -> str:
    """Qt's name for the screen in front of the person, "" when there is none."""
    if os.name == "nt":
        return "windows"
    if sys.platform == "darwin":
        return "cocoa"
    if environment.get("DISPLAY"):
        return "xcb"
    return "wayland" if environment.get("WAYLAND_DISPLAY") else ""


def probe_qt(
    python: Path, platform: str, environment: Mapping[str, str], wrapper: Sequence[str] = ()
) -> QtState:
    """Start Qt once on this platform in a child process, `wrapper` (xvfb-run …) around it."""
    command = [*wrapper, str(python), "-c", _PROBE, platform]
    code, output, errors = _run(command, {**environment, "QT_QPA_PLATFORM": platform})
    answer = next((line for line in output.splitlines() if line.startswith("qt-ready")), None)
    if code == 0 and answer is not None:
        names = answer.removeprefix("qt-ready").strip()
        return QtState(True, False, "", tuple(names.split("|")) if names else ())
    if any(words in errors for words in _NO_SCREEN):
        return QtState(False, True, "", ())
    _, _, detail = _run(command, {**environment, "QT_QPA_PLATFORM": platform, "QT_DEBUG_PLUGINS": "1"})
    return QtState(False, False, missing_part(f"{errors}\n{detail}"), ())


def missing_part(errors: str) -> str:
    """The words in Qt's output that say what is missing, a library by its file name where it is given."""
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    for line in lines:
        head, found, _ = line.partition(": cannot open shared object file")
        if found:
            return head.rpartition("(")[2].rpartition(" ")[2]
    return lines[-1] if lines else "?"


def package_names(packages: Sequence[str], environment: Mapping[str, str]) -> list[str]:
    """The names by which this release of the system knows the packages."""
    code, _, _ = _run(["apt-cache", "show", RENAMED["libglib2.0-0"]], environment)
    return [RENAMED.get(name, name) if code == 0 else name for name in packages]


def fixing_line(packages: Sequence[str], environment: Mapping[str, str]) -> str:
    """The one command that installs these packages, or their names where there is no apt."""
    if shutil.which("apt-get") is None:
        return " ".join(packages)
    names = " ".join(package_names(packages, environment))
    return f"sudo apt-get install --no-install-recommends {names}"


def _run(command: Sequence[str], environment: Mapping[str, str]) -> tuple[int, str, str]:
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return 1, "", str(error)
    return done.returncode, done.stdout, done.stderr
