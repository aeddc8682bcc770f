"""The command line: every sub-command, its arguments, its answer and exit code.

Exit codes: 0 done, 1 refused or a fault found (one sentence on stderr, nothing written; what a check found
goes to stdout), 2 wrong usage, 3 the system lacks something. No Qt is imported here; the window is imported
only when it is asked for.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TextIO

from passbook_desk.app.arguments import build_parser
from passbook_desk.kernel.clock import Clock, SetDateClock, SystemClock
from passbook_desk.kernel.errors import PassbookError, SystemLacks, UserError
from passbook_desk.kernel.period import parse_iso_date
from passbook_desk.kernel.places import user_places

DONE, REFUSED, WRONG_USAGE, LACKING = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["--intake-child"]:
        from passbook_desk.features.intake.child import main as read_workbook_here

        return read_workbook_here(words[1:])
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a GBK console has no 𬭎, and the act is done
    try:
        arguments = build_parser().parse_args(words)
    except SystemExit:  # the help or the version was told
        _say(())
        raise
    try:
        _refuse_half_characters(words)
        return _run(arguments)
    except SystemLacks as error:
        return _refuse(error, LACKING)
    except PassbookError as error:
        return _refuse(error, REFUSED)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.command == "doctor":
        from passbook_desk.app.doctor import run_doctor

        return run_doctor(os.environ, _say_line)
    if arguments.command == "selftest":
        from passbook_desk.app.selftest import run_selftest

        return run_selftest(_say_line)
    clock: Clock = SystemClock() if arguments.today is None else SetDateClock(parse_iso_date(arguments.today))
    places = user_places(os.environ)
    if arguments.command is None:
        from passbook_desk.app.gui import run_window

        return run_window(arguments.village, clock, places, arguments.lang)
    from passbook_desk.app.commands.answers import Context
    from passbook_desk.app.commands.registry import command_for
    from passbook_desk.app.signing_in import typed_pin
    from passbook_desk.documents.files import check_target, replacing

    _refuse_one_file_twice(arguments)
    target = getattr(arguments, "json", None)
    if target not in (None, "-"):
        check_target(Path(target))
    answer = command_for(arguments)(Context(arguments, clock, places, typed_pin))
    if target is not None and target != "-":
        with replacing(Path(target)) as part:
            part.write_text(json.dumps(answer.data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    _say((_json_for(sys.stdout, answer.data),) if target == "-" else answer.lines)
    return REFUSED if answer.refused else DONE


class OneFileTwice(UserError):
    """Two answers of one call, or an answer and the workbook it reads, would be one file. Params: `path`."""

    code = "app.one-file-twice"


_FILES: Final = ("workbook", "output", "pdf", "xlsx", "picture", "summary", "json")


def _refuse_one_file_twice(arguments: argparse.Namespace) -> None:
    named: set[Path] = set()
    for word in _FILES:
        name = getattr(arguments, word, None)
        if not name or (word == "json" and name == "-"):
            continue
        path = Path(name).resolve()
        if path in named:
            raise OneFileTwice(path=str(name))
        named.add(path)


def _json_for(stream: TextIO, data: object) -> str:
    """JSON is UTF-8; a console of another code page gets its characters escaped, which reads the same."""
    utf_8 = (stream.encoding or "utf-8").lower().replace("-", "") == "utf8"
    return json.dumps(data, ensure_ascii=not utf_8, indent=1)


def _say(lines: Sequence[str], stream: TextIO | None = None) -> None:
    """Print; a reader that went away (`| head`) does not undo what was done."""
    out = sys.stdout if stream is None else stream
    try:
        for line in lines:
            print(line, file=out)
        out.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def _say_line(line: str) -> None:
    _say((line,))


def _refuse_half_characters(words: Sequence[str]) -> None:
    """Bytes that are no UTF-8 come in as half characters, which neither file nor paper can hold."""
    try:
        "".join(words).encode()
    except UnicodeEncodeError:
        from passbook_desk.db.types import TextNotStorable

        raise TextNotStorable from None


def _refuse(error: PassbookError, code: int) -> int:
    from passbook_desk.ui.kit.sentences import tell

    _say((tell(error),), sys.stderr)
    return code
