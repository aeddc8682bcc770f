"""A picture of the home page without anybody in front of the screen."""

from pathlib import Path

from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.places import Places


def picture_of_home(village: Path, target: Path, clock: Clock, places: Places) -> None:
    pass
