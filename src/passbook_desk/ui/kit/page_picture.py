"""A page as a picture, to be pasted into a group chat or kept as PNG."""

from typing import Final

from PySide6.QtGui import QColor, QImage, QPainter

from passbook_desk.documents.page import Page
from passbook_desk.ui.kit.printing import PagePen
from passbook_desk.ui.kit.tokens import PAPER

_DOTS_PER_MM: Final = 6.0


def page_picture(pen: PagePen, page: Page) -> QImage:
    """The page in colours, six dots to a millimetre."""
    size = round(page.width * _DOTS_PER_MM), round(page.height * _DOTS_PER_MM)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    pen.paint(painter, page, _DOTS_PER_MM)
    painter.end()
    return image
