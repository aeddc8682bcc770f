"""The running program: first run or window, one village at a time, an orderly end.

The window is painted before the village is opened; everything heavy is imported on the desk lane after it.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from passbook_desk.app.compose import Surroundings, page_factories, rail_entries
from passbook_desk.app.first_paint import FirstPaint
from passbook_desk.kernel.actor import NOBODY
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.places import Places
from passbook_desk.kernel.settings import load_settings, save_settings
from passbook_desk.ui.kit.dialogs import QtDialogs
from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.routes import HOME, Route

if TYPE_CHECKING:
    from passbook_desk.app.desk import Desk
    from passbook_desk.app.services import WaysIn
    from passbook_desk.app.village_file import VillageFile
    from passbook_desk.db.store import Scope
    from passbook_desk.features.safekeeping.values import Facts, Manifest
    from passbook_desk.features.village.values import FoundVillage
    from passbook_desk.ui.shell.find_panel import FindHit
    from passbook_desk.ui.shell.first_run import FirstRunWindow
    from passbook_desk.ui.shell.locking import IdleWatch
    from passbook_desk.ui.shell.sign_in import SignInSheet
    from passbook_desk.ui.shell.status import StatusFacts
    from passbook_desk.ui.shell.window import Window

_STATUS_TOPICS = frozenset({Topic.LEDGER, Topic.BACKUPS, Topic.VILLAGE, Topic.ACCESS})


class _Said(NamedTuple):
    """What the frame of the window says of the village and of who works with it."""

    village: str
    year: int
    operator: str
    may: frozenset[Act]
    lock_minutes: int
    facts: "StatusFacts"


class Program(QObject):
    """Owns the lanes, the window and the open village."""

    ready = Signal()
    """The village is open and its home page has been asked for, or the first run waits for the clerk."""
    _told = Signal(object)

    def __init__(self, app: QApplication, theme: Theme, clock: Clock, places: Places) -> None:
        super().__init__()
        self._app = app
        self._jobs = JobRunner(self._problem)
        self._desk: Desk | None = None
        self._opened: VillageFile | None = None
        self._first_run: FirstRunWindow | None = None
        self._ending = False
        self._sheet: SignInSheet | None = None
        self._idle: IdleWatch | None = None
        self._window: Window | None = None
        self._around = Surroundings(theme, self._jobs, clock, places, QtDialogs(lambda: self.front))
        self._told.connect(self._changed)
        app.aboutToQuit.connect(self.finish)

    def start(self, village: Path | None) -> None:
        """Show the window and open the village; without one, or if it cannot be opened, the first run."""
        if village is None:
            self._show_first_run(None)
            return
        FirstPaint(self.window, lambda: self._begin(village))
        self.window.show()

    @property
    def window(self) -> "Window":
        """The frame all pages go into; made when it is first asked for."""
        if self._window is None:
            from passbook_desk.ui.shell.window import Window

            pages = page_factories(lambda: self._around, lambda: self.window, self._open_desk)
            self._window = Window(self._around.theme, self._jobs, pages, rail_entries())
            self._window.lock_asked.connect(self.lock)
        return self._window

    @property
    def front(self) -> QWidget:
        """The window the clerk sees now."""
        return self._first_run if self._first_run is not None else self.window

    def when_idle(self, act: Callable[[], None]) -> None:
        """Call `act` once, as soon as no work is waiting or under way."""
        self._jobs.idle.connect(act, Qt.ConnectionType.SingleShotConnection)

    def end(self) -> None:
        """Close the windows; the program ends when what is under way is finished."""
        self._app.quit()

    def finish(self) -> None:
        """Let work under way end, give the village file back, stop the lanes. A second call does nothing."""
        self._ending = True
        self._jobs.shutdown()
        opened, self._opened = self._opened, None
        if opened is not None:
            if self._desk is not None:
                with suppress(PassbookError):
                    self._desk.write_down()
            opened.close()

    def _prepare(self) -> None:
        """Make the frame while the clerk reads the first run."""
        if not self._ending:
            self.window  # noqa: B018 - made by asking

    def _begin(self, village: Path) -> None:
        if not self._ending:  # closed as soon as it was seen
            self._jobs.desk(lambda: self._open(village), self._enter, self._show_first_run)

    def _open(self, village: Path) -> None:
        self._ways().open(village)

    def _ways(self) -> "WaysIn":
        """On the desk lane, after the first paint: this is where the database is imported."""
        from passbook_desk.app.services import WaysIn

        return WaysIn(self._around.places, self._around.clock, self._hold)

    def _hold(self, village_file: "VillageFile") -> None:
        """On the desk lane: the village is open."""
        import passbook_desk.app.pages  # noqa: F401 - so that the first page opens without a wait
        from passbook_desk.app.desk import Desk
        from passbook_desk.app.witness import witness_of

        self._opened = village_file
        witness = witness_of(self._around.places, village_file, self._around.clock)
        self._desk = Desk(village_file, self._around.clock, self._told.emit, witness)

    def _open_desk(self) -> "Desk":
        assert self._desk is not None
        return self._desk

    def _enter(self, _: object) -> None:
        """The village is open: name it, go home; or the clerk has gone while it was opened."""
        if self._ending:
            return
        if self._first_run is not None:
            self._first_run.hide()
            self._first_run.deleteLater()
            self._first_run = None
        self.window.show()
        self.window.set_finder(self._find)
        self._changed(_STATUS_TOPICS)
        if self._open_desk().file.actor == NOBODY:
            self._cover(0)
        else:
            self.window.go(HOME)
        self._jobs.desk(self._open_desk().check_end, self._check_today)
        self.ready.emit()

    def _check_today(self, _: None) -> None:
        """The whole check, once a day, on a copy; the page in front tells what it finds."""
        mark = f"{self._around.clock.now().date()} {self._open_desk().file.path}"
        if load_settings(self._around.places.settings).checked != mark:
            self._jobs.desk(self._open_desk().verifying, lambda check: self._check(check, mark))

    def _check(self, check: "Callable[[], Facts]", mark: str) -> None:
        settings = self._around.places.settings

        def done(_: "Facts") -> None:
            save_settings(settings, replace(load_settings(settings), checked=mark))

        label = QCoreApplication.translate("Program", "正在核对账目…")
        self._jobs.press(lambda _: check(), done, self._problem, label)

    def lock(self) -> None:
        """Cover the screen until somebody signs in; without any PIN there is nothing to lock with."""
        desk = self._open_desk()
        if not self.window.covered:
            self._jobs.desk(lambda: self._signed_out(desk), self._locked)

    def _signed_out(self, desk: "Desk") -> int | None:
        """Who worked until now; None when nobody here has a PIN."""
        if not any(row.has_pin for row in desk.people()):
            return None
        last = desk.file.actor.operator_id
        desk.sign_out()
        return last

    def _locked(self, last_operator: int | None) -> None:
        if last_operator is None:
            self.window.go(Route("operators"))
        else:
            self._cover(last_operator)

    def _cover(self, last_operator: int) -> None:
        from passbook_desk.ui.shell.sign_in import SignInSheet

        if self._sheet is None:
            self._sheet = SignInSheet(self._open_desk(), self._jobs)
            self._sheet.passed.connect(self._uncover)
        self._sheet.set_village(self.window.windowTitle())
        self._sheet.ask(last_operator)
        self.window.cover(self._sheet)

    def _uncover(self) -> None:
        """Back to the page as it was left; the first time, home."""
        self.window.cover(None)
        self._changed(_STATUS_TOPICS)
        if self.window.page is None:
            self.window.go(HOME)

    def _show_first_run(self, error: BaseException | None) -> None:
        if self._ending:
            return
        from passbook_desk.ui.shell.first_run import FirstRunWindow

        around = self._around
        ways = _WaysLater(self._ways)
        self._first_run = FirstRunWindow(around.theme, self._jobs, around.dialogs, ways, around.clock)
        self._first_run.opened.connect(lambda: self._enter(None))
        if error is not None:
            self._first_run.message.say(tell(error), Mood.ERROR)
        if self._window is not None:
            self._window.hide()
        FirstPaint(self._first_run, self._prepare)
        self._first_run.show()
        self.ready.emit()

    def _changed(self, topics: frozenset[Topic]) -> None:
        if self._ending:
            return
        self.window.changed(topics)
        if topics & _STATUS_TOPICS:
            self._jobs.desk(self._facts, self._show_facts)

    def _watch(self, minutes: int) -> None:
        from passbook_desk.ui.shell.locking import IdleWatch

        if self._idle is None:
            self._idle = IdleWatch(self._app, self)
            self._idle.idle.connect(self.lock)
        self._idle.watch(minutes)

    def _facts(self) -> "_Said":
        from passbook_desk.features.access.queries import acts_of, operators
        from passbook_desk.features.ledger.queries import last_anchor, written_since
        from passbook_desk.features.ledger.values import AnchorKind
        from passbook_desk.features.village.queries import policy, village
        from passbook_desk.ui.shell.status import StatusFacts

        local = self._around.clock.now().astimezone()
        midnight = datetime.combine(local.date(), time(), local.tzinfo)
        desk = self._open_desk()
        actor = desk.file.actor

        def said(scope: "Scope") -> _Said:
            lines, points = written_since(scope, midnight)
            backup = last_anchor(scope, AnchorKind.BACKUP)
            here = village(scope)
            facts = StatusFacts(lines, points, None if backup is None else backup.made_at)
            guarded = any(row.has_pin for row in operators(scope) if row.id == actor.operator_id)
            minutes = policy(scope).lock_minutes if guarded else 0
            return _Said(here.name, here.year, actor.name, acts_of(scope, actor.operator_id), minutes, facts)

        return desk.ask(said)

    def _show_facts(self, said: "_Said") -> None:
        self._watch(said.lock_minutes)
        self.window.set_village(said.village, said.year)
        self.window.set_operator(said.operator, said.may)
        if self._sheet is not None:
            self._sheet.set_village(self.window.windowTitle())
        self.window.set_status(said.facts, self._around.clock.now())

    def _find(self, text: str, absent: bool) -> "tuple[FindHit, ...]":
        from passbook_desk.app.finding import find_everything

        desk = self._open_desk()
        return desk.ask(lambda scope: find_everything(scope, text, desk.file.key, absent))

    def _problem(self, error: BaseException) -> None:
        if self._first_run is not None:
            self._first_run.message.say(tell(error), Mood.ERROR)
        else:
            self.window.problem(error)


class _WaysLater:
    """The ways into the program, imported when one is taken."""

    def __init__(self, ways: Callable[[], "WaysIn"]) -> None:
        self._ways = ways

    def found(self, village: "FoundVillage") -> None:
        self._ways().found(village)

    def open_demo(self) -> None:
        self._ways().open_demo()

    def look_into(self, backup: Path) -> "Manifest":
        return self._ways().look_into(backup)

    def restore(self, backup: Path) -> None:
        self._ways().restore(backup)


def village_to_open(named: str | None, places: Places) -> Path | None:
    """The file named on the command line, else the one opened last; None on the very first start."""
    last = named or load_settings(places.settings).last_village
    return Path(last) if last else None
