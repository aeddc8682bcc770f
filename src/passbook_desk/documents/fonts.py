"""Which font draws which character: the fall-back order of DECISIONS 23, the same for both pens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from passbook_desk.documents.errors import CharactersNotPrintable, FontNotUsable, FontsMissing
from passbook_desk.documents.page import Face

REGULAR = "NotoSansSC-Regular"
BOLD = "NotoSansSC-Bold"
RARE = "HanaMinB"
ADDED = "Added"

FILES = {REGULAR: "NotoSansSC-Regular.ttf", BOLD: "NotoSansSC-Bold.ttf", RARE: "HanaMinB.ttf"}
ORDER = {Face.REGULAR: (REGULAR, RARE, ADDED), Face.BOLD: (BOLD, REGULAR, RARE, ADDED)}

_NAMED_AT_MOST = 20
_PLACES_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Font:
    """A loaded font file. `shape` is reportlab's parsed face, used by the PDF pen to embed a subset."""

    name: str
    path: Path
    shape: Any

    def has(self, character: str) -> bool:
        """True when the font draws this character."""
        return ord(character) in self.shape.charToGlyph

    def advance(self, character: str) -> float:
        """Width of a character the font has, in thousandths of the font size."""
        return float(self.shape.charWidths[ord(character)])

    @property
    def family(self) -> str:
        """The family name in the file, as QFontDatabase knows it."""
        return self.shape.familyName.decode("utf-8", "replace")  # type: ignore[no-any-return]


class FontBook:
    """The fonts of the program and the one a clerk added; each file is read when first needed.

    One book serves a whole run: what it has looked up stays in it. `folders` are searched in order for
    the shipped files; `added` is a TrueType file (or collection) for characters they all lack.
    """

    def __init__(self, *folders: Path, added: Path | None = None) -> None:
        self._folders = folders
        self._added = added
        self._fonts: dict[str, Font] = {}
        self._homes: dict[Face, dict[str, Font | None]] = {face: {} for face in Face}

    def names(self) -> tuple[str, ...]:
        """All font names `runs` may answer with, the added font last and only when there is one."""
        return (REGULAR, BOLD, RARE) + ((ADDED,) if self._added is not None else ())

    def path(self, name: str) -> Path:
        """The file of a font name; raises FontsMissing when a shipped file is not there."""
        if name == ADDED and self._added is not None:
            return self._added
        for folder in self._folders:
            if (folder / FILES[name]).is_file():
                return folder / FILES[name]
        raise FontsMissing(path=FILES[name])

    def family(self, name: str) -> str:
        """The family name of a font name ("Noto Sans SC" for REGULAR and BOLD)."""
        return self.font(name).family

    def font(self, name: str) -> Font:
        """The loaded font; raises FontsMissing or, for the added file, FontNotUsable."""
        if name not in self._fonts:
            self._fonts[name] = self._load(name)
        return self._fonts[name]

    def home(self, character: str, face: Face = Face.REGULAR) -> Font | None:
        """The first font in the fall-back order that draws the character, None when there is none."""
        homes = self._homes[face]
        if character not in homes:
            homes[character] = self._search(character, face)
        return homes[character]

    def runs(self, text: str, face: Face = Face.REGULAR) -> list[tuple[str, str]]:
        """The text cut into (font name, part); raises CharactersNotPrintable."""
        fonts = [self.home(character, face) for character in text]
        if None in fonts:
            self.check([text])
        pairs = ((font.name, character) for font, character in zip(fonts, text, strict=True) if font)
        return [(name, "".join(c for _, c in part)) for name, part in groupby(pairs, lambda pair: pair[0])]

    def missing(self, text: str) -> tuple[str, ...]:
        """Characters of the text that no font draws, each once, in the order they come."""
        return tuple(c for c in dict.fromkeys(text) if self.home(c) is None)

    def check(self, texts: Iterable[str]) -> None:
        """Raise CharactersNotPrintable when a text holds a character no font draws; ask before printing.

        The error names up to 20 characters and up to 5 of the texts they stand in.
        """
        found: dict[str, None] = {}
        where: dict[str, None] = {}
        for text in texts:
            missing = self.missing(text)
            if missing:
                found.update(dict.fromkeys(missing))
                where[text] = None
        if found:
            raise not_printable(list(found), list(where))

    def _search(self, character: str, face: Face) -> Font | None:
        for name in ORDER[face]:
            if name == ADDED and self._added is None:
                continue
            font = self.font(name)
            if font.has(character):
                return font
        return None

    def _load(self, name: str) -> Font:
        from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

        path = self.path(name)
        try:
            return Font(name, path, TTFontFace(str(path)))
        except TTFError as trouble:
            if name == ADDED:
                raise FontNotUsable(path=str(path)) from trouble
            raise FontsMissing(path=str(path)) from trouble


def not_printable(characters: list[str], texts: list[str]) -> CharactersNotPrintable:
    """The error that names up to 20 characters and up to 5 of the texts they stand in."""
    named = [_named(character) for character in characters[:_NAMED_AT_MOST]]
    more = ["…"] if len(characters) > _NAMED_AT_MOST else []
    return CharactersNotPrintable(
        characters=", ".join(named + more), where="；".join(texts[:_PLACES_AT_MOST])
    )


def _named(character: str) -> str:
    return f"{character if character.isprintable() else '□'} (U+{ord(character):04X})"
