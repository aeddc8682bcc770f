"""Keep resources/i18n/passbook_en.ts in step with the Chinese words of the window.

    python packaging/catalogue.py            exit 1 when a word is new, gone, untranslated or lost a place
    python packaging/catalogue.py update     collect the words anew; new ones are then translated by hand

lupdate, which comes with PySide6, collects the words; line numbers are left out, so that moving code changes
nothing here.
"""

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "i18n" / "passbook_en.ts"
ROOMS = ("src/passbook_desk/ui", "src/passbook_desk/app")
OPTIONS = "-no-obsolete -locations none -source-language zh_CN -target-language en"

_PLACE = re.compile(r"\{\w*[^{}]*\}|%n")
_SHOWN = 60


class CollectingFailed(Exception):
    """lupdate is missing or did not run."""


def collect(target: Path) -> None:
    """Bring the words of the window into `target`, keeping the translations it has."""
    name = "pyside6-lupdate.exe" if os.name == "nt" else "pyside6-lupdate"
    beside = Path(sys.executable).with_name(name)
    files = sorted(
        path.relative_to(ROOT).as_posix() for room in ROOMS for path in (ROOT / room).rglob("*.py")
    )
    command = [str(beside), *files, *OPTIONS.split(), "-ts", str(target)]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError as error:
        raise CollectingFailed(f"{name}: {error}") from None
    if done.returncode != 0 or not target.exists():
        raise CollectingFailed(done.stderr.strip() or done.stdout.strip())
    if "error" in done.stderr.lower():
        raise CollectingFailed(done.stderr.strip())


def out_of_step(kept: str, collected: str) -> list[str]:
    """Lines that collecting anew adds or takes away."""
    lines = difflib.unified_diff(
        kept.splitlines(), collected.splitlines(), "kept", "collected", lineterm="", n=1
    )
    return list(lines)


def untranslated(text: str) -> list[str]:
    """Words without an English form, as `context: word`."""
    return [
        f"{context}: {source}"
        for context, source, forms, finished in _messages(text)
        if not finished or not all(forms) or not forms
    ]


def lost_places(text: str) -> list[str]:
    """Words whose English form has other places to fill, as `context: word → form`."""
    return [
        f"{context}: {source} → {form}"
        for context, source, forms, _ in _messages(text)
        for form in forms
        if form and _places(form) != _places(source) and not (_singular(forms, form) and "%n" in source)
    ]


def _messages(text: str) -> Iterator[tuple[str, str, list[str], bool]]:
    for context in ElementTree.fromstring(text).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                yield context.findtext("name", ""), message.findtext("source", ""), [], False
                continue
            plural = [form.text or "" for form in translation.iter("numerusform")]
            forms = plural or [(translation.text or "").strip()]
            finished = translation.get("type") is None
            yield context.findtext("name", ""), message.findtext("source", ""), forms, finished


def _places(words: str) -> list[str]:
    return sorted(set(_PLACE.findall(words)))


def _singular(forms: list[str], form: str) -> bool:
    """The first of two English forms may say "one household" without the number."""
    return len(forms) == 2 and form is forms[0]


def check() -> list[str]:
    """Everything that is wrong with the catalogue; empty when it is in step and complete."""
    if not CATALOGUE.exists():
        return [f"{CATALOGUE.relative_to(ROOT)} is missing"]
    kept = CATALOGUE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(CATALOGUE, folder))
        collect(copy)
        problems = out_of_step(kept, copy.read_text(encoding="utf-8"))
    problems += [f"untranslated: {each}" for each in untranslated(kept)]
    problems += [f"places differ: {each}" for each in lost_places(kept)]
    return problems


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when the catalogue is in step or was collected, else 1."""
    parser = argparse.ArgumentParser(description="Check or collect the English catalogue.")
    parser.add_argument("what", nargs="?", choices=["check", "update"], default="check")
    options = parser.parse_args(arguments)
    try:
        if options.what == "update":
            CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
            collect(CATALOGUE)
            missing = untranslated(CATALOGUE.read_text(encoding="utf-8"))
            print(f"{len(missing)} words to translate", *missing, sep="\n  ")
            return 0
        problems = check()
    except CollectingFailed as failed:
        problems = [f"collecting failed: {failed}"]
    for problem in problems[:_SHOWN]:
        print(problem, file=sys.stderr)
    if len(problems) > _SHOWN:
        print(f"… and {len(problems) - _SHOWN} more", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
