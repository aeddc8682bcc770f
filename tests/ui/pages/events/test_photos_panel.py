"""Pictures of the day check on the card of an event."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog

from builders.events import events_village, reported
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.events.photos.queries import photos
from passbook_desk.kernel.pictures import MOST_KB
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.pages.events.photos_panel import EventPhotosPanel
from passbook_desk.ui.shell.photos_panel import PictureForm
from passbook_desk.ui.shell.tools import Tools

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the platform without a display says so


def picture(target: Path, width: int = 3000, height: int = 2000) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#804020"))
    for place in range(0, width, 7):
        image.setPixelColor(place, place % height, QColor("white"))
    assert image.save(str(target))
    return target


def opened(village: Village, event_id: int) -> tuple[EventPhotosPanel, Answers]:
    answers, said = Answers(), Announced()
    fontbook = FontBook(resources_folder() / "fonts")
    desk = VillageDesk(village)
    panel = EventPhotosPanel(Tools(desk, AtOnce(), village.clock, answers, said, fontbook, lambda _: None))
    panel.load(event_id)
    return panel, answers


def test_a_picture_of_the_feast_is_kept_small_shown_large_and_taken_out(
    qapp: QApplication, tmp_path: Path
) -> None:
    village = events_village(tmp_path)
    event = reported(village)
    panel, answers = opened(village, event.id)
    assert panel.list.isHidden()
    answers.file = picture(tmp_path / "席.png")
    panel.add_button.click()
    form = panel.findChild(PictureForm)
    assert form is not None
    form.words.setText("坐了六桌")
    form.panel.submit()
    assert (panel.message.words, panel.list.count()) == ("", 1)
    assert panel.list.item(0).text().endswith("\n坐了六桌")
    with village.read() as scope:
        (kept,) = photos(scope, event.id)
    shown = QImage.fromData(kept.content)
    assert (shown.width(), shown.height()) == (1600, 1066)
    assert len(kept.content) < MOST_KB * 1000
    panel.list.itemActivated.emit(panel.list.item(0))
    shown_large = [each for each in panel.findChildren(QDialog) if each.isVisible()]
    assert [each.windowTitle()[:2] for each in shown_large] == ["照片"]
    shown_large[0].close()
    panel.strike_button.click()
    assert panel.message.words == "先选中要删的照片。"
    panel.list.item(0).setSelected(True)
    panel.strike_button.click()
    assert panel.list.count() == 0
    village.store.close()


def test_a_file_that_is_no_picture_is_named(qapp: QApplication, tmp_path: Path) -> None:
    village = events_village(tmp_path)
    event = reported(village)
    panel, answers = opened(village, event.id)
    answers.file = tmp_path / "合同.jpg"
    answers.file.write_bytes(b"%PDF-1.7 not a picture")
    panel.add_button.click()
    form = panel.findChild(PictureForm)
    assert form is not None
    form.panel.submit()
    assert form.panel.message.words == "“合同.jpg”不是能看的照片，请另选 PNG 或 JPG。"
    assert form.isVisible()
    form.reject()
    assert panel.list.count() == 0
    village.store.close()
