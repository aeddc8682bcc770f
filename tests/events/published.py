"""What places have published about feasts, as sheets of 项目, 红事, 白事, and what follows from it.

The keys are those of the study of sources (`domain.md` §12.3 and §15): R3 the county of the 320-yuan table
and so on. A cell is written as the source says it, in the words of a village's own sheet.
"""

from typing import Final, NamedTuple

from passbook_desk.features.events.cases import HostingCase, Trait
from passbook_desk.features.events.values import EventKind, Measure, Verdict

Row = tuple[str, str, str]

SHEETS: Final[dict[str, tuple[Row, ...]]] = {
    "R3": (
        ("桌数", "20桌", "—"),
        ("每桌标准（含烟酒）", "390元", "—"),
        ("香烟", "不超过10元/包", "不超过10元/包"),
        ("白酒", "不超过20元/瓶", "不超过20元/瓶"),
        ("彩礼", "不超过6万元", "—"),
        ("天数", "2天", "—"),
    ),
    "R4": (
        ("桌数", "20桌", "—"),
        ("每桌标准（含烟酒）", "农村300元，城区480元", "—"),
        ("随礼（村民）", "100元", "100元"),
        ("随礼（亲友）", "200元", "200元"),
        ("彩礼", "不超过3万元", "—"),
        ("车辆", "不超过10辆", "—"),
    ),
    "R6": (("报备时间", "提前5天", "提前5天"), ("桌数", "5桌以内", "5桌以内")),
    "R10": (
        ("每桌标准", "300元", "—"),
        ("香烟", "10元/包", "10元/包"),
        ("白酒", "40元/瓶", "20元/瓶"),
        ("天数", "2天", "—"),
    ),
    "R11": (
        ("桌数", "—", "20桌"),
        ("桌数（公职人员）", "—", "5桌以内"),
        ("每桌人数", "10人", "10人"),
        ("车辆", "—", "5辆"),
        ("天数", "—", "3天"),
        ("乐队人数", "—", "不超过13人"),
        ("花圈", "—", "5个"),
        ("烟花", "—", "6个"),
    ),
    "R12": (("车辆", "8辆", "—"), ("香烟", "10元/包", "10元/包"), ("白酒", "20元/瓶", "20元/瓶")),
    "R13": (
        ("桌数", "—", "1个子女25桌，2个子女30桌，3个子女35桌，4个子女40桌"),
        ("香烟", "30元/包", "30元/包"),
        ("白酒", "100元/瓶", "100元/瓶"),
        ("每桌烟酒", "130元", "130元"),
        ("随礼", "200元", "200元"),
        ("天数", "—", "1天"),
    ),
    "R16": (("桌数（党员干部）", "20桌", "20桌"), ("报备时间", "提前7天", "办后7天内")),
    "R17": (("报备时间", "提前3个工作日", "事后报告"), ("桌数", "20桌", "20桌")),
    "R18": (("桌数（公职人员）", "10桌", "10桌"), ("报备时间", "提前7天", "7天内")),
    "R20 first": (("桌数（党员干部）", "单办10桌，合办15桌", "—"), ("车辆", "5辆", "—")),
    "R20 second": (("桌数（党员干部）", "单办15桌，合办25桌", "—"),),
    "R20 third": (("桌数（党员干部）", "单办20桌，合办30桌", "—"),),
    "R21": (
        ("桌数", "20桌", "—"),
        ("每桌标准", "200元", "—"),
        ("香烟", "20元/包", "20元/包"),
        ("白酒", "50元/瓶", "50元/瓶"),
        ("随礼", "100元", "100元"),
        ("乐队人数", "不超过4人", "不超过4人"),
    ),
    "R22": (
        ("桌数（党员干部）", "20桌", "—"),
        ("每桌标准（含烟酒）", "酒店600元", "—"),
        ("随礼", "200元", "50元"),
        ("车辆", "6辆", "—"),
        ("天数", "—", "1天"),
        ("乐队人数", "—", "不超过5人"),
        ("花圈", "—", "2个"),
        ("鞭炮烟花", "—", "6个"),
    ),
    "R23": (("桌数", "10桌", "—"), ("白酒", "20元/瓶", "20元/瓶"), ("车辆", "20辆", "—")),
    "R24": (
        ("报备时间", "提前15天", "—"),
        ("桌数", "单办20桌，合办30桌，复婚不办", "—"),
        ("每桌人数", "10人", "10人"),
        ("生日、升学、乔迁等", "一律不办酒席", "—"),
    ),
    "R25": (
        ("桌数", "15桌", "—"),
        ("每桌标准（含烟酒）", "600元", "300元"),
        ("随礼", "200元", "50元"),
        ("车辆", "6辆", "—"),
        ("天数", "1天办完", "3天"),
        ("法事", "—", "不超过1500元"),
    ),
    "R26": (
        ("桌数", "单办30桌，合办40桌", "—"),
        ("每桌标准", "800元", "—"),
        ("随礼", "300元", "—"),
        ("车辆", "8辆", "—"),
    ),
    "R27": (("其他喜庆事宜", "5桌以内", "—"), ("桌数", "20桌", "20桌"), ("随礼", "100元", "100元")),
    "R30": (("每桌标准（不含烟酒）", "200元", "—"), ("乐队", "不请", "不请"), ("天数", "2天", "—")),
    "R33": (("每桌标准", "—", "150元"),),
    "R34": (("桌数", "15桌", "—"), ("每桌标准", "400元", "—")),
}  # fmt: skip

