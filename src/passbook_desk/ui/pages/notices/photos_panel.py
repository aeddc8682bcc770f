from passbook_desk.features.notices.hanging import add_notice_photo, photos_of, strike_notice_photo
from passbook_desk.features.notices.values import AddNoticePhoto
from passbook_desk.ui.shell.photos import Album
from passbook_desk.ui.shell.photos_panel import PhotosPanel
from passbook_desk.ui.shell.tools import Tools


class NoticePhotosPanel(PhotosPanel[str]):
    """The pictures, on its wall, of the notice that `load` names by its number."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(
            tools,
            Album(
                photos_of,
                lambda tx, number, new: add_notice_photo(
                    tx, AddNoticePhoto(new.uid, number, new.taken_on, new.content, new.words)
                ),
                strike_notice_photo,
            ),
            acts="notice.photos",
        )
