"""Bugs that somebody might write into the printing of books, each put into the running program for a while.

python tests/properties/book_mutants.py
"""

import sys
from pathlib import Path
from typing import Final

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from passbook_desk.features.passbooks.books import commands, layouts, planning, printing, queries, seen
from properties.book_histories import book_campaign
from properties.planting import Mutant, caught, try_all

HISTORIES: Final = 60
"""A bug must show within so many histories."""


MUTANTS: Final[dict[str, Mutant]] = {
    "one place too far": Mutant(planning, "after", "slot=placed.slot + 1", "slot=placed.slot + 2"),
    "one place too short": Mutant(planning, "after", "slot=placed.slot + 1", "slot=placed.slot"),
    "spoilt places forgotten": Mutant(planning, "after", "if outcome.spoilt:", "if False:"),
    "spoilt first line not again": Mutant(
        planning, "after", "spoilt=before + outcome.spoilt", "spoilt=0 * before"
    ),
    "lines that jammed count as printed": Mutant(
        planning, "after", "outcome.lines[: outcome.printed]:", "outcome.lines:"
    ),
    "booklet begins where the old paper ends": Mutant(
        queries, "_plan", "start.at if whole else row.position", "row.position"
    ),
    "thrown away booklet counts": Mutant(
        planning, "after", "outcome.printed < len(outcome.lines) or not outcome.lines", "not outcome.lines"
    ),
    "balance of the line before": Mutant(
        planning, "place_lines", "put(PaperLineKind.ENTRY, line.seq, line.balance)",
        "put(PaperLineKind.ENTRY, line.seq, balance)",
    ),
    "carried balance is that of the next line": Mutant(
        planning, "place_lines", "put(carrying, None, balance)", "put(carrying, None, line.balance)"
    ),
    "no 过次页": Mutant(planning, "_owed", "layout.line_of(slot) == layout.lines", "False"),
    "过次页 one line early": Mutant(
        planning, "_owed", "layout.line_of(slot) ==", "layout.line_of(slot) + 1 =="
    ),
    "no 承前页": Mutant(planning, "_owed", "if begun < layout.page_of(slot)", "if False"),
    "one line of carrying at a time": Mutant(planning, "place_lines", "while (carrying", "if (carrying"),
    "no 承上册": Mutant(planning, "_owed", "carried and not written", "False"),
    "last line not kept": Mutant(
        planning, "place_lines", "if slot >= layout.capacity:", "if slot > layout.capacity:"
    ),
    "转下册 twice": Mutant(
        planning, "place_lines", "at.slot <= layout.capacity and not at.closed", "at.slot <= layout.capacity"
    ),
    "moves on when sent": Mutant(
        printing, "_send", "get_one(BookPosition, row.id).open_print_id = sent.id",
        "get_one(BookPosition, row.id).open_print_id = sent.id\n"
        "    tx.session.get_one(BookPosition, row.id).next_slot += len(chosen)",
    ),
    "not moved when answered": Mutant(
        printing, "confirm_print", "kept.next_slot, kept.last_seq", "_, kept.last_seq"
    ),
    "does not wait for the answer": Mutant(
        printing, "_send", "if row.open_print or _waiting_elsewhere(tx, row.account.id):", "if False:"
    ),
    "first answer holds": Mutant(
        seen, "holds", "later.number > PrintOutcome.number", "later.number < PrintOutcome.number"
    ),
    "early answers may change": Mutant(
        printing, "confirm_print", "if told and _prints(tx, row.id)[-1] != sent.id:", "if False:"
    ),
    "answers of books that others follow may change": Mutant(
        printing, "confirm_print", "if told and _followed(tx, row)", "if False and _followed(tx, row)"
    ),
    "whatever is asked for is sent": Mutant(
        printing, "_send", "command.codes != tuple(line.code for line in chosen)", "False"
    ),
    "in the fold": Mutant(layouts.BookLayout, "middle_mm", "line > self.fold_after", "line > self.lines"),
    "fold one line late": Mutant(
        layouts.BookLayout, "middle_mm", "line > self.fold_after", "line > self.fold_after + 1"
    ),
    "page begins one line late": Mutant(
        layouts.BookLayout, "page_of", "(slot - 1) // self.lines", "(slot - 2) // self.lines"
    ),
    "new book from the beginning": Mutant(commands, "_add", "after_seq=at.last_seq", "after_seq=0"),
    "booklet of a replaced book": Mutant(
        queries, "_plan", "whole or row.end is not BookEnd.REPLACED", "row.end is not BookEnd.REPLACED"
    ),
}  # fmt: skip


def shown_by(bug: str, seed: int) -> str:
    """How a few histories show a bug of MUTANTS; "" when they do not."""
    return caught(MUTANTS[bug], lambda: book_campaign(HISTORIES, seed))


if __name__ == "__main__":
    sys.exit(try_all(MUTANTS, shown_by))
