from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pane(QWidget):
    """One face of a page: put its rows and its table into `column`."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
