from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from passbook_desk.features.redemption.exchange.commands import open_exchange_day
from passbook_desk.features.redemption.exchange.queries import exchange_days
from passbook_desk.features.redemption.exchange.values import ExchangeDayRow, OpenExchangeDay
from passbook_desk.features.redemption.goods.queries import outlets
from passbook_desk.features.redemption.goods.values import OutletRow
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class DaysFound:
    """Exchange days, the latest first, and the places where one can be held."""

    days: Sequence[ExchangeDayRow]
    outlets: Sequence[OutletRow]


class ExchangeDaysView(Protocol):
    def show_days(self, found: DaysFound) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class ExchangeDaysPresenter:
    """Reads the list and opens a day."""

    def __init__(self, desk: Desk, view: ExchangeDaysView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs

    def load(self) -> None:
        """Show the list as it stands."""
        self._jobs.desk(lambda: self._desk.ask(_found), self._view.show_days, self._view.show_problem)

    def open(
        self,
        command: OpenExchangeDay,
        done: Callable[[int], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Open an exchange day; the same form again opens nothing."""
        self._jobs.desk(lambda: self._desk.do(lambda tx: open_exchange_day(tx, command)), done, failed)


def _found(scope: Any) -> DaysFound:
    return DaysFound(exchange_days(scope), outlets(scope))
