"""Who may take a step of a claim: different people, nobody for the own household (domain §13 rule 13)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.access.model import Operator
from passbook_desk.features.households.model import Organization
from passbook_desk.features.households.queries import homes_by_person
from passbook_desk.features.ledger.claims.errors import NeedsSheet, OwnHousehold, SameOperator
from passbook_desk.features.ledger.model import Claim, Review
from passbook_desk.features.ledger.values import AccountRow, OwnerKind
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.kernel.errors import UserError


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, and the books of the own household: its green one, its members' red ones, its shops'."""

    operator_id: int
    name: str
    household_id: int | None
    people: frozenset[int]
    organizations: frozenset[int]

    def own(self, account: AccountRow) -> bool:
        """Whether a book belongs to the decider's household."""
        if account.owner_kind is OwnerKind.HOUSEHOLD:
            return self.household_id is not None and account.household_id == self.household_id
        if account.owner_kind is OwnerKind.PERSON:
            return account.person_id in self.people
        return account.organization_id in self.organizations


def decider(tx: Tx) -> Decider:
    """Whoever acts, with the household he or she belongs to today."""
    return decider_of(tx, tx.actor.operator_id)


def decider_of(scope: Scope, operator_id: int | None) -> Decider:
    """An operator, with the household he or she belongs to today."""
    row = scope.session.get_one(Operator, operator_id)
    if row.person_id is None:
        return Decider(row.id, row.name, None, frozenset(), frozenset())
    homes = homes_by_person(scope)
    home = homes.get(row.person_id)
    people = {row.person_id} | {person for person, at in homes.items() if home is not None and at == home}
    owned = scope.session.scalars(
        select(Organization.id).where(
            Organization.village_id == scope.village_id, Organization.owner_id.in_(people)
        )
    )
    return Decider(row.id, row.name, home, frozenset(people), frozenset(owned))


def objection(
    who: Decider,
    claim: Claim,
    account: AccountRow,
    reviews: Sequence[Review],
    policy: VillagePolicy,
    signed: bool,
) -> UserError | None:
    """Why this operator may not decide this claim; None when he or she may.

    In 单人模式 the numbered sheet that others have signed stands for the second person: `signed`
    (DECISIONS 14d).
    """
    own = who.own(account)
    if not own and who.operator_id not in _acted(claim, reviews):
        return None
    if policy.single_clerk:
        return None if signed else NeedsSheet(claim=claim.id, field="paper_ref")
    if own:
        return OwnHousehold(claim=claim.id, operator=who.name)
    return SameOperator(claim=claim.id, operator=who.name)


def _acted(claim: Claim, reviews: Iterable[Review]) -> set[int]:
    return {claim.recorded_by, *(review.decided_by for review in reviews)}
