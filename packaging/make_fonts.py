"""Make the font files of resources/fonts from their published packages, and prove what they are.

    python packaging/make_fonts.py make SOURCES    SOURCES: a folder with the three packages below
    python packaging/make_fonts.py check           compare resources/fonts with the checksums here

The packages are fetched by hand, so that this script needs no network:

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3
    apt-get download fonts-hanazono=20170904-2.1 unicode-data=15.0.0-1

What goes into a file:

Regular  every Han character of GB 18030-2022 implementation level 2 (URO to U+9FEF, extension A, and
         the characters of the general list 通用规范汉字表 that lie above U+FFFF) and everything else the
         source font holds that is not Han: Latin, digits, punctuation, symbols, kana, circled numbers.
         Compatibility ideographs stay too. Layout features are dropped: both pens place single lines.
Bold     the general list (8,105 characters, the kTGH field of Unihan), GB 2312 and everything that is
         not Han; a rarer character in a heading falls back to Regular.
HanaMinB as published, for extensions B to F.

Same fontTools version, same bytes: head.modified is kept as in the source.
"""

import bz2
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FONTTOOLS = "4.68.0"

NOTO_PACKAGE = "expo-google-fonts-noto-sans-sc-0.4.3.tgz"
HANA_PACKAGE = "fonts-hanazono_20170904-2.1_all.deb"
UNIHAN_PACKAGE = "unicode-data_15.0.0-1_all.deb"

SOURCES = {
    NOTO_PACKAGE: "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
    HANA_PACKAGE: "a6943366b4f5a6cec34221f8b4eb22555a628f0ee6ef4e3d3401cabe9363aeae",
    UNIHAN_PACKAGE: "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
}
RESULTS = {
    "NotoSansSC-Regular.ttf": "74795f91b5c7f7c326d3fc9580ea9a0924f62757651f8971b0cf9bae1bdae530",
    "NotoSansSC-Bold.ttf": "ab948f3f021f2c7ec5c54e35de1562fd6f0a0e602f607530fc409df2b00ed313",
    "HanaMinB.ttf": "829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c",
}

HAN = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2EBEF),
    (0x30000, 0x323AF),
)


class FontsDiffer(Exception):
    """A source or a result is not the file whose checksum stands here."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Bytes taken from the three packages."""

    regular: bytes
    bold: bytes
    hana: bytes
    general_list: frozenset[int]


def is_han(code: int) -> bool:
    """True for the unified ideographs of URO and the extensions A to H."""
    return any(first <= code <= last for first, last in HAN)


def gb2312() -> frozenset[int]:
    """The 6,763 Han characters of GB 2312, from Python's own codec."""
    found = set()
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return frozenset(found)


def level_2(general_list: frozenset[int]) -> frozenset[int]:
    """The 27,754 Han characters of GB 18030-2022 implementation level 2."""
    whole = {*range(0x4E00, 0x9FEF + 1), *range(0x3400, 0x4DB5 + 1)}
    return frozenset(whole | {code for code in general_list if code > 0xFFFF})


def read_sources(folder: Path) -> Sources:
    """Check the three packages in `folder` and take out what is needed; raises FontsDiffer."""
    for name, expected in SOURCES.items():
        _compare(folder / name, expected)
    with tarfile.open(folder / NOTO_PACKAGE) as package:
        regular = _member(package, "package/400Regular/NotoSansSC_400Regular.ttf")
        bold = _member(package, "package/700Bold/NotoSansSC_700Bold.ttf")
    hana = _from_deb(folder / HANA_PACKAGE, "usr/share/fonts/truetype/hanazono/HanaMinB.ttf")
    unihan = bz2.decompress(
        _from_deb(folder / UNIHAN_PACKAGE, "usr/share/unicode/Unihan_OtherMappings.txt.bz2")
    )
    general = frozenset(
        int(line.split("\t")[0][2:], 16) for line in unihan.decode("utf-8").splitlines() if "\tkTGH\t" in line
    )
    if len(general) != 8105:
        raise FontsDiffer(f"the general list has {len(general)} characters instead of 8105")
    return Sources(regular, bold, hana, general)


def _member(package: tarfile.TarFile, name: str) -> bytes:
    taken = package.extractfile(name)
    if taken is None:
        raise FontsDiffer(f"{name} is no file in the package")
    return taken.read()


def _from_deb(package: Path, name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", str(package), folder], check=True)
        return (Path(folder) / name).read_bytes()


def subset(font: bytes, han: Iterable[int]) -> bytes:
    """The font with the Han characters `han` and everything in it that is not Han."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    wanted = frozenset(han)
    with TTFont(io.BytesIO(font), recalcTimestamp=False) as whole:
        codes = [code for code in whole.getBestCmap() if code in wanted or not is_han(code)]
        options = Options(
            layout_features=[],
            hinting=False,
            name_IDs=["*"],
            notdef_outline=True,
            drop_tables=["DSIG", "vhea", "vmtx", "GSUB", "GPOS", "GDEF", "BASE", "VORG"],
            recalc_timestamp=False,
        )
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=codes)
        subsetter.subset(whole)
        target = io.BytesIO()
        whole.save(target)
    return target.getvalue()


def make(folder: Path) -> None:
    """Write the three fonts into resources/fonts from the packages in `folder`; raises FontsDiffer."""
    import fontTools

    if fontTools.version != FONTTOOLS:
        raise FontsDiffer(f"fontTools {FONTTOOLS} makes these bytes, here is {fontTools.version}")
    sources = read_sources(folder)
    made = {
        "NotoSansSC-Regular.ttf": subset(sources.regular, level_2(sources.general_list)),
        "NotoSansSC-Bold.ttf": subset(sources.bold, sources.general_list | gb2312()),
        "HanaMinB.ttf": sources.hana,
    }
    FONTS.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (FONTS / name).write_bytes(content)
    check()


def check() -> None:
    """Print the size and checksum of every font; raises FontsDiffer when one is not as it was made."""
    for name in RESULTS:
        content = (FONTS / name).read_bytes()
        print(f"{name:24} {len(content):>10,} {hashlib.sha256(content).hexdigest()}")
    for name, expected in RESULTS.items():
        _compare(FONTS / name, expected)


def _compare(path: Path, expected: str) -> None:
    if not path.is_file():
        raise FontsDiffer(f"{path.name} is missing")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != expected:
        raise FontsDiffer(f"{path.name} has checksum {found} instead of {expected}")


def main(arguments: list[str]) -> int:
    """Exit code 0 when all is as stated, 1 when a file differs, 2 for wrong arguments."""
    try:
        if arguments == ["check"]:
            check()
        elif len(arguments) == 2 and arguments[0] == "make":
            make(Path(arguments[1]))
        else:
            print(__doc__)
            return 2
    except FontsDiffer as trouble:
        print(trouble)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
