"""Settings of this machine (not of the village): text size, language, last village file."""

import json
import tomllib
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

TEXT_SIZES = (12, 14, 18)


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """What this computer remembers; never anything about people.

    `text_size` in points (12, 14 or 18), `language` zh_CN or en, `last_village` path of the village
    file opened last, `extra_font` a font file for characters the shipped fonts lack, `checked` the
    day and the file of the last whole check.
    """

    text_size: int = 14
    language: str = "zh_CN"
    last_village: str = ""
    extra_font: str = ""
    checked: str = ""


def load_settings(folder: Path) -> MachineSettings:
    """The stored settings; anything unreadable falls back to the defaults, never stops the program."""
    try:
        stored = tomllib.loads((folder / "settings.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return MachineSettings()
    size = stored.get("text_size")
    return MachineSettings(
        text_size=size if size in TEXT_SIZES else 14,
        language="en" if stored.get("language") == "en" else "zh_CN",
        last_village=str(stored.get("last_village", "")),
        extra_font=str(stored.get("extra_font", "")),
        checked=str(stored.get("checked", "")),
    )


def save_settings(folder: Path, settings: MachineSettings) -> None:
    """Write the settings whole or not at all. TOML basic strings are JSON strings."""
    lines = [
        f"text_size = {settings.text_size}",
        f"language = {json.dumps(settings.language)}",
        f"last_village = {json.dumps(settings.last_village, ensure_ascii=False)}",
        f"extra_font = {json.dumps(settings.extra_font, ensure_ascii=False)}",
        f"checked = {json.dumps(settings.checked, ensure_ascii=False)}",
    ]
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / "settings.toml.part"
    part.write_text("\n".join(lines) + "\n", encoding="utf-8")
    part.replace(folder / "settings.toml")


def remember_village(folder: Path, village_file: Path) -> None:
    """Note which village file was opened last, for the next start; where that fails, it is named again."""
    with suppress(OSError):
        save_settings(folder, replace(load_settings(folder), last_village=str(village_file.resolve())))
