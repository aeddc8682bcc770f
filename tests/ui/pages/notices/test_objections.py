"""The list of objections, the form of a new one, and the card of one that is kept."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from builders.wall import hung, issued, objected, upheld
from passbook_desk.features.notices.objections.queries import objection_card, objections
from passbook_desk.features.notices.objections.values import ObjectionState, Way
from passbook_desk.features.notices.values import NoticeKind
from passbook_desk.kernel.acts import Act
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.notices.objection_dialog import AssignForm
from passbook_desk.ui.pages.notices.objection_page import Pane
from ui.pages.notices.conftest import JULY_3, ObjectionClerk

JULY_13 = date(2026, 7, 13)


def listed(keeper: ObjectionClerk) -> list[tuple[str, ...]]:
    model = keeper.list.table.model
    return [tuple(column.text(row) for column in model.columns) for row in model.rows()]


def opened(keeper: ObjectionClerk) -> AssignForm:
    form = QApplication.activeModalWidget()
    assert isinstance(form, AssignForm)
    return form


def test_those_that_wait_come_first_by_their_day_and_the_answered_ones_are_one_chip_away(
    keeper: ObjectionClerk,
) -> None:
    objected(keeper.village, due=date(2026, 7, 20))
    objected(keeper.village, None, due=date(2026, 7, 4), who="")
    third = objected(keeper.village, 2)
    upheld(keeper.village, third)
    keeper.on(date(2026, 7, 6))
    keeper.go("objections")
    assert [row[:4] for row in listed(keeper)] == [
        ("〔2026〕第2号", "〔2026〕第1号", "", "整张公示"),
        ("〔2026〕第1号", "〔2026〕第1号", "1", "01001 王*国"),
    ]
    assert [row[5] for row in listed(keeper)] == ["7.4 超期 2 天", "7.20 还剩 14 天"]
    assert [row[7] for row in listed(keeper)] == ["▲ 已超期", "● 待答复"]
    assert "待答复 2 件，其中超期 1 件；共 3 件。" in keeper.words()
    keeper.list.table.press_chip("all")
    assert [row[0] for row in listed(keeper)][2:] == ["〔2026〕第3号"]
    keeper.key(Qt.Key.Key_Return)
    assert keeper.one.title == "异议〔2026〕第2号"


def test_without_any_the_list_says_what_to_do_and_with_none_waiting_where_the_rest_is(
    keeper: ObjectionClerk,
) -> None:
    keeper.go("objections")
    assert "还没有人对公示提过异议。有人提，就记在这里。" in keeper.words()
    upheld(keeper.village, objected(keeper.village))
    keeper.list.refresh(keeper.list.topics)
    assert "没有等着答复的异议。" in keeper.words()


def test_a_new_one_goes_to_the_notice_that_hangs_and_asks_when_several_do(keeper: ObjectionClerk) -> None:
    keeper.go("objections")
    keeper.key(Qt.Key.Key_Insert)
    assert keeper.one.title == "记异议：公示〔2026〕第1号"
    assert keeper.dialogs.asked == []
    issued(keeper.village, NoticeKind.MONTH, "2026-05")
    hung(keeper.village, "2026-02", on=JULY_3)
    keeper.go("objections")
    keeper.press("objections.new")
    assert keeper.dialogs.asked == ["对哪一份公示有异议？"]
    assert keeper.one.title == "记异议：公示〔2026〕第2号"


def test_an_objection_takes_a_line_a_sentence_and_f8(keeper: ObjectionClerk) -> None:
    keeper.go("objections")
    keeper.key(Qt.Key.Key_Insert)
    form = keeper.one.form
    keeper.types(form.line, "1")
    assert "第1行　01001 王*国　20100017" in keeper.words()
    assert "期末结余\n10\n" in keeper.words()
    keeper.key(Qt.Key.Key_Return)
    keeper.types(form.words, "五月打扫少记一次")
    keeper.key(Qt.Key.Key_F8)
    assert keeper.said.said == ["已记下异议〔2026〕第1号，2026.7.13前答复。"]
    assert keeper.keys == 12
    assert keeper.one.pane is Pane.CARD
    assert "第1行 01001 王*国" in keeper.words()
    assert "2026.7.13 还剩 10 天" in keeper.words()
    assert "不具名" in keeper.words()
    with keeper.village.read() as scope:
        (row,) = objections(scope)
    assert (row.line_no, row.way, row.received_on, row.due_on) == (1, Way.COUNTER, JULY_3, JULY_13)


def test_a_line_that_is_not_on_the_sheet_is_said_at_once_and_beside_its_field(keeper: ObjectionClerk) -> None:
    keeper.go("objection", notice="2026-01")
    form = keeper.one.form
    keeper.types(form.line, "40")
    assert "这份公示没有第 40 行，只到第 4 行。" in keeper.words()
    keeper.key(Qt.Key.Key_F8)
    assert form.panel.problem_of("words") == "请填说什么。"
    keeper.types(form.words, "不对")
    form.received_on.set_day(date(2026, 7, 20))
    keeper.key(Qt.Key.Key_F8)
    assert form.panel.problem_of("line_no") == "这份公示没有第 40 行，只到第 4 行，请照公示上的行号填。"
    form.line.set_value(2)
    keeper.key(Qt.Key.Key_F8)
    assert form.panel.problem_of("received_on") == "收到日期 2026.7.20 在今天（2026.7.3）之后，请核对。"
    assert form.words.toPlainText() == "不对"


def test_the_day_to_answer_follows_the_day_it_came_in_until_it_is_chosen(keeper: ObjectionClerk) -> None:
    keeper.go("objection", notice="2026-01", line=2)
    form = keeper.one.form
    assert (form.line.value(), form.due_on.day()) == (2, JULY_13)
    form.received_on.set_day(date(2026, 7, 2))
    assert form.due_on.day() == date(2026, 7, 12)
    form.due_on.set_day(date(2026, 7, 8))
    form.received_on.set_day(JULY_3)
    assert form.due_on.day() == date(2026, 7, 8)


def test_what_was_typed_stays_when_the_clerk_looks_elsewhere(keeper: ObjectionClerk) -> None:
    keeper.go("objection", notice="2026-01")
    keeper.types(keeper.one.form.words, "字太小看不清")
    keeper.go("objections")
    keeper.go("objection", notice="2026-01")
    assert keeper.one.form.words.toPlainText() == "字太小看不清"


def test_it_is_given_to_somebody_else_with_more_time(keeper: ObjectionClerk) -> None:
    number = objected(keeper.village)
    keeper.go("objection", id=number)
    keeper.press("objection.assign")
    form = opened(keeper)
    form.handler.setText("")
    keeper.key(Qt.Key.Key_F8)
    assert form.panel.problem_of("handler") == "请填谁来查。"
    form.handler.setText("李监督")
    form.due_on.set_day(date(2026, 7, 1))
    keeper.key(Qt.Key.Key_F8)
    assert form.panel.problem_of("due_on").startswith("答复期限 2026.7.1 早于收到的")
    form.due_on.set_day(date(2026, 7, 25))
    form.words.setText("等镇里回话")
    keeper.key(Qt.Key.Key_F8)
    assert "2026.7.3　交李监督办，2026.7.25前答复　刘文书\n等镇里回话" in keeper.words()
    assert "2026.7.25 还剩 22 天" in keeper.words()


def test_whoever_objected_takes_it_back_and_only_the_paper_is_left_to_do(keeper: ObjectionClerk) -> None:
    number = objected(keeper.village)
    keeper.dialogs.reason = "看过签到表，没有意见了"
    keeper.go("objection", id=number)
    assert keeper.offered == ["objection.answer", "objection.assign", "objection.withdraw", "objection.print"]
    keeper.press("objection.withdraw")
    assert "提异议的人撤回" in keeper.words()
    assert keeper.offered == ["objection.print"]
    with keeper.village.read() as scope:
        assert objection_card(scope, number).row.state is ObjectionState.WITHDRAWN


def test_one_that_is_late_says_so_on_its_card(keeper: ObjectionClerk) -> None:
    number = objected(keeper.village)
    keeper.on(date(2026, 7, 15))
    keeper.go("objection", id=number)
    assert keeper.one.message.words.startswith("2026.7.13 超期 2 天，请尽快答复")


def test_the_answer_can_be_printed_to_be_written_by_hand(keeper: ObjectionClerk) -> None:
    keeper.go("objection", id=objected(keeper.village))
    keeper.key(Qt.Key.Key_F12)
    assert keeper.one.title == "答复单 异议〔2026〕第1号"
    assert "异议处理答复单" in keeper.paper()
    assert "第1行（01001 王*国）" in keeper.paper()


def test_the_register_is_printed_and_saved_with_every_objection(
    keeper: ObjectionClerk, tmp_path: Path
) -> None:
    objected(keeper.village)
    upheld(keeper.village, objected(keeper.village, 2))
    keeper.go("objections")
    keeper.dialogs.file = tmp_path / "异议.xlsx"
    keeper.press("objections.excel")
    assert keeper.said.said == ["已存为 异议.xlsx。"]
    sheet = load_workbook(keeper.dialogs.file).active
    numbers = [row[0].value for row in sheet.iter_rows()]
    assert [each for each in numbers if str(each).startswith("异议〔")] == [
        "异议〔2026〕第1号",
        "异议〔2026〕第2号",
    ]
    keeper.press("objections.paper")
    assert keeper.list.title == "异议登记表"
    assert "异议〔2026〕第2号" in keeper.paper()


def test_who_may_only_look_sees_the_list_and_no_act_on_it(keeper: ObjectionClerk) -> None:
    number = objected(keeper.village)
    keeper.acts = frozenset({Act.READ})
    keeper.go("objections")
    assert keeper.offered == []
    keeper.go("objection", id=number)
    assert keeper.offered == []


@pytest.mark.parametrize("size", [12, 14, 18])
def test_card_and_form_fit_the_room_at_every_text_size(
    keeper: ObjectionClerk, theme: Theme, size: int
) -> None:
    theme.set_size(size)
    number = objected(keeper.village)
    for params in ({"id": number}, {"id": number, "answer": True}, {"notice": "2026-01", "line": 1}):
        keeper.go("objection", **params)
        QApplication.processEvents()
        assert keeper.stack.minimumSizeHint().width() <= 1150
        assert keeper.stack.minimumSizeHint().height() <= 600