WEDDING, FUNERAL = EventKind.WEDDING, EventKind.FUNERAL
PLAIN = HostingCase.ORDINARY
JOINT, MEMBER = HostingCase.JOINT, HostingCase.MEMBER
BOTH = JOINT.joined(MEMBER)
TOWN, HOTEL = HostingCase(frozenset({Trait.TOWN})), HostingCase(frozenset({Trait.HOTEL}))
AGAIN, REUNION = HostingCase(frozenset({Trait.AGAIN})), HostingCase(frozenset({Trait.REUNION}))
WITHIN, NEAR, OVER, NONE = Verdict.WITHIN, Verdict.NEAR, Verdict.OVER, Verdict.NONE


def children(count: int) -> HostingCase:
    """A funeral of somebody with so many children."""
    return HostingCase(children=count)


class Case(NamedTuple):
    """A figure somebody declares, and what the standard of a source says of it."""

    source: str
    kind: EventKind
    case: HostingCase
    measure: Measure
    declared: int
    limit: int | None
    word: Verdict


M = Measure
CASES: Final = (
    Case("R3", WEDDING, PLAIN, M.TABLES, 20, 20, NEAR),
    Case("R3", WEDDING, PLAIN, M.PER_TABLE, 391, 390, OVER),
    Case("R3", WEDDING, PLAIN, M.CIGARETTES, 8, 10, WITHIN),
    Case("R3", FUNERAL, PLAIN, M.LIQUOR, 25, 20, OVER),
    Case("R3", WEDDING, PLAIN, M.BRIDE_PRICE, 60000, 60000, NEAR),
    Case("R3", WEDDING, PLAIN, M.DAYS, 2, 2, WITHIN),
    Case("R3", FUNERAL, PLAIN, M.TABLES, 30, None, NONE),
    Case("R4", WEDDING, PLAIN, M.PER_TABLE, 400, 300, OVER),
    Case("R4", WEDDING, TOWN, M.PER_TABLE, 400, 480, WITHIN),
    Case("R4", WEDDING, TOWN, M.TABLES, 21, 20, OVER),
    Case("R4", WEDDING, TOWN.joined(JOINT), M.PER_TABLE, 481, 480, OVER),
    Case("R4", WEDDING, PLAIN, M.GIFT, 100, 100, NEAR),
    Case("R4", FUNERAL, PLAIN, M.GIFT_KIN, 201, 200, OVER),
    Case("R4", WEDDING, PLAIN, M.BRIDE_PRICE, 20000, 30000, WITHIN),
    Case("R4", WEDDING, PLAIN, M.CARS, 8, 10, WITHIN),
    Case("R6", WEDDING, PLAIN, M.TABLES, 5, 5, WITHIN),
    Case("R6", FUNERAL, PLAIN, M.TABLES, 6, 5, OVER),
    Case("R10", WEDDING, PLAIN, M.LIQUOR, 40, 40, NEAR),
    Case("R10", FUNERAL, PLAIN, M.LIQUOR, 40, 20, OVER),
    Case("R10", WEDDING, PLAIN, M.DAYS, 3, 2, OVER),
    Case("R11", FUNERAL, PLAIN, M.TABLES, 17, 20, WITHIN),
    Case("R11", FUNERAL, MEMBER, M.TABLES, 6, 5, OVER),
    Case("R11", FUNERAL, MEMBER, M.CARS, 5, 5, WITHIN),
    Case("R11", FUNERAL, PLAIN, M.MUSICIANS, 14, 13, OVER),
    Case("R11", FUNERAL, PLAIN, M.WREATHS, 5, 5, WITHIN),
    Case("R11", FUNERAL, PLAIN, M.FIREWORKS, 7, 6, OVER),
    Case("R11", FUNERAL, PLAIN, M.SEATS, 10, 10, NEAR),
    Case("R12", WEDDING, PLAIN, M.CARS, 9, 8, OVER),
    Case("R13", FUNERAL, children(1), M.TABLES, 26, 25, OVER),
    Case("R13", FUNERAL, children(2), M.TABLES, 26, 30, WITHIN),
    Case("R13", FUNERAL, children(3), M.TABLES, 35, 35, NEAR),
    Case("R13", FUNERAL, children(4), M.TABLES, 41, 40, OVER),
    Case("R13", FUNERAL, children(6), M.TABLES, 40, 40, NEAR),
    Case("R13", FUNERAL, PLAIN, M.TABLES, 20, None, NONE),
    Case("R13", WEDDING, PLAIN, M.TOBACCO_LIQUOR, 131, 130, OVER),
    Case("R13", FUNERAL, children(2), M.DAYS, 2, 1, OVER),
    Case("R16", WEDDING, MEMBER, M.TABLES, 18, 20, NEAR),
    Case("R16", WEDDING, PLAIN, M.TABLES, 50, None, NONE),
    Case("R18", FUNERAL, MEMBER, M.TABLES, 11, 10, OVER),
    Case("R20 first", WEDDING, MEMBER, M.TABLES, 11, 10, OVER),
    Case("R20 first", WEDDING, BOTH, M.TABLES, 12, 15, WITHIN),
    Case("R20 first", WEDDING, BOTH, M.CARS, 5, 5, WITHIN),
    Case("R20 second", WEDDING, MEMBER, M.TABLES, 15, 15, NEAR),
    Case("R20 second", WEDDING, BOTH, M.TABLES, 26, 25, OVER),
    Case("R20 third", WEDDING, MEMBER, M.TABLES, 17, 20, WITHIN),
    Case("R20 third", WEDDING, BOTH, M.TABLES, 30, 30, NEAR),
    Case("R21", WEDDING, PLAIN, M.PER_TABLE, 200, 200, NEAR),
    Case("R21", WEDDING, PLAIN, M.MUSICIANS, 4, 4, WITHIN),
    Case("R22", WEDDING, HOTEL, M.PER_TABLE, 600, 600, NEAR),
    Case("R22", WEDDING, PLAIN, M.PER_TABLE, 600, None, NONE),
    Case("R22", FUNERAL, PLAIN, M.GIFT, 60, 50, OVER),
    Case("R22", FUNERAL, PLAIN, M.WREATHS, 2, 2, WITHIN),
    Case("R23", WEDDING, PLAIN, M.CARS, 17, 20, WITHIN),
    Case("R24", WEDDING, PLAIN, M.TABLES, 21, 20, OVER),
    Case("R24", WEDDING, JOINT, M.TABLES, 21, 30, WITHIN),
    Case("R24", WEDDING, REUNION, M.TABLES, 1, 0, OVER),
    Case("R24", WEDDING, REUNION.joined(JOINT), M.TABLES, 1, 0, OVER),
    Case("R24", EventKind.STUDY, PLAIN, M.TABLES, 3, 0, OVER),
    Case("R24", EventKind.LONGEVITY, PLAIN, M.TABLES, 0, 0, WITHIN),
    Case("R24", EventKind.OTHER, PLAIN, M.TABLES, 1, 0, OVER),
    Case("R25", WEDDING, PLAIN, M.PER_TABLE, 600, 600, NEAR),
    Case("R25", FUNERAL, PLAIN, M.PER_TABLE, 301, 300, OVER),
    Case("R25", FUNERAL, PLAIN, M.RELIGIOUS_SERVICE, 1500, 1500, NEAR),
    Case("R25", WEDDING, PLAIN, M.DAYS, 1, 1, WITHIN),
    Case("R26", WEDDING, PLAIN, M.TABLES, 31, 30, OVER),
    Case("R26", WEDDING, JOINT, M.TABLES, 31, 40, WITHIN),
    Case("R26", WEDDING, JOINT, M.PER_TABLE, 801, 800, OVER),
    Case("R26", WEDDING, AGAIN, M.TABLES, 30, 30, NEAR),
    Case("R27", EventKind.OTHER, PLAIN, M.TABLES, 6, 5, OVER),
    Case("R27", WEDDING, PLAIN, M.TABLES, 6, 20, WITHIN),
    Case("R30", WEDDING, PLAIN, M.PER_TABLE_FOOD, 200, 200, NEAR),
    Case("R30", WEDDING, PLAIN, M.PER_TABLE, 350, None, NONE),
    Case("R30", FUNERAL, PLAIN, M.MUSICIANS, 1, 0, OVER),
    Case("R33", FUNERAL, PLAIN, M.PER_TABLE, 140, 150, NEAR),
    Case("R34", WEDDING, PLAIN, M.PER_TABLE, 359, 400, WITHIN),
)


class Report(NamedTuple):
    """So many days between report and feast under the standard of a source: asked for, and late or not."""

    source: str
    kind: EventKind
    days_ahead: int
    required: int | None
    late: bool


REPORTS: Final = (
    Report("R6", WEDDING, 5, 5, False),
    Report("R6", WEDDING, 4, 5, True),
    Report("R16", WEDDING, 6, 7, True),
    Report("R16", FUNERAL, -7, -7, False),
    Report("R16", FUNERAL, -8, -7, True),
    Report("R17", WEDDING, 1, None, False),
    Report("R17", FUNERAL, -30, None, False),
    Report("R18", FUNERAL, 0, -7, False),
    Report("R24", WEDDING, 15, 15, False),
    Report("R24", WEDDING, 14, 15, True),
    Report("R34", WEDDING, 7, 7, False),
)
