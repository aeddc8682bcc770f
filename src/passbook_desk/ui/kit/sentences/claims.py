"""Sentences of claims, their review and their import."""

from typing import Final

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Final = {
    "claims.unknown": QT_TRANSLATE_NOOP("Sentences", "没有第 {claim} 号申报，请核对编号。"),
    "claims.broken": QT_TRANSLATE_NOOP(
        "Sentences", "第 {claim} 号申报和它的审核记录对不上，可能被改过，请用备份核对。"
    ),
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
        "村里是记了就生效，没有审核。上报的要先审核：请到“积分规矩”打开“审核”再导入。",
    ),
    "claims.same-group-other-claims": QT_TRANSLATE_NOOP(
        "Sentences", "这张单子已经报过别的内容，请重新开一张。"
    ),
    "finding.claim_date_invalid": QT_TRANSLATE_NOOP(
        "Sentences", "日期“{said}”不是一天，或看不出是哪天，请改成 5月3日 这样。"
    ),
    "finding.claim_date_future": QT_TRANSLATE_NOOP("Sentences", "日期 {said} 还没有到，请核对年份。"),
    "finding.claim_date_last_year": QT_TRANSLATE_NOOP(
        "Sentences", "表上报的是{title}，这一行写的是去年的 {said}，请核对。"
    ),
    "finding.claim_date_outside": QT_TRANSLATE_NOOP(
        "Sentences", "表上报的是{title}，这一行的日期 {said} 不在这个月，请核对。"
    ),
    "finding.claim_no_catalogue": QT_TRANSLATE_NOOP("Sentences", "那一天还没有积分细则，不能记。"),
    "finding.claim_unknown_item": QT_TRANSLATE_NOOP(
        "Sentences", "积分细则里没有“{said}”，请改成细则的写法。"
    ),
    "finding.claim_item_near": QT_TRANSLATE_NOOP(
        "Sentences", "“{said}”与细则的“{item}”相近，是它就照报，不是请改。"
    ),
    "finding.claim_points_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "分值“{said}”看不懂，细则是 {worth}，请改。"
    ),
    "finding.claim_points_differ": QT_TRANSLATE_NOOP("Sentences", "分值 {said} 与细则不符，细则是 {worth}。"),
    "finding.claim_points_out_of_range": QT_TRANSLATE_NOOP(
        "Sentences", "分值 {said} 超出细则的 {worth}，请改。"
    ),
    "finding.claim_sign_wrong": QT_TRANSLATE_NOOP("Sentences", "加减写反了：写的是 {said}，细则是 {worth}。"),
    "finding.claim_as_catalogue": QT_TRANSLATE_NOOP("Sentences", "写的是 {said}，已按细则改为 {worth}。"),
    "finding.claim_household_unknown": QT_TRANSLATE_NOOP("Sentences", "本村没有户主“{said}”，请核对名字。"),
    "finding.claim_household_ambiguous": QT_TRANSLATE_NOOP(
        "Sentences", "叫“{name}”的有 {count} 户（{codes}），请选是哪一户。"
    ),
    "finding.claim_household_other_grid": QT_TRANSLATE_NOOP(
        "Sentences", "这个网格没有“{name}”，别处有：{where}，请选户或改网格。"
    ),
    "finding.claim_household_by_house_no": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”有重名，按门牌认定为 {code}。"
    ),
    "finding.claim_member_not_head": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”不是户主，记在 {code}（户主 {head}）。"
    ),
    "finding.claim_empty_household": QT_TRANSLATE_NOOP(
        "Sentences", "{code} {name} 是空挂户或不计分的户，没有存折。"
    ),
    "finding.claim_red_item": QT_TRANSLATE_NOOP("Sentences", "“{item}”是党员事项，记入 {name} 的红折。"),
    "finding.claim_red_item_not_member": QT_TRANSLATE_NOOP(
        "Sentences", "“{item}”是党员事项，{code} 这户没有党员，或不止一个。"
    ),
    "finding.claim_witness_missing": QT_TRANSLATE_NOOP("Sentences", "没有见证人。"),
    "finding.claim_witness_self": QT_TRANSLATE_NOOP("Sentences", "见证人就是 {name} 自己。"),
    "finding.claim_own_household": QT_TRANSLATE_NOOP(
        "Sentences", "上报人 {name} 报的是自己家，须由别人审核。"
    ),
    "finding.claim_duplicate": QT_TRANSLATE_NOOP("Sentences", "同一天同一户同一事项已经有了，像是重复。"),
    "finding.claim_over_cap": QT_TRANSLATE_NOOP(
        "Sentences", "记 {said} 分会超过上限：“{item}”最多 {amount}{unit}，已有 {used}{unit}。"
    ),
    "finding.claim_refused": QT_TRANSLATE_NOOP(
        "Sentences", "这一笔现在记不了：户已不在村、已停业、或扣后会成负数。"
    ),
}
