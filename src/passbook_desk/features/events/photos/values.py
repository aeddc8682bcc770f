from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AddPhoto:
    """A picture from where a feast was held, as JPEG. `uid` is made when it is chosen (DECISIONS 15)."""

    uid: str
    event_id: int
    taken_on: date
    content: bytes
    words: str = ""


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A picture kept with an event. Struck out, its content is gone and only who and when remains."""

    id: int
    event_id: int
    taken_on: date
    words: str
    content: bytes
    added_by: str
    struck_on: date | None
