"""Sentences of notices, objections to them, and of pictures that are kept."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "notices.not-over": QT_TRANSLATE_NOOP(
            "Sentences", "{period}要过了 {last_on} 才能出榜，现在只能打校样。"
        ),
        "notices.wrong-about": QT_TRANSLATE_NOOP(
            "Sentences", "“{text}”不能用于这种公示，请写期间、细则版号或原公示的编号。"
        ),
        "notices.nothing-to-publish": QT_TRANSLATE_NOOP(
            "Sentences", "{title}没有可列的内容，没有出榜，请核对。"
        ),
        "notices.issued-before": QT_TRANSLATE_NOOP(
            "Sentences", "{title}已出榜（{number} 号），要重出一版请写明原因。"
        ),
        "notices.not-issued-yet": QT_TRANSLATE_NOOP(
            "Sentences", "{title}还没有出过榜，请去掉重出的原因再出榜。"
        ),
        "notices.unknown": QT_TRANSLATE_NOOP("Sentences", "没有“{number}”这份公示，请照公示上的编号填。"),
        "notices.wrong-look": QT_TRANSLATE_NOOP(
            "Sentences", "请选公示的对象和栏目；楼栋只能单独出；字号 16 到 22。"
        ),
        "notices.too-wide": QT_TRANSLATE_NOOP(
            "Sentences", "选的栏目在这种纸上用大字排不下，请少选几栏，或换 A3、横放。"
        ),
        "notices.place-missing": QT_TRANSLATE_NOOP("Sentences", "没有写贴在哪里、谁贴的，没有保存，请补上。"),
        "notices.hung-before-issued": QT_TRANSLATE_NOOP(
            "Sentences", "张贴日期 {day} 早于出榜（{issued_on}），请核对。"
        ),
        "notices.hung-backwards": QT_TRANSLATE_NOOP(
            "Sentences", "贴到的日子早于张贴，或超过一年，请核对日期。"
        ),
        "notices.hung-in-future": QT_TRANSLATE_NOOP(
            "Sentences", "张贴日期 {day} 在今天（{today}）之后，贴了再记。"
        ),
        "notices.closed": QT_TRANSLATE_NOOP(
            "Sentences", "公示{number}已在 {closed_on} 归档，这一步不用再办。"
        ),
        "notices.replaced": QT_TRANSLATE_NOOP("Sentences", "公示{number}已由{other}代替，请在{other}上办。"),
        "notices.never-hung": QT_TRANSLATE_NOOP("Sentences", "公示{number}还没有张贴，请先登记张贴再归档。"),
        "notices.still-hangs": QT_TRANSLATE_NOOP(
            "Sentences", "公示{number}要贴到 {until_on}，过了这天才能归档。"
        ),
        "notices.objections-open": QT_TRANSLATE_NOOP(
            "Sentences", "公示{number}还有 {objections} 件异议没有答复，请先处理再归档。"
        ),
        "notices.text-too-long": QT_TRANSLATE_NOOP("Sentences", "文字太长（最多 {most} 字），请删短再保存。"),
        "notices.unknown-photo": QT_TRANSLATE_NOOP("Sentences", "这张照片已经删掉了，请重新打开看。"),
        "notices.broken": QT_TRANSLATE_NOOP(
            "Sentences", "公示 {number} 和出榜时不一样，请不要再记账，用备份核对。"
        ),
        "notices.figures-broken": QT_TRANSLATE_NOOP(
            "Sentences", "公示 {number} 第 {line} 行的数和账本对不上，请不要再记账，用备份核对。"
        ),
        "objections.unknown": QT_TRANSLATE_NOOP("Sentences", "没有“{number}”这件异议，请核对异议的编号。"),
        "objections.no-such-line": QT_TRANSLATE_NOOP(
            "Sentences", "这份公示没有第 {line} 行，只到第 {most} 行，请照公示上的行号填。"
        ),
        "objections.words-missing": QT_TRANSLATE_NOOP(
            "Sentences", "没有写异议的内容或答复，没有保存，请补上。"
        ),
        "objections.text-too-long": QT_TRANSLATE_NOOP(
            "Sentences", "文字太长（最多 {most} 字），请删短再保存。"
        ),
        "objections.received-before-issued": QT_TRANSLATE_NOOP(
            "Sentences", "收到日期 {day} 早于出榜（{issued_on}），请核对。"
        ),
        "objections.received-in-future": QT_TRANSLATE_NOOP(
            "Sentences", "收到日期 {day} 在今天（{today}）之后，请核对。"
        ),
        "objections.due-too-early": QT_TRANSLATE_NOOP(
            "Sentences", "答复期限 {day} 早于收到的 {received_on}，请改期限。"
        ),
        "objections.handler-missing": QT_TRANSLATE_NOOP("Sentences", "没有写交给谁办，没有保存，请补上。"),
        "objections.answered-before": QT_TRANSLATE_NOOP(
            "Sentences", "{number}已经办结，不能再改；又有意见请另记一件。"
        ),
        "objections.nothing-corrected": QT_TRANSLATE_NOOP(
            "Sentences", "{number}写了更正，却没有要冲销、补记的，请勾选或改为维持。"
        ),
        "objections.correction-of-upheld": QT_TRANSLATE_NOOP(
            "Sentences", "{number}写了维持，不能又更正积分，请改为更正，或去掉。"
        ),
        "objections.other-book": QT_TRANSLATE_NOOP(
            "Sentences", "{number} 不是异议所指那一行的账，没有更正，请核对。"
        ),
        "objections.own-household": QT_TRANSLATE_NOOP(
            "Sentences", "这件异议是 {operator} 自己家的，请换另一个人登录来答复。"
        ),
        "objections.paper-missing": QT_TRANSLATE_NOOP(
            "Sentences", "村里的积分要审核，更正请写签了字的单据号。"
        ),
        "app.photo-not-there": QT_TRANSLATE_NOOP(
            "Sentences", "读不到照片“{path}”，请看看文件还在不在，再选一次。"
        ),
        "app.book-not-named": QT_TRANSLATE_NOOP(
            "Sentences", "异议是对整张公示的，补记到哪一本请用 --account 写账号。"
        ),
        "pictures.not-a-picture": QT_TRANSLATE_NOOP("Sentences", "这不是照片，请选 jpg 或 png 的照片。"),
        "pictures.too-large": QT_TRANSLATE_NOOP(
            "Sentences", "照片有 {size} KB，最多 {most} KB，请换小一点的。"
        ),
        "pictures.too-many": QT_TRANSLATE_NOOP("Sentences", "已经有 {most} 张照片，删掉不用的再加。"),
    }
)
