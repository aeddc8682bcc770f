"""Real JPEGs to put on paper: in colour, grey, and as printers mix their inks."""

from io import BytesIO

from PIL import Image

MODES = {"grey": "L", "colour": "RGB", "four inks": "CMYK"}
_LIGHT = {"L": 255, "RGB": (255, 255, 255), "CMYK": (0, 0, 0, 0)}
_DARK = {"L": 20, "RGB": (30, 20, 60), "CMYK": (220, 220, 200, 60)}


def jpeg(width: int = 60, height: int = 40, mode: str = "RGB", *, progressive: bool = False) -> bytes:
    """A dark picture with a light corner at its top left, a quarter of it wide and high."""
    image = Image.new(mode, (width, height), _DARK[mode])
    image.paste(_LIGHT[mode], (0, 0, width // 4, height // 4))
    out = BytesIO()
    image.save(out, "JPEG", quality=90, progressive=progressive)
    return out.getvalue()
