"""Sentences of claims, their review and their import."""

from typing import Final

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Final = {
    "claims.unknown": QT_TRANSLATE_NOOP("Sentences", "没有第 {claim} 号申报，请核对编号。"),
    "claims.none-chosen": QT_TRANSLATE_NOOP("Sentences", "还没有勾选要办的申报。空格勾一条，Ctrl+A 全勾。"),
    "claims.elsewhere": QT_TRANSLATE_NOOP(
        "Sentences", "第 {claim} 号申报不在这一步，请刷新后看它等在哪一步。"
    ),
    "claims.ended": QT_TRANSLATE_NOOP("Sentences", "第 {claim} 号申报已经办结，不用再办。"),
    "claims.wrong-step": QT_TRANSLATE_NOOP(
        "Sentences", "公示中的申报不用按通过：公示期满后按“公示期满入账”。"
    ),
    "claims.reason-missing": QT_TRANSLATE_NOOP("Sentences", "退回或撤回要写原因，请补上。"),
    "claims.same-operator": QT_TRANSLATE_NOOP(
        "Sentences", "第 {claim} 号申报 {operator} 已经经手过一步，请换另一个人登录来办。"
    ),
    "claims.own-household": QT_TRANSLATE_NOOP(
        "Sentences", "第 {claim} 号申报是 {operator} 自己家的，请换另一个人登录来办。"
    ),
    "claims.needs-sheet": QT_TRANSLATE_NOOP(
        "Sentences", "一人经办时要有第二人签字：请先打印审核单，签好字，再填审核单的单号。"
    ),
    "claims.not-the-recorder": QT_TRANSLATE_NOOP(
        "Sentences", "第 {claim} 号申报不是您记的，只有记录的人能撤回；要退回请由审核的人办。"
    ),
    "claims.unknown-sheet": QT_TRANSLATE_NOOP(
        "Sentences", "没有单号为“{number}”的审核单，请看打印出来的审核单左上角。"
    ),
    "claims.not-on-sheet": QT_TRANSLATE_NOOP(
        "Sentences", "第 {claim} 号申报不在审核单 {number} 上，请另打一张审核单签字。"
    ),
    "claims.account-closed": QT_TRANSLATE_NOOP("Sentences", "账号 {number} 已经销户，请退回并写明原因。"),
    "claims.need-steps": QT_TRANSLATE_NOOP(
        "Sentences",
        "村里现在是“记了就生效”，没有审核这一步。网格员上报的要先审核：请到设置里打开“审核”再导入。",
    ),
    "claims.same-group-other-claims": QT_TRANSLATE_NOOP(
        "Sentences", "这张单子已经报过别的内容，请重新开一张。"
    ),
}
