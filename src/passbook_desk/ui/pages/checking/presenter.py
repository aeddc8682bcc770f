"""核验: one code after another, and what was asked in this sitting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.notices.checking import check_code
from passbook_desk.features.passbooks.checking_values import AccountFound, BookFound, CodeAnswer, LineFound
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk

MOST_KEPT: Final = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """A code that was checked in this sitting."""

    at: datetime
    typed: str
    answer: CodeAnswer


class CheckView(Protocol):
    """What the page is told."""

    def show_answer(self, asked: Asked) -> None: ...
    def show_asked(self, rows: tuple[Asked, ...]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class CheckPresenter:
    """Answers codes; keeps the last ones, newest first."""

    def __init__(self, desk: Desk, view: CheckView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._asked: tuple[Asked, ...] = ()

    def check(self, typed: str) -> None:
        """Check what the clerk typed or scanned; an empty line asks nothing."""
        text = typed.strip()
        if text:
            self._jobs.desk(
                lambda: self._desk.ask(lambda scope: check_code(scope, text)),
                lambda answer: self._answered(text, answer),
                self._view.show_problem,
            )

    def _answered(self, text: str, answer: CodeAnswer) -> None:
        asked = Asked(self._clock.now(), text, answer)
        self._asked = (asked, *self._asked)[:MOST_KEPT]
        self._view.show_answer(asked)
        self._view.show_asked(self._asked)


def holder_of(answer: CodeAnswer) -> AccountRow | None:
    """Whose paper it is; None when it is nobody's alone."""
    accounts: dict[int, AccountRow] = {}
    for found in answer.found:
        if isinstance(found, LineFound | BookFound):
            accounts[found.book.account.id] = found.book.account
        elif isinstance(found, AccountFound):
            accounts[found.account.id] = found.account
    return next(iter(accounts.values())) if len(accounts) == 1 else None
