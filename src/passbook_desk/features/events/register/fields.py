"""The columns of a council's register of events, under the titles that councils give them."""

from collections.abc import Sequence
from typing import Final

from passbook_desk.features.events.course.kinds import Stage
from passbook_desk.features.events.values import Measure
from passbook_desk.features.intake.looks import Looks
from passbook_desk.features.intake.table import FieldSpec

_GROUPS: Final = {
    Stage.DECLARED: (
        "申报",
        "报备",
        "计划",
        "预计",
        "拟办",
        "申请",
        "登记",
        "申报情况",
        "计划情况",
        "报备情况",
    ),
    Stage.ACTUAL: ("实际", "核查", "实办", "现场", "实际情况", "实际操办", "核查情况", "实际操办情况"),
}
"""What stands above a group of columns, or before their titles, by whose figures they are."""

_TITLES: Final = {
    Measure.TABLES: ("桌数", "酒席桌数", "宴席桌数", "席数", "桌"),
    Measure.SEATS: ("每桌人数",),
    Measure.PER_TABLE: (
        "每桌(元)",
        "每桌",
        "每桌标准",
        "每桌费用",
        "餐标",
        "酒席标准",
        "每桌金额",
        "标准(元/桌)",
    ),
    Measure.PER_TABLE_FOOD: ("每桌(不含烟酒)", "每桌标准(不含烟酒)", "餐标(不含烟酒)"),
    Measure.CIGARETTES: ("烟(元/包)", "香烟", "香烟(元/包)", "烟", "用烟", "烟价"),
    Measure.LIQUOR: ("酒(元/瓶)", "白酒", "白酒(元/瓶)", "酒", "用酒", "酒价"),
    Measure.GIFT: ("随礼", "礼金", "随礼(元)", "随礼标准"),
    Measure.BRIDE_PRICE: ("彩礼", "彩礼(元)"),
    Measure.CARS: ("车辆", "车辆数", "用车", "车数", "婚车", "车辆(辆)"),
    Measure.DAYS: ("天数", "操办天数", "办事天数", "天数(天)"),
    Measure.MUSICIANS: ("乐队人数", "乐队", "乐队(人)", "鼓乐人数"),
    Measure.WREATHS: ("花圈", "花圈(个)"),
    Measure.FIREWORKS: ("鞭炮烟花", "烟花鞭炮", "鞭炮", "烟花"),
}
STAGES: Final = (Stage.DECLARED, Stage.ACTUAL)
MEASURES: Final = tuple(_TITLES)
_PEOPLE: Final = ("电话", "身份证", "号码")


def figure_key(stage: Stage, measure: Measure) -> str:
    """The key of the column that holds a measure of one of the two sets of figures."""
    return f"{stage.value}.{measure.value}"


def _figures(stage: Stage, measure: Measure, titles: Sequence[str]) -> FieldSpec:
    """A title without a group belongs to the declared figures; the others need a word before or above."""
    grouped = [f"{group}{title}" for title in titles for group in _GROUPS[stage]]
    aside = [f"{title}({group})" for title in titles for group in _GROUPS[stage]]
    bare = titles if stage is Stage.DECLARED else ()
    return FieldSpec(figure_key(stage, measure), grouped[0], (*grouped[1:], *aside, *bare))


FIELDS: Final = (
    FieldSpec("seq", "序号", ("编号", "顺序号", "序"), looks=Looks.SERIAL),
    FieldSpec(
        "kind",
        "类别",
        ("红白事", "红/白事", "红事白事", "事项类别", "类型", "事项", "红白喜事", "性质"),
        telling=True,
    ),
    FieldSpec(
        "head",
        "事主",
        ("事主姓名", "户主", "户主姓名", "姓名", "办事人", "主家", "申报人", "东家", "当事户"),
        required=True,
        looks=Looks.PERSON,
        avoid=_PEOPLE,
    ),
    FieldSpec("code", "户编号", ("户号", "家庭编号")),
    FieldSpec(
        "grid", "网格", ("所属网格", "网格名称", "组别", "小组", "村民小组", "所在网格"), avoid=("网格员",)
    ),
    FieldSpec("house", "门牌", ("门牌号", "住址", "家庭住址", "地址"), looks=Looks.HOUSE_NUMBER),
    FieldSpec("standing", "身份", ("政治面貌", "事主身份", "是否党员", "党员干部", "人员身份")),
    FieldSpec("matter", "事由", ("事项内容", "办事事由", "具体事项", "内容", "因何办事")),
    FieldSpec("persons", "新人或逝者", ("当事人", "新人", "逝者", "新郎新娘")),
    FieldSpec("family", "另一方", ("对方", "女方", "亲家", "合办方", "合办户")),
    FieldSpec("phone", "电话", ("联系电话", "手机", "手机号", "联系方式")),
    FieldSpec("contact", "联系人", ("总管", "主事人"), avoid=_PEOPLE),
    FieldSpec("place", "地点", ("办事地点", "举办地点", "宴席地点", "场所")),
    FieldSpec("cook_team", "厨师队", ("厨师", "承办厨师", "流动厨师", "厨师班子")),
    FieldSpec(
        "reported",
        "报备日期",
        (
            "申报日期",
            "报备时间",
            "日期报备",
            "时间报备",
            "申报时间",
            "登记日期",
            "登记时间",
            "申请日期",
            "上报日期",
        ),
    ),
    FieldSpec(
        "held",
        "办事日期",
        (
            "办事时间",
            "日期办事",
            "时间办事",
            "操办日期",
            "操办时间",
            "举办日期",
            "举办时间",
            "事宴日期",
            "宴请日期",
            "日期",
            "公历",
            "阳历",
        ),
        required=True,
        telling=True,
        avoid=("出生", "入党", "去世"),
    ),
    FieldSpec("lunar", "农历", ("农历日期", "阴历", "农历时间", "办事农历", "旧历")),
    FieldSpec("mode", "方式", ("操办方式", "办事方式", "单办/合办", "单办合办", "举办方式")),
    *(_figures(stage, measure, titles) for stage in STAGES for measure, titles in _TITLES.items()),
    FieldSpec(
        "checker", "核查人", ("核查人员", "检查人", "监督人", "核查人签字", "理事会核查人"), avoid=_PEOPLE
    ),
    FieldSpec("checked", "核查日期", ("核查时间", "检查日期")),
    FieldSpec(
        "result", "核查结果", ("结果", "结论", "是否超标", "核查结论", "是否符合", "是否违规", "检查结果")
    ),
    FieldSpec("memo", "备注", ("说明", "情况说明", "其他")),
)
"""Whatever else a register has stays in it."""
