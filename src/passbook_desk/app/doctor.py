"""What this computer has and what it lacks, in plain lines with the command that helps. Works without Qt."""

import hashlib
import importlib.util
import os
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from passbook_desk.app.qt_probe import QT_PACKAGES, fixing_line, probe_qt, screen_platform
from passbook_desk.kernel.places import Places, resources_folder, user_places

OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 37, 0)  # strict tables
LITTLE_SPACE = 500_000_000
NO_SPACE = 50_000_000
SET_UP_AGAIN = "python3 packaging/bootstrap.py prepare"

# Module and the name under which it is installed.
LIBRARIES = {
    "sqlalchemy": "sqlalchemy",
    "alembic": "alembic",
    "reportlab": "reportlab",
    "xlsxwriter": "XlsxWriter",
    "openpyxl": "openpyxl",
    "python_calamine": "python-calamine",
    "msoffcrypto": "msoffcrypto-tool",
    "charset_normalizer": "charset-normalizer",
    "defusedxml": "defusedxml",
    "lxml": "lxml",
    "segno": "segno",
    "fontTools": "fonttools",
    "platformdirs": "platformdirs",
    "pypinyin": "pypinyin",
    "borax": "borax",
    "cn2an": "cn2an",
    "PySide6": "PySide6-Essentials",
}

_FONT_LINE = re.compile(r"^\|\s*`([^`]+\.ttf)`.*`([0-9a-f]{64})`", re.MULTILINE)


class Health(StrEnum):
    """good, worth a look, or the program cannot work like this."""

    GOOD = "good"
    NOTICE = "notice"
    LACKS = "lacks"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: `text` is for the clerk, `fix` the command that helps or ""."""

    subject: str
    health: Health
    text: str
    fix: str = ""


_MARKS = {Health.GOOD: "正常", Health.NOTICE: "留意", Health.LACKS: "缺少"}


def run_doctor(environment: Mapping[str, str] | None = None, tell: Callable[[str], None] = print) -> int:
    """Tell every finding; 0 when the program can work here, 3 when something is lacking."""
    findings = tuple(examine(os.environ if environment is None else environment))
    for finding in findings:
        tell(f"[{_MARKS[finding.health]}] {finding.text}")
        if finding.fix:
            tell(f"       请运行：{finding.fix}")
    lacking = sum(finding.health is Health.LACKS for finding in findings)
    tell("一切正常，程序可以使用。" if lacking == 0 else f"有 {lacking} 处要先解决，见上面“缺少”的各行。")
    return 3 if lacking else 0


def examine(environment: Mapping[str, str]) -> Iterator[Finding]:
    """The findings one by one, the quick ones first."""
    yield _python()
    yield _sqlite(sqlite3.sqlite_version_info)
    libraries = _libraries()
    yield libraries
    yield from fonts(resources_folder() / "fonts")
    if importlib.util.find_spec("platformdirs") is not None or environment.get("PASSBOOK_HOME"):
        yield from folders(user_places(environment))
    if libraries.health is Health.GOOD:
        yield from _qt(environment)


def _python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info[:2] < OLDEST_PYTHON:
        return Finding(
            "python", Health.LACKS, f"Python 是 {version}，需要 3.11 以上", "apt-get install python3.11"
        )
    return Finding("python", Health.GOOD, f"Python {version}")


def _sqlite(version: tuple[int, ...]) -> Finding:
    words = ".".join(str(part) for part in version)
    if version < OLDEST_SQLITE:
        return Finding("sqlite", Health.LACKS, f"SQLite 是 {words}，需要 3.37 以上，请换新一些的 Python")
    return Finding("sqlite", Health.GOOD, f"SQLite {words}")


def _libraries() -> Finding:
    missing = [name for module, name in LIBRARIES.items() if importlib.util.find_spec(module) is None]
    if missing:
        return Finding("libraries", Health.LACKS, f"缺少程序库：{'、'.join(missing)}", SET_UP_AGAIN)
    return Finding("libraries", Health.GOOD, f"程序库齐全（{len(LIBRARIES)} 个）")


def fonts(folder: Path) -> Iterator[Finding]:
    """Compare the shipped font files with the checksums in the README beside them."""
    try:
        expected = _FONT_LINE.findall((folder / "README.md").read_text(encoding="utf-8"))
    except OSError:
        expected = []
    if not expected:
        yield Finding("fonts", Health.LACKS, f"没有找到字体文件夹 {folder}，请重新安装程序")
    for name, checksum in expected:
        try:
            with (folder / name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            yield Finding("fonts", Health.LACKS, f"字体 {name} 不见了，请重新安装程序")
            continue
        if found == checksum:
            yield Finding("fonts", Health.GOOD, f"字体 {name}")
        else:
            yield Finding("fonts", Health.LACKS, f"字体 {name} 的内容不对，请重新安装程序")


def folders(places: Places) -> Iterator[Finding]:
    """Write a byte into each of the user's folders and look at the space that is left."""
    named = {"村文件": places.villages, "设置": places.settings, "日志": places.logs}
    for word, folder in named.items():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"1")
        except OSError as error:
            yield Finding("folders", Health.LACKS, f"{word}文件夹 {folder} 不能写入（{error.strerror}）")
        else:
            yield Finding("folders", Health.GOOD, f"{word}文件夹 {folder} 可以写入")
    if places.villages.is_dir():
        yield space(shutil.disk_usage(places.villages).free)


def space(free: int) -> Finding:
    """Judge the free bytes of the disk that holds the village files."""
    words = f"{free // 1_000_000:,} MB"
    if free < NO_SPACE:
        return Finding("disk", Health.LACKS, f"磁盘只剩 {words}，请先清理")
    if free < LITTLE_SPACE:
        return Finding("disk", Health.NOTICE, f"磁盘只剩 {words}，备份可能放不下")
    return Finding("disk", Health.GOOD, f"磁盘还有 {words}")


def _qt(environment: Mapping[str, str]) -> Iterator[Finding]:
    platform = screen_platform(environment)
    state = probe_qt(Path(sys.executable), platform or "offscreen", environment)
    if state.no_screen:
        platform = ""
        state = probe_qt(Path(sys.executable), "offscreen", environment)
    if not state.ready:
        fix = fixing_line(QT_PACKAGES, environment) if sys.platform == "linux" else ""
        yield Finding("qt", Health.LACKS, f"窗口用的系统库不全：{state.missing}", fix)
        return
    yield Finding("qt", Health.GOOD, "窗口用的系统库齐全")
    if not platform:
        yield Finding("screen", Health.NOTICE, "没有显示器：窗口打不开，命令行可以用")
    if state.printers:
        yield Finding("printers", Health.GOOD, f"打印机：{'、'.join(state.printers)}")
    else:
        yield Finding("printers", Health.NOTICE, "没有找到打印机：可以先存成 PDF")
