from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.language import Catalogue, install_language, read_catalogue
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context><name>Columns</name>
<message><source>户主</source><translation>Head</translation></message>
<message><source>门牌</source><translation type="unfinished"></translation></message>
</context>
<context><name>Base</name>
<message><source>保存</source><translation>Save</translation></message>
</context>
</TS>
"""


class Base(QObject):
    pass


class Derived(Base):
    pass


@pytest.fixture
def english(qapp: QApplication, tmp_path: Path) -> Iterator[Catalogue]:
    file = tmp_path / "passbook_en.ts"
    file.write_text(CATALOGUE, encoding="utf-8")
    catalogue = Catalogue(read_catalogue(file))
    qapp.installTranslator(catalogue)
    yield catalogue
    qapp.removeTranslator(catalogue)


def test_finished_words_are_translated_and_others_stay_chinese(english: Catalogue) -> None:
    assert translate("Columns", "户主") == "Head"
    assert translate("Columns", "门牌") == "门牌"
    assert QCoreApplication.translate("Other", "户主") == "户主"
    assert QT_TRANSLATE_NOOP("Columns", "户主") == "户主"


def test_words_of_a_base_class_are_found_from_a_subclass(english: Catalogue) -> None:
    assert Derived().tr("保存") == "Save"


def test_the_shipped_catalogue_translates_words_of_the_kit() -> None:
    words = read_catalogue(resources_folder() / "i18n" / "passbook_en.ts")
    assert words["Sentences", "磁盘满了，这一步没有保存，请腾出空间再试。"].isascii()


def test_chinese_is_spoken_by_qt_itself_too(qtbot: QtBot, qapp: QApplication) -> None:
    before = QLocale()
    install_language(qapp, "zh_CN", resources_folder() / "i18n")
    assert QLocale().language() == QLocale.Language.Chinese
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    QLocale.setDefault(before)
