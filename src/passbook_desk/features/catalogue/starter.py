"""The starter catalogue: what published villages give, for a meeting to re-weigh (domain §12.1).

The scales of the sources differ, so a village adopts the list only after its meeting has looked at it.
Where a line publishes several values for several deeds, each deed has its own code, so that the clerk can
record exactly the published values and the book names the deed. The five shop lines have no published
value: they are shipped disabled.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from passbook_desk.features.catalogue.limit_text import read_limits
from passbook_desk.features.catalogue.rules import direction_of, value_kind_for
from passbook_desk.features.catalogue.values import NO_VALUE, Holder, ItemDraft, ValueKind
from passbook_desk.kernel.points import Points

STARTER_NAME: Final = "内置起步版本"
"""What a version adopted from here names as its source."""

PUBLISHED_LINES: Final = 42
SHOP_ITEMS: Final = ("门前整洁", "门前三包", "不占道不伸舌", "诚信经营", "食品安全")


@dataclass(frozen=True, slots=True)
class PublishedItem:
    """An item, the line of domain §12.1 it stands in, and the sources that publish its value."""

    line_no: int
    published_in: str
    draft: ItemDraft


# line, code, name, value or least..most, unit, cap, source of the entry, published in
_ECOLOGY = """
1|101|参加环境整治|10|次·人|每天1次|签到|A0
2|102|参加打扫卫生|2|次||签到|P6
3|103|月度最清洁户|5|月·户|每月1次|巡查|P41
4|104|庭院评为“整洁”|10|次·户|每评1次|巡查|P4
5|105|家前屋后干净|10|季·户|每季1次|巡查|P10
6|106|主动垃圾分类|3|季|每季1次|巡查|P10
7|107|清理河道垃圾|3|次||申报|P3
8|108|房前屋后乱堆|-5|处|本项合计25分|巡查|P21
9|109|家中物品不整齐（六齐）|-2|项||巡查|P5
"""
_VOLUNTEERING = """
10|201|志愿服务|1|小时||签到|P25 P50
11|202|参加社区活动|10|次||签到|P9
12|203|帮助困难居民|10|次||申报|P9
13|204|公益理发|5|人次||签到|P14
14|205|帮村集体做工|10..20|次||申报|P37
15|206|做好人好事|10|次||申报|P6
"""
_PEACE = """
16|301|调解矛盾纠纷|5..10|件||申报|P9
17|302|拾金不昧|5..10|次||申报|P9
18|303|劝阻非法活动|20|次||申报|P9
19|304|参与抢险救灾|20|次||通报|P9
20|305|公共场所说脏话|-2|次||通报|P3
"""
_GOVERNING = """
21|401|每月议事参加|5|次|每月1次|签到|P42
22|402|按时到会|1|次|一次会三项最多3分|签到|P5
22|403|全程参会|1|次|一次会三项最多3分|签到|P5
22|404|积极发言|1|次|一次会三项最多3分|签到|P5
23|405|开会迟到|-1|次||签到|P5
23|406|开会早退|-1|次||签到|P5
24|407|参加夜校、宣讲|5|人次||签到|P14
25|408|支持公益事业（捐助）|5..10|次||申报|P9
"""
_BUSINESS = """
26|501|自主创业|5|次||申报|P6
27|502|大学生回村创业|30|次||申报|P3
28|503|带动邻里致富|10|年|每年1次|评定|P14
"""
_FAMILY = """
29|601|好媳妇|5|次|每年1次|评定|A0
30|602|敬老爱亲之星|20|次||评定|P9
31|603|家庭成员参军|10|人||申报|P6
32|604|考上大学|5|人次||申报|P14
32|605|考上硕士|10|人次||申报|P14
32|606|考上博士|20|人次||申报|P14
"""
_PRAISE = """
33|701|受社区级表彰|5|次|同一事取最高|通报|P14
33|702|受街道级表彰|10|次|同一事取最高|通报|P14
33|703|受县级表彰|15|次|同一事取最高|通报|P14
33|704|受州级表彰|20|次|同一事取最高|通报|P14
33|705|受省级表彰|30|次|同一事取最高|通报|P14
33|706|受国家级表彰|50|次|同一事取最高|通报|P14
"""
_CUSTOMS = """
34|751|婚事新办、丧事简办（5分档）|5|次||理事会核查|P10
34|752|婚事新办、丧事简办（10分档）|10|次||理事会核查|P9
35|753|违规操办红白事|-15..-3|次||理事会核查|P29
"""
_MEMBERS = """
36|801|不参加组织生活、不按时交党费|-1|次|10分扣完为止|签到|D5
37|802|组织生活迟到、早退|-0.5|次|10分扣完为止|签到|D5
38|803|无故缺席义务劳动|-2|次|10分扣完为止|签到|D5
39|804|违纪违法、违反村规民约|-5|次|10分扣完为止|通报|D5
40|805|红白事铺张浪费|-5|次|10分扣完为止|理事会核查|D5
41|806|获道德模范类称号|5|次||评定|D5
41|807|党员做好人好事|5|次||评定|D5
42|808|重点工作起重要作用|5..10|项||通报|D1
42|809|违建逾期不拆|-40|项||通报|D1
"""
_SECTIONS: Final = (
    ("生态保护", (Holder.HOUSEHOLD,), _ECOLOGY),
    ("志愿服务", (Holder.HOUSEHOLD,), _VOLUNTEERING),
    ("平安和谐", (Holder.HOUSEHOLD,), _PEACE),
    ("建设管理", (Holder.HOUSEHOLD,), _GOVERNING),
    ("产业发展", (Holder.HOUSEHOLD,), _BUSINESS),
    ("家风家教", (Holder.HOUSEHOLD,), _FAMILY),
    ("表彰", (Holder.HOUSEHOLD,), _PRAISE),
    ("乡风文明", (Holder.HOUSEHOLD,), _CUSTOMS),
    ("党员", (Holder.RED,), _MEMBERS),
)
_BOTH_BOOKS: Final = frozenset({10})
"""Line 10, 志愿服务, counts in red and in green books."""


def published_items() -> tuple[PublishedItem, ...]:
    """Every recordable item of the starter catalogue, by code, with its line and sources."""
    return tuple(
        _published(line, category, holders)
        for category, holders, table in _SECTIONS
        for line in table.strip().splitlines()
    )


def starter_catalogue() -> tuple[ItemDraft, ...]:
    """The 42 published lines as items with codes, and the five shop items without a value."""
    return (*(item.draft for item in published_items()), *_shop_items())


def _published(line: str, category: str, holders: tuple[Holder, ...]) -> PublishedItem:
    number, code, name, value, unit, cap, source, published_in = line.split("|")
    least, _, most = value.partition("..")
    line_no = int(number)
    draft = ItemDraft(
        code=code,
        category=category,
        name=name,
        value_kind=ValueKind.RANGE if most else value_kind_for(unit),
        least=Points.parse(least),
        most=Points.parse(most or least),
        unit=unit,
        cap=cap,
        holders=(Holder.RED, Holder.HOUSEHOLD) if line_no in _BOTH_BOOKS else holders,
        source=source,
        line_no=line_no,
    )
    read = read_limits(draft.cap, direction_of(draft), draft.holders)
    return PublishedItem(line_no, published_in, replace(draft, limits=read.limits))


def _shop_items() -> Iterator[ItemDraft]:
    for position, name in enumerate(SHOP_ITEMS, start=1):
        yield ItemDraft(
            code=f"90{position}",
            category="商铺",
            name=name,
            value_kind=ValueKind.UNSET,
            least=NO_VALUE,
            most=NO_VALUE,
            holders=(Holder.SHOP,),
            source="巡查",
            remark="分值待村民代表会议议定",
            enabled=False,
        )
