"""Sentences of a household's life: refusals, what the clerk should look at, and the lines of its story."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

_TROUBLE = {
    "life.in-future": QT_TRANSLATE_NOOP("Sentences", "日期 {day} 还没到，今天是 {today}，请改日期。"),
    "life.before-last-change": QT_TRANSLATE_NOOP(
        "Sentences", "这个日期早于已登记的变动，最早只能写 {day}，请改日期。"
    ),
    "life.household-absent": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 从 {since} 起已不在村（迁出、并户或注销），不能再登记变动。"
    ),
    "life.household-present": QT_TRANSLATE_NOOP("Sentences", "户 {code} 没有迁出，不用登记迁回。"),
    "life.unknown-person": QT_TRANSLATE_NOOP("Sentences", "没有这个人（{text}），请重新选择。"),
    "life.not-a-member": QT_TRANSLATE_NOOP("Sentences", "{name}不是这一户的人，请另选。"),
    "life.already-a-member": QT_TRANSLATE_NOOP("Sentences", "{name}已经在这一户，不用再登记。"),
    "life.has-no-home": QT_TRANSLATE_NOOP("Sentences", "{name}现在不在任何一户，请先登记迁入。"),
    "life.has-home": QT_TRANSLATE_NOOP("Sentences", "{name}还在户 {code}，请用“搬到别的户”把他迁过来。"),
    "life.person-died": QT_TRANSLATE_NOOP("Sentences", "{name}已登记去世，不能再登记变动。"),
    "life.head-needed": QT_TRANSLATE_NOOP("Sentences", "{name}是户主，家里还有人，请先选新户主。"),
    "life.already-head": QT_TRANSLATE_NOOP("Sentences", "{name}已经是户主，不用变更。"),
    "life.name-missing": QT_TRANSLATE_NOOP("Sentences", "请填姓名。"),
    "life.wrong-household-code": QT_TRANSLATE_NOOP(
        "Sentences", "户编号“{text}”不对，应是 {grid} 加三位或四位数字，请改。"
    ),
    "life.household-code-taken": QT_TRANSLATE_NOOP(
        "Sentences", "户编号“{text}”用过了，用过的编号不再给别户，请换一个。"
    ),
    "life.nothing-changed": QT_TRANSLATE_NOOP("Sentences", "没有改动，不用保存。"),
    "life.wrong-residence": QT_TRANSLATE_NOOP("Sentences", "居住状态“{text}”不认识，请从列表里选。"),
    "life.wrong-id-number": QT_TRANSLATE_NOOP(
        "Sentences", "身份证号 {text} 不对，应是 18 位且末位校验相符，请核对后重填。"
    ),
    "life.other-act": QT_TRANSLATE_NOOP("Sentences", "这张表已经用来登记过别的事，请关掉重新打开。"),
    "places.unknown": QT_TRANSLATE_NOOP("Sentences", "没有这个地方（{text}），请重新选择。"),
    "places.code-taken": QT_TRANSLATE_NOOP("Sentences", "编码“{text}”已有别处在用，请换一个。"),
    "places.name-missing": QT_TRANSLATE_NOOP("Sentences", "请填名称。"),
    "places.wrong-parent": QT_TRANSLATE_NOOP("Sentences", "“{name}”不能放在这里，请另选上一级。"),
    "places.in-use": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”住过人，换网格会改动以往的统计，请新建一处再迁户。"
    ),
    "places.wrong-grid-code": QT_TRANSLATE_NOOP("Sentences", "网格编码“{text}”不对，应是两位数字，请改。"),
    "links.there": QT_TRANSLATE_NOOP("Sentences", "{name}已经联系户 {code}，不用再登记。"),
    "links.unknown": QT_TRANSLATE_NOOP("Sentences", "没有这条联系（{text}），可能已经结束，请刷新再看。"),
    "links.not-party-member": QT_TRANSLATE_NOOP("Sentences", "{name}不是党员，党员联系户请选党员。"),
    "changes.nobody-leaves": QT_TRANSLATE_NOOP("Sentences", "请选要分出去的人。"),
    "changes.everybody-leaves": QT_TRANSLATE_NOOP("Sentences", "不能把全家都分出去，老户要留人。"),
    "changes.same-household": QT_TRANSLATE_NOOP("Sentences", "不能和自己并户，请另选一户。"),
    "changes.amount-missing": QT_TRANSLATE_NOOP("Sentences", "按数分要写分出多少积分，请填。"),
    "changes.amount-too-large": QT_TRANSLATE_NOOP(
        "Sentences", "分出的积分 {points} 超过账上的 {there}，请改小。"
    ),
    "changes.no-receiver": QT_TRANSLATE_NOOP("Sentences", "积分要转给另一户，请选收分的户。"),
    "changes.way-not-possible": QT_TRANSLATE_NOOP("Sentences", "这件事不能用“{way}”的办法，请另选。"),
    "changes.account-missing": QT_TRANSLATE_NOOP("Sentences", "户 {code} 没有绿折，积分没处转，请先开户。"),
    "changes.account-not-frozen": QT_TRANSLATE_NOOP("Sentences", "账号 {number} 没有冻结的积分，不用解冻。"),
    "ledger.transfer-as-whole": QT_TRANSLATE_NOOP(
        "Sentences", "第 {seq} 行是划转，要和对方那一行一起冲销，请冲整张凭据。"
    ),
    "ledger.household-away": QT_TRANSLATE_NOOP(
        "Sentences", "账号 {number} 那一户从 {since} 起不在村，之后的事不能记分，请核对日期。"
    ),
}

_FINDINGS = {
    "finding.life_sex_mismatch": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的性别和身份证号不一致，身份证号说是{told}，请核对。"
    ),
    "finding.life_birth_mismatch": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的出生日期和身份证号不一致，身份证号说是 {told}，请核对。"
    ),
    "finding.life_relation_unsure": QT_TRANSLATE_NOOP("Sentences", "{name}和新户主是什么关系，请补上。"),
    "finding.life_household_empty": QT_TRANSLATE_NOOP(
        "Sentences", "户 {code} 已经没有人，请处理积分后注销。"
    ),
    "finding.account_frozen": QT_TRANSLATE_NOOP(
        "Sentences", "账号 {number} 里的积分 {points} 已冻结，商量好后再解冻。"
    ),
}

_STORY = {
    "story.household_added": QT_TRANSLATE_NOOP("Sentences", "{day} 新立户，户主{person}。"),
    "story.household_edited": QT_TRANSLATE_NOOP("Sentences", "{day} 更正本户资料。"),
    "story.household_placed": QT_TRANSLATE_NOOP("Sentences", "{day} 住处由{old}变为{new}。"),
    "story.household_left": QT_TRANSLATE_NOOP("Sentences", "{day} 全户迁出。"),
    "story.household_returned": QT_TRANSLATE_NOOP("Sentences", "{day} 全户迁回。"),
    "story.person_added": QT_TRANSLATE_NOOP("Sentences", "{day} 新增成员{person}。"),
    "story.person_edited": QT_TRANSLATE_NOOP("Sentences", "{day} 更正{person}的资料。"),
    "story.head_changed": QT_TRANSLATE_NOOP("Sentences", "{day} 户主由{old}变更为{new}。"),
    "story.birth": QT_TRANSLATE_NOOP("Sentences", "{day} {person}出生。"),
    "story.death": QT_TRANSLATE_NOOP("Sentences", "{day} {person}去世。"),
    "story.married_in": QT_TRANSLATE_NOOP("Sentences", "{day} {person}婚入。"),
    "story.married_in.other": QT_TRANSLATE_NOOP("Sentences", "{day} {person}婚出到户 {other}。"),
    "story.married_out": QT_TRANSLATE_NOOP("Sentences", "{day} {person}婚出。"),
    "story.person_moved": QT_TRANSLATE_NOOP("Sentences", "{day} {person}从户 {other} 迁来。"),
    "story.person_moved.other": QT_TRANSLATE_NOOP("Sentences", "{day} {person}迁往户 {other}。"),
    "story.person_left": QT_TRANSLATE_NOOP("Sentences", "{day} {person}迁出。"),
    "story.person_returned": QT_TRANSLATE_NOOP("Sentences", "{day} {person}迁回。"),
    "story.tenant_in": QT_TRANSLATE_NOOP("Sentences", "{day} {person}租住。"),
    "story.tenant_out": QT_TRANSLATE_NOOP("Sentences", "{day} {person}退租。"),
    "story.person_deregistered": QT_TRANSLATE_NOOP("Sentences", "{day} {person}注销户口。"),
    "story.residence_set": QT_TRANSLATE_NOOP("Sentences", "{day} {person}的居住状态由{old}变为{new}。"),
    "story.scored_set": QT_TRANSLATE_NOOP("Sentences", "{day} 变更是否参加积分。"),
    "story.party_set": QT_TRANSLATE_NOOP("Sentences", "{day} {person}的党员身份变更。"),
    "story.tag_set": QT_TRANSLATE_NOOP("Sentences", "{day} {person}的标签变更。"),
    "story.link_added": QT_TRANSLATE_NOOP("Sentences", "{day} {person}联系本户。"),
    "story.link_ended": QT_TRANSLATE_NOOP("Sentences", "{day} {person}不再联系本户。"),
    "story.split": QT_TRANSLATE_NOOP("Sentences", "{day} 分户，分出户 {other}，户主{person}。"),
    "story.split.other": QT_TRANSLATE_NOOP("Sentences", "{day} 由户 {other} 分出立户，户主{person}。"),
    "story.merged": QT_TRANSLATE_NOOP("Sentences", "{day} 并入户 {other}。"),
    "story.merged.other": QT_TRANSLATE_NOOP("Sentences", "{day} 户 {other} 并入本户。"),
    "story.deregistered": QT_TRANSLATE_NOOP("Sentences", "{day} 注销。"),
    "story.deregistered.other": QT_TRANSLATE_NOOP("Sentences", "{day} 户 {other} 注销，积分转来。"),
    "story.handed_over": QT_TRANSLATE_NOOP(
        "Sentences", "{day} 存折 {account} 交{person}掌管，结余 {balance} 分。"
    ),
    "story.points_released": QT_TRANSLATE_NOOP("Sentences", "{day} 解冻积分 {points} 分。"),
}

SENTENCES: Mapping[str, str] = MappingProxyType({**_TROUBLE, **_FINDINGS, **_STORY})
