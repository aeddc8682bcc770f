"""The words of the command line. Scripts rely on these names; they stay."""

import argparse

from passbook_desk import __version__
from passbook_desk.app.arguments_council import add_council
from passbook_desk.app.arguments_events import add_events
from passbook_desk.app.arguments_notices import add_notices
from passbook_desk.app.arguments_paper import add_books, add_calibration, add_papers
from passbook_desk.app.arguments_redemption import add_redemption, add_shop_reports
from passbook_desk.app.parser import Commands, Parser, command, group, several, whole

_EPILOG = """\
退出码：0 办成了；1 被拒绝或查出问题（一句话说明，什么也没写）；2 用法不对；3 系统缺东西。

JSON 的样子：
  import roster   {"households", "residents", "party_members",
                   "per_grid": [{"name", "code", "households", "residents", "party_members"}],
                   "applied", "batch", "notes": […],
                   "findings": [{"sheet", "row", "column", "kind", "text",
                                 "severity": "must_fix|check|auto"}]}
  import balances {"accounts", "applied", "batch", "lines", "findings": […]}
  import owners   {"shops", "units", "roles", "party_owners", "plaques", "owner_not_resident": [店名],
                   "closed": [店名], "new_owners", "new_roles", "changes", "same", "applied", "batch",
                   "findings": […]}
  import claims   {"rows", "ready", "points", "wrong": [{"sheet", "row", "kind"}], "needs_review",
                   "applied", "batch", "findings": […]}
  import events   {"events", "weddings", "funerals", "declared_tables", "actual_tables", "violations",
                   "not_checked", "before_standard", "counted_under", "new", "checks_added", "known",
                   "applied", "batch", "rows": [{"sheet", "row", "fate": "new"|"check"|"same"|"out",
                   "problem", "kind", "household", "reported_on", "held_on", "case", "standard", "over",
                   "late", "event"}], "findings": […]}
  import undo     {"batch", "removed", "restored", "reversed", "withdrawn", "posted_claims",
                   "withdrawn_events", "retired_goods", "kept": [{"table", "label", "reason"}]}
  households      [{"code", "grid", "grid_name", "head", "members", "house_number", "address", "scored",
                   "absence": ""|"moved_out"|"deregistered"|"merged"}]
  household CODE  {"code", …, "people": [{"name", "sex", "born_on", "relation", "head", "party",
                   "residence", "id_number", "phone"}]}，号码都打码
  household CODE history  {"code", "head", "history": [{"on", "kind", "text", "reason", "by"}]}
  export roster   {"file", "households", "residents", "masked"}
  export checkin  {"file", "grids": [网格], "batch"}
  print roster    {"file", "households", "residents", "pages"}
  log             {"rows": [{"at", "operator", "kind", "text", "count", "points"}], "more"}
                  不写日期只列最近 200 条，还有更早的 more 就是 true
  balance         [{"account", "colour", "owner", "household", "assessment", "spendable", "base", "pending"}]
  record          {"voucher", "lines": [行号], "claims": [申报编号],
                   "linked": [{"account", "points", "line"}],
                   "not_entered": [{"account", "name", "item", "code", "text"}]}
  reverse         {"voucher", "lines": [行号]}
  batch list      [{"id", "voucher", "kind", "recorded_at", "handler", "lines", "points", "text", "reversed"}]
  batch undo      {"voucher", "lines": [行号]}；撤回申报时 {"voucher", "claims": [申报编号]}
  batch move      同 record，另有 "reversal": {"voucher", "lines"}
  review list     [{"id", "state", "until", "account", "household", "name", "item", "item_name", "points",
                   "occurred_on", "recorder", "witness", "waiting_days", "doubts", "reason"}]
  review approve, reject, post  {"passed", "hung", "posted", "rejected": [ID],
                   "refused": [{"id", "code", "text"}]}
  print review-sheet  {"number", "claims", "file"}
  catalogue list  [{"number", "meeting_on", "effective_from", "minutes_no",
                    "items": [{"code", "category", "name", "value", "unit", "enabled", "cap", "limits",
                               "holders", "effect", "evidence", "veto", "veto_term"}], "limits"}]
  catalogue import {"items", "enabled", "limits", "replaced", "meeting_on", "effective_from", "findings": […]}
  catalogue adopt {"number", "items", "enabled", "source", "findings": […]}
  catalogue diff  {"old", "new", "counts", "items": [{"code", "name", "kind", "changes": [{"part", "old",
                   "new"}]}], "limits_gone", "limits_come", "file"}
  due             [{"kind", "group": "setup|week|month|quarter|half-year|year|events|safety|next", "due",
                   "done", "due_on", "days_left", "text", "params"}]；没有要办的，最后一条是下一件
  rank, report week, report month
                  {"period", "first_on", "last_on", "running", "by", "households", "recorded",
                   "participation", "silent": [网格], "rows": [{"rank", "code", "name", "grid",
                   "households", "recorded", "credits", "debits", "redeemed", "closing", "score",
                   "before", "average"}], "total", "files"}
  close period    {"period", "first_on", "last_on", "closed"}
  run …           {"name", "kind", "on", "until", "applied", "voucher", "lines", "taken", "kept",
                   "granted", "rows": [{"account", "household", "name", "spendable", "taken", "kept",
                   "granted", "notes"}]}
  event register, approve, check, …  {"id", "number", "case", "days_ahead", "late", "state", "held_on",
                   "last_on", "outcome", "due_on", "saving", "joined",
                   "figures": [{"measure", "declared", "limit", "verdict"}],
                   "compared": [{"measure", "declared", "approved", "actual", "limit", "verdict",
                   "over_plan"}]}；show 另有 "days" 和 "steps"
  event list      [{"id", "number", "kind", "case", "household", "head", "held_on", "last_on", "reported_on",
                   "late", "state", "outcome", "tables", "actual_tables", "verdict", "due_on"}]
  event report    {"first_on", "last_on", "running", "red", "white", "other", "total", "year", "before":
                   {"reported", "members", "held", "declared_tables", "approved_tables", "actual_tables",
                   "checked", "persuaded", "over", "settled", "waiting", "recorded", "late",
                   "persuasions", "saving", "received"}, "events": [{"number", "household", "head",
                   "kind", "on", "declared", "approved", "actual", "member", "per_table", "result",
                   "handling", "late", "persuasions", "saving", "remark"}], "files"}
                  上年没有记录，before 就是 null；写了 --wall，超标和处理的各项都没有
  council list    [{"id", "body", "name", "household", "duty", "standing", "from", "to"}]；add、end 是其中一个
  pledge list     {"pledges": [{"number", "name", "household", "capacity", "event", "signed_on", "words",
                   "struck"}], "unsigned": [{"name", "household"}]}；add 是一份
  equipment list  {"equipment": [{"name", "unit", "total", "out", "free"}], "loans": [{"id", "name",
                   "count", "back", "short", "broken", "open", "event", "household", "who", "lent_on",
                   "due_on", "overdue"}]}；set 是一种，lend、return 是一笔
  event due       [{"event", "kind": "before|on-the-day|check|follow", "day", "late"}]
  notice make, issue, reprint  {"number", "proof", "kind", "about", "title", "version", "first_on",
                   "last_on", "lines", "parts": [{"title", "rows"}], "closing_total", "pending_total",
                   "head_code", "files": […]}；make、issue 另有 "changes": {"other", "entries": [{"line",
                   "account", "household", "name", "on", "item_name", "points", "reversal",
                   "recorder"}]}，没打过校样就是 null
  notice quarter  {"number", "proof", "period", "lines", "closing_total", "head_code", "files": […]}
  notice list     [{"number", "kind", "about", "title", "version", "reason",
                   "state": "issued|hanging|over|closed|replaced", "first_on", "last_on", "issued_on",
                   "issued_by", "hung_until", "lines", "objections", "open_objections", "photos"}]；photo
                   是其中一份，show、hang、close 另有 "closing_total" 和 "steps": [{"kind": "hung|closed",
                   "on", "until", "place", "who", "words", "by"}]，close 还有 "posted"、"rejected": [申报编号]
  notice aloud    {"number", "text"}
  notice archive  {"file", "number", "objections", "photos", "pages"}
  objection list  [{"number", "notice", "line", "line_words",
                   "state": "open|late|upheld|corrected|withdrawn", "received_on", "after_hours", "way",
                   "who", "words", "evidence", "handler", "due_on", "change"}]；add、assign、resolve、
                   withdraw 是一件，另有 "steps": [{"kind": "assigned|resolved|withdrawn", "outcome", "on",
                   "handler", "due_on", "words", "paper_ref", "reversed": [行号], "corrected": [行号],
                   "by"}]
  objection print  {"file", "number", "pages"}
  goods import    {"goods", "pieces", "value", "new", "back", "added", "known", "from_on", "applied", "batch",
                   "paper", "rows": [{"sheet", "row", "fate": "new|back|add|same|out", "problem", "code",
                   "name", "points", "stock", "expires_on"}], "findings": […]}
  goods list      {"goods": [物品], "files"}；add、price 是一样物品：{"code", "name", "spec", "unit",
                   "category", "kind": "goods|service", "barcode", "points", "stock", "expired",
                   "expires_on", "least", "low", "limit", "per", "wanted", "remark", "retired_on"}
  goods outlet    {"outlets": [兑换点]}
  goods receive, write-off, take-back  {"number", "kind", "outlet", "on", "pieces",
                   "items": [{"code", "name", "quantity", "batch", "expires_on"}], "files"}
  stocktake list  [{"number", "outlet", "state": "open|confirmed|dropped|reversed", "begun_on", "ended_on",
                   "counters", "witness", "counted"}]；其他是一次，另有 "rows": [{"code", "name",
                   "counted", "book", "difference", "reason"}] 和 "files"，没有完时不说账面数
  redeem, redeem undo  {"number", "account", "household", "name", "outlet", "on", "points", "before", "left",
                   "collector", "relation", "items": [{"code", "name", "quantity", "points"}],
                   "undone_on", "goods_back"}；redeem 另有 "files"
  redeem list     {"slips": [兑换单], "pieces", "points", "taken_back", "files"}
  exchange list   [{"number", "name", "outlet", "held_on", "until_on", "state": "ahead|held|over|settled",
                   "tickets", "slips", "pieces", "points"}]；open 是一个，show、settle 另有 "agrees"、
                   "goods"、"files"，show 还有 "books"
  exchange ticket {"number", "ticket", "name"}
  report redemption  {"period", "first_on", "last_on", "running", "slips", "taken_back", "pieces", "points",
                   "households", "served", "goods": [{"code", "name", "pieces", "points"}],
                   "stock_pieces", "stock_expired", "stock_value", "spendable", "redeemable", "budget",
                   "spent", "files"}
  report stock    {"first_on", "last_on", "outlet", "rows": [{"code", "name", "opening", "taken_over",
                   "bought", "donated", "transferred", "redeemed", "given_back", "damaged", "expired",
                   "returned", "moved", "counted", "closing", "value"}], "value", "files"}
  book issue      {"books": [折]}
  book list       [{"number", "account", "colour", "owner", "holder", "household", "type",
                   "state": "issued|in_use|full|lost|replaced|closed", "page", "line", "balance",
                   "unprinted", "waiting", "doubted", "issued_on"}]，每本一个折；adopt 也是一个折
  book state      折，另有 "lines": [行] 和 "waiting": [行]
  book trust      {"books"}
  book lost, replace  {"old", "new": 折}
  print continue  {"book", "state": "due|waiting|done", "lines": [{"page", "line", "kind", "entry", "on",
                   "text", "points", "balance", "code"}], "on_paper", "files", "pages"}
  print booklet, strip, covers  {"files", "books", "pages", "lines"}
  check-code      {"code", "verdict": "genuine|changed|foreign|slip", "text", "slip", "found": [{"kind",
                   "verdict", "remarks", "text", …}]}
  calibration show, set  [{"printer", "paper", "right", "down", "scale_x", "scale_y", "drift",
                   "measured_on"}]，毫米和倍数都是文字
  calibration sheet  {"file", "pages"}
  verify, backup  {"village", "households", "accounts", "lines", "head_code", "points_sum", …}
积分都是十进制文字，如 "10"、"-0.5"；号码都是文字。
"""


