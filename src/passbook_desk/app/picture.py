"""Pictures without anybody in front of the screen: of the home page, of a page to be sent to a group chat."""

import os
from pathlib import Path

from passbook_desk.documents.errors import TargetNotWritable
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Page
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import EnvironmentProblem, SystemLacks
from passbook_desk.kernel.places import Places, resources_folder

_SIZE = (1366, 728)
_SETTLING_MS = 500
_PATIENCE_MS = 60_000


class HomeNotShown(EnvironmentProblem):
    """The window did not come as far as the home page within a minute."""

    code = "app.home-not-shown"


def picture_of_page(page: Page, target: Path, fonts: FontBook) -> None:
    """Save a page as PNG. Raises SystemLacks where Qt cannot load, and TargetNotWritable."""
    _without_display()
    try:
        from PySide6.QtCore import QByteArray
        from PySide6.QtGui import QImageWriter
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise SystemLacks(what=str(error), fix="passbook-desk doctor") from None
    from passbook_desk.ui.kit.page_picture import page_picture
    from passbook_desk.ui.kit.printing import PagePen

    app = QApplication.instance() or QApplication(["passbook-desk"])
    assert isinstance(app, QApplication)
    if not QImageWriter(str(target), QByteArray(b"PNG")).write(page_picture(PagePen(fonts), page)):
        raise TargetNotWritable(path=target)


def _without_display() -> None:
    if os.name == "posix" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # it lacks size hints and says so


def picture_of_home(village: Path, target: Path, clock: Clock, places: Places) -> None:
    """Open the village in a window, wait for its home page, save what is to be seen as PNG.

    Without a display the window is drawn off the screen. Raises SystemLacks where Qt cannot load,
    HomeNotShown, and TargetNotWritable.
    """
    _without_display()
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
