"""What a picture must be that is kept in the village's own file."""

from typing import Final

from passbook_desk.kernel.errors import UserError

MOST_KB: Final = 800
"""Of one picture; the window makes them smaller before."""

_JPEG: Final = b"\xff\xd8\xff"


class NotAPicture(UserError):
    """What is to be kept is no JPEG. Parameters: field."""

    code = "pictures.not-a-picture"


class PictureTooLarge(UserError):
    """A picture takes at most `most` kB in the village's file. Parameters: field, size, most."""

    code = "pictures.too-large"


class TooManyPictures(UserError):
    """At most `most` pictures are kept with one thing. Parameters: field, most."""

    code = "pictures.too-many"


def check_picture(content: bytes) -> None:
    """Refuse what is no JPEG or takes too much room. Raises NotAPicture, PictureTooLarge."""
    if not content.startswith(_JPEG):
        raise NotAPicture(field="photo")
    size = len(content) // 1000
    if size > MOST_KB:
        raise PictureTooLarge(field="photo", size=size, most=MOST_KB)
