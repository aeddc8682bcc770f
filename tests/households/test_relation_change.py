"""A new head: what everybody is to him follows from what everybody was to the old one (GB/T 4761)."""

from datetime import date

import pytest

from passbook_desk.features.households.life.relation_change import UNTOLD, Kin, Past, relations_after

MAN, WOMAN = "男", "女"


def kin(text: str) -> Kin:
    """ "02男" or "20男1990": code, sex, year of birth; the key is the code with its place."""
    born = date(int(text[3:]), 1, 1) if len(text) > 3 else None
    return Kin(0, text[:2], text[2:3], born)


def changed(household: str, head: int, gone: bool = False) -> list[str]:
    """New codes of a household written as "02男 12女 20男", whose member number `head` becomes the head."""
    told = [kin(word) for word in household.split()]
    everybody = [Kin(place, one.code, one.sex, one.born_on) for place, one in enumerate(told)]
    staying = everybody[1:] if gone else everybody
    after = relations_after(staying, everybody[0], head)
    return [after[one.key].code for one in staying]


CASES = {
    "the son heads, his parents live with him": ("02男 12女 20男", 2, "51 52 02"),
    "his wife was the daughter-in-law": ("02男 12女 20男 38女", 2, "51 52 02 12"),
    "his son was the grandson": ("02男 20男 38女 41男 42女", 1, "51 02 12 20 30"),
    "the daughter heads, her husband was the son-in-law": ("02男 30女 28男", 1, "51 02 11"),
    "the daughter's child was 外孙": ("02男 30女 28男 43男", 1, "51 02 11 20"),
    "the mother was the head": ("02女 20男 38女", 1, "52 02 12"),
    "the younger brother by birth": ("02男 20男1980 20男1985", 1, "51 02 73"),
    "the elder brother by birth": ("02男 20男1980 20男1985", 2, "51 71 02"),
    "the elder sister": ("02男 30女1978 20男1985", 2, "51 75 02"),
    "长子 and 次子 say who is older": ("02男 22男 23男", 2, "51 71 02"),
    "brothers of unknown age are 兄弟姐妹": ("02男 20男 20男", 1, "51 02 70"),
    "the wife heads: he is 11, children stay": ("02男 12女 22男 30女 38女 41男", 1, "11 02 22 30 38 41"),
    "the wife heads: his parents are 公婆": ("02男 12女 51男 52女", 1, "11 02 53 54"),
    "the husband heads: her parents are 岳父母": ("02女 11男 51男 52女", 1, "12 02 55 56"),
    "the husband heads: his own parents were 公婆": ("02女 11男 53男 54女", 1, "12 02 51 52"),
    "配偶 is enough to be husband and wife": ("02男 10女 20男", 2, "51 52 02"),
    "the daughter-in-law heads": ("02男 12女 20男 38女 41男", 3, "53 54 11 02 20"),
    "the son-in-law heads": ("02男 12女 30女 28男 43男", 3, "55 56 12 02 20"),
    "the grandson heads": ("02男 12女 20男 38女 41男", 4, "61 62 51 52 02"),
    "the grandson's sister": ("02男 20男 41男2001 42女2003", 2, "61 51 02 77"),
    "the daughter's son heads": ("02男 30女 28男 43男", 3, "63 52 51 02"),
    "the aunt of a grandson": ("02男 20男 30女 41男", 3, "61 51 90 02"),
    "the father takes the household back": ("02男 51男 12女 20男", 1, "20 02 38 41"),
    "the mother of a daughter": ("02女 52女 11男 20男", 1, "30 02 28 43"),
    "the parents are a couple": ("02男 51男 52女", 1, "20 02 12"),
    "the younger brother heads": ("02男 73男 12女 20男 51男", 1, "71 02 72 93 51"),
    "the elder brother heads": ("02男 71男 12女", 1, "73 02 74"),
    "the brother's wife and child": ("02男 73男 74女 93男", 1, "71 02 12 20"),
    "the father's brothers become uncles": ("02男 20男 71男 73男 75女 72女", 1, "51 02 81 83 90 82"),
    "the mother's brother and sister": ("02女 20男 71男 77女", 1, "52 02 85 88"),
    "the nephew is a cousin": ("02男 20男 93男 95男", 1, "51 02 91 92"),
    "the grandparents of the father": ("02男 20男 51男 52女", 1, "51 02 61 62"),
    "the wife's parents in her son's house": ("02男 20男 55男 56女", 1, "51 02 63 64"),
    "the parents of the wife head": ("02男 12女 55男 56女 20男", 2, "28 30 02 12 43"),
    "the grandfather heads": ("02男 51男 52女 61男 62女", 3, "41 20 38 02 12"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_relations_follow_the_new_head(case: str) -> None:
    household, head, codes = CASES[case]
    assert changed(household, head) == codes.split()


def test_the_dead_head_is_nobodys_relation_any_more() -> None:
    assert changed("02男 12女 20男 38女 41男", 2, gone=True) == ["52", "02", "12", "20"]


@pytest.mark.parametrize(
    ("household", "head", "asked"),
    [
        ("02男 20男1970 20男1975 38女 41男", 1, {3, 4}),  # whose wife, whose child?
        ("02男 20男 38女 38女", 1, {2, 3}),
        ("02男 20男 20男 41男 41男", 3, {1, 2, 4}),
        ("02男 20男 00男", 1, {2}),
        ("02男 20男 99男", 1, {2}),  # no kin of the father; of the son's wife perhaps
        ("02男 12女 99男 99女", 2, {1, 3}),  # lodgers may be a family
        ("02男 20男 27男", 1, {2}),  # 养子 or 继子 of the father
        ("02男 12女 97男", 2, {0, 1}),  # 97: the wife's brother would say 姐夫
    ],
)
def test_the_clerk_is_asked_where_two_branches_live_together(
    household: str, head: int, asked: set[int]
) -> None:
    told = [kin(word) for word in household.split()]
    members = [Kin(place, one.code, one.sex, one.born_on) for place, one in enumerate(told)]
    after = relations_after(members, members[0], head)
    assert {key for key, relation in after.items() if not relation.sure} == asked
    assert {after[key].code for key in asked} == {""}


def test_an_answer_of_the_clerk_wins() -> None:
    members = [Kin(1, "02", MAN), Kin(2, "20", MAN), Kin(3, "20", MAN), Kin(4, "38", WOMAN)]
    after = relations_after(members, members[0], 2, {4: "12"})
    assert (after[4].code, after[4].word, after[4].sure) == ("12", "妻", True)
    assert after[2].word == "户主"


def test_a_sex_that_nobody_wrote_is_taken_from_the_code() -> None:
    members = [Kin(1, "02", MAN), Kin(2, "20", ""), Kin(3, "38", "")]
    after = relations_after(members, members[0], 2)
    assert [after[key].code for key in (1, 2, 3)] == ["51", "02", "12"]


WEDDING = date(2010, 5, 1)


@pytest.mark.parametrize(("born", "code"), [(2005, ""), (2012, "51")])
def test_a_husband_who_married_in_is_father_of_those_born_after(born: int, code: str) -> None:
    mother, husband = Kin(1, "02", WOMAN), Kin(2, "11", MAN, wed_on=WEDDING)
    child = Kin(3, "20", MAN, date(born, 1, 1))
    after = relations_after([mother, husband, child], mother, 3)
    assert (after[1].code, after[2].code) == ("52", code)
    assert relations_after([mother, husband, child], mother, 2)[3].code == ("20" if code else "")


FATHER, SON, SONS_WIFE = Kin(1, "02", MAN, date(1940, 1, 1)), Kin(2, "20", MAN), Kin(3, "38", WOMAN)


@pytest.mark.parametrize(
    ("past", "code"),
    [
        (Past(), "12"),
        (Past((Kin(4, "20", MAN),)), ""),  # a brother who has died may have been the husband
        (Past((Kin(4, "30", WOMAN),)), "12"),
        (Past((Kin(4, UNTOLD, MAN, date(1970, 1, 1)),)), ""),
        (Past((Kin(4, UNTOLD, MAN, date(1938, 1, 1)),)), "12"),  # too old to be a son
        (Past((Kin(4, "38", WOMAN),)), ""),
        (Past(settled=False), ""),
    ],
)
def test_the_only_son_is_the_husband_when_the_household_never_had_another(past: Past, code: str) -> None:
    after = relations_after([FATHER, SON, SONS_WIFE], FATHER, 2, past=past)
    assert after[3].code == code


def test_half_brothers_keep_only_the_parent_who_is_known_to_be_theirs() -> None:
    head, elder = Kin(1, "02", MAN, date(2012, 1, 1)), Kin(2, "71", MAN, date(2005, 1, 1))
    father, mother = Kin(3, "51", MAN, wed_on=WEDDING), Kin(4, "52", WOMAN)
    after = relations_after([head, elder, father, mother], head, 2)
    assert [after[key].code for key in (1, 3, 4)] == ["73", "", ""]
