"""兑换公示: what was redeemed in a month, a quarter or a year, on the wall."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from builders.paper import measure, pdf_text
from builders.shop import Shop, open_shop
from builders.village import booked
from builders.wall import closed, hung, issued, part_of, proofed, shown
from passbook_desk.app.cli import main
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.ledger.figures import period_figures
from passbook_desk.features.ledger.queries import closed_spans
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.aloud import aloud_text
from passbook_desk.features.notices.archive import archive_pages
from passbook_desk.features.notices.checking import check_code
from passbook_desk.features.notices.choosing import next_one, postables
from passbook_desk.features.notices.errors import NothingToPublish, WrongAbout
from passbook_desk.features.notices.paper import notice_pages
from passbook_desk.features.notices.parts import part_sums
from passbook_desk.features.notices.queries import changes_since_proof, notices
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.values import NoticeContent, NoticeKind, NoticePart, PartKind
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.passbooks.checking_values import CodeVerdict, Remark, SheetFound, SheetKind
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.register import slip_sheets
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import Redeem, UndoSlip, Wanted
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points

KIND = NoticeKind.REDEMPTION
JULY_1 = date(2026, 7, 1)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """王建国 was there twice in June, 李秀英 once for a haircut that a neighbour's son collected."""
    shop = open_shop(tmp_path, points=90)
    shop.redeemed("王建国", ("肥皂", 2), ("牙膏", 1))
    shop.redeemed("李秀英", ("理发", 1), collector="赵小兵")
    shop.village.on(date(2026, 6, 20))
    shop.redeemed("王建国", ("肥皂", 1))
    yield shop
    shop.village.store.close()


def parts(content: NoticeContent) -> tuple[NoticePart, NoticePart]:
    goods, books = (part_of(content, kind) for kind in (PartKind.REDEEMED_GOODS, PartKind.REDEEMED_BOOKS))
    assert goods is not None
    assert books is not None
    return goods, books


def redeemed_in(shop: Shop, span: DateSpan) -> Points:
    with shop.village.read() as scope:
        return -sum((row.redeemed for row in period_figures(scope, span.first, span.last).values()), ZERO)


def summed(part: NoticePart) -> tuple[str, ...]:
    return tuple(str(value) for value in part_sums(part) if value is not None)


def test_goods_and_books_add_up_to_what_the_ledger_redeemed(shop: Shop) -> None:
    content = issued(shop.village, KIND, "2026Q2", on=JULY_1)
    goods, books = parts(content)
    assert [row[0] for row in goods.rows] == ["肥皂", "牙膏", "理发"]
    assert books.rows == (
        ("第一网格", "01001", "王*国", "绿", "4", "25"),
        ("第一网格", "01002", "李*英", "绿", "1", "20"),
    )
    assert summed(goods) == summed(books) == ("5", "45")
    span = DateSpan(content.first_on, content.last_on)
    assert redeemed_in(shop, span) == Points(4500)
    assert (content.lines, goods.first_line, books.first_line) == ((), 1, 4)
    with shop.village.read() as scope:
        assert notices(scope)[0].title == "2026年二季度兑换公示"
        assert closed_spans(scope) == ()
        assert verify_notices(scope) == 1


@pytest.mark.parametrize(("about", "title"), [("2026-06", "2026年6月兑换公示"), ("2026", "2026年兑换公示")])
def test_a_month_and_a_year_can_hang_as_well(shop: Shop, about: str, title: str) -> None:
    content = issued(shop.village, KIND, about, on=date(2027, 1, 2))
    assert summed(parts(content)[1]) == ("5", "45")
    with shop.village.read() as scope:
        assert notices(scope)[0].title == title


def test_other_lengths_and_empty_periods_are_refused(shop: Shop) -> None:
    with pytest.raises(WrongAbout):
        issued(shop.village, KIND, "2026-01..2026-06", on=JULY_1)
    with pytest.raises(NothingToPublish):
        issued(shop.village, KIND, "2026Q1", on=JULY_1)


def test_a_cut_off_day_ends_its_days_as_those_of_the_points_notice(shop: Shop) -> None:
    with shop.village.write() as tx:
        change_policy(tx, replace(policy(tx), cut_off_day=15))
    content = issued(shop.village, KIND, "2026-06", on=date(2026, 6, 21))
    assert (content.first_on, content.last_on) == (date(2026, 5, 16), date(2026, 6, 15))
    assert summed(parts(content)[0]) == ("4", "40")


def test_what_went_back_in_its_period_is_not_named_and_later_stands_as_negative(shop: Shop) -> None:
    slip = shop.redeemed("欧阳明", ("牙膏", 2))
    gone = shop.redeemed("李秀英", ("肥皂", 1))
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), gone.id, "拿错了"))
    june = issued(shop.village, KIND, "2026Q2", on=JULY_1)
    assert summed(parts(june)[1]) == ("7", "65")
    issued(shop.village, on=JULY_1)
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip.id, "牙膏过期了"))
    july = issued(shop.village, KIND, "2026-07", on=date(2026, 8, 1))
    assert parts(july)[1].rows == (("第二网格", "02001", "欧*明", "绿", "-2", "-20"),)
    assert redeemed_in(shop, DateSpan(july.first_on, july.last_on)) == Points(-2000)
    assert summed(parts(shown(shop.village).content)[1]) == ("7", "65")


