"""The words of the command line for events: report, steps of the course, lists and sheets."""

import argparse
from datetime import date

from passbook_desk.app.parser import Commands, Parser, command, group, several, whole
from passbook_desk.features.events.cases import HostingCase, case_from

KINDS = ("wedding", "funeral", "birth", "house", "study", "army", "longevity", "other")
STATES = (
    "reported",
    "refused",
    "approved",
    "under-way",
    "to-check",
    "checked",
    "to-follow",
    "closed",
    "withdrawn",
    "joined",
)
_SHEETS = ("filing", "pledge", "slip", "check", "record")
_FIGURES = (
    ("tables", "N", "桌数"),
    ("per-table", "YUAN", "每桌多少元，含烟酒"),
    ("per-table-food", "YUAN", "每桌多少元，不含烟酒"),
    ("seats", "N", "每桌人数"),
    ("cigarettes", "YUAN", "香烟元/包"),
    ("liquor", "YUAN", "酒元/瓶"),
    ("gift", "YUAN", "礼金元"),
    ("cars", "N", "车辆数"),
    ("days", "N", "天数"),
    ("musicians", "N", "乐队人数"),
    ("wreaths", "N", "花圈数"),
    ("fireworks", "N", "鞭炮烟花数"),
)
"""Options for figures; the measure has the option's name with underscores."""


def hosting_case(text: str) -> HostingCase:
    """Whose limits apply: ordinary, joint+member, children:2; raises ValueError."""
    return case_from(text)


def _year(text: str) -> int:
    """A year of the calendar; raises ValueError."""
    return date(whole(text), 1, 1).year


def add_events(commands: Commands) -> None:
    """event register, approve, check, follow, close, postpone, join, withdraw, list, due, show, sheet."""
    actions = group(commands, "event", "红白事")
    _report(actions)
    _steps(actions)
    _ends(actions)
    listed = command(actions, "list", "列出红白事，办事日期晚的在前")
    states = "、".join(("报备中", "未同意", "已核准", "办事中", "待核查", "已核查", "待回访", "已结"))
    listed.add_argument("--state", choices=STATES, help=f"只列一种：{states}、已撤回、已并入")
    listed.add_argument("--year", type=_year, metavar="YEAR", help="只列一年里报备的")
    command(actions, "due", "今天要提醒、核查、登记、回访的")
    _of_event(actions, "show", "看一件事：各步、三套数、限额")
    sheet = _of_event(actions, "sheet", "打印报备表，或这件事的其他表")
    sheet.add_argument(
        "--kind", choices=_SHEETS, default="filing", help="报备表、承诺书、标准告知单、现场核查表、档案表"
    )
    sheet.add_argument("-o", "--output", required=True, metavar="OUT.pdf")
    _quarterly(actions)


def _report(actions: Commands) -> None:
    register = command(actions, "register", "报备一件红事、白事或其他喜庆")
    kinds = "红事 wedding，白事 funeral，满月酒 birth，乔迁 house，升学 study，参军 army，寿庆 longevity，"
    kinds += "其他 other"
    register.add_argument("--kind", required=True, choices=KINDS, help=kinds)
    register.add_argument("--household", required=True, metavar="CODE", help="事主的户编号")
    register.add_argument("--on", required=True, metavar="DATE", help="办事日期")
    about = "另外的日子和地点，如 2026-06-12=村文化广场，可以多个"
    several(register, "--also", default=[], metavar="DATE=PLACE", help=about)
    _figures(register)
    about = "适用情形，如 joint+member、again、town、hotel、children:2；不写就自动判断"
    register.add_argument("--case", type=hosting_case, metavar="CASE", help=about)
    register.add_argument("--matter", default="", help="事由")
    register.add_argument("--place", default="", help="地点")
    register.add_argument("--contact", default="", help="联系人")
    register.add_argument("--phone", help="联系电话")
    register.add_argument("--cook", default="", help="掌勺队")
    register.add_argument("--pledge", action="store_true", help="已签承诺书")
    register.add_argument("--family", default="", help="合办的另一家")
    register.add_argument("--persons", default="", help="新人或逝者姓名")
    register.add_argument("--invited", default="", help="邀请范围")


def _steps(actions: Commands) -> None:
    approve = _of_event(actions, "approve", "理事会同意；写了数就是改过以后同意，写 --refuse 就是不同意")
    approve.add_argument("--minutes", required=True, metavar="NO", help="会议记录号")
    approve.add_argument("--refuse", metavar="REASON", help="不同意，为什么")
    _figures(approve)
    check = _of_event(actions, "check", "记现场核查：谁去的，实际多少，结果怎样")
    check.add_argument("--who", required=True, metavar="NAME", help="谁去核查的")
    check.add_argument("--guests", type=whole, metavar="N", help="来客人数")
    _figures(check)
    about = "结果：未超 within，劝导后改正 persuaded，超标 over"
    check.add_argument("--outcome", required=True, choices=("within", "persuaded", "over"), help=about)
    follow = _of_event(actions, "follow", "记回访")
    follow.add_argument("--who", required=True, metavar="NAME", help="谁去回访的")
    about = "结果：已整改 settled，未整改 open"
    follow.add_argument("--outcome", required=True, choices=("settled", "open"), help=about)
    for each in (check, follow):
        each.add_argument("--due", metavar="DATE", help="几号前再回访")
        each.add_argument("--words", default="", metavar="TEXT", help="情况；没核准就办了的一定要写")
    for each in (approve, check, follow):
        each.add_argument("--on", metavar="DATE", help="哪天的事，不写就是今天")


def _ends(actions: Commands) -> None:
    postpone = _of_event(actions, "postpone", "改期；几天的事整个挪过去")
    postpone.add_argument("--on", required=True, metavar="DATE", help="改到哪天")
    postpone.add_argument("--place", metavar="PLACE", help="同时改到哪里")
    close = _of_event(actions, "close", "办结")
    close.add_argument("--minutes", required=True, metavar="NO", help="会议记录号")
    close.add_argument("--on", metavar="DATE", help="哪天的事，不写就是今天")
    join = _of_event(actions, "join", "分批设宴的并为一件，合起来对照限额")
    join.add_argument("into", metavar="INTO", help="并入哪一件")
    withdraw = _of_event(actions, "withdraw", "撤回，不办了")
    for each in (postpone, withdraw):
        each.add_argument("--reason", required=True, metavar="TEXT", help="为什么")


def _quarterly(actions: Commands) -> None:
    report = command(actions, "report", "红白事季报：件数、桌数、节约、超标和处理、明细")
    which = report.add_mutually_exclusive_group(required=True)
    which.add_argument("--quarter", metavar="2026Q2", help="一季度")
    which.add_argument("--from", dest="first", metavar="DATE", help="从哪天起")
    report.add_argument("--to", dest="last", metavar="DATE", help="到哪天止，含这一天；不写就到今天")
    report.add_argument("--wall", action="store_true", help="上墙的样子：不列超标的户，不写处理和备注")
    report.add_argument("--pdf", metavar="OUT")
    report.add_argument("--xlsx", metavar="OUT")


def _of_event(actions: Commands, name: str, about: str) -> Parser:
    made = command(actions, name, about)
    made.add_argument("event", metavar="ID", help="报备编号或 id")
    return made


def _figures(parser: argparse.ArgumentParser) -> None:
    for word, unit, about in _FIGURES:
        parser.add_argument(f"--{word}", type=whole, metavar=unit, help=about)
