from passbook_desk.kernel.errors import UserError


class NotAPicture(UserError):
    """What is to be kept is no JPEG. Parameters: field."""

    code = "events.not-a-picture"


class PictureTooLarge(UserError):
    """A picture takes at most `most` kB in the village's file. Parameters: field, size, most."""

    code = "events.picture-too-large"


class TooManyPhotos(UserError):
    """An event keeps at most `most` pictures. Parameters: field, number, most."""

    code = "events.too-many-photos"


class UnknownPhoto(UserError):
    """There is no such picture, or it was struck out. Parameters: field, photo."""

    code = "events.unknown-photo"
