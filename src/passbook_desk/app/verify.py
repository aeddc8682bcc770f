"""The whole check of a village file: storage, schema, audit, ledger, books; and what a file holds."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import text

from passbook_desk.db.errors import FileDamaged, NotAVillageFile, PageDamaged
from passbook_desk.db.integrity import check_file, check_references
from passbook_desk.db.migrate import Scripts, make_schema, needs_upgrade, read_stamp
from passbook_desk.db.store import Scope, Store
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.audit.commands import seal_changes, seal_upgraded
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.events.photos.queries import verify_photos
from passbook_desk.features.events.verifying import verify_event_numbers
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.verifying import verify_derived
from passbook_desk.features.intake.verifying import verify_batches
from passbook_desk.features.ledger.anchors import anchored_audit
from passbook_desk.features.ledger.claims.verifying import verify_claims
from passbook_desk.features.ledger.queries import head
from passbook_desk.features.ledger.verifying import last_good_line, verify_ledger
from passbook_desk.features.notices.hanging import verify_notice_photos
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.passbooks.books.types import bring_shipped_types
from passbook_desk.features.passbooks.books.verifying import verify_books
from passbook_desk.features.redemption.counter.verifying import verify_slips
from passbook_desk.features.redemption.exchange.verifying import verify_exchange_days
from passbook_desk.features.redemption.goods.pictures import verify_goods_pictures
from passbook_desk.features.redemption.stock.verifying import verify_stock
from passbook_desk.features.redemption.stocktake.verifying import verify_stocktakes
from passbook_desk.features.safekeeping.values import Facts
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.actor import NOBODY
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.points import Points

_COUNTS = text(
    "SELECT (SELECT count(*) FROM household WHERE village_id = :village),"
    " (SELECT count(*) FROM person WHERE village_id = :village),"
    " (SELECT count(*) FROM account WHERE village_id = :village),"
    " (SELECT coalesce(sum(b.balance), 0) FROM account_balance b"
    "  JOIN account a ON a.id = b.account_id WHERE a.village_id = :village)"
)


def verify_village(scope: Scope, scripts: Scripts, key: LookupKey | None = None) -> Facts:
    """Check everything; raises the FaultFound that names the first thing that is wrong.

    With the file's key the lookups of ID and phone numbers are checked too.
    """
    try:
        check_file(scope, scripts)
    except FileDamaged as damage:
        raise PageDamaged(detail=damage.params["detail"], seq=last_good_line(scope)) from None
    verify_audit(scope, anchored_audit(scope))
    verify_derived(scope, key)
    verify_batches(scope)
    verify_ledger(scope)
    verify_books(scope)
    verify_claims(scope)
    verify_notices(scope)
    verify_stock(scope)
    verify_slips(scope)
    verify_stocktakes(scope)
    verify_exchange_days(scope)
    verify_event_numbers(scope, key)
    verify_photos(scope)
    verify_notice_photos(scope)
    verify_goods_pictures(scope)
    check_references(scope)
    return facts_of(scope)


def facts_of(scope: Scope) -> Facts:
    """What the file holds, in figures that two copies can be compared by."""
    here, end = village(scope), head(scope)
    households, residents, accounts, points = scope.session.execute(_COUNTS, {"village": here.id}).one()
    return Facts(
        village_name=here.name,
        village_code=here.code,
        village_uid=here.uid,
        line_seq=end.seq,
        head_hash=end.hash,
        head_code=end.code,
        households=households,
        residents=residents,
        accounts=accounts,
        points_sum=str(Points(points)),
    )


def only_village(path: Path) -> int:
    """The local id of the one village of a village file; raises NotAVillageFile."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT id FROM village").fetchall()
    if len(rows) != 1:
        raise NotAVillageFile(path=path)
    return int(rows[0][0])


def check_copy(path: Path, scripts: Scripts, clock: Clock) -> Facts:
    """Verify a copy that nobody else uses; an older schema is upgraded in the copy first."""
    before = read_stamp(path).number
    if needs_upgrade(path, scripts):
        with closing(sqlite3.connect(path)) as connection:
            make_schema(connection, scripts)
    return check_upgraded(path, before, scripts, clock)


def check_upgraded(path: Path, from_number: int, scripts: Scripts, clock: Clock) -> Facts:
    """Verify a copy brought up from schema `from_number`.

    What was not sealed then is sealed first; kinds of books come along where there are none yet.
    """
    store = Store.on_file(path, only_village(path), seal_changes, check_permit)
    try:
        if from_number < scripts.number:
            with store.write(NOBODY, clock) as tx:
                seal_upgraded(tx, from_number)
                bring_shipped_types(tx)
        with store.read(clock) as scope:
            return verify_village(scope, scripts)
    finally:
        store.close()
