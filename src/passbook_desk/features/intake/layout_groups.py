"""People side by side in one row: members to the right of their head, or several panels of one list."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from passbook_desk.features.intake.layout_headers import Header
from passbook_desk.features.intake.layout_titles import Path, Titles
from passbook_desk.features.intake.looks import Looks
from passbook_desk.features.intake.table import FieldSpec, plain_title

_HEAD: Final = "户主"
_ORDINAL: Final = r"[1-9]\d?|十?[一二三四五六七八九十]"
_PEOPLE: Final = "家庭成员|家庭人口|成员|人员|家属|家人|人口|共同居住人|同住人|子女|儿女|孩子|小孩"
_KIN: Final = (
    "配偶|妻子|丈夫|爱人|老伴|父亲|母亲|长子|次子|三子|四子|长女|次女|三女|四女|儿子|女儿|儿媳妇|儿媳|女婿"
    "|孙子|孙女|公公|婆婆|岳父|岳母|祖父|祖母|子女|儿女|孩子"
)
_LABEL: Final = re.compile(
    rf"(?:第?({_ORDINAL})(?:个|位|名|号)?)?({_HEAD}|{_PEOPLE}|{_KIN})((?:{_ORDINAL})(?!代))?(?:的|之|本人)?(.*)"
)
_GROUP_ENDS: Final = re.compile(r"(?:基本)?(?:信息|情况|资料)$")
_NUMBERED_LEAF: Final = re.compile(rf"(\D+?)({_ORDINAL})")
_IS_KIN: Final = re.compile(_KIN)
_HOW_MANY: Final = range(2, 31)
"""So many people or panels may stand side by side."""


@dataclass(frozen=True, slots=True)
class Group:
    """People's columns that stand together: by field key, all of them, and the relation their title tells."""

    columns: Mapping[str, int]
    whole: frozenset[int]
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Groups:
    """How a header puts people side by side.

    `base` is the header without the groups, 户主身份证号 in it as 身份证号. `panels`: the groups are the same
    list several times and share nothing; otherwise they are members of the row's household.
    """

    base: Header
    groups: tuple[Group, ...]
    panels: bool = False


@dataclass(frozen=True, slots=True)
class _Titled:
    """A column's title taken apart: whom it is about, and which field of his."""

    column: int
    label: str
    key: str
    leaf: str


def find_groups(header: Header, titles: Titles) -> Groups:
    """Take a header apart into the columns of the row and those of people side by side (often none)."""
    main = next((spec for spec in titles.specs if spec.required), None)
    if main is None:
        return Groups(header, ())
    columns = [_taken_apart(column, path, titles, main) for column, path in sorted(header.paths.items())]
    labelled = _labelled(header, columns, titles, main)
    if labelled is not None:
        return labelled
    for key in (main.key, main.instead):
        repeated = _repeated(header, columns, titles, main, key) if key else None
        if repeated is not None:
            return repeated
    uneven = _uneven(header, columns, titles, main)
    return uneven or Groups(_about_head(header, _heads_own(columns, titles, main), main), ())


def _taken_apart(column: int, path: Path, titles: Titles, main: FieldSpec) -> _Titled:
    leaf = plain_title(path[-1])
    if len(path) > 1:
        parent = plain_title(_GROUP_ENDS.sub("", plain_title(path[-2])))
        label, rest = _label(parent)
        key = _key((path[-1],), titles)
        if label and not rest and key:
            return _Titled(column, label, _of_head(label, key, main), path[-1])
    if not titles.exact(leaf):
        label, rest = _label(leaf)
        key = _key((rest,), titles) if rest else main.key
        if label and key:
            return _Titled(column, label, _of_head(label, key, main), rest)
        numbered = _NUMBERED_LEAF.fullmatch(leaf)
        if numbered and titles.exact(numbered[1]):
            return _Titled(column, numbered[2], titles.exact(numbered[1])[0], numbered[1])
    elif leaf.startswith(_HEAD) and titles.exact(leaf.removeprefix(_HEAD)):
        key = titles.exact(leaf.removeprefix(_HEAD))[0]
        return _Titled(column, _HEAD, _of_head(_HEAD, key, main), leaf.removeprefix(_HEAD))
    return _Titled(column, "", _key(path, titles), path[-1])


def _of_head(label: str, key: str, main: FieldSpec) -> str:
    """The head's name is a field of its own."""
    return main.instead if label == _HEAD and key == main.key and main.instead else key


