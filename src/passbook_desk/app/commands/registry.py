"""Which function carries out which sub-command."""

import argparse
from collections.abc import Callable

from passbook_desk.app.commands import (
    activity,
    batches,
    counting,
    events,
    exports,
    households,
    imports,
    keeping,
    ledger,
    owners,
    papers,
    review,
    rules,
)
from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.demo import demo

COMMANDS: dict[tuple[str, str | None], Callable[[Context], Answer]] = {
    ("create", None): keeping.create,
    ("verify", None): keeping.verify,
    ("log", None): activity.log,
    ("backup", None): keeping.backup,
    ("restore", None): keeping.restore,
    ("demo", None): demo,
    ("import", "roster"): imports.roster,
    ("import", "balances"): imports.figures,
    ("import", "owners"): owners.owners,
    ("import", "claims"): review.upload,
    ("import", "undo"): imports.undo,
    ("households", None): households.listed,
    ("household", None): households.one,
    ("export", "roster"): exports.roster,
    ("export", "checkin"): exports.checkin,
    ("print", "roster"): exports.print_roster,
    ("catalogue", "adopt"): rules.adopt_catalogue_version,
    ("catalogue", "import"): rules.import_catalogue,
    ("catalogue", "export"): rules.export_catalogue,
    ("catalogue", "print"): rules.print_catalogue,
    ("catalogue", "diff"): rules.compare_catalogues,
    ("catalogue", "list"): rules.list_catalogues,
    ("standard", "adopt"): rules.adopt_standard_version,
    ("standard", "list"): rules.list_standards,
    ("record", None): ledger.record,
    ("reverse", None): ledger.reverse,
    ("batch", "list"): batches.listed,
    ("batch", "undo"): batches.undo,
    ("batch", "move"): batches.move,
    ("balance", None): ledger.balance,
    ("review", "list"): review.listed,
    ("review", "approve"): review.approve,
    ("review", "reject"): review.reject,
    ("review", "post"): review.post,
    ("print", "review-sheet"): review.print_sheet,
    ("rank", None): counting.rank,
    ("close", "period"): counting.close_period_days,
    ("run", "carry-over"): counting.run,
    ("run", "expiry"): counting.run,
    ("run", "base"): counting.run,
    ("event", "register"): events.register,
    ("event", "sheet"): events.sheet,
    ("print", "passbooks"): papers.passbooks,
    ("notice", "quarter"): papers.quarter_notice,
}


def command_for(arguments: argparse.Namespace) -> Callable[[Context], Answer]:
    """The function of a parsed call."""
    return COMMANDS[arguments.command, getattr(arguments, "action", None)]
