"""How the holder of an account stands on paper that hangs on a wall or goes into a group chat."""

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.sensitive import masked_name, wall_person, wall_place


def shown_name(style: WallNames, account: AccountRow) -> str:
    """How a holder stands on the wall; with CODE it is the account number, which the holder's book shows.

    The household code stands beside it and tells namesakes apart (domain §5.3). A shop or unit is nobody's
    name and is not starred. What somebody typed beside a name (a phone, 低保) never goes along.
    """
    if account.of_organization and style is not WallNames.CODE and account.owner_name:
        return wall_place(account.owner_name) or account.number
    return person_on_wall(style, account.owner_name, account.number)


def person_on_wall(style: WallNames, name: str, instead: str) -> str:
    """A person's name by the village's rule; the number `instead` where no name hangs."""
    plain = wall_person(name)
    if style is WallNames.CODE or not plain:
        return instead
    return masked_name(plain) if style is WallNames.STARRED else plain
