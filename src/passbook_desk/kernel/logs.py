"""A rotating log of codes and ids; never names, ID numbers or phones (reliability §3.11)."""

import logging
from pathlib import Path
from types import TracebackType

Trouble = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _NoPeople(logging.Formatter):
    """Keeps the type of an exception and where it was raised, drops its text, which may quote data."""

    def formatException(self, ei: Trouble) -> str:
        kind, _, trace = ei
        places = []
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return f"{kind.__name__ if kind else ''} at " + " < ".join(reversed(places))


def start_logging(folder: Path) -> None:
    """Five files of one megabyte in `folder`. Without a writable folder there is no log."""
    from logging.handlers import RotatingFileHandler

    logger = logging.getLogger("passbook_desk")
    logger.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "passbook-desk.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(_NoPeople("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
