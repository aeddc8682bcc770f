"""The points shop from the command line: goods come in, go out, are counted, redeemed and reported."""

from pathlib import Path

import openpyxl
import pytest

from builders.cli import SAMPLES, CommandLine, founded, peopled

LIST = str(SAMPLES / "积分超市物品.xlsx")
SIGNED = ("--handed-by", "赵卫东", "--received-by", "刘文书")


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The sample village with its goods, and ten points in each book of the first grid."""
    line = peopled(tmp_path / "清泉村.pbk", capsys)
    line.ok("goods", "import", LIST, "--apply")
    line.ok("record", "--item", "101", "--on", "2026-05-20", "--grid", "1")
    return line


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return founded(tmp_path / "清泉村.pbk", capsys)


def account(line: CommandLine, household: str = "01001") -> str:
    rows = line.ok("balance", "--household", household, "--json").json()
    return next(str(row["account"]) for row in rows if row["colour"] == "green")


def stock(line: CommandLine, code: str) -> int:
    rows = line.ok("goods", "list", "--json").json()["goods"]
    return next(int(row["stock"]) for row in rows if row["code"] == code)


def spendable(line: CommandLine, number: str) -> str:
    (row,) = line.ok("balance", "--account", number, "--json").json()
    return str(row["spendable"])


def test_the_list_is_tried_first_and_then_comes_in_with_its_figures(empty: CommandLine) -> None:
    dry = empty.ok("goods", "import", LIST, "--dry-run", "--json").json()
    assert (dry["goods"], dry["pieces"], dry["value"], dry["applied"]) == (28, 838, "14848", False)
    told = empty.ok("goods", "import", LIST).out
    assert "28 样：库存 838 件，合 14848 分" in told
    assert "合计写 622，按行加起来是 838" in told
    done = empty.ok("goods", "import", LIST, "--from", "2026-05-01", "--apply", "--json").json()
    assert (done["new"], done["batch"], done["paper"], done["from_on"]) == (28, 1, "QC2026-001", "2026-05-01")
    again = empty.ok("goods", "import", LIST, "--apply")
    assert "这份文件已作为第 1 批导入过" in again.out
    assert "没有新的，什么也没写" in again.out
    assert "28 样物品已下架" in empty.ok("import", "undo", "1").out
    assert empty.ok("goods", "list", "--json").json()["goods"] == []
    empty.ok("verify")


def test_an_import_whose_goods_were_redeemed_is_refused_by_name(line: CommandLine) -> None:
    line.ok("redeem", "--account", account(line), "--goods", "007")
    assert "肥皂" in line.refused("import", "undo", "2")


def test_a_list_for_a_place_that_is_not_there_is_refused(line: CommandLine) -> None:
    assert "东头小卖部" in line.refused("goods", "import", LIST, "--outlet", "东头小卖部")


def test_with_several_places_a_call_says_which(line: CommandLine) -> None:
    told = line.ok("goods", "outlet", "志愿者服务站", "--json").json()
    assert told["outlets"] == ["积分超市", "志愿者服务站"]
    number = account(line)
    assert "积分超市、志愿者服务站" in line.refused("redeem", "--account", number, "--goods", "012")
    assert "只剩 0 件" in line.refused(
        "redeem", "--account", number, "--goods", "012", "--outlet", "志愿者服务站"
    )
    done = line.ok("redeem", "--account", number, "--goods", "012", "--outlet", "积分超市", "--json").json()
    assert done["outlet"] == "积分超市"


def test_what_is_low_and_what_expires_is_listed(line: CommandLine, tmp_path: Path) -> None:
    low = line.ok("goods", "list", "--low", "--json").json()["goods"]
    assert [row["code"] for row in low] == ["007", "016", "017", "027"]
    soon = line.ok("goods", "list", "--expiring", "--json").json()["goods"]
    assert [row["code"] for row in soon] == ["005", "008", "009", "017", "027"]
    wall, prices, buying = (tmp_path / name for name in ("价目.pdf", "价目.xlsx", "采购.pdf"))
    made = line.ok("goods", "list", "--pdf", str(wall), "--xlsx", str(prices), "--json").json()
    assert made["files"] == [str(wall), str(prices)]
    line.ok("goods", "list", "--low", "--pdf", str(buying))
    for path in (wall, buying):
        assert path.read_bytes().startswith(b"%PDF")
    texts = {cell.value for row in openpyxl.load_workbook(prices).worksheets[0].iter_rows() for cell in row}
    assert {"牙刷", "理发券"} <= texts


def test_goods_are_added_and_get_another_price(line: CommandLine) -> None:
    soap = line.ok(
        "goods", "add", "香皂", "--points", "6", "--spec", "125克", "--unit", "块", "--least", "5",
        "--limit", "2", "--per", "month", "--json",
    ).json()  # fmt: skip
    assert (soap["code"], soap["points"], soap["limit"], soap["per"]) == ("029", "6", 2, "month")
    told = line.ok("goods", "price", "029", "8", "--from", "2026-07-01", "--reference", "6月村民代表会").out
    assert "029 香皂 125克从 2026-07-01 起 8 分" in told
    rows = line("goods", "list", "--json", today="2026-07-01").json()["goods"]
    assert next(row["points"] for row in rows if row["code"] == "029") == "8"
    cut = line.ok("goods", "add", "上门理发", "--points", "5", "--service", "--json").json()
    assert (cut["kind"], cut["stock"]) == ("service", None)
    assert "限兑" in line.refused("goods", "add", "毛毯", "--points", "5", "--limit", "2")


def test_goods_come_in_with_two_signatures_and_go_out_with_a_reason(
    line: CommandLine, tmp_path: Path
) -> None:
    paper, sheet = tmp_path / "入库单.pdf", tmp_path / "入库单.xlsx"
    done = line.ok(
        "goods", "receive", "--goods", "001*20:2027-08-01@2.5", "--goods", "002*5", "--kind", "bought",
        "--from", "供销社", *SIGNED, "--pdf", str(paper), "--xlsx", str(sheet), "--json",
    ).json()  # fmt: skip
    assert (done["number"], done["pieces"], done["items"][0]["expires_on"]) == (
        "RK2026-001",
        25,
        "2027-08-01",
    )
    assert paper.read_bytes().startswith(b"%PDF")
    assert sheet.is_file()
    assert (stock(line, "001"), stock(line, "002")) == (106, 69)
    off = line.ok("goods", "write-off", "--goods", "001*2", "002", "--reason", "摔坏", "--json").json()
    assert (off["kind"], off["pieces"], stock(line, "001"), stock(line, "002")) == ("damaged", 3, 104, 68)
    gone = line.ok(
        "goods", "write-off", "--goods", "017*24", "--expired", "--reason", "过期", "--json"
    ).json()
    assert (gone["kind"], stock(line, "017")) == ("expired", 0)
    assert "没有过期" in line.refused("goods", "write-off", "--goods", "001", "--expired", "--reason", "x")
    line.ok("goods", "take-back", off["number"], "--reason", "记错了")
    assert (stock(line, "001"), stock(line, "002")) == (106, 69)
    line.ok("verify")


def test_a_receipt_for_goods_that_are_not_there_writes_nothing(line: CommandLine) -> None:
    words = ("goods", "receive", "--from", "供销社", *SIGNED, "--goods")
    assert "999" in line.refused(*words, "001*20", "999*5")
    assert "过期" in line.refused(*words, "001*20:2026-01-01")
    assert stock(line, "001") == 86


def test_a_stocktake_is_blind_and_confirmed_by_a_second_person(line: CommandLine, tmp_path: Path) -> None:
    begun = line.ok("stocktake", "start", "--counters", "王会计", "--json").json()
    assert begun["state"] == "open"
    counted = line.ok("stocktake", "count", "001=85", "002=64", "--json").json()
    shown = {row["code"]: row for row in counted["rows"]}
    assert (shown["001"]["counted"], shown["001"]["book"], shown["001"]["difference"]) == (85, None, None)
    assert "书面" not in line.ok("stocktake", "list").out
    confirm = ("stocktake", "confirm", "--witness", "赵监督", "--paper", "盘-1")
    assert "牙刷" in line.refused(*confirm)
    blank, result = tmp_path / "盘点表.pdf", tmp_path / "盘点结果.xlsx"
    line.ok("stocktake", "show", "--blind", "--pdf", str(blank))
    assert blank.read_bytes().startswith(b"%PDF")
    done = line.ok(*confirm, "--reason", "001=破损", "--xlsx", str(result), "--json").json()
    assert (done["state"], stock(line, "001"), result.is_file()) == ("confirmed", 85, True)
    assert next(row["difference"] for row in done["rows"] if row["code"] == "001") == -1
    number = done["number"]
    line.ok("stocktake", "reverse", number, "--reason", "数错了")
    assert stock(line, "001") == 86
    line.ok("stocktake", "start", "--counters", "王会计")
    line.ok("stocktake", "drop", "--reason", "改天再盘")
    states = [row["state"] for row in line.ok("stocktake", "list", "--json").json()]
    assert states == ["dropped", "reversed"]
    line.ok("verify")


def test_a_visit_takes_points_and_goods_and_is_taken_back_whole(line: CommandLine, tmp_path: Path) -> None:
    number, slip = account(line), tmp_path / "兑换单.pdf"
    before = spendable(line, number)
    done = line.ok(
        "redeem", "--account", number, "--goods", "007", "--goods", "012*2", "--collector", "王小军",
        "--relation", "儿子", "--pdf", str(slip), "--json",
    ).json()  # fmt: skip
    assert (done["number"], done["points"], done["collector"]) == ("2026-0001", "9", "王小军")
    assert [(item["code"], item["quantity"]) for item in done["items"]] == [("007", 1), ("012", 2)]
    assert slip.read_bytes().startswith(b"%PDF")
    assert (stock(line, "007"), stock(line, "012")) == (2, 118)
    assert spendable(line, number) != before
    assert "2026-0001" in line.ok("redeem", "list").out
    undone = line.ok("redeem", "undo", "2026-0001", "--json").json()
    assert (undone["undone_on"], undone["goods_back"]) == ("2026-06-01", True)
    assert (stock(line, "007"), stock(line, "012"), spendable(line, number)) == (3, 120, before)
    assert "已在" in line.refused("redeem", "undo", "2026-0001")
    line.ok("verify")


def test_a_visit_by_the_number_of_the_book_and_with_an_own_number_happens_once(line: CommandLine) -> None:
    number = account(line)
    (book,) = line.ok("book", "issue", "--account", number, "--json").json()["books"]
    words = ("redeem", "--account", book["number"], "--goods", "012", "--uid", "甲1", "--json")
    assert line.ok(*words).json()["number"] == line.ok(*words).json()["number"]
    assert stock(line, "012") == 119


def test_goods_that_do_not_come_back_give_only_the_points_back(line: CommandLine) -> None:
    line.ok("redeem", "--account", account(line), "--goods", "007")
    words = ("redeem", "undo", "2026-0001", "--goods-gone", "--reason", "已经用了", "--json")
    assert line.ok(*words).json()["goods_back"] is False
    assert stock(line, "007") == 2


def test_the_register_of_some_days_goes_to_paper_and_excel(line: CommandLine, tmp_path: Path) -> None:
    line.ok("redeem", "--account", account(line), "--goods", "012")
    paper, sheet = tmp_path / "登记.pdf", tmp_path / "登记.xlsx"
    words = ("redeem", "list", "--from", "2026-06-01", "--to", "2026-06-30")
    listed = line.ok(*words, "--pdf", str(paper), "--xlsx", str(sheet), "--json").json()
    assert (len(listed["slips"]), listed["points"], listed["pieces"]) == (1, "2", 1)
    assert paper.read_bytes().startswith(b"%PDF")
    assert sheet.is_file()
    assert (
        line.ok("redeem", "list", "--to", "2026-05-31", "--from", "2026-05-01", "--json").json()["slips"]
        == []
    )


def test_what_cannot_be_had_is_refused_in_one_sentence(line: CommandLine) -> None:
    number = account(line)
    assert "还差" in line.refused("redeem", "--account", number, "--goods", "015")
    assert "剩 0 件" in line.refused("redeem", "--account", number, "--goods", "016")
    assert "999" in line.refused("redeem", "--account", number, "--goods", "999")
    assert stock(line, "015") == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("redeem",), "缺少 --account, --goods"),
        (("redeem", "--goods", "001"), "缺少 --account"),
        (("redeem", "--account", "1", "--goods", "001*"), "读不懂"),
        (("redeem", "--account", "1", "--goods", "001*2:2027-01-01"), "读不懂"),
        (("goods", "receive", "--from", "x", *SIGNED, "--goods", "001*2:2027-13-01"), "读不懂"),
        (("stocktake", "count", "001"), "001=85"),
        (("stocktake", "confirm", "--witness", "x", "--reason", "001"), "001=破损"),
    ],
)
def test_a_wrong_call_is_told_in_chinese(empty: CommandLine, words: tuple[str, ...], said: str) -> None:
    told = empty(*words)
    assert (told.code, told.out) == (2, "")
    assert said in told.err


def test_an_exchange_day_is_opened_queued_held_and_settled(line: CommandLine, tmp_path: Path) -> None:
    number = account(line)
    day = line.ok("exchange", "open", "端午兑换", "--on", "2026-06-01", "--json").json()
    assert (day["name"], day["state"]) == ("端午兑换", "held")
    again = account(line, "01002")
    assert line.ok("exchange", "ticket", day["number"], "--account", again, "--json").json()["ticket"] == 1
    assert line.ok("exchange", "ticket", day["number"], "--account", number, "--json").json()["ticket"] == 2
    for paper in ("list", "slips", "tickets"):
        target = tmp_path / f"{paper}.pdf"
        line.ok("exchange", "show", day["number"], "--paper", paper, "--pdf", str(target))
        assert target.read_bytes().startswith(b"%PDF")
    line.ok("redeem", "--account", number, "--goods", "012*2")
    shown = line.ok("exchange", "show", day["number"], "--json").json()
    assert (shown["slips"], shown["points"], shown["agrees"]) == (1, "4", True)
    book = next(row for row in shown["books"] if row["account"] == number)
    assert (book["ticket"], book["had"], book["slips"]) == (2, "4", ["2026-0001"])
    sheet = tmp_path / "结算.xlsx"
    done = line.ok("exchange", "settle", day["number"], "--xlsx", str(sheet), "--json").json()
    assert (done["state"], sheet.is_file()) == ("settled", True)
    assert "端午兑换" in line.refused("exchange", "settle", day["number"])
    assert [row["number"] for row in line.ok("exchange", "list", "--json").json()] == [day["number"]]
    assert "DH" in line.refused("exchange", "show", "DH2020-99")


def test_reports_of_redemption_and_of_stock(line: CommandLine, tmp_path: Path) -> None:
    line.ok("redeem", "--account", account(line), "--goods", "012*2")
    files = [tmp_path / name for name in ("汇总.pdf", "汇总.xlsx", "台账.pdf", "台账.xlsx")]
    summary, book = files[:2], files[2:]
    told = line.ok(
        "report",
        "redemption",
        "--period",
        "2026-Q2",
        "--pdf",
        str(summary[0]),
        "--xlsx",
        str(summary[1]),
        "--json",
    ).json()
    assert (told["slips"], told["pieces"], told["points"], told["served"]) == (1, 2, "4", 1)
    assert told["stock_pieces"] == 836
    ledger = line.ok(
        "report", "stock", "--period", "2026Q2", "--pdf", str(book[0]), "--xlsx", str(book[1]), "--json"
    ).json()
    salt = next(row for row in ledger["rows"] if row["code"] == "012")
    assert (salt["opening"], salt["taken_over"], salt["redeemed"], salt["closing"]) == (0, 120, -2, 118)
    assert all(path.stat().st_size > 1000 for path in files)
    last = line.ok("report", "redemption", "--json").json()
    assert (last["first_on"], last["slips"]) == ("2026-01-01", 0)
    assert "2026年二季度" in line.ok("report", "redemption", "--period", "2026Q2").out


def test_who_only_looks_writes_nothing_into_the_shop(line: CommandLine, tmp_path: Path) -> None:
    for words in (
        ("goods", "list", "--pdf", str(tmp_path / "没有" / "a.pdf")),
        ("redeem", "--account", account(line), "--goods", "012", "--pdf", str(tmp_path / "没有" / "a.pdf")),
    ):
        assert "a.pdf" in line.refused(*words)
    assert stock(line, "012") == 120
