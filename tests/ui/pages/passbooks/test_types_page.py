"""Kinds of books in the window: chosen, copied, retired, sent to another village."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders.village import settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.print_exchange import PrintExchange, read_exchange, write_exchange
from passbook_desk.features.access.commands import add_operator, set_pin
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.features.passbooks.books.layouts import read_layout, written_layout
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.features.passbooks.books.types import book_type_by_name
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.acts import Act
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.permits import allowed
from passbook_desk.ui.shell.routes import Route
from ui.pages.passbooks.types_bench import BIG, Bench
from ui.surroundings import types


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, tmp_path: Path, fontbook: FontBook) -> Bench:
    return Bench(qtbot, settled_village(tmp_path), fontbook)


def test_the_list_names_each_kind_with_its_paper_its_lines_and_its_books(bench: Bench) -> None:
    assert bench.listed() == [layout.name for layout in SHIPPED]
    model = bench.page._table.model
    cells = {column.key: model.index(0, place).data() for place, column in enumerate(model.columns)}
    assert cells == {
        "name": "大折 130×180",
        "paper": "130×180",
        "lines": "12×20",
        "fold": "10 行后空 4 行",
        "colour": "红、绿",
        "stock": "白纸",
        "version": "1",
        "books": "2 本",
        "state": "现用",
    }
    assert bench.page.help_steps()


def test_a_copy_gets_its_own_name_and_leaves_the_original_alone(bench: Bench) -> None:
    bench.choose("A6 小册")
    bench.press("types.new")
    assert bench.page.title == "新折样"
    assert bench.page.editor.form.name.selectedText() == "A6 小册 新"
    types(bench.page.editor.form.name, "柳溪小折")
    bench.type_number("lines", "16")
    bench.press("types.save")
    assert bench.announced.said == ["折样“柳溪小折”已保存。"]
    assert bench.kinds()["柳溪小折"].layout.lines == 16
    assert bench.kinds()["A6 小册"].layout == SHIPPED[2]
    assert "柳溪小折" in bench.listed()
    assert bench.answers.asked == []


def test_a_name_that_is_taken_is_said_at_the_field_and_all_else_stays(bench: Bench) -> None:
    bench.edit("A6 小册")
    form = bench.page.editor.form
    form.name.setText(BIG.name)
    bench.type_number("first_mm", "21.5")
    bench.press("types.save")
    assert form.problem_words() == f"已有折样叫“{BIG.name}”，请换一个名称。"
    assert bench.page.focusWidget() is form.name
    assert form.numbers["first_mm"].text() == "21.5"
    assert bench.kinds()["A6 小册"].layout == SHIPPED[2]


def test_moving_places_says_that_books_in_use_follow_and_asks_before(bench: Bench) -> None:
    bench.edit()
    bench.type_number("first_mm", "20.5")
    told = "每页的行没变：已发的 2 本下次登折，也照新的位置打。"
    assert bench.page.editor._effect.text() == told
    bench.answers.agree = False
    bench.press("types.save")
    assert bench.answers.asked == [told]
    assert bench.kinds()[BIG.name].layout == BIG
    bench.answers.agree = True
    bench.press("types.save")
    row = bench.kinds()[BIG.name]
    assert (row.layout.first_mm, row.version, row.books) == (20.5, 1, 2)


def test_counting_lines_anew_says_that_only_new_books_get_them(bench: Bench) -> None:
    bench.edit()
    bench.type_number("lines", "18")
    told = "页、行的数变了：已发的 2 本照旧，新发的折才用，记作新的一版。"
    assert bench.page.editor._effect.text() == told
    bench.press("types.save")
    assert bench.answers.asked == [told]
    row = bench.kinds()[BIG.name]
    assert (row.layout.lines, row.version, row.books) == (18, 2, 0)
    assert len(bench.listed()) == len(SHIPPED)
    bench.page._table.press_chip("all")
    assert len(bench.listed()) == len(SHIPPED) + 1


def test_saving_without_a_change_writes_nothing(bench: Bench) -> None:
    bench.edit()
    bench.press("types.save")
    assert bench.page.message.words == "没有改动，不用保存。"
    assert bench.desk.touched == set()


def test_what_is_typed_is_kept_while_the_clerk_looks_elsewhere(bench: Bench) -> None:
    drafts: list[int] = []
    bench.page.drafts_changed.connect(drafts.append)
    bench.edit()
    bench.type_number("first_mm", "20.5")
    bench.page.editor.form.numbers["lines"].setText("乱")
    assert drafts[-1] == 1
    bench.go(Route("book_types"))
    assert bench.page.message.words == f"“{BIG.name}”改了还没有保存。"
    bench.edit("A6 小册")
    assert bench.page.editor.form.name.text() == "A6 小册"
    assert bench.page.editor.form.problem_words() == ""
    bench.go(Route("book_types"))
    bench.page.message._button.click()
    form = bench.page.editor.form
    assert (form.name.text(), form.numbers["first_mm"].text()) == (BIG.name, "20.5")
    assert form.numbers["lines"].text() == "乱"
    assert form.problem_words() == "“乱”不是数，请只填数字。"
    bench.press("types.back")
    assert (drafts[-1], bench.page.message.words) == (0, "")
    bench.edit()
    assert bench.layout == BIG


def test_a_kind_is_retired_after_asking_and_taken_back_at_once(bench: Bench) -> None:
    bench.choose(BIG.name)
    bench.press("types.retire")
    assert bench.answers.asked == [f"以后不再发“{BIG.name}”？已发的 2 本照常登折。"]
    assert BIG.name not in bench.listed()
    assert bench.announced.undo is not None
    bench.announced.undo()
    assert BIG.name in bench.listed()
    assert BIG.name in bench.kinds()


def test_a_retired_kind_is_used_again_unless_its_name_is_taken(bench: Bench) -> None:
    bench.choose(BIG.name)
    bench.press("types.retire")
    bench.page._table.press_chip("all")
    bench.choose(BIG.name)
    button = bench.page.act_button("types.retire")
    assert button is not None
    assert button.text() == "重新启用"
    bench.press("types.new")
    bench.page.editor.form.name.setText(BIG.name)
    bench.press("types.save")
    assert (bench.kinds()[BIG.name].version, bench.kinds()[BIG.name].books) == (2, 0)
    assert bench.page._table.select(lambda row: row.layout.name == BIG.name and row.retired)
    bench.press("types.retire")
    assert bench.page.message.words == f"已有折样叫“{BIG.name}”，请换一个名称。"
    bench.choose("A6 小册")
    bench.press("types.retire")
    bench.choose("A6 小册")
    assert bench.page._table.selected_row() is not None
    bench.press("types.retire")
    assert "A6 小册" in bench.kinds()


def test_the_kinds_go_to_the_next_village_as_a_file_and_back(bench: Bench, tmp_path: Path) -> None:
    bench.answers.file = tmp_path / "折样.json"
    bench.press("types.export")
    assert bench.announced.said == ["5 种折样已存到 折样.json。"]
    assert [read_layout(each) for each in read_exchange(bench.answers.file).layouts] == list(SHIPPED)
    bench.press("types.import")
    assert bench.answers.asked == ["折样.json 里没有新的折样。"]
    assert bench.answers.details[0].count("和这里一样，不动") == 5


def file_with(folder: Path, layouts: Sequence[str]) -> Path:
    target = folder / "柳溪.json"
    write_exchange(target, PrintExchange(layouts=tuple(layouts)))
    return target


def test_what_a_file_would_change_is_listed_and_taken_only_when_agreed(bench: Bench, tmp_path: Path) -> None:
    layouts = (replace(BIG, lines=18), replace(SHIPPED[1], first_mm=18.5), replace(BIG, name="柳溪折"))
    bench.answers.file = file_with(tmp_path, [written_layout(layout) for layout in layouts])
    bench.answers.agree = False
    bench.press("types.import")
    assert bench.answers.asked == ["柳溪.json 里有 3 种折样："]
    assert bench.answers.details[0].split("\n") == [
        f"{BIG.name}：页、行不同，已发的 2 本照旧，新发的才用",
        f"{SHIPPED[1].name}：改成文件里的，还没有存折用它",
        "柳溪折：这里没有，加进来",
    ]
    assert bench.kinds()[BIG.name].layout == BIG
    bench.answers.agree = True
    bench.press("types.import")
    assert bench.announced.said == ["收下了 3 种折样。"]
    assert bench.kinds()[BIG.name].version == 2
    assert "柳溪折" in bench.listed()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("不是 JSON", "不是本程序导出的"),
        (json.dumps({"format": "other"}), "不是本程序导出的"),
        (json.dumps({"format": "passbook-desk-print", "version": 9}), "新版程序"),
        (json.dumps({"format": "passbook-desk-print", "version": 1, "layouts": [3]}), "读不懂"),
        (json.dumps({"format": "passbook-desk-print", "version": 1, "layouts": [{"name": "x"}]}), "读不懂"),
    ],
)
def test_a_damaged_or_foreign_file_is_refused_in_words(
    bench: Bench, tmp_path: Path, content: str, said: str
) -> None:
    bench.answers.file = tmp_path / "别的.json"
    bench.answers.file.write_text(content, encoding="utf-8")
    bench.press("types.import")
    assert said in bench.page.message.words
    assert list(bench.kinds()) == [layout.name for layout in SHIPPED]
    assert bench.announced.said == []


def test_who_may_not_change_settings_may_look(bench: Bench) -> None:
    with bench.village.write() as tx:
        set_pin(tx, bench.village.actor.operator_id, "483920")
        recorder = add_operator(tx, AddOperator("赵会计", frozenset({Role.RECORDER}), "583920", None))
    bench.village.actor = Actor(recorder, "赵会计")
    bench.page.enter({})
    for act in ("types.new", "types.edit", "types.retire", "types.import", "types.export"):
        assert not allowed(act, {Act.READ, Act.RECORD})
    bench.page._table.opened.emit(bench.page._table.selected_row())
    assert bench.page.title == "折样"
    assert bench.listed() == [layout.name for layout in SHIPPED]


def test_the_page_knows_the_kind_that_new_books_get(bench: Bench) -> None:
    with bench.village.read() as scope:
        here = book_type_by_name(scope, BIG.name)
    bench.go(Route("book_types", {"edit": here.id}))
    assert bench.page.title == f"改折样：{BIG.name}"
    bench.go(Route("book_types", {"edit": 999}))
    assert bench.page.message.words.startswith("没有“999”这种折样")
    button = bench.page.findChild(QPushButton, "types.save")
    assert button is not None
