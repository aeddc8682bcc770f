"""The least a window of PySide6 can be: shown, painted, a line on stdout, gone."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(["empty"])
window = QMainWindow()
window.show()
window.repaint()


def painted() -> None:
    sys.stdout.write("painted\n")
    sys.stdout.flush()
    app.quit()


QTimer.singleShot(0, painted)
sys.exit(app.exec())
