"""Sentences for bringing in a council's old register of events."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "finding.register_kind_unknown": QT_TRANSLATE_NOOP(
            "Sentences", "类别“{said}”看不出是红事还是白事，请改成红或白。"
        ),
        "finding.register_kind_by_matter": QT_TRANSLATE_NOOP(
            "Sentences", "类别写“{said}”，事由是{matter}，按{matter}的标准算。"
        ),
        "finding.register_day_missing": QT_TRANSLATE_NOOP("Sentences", "没有写哪天办的，请补上办事日期。"),
        "finding.register_day_unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "办事日期“{said}”看不出是哪天，请改成 2025.1.31 这样。"
        ),
        "finding.register_day_no_year": QT_TRANSLATE_NOOP(
            "Sentences", "办事日期“{said}”没有年份，标题上也没有，请补上。"
        ),
        "finding.register_day_by_lunar": QT_TRANSLATE_NOOP(
            "Sentences", "只写了农历 {lunar}，按历书是 {day}。"
        ),
        "finding.register_report_missing": QT_TRANSLATE_NOOP(
            "Sentences", "没有写哪天报备的，请补上，或按办事当天报备算。"
        ),
        "finding.register_report_as_held": QT_TRANSLATE_NOOP(
            "Sentences", "没有写报备日期，按办事当天 {day} 报备算。"
        ),
        "finding.register_report_unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "报备日期“{said}”看不出是哪天，请改成 2025.1.31 这样。"
        ),
        "finding.register_report_year": QT_TRANSLATE_NOOP(
            "Sentences", "报备日期“{said}”没有年份，按 {day} 算。"
        ),
        "finding.register_reported_after": QT_TRANSLATE_NOOP(
            "Sentences", "{held} 办事，{day} 才报备，请核对日期。"
        ),
        "finding.register_days_apart": QT_TRANSLATE_NOOP(
            "Sentences", "报备 {reported} 和办事 {held} 差一年以上，请核对年份。"
        ),
        "finding.register_future": QT_TRANSLATE_NOOP("Sentences", "{day} 还没有到，请核对日期。"),
        "finding.register_checked_unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "核查日期“{said}”不对，按办事最后一天算，请核对。"
        ),
        "finding.register_lunar_differs": QT_TRANSLATE_NOOP(
            "Sentences", "{day} 是农历 {lunar}，台账写的是“{said}”，请核对。"
        ),
        "finding.register_lunar_unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "农历“{said}”看不出是哪天（{day} 是 {lunar}），请核对。"
        ),
        "finding.register_head_missing": QT_TRANSLATE_NOOP("Sentences", "没有写事主，请补上名字。"),
        "finding.register_unknown_code": QT_TRANSLATE_NOOP("Sentences", "本村没有户编号“{said}”，请核对。"),
        "finding.register_unknown_head": QT_TRANSLATE_NOOP(
            "Sentences", "户册里没有“{said}”，请核对名字，或选是哪一户。"
        ),
        "finding.register_other_grid": QT_TRANSLATE_NOOP(
            "Sentences", "“{grid}”没有“{name}”，别处有：{where}，请选户或改网格。"
        ),
        "finding.register_other_house": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”家不在 {said} 号，是 {codes}，请选户或改门牌。"
        ),
        "finding.register_ambiguous": QT_TRANSLATE_NOOP(
            "Sentences", "叫“{name}”的有 {count} 户（{codes}），请选是哪一户。"
        ),
        "finding.register_not_head": QT_TRANSLATE_NOOP(
            "Sentences", "“{name}”不是户主，记在 {code} {head} 户。"
        ),
        "finding.register_member_by_roster": QT_TRANSLATE_NOOP(
            "Sentences", "没有写身份，{code} 户有党员，按党员的标准算。"
        ),
        "finding.register_no_member": QT_TRANSLATE_NOOP(
            "Sentences", "台账写“{name}”是党员干部，{code} 户册里没有党员，请核对。"
        ),
        "finding.register_is_member": QT_TRANSLATE_NOOP(
            "Sentences", "台账写“{name}”是群众，户册里是党员（{code}），请核对。"
        ),
        "finding.register_standing_unknown": QT_TRANSLATE_NOOP(
            "Sentences", "身份“{said}”看不懂，按户册算，请核对。"
        ),
        "finding.register_mode_unknown": QT_TRANSLATE_NOOP(
            "Sentences", "方式“{said}”没有全看懂，请核对是单办还是合办。"
        ),
        "finding.register_figure_unreadable": QT_TRANSLATE_NOOP(
            "Sentences", "{title}“{said}”不是一个整数，请改成 15 这样。"
        ),
        "finding.register_figure_large": QT_TRANSLATE_NOOP("Sentences", "{title}“{said}”太大，请核对。"),
        "finding.register_text_long": QT_TRANSLATE_NOOP(
            "Sentences", "“{said}…”太长，最多 {most} 个字，请改短。"
        ),
        "finding.register_result_unknown": QT_TRANSLATE_NOOP(
            "Sentences", "核查结果“{said}”看不懂，按数目算，请核对。"
        ),
        "finding.register_result_by_figures": QT_TRANSLATE_NOOP(
            "Sentences", "核查结果没有说超没超标，按数目是{ours}。"
        ),
        "finding.register_result_differs": QT_TRANSLATE_NOOP(
            "Sentences", "台账写“{said}”，按标准是：{ours}，请核对。"
        ),
        "finding.register_check_without_figures": QT_TRANSLATE_NOOP(
            "Sentences", "写了“{said}”，没有结果和实际数，当作没有核查。"
        ),
        "finding.register_check_not_now": QT_TRANSLATE_NOOP(
            "Sentences", "{event} 号现在不能记核查，这一行的核查没有导入。"
        ),
        "finding.register_memo_left": QT_TRANSLATE_NOOP(
            "Sentences", "备注“{said}”没有导入：这件事还没有核查。"
        ),
        "finding.register_twice": QT_TRANSLATE_NOOP(
            "Sentences", "和第 {row} 行是同一户、同一天、同一类，请核对留哪行。"
        ),
        "finding.register_near_event": QT_TRANSLATE_NOOP(
            "Sentences", "这一户 {day} 还有一件同类的（{event}），请核对是不是一件。"
        ),
        "finding.register_differs": QT_TRANSLATE_NOOP(
            "Sentences", "{event} 号{title}是 {was}，台账写 {said}，没有改，请核对。"
        ),
    }
)
