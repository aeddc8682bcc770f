"""Marking and translating words without Qt, so that the command line can speak too."""

import sys


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a word for the catalogue and answer it unchanged; pyside6-lupdate looks for this name."""
    assert context
    return text


def translate(context: str, text: str) -> str:
    """The word in the language of the running window; the word itself when there is no window."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QCoreApplication.instance() is None:
        return text
    translated: str = core.QCoreApplication.translate(context, text)
    return translated
