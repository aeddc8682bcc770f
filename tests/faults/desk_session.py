"""One long-lived process on a village file, as the window is: it acknowledges without closing the file.

`desk_session.py FILE TODAY COUNT GRIDS ITEM`; closing a file syncs its journal, and a command closes it
after each batch, so this shows what the engine settings alone keep.
"""

import json
import os
import sys
from datetime import date
from pathlib import Path

from shim import acknowledge


def main() -> int:
    from passbook_desk.app.village_file import open_village
    from passbook_desk.features.ledger.commands import reverse_lines
    from passbook_desk.features.ledger.queries import accounts
    from passbook_desk.features.ledger.recording import record_deeds
    from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch
    from passbook_desk.features.ledger.values import Colour, ReverseLines
    from passbook_desk.kernel.clock import SetDateClock
    from passbook_desk.kernel.ids import new_uid

    path, today, count, grids, item = sys.argv[1:]
    clock, codes = SetDateClock(date.fromisoformat(today)), json.loads(grids)
    village = open_village(Path(path), clock)
    with village.store.read(clock) as scope:
        green = accounts(scope, colour=Colour.GREEN)
        by_grid = {code: tuple(row.id for row in green if row.number[1:3] == code) for code in codes}
    last = 0
    for index in range(1, int(count) + 1):
        with village.store.write(village.actor, clock) as tx:
            if index % 5 == 0:
                written = reverse_lines(tx, ReverseLines(new_uid(), (last,), "记错了户"))
            else:
                chosen = by_grid[codes[index % len(codes)]]
                deeds = tuple(DeedEntry(row, item, clock.today(), again=True) for row in chosen)
                written = record_deeds(tx, RecordBatch(new_uid(), deeds, strict=True))
        acknowledge(Path(os.environ["FAULTS_LOG"]), index, " ".join(map(str, written.seqs)).encode())
        last = written.seqs[0]
    village.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
