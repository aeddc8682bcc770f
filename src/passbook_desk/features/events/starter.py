"""The starter standard: one default inside each published range (domain §12.3), for a meeting to decide."""

from typing import Final

from passbook_desk.features.events.cases import case_from
from passbook_desk.features.events.values import (
    NOTICE_TITLE,
    EventKind,
    LimitDraft,
    Measure,
)

STARTER_NAME: Final = "内置起步版本"
"""What a standard adopted from here names as its source."""

_SUBJECTS: Final = {measure.value: measure for measure in Measure}

# kind, case, measure or title, amount, words
_LINES: Final = f"""
wedding|ordinary|{NOTICE_TITLE}|7|办事前7天
funeral|ordinary|{NOTICE_TITLE}|7|当日口头告知，7天内补手续
wedding|ordinary|tables|20|单办不超过20桌
wedding|joint|tables|30|合办不超过30桌
wedding|member|tables|10|党员、村干部不超过10桌
funeral|ordinary|tables|20|不超过20桌
funeral|member|tables|10|党员、村干部不超过10桌
wedding|ordinary|seats|10|每桌10人
funeral|ordinary|seats|10|每桌10人
wedding|ordinary|per_table|300|每桌不超过300元（含烟酒）
funeral|ordinary|per_table|200|每桌不超过200元（含烟酒）
wedding|ordinary|cigarettes|10|不超过10元/包
funeral|ordinary|cigarettes|10|不超过10元/包
wedding|ordinary|liquor|40|不超过40元/瓶
funeral|ordinary|liquor|40|不超过40元/瓶
wedding|ordinary|gift|100|村民随礼不超过100元
funeral|ordinary|gift|50|村民随礼不超过50元
wedding|ordinary|gift_kin|200|亲友随礼不超过200元
wedding|ordinary|bride_price|30000|倡导不超过30000元
wedding|ordinary|cars|8|不超过8辆
funeral|ordinary|cars|5|不超过5辆
wedding|ordinary|days|1|1天办完
funeral|ordinary|days|3|不超过3天
wedding|ordinary|musicians|5|不超过5人
funeral|ordinary|musicians|5|不超过5人
funeral|ordinary|wreaths|5|不超过5个
wedding|ordinary|fireworks|6|不超过6个
funeral|ordinary|fireworks|6|不超过6个
funeral|ordinary|religious_service|1500|不超过1500元
wedding|ordinary|操办范围||只办婚事、丧事，其他事项不办酒席
funeral|ordinary|操办范围||只办婚事、丧事，其他事项不办酒席
wedding|ordinary|邀请范围||直系亲属、三代以内旁系亲属、近姻亲
funeral|ordinary|邀请范围||直系亲属、三代以内旁系亲属、近姻亲
wedding|ordinary|再婚、复婚||复婚不办酒席；再婚的，只初婚一方可以办
wedding|ordinary|现场核查||办事当日按报备表核对桌数
funeral|ordinary|现场核查||办事当日按报备表核对桌数
birth|ordinary|tables|0|不作为酒席操办
house|ordinary|tables|0|不作为酒席操办
study|ordinary|tables|0|不作为酒席操办
army|ordinary|tables|0|不作为酒席操办
longevity|ordinary|tables|0|不作为酒席操办
other|ordinary|tables|0|不作为酒席操办
wedding|ordinary|违规处理||按积分细则扣分，取消当年评先评优
funeral|ordinary|违规处理||按积分细则扣分，取消当年评先评优
"""


def starter_standard() -> tuple[LimitDraft, ...]:
    """The lines of the starter standard, in the order of the paper."""
    return tuple(_limit(line) for line in _LINES.strip().splitlines())


def _limit(line: str) -> LimitDraft:
    kind, case, subject, amount, words = line.split("|")
    measure = _SUBJECTS.get(subject)
    return LimitDraft(
        kind=EventKind(kind),
        case=case_from(case),
        measure=measure,
        title="" if measure else subject,
        amount=int(amount) if amount else None,
        words=words,
    )
