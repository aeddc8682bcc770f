"""The same program with a points shop, under a process that works a morning at the counter."""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from desk import TODAY, Desk
from launch import Forked
from shop_session import ACCOUNT, HAIRCUT, PASTE, PASTE_IN, SOAP, SOAP_IN, goods_back
from workload import Arguments, Reading

PRICES = {SOAP: 10, PASTE: 20, HAIRCUT: 50}
"""Hundredths of a point a piece."""
POINTS, PIECES = 4000, 10
"""What the book can spend and what lies on the shelf of each kind before the first morning."""


class ShoppingDesk(Desk):
    """A reading's "lines" are the acts at the counter by their numbers."""

    name = "passbook-desk, redeeming"

    def prepare(self, folder: Path) -> None:
        from builders.shop import Shop
        from builders.village import KEY, booked, settled_village
        from passbook_desk.app.keys import fingerprint, write_key
        from passbook_desk.features.redemption.goods.values import GoodsKind
        from passbook_desk.features.village.commands import set_key_fingerprint

        village = settled_village(folder)
        with village.write() as tx:
            set_key_fingerprint(tx, fingerprint(KEY))
        for _ in range(POINTS // 1000):
            booked(village, (ACCOUNT,))
        shop = Shop(village)
        assert shop.offer("肥皂", "0.1") == SOAP
        assert shop.offer("牙膏", "0.2") == PASTE
        assert shop.offer("理发", "0.5", kind=GoodsKind.SERVICE) == HAIRCUT
        shop.stocked("肥皂", PIECES)
        shop.stocked("牙膏", PIECES)
        village.store.close()
        write_key(village.path, KEY)
        self.journal(folder).unlink(missing_ok=True)

    def large(self, folder: Path, index: int) -> Arguments:
        return (str(self._file(folder)), TODAY, str(index))

    def forked(self, library: Path, scratch: Path) -> Forked:
        here = Path(__file__).parent
        warm = ("passbook_desk.app.village_file", "passbook_desk.features.redemption.counter.undoing")
        return Forked(library, scratch, "shop_session:main", warm, (here, self._home))

    def numbers(self, answer: str) -> tuple[int, ...]:
        return tuple(int(word) for word in re.findall(r"^(\d+)\n", answer, re.MULTILINE))

    def read(self, folder: Path) -> Reading:
        """Besides the whole check: points, slip, stock and book line added up by plain SQL."""
        read = super().read(folder)
        if read.fault:
            return read
        with closing(sqlite3.connect(self._file(folder))) as connection:
            acts = dict(connection.execute(_ACTS).fetchall())
            half = tuple(
                f"{what}: {row}" for what, rows in _APART.items() for row in connection.execute(rows)
            )
        return Reading(acts, half)

    def figures(self, folder: Path) -> tuple[int, int, int]:
        """Pieces of soap, tubes of toothpaste, hundredths that can be spent."""
        with closing(sqlite3.connect(self._file(folder))) as connection:
            soap, paste, points = connection.execute(_FIGURES, (SOAP, PASTE, ACCOUNT)).fetchone()
        return soap, paste, points

    def expected(self, mornings: Iterable[int]) -> tuple[int, int, int]:
        """The same after whole mornings: two slips stand, one was taken back, a piece of soap was missing."""
        soap, paste, points = PIECES, PIECES, POINTS
        for morning in mornings:
            soap += SOAP_IN - (0 if goods_back(morning) else 2) - 1 - 1 - 1
            paste += PASTE_IN - 1 - 1
            points -= PRICES[PASTE] + 2 * PRICES[SOAP]
        return soap, paste, points


_ACTS = " UNION ALL ".join(
    f"SELECT CAST(substr({key}, 5) AS INTEGER), {what} FROM {table} WHERE {key} LIKE 'act-%'"
    for table, key, what in (
        ("stock_paper", "uid", "number || kind"),
        ("slip", "uid", "number || ' ' || points || ' ' || spendable_before"),
        ("slip_undo", "uid", "slip_id || ' ' || goods_back"),
        ("stocktake", "uid", "number"),
        ("stocktake_count", "reason", "stocktake_id || ' ' || quantity"),
        ("stocktake_step", "uid", "stocktake_id || kind"),
    )
)
_FIGURES = (
    "SELECT (SELECT sum(quantity) FROM stock_level k JOIN stock_batch b ON b.id = k.batch_id"
    " WHERE b.goods_id = ?), (SELECT sum(quantity) FROM stock_level k JOIN stock_batch b"
    " ON b.id = k.batch_id WHERE b.goods_id = ?),"
    " (SELECT spendable FROM account_balance WHERE account_id = ?)"
)
_APART = {
    "slip and items": "SELECT s.number FROM slip s LEFT JOIN slip_item i ON i.slip_id = s.id GROUP BY s.id"
    " HAVING coalesce(sum(i.points), 0) <> s.points",
    "slip and book": "SELECT s.number FROM slip s LEFT JOIN ledger_line l ON l.voucher_id = s.voucher_id"
    " GROUP BY s.id HAVING coalesce(sum(l.points), 0) <> -s.points",
    "item and stock": "SELECT i.id FROM slip_item i JOIN goods g ON g.id = i.goods_id LEFT JOIN stock_move m"
    " ON m.slip_item_id = i.id AND m.kind = 'redeemed' WHERE g.kind = 'goods' GROUP BY i.id"
    " HAVING coalesce(sum(m.quantity), 0) <> -i.quantity",
    "voucher without slip": "SELECT id FROM voucher WHERE kind = 'redemption'"
    " AND id NOT IN (SELECT voucher_id FROM slip)",
    "voucher without undo": "SELECT id FROM voucher WHERE uid LIKE '%-points'"
    " AND id NOT IN (SELECT voucher_id FROM slip_undo)",
    "undo and book": "SELECT u.id FROM slip_undo u JOIN slip s ON s.id = u.slip_id LEFT JOIN ledger_line l"
    " ON l.voucher_id = u.voucher_id GROUP BY u.id HAVING coalesce(sum(l.points), 0) <> s.points",
    "undo and stock": "SELECT u.id FROM slip_undo u JOIN slip_item i ON i.slip_id = u.slip_id"
    " LEFT JOIN stock_move m ON m.slip_item_id = i.id GROUP BY u.id"
    " HAVING u.goods_back AND coalesce(sum(m.quantity), 0) <> 0",
    "paper without goods": "SELECT number FROM stock_paper WHERE id NOT IN"
    " (SELECT paper_id FROM stock_move WHERE paper_id IS NOT NULL)",
    "kept stock": "SELECT k.batch_id FROM stock_level k LEFT JOIN stock_move m ON m.batch_id = k.batch_id"
    " AND m.outlet_id = k.outlet_id GROUP BY k.batch_id, k.outlet_id"
    " HAVING coalesce(sum(m.quantity), 0) <> k.quantity",
    "kept points": "SELECT b.account_id FROM account_balance b LEFT JOIN ledger_line l"
    " ON l.account_id = b.account_id GROUP BY b.account_id HAVING coalesce(sum(l.points), 0) <> b.balance",
}
"""Rows that there must not be, by what does not agree."""
