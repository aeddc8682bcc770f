"""兑换登记表: every line of every slip of some days, in two copies, and as a workbook."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from builders.paper import measure, off_paper, overlapping
from builders.shop import Shop, open_shop
from passbook_desk.documents.page import texts
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.redemption.counter.paper import register_pages
from passbook_desk.features.redemption.counter.queries import slips
from passbook_desk.features.redemption.counter.register import register
from passbook_desk.features.redemption.counter.register_values import Register
from passbook_desk.features.redemption.counter.sheets import register_workbook
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import UndoSlip
from passbook_desk.features.redemption.goods.commands import save_goods, save_outlet
from passbook_desk.features.redemption.goods.values import GoodsRow, SaveGoods
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points

JUNE = DateSpan(date(2026, 6, 1), date(2026, 6, 30))


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """王建国 was there on the first, 李秀英 took something back, 欧阳明 came on the third."""
    shop = open_shop(tmp_path, points=90)
    shop.redeemed("王建国", ("肥皂", 2), ("牙膏", 1))
    wrong = shop.redeemed("李秀英", ("肥皂", 1), ("理发", 1), collector="李小军")
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), wrong.id, "拿错了"))
    shop.village.on(date(2026, 6, 3))
    shop.redeemed("欧阳明", ("理发", 1))
    return shop


def read(shop: Shop, span: DateSpan = JUNE, outlet_id: int | None = None) -> Register:
    with shop.village.read() as scope:
        return register(scope, span, outlet_id)


def words(shop: Shop, found: Register) -> list[str]:
    with shop.village.read() as scope:
        pages = register_pages(found, village(scope), measure())
    return [text for page in pages for text in texts(page)]


def test_its_sums_are_those_of_the_slips_that_stand(shop: Shop) -> None:
    found = read(shop)
    with shop.village.read() as scope:
        standing = [slip for slip in slips(scope, span=JUNE) if slip.undone_on is None]
    assert found.standing == tuple(reversed(standing))
    assert found.points == sum((slip.points for slip in standing), ZERO)
    assert (found.pieces, found.points, found.taken_back) == (4, Points(4000), 1)
    assert [sheet.slip.number for sheet in found.sheets] == ["2026-0001", "2026-0002", "2026-0003"]


def test_a_day_and_another_outlet_hold_their_own_slips(shop: Shop) -> None:
    assert [sheet.slip.number for sheet in read(shop, DateSpan(JUNE.first, JUNE.first)).sheets] == [
        "2026-0001",
        "2026-0002",
    ]
    with shop.village.write() as tx:
        station = save_outlet(tx, new_uid(), "志愿者服务站")
    assert read(shop, outlet_id=station).sheets == ()
    assert len(read(shop, outlet_id=shop.outlet_id).sheets) == 3


def test_each_line_tells_what_could_be_spent_before_and_after_it(shop: Shop) -> None:
    told = [(item.name, str(left + item.points), str(left)) for _, item, left in read(shop).items]
    assert told == [
        ("肥皂", "90", "80"),
        ("牙膏", "80", "70"),
        ("肥皂", "90", "85"),
        ("理发", "85", "65"),
        ("理发", "90", "70"),
    ]


def test_the_paper_comes_twice_and_says_why_something_is_crossed_out(shop: Shop) -> None:
    said = words(shop, read(shop))
    assert {"第一份　兑换点存", "第二份　办公室存", "领取人签字", "监督员"} <= set(said)
    joined = "".join(said)
    assert "已退回" in joined
    assert "拿错了" in joined
    assert said.count("兑换单 2 张，物品和服务 4 件，40 分；另有 1 张已退回，划去不计。") == 2


def test_nothing_runs_off_the_paper_or_over_something_else(shop: Shop) -> None:
    for _ in range(12):
        shop.redeemed("王建国", ("肥皂", 1))
    found = read(shop)
    with shop.village.read() as scope:
        pages = register_pages(found, village(scope), measure())
    assert len(pages) == 4
    for page in pages:
        assert off_paper(page) == []
        assert overlapping(page) == []


def test_days_without_a_visit_say_so(shop: Shop) -> None:
    assert "这段时间没有兑换。" in words(shop, read(shop, DateSpan(date(2026, 5, 1), date(2026, 5, 31))))


def test_the_workbook_holds_the_same_and_its_columns_add_up_by_themselves(shop: Shop, tmp_path: Path) -> None:
    found = read(shop)
    target = tmp_path / "兑换登记表.xlsx"
    with shop.village.read() as scope:
        write_xlsx(register_workbook(found, village(scope)), target)
    sheet = openpyxl.load_workbook(target)["兑换登记表"]
    rows = [row for row in sheet.values if isinstance(row[0], int)]
    heads = [cell.value for cell in sheet[3]]
    pieces, points = heads.index("数量"), heads.index("合计分")
    assert len(rows) == 5
    assert sum(row[pieces] for row in rows if isinstance(row[pieces], int)) == found.pieces
    summed = sum(row[points] for row in rows if isinstance(row[points], int | float))
    assert summed * 100 == found.points.hundredths
    crossed = [row for row in rows if not isinstance(row[points], int | float)]
    assert {row[heads.index("单号")] for row in crossed} == {"2026-0002"}
    assert "拿错了" in str(crossed[0][heads.index("状态")])
    assert rows[0][heads.index("户编号")] == "01001"


def test_a_slip_keeps_the_name_its_goods_had(shop: Shop) -> None:
    renamed = replace(saved(shop.goods("肥皂")), name="香皂")
    with shop.village.write() as tx:
        save_goods(tx, renamed)
    names = [item.name for slip in read(shop).standing for item in slip.items]
    assert names == ["肥皂", "牙膏", "理发"]
    assert shop.redeemed("王建国", ("肥皂", 1)).items[0].name == "香皂"


def saved(goods: GoodsRow) -> SaveGoods:
    return SaveGoods(new_uid(), goods.code, goods.name, unit=goods.unit, reorder_least=5, goods_id=goods.id)
