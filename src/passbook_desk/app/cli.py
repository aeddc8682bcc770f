"""The command line: every sub-command, its arguments, its answer and exit code.

Exit codes: 0 done, 1 refused or a fault found (one sentence on stderr, nothing written), 2 wrong usage,
3 the system lacks something. No Qt is imported here; the window is imported only when it is asked for.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from passbook_desk.app.arguments import build_parser
from passbook_desk.kernel.clock import Clock, SetDateClock, SystemClock
from passbook_desk.kernel.errors import PassbookError, SystemLacks
from passbook_desk.kernel.period import parse_iso_date
from passbook_desk.kernel.places import user_places

DONE, REFUSED, WRONG_USAGE, LACKING = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["--intake-child"]:
        from passbook_desk.features.intake.child import main as read_workbook_here

        return read_workbook_here(words[1:])
    arguments = build_parser().parse_args(words)
    try:
        return _run(arguments)
    except SystemLacks as error:
        return _refuse(error, LACKING)
    except PassbookError as error:
        return _refuse(error, REFUSED)


def _run(arguments: argparse.Namespace) -> int:
    clock: Clock = SystemClock() if arguments.today is None else SetDateClock(parse_iso_date(arguments.today))
    places = user_places(os.environ)
    if arguments.command is None:
        from passbook_desk.app.gui import run_window

        return run_window(arguments.village, clock, places, arguments.lang)
    if arguments.command == "doctor":
        from passbook_desk.app.doctor import run_doctor

        return run_doctor()
    if arguments.command == "selftest":
        from passbook_desk.app.selftest import run_selftest

        return run_selftest()
    from passbook_desk.app.commands.answers import Context
    from passbook_desk.app.commands.registry import command_for

    answer = command_for(arguments)(Context(arguments, clock, places))
    target = getattr(arguments, "json", None)
    if target == "-":
        print(json.dumps(answer.data, ensure_ascii=False, indent=1))
        return DONE
    if target is not None:
        _write_json(Path(target), answer.data)
    for line in answer.lines:
        print(line)
    return DONE


def _write_json(path: Path, data: object) -> None:
    from passbook_desk.documents.errors import TargetNotWritable

    try:
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError:
        raise TargetNotWritable(path=path) from None


def _refuse(error: PassbookError, code: int) -> int:
    from passbook_desk.ui.kit.sentences import tell

    print(tell(error), file=sys.stderr)
    return code
