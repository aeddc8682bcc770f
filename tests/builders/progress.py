"""Progress that stops work half-way."""

from passbook_desk.kernel.errors import Cancelled


class CancelAt:
    """A progress that cancels at the n-th check: shows in tests that stopping leaves nothing behind."""

    def __init__(self, checks: int) -> None:
        self._left = checks

    def step(self, done: int, total: int) -> None:
        return None

    def check(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Cancelled
