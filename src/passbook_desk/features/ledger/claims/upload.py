"""Bringing in what grid workers claim: a dry run that marks what is wrong, then claims for what is right."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.catalogue.errors import NoCatalogueYet
from passbook_desk.features.catalogue.values import ItemRow, ValueKind
from passbook_desk.features.households.roster.cells import Note, check, must_fix
from passbook_desk.features.intake.commands import open_batch
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.features.ledger.checking import judge
from passbook_desk.features.ledger.claims.errors import ClaimsNeedSteps
from passbook_desk.features.ledger.claims.upload_matching import (
    Items,
    Residents,
    catalogue_value,
    points_note,
)
from passbook_desk.features.ledger.claims.upload_reading import FIELDS, read_upload
from passbook_desk.features.ledger.claims.upload_values import (
    Candidate,
    SaidClaim,
    UploadChoices,
    UploadLine,
    UploadPlan,
)
from passbook_desk.features.ledger.claims.writing import open_claims
from passbook_desk.features.ledger.errors import DeedOnce, DeedTwice, LimitReached
from passbook_desk.features.ledger.recording_values import CheckedEntry, DeedEntry
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import Points
from passbook_desk.kernel.search import fold

CLAIMS_BATCH: Final = "claims"
"""The kind of batch that claims of grid workers are imported by."""
SOURCE: Final = "申报"
_BY: Final = "上报人"
_MAY_GO_IN: Final = frozenset(
    {
        "claim_item_near",
        "claim_witness_missing",
        "claim_witness_self",
        "claim_own_household",
        "claim_date_last_year",
        "claim_date_outside",
        "claim_duplicate",
    }
)
"""Problems with which the clerk may let a row in all the same."""
_BY_VALUE: Final = frozenset({"claim_sign_wrong", "claim_points_differ"})


@dataclass(slots=True)
class _Draft:
    """A row while it is judged."""

    said: SaidClaim
    notes: list[tuple[str, Note]] = field(default_factory=list)
    problem: Note | None = None
    candidates: tuple[Candidate, ...] = ()
    item: ItemRow | None = None
    account: AccountRow | None = None
    points: Points | None = None
    checked: CheckedEntry | None = None

    def note(self, column: str, note: Note | None, accepted: bool = False) -> None:
        """Remember what was noticed; the first thing that keeps the row out is its problem."""
        if note is None or (note.severity is Severity.MUST_FIX and self.problem is not None):
            return
        if note.severity is Severity.MUST_FIX and accepted and note.kind in _MAY_GO_IN:
            note = replace(note, severity=Severity.CHECK)
        self.notes.append((column, note))
        if note.severity is Severity.MUST_FIX:
            self.problem = note


def plan_upload(scope: Scope, workbook: WorkbookRows, choices: UploadChoices | None = None) -> UploadPlan:
    """Read a workbook of claims and compare it with the file. Writes nothing. Raises NoHeaderFound."""
    chosen = choices or UploadChoices()
    tables, said = read_upload(workbook, chosen, scope.today)
    drafts = _drafts(scope, said, chosen)
    _judged(scope, drafts, chosen)
    letters = {table.sheet: table for table in tables}
    lines = []
    for draft in drafts:
        found = [
            Finding(
                draft.said.sheet,
                draft.said.row,
                letters[draft.said.sheet].letters(column),
                note.severity,
                note.kind,
                note.params,
            )
            for column, note in draft.notes
        ]
        problem = next((each for each in found if each.severity is Severity.MUST_FIX), None)
        kind = "" if problem is None else problem.kind
        lines.append(
            UploadLine(
                said=draft.said,
                findings=tuple(found),
                problem=problem,
                account=draft.account,
                item=draft.item,
                points=draft.points,
                checked=draft.checked,
                acceptable=kind in _MAY_GO_IN,
                settled_by_value=kind in _BY_VALUE and draft.item is not None,
                candidates=draft.candidates,
            )
        )
    decided = policy(scope)
    return UploadPlan(
        workbook=workbook,
        tables=tables,
        mapping="；".join(f"{table.sheet}：{table.described(FIELDS)}" for table in tables),
        lines=tuple(lines),
        choices=chosen,
        needs_steps=not (decided.first_check or decided.review),
    )


def _drafts(scope: Scope, said: Sequence[SaidClaim], chosen: UploadChoices) -> list[_Draft]:
    residents, items = Residents(scope), Items(scope)
    drafts = []
    for each in said:
        draft = _Draft(each)
        accepted = each.place in chosen.accepted
        _read_day(draft, scope, accepted)
        _read_item(draft, items, chosen, accepted)
        _read_household(draft, residents, chosen, accepted)
        drafts.append(draft)
    return drafts


def _read_day(draft: _Draft, scope: Scope, accepted: bool) -> None:
    said, day = draft.said, draft.said.day
    if day is None:
        draft.note("day", must_fix("claim_date_invalid", said=said.day_text))
    elif day > scope.today:
        draft.note("day", must_fix("claim_date_future", said=said.day_text))
    elif said.month is not None and (day.year, day.month) != said.month:
        last_year = day.month == said.month[1] and day.year < said.month[0]
        kind = "claim_date_last_year" if last_year else "claim_date_outside"
        title = f"{said.month[0]}年{said.month[1]}月"
        draft.note("day", must_fix(kind, said=said.day_text, title=title), accepted)


def _read_item(draft: _Draft, items: Items, chosen: UploadChoices, accepted: bool) -> None:
    said = draft.said
    if said.day is None:
        return
    which = items.which(said.item, said.day, said.points)
    draft.item, draft.points = which.item, said.points
    draft.note("item", which.note, accepted)
    if which.item is None:
        return
    wrong = points_note(which.item, said.points, said.points_text)
    if wrong is not None and said.place in chosen.as_catalogue:
        value = catalogue_value(which.item, said.points)
        if value is not None:
            draft.points = value
            draft.note("points", check("claim_as_catalogue", said=said.points_text, worth=str(value)))
            return
    draft.note("points", wrong)


def _read_household(draft: _Draft, residents: Residents, chosen: UploadChoices, accepted: bool) -> None:
    said = draft.said
    whose = residents.whose(said, chosen.households.get(said.place))
    draft.note("code" if said.code else "head", whose.note)
    draft.candidates = whose.candidates
    if whose.household is None:
        return
    if draft.item is not None:
        draft.account, note = residents.book(said, whose.household, draft.item)
        draft.note("head", note)
    if not said.witness:
        draft.note("witness", must_fix("claim_witness_missing"), accepted)
    elif fold(said.witness) == fold(said.head):
        draft.note("witness", must_fix("claim_witness_self", name=said.witness), accepted)
    if said.by and residents.member_named(whose.household.id, said.by):
        draft.note("by", must_fix("claim_own_household", name=said.by), accepted)


def _judged(scope: Scope, drafts: Sequence[_Draft], chosen: UploadChoices) -> None:
    """Ask the rules of entry for every row that nothing else keeps out; earlier rows count for later ones."""
    able = [draft for draft in drafts if draft.problem is None]
    entries = [_entry(draft, again=draft.said.place in chosen.accepted) for draft in able]
    for draft, judged in zip(able, judge(scope, entries), strict=True):
        problem = judged.verdict.problem
        if problem is not None:
            draft.note("points", _note_of(problem, draft.points))
        elif judged.verdict.same_day is not None and draft.said.place not in chosen.accepted:
            draft.note("item", must_fix("claim_duplicate"))
        if draft.problem is None:
            draft.checked = judged.checked


def _entry(draft: _Draft, *, again: bool) -> DeedEntry:
    said = draft.said
    assert said.day is not None
    assert draft.item is not None
    assert draft.account is not None
    return DeedEntry(
        account_id=draft.account.id,
        item_code=draft.item.code,
        occurred_on=said.day,
        quantity=_units(draft.item, draft.points),
        points=draft.points,
        memo=said.memo,
        witness=said.witness,
        evidence=f"{_BY}{said.by}" if said.by else "",
        again=again,
    )


def _units(item: ItemRow, points: Points | None) -> int:
    """How many units the points of a row are worth; points_note has seen that they are whole ones."""
    if item.value_kind is not ValueKind.PER_UNIT or points is None:
        return 1
    return points.hundredths // item.least.hundredths


def _note_of(problem: UserError, points: Points | None) -> Note:
    """A refusal of the rules of entry as a finding."""
    if isinstance(problem, DeedTwice | DeedOnce):
        return must_fix("claim_duplicate")
    words = {name: str(value) for name, value in problem.params.items()}
    if isinstance(problem, LimitReached):
        return must_fix("claim_over_cap", said=str(points or ""), **words)
    if isinstance(problem, NoCatalogueYet):
        return must_fix("claim_no_catalogue")
    return must_fix("claim_refused", **words)


def apply_upload(tx: Tx, plan: UploadPlan) -> UploadPlan:
    """Open a claim for every row that is right, as one batch; compares with the file once more.

    Writes nothing, not even a batch, when no row is right. Raises NotAllowed, ClaimsNeedSteps.
    """
    tx.require(Act.IMPORT)
    fresh = plan_upload(tx, plan.workbook, plan.choices)
    if fresh.needs_steps:
        raise ClaimsNeedSteps
    entries = [line.checked for line in fresh.ready if line.checked is not None]
    if not entries:
        return fresh
    batch = open_batch(tx, CLAIMS_BATCH, fresh.workbook, fresh.mapping)
    open_claims(tx, batch.row.uid, entries, source=SOURCE, batch_id=batch.row.id)
    batch.seal()
    return replace(fresh, batch=batch.number)
