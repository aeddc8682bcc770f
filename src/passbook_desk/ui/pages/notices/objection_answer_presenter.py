"""Answering an objection: what the book holds, what is taken back, what is right, and what it comes to."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, Protocol

from passbook_desk.features.catalogue.rules import check_points
from passbook_desk.features.ledger.claims.queries import claims_by_id
from passbook_desk.features.ledger.claims.rules import has_steps
from passbook_desk.features.ledger.claims.values import ClaimRow
from passbook_desk.features.ledger.errors import DeedTwice, OtherBookToo
from passbook_desk.features.ledger.finding import find_accounts
from passbook_desk.features.ledger.queries import accounts_by_id, lines
from passbook_desk.features.ledger.recording_values import DeedEntry
from passbook_desk.features.ledger.values import AccountRow, LineKind, LineRow
from passbook_desk.features.notices.objections.commands import resolve_objection
from passbook_desk.features.notices.objections.errors import NothingCorrected, PaperMissing
from passbook_desk.features.notices.objections.queries import objection_card
from passbook_desk.features.notices.objections.values import (
    ObjectionCard,
    ObjectionOutcome,
    ResolveObjection,
)
from passbook_desk.features.notices.queries import notice_card
from passbook_desk.features.notices.values import NoticeContent
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.shell.choices import ItemChoice, fits, item_choices, matching

_MOST_BOOKS: Final = 30


class Place(StrEnum):
    """Where a line of the book stands to the notice."""

    BEFORE = "before"
    ON = "on"
    AFTER = "after"
    HANGING = "hanging"
    """Not in the book yet: a deed that hangs with the notice."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What may have to be taken back: a ledger line, or a deed that hangs and must not count."""

    place: Place
    day: date
    item_code: str
    item_text: str
    points: Points
    seq: int = 0
    claim_id: int = 0
    reversed_by: int | None = None
    reverses: int | None = None

    @property
    def open(self) -> bool:
        """Whether it can be taken back: it is no reversal and nobody took it back before."""
        return self.reversed_by is None and self.reverses is None


@dataclass(frozen=True, slots=True)
class Right:
    """A deed that should have been entered, and what it gives or takes."""

    choice: ItemChoice
    occurred_on: date
    points: Points
    entry: DeedEntry


@dataclass(frozen=True, slots=True)
class Standing:
    """An objection that waits for its answer. `book` is None while nobody has said whose book is meant."""

    card: ObjectionCard
    content: NoticeContent
    book: AccountRow | None
    wrongs: tuple[Wrong, ...]
    steps: bool
    """The village has steps of review: a correction names the signed paper."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer would do: points taken back, entered, and kept from counting."""

    reversed: Points
    entered: Points
    kept_out: Points
    any: bool

    @property
    def change(self) -> Points:
        """By how much the book changes."""
        return self.reversed + self.entered


class AnswerView(Protocol):
    def show_standing(self, found: Standing) -> None: ...
    def show_items(self, choices: Sequence[ItemChoice]) -> None: ...
    def show_books(self, books: Sequence[AccountRow]) -> None: ...
    def show_rights(self, rights: Sequence[Right]) -> None: ...
    def ask_again(self, error: UserError, sure: Callable[[], None]) -> None:
        """A deed is in the book already; `sure` enters it all the same."""
        ...

    def show_answered(self, card: ObjectionCard) -> None: ...
    def show_refusal(self, error: BaseException) -> None: ...


