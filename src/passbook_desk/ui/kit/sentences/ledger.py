"""Sentences of the village's facts, operators, accounts and ledger."""

from typing import Final

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Final = {
    "village.name-missing": QT_TRANSLATE_NOOP("Sentences", "村名和乡镇都要填，请补上。"),
    "village.wrong-code": QT_TRANSLATE_NOOP("Sentences", "区划代码要 12 位数字，填的是“{text}”，请核对。"),
    "village.wrong-year": QT_TRANSLATE_NOOP(
        "Sentences", "年度应在 2000 到 2100 之间，填的是“{text}”，请改。"
    ),
    "village.wrong-objection-days": QT_TRANSLATE_NOOP("Sentences", "公示天数应在 1 到 90 之间，请改。"),
    "village.wrong-setting": QT_TRANSLATE_NOOP("Sentences", "这项设置不能是“{text}”，请改。"),
    "audit.cut-off": QT_TRANSLATE_NOOP(
        "Sentences", "留痕第 {seq} 条和以前留下的校验码对不上，从那里起可能被换过，请用备份核对。"
    ),
    "audit.chain-broken": QT_TRANSLATE_NOOP(
        "Sentences", "操作记录第 {seq} 条校验不符，可能被改动过。请停止记账，从备份恢复。"
    ),
    "audit.master-row-changed": QT_TRANSLATE_NOOP(
        "Sentences", "资料（{table} {uid}）在程序之外被改动过。请停止记账，从备份恢复。"
    ),
    "ledger.unknown-account": QT_TRANSLATE_NOOP("Sentences", "没有账号“{number}”，请核对存折上的号码。"),
    "ledger.wrong-account-number": QT_TRANSLATE_NOOP(
        "Sentences", "账号“{number}”不对，可能输错了一位，请再看一遍存折。"
    ),
    "ledger.unknown-line": QT_TRANSLATE_NOOP("Sentences", "没有第 {seq} 行，请核对行号。"),
    "ledger.already-reversed": QT_TRANSLATE_NOOP("Sentences", "第 {seq} 行已由第 {by} 行冲销，不用再冲。"),
    "ledger.reversal-not-reversible": QT_TRANSLATE_NOOP(
        "Sentences", "第 {seq} 行本身是冲销，不能再冲；要恢复请重新记一笔。"
    ),
    "ledger.voucher-taken-back": QT_TRANSLATE_NOOP("Sentences", "这一批已经全部冲销，不用再冲。"),
    "ledger.reason-missing": QT_TRANSLATE_NOOP("Sentences", "没有写原因，请补上原因。"),
    "ledger.nobody-chosen": QT_TRANSLATE_NOOP("Sentences", "还没有选户或账户，请先选。"),
    "ledger.account-twice": QT_TRANSLATE_NOOP("Sentences", "账号 {number} 选了两次，请去掉一个。"),
    "ledger.future-deed": QT_TRANSLATE_NOOP(
        "Sentences", "发生日期 {day} 在今天（{today}）之后，请改成已经发生的日子。"
    ),
    "ledger.wrong-holder": QT_TRANSLATE_NOOP(
        "Sentences", "“{item}”不能记在账号 {number} 上，请换事项或换存折。"
    ),
    "ledger.no-points": QT_TRANSLATE_NOOP("Sentences", "分值不能是 0，请填分值。"),
    "ledger.too-many-points": QT_TRANSLATE_NOOP("Sentences", "一笔最多一百万分，请核对分值。"),
    "ledger.spends-below-zero": QT_TRANSLATE_NOOP(
        "Sentences", "账号 {number} 的可用积分不够，请核对要兑换的分数。"
    ),
    "ledger.has-opening": QT_TRANSLATE_NOOP(
        "Sentences", "账号 {number} 已有期初积分，请先撤销上次的期初导入。"
    ),
    "ledger.wrong-opening": QT_TRANSLATE_NOOP(
        "Sentences", "账号 {number} 的累计积分比可用积分少，请核对表格。"
    ),
    "ledger.same-act-other-content": QT_TRANSLATE_NOOP(
        "Sentences", "这张单子已经记过别的内容，请重新开一张。"
    ),
    "ledger.chain-broken": QT_TRANSLATE_NOOP(
        "Sentences", "第 {seq} 行校验不符，账被改动过。请停止记账，从备份恢复。"
    ),
    "ledger.figures-broken": QT_TRANSLATE_NOOP(
        "Sentences", "第 {seq} 行（账号 {number}）的结余接不上。请停止记账，从备份恢复。"
    ),
    "ledger.sums-broken": QT_TRANSLATE_NOOP(
        "Sentences", "账号 {number} 的结余与流水不符。请停止记账，从备份恢复。"
    ),
    "ledger.voucher-broken": QT_TRANSLATE_NOOP(
        "Sentences", "有一批（{uid}）没有流水。请停止记账，从备份恢复。"
    ),
    "ledger.note-broken": QT_TRANSLATE_NOOP(
        "Sentences", "第 {seq} 行的摘要被改动过。请停止记账，从备份恢复。"
    ),
    "ledger.older-copy": QT_TRANSLATE_NOOP(
        "Sentences",
        "文件只到第 {last} 行，这台电脑记过第 {seq} 行，像是旧的。请找最新的文件或从备份恢复。",
    ),
    "ledger.chains-replaced": QT_TRANSLATE_NOOP(
        "Sentences", "第 {seq} 行以前的账和这台电脑上记下的校验码不符，账可能被换过。请用备份核对。"
    ),
    "ledger.anchor-broken": QT_TRANSLATE_NOOP(
        "Sentences", "第 {seq} 行与打印或备份时的校验码（{kind}）不符，账被改动或不是最新的。请从备份恢复。"
    ),
    "finding.account_unknown": QT_TRANSLATE_NOOP("Sentences", "没有账号“{text}”，这一行没有导入，请核对。"),
    "finding.household_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "没有户编号“{text}”，这一行没有导入，请核对。"
    ),
    "finding.member_unknown": QT_TRANSLATE_NOOP("Sentences", "户 {text} 里找不到这位党员，这一行没有导入。"),
    "finding.account_missing": QT_TRANSLATE_NOOP("Sentences", "没有账号也没有户编号，这一行没有导入。"),
    "finding.account_repeated": QT_TRANSLATE_NOOP(
        "Sentences", "账号 {text} 在表里出现两次，后一行没有导入。"
    ),
    "finding.points_unreadable": QT_TRANSLATE_NOOP("Sentences", "“{text}”不是积分数，这一行没有导入，请改。"),
    "finding.has_opening": QT_TRANSLATE_NOOP("Sentences", "账号 {text} 已有期初积分，这一行没有导入。"),
    "finding.accumulated_too_small": QT_TRANSLATE_NOOP(
        "Sentences", "累计积分比可用积分少，这一行没有导入，请核对。"
    ),
    "finding.redeemed_below_zero": QT_TRANSLATE_NOOP(
        "Sentences", "可用积分是 {text}，又有兑换过的积分：兑换不会欠分，这一行没有导入，请核对。"
    ),
}
