"""Sentences for books: their kinds, their lives, what goes on their paper."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "books.layout-wrong": QT_TRANSLATE_NOOP(
            "Sentences", "折样里同一栏写了两次，请重新导出。"
        ),
        "books.layout-number-outside": QT_TRANSLATE_NOOP("Sentences", "这里要填 {least} 到 {most}，请改。"),
        "books.layout-number-unreadable": QT_TRANSLATE_NOOP("Sentences", "“{text}”不是数，请只填数字。"),
        "books.layout-name-wrong": QT_TRANSLATE_NOOP("Sentences", "请起个名称，最多 {most} 个字。"),
        "books.lines-beyond-page": QT_TRANSLATE_NOOP(
            "Sentences", "{lines} 行排到 {end} 毫米，超出页高 {height} 毫米，请改行数或行距。"
        ),
        "books.fold-half": QT_TRANSLATE_NOOP(
            "Sentences", "骑缝在第几行后、空几行，请两个都填；没有骑缝就都填 0。"
        ),
        "books.column-missing": QT_TRANSLATE_NOOP(
            "Sentences", "日期、事项、加、扣、结余五栏都要有，请补上。"
        ),
        "books.columns-overlap": QT_TRANSLATE_NOOP(
            "Sentences", "这一栏压着左边的栏，请改“左”，或改窄左边的栏。"
        ),
        "books.column-beyond-page": QT_TRANSLATE_NOOP(
            "Sentences", "这一栏到 {end} 毫米，超出页宽 {width} 毫米，请改窄。"
        ),
        "books.type-retired": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”已停用，只能改位置；页数、行数请在现用的折样里改。"
        ),
        "books.layout-unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "这份折样读不懂，没有收下，请重新导出。"
        ),
        "books.unknown-type": QT_TRANSLATE_NOOP("Sentences", "没有“{name}”这种折样，请在折样里看看名称。"),
        "books.type-twice": QT_TRANSLATE_NOOP("Sentences", "已有折样叫“{name}”，请换一个名称。"),
        "books.unknown-book": QT_TRANSLATE_NOOP("Sentences", "没有存折 {number}，请核对存折号。"),
        "books.wrong-number": QT_TRANSLATE_NOOP(
            "Sentences", "“{number}”不是存折号，请照折上写，只写 3 到 21 位数字。"
        ),
        "books.number-taken": QT_TRANSLATE_NOOP("Sentences", "存折号 {number} 已经用过，请核对或另写一个。"),
        "books.has-book": QT_TRANSLATE_NOOP(
            "Sentences", "账号 {number} 已有存折 {book}，要换新的请按换折或挂失补发。"
        ),
        "books.ended": QT_TRANSLATE_NOOP("Sentences", "存折 {number} 已停用，请用这一户现在的存折。"),
        "books.full": QT_TRANSLATE_NOOP("Sentences", "存折 {number} 写满了，请换折再登。"),
        "books.other-colour": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”不能用于账号 {number} 的颜色，请另选折样。"
        ),
        "books.position-outside": QT_TRANSLATE_NOOP(
            "Sentences", "这种折只有 {pages} 页、每页 {lines} 行，请照折上的页和行填。"
        ),
        "books.balance-not-in-ledger": QT_TRANSLATE_NOOP(
            "Sentences", "账上没有哪一行结余是 {balance}（现在 {now}），请核对折上最后一行。"
        ),
        "books.balance-ambiguous": QT_TRANSLATE_NOOP(
            "Sentences", "账上第 {lines} 行的结余都是 {balance}，请选折上最后一行。"
        ),
        "books.nothing-to-print": QT_TRANSLATE_NOOP("Sentences", "存折 {number} 没有要登的行，都在折上了。"),
        "books.plan-outdated": QT_TRANSLATE_NOOP(
            "Sentences", "存折 {number} 刚又记了账，还没有打印，请再看一遍再打。"
        ),
        "books.print-open": QT_TRANSLATE_NOOP(
            "Sentences", "存折 {number} 上次打的还没有答复，请先答打好了吗。"
        ),
        "books.no-print-open": QT_TRANSLATE_NOOP("Sentences", "没有等着答复的打印，请先登折。"),
        "books.wrong-outcome": QT_TRANSLATE_NOOP(
            "Sentences", "这次只送了 {lines} 行，没有这一行，请照打出来的填。"
        ),
        "books.outcome-too-late": QT_TRANSLATE_NOOP(
            "Sentences", "存折 {number} 后来又登过或已停用，只有最后一次打印能更正。"
        ),
        "books.paper-doubted": QT_TRANSLATE_NOOP(
            "Sentences", "恢复过备份，存折 {number} 上可能多出几行，请先对着折改登折位置。"
        ),
        "books.place-unchanged": QT_TRANSLATE_NOOP(
            "Sentences", "存折 {number} 的下一行就是 {page}-{line}，不用改。"
        ),
        "books.place-before-start": QT_TRANSLATE_NOOP(
            "Sentences", "存折 {number} 是从 {page}-{line} 接手的，前面是手记的，请填后面的行。"
        ),
        "books.holder-unchanged": QT_TRANSLATE_NOOP("Sentences", "存折 {number} 上就是{name}，不用过户。"),
        "books.broken": QT_TRANSLATE_NOOP(
            "Sentences", "存折 {number} 的登折记录和账本对不上，请不要再登折，用备份核对。"
        ),
        "app.place-not-given": QT_TRANSLATE_NOOP(
            "Sentences", "没有写改到哪里，请加 --set 页-行，如 --set 2-7。"
        ),
        "app.no-book-doubted": QT_TRANSLATE_NOOP("Sentences", "这些存折没有要先看折的，可以直接登折。"),
        "app.everybody-has-book": QT_TRANSLATE_NOOP("Sentences", "这里的账户都有存折了，不用再发。"),
        "app.nothing-due": QT_TRANSLATE_NOOP(
            "Sentences", "这个网格没有要登的存折，都登好了，或还没答打好了吗。"
        ),
        "app.no-books-here": QT_TRANSLATE_NOOP("Sentences", "这个网格还没有存折，请先发折（book issue）。"),
        "app.number-for-one-book": QT_TRANSLATE_NOOP(
            "Sentences", "--number 只能给一本存折，请用 --account 写一个账号。"
        ),
    }
)  # fmt: skip
