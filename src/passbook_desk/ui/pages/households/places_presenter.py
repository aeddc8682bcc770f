"""The tree of places: adds, renames, moves; gives roles."""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from passbook_desk.features.households.places import (
    AddPlace,
    GridLimits,
    add_place,
    grid_notices,
    households_at,
    move_place,
    place_tree,
    rename_place,
)
from passbook_desk.features.households.roles import GiveRole, give_role, roles_at
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.households.places_values import PlaceDraft, PlacesFound, RoleDraft


class PlacesView(Protocol):
    """What the page of places is told."""

    def show_places(self, found: PlacesFound) -> None: ...
    def show_count(self, count: int) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


Saved = Callable[[], None]
Refused = Callable[[BaseException], None]


class PlacesPresenter:
    """The places of the village and who holds roles there."""

    def __init__(self, desk: Desk, view: PlacesView, jobs: Jobs, key: LookupKey) -> None:
        self._desk, self._view, self._jobs, self._key = desk, view, jobs, key

    def load(self) -> None:
        """Show the tree as it is now."""
        self._jobs.desk(lambda: self._desk.ask(_found), self._view.show_places, self._view.show_problem)

    def count(self, place_id: int, on: date) -> None:
        """Show how many households lived in a place on a day."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: len(households_at(scope, place_id, on))),
            self._view.show_count,
            self._view.show_problem,
        )

    def save(self, draft: PlaceDraft, saved: Saved, refused: Refused) -> None:
        """Add a place, or give it another name and another place above it."""
        self._do(lambda tx: _save(tx, draft), saved, refused)

    def give(self, draft: RoleDraft, saved: Saved, refused: Refused) -> None:
        """Give somebody a role."""
        command = GiveRole(draft.role, draft.place_id, draft.person_id, draft.name, draft.phone, draft.on)

        def give(tx: Any) -> None:
            give_role(tx, command, self._key)

        self._do(give, saved, refused)

    def _do(self, command: Callable[[Any], None], saved: Saved, refused: Refused) -> None:
        def done(_: None) -> None:
            saved()
            self.load()

        self._jobs.desk(lambda: self._desk.do(command), done, refused)


def _found(scope: Any) -> PlacesFound:
    """`scope` is unnamed here as in ports.Desk: the window does not know the database room."""
    decided = policy(scope)
    limits = GridLimits(decided.grid_least, decided.grid_most)
    return PlacesFound(place_tree(scope), roles_at(scope, scope.today), grid_notices(scope, limits))


def _save(tx: Any, draft: PlaceDraft) -> None:
    if draft.place_id is None:
        add_place(tx, AddPlace(draft.kind, draft.name, draft.parent_id, draft.code))
        return
    rename_place(tx, draft.place_id, draft.name)
    if draft.parent_id is not None:
        move_place(tx, draft.place_id, draft.parent_id)
