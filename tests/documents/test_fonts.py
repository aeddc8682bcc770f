import subprocess
import sys
from pathlib import Path

import pytest

from passbook_desk.documents.errors import CharactersNotPrintable, FontNotUsable, FontsMissing
from passbook_desk.documents.fonts import ADDED, BOLD, RARE, REGULAR, FontBook
from passbook_desk.documents.page import Face

RARE_NAMES = "㛃䶮𬭎𫖯𪨶𠅤𬀩𤧛𬍛𡝗"
EXTENSION_G = "\U00030eda"
ROOT = Path(__file__).resolve().parents[2]


def test_ordinary_text_is_one_run_in_the_asked_face(fontbook: FontBook) -> None:
    assert fontbook.runs("石桥村 2026 年第一季度") == [(REGULAR, "石桥村 2026 年第一季度")]
    assert fontbook.runs("积分公示", Face.BOLD) == [(BOLD, "积分公示")]


def test_a_bold_heading_falls_back_to_regular_and_then_to_the_rare_font(fontbook: FontBook) -> None:
    assert fontbook.runs("王㐀𡝗家", Face.BOLD) == [(BOLD, "王"), (REGULAR, "㐀"), (RARE, "𡝗"), (BOLD, "家")]


def test_rare_name_characters_are_all_printable(fontbook: FontBook) -> None:
    assert fontbook.missing(RARE_NAMES) == ()
    assert fontbook.runs(RARE_NAMES)[-1] == (RARE, "𡝗")


def test_signs_used_on_paper_are_printable_in_both_faces(fontbook: FontBook) -> None:
    signs = "★●▲√✓×□■○◆〇①②③“”‘’…—－＋·《》「」【】、。，：；！？（）％‰℃㎡¥￥½±≤≥"
    for face in Face:
        assert {name for name, _ in fontbook.runs(signs, face)} <= {REGULAR, BOLD}


def test_a_character_without_glyph_is_named_with_its_code_and_its_place(fontbook: FontBook) -> None:
    assert fontbook.missing(f"王{EXTENSION_G}一{EXTENSION_G}") == (EXTENSION_G,)
    with pytest.raises(CharactersNotPrintable) as refused:
        fontbook.check(["王二", f"王{EXTENSION_G}一"])
    assert refused.value.code == "documents.characters-not-printable"
    assert refused.value.params["characters"] == f"{_shown(EXTENSION_G)} (U+30EDA)"
    assert refused.value.params["where"] == f"王{EXTENSION_G}一"


def test_an_invisible_character_is_named_by_a_box_and_its_code(fontbook: FontBook) -> None:
    with pytest.raises(CharactersNotPrintable) as refused:
        fontbook.runs("王\x0b二")
    assert refused.value.params["characters"] == "□ (U+000B)"


def test_many_unprintable_characters_are_cut_to_twenty(fontbook: FontBook) -> None:
    with pytest.raises(CharactersNotPrintable) as refused:
        fontbook.check(["".join(chr(0x30000 + number) for number in range(400))])
    named = str(refused.value.params["characters"]).split(", ")
    assert len(named) == 21
    assert named[-1] == "…"


def test_an_added_font_is_asked_last(fonts_folder: Path, tmp_path: Path) -> None:
    added = tmp_path / "added.ttf"
    added.write_bytes(_font_with(EXTENSION_G, fonts_folder))
    book = FontBook(fonts_folder, added=added)
    assert book.runs(f"王{EXTENSION_G}") == [(REGULAR, "王"), (ADDED, EXTENSION_G)]
    assert book.names() == (REGULAR, BOLD, RARE, ADDED)
    assert book.path(ADDED) == added


def test_an_added_file_that_is_no_truetype_font_is_refused(fonts_folder: Path, tmp_path: Path) -> None:
    added = tmp_path / "added.ttf"
    added.write_bytes(b"no font at all" * 100)
    with pytest.raises(FontNotUsable):
        FontBook(fonts_folder, added=added).missing(EXTENSION_G)


def test_missing_font_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(FontsMissing) as trouble:
        FontBook(tmp_path).runs("户")
    assert trouble.value.params == {"path": "NotoSansSC-Regular.ttf"}


def test_a_font_is_read_only_when_a_character_needs_it(fonts_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "NotoSansSC-Regular.ttf").symlink_to(fonts_folder / "NotoSansSC-Regular.ttf")
    book = FontBook(tmp_path)
    assert book.runs("户") == [(REGULAR, "户")]
    with pytest.raises(FontsMissing):
        book.runs("𡝗")


def test_family_names_are_those_a_window_system_sees(fontbook: FontBook) -> None:
    assert [fontbook.family(name) for name in fontbook.names()] == [
        "Noto Sans SC",
        "Noto Sans SC",
        "HanaMinB",
    ]


def test_gb_2312_and_level_2_of_gb_18030_are_covered_whole(fontbook: FontBook) -> None:
    rows = [bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    gb2312 = "".join(row.decode("gb2312", "ignore") for row in rows)
    assert len(gb2312) == 6763
    assert {name for name, _ in fontbook.runs(gb2312, Face.BOLD)} == {BOLD}
    whole = "".join(map(chr, [*range(0x4E00, 0x9FF0), *range(0x3400, 0x4DB6)]))
    assert fontbook.runs(whole) == [(REGULAR, whole)]


def test_the_shipped_fonts_are_the_ones_the_script_makes() -> None:
    script = ROOT / "packaging" / "make_fonts.py"
    checked = subprocess.run(
        [sys.executable, str(script), "check"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    readme = (ROOT / "resources" / "fonts" / "README.md").read_text(encoding="utf-8")
    for line in checked.stdout.splitlines():
        assert line.split()[-1] in readme


def test_pages_and_sheets_load_neither_pen_nor_font_library() -> None:
    words = (
        "import sys; import passbook_desk.documents.page, passbook_desk.documents.sheet,"
        " passbook_desk.documents.fonts, passbook_desk.documents.flow, passbook_desk.documents.pdf_pen,"
        " passbook_desk.documents.xlsx_pen;"
        "print([m for m in ('reportlab', 'xlsxwriter', 'fontTools', 'python_calamine', 'segno')"
        " if m in sys.modules])"
    )
    loaded = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def _shown(character: str) -> str:
    return character if character.isprintable() else "□"


def _font_with(character: str, fonts_folder: Path) -> bytes:
    """A small font whose only character is `character`, drawn as the one of 户."""
    import io

    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

    with TTFont(fonts_folder / "NotoSansSC-Bold.ttf") as font:
        subsetter = Subsetter(Options(name_IDs=["*"]))
        subsetter.populate(text="户")
        subsetter.subset(font)
        table = CmapSubtable.newSubtable(12)
        table.platformID, table.platEncID, table.language = 3, 10, 0
        table.cmap = {ord(character): font.getBestCmap()[ord("户")]}
        font["cmap"].tables = [*font["cmap"].tables, table]
        target = io.BytesIO()
        font.save(target)
    return target.getvalue()
