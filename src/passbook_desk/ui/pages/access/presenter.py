"""Operators: who works here, with which roles, and who that is among the residents."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from passbook_desk.features.access.commands import add_operator, change_operator, let_go, set_pin
from passbook_desk.features.access.queries import acts_of, operators
from passbook_desk.features.access.values import AddOperator, ChangeOperator, OperatorRow, Role
from passbook_desk.features.households.queries import homes_by_person, household_by_code, household_card
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


class NotOfHousehold(UserError):
    """Nobody of this name lives in the household. Parameters: field, code, name, names (who does)."""

    code = "access.not-of-household"


@dataclass(frozen=True, slots=True)
class OperatorLine:
    """An operator as the page lists it; `household` is the code of the own household, "" when unknown."""

    row: OperatorRow
    household: str
    here: bool


@dataclass(frozen=True, slots=True)
class OperatorsFound:
    """Everybody who works here, and whether who looks may change that."""

    lines: tuple[OperatorLine, ...]
    manages: bool


@dataclass(frozen=True, slots=True)
class OperatorDraft:
    """What the form says. `operator_id` None for somebody new, who gets `pin`."""

    operator_id: int | None
    name: str
    roles: frozenset[Role]
    household: str
    pin: str = ""


class OperatorsView(Protocol):
    """What the page is told."""

    def show_operators(self, found: OperatorsFound) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


Saved = Callable[[], None]
Refused = Callable[[BaseException], None]


class OperatorsPresenter:
    """The people who work with the village's file."""

    def __init__(self, desk: Desk, view: OperatorsView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs

    def load(self) -> None:
        """Show everybody."""
        self._jobs.desk(self._found, self._view.show_operators, self._view.show_problem)

    def save(self, draft: OperatorDraft, saved: Saved, refused: Refused) -> None:
        """Add somebody, or change name, roles and household."""
        self._do(lambda tx: _save(tx, draft), saved, refused)

    def set_pin(self, operator_id: int, pin: str, old_pin: str, saved: Saved, refused: Refused) -> None:
        """Give an operator another PIN; the own old one is proved first, so that guessing it takes time."""

        def work() -> None:
            if old_pin:
                self._desk.prove(old_pin)
            self._desk.do(lambda tx: set_pin(tx, operator_id, pin, old_pin))

        self._jobs.desk(work, lambda _: saved(), refused)

    def let_go(self, operator_id: int) -> None:
        """Somebody works here no longer."""
        self._do(lambda tx: let_go(tx, operator_id), self.load, self._view.show_problem)

    def _do(self, command: Callable[[Any], object], saved: Saved, refused: Refused) -> None:
        self._jobs.desk(lambda: self._desk.do(command), lambda _: saved(), refused)

    def _found(self) -> OperatorsFound:
        return self._desk.ask(lambda scope: _found(scope, self._desk.actor()))


def _found(scope: Any, actor: Actor) -> OperatorsFound:
    codes = homes_by_person(scope)
    lines = tuple(
        OperatorLine(row, _home(scope, codes, row.person_id), row.id == actor.operator_id)
        for row in operators(scope)
    )
    return OperatorsFound(lines, Act.OPERATORS in acts_of(scope, actor.operator_id))


def _home(scope: Any, homes: dict[int, int], person_id: int | None) -> str:
    home = None if person_id is None else homes.get(person_id)
    return "" if home is None else household_card(scope, home).household.code


def _save(tx: Any, draft: OperatorDraft) -> None:
    person_id = _person(tx, draft)
    if draft.operator_id is None:
        add_operator(tx, AddOperator(draft.name, draft.roles, draft.pin, person_id))
    else:
        change_operator(tx, ChangeOperator(draft.operator_id, draft.name, draft.roles, person_id))


def _person(tx: Any, draft: OperatorDraft) -> int | None:
    """Who the operator is among the people of the household that was named."""
    code = draft.household.strip()
    if not code:
        return None
    card = household_card(tx, household_by_code(tx, code).id)
    for person in card.people:
        if person.name == draft.name.strip():
            return person.id
    names = tuple(person.name for person in card.people)
    raise NotOfHousehold(field="household", code=code, name=draft.name.strip(), names=names)
