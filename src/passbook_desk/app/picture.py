"""A picture of the home page without anybody in front of the screen."""

import os
from pathlib import Path

from passbook_desk.documents.errors import TargetNotWritable
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import SystemLacks
from passbook_desk.kernel.places import Places, resources_folder

_SIZE = (1366, 728)


def picture_of_home(village: Path, target: Path, clock: Clock, places: Places) -> None:
    """Open the village in a window, wait for its home page, save what is to be seen as PNG.

    Without a display the window is drawn off the screen. Raises SystemLacks where Qt cannot load and
    TargetNotWritable.
    """
    if os.name == "posix" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
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
    program = Program(app, theme, clock, places)
    saved: list[bool] = []

    def take() -> None:
        saved.append(program.window.grab().save(str(target)))
        app.quit()

    program.window.resize(*_SIZE)
    program.ready.connect(lambda: program.when_idle(take))
    program.start(village)
    app.exec()
    if saved != [True]:
        raise TargetNotWritable(path=target)
