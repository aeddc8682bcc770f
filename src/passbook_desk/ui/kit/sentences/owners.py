"""Sentences for roles, and for shops and resident units."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

_ROLES = {
    "roles.role-missing": QT_TRANSLATE_NOOP("Sentences", "还没有写职务，请选一个或写上，例如网格员。"),
    "roles.holder-missing": QT_TRANSLATE_NOOP("Sentences", "还没有写由谁担任，请选一位居民或写上姓名。"),
    "roles.unknown-holder": QT_TRANSLATE_NOOP("Sentences", "册里没有这位居民（{text}），请重新选。"),
    "roles.unknown-place": QT_TRANSLATE_NOOP("Sentences", "没有这个网格或楼栋（{text}），请重新选。"),
    "roles.held-already": QT_TRANSLATE_NOOP(
        "Sentences", "{name}从 {since} 起已是这里的{role}，不用再记；要改日期请先结束原来的。"
    ),
    "roles.unknown-role": QT_TRANSLATE_NOOP("Sentences", "没有这条职务记录（{text}），请刷新后再选。"),
    "roles.ended-already": QT_TRANSLATE_NOOP("Sentences", "{name}的{role}已在 {on} 结束，不用再结束。"),
    "roles.ends-before-it-begins": QT_TRANSLATE_NOOP(
        "Sentences", "最后一天早于开始的 {since}，请改结束日期。"
    ),
}

_ORGANIZATIONS = {
    "organizations.name-missing": QT_TRANSLATE_NOOP("Sentences", "还没有写名称，请写上店名或单位名。"),
    "organizations.unknown": QT_TRANSLATE_NOOP("Sentences", "没有这家商铺或单位（{text}），请刷新后再选。"),
    "organizations.unknown-owner": QT_TRANSLATE_NOOP(
        "Sentences", "册里没有这位经营者（{text}），请重新选，或只写姓名。"
    ),
    "organizations.unknown-grid": QT_TRANSLATE_NOOP("Sentences", "没有这个网格（{text}），请重新选。"),
    "organizations.there-already": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”已经登记过了，编号 {known}，同名的请写清经营者。"
    ),
    "organizations.closed-already": QT_TRANSLATE_NOOP("Sentences", "“{name}”已在 {on} 停业，不用再记。"),
    "organizations.open": QT_TRANSLATE_NOOP("Sentences", "“{name}”正在营业，不用恢复。"),
    "organizations.closes-out-of-time": QT_TRANSLATE_NOOP(
        "Sentences", "停业日期应在 {since} 到 {today} 之间，请改日期。"
    ),
}

_BOOKS = {
    "ledger.holder-closed": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”已在 {on} 停业，之后的事不能记；停业前的事请改发生日期。"
    ),
}

_LISTS = {
    "finding.owner_name_missing": QT_TRANSLATE_NOOP("Sentences", "这一行没有写名称，没有导入，请补上。"),
    "finding.owner_twice": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”和第 {at} 行重复，这一行没有导入，请删去一行。"
    ),
    "finding.shop_closed": QT_TRANSLATE_NOOP("Sentences", "“{name}”已停业，登记在册，不开存折，请核对。"),
    "finding.owner_grid_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”的网格“{grid}”村里没有，网格先空着，请核对。"
    ),
    "finding.owner_not_resident": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”的经营者{owner}不是册里的居民，只记姓名。"
    ),
    "finding.owner_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”写着本村户，册里却没有{owner}，只记了姓名，请核对。"
    ),
    "finding.owner_listed": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”写着不是本村户，册里却有姓名、号码都相同的{owner}，按册里的人记了，请核对。"
    ),
    "finding.owner_by_name": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}”的经营者{owner}只按姓名对上了，没有号码可核，请核对。"
    ),
    "finding.owner_namesakes": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}”的经营者{owner}和册里 {count} 人同名（户 {households}），号码对不上，"
        "只记了姓名，请指定是哪一位。",
    ),
}

_ROLE_LISTS = {
    "finding.role_not_resident": QT_TRANSLATE_NOOP("Sentences", "{name}不是册里的居民，只记姓名和电话。"),
    "finding.role_by_name": QT_TRANSLATE_NOOP(
        "Sentences", "{name}只按姓名和册里的居民对上了，没有号码可核，请核对。"
    ),
    "finding.role_namesakes": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name}和册里 {count} 人同名（户 {households}），号码对不上，只记了姓名，请指定是哪一位。",
    ),
    "finding.role_day_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的任职时间“{text}”看不懂，从今天记起，请写成 2026-03-01。"
    ),
    "finding.role_grid_missing": QT_TRANSLATE_NOOP("Sentences", "{name}没有写网格，没有导入，请补上。"),
    "finding.role_grid_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的网格“{grid}”村里没有，没有导入，请先建网格或改写法。"
    ),
    "finding.role_building_missing": QT_TRANSLATE_NOOP("Sentences", "{name}没有写楼栋，没有导入，请补上。"),
    "finding.role_building_several": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的楼栋“{building}”有 {count} 处，没有导入，请写明网格或小区。"
    ),
    "finding.role_building_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "{name}的楼栋“{building}”还没有，也没写网格，没有导入，请写明网格。"
    ),
}

SENTENCES: Mapping[str, str] = MappingProxyType(
    {**_ROLES, **_ORGANIZATIONS, **_BOOKS, **_LISTS, **_ROLE_LISTS}
)
