"""Strictness for every test: no network, nothing in the user's own folders, no warning in the log unseen."""

import gc
import logging
import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_HOME = pytest.StashKey[tempfile.TemporaryDirectory[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Before anything is imported: a home of its own, and a platform for Qt where there is no display."""
    home = tempfile.TemporaryDirectory(prefix="passbook-test-home-", ignore_cleanup_errors=True)
    config.stash[_HOME] = home
    os.environ["PASSBOOK_HOME"] = home.name
    if os.name == "posix" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Removes the home."""
    config.stash[_HOME].cleanup()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to any address fails the test; sockets between processes of this computer stay."""

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            raise AssertionError(f"the program calls no network, yet it called {address!r}")
        connect(self, address)  # type: ignore[arg-type]

    connect = socket.socket.connect
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(autouse=True)
def _no_unseen_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the program's log fails the test unless it carries the marker `log_warnings`."""
    seen: list[logging.LogRecord] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = seen.append  # type: ignore[method-assign]
    logger = logging.getLogger("passbook_desk")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)
    if request.node.get_closest_marker("log_warnings") is None:
        assert [record.getMessage() for record in seen] == []


@pytest.fixture(autouse=True)
def _circles_are_searched_for_again() -> Iterator[None]:
    """Whoever kept the search for circles to the window's thread gives it back."""
    yield
    assert gc.isenabled()


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders of this one test, for the program and its child processes."""
    home = tmp_path / "home"
    monkeypatch.setenv("PASSBOOK_HOME", str(home))
    return home
