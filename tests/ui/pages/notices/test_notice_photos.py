"""Pictures of a notice on its wall: chosen or dropped, with a day and words, looked at, taken out."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QDialog

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, booked, settled_village
from builders.wall import hung, issued
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.notices.hanging import photos_of
from passbook_desk.kernel.pictures import MOST_KB
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.notices.photos_panel import NoticePhotosPanel
from passbook_desk.ui.shell.photos_panel import PictureForm
from passbook_desk.ui.shell.tools import Tools

NUMBER = "2026-01"


class Wall:
    """The panel of a notice that hangs since July 2; today is July 3."""

    def __init__(self, folder: Path, fontbook: FontBook) -> None:
        self.village: Village = settled_village(folder)
        booked(self.village, (1, 4))
        issued(self.village, on=date(2026, 7, 1))
        self.village.on(date(2026, 7, 3))
        hung(self.village)
        self.answers, self.said = Answers(), Announced()
        desk, clock = VillageDesk(self.village), self.village.clock
        self.panel = NoticePhotosPanel(
            Tools(desk, AtOnce(), clock, self.answers, self.said, fontbook, lambda _: None)
        )
        self.panel.resize(600, 300)
        self.panel.show()
        self.panel.load(NUMBER)

    @property
    def form(self) -> PictureForm:
        form = QApplication.activeModalWidget()
        assert isinstance(form, PictureForm)
        return form

    def captions(self) -> list[str]:
        return [self.panel.list.item(place).text() for place in range(self.panel.list.count())]


@pytest.fixture
def wall(theme: Theme, fontbook: FontBook, tmp_path: Path) -> Iterator[Wall]:
    made = Wall(tmp_path, fontbook)
    yield made
    made.panel.close()
    made.village.store.close()


def picture(target: Path, taken: date = date(2026, 7, 2)) -> Path:
    image = QImage(3000, 2000, QImage.Format.Format_RGB32)
    image.fill(QColor("#a05030"))
    assert image.save(str(target))
    moment = datetime(taken.year, taken.month, taken.day, 4, tzinfo=UTC).timestamp()
    os.utime(target, (moment, moment))
    return target


def dragged(*files: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def drop(panel: NoticePhotosPanel, mime: QMimeData) -> bool:
    """Drag files over the panel and let go; whether it would take them."""
    copy, left, free = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, mime, left, free)
    over.ignore()
    QApplication.sendEvent(panel, over)
    if over.isAccepted():
        QApplication.sendEvent(panel, QDropEvent(QPointF(9, 9), copy, mime, left, free))
    return over.isAccepted()


def test_a_picture_is_kept_small_with_the_day_of_its_file_and_words(wall: Wall, tmp_path: Path) -> None:
    assert wall.panel.list.isHidden()
    wall.answers.file = picture(tmp_path / "墙.jpg")
    wall.panel.add_button.click()
    assert wall.form.day.day() == date(2026, 7, 2)
    wall.form.words.setText("村务公开栏")
    wall.form.panel.submit()
    assert wall.captions() == ["2026.7.2\n村务公开栏"]
    with wall.village.read() as scope:
        (kept,) = photos_of(scope, NUMBER)
    shown = QImage.fromData(kept.content)
    assert (shown.width(), shown.height()) == (1600, 1066)
    assert len(kept.content) < MOST_KB * 1000


def test_several_are_dropped_at_once_and_what_is_no_picture_is_not_taken(wall: Wall, tmp_path: Path) -> None:
    words = tmp_path / "说明.txt"
    words.write_text("不是照片")
    assert not drop(wall.panel, dragged(words))
    files = [picture(tmp_path / f"{place}.png") for place in (1, 2)]
    assert drop(wall.panel, dragged(*files, words))
    assert wall.form.windowTitle() == "加 2 张照片"
    wall.form.panel.submit()
    assert wall.captions() == ["2026.7.2", "2026.7.2"]


def test_a_picture_is_seen_large_and_taken_out_after_a_question(wall: Wall, tmp_path: Path) -> None:
    wall.panel.offer([picture(tmp_path / "墙.jpg")])
    wall.form.words.setText("东头小卖部")
    wall.form.panel.submit()
    wall.panel.list.itemActivated.emit(wall.panel.list.item(0))
    large = next(each for each in wall.panel.findChildren(QDialog) if each.isVisible())
    assert large.windowTitle() == "照片 2026.7.2"
    large.close()
    wall.panel.list.item(0).setSelected(True)
    wall.answers.agree = False
    wall.panel.strike_button.click()
    assert wall.captions() == ["2026.7.2\n东头小卖部"]
    wall.answers.agree = True
    wall.panel.strike_button.click()
    assert wall.captions() == []
    assert wall.answers.asked == ["删掉这张照片？删了不能恢复。"] * 2


def test_the_thirteenth_picture_is_refused_and_the_form_stays_open(wall: Wall, tmp_path: Path) -> None:
    file = picture(tmp_path / "墙.jpg")
    wall.panel.offer([file] * 12)
    wall.form.panel.submit()
    assert wall.panel.list.count() == 12
    wall.panel.offer([file])
    wall.form.panel.submit()
    assert wall.form.panel.message.words == "已经有 12 张照片，删掉不用的再加。"
    wall.form.reject()
    assert wall.panel.list.count() == 12


def test_a_file_that_cannot_be_read_is_named_and_nothing_is_kept(wall: Wall, tmp_path: Path) -> None:
    broken = tmp_path / "坏的.jpg"
    broken.write_bytes(b"%PDF-1.7")
    wall.panel.offer([picture(tmp_path / "墙.jpg"), broken])
    wall.form.panel.submit()
    assert wall.form.panel.message.words == "“坏的.jpg”不是能看的照片，请另选 PNG 或 JPG。"
    wall.form.reject()
    assert wall.captions() == []
