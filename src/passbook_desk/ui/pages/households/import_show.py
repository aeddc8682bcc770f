"""A plan laid out as the steps show it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from passbook_desk.features.households.owners.planning import OwnerPlan
from passbook_desk.features.households.roster.cure_facts import facts_of
from passbook_desk.features.households.roster.cures import LIVED, Candidate, CureFacts, cures_of
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.households.roster.planning import RosterPlan
from passbook_desk.features.households.roster.values import RosterHousehold, RosterPerson, RowPlace
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.layout import Layout, SheetLayout, SheetRole
from passbook_desk.features.intake.table import (
    Certainty,
    ColumnGuess,
    FoundTable,
    GuessedBy,
    column_letters,
)
from passbook_desk.features.intake.values import BatchSummary, Finding, Severity
from passbook_desk.features.ledger.openings import OpeningPlan
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.sentences import tell_code
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.households.import_values import (
    BookKind,
    Columns,
    FieldLine,
    FixRow,
    Preview,
    SampleHousehold,
    SampleMember,
    SheetColumns,
    SheetLine,
    SourceColumn,
)

_SAMPLES: Final = 9
_SERIAL: Final = "seq"
"""The column that only counts the rows; nothing is read from it."""


def columns_of(file_name: str, layout: Layout, choices: Choices) -> Columns:
    """The second step: sheets with their role, fields with their columns, unsure ones first."""
    return Columns(
        file_name,
        tuple(_sheet_line(sheet, choices) for sheet in layout.sheets),
        tuple(_sheet_columns(sheet) for sheet in layout.sheets if sheet.read),
    )


def _sheet_line(sheet: SheetLayout, choices: Choices) -> SheetLine:
    role = sheet.role.value
    if sheet.read and sheet.found is None:
        role = "missing"
    elif sheet.name in choices.sheets and sheet.read != (sheet.role is SheetRole.TABLE):
        role = "chosen" if sheet.read else "refused"
    return SheetLine(sheet.name, sheet.rows, sheet.read, role)


def _sheet_columns(sheet: SheetLayout) -> SheetColumns:
    guesses = {guess.key: guess for guess in (sheet.found.guesses if sheet.found else ())}
    lines = [
        _field_line(spec.key, spec.title, spec.required, guesses.get(spec.key))
        for spec in ROSTER_FIELDS
        if spec.key != _SERIAL
    ]
    lines.sort(key=lambda line: (line.sure, line.column is None))
    sources = {
        guess.column: SourceColumn(guess.column, column_letters(guess.column), guess.header, guess.samples)
        for guess in guesses.values()
        if guess.column is not None
    }
    for spare in sheet.spare:
        sources.setdefault(
            spare.column, SourceColumn(spare.column, spare.letters, spare.header, spare.samples)
        )
    return SheetColumns(sheet.name, tuple(lines), tuple(sources[number] for number in sorted(sources)))


def _field_line(key: str, title: str, required: bool, guess: ColumnGuess | None) -> FieldLine:
    if guess is None:
        return FieldLine(key, title, required, None, (), Certainty.SURE, GuessedBy.HEADER)
    return FieldLine(key, title, required, guess.column, guess.samples, guess.certainty, guess.by)


def openings_preview(plan: OpeningPlan, earlier: BatchSummary | None) -> Preview:
    """What balances bring in; their findings are put right in the sheet itself."""
    return Preview(
        kind=BookKind.OPENINGS,
        file_name=plan.workbook.file_name,
        importable=len(plan.figures),
        residents=0,
        party_members=0,
        new_households=0,
        new_people=0,
        same_households=0,
        grids=(),
        findings=plan.findings,
        changes=(),
        writes=any(figure.spendable or figure.base or figure.accumulated for figure in plan.figures),
        earlier=earlier,
        fixes=tuple(FixRow(finding, "", finding.row, None, ()) for finding in plan.findings),
    )


def owners_preview(
    plan: OwnerPlan, earlier: BatchSummary | None, candidates: Mapping[RowPlace, tuple[Candidate, ...]]
) -> Preview:
    """What lists of shops, units and roles bring in; `candidates` are residents whom a row may mean."""
    report = plan.report
    tables = [table for _, table in plan.lists.tables]
    facts = CureFacts({table.sheet: table for table in tables}, candidates=candidates)
    return Preview(
        kind=BookKind.OWNERS,
        file_name=plan.workbook.file_name,
        importable=report.shops + report.units,
        residents=report.roles,
        party_members=report.party_owners,
        new_households=len(report.new_owners),
        new_people=len(report.new_roles),
        same_households=report.same,
        grids=(),
        findings=report.findings,
        changes=(),
        writes=report.has_changes,
        earlier=earlier,
        fixes=tuple(_fix_rows(report.findings, tables, facts)),
    )


def roster_preview(
    plan: RosterPlan, earlier: BatchSummary | None, grids: Sequence[tuple[str, str]]
) -> Preview:
    """What a roster brings in, its findings with their cures, and sample households.

    `grids` are short code and name of those in the file.
    """
    report = plan.report
    facts = facts_of(plan.tables, plan.roster, plan.candidates, grids)
    return Preview(
        kind=BookKind.ROSTER,
        file_name=plan.workbook.file_name,
        importable=report.ready.households,
        residents=report.residents,
        party_members=report.party_members,
        new_households=len(report.new_households),
        new_people=report.new_people,
        same_households=report.same_households,
        grids=report.per_grid,
        findings=report.findings,
        changes=report.changes,
        writes=report.has_changes,
        earlier=earlier,
        fixes=tuple(_fix_rows((*report.notes, *report.findings), plan.tables, facts)),
        samples=tuple(_samples(plan)),
        left=len(reasons_of(plan)),
    )


def _fix_rows(
    findings: Iterable[Finding], tables: Iterable[FoundTable], facts: CureFacts
) -> Iterator[FixRow]:
    """Each finding with what stands in its cell, and its cures."""
    cells = {(table.sheet, row.number): row for table in tables for row in table.rows}
    for finding in findings:
        row = cells.get((finding.sheet, finding.row))
        column = _column(finding.column)
        if row is None or column is None:
            yield FixRow(finding, "", finding.row, None, cures_of(finding, facts))
            continue
        start = row.filled.get(column, row.number)
        yield FixRow(finding, row.at(column).text, start, column, cures_of(finding, facts))


def _column(letters: str) -> int | None:
    """A → 0, AA → 26; None for no letters."""
    if not letters:
        return None
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def reasons_of(plan: RosterPlan) -> Mapping[RowPlace, str]:
    """Why each row that stays out does not go in: its own findings, else those of its household.

    Rows of the dead stay out for good and are not among them; rows the clerk left out are.
    """
    said: dict[RowPlace, list[str]] = defaultdict(list)
    of_all: dict[RowPlace, list[str]] = defaultdict(list)
    for finding in plan.report.findings:
        must_fix = finding.severity is Severity.MUST_FIX
        if not finding.row or not (must_fix or finding.kind.startswith(LIVED)):
            continue
        place, sentence = (finding.sheet, finding.row), tell_code(f"finding.{finding.kind}", finding.params)
        said[place].append(sentence)
        if must_fix or finding.kind.startswith(f"{LIVED}household"):
            of_all[place].append(sentence)
    groups = plan.groups
    reasons: dict[RowPlace, str] = {}
    for place in {*said, *groups}:
        if plan.goes_in(place):
            continue
        own = said.get(place) or [
            sentence for other in groups.get(place, ()) for sentence in of_all.get(other, ())
        ]
        if own:
            reasons[place] = "".join(dict.fromkeys(own))
    for place in plan.choices.skipped:
        reasons.setdefault(place, translate("ImportPage", "您选了这一行不导入。"))
    return reasons


def _samples(plan: RosterPlan) -> Iterator[SampleHousehold]:
    """The largest household, one with a party member, the first; then others from all grids."""
    households = plan.roster.households
    grids = dict(plan.roster.grids)
    codes = _new_codes(plan)
    chosen: dict[int, RosterHousehold] = {}
    if households:
        largest = max(households, key=lambda house: len(house.people))
        with_party = next((house for house in households if any(one.party for one in house.people)), None)
        step = max(1, len(households) // _SAMPLES)
        for house in (households[0], with_party, largest, *households[step::step]):
            if house is not None:
                chosen.setdefault(id(house), house)
    for house in list(chosen.values())[:_SAMPLES]:
        yield SampleHousehold(
            code=house.code or codes.get(id(house), ""),
            head=house.head.name,
            grid=grids.get(house.grid_code, house.grid_code),
            address=house.address or house.house_number,
            members=tuple(_member(person) for person in house.people),
        )


def _new_codes(plan: RosterPlan) -> Mapping[int, str]:
    """The codes that households without one will get, told by head and size in the order of the sheets."""
    waiting: dict[tuple[str, int], list[str]] = defaultdict(list)
    for new in plan.report.new_households:
        waiting[new.head_name, new.members].append(new.code)
    found = {}
    for house in plan.roster.households:
        codes = waiting[house.head.name, len(house.people)]
        if codes:
            found[id(house)] = codes.pop(0)
    return found


def _member(person: RosterPerson) -> SampleMember:
    """Tags stay out: what is shown beside names may be seen by whoever stands at the desk."""
    facts = (
        (person.relation_word, person.sex, day_text(person.born_on) if person.born_on else ""),
        (str(person.id_number or ""), str(person.phone or "")),
        (person.residence,),
    )
    lines = ("　".join(filter(None, line)) for line in facts)
    return SampleMember(person.name, tuple(filter(None, lines)), person.party is not None)
