"""Sentences about who works with the program."""

from typing import Final

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Final = {
    "access.operator-name-missing": QT_TRANSLATE_NOOP("Sentences", "请填您的姓名，存折的经手栏要印。"),
    "access.operator-name-taken": QT_TRANSLATE_NOOP(
        "Sentences", "已经有一位{name}，经手栏分不清。请换个写法，如加上职务。"
    ),
    "access.no-role": QT_TRANSLATE_NOOP("Sentences", "{name} 至少要有一项职责，请勾选。"),
    "access.unknown-operator": QT_TRANSLATE_NOOP("Sentences", "没有“{name}”这位操作员，现有：{names}。"),
    "access.not-of-household": QT_TRANSLATE_NOOP(
        "Sentences", "{code} 户里没有{name}，只有：{names}。请核对户编号。"
    ),
    "access.weak-pin": QT_TRANSLATE_NOOP(
        "Sentences", "密码至少 {least} 位，不能是连号或重复的数字，请换一个。"
    ),
    "access.own-pin-missing": QT_TRANSLATE_NOOP(
        "Sentences", "{name} 自己还没有密码。请先给自己设密码，再添加别人。"
    ),
    "access.wrong-pin": QT_TRANSLATE_NOOP("Sentences", "{name} 的密码不对，请再输一次。"),
    "access.too-soon": QT_TRANSLATE_NOOP("Sentences", "密码输错了几次，请等 {seconds} 秒再试。"),
    "access.sign-in-needed": QT_TRANSLATE_NOOP("Sentences", "请先登录：{names}。"),
    "access.own-roles": QT_TRANSLATE_NOOP("Sentences", "{name} 自己的职责和户编号，请另一位审核员来改。"),
    "access.last-manager": QT_TRANSLATE_NOOP(
        "Sentences", "{name} 是唯一能管操作员的人。请先让另一位当审核员。"
    ),
    "access.not-allowed": QT_TRANSLATE_NOOP(
        "Sentences", "{operator} 没有办这件事的权限，请换有权限的人登录再办。"
    ),
}
