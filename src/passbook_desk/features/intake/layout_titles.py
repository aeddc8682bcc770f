"""How well a column's title names a field: as a whole, in part, or together with the line above it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from passbook_desk.features.intake.table import FieldSpec, plain_title

WHOLE_PATH: Final = 1.05
WHOLE: Final = 1.0
_WITHOUT_ASIDE: Final = 0.96
_ONE_OF_SEVERAL: Final = 0.92
_UPPER_LINE: Final = 0.7
_ENDS: Final = 0.72
_BEGINS: Final = 0.62
"""The last word of a title says what it is (成员称谓 is a 称谓), the words before only whose."""
_WITHIN: Final = 0.55
_LENGTH_BONUS: Final = 0.1
SHORTENED: Final = 0.45
"""院落号 is 院号 with a character between: it counts where the cells agree."""
_SIMILAR: Final = 0.4
_MOSTLY_SAME: Final = 0.66
_LONGEST_SHORTENED: Final = 3
_SHORT: Final = 4
_OWN_CHARACTER: Final = 0.3
"""A short title over free text with a character that only such titles have: 批注 as 备注."""
AVOIDED: Final = -1.0
EXACT: Final = 0.9
"""From this strength on the title is one of the field's own."""

_ASIDES: Final = re.compile(r"[(（\[【<《].*?(?:[)）\]】>》]|$)")
_SEVERAL: Final = re.compile(r"[/／、|｜,，;；\n]|或者?")
_GROUP_ENDS: Final = re.compile(r"(?:基本)?(?:信息|情况|资料)$")

Path = tuple[str, ...]
"""What stands above a column, from the upper line of the header to the lower."""


class Titles:
    """The titles of all fields of a table, ready to be compared; answers are kept per title."""

    def __init__(self, specs: Sequence[FieldSpec]) -> None:
        self.specs = tuple(specs)
        self._exact: dict[str, list[str]] = {}
        self._words: list[tuple[str, tuple[str, ...]]] = []
        self._avoid = {spec.key: tuple(map(plain_title, spec.avoid)) for spec in specs}
        self._avoid_heads()
        for spec in specs:
            titles = tuple(dict.fromkeys(map(plain_title, (spec.title, *spec.synonyms))))
            self._words.append((spec.key, tuple(title for title in titles if len(title) > 1)))
            for title in titles:
                self._exact.setdefault(title, []).append(spec.key)
        characters = Counter(char for _, words in self._words for char in frozenset("".join(words)))
        free = {spec.key for spec in specs if spec.looks is None}
        self._own = {
            key: frozenset(char for char in "".join(words) if characters[char] == 1 and key in free)
            for key, words in self._words
        }
        self._known: dict[Path, Mapping[str, float]] = {}

    def _avoid_heads(self) -> None:
        """What is not the head's own (户主电话) is not his under another word either (家长电话)."""
        instead = {spec.instead for spec in self.specs if spec.instead}
        for head in (spec for spec in self.specs if spec.key in instead):
            words = tuple(map(plain_title, (head.title, *head.synonyms)))
            for key, avoided in self._avoid.items():
                if key != head.key and any(word in avoided for word in words):
                    self._avoid[key] = tuple(dict.fromkeys((*avoided, *words)))

    def exact(self, text: str) -> Sequence[str]:
        """The keys of the fields that bear this very title."""
        return self._exact.get(plain_title(text), ())

    def ends_as_title(self, plain: str) -> bool:
        """A text without spaces and punctuation ends with a title of more than one character."""
        return any(plain.endswith(title) for _, titles in self._words for title in titles)

    def strengths(self, path: Path) -> Mapping[str, float]:
        """How strongly a title names each field, 0.5 … 1.05; AVOIDED where it names something else."""
        known = self._known.get(path)
        if known is None:
            known = self._known[path] = self._find(path)
        return known

    def _find(self, path: Path) -> Mapping[str, float]:
        if not path:
            return {}
        found: dict[str, float] = {}
        leaf = path[-1]
        plain, parent = plain_title(leaf), plain_title("".join(path[:-1]))
        self._put(found, self._exact.get(parent + plain, ()) if parent else (), WHOLE_PATH)
        bare = plain_title(_ASIDES.sub("", leaf)) or plain
        group = plain_title(_GROUP_ENDS.sub("", parent)) if parent else ""
        for key, avoided in self._avoid.items():
            if key not in found and (
                group in avoided
                or (key not in self._exact.get(plain, ()) and any(word in bare for word in avoided))
            ):
                found[key] = AVOIDED
        self._put(found, self._exact.get(plain, ()), WHOLE)
        self._put(found, self._exact.get(plain_title(_ASIDES.sub("", leaf)), ()), _WITHOUT_ASIDE)
        for part in _SEVERAL.split(leaf):
            self._put(found, self._exact.get(plain_title(part), ()), _ONE_OF_SEVERAL)
        if len(path) > 1:
            self._put(found, self._exact.get(plain_title(path[-2]), ()), _UPPER_LINE)
        self._put_parts(found, plain)
        if max(found.values(), default=0.0) >= EXACT:  # titles over the wrong columns are no others' columns
            found = {key: strength for key, strength in found.items() if strength > 0}
        return found

    @staticmethod
    def _put(found: dict[str, float], keys: Sequence[str], strength: float) -> None:
        for key in keys:
            found.setdefault(key, strength)

    def _put_parts(self, found: dict[str, float], plain: str) -> None:
        for key, titles in self._words:
            if key in found or not plain:
                continue
            best = 0.0
            for title in titles:
                if title not in plain:
                    continue
                worth = _ENDS if plain.endswith(title) else _BEGINS if plain.startswith(title) else _WITHIN
                best = max(best, worth + _LENGTH_BONUS * len(title) / len(plain))
            if not best:
                best = max((_likeness(title, plain) for title in titles), default=0.0)
            if not best and len(plain) <= _SHORT and self._own[key].intersection(plain):
                best = _OWN_CHARACTER
            if best:
                found[key] = best


def _likeness(title: str, plain: str) -> float:
    """How alike two short titles are that do not hold each other, by their characters."""
    if title[0] == plain[0] and title[-1] == plain[-1] and len(plain) <= _LONGEST_SHORTENED * len(title):
        rest = iter(plain)
        if all(char in rest for char in title):
            return SHORTENED
    same = sum((Counter(title) & Counter(plain)).values())
    return _SIMILAR if 2 * same >= _MOSTLY_SAME * (len(title) + len(plain)) else 0.0
