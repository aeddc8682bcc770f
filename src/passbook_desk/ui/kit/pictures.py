"""Pictures from files, as the camera was held and no larger than they are to be seen."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from passbook_desk.kernel.errors import UserError

_QUALITY = 80


class PictureUnreadable(UserError):
    """The file is no picture that can be shown. Params: `path`."""

    code = "pictures.unreadable"


def read_picture(path: Path, longest: int) -> QImage:
    """A picture whose longer side has at most so many pixels. Raises PictureUnreadable."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    side = max(size.width(), size.height())
    if side > longest:
        reader.setScaledSize(QSize(size.width() * longest // side, size.height() * longest // side))
    picture = reader.read()
    if picture.isNull():
        raise PictureUnreadable(path=path)
    return picture


def jpeg_of(picture: QImage) -> bytes:
    """A picture as JPEG, good enough to count tables on."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.write(picture.convertToFormat(QImage.Format.Format_RGB888))
    return bytes(content.data())
