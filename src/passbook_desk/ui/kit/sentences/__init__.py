"""The one place where trouble becomes a sentence: code → Chinese sentence with places for parameters.

A sentence says what happened, where or why, and what to do. Works without Qt, for the command line.
"""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import PurePath
from types import MappingProxyType

from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.sentences import (
    access,
    books,
    catalogue,
    claims,
    common,
    council,
    counting,
    events,
    goods_import,
    keeping,
    ledger,
    life,
    notices,
    owners,
    paper,
    people,
    recording,
    redemption,
    register,
    rules,
    settings,
)
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

CONTEXT = "Sentences"
SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        **common.SENTENCES,
        **access.SENTENCES,
        **people.SENTENCES,
        **life.SENTENCES,
        **owners.SENTENCES,
        **rules.SENTENCES,
        **events.SENTENCES,
        **council.SENTENCES,
        **catalogue.SENTENCES,
        **paper.SENTENCES,
        **notices.SENTENCES,
        **books.SENTENCES,
        **ledger.SENTENCES,
        **recording.SENTENCES,
        **redemption.SENTENCES,
        **goods_import.SENTENCES,
        **register.SENTENCES,
        **claims.SENTENCES,
        **counting.SENTENCES,
        **keeping.SENTENCES,
        **settings.SENTENCES,
    }
)
_UNKNOWN = QT_TRANSLATE_NOOP("Sentences", "程序出了意外，这一步没有做成，请再试一次。")


def sentence_for(code: str) -> str | None:
    """The Chinese sentence for a code, with its places still open; None when there is none."""
    return SENTENCES.get(code)


def tell(error: BaseException) -> str:
    """The sentence for a trouble in the language of the window, parameters filled in.

    Trouble that is no PassbookError, or has no sentence, is told in general words.
    """
    if not isinstance(error, PassbookError):
        return translate(CONTEXT, _UNKNOWN)
    sentence = sentence_for(error.code)
    if sentence is None:
        return translate(CONTEXT, _UNKNOWN)
    return fill(translate(CONTEXT, sentence), error.params)


def tell_code(code: str, params: Mapping[str, object]) -> str:
    """The sentence for a code that is no exception, such as the finding of an import."""
    sentence = sentence_for(code)
    return translate(CONTEXT, _UNKNOWN) if sentence is None else fill(translate(CONTEXT, sentence), params)


def fill(sentence: str, params: Mapping[str, object]) -> str:
    """Put parameters into the places of a sentence; a place without a parameter stays empty."""
    return sentence.format_map(_Words(params))


def in_words(value: object) -> str:
    """A parameter as the clerk reads it: days as 2026.6.3, lists with 、, a file by its name."""
    if isinstance(value, date):
        return f"{value.year}.{value.month}.{value.day}"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, PurePath):
        return value.name
    if isinstance(value, tuple | list | set | frozenset):
        return "、".join(in_words(part) for part in value)
    return "" if value is None else str(value)


class _Words(dict[str, str]):
    def __init__(self, params: Mapping[str, object]) -> None:
        super().__init__({name: in_words(value) for name, value in params.items()})

    def __missing__(self, name: str) -> str:
        return ""
