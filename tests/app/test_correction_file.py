"""What this computer knows about its printers outlives the program and any village."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from passbook_desk.app.correction_file import CorrectionFile
from passbook_desk.documents.correction import Correction
from passbook_desk.documents.errors import PrinterNameWrong, PrintExchangeForeign
from passbook_desk.documents.print_exchange import Measured
from passbook_desk.kernel.places import Places

BOOK = Measured("得实", 130, 180, Correction(1.2, -0.8), date(2026, 6, 3))
SHEET = Measured("激光机", 210, 297, Correction(0.5), date(2026, 6, 4))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "villages", tmp_path / "settings", tmp_path / "logs")


def test_what_was_measured_is_there_after_a_restart(places: Places) -> None:
    CorrectionFile(places).keep(BOOK)
    CorrectionFile(places).keep(SHEET)
    again = CorrectionFile(places)
    assert again.all() == (BOOK, SHEET)
    assert again.get("得实", 130, 180) == BOOK.correction
    assert again.get("得实", 125, 88) is None


def test_a_printer_that_is_gone_is_forgotten(places: Places) -> None:
    kept = CorrectionFile(places)
    kept.keep(BOOK)
    kept.keep(SHEET)
    kept.remove("得实", 130, 180)
    assert kept.all() == (SHEET,)


@pytest.mark.parametrize("content", ["", "坏了", '{"format": "passbook-desk-print", "corrections": 3}'])
def test_an_unreadable_file_means_that_nothing_was_measured(places: Places, content: str) -> None:
    kept = CorrectionFile(places)
    kept.keep(BOOK)
    (file,) = places.settings.iterdir()
    file.write_text(content, encoding="utf-8")
    assert kept.all() == ()
    kept.keep(SHEET)
    assert kept.all() == (SHEET,)
    (aside,) = set(places.settings.iterdir()) - {file}
    assert aside.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("name", ["", " ", "得实\n打印机", "长" * 301])
def test_a_name_that_the_file_could_not_give_back_is_refused_and_the_others_stay(
    places: Places, name: str
) -> None:
    kept = CorrectionFile(places)
    kept.keep(BOOK)
    with pytest.raises(PrinterNameWrong):
        kept.keep(replace(BOOK, printer=name))
    kept.keep(replace(BOOK, printer="长" * 300))
    assert BOOK in kept.all()


def test_another_computer_takes_over_the_corrections_and_is_handed_the_layouts(
    places: Places, tmp_path: Path
) -> None:
    kept = CorrectionFile(places)
    kept.keep(BOOK)
    kept.export_to(tmp_path / "校准.json", ['{"name": "红折"}'])
    there = CorrectionFile(Places(tmp_path, tmp_path / "there", tmp_path))
    there.keep(SHEET)
    found = there.import_from(tmp_path / "校准.json")
    assert (found.corrections, found.layouts) == ((BOOK,), ('{"name": "红折"}',))
    assert there.all() == (BOOK, SHEET)


def test_a_foreign_file_changes_nothing(places: Places, tmp_path: Path) -> None:
    kept = CorrectionFile(places)
    kept.keep(BOOK)
    (tmp_path / "别的.json").write_text("{}", encoding="utf-8")
    with pytest.raises(PrintExchangeForeign):
        kept.import_from(tmp_path / "别的.json")
    assert kept.all() == (BOOK,)
