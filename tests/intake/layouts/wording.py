"""The words a drawn roster is written with: one of three lists, and what the decoys of each hold."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType

from intake.layouts import fresh_words, held_out_words, titles
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


def _of_words(words: ModuleType) -> Wording:
    return Wording(
        words.TITLES,
        words.DECOYS,
        held_out_decoy,
        held_out_words.CAPTIONS,
        held_out_words.UNIT_LINES,
        held_out_words.TOTALS,
        held_out_words.PAGE_TOTALS,
        held_out_words.REMARKS,
        words.PEOPLES_TITLES,
        words.HOUSES_TITLES,
        words.HEADS_TITLES,
        words.HEADS_TITLES,
        dict(zip(words.BEYOND, ("id", "phone", "phone"), strict=True)),
        words.VAGUE_IDS,
        words.MEMBERS,
        words.MEMBER_NAMES,
        words.KIN,
        words.TITLES["population"],
        words.YES_NO_TITLES,
    )


HELD_OUT = _of_words(held_out_words)
FRESH = _of_words(fresh_words)
