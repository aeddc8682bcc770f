"""What the decoys of the first list hold."""

import random
from collections.abc import Callable


def first_decoy(chance: random.Random, kind: str, order: int) -> object:
    """A cell of a column no field is for."""
    makers: dict[str, Callable[[], object]] = {
        "age": lambda: chance.randrange(1, 95),
        "book": lambda: f"1401{chance.randrange(10**5):05d}",
        "bank": lambda: f"621700{chance.randrange(10**13):013d}",
        "wechat": lambda: f"wx_{chance.randrange(10**6)}",
        "recent": lambda: f"2025-0{chance.randrange(1, 9)}-1{chance.randrange(9)}",
        "county": lambda: chance.choice(("山西太原", "河北保定", "本县", "河南安阳")),
        "worker": lambda: "王俊杰",
        "some_name": lambda: chance.choice((None, None, "赵四海", "钱小燕", "孙丽")),
        "some_phone": lambda: chance.choice((None, None, f"139{chance.randrange(10**8):08d}")),
        "rare_name": lambda: chance.choice((*[None] * 8, "李狗娃")),
        "marriage": lambda: chance.choice(("已婚", "未婚", "丧偶")),
        "health": lambda: chance.choice(("健康", "良好", "慢病")),
        "blood": lambda: chance.choice(("A", "B", "O", "AB", None)),
        "work": lambda: chance.choice(("务农", "学生", "教师", "司机", None)),
        "firm": lambda: chance.choice((None, None, "县医院", "清泉小学")),
        "land": lambda: round(chance.random() * 8, 1),
        "yes": lambda: chance.choice(("是", "是", "否")),
        "disabled": lambda: chance.choice((*[None] * 6, f"1401081970010190{order:02d}43")),
        "plate": lambda: chance.choice((*[None] * 4, f"晋A{chance.randrange(10**5):05d}")),
        "money": lambda: chance.choice((*[None] * 5, 430)),
        "rural": lambda: chance.choice(("农业", "非农业")),
    }
    return makers[kind]() if kind in makers else None
