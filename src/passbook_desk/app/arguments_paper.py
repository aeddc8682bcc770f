"""The words of the command line for paper: prints, books, calibration."""

import re

from passbook_desk.app.parser import Commands, command, group, several, whole

_PAPER = re.compile(r"(\d{1,4}(?:\.\d)?)[xX×*](\d{1,4}(?:\.\d)?)")


def paper_size(text: str) -> tuple[float, float]:
    """Width and height of paper in millimetres from 130x180; raises ValueError."""
    found = _PAPER.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return float(found[1]), float(found[2])


def millimetres(text: str) -> float:
    """A length or a factor; raises ValueError."""
    return float(text)


_PAGE_LINE = re.compile(r"(?:(\d{1,3})[-－])?(\d{1,3})")


def page_line(text: str) -> tuple[int | None, int]:
    """Page, if it is named, and line of a book from 7 or 2-7; raises ValueError."""
    found = _PAGE_LINE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return None if found[1] is None else int(found[1]), int(found[2])


def page_and_line(text: str) -> tuple[int, int]:
    """Page and line of a book from 2-7; raises ValueError."""
    page, line = page_line(text)
    if page is None:
        raise ValueError(text)
    return page, line


def add_papers(commands: Commands) -> None:
    """print."""
    printing = group(commands, "print", "打印")
    passbooks = command(printing, "passbooks", "打印存折（截至今天的打印件）")
    which = passbooks.add_mutually_exclusive_group(required=True)
    which.add_argument("--all", action="store_true", help="全村")
    which.add_argument("--grid", metavar="CODE")
    several(which, "--account", metavar="NO")
    passbooks.add_argument("--colour", choices=("red", "green"), help="只要红折或绿折")
    passbooks.add_argument("-o", "--output", required=True, metavar="OUT.pdf")
    roster = command(printing, "roster", "打印花名册：每格另起一页，一页 25 户，电话打码")
    where = roster.add_mutually_exclusive_group(required=True)
    where.add_argument("--all", action="store_true", help="全村")
    where.add_argument("--grid", metavar="CODE")
    roster.add_argument("-o", "--output", required=True, metavar="OUT.pdf")
    review = command(printing, "review-sheet", "打印积分审核单，签字后按单号审核")
    several(review, "--claim", type=whole, metavar="ID", help="哪些申报；不写就是等审的全部")
    review.add_argument("-o", "--output", required=True, metavar="OUT.pdf")
    _book_prints(printing)


def _book_prints(printing: Commands) -> None:
    goes_on = command(printing, "continue", "登折：从下一空行接着打；不写 -o 只看要打什么")
    goes_on.add_argument("--book", required=True, metavar="NO", help="存折号")
    goes_on.add_argument("-o", "--output", metavar="OUT.pdf", help="送打，写成 PDF；然后等答复打好了吗")
    answer = goes_on.add_mutually_exclusive_group()
    answer.add_argument("--confirm", action="store_true", help="答复：打好了；和 -o 一起写就送打并答复")
    answer.add_argument(
        "--failed-from", type=page_line, metavar="LINE|PAGE-LINE",
        help="答复：从第几行起没打上，如 7 或 2-7；和 -o 一起写就把剩下的重打",
    )  # fmt: skip
    booklet = command(printing, "booklet", "整本打印：封面、持折人页和每一行，A4 对折装订")
    booklet.add_argument("--book", required=True, metavar="NO", help="存折号")
    booklet.add_argument(
        "--duplex", choices=("long", "short", "none"), default="long",
        help="打印机沿长边翻、短边翻，还是不会双面（分两遍打，写两个文件）；不写是长边",
    )  # fmt: skip
    strip = command(printing, "strip", "贴条：把要登的行打在 A4 上，剪下贴进存折")
    covers = command(printing, "covers", "打印封面和持折人页")
    for each in (strip, covers):
        which = each.add_mutually_exclusive_group(required=True)
        several(which, "--book", metavar="NO", help="存折号，可以多个")
        which.add_argument("--grid", metavar="CODE", help="一个网格")
    for each in (booklet, strip, covers):
        each.add_argument("-o", "--output", required=True, metavar="OUT.pdf")
    for each in (booklet, strip):
        each.add_argument("--confirm", action="store_true", help="送打并答复：打好了")


