from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from passbook_desk.features.redemption.goods.commands import retire_outlet, save_outlet
from passbook_desk.features.redemption.goods.queries import outlets
from passbook_desk.features.redemption.goods.values import OutletRow
from passbook_desk.features.redemption.stock.queries import batches
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class OutletLine:
    """A place to redeem and what lies there."""

    outlet: OutletRow
    kinds: int
    pieces: int


class OutletsView(Protocol):
    def show_outlets(self, lines: tuple[OutletLine, ...]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class OutletsPresenter:
    """The places where points are redeemed."""

    def __init__(self, desk: Desk, view: OutletsView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs

    def load(self) -> None:
        """Show them as they are now."""
        self._jobs.desk(lambda: self._desk.ask(_lines), self._view.show_outlets, self._view.show_problem)

    def save(
        self,
        uid: str,
        name: str,
        outlet_id: int | None,
        saved: Callable[[], None],
        refused: Callable[[BaseException], None],
    ) -> None:
        """Make a place, take one up again by its name, or give one another name."""
        self._do(lambda tx: save_outlet(tx, uid, name, outlet_id), saved, refused)

    def retire(self, outlet_id: int, done: Callable[[], None]) -> None:
        """Give a place up."""
        self._do(lambda tx: retire_outlet(tx, outlet_id), done, self._view.show_problem)

    def _do(
        self,
        command: Callable[[Any], object],
        done: Callable[[], None],
        refused: Callable[[BaseException], None],
    ) -> None:
        def carried_out(_: object) -> None:
            done()
            self.load()

        self._jobs.desk(lambda: self._desk.do(command), carried_out, refused)


def _lines(scope: Any) -> tuple[OutletLine, ...]:
    held = batches(scope)
    return tuple(
        OutletLine(
            row,
            len({batch.goods_id for batch in held if batch.outlet_id == row.id}),
            sum(batch.quantity for batch in held if batch.outlet_id == row.id),
        )
        for row in outlets(scope, retired_too=True)
    )
