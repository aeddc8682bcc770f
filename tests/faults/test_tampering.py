"""Rows and bits of a village file changed behind the program's back."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from campaign import scratch_folder
from rehashing import forge_line
from tampered_village import make_village
from tampering import KINDS, fault_of, show, tamper_again_and_again

from builders.guards import guards_aside
from passbook_desk.app.keys import read_key
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.ledger.errors import AnchorBroken, FiguresBroken, LedgerBroken, SumsBroken
from passbook_desk.features.notices.errors import NoticeBroken
from passbook_desk.features.redemption.counter.errors import SlipBroken
from passbook_desk.features.redemption.exchange.errors import ExchangeBroken
from passbook_desk.features.redemption.stock.errors import StockBroken, StockPaperBroken
from passbook_desk.features.redemption.stocktake.errors import StocktakeBroken

pytestmark = pytest.mark.faults

TAMPERINGS = 100
FORGERIES = {
    "larger letters": "UPDATE notice SET sheet = replace(sheet, ':16.0', ':18.0') WHERE id = 2",
    "another reason in a part": "UPDATE notice SET sheet = replace(sheet, '冲销错记', '笔误') WHERE id = 2",
    "a sheet without parts": "UPDATE notice SET form = 1, sheet = '' WHERE id = 2",
    "a second version": "UPDATE notice SET version = 2, reason = '改' WHERE id = 2",
    "issued earlier": "UPDATE notice SET issued_at = '2026-07-01T01:00:00.000000Z' WHERE id = 2",
    "issued by somebody else": "UPDATE notice SET issued_by = 2 WHERE id = 2",
    "no day of issue": "UPDATE notice SET issued_on = '202d-07-02' WHERE id = 2",
    "a longer time on the wall": "UPDATE notice SET hung_until = '2026-08-01' WHERE id = 2",
    "more that hangs": "UPDATE notice_line SET pending = pending + 100 WHERE pending <> 0",
    "other stars": "UPDATE notice_line SET stars = 5 WHERE notice_id = 2 AND line_no = 3",
    "another name": "UPDATE notice_line SET shown_name = '王*' WHERE notice_id = 2 AND line_no = 3",
    "a deed that hangs no more": "DELETE FROM notice_claim WHERE id = 2",
    "a deed that hangs on top": "INSERT INTO notice_claim"
    " SELECT 5, 2, c.id, h.line_no, h.points FROM claim c, notice_claim h WHERE c.id = 1 AND h.id = 1",
    "a line that came later": "UPDATE notice_line SET id = 9999 WHERE notice_id = 2 AND line_no = 3",
    "a deed on another line": "UPDATE notice_claim SET line_no = line_no + 1 WHERE id = 1",
    "a proof of earlier": "UPDATE notice_proof SET cut_off_seq = 1",
    "no proof": "DELETE FROM notice_proof",
    "taken down early": "UPDATE notice_step SET until_on = '2026-07-03' WHERE until_on > '2026-07-03'",
    "hung elsewhere": "UPDATE notice_step SET place = '村口' WHERE kind = 'hung'",
    "another picture": "UPDATE notice_photo SET content = x'ffd8ff00' WHERE struck_on IS NULL",
    "another picture with its digest": "UPDATE notice_photo SET content = x'ffd8ff00', digest ="
    " '9b3f0ab5d1a9a0a4c1f0d0f6d2f4ac1d' WHERE struck_on IS NULL",
    "other words of an objection": "UPDATE objection SET words = '没有异议' WHERE id = 2",
    "somebody else's objection": "UPDATE objection SET who = '' WHERE id = 2",
    "more time to answer": "UPDATE objection SET due_on = '2026-09-01' WHERE id = 6",
    "more time for whoever looks into it": "UPDATE objection_step SET due_on = '2026-09-01'"
    " WHERE kind = 'assigned'",
    "an objection that never came": "DELETE FROM objection WHERE id = 6",
    "another outcome": "UPDATE objection_step SET outcome = 'upheld', reversal_id = NULL,"
    " correction_id = NULL WHERE outcome = 'corrected'",
    "another voucher of a correction": "UPDATE objection_step SET reversal_id = 1"
    " WHERE reversal_id IS NOT NULL",
    "an answer that was never given": "DELETE FROM objection_step WHERE kind = 'resolved'",
}
"""What a forger does, by what it would look like."""
SHOP_FORGERIES = {
    "a piece more on a slip": "UPDATE slip_item SET quantity = quantity + 1 WHERE id = 1",
    "a cheaper slip": "UPDATE slip SET points = points - 10 WHERE id = 1",
    "collected by somebody else": "UPDATE slip SET collector = '张三' WHERE length(collector) > 0",
    "more in the book before": "UPDATE slip SET spendable_before = spendable_before + 100",
    "a slip that never was": "DELETE FROM slip WHERE id = 1",
    "a slip that was never taken back": "DELETE FROM slip_undo WHERE goods_back = 1",
    "goods that came back": "UPDATE slip_undo SET goods_back = 1 WHERE goods_back = 0",
    "another price": "UPDATE goods_price SET points = points + 10 WHERE number = 1",
    "an earlier price": "UPDATE goods_price SET from_on = '2026-01-01' WHERE number > 1",
    "no limit": "UPDATE goods SET limit_count = 99 WHERE limit_count IS NOT NULL",
    "another picture": "UPDATE goods_picture SET content = x'ffd8ff00' WHERE struck_on IS NULL",
    "more pieces that came": "UPDATE stock_move SET quantity = quantity + 5 WHERE kind = 'in'",
    "pieces that were never lost": "DELETE FROM stock_move WHERE kind = 'counted'",
    "another batch": "UPDATE stock_move SET batch_id = batch_id + 1 WHERE kind = 'redeemed'",
    "good for years": "UPDATE stock_batch SET expires_on = '2029-01-01' WHERE expires_on IS NOT NULL",
    "bought at another cost": "UPDATE stock_batch SET cost = cost * 2 WHERE cost IS NOT NULL",
    "given by somebody else": "UPDATE stock_paper SET from_whom = '别人' WHERE kind = 'donated'",
    "more on the shelf": "UPDATE stock_level SET quantity = quantity + 1 WHERE quantity > 0",
    "an empty shelf forgotten": "DELETE FROM stock_level WHERE quantity = 0",
    "a shelf where nothing ever lay": "INSERT INTO stock_level SELECT b.id, o.id, 0"
    " FROM stock_batch b, outlet o"
    " WHERE (b.id, o.id) NOT IN (SELECT batch_id, outlet_id FROM stock_level)",
    "counted otherwise": "UPDATE stocktake_count SET quantity = quantity + 1",
    "for another reason": "UPDATE stocktake_count SET reason = '' WHERE length(reason) > 0",
    "watched by somebody else": "UPDATE stocktake_step SET who = '王五' WHERE kind = 'confirmed'",
    "a count that stands": "DELETE FROM stocktake_step WHERE kind = 'reversed'",
    "settled with more": "UPDATE exchange_settlement SET points = points + 100",
    "earlier in the queue": "UPDATE exchange_ticket SET number = number + 10",
    "a day longer": "UPDATE exchange_day SET until_on = '2026-12-31'",
    "wanted by nobody": "DELETE FROM demand",
    "another place": "UPDATE outlet SET name = '别处' WHERE id = 2",
}
OF_SHOP = (SlipBroken, StockBroken, StockPaperBroken, StocktakeBroken, ExchangeBroken)


@pytest.fixture(scope="session")
def memory() -> Iterator[Path]:
    """A folder in memory where the system offers it: hundreds of copies are written there."""
    folder = scratch_folder()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def village(memory: Path) -> Path:
    """A village file with something in every table."""
    return make_village(memory)


@pytest.fixture
def scratch(memory: Path) -> Iterator[Path]:
    """A folder for the copies of one test."""
    folder = memory / "copies"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


def test_whatever_is_tampered_with_is_found_and_a_touched_line_is_named(
    village: Path, scratch: Path, seed: int
) -> None:
    figures = tamper_again_and_again(village, scratch, TAMPERINGS, random.Random(seed))
    print(show(figures))
    assert all(figures.visible[kind] >= TAMPERINGS // 20 for kind in KINDS)
    assert figures.lines >= TAMPERINGS // 10
    assert figures.books >= TAMPERINGS // 20
    assert figures.notices >= TAMPERINGS // 20
    assert figures.goods >= TAMPERINGS // 20
    assert figures.kept, (seed, figures.missed, figures.crashed, figures.unnamed)


@pytest.mark.parametrize("named", FORGERIES)
def test_what_somebody_would_change_on_a_notice_or_an_objection_is_found(
    village: Path, scratch: Path, named: str
) -> None:
    """A database editor with the triggers aside; the last notice is the second."""
    copy = scratch / "copy.pbk"
    copy.write_bytes(village.read_bytes())
    with guards_aside(copy) as connection:
        assert connection.execute(FORGERIES[named]).rowcount > 0
    fault = fault_of(copy, read_key(village))
    if isinstance(fault, MasterRowChanged):
        assert fault.params["table"] in FORGERIES[named]
    else:
        assert isinstance(fault, NoticeBroken), fault
        assert fault.params["number"] == "2026-02"


@pytest.mark.parametrize("named", SHOP_FORGERIES)
def test_what_somebody_would_change_in_the_shop_is_found(village: Path, scratch: Path, named: str) -> None:
    copy = scratch / "copy.pbk"
    copy.write_bytes(village.read_bytes())
    with guards_aside(copy) as connection:
        assert connection.execute(SHOP_FORGERIES[named]).rowcount > 0
    fault = fault_of(copy, read_key(village))
    if isinstance(fault, MasterRowChanged):
        assert fault.params["table"] in SHOP_FORGERIES[named]
    else:
        assert isinstance(fault, OF_SHOP), fault


def test_a_tail_that_is_hashed_anew_is_whole_in_itself_but_not_what_left_the_file(
    village: Path, scratch: Path, seed: int
) -> None:
    """Every line before the last anchor is tried; after it only what was written down outside can tell."""
    content = village.read_bytes()
    with closing(sqlite3.connect(village)) as connection:
        (anchored,) = connection.execute("SELECT max(seq) FROM anchor").fetchone()
        (last,) = connection.execute("SELECT max(seq) FROM ledger_line").fetchone()
        credits = [seq for (seq,) in connection.execute("SELECT seq FROM ledger_line WHERE kind = 'credit'")]
    drawn = random.Random(seed).sample(credits, 6)
    assert anchored < last
    for number, seq in enumerate([*drawn, last]):
        copy = scratch / f"{number}.pbk"
        copy.write_bytes(content)
        forge_line(copy, seq, 500)
        fault = fault_of(copy, read_key(village))
        if seq <= anchored:
            assert isinstance(fault, AnchorBroken), (seq, fault)
            assert fault.params["seq"] >= seq
        else:
            assert not isinstance(fault, LedgerBroken | FiguresBroken | SumsBroken), (seq, fault)
