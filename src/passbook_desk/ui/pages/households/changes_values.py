"""What the pages of a split, a merge and a de-registration show and give back."""

from collections.abc import Sequence
from dataclasses import dataclass

from passbook_desk.features.household_changes.values import BookChange, PointsWay
from passbook_desk.features.households.life.relation_change import Past, relations_after
from passbook_desk.features.households.life.steps import Kinship
from passbook_desk.features.households.values import HouseholdCard, PersonRow
from passbook_desk.features.ledger.transfers import Figures
from passbook_desk.features.village.policy import MergeRule, SplitRule
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.pages.households.life_values import PlaceChoice, RelationLine

WAY_WORDS = {
    PointsWay.STAY: QT_TRANSLATE_NOOP("Changes", "都留在原来的存折"),
    PointsWay.HEADS: QT_TRANSLATE_NOOP("Changes", "按人头分"),
    PointsWay.AMOUNT: QT_TRANSLATE_NOOP("Changes", "按商量好的数分"),
    PointsWay.MOVE: QT_TRANSLATE_NOOP("Changes", "全部转过去"),
    PointsWay.FREEZE: QT_TRANSLATE_NOOP("Changes", "先冻结，商量好再转"),
}
SPLIT_WAYS = (PointsWay.STAY, PointsWay.HEADS, PointsWay.AMOUNT, PointsWay.FREEZE)
MERGE_WAYS = (PointsWay.MOVE, PointsWay.AMOUNT, PointsWay.FREEZE)
END_WAYS = (PointsWay.FREEZE, PointsWay.MOVE, PointsWay.AMOUNT, PointsWay.STAY)


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """The household that changes, where a new one can live, and what the village decided about points."""

    card: HouseholdCard
    places: tuple[PlaceChoice, ...]
    kinship: Kinship
    split_rule: SplitRule = SplitRule.ASK
    merge_rule: MergeRule = MergeRule.ASK


@dataclass(frozen=True, slots=True)
class BookLine:
    """A book before and after, or the sum of all of them (`is_sum`)."""

    household: str
    number: str
    before: Figures
    after: Figures
    closed: bool
    is_sum: bool = False


def book_lines(books: Sequence[BookChange], new_word: str) -> tuple[BookLine, ...]:
    """The books, then their sum; `new_word` stands for the household and the number that are yet to come."""
    lines = [
        BookLine(
            book.household_code or new_word, book.number or new_word, book.before, book.after, book.closed
        )
        for book in books
    ]
    before, after = Figures(), Figures()
    for line in lines:
        before, after = before + line.before, after + line.after
    return (*lines, BookLine("", "", before, after, closed=False, is_sum=True)) if lines else ()


def fresh_base(books: Sequence[BookChange]) -> Points:
    """Base points that books opened by the act are given: what the sum after is more than before."""
    total = ZERO
    for book in books:
        total = total + book.after.base - book.before.base
    return total


def split_relations(
    people: Sequence[PersonRow],
    kinship: Kinship,
    going: frozenset[int],
    head_id: int,
    old_head_id: int | None,
) -> tuple[RelationLine, ...]:
    """What everybody becomes in a split: those who go to the new head, those who stay if theirs changes."""
    old = next((person for person in people if person.is_head), None)
    if old is None or head_id not in going:
        return ()
    lines = _to_new_head([person for person in people if person.id in going], kinship, old, head_id)
    if old.id in going and old_head_id is not None and old_head_id not in going:
        staying = [person for person in people if person.id not in going]
        lines += _to_new_head(staying, kinship, old, old_head_id)
    return lines


def _to_new_head(
    people: Sequence[PersonRow], kinship: Kinship, old: PersonRow, new_head_id: int
) -> tuple[RelationLine, ...]:
    kin = {person.id: kinship.kin[person.id] for person in people}
    if old.id == new_head_id:
        found = {person.id: (kin[person.id].code, bool(kin[person.id].code)) for person in people}
    else:
        others = tuple(one for key, one in kinship.kin.items() if key not in kin)
        past = Past((*others, *kinship.past.others), kinship.past.settled)
        told = relations_after(list(kin.values()), kinship.kin[old.id], new_head_id, past=past)
        found = {key: (relation.code, relation.sure) for key, relation in told.items()}
    return tuple(
        RelationLine(person.id, person.name, person.relation_word, *found[person.id])
        for person in people
        if person.id != new_head_id
    )


def joining_lines(people: Sequence[PersonRow]) -> tuple[RelationLine, ...]:
    """Everybody of a household that is merged; what each becomes there is for the clerk to say."""
    return tuple(
        RelationLine(person.id, person.name, person.relation_word, "", sure=False) for person in people
    )
