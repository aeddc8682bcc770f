from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One act in the activity log."""

    seq: int
    at: datetime
    operator: str
    act: str
    subject_table: str
    subject_uid: str
    detail: str
