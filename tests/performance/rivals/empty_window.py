"""The least a window of PySide6 can be: shown, painted, a line on stdout, gone."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class EmptyWindow(QMainWindow):
    """Says when it has been painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, painted)


def painted() -> None:
    sys.stdout.write("painted\n")
    sys.stdout.flush()
    app.quit()


app = QApplication(["empty"])
window = EmptyWindow()
window.show()
sys.exit(app.exec())
