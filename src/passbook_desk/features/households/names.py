"""How a typed text meets the names that are stored: as written, by initials, by pinyin in every reading."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, literal, or_, select, update

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.households.finding_values import FindRank
from passbook_desk.features.households.model import Organization, Person
from passbook_desk.kernel.search import fold, initials, is_current_key, pinyin_key, readings, spelled

Named = type[Person] | type[Organization]
Way = tuple[ColumnElement[bool], FindRank]
"""A condition and how good a hit by it is."""

_DOT = "·"


@dataclass(frozen=True, slots=True)
class Ways:
    """How a text fits a row: `any` holds for all that fit and is quick, `ranked` how well, best first."""

    any: ColumnElement[bool]
    ranked: tuple[Way, ...]

    @classmethod
    def of(cls, ranked: Sequence[Way]) -> "Ways | None":
        """Ways that are each quick to try; None when there are none."""
        return cls(or_(*(condition for condition, _ in ranked)), tuple(ranked)) if ranked else None


def name_ways(named: Named, typed: str) -> Ways | None:
    """The ways in which a typed text finds a name; None for a text without letters.

    Latin letters are initials or pinyin, whole or begun; behind Han characters they go on with the name, as
    while an input method is composing (王jg, 王jianguo).
    """
    plain = "".join(sign for sign in fold(typed) if sign.isalnum())
    if not any(sign.isalpha() for sign in plain):
        return None
    letters = spelled(typed)
    begun = "".join(sign for sign in letters if not sign.isascii())
    rest = letters.removeprefix(begun)
    if len(letters) == len(plain) and rest.isascii() and rest.isalpha():
        return _behind(named, begun, rest) if begun else _by_letters(named, rest)
    stored = _plain_name(named)
    return Ways(
        func.instr(stored, plain) > 0,
        (
            (stored == plain, FindRank.NAME),
            (func.instr(stored, plain) == 1, FindRank.NAME_START),
            (func.instr(stored, plain) > 1, FindRank.NAME_PART),
        ),
    )


def _plain_name(named: Named) -> ColumnElement[str]:
    return func.lower(func.replace(named.name, _DOT, ""))


def _by_letters(named: Named, letters: str) -> Ways:
    """Stored initials and keys begin with the usual reading, the others stand behind it."""
    key, short = named.name_key, named.name_initials + literal(" ")
    spaced = literal(" ") + short
    bar = func.instr(key, "|")
    shortly, at_length = func.instr(spaced, f" {letters}") > 0, func.instr(key, f"|{letters}") > 0
    whole = or_(func.instr(spaced, f" {letters} ") > 0, func.instr(key, f"|{letters}|") > 0)
    return Ways(
        at_length | shortly,
        (
            (func.instr(short, f"{letters} ") == 1, FindRank.INITIALS),
            (func.instr(short, letters) == 1, FindRank.INITIALS_START),
            (func.instr(key, f"|{letters}|") == bar, FindRank.PINYIN),
            (func.instr(key, f"|{letters}") == bar, FindRank.PINYIN_START),
            (whole, FindRank.OTHER_READING),
            (at_length | shortly, FindRank.OTHER_READING_START),
        ),
    )


def _behind(named: Named, begun: str, rest: str) -> Ways | None:
    """Letters behind Han characters: each of these stands for one initial, or for its syllable."""
    starts = func.instr(_plain_name(named), begun) == 1
    anything = "_" * len(begun)
    shortly = (literal(" ") + named.name_initials).like(f"% {anything}{rest}%")
    at_length = or_(*(func.instr(named.name_key, f"|{reading}{rest}") > 0 for reading in readings(begun)))
    return Ways.of(
        (
            (starts & shortly, FindRank.INITIALS_START),
            (starts & at_length, FindRank.PINYIN_START),
        )
    )


def has_old_names(scope: Scope) -> bool:
    """Whether a stored name lacks its other readings, as files of the first version do."""
    return any(
        not is_current_key(key)
        for named in (Person, Organization)
        for key in scope.session.scalars(
            select(named.name_key).where(named.village_id == scope.village_id, named.name_key.not_like("%|"))
        )
    )


def renew_names(tx: Tx) -> None:
    """Make the keys and initials of all names anew: they are derived, so no digest changes by it."""
    for named in (Person, Organization):
        rows = tx.session.execute(select(named.id, named.name).where(named.village_id == tx.village_id)).all()
        fresh = [
            {"id": row.id, "name_key": pinyin_key(row.name), "name_initials": initials(row.name)}
            for row in rows
        ]
        if fresh:
            tx.session.execute(update(named), fresh)
