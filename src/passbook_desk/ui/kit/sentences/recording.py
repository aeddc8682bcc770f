"""Sentences of recording deeds, and of what the village's rules leave out of an act of entry."""

from typing import Final

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Final = {
    "ledger.limit-day": QT_TRANSLATE_NOOP(
        "Sentences", "{name}（{number}）“{item}”当天已满 {used}/{amount} {unit}，没有记。"
    ),
    "ledger.limit-month": QT_TRANSLATE_NOOP(
        "Sentences", "{name}（{number}）“{item}”当月已满 {used}/{amount} {unit}，没有记。"
    ),
    "ledger.limit-quarter": QT_TRANSLATE_NOOP(
        "Sentences", "{name}（{number}）“{item}”当季已满 {used}/{amount} {unit}，没有记。"
    ),
    "ledger.limit-year": QT_TRANSLATE_NOOP(
        "Sentences", "{name}（{number}）“{item}”当年已满 {used}/{amount} {unit}，没有记。"
    ),
    "ledger.limit-ever": QT_TRANSLATE_NOOP(
        "Sentences", "{name}（{number}）“{item}”累计已满 {used}/{amount} {unit}，没有记。"
    ),
    "ledger.deed-twice": QT_TRANSLATE_NOOP(
        "Sentences", "{name}（{number}）{day} 已记过“{item}”，没有再记。确实又做了一次的，请确认后再记。"
    ),
    "ledger.deed-once": QT_TRANSLATE_NOOP(
        "Sentences", "{name}（{number}）{day} 已记过“{item}”，本村一户一天只记一次，没有再记。"
    ),
    "ledger.other-book-too": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name}（{number}）{day} 的“{item}”已记在本户另一本存折（{other}）上，没有再记。是两件事的，请确认。",
    ),
    "ledger.other-book-once": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name}（{number}）{day} 的“{item}”已记在本户另一本存折（{other}）上，本村只记一本，没有再记。",
    ),
    "ledger.no-debt": QT_TRANSLATE_NOOP(
        "Sentences", "{name}（{number}）结余 {balance} 分，不够扣“{item}”；本村规定这种存折不能欠分。"
    ),
    "ledger.left-out-then": QT_TRANSLATE_NOOP(
        "Sentences", "{name}（{number}）的“{item}”上次保存时没有记进这一批。要记请重新开一张。"
    ),
    "ledger.unknown-voucher": QT_TRANSLATE_NOOP("Sentences", "没有第 {voucher} 批，请核对批号。"),
    "ledger.no-deeds-in-voucher": QT_TRANSLATE_NOOP(
        "Sentences", "第 {voucher} 批不是记事项的（期初、基础分、冲销等），不能这样改。"
    ),
    "ledger.undo-of-others": QT_TRANSLATE_NOOP(
        "Sentences", "这一批不是您自己直接记的，不能直接撤销；请写明原因，用冲销改正。"
    ),
    "ledger.undo-from-before": QT_TRANSLATE_NOOP(
        "Sentences", "这一批不是今天记的，不能直接撤销；请写明原因，用冲销改正。"
    ),
    "ledger.undo-on-paper": QT_TRANSLATE_NOOP(
        "Sentences", "账号 {number} 的第 {seq} 行已经印在存折或公示上，不能直接撤销；请写明原因，用冲销改正。"
    ),
}
