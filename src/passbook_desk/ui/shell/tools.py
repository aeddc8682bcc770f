"""What every page is given by the frame."""

from collections.abc import Callable
from dataclasses import dataclass, field

from passbook_desk.documents.fonts import FontBook
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import (
    Announcer,
    Corrections,
    Desk,
    Dialogs,
    Drafts,
    NothingKept,
    NothingMeasured,
)
from passbook_desk.ui.shell.routes import Route


@dataclass(frozen=True, slots=True)
class Tools:
    """One bundle for a page and its presenter.

    `go` opens another page; `announcer` says what was done, with 撤销; `fontbook` is for previews and prints;
    `drafts` keeps what was entered and not saved; `corrections` knows the printers of this computer.
    """

    desk: Desk
    jobs: Jobs
    clock: Clock
    dialogs: Dialogs
    announcer: Announcer
    fontbook: FontBook
    go: Callable[[Route], None]
    drafts: Drafts = field(default_factory=NothingKept)
    corrections: Corrections = field(default_factory=NothingMeasured)