def _label(text: str) -> tuple[str, str]:
    """配偶姓名 → 配偶, 姓名; 第2个成员 → 成员2, ""; "" for a title about nobody in particular."""
    found = _LABEL.fullmatch(text)
    if found is None:
        return "", ""
    before, who, after, rest = found.groups()
    if who == _HEAD:
        return who, (after or "") + rest
    ordinal = before or after or ""
    if not ordinal and not _IS_KIN.fullmatch(who):
        return "", ""
    return who + ordinal, rest


def _key(path: Path, titles: Titles) -> str:
    strengths = titles.strengths(path)
    best = max(strengths, key=lambda key: strengths[key], default="")
    return best if best and strengths[best] > 0 else ""


def _labelled(header: Header, columns: Sequence[_Titled], titles: Titles, main: FieldSpec) -> Groups | None:
    """成员1姓名 成员1身份证 成员2姓名 …, or the same under 成员一 成员二, or 配偶姓名 子女1姓名 …"""
    labels: dict[str, dict[str, int]] = {}
    for column in columns:
        if column.label and column.label != _HEAD and column.key:
            labels.setdefault(column.label, {}).setdefault(column.key, column.column)
    groups = {label: keys for label, keys in labels.items() if main.key in keys}
    plain = {column.key for column in columns if not column.label or column.key == main.instead}
    long = {main.instead, *(spec.key for spec in titles.specs if spec.looks is Looks.RELATION)}
    numbered = sum(1 for label in groups if re.search(_ORDINAL, _IS_KIN.sub("", label)))
    if len(groups) >= _HOW_MANY.stop or not groups or (numbered < 2 and main.key in plain and plain & long):
        return None
    _add_by_place(columns, groups, titles, main)
    base = _about_head(
        header, columns, main, {column for keys in groups.values() for column in keys.values()}
    )
    found = (Group(keys, frozenset(keys.values()), _relation(label)) for label, keys in groups.items())
    return Groups(base, tuple(found))


def _add_by_place(
    columns: Sequence[_Titled], groups: Mapping[str, dict[str, int]], titles: Titles, main: FieldSpec
) -> None:
    """户主 身份证号 成员1 关系 身份证号 成员2 关系 身份证号: what is not labelled is of whom it stands with.

    Only what a single person can have and what the header says more than once is taken so.
    """
    where = {keys[main.key]: label for label, keys in groups.items()}
    places = [place for place, column in enumerate(columns) if column.column in where]
    shared = {spec.key for spec in titles.specs if spec.shared} | {"", main.key, main.instead}
    often = Counter(column.key for column in columns)
    relation = next((spec.key for spec in titles.specs if spec.looks is Looks.RELATION), "")
    for place, block in zip(places, _blocks(columns, places), strict=True):
        keys = groups[where[columns[place].column]]
        for column in block:
            free = not column.label or re.fullmatch(_ORDINAL, column.label)
            if free and column.key not in shared and (often[column.key] > 1 or column.key == relation):
                keys.setdefault(column.key, column.column)


def _blocks(columns: Sequence[_Titled], places: Sequence[int]) -> list[Sequence[_Titled]]:
    """The columns of each person, from one name (at `places`) to the next.

    Blocks may begin before their name (关系 姓名 身份证, 关系 姓名 身份证): the first cut with all alike;
    where none is, each reaches from its name to the next one, the last as far as it says what others say.
    """
    if len(places) > 1:
        widths = [other - one for one, other in pairwise(places)]
        for back in range(min(min(widths) - 1, places[0]) + 1):
            starts = [place - back for place in places]
            parts = [columns[start : start + widths[0]] for start in starts]
            if len(set(widths)) == 1 and all(_are_alike(parts[0], part) for part in parts):
                return parts
    parts = [columns[one:other] for one, other in pairwise(places)]
    others = {column.key for part in parts for column in part}
    last: list[_Titled] = [columns[places[-1]]]
    for column in columns[places[-1] + 1 :]:
        if (parts and column.key not in others) or any(column.key == one.key for one in last):
            break
        last.append(column)
    return [*parts, last]


def _are_alike(one: Sequence[_Titled], other: Sequence[_Titled]) -> bool:
    return len(one) == len(other) and all(map(_alike, one, other))


def _relation(label: str) -> str:
    found = _IS_KIN.match(label)
    return found[0] if found else ""


