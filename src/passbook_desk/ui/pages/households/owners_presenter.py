"""Lists shops and resident units, shows one with its book, saves what the clerk types of it."""

from collections.abc import Callable
from typing import Any, Protocol

from passbook_desk.features.households.owners.commands import edit_organization
from passbook_desk.features.households.owners.queries import (
    organization,
    organizations,
    possible_owners,
)
from passbook_desk.features.households.owners.values import (
    AddOrganization,
    EditOrganization,
    OrganizationFacts,
    OrganizationKind,
    OrganizationRow,
    OwnerRow,
)
from passbook_desk.features.households.queries import grids
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.ledger.owners import add_owner, close_owner, reopen_owner
from passbook_desk.features.ledger.queries import accounts, balances, lines
from passbook_desk.features.ledger.values import BalanceRow, Colour
from passbook_desk.features.passbooks.books.queries import books
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.households.life_values import known_number, phone_said
from passbook_desk.ui.pages.households.owners_values import OwnerCard, OwnerDraft, OwnerLine, OwnerListing
from passbook_desk.ui.pages.households.values import Book


class OwnersView(Protocol):
    """What the list is told."""

    def show_owners(self, found: OwnerListing) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class OwnersPresenter:
    """The list: shops, units or both, everything or what a text finds."""

    def __init__(self, desk: Desk, view: OwnersView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._kind: OrganizationKind | None = None
        self._find = ""
        self._asked = 0

    def load(self) -> None:
        """Show the list for the kind and the text chosen last; an answer that comes late is dropped."""
        self._asked += 1
        asked, kind, find = self._asked, self._kind, self._find

        def done(found: OwnerListing) -> None:
            if asked == self._asked:
                self._view.show_owners(found)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _listing(scope, kind, find)), done, self._view.show_problem
        )

    def choose_kind(self, kind: OrganizationKind | None) -> None:
        """Only shops or only units; None for both."""
        self._kind = kind
        self.load()

    def find(self, text: str) -> None:
        """Only what the text finds: name, initials, owner, code, the end of the phone."""
        self._find = text
        self.load()


class OwnerCardView(Protocol):
    """What the page of one shop or unit is told."""

    def show_owner(self, found: OwnerCard) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class OwnerPresenter:
    """One shop or unit with its book."""

    def __init__(self, desk: Desk, view: OwnerCardView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._id = 0

    def open(self, organization_id: int) -> None:
        """Show this shop or unit."""
        self._id = organization_id
        self.load()

    def load(self) -> None:
        """Show it again as it is now."""
        wanted = self._id
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _card(scope, wanted)),
            self._view.show_owner,
            self._view.show_problem,
        )

    def close(self, done: Callable[[], None]) -> None:
        """Today is its last day."""
        wanted = self._id
        self._do(lambda tx: close_owner(tx, wanted, tx.today), done)

    def reopen(self, done: Callable[[], None]) -> None:
        """It is open again."""
        wanted = self._id
        self._do(lambda tx: reopen_owner(tx, wanted), done)

    def _do(self, command: Callable[[Any], None], done: Callable[[], None]) -> None:
        def finished(_: None) -> None:
            done()
            self.load()

        self._jobs.desk(lambda: self._desk.do(command), finished, self._view.show_problem)


class OwnerSaverView(Protocol):
    """What the form is told; it asks which resident is meant and saves again with `choose`."""

    def ask_owner(self, draft: OwnerDraft, people: tuple[OwnerRow, ...]) -> None: ...
    def show_saved(self, organization_id: int) -> None: ...
    def show_refused(self, error: BaseException) -> None: ...


class OwnerSaver:
    """Saves a new shop or unit, or what is changed of a known one."""

    def __init__(self, desk: Desk, view: OwnerSaverView, jobs: Jobs, key: LookupKey) -> None:
        self._desk, self._view, self._jobs, self._key = desk, view, jobs, key

    def save(self, draft: OwnerDraft) -> None:
        """Save; where residents bear the owner's name, the view is asked which one is meant."""
        known = draft.organization
        if known is not None and known.owner_id is not None and draft.owner_name.strip() == known.owner_name:
            self.choose(draft, known.owner_id)
            return

        def found(people: tuple[OwnerRow, ...]) -> None:
            if people:
                self._view.ask_owner(draft, people)
            else:
                self.choose(draft, None)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: possible_owners(scope, draft.owner_name)),
            found,
            self._view.show_refused,
        )

    def choose(self, draft: OwnerDraft, owner_id: int | None) -> None:
        """Save with this resident as the owner; None: the owner is only a name."""
        facts, known, key = _facts(draft, owner_id), draft.organization, self._key

        def command(tx: Any) -> int:
            if known is None:
                return add_owner(tx, AddOrganization(draft.kind, facts), key)
            edit_organization(tx, EditOrganization(known.id, facts), key)
            return known.id

        self._jobs.desk(lambda: self._desk.do(command), self._view.show_saved, self._view.show_refused)


def _facts(draft: OwnerDraft, owner_id: int | None) -> OrganizationFacts:
    known: OrganizationRow | None = draft.organization
    said = phone_said(draft.phone)
    phone = known.phone if said is None and known is not None else known_number(said)
    return OrganizationFacts(
        name=draft.name,
        place_id=draft.place_id,
        category=draft.category,
        address=draft.address,
        owner_id=owner_id,
        owner_name=draft.owner_name,
        phone=phone,
        plaque_on=draft.plaque_on,
        remark=draft.remark,
    )


def _listing(scope: Any, kind: OrganizationKind | None, find: str) -> OwnerListing:
    """`scope` is unnamed here as in ports.Desk: the window does not know the database room."""
    rows = organizations(scope, kind, find)
    of_owners = tuple(row for row in accounts(scope) if row.organization_id is not None)
    greens = {row.account.organization_id: row for row in balances(scope, accounts_chosen=of_owners)}
    found = []
    for row in rows:
        book = greens.get(row.id)
        found.append(OwnerLine(row, book.account.number if book else "", book.spendable if book else None))
    return OwnerListing(kind, find, tuple(found))


def _book(scope: Any, balance: BalanceRow) -> Book:
    account_id = balance.account.id
    in_use = books(scope, account_ids=(account_id,))
    on_paper = in_use[0].position.last_seq if in_use else None
    return Book(balance, lines(scope, account_id), on_paper=on_paper)


def _card(scope: Any, organization_id: int) -> OwnerCard:
    row = organization(scope, organization_id)
    own = balances(scope, accounts_chosen=accounts(scope, organization_id=row.id))
    book = _book(scope, own[0]) if own else None
    red: tuple[str, ...] = ()
    home: int | None = None
    code = ""
    if row.owner_id is not None:
        held = accounts(scope, colour=Colour.RED)
        red = tuple(account.number for account in held if account.person_id == row.owner_id)
        people = possible_owners(scope, row.owner_name)
        owner = next((person for person in people if person.person_id == row.owner_id), None)
        home, code = (owner.household_id, owner.household_code) if owner is not None else (None, "")
    return OwnerCard(row, book, red, home, code, grids(scope))
