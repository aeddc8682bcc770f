"""The words a drawn roster is written with: one of two lists, and what the decoys of each hold."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from intake.layouts import held_out_words, titles
from intake.layouts.decoys import first_decoy
from intake.layouts.held_out_values import held_out_decoy


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything a clerk writes that is not somebody's.

    `titles` by field, `decoys` what columns hold that no field is for, `beyond` what of the head is said once
    more in a last column and whose it is, `yes_no` the titles of `party` with 是 and 否 beneath.
    """

    titles: Mapping[str, tuple[str, ...]]
    decoys: Mapping[str, str]
    decoy: Callable[[random.Random, str, int], object]
    captions: tuple[str, ...]
    unit_lines: tuple[str, ...]
    totals: tuple[str, ...]
    page_totals: tuple[str, ...]
    remarks: tuple[str, ...]
    peoples: tuple[str, ...]
    houses: tuple[str, ...]
    heads: tuple[str, ...]
    only_heads: tuple[str, ...]
    beyond: Mapping[str, str]
    vague_ids: tuple[str | None, ...]
    members: tuple[str, ...]
    member_names: tuple[str, ...]
    kin: tuple[str, str]
    population: tuple[str, ...]
    yes_no: tuple[str, ...] = ()


FIRST = Wording(
    titles.TITLES,
    titles.DECOYS,
    first_decoy,
    titles.CAPTIONS,
    titles.UNIT_LINES,
    titles.TOTALS,
    ("本页小计", "小计", "本页合计"),
    titles.REMARKS,
    titles.PEOPLES_TITLES,
    titles.HOUSES_TITLES,
    ("户主姓名", "户主"),
    ("户主", "户主姓名", "户主名"),
    {"户主电话": "phone", "户主身份证号": "id", "户主联系方式": "phone"},
    (None, "号码", "证号", "18位", "电子编号"),
    ("成员", "家庭成员", "人员", "共同居住人"),
    titles.TITLES["name"][:3],
    ("配偶", "子女"),
    ("家庭人口",),
)
HELD_OUT = Wording(
    held_out_words.TITLES,
    held_out_words.DECOYS,
    held_out_decoy,
    held_out_words.CAPTIONS,
    held_out_words.UNIT_LINES,
    held_out_words.TOTALS,
    held_out_words.PAGE_TOTALS,
    held_out_words.REMARKS,
    held_out_words.PEOPLES_TITLES,
    held_out_words.HOUSES_TITLES,
    held_out_words.HEADS_TITLES,
    held_out_words.HEADS_TITLES,
    dict(zip(held_out_words.BEYOND, ("id", "phone", "phone"), strict=True)),
    held_out_words.VAGUE_IDS,
    held_out_words.MEMBERS,
    held_out_words.MEMBER_NAMES,
    held_out_words.KIN,
    held_out_words.TITLES["population"],
    held_out_words.YES_NO_TITLES,
)
