"""The words of the command line for notices and objections."""

import re
from dataclasses import dataclass
from datetime import date

from passbook_desk.app.parser import Commands, Parser, command, group, several, whole
from passbook_desk.kernel.points import Points

KINDS = ("month", "quarter", "half-year", "year", "events", "redemption", "catalogue", "corrections")
SUBJECTS = ("household", "member", "shop", "unit", "building")
COLUMNS = (
    "opening",
    "credits",
    "debits",
    "net",
    "redeemed",
    "closing",
    "pending",
    "total",
    "year-total",
    "stars",
)
NAMES = ("starred", "full", "code")
DEDUCTIONS = ("totals", "words", "hidden")
PAPERS = ("a4", "a3")
WAYS = ("counter", "phone", "letter", "box", "other")
OUTCOMES = ("upheld", "corrected")
_DEED = re.compile(r"([^@=\s]+)(?:@(\d{4}-\d{2}-\d{2}))?(?:=(-?\d{1,7}(?:\.\d{1,2})?))?")


@dataclass(frozen=True, slots=True)
class DeedWords:
    """A deed as it is written behind --deed; without a day that of the notice's end, without points the
    catalogue's.
    """

    code: str
    on: date | None
    points: Points | None


def deed_words(text: str) -> DeedWords:
    """101, 101@2026-06-20, 205=15 or 205@2026-06-20=15; raises ValueError."""
    found = _DEED.fullmatch(text)
    if found is None:
        raise ValueError(text)
    on = None if found[2] is None else date.fromisoformat(found[2])
    return DeedWords(found[1], on, None if found[3] is None else Points.parse(found[3]))


def letter_size(text: str) -> float:
    """Points of the letters; raises ValueError."""
    return float(text)


def add_notices(commands: Commands) -> None:
    """notice and objection."""
    actions = group(commands, "notice", "公示")
    _sheets(actions)
    _course(actions)
    _objections(commands)


def _sheets(actions: Commands) -> None:
    make = command(actions, "make", "打校样，并记下账到了哪里；打过的先说后来变了什么")
    issue = command(actions, "issue", "出榜：编号，冻结内容；先列出校样以后变的")
    for each in (make, issue):
        kinds = "月、季、半年、年的积分，红白事，兑换（月、季、年），细则变更，更正"
        each.add_argument("kind", choices=KINDS, metavar="KIND", help=f"{'|'.join(KINDS)}：{kinds}")
        about = "期间 2026-06、2026Q2、2026-01..2026-06、2026；细则写第几版，更正写原公示的编号"
        each.add_argument("about", metavar="ABOUT", help=about)
        _look(each)
        _files(each)
    issue.add_argument("--again", default="", metavar="REASON", help="重出一版，写明原因；原来的留着")
    quarter = command(actions, "quarter", "季度公示：季末后出榜或重印，之前出校样")
    quarter.add_argument("quarter", metavar="2026Q2")
    reprint = _of_notice(actions, "reprint", "重印出过榜的，永远和出榜时一样")
    for each in (quarter, reprint):
        _files(each)
    reprint.add_argument("--large", action="store_true", help="大字版：A3 横，22 磅")
    _paper(reprint)
    reprint.add_argument("--summary", metavar="OUT.pdf", help="一页纸的汇总，各网格一条")
    aloud = _of_notice(actions, "aloud", "广播稿：在喇叭里念的")
    aloud.add_argument("--lines", action="store_true", help="连每一行也念")
    archive = _of_notice(actions, "archive", "归档的 PDF：公示、照片、异议和结果")
    archive.add_argument("-o", "--output", required=True, metavar="OUT.pdf")


def _course(actions: Commands) -> None:
    hang = _of_notice(actions, "hang", "登记张贴：贴在哪里、谁贴的、贴到哪天")
    hang.add_argument("--place", required=True, metavar="PLACE", help="贴在哪里")
    hang.add_argument("--by", required=True, metavar="NAME", help="谁贴的")
    hang.add_argument("--from", dest="first", metavar="DATE", help="从哪天起，不写就是今天")
    hang.add_argument("--until", dest="last", metavar="DATE", help="贴到哪天，含这一天；不写就按村里的天数")
    close = _of_notice(actions, "close", "公示期满归档；公示中的积分入账")
    photo = _of_notice(actions, "photo", "存一张贴在墙上的照片")
    photo.add_argument("file", metavar="FILE.jpg", help="JPG 照片，不超过 800 KB")
    for each in (hang, close, photo):
        each.add_argument("--words", default="", metavar="TEXT", help="说明")
    listed = command(actions, "list", "列出出过榜的公示，新的在前")
    listed.add_argument("--open", action="store_true", help="只列还没有归档的")
    _of_notice(actions, "show", "看一份公示：合计、张贴、异议")


