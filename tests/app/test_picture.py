"""The picture of the home page: of a home page, or none at all."""

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from passbook_desk.app.picture import HomeNotShown, picture_of_home
from passbook_desk.kernel.clock import SetDateClock
from passbook_desk.kernel.places import Places
folder = Path(sys.argv[1])
places = Places(folder / "v", folder / "s", folder / "l")
try:
    picture_of_home(folder / "村.pbk", folder / "首页.png", SetDateClock(date(2026, 6, 1)), places)
except HomeNotShown as error:
    print(error.code)
"""


def test_a_village_that_cannot_be_opened_gives_no_picture_of_an_empty_window(tmp_path: Path) -> None:
    (tmp_path / "村.pbk").write_bytes(b"no village")
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    done = subprocess.run(words, env=around, capture_output=True, encoding="utf-8", timeout=100, check=False)
    assert done.stdout.strip() == "app.home-not-shown", done.stderr
    assert not (tmp_path / "首页.png").exists()
