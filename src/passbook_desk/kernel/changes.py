"""What kinds of thing a committed command changed; pages refresh by topic."""

from enum import StrEnum


class Topic(StrEnum):
    """One word per kind of thing that a page may show."""

    VILLAGE = "village"
    ACCESS = "access"
    HOUSEHOLDS = "households"
    CATALOGUE = "catalogue"
    LEDGER = "ledger"
    CLAIMS = "claims"
    PASSBOOKS = "passbooks"
    EVENTS = "events"
    GOODS = "goods"
    NOTICES = "notices"
    BACKUPS = "backups"