def _objections(commands: Commands) -> None:
    actions = group(commands, "objection", "对公示的异议")
    add = command(actions, "add", "记下收到的异议")
    add.add_argument("--notice", required=True, metavar="NO", help="公示编号")
    add.add_argument("--line", type=whole, metavar="N", help="第几行；不写就是对整张公示")
    ways = "怎么来的：当面 counter，电话 phone，书信 letter，意见箱 box，其他 other"
    add.add_argument("--way", required=True, choices=WAYS, help=ways)
    add.add_argument("--words", required=True, metavar="TEXT", help="说了什么")
    add.add_argument("--who", default="", metavar="NAME", help="谁提的，不写就是匿名")
    add.add_argument("--evidence", default="", metavar="TEXT", help="有什么依据")
    add.add_argument("--handler", default="", metavar="NAME", help="交给谁办")
    add.add_argument("--due", metavar="DATE", help="几号前答复，不写就按村里的天数")
    add.add_argument("--on", metavar="DATE", help="哪天收到的，不写就是今天")
    _answer(actions)
    assign = _of_objection(actions, "assign", "交给谁办，几号前答复")
    assign.add_argument("--handler", required=True, metavar="NAME", help="交给谁办")
    assign.add_argument("--due", required=True, metavar="DATE", help="几号前答复")
    assign.add_argument("--words", default="", metavar="TEXT", help="要核查什么")
    withdraw = _of_objection(actions, "withdraw", "提的人自己撤回")
    withdraw.add_argument("--words", required=True, metavar="TEXT", help="为什么撤回")
    listed = command(actions, "list", "列出异议，没答复的在前")
    listed.add_argument("--notice", metavar="NO", help="只列一份公示的")
    listed.add_argument("--open", action="store_true", help="只列没答复的")
    printed = _of_objection(actions, "print", "打印答复单")
    printed.add_argument("-o", "--output", required=True, metavar="OUT.pdf")


def _answer(actions: Commands) -> None:
    resolve = _of_objection(actions, "resolve", "答复：维持，或更正；更正的冲销和补记一次办完")
    resolve.add_argument("outcome", choices=OUTCOMES, metavar="OUTCOME", help="upheld 维持，corrected 更正")
    resolve.add_argument("--words", required=True, metavar="TEXT", help="怎么答复的")
    resolve.add_argument("--paper-ref", default="", metavar="NO", help="签了字的单据号；积分要审核的村要写")
    several(resolve, "--reverse", type=whole, default=[], metavar="SEQ", help="冲销哪几行")
    deeds = "补记的事项，如 101、101@2026-06-20、205@2026-06-20=15；不写日期就是公示的最后一天"
    several(resolve, "--deed", type=deed_words, default=[], metavar="CODE[@DATE][=POINTS]", help=deeds)
    resolve.add_argument("--account", metavar="NO", help="补记到哪个账号；对整张公示的异议要写")
    about = "公示中不再入账的申报"
    several(resolve, "--reject-claim", type=whole, default=[], metavar="ID", help=about)


def _look(parser: Parser) -> None:
    several(parser, "--subjects", choices=SUBJECTS, metavar="SUBJECT", help=_of(SUBJECTS))
    several(parser, "--columns", choices=COLUMNS, metavar="COLUMN", help=_of(COLUMNS))
    parser.add_argument("--names", choices=NAMES, help="姓名打星、写全名，或只写编号")
    parser.add_argument("--deductions", choices=DEDUCTIONS, help="扣分只写总数、照细则逐笔写，或不单列")
    _paper(parser)


def _paper(parser: Parser) -> None:
    parser.add_argument("--paper", choices=PAPERS, help="纸的大小")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--portrait", action="store_true", help="竖着")
    way.add_argument("--landscape", action="store_true", help="横着")
    parser.add_argument("--size", type=letter_size, metavar="N", help="字号，16 到 22 磅")


def _files(parser: Parser) -> None:
    parser.add_argument("--pdf", metavar="OUT")
    parser.add_argument("--xlsx", metavar="OUT")


def _of(words: tuple[str, ...]) -> str:
    return f"可以多个：{'、'.join(words)}"


def _of_notice(actions: Commands, name: str, about: str) -> Parser:
    made = command(actions, name, about)
    made.add_argument("number", metavar="NUMBER", help="公示编号，如 2026-01")
    return made


def _of_objection(actions: Commands, name: str, about: str) -> Parser:
    made = command(actions, name, about)
    made.add_argument("number", metavar="NO", help="异议编号，如 2026-01")
    return made
