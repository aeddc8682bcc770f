"""Sentences for bringing in a list of goods."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "goods.used-since": QT_TRANSLATE_NOOP(
            "Sentences", "第 {batch} 批的{names}后来兑换或盘点过，不能整批撤销，请逐样改。"
        ),
        "finding.goods_name_missing": QT_TRANSLATE_NOOP("Sentences", "没有写物品名称，请补上。"),
        "finding.goods_text_long": QT_TRANSLATE_NOOP(
            "Sentences", "“{said}…”太长，最多 {most} 个字，请改短。"
        ),
        "finding.goods_code_twice": QT_TRANSLATE_NOOP(
            "Sentences", "编号 {said} 和第 {row} 行“{name}”重复，请改编号。"
        ),
        "finding.goods_code_taken": QT_TRANSLATE_NOOP(
            "Sentences", "编号 {said} 已经是“{name}”的，请改编号或名称。"
        ),
        "finding.goods_other_code": QT_TRANSLATE_NOOP(
            "Sentences", "册上这样物品的编号是 {was}，表上写 {said}，没有改，请核对。"
        ),
        "finding.goods_barcode_twice": QT_TRANSLATE_NOOP(
            "Sentences", "条码 {said} 和第 {row} 行“{name}”重复，请核对。"
        ),
        "finding.goods_barcode_taken": QT_TRANSLATE_NOOP(
            "Sentences", "条码 {said} 已经是“{name}”的，请核对条码。"
        ),
        "finding.goods_barcode_like_book": QT_TRANSLATE_NOOP(
            "Sentences", "条码 {said} 和存折号分不清，条码没有导入。"
        ),
        "finding.goods_twice": QT_TRANSLATE_NOOP(
            "Sentences", "和第 {row} 行“{name}”名称、规格都一样，请核对是不是一样。"
        ),
        "finding.goods_same_name": QT_TRANSLATE_NOOP(
            "Sentences", "和第 {row} 行“{name}”名称、规格都一样，按两样导入，请核对。"
        ),
        "finding.goods_same_looking": QT_TRANSLATE_NOOP(
            "Sentences", "和第 {row} 行“{name}”规格、分值一样，按两样导入，没有合并。"
        ),
        "finding.goods_ambiguous": QT_TRANSLATE_NOOP(
            "Sentences", "册上有几样“{name}”（{codes}），请写明编号。"
        ),
        "finding.goods_retired": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”（{code}）已经停用，请先启用，或换编号和名称。"
        ),
        "finding.goods_points_wrong": QT_TRANSLATE_NOOP(
            "Sentences", "兑换分值“{said}”不是大于 0 的数，请改成 25 这样。"
        ),
        "finding.goods_price_missing": QT_TRANSLATE_NOOP(
            "Sentences", "没有写兑换分值，先导入，定了分值才能兑换。"
        ),
        "finding.goods_stock_missing": QT_TRANSLATE_NOOP("Sentences", "没有写库存，按 0 算，请核对。"),
        "finding.goods_stock_unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "库存“{said}”不是一个数，请改成 86 这样。"
        ),
        "finding.goods_stock_negative": QT_TRANSLATE_NOOP(
            "Sentences", "库存“{said}”小于 0，请按实物点清再写。"
        ),
        "finding.goods_stock_fraction": QT_TRANSLATE_NOOP("Sentences", "库存“{said}”不是整数，请按件数写。"),
        "finding.goods_unit_differs": QT_TRANSLATE_NOOP(
            "Sentences", "单位是{unit}，库存写“{said}”，按{unit}算，请核对。"
        ),
        "finding.goods_below_least": QT_TRANSLATE_NOOP(
            "Sentences", "库存 {stock}，低于最低库存 {least}，要补货。"
        ),
        "finding.goods_least_unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "最低库存“{said}”看不懂，没有导入，请核对。"
        ),
        "finding.goods_cost_unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "进价“{said}”看不懂，没有导入，请核对。"
        ),
        "finding.goods_limit_unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "限兑“{said}”看不懂，没有导入，请核对。"
        ),
        "finding.goods_limit_month": QT_TRANSLATE_NOOP(
            "Sentences", "限兑“{said}”没有写多久，按每月 {count} 件算，请核对。"
        ),
        "finding.goods_expired": QT_TRANSLATE_NOOP(
            "Sentences", "{day} 到期，已经过期，{stock} 件不能兑换，请报损。"
        ),
        "finding.goods_expires_soon": QT_TRANSLATE_NOOP(
            "Sentences", "{day} 到期，不到两个月，{stock} 件请先兑出去。"
        ),
        "finding.goods_expiry_month": QT_TRANSLATE_NOOP(
            "Sentences", "保质期“{said}”只写到月，按月底 {day} 算。"
        ),
        "finding.goods_expiry_unsure": QT_TRANSLATE_NOOP(
            "Sentences", "“{said}”是 1 月还是 10 月看不出，按 {day} 算，请核对。"
        ),
        "finding.goods_expiry_term": QT_TRANSLATE_NOOP(
            "Sentences", "“{said}”是能放多久，不是哪天到期，请看包装补上日期。"
        ),
        "finding.goods_expiry_unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "保质期“{said}”看不出是哪天，没有导入，请补上。"
        ),
        "finding.goods_service_stocked": QT_TRANSLATE_NOOP(
            "Sentences", "是服务，又写了 {stock} 件，按有数的券管库存。"
        ),
        "finding.goods_sum_differs": QT_TRANSLATE_NOOP(
            "Sentences", "合计写 {said}，按行加起来是 {sum}，照各行导入，请核对。"
        ),
        "finding.goods_differs": QT_TRANSLATE_NOOP(
            "Sentences", "{code} 的{title}册上是 {was}，表上是 {said}，没有改，请核对。"
        ),
    }
)
