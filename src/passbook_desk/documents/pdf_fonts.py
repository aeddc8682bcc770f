"""Fonts inside a PDF: one two-byte font a file, with only the glyphs used.

Every character used gets a code of its own in the order it first comes, so that what is copied or
searched in a viewer is exactly what was written, above U+FFFF too (ToUnicode in UTF-16).
"""

from typing import Any

from passbook_desk.documents.fonts import Font

_SYMBOLIC, _NONSYMBOLIC = 1 << 2, 1 << 5
_BLOCK = 100
"""A CMap block holds at most 100 lines."""


class EmbeddedFont:
    """One font of one PDF: gives out codes while pages are drawn, then writes its objects."""

    def __init__(self, font: Font, resource: str) -> None:
        self.resource = resource
        self._font = font
        self._codes: dict[str, str] = {}

    def code(self, character: str) -> str:
        """The code of a character of the font, as four hexadecimal digits."""
        if character not in self._codes:
            self._codes[character] = f"{len(self._codes) + 1:04X}"
        return self._codes[character]

    def add_to(self, document: Any) -> Any:
        """Write the font into a reportlab PDFDocument and answer the reference to it."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

        from passbook_desk.documents.pdf_objects import Packed

        name = f"AAAAAA+{self._font.name}"
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(name),
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": self._descriptor(document, name),
                "DW": 1000,
                "W": PDFArray([1, PDFArray([self._font.advance(c) for c in self._codes])]),
                "CIDToGIDMap": document.Reference(Packed(self._glyph_map())),
            }
        )
        whole = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(Packed(self._to_unicode().encode("ascii"))),
            }
        )
        return document.Reference(whole)

    def _descriptor(self, document: Any, name: str) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

        from passbook_desk.documents.pdf_objects import Packed

        shape = self._font.shape
        program = shape.makeSubset([ord(character) for character in self._codes])
        file = Packed(program, {"Length1": len(program)})
        return document.Reference(
            PDFDictionary(
                {
                    "Type": PDFName("FontDescriptor"),
                    "FontName": PDFName(name),
                    "Flags": shape.flags & ~_NONSYMBOLIC | _SYMBOLIC,
                    "FontBBox": PDFArray(shape.bbox),
                    "Ascent": shape.ascent,
                    "Descent": shape.descent,
                    "CapHeight": shape.capHeight,
                    "ItalicAngle": shape.italicAngle,
                    "StemV": shape.stemV,
                    "FontFile2": document.Reference(file),
                }
            )
        )

    def _glyph_map(self) -> bytes:
        """Code to glyph of the subset: makeSubset numbers glyphs in the order of their first character."""
        numbers = {0: 0}
        glyphs = [0]
        for character in self._codes:
            glyph = self._font.shape.charToGlyph[ord(character)]
            glyphs.append(numbers.setdefault(glyph, len(numbers)))
        return b"".join(number.to_bytes(2, "big") for number in glyphs)

    def _to_unicode(self) -> str:
        pairs = [f"<{code}> <{c.encode('utf-16-be').hex().upper()}>" for c, code in self._codes.items()]
        lines = [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
        ]
        for start in range(0, len(pairs), _BLOCK):
            block = pairs[start : start + _BLOCK]
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
        return "\n".join(lines)
