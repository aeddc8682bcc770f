"""The same village where points count once their notice has hung, under a process that posts notices."""

import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import notice_session
from desk import GRIDS, ITEM, TODAY, Desk
from launch import Installed, Launcher
from workload import Arguments, Reading

GRID = "01"


class PostingDesk(Desk):
    """A reading's "lines" are what was done with notices: odd numbers were hung, even ones closed."""

    name = "passbook-desk, posting notices"

    def __init__(self) -> None:
        super().__init__()
        self.hanging = 0
        """How many readings found deeds that hang and do not count yet."""

    def prepare(self, folder: Path) -> None:
        from passbook_desk.app.village_file import open_village
        from passbook_desk.features.village.commands import change_policy
        from passbook_desk.features.village.queries import policy
        from passbook_desk.kernel.clock import SetDateClock

        super().prepare(folder)
        clock = SetDateClock(date.fromisoformat(TODAY))
        village = open_village(self._file(folder), clock)
        with village.store.write(village.actor, clock) as tx:
            change_policy(tx, replace(policy(tx), count_when_posted=True))
        village.close()
        self.journal(folder).unlink(missing_ok=True)

    def session(self, folder: Path, count: int) -> Arguments:
        return (str(self._file(folder)), TODAY, str(count), GRID, ITEM)

    def session_program(self, library: Path) -> Launcher:
        return Installed(library, (sys.executable, notice_session.__file__))

    def numbers(self, answer: str) -> tuple[int, ...]:
        return (int(answer),)

    def read(self, folder: Path) -> Reading:
        """A notice is there with every line and every deed that hangs, and closed when all of them count."""
        read = super().read(folder)
        if read.fault:
            return read
        with closing(sqlite3.connect(self._file(folder))) as connection:
            acts = dict(connection.execute(_ACTS).fetchall())
            found = connection.execute(_NOTICES).fetchall()
        self.hanging += any(waiting for *_, waiting, _ in found)
        whole = {(1, GRIDS[GRID], 0), (0, 0, GRIDS[GRID])}
        half = tuple(
            number
            for number, hung, shut, lines, waiting, counting in found
            if hung != 1 or lines < sum(GRIDS.values()) or (1 - shut, waiting, counting) not in whole
        )
        return Reading(acts, read.half + half)


_ACTS = "SELECT CAST(substr(uid, 6) AS INTEGER), uid FROM notice_step"
_NOTICES = """
SELECT n.number,
  (SELECT count(*) FROM notice_step s WHERE s.notice_id = n.id AND s.kind = 'hung'),
  (SELECT count(*) FROM notice_step s WHERE s.notice_id = n.id AND s.kind = 'closed'),
  (SELECT count(*) FROM notice_line l WHERE l.notice_id = n.id),
  (SELECT count(*) FROM notice_claim c JOIN claim_state k ON k.claim_id = c.claim_id
   WHERE c.notice_id = n.id AND k.state <> 'posted'),
  (SELECT count(*) FROM notice_claim c JOIN review r ON r.claim_id = c.claim_id
   WHERE c.notice_id = n.id AND r.line_id IS NOT NULL)
FROM notice n
"""
