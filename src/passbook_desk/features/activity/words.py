"""The log in words: on paper and on the command line as they stand here, in the window translated."""

from collections.abc import Callable
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from passbook_desk.features.activity.values import LogAsked, LogGroup, LogKind, LogRow, LogSheet
from passbook_desk.features.events.words import KIND_WORDS, STEP_WORDS
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points

Say = Callable[[str], str]
"""The words of this language for the Chinese ones."""

SENTENCES: Final = MappingProxyType(
    {
        LogKind.RECORDED: "记积分 {count} 笔{points}{about}",
        LogKind.OPENED: "记期初积分 {count} 笔{points}",
        LogKind.BASE: "记基础分 {count} 笔{points}",
        LogKind.TRANSFERRED: "转移积分 {count} 笔",
        LogKind.REVERSED: "冲销 {count} 笔{points}{about}",
        LogKind.MOVED: "改记成另一事项 {count} 笔{points}{about}",
        LogKind.RUN: "清零、结转 {count} 笔{points}{about}",
        LogKind.PERIOD_CLOSED: "结账 {span}",
        LogKind.PERIOD_REOPENED: "重新打开 {span}",
        LogKind.CLAIMED: "申报 {count} 件{points}{about}",
        LogKind.REVIEWED: "审核：{parts}",
        LogKind.HOUSEHOLDS: "人口变更：{parts}",
        LogKind.RESIDENTS: "改户和人的资料",
        LogKind.PLACES: "改网格和楼栋",
        LogKind.ROLES: "改村里的职务",
        LogKind.LINKS: "改联系户",
        LogKind.OWNERS: "改商铺和单位",
        LogKind.ACCOUNTS: "开立存折账户 {count} 个",
        LogKind.EVENT_REPORTED: "报备{parts}",
        LogKind.EVENT_STEP: "红白事：{parts}",
        LogKind.EVENT_CHANGED: "改红白事报备",
        LogKind.BODY_MEMBERS: "改理事会和评议会成员",
        LogKind.CHARTER: "采用章程第 {count} 版",
        LogKind.PLEDGED: "登记承诺书 {count} 份",
        LogKind.PLEDGE_STRUCK: "作废承诺书 {count} 份",
        LogKind.PLEDGE_WORDS: "定承诺书文字第 {count} 版",
        LogKind.LENT: "借用物品：{parts}",
        LogKind.EQUIPMENT: "改借用的物品",
        LogKind.REDEEMED: "兑换 {title}{points}",
        LogKind.SLIP_UNDONE: "退回兑换 {title}{points}",
        LogKind.STOCK_PAPER: "{parts}单 {text}",
        LogKind.STOCK_BACK: "收回库存单据",
        LogKind.STOCKTAKE: "开始盘点 {text}",
        LogKind.STOCKTAKE_COUNT: "盘点记数 {count} 种",
        LogKind.STOCKTAKE_STEP: "盘点 {text}：{parts}",
        LogKind.GOODS: "改物品 {count} 种",
        LogKind.GOODS_PRICE: "定兑换分值 {count} 种",
        LogKind.GOODS_PICTURE: "改物品图片",
        LogKind.OUTLETS: "改兑换点",
        LogKind.DEMAND: "记缺货需求 {count} 件",
        LogKind.EXCHANGE_DAY: "开兑换日 {text}",
        LogKind.EXCHANGE_TICKET: "兑换日发号 {count} 个",
        LogKind.EXCHANGE_SETTLED: "兑换日结算 {text}",
        LogKind.IMPORTED: "导入{parts} {text}：{count} {unit}",
        LogKind.IMPORT_UNDONE: "撤销导入{parts} {text}",
        LogKind.CATALOGUE: "采用积分细则第 {count} 版",
        LogKind.CATALOGUE_DRAFT: "改积分细则草稿",
        LogKind.STANDARD: "采用红白事标准第 {count} 版",
        LogKind.SETTINGS: "改设置：{parts}",
        LogKind.VILLAGE: "改村的资料",
        LogKind.OPERATORS: "改操作员",
        LogKind.PASSBOOKS: "打印存折 {count} 本",
        LogKind.BOOKS: "{parts}",
        LogKind.BOOK_HANDED_OVER: "存折过户 {count} 本",
        LogKind.BOOK_CLOSED: "注销存折 {count} 本",
        LogKind.BOOK_LINES: "{parts}，共 {count} 行",
        LogKind.BOOK_ANSWERED: "答复登折：{parts}",
        LogKind.BOOK_PLACE_SET: "更正登折位置 {count} 本",
        LogKind.LAYOUTS_IN: "导入折样 {text}",
        LogKind.BOOK_TYPES: "改折样",
        LogKind.REVIEW_SHEET: "出积分审核单 {text}",
        LogKind.COUNT_TOLD: "出积分统计 {text}",
        LogKind.NOTICE: "出榜：{title} {text}{version}",
        LogKind.NOTICE_PROOF: "打校样：{title}",
        LogKind.NOTICE_STEP: "{parts} {text}{entered}",
        LogKind.NOTICE_PHOTO: "存公示照片 {count} 张",
        LogKind.NOTICE_PHOTO_STRUCK: "删公示照片 {count} 张",
        LogKind.OBJECTED: "收到异议 {text}",
        LogKind.OBJECTION_STEP: "异议 {text}：{parts}{entered}",
        LogKind.UNMASKED: "导出花名册（号码写全）{count} 人",
        LogKind.SIGN_IN: "{parts}",
        LogKind.FOUNDED: "建村的文件",
        LogKind.BACKUP: "备份",
        LogKind.RESTORED: "从备份恢复",
        LogKind.KEY_REPLACED: "换了查找用的钥匙",
        LogKind.UPGRADED: "升级文件",
        LogKind.DATE_SET: "按设定的日期办事",
        LogKind.OTHER: "其他改动 {count} 处",
    }
)
GROUPS: Final = MappingProxyType(
    {
        LogGroup.POINTS: "积分",
        LogGroup.REVIEW: "申报审核",
        LogGroup.PEOPLE: "户和人",
        LogGroup.EVENTS: "红白事",
        LogGroup.SHOP: "兑换库存",
        LogGroup.IMPORT: "导入",
        LogGroup.RULES: "细则和设置",
        LogGroup.PAPER: "打印公示",
        LogGroup.SIGN_IN: "登录",
        LogGroup.KEEPING: "备份和文件",
    }
)
STEPS: Final = MappingProxyType(
    {
        "first_check": "初审通过 {count} 件",
        "review": "审核通过 {count} 件",
        "notice": "公示期满 {count} 件",
        "posted": "入账 {count} 件",
        "rejected": "退回 {count} 件",
        "withdrawn": "撤回 {count} 件",
    }
)
OUTCOMES: Final = MappingProxyType({"in": "登录", "failed": "PIN 输错", "out": "退出登录"})
ORIGINS: Final = MappingProxyType(
    {
        "first": "发折 {count} 本",
        "adopted": "接手旧折 {count} 本",
        "next": "换折 {count} 本",
        "reissued": "挂失补发 {count} 本",
    }
)
WAYS: Final = MappingProxyType(
    {
        "printer": "登折 {count} 本",
        "pdf": "登折存 PDF {count} 本",
        "booklet": "整本打印 {count} 本",
        "strip": "打贴条 {count} 本",
        "hand": "手写登折 {count} 本",
    }
)
ANSWERS: Final = MappingProxyType(
    {"printed": "打上 {count} 行", "spoilt": "打废 {count} 行", "none": "没打上"}
)
MOVES: Final = MappingProxyType(
    {"stock": "清点 {count} 次", "out": "借出 {count} 笔", "back": "归还 {count} 笔"}
)
NOTICE_STEPS: Final = MappingProxyType({"hung": "张贴公示", "closed": "公示归档"})
OBJECTION_STEPS: Final = MappingProxyType(
    {"assigned": "交办", "upheld": "维持", "corrected": "更正", "withdrawn": "撤回"}
)
STOCK_PAPERS: Final = MappingProxyType(
    {
        "opening": "期初入库",
        "bought": "购买入库",
        "donated": "捐赠入库",
        "transferred": "调入入库",
        "moved": "调拨",
        "damaged": "损坏报损",
        "expired": "过期报损",
        "returned": "退货",
    }
)
STOCKTAKE_STEPS: Final = MappingProxyType({"confirmed": "确认", "dropped": "作废", "reversed": "收回"})
LISTS: Final = MappingProxyType(
    {
        "roster": "花名册",
        "balances": "期初积分",
        "owners": "商铺单位名单",
        "claims": "积分上报表",
        "events": "红白事台账",
        "goods": "积分超市物品",
    }
)
UNITS: Final = MappingProxyType(
    {"roster": "户", "balances": "笔", "owners": "家", "claims": "件", "events": "件", "goods": "种"}
)
EVENTS: Final = MappingProxyType({kind.value: word for kind, word in KIND_WORDS.items()})
EVENT_STEPS: Final = MappingProxyType({kind.value: word for kind, word in STEP_WORDS.items()})
HOUSEHOLD_ACTS: Final = MappingProxyType(
    {
        "household_added": "新立户",
        "household_edited": "更正户的资料",
        "household_placed": "换住处",
        "household_left": "全户迁出",
        "household_returned": "全户迁回",
        "person_added": "添人",
        "person_edited": "更正人的资料",
        "head_changed": "换户主",
        "birth": "出生",
        "death": "去世",
        "married_in": "婚入",
        "married_out": "婚出",
        "person_moved": "迁到别户",
        "person_left": "迁出",
        "person_returned": "迁回",
        "tenant_in": "租住",
        "tenant_out": "退租",
        "person_deregistered": "注销户口",
        "residence_set": "居住状态变更",
        "scored_set": "是否参加积分变更",
        "party_set": "党员身份变更",
        "tag_set": "标签变更",
        "link_added": "加联系户",
        "link_ended": "去联系户",
        "split": "分户",
        "merged": "并户",
        "deregistered": "注销户",
        "handed_over": "交接",
        "points_released": "解冻积分",
    }
)
SETTINGS: Final = MappingProxyType(
    {
        "scale": "一分值多少",
        "single_clerk": "单人模式",
        "lock_minutes": "几分钟锁屏",
        "first_check": "初审",
        "review": "审核",
        "notice_days": "公示天数",
        "base_spendable": "基础分能不能兑换",
        "base_period": "基础分多久一次",
        "least_to_redeem": "最低兑换分",
        "suspension_line": "停兑线",
        "household_bands": "户的星级",
        "member_bands": "党员的星级",
        "linked_loss_percent": "联系户扣分",
        "linked_loss_points": "联系户扣分",
        "same_deed_twice": "同一件事两人记",
        "member_and_household": "党员和本户",
        "gift_ratio": "赠分",
        "redeeming_counts": "兑换减不减得分",
        "members_redeem": "红色存折兑不兑",
        "redeem_days": "哪天兑换",
        "redeem_day": "哪天兑换",
        "redeem_before": "哪天兑换",
        "shop_budget": "积分超市预算",
        "carry_over": "清零结转",
        "carry_percent": "清零结转",
        "carry_most": "清零结转",
        "expire_months": "几个月到期",
        "debtless_households": "欠分",
        "debtless_members": "欠分",
        "debtless_organizations": "欠分",
        "cut_off_day": "截止日",
        "grid_least": "网格大小",
        "grid_most": "网格大小",
        "split_rule": "分户的积分",
        "merge_rule": "并户的积分",
        "book_numbers": "存折号怎么编",
        "record_every": "多久一记录",
        "count_every": "多久一统计",
        "compare_every": "多久一评比",
        "post_every": "多久一公示",
        "redeem_every": "多久一兑换",
        "assess_every": "多久一考评",
        "post_within_days": "几天内出榜",
        "answer_days": "几天内答复异议",
        "objection_person": "谁受理异议",
        "objection_place": "在哪里受理异议",
        "notice_signers": "公示上谁签字",
        "notice_rules": "公示上的规矩",
        "wall_deductions": "扣分上不上墙",
        "count_when_posted": "公示后才入账",
    }
)
_COUNTED_PARTS: Final = MappingProxyType(
    {
        LogKind.REVIEWED: STEPS,
        LogKind.BOOKS: ORIGINS,
        LogKind.BOOK_LINES: WAYS,
        LogKind.BOOK_ANSWERED: ANSWERS,
        LogKind.LENT: MOVES,
        LogKind.NOTICE_STEP: NOTICE_STEPS,
        LogKind.OBJECTION_STEP: OBJECTION_STEPS,
        LogKind.STOCK_PAPER: STOCK_PAPERS,
        LogKind.STOCKTAKE_STEP: STOCKTAKE_STEPS,
    }
)
OTHER_SETTING: Final = "其他"
POINTS: Final = " {points} 分"
ABOUT: Final = "（{text}）"
ABOUT_SEVERAL: Final = "（{text}等）"
SEVERAL: Final = "{part} {count} 件"
BETWEEN: Final = "、"
VERSION: Final = "（第 {count} 版）"
ENTERED: Final = "，记 {count} 笔{points}"
ON_SET_DAY: Final = "{sentence}（日期 {day}）"
NOBODY: Final = "程序"


