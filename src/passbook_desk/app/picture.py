"""A picture of the home page without anybody in front of the screen."""

import os
from pathlib import Path

from passbook_desk.documents.errors import TargetNotWritable
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import EnvironmentProblem, SystemLacks
from passbook_desk.kernel.places import Places, resources_folder

_SIZE = (1366, 728)
_SETTLING_MS = 500
_PATIENCE_MS = 60_000


class HomeNotShown(EnvironmentProblem):
    """The window did not come as far as the home page within a minute."""

    code = "app.home-not-shown"


def picture_of_home(village: Path, target: Path, clock: Clock, places: Places) -> None:
    """Open the village in a window, wait for its home page, save what is to be seen as PNG.

    Without a display the window is drawn off the screen. Raises SystemLacks where Qt cannot load,
    HomeNotShown, and TargetNotWritable.
    """
    if os.name == "posix" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # it lacks size hints and says so
    try:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise SystemLacks(what=str(error), fix="passbook-desk doctor") from None
    from passbook_desk.app.program import Program
    from passbook_desk.ui.kit.language import CHINESE, install_language
    from passbook_desk.ui.kit.theme import Theme

    app = QApplication.instance() or QApplication(["passbook-desk"])
    assert isinstance(app, QApplication)
    install_language(app, CHINESE, resources_folder() / "i18n")
    theme = Theme(app, resources_folder() / "fonts", 14)
    theme.complete()
    program = Program(app, theme, clock, places)
    saved: list[bool] = []

    def take() -> None:
        page = program.window.page
        if program.front is program.window and page is not None and page.message.isHidden():
            saved.append(program.window.grab().save(str(target)))
        app.quit()

    def settle() -> None:
        program.when_idle(lambda: QTimer.singleShot(_SETTLING_MS, take))

    program.window.resize(*_SIZE)
    program.ready.connect(settle)
    QTimer.singleShot(_PATIENCE_MS, app.quit)
    program.start(village)
    app.exec()
    if not saved:
        raise HomeNotShown
    if not saved[0]:
        raise TargetNotWritable(path=target)
