"""What must hold in the file of a points shop after every act, and of everything at the end."""

import random
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from sqlalchemy import text

from builders.village import Village
from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.redemption.counter.queries import slips
from passbook_desk.features.redemption.counter.verifying import verify_slips
from passbook_desk.features.redemption.exchange.queries import exchange_days, tie
from passbook_desk.features.redemption.exchange.verifying import verify_exchange_days
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.stock.queries import papers
from passbook_desk.features.redemption.stock.verifying import verify_stock
from passbook_desk.features.redemption.stocktake.queries import stocktakes
from passbook_desk.features.redemption.stocktake.verifying import verify_stocktakes
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.errors import UserError
from properties.shop_model import PaperShop, PaperSlip, Why

Answer = TypeVar("Answer")
Nothing = object()
"""What an act answers that was refused."""
CLERK, SECOND = Actor(1, "刘文书"), Actor(2, "陈支书")
_PAPERS = ("paper", "slip", "count")


class PowerCut(Exception):
    """The program ends here, in the middle of its transaction."""


class ShopOnFile:
    """A village file with a shop, the keeper's own notes, and how acts reach both."""

    def __init__(self, village: Village, paper: PaperShop, seed: int) -> None:
        self.village, self.paper, self.chance = village, paper, random.Random(seed)
        self.acts: Counter[str] = Counter()
        self.accepted = 0
        village.actor = CLERK
        village.on(paper.today)

    def do(
        self, name: str, why: Why, work: Callable[[Tx], Answer], *, again: bool = False
    ) -> Answer | object:
        """The act, if nothing is against it; else its refusal, which leaves the file as it was.

        `again` acts have an identity: told twice they do nothing more. Now and then the power goes just
        before the act is safe.
        """
        before = self.village.path.read_bytes()
        if not why and self.chance.random() < 0.03:
            self._cut(work, before)
        refusal: UserError | None = None
        answer: Answer | object = Nothing
        try:
            answer = self._write(work)
        except UserError as refused:
            refusal = refused
        if refusal is not None:
            assert type(refusal) in why, f"{name} was refused: {refusal!r} {refusal.params}"
            assert self.village.path.read_bytes() == before
            self.acts[f"refused {refusal.code}"] += 1
            return Nothing
        assert not why, f"{name} was done, against {why}"
        self.acts[name] += 1
        self.accepted += 1
        if again and self.chance.random() < 0.1:
            after = self.village.path.read_bytes()
            assert self._write(work) == answer
            assert self.village.path.read_bytes() == after
            self.acts["told twice"] += 1
        return answer

    def _write(self, work: Callable[[Tx], Answer]) -> Answer:
        with self.village.write() as tx:
            return work(tx)

    def _cut(self, work: Callable[[Tx], object], before: bytes) -> None:
        try:
            with self.village.write() as tx:
                work(tx)
                raise PowerCut
        except PowerCut:
            self.village.store.close()
        assert self.village.path.read_bytes() == before
        self.acts["power cut"] += 1

    def agrees(self) -> None:
        """Stock of every lot at every place, and the figures of every book."""
        with self.village.read() as scope:
            levels = {(row[0], row[1]): row[2] for row in scope.session.execute(_LEVELS)}
            figures = {row[0]: (row[1], row[2]) for row in scope.session.execute(_FIGURES)}
        assert levels == self.paper.levels()
        assert min(levels.values(), default=0) >= 0
        paper = self.paper
        assert figures == {
            account: (paper.spendable(account), paper.assessment(account))
            for account, lines in paper.lines.items()
            if lines
        }

    def everything(self) -> None:
        """The whole file against the keeper's notes, and its parts against each other."""
        paper = self.paper
        with self.village.read() as scope:
            verify_audit(scope)
            verify_ledger(scope)
            verify_stock(scope)
            assert verify_slips(scope) == len(paper.slips)
            assert verify_stocktakes(scope) == len(paper.tallies)
            assert verify_exchange_days(scope) == len(paper.fairs)
            self._slips(scope)
            self._movements(scope)
            self._fairs(scope)
            self._lists(scope)
            ledger, on_slips, given = scope.session.execute(_REDEEMED).one()
        standing = sum(slip.points for slip in paper.slips.values() if not slip.undone)
        assert (ledger, on_slips, given) == (standing, standing, standing)

    def _slips(self, scope: Scope) -> None:
        rows = {row.id: row for row in slips(scope)}
        assert rows.keys() == self.paper.slips.keys()
        for slip in self.paper.slips.values():
            row = rows[slip.id]
            assert (row.account.id, row.outlet_id, row.redeemed_on) == (slip.account, slip.place, slip.day)
            assert (row.before.hundredths, row.points.hundredths) == (slip.before, slip.points)
            assert slip.items == tuple(
                (item.goods_id, item.quantity, item.points.hundredths) for item in row.items
            )
            assert (row.undone_on is not None, row.goods_back) == (slip.undone, slip.back)
            assert row.exchange_day_id == slip.fair

    def _movements(self, scope: Scope) -> None:
        found = []
        for *plain, paper, item, stocktake, reverses in scope.session.execute(_MOVES):
            which = next(
                (kind, number)
                for kind, number in zip(_PAPERS, (paper, item, stocktake), strict=True)
                if number
            )
            found.append((*plain, which, reverses))
        paper_moves = [
            (
                move.lot,
                move.place,
                move.pieces,
                move.day.isoformat(),
                move.kind,
                move.document,
                move.reverses,
            )
            for move in self.paper.moves
        ]
        assert found == paper_moves

    def _fairs(self, scope: Scope) -> None:
        rows = {row.id: row for row in exchange_days(scope)}
        for fair in self.paper.fairs.values():
            row = rows[fair.id]
            stands = [slip for slip in self.paper.slips.values() if slip.fair == fair.id and not slip.undone]
            now = (len(stands), sum(slip.points for slip in stands), pieces_of(stands))
            assert (row.slips, row.points.hundredths, row.pieces) == (fair.settled or now)
            assert (row.tickets, row.settled is not None) == (len(fair.tickets), fair.settled is not None)
            assert tie(scope, fair.id).agrees

    def _lists(self, scope: Scope) -> None:
        """Goods, papers and stocktakes as the lists show them."""
        paper = self.paper
        for row in goods_rows(scope, retired_too=True):
            thing = paper.things[row.id]
            price = thing.price(paper.today)
            assert (row.points.hundredths if row.points else None, row.retired_on is not None) == (
                price,
                thing.retired,
            )
            assert row.stock == (None if thing.service else paper.lying(thing.id))
        assert {row.id: not row.taken_back for row in papers(scope)} == paper.papers
        found = {row.id: (row.state.value, row.counted) for row in stocktakes(scope)}
        assert found == {tally.id: (tally.state, len(tally.counts)) for tally in paper.tallies.values()}
        for tally in paper.tallies.values():
            moved = sum(move.pieces for move in paper.moves if move.document == ("count", tally.id))
            assert moved == 0 or tally.state == "confirmed"


