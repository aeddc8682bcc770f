"""Words for the relation to the head, and their codes of GB/T 4761-2008 (domain §7)."""

import re
from datetime import date
from typing import Final

HEAD: Final = "02"
UNKNOWN: Final = ""
_ASIDE: Final = re.compile(r"[(（].*?[)）]")

_WORDS: Final = {
    "02": "户主 本人 户主本人 户主自己 自己",
    "10": "配偶 夫 丈夫 妻 妻子 爱人 老伴 老公 老婆 夫妻 对象 内人",
    "20": "子 儿 儿子 之子 小子",
    "21": "独生子 独子",
    "22": "长子 大儿子 大儿",
    "23": "次子 二子 二儿子 二儿 次儿",
    "24": "三子 三儿子 三儿",
    "25": "四子 四儿子",
    "26": "五子 五儿子",
    "27": "养子 继子 养子或继子",
    "28": "女婿 上门女婿 长婿 姑爷",
    "30": "女 女儿 闺女 之女 丫头",
    "31": "独生女",
    "32": "长女 大女儿 大闺女 大女",
    "33": "次女 二女 二女儿 二闺女",
    "34": "三女 三女儿 三闺女",
    "35": "四女 四女儿",
    "36": "五女 五女儿",
    "37": "养女 继女",
    "38": "儿媳 儿媳妇 长媳 次媳 子媳",
    "40": "孙子女",
    "41": "孙 孙子 长孙 次孙 二孙 大孙子 小孙子 三孙",
    "42": "孙女 长孙女 次孙女 大孙女 小孙女 二孙女",
    "43": "外孙 外孙子 外孙男",
    "44": "外孙女",
    "45": "孙媳 孙媳妇",
    "46": "孙女婿",
    "47": "曾孙 曾孙子",
    "48": "曾孙女",
    "50": "父母",
    "51": "父 父亲 爸爸 爸 爹",
    "52": "母 母亲 妈 妈妈 娘",
    "53": "公公 公爹 家公",
    "54": "婆婆 婆母 家婆",
    "55": "岳父 丈人 老丈人",
    "56": "岳母 丈母娘 丈母",
    "57": "养父 继父",
    "58": "养母 继母",
    "61": "祖父 爷爷 爷",
    "62": "祖母 奶奶 奶",
    "63": "外祖父 姥爷 外公",
    "64": "外祖母 姥姥 外婆",
    "71": "兄 哥 哥哥 大哥 二哥",
    "72": "嫂 嫂子",
    "73": "弟 弟弟 兄弟 二弟 三弟",
    "74": "弟媳 弟媳妇",
    "75": "姐 姐姐 大姐 二姐",
    "76": "姐夫",
    "77": "妹 妹妹 二妹",
    "78": "妹夫",
    "81": "伯父",
    "82": "伯母",
    "83": "叔父 叔叔",
    "84": "婶母 婶子",
    "85": "舅父 舅舅",
    "86": "舅母",
    "87": "姨父",
    "88": "姨母",
    "89": "姑父",
    "90": "姑母 姑姑",
    "93": "侄子 侄儿 侄 侄男",
    "94": "侄女",
    "95": "外甥 外甥子",
    "96": "外甥女",
    "97": "其他亲属 亲属 亲戚 其他亲戚",
    "99": "非亲属 寄居 保姆 租客 租户 朋友 同住",
}
_CODES: Final = (
    {word: code for code, words in _WORDS.items() for word in words.split()}
    | dict.fromkeys(("子女", "孩子", "小孩"), "20")
    | {"媳妇": "10"}
)


def relation_code(word: str) -> str:
    """The code of a relation word; UNKNOWN for a word that is not in the table.

    户主之妻 and 长子（已婚） are 妻 and 长子.
    """
    code = _CODES.get(word)
    if code is None:
        plainly = _ASIDE.sub("", word).removeprefix("户主").lstrip("之的")
        code = _CODES.get(plainly, UNKNOWN)
    return code


_BY_SEX: Final = {"子女": ("20", "30"), "孩子": ("20", "30"), "小孩": ("20", "30")}
"""Words for a child of either sex: the codes of a boy and of a girl."""
_GENERATION: Final = 15
"""Years: who is so much younger than the head is of the next generation."""
_TWO_GENERATIONS: Final = 35
_EITHER: Final = {"媳妇": ("10", "38"), "外甥": ("95", "43"), "外甥女": ("96", "44")}
"""Words of two meanings: what they are by the book or among equals, and what else villagers mean."""


def code_by_sex(word: str, code: str, sex: str) -> str:
    """The code of a word that says nothing of the sex, as 子女, by the sex of its holder; else `code`."""
    return _BY_SEX[word][sex == "女"] if word in _BY_SEX else code


def is_ambiguous(word: str) -> bool:
    """Whether villagers use the word in two meanings: 媳妇 is a wife or a daughter-in-law."""
    return word in _EITHER


def ambiguous_code(
    word: str, sex: str, born_on: date | None, head_sex: str, head_born_on: date | None
) -> str:
    """The likelier code of a word of two meanings, by the ages of its holder and of the head (domain §7).

    媳妇: 38 for who is a generation younger, or where the head is a woman, else 10. 外甥: 43 (外孙) for
    who is two generations younger, else 95. Without both days of birth the first meaning.
    """
    plainly, younger = _EITHER[word]
    if word == "媳妇":
        if head_sex == "女" and sex != "男":
            return younger
        gap = _GENERATION
    else:
        gap = _TWO_GENERATIONS
    if born_on is None or head_born_on is None:
        return plainly
    return younger if born_on.year - head_born_on.year >= gap else plainly
