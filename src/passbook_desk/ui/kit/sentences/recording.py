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
        "{name}（{number}）{day} 的“{item}”已记在本户另一本存折（{other}）上，没有再记。是另一件事的，请确认后再记。",
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
}
