"""Shows what a split, a merge or a de-registration does to the books, then does it."""

from typing import Any, Protocol

from passbook_desk.features.household_changes.commands import (
    deregister_household,
    merge_households,
    split_household,
)
from passbook_desk.features.household_changes.queries import preview_end, preview_split
from passbook_desk.features.household_changes.values import (
    BookChange,
    Changed,
    DeregisterHousehold,
    MergeHouseholds,
    SplitHousehold,
)
from passbook_desk.features.households.life.steps import kinship_of
from passbook_desk.features.households.places import place_tree
from passbook_desk.features.households.queries import household_card
from passbook_desk.features.households.values import HouseholdCard
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.households.changes_values import ChangeFacts
from passbook_desk.ui.pages.households.life_presenter import place_choices

Change = SplitHousehold | MergeHouseholds | DeregisterHousehold


class ChangeView(Protocol):
    """What the page of a change is told."""

    def show_facts(self, found: ChangeFacts) -> None: ...
    def show_books(self, books: tuple[BookChange, ...]) -> None: ...
    def show_no_books(self, error: BaseException) -> None: ...
    def show_changed(self, changed: Changed) -> None: ...
    def show_refused(self, error: BaseException) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class ChangePresenter:
    """One change of one household; the last preview asked for is the one shown."""

    def __init__(self, desk: Desk, view: ChangeView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._asked = 0

    def load(self, household_id: int) -> None:
        """Fetch the household."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _facts(scope, household_id)),
            self._view.show_facts,
            self._view.show_problem,
        )

    def preview(self, command: Change) -> None:
        """Show the books before and after."""
        self._asked += 1
        asked = self._asked

        def done(books: tuple[BookChange, ...]) -> None:
            if asked == self._asked:
                self._view.show_books(books)

        def failed(error: BaseException) -> None:
            if asked == self._asked:
                self._view.show_no_books(error)

        self._jobs.desk(lambda: self._desk.ask(lambda scope: _preview(scope, command)), done, failed)

    def save(self, command: Change) -> None:
        """Do it."""
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: _change(tx, command)),
            self._view.show_changed,
            self._view.show_refused,
        )


def _facts(scope: Any, household_id: int) -> ChangeFacts:
    card: HouseholdCard = household_card(scope, household_id)
    decided = policy(scope)
    return ChangeFacts(
        card,
        place_choices(place_tree(scope)),
        kinship_of(scope, household_id),
        decided.split_rule,
        decided.merge_rule,
    )


def _preview(scope: Any, command: Change) -> tuple[BookChange, ...]:
    if isinstance(command, SplitHousehold):
        return preview_split(scope, command)
    return preview_end(scope, command)


def _change(tx: Any, command: Change) -> Changed:
    if isinstance(command, SplitHousehold):
        return split_household(tx, command)
    if isinstance(command, MergeHouseholds):
        return merge_households(tx, command)
    return deregister_household(tx, command)
