"""The pictures of an event as small ones in a row; Enter or a double click shows one large."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.events.photos.values import PhotoRow
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.pictures import jpeg_of, read_picture
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.events.photos_presenter import PhotosPresenter
from passbook_desk.ui.shell.tools import Tools

_THUMB = 112
_LONGEST = 1600
_ROOM = QSize(1100, 640)


class PhotosPanel(QWidget):
    """Shows and keeps the pictures of the event that `load` names."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._presenter = PhotosPresenter(
            tools.desk, self, tools.jobs, tools.clock, lambda path: jpeg_of(read_picture(path, _LONGEST))
        )
        self.message = MessageBar()
        self.list = QListWidget()
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setFlow(QListWidget.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setIconSize(QSize(_THUMB, _THUMB))
        self.list.setFixedHeight(_THUMB + 64)
        self.list.setAccessibleName(self.tr("照片"))
        self.list.itemActivated.connect(self._show_large)
        self._add = QPushButton(self.tr("加照片"))
        self._strike = QPushButton(self.tr("删掉所选照片"))
        for button, act in ((self._add, self._pick), (self._strike, self._strike_chosen)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, run=act: run())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._add)
        row.addWidget(self._strike)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.message)
        column.addWidget(self.list)
        column.addLayout(row)

    def load(self, event_id: int) -> None:
        """Show the pictures of an event."""
        self.message.clear()
        self._presenter.load(event_id)

    def show_photos(self, rows: Sequence[PhotoRow]) -> None:
        """The pictures as they are kept."""
        self.list.clear()
        for row in rows:
            picture = QPixmap.fromImage(QImage.fromData(row.content))
            small = picture.scaled(_THUMB, _THUMB, Qt.AspectRatioMode.KeepAspectRatio)
            item = QListWidgetItem(QIcon(small), day_text(row.taken_on))
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.list.addItem(item)
        self.list.setVisible(bool(rows))
        self._strike.setVisible(bool(rows))

    def show_problem(self, error: BaseException) -> None:
        """Why a picture was not kept."""
        self.message.say(tell(error), Mood.ERROR)

    def _pick(self) -> None:
        kind = FileKind(self.tr("照片"), ("*.jpg", "*.jpeg", "*.png", "*.bmp"))
        path = self._tools.dialogs.pick_open(self.tr("选一张照片"), kind)
        if path is not None:
            self.message.clear()
            self._presenter.add(Path(path), self.tr("正在读照片…"))

    def _strike_chosen(self) -> None:
        chosen = self.list.selectedItems()
        if not chosen:
            self.message.say(self.tr("先选中要删的照片。"), Mood.NOTE)
            return
        row: PhotoRow = chosen[0].data(Qt.ItemDataRole.UserRole)
        sure = self._tools.dialogs.confirm(
            self.tr("删照片"), self.tr("删掉这张照片？删了不能恢复。"), self.tr("删掉")
        )
        if sure:
            self._presenter.strike(row.id)

    def _show_large(self, item: QListWidgetItem) -> None:
        row: PhotoRow = item.data(Qt.ItemDataRole.UserRole)
        dialog = QDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("照片 {day}").format(day=day_text(row.taken_on)))
        label = QLabel()
        picture = QPixmap.fromImage(QImage.fromData(row.content))
        label.setPixmap(
            picture.scaled(
                _ROOM.boundedTo(picture.size()),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        QVBoxLayout(dialog).addWidget(label)
        dialog.open()
