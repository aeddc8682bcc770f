"""The words of the log that are translated; the sentences are put together in features/activity/words."""

from functools import partial
from typing import Final

from passbook_desk.features.activity import words
from passbook_desk.features.activity.values import LogGroup, LogRow
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

MARKED: Final = frozenset(
    {
        QT_TRANSLATE_NOOP("Activity", "记积分 {count} 笔{points}{about}"),
        QT_TRANSLATE_NOOP("Activity", "记期初积分 {count} 笔{points}"),
        QT_TRANSLATE_NOOP("Activity", "记基础分 {count} 笔{points}"),
        QT_TRANSLATE_NOOP("Activity", "转移积分 {count} 笔"),
        QT_TRANSLATE_NOOP("Activity", "冲销 {count} 笔{points}{about}"),
        QT_TRANSLATE_NOOP("Activity", "改记成另一事项 {count} 笔{points}{about}"),
        QT_TRANSLATE_NOOP("Activity", "清零、结转 {count} 笔{points}{about}"),
        QT_TRANSLATE_NOOP("Activity", "结账 {span}"),
        QT_TRANSLATE_NOOP("Activity", "重新打开 {span}"),
        QT_TRANSLATE_NOOP("Activity", "申报 {count} 件{points}{about}"),
        QT_TRANSLATE_NOOP("Activity", "审核：{parts}"),
        QT_TRANSLATE_NOOP("Activity", "人口变更：{parts}"),
        QT_TRANSLATE_NOOP("Activity", "改户和人的资料"),
        QT_TRANSLATE_NOOP("Activity", "改网格和楼栋"),
        QT_TRANSLATE_NOOP("Activity", "改村里的职务"),
        QT_TRANSLATE_NOOP("Activity", "改联系户"),
        QT_TRANSLATE_NOOP("Activity", "改商铺和单位"),
        QT_TRANSLATE_NOOP("Activity", "开立存折账户 {count} 个"),
        QT_TRANSLATE_NOOP("Activity", "报备{parts}"),
        QT_TRANSLATE_NOOP("Activity", "改红白事报备"),
        QT_TRANSLATE_NOOP("Activity", "导入{parts} {text}：{count} {unit}"),
        QT_TRANSLATE_NOOP("Activity", "撤销导入{parts} {text}"),
        QT_TRANSLATE_NOOP("Activity", "采用积分细则第 {count} 版"),
        QT_TRANSLATE_NOOP("Activity", "改积分细则草稿"),
        QT_TRANSLATE_NOOP("Activity", "采用红白事标准第 {count} 版"),
        QT_TRANSLATE_NOOP("Activity", "改设置：{parts}"),
        QT_TRANSLATE_NOOP("Activity", "改村的资料"),
        QT_TRANSLATE_NOOP("Activity", "改操作员"),
        QT_TRANSLATE_NOOP("Activity", "打印存折 {count} 本"),
        QT_TRANSLATE_NOOP("Activity", "出积分审核单 {text}"),
        QT_TRANSLATE_NOOP("Activity", "发布{period}公示 {text}"),
        QT_TRANSLATE_NOOP("Activity", "导出花名册（号码写全）{count} 人"),
        QT_TRANSLATE_NOOP("Activity", "建村的文件"),
        QT_TRANSLATE_NOOP("Activity", "备份"),
        QT_TRANSLATE_NOOP("Activity", "从备份恢复"),
        QT_TRANSLATE_NOOP("Activity", "换了查找用的钥匙"),
        QT_TRANSLATE_NOOP("Activity", "升级文件"),
        QT_TRANSLATE_NOOP("Activity", "按设定的日期办事"),
        QT_TRANSLATE_NOOP("Activity", "其他改动 {count} 处"),
        QT_TRANSLATE_NOOP("Activity", "积分"),
        QT_TRANSLATE_NOOP("Activity", "申报审核"),
        QT_TRANSLATE_NOOP("Activity", "户和人"),
        QT_TRANSLATE_NOOP("Activity", "红白事"),
        QT_TRANSLATE_NOOP("Activity", "导入"),
        QT_TRANSLATE_NOOP("Activity", "细则和设置"),
        QT_TRANSLATE_NOOP("Activity", "打印公示"),
        QT_TRANSLATE_NOOP("Activity", "登录"),
        QT_TRANSLATE_NOOP("Activity", "备份和文件"),
        QT_TRANSLATE_NOOP("Activity", "初审通过 {count} 件"),
        QT_TRANSLATE_NOOP("Activity", "审核通过 {count} 件"),
        QT_TRANSLATE_NOOP("Activity", "公示期满 {count} 件"),
        QT_TRANSLATE_NOOP("Activity", "入账 {count} 件"),
        QT_TRANSLATE_NOOP("Activity", "退回 {count} 件"),
        QT_TRANSLATE_NOOP("Activity", "撤回 {count} 件"),
        QT_TRANSLATE_NOOP("Activity", "PIN 输错"),
        QT_TRANSLATE_NOOP("Activity", "退出登录"),
        QT_TRANSLATE_NOOP("Activity", "花名册"),
        QT_TRANSLATE_NOOP("Activity", "期初积分"),
        QT_TRANSLATE_NOOP("Activity", "商铺单位名单"),
        QT_TRANSLATE_NOOP("Activity", "积分上报表"),
        QT_TRANSLATE_NOOP("Activity", "户"),
        QT_TRANSLATE_NOOP("Activity", "笔"),
        QT_TRANSLATE_NOOP("Activity", "家"),
        QT_TRANSLATE_NOOP("Activity", "件"),
        QT_TRANSLATE_NOOP("Activity", "红事"),
        QT_TRANSLATE_NOOP("Activity", "白事"),
        QT_TRANSLATE_NOOP("Activity", "新立户"),
        QT_TRANSLATE_NOOP("Activity", "更正户的资料"),
        QT_TRANSLATE_NOOP("Activity", "换住处"),
        QT_TRANSLATE_NOOP("Activity", "全户迁出"),
        QT_TRANSLATE_NOOP("Activity", "全户迁回"),
        QT_TRANSLATE_NOOP("Activity", "添人"),
        QT_TRANSLATE_NOOP("Activity", "更正人的资料"),
        QT_TRANSLATE_NOOP("Activity", "换户主"),
        QT_TRANSLATE_NOOP("Activity", "出生"),
        QT_TRANSLATE_NOOP("Activity", "去世"),
        QT_TRANSLATE_NOOP("Activity", "婚入"),
        QT_TRANSLATE_NOOP("Activity", "婚出"),
        QT_TRANSLATE_NOOP("Activity", "迁到别户"),
        QT_TRANSLATE_NOOP("Activity", "迁出"),
        QT_TRANSLATE_NOOP("Activity", "迁回"),
        QT_TRANSLATE_NOOP("Activity", "租住"),
        QT_TRANSLATE_NOOP("Activity", "退租"),
        QT_TRANSLATE_NOOP("Activity", "注销户口"),
        QT_TRANSLATE_NOOP("Activity", "居住状态变更"),
        QT_TRANSLATE_NOOP("Activity", "是否参加积分变更"),
        QT_TRANSLATE_NOOP("Activity", "党员身份变更"),
        QT_TRANSLATE_NOOP("Activity", "标签变更"),
        QT_TRANSLATE_NOOP("Activity", "加联系户"),
        QT_TRANSLATE_NOOP("Activity", "去联系户"),
        QT_TRANSLATE_NOOP("Activity", "分户"),
        QT_TRANSLATE_NOOP("Activity", "并户"),
        QT_TRANSLATE_NOOP("Activity", "注销户"),
        QT_TRANSLATE_NOOP("Activity", "交接"),
        QT_TRANSLATE_NOOP("Activity", "解冻积分"),
        QT_TRANSLATE_NOOP("Activity", "一分值多少"),
        QT_TRANSLATE_NOOP("Activity", "单人模式"),
        QT_TRANSLATE_NOOP("Activity", "几分钟锁屏"),
        QT_TRANSLATE_NOOP("Activity", "初审"),
        QT_TRANSLATE_NOOP("Activity", "审核"),
        QT_TRANSLATE_NOOP("Activity", "公示天数"),
        QT_TRANSLATE_NOOP("Activity", "基础分能不能兑换"),
        QT_TRANSLATE_NOOP("Activity", "基础分多久一次"),
        QT_TRANSLATE_NOOP("Activity", "最低兑换分"),
        QT_TRANSLATE_NOOP("Activity", "停兑线"),
        QT_TRANSLATE_NOOP("Activity", "户的星级"),
        QT_TRANSLATE_NOOP("Activity", "党员的星级"),
        QT_TRANSLATE_NOOP("Activity", "联系户扣分"),
        QT_TRANSLATE_NOOP("Activity", "同一件事两人记"),
        QT_TRANSLATE_NOOP("Activity", "党员和本户"),
        QT_TRANSLATE_NOOP("Activity", "赠分"),
        QT_TRANSLATE_NOOP("Activity", "兑换减不减得分"),
        QT_TRANSLATE_NOOP("Activity", "清零结转"),
        QT_TRANSLATE_NOOP("Activity", "几个月到期"),
        QT_TRANSLATE_NOOP("Activity", "欠分"),
        QT_TRANSLATE_NOOP("Activity", "截止日"),
        QT_TRANSLATE_NOOP("Activity", "网格大小"),
        QT_TRANSLATE_NOOP("Activity", "分户的积分"),
        QT_TRANSLATE_NOOP("Activity", "并户的积分"),
        QT_TRANSLATE_NOOP("Activity", "其他"),
        QT_TRANSLATE_NOOP("Activity", " {points} 分"),
        QT_TRANSLATE_NOOP("Activity", "（{text}）"),
        QT_TRANSLATE_NOOP("Activity", "（{text}等）"),
        QT_TRANSLATE_NOOP("Activity", "{part} {count} 件"),
        QT_TRANSLATE_NOOP("Activity", "、"),
        QT_TRANSLATE_NOOP("Activity", "{sentence}（日期 {day}）"),
        QT_TRANSLATE_NOOP("Activity", "程序"),
    }
)
"""Everything that the log may say."""

_say = partial(translate, "Activity")


def sentence(row: LogRow) -> str:
    """What was done, in the language of the window."""
    return words.sentence(row, _say)


def who(row: LogRow) -> str:
    """Who did it."""
    return words.who(row, _say)


def group_word(group: LogGroup) -> str:
    """A kind of acts to choose."""
    return _say(words.GROUPS[group])
