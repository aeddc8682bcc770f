"""The council's page: what there is of bodies, charters, pledges and things lent, and what is saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Protocol

from passbook_desk.features.events.bodies.commands import add_member, adopt_charter, end_member, found_body
from passbook_desk.features.events.bodies.pledging import (
    add_pledge,
    pledge_text,
    pledges,
    strike_pledge,
    unsigned,
    write_pledge,
)
from passbook_desk.features.events.bodies.queries import bodies, charters, members
from passbook_desk.features.events.bodies.values import (
    AddMember,
    AddPledge,
    AdoptCharter,
    BodyRow,
    CharterRow,
    FoundBody,
    MemberRow,
    PledgeRow,
    PledgeText,
    Unsigned,
    WritePledge,
)
from passbook_desk.features.events.course.kinds import OVER_STATES
from passbook_desk.features.events.lending.commands import bring_back, keep_equipment, lend_out
from passbook_desk.features.events.lending.queries import equipment, loans
from passbook_desk.features.events.lending.values import (
    BringBack,
    EquipmentRow,
    KeepEquipment,
    LendOut,
    LoanRow,
)
from passbook_desk.features.events.queries import events
from passbook_desk.features.households.finding import find, find_households
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.events.words import kind_word

_MOST_FOUND: Final = 6


@dataclass(frozen=True, slots=True)
class EndTerm:
    """`on` is the last day of a member's term."""

    member_id: int
    on: date


Command = (
    EndTerm
    | FoundBody
    | AddMember
    | AdoptCharter
    | WritePledge
    | AddPledge
    | KeepEquipment
    | LendOut
    | BringBack
)
_COMMANDS: Final[Mapping[type, Callable[[Any, Any], object]]] = MappingProxyType(
    {
        EndTerm: lambda tx, ended: end_member(tx, ended.member_id, ended.on),
        FoundBody: found_body,
        AddMember: add_member,
        AdoptCharter: adopt_charter,
        WritePledge: write_pledge,
        AddPledge: add_pledge,
        KeepEquipment: keep_equipment,
        LendOut: lend_out,
        BringBack: bring_back,
    }
)


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody found for a field, and how the list says it: one of the ids, or a name typed."""

    words: str
    person_id: int | None = None
    household_id: int | None = None
    event_id: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class CouncilFound:
    """Everything that the page shows."""

    today: date
    bodies: tuple[BodyRow, ...]
    members: tuple[MemberRow, ...]
    charters: tuple[CharterRow, ...]
    text: PledgeText
    pledges: tuple[PledgeRow, ...]
    unsigned: tuple[Unsigned, ...]
    equipment: tuple[EquipmentRow, ...]
    loans: tuple[LoanRow, ...]
    events: tuple[Who, ...]


class CouncilView(Protocol):
    def show_council(self, found: CouncilFound) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class CouncilPresenter:
    """Reads what there is, finds people and events for the forms, and saves."""

    def __init__(self, desk: Desk, view: CouncilView, jobs: Jobs, key: LookupKey) -> None:
        self._desk, self._view, self._jobs, self._key = desk, view, jobs, key

    def load(self) -> None:
        """Show everything as it stands today."""
        self._jobs.desk(lambda: self._desk.ask(_found), self._view.show_council, self._view.show_problem)

    def find_people(self, text: str, done: Callable[[Sequence[Who]], None]) -> None:
        """Residents that a text finds."""
        self._find(lambda scope: self._people(scope, text), done)

    def find_signers(self, text: str, done: Callable[[Sequence[Who]], None]) -> None:
        """Residents, then households."""
        self._find(lambda scope: self._people(scope, text) + self._households(scope, text), done)

    def find_borrowers(self, text: str, done: Callable[[Sequence[Who]], None]) -> None:
        """Events that are not over, then households."""
        self._find(lambda scope: _events(scope, text) + self._households(scope, text), done)

    def save(
        self, command: Command, done: Callable[[], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Carry out what a form holds; a second call finds the first."""
        run = _COMMANDS[type(command)]
        self._do(lambda tx: run(tx, command), done, failed)

    def strike(self, pledge_id: int, why: str, done: Callable[[], None]) -> None:
        """Strike out a pledge that was written down by mistake."""
        self._do(lambda tx: strike_pledge(tx, pledge_id, why), done, self._view.show_problem)

    def _do(
        self,
        work: Callable[[Any], object],
        done: Callable[[], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        def after(_: object) -> None:
            done()
            self.load()

        self._jobs.desk(lambda: self._desk.do(work), after, failed)

    def _find(self, query: Callable[[Any], tuple[Who, ...]], done: Callable[[Sequence[Who]], None]) -> None:
        self._jobs.desk(lambda: self._desk.ask(query), done, self._view.show_problem)

    def _people(self, scope: Any, text: str) -> tuple[Who, ...]:
        return tuple(
            Who(f"{row.title}　{row.code}　{row.grid_name}", person_id=row.person_id, name=row.title)
            for row in find(scope, text, self._key)[:_MOST_FOUND]
            if row.person_id is not None
        )

    def _households(self, scope: Any, text: str) -> tuple[Who, ...]:
        said = translate("Council", "{head}户　{code}　{grid}")
        return tuple(
            Who(
                said.format(head=row.head_name, code=row.code, grid=row.grid_name),
                household_id=row.id,
                name=row.head_name,
            )
            for row in find_households(scope, text, self._key)[:_MOST_FOUND]
        )


def _found(scope: Any) -> CouncilFound:
    return CouncilFound(
        today=scope.today,
        bodies=bodies(scope),
        members=members(scope),
        charters=charters(scope),
        text=pledge_text(scope),
        pledges=pledges(scope),
        unsigned=unsigned(scope),
        equipment=equipment(scope),
        loans=loans(scope),
        events=_events(scope, ""),
    )


def _events(scope: Any, text: str) -> tuple[Who, ...]:
    """Events that are not over, the next ones first; for a text those that it names."""
    rows = [row for row in events(scope) if row.state not in OVER_STATES]
    return tuple(
        Who(
            f"{row.number}　{row.head_name}　{kind_word(row.kind)}",
            event_id=row.id,
            name=row.head_name,
        )
        for row in sorted(rows, key=lambda row: row.held_on)
        if not text or text in row.head_name or text in row.number or row.household_code.startswith(text)
    )
