"""What the decoys of the held-out list hold."""

import random
from collections.abc import Callable


def held_out_decoy(chance: random.Random, kind: str, order: int) -> object:
    """A cell of a column no field is for."""
    makers: dict[str, Callable[[], object]] = {
        "joined": lambda: chance.choice(
            (*[None] * 5, f"{chance.randrange(1975, 2023)}.0{chance.randrange(1, 9)}")
        ),
        "recent": lambda: f"2025.{chance.randrange(1, 12)}.{chance.randrange(1, 28)}",
        "moved": lambda: chance.choice(
            (*[None] * 4, f"{chance.randrange(1985, 2024)}-0{chance.randrange(1, 9)}-11")
        ),
        "bank": lambda: f"622848{chance.randrange(10**13):013d}",
        "bank_name": lambda: chance.choice(("农商行", "邮储银行", "农行镇支行")),
        "insured": lambda: chance.choice(("已参保", "已参保", "未参保", None)),
        "yes": lambda: chance.choice(("是", "是", "否")),
        "book": lambda: f"{chance.randrange(10**8):09d}",
        "card": lambda: f"A{chance.randrange(10**8):08d}",
        "area": lambda: chance.choice((120, 133.3, 167, 200, 180)),
        "land": lambda: round(chance.random() * 9, 2),
        "few": lambda: chance.randrange(2, 9),
        "house": lambda: chance.choice(("砖混", "土木", "砖木", "框架")),
        "work": lambda: chance.choice(("种地", "上学", "打工", "退休", "个体", None)),
        "place": lambda: chance.choice((None, None, "太原", "本县城", "榆次")),
        "county": lambda: chance.choice(("山西", "山西祁县", "河北邢台", "本村")),
        "age": lambda: chance.randrange(1, 92),
        "marriage": lambda: chance.choice(("已婚", "未婚", "离异", "丧偶")),
        "married": lambda: chance.choice(("已", "未", "已")),
        "health": lambda: chance.choice(("健康", "一般", "患病")),
        "blood": lambda: chance.choice(("A型", "B型", "O型", None)),
        "army": lambda: chance.choice((None, None, "未服兵役", "退出现役")),
        "faith": lambda: chance.choice(("无", "无", "佛教")),
        "rural": lambda: chance.choice(("农业", "农业", "非农", "居民")),
        "school": lambda: chance.choice((None, None, None, "镇中心小学", "县一中")),
        "firm": lambda: chance.choice((None, None, "县供电公司", "村委会")),
        "some_name": lambda: chance.choice((None, None, "周玉莲", "马建军", "田秀")),
        "some_phone": lambda: chance.choice((None, None, f"137{chance.randrange(10**8):08d}")),
        "rare_name": lambda: chance.choice((*[None] * 7, "二娃", "刘狗剩")),
        "worker": lambda: "韩志刚",
        "worker_phone": lambda: "13900000021",
        "leader": lambda: ("宋海龙", "高秀兰", "郭根生")[order // 9 % 3],
        "plate": lambda: chance.choice((*[None] * 4, f"晋K{chance.randrange(10**5):05d}")),
        "meter": lambda: f"{chance.randrange(10**9):010d}",
        "disabled": lambda: chance.choice((*[None] * 7, f"1407271965030390{order % 90 + 10}44")),
        "grade": lambda: chance.choice((*[None] * 6, "二级", "三级")),
        "money": lambda: chance.choice((*[None] * 5, 485)),
        "wechat": lambda: chance.choice((None, f"wx{chance.randrange(10**7)}")),
        "height": lambda: chance.randrange(150, 185),
        "skill": lambda: chance.choice((None, None, "泥瓦工", "驾驶", "厨艺")),
    }
    return makers[kind]() if kind in makers else None
