from collections.abc import Sequence

from passbook_desk.db.store import Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.errors import NobodyChosen
from passbook_desk.features.ledger.queries import head
from passbook_desk.features.ledger.values import AnchorKind
from passbook_desk.features.passbooks.errors import PrintoutOutdated
from passbook_desk.features.passbooks.model import Printout
from passbook_desk.features.passbooks.rules import page_count
from passbook_desk.features.passbooks.values import PassbookContent
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid


def log_printouts(tx: Tx, contents: Sequence[PassbookContent]) -> None:
    """Remember who printed which lines of which books, and the head code that the paper carries.

    One row for each book, one anchor and one audit note for all; nothing counts as 已登折 by it.
    Raises NobodyChosen, and PrintoutOutdated when the ledger has gone on since the contents were made.
    """
    tx.require(Act.PRINT)
    if not contents:
        raise NobodyChosen(field="account")
    if any(content.head_code != head(tx).code for content in contents):
        raise PrintoutOutdated
    rows = [
        Printout(
            village_id=tx.village_id,
            uid=new_uid(),
            account_id=content.account.id,
            as_of=content.as_of,
            first_account_seq=content.lines[0].account_seq if content.lines else 0,
            last_account_seq=content.lines[-1].account_seq if content.lines else 0,
            pages=page_count(len(content.lines)),
            head_code=content.head_code,
            printed_at=tx.now,
            printed_by=tx.actor.operator_id,
        )
        for content in contents
    ]
    tx.session.add_all(rows)
    first = rows[0].uid
    set_anchor(tx, AnchorKind.PRINTOUT, first)
    note_act(tx, "passbooks-printed", "printout", first, f"{len(rows)}")
    tx.touched.add(Topic.PASSBOOKS)
