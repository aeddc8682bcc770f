"""One long-lived process that issues notices and closes them, each told when it is safe.

`notice_session.py FILE FIRST COUNT GRID ITEM`; an odd step enters a deed for a grid and hangs the month's
notice, with which the deed hangs; the even one behind it closes the notice, and the deed counts.
"""

import os
import sys
from datetime import date, timedelta
from pathlib import Path

from shim import acknowledge


def main() -> int:
    from passbook_desk.app.village_file import open_village
    from passbook_desk.features.ledger.queries import accounts
    from passbook_desk.features.ledger.recording import record_deeds
    from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch
    from passbook_desk.features.ledger.values import Colour
    from passbook_desk.features.notices.commands import issue_notice
    from passbook_desk.features.notices.hanging import close_notice, hang_notice
    from passbook_desk.features.notices.values import CloseNotice, HangNotice, IssueNotice, NoticeKind
    from passbook_desk.kernel.clock import SetDateClock
    from passbook_desk.kernel.ids import new_uid
    from passbook_desk.kernel.periods import Period, PeriodKind

    path, first, count, grid, item = sys.argv[1:]
    log, month = Path(os.environ["FAULTS_LOG"]), Period.of(PeriodKind.MONTH, date.fromisoformat(first))
    village = open_village(Path(path), SetDateClock(month.first))
    with village.store.read(SetDateClock(month.first)) as scope:
        mine = [row.id for row in accounts(scope, colour=Colour.GREEN) if row.number[1:3] == grid]
    for step in range(1, int(count) + 1, 2):
        with village.store.write(village.actor, SetDateClock(month.last)) as tx:
            deeds = tuple(DeedEntry(account, item, month.last, again=True) for account in mine)
            record_deeds(tx, RecordBatch(new_uid(), deeds, strict=True))
        hung_on = month.last + timedelta(days=1)
        with village.store.write(village.actor, SetDateClock(hung_on)) as tx:
            number = issue_notice(tx, IssueNotice(NoticeKind.MONTH, str(month))).number
            assert number is not None
            until_on = hung_on + timedelta(days=6)
            hang_notice(tx, HangNotice(f"hung-{step}", number, hung_on, until_on, "村务公开栏", "李网格"))
        acknowledge(log, step, f"{step}".encode())
        with village.store.write(village.actor, SetDateClock(until_on + timedelta(days=1))) as tx:
            close_notice(tx, CloseNotice(f"shut-{step + 1}", number))
        acknowledge(log, step + 1, f"{step + 1}".encode())
        month = month.next()
    village.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