def sentence(row: LogRow, say: Say = str) -> str:
    """What a transaction was: 记积分 40 笔 ＋400 分（打扫街道）."""
    about = ABOUT_SEVERAL if row.several else ABOUT
    points = say(POINTS).format(points=signed(row.points)) if row.points is not None else ""
    told = say(SENTENCES[row.kind]).format(
        count=row.count,
        points=points,
        about=say(about).format(text=row.text) if row.text else "",
        text=row.text,
        parts=say(BETWEEN).join(dict.fromkeys(_parts(row, say))),
        unit=say(UNITS[row.parts[0].code]) if row.parts and row.parts[0].code in UNITS else "",
        span="" if row.span is None else span_text(row.span),
        title=row.title,
        version=say(VERSION).format(count=row.version) if row.version > 1 else "",
        entered=say(ENTERED).format(count=row.count, points=points) if row.count else "",
    )
    if row.set_day in (None, row.at.astimezone().date()):
        return told.strip()
    return say(ON_SET_DAY).format(sentence=told.strip(), day=day_text(row.set_day))


def who(row: LogRow, say: Say = str) -> str:
    """The operator's name; what happened before anybody signed in is the program's."""
    return row.operator or say(NOBODY)


def when(row: LogRow) -> str:
    """Day and time on the clerk's own clock: 2026.6.3 9:12."""
    return moment_text(row.at)


