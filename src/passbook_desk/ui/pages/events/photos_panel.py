from passbook_desk.features.events.photos.commands import add_photo, strike_photo
from passbook_desk.features.events.photos.queries import photos
from passbook_desk.features.events.photos.values import AddPhoto
from passbook_desk.ui.shell.photos import Album
from passbook_desk.ui.shell.photos_panel import PhotosPanel
from passbook_desk.ui.shell.tools import Tools


class EventPhotosPanel(PhotosPanel[int]):
    """The pictures of the event that `load` names by its id."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(
            tools,
            Album(
                photos,
                lambda tx, event_id, new: add_photo(
                    tx, AddPhoto(new.uid, event_id, new.taken_on, new.content, new.words)
                ),
                strike_photo,
            ),
            acts="event.photos",
        )