def build_parser() -> Parser:
    """The whole command line."""
    parser = Parser(
        prog="passbook-desk",
        description="红绿存折：不带子命令就打开窗口。",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--village", metavar="FILE", help="村的文件；不写就用上次打开的")
    parser.add_argument(
        "--today", metavar="DATE", help="规则和单据上的“今天”，如 2026-06-01；记账时间不受影响"
    )
    parser.add_argument(
        "--operator", metavar="NAME", help="谁在办；有密码的在提示后输入，或放在环境变量 PASSBOOK_PIN"
    )
    parser.add_argument("--lang", choices=("zh_CN", "en"), help="窗口的语言")
    version = f"红绿存折 passbook-desk {__version__}"
    parser.add_argument("--version", action="version", version=version, help="显示版本号")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    _keeping(commands)
    _imports(commands)
    _households(commands)
    _rules(commands)
    _ledger(commands)
    _review(commands)
    _counting(commands)
    add_events(commands)
    add_council(commands)
    add_papers(commands)
    add_notices(commands)
    add_redemption(commands)
    add_books(commands)
    add_calibration(commands)
    return parser


def _keeping(commands: Commands) -> None:
    create = command(commands, "create", "建一个村的文件")
    create.add_argument("file", metavar="FILE")
    create.add_argument("--name", required=True, help="村名")
    create.add_argument("--code", required=True, help="12 位区划代码")
    create.add_argument("--township", required=True, help="乡镇")
    create.add_argument("--year", type=whole, help="年度，不写就是今年")
    create.add_argument("--clerk", default="文书", help="您的姓名，印在经手栏")
    create.add_argument("--phone", help="受理异议的办公电话")
    verify = command(commands, "verify", "核对整个文件和账")
    verify.add_argument("--deep", action="store_true", help="连最近一份备份也打开核对，看能不能恢复")
    command(commands, "due", "今天该办什么：本周、本月、本季、本年，照村里的节奏")
    log = command(commands, "log", "操作记录：谁、什么时候、做了什么，新的在前")
    log.add_argument("--from", dest="first", metavar="DATE", help="从哪天起")
    log.add_argument("--to", dest="last", metavar="DATE", help="到哪天止，含这一天")
    log.add_argument("--operator", dest="whose", metavar="NAME", help="只列一个人的")
    log.add_argument("--pdf", metavar="OUT", help="打印成 PDF")
    backup = command(commands, "backup", "备份到文件夹或 .pbd 文件")
    backup.add_argument("to", metavar="TO")
    restore = command(commands, "restore", "从备份恢复")
    restore.add_argument("source", metavar="FROM")
    demo = command(commands, "demo", "在文件夹里建示范村，做出存折、公示和报备表")
    demo.add_argument("folder", metavar="FOLDER")
    commands.add_parser("doctor", help="检查这台电脑能不能用")
    commands.add_parser("selftest", help="程序自检")


def _imports(commands: Commands) -> None:
    actions = group(commands, "import", "从表格导入")
    roster = command(actions, "roster", "导入花名册；不加 --apply 只试读")
    roster.add_argument("workbook", metavar="WORKBOOK")
    roster.add_argument("--apply", action="store_true", help="真的导入")
    figures = command(actions, "balances", "导入期初积分；不加 --apply 只试读")
    figures.add_argument("workbook", metavar="WORKBOOK")
    figures.add_argument("--on", required=True, metavar="DATE", help="期初日期")
    figures.add_argument("--apply", action="store_true", help="真的导入")
    owners = command(actions, "owners", "导入商铺、驻地单位、网格员和楼栋长名单；不加 --apply 只试读")
    owners.add_argument("workbook", metavar="WORKBOOK")
    owners.add_argument("--apply", action="store_true", help="真的导入")
    claims = command(actions, "claims", "导入网格积分上报表，对的进审核；不加 --apply 只试读")
    claims.add_argument("workbook", metavar="WORKBOOK")
    claims.add_argument("--apply", action="store_true", help="真的导入")
    register = command(actions, "events", "导入红白理事会的旧台账；不加 --apply 只试读")
    register.add_argument("workbook", metavar="WORKBOOK")
    how = register.add_mutually_exclusive_group()
    how.add_argument("--apply", action="store_true", help="真的导入")
    how.add_argument("--dry-run", action="store_true", help="只试读，不写就是这样")
    register.add_argument(
        "--standard", type=whole, metavar="NO", help="早于第一份标准的事按第几版算，不写就按第一份"
    )
    undo = command(actions, "undo", "整批撤销一次导入")
    undo.add_argument("batch", type=whole, metavar="BATCH", help="导入时给出的批号")


def _households(commands: Commands) -> None:
    listed = command(commands, "households", "列出在村的户")
    listed.add_argument("--grid", metavar="CODE", help="只列一个网格")
    listed.add_argument("--find", metavar="TEXT", help="姓名、拼音首字母、门牌、户编号、电话或身份证末四位")
    one = command(commands, "household", "看一户的人；加 history 看这一户的变更记录")
    one.add_argument("code", metavar="CODE", help="户编号")
    one.add_argument("view", nargs="?", choices=("history",), metavar="history", help="变更记录")
    exports = group(commands, "export", "导出 Excel")
    roster = command(exports, "roster", "导出花名册，号码打码；改好可以再导入")
    roster.add_argument("output", metavar="OUT.xlsx")
    roster.add_argument("--grid", metavar="CODE", help="只要一个网格")
    roster.add_argument("--unmasked", action="store_true", help="写全号码、人员类别和备注，要写明 --reason")
    roster.add_argument("--reason", metavar="TEXT", help="为什么要写全，记入留痕")
    checkin = command(exports, "checkin", "导出打卡表，每个网格一张，到、未到、代从下拉里选")
    checkin.add_argument("output", metavar="OUT.xlsx")
    checkin.add_argument("--grid", metavar="CODE", help="只要一个网格")


def _rules(commands: Commands) -> None:
    for name, about in (("catalogue", "积分细则"), ("standard", "红白事标准")):
        actions = group(commands, name, about)
        fallback = "草稿，没有草稿就用内置的" if name == "catalogue" else "内置的"
        adopt = command(actions, "adopt", f"采用{about}；不给表格就用{fallback}")
        adopt.add_argument("workbook", nargs="?", metavar="WORKBOOK")
        adopt.add_argument("--meeting", required=True, metavar="DATE", help="哪天的会议通过的")
        adopt.add_argument("--minutes", default="", metavar="NO", help="会议记录号")
        adopt.add_argument("--from", dest="effective", metavar="DATE", help="从哪天起执行，不写就是会议当天")
        command(actions, "list", f"列出采用过的{about}")
        if name == "catalogue":
            _catalogue(actions)
        else:
            show = command(actions, "show", "看一版标准，不写第几版就看现行的")
            show.add_argument("number", nargs="?", metavar="NO", help="第几版")
            out = command(actions, "export", "导出成表格，改好了再开会采用")
            out.add_argument("output", metavar="OUT.xlsx")
            out.add_argument("number", nargs="?", metavar="NO", help="第几版，不写就是现行的")
            diff = command(actions, "diff", "对照两版：新增、改动、取消")
            diff.add_argument("old", metavar="OLD", help="原来的第几版")
            diff.add_argument("new", metavar="NEW", help="现在的第几版")


def _catalogue(actions: Commands) -> None:
    draft = command(actions, "import", "把细则表格读成草稿，列出要核对的；开会通过后再采用")
    draft.add_argument("workbook", metavar="WORKBOOK")
    for verb, about, output in (("export", "导出成表格", "OUT.xlsx"), ("print", "打印上墙", "OUT.pdf")):
        paper = command(actions, verb, f"把积分细则{about}")
        paper.add_argument("output", metavar=output)
        paper.add_argument("--edition", metavar="NO", help="第几版，或“草稿”；不写就是现行的")
    diff = command(actions, "diff", "对照两版：新增、改动、停用")
    diff.add_argument("old", metavar="OLD", help="原来的第几版")
    diff.add_argument("new", metavar="NEW", help="现在的第几版，或“草稿”")
    diff.add_argument("--pdf", metavar="OUT.pdf", help="另存对照表")


def _ledger(commands: Commands) -> None:
    record = command(commands, "record", "记一笔或记一批积分")
    record.add_argument("--item", required=True, metavar="CODE", help="事项编码")
    record.add_argument("--on", required=True, metavar="DATE", help="发生日期")
    who = record.add_mutually_exclusive_group(required=True)
    several(who, "--household", metavar="CODE", help="户编号，可以多个")
    who.add_argument("--grid", metavar="CODE", help="整个网格")
    several(who, "--account", metavar="NO", help="账号，可以多个")
    record.add_argument("--points", metavar="N", help="分值，不写就按细则")
    record.add_argument("--quantity", type=whole, default=1, metavar="N", help="数量，用于按小时、按处的事项")
    record.add_argument("--note", metavar="TEXT", help="摘要")
    record.add_argument("--witness", metavar="NAME", help="证明人")
    over_cap = "超过上限的：refuse 整批不记（默认），skip 不记这几户，fill 只记到上限；没记的都列出来"
    record.add_argument("--over-cap", choices=("refuse", "skip", "fill"), default="refuse", help=over_cap)
    record.add_argument("--again", action="store_true", help="当天已记过的也再记，已经核实是另一次")
    record.add_argument("--uid", help="这一笔自己的编号：重复执行不会重复记账")
    reverse = command(commands, "reverse", "冲销记错的行")
    reverse.add_argument("line", type=whole, nargs="+", metavar="LINE", help="行号")
    reverse.add_argument("--reason", required=True, help="为什么冲销")
    reverse.add_argument("--uid", help="这次冲销自己的编号：重复执行不会重复冲销")
    _batches(commands)
    balance = command(commands, "balance", "查结余")
    whose = balance.add_mutually_exclusive_group()
    whose.add_argument("--account", metavar="NO")
    whose.add_argument("--household", metavar="CODE")
    whose.add_argument("--grid", metavar="CODE")
    balance.add_argument("--on", metavar="DATE", help="那一天结束时的结余，不写就是现在")


def _batches(commands: Commands) -> None:
    actions = group(commands, "batch", "最近记的各批")
    listed = command(actions, "list", "列出最近记的各批，新的在前")
    listed.add_argument("--limit", type=whole, default=20, metavar="N", help="列多少批，不写是 20")
    undo = command(actions, "undo", "整批撤销：自己今天记、还没印的直接撤；别的要写 --reason，用冲销改正")
    undo.add_argument("batch", metavar="ID", help="批号；还在待审的写记账时给出的 voucher")
    undo.add_argument("--reason", metavar="TEXT", help="为什么冲销")
    move = command(actions, "move", "整批改记成另一个事项：冲销再重记")
    move.add_argument("batch", type=whole, metavar="ID", help="批号")
    move.add_argument("--item", required=True, metavar="CODE", help="改成哪个事项")
    move.add_argument("--reason", required=True, metavar="TEXT", help="为什么改")
    move.add_argument("--points", metavar="N", help="新事项分值有幅度时写")
    over_cap = "新事项超过上限的：refuse 整批不改（默认），skip 只冲销不重记"
    move.add_argument("--over-cap", choices=("refuse", "skip"), default="refuse", help=over_cap)


_PERIODS = (
    ("month", "2026-09", "一个月；连着几个月写 2026-03..2026-08"),
    ("week", "2026-09-07", "那一天所在的一周"),
    ("quarter", "2026Q3", "一个季度"),
    ("year", "2026", "一年"),
)
_REPORTS = (
    ("week", "2026-09-07", "周统计：各网格一周的数，谁没有记录"),
    ("month", "2026-09", "月评比：按一个月的得分排名次，同分并列"),
)
_RUNS = (
    ("carry-over", "季末或年末清零、结转"),
    ("expiry", "清掉到期没用的积分"),
    ("base", "新一期的基础分"),
)


def _counting(commands: Commands) -> None:
    rank = command(commands, "rank", "按得分排名次，同分并列")
    which = rank.add_mutually_exclusive_group(required=True)
    for word, example, about in _PERIODS:
        which.add_argument(f"--{word}", metavar=example, help=about)
    _count_options(rank)
    reports = group(commands, "report", "村里按时出的数")
    for name, example, about in _REPORTS:
        made = command(reports, name, about)
        made.add_argument("period", nargs="?", metavar=example, help="哪一期；不写就是刚过完的那一期")
        _count_options(made)
    add_shop_reports(reports)
    closing = command(group(commands, "close", "关账"), "period", "关一周、一月、一季或一年的账")
    closing.add_argument("period", metavar="2026-09|2026Q3|2026")
    closing.add_argument("--reopen", action="store_true", help="重新打开，要写 --reason")
    closing.add_argument("--reason", metavar="TEXT", help="为什么重新打开")
    runs = group(commands, "run", "清零、结转、到期和基础分，先列清单")
    for name, about in _RUNS:
        run = command(runs, name, about)
        how = run.add_mutually_exclusive_group()
        how.add_argument("--dry-run", action="store_true", help="只列清单，不记账；不写就是这样")
        how.add_argument("--apply", action="store_true", help="照清单记账")
        run.add_argument("--on", metavar="DATE", help="记账日期，不写就是今天")
        run.add_argument("--uid", help="这次执行自己的编号：重复执行不会重复记账")


def _count_options(counting: Parser) -> None:
    counting.add_argument(
        "--by", choices=("grid", "building", "household", "member"), default="grid",
        help="按网格、楼栋、户或党员，不写就按网格",
    )  # fmt: skip
    counting.add_argument("--pdf", metavar="OUT")
    counting.add_argument("--xlsx", metavar="OUT")
    counting.add_argument("--picture", metavar="OUT.png", help="发微信群的图片")


def _review(commands: Commands) -> None:
    actions = group(commands, "review", "审核申报的积分")
    listed = command(actions, "list", "列出等着办的申报")
    states = ("first-check", "review", "notice", "due", "posted", "rejected", "withdrawn")
    listed.add_argument(
        "--state", choices=states, help="只列一种：待初审、待审、公示中、公示期满、已入账、已退回、已撤回"
    )
    listed.add_argument("--grid", metavar="CODE", help="只列一个网格")
    approve = command(actions, "approve", "通过；最后一步通过就公示或入账")
    reject = command(actions, "reject", "退回，要写原因；公示中的也能退回")
    every = ("first-check", "review", "notice")
    for each, steps in ((approve, every[:2]), (reject, every)):
        about = "申报编号，可以多个；写了 --paper 就可以不写，办单上的全部"
        each.add_argument("claim", nargs="*", type=whole, metavar="ID", help=about)
        each.add_argument("--step", choices=steps, help="哪一步；不写就是它等着的那一步")
        each.add_argument("--paper", metavar="NO", help="签好字的审核单单号，一人经办时要写")
    reject.add_argument("--reason", required=True, metavar="TEXT")
    command(actions, "post", "公示期满的入账")
