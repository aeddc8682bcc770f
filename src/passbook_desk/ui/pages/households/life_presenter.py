"""Fetches what the form of an act needs, finds people and households, writes the act."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from passbook_desk.features.household_changes.queries import frozen_accounts
from passbook_desk.features.households.finding import find, find_households
from passbook_desk.features.households.life.relation_change import Past
from passbook_desk.features.households.life.steps import Kinship, kinship_of
from passbook_desk.features.households.life.values import ActKind
from passbook_desk.features.households.places import PlaceNode, place_tree
from passbook_desk.features.households.queries import household_card
from passbook_desk.features.households.rules import GRID
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import HouseholdCard, HouseholdRow
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.households.life_commands import doing
from passbook_desk.ui.pages.households.life_values import (
    Double,
    LifeDone,
    LifeDraft,
    LifeFacts,
    Pick,
    PlaceChoice,
    known_number,
)
from passbook_desk.ui.pages.households.presenter import with_last_heads

_MOST_FOUND = 9
_HOUSE_NUMBER = QT_TRANSLATE_NOOP("Columns", "{number} 号")


class LifeView(Protocol):
    """What the page of acts is told."""

    def show_facts(self, found: LifeFacts) -> None: ...
    def ask_double(self, draft: LifeDraft, double: Double) -> None: ...
    def show_done(self, done: LifeDone) -> None: ...
    def show_refused(self, error: BaseException) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class LifePresenter:
    """The acts of one household, or the founding of a new one."""

    def __init__(self, desk: Desk, view: LifeView, jobs: Jobs, key: LookupKey) -> None:
        self._desk, self._view, self._jobs, self._key = desk, view, jobs, key

    def load(self, household_id: int | None) -> None:
        """Fetch what forms need of a household; None for one that is not yet founded."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _facts(scope, household_id)),
            self._view.show_facts,
            self._view.show_problem,
        )

    def save(self, draft: LifeDraft) -> None:
        """Write an act; if somebody would be in the register twice by it, the view is asked first."""

        def looked(double: Double | None) -> None:
            if double is None:
                self.write(draft)
            else:
                self._view.ask_double(draft, double)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _double(scope, draft, self._key)),
            looked,
            self._view.show_refused,
        )

    def write(self, draft: LifeDraft) -> None:
        """Write an act; a refusal goes to the form."""
        command = doing(draft, self._key)

        def work() -> LifeDone:
            done = self._desk.do(command)
            return LifeDone(draft.kind, done.household_id, done.findings)

        self._jobs.desk(work, self._view.show_done, self._view.show_refused)


class Finder:
    """Finds households and residents for a field in which one is chosen."""

    def __init__(
        self, desk: Desk, jobs: Jobs, key: LookupKey, failed: Callable[[BaseException], None]
    ) -> None:
        self._desk, self._jobs, self._key, self._failed = desk, jobs, key, failed

    def households(self, text: str, done: Callable[[Sequence[Pick]], None]) -> None:
        """Households in the village that a text finds."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _households(scope, text, self._key)), done, self._failed
        )

    def people(self, text: str, done: Callable[[Sequence[Pick]], None]) -> None:
        """Residents, those who left among them."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _people(scope, text, self._key)), done, self._failed
        )

    def card(self, household_id: int, done: Callable[[HouseholdCard], None]) -> None:
        """A household with its people."""
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: household_card(scope, household_id)), done, self._failed
        )


def household_words(row: HouseholdRow) -> str:
    """A household as lists to choose from say it."""
    number = ""
    if row.house_number:
        number = translate("Columns", _HOUSE_NUMBER).format(number=row.house_number)
    return "　".join(filter(None, (row.code, row.head_name, row.grid_name, number)))


def place_choices(nodes: Sequence[PlaceNode], depth: int = 0) -> tuple[PlaceChoice, ...]:
    """The tree of places as a list, each with its depth."""
    found: list[PlaceChoice] = []
    for node in nodes:
        found.append(PlaceChoice(node.id, node.name, depth, node.kind == GRID))
        found += place_choices(node.children, depth + 1)
    return tuple(found)


def _facts(scope: Any, household_id: int | None) -> LifeFacts:
    """`scope` is unnamed here as in ports.Desk: the window does not know the database room."""
    places = place_choices(place_tree(scope))
    if household_id is None:
        return LifeFacts(None, places, (), Kinship({}, Past()))
    frozen = tuple(row for row in frozen_accounts(scope) if row.household_id == household_id)
    card = household_card(scope, household_id)
    (household,) = with_last_heads(scope, [card.household])
    return LifeFacts(replace(card, household=household), places, frozen, kinship_of(scope, household_id))


def _double(scope: Any, draft: LifeDraft, key: LookupKey) -> Double | None:
    """Who bears the number that a form gives, or, for somebody new, the name in the same household."""
    said = draft.new_person
    if said is None or draft.comer_id is not None:
        return None
    number = known_number(said.id_number)
    if number is not None:
        rows = find(scope, number.reveal(), key, absent=True)
        others = [row for row in rows if row.person_id not in (None, draft.person_id)]
        if others:
            return Double(others[0].title, others[0].code, by_number=True)
    if draft.kind in (ActKind.PERSON_EDITED, ActKind.HOUSEHOLD_ADDED):
        return None
    card = household_card(scope, draft.household_id)
    same = [person for person in card.people if person.name == said.name]
    return Double(said.name, card.household.code, by_number=False) if same else None


def _households(scope: Any, text: str, key: LookupKey) -> tuple[Pick, ...]:
    rows = find_households(scope, text, key)[:_MOST_FOUND]
    return tuple(Pick(row.id, household_words(row), row.id) for row in rows)


def _people(scope: Any, text: str, key: LookupKey) -> tuple[Pick, ...]:
    return tuple(
        Pick(
            row.person_id,
            "　".join(filter(None, (row.title, row.code, row.grid_name, str(row.phone or "")))),
            row.household_id,
        )
        for row in find(scope, text, key, absent=True)
        if row.person_id is not None
    )
