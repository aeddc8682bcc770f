"""A list of goods comes in: the sample of the village, the habits of others, again, and taken back."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builders.progress import CancelAt
from builders.rosters import SAMPLES, save_sheets
from builders.shop import open_shop
from builders.village import Village, new_village
from passbook_desk.app.undoing import undo_whole_import
from passbook_desk.app.verify import verify_village
from passbook_desk.app.village_file import shipped_scripts
from passbook_desk.features.intake.errors import BatchAlreadyUndone, BatchTooOld, NoHeaderFound
from passbook_desk.features.intake.queries import batches as imports
from passbook_desk.features.intake.reading import CellKind, CellValue, read_workbook
from passbook_desk.features.intake.values import Severity
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import Redeem, UndoSlip, Wanted
from passbook_desk.features.redemption.goods.commands import retire_goods, save_goods, save_outlet
from passbook_desk.features.redemption.goods.queries import goods_by_code, goods_rows, outlets, prices
from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow, LimitPeriod, SaveGoods
from passbook_desk.features.redemption.importing.errors import GoodsUsedSince
from passbook_desk.features.redemption.importing.expiry import Expiry, expiry_in
from passbook_desk.features.redemption.importing.planning import plan_goods
from passbook_desk.features.redemption.importing.undoing import undo_goods_import
from passbook_desk.features.redemption.importing.values import Fate, GoodsChoices, GoodsPlan
from passbook_desk.features.redemption.importing.words import limit_in, money_in, pieces_in, points_in
from passbook_desk.features.redemption.importing.writing import import_goods
from passbook_desk.features.redemption.stock.commands import write_off
from passbook_desk.features.redemption.stock.queries import batches, papers
from passbook_desk.features.redemption.stock.values import PaperKind, TakenItem, WriteOff
from passbook_desk.features.redemption.stock.verifying import verify_stock
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.points import Money, Points
from passbook_desk.ui.kit.sentences import SENTENCES

LIST = SAMPLES / "积分超市物品.xlsx"
Rows = Sequence[Sequence[object]]


@cache
def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / "积分超市物品.expected.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    yield village
    village.store.close()


def planned(village: Village, path: Path, choices: GoodsChoices | None = None) -> GoodsPlan:
    workbook = read_workbook(path, NullProgress())
    with village.read() as scope:
        return plan_goods(scope, workbook, choices)


def brought_in(village: Village, path: Path = LIST, choices: GoodsChoices | None = None) -> GoodsPlan:
    plan = planned(village, path, choices)
    with village.write() as tx:
        return import_goods(tx, plan, NullProgress())


def listed(folder: Path, *rows: Sequence[object], name: str = "物品.xlsx") -> Path:
    return save_sheets(folder / name, {"物品": rows})


def kept(village: Village, *, retired_too: bool = False) -> dict[str, GoodsRow]:
    with village.read() as scope:
        return {row.code: row for row in goods_rows(scope, retired_too=retired_too)}


def told(plan: GoodsPlan) -> list[tuple[int, str, Severity]]:
    return [(found.row, found.kind, found.severity) for found in plan.findings]


def kinds(plan: GoodsPlan, row: int) -> set[str]:
    return {found.kind for found in plan.findings if found.row == row}


def verified(village: Village) -> None:
    with village.read() as scope:
        verify_stock(scope)
        verify_village(scope, shipped_scripts())


def test_the_sample_comes_in_with_every_figure_of_the_village(village: Village) -> None:
    wanted = expected()
    plan = brought_in(village)
    assert (plan.tables[0].header_row, len(plan.lines)) == (wanted["header_rows"][0], wanted["goods"])
    assert (plan.pieces, str(plan.value)) == (wanted["stock_sum"], wanted["stock_points_value"])
    rows = kept(village)
    with village.read() as scope:
        held = {batch.goods_code: batch for batch in batches(scope)}
        (paper,) = papers(scope)
    assert list(rows) == [each["no"] for each in wanted["rows"]]
    for each in wanted["rows"]:
        row = rows[each["no"]]
        assert (row.name, str(row.points), row.stock, row.reorder_least) == (
            each["name"], each["points"], each["stock"], each["min"],
        )  # fmt: skip
        assert row.remark == f"来源：{each['donor']}"
        batch = held.get(each["no"])
        if batch is not None:
            assert str(batch.expires_on) == str(each["expiry"])
            assert str(batch.cost) == each["yuan"]
    assert set(rows) - set(held) == set(wanted["no_stock"])
    assert (paper.kind, paper.pieces) == (PaperKind.OPENING, wanted["stock_sum"])
    assert paper.done_on == date.fromisoformat(wanted["as_of"])
    verified(village)


def test_what_is_doubtful_in_the_sample_is_told_and_nothing_keeps_a_row_out(village: Village) -> None:
    wanted = expected()
    plan = planned(village, LIST)
    assert plan.count(Severity.MUST_FIX) == 0
    by_kind: dict[str, list[str]] = {}
    for line in plan.lines:
        for found in line.findings:
            by_kind.setdefault(found.kind, []).append(line.said.code)
    assert by_kind["goods_expired"] == wanted["expired"]
    assert by_kind["goods_expires_soon"] == wanted["expires_within_two_months"]
    assert by_kind["goods_below_least"] == wanted["below_minimum"]
    assert by_kind["goods_expiry_term"] == ["018"]
    assert by_kind["goods_expiry_month"] == ["003", "005", "011"]
    assert by_kind["goods_same_looking"] == ["016"]
    (note,) = plan.notes
    assert (note.kind, note.params) == (
        "goods_sum_differs",
        {"said": str(wanted["stock_sum_formula_shows"]), "sum": str(wanted["stock_sum"])},
    )


def test_a_term_is_how_long_it_keeps_and_no_day(village: Village) -> None:
    brought_in(village)
    vinegar = kept(village)["018"]
    assert (vinegar.shelf_months, vinegar.expires_on, vinegar.free) == (36, None, 36)


def test_expired_goods_lie_there_and_cannot_be_redeemed(village: Village) -> None:
    brought_in(village)
    assert {code: row.free for code, row in kept(village).items() if row.expired} == {"017": 0, "027": 0}


def test_the_same_list_again_changes_nothing(village: Village) -> None:
    brought_in(village)
    again = brought_in(village)
    assert (again.batch, again.ready, {line.fate for line in again.lines}) == (None, (), {Fate.SAME})
    with village.read() as scope:
        assert (len(papers(scope)), len(imports(scope))) == (1, 1)


def test_what_the_list_says_otherwise_is_told_and_the_file_stays(village: Village, tmp_path: Path) -> None:
    brought_in(village)
    changed = listed(
        tmp_path,
        ("编号", "品名", "规格", "所需积分", "现有数量", "库存下限"),
        ("001", "牙刷", "1支", 12, 80, 20),
        ("002", "牙膏", "120g", 10, 64, 30),
    )
    plan = brought_in(village, changed)
    assert plan.batch is None
    said = [(each.row, *(each.params[word] for word in ("title", "was", "said"))) for each in plan.findings]
    assert said == [(2, "兑换分值", "10", "12"), (2, "库存", "86", "80"), (3, "最低库存", "20", "30")]
    rows = kept(village)
    assert (rows["001"].points, rows["001"].stock) == (Points(1000), 86)


def test_another_village_writes_other_titles_below_its_own_and_numbers_as_text(
    village: Village, tmp_path: Path
) -> None:
    path = listed(
        tmp_path,
        ("红星村爱心超市物品台账",),
        ("填表单位：红星村委会", None, None, "2026年5月"),
        ("货号", "品名", "型号", "计量单位", "需要积分", "结存", "安全库存", "单价（元）", "捐赠人", "有效期",
         "每户每月限兑", "存放位置", "条形码"),
        ("A-1", "香皂", "125克", "块", "５", "２０块", "5", "3块5", "赵卫东", "2027.3.1",
         "2块", "1号柜", "6901234567892"),
        (None, "小计", None, None, None, "20"),
        (7, "白面", "10斤", "袋", "40积分", "12", "", "20元", "", "至2026年9月底", "不限", "", ""),
        (None, "代买药", "", "", 15, "不限", "", "", "卫生所", "", "", "", ""),
        (None, "小计", None, None, None, "12"),
        ("合计", None, None, None, None, "32"),
        ("经办人：", "", "", "", "监督员："),
    )  # fmt: skip
    plan = brought_in(village, path)
    assert (plan.tables[0].header_row, plan.wrong, plan.notes) == (3, (), ())
    soap, flour, errand = (kept(village)[code] for code in ("A-1", "007", "008"))
    assert (soap.name, soap.spec, soap.unit, soap.points, soap.stock, soap.barcode, soap.shelf) == (
        "香皂", "125克", "块", Points(500), 20, "6901234567892", "1号柜",
    )  # fmt: skip
    assert (soap.limit_count, soap.limit_period) == (2, LimitPeriod.MONTH)
    assert (flour.points, flour.stock, flour.expires_on) == (Points(4000), 12, date(2026, 9, 30))
    assert (errand.kind, errand.stock, errand.points) == (GoodsKind.GOODS, 0, Points(1500))
    with village.read() as scope:
        assert batches(scope, soap.id)[0].cost == Money(350)


def test_goods_without_codes_are_numbered_behind_those_that_have_one(
    village: Village, tmp_path: Path
) -> None:
    path = listed(tmp_path, ("物品", "编码", "分值", "数量"), ("毛巾", None, 8, 3), ("肥皂", "001", 5, 3))
    brought_in(village, path)
    assert {code: row.name for code, row in kept(village).items()} == {"001": "肥皂", "002": "毛巾"}
    again = brought_in(village, path)
    assert (again.batch, again.findings) == (None, ())


def test_two_sheets_are_both_read_and_a_row_that_stands_in_both_is_told(
    village: Village, tmp_path: Path
) -> None:
    head = ("品名", "规格", "积分", "库存")
    path = save_sheets(
        tmp_path / "两张.xlsx",
        {
            "日用": [head, ("肥皂", "块", 5, 10), ("毛巾", "条", 8, 4)],
            "食品": [head, ("大米", "5kg", 50, 3), ("肥皂", "块", 5, 2)],
            "说明": [("本表由村委会填",)],
        },
    )
    plan = brought_in(village, path)
    assert [line.said.name for line in plan.ready] == ["肥皂", "毛巾", "大米"]
    (twice,) = plan.wrong
    assert twice.problem is not None
    assert (twice.problem.kind, twice.problem.params["row"]) == ("goods_twice", "2（日用）")
    assert plan.passed == ("说明",)
    accepted = GoodsChoices(accepted=frozenset({twice.said.where}))
    assert len(planned(village, path, accepted).ready) == 1


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (("001", "肥皂", 5, -3), "goods_stock_negative"),
        (("001", "肥皂", 5, 4.5), "goods_stock_fraction"),
        (("001", "肥皂", 5, "一箱多"), "goods_stock_unreadable"),
        (("001", "肥皂", 0, 3), "goods_points_wrong"),
        (("001", "肥皂", "10-20", 3), "goods_points_wrong"),
        (("001", "", 5, 3), "goods_name_missing"),
        (("001", "肥" * 61, 5, 3), "goods_text_long"),
    ],
)
def test_a_row_that_cannot_be_right_stays_out_with_its_reason(
    village: Village, tmp_path: Path, row: Sequence[object], kind: str
) -> None:
    path = listed(tmp_path, ("编号", "品名", "分值", "库存"), row, ("002", "毛巾", 8, 3))
    plan = brought_in(village, path)
    (wrong,) = plan.wrong
    assert wrong.problem is not None
    assert wrong.problem.kind == kind
    assert [each.name for each in kept(village).values()] == ["毛巾"]


def test_codes_and_barcodes_belong_to_one_kind_of_goods(village: Village, tmp_path: Path) -> None:
    head = ("编号", "品名", "条码", "分值", "库存")
    path = listed(
        tmp_path,
        head,
        ("001", "肥皂", "6901234567892", 5, 3),
        ("001", "香皂", "", 5, 3),
        ("003", "毛巾", "6901234567892", 5, 3),
        ("004", "脸盆", "20100017", 5, 3),
    )
    plan = brought_in(village, path)
    assert [(line.said.row, line.problem.kind) for line in plan.wrong if line.problem] == [
        (3, "goods_code_twice"),
        (4, "goods_barcode_twice"),
    ]
    assert "goods_barcode_like_book" in kinds(plan, 5)
    assert kept(village)["004"].barcode == ""
    other = listed(
        tmp_path, head, ("001", "洗衣粉", "", 5, 3), ("009", "牙膏", "6901234567892", 5, 3), name="二.xlsx"
    )
    assert [line.problem.kind for line in planned(village, other).wrong if line.problem] == [
        "goods_code_taken",
        "goods_barcode_taken",
    ]


def test_goods_without_a_price_come_in_and_wait_for_one(village: Village, tmp_path: Path) -> None:
    path = listed(tmp_path, ("编号", "品名", "分值", "库存"), ("001", "肥皂", None, 3))
    plan = brought_in(village, path)
    assert "goods_price_missing" in kinds(plan, 2)
    assert kept(village)["001"].points is None
    priced = listed(tmp_path, ("编号", "品名", "分值", "库存"), ("001", "肥皂", 5, 3), name="二.xlsx")
    plan = brought_in(village, priced)
    assert ([line.fate for line in plan.lines], plan.paper) == ([Fate.ADD], "")
    assert (kept(village)["001"].points, kept(village)["001"].stock) == (Points(500), 3)
    with village.write() as tx:
        done = undo_goods_import(tx, 2)
    assert [row.label for row in done.kept] == ["肥皂"]
    assert kept(village)["001"].points == Points(500)


def test_goods_typed_by_hand_get_the_stock_that_they_lack(village: Village, tmp_path: Path) -> None:
    with village.write() as tx:
        save_goods(tx, SaveGoods(new_uid(), "", "肥皂"))
    path = listed(tmp_path, ("品名", "分值", "库存"), ("肥皂", 5, 20))
    plan = brought_in(village, path)
    assert [(line.fate, line.prices, line.stocks) for line in plan.lines] == [(Fate.ADD, True, True)]
    assert (kept(village)["001"].points, kept(village)["001"].stock) == (Points(500), 20)
    with village.write() as tx:
        undo_goods_import(tx, 1)
    soap = kept(village)["001"]
    assert (soap.stock, soap.retired_on) == (0, None)


def test_prices_hold_from_the_day_that_is_said_and_the_stock_lay_there_then(village: Village) -> None:
    brought_in(village, LIST, GoodsChoices(from_on=date(2026, 5, 1)))
    with village.read() as scope:
        (paper,) = papers(scope)
        soap = goods_by_code(scope, "007")
        assert [price.from_on for price in prices(scope, (soap.id,))[soap.id]] == [date(2026, 5, 1)]
    assert paper.done_on == date(2026, 5, 1)


def test_prices_may_begin_later_and_the_stock_lies_there_today(village: Village) -> None:
    brought_in(village, LIST, GoodsChoices(from_on=date(2026, 7, 1)))
    with village.read() as scope:
        assert papers(scope)[0].done_on == date(2026, 6, 1)
    assert kept(village)["007"].points is None
    village.on(date(2026, 7, 1))
    assert kept(village)["007"].points == Points(500)


def test_the_stock_lies_at_the_place_that_was_chosen(village: Village) -> None:
    with village.write() as tx:
        save_outlet(tx, new_uid(), "积分超市")
        station = save_outlet(tx, new_uid(), "志愿者服务站")
    brought_in(village, LIST, GoodsChoices(outlet_id=station))
    with village.read() as scope:
        assert {batch.outlet_id for batch in batches(scope)} == {station}


def test_an_import_is_taken_back_and_may_come_in_again(village: Village) -> None:
    number = brought_in(village).batch
    assert number is not None
    with village.write() as tx:
        done = undo_whole_import(tx, number)
    assert (done.rows.retired, kept(village)) == (28, {})
    with village.read() as scope:
        assert papers(scope)[0].back_on == date(2026, 6, 1)
        assert sum(batch.quantity for batch in batches(scope)) == 0
    with pytest.raises(BatchAlreadyUndone), village.write() as tx:
        undo_whole_import(tx, number)
    again = brought_in(village)
    assert {line.fate for line in again.lines} == {Fate.BACK}
    rows = kept(village)
    assert (len(rows), sum(row.stock or 0 for row in rows.values())) == (28, 838)
    assert again.batch is not None
    with village.write() as tx:
        assert undo_whole_import(tx, again.batch).rows.retired == 28
    assert kept(village) == {}
    verified(village)


def test_a_price_put_right_after_an_undo_holds(village: Village, tmp_path: Path) -> None:
    head = ("编号", "品名", "分值", "库存")
    brought_in(village, listed(tmp_path, head, ("001", "肥皂", 50, 3)))
    with village.write() as tx:
        undo_goods_import(tx, 1)
    brought_in(village, listed(tmp_path, head, ("001", "肥皂", 5, 3), name="二.xlsx"))
    assert kept(village)["001"].points == Points(500)


def test_goods_retired_by_hand_do_not_come_back_through_a_list(village: Village, tmp_path: Path) -> None:
    path = listed(tmp_path, ("编号", "品名", "分值", "库存"), ("001", "肥皂", 5, 0))
    brought_in(village, path)
    with village.write() as tx:
        retire_goods(tx, goods_by_code(tx, "001").id, tx.today)
    (line,) = planned(village, path).wrong
    assert line.problem is not None
    assert line.problem.kind == "goods_retired"


def test_an_import_whose_goods_were_redeemed_stays_and_says_which(tmp_path: Path) -> None:
    shop = open_shop(tmp_path)
    path = listed(tmp_path, ("品名", "类别", "分值", "库存"), ("毛巾", "", 8, 4), ("剪发", "服务", 5, "不限"))
    number = brought_in(shop.village, path).batch
    assert number is not None
    towel, cut = (row.id for row in kept(shop.village).values() if row.name in ("毛巾", "剪发"))
    account, outlet_id = shop.account("王建国"), shop.outlet_id
    for goods_id, name in ((towel, "毛巾"), (cut, "剪发")):
        with shop.village.write() as tx:
            slip_id = redeem(tx, Redeem(new_uid(), account.id, outlet_id, (Wanted(goods_id),)))
        with pytest.raises(GoodsUsedSince) as refused, shop.village.write() as tx:
            undo_goods_import(tx, number)
        assert refused.value.params["names"] == name
        with shop.village.write() as tx:
            undo_slip(tx, UndoSlip(new_uid(), slip_id))
    with shop.village.write() as tx:
        assert undo_goods_import(tx, number).retired == 2
    verified(shop.village)


def test_goods_that_were_written_off_since_hold_the_import_too(village: Village) -> None:
    brought_in(village)
    with village.write() as tx:
        items = (TakenItem(goods_by_code(tx, "001").id, 1),)
        write_off(tx, WriteOff(new_uid(), PaperKind.DAMAGED, outlets(tx)[0].id, tx.today, items, "摔坏"))
    with pytest.raises(GoodsUsedSince), village.write() as tx:
        undo_goods_import(tx, 1)
    assert len(kept(village)) == 28


def test_an_import_that_is_broken_off_writes_nothing(village: Village) -> None:
    plan = planned(village, LIST)
    with pytest.raises(Cancelled), village.write() as tx:
        import_goods(tx, plan, CancelAt(10))
    assert kept(village) == {}


def test_a_workbook_without_goods_is_told_by_what_it_lacks(village: Village, tmp_path: Path) -> None:
    with pytest.raises(NoHeaderFound) as missing:
        planned(village, SAMPLES / "商铺和驻地单位.xlsx")
    assert "物品名称" in str(missing.value.params["missing"])
    with pytest.raises(NoHeaderFound):
        planned(village, listed(tmp_path, ("品名", "规格"), ("肥皂", "块")))


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        (CellKind.TEXT, "2027-08-01", Expiry(date(2027, 8, 1))),
        (CellKind.DATE, "2027-12-31T00:00:00", Expiry(date(2027, 12, 31))),
        (CellKind.TEXT, "有效期至2027年3月1日止", Expiry(date(2027, 3, 1))),
        (CellKind.TEXT, "26.7.1", Expiry(date(2026, 7, 1))),
        (CellKind.NUMBER, "20270801", Expiry(date(2027, 8, 1))),
        (CellKind.NUMBER, "46600", Expiry(date(2027, 8, 1))),
        (CellKind.TEXT, "2028年2月", Expiry(date(2028, 2, 29), month_only=True)),
        (CellKind.NUMBER, "2027.3", Expiry(date(2027, 3, 31), month_only=True)),
        (CellKind.NUMBER, "2027.1", Expiry(date(2027, 1, 31), month_only=True, unsure=True)),
        (CellKind.TEXT, "2027.1", Expiry(date(2027, 1, 31), month_only=True)),
        (CellKind.TEXT, "36个月", Expiry(months=36)),
        (CellKind.TEXT, "一年半", Expiry(months=18)),
        (CellKind.TEXT, "十二个月", Expiry(months=12)),
        (CellKind.TEXT, "180天", Expiry(months=6)),
        (CellKind.TEXT, "长期", Expiry()),
        (CellKind.TEXT, "—", Expiry()),
        (CellKind.EMPTY, "", Expiry()),
        (CellKind.TEXT, "见包装", Expiry(understood=False)),
        (CellKind.TEXT, "2027-13-01", Expiry(understood=False)),
        (CellKind.TEXT, "2027年13月", Expiry(month_only=True, understood=False)),
        (CellKind.ERROR, "#VALUE!", Expiry(understood=False)),
    ],
)
def test_how_long_goods_keep(kind: CellKind, text: str, meant: Expiry) -> None:
    assert expiry_in(CellValue(kind, text)) == meant


def test_numbers_with_words_around_them() -> None:
    assert [pieces_in(text).count for text in ("８６件", "约20", "缺货", "不限", "1,200", "25.0")] == [
        86, 20, 0, None, 1200, 25,
    ]  # fmt: skip
    assert [points_in(text)[0] for text in ("25分", "12.5积分", "８ 分", "5分/块")] == [
        Points(2500), Points(1250), Points(800), Points(500),
    ]  # fmt: skip
    assert points_in("-5")[1] is False
    assert [money_in(text)[0] for text in ("20块", "¥9.9", "2元5角", "35元/箱", "捐赠")] == [
        Money(2000), Money(990), Money(250), Money(3500), None,
    ]  # fmt: skip
    assert money_in("贵")[1] is False
    season = limit_in("每户每季两件", "")
    assert (season.count, season.period) == (2, LimitPeriod.QUARTER)
    assert limit_in("3", "每户每年限兑").period is LimitPeriod.YEAR
    assert limit_in("3", "限兑").assumed


def test_every_finding_of_a_list_has_its_sentence(village: Village, tmp_path: Path) -> None:
    words = ("随便", "说不清", "多多", "看着办")
    path = listed(
        tmp_path,
        ("编号", "品名", "单位", "分值", "库存", "最低库存", "进价", "保质期", "限兑"),
        ("001", "肥皂", "块", 5, "5箱", *words),
        ("002", "毛巾", "条", 5, None, None, None, 2027.1, "2"),
    )
    found = planned(village, path).findings
    assert {each.kind for each in found} == {
        "goods_unit_differs", "goods_least_unreadable", "goods_cost_unreadable", "goods_expiry_unreadable",
        "goods_limit_unreadable", "goods_stock_missing", "goods_expiry_unsure", "goods_limit_month",
    }  # fmt: skip
    assert {f"finding.{each.kind}" for each in found} <= SENTENCES.keys()


def test_an_old_import_is_not_taken_back_any_more(village: Village) -> None:
    number = brought_in(village).batch
    assert number is not None
    village.on(date(2026, 6, 1) + timedelta(days=31))
    with pytest.raises(BatchTooOld), village.write() as tx:
        undo_whole_import(tx, number)
