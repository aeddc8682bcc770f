"""Sentences for the points catalogue, the red-white standard and events."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "catalogue.none-in-force": QT_TRANSLATE_NOOP(
            "Sentences", "{day} 还没有执行积分细则，请核对日期，或先采用积分细则。"
        ),
        "catalogue.unknown-item": QT_TRANSLATE_NOOP(
            "Sentences", "{day} 的积分细则里没有事项“{item}”，请核对编码。"
        ),
        "catalogue.item-disabled": QT_TRANSLATE_NOOP(
            "Sentences", "“{item} {name}”还没有议定分值，不能记，请先开会定分。"
        ),
        "catalogue.points-out-of-range": QT_TRANSLATE_NOOP(
            "Sentences", "“{item} {name}”只能记 {least} 到 {most} 分，填的是 {points} 分，请改。"
        ),
        "catalogue.points-not-per-unit": QT_TRANSLATE_NOOP(
            "Sentences", "“{item} {name}”每{unit} {value} 分，{points} 分不是整数倍，请改。"
        ),
        "catalogue.points-not-given": QT_TRANSLATE_NOOP(
            "Sentences", "“{item} {name}”是 {least} 到 {most} 分，请填这一次记几分。"
        ),
        "catalogue.quantity-out-of-range": QT_TRANSLATE_NOOP(
            "Sentences", "“{item} {name}”一笔的数量应是 1 到 {most}，请改，或分开记。"
        ),
        "catalogue.nothing-enabled": QT_TRANSLATE_NOOP(
            "Sentences", "这份细则里没有一条能记分的事项，没有采用，请先补分值。"
        ),
        "catalogue.wrong-code": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”的编码“{item}”不对，应是 101 到 999 的三位数字。"
        ),
        "catalogue.code-twice": QT_TRANSLATE_NOOP(
            "Sentences", "编码 {item} 给了“{other}”和“{name}”两条，请改一个。"
        ),
        "catalogue.code-reused": QT_TRANSLATE_NOOP(
            "Sentences", "编码 {item} 以前是“{other}”，不能改给“{name}”，请换编码。"
        ),
        "catalogue.no-free-code": QT_TRANSLATE_NOOP("Sentences", "三位编码都用完了，请减少事项再采用。"),
        "catalogue.wrong-item-value": QT_TRANSLATE_NOOP(
            "Sentences", "“{item} {name}”的分值写得不对，没有采用，请核对高低和正负。"
        ),
        "catalogue.item-incomplete": QT_TRANSLATE_NOOP(
            "Sentences", "编码“{item}”的事项缺名称、类别或适用对象，请补上。"
        ),
        "village.meeting-in-future": QT_TRANSLATE_NOOP(
            "Sentences", "开会日期 {day} 在今天（{today}）之后，请核对。"
        ),
        "village.effective-before-meeting": QT_TRANSLATE_NOOP(
            "Sentences", "执行日期 {day} 早于开会日期 {meeting}，请改成开会当天或以后。"
        ),
        "village.effective-before-earlier": QT_TRANSLATE_NOOP(
            "Sentences", "第 {number} 版从 {other_day} 起执行，新的一版不能早到 {day}，请改日期。"
        ),
        "events.no-standard": QT_TRANSLATE_NOOP(
            "Sentences", "村里还没有采用红白事标准，不能报备，请先在设置里采用。"
        ),
        "events.before-standard": QT_TRANSLATE_NOOP(
            "Sentences", "{day} 还没有红白事标准（{first} 起执行），请核对日期。"
        ),
        "events.unknown-standard": QT_TRANSLATE_NOOP(
            "Sentences", "没有第“{number}”版红白事标准，请核对版次。"
        ),
        "events.unknown-event": QT_TRANSLATE_NOOP("Sentences", "没有编号“{event}”的红白事，请核对编号。"),
        "events.negative-figure": QT_TRANSLATE_NOOP(
            "Sentences", "申报的数不能小于 0，填的是 {amount}，请改。"
        ),
        "events.figure-too-large": QT_TRANSLATE_NOOP(
            "Sentences", "申报的数 {amount} 太大（最多 {most}），请核对。"
        ),
        "events.figure-twice": QT_TRANSLATE_NOOP("Sentences", "同一项申报了两次，请去掉一个。"),
        "events.held-date-too-far": QT_TRANSLATE_NOOP(
            "Sentences", "办事日期 {day} 离今天（{today}）一年以上，请核对年份。"
        ),
        "events.wrong-phone": QT_TRANSLATE_NOOP("Sentences", "联系电话只能填数字，请核对。"),
        "events.text-too-long": QT_TRANSLATE_NOOP(
            "Sentences", "有一项超过 {most} 字，报备表放不下，请删短。"
        ),
        "events.nothing-limited": QT_TRANSLATE_NOOP(
            "Sentences", "这份标准里没有一项限额，没有采用，请先填上数。"
        ),
        "events.limit-twice": QT_TRANSLATE_NOOP("Sentences", "标准里有一项写了两遍，没有采用，请去掉一行。"),
        "events.negative-limit": QT_TRANSLATE_NOOP(
            "Sentences", "标准里的限额 {amount} 不对，没有采用，请核对。"
        ),
        "events.report-ends-early": QT_TRANSLATE_NOOP(
            "Sentences", "统计到 {last} 止，早于开始的 {first}，请改日期。"
        ),
        "finding.item_without_name": QT_TRANSLATE_NOOP(
            "Sentences", "这一行有分值没有事项，没有读入，请补事项。"
        ),
        "finding.item_without_category": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”没有类别，先放在“其他”里，请核对。"
        ),
        "finding.value_unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”的分值“{value}”读不准，先停用，请改成“5分/次”的样子。"
        ),
        "finding.value_undecided": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”的分值还没有议定，先停用，定分后再采用。"
        ),
        "finding.value_either": QT_TRANSLATE_NOOP("Sentences", "“{name}”的“{value}”按一个范围读入，请核对。"),
        "finding.item_split": QT_TRANSLATE_NOOP("Sentences", "“{name}”一行有几件事，分成：{items}，请核对。"),
        "finding.item_code_replaced": QT_TRANSLATE_NOOP(
            "Sentences", "编码“{code}”不是三位数字或重复了，已换新编码，请核对。"
        ),
        "finding.holders_unknown": QT_TRANSLATE_NOOP(
            "Sentences", "适用对象“{value}”认不出，按类别定了，请核对。"
        ),
        "finding.shop_items_undecided": QT_TRANSLATE_NOOP("Sentences", "商户事项没有分值，先停用：{items}。"),
        "finding.standard_words_only": QT_TRANSLATE_NOOP(
            "Sentences", "“{title}”的“{words}”没有单一的数，只当文字规定，请核对。"
        ),
        "finding.standard_line_twice": QT_TRANSLATE_NOOP(
            "Sentences", "“{title}”与前面一行说的是同一项，没有读入，请去掉一行。"
        ),
    }
)
