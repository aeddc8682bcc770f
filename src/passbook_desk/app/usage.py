"""What argparse says of a wrong call, in Chinese."""

import re
from typing import Final

_SAYINGS: Final = (
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"one of the arguments (.+) is required", r"\1 里要写一个"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 不能和 \2 一起写"),
    (r"argument (.+?): expected one argument", r"\1 后面要写一个值"),
    (r"argument (.+?): expected at least one argument", r"\1 后面至少要写一个值"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 后面不用写值"),
    (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", r"\1 没有“\2”，可写 \3"),
    (r"argument (.+?): invalid millimetres value: '(.*)'", r"\1 的“\2”不是数，请填毫米"),
    (r"argument (.+?): invalid paper_size value: '(.*)'", r"\1 的“\2”不是纸的大小，请写成 130x180"),
    (r"argument (.+?): invalid page_and_line value: '(.*)'", r"\1 的“\2”不是页和行，请写成 2-7"),
    (r"argument (.+?): invalid page_line value: '(.*)'", r"\1 的“\2”不是行号，请写成 7 或 2-7"),
    (r"argument (.+?): invalid letter_size value: '(.*)'", r"\1 的“\2”不是字号，请填 16 到 22"),
    (
        r"argument (.+?): invalid deed_words value: '(.*)'",
        r"\1 的“\2”读不懂，请写成 101、101@2026-06-20 或 205@2026-06-20=15",
    ),
    (
        r"argument (.+?): invalid (?:pieces_words|wanted_words) value: '(.*)'",
        r"\1 的“\2”读不懂，请写成 001 或 001*2，入库可写 001*20:2027-08-01",
    ),
    (r"argument (.+?): invalid count_words value: '(.*)'", r"\1 的“\2”读不懂，请写成 001=85"),
    (r"argument (.+?): invalid why_words value: '(.*)'", r"\1 的“\2”读不懂，请写成 001=破损"),
    (r"argument (.+?): expected (\d) arguments", r"\1 后面要写 \2 个值"),
    (r"argument (.+?): invalid \w+ value: '(.*)'", r"\1 的“\2”不是整数，或太大"),
    (r"unrecognized arguments: (.+)", r"不认识 \1"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 说得不清楚，可能是 \2"),
)


def in_chinese(message: str) -> str:
    """The same message in Chinese; one that is not known says only that the words do not fit."""
    for pattern, chinese in _SAYINGS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            return found.expand(chinese)
    return "写法不合要求"
