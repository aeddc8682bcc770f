"""How the holder of an account stands on paper that hangs on a wall or goes into a group chat."""

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.sensitive import masked_name


def shown_name(style: WallNames, account: AccountRow) -> str:
    """How a holder stands on the wall; with CODE it is the account number, which the holder's book shows.

    The household code stands beside it and tells namesakes apart (domain §5.3). A shop or unit is nobody's
    name and is not starred.
    """
    if style is WallNames.CODE or not account.owner_name:
        return account.number
    if account.of_organization:
        return account.owner_name
    return masked_name(account.owner_name) if style is WallNames.STARRED else account.owner_name
