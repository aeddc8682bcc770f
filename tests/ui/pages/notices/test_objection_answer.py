"""Answering an objection: the notice stands, or it is corrected in the very act that answers."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders.claims import claimed, figures
from builders.village import booked
from builders.wall import objected, shown
from passbook_desk.features.ledger.claims.queries import claim_card
from passbook_desk.features.ledger.claims.values import Stage
from passbook_desk.features.ledger.queries import lines
from passbook_desk.features.ledger.values import LineKind
from passbook_desk.features.notices.objections.queries import objection_card
from passbook_desk.features.notices.objections.values import ObjectionRow, ObjectionState
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.notices.objection_answer import ObjectionAnswer
from passbook_desk.ui.pages.notices.objection_page import Pane
from ui.pages.notices.conftest import ObjectionClerk

ASKED = "第1行 01001 王*国：冲销 －10，补记 ＋2，差 －8；会印在下一期公示上。"


def answering(keeper: ObjectionClerk, line: int | None = 1) -> ObjectionAnswer:
    """The answer to a new objection, opened from its card."""
    keeper.go("objection", id=objected(keeper.village, line))
    keeper.key(Qt.Key.Key_F8)
    assert keeper.one.pane is Pane.ANSWER
    return keeper.one.answer


def choose(keeper: ObjectionClerk, answer: ObjectionAnswer, code: str) -> None:
    """Find an item by its code, as the clerk does; Enter puts it down."""
    keeper.types(answer.rights.item, code)
    keeper.key(Qt.Key.Key_Return)


def held(keeper: ObjectionClerk) -> list[tuple[str, ...]]:
    """The lines of the book as they stand in the table."""
    model = keeper.one.answer.table.model
    return [tuple(column.text(row) for column in model.columns) for row in model.rows()]


def kept(keeper: ObjectionClerk, number: int = 1) -> ObjectionRow:
    with keeper.village.read() as scope:
        return objection_card(scope, number).row


def change(keeper: ObjectionClerk, **changed: object) -> None:
    with keeper.village.write() as tx:
        change_policy(tx, replace(policy(tx), **changed))  # type: ignore[arg-type]


def test_the_notice_stands_and_nothing_moves_in_the_book(keeper: ObjectionClerk) -> None:
    answer = answering(keeper)
    assert answer.outcome is None
    keeper.key(Qt.Key.Key_F8)
    assert answer.panel.message.words == "先选“维持”或“更正”。"
    answer.upheld.click()
    assert [row[0] for row in held(keeper)] == [""]
    keeper.key(Qt.Key.Key_F8)
    assert answer.panel.problem_of("words") == "请填答复的话。"
    assert keeper.dialogs.asked == []
    keeper.types(answer.words, "核对过签到表")
    keeper.key(Qt.Key.Key_F8)
    assert keeper.dialogs.asked == ["第1行 01001 王*国：维持，分数不动。"]
    assert keeper.said.said == ["异议〔2026〕第1号已答复：维持。"]
    assert kept(keeper).state is ObjectionState.UPHELD
    assert figures(keeper.village, 1).balance == Points.parse("10")
    assert keeper.one.pane is Pane.CARD
    assert "2026.7.3　答复：维持　刘文书\n核对过签到表" in keeper.words()
    assert keeper.offered == ["objection.print"]


def test_a_correction_takes_the_wrong_line_back_and_enters_the_right_one_at_once(
    keeper: ObjectionClerk,
) -> None:
    answer = answering(keeper)
    answer.corrected.click()
    assert held(keeper) == [("☐", "5.20", "101 参加环境整治", "＋10", "本期", "1")]
    assert "还没有要更正的：左边勾上记错的，或添上应当记的。" in keeper.words()
    answer.table.view.setFocus()
    answer.table.view.selectRow(0)
    QTest.keyClick(answer.table.view, Qt.Key.Key_Space)
    assert answer.rights.day.day() == date(2026, 5, 20)
    choose(keeper, answer, "102")
    assert ASKED in keeper.words()
    keeper.types(answer.words, "五月那次是打扫卫生")
    keeper.key(Qt.Key.Key_F8)
    assert keeper.dialogs.asked == [ASKED]
    with keeper.village.read() as scope:
        book = lines(scope, 1)
    assert [(line.kind, line.item_code, str(line.points)) for line in book] == [
        (LineKind.CREDIT, "101", "10"),
        (LineKind.REVERSAL, "101", "-10"),
        (LineKind.CREDIT, "102", "2"),
    ]
    assert (book[1].memo, book[2].memo) == ("异议〔2026〕第1号", "异议〔2026〕第1号")
    assert (kept(keeper).state, kept(keeper).change) == (ObjectionState.CORRECTED, Points.parse("-8"))
    assert "冲销：账目第 3 笔\n补记：账目第 4 笔" in keeper.words()
    keeper.key(Qt.Key.Key_F12)
    assert "更正 -8 分" in keeper.paper()


def test_a_line_that_was_taken_back_cannot_be_ticked_and_a_later_one_is_told_apart(
    keeper: ObjectionClerk,
) -> None:
    first = answering(keeper)
    first.corrected.click()
    first.table.tick_all()
    keeper.types(first.words, "记错了")
    keeper.key(Qt.Key.Key_F8)
    booked(keeper.village, (1,), "102", on=date(2026, 7, 2))
    answer = answering(keeper)
    answer.corrected.click()
    assert [(row[0], row[3], row[4]) for row in held(keeper)] == [
        ("☐", "＋2", "以后"),
        ("", "－10", "冲 1"),
        ("", "＋10", "3 冲了"),
    ]


def test_lines_of_earlier_periods_are_one_chip_away(tmp_path: Path, theme: Theme) -> None:
    keeper = Older(tmp_path)
    answer = answering(keeper)
    assert [row[1] for row in held(keeper)] == ["5.20"]
    assert "以前的 1 笔在“全部”里。" in keeper.words()
    answer.table.press_chip("every")
    assert [(row[1], row[4]) for row in held(keeper)] == [("2.10", "以前"), ("5.20", "本期")]
    keeper.close()


class Older(ObjectionClerk):
    """王建国 did something in February, too."""

    def publish(self) -> None:
        self.village.on(date(2026, 6, 1))
        booked(self.village, (1,), "102", on=date(2026, 2, 10))
        super().publish()


def test_a_deed_that_hangs_is_kept_from_counting(tmp_path: Path, theme: Theme) -> None:
    keeper = Hanging(tmp_path)
    answer = answering(keeper)
    answer.corrected.click()
    assert [(row[3], row[4]) for row in held(keeper)] == [("＋10", "公示中"), ("＋10", "本期")]
    answer.table.toggle(answer.table.model.rows()[0])
    assert "第1行 01001 王*国：公示中的 ＋10 不计；会印在下一期公示上。" in keeper.words()
    keeper.types(answer.words, "没有去")
    keeper.key(Qt.Key.Key_F8)
    assert answer.panel.problem_of("paper_ref") == "村里的积分要审核，更正请写签了字的单据号。"
    assert keeper.dialogs.asked == []
    keeper.types(answer.paper_ref, "会议7号")
    keeper.key(Qt.Key.Key_F8)
    assert kept(keeper).state is ObjectionState.CORRECTED
    with keeper.village.read() as scope:
        assert claim_card(scope, keeper.claim_id).claim.stage is Stage.REJECTED
    keeper.close()


class Hanging(ObjectionClerk):
    """Points count when the notice closes; a deed of 王建国 hangs on it."""

    def publish(self) -> None:
        change(self, count_when_posted=True)
        (self.claim_id,) = claimed(self.village, (1,))
        super().publish()


def test_the_same_deed_of_the_day_is_asked_about_before_it_is_entered_again(keeper: ObjectionClerk) -> None:
    answer = answering(keeper)
    answer.corrected.click()
    answer.rights.day.set_day(date(2026, 5, 20))
    choose(keeper, answer, "101")
    keeper.types(answer.words, "去了两个人")
    keeper.key(Qt.Key.Key_F8)
    assert keeper.dialogs.asked[0] == "第1行 01001 王*国：补记 ＋10，差 ＋10；会印在下一期公示上。"
    assert "王建国" in keeper.dialogs.asked[1]
    assert figures(keeper.village, 1).balance == Points.parse("20")


def test_an_item_by_the_unit_asks_how_many_and_a_wrong_number_is_said(keeper: ObjectionClerk) -> None:
    answer = answering(keeper)
    answer.corrected.click()
    rights = answer.rights
    rights.add_button.click()
    assert rights.problem == "先选事项，再添上。"
    choose(keeper, answer, "108")
    assert rights.quantity.isVisible()
    assert rights.model.rows() == ()
    keeper.types(rights.quantity, "0")
    keeper.key(Qt.Key.Key_Return)
    assert "108" in rights.problem
    rights.quantity.setText("2")
    keeper.key(Qt.Key.Key_Return)
    assert [str(right.points) for right in rights.model.rows()] == ["-10"]
    rights.drop_button.click()
    assert rights.problem == "先在下面选中要去掉的一条。"
    rights.view.selectRow(0)
    rights.drop_button.click()
    assert rights.model.rows() == ()


def test_of_the_sheet_as_a_whole_the_clerk_says_whose_book_is_wrong(keeper: ObjectionClerk) -> None:
    answer = answering(keeper, None)
    assert held(keeper) == []
    answer.corrected.click()
    keeper.types(answer.book, "欧阳明")
    keeper.key(Qt.Key.Key_Return)
    assert [(row[3], row[4]) for row in held(keeper)] == [("＋10", "本期")]
    answer.table.tick_all()
    keeper.types(answer.words, "记错户了")
    keeper.key(Qt.Key.Key_F8)
    assert keeper.dialogs.asked == ["整张公示：冲销 －10，差 －10；会印在下一期公示上。"]
    assert figures(keeper.village, 4).balance == Points.parse("0")


def test_going_back_to_upheld_takes_the_ticks_away(keeper: ObjectionClerk) -> None:
    answer = answering(keeper)
    answer.corrected.click()
    answer.table.tick_all()
    assert len(answer.table.ticked()) == 1
    answer.upheld.click()
    assert answer.table.ticked() == ()
    assert not answer.rights.isVisible()


def test_a_refusal_keeps_everything_that_was_typed(keeper: ObjectionClerk) -> None:
    answer = answering(keeper)
    answer.corrected.click()
    answer.table.tick_all()
    keeper.types(answer.words, "错了")
    keeper.dialogs.agree = False
    keeper.key(Qt.Key.Key_F8)
    assert kept(keeper).state is ObjectionState.OPEN
    assert (answer.words.toPlainText(), len(answer.table.ticked())) == ("错了", 1)


def test_an_answer_that_was_begun_stays_when_the_clerk_looks_elsewhere(keeper: ObjectionClerk) -> None:
    answer = answering(keeper)
    answer.corrected.click()
    answer.table.tick_all()
    choose(keeper, answer, "102")
    keeper.types(answer.words, "五月那次是打扫卫生")
    keeper.go("objections")
    keeper.go("objection", id=1, answer=True)
    assert answer.words.toPlainText() == "五月那次是打扫卫生"
    assert ASKED in keeper.words()
    keeper.key(Qt.Key.Key_F8)
    assert kept(keeper).change == Points.parse("-8")
    other = objected(keeper.village, 2)
    keeper.go("objection", id=other, answer=True)
    assert (answer.outcome, answer.words.toPlainText(), len(answer.rights.model.rows())) == (None, "", 0)


@pytest.mark.parametrize("size", [12, 18])
def test_the_next_notice_is_told_of_at_every_text_size(
    keeper: ObjectionClerk, theme: Theme, size: int
) -> None:
    theme.set_size(size)
    answer = answering(keeper)
    answer.corrected.click()
    answer.table.tick_all()
    QApplication.processEvents()
    assert "第1行 01001 王*国：冲销 －10，差 －10；会印在下一期公示上。" in keeper.words()
    assert shown(keeper.village).row.open_objections == 1
