"""What a meeting changed: two standards line by line, matched by kind of event, case and subject."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.rules import stored_subject
from passbook_desk.features.events.values import EventKind, LimitDraft


class LineChange(StrEnum):
    """What became of a line."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line of either standard; `old` or `new` is None where it is not in that one."""

    change: LineChange
    old: LimitDraft | None
    new: LimitDraft | None

    @property
    def line(self) -> LimitDraft:
        """The line as it is, or as it was."""
        found = self.new or self.old
        assert found is not None
        return found


def compare_standards(old: Iterable[LimitDraft], new: Iterable[LimitDraft]) -> tuple[ComparedLine, ...]:
    """Every line of both, those of the new standard first in its order, then what it leaves out."""
    before, after = _by_key(old), _by_key(new)
    compared = [
        ComparedLine(_change(before.get(key), line), before.get(key), line) for key, line in after.items()
    ]
    gone = (ComparedLine(LineChange.GONE, line, None) for key, line in before.items() if key not in after)
    return (*compared, *gone)


def _by_key(lines: Iterable[LimitDraft]) -> dict[tuple[EventKind, HostingCase, str], LimitDraft]:
    return {(line.kind, line.case, stored_subject(line.measure, line.title)): line for line in lines}


def _change(old: LimitDraft | None, new: LimitDraft) -> LineChange:
    if old is None:
        return LineChange.NEW
    return LineChange.SAME if old == new else LineChange.CHANGED
