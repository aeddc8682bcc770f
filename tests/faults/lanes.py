"""Work in a few lanes side by side: processes, because reading a file back keeps one Python busy."""

import multiprocessing
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar, cast

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class LaneFailed(Exception):
    """A lane ended with an error; its traceback is the message."""


def in_lanes(
    items: Sequence[Item], lanes: int, scratch: Path, work: Callable[[int, Path, Sequence[Item]], Answer]
) -> list[Answer]:
    """`work(lane, folder, share)` once a lane, in forked processes. Raises LaneFailed."""
    forking = multiprocessing.get_context("fork")
    running = []
    for lane in range(lanes):
        folder = scratch / f"lane-{lane}"
        folder.mkdir(parents=True)
        here, there = forking.Pipe(duplex=False)
        share = partial(work, lane, folder, items[lane::lanes])
        process = forking.Process(target=_lane, args=(there, share))
        process.start()
        there.close()
        running.append((process, here))
    said = [_said(here) for _, here in running]
    for process, _ in running:
        process.join()
    for one in said:
        if isinstance(one, LaneFailed):
            raise one
    return [cast("Answer", one) for one in said]


def _said(here: Connection) -> object:
    try:
        return here.recv()
    except EOFError:
        return LaneFailed("a lane died without a word")
    finally:
        here.close()


def _lane(there: Connection, work: Callable[[], Answer]) -> None:
    try:
        there.send(work())
    except Exception:  # noqa: BLE001 - whatever it was, the parent shall name it
        there.send(LaneFailed(traceback.format_exc()))
    finally:
        there.close()
