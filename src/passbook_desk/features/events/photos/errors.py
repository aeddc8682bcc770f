from passbook_desk.kernel.errors import UserError


class UnknownPhoto(UserError):
    """There is no such picture, or it was struck out. Parameters: field, photo."""

    code = "events.unknown-photo"