def test_a_proof_tells_which_redemption_came_since_and_no_deed(shop: Shop) -> None:
    shop.village.on(date(2026, 6, 25))
    proofed(shop.village, KIND, "2026Q2")
    booked(shop.village, (shop.account("王建国").id,), on=date(2026, 6, 21))
    with shop.village.read() as scope:
        assert not changes_since_proof(scope, KIND, "2026Q2").any
    shop.redeemed("欧阳明", ("肥皂", 1))
    with shop.village.read() as scope:
        (entry,) = changes_since_proof(scope, KIND, "2026Q2").entries
    assert (entry.owner_name, entry.points) == ("欧阳明", Points(-500))


def test_quarters_are_proposed_and_months_and_years_can_be_chosen(shop: Shop) -> None:
    shop.village.on(JULY_1)
    with shop.village.read() as scope:
        offered = postables(scope, KIND)
        proposed = next_one(offered)
    assert [each.about for each in offered] == ["2026Q3", "2026Q2", "2026-07", "2026-06", "2026"]
    assert proposed is not None
    assert proposed.about == "2026Q2"


def test_a_member_s_book_stands_beside_that_of_the_household(shop: Shop) -> None:
    red, outlet_id = shop.account("李秀英", Colour.RED), shop.outlet_id
    for _ in range(2):
        booked(shop.village, (red.id,), item="806")
    with shop.village.write() as tx:
        redeem(tx, Redeem(new_uid(), red.id, outlet_id, (Wanted(shop.ids["肥皂"], 2),)))
    rows = parts(issued(shop.village, KIND, "2026Q2", on=JULY_1))[1].rows
    assert [row[1:] for row in rows if row[1] == "01002"] == [
        ("01002", "李*英", "绿", "1", "20"),
        ("01002", "李*英", "红", "2", "10"),
    ]


def test_the_paper_the_workbook_and_the_archive_name_nobody_in_full(shop: Shop, tmp_path: Path) -> None:
    shop.offer("低保户大米 13912345678", "2")
    shop.stocked("低保户大米 13912345678", 3)
    shop.redeemed("欧阳明", ("低保户大米 13912345678", 1))
    content = issued(shop.village, KIND, "2026Q2", on=JULY_1)
    card = hung(shop.village)
    closed(shop.village)
    target = tmp_path / "公示.xlsx"
    write_xlsx(notice_workbook(content), target)
    cells = [
        str(cell) for sheet in openpyxl.load_workbook(target) for row in sheet.values for cell in row if cell
    ]
    papers = pdf_text(notice_pages(content, measure())), pdf_text(archive_pages(card, (), (), measure()))
    for text in ("\n".join(cells), *map("\n".join, papers), aloud_text(content, every_line=True)):
        assert not re.search("王建国|李秀英|欧阳明|赵小兵|低保|139", text)
    assert "王*国" in cells
    assert "王*国" in "".join(papers[0])


def test_it_can_be_read_over_the_loudspeaker(shop: Shop) -> None:
    content = issued(shop.village, KIND, "2026Q2", on=JULY_1)
    said = aloud_text(content, every_line=True)
    assert "列的是2026年4月1日到2026年6月30日用积分兑换的物品。" in said
    assert "兑换了什么，共3条，数量合计5，兑换分合计45。" in said


def test_the_code_on_a_slip_is_answered_at_the_checking_desk(shop: Shop) -> None:
    slip = shop.redeemed("欧阳明", ("肥皂", 1))
    with shop.village.read() as scope:
        (sheet,) = slip_sheets(scope, (slip,))
        answer = check_code(scope, f"{sheet.code[:5]} {sheet.code[5:].lower()}")
    (found,) = answer.found
    assert isinstance(found, SheetFound)
    assert (found.kind, found.number, answer.verdict) == (SheetKind.SLIP, slip.number, CodeVerdict.GENUINE)
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip.id, "拿错了"))
    with shop.village.read() as scope:
        (found,) = check_code(scope, sheet.code).found
        assert check_code(scope, "AAAAAAAAAA").found == ()
    assert isinstance(found, SheetFound)
    assert found.remarks == (Remark.REVERSED,)


def test_the_command_line_makes_and_issues_it(
    shop: Shop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["--village", str(shop.village.path), "--today", "2026-07-01", "notice"]
    shop.village.store.close()
    paper, book = tmp_path / "公示.pdf", tmp_path / "公示.xlsx"
    assert main([*call, "make", "redemption", "2026Q2", "--pdf", str(paper)]) == 0
    assert main([*call, "issue", "redemption", "2026Q2", "--xlsx", str(book)]) == 0
    assert "2026年二季度兑换公示" in capsys.readouterr().out
    assert paper.read_bytes().startswith(b"%PDF")
    assert openpyxl.load_workbook(book).sheetnames == ["兑换公示", "各户兑换"]
    assert main([*call, "make", "redemption", "2026-01..2026-06"]) == 1
