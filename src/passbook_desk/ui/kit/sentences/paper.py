"""Sentences for passbooks and prints."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "passbooks.printout-outdated": QT_TRANSLATE_NOOP(
            "Sentences", "准备打印时又记了账，这一版没有打印，请重新打印。"
        ),
        "documents.print-exchange-missing": QT_TRANSLATE_NOOP(
            "Sentences", "读不到“{path}”，请看看文件还在不在，再选一次。"
        ),
        "documents.print-exchange-foreign": QT_TRANSLATE_NOOP(
            "Sentences", "“{path}”不是本程序导出的校准和折样，请另选一个。"
        ),
        "documents.print-exchange-newer": QT_TRANSLATE_NOOP(
            "Sentences", "“{path}”由新版程序导出，请先升级这台电脑的程序。"
        ),
        "documents.print-exchange-damaged": QT_TRANSLATE_NOOP(
            "Sentences", "“{path}”里有读不懂的数，没有导入，请重新导出。"
        ),
        "documents.calibration-paper-size": QT_TRANSLATE_NOOP(
            "Sentences", "纸的宽和高要在 {least} 到 {most} 毫米之间，请改。"
        ),
        "documents.calibration-not-a-distance": QT_TRANSLATE_NOOP(
            "Sentences", "距离要大于 0，请填尺上量到的毫米数。"
        ),
        "documents.calibration-in-centimetres": QT_TRANSLATE_NOOP(
            "Sentences", "{value} 像是厘米，应在 {nominal} 毫米左右，请填毫米。"
        ),
        "documents.calibration-shift-off": QT_TRANSLATE_NOOP(
            "Sentences", "{value} 和应有的 {nominal} 毫米差太多，请重量，或把纸放正再打。"
        ),
        "documents.calibration-scale-off": QT_TRANSLATE_NOOP(
            "Sentences", "{value} 和应有的 {nominal} 毫米差太多，请重量，并关掉打印缩放。"
        ),
        "documents.calibration-unsteady": QT_TRANSLATE_NOOP(
            "Sentences", "{value} 和应有的 {nominal} 毫米差太多，请看看量的是不是这一张。"
        ),
        "documents.printer-name-wrong": QT_TRANSLATE_NOOP(
            "Sentences", "打印机的名称要写，只写一行，最多 {most} 个字，没有保存。"
        ),
        "documents.correction-impossible": QT_TRANSLATE_NOOP(
            "Sentences", "打印机不会差这么多，没有保存，请检查填的数。"
        ),
        "app.printer-not-calibrated": QT_TRANSLATE_NOOP(
            "Sentences", "{printer} 的 {paper} 纸还没有校准，请先打第一张，量好填上。"
        ),
        "app.printer-not-named": QT_TRANSLATE_NOOP("Sentences", "打第二张要写 --printer，才知道用谁的校准。"),
        "app.calibration-nothing-given": QT_TRANSLATE_NOOP(
            "Sentences", "没有写校准的数，请写 --measured，或写 --right 和 --down。"
        ),
        "documents.page-too-large-for-booklet": QT_TRANSLATE_NOOP(
            "Sentences", "这种存折的页比 {width}×{height} 毫米大，折不成小册子，请选大一号的。"
        ),
        "documents.picture-not-readable": QT_TRANSLATE_NOOP(
            "Sentences", "有一张照片坏了，放不到纸上。请删掉那张，换一张再试。"
        ),
        "documents.paper-not-taken": QT_TRANSLATE_NOOP(
            "Sentences", "{printer} 打不了 {paper} 毫米的纸，没有打印。请在打印机设置里加上这种纸。"
        ),
        "households.nobody-listed": QT_TRANSLATE_NOOP("Sentences", "还没有户可列，请先导入花名册。"),
        "app.reason-without-unmasked": QT_TRANSLATE_NOOP(
            "Sentences", "写了 --reason 却没有写 --unmasked，要写全号码请两个一起写。"
        ),
        "households.reason-missing": QT_TRANSLATE_NOOP(
            "Sentences", "要写全身份证号和电话，请先写明原因（命令行用 --reason）。"
        ),
    }
)
