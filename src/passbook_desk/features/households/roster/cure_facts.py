"""What the cures of a planned roster are worked out from."""

from collections.abc import Iterable, Mapping, Sequence

from passbook_desk.features.households.roster.cures import Candidate, CureFacts
from passbook_desk.features.households.roster.values import Roster, RowPlace
from passbook_desk.features.intake.table import FoundTable


def facts_of(
    tables: Sequence[FoundTable],
    roster: Roster,
    candidates: Mapping[RowPlace, tuple[Candidate, ...]] | None = None,
    grids: Iterable[tuple[str, str]] = (),
) -> CureFacts:
    """The facts about a roster read from these tables; `grids` are those of the file.

    Grids that the roster itself names come after those of the file.
    """
    households = {place: group for group in roster.groups for place in group}
    known = dict(grids)
    named = {code: name for code, name in roster.grids if code not in known}
    return CureFacts(
        {table.sheet: table for table in tables}, households, candidates or {}, tuple((known | named).items())
    )
