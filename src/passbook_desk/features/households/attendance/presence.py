"""Which households somebody lives in just now."""

from typing import Final

from passbook_desk.db.store import Scope
from passbook_desk.features.households.queries import about_people, homes_by_person

_NOT_HERE: Final = frozenset({"流出", "空挂", "人户分离"})


def households_at_home(scope: Scope) -> frozenset[int]:
    """Households with a member of whom nothing says that he or she lives elsewhere."""
    living = about_people(scope).residence
    return frozenset(
        home
        for person_id, home in homes_by_person(scope).items()
        if living.get(person_id, "") not in _NOT_HERE
    )
