"""Corrections and layouts on their way from one computer to another."""

import json
from datetime import date
from pathlib import Path

import pytest

from passbook_desk.documents.correction import Correction
from passbook_desk.documents.errors import (
    PrintExchangeDamaged,
    PrintExchangeForeign,
    PrintExchangeMissing,
    PrintExchangeNewer,
    TargetFolderMissing,
)
from passbook_desk.documents.print_exchange import (
    Measured,
    PrintExchange,
    read_exchange,
    with_measured,
    write_exchange,
)
from passbook_desk.kernel.errors import UserError

BOOK = Measured("得实 DS-1100", 130, 180, Correction(1.2, -0.8, 1.002, 0.998, 0.05), date(2026, 6, 3))
SHEET = Measured("办公室激光机", 210, 297, Correction(0.5), date(2026, 6, 4))
LAYOUT = '{"name": "红折", "lines": 20}'


def written(folder: Path, **changes: object) -> Path:
    """The file of one correction with some of its parts changed by hand."""
    target = folder / "校准.json"
    write_exchange(target, PrintExchange((BOOK,), (LAYOUT,)))
    document = json.loads(target.read_text(encoding="utf-8"))
    for key, value in changes.items():
        part = document if key in document else document["corrections"][0]
        part[key] = value
    target.write_text(json.dumps(document), encoding="utf-8")
    return target


def test_a_file_gives_back_what_was_written_into_it(tmp_path: Path) -> None:
    content = PrintExchange((BOOK, SHEET), (LAYOUT,))
    write_exchange(tmp_path / "校准.json", content)
    assert read_exchange(tmp_path / "校准.json") == content


def test_a_printer_measured_again_takes_the_place_of_what_was_known() -> None:
    again = Measured(BOOK.printer, 130.04, 180, Correction(0.1), date(2026, 7, 1))
    assert with_measured((BOOK, SHEET), (again,)) == (SHEET, again)
    other_paper = Measured(BOOK.printer, 125, 88, Correction(0.1), date(2026, 7, 1))
    assert with_measured((BOOK, SHEET), (other_paper,)) == (SHEET, other_paper, BOOK)


def test_a_correction_is_found_by_its_printer_and_paper() -> None:
    assert BOOK.fits("得实 DS-1100", 130.03, 180)
    assert not BOOK.fits("得实 DS-1100", 131, 180)
    assert not BOOK.fits("办公室激光机", 130, 180)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"format": "other"}, PrintExchangeForeign),
        ({"version": 2}, PrintExchangeNewer),
        ({"corrections": {}}, PrintExchangeDamaged),
        ({"layouts": ["红折"]}, PrintExchangeDamaged),
        ({"right": "1.2"}, PrintExchangeDamaged),
        ({"right": float("nan")}, PrintExchangeDamaged),
        ({"down": 10**400}, PrintExchangeDamaged),
        ({"scale_x": 0}, PrintExchangeDamaged),
        ({"drift": True}, PrintExchangeDamaged),
        ({"measured_on": "昨天"}, PrintExchangeDamaged),
        ({"printer": 7}, PrintExchangeDamaged),
        ({"width": -130}, PrintExchangeDamaged),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_whole(
    tmp_path: Path, changes: dict[str, object], refusal: type[UserError]
) -> None:
    with pytest.raises(refusal) as refused:
        read_exchange(written(tmp_path, **changes))
    assert refused.value.params["path"].endswith("校准.json")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[1, 2]", b"PK\x03\x04", b"[" * 100_000])
def test_another_kind_of_file_is_told_apart(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "花名册.xlsx"
    target.write_bytes(content)
    with pytest.raises(PrintExchangeForeign):
        read_exchange(target)


def test_a_file_without_corrections_may_carry_layouts_alone(tmp_path: Path) -> None:
    target = tmp_path / "版式.json"
    target.write_text(
        '{"format": "passbook-desk-print", "version": 1, "layouts": [{"name": "红折"}]}', encoding="utf-8"
    )
    assert read_exchange(target) == PrintExchange((), ('{"name": "红折"}',))


def test_a_missing_file_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(PrintExchangeMissing):
        read_exchange(tmp_path / "没有.json")
    with pytest.raises(TargetFolderMissing):
        write_exchange(tmp_path / "没有" / "校准.json", PrintExchange((BOOK,)))
