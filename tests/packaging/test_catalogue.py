from pathlib import Path

import pytest

import catalogue

PAGE = """
from PySide6.QtWidgets import QWidget
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("Columns", "积分")

class HomePage(QWidget):
    def text(self) -> str:
        return self.tr("共 {count} 户").format(count=3)
"""

COMPLETE = {"积分": "Points", "共 {count} 户": "{count} households"}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small program with one page, its words collected and translated."""
    page = tmp_path / "src" / "passbook_desk" / "ui" / "page.py"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, encoding="utf-8")
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    monkeypatch.setattr(catalogue, "CATALOGUE", tmp_path / "resources" / "passbook_en.ts")
    assert catalogue.main(["update"]) == 0
    translate(COMPLETE)
    return tmp_path


def translate(words: dict[str, str]) -> None:
    text = catalogue.CATALOGUE.read_text(encoding="utf-8")
    for chinese, english in words.items():
        empty = f'<source>{chinese}</source>\n        <translation type="unfinished"></translation>'
        assert empty in text
        text = text.replace(
            empty, f"<source>{chinese}</source>\n        <translation>{english}</translation>"
        )
    catalogue.CATALOGUE.write_text(text, encoding="utf-8")


def test_a_complete_catalogue_passes(tree: Path) -> None:
    assert catalogue.check() == []
    assert catalogue.main([]) == 0


def test_moving_code_changes_nothing(tree: Path) -> None:
    page = tree / "src" / "passbook_desk" / "ui" / "page.py"
    page.write_text("# one more line\n" + PAGE, encoding="utf-8")
    assert catalogue.check() == []


def test_a_new_word_is_noticed_until_it_is_translated(tree: Path) -> None:
    page = tree / "src" / "passbook_desk" / "ui" / "page.py"
    page.write_text(PAGE + '        return self.tr("撤销")\n', encoding="utf-8")
    assert any("撤销" in problem for problem in catalogue.check())
    assert catalogue.main(["update"]) == 0
    assert catalogue.check() == ["untranslated: HomePage: 撤销"]
    translate({"撤销": "Undo"})
    assert catalogue.check() == []


def test_a_word_that_is_gone_is_noticed(tree: Path) -> None:
    page = tree / "src" / "passbook_desk" / "ui" / "page.py"
    page.write_text(PAGE.replace('TITLE = QT_TRANSLATE_NOOP("Columns", "积分")', ""), encoding="utf-8")
    assert any(problem.startswith("-") and "积分" in problem for problem in catalogue.check())


def test_a_lost_place_is_noticed(tree: Path) -> None:
    text = catalogue.CATALOGUE.read_text(encoding="utf-8")
    catalogue.CATALOGUE.write_text(text.replace("{count} households", "{n} households"), encoding="utf-8")
    assert catalogue.check() == ["places differ: HomePage: 共 {count} 户 → {n} households"]
    assert catalogue.main(["check"]) == 1


def test_a_missing_catalogue_is_named(tree: Path) -> None:
    catalogue.CATALOGUE.unlink()
    assert catalogue.check() == ["resources/passbook_en.ts is missing"]


def test_a_plural_may_leave_out_the_number_one() -> None:
    text = """<TS><context><name>P</name><message numerus="yes"><source>%n 户</source><translation>
        <numerusform>one household</numerusform><numerusform>{count} households</numerusform>
        </translation></message></context></TS>"""
    assert catalogue.lost_places(text) == ["P: %n 户 → {count} households"]
    assert catalogue.untranslated(text) == []
