"""Sentences of what a village decides about points, steps and people."""

from typing import Final

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Final = {
    "village.setting-out-of-range": QT_TRANSLATE_NOOP(
        "Sentences", "这里只能填 {least} 到 {most} 的数，“{text}”不行，请改。"
    ),
    "village.setting-negative": QT_TRANSLATE_NOOP("Sentences", "这里不能是负数，“{text}”不行，请改。"),
    "village.grid-sizes-crossed": QT_TRANSLATE_NOOP(
        "Sentences", "最少 {least} 户比最多 {most} 户还多，请改其中一个。"
    ),
    "village.bands-not-rising": QT_TRANSLATE_NOOP(
        "Sentences", "分数线要从低到高，分高的星也要多，每个分数只写一次，请改。"
    ),
    "village.too-many-stars": QT_TRANSLATE_NOOP("Sentences", "每档只能给 1 到 {most} 颗星，请改。"),
}
