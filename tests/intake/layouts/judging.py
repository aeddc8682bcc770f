"""Compares what the layout found with what is right."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from intake.layouts.drawing import Drawn
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.intake.layout import SheetLayout, SheetRole, find_tables


@dataclass(slots=True)
class Judged:
    """Columns that were right, everything that was wrong in words, and the sheets where people were lost."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of all columns that hold a field or were taken for one, those that were guessed right."""
        return self.right / max(1, self.right + len(self.wrong))


def judge(drawings: Iterable[tuple[int, Drawn]]) -> Judged:
    """Guess each workbook without a click and count."""
    judged = Judged()
    for seed, drawn in drawings:
        layout = find_tables(drawn.workbook, ROSTER_FIELDS)
        for sheet in layout.sheets:
            _judge_sheet(judged, f"{seed} {drawn.layout} {sheet.name}", drawn, sheet)
    return judged


def _judge_sheet(judged: Judged, where: str, drawn: Drawn, sheet: SheetLayout) -> None:
    truth = drawn.truths[sheet.name]
    if not truth.is_roster:
        if sheet.read:
            judged.lost.append(f"{where}: is no roster")
        return
    if sheet.role is not SheetRole.TABLE or sheet.found is None:
        judged.lost.append(f"{where}: not found, {sheet.headers}, {sheet.missing}")
        judged.wrong += [where] * len(truth.columns)
        return
    if sheet.header_rows != truth.header_rows:
        judged.lost.append(f"{where}: header {sheet.header_rows}, not {truth.header_rows}")
    found = dict(sheet.found.columns)
    for key in sorted({*found, *truth.columns}):
        if found.get(key) == truth.columns.get(key):
            judged.right += 1
        else:
            judged.wrong.append(
                f"{where}: {key} in {found.get(key)}, is {truth.columns.get(key)} {sheet.headers}"
            )
    people = [
        (row.number, sheet.found.cell(row, "name").text, sheet.found.cell(row, "id").text)
        for row in sheet.found.rows
    ]
    if people != truth.people:
        missing = [one for one in truth.people if one not in people][:3]
        more = [one for one in people if one not in truth.people][:3]
        judged.lost.append(f"{where}: people lost {missing}, invented {more} {sheet.headers}")
