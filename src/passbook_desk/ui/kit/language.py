"""The language of the window. Source words are Chinese; English comes from resources/i18n/passbook_en.ts.

The catalogue is read as it is (no compiled file to build, ship and forget).
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

ENGLISH: Final = "en"
CHINESE: Final = "zh_CN"


class Catalogue(QTranslator):
    """Words by context and source, read from a .ts file; unfinished ones are left in the source language."""

    def __init__(self, words: dict[tuple[str, str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:
        return not self._words

    def translate(  # type: ignore[override] # None is a null string, which lets the next catalogue answer
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return self._words.get((context, text))


def read_catalogue(file: Path) -> dict[tuple[str, str], str]:
    """(context, source) → word for every finished message of a .ts file."""
    from xml.etree import ElementTree

    words = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                words[(name, message.findtext("source", ""))] = translation.text
    return words


def install_language(app: QApplication, language: str, i18n_folder: Path) -> None:
    """Speak Chinese or English from now on; call it before the first window is made.

    Qt's own few words (in file dialogs) come from its shipped catalogue in Chinese.
    """
    if language == ENGLISH:
        QLocale.setDefault(QLocale(QLocale.Language.English))
        app.installTranslator(Catalogue(read_catalogue(i18n_folder / "passbook_en.ts"), app))
        return
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    words_of_qt = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words_of_qt.load("qtbase_zh_CN", folder):
        app.installTranslator(words_of_qt)
