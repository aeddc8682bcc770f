"""Sentences are shown through a variable: one that is not marked would stay Chinese in the English window."""

from xml.etree import ElementTree

import pytest

from architecture.sources import ROOT
from passbook_desk.ui.kit.sentences import CONTEXT, SENTENCES, fill


@pytest.fixture(scope="module")
def english() -> dict[str, str]:
    """The English form of every sentence."""
    catalogue = ElementTree.parse(ROOT / "resources" / "i18n" / "passbook_en.ts").getroot()
    messages = [
        message
        for context in catalogue.iter("context")
        if context.findtext("name") == CONTEXT
        for message in context.iter("message")
    ]
    return {message.findtext("source", ""): message.findtext("translation", "") for message in messages}


def test_every_sentence_has_its_english_form(english: dict[str, str]) -> None:
    assert sorted(set(SENTENCES.values()) - english.keys()) == []


def test_every_sentence_can_be_filled_and_leaves_no_place_open() -> None:
    left = {code for code, sentence in SENTENCES.items() if set("{}") & set(fill(sentence, {}))}
    assert left == set()
