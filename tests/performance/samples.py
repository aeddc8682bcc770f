"""What the races draw: passbooks of invented households and a notice of 5,000 rows."""

from dataclasses import dataclass
from datetime import date, timedelta

from passbook_desk.kernel.points import Points

PAGE = (148.0, 210.0)
LINES_A_PAGE = 20
LEFT, TOP, ROW = 10.0, 30.0, 8.0
WIDTHS = (24.0, 44.0, 15.0, 15.0, 16.0, 14.0)
TITLES = ("日期", "事项", "增加", "兑换", "可用", "经手")
DEEDS = ("参加村庄清洁行动", "红白事从简", "垃圾分类检查优秀", "兑换洗衣粉", "护林防火巡查", "孝老爱亲")
SURNAMES = "王李张刘陈杨赵黄周吴"
GIVEN = "建国秀英桂兰志强海燕玉梅"
RARE = ("㛃", "䶮")


@dataclass(frozen=True, slots=True)
class Book:
    """One passbook: the head of the household, its number and the printed lines."""

    holder: str
    number: str
    address: str
    lines: tuple[tuple[str, ...], ...]


def books(households: int) -> list[Book]:
    """Passbooks with three full pages each; every tenth head has a rare character."""
    made = []
    for number in range(households):
        given = RARE[number // 10 % 2] if number % 10 == 0 else GIVEN[number % 12]
        made.append(
            Book(
                SURNAMES[number * 7 % 10] + GIVEN[number * 5 % 12] + given,
                f"3301020000{number:06d}",
                f"石桥村第{number % 20 + 1}网格{number % 60 + 1}号",
                tuple(_lines(number)),
            )
        )
    return made


def _lines(household: int) -> list[tuple[str, ...]]:
    lines = []
    left = 0
    for number in range(3 * LINES_A_PAGE):
        seed = household * 31 + number * 17
        spent = seed % 6 == 3 and left >= 500
        points = 500 if spent else 50 + seed % 40 * 25
        left += -points if spent else points
        day = date(2025, 1, 3) + timedelta(days=number * 9 + household % 7)
        lines.append(
            (
                day.isoformat(),
                DEEDS[3] if spent else DEEDS[seed % 6 if seed % 6 != 3 else 0],
                "" if spent else str(Points(points)),
                str(Points(points)) if spent else "",
                str(Points(left)),
                "李红",
            )
        )
    return lines


NOTICE_TITLES = (
    "序号",
    "户号",
    "户主",
    "网格",
    "党员户",
    "上季结余",
    "本季增加",
    "本季兑换",
    "可用积分",
    "登记日期",
    "手机尾号",
    "备注",
)
NOTICE_WIDTHS = (12.0, 20.0, 20.0, 26.0, 14.0, 20.0, 20.0, 20.0, 20.0, 24.0, 30.0, 36.0)

NoticeRow = tuple[str, str, str, str, str, Points, Points, Points, Points, date, str, str]


def notice(rows: int) -> list[NoticeRow]:
    """Rows of a quarter's notice: text, points, a date."""
    made: list[NoticeRow] = []
    for number in range(rows):
        before, more, spent = number * 7 % 5000, number * 13 % 900, number % 50 * 5
        made.append(
            (
                str(number + 1),
                f"{number % 20 + 1:02d}{number:05d}",
                SURNAMES[number % 10] + GIVEN[number % 12] + GIVEN[number * 5 % 12],
                f"第{number % 20 + 1}网格",
                "是" if number % 9 == 0 else "否",
                Points(before),
                Points(more),
                Points(spent),
                Points(before + more - spent),
                date(2026, 1 + number % 3, 1 + number % 28),
                f"138****{number:04d}",
                DEEDS[number % 6] if number % 3 else "",
            )
        )
    return made