def moment_text(moment: datetime) -> str:
    """2026.6.3 9:12."""
    local = moment.astimezone()
    return f"{day_text(local.date())} {local.hour}:{local.minute:02d}"


def signed(points: Points) -> str:
    """＋400 or －5."""
    return f"－{-points}" if points < ZERO else f"＋{points}"


def day_text(day: date) -> str:
    """2026.6.3."""
    return f"{day.year}.{day.month}.{day.day}"


def span_text(span: DateSpan) -> str:
    """2026.5.1–2026.5.31."""
    return f"{day_text(span.first)}–{day_text(span.last)}"


def title(sheet: LogSheet) -> str:
    """What stands above the paper."""
    return f"{sheet.village_name}操作记录"


def facts(sheet: LogSheet) -> tuple[str, ...]:
    """Which rows are listed, and who printed them when."""
    count = f"共 {len(sheet.rows)} 条，新的在前。"
    if sheet.more:
        count = f"只列最近 {len(sheet.rows)} 条，更早的请选日期另印。"
    printed = f"打印：{sheet.printed_by}　{moment_text(sheet.printed_at)}"
    return (f"{_asked_text(sheet.asked, sheet.operator)}　{count}", printed)


def _asked_text(asked: LogAsked, operator: str) -> str:
    days = "全部"
    if asked.first is not None or asked.last is not None:
        first = "" if asked.first is None else f"{day_text(asked.first)} 起"
        last = "" if asked.last is None else f"到 {day_text(asked.last)} 止"
        days = f"{first} {last}".strip()
    chosen = [f"日期：{days}"]
    if operator:
        chosen.append(f"经手：{operator}")
    if asked.group is not None:
        chosen.append(f"只列：{GROUPS[asked.group]}")
    return "　".join(chosen)


def _parts(row: LogRow, say: Say) -> list[str]:
    if row.kind is LogKind.SETTINGS:
        return [say(SETTINGS.get(part.code, OTHER_SETTING)) for part in row.parts]
    if row.kind in (LogKind.HOUSEHOLDS, LogKind.EVENT_STEP):
        acts = HOUSEHOLD_ACTS if row.kind is LogKind.HOUSEHOLDS else EVENT_STEPS
        named = [(say(acts[part.code]), part.count) for part in row.parts]
        return [word if count == 1 else say(SEVERAL).format(part=word, count=count) for word, count in named]
    if row.kind in _COUNTED_PARTS:
        words = _COUNTED_PARTS[row.kind]
        return [say(words[part.code]).format(count=part.count) for part in row.parts]
    known = {**OUTCOMES, **LISTS, **EVENTS}
    return [say(known[part.code]) for part in row.parts if part.code in known]
