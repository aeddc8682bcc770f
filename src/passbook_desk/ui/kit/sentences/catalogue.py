"""Sentences about drafts of a catalogue, limits and vetoes."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "catalogue.wrong-limit": QT_TRANSLATE_NOOP(
            "Sentences",
            "“{item} {name}”的上限不对，请核对：数要大于 0，同一期限只能写一条，对象要是这一项的。",
        ),
        "catalogue.veto-incomplete": QT_TRANSLATE_NOOP(
            "Sentences", "“{item} {name}”的一票否决要同时选效果和期限，请补上。"
        ),
        "catalogue.gift-takes-points": QT_TRANSLATE_NOOP(
            "Sentences", "“{item} {name}”是扣分，不能当赠送积分，请改积分用途。"
        ),
        "catalogue.value-not-understood": QT_TRANSLATE_NOOP(
            "Sentences", "“{value}”读不准，请写成 10、-2、5分/次、5-10分、2分/小时 的样子；还没议定就空着。"
        ),
        "catalogue.no-draft": QT_TRANSLATE_NOOP("Sentences", "没有积分细则草稿，请先导入表格或起草。"),
        "catalogue.unknown-version": QT_TRANSLATE_NOOP(
            "Sentences", "没有第 {number} 版积分细则，请用 catalogue list 看有哪些版。"
        ),
        "finding.limit_unread": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”的“{words}”看不准，程序不会按它限，请改写成“每月最多20分”的样子。"
        ),
        "finding.limit_by_hand": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”的“{words}”程序数不了，记分的人自己把关。"
        ),
        "finding.limit_endless": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”的“{words}”没写按日、月还是年，先按一直累计算，请核对。"
        ),
        "finding.limit_shared": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”的“{words}”是几行合用的，程序不会按它限，请在每项里写清。"
        ),
        "finding.total_limit_unread": QT_TRANSLATE_NOOP(
            "Sentences", "说明里的“{words}”看不准，程序不会按它限，请写成“全部加分每月不超过100分”的样子。"
        ),
        "finding.value_is_date": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”的分值被表格软件改成了日期 {value}，先停用，请改成“5至10分”的样子。"
        ),
        "finding.sheet_repeated": QT_TRANSLATE_NOOP(
            "Sentences", "这张表和别的表说的一样，没有再读，请核对。"
        ),
        "finding.item_twice": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”在同一类里出现两次，两条都读入了，请核对。"
        ),
        "finding.item_code_taken": QT_TRANSLATE_NOOP(
            "Sentences", "编码 {code} 以前是“{other}”，编码不能改给别的事，已换新编码，请核对。"
        ),
        "finding.effect_unread": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”的用途“{value}”看不准，先按计分并可兑换，请核对。"
        ),
        "finding.veto_unread": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”写着“{value}”，效果和期限看不准，没有设否决，请在事项里选。"
        ),
    }
)
