"""calibration as a script calls it: the printers of this computer, no village."""

from pathlib import Path

import pytest

from builders.cli import CommandLine, command_line
from builders.ink import pdf_characters, pdf_size

PRINTER = ("--printer", "得实 DS-1100", "--paper", "130x180")


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """A computer on which no village was ever opened."""
    monkeypatch.setenv("PASSBOOK_HOME", str(tmp_path / "home"))
    return command_line(tmp_path / "没有.pbk", capsys)


def kept(line: CommandLine) -> dict[str, str]:
    (row,) = line.ok("calibration", "show", "--json").json()
    return dict(row)


def test_four_numbers_become_a_correction_that_is_listed(line: CommandLine) -> None:
    assert line.ok("calibration", "show").out.strip() == "还没有校准过打印机。"
    told = line.ok("calibration", "set", *PRINTER, "--measured", "13", "11.5", "107", "155.5")
    assert told.out == "得实 DS-1100  纸 130x180  右 −0.9 下 +0.5 宽 ×0.991 高 ×1.003  2026.6.1\n"
    assert kept(line) == {
        "printer": "得实 DS-1100",
        "paper": "130x180",
        "right": "-0.88",
        "down": "0.46",
        "scale_x": "0.9907",
        "scale_y": "1.0032",
        "drift": "0.000",
        "measured_on": "2026-06-01",
    }
    assert line.ok("calibration", "show", "--printer", "别的").out.strip() == "还没有校准过打印机。"


def test_a_check_sheet_betters_what_is_known_and_fan_fold_adds_its_drift(line: CommandLine) -> None:
    line.ok("calibration", "set", *PRINTER, "--right", "-1", "--down", "0.5")
    line.ok("calibration", "set", *PRINTER, "--check", "--measured", "12.2", "12", "106", "156")
    line.ok("calibration", "set", *PRINTER, "--fan-fold", "12", "12.9")
    found = kept(line)
    assert (found["right"], found["down"], found["drift"]) == ("-1.20", "0.50", "-0.100")


def test_the_first_sheet_is_a_pdf_of_the_paper_itself(line: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "校准.pdf"
    told = line.ok("calibration", "sheet", "--paper", "125×88", "-o", str(target), "--json").json()
    assert told == {"file": str(target), "pages": 1}
    content = target.read_bytes()
    assert pdf_size(content) == pytest.approx((125, 88), abs=0.01)
    assert "校准第一张" in "".join(one.character for one in pdf_characters(content))


def test_the_second_sheet_is_printed_with_the_correction(line: CommandLine, tmp_path: Path) -> None:
    straight, moved, run = (tmp_path / name for name in ("一.pdf", "二.pdf", "三.pdf"))
    line.ok("calibration", "set", *PRINTER, "--right", "0", "--drift", "0.1")
    line.ok("calibration", "sheet", *PRINTER, "--check", "-o", str(straight))
    line.ok("calibration", "set", *PRINTER, "--right", "3")
    line.ok("calibration", "sheet", *PRINTER, "--check", "-o", str(moved))
    first, second = (pdf_characters(path.read_bytes())[0] for path in (straight, moved))
    assert second.x - first.x == pytest.approx(3, abs=0.01)
    assert (
        line.ok("calibration", "sheet", *PRINTER, "--fan-fold", "-o", str(run), "--json").json()["pages"]
        == 10
    )
    tops = [pdf_characters(run.read_bytes(), number)[0].y for number in (0, 9)]
    assert tops[1] - tops[0] == pytest.approx(0.9, abs=0.01)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("set", *PRINTER), "没有写校准的数"),
        (("set", *PRINTER, "--measured", "1.2", "12", "106", "156"), "1.2 像是厘米"),
        (("set", *PRINTER, "--measured", "12", "12", "96", "156"), "96 和应有的 106 毫米差太多"),
        (("set", *PRINTER, "--measured", "12", "-2", "106", "156"), "距离要大于 0"),
        (("set", *PRINTER, "--check", "--measured", "12", "12", "106", "156"), "还没有校准"),
        (("set", *PRINTER, "--right", "300"), "打印机不会差这么多"),
        (("set", *PRINTER, "--scale-x", "nan"), "打印机不会差这么多"),
        (("set", "--printer", "得实", "--paper", "30x40", "--right", "1"), "60 到 450 毫米"),
        (("sheet", "--paper", "130x180", "--check", "-o", "二.pdf"), "要写 --printer"),
        (("sheet", *PRINTER, "--check", "-o", "二.pdf"), "130x180 纸还没有校准"),
    ],
)
def test_numbers_that_cannot_be_are_refused_and_nothing_is_kept(
    line: CommandLine, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in line.refused("calibration", *words)
    assert line.ok("calibration", "show", "--json").json() == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("sheet", "--paper", "A6", "-o", "一.pdf"), "“A6”不是纸的大小，请写成 130x180"),
        (("set", *PRINTER, "--right", "一"), "“一”不是数，请填毫米"),
        (("set", *PRINTER, "--measured", "12", "12"), "--measured 后面要写 4 个值"),
    ],
)
def test_a_slip_of_the_keys_is_said_in_chinese(
    line: CommandLine, words: tuple[str, ...], sentence: str
) -> None:
    told = line("calibration", *words)
    assert told.code == 2
    assert sentence in told.err
