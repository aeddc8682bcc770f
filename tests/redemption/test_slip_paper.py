"""兑换单 and 领取告知单: what the shop keeps and what the household takes home."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from builders.paper import measure, off_paper, overlapping, pdf_text
from builders.shop import Shop, open_shop
from passbook_desk.documents.page import Page, texts
from passbook_desk.features.ledger.queries import head
from passbook_desk.features.redemption.counter.paper import notice_slip_pages, slip_pages
from passbook_desk.features.redemption.counter.queries import slip_by_id
from passbook_desk.features.redemption.counter.register import slip_sheets, slip_with_code
from passbook_desk.features.redemption.counter.register_values import SlipSheet
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import SlipRow, UndoSlip
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.ids import new_uid

VISIT = date(2026, 6, 1)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path, points=90)


def sheet_of(shop: Shop, slip: SlipRow) -> SlipSheet:
    with shop.village.read() as scope:
        (found,) = slip_sheets(scope, (slip_by_id(scope, slip.id),))
    return found


def slip_paper(shop: Shop, *slips: SlipRow, as_of: date = VISIT) -> tuple[Page, ...]:
    sheets = [sheet_of(shop, slip) for slip in slips]
    with shop.village.read() as scope:
        return slip_pages(sheets, village(scope), as_of, measure())


def told_paper(shop: Shop, *slips: SlipRow) -> tuple[Page, ...]:
    sheets = [sheet_of(shop, slip) for slip in slips]
    with shop.village.read() as scope:
        return notice_slip_pages(sheets, village(scope), VISIT, measure())


def words(pages: tuple[Page, ...]) -> str:
    return "\n".join(text for page in pages for text in texts(page))


def halves(pages: tuple[Page, ...]) -> list[Page]:
    return [inset.page for page in pages for inset in page.insets]


def test_a_slip_says_who_had_what_for_how_much_and_what_is_left(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("肥皂", 2), ("牙膏", 1), collector="王小军")
    said = words(slip_paper(shop, slip))
    for expected in (
        "清泉村积分兑换单",
        "编号 2026-0001",
        "户主 王建国　户编号 01001　第一网格",
        f"存折号 {slip.account.number}　2026年6月1日　积分超市",
        "兑换前可用 90 分　本次兑换 20 分　兑换后可用 70 分",
        "领取人 王小军（代领）　经办人 刘文书",
        "领取人签字：",
        "监督员：",
        "存根联（兑换点留存）",
        "领取联（交给住户）",
    ):
        assert expected in said
    assert "副本" not in said


def test_both_halves_of_the_sheet_say_the_same_and_nothing_runs_off_the_paper(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("肥皂", 2), ("牙膏", 1))
    (page,) = slip_paper(shop, slip)
    upper, lower = halves((page,))
    assert (page.width, page.height) == (148.0, 210.0)
    assert set(texts(upper)) ^ set(texts(lower)) == {"存根联（兑换点留存）", "领取联（交给住户）"}
    for half in (upper, lower):
        assert off_paper(half, 4.0) == []
        assert overlapping(half) == []
    assert pdf_text((page,))[0].count("2026-0001") == 2


def test_a_slip_printed_on_a_later_day_is_a_copy(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("肥皂", 1))
    assert "副本 · 2026年6月2日打印" in words(slip_paper(shop, slip, as_of=VISIT + timedelta(days=1)))


def test_a_slip_that_went_back_is_crossed_out_and_says_why(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("肥皂", 1))
    before = slip_paper(shop, slip)
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip.id, "拿错了", goods_back=False))
    after = slip_paper(shop, slip)
    assert "已退回 2026.6.1 刘文书：拿错了（物品没有放回）" in words(after)
    strokes = [len(half.items) for half in halves(after)]
    assert all(more > less for more, less in zip(strokes, map(len_of, halves(before)), strict=True))


def len_of(page: Page) -> int:
    return len(page.items)


def test_a_long_slip_goes_on_on_the_next_sheet_with_all_its_lines(shop: Shop) -> None:
    names = [f"杂货{number}号" for number in range(1, 13)]
    for name in names:
        shop.offer(name, "1")
        shop.stocked(name, 1)
    slip = shop.redeemed("王建国", *((name, 1) for name in names))
    pages = slip_paper(shop, slip)
    said = words(pages)
    assert len(pages) > 1
    assert all(said.count(name) == 2 for name in names[1:9])
    assert f"（第 1 张，共 {len(pages)} 张）" in said
    for half in halves(pages):
        assert off_paper(half, 4.0) == []
        assert overlapping(half) == []


def test_a_household_is_told_what_somebody_else_collected_and_whom_to_ask(shop: Shop) -> None:
    first = shop.redeemed("王建国", ("肥皂", 2), collector="张三")
    second = shop.redeemed("李秀英", ("理发", 1))
    (page,) = told_paper(shop, first, second)
    upper, lower = halves((page,))
    said = words((upper,)).replace("\n", "")
    assert "2026年6月1日在积分超市用您家存折上的积分兑换了下列物品，由张三（代领）领取：" in said
    assert "兑换前可用 90 分，这次用了 10 分，兑换后可用 80 分。" in said
    assert "请拨打 0351-5550123，或到村委会说明。" in said
    assert "李秀英（本人）" in words((lower,))
    for half in (upper, lower):
        assert off_paper(half, 4.0) == []
        assert overlapping(half) == []


def test_the_code_on_a_slip_leads_back_to_it_however_far_the_ledger_has_gone_on(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("肥皂", 2), ("牙膏", 1))
    with shop.village.read() as scope:
        end = head(scope)
    sheet = sheet_of(shop, slip)
    assert (sheet.seq, sheet.code) == (end.seq, end.code)
    other = shop.redeemed("李秀英", ("肥皂", 1))
    assert sheet_of(shop, slip).code == sheet.code != sheet_of(shop, other).code
    with shop.village.read() as scope:
        found = slip_with_code(scope, sheet.code)
        assert found is not None
        assert found.slip.number == slip.number
        assert slip_with_code(scope, "AAAAAAAAAA") is None
