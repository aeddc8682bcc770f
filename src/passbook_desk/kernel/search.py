"""Finding names: folding of width and case, pinyin and its initials in every reading, a sort key.

pypinyin's everyday readings are wrong for many single surnames (technology.md §9), so surnames have a
table of their own; for searching, the everyday reading is kept beside it.
"""

import itertools
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final, cast

_SURNAMES: Final = {
    "单": "shan", "解": "xie", "查": "zha", "曾": "zeng", "仇": "qiu", "翟": "zhai", "朴": "piao",
    "缪": "miao", "盖": "ge", "召": "shao", "区": "ou", "员": "yun", "种": "chong", "乐": "yue",
    "任": "ren", "华": "hua",
    "尉": "wei", "繁": "po", "秘": "bi", "冼": "xian", "折": "she", "黑": "he", "逄": "pang", "覃": "qin",
    "卜": "bu", "隗": "wei", "晁": "chao", "车": "che", "柏": "bai", "撒": "sa", "洗": "xian", "祭": "zhai",
    "宓": "mi", "牟": "mu", "燕": "yan", "谌": "chen", "应": "ying", "宁": "ning", "哈": "ha", "那": "na",
    "阚": "kan", "粘": "nian", "郇": "xun", "句": "gou", "能": "nai", "都": "du", "藏": "zang", "莘": "shen",
    "适": "kuo", "库": "she", "圈": "juan", "曲": "qu", "薄": "bo", "占": "zhan", "乘": "sheng", "於": "yu",
}  # fmt: skip
_DOUBLE: Final = (
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
    "万俟",
    "澹台",
)
_MOST_READINGS: Final = 32
_BETWEEN: Final = "|"


def fold(text: str) -> str:
    """Width, case and spaces do not matter when searching; half characters, which no file holds, fall out."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return "".join(unicodedata.normalize("NFKC", whole).lower().split())


def spelled(text: str) -> str:
    """What a clerk typed as pinyin: letters only, ü and its passport form as the v of the keyboard."""
    plain = "".join(sign for sign in fold(text) if sign.isalpha())
    return plain.replace("ü", "v").replace("lyu", "lv")


def pinyin_key(name: str) -> str:
    """What a name is sorted and found by.

    First its pinyin with the surname's own reading, then the name itself; behind them, between bars, all its
    readings without spaces: 曾国 → "zeng guo 曾国|zengguo|cengguo|".
    """
    if not name:
        return ""
    usual = " ".join(options[0] for options in _syllables(name))
    return f"{usual} {name}{_BETWEEN}{_BETWEEN.join(readings(name))}{_BETWEEN}"


def readings(name: str) -> tuple[str, ...]:
    """A name's pinyin without spaces in every reading, the most usual first; at most 32."""
    return _combined([options for options in _syllables(name) if options[0].isalnum()])


def initials(name: str) -> str:
    """All pinyin initials of a name, space-separated: 单晓 → "sx dx cx"; at most 32 readings."""
    letters = [tuple(dict.fromkeys(option[0] for option in options)) for options in _syllables(name)]
    return " ".join(_combined([options for options in letters if options[0].isalnum()]))


def is_current_key(key: str) -> bool:
    """Whether a stored key was made by `pinyin_key` as it is: older ones knew a single reading."""
    return not key or key.endswith(_BETWEEN)


@lru_cache(maxsize=1024)
def _syllables(name: str) -> tuple[tuple[str, ...], ...]:
    """For each sign its readings, the one that is right here first; a sign without a reading is its own."""
    from pypinyin.seg.simpleseg import seg

    usual = [syllable for word in seg(name) for syllable in _usual_reading(word)]
    if name and name[0] in _SURNAMES and not name.startswith(_DOUBLE):
        usual[0] = _SURNAMES[name[0]]
    return tuple(
        tuple(dict.fromkeys((first, *_readings_of(sign)))) for sign, first in zip(name, usual, strict=True)
    )


def _usual_reading(word: str) -> Sequence[str]:
    """The syllables of a word; most words of a name are a single sign."""
    alone = len(word) == 1 or word.isascii()
    return [_readings_of(sign)[0] for sign in word] if alone else _reading_of_phrase(word)


@lru_cache(maxsize=8192)
def _reading_of_phrase(word: str) -> tuple[str, ...]:
    from pypinyin import Style, lazy_pinyin

    one_by_one = cast(Callable[[str], str], list)  # a list of the signs it could not read is taken as well
    return tuple(syllable.lower() for syllable in lazy_pinyin(word, style=Style.NORMAL, errors=one_by_one))


@lru_cache(maxsize=8192)
def _readings_of(sign: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    return tuple(reading.lower() for reading in pinyin(sign, style=Style.NORMAL, heteronym=True)[0])


def _combined(options: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(itertools.islice(_by_deviation(options), _MOST_READINGS)))


def _by_deviation(options: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """All ways to read signs, those that leave the first reading at the fewest places first."""
    usual = [readings[0] for readings in options]
    if not usual:
        return
    doubtful = [place for place, readings in enumerate(options) if len(readings) > 1]
    for count in range(len(doubtful) + 1):
        for places in itertools.combinations(doubtful, count):
            for others in itertools.product(*(options[place][1:] for place in places)):
                way = list(usual)
                for place, other in zip(places, others, strict=True):
                    way[place] = other
                yield "".join(way)
