"""The fonts that paper is written with."""

from pathlib import Path

from passbook_desk.documents.fonts import FontBook
from passbook_desk.kernel.places import Places, resources_folder
from passbook_desk.kernel.settings import load_settings


def font_book(places: Places) -> FontBook:
    """The shipped fonts and the font file added in 设置, if any."""
    extra = load_settings(places.settings).extra_font
    return FontBook(resources_folder() / "fonts", added=Path(extra) if extra else None)
