"""The words of the command line for the council, pledges and things lent."""

import argparse

from passbook_desk.app.parser import Commands, Parser, command, group, whole
from passbook_desk.features.events.bodies.values import BodyKind, Capacity

_BODIES = tuple(kind.value for kind in BodyKind)
_CAPACITIES = tuple(capacity.value for capacity in Capacity)


def add_council(commands: Commands) -> None:
    """council list, add, end; pledge add, list, print; equipment list, set, lend, return."""
    _council(group(commands, "council", "红白理事会和道德评议会"))
    _pledge(group(commands, "pledge", "移风易俗承诺书"))
    _equipment(group(commands, "equipment", "借用的物品"))


def _council(actions: "argparse._SubParsersAction[Parser]") -> None:
    listed = command(actions, "list", "列出成员，不写日期就是今天在任的")
    listed.add_argument("--body", choices=_BODIES, help="红白理事会 council，道德评议会 moral")
    listed.add_argument("--on", metavar="DATE", help="哪一天在任的")
    listed.add_argument("--all", action="store_true", help="连以前的任期")
    add = command(actions, "add", "添一位成员")
    add.add_argument("name", metavar="NAME", help="居民姓名；花名册里没有的照写")
    add.add_argument("--household", metavar="CODE", help="有重名时写户编号")
    add.add_argument("--body", choices=_BODIES, default=BodyKind.COUNCIL.value, help="哪个机构")
    add.add_argument("--duty", default="委员", help="会长、副会长、委员、宣传员、计划员、监督员、秘书长……")
    add.add_argument("--standing", default="", help="老干部、老党员、老教师、乡贤……")
    add.add_argument("--from", dest="first", metavar="DATE", help="任期起，不写就是今天")
    add.add_argument("--to", dest="last", metavar="DATE", help="任期止")
    end = command(actions, "end", "结束一个任期，名单留着")
    end.add_argument("member", type=whole, metavar="ID", help="council list 里的编号")
    end.add_argument("--on", metavar="DATE", help="最后一天，不写就是今天")


def _pledge(actions: "argparse._SubParsersAction[Parser]") -> None:
    add = command(actions, "add", "登记一份签好的承诺书")
    add.add_argument("name", nargs="?", default="", metavar="NAME", help="承诺人；不写就是一户或事主家")
    add.add_argument("--household", metavar="CODE", help="户编号：有重名时区分，不写姓名就是这一户签的")
    add.add_argument("--capacity", choices=_CAPACITIES, default=Capacity.VILLAGER.value, help="以什么身份")
    add.add_argument("--event", metavar="ID", help="为哪件红白事")
    add.add_argument("--on", metavar="DATE", help="签订日期，不写就是今天")
    listed = command(actions, "list", "列出签了的，和党员、成员里没签的")
    listed.add_argument("--event", metavar="ID", help="只列为一件红白事签的")
    printed = command(actions, "print", "打印承诺书，一人一页")
    printed.add_argument("--unsigned", action="store_true", help="没签的每人一页；不写就是空白的")
    printed.add_argument("--copies", type=whole, default=1, metavar="N", help="空白的几页")
    printed.add_argument("-o", "--output", required=True, metavar="OUT.pdf")


def _equipment(actions: "argparse._SubParsersAction[Parser]") -> None:
    listed = command(actions, "list", "列出物品和借在外面的")
    listed.add_argument("--overdue", action="store_true", help="只列过期未还的")
    counted = command(actions, "set", "登记一种物品，或重新清点")
    counted.add_argument("name", metavar="NAME", help="桌子、椅子、灶具、帐篷……")
    counted.add_argument("total", type=whole, metavar="N", help="一共有多少，借在外面的也算")
    counted.add_argument("--unit", help="张、把、套、顶；第一次登记要写")
    counted.add_argument("--reason", default="", metavar="TEXT", help="为什么变")
    lend = command(actions, "lend", "借给一件红白事或一户")
    lend.add_argument("name", metavar="NAME", help="物品名称")
    lend.add_argument("count", type=whole, metavar="N")
    lend.add_argument("--event", metavar="ID", help="红白事编号或 id")
    lend.add_argument("--household", metavar="CODE", help="户编号")
    lend.add_argument("--who", default="", metavar="NAME", help="领取人")
    lend.add_argument("--on", metavar="DATE", help="借出日期，不写就是今天")
    lend.add_argument("--due", metavar="DATE", help="应还日期；红白事不写就是办完的第二天")
    back = command(actions, "return", "归还")
    back.add_argument("loan", type=whole, metavar="ID", help="equipment list 里借用的编号")
    back.add_argument("count", type=whole, metavar="N", help="好的还了多少")
    back.add_argument("--broken", type=whole, default=0, metavar="N", help="坏了多少")
    back.add_argument("--short", type=whole, default=0, metavar="N", help="少了多少，不会再还的")
    back.add_argument("--note", default="", metavar="TEXT", help="说明")
    back.add_argument("--on", metavar="DATE", help="归还日期，不写就是今天")