def add_books(commands: Commands) -> None:
    """book and check-code."""
    actions = group(commands, "book", "存折：发折、接手旧折、换折、挂失补发")
    issue = command(actions, "issue", "发折；按网格或全村时只发还没有存折的")
    which = issue.add_mutually_exclusive_group(required=True)
    several(which, "--account", metavar="NO", help="账号，可以多个")
    which.add_argument("--grid", metavar="CODE", help="一个网格")
    which.add_argument("--all", action="store_true", help="全村")
    adopt = command(actions, "adopt", "接手用手记到一半的旧折，从下一空行接着打")
    adopt.add_argument("--account", required=True, metavar="NO", help="账号")
    for each, needed in ((issue, False), (adopt, True)):
        each.add_argument("--type", required=needed, metavar="NAME", help="折样的名称")
        each.add_argument("--number", metavar="NO", help="折上印好的号；不写就编一个")
    adopt.add_argument("--page", type=whole, required=True, metavar="P", help="下一空行在第几页")
    adopt.add_argument("--line", type=whole, required=True, metavar="L", help="下一空行是第几行")
    adopt.add_argument("--balance", required=True, metavar="B", help="折上最后写的结余")
    adopt.add_argument(
        "--last-line", type=whole, metavar="S", help="折上最后一行是账户的第几行；结余相同的有几行时要写"
    )
    listed = command(actions, "list", "列出在用的存折")
    listed.add_argument("--grid", metavar="CODE", help="一个网格")
    only = listed.add_mutually_exclusive_group()
    only.add_argument("--waiting", action="store_true", help="只列要登折的和等答复的")
    only.add_argument("--doubted", action="store_true", help="只列恢复备份后要先看折的")
    state = command(actions, "state", "一本存折登到哪里，每一行是谁什么时候打的；和折上对不上时改下一行")
    state.add_argument(
        "--set", type=page_and_line, metavar="PAGE-LINE", help="折上的下一空行，如 2-7；往回改的行要重打"
    )
    state.add_argument("--balance", metavar="B", help="折上比账上多打了行时，折上最后写的结余")
    state.add_argument(
        "--last-line", type=whole, metavar="S", help="折上最后一行是账户的第几行；结余相同的有几行时要写"
    )
    trust = command(actions, "trust", "恢复备份后：这些存折上没有多出的行，照账上接着登")
    which = trust.add_mutually_exclusive_group(required=True)
    several(which, "--book", metavar="NO", help="存折号，可以多个")
    which.add_argument("--all", action="store_true", help="要核对的全部")
    for each, needed in ((state, False), (trust, True)):
        each.add_argument("--reason", required=needed, metavar="TEXT", help="为什么")
    lost = command(actions, "lost", "挂失补发：旧折作废，发一本新的")
    replace = command(actions, "replace", "换折：写满了或旧了，发一本新的接着用")
    for each in (state, lost, replace):
        each.add_argument("--book", required=True, metavar="NO", help="存折号")
    for each in (lost, replace):
        each.add_argument("--reason", required=True, metavar="TEXT", help="为什么")
        each.add_argument("--type", metavar="NAME", help="新折的折样；不写就和旧折一样")
    check = command(commands, "check-code", "核验纸上的码或存折号：真的退出码是 0，不真或后来有变化是 1")
    check.add_argument("code", metavar="CODE", help="折上每行的 8 位码、单据的 10 位校验码、存折号或账号")


_CORRECTIONS = (
    ("right", "往右移多少毫米，往左写负数"),
    ("down", "往下移多少毫米，往上写负数"),
    ("scale-x", "宽乘以多少，如 1.002"),
    ("scale-y", "高乘以多少，如 0.998"),
    ("drift", "连续纸每多一张再往下移多少毫米"),
)


def add_calibration(commands: Commands) -> None:
    """calibration."""
    actions = group(commands, "calibration", "校准这台电脑的打印机：每台打印机、每种纸各一份")
    show = command(actions, "show", "列出校准")
    show.add_argument("--printer", metavar="NAME", help="只列一台打印机的")
    sheet = command(actions, "sheet", "打出校准用的纸：第一张量四个数，第二张核对")
    keep = command(actions, "set", "记下校准：填量到的四个数，或直接写怎么移")
    for each in (sheet, keep):
        each.add_argument(
            "--paper", type=paper_size, required=True, metavar="130x180", help="纸的宽和高，毫米"
        )
    sheet.add_argument("--printer", metavar="NAME", help="哪台打印机；打第二张时要写")
    sheet.add_argument("--check", action="store_true", help="打第二张：照现在的校准打，看准不准")
    sheet.add_argument("--fan-fold", action="store_true", help="连续纸：第二张接连打 10 张")
    sheet.add_argument("-o", "--output", required=True, metavar="OUT.pdf")
    keep.add_argument("--printer", required=True, metavar="NAME", help="哪台打印机")
    keep.add_argument(
        "--measured", nargs=4, type=millimetres, metavar=("L", "T", "W", "H"),
        help="量到的四个数：左、上、宽、高，毫米",
    )  # fmt: skip
    keep.add_argument("--check", action="store_true", help="四个数是在第二张上量的")
    for name, about in _CORRECTIONS:
        keep.add_argument(f"--{name}", type=millimetres, metavar="N", help=about)
    keep.add_argument(
        "--fan-fold", nargs=2, type=millimetres, metavar=("FIRST", "TENTH"),
        help="连续纸第 1 张和第 10 张上，纸上边到框的毫米数",
    )  # fmt: skip
