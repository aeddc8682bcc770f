"""One long-lived process that prints in books: lines are sent, then answered for, each told when it is safe.

`print_session.py FILE TODAY COUNT ITEM`; an odd step sends what is due in a book, the even one behind it says
what came out of the printer.
"""

import os
import sys
from datetime import date
from pathlib import Path

from shim import acknowledge


def main() -> int:
    from passbook_desk.app.village_file import open_village
    from passbook_desk.features.ledger.recording import record_deeds
    from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch
    from passbook_desk.features.passbooks.books.printing import confirm_print, send_all
    from passbook_desk.features.passbooks.books.queries import book_plans, books
    from passbook_desk.features.passbooks.books.values import ConfirmPrint, PrintWay, SendLines
    from passbook_desk.kernel.clock import SetDateClock
    from passbook_desk.kernel.ids import new_uid

    path, today, count, item = sys.argv[1:]
    clock, log = SetDateClock(date.fromisoformat(today)), Path(os.environ["FAULTS_LOG"])
    village = open_village(Path(path), clock)
    with village.store.read(clock) as scope:
        mine = [(row.id, row.account.id) for row in books(scope)]
    for step in range(1, int(count) + 1, 2):
        book, account = mine[step // 2 % len(mine)]
        with village.store.write(village.actor, clock) as tx:
            deeds = tuple(DeedEntry(account, item, clock.today(), again=True) for _ in range(3))
            record_deeds(tx, RecordBatch(new_uid(), deeds, strict=True))
            plan = book_plans(tx, [book])[0]
            codes = tuple(line.code for line in plan.lines)
            (sent,) = send_all(tx, [SendLines(book, PrintWay.PRINTER, codes, uid=f"sent-{step}")])
        acknowledge(log, step, f"{step}".encode())
        with village.store.write(village.actor, clock) as tx:
            printed = len(codes) - step // 2 % 2
            spoilt = step // 2 % 2
            confirm_print(tx, ConfirmPrint(sent, printed, spoilt, uid=f"told-{step + 1}"))
        acknowledge(log, step + 1, f"{step + 1}".encode())
    village.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