def pieces_of(standing: Iterable[PaperSlip]) -> int:
    """Pieces on these slips."""
    return sum(pieces for slip in standing for _, pieces, _ in slip.items)


_LEVELS = text("SELECT batch_id, outlet_id, quantity FROM stock_level")
_FIGURES = text("SELECT account_id, spendable, assessment FROM account_balance")
_MOVES = text(
    "SELECT m.batch_id, m.outlet_id, m.quantity, m.moved_on, m.kind, m.paper_id, i.slip_id, m.stocktake_id,"
    " coalesce(r.number, 0) FROM stock_move m LEFT JOIN slip_item i ON i.id = m.slip_item_id"
    " LEFT JOIN stock_move r ON r.id = m.reverses_id ORDER BY m.number"
)
_REDEEMED = text(
    "SELECT -coalesce((SELECT sum(l.points) FROM ledger_line l"
    "  LEFT JOIN ledger_line w ON w.id = l.reverses_id"
    "  JOIN voucher v ON v.id = coalesce(w.voucher_id, l.voucher_id) WHERE v.kind = 'redemption'), 0),"
    " coalesce(sum(s.points), 0),"
    " coalesce(sum((SELECT sum("
    "   CASE g.kind WHEN 'service' THEN i.quantity"
    "   ELSE -(SELECT sum(m.quantity) FROM stock_move m WHERE m.slip_item_id = i.id) END"
    "   * (SELECT p.points FROM goods_price p WHERE p.goods_id = i.goods_id"
    "      AND p.from_on <= s.redeemed_on ORDER BY p.from_on DESC, p.number DESC LIMIT 1))"
    "  FROM slip_item i JOIN goods g ON g.id = i.goods_id WHERE i.slip_id = s.id)), 0)"
    " FROM slip s WHERE s.id NOT IN (SELECT slip_id FROM slip_undo)"
)
"""Of slips that stand: what the ledger took, what they say, and what was given at the prices of the days."""
