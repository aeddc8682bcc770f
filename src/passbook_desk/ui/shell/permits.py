"""Which act of the matrix each button of the window needs; a button that is not named needs none.

What a button hides the command refuses as well: this table only spares the clerk the refusal.
"""

from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Final

from passbook_desk.kernel.acts import Act

NEEDS: Final = MappingProxyType(
    {
        "activity.excel": Act.EXPORT,
        "activity.print": Act.PRINT,
        "backup.bring": Act.RESTORE,
        "backup.check": Act.VERIFY,
        "backup.choose": Act.RESTORE,
        "backup.make": Act.BACKUP,
        "calibration.": Act.PRINT,
        "catalogue.": Act.CATALOGUE,
        "catalogue.export": Act.EXPORT,
        "catalogue.print": Act.PRINT,
        "claims.approve": Act.FIRST_CHECK,
        "claims.post": Act.POST,
        "claims.reject": Act.FIRST_CHECK,
        "claims.sheet": Act.PRINT,
        "claims.upload": Act.IMPORT,
        "claims.withdraw": Act.RECORD,
        "closing.close": Act.CLOSE_PERIOD,
        "closing.reopen": Act.REOPEN_PERIOD,
        "closing.run": Act.RUN,
        "counting.excel": Act.EXPORT,
        "counting.paper": Act.PRINT,
        "counting.picture": Act.EXPORT,
        "council.": Act.EVENTS,
        "council.charter": Act.CATALOGUE,
        "council.print": Act.PRINT,
        "council.save": Act.READ,
        "council.words": Act.CATALOGUE,
        "counter.": Act.REDEEM,
        "counter.print": Act.PRINT,
        "event": Act.EVENTS,
        "event.sheet": Act.PRINT,
        "event_import.": Act.IMPORT,
        "event_report.excel": Act.EXPORT,
        "event_report.paper": Act.PRINT,
        "exchange.": Act.REDEEM,
        "exchange.excel": Act.EXPORT,
        "exchange.open": Act.GOODS,
        "exchange.paper": Act.PRINT,
        "exchange.print": Act.PRINT,
        "exchange.settle": Act.CONFIRM_COUNT,
        "goods.": Act.GOODS,
        "goods.excel": Act.EXPORT,
        "goods.import": Act.IMPORT,
        "goods.paper": Act.PRINT,
        "goods.print": Act.PRINT,
        "home.reverse": Act.REVERSE,
        "household.life": Act.HOUSEHOLDS,
        "household.post": Act.PRINT,
        "household.record": Act.RECORD,
        "household.reverse": Act.REVERSE,
        "households.export": Act.EXPORT,
        "households.import": Act.IMPORT,
        "households.new": Act.HOUSEHOLDS,
        "households.print": Act.PRINT,
        "import.": Act.IMPORT,
        "ledger.move": Act.REVERSE,
        "ledger.reverse": Act.REVERSE,
        "ledger.save": Act.RECORD,
        "links.": Act.HOUSEHOLDS,
        "notice.": Act.NOTICE,
        "notices.excel": Act.EXPORT,
        "notices.make": Act.NOTICE,
        "objection.": Act.NOTICE,
        "objection.print": Act.PRINT,
        "objections.excel": Act.EXPORT,
        "objections.new": Act.NOTICE,
        "objections.paper": Act.PRINT,
        "operators.": Act.OPERATORS,
        "operators.pin": Act.READ,
        "owner.": Act.HOUSEHOLDS,
        "owner.books": Act.READ,
        "owner.post": Act.PRINT,
        "owner.record": Act.RECORD,
        "owners.shop": Act.HOUSEHOLDS,
        "owners.unit": Act.HOUSEHOLDS,
        "places.": Act.HOUSEHOLDS,
        "points.propose": Act.RECORD,
        "policy.": Act.SETTINGS,
        "post.": Act.PRINT,
        "print.": Act.PRINT,
        "roles.": Act.HOUSEHOLDS,
        "slips.excel": Act.EXPORT,
        "slips.paper": Act.PRINT,
        "slips.print": Act.PRINT,
        "slips.undo": Act.REDEEM,
        "split.save": Act.HOUSEHOLDS,
        "standard.": Act.CATALOGUE,
        "standard.export": Act.EXPORT,
        "step.": Act.EVENTS,
        "stock.": Act.STOCK,
        "stock.excel": Act.EXPORT,
        "stock.paper": Act.PRINT,
        "stock.print": Act.PRINT,
        "stocktake.": Act.STOCK,
        "stocktake.confirm": Act.CONFIRM_COUNT,
        "stocktake.excel": Act.EXPORT,
        "stocktake.paper": Act.PRINT,
        "stocktake.print": Act.PRINT,
        "stocktake.reverse": Act.CONFIRM_COUNT,
        "types.": Act.SETTINGS,
        "village.save": Act.SETTINGS,
    }
)
"""By the id of an action or, where it ends with a dot or is shorter, by the beginning of it."""


def needed(action_id: str) -> Act | None:
    """The act that an action needs: the longest entry that its id begins with."""
    fitting = [prefix for prefix in NEEDS if action_id.startswith(prefix)]
    return NEEDS[max(fitting, key=len)] if fitting else None


def allowed(action_id: str, acts: AbstractSet[Act]) -> bool:
    """Whether somebody who may do these acts may press the button."""
    act = needed(action_id)
    return act is None or act in acts
