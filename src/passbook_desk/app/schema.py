"""Every table of the program in one place, for the upgrade check and the tests."""

from sqlalchemy import MetaData

from passbook_desk.db.base import Base
from passbook_desk.features.access import model as access
from passbook_desk.features.audit import model as audit
from passbook_desk.features.catalogue import model as catalogue
from passbook_desk.features.events import model as events
from passbook_desk.features.households import model as households
from passbook_desk.features.intake import model as intake
from passbook_desk.features.ledger import model as ledger
from passbook_desk.features.notices import model as notices
from passbook_desk.features.passbooks import model as passbooks
from passbook_desk.features.redemption import model as redemption
from passbook_desk.features.village import model as village

MODELS = (
    village,
    access,
    audit,
    intake,
    households,
    catalogue,
    ledger,
    passbooks,
    redemption,
    events,
    notices,
)


def metadata() -> MetaData:
    """The tables of all features."""
    return Base.metadata
