"""Sentences for the course of events: steps from the report to the closing."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "events.step-not-allowed": QT_TRANSLATE_NOOP(
            "Sentences", "{number} 号报备现在不能办这一步，请先看它办到哪里了。"
        ),
        "events.unknown-photo": QT_TRANSLATE_NOOP("Sentences", "这张照片已经删掉了，请重新打开看。"),
        "events.already-proposed": QT_TRANSLATE_NOOP(
            "Sentences", "{number} 已建议过积分（会议记录 {reference}），一件事只算一次。"
        ),
        "events.nothing-proposed": QT_TRANSLATE_NOOP("Sentences", "还没有勾选事项，请勾上理事会议定的。"),
        "events.step-in-future": QT_TRANSLATE_NOOP(
            "Sentences", "日期 {day} 在今天（{today}）之后，办了再记，请核对。"
        ),
        "events.step-too-old": QT_TRANSLATE_NOOP(
            "Sentences", "日期 {day} 比报备（{reported_on}）早一年以上，请核对年份。"
        ),
        "events.reference-missing": QT_TRANSLATE_NOOP(
            "Sentences", "这一步要写会议记录号或备案号，请照纸上的填。"
        ),
        "events.words-missing": QT_TRANSLATE_NOOP("Sentences", "这一步要写意见或原因，请补上一句。"),
        "events.who-missing": QT_TRANSLATE_NOOP("Sentences", "还没有写谁去的，请填核查人或走访人。"),
        "events.nothing-changed": QT_TRANSLATE_NOOP(
            "Sentences", "没有改日子、地点，也没有改计划，请填要改的。"
        ),
        "events.not-held-yet": QT_TRANSLATE_NOOP(
            "Sentences", "核查日期 {day} 早于办事日期 {first}，请核对日期。"
        ),
        "events.words-for-unapproved": QT_TRANSLATE_NOOP(
            "Sentences", "这件事没有核准就办了，核查时请写明情况。"
        ),
        "events.outcome-does-not-fit": QT_TRANSLATE_NOOP(
            "Sentences", "请选结果：核查是未超、劝导、超标，回访是已整改、未整改。"
        ),
        "events.second-look-does-not-fit": QT_TRANSLATE_NOOP(
            "Sentences", "回访期限只用于要整改的，且不早于当天，请改。"
        ),
        "events.wrong-guests": QT_TRANSLATE_NOOP(
            "Sentences", "来客人数 {guests} 不对（最多 {most}），请核对。"
        ),
        "events.step-takes-no-figures": QT_TRANSLATE_NOOP(
            "Sentences", "这一步不改桌数等数字，请去掉，另记一步。"
        ),
        "events.step-takes-no-days": QT_TRANSLATE_NOOP("Sentences", "这一步不改日子和地点，请另记“改期”。"),
        "events.step-takes-no-other": QT_TRANSLATE_NOOP(
            "Sentences", "只有并为一件要写另一件的编号，请核对。"
        ),
        "events.not-one-feast": QT_TRANSLATE_NOOP(
            "Sentences", "与 {number} 号不是同一户（或合办）的同类事，不能并为一件。"
        ),
        "events.other-not-open": QT_TRANSLATE_NOOP(
            "Sentences", "{number} 号已办结、撤回或并入别件，不能再并入，请核对编号。"
        ),
        "events.has-parts": QT_TRANSLATE_NOOP(
            "Sentences", "{parts} 已并入 {number} 号，请先办好并入的那一件。"
        ),
        "events.ends-before-it-begins": QT_TRANSLATE_NOOP(
            "Sentences", "最后一天早于开始的 {since}，请改结束日期。"
        ),
        "events.too-many-days": QT_TRANSLATE_NOOP("Sentences", "日子和地点最多 {most} 个，请核对日期。"),
    }
)
