"""Rhythms that villages have published (domain §2.2), as data: what each says and the settings it means.

A preset changes only what its village has said; everything else stays as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from passbook_desk.features.village.policy import BasePeriod, CarryOver, Cycle
from passbook_desk.kernel.points import Points


@dataclass(frozen=True, slots=True)
class Preset:
    """A published rhythm: whose, in which words, and the settings by their names."""

    place: str
    says: str
    settings: Mapping[str, Any]


PRESETS: Final = (
    Preset(
        "琊川",
        "一事一记录、一周一统计、一月一评比、一季一公示、一年一兑换",
        {
            "record_every": Cycle.DEED,
            "count_every": Cycle.WEEK,
            "compare_every": Cycle.MONTH,
            "post_every": Cycle.QUARTER,
            "redeem_every": Cycle.YEAR,
        },
    ),
    Preset(
        "聚福村",
        "一周一记录、一月一公示、一年一考评，物品随时兑换",
        {
            "record_every": Cycle.WEEK,
            "count_every": Cycle.NEVER,
            "compare_every": Cycle.NEVER,
            "post_every": Cycle.MONTH,
            "redeem_every": Cycle.DEED,
            "assess_every": Cycle.YEAR,
        },
    ),
    Preset(
        "新旗村",
        "每周五上门查，一周一统计，25 日开会定分，一月一公示",
        {
            "record_every": Cycle.WEEK,
            "count_every": Cycle.WEEK,
            "compare_every": Cycle.NEVER,
            "post_every": Cycle.MONTH,
        },
    ),
    Preset(
        "八名村",
        "随时记录，每季末月 15 日截止，先公示再兑换，兑换后清零",
        {
            "record_every": Cycle.DEED,
            "count_every": Cycle.QUARTER,
            "compare_every": Cycle.NEVER,
            "post_every": Cycle.QUARTER,
            "redeem_every": Cycle.QUARTER,
            "cut_off_day": 15,
            "carry_over": CarryOver.CLEAR_QUARTER,
        },
    ),
    Preset(
        "双河镇",
        "每天存，每月亮账，半年推优公示，服务换服务，年末结账",
        {
            "record_every": Cycle.DEED,
            "count_every": Cycle.MONTH,
            "compare_every": Cycle.HALF_YEAR,
            "post_every": Cycle.HALF_YEAR,
            "redeem_every": Cycle.DEED,
            "assess_every": Cycle.YEAR,
        },
    ),
    Preset(
        "三元镇",
        "一事一记录、一月一统计、一月一公示、半年一兑换",
        {
            "record_every": Cycle.DEED,
            "count_every": Cycle.MONTH,
            "post_every": Cycle.MONTH,
            "redeem_every": Cycle.HALF_YEAR,
        },
    ),
    Preset(
        "同德村",
        "季末走一圈记分，一季一统计，60 分起兑",
        {
            "record_every": Cycle.QUARTER,
            "count_every": Cycle.QUARTER,
            "redeem_every": Cycle.DEED,
            "least_to_redeem": Points(60_00),
        },
    ),
    Preset(
        "松林村",
        "一月一记录、一月一统计、一季一兑换，没换完的接着用",
        {
            "record_every": Cycle.MONTH,
            "count_every": Cycle.MONTH,
            "redeem_every": Cycle.QUARTER,
            "carry_over": CarryOver.KEEP,
        },
    ),
    Preset(
        "华店镇",
        "每月实地看，一季一评比、一季一公示、一季一兑换",
        {
            "record_every": Cycle.MONTH,
            "count_every": Cycle.NEVER,
            "compare_every": Cycle.QUARTER,
            "post_every": Cycle.QUARTER,
            "redeem_every": Cycle.QUARTER,
        },
    ),
    Preset(
        "淡岩社区",
        "组长随时记，一季一统计、一季一公示、一季一兑换，基础分半年一给",
        {
            "record_every": Cycle.DEED,
            "count_every": Cycle.QUARTER,
            "post_every": Cycle.QUARTER,
            "redeem_every": Cycle.QUARTER,
            "base_period": BasePeriod.HALF_YEAR,
        },
    ),
    Preset(
        "一个县的样本",
        "一月一记录，一季一审核一公示一兑换，没用完的年底清零",
        {
            "record_every": Cycle.MONTH,
            "count_every": Cycle.QUARTER,
            "post_every": Cycle.QUARTER,
            "redeem_every": Cycle.QUARTER,
            "carry_over": CarryOver.CLEAR_YEAR,
        },
    ),
    Preset(
        "双语社区",
        "月结账、季公示、年汇总",
        {
            "count_every": Cycle.MONTH,
            "post_every": Cycle.QUARTER,
            "assess_every": Cycle.YEAR,
        },
    ),
    Preset(
        "互助五兴",
        "记录、统计、公示、兑换都是一月一次，没换完的接着用，不换现金",
        {
            "record_every": Cycle.MONTH,
            "count_every": Cycle.MONTH,
            "post_every": Cycle.MONTH,
            "redeem_every": Cycle.MONTH,
            "carry_over": CarryOver.KEEP,
        },
    ),
)


def preset_of(values: Mapping[str, object]) -> Preset | None:
    """The published rhythm that settings by name are, the one that says most of them; None for any other.

    Settings that are not among `values` are left out of account.
    """
    fitting = [preset for preset in PRESETS if _same(preset, values) == _said(preset, values)]
    return max(fitting, key=lambda preset: len(_said(preset, values)), default=None)


def _said(preset: Preset, values: Mapping[str, object]) -> Mapping[str, object]:
    return {name: value for name, value in preset.settings.items() if name in values}


def _same(preset: Preset, values: Mapping[str, object]) -> Mapping[str, object]:
    return {name: values[name] for name in _said(preset, values)}
