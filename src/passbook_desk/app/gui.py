"""Starting the window: application, fonts, language, crash guard, then the program."""

import gc
import os
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from passbook_desk import __version__
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import SystemLacks
from passbook_desk.kernel.logs import start_logging
from passbook_desk.kernel.places import Places, resources_folder
from passbook_desk.kernel.settings import load_settings, save_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

MEASURE = "PASSBOOK_MEASURE_START"
"""Set to 1, the program prints the milliseconds from its first line to the first paint and quits."""


def run_window(village: str | None, clock: Clock, places: Places, language: str | None) -> int:
    """Open the window and stay until the clerk closes it; raises SystemLacks where Qt cannot load."""
    started = time.perf_counter()
    gc.disable()
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise SystemLacks(what=str(error), fix="passbook-desk doctor") from None
    from passbook_desk.app.first_paint import FirstPaint
    from passbook_desk.app.program import Program, village_to_open
    from passbook_desk.ui.kit.language import install_language
    from passbook_desk.ui.kit.theme import Theme
    from passbook_desk.ui.shell.crash_window import CrashGuard

    settings = load_settings(places.settings)
    app = QApplication.instance() or QApplication(["passbook-desk"])
    assert isinstance(app, QApplication)
    install_language(app, language or settings.language, resources_folder() / "i18n")
    theme = Theme(
        app,
        resources_folder() / "fonts",
        settings.text_size,
        settings.extra_font,
        lambda size: _keep_size(places, size),
    )
    program = Program(app, theme, clock, places)
    guard = CrashGuard(places.logs, clock, __version__, program.end)
    guard.install()
    program.start(village_to_open(village, places))
    FirstPaint(program.front, lambda: start_logging(places.logs))
    FirstPaint(program.front, theme.complete)
    FirstPaint(program.front, gc.freeze)  # what was made by then stays: no search looks at it again
    if os.environ.get(MEASURE) == "1":
        FirstPaint(program.front, lambda: _tell_and_quit(app, started))
    code = app.exec()
    guard.remove()
    return code


def _keep_size(places: Places, size: int) -> None:
    save_settings(places.settings, replace(load_settings(places.settings), text_size=size))


def _tell_and_quit(app: "QApplication", started: float) -> None:
    sys.stdout.write(f"{(time.perf_counter() - started) * 1000:.1f}\n")
    sys.stdout.flush()
    app.quit()
