"""Finding names: folding of width and case, pinyin initials in every reading, a sort key.

pypinyin's everyday readings are wrong for many single surnames (technology.md §9), so surnames have a
table of their own; for searching, the everyday reading is kept beside it.
"""

import itertools
import unicodedata

_SURNAMES = {
    "单": "shan", "解": "xie", "查": "zha", "曾": "zeng", "仇": "qiu", "翟": "zhai", "朴": "piao",
    "缪": "miao", "盖": "ge", "召": "shao", "区": "ou", "员": "yun", "种": "chong", "乐": "yue",
    "任": "ren", "华": "hua",
    "尉": "wei", "繁": "po", "秘": "bi", "冼": "xian", "折": "she", "黑": "he", "逄": "pang", "覃": "qin",
    "卜": "bu", "隗": "wei", "晁": "chao", "车": "che", "柏": "bai", "撒": "sa", "洗": "xian", "祭": "zhai",
    "宓": "mi", "牟": "mu", "燕": "yan", "谌": "chen", "应": "ying", "宁": "ning", "哈": "ha", "那": "na",
}  # fmt: skip
_DOUBLE = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "尉迟",
    "长孙",
    "令狐",
    "东方",
    "皇甫",
    "慕容",
    "宇文",
    "司徒",
    "夏侯",
)
_MOST_READINGS = 32


def fold(text: str) -> str:
    """Width, case and spaces do not matter when searching."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def pinyin_key(name: str) -> str:
    """Sort key of a name: its pinyin with the surname's own reading, then the name itself."""
    from pypinyin import Style, lazy_pinyin

    if not name:
        return ""
    if name.startswith(_DOUBLE) or name[0] not in _SURNAMES:
        return " ".join(lazy_pinyin(name, style=Style.NORMAL)) + " " + name
    rest = lazy_pinyin(name[1:], style=Style.NORMAL)
    return " ".join([_SURNAMES[name[0]], *rest]) + " " + name


def initials(name: str) -> str:
    """All pinyin initials of a name, space-separated: 单晓 → "sx dx"; at most 32 readings."""
    from pypinyin import Style, pinyin

    letters = [
        sorted({reading[0] for reading in readings if reading})
        for readings in pinyin(name, style=Style.NORMAL, heteronym=True)
    ]
    if not letters:
        return ""
    if name[0] in _SURNAMES and not name.startswith(_DOUBLE):
        letters[0] = list(dict.fromkeys([_SURNAMES[name[0]][0], *letters[0]]))
    combinations = itertools.islice(itertools.product(*letters), _MOST_READINGS)
    return " ".join(dict.fromkeys("".join(combination) for combination in combinations))
