"""Sentences for the council, its charter and members, pledges, and things lent."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "bodies.name-missing": QT_TRANSLATE_NOOP("Sentences", "没有写机构名称，没有保存，请补上。"),
        "bodies.founded-in-future": QT_TRANSLATE_NOOP(
            "Sentences", "成立日期 {day} 在今天（{today}）之后，请核对。"
        ),
        "bodies.charter-empty": QT_TRANSLATE_NOOP(
            "Sentences", "没有章程文字，没有保存，请粘贴全文或写明文件名。"
        ),
        "bodies.words-too-long": QT_TRANSLATE_NOOP("Sentences", "文字太长（最多 {most} 字），请删短再保存。"),
        "bodies.member-missing": QT_TRANSLATE_NOOP("Sentences", "没有写是谁，请找一位居民，或写姓名。"),
        "bodies.duty-missing": QT_TRANSLATE_NOOP("Sentences", "没有写职务，请选一个或自己写。"),
        "bodies.fact-too-long": QT_TRANSLATE_NOOP("Sentences", "这一项超过 {most} 字，请删短。"),
        "bodies.unknown-person": QT_TRANSLATE_NOOP("Sentences", "花名册里没有“{text}”，请核对，或只写姓名。"),
        "bodies.namesakes": QT_TRANSLATE_NOOP("Sentences", "“{name}”有几位，住在 {codes}，请写明户编号。"),
        "bodies.term-there": QT_TRANSLATE_NOOP(
            "Sentences", "{name}从 {since} 起已是{duty}，任期还没有结束，不能再添。"
        ),
        "bodies.term-ends-before-it-begins": QT_TRANSLATE_NOOP(
            "Sentences", "任期从 {since} 起，最后一天不能更早，请改日期。"
        ),
        "bodies.term-ended-already": QT_TRANSLATE_NOOP(
            "Sentences", "{name}的任期已在 {on} 结束，只能提前，请改日期。"
        ),
        "bodies.unknown-term": QT_TRANSLATE_NOOP("Sentences", "没有编号“{text}”的任期，请刷新后再选。"),
        "pledges.empty": QT_TRANSLATE_NOOP("Sentences", "承诺书没有文字，没有保存，请写上。"),
        "pledges.same-words": QT_TRANSLATE_NOOP(
            "Sentences", "文字与第 {number} 版一样，没有另存，请改后再存。"
        ),
        "pledges.decided-in-future": QT_TRANSLATE_NOOP(
            "Sentences", "议定日期 {day} 在今天（{today}）之后，请核对。"
        ),
        "pledges.signer-missing": QT_TRANSLATE_NOOP("Sentences", "没有写谁签的，请找一位居民或一户。"),
        "pledges.signed-in-future": QT_TRANSLATE_NOOP(
            "Sentences", "签订日期 {day} 在今天（{today}）之后，请核对。"
        ),
        "pledges.signed-already": QT_TRANSLATE_NOOP(
            "Sentences", "{name}已在 {on} 签过（第 {number} 份），不用再登记。"
        ),
        "pledges.unknown": QT_TRANSLATE_NOOP("Sentences", "没有编号“{text}”的承诺书，请核对。"),
        "pledges.struck-already": QT_TRANSLATE_NOOP(
            "Sentences", "第 {number} 份承诺书已经作废，请另选一份。"
        ),
        "pledges.reason-missing": QT_TRANSLATE_NOOP("Sentences", "作废要写原因，没有保存，请补上。"),
        "lending.name-missing": QT_TRANSLATE_NOOP("Sentences", "没有写物品名称，没有保存，请补上。"),
        "lending.unit-missing": QT_TRANSLATE_NOOP("Sentences", "没有写单位（张、把、套），请补上。"),
        "lending.there-already": QT_TRANSLATE_NOOP(
            "Sentences", "已经有“{name}”了，请改它的数量，或换个名称。"
        ),
        "lending.unknown-equipment": QT_TRANSLATE_NOOP("Sentences", "没有叫“{text}”的物品，请核对名称。"),
        "lending.less-than-out": QT_TRANSLATE_NOOP(
            "Sentences", "{name}还有 {out} {unit}借在外面，总数不能更少，请先登记归还。"
        ),
        "lending.not-that-many": QT_TRANSLATE_NOOP(
            "Sentences", "{name}现在只有 {free} {unit}能借，请改数量。"
        ),
        "lending.nothing-counted": QT_TRANSLATE_NOOP("Sentences", "数量要从 1 起，请填数。"),
        "lending.count-too-large": QT_TRANSLATE_NOOP("Sentences", "数量太大（最多 {most}），请核对。"),
        "lending.borrower-missing": QT_TRANSLATE_NOOP("Sentences", "没有写借给谁，请选一件红白事或一户。"),
        "lending.unknown-loan": QT_TRANSLATE_NOOP("Sentences", "没有编号“{text}”的借用，请刷新后再选。"),
        "lending.more-than-lent": QT_TRANSLATE_NOOP(
            "Sentences", "这一笔只剩 {open} {unit}没还，合起来不能更多，请改。"
        ),
        "lending.moved-in-future": QT_TRANSLATE_NOOP(
            "Sentences", "日期 {day} 在今天（{today}）之后，请核对。"
        ),
        "lending.back-before-out": QT_TRANSLATE_NOOP("Sentences", "{since} 才借出，归还不能更早，请改日期。"),
        "lending.due-before-out": QT_TRANSLATE_NOOP("Sentences", "{since} 才借出，应还不能更早，请改日期。"),
        "lending.text-too-long": QT_TRANSLATE_NOOP("Sentences", "这一项超过 {most} 字，请删短。"),
    }
)
