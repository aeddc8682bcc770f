from collections.abc import Iterator
from typing import Any, Protocol

from passbook_desk.features.catalogue.comparing import ChangeKind, Compared, ComparedItem, compare
from passbook_desk.features.catalogue.drafts import kept_draft
from passbook_desk.features.catalogue.queries import versions
from passbook_desk.features.catalogue.values import Draft, KeptDraft, VersionRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.catalogue.compare_values import ChangeLine, Choice, CompareShown
from passbook_desk.ui.pages.catalogue.words import holders_text, worth_text

DRAFT = 0
"""The number by which the draft is chosen."""


class CompareView(Protocol):
    def show_comparison(self, shown: CompareShown | None) -> None:
        """None while there are not two catalogues to compare."""
        ...

    def show_problem(self, error: BaseException) -> None: ...


class ComparePresenter:
    """Which two catalogues stand side by side."""

    def __init__(self, desk: Desk, view: CompareView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._versions: tuple[VersionRow, ...] = ()
        self._kept: KeptDraft | None = None
        self._old: int | None = None
        self._new: int | None = None

    def load(self, old: int | None = None, new: int | None = None) -> None:
        """Read all versions and the draft; compare these two, else the newest with the one before."""
        self._old, self._new = old, new

        def read(scope: Any) -> tuple[tuple[VersionRow, ...], KeptDraft | None]:
            return versions(scope), kept_draft(scope)

        self._jobs.desk(lambda: self._desk.ask(read), self._take, self._view.show_problem)

    def choose(self, old: int, new: int) -> None:
        """Compare another two."""
        self._old, self._new = old, new
        self._show()

    def _take(self, found: tuple[tuple[VersionRow, ...], KeptDraft | None]) -> None:
        self._versions, self._kept = found
        self._show()

    def _show(self) -> None:
        numbers = [version.number for version in self._versions]
        choices = [DRAFT, *numbers] if self._kept is not None else numbers
        if len(choices) < 2:
            self._view.show_comparison(None)
            return
        new = self._new if self._new in choices else choices[0]
        older = [number for number in numbers if number != new]
        old = self._old if self._old in older else older[0]
        compared = compare(self._version(old), self._one(new))
        today = self._clock.today()
        in_force = next((one.number for one in self._versions if one.effective_from <= today), None)
        self._view.show_comparison(
            CompareShown(
                tuple(Choice(number, number == in_force) for number in choices),
                old,
                new,
                compared,
                tuple(_lines(compared)),
            )
        )

    def _version(self, number: int) -> VersionRow:
        return next(version for version in self._versions if version.number == number)

    def _one(self, number: int) -> VersionRow | Draft:
        if number == DRAFT and self._kept is not None:
            return self._kept.draft
        return self._version(number)


def _lines(compared: Compared) -> Iterator[ChangeLine]:
    for item in compared.items:
        yield from _item_lines(item)
    for words in compared.limits_gone:
        yield ChangeLine("", words, ChangeKind.OFF, None, words, "")
    for words in compared.limits_come:
        yield ChangeLine("", words, ChangeKind.NEW, None, "", words)


def _item_lines(compared: ComparedItem) -> Iterator[ChangeLine]:
    item, kind = compared.item, compared.kind
    if kind is ChangeKind.NEW:
        told = "　".join(filter(None, (worth_text(item), item.unit, item.cap, holders_text(item))))
        yield ChangeLine(compared.code, item.name, kind, None, "", told)
    elif kind is ChangeKind.SAME:
        yield ChangeLine(compared.code, item.name, kind, None, worth_text(item), worth_text(item))
    for change in compared.changes:
        yield ChangeLine(compared.code, item.name, kind, change.part, change.old, change.new)
