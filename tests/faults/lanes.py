"""Work in a few lanes side by side, each with a folder of its own."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def in_lanes(
    items: Sequence[Item], lanes: int, scratch: Path, work: Callable[[Path, Sequence[Item]], Answer]
) -> list[Answer]:
    """`work` once a lane, with every `lanes`-th item; an error in a lane is raised here."""
    with ThreadPoolExecutor(lanes) as pool:
        pending = []
        for lane in range(lanes):
            folder = scratch / f"lane-{lane}"
            folder.mkdir(parents=True)
            pending.append(pool.submit(work, folder, items[lane::lanes]))
        return [one.result() for one in pending]
