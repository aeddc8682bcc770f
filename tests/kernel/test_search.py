import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passbook_desk.kernel.search import fold, initials, is_current_key, pinyin_key, readings, spelled

TWO_READINGS = {
    "单": "shan dan chan", "曾": "zeng ceng", "仇": "qiu chou", "解": "xie jie", "查": "zha cha",
    "朴": "piao pu",
    "盖": "ge gai", "区": "ou qu", "翟": "zhai di", "缪": "miao mou", "员": "yun yuan", "种": "chong zhong",
    "乐": "yue le", "任": "ren", "华": "hua", "尉": "wei yu", "繁": "po fan", "秘": "bi mi", "冼": "xian",
    "折": "she zhe", "黑": "he hei", "逄": "pang", "覃": "qin tan", "卜": "bu", "隗": "wei kui", "晁": "chao",
    "车": "che", "柏": "bai bo", "洗": "xian xi", "祭": "zhai ji", "宓": "mi fu", "牟": "mu mou", "燕": "yan",
    "谌": "chen", "应": "ying", "宁": "ning", "哈": "ha", "那": "na", "阚": "kan", "粘": "nian zhan",
    "郇": "xun huan", "句": "gou ju", "能": "nai neng", "藏": "zang cang", "召": "shao zhao", "薄": "bo bao",
}  # fmt: skip


@pytest.mark.parametrize("surname", TWO_READINGS)
def test_a_surname_is_known_by_all_its_readings_its_own_first(surname: str) -> None:
    name = surname + "建国"
    wanted = [f"{reading}jianguo" for reading in TWO_READINGS[surname].split()]
    assert readings(name)[0] == wanted[0]
    assert set(wanted) <= set(readings(name))
    assert {f"{reading[0]}jg" for reading in TWO_READINGS[surname].split()} <= set(initials(name).split())


def test_given_names_are_known_by_all_their_readings_too() -> None:
    assert {"zhangle", "zhangyue"} <= set(readings("张乐"))
    assert {"wangchang", "wangzhang"} <= set(readings("王长"))
    assert {"zl", "zy"} <= set(initials("张乐").split())


def test_double_surnames_keep_their_own_reading() -> None:
    for name, wanted in (("尉迟恭", "yuchigong"), ("长孙无忌", "zhangsunwuji"), ("万俟明", "moqiming")):
        assert readings(name)[0] == wanted


def test_marks_between_names_and_signs_without_a_reading() -> None:
    assert readings("买买提·吐尔逊")[0] == "maimaitituerxun"
    assert initials("买买提·吐尔逊").split()[0] == "mmttex"
    assert readings("王𡝗")[0] == "wang𡝗"
    assert readings("吕A1") == ("lva1",)
    assert readings("") == readings("·") == ()


def test_names_are_sorted_by_their_own_reading() -> None:
    names = ["张伟", "单晓", "曾志强", "阿依古丽", "仇丽", "阚丽"]
    assert sorted(names, key=pinyin_key) == ["阿依古丽", "阚丽", "仇丽", "单晓", "曾志强", "张伟"]
    assert pinyin_key("曾国") == "zeng guo 曾国|zengguo|cengguo|"


def test_a_key_with_one_reading_is_an_old_one() -> None:
    assert not is_current_key("ceng guo 曾国")
    assert is_current_key(pinyin_key("曾国"))
    assert is_current_key(pinyin_key(""))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("LÜ", "lv"), ("lyu", "lv"), ("ｗ ａｎｇ", "wang"), ("wang'jian", "wangjian"), ("12", "")],
)
def test_pinyin_is_taken_however_it_is_typed(typed: str, wanted: str) -> None:
    assert spelled(typed) == wanted


@given(st.text(max_size=40))
def test_any_text_has_few_readings_and_a_key_that_is_current(name: str) -> None:
    assert len(readings(name)) <= 32
    assert len(initials(name).split()) <= 32
    assert is_current_key(pinyin_key(name))


def test_a_name_of_many_doubtful_signs_keeps_its_likeliest_readings() -> None:
    long = "单乐长行重" * 6
    begun = time.process_time()
    ways = readings(long)
    assert time.process_time() - begun < 1
    assert len(ways) == 32
    assert sum(way.startswith("shan") for way in ways) >= 30


def test_width_case_spaces_and_half_characters_do_not_matter() -> None:
    assert fold(" Ｗ Ｊ\u3000Ｇ\ud83d１") == "wjg1"
