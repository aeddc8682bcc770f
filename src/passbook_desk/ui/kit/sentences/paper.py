"""Sentences for passbooks, notices and prints."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "passbooks.printout-outdated": QT_TRANSLATE_NOOP(
            "Sentences", "准备打印时又记了账，这一版没有打印，请重新打印。"
        ),
        "notices.quarter-not-over": QT_TRANSLATE_NOOP(
            "Sentences", "{quarter}要过了 {last_on} 才能出榜，现在只能打校样。"
        ),
        "notices.broken": QT_TRANSLATE_NOOP(
            "Sentences", "公示 {number} 和出榜时不一样，请不要再记账，用备份核对。"
        ),
        "notices.figures-broken": QT_TRANSLATE_NOOP(
            "Sentences", "公示 {number} 第 {line} 行的数和账本对不上，请不要再记账，用备份核对。"
        ),
        "households.nobody-listed": QT_TRANSLATE_NOOP("Sentences", "还没有户可列，请先导入花名册。"),
        "app.reason-without-unmasked": QT_TRANSLATE_NOOP(
            "Sentences", "写了 --reason 却没有写 --unmasked，要写全号码请两个一起写。"
        ),
        "households.reason-missing": QT_TRANSLATE_NOOP(
            "Sentences", "要写全身份证号和电话，请先写明原因（命令行用 --reason）。"
        ),
    }
)
