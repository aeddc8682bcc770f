from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from passbook_desk.kernel.sensitive import masked_numbers


class Severity(StrEnum):
    """What a finding asks of the clerk: put it right in the sheet, look at it, or nothing."""

    MUST_FIX = "must_fix"
    CHECK = "check"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a cell or row of a workbook. The sentence for `kind` is "finding.<kind>" in ui.kit;
    it does not repeat the address, which whoever shows it puts before it.

    `row` is the row's number in the sheet from 1 (0: the sheet as a whole), `column` its letters ("" for the
    whole row). must_fix: that cell or row is not imported; check: imported, the clerk should look; auto: put
    right without doubt. `params` fill the sentence and may hold what stands in the sheet, so they are never
    logged; ID and phone numbers in them are masked.
    """

    sheet: str
    row: int
    column: str
    severity: Severity
    kind: str
    params: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        masked = {name: masked_numbers(text) for name, text in self.params.items()}
        object.__setattr__(self, "params", masked)


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """An import as the history shows it. `number` is what the clerk undoes it by."""

    id: int
    uid: str
    number: int
    kind: str
    file_name: str
    file_sha256: str
    applied_at: datetime
    applied_by: str
    created: int
    changed: int
    undone: bool
    undone_at: datetime | None


class KeepReason(StrEnum):
    """Why undoing an import left a row as it is."""

    EDITED = "edited"
    IN_USE = "in_use"


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row that undoing left alone: its table, what it is called there, and why."""

    table: str
    uid: str
    label: str
    reason: KeepReason


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What undoing an import did: rows taken away, rows set back, rows kept.

    `withdrawn` are events of an old register: what was once reported stays on record as withdrawn. `retired`
    are goods that are off the counter again: their codes are never reused.
    """

    number: int
    removed: int
    restored: int
    kept: tuple[KeptRow, ...]
    withdrawn: int = 0
    retired: int = 0
