"""What the card of a notice shows beside its sheet. No Qt here."""

from dataclasses import dataclass
from enum import StrEnum

from passbook_desk.features.notices.objections.values import ObjectionRow
from passbook_desk.features.notices.values import NoticeCard, NoticeState


class PaperKind(StrEnum):
    """What can be printed of an issued notice."""

    SHEET = "sheet"
    LARGE = "large"
    SUMMARY = "summary"
    ARCHIVE = "archive"


class NextStep(StrEnum):
    """The one thing to do next with a notice."""

    HANG = "hang"
    WAIT = "wait"
    ANSWER = "answer"
    CLOSE = "close"
    KEEP = "keep"
    """Print the file for the archive."""
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class CardFound:
    """A notice with its objections, what hangs on it, and the newer version in its place, if there is one.

    `days` is how long the village hangs its notices.
    """

    card: NoticeCard
    objections: tuple[ObjectionRow, ...]
    newer: str
    days: int

    @property
    def next_step(self) -> NextStep:
        """What comes next; a notice of form 1 was never hung here and is closed by itself."""
        row = self.card.row
        if row.state is NoticeState.REPLACED:
            return NextStep.NEWER
        if row.state is NoticeState.CLOSED:
            return NextStep.KEEP
        if row.state is NoticeState.OVER:
            return NextStep.ANSWER if row.open_objections else NextStep.CLOSE
        return NextStep.WAIT if row.state is NoticeState.HANGING else NextStep.HANG
