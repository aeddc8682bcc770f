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

SENTENCES: Mapping[str, str] = MappingProxyType({**_ROLES, **_ORGANIZATIONS, **_BOOKS})
