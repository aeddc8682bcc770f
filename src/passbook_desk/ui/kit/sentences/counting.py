"""Sentences of counting: periods, closing them, clearing and carrying over."""

from typing import Final

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Final = {
    "period.not-a-period": QT_TRANSLATE_NOOP(
        "Sentences", "“{text}”不是周、月、季或年，请写成 2026-09、2026Q3、2026 或那一周里的一天。"
    ),
    "app.other-period": QT_TRANSLATE_NOOP(
        "Sentences", "“{text}”长短不对：周报写那一周里的一天，月报写 2026-09。"
    ),
    "ledger.period-not-over": QT_TRANSLATE_NOOP(
        "Sentences", "{period}要到 {last_on} 才过完，过完才能关账，请到时再关。"
    ),
    "ledger.period-closed": QT_TRANSLATE_NOOP("Sentences", "到 {last_on} 为止已经关账，{period}不用再关。"),
    "ledger.period-not-closed": QT_TRANSLATE_NOOP(
        "Sentences", "这一期没有关账，或不是在这里关的，不用重新打开。"
    ),
    "ledger.later-days-closed": QT_TRANSLATE_NOOP(
        "Sentences", "后面的日子也关着（到 {last_on}），请先打开最后关的那一期。"
    ),
    "ledger.run-not-decided": QT_TRANSLATE_NOOP(
        "Sentences", "村里没有定这种办法，请先在“积分规矩”里写明积分怎么结转、怎么发基础分。"
    ),
    "ledger.run-done-before": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”已经做过，不能再做；做错了请先整批冲销。"
    ),
    "ledger.run-figures-changed": QT_TRANSLATE_NOOP(
        "Sentences", "列出清单以后又有积分变动，“{name}”没有做，请重新列清单核对。"
    ),
    "ledger.nothing-to-run": QT_TRANSLATE_NOOP("Sentences", "“{name}”没有要动的存折，不用做。"),
    "ledger.closed-by-notice": QT_TRANSLATE_NOOP(
        "Sentences", "这些日子已经出了 {number} 号公示，不能再打开；更正请冲销，记在下一期。"
    ),
}