def _repeated(
    header: Header, columns: Sequence[_Titled], titles: Titles, main: FieldSpec, key: str
) -> Groups | None:
    """姓名 关系 身份证 姓名 关系 身份证 … without numbers: groups by their equal titles."""
    places = [place for place, column in enumerate(columns) if column.key == key]
    if len(places) not in _HOW_MANY or len({other - one for one, other in pairwise(places)}) > 1:
        return None
    width = places[1] - places[0]
    if width < _HOW_MANY.start:
        return None
    parts = _cut(columns, places, width)
    for part in parts[1:]:
        alike = sum(1 for one, other in zip(parts[0], part, strict=False) if _alike(one, other))
        if alike * 2 <= max(len(part), width):
            return None
    shared = {spec.key for spec in titles.specs if spec.shared}
    taken = {column.column for part in parts for column in part}
    outside = {column.key for column in columns if column.column not in taken and column.key}
    groups = tuple(Group(_first_of_each(part), frozenset(column.column for column in part)) for part in parts)
    if outside and not any(column.key in shared for column in parts[0]):
        return Groups(_about_head(header, columns, main, taken), groups)
    base = {index: path for index, path in header.paths.items() if index not in taken - groups[0].whole}
    return Groups(
        _about_head(_replaced(header, base), columns, main, taken - groups[0].whole), groups, panels=True
    )


def _cut(columns: Sequence[_Titled], places: Sequence[int], width: int) -> list[Sequence[_Titled]]:
    """Groups may begin before their name (序号 姓名, 序号 姓名): the first cut that leaves all whole."""
    cuts = [
        [columns[place - back : place - back + width] for place in places]
        for back in range(min(width - 1, places[0]) + 1)
    ]
    for parts in cuts:
        if all(len(part) == width and all(map(_alike, parts[0], part)) for part in parts):
            return parts
    return cuts[0]


def _alike(one: _Titled, other: _Titled) -> bool:
    return plain_title(one.leaf) == plain_title(other.leaf) or (bool(one.key) and one.key == other.key)


def _uneven(header: Header, columns: Sequence[_Titled], titles: Titles, main: FieldSpec) -> Groups | None:
    """姓名 身份证 电话 住址 姓名 身份证 姓名 身份证: the first says more, the others are of his household.

    Each of the others has an ID or relation of his own.
    """
    places = [place for place, column in enumerate(columns) if column.key == main.key]
    if len(places) not in _HOW_MANY:
        return None
    has_head = any(column.key == main.instead for column in columns[: places[0]])
    own = {spec.key for spec in titles.specs if spec.looks is Looks.ID_NUMBER}
    if not has_head and not any(column.key in own for column in columns[: places[1]]):
        return None
    members = places if has_head else places[1:]
    shared = {spec.key for spec in titles.specs if spec.shared} | {""}
    telling = {spec.key for spec in titles.specs if spec.looks in (Looks.RELATION, Looks.ID_NUMBER)}
    blocks = [[column for column in block if column.key not in shared] for block in _blocks(columns, members)]
    if not all(telling & {column.key for column in block} for block in blocks):
        return None
    groups = tuple(
        Group(_first_of_each(block), frozenset(column.column for column in block)) for block in blocks
    )
    return Groups(
        _about_head(header, columns, main, {one.column for block in blocks for one in block}), groups
    )


def _heads_own(columns: Sequence[_Titled], titles: Titles, main: FieldSpec) -> list[_Titled]:
    """户主 身份证号 姓名 身份证号: what stands with the head and again with the name is the head's."""
    keys = [column.key for column in columns]
    found = list(columns)
    if main.instead not in keys or main.key not in keys:
        return found
    shared = {spec.key for spec in titles.specs if spec.shared} | {""}
    head, name = keys.index(main.instead), keys.index(main.key)
    for place in range(head + 1, name):
        if keys[place] not in shared and not columns[place].label and keys[place] in keys[name:]:
            found[place] = replace(columns[place], label=_HEAD)
    return found


def _first_of_each(columns: Iterable[_Titled]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column in columns:
        if column.key:
            found.setdefault(column.key, column.column)
    return found


def _about_head(
    header: Header, columns: Sequence[_Titled], main: FieldSpec, taken: Collection[int] = ()
) -> Header:
    """The header without the groups; where only the head has a name, 户主身份证号 is the row's own ID."""
    paths = {column: path for column, path in header.paths.items() if column not in taken}
    named = any(column.key == main.key and not column.label and column.column in paths for column in columns)
    for column in columns:
        if named and column.label == _HEAD and column.key != main.instead and _says_no_head(column, header):
            paths.pop(column.column, None)
    if not named:
        for column in columns:
            if column.label == _HEAD and column.column in paths:
                paths[column.column] = (_HEAD + "姓名" if column.key == main.instead else column.leaf,)
    return _replaced(header, paths)


def _says_no_head(column: _Titled, header: Header) -> bool:
    """Its title does not name the head; only its place tells that it is his."""
    return all(_HEAD not in plain_title(line) for line in header.paths.get(column.column, ()))


def _replaced(header: Header, paths: Mapping[int, Path]) -> Header:
    return Header(header.rows, header.below, paths, header.score)
