"""Bodies, duties and capacities in words: on paper and on the command line as they stand here."""

from types import MappingProxyType
from typing import Final

from passbook_desk.features.events.bodies.values import BodyKind, Capacity

BODY_NAMES: Final = MappingProxyType({BodyKind.COUNCIL: "红白理事会", BodyKind.MORAL: "道德评议会"})
"""What a body is called until the village says otherwise."""
CAPACITIES: Final = MappingProxyType(
    {
        Capacity.MEMBER: "党员",
        Capacity.CADRE: "村干部",
        Capacity.VILLAGER: "村民",
        Capacity.HOST: "事主",
    }
)
DUTIES: Final = ("会长", "副会长", "委员", "宣传员", "计划员", "监督员", "秘书长")
"""Duties offered; a village may write others (domain §4.1)."""
STANDINGS: Final = ("老干部", "老党员", "老教师", "乡贤", "村民代表", "村干部")
"""Why somebody is respected, as offered; a village may write others (domain §1.3 row 51)."""
