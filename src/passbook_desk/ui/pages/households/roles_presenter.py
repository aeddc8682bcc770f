"""Lists the roles held today and ends one."""

from typing import Protocol

from passbook_desk.features.households.roles import RoleRow, end_role, roles_at
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


class RolesView(Protocol):
    """What the list is told."""

    def show_roles(self, rows: tuple[RoleRow, ...]) -> None: ...
    def show_ended(self, row: RoleRow) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class RolesPresenter:
    """Roles of today."""

    def __init__(self, desk: Desk, view: RolesView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs

    def load(self) -> None:
        """Show who holds a role today; one that ended today is not among them."""
        self._jobs.desk(
            lambda: self._desk.ask(
                lambda scope: tuple(
                    row
                    for row in roles_at(scope, scope.today)
                    if row.to_on is None or row.to_on > scope.today
                )
            ),
            self._view.show_roles,
            self._view.show_problem,
        )

    def end(self, row: RoleRow) -> None:
        """Today is its last day."""

        def done(_: None) -> None:
            self._view.show_ended(row)
            self.load()

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: end_role(tx, row.id, tx.today)), done, self._view.show_problem
        )