class AnswerPresenter:
    """One answer while it is made; then it is kept, with its correction in the same act."""

    def __init__(self, desk: Desk, view: AnswerView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._uid, self._objection_id = new_uid(), 0
        self._standing: Standing | None = None
        self._choices: tuple[ItemChoice, ...] = ()
        self._day: date | None = None
        self._rights: list[Right] = []
        self._asked = 0

    def begin(self, objection_id: int) -> None:
        """Open the answer to an objection (its identity is made now, DECISIONS 15)."""
        self._uid, self._objection_id, self._rights = new_uid(), objection_id, []
        self._standing = None
        self._read(None)

    def resume(self) -> None:
        """The clerk is back with the same answer: what the book holds is read anew."""
        self._read(None if self._standing is None else self._standing.book)

    def choose_book(self, book: AccountRow) -> None:
        """Of an objection to the sheet as a whole: whose book is corrected."""
        self._rights = []
        self._view.show_rights(())
        self._read(book)

    def find_books(self, text: str) -> None:
        """Books that a text may mean; answers to earlier texts are dropped."""
        self._asked += 1
        asked = self._asked

        def done(found: Sequence[AccountRow]) -> None:
            if asked == self._asked:
                self._view.show_books(found)

        self._ask(lambda scope: find_accounts(scope, text, _MOST_BOOKS), done)

    def choose_day(self, day: date | None) -> None:
        """The items that were in force on a day, of those the book can have."""
        self._day = day
        if day is None:
            return

        def done(found: tuple[ItemChoice, ...]) -> None:
            if day == self._day:
                self._choices = found
                self._view.show_items(self.items(""))

        self._ask(lambda scope: item_choices(scope, day), done)

    def items(self, text: str) -> tuple[ItemChoice, ...]:
        """The items that a text may mean."""
        book = None if self._standing is None else self._standing.book
        usable = [each for each in self._choices if book is None or fits(each.item, book)]
        return matching(usable, text)

    def add(self, choice: ItemChoice, points: Points | None, quantity: int) -> None:
        """One more deed that should have been entered on the day chosen.

        Raises what catalogue.rules.check_points raises.
        """
        standing, day = self._standing, self._day
        if standing is None or standing.book is None or day is None:
            return
        given = choice.signed(points)
        worth = check_points(choice.item, given, quantity)
        entry = DeedEntry(
            account_id=standing.book.id,
            item_code=choice.item.code,
            occurred_on=day,
            quantity=quantity,
            points=given,
            memo=standing.card.row.shown_number,
        )
        self._rights.append(Right(choice, day, worth, entry))
        self._view.show_rights(self._rights)

    def drop(self, number: int) -> None:
        """Take a right deed out again, by its place."""
        del self._rights[number]
        self._view.show_rights(self._rights)

    def effect(self, wrongs: Collection[Wrong]) -> Effect:
        """What taking these back and entering the right deeds comes to."""
        taken = sum((each.points for each in wrongs if each.seq), ZERO)
        kept_out = sum((each.points for each in wrongs if each.claim_id), ZERO)
        entered = sum((each.points for each in self._rights), ZERO)
        return Effect(-taken, entered, kept_out, bool(wrongs) or bool(self._rights))

    def check(self, outcome: ObjectionOutcome, wrongs: Collection[Wrong], paper_ref: str) -> None:
        """Say before asking what the answer would be refused for. Raises NothingCorrected, PaperMissing."""
        standing = self._standing
        if standing is None or outcome is ObjectionOutcome.UPHELD:
            return
        if not wrongs and not self._rights:
            raise NothingCorrected(number=standing.card.row.shown_number)
        if standing.steps and not paper_ref.strip():
            raise PaperMissing(field="paper_ref")

    def answer(
        self, outcome: ObjectionOutcome, wrongs: Collection[Wrong], words: str, paper_ref: str
    ) -> None:
        """Keep the answer; a second call finds the first."""
        corrects = outcome is ObjectionOutcome.CORRECTED
        self._send(
            ResolveObjection(
                uid=self._uid,
                objection_id=self._objection_id,
                outcome=outcome,
                words=words,
                paper_ref=paper_ref,
                reverse_seqs=tuple(each.seq for each in wrongs if each.seq and corrects),
                deeds=tuple(each.entry for each in self._rights if corrects),
                reject_claims=tuple(each.claim_id for each in wrongs if each.claim_id and corrects),
            )
        )

    def _send(self, command: ResolveObjection) -> None:
        def write(tx: Any) -> ObjectionCard:
            resolve_objection(tx, command)
            return objection_card(tx, command.objection_id)

        def failed(error: BaseException) -> None:
            if isinstance(error, DeedTwice | OtherBookToo):
                row = int(str(error.params["row"]))
                self._view.ask_again(error, lambda: self._send(_again(command, row)))
            else:
                self._view.show_refusal(error)

        self._jobs.desk(lambda: self._desk.do(write), self._view.show_answered, failed)

    def _read(self, book: AccountRow | None) -> None:
        objection_id = self._objection_id

        def done(found: Standing) -> None:
            if objection_id == self._objection_id:
                self._standing = found
                self._view.show_standing(found)

        self._ask(lambda scope: _standing(scope, objection_id, book), done)

    def _ask(self, query: Callable[[Any], Any], show: Callable[[Any], None]) -> None:
        self._jobs.desk(lambda: self._desk.ask(query), show, self._view.show_refusal)


def _standing(scope: Any, objection_id: int, book: AccountRow | None) -> Standing:
    card = objection_card(scope, objection_id)
    content = notice_card(scope, card.row.notice_number).content
    if book is None and card.account_id is not None:
        book = accounts_by_id(scope, (card.account_id,), closed_too=True).get(card.account_id)
    hanging = [_hanging(claim) for claim in claims_by_id(scope, card.claim_ids)]
    kept = () if book is None else lines(scope, book.id)
    wrongs = (*hanging, *(_line(line, content) for line in reversed(kept)))
    return Standing(card, content, book, wrongs, has_steps(policy(scope)))


def _hanging(claim: ClaimRow) -> Wrong:
    return Wrong(
        Place.HANGING, claim.occurred_on, claim.item_code, claim.item_text, claim.points, claim_id=claim.id
    )


def _line(line: LineRow, content: NoticeContent) -> Wrong:
    place = Place.ON
    if line.counted_on < content.first_on:
        place = Place.BEFORE
    elif line.counted_on > content.last_on or line.seq > content.cut_off_seq:
        place = Place.AFTER
    return Wrong(
        place,
        line.occurred_on,
        line.item_code,
        line.item_text,
        line.points,
        seq=line.seq,
        reversed_by=line.reversed_by_seq,
        reverses=line.reverses_seq if line.kind is LineKind.REVERSAL else None,
    )


def _again(command: ResolveObjection, row: int) -> ResolveObjection:
    """The same answer, with one deed confirmed that is in a book already."""
    deeds = (replace(deed, again=deed.again or place == row) for place, deed in enumerate(command.deeds))
    return replace(command, deeds=tuple(deeds))
