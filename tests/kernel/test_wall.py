"""What may stand on a wall of texts that somebody typed, and what must not be lost on the way."""

import pytest

from passbook_desk.kernel.sensitive import wall_person, wall_place, wall_text, wall_words

ID = "140108196503129018"
SECRETS = {
    "ID": ID,
    "ID with X": "14010819650312901X",
    "ID in groups": "140108 19650312 9018",
    "ID with its birthday apart": "140108-1965-03-12-9018",
    "ID of 15 digits": "140108650312901",
    "wide digits": "１４０１０８１９６５０３１２９０１８",
    "wide X": "１４０１０８１９６５０３１２９０１Ｘ",
    "mobile": "13912345678",
    "mobile in groups": "139 1234 5678",
    "mobile in other groups": "139-1234-5678",
    "mobile with dots": "139.1234.5678",
    "mobile digit by digit": "1 3 9 1 2 3 4 5 6 7 8",
    "mobile with its country": "+86 139　1234　5678",
    "mobile over lines": "139\n1234\n5678",
    "mobile with joints nobody sees": "139\u200b1234\u200b5678",
    "mobile in Han digits": "幺三九一二三四五六七八",
    "landline": "0351-5550123",
    "landline with brackets": "(0351)5550123",
    "landline in groups": "0351 555 0123",
    "landline of its town alone": "5550123",
    "bank card": "6228480402564890018",
    "bank card in groups": "6228 4804 0256 4890 018",
    "bank card with dashes": "6228-4804-0256-4890",
}


def digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
@pytest.mark.parametrize("around", ["{}", "王建国{}", "电话：{}。", "（{}）找老李", "2026-06-30 {} 更正"])
def test_a_number_of_a_person_never_reaches_the_wall(secret: str, around: str) -> None:
    typed = around.format(secret)
    for shown in (wall_text(typed), wall_place(typed), wall_person(typed), wall_words(typed)):
        assert secret not in shown
        assert len(digits(shown.replace("2026-06-30", ""))) <= 4


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-30",
        "2026-6-3",
        "2026.06.30",
        "2026/06/30",
        "公示期 2026-07-01—2026-07-07",
        "2026-06-30 12:30 开会",
        "2026年6月30日",
        "2024-2026年规划",
        "01001",
        "12-3-1201",
        "3号楼2单元501室",
        "1,234.50 分",
        "12345.67",
        "加 5 分，每月最多 20 分",
        "5/10/20分",
        "361度专卖店",
        "7-11便利店",
        "1919酒类直供",
        "第12行、第37行",
        "〔2026〕第12号",
        "一二三组合作社",
        "110、119、120",
        "",
    ],
)
def test_dates_codes_points_and_names_with_figures_stay_as_they_are(text: str) -> None:
    assert wall_text(text) == text
    assert wall_place(text) == text
    assert wall_words(text) == text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("王建国", "王建国"),
        ("买买提·吐尔逊", "买买提·吐尔逊"),
        ("王建国（低保）", "王建国"),
        ("王建国（低保（一级））", "王建国"),
        ("王建国(残疾", "王建国"),
        ("王建国 低保户", "王建国"),
        ("王建国-五保", "王建国"),
        ("王建国重度残疾人", "王建国"),
        ("王建国肢体残疾二级", "王建国"),
        ("独居老人王建国", "王建国"),
        ("低保户主王建国", "户主王建国"),
        ("王建国、退役军人、高龄", "王建国"),
        ("王建国13912345678", "王建国"),
        ("王建国，139 1234 5678，低保", "王建国"),
        ("（低保）", ""),
        ("13912345678", ""),
    ],
)
def test_beside_a_persons_name_nothing_is_told(typed: str, shown: str) -> None:
    assert wall_person(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("第一网格", "第一网格"),
        ("幸福楼（东）", "幸福楼（东）"),
        ("幸福楼（低保户集中）", "幸福楼"),
        ("幸福楼(低保(二)户)", "幸福楼"),
        ("低保户王五小卖部", "王五小卖部"),
        ("残疾人王五小卖部", "王五小卖部"),
        ("王五小卖部（电话13912345678）", "王五小卖部（电话****）"),
        ("残疾人之家", "残疾人之家"),
        ("重度残疾人托养中心", "重度残疾人托养中心"),
        ("留守儿童之家", "留守儿童之家"),
        ("镇信访接待室", "镇信访接待室"),
        ("大病医保窗口", "大病医保窗口"),
        ("原贫困村活动室", "原贫困村活动室"),
        ("低保户", ""),
        ("审核：残疾，王五", "审核：王五"),
        ("刑满释放人员村委会一楼", "村委会一楼"),
        ("特困村务公开栏", "村务公开栏"),
    ],
)
def test_names_of_places_tell_nothing_of_who_lives_there_and_public_services_keep_theirs(
    typed: str, shown: str
) -> None:
    assert wall_place(typed) == shown


def test_in_what_somebody_said_words_of_hardship_are_masked_in_their_place() -> None:
    assert wall_words("王五家是低保户，电话 13912345678，不该扣分") == "王五家是****，电话 ****，不该扣分"
    assert wall_words("请到信访接待室来") == "请到信访接待室来"
