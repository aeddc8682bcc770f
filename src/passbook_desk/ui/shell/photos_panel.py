"""The pictures of something as small ones in a row; Enter or a double click shows one large."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, Generic

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.kernel.clock import Clock
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.page_frame import FORBIDDEN
from passbook_desk.ui.kit.pictures import jpeg_of, read_picture
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.shell.photos import Album, Key, PhotosPresenter, Picture
from passbook_desk.ui.shell.tools import Tools

_THUMB: Final = 112
_LONGEST: Final = 1600
_ROOM: Final = QSize(1100, 640)
_MOST_WORDS: Final = 200
_CAPTION: Final = 12
_PATTERNS: Final = ("*.jpg", "*.jpeg", "*.png", "*.bmp")


class PhotosPanel(QWidget, Generic[Key]):
    """Shows and keeps the pictures of the thing that `load` names; files may be dropped on it."""

    def __init__(self, tools: Tools, album: Album[Key], acts: str) -> None:
        """`acts` begins the ids of the buttons, for who may press them."""
        super().__init__()
        self._tools = tools
        self._presenter: PhotosPresenter[Key] = PhotosPresenter(
            tools.desk,
            self,
            tools.jobs,
            tools.clock,
            album,
            lambda path: jpeg_of(read_picture(path, _LONGEST)),
        )
        self._dialog: PictureForm | None = None
        self.message = MessageBar()
        self.list = _thumbs(self.tr("照片"))
        self.list.itemActivated.connect(self._show_large)
        self.add_button = QPushButton(self.tr("加照片"))
        self.strike_button = QPushButton(self.tr("删掉所选照片"))
        hint = QLabel(self.tr("也可以把照片拖到这里。"))
        hint.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        self.add_button.setObjectName(f"{acts}.add")
        self.strike_button.setObjectName(f"{acts}.strike")
        for button, act in ((self.add_button, self._pick), (self.strike_button, self._strike_chosen)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, run=act: run())
            row.addWidget(button)
        row.addWidget(hint)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.message)
        column.addWidget(self.list)
        column.addLayout(row)
        self.setAcceptDrops(True)
        self.show_photos(())

    def load(self, key: Key) -> None:
        """Show the pictures of a thing."""
        self.message.clear()
        self._presenter.load(key)

    def show_photos(self, rows: Sequence[Picture]) -> None:
        """The pictures as they are kept."""
        self.list.clear()
        for row in rows:
            picture = QPixmap.fromImage(QImage.fromData(row.content))
            small = picture.scaled(_THUMB, _THUMB, Qt.AspectRatioMode.KeepAspectRatio)
            item = QListWidgetItem(QIcon(small), _caption(row))
            item.setToolTip(row.words)
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.list.addItem(item)
        self.list.setVisible(bool(rows))
        self.strike_button.setVisible(bool(rows) and not self.strike_button.property(FORBIDDEN))

    def show_kept(self) -> None:
        """The pictures chosen are kept."""
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None

    def show_problem(self, error: BaseException) -> None:
        """Why a picture was not kept."""
        if self._dialog is not None:
            self._dialog.panel.show_problem(error)
        else:
            self.message.say(tell(error), Mood.ERROR)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_of(event) and not self.add_button.property(FORBIDDEN):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files_of(event)
        if files:
            event.acceptProposedAction()
            self.offer(files)

    def offer(self, files: Sequence[Path]) -> None:
        """Ask for the day of these pictures and what they show, then keep them."""
        self.message.clear()
        title = self.tr("加 {count} 张照片").format(count=len(files))
        dialog = PictureForm(title, self._tools.clock, self._presenter.choose(files), self)
        dialog.panel.submitted.connect(self._keep)
        dialog.rejected.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _keep(self) -> None:
        dialog = self._dialog
        taken_on = None if dialog is None else dialog.day.day()
        if dialog is None or taken_on is None:
            return
        dialog.panel.set_busy(True)
        self._presenter.keep(taken_on, dialog.words.text(), self.tr("正在读照片…"))

    def _forget(self) -> None:
        self._dialog = None

    def _pick(self) -> None:
        kind = FileKind(self.tr("照片"), _PATTERNS)
        path = self._tools.dialogs.pick_open(self.tr("选一张照片"), kind)
        if path is not None:
            self.offer([path])

    def _strike_chosen(self) -> None:
        chosen = self.list.selectedItems()
        if not chosen:
            self.message.say(self.tr("先选中要删的照片。"), Mood.NOTE)
            return
        row: Picture = chosen[0].data(Qt.ItemDataRole.UserRole)
        sure = self._tools.dialogs.confirm(
            self.tr("删照片"), self.tr("删掉这张照片？删了不能恢复。"), self.tr("删掉")
        )
        if sure:
            self._presenter.strike(row.id)

    def _show_large(self, item: QListWidgetItem) -> None:
        row: Picture = item.data(Qt.ItemDataRole.UserRole)
        dialog = QDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("照片 {day}").format(day=day_text(row.taken_on)))
        label, words = QLabel(), QLabel(row.words)
        words.setWordWrap(True)
        words.setVisible(bool(row.words))
        picture = QPixmap.fromImage(QImage.fromData(row.content))
        label.setPixmap(
            picture.scaled(
                _ROOM.boundedTo(picture.size()),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        column = QVBoxLayout(dialog)
        column.addWidget(label)
        column.addWidget(words)
        dialog.open()


class PictureForm(FormDialog):
    """The day of pictures and what they show, before they are kept."""

    def __init__(self, title: str, clock: Clock, day: date, parent: QWidget) -> None:
        self.day, self.words = LenientDateEdit(clock, day), QLineEdit()
        self.words.setMaxLength(_MOST_WORDS)
        self.words.setPlaceholderText(QCoreApplication.translate("PictureForm", "可以不写"))
        panel = FormPanel(
            (
                Field(
                    "taken_on",
                    QCoreApplication.translate("PictureForm", "哪天拍的"),
                    self.day,
                    required=True,
                    check=self.day.day,
                ),
                Field("words", QCoreApplication.translate("PictureForm", "说明"), self.words),
            ),
            QCoreApplication.translate("PictureForm", "存照片"),
        )
        super().__init__(title, panel, parent)

    def done(self, result: int) -> None:
        """Closed; the form is used once."""
        super().done(result)
        self.deleteLater()


def _thumbs(name: str) -> QListWidget:
    thumbs = QListWidget()
    thumbs.setViewMode(QListWidget.ViewMode.IconMode)
    thumbs.setFlow(QListWidget.Flow.LeftToRight)
    thumbs.setWrapping(False)
    thumbs.setMovement(QListWidget.Movement.Static)
    thumbs.setIconSize(QSize(_THUMB, _THUMB))
    thumbs.setFixedHeight(_THUMB + 88)
    thumbs.setAccessibleName(name)
    return thumbs


def _caption(row: Picture) -> str:
    """The day, and below it the beginning of the words: all of them stand beside the large picture."""
    words = row.words if len(row.words) <= _CAPTION else f"{row.words[: _CAPTION - 1]}…"
    return f"{day_text(row.taken_on)}\n{words}".strip()


def _files_of(event: QDropEvent) -> list[Path]:
    """The pictures among the files that are dragged."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if f"*{file.suffix.lower()}" in _PATTERNS]
