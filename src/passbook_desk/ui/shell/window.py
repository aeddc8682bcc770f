"""The one window: rail, top bar, page, status line (experience §5.0)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.theme import Theme, han_width
from passbook_desk.ui.kit.toast import Toast
from passbook_desk.ui.shell.finding import FindBox, Finder
from passbook_desk.ui.shell.help_page import HelpPage
from passbook_desk.ui.shell.nav import Navigator
from passbook_desk.ui.shell.permits import allowed
from passbook_desk.ui.shell.rail import Rail, RailEntry
from passbook_desk.ui.shell.routes import COUNTER, HELP, Route
from passbook_desk.ui.shell.status import StatusFacts, StatusLine
from passbook_desk.ui.shell.strips import BusyStrip, ProgressStrip

_NARROW_BELOW: Final = 1100
_LARGE: Final = frozenset({COUNTER.name, "post"})
"""Pages that may fill the screen: the counter, and the book that is printed from there."""
Factory = Callable[[], PageFrame]


class Window(QMainWindow):
    """Holds the pages and carries the clerk between them; also the `Announcer` of every page.

    Pages are made on their first visit. `closing` comes when the clerk closes the window and the page that is
    there agrees: the program then ends its jobs and its file in order.
    """

    closing = Signal()
    lock_asked = Signal()
    """The clerk wants to lock the screen or let somebody else sign in."""

    def __init__(
        self, theme: Theme, jobs: JobRunner, factories: Mapping[str, Factory], rail: Sequence[RailEntry]
    ) -> None:
        """`factories` makes a page for the name of each route; `rail` lists the words that are built."""
        super().__init__()
        self._factories: dict[str, Factory] = {HELP.name: HelpPage, **factories}
        self._pages: dict[str, PageFrame] = {}
        self._stale: dict[str, frozenset[Topic]] = {}
        self._undo: Callable[[], None] | None = None
        self._shortcuts: list[QShortcut] = []
        self._acts = frozenset(Act)
        self._large = False
        self._outer = QStackedWidget()
        self._rail = Rail(rail)
        self.nav = Navigator(self._show_page, self._may_leave)
        self._rail.chosen.connect(self.go)
        self._lay_out(jobs)
        self._bind_keys(theme, rail)
        self._toast = Toast(self._outer.widget(0))
        self.setMinimumSize(800, 560)
        self.resize(1366, 728)

    def go(self, route: Route) -> None:
        """Open a page; nothing happens when the page that is there keeps the clerk."""
        self.nav.go(route)

    def back(self) -> None:
        """One step back."""
        self.nav.back()

    def forward(self) -> None:
        """One step forward again."""
        self.nav.forward()

    def set_village(self, name: str, year: int) -> None:
        """The village and year in the top bar and the window's title."""
        words = self.tr("{village} · {year}年").format(village=name, year=year)
        self._village.setText(words)
        self.setWindowTitle(self.tr("{village} - 红绿存折").format(village=words))

    def set_operator(self, name: str, acts: frozenset[Act]) -> None:
        """Who works with the program, and what that operator may do."""
        self._operator.setText(name)
        self._acts = acts
        for page in self._pages.values():
            page.allow(self._may)

    def cover(self, sheet: QWidget | None) -> None:
        """Hide everything behind a sheet, keys included, or show it again as it was."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(sheet is None)
        if sheet is None:
            self._outer.setCurrentIndex(0)
        else:
            if self._outer.indexOf(sheet) < 0:
                self._outer.addWidget(sheet)
            self._outer.setCurrentWidget(sheet)

    @property
    def covered(self) -> bool:
        """True while somebody has to sign in first."""
        return self._outer.currentIndex() > 0

    def set_status(self, facts: StatusFacts, now: datetime) -> None:
        """What the foot says."""
        self._status.set_facts(facts, now)

    def set_finder(self, finder: Finder | None) -> None:
        """What F3 asks; called on the desk lane."""
        self._find.set_finder(finder)

    def changed(self, topics: frozenset[Topic]) -> None:
        """Something was written: the page in front refreshes now, the others when they are next visited."""
        here = self.nav.here
        for name, page in self._pages.items():
            if not page.topics & topics:
                continue
            if here is not None and name == here.name:
                page.refresh(topics)
            else:
                self._stale[name] = self._stale.get(name, frozenset()) | topics

    def done(self, sentence: str, undo_word: str = "", undo: Callable[[], None] | None = None) -> None:
        """See ports.Announcer.done."""
        self._undo = undo
        self._undo_button.setVisible(undo is not None)
        self._undo_button.setText(self.tr("↶ 撤销 {act}").format(act=undo_word).rstrip())
        self._toast.say(sentence, self.undo_last if undo is not None else None)

    def made(self, sentence: str, file: Path) -> None:
        """See ports.Announcer.made."""
        address = QUrl.fromLocalFile(str(file.resolve()))
        self._toast.say_made(sentence, lambda: self._open(address))

    def _open(self, address: QUrl) -> None:
        if not QDesktopServices.openUrl(address) and self.page is not None:
            self.page.message.say(self.tr("这台电脑没有能打开它的程序，文件已经存好。"), Mood.NOTE)

    def problem(self, error: BaseException) -> None:
        """See ports.Announcer.problem: said in the bar of the page in front."""
        page = self.page
        if isinstance(error, Cancelled):
            self._toast.say(tell(error))
        elif page is not None:
            page.message.say(tell(error), Mood.ERROR)

    def undo_last(self) -> None:
        """Undo the act that was announced last, once."""
        undo, self._undo = self._undo, None
        self._undo_button.hide()
        self._toast.away()
        if undo is not None:
            undo()

    @property
    def page(self) -> PageFrame | None:
        """The page in front."""
        here = self.nav.here
        return self._pages.get(here.name) if here is not None else None

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self.closing.emit()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.set_narrow(self.width() < _NARROW_BELOW)

    def _lay_out(self, jobs: JobRunner) -> None:
        inside = QWidget()
        inside.setProperty("role", "canvas")
        self._outer.addWidget(inside)
        self.setCentralWidget(self._outer)
        self._find = FindBox(self.tr("F3 查找：姓名、拼音首字母、门牌、存折号"), inside, jobs)
        self._find.chosen.connect(self.go)
        self._stack = QStackedWidget()
        self._status = StatusLine()
        strip = BusyStrip()
        jobs.busy.connect(strip.set_busy)
        jobs.saving.connect(self._status.set_busy)
        progress = QWidget()
        room = QVBoxLayout(progress)
        room.setContentsMargins(24, 4, 24, 0)
        room.addWidget(ProgressStrip(jobs))
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget in (strip, progress):
            right.addWidget(widget)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addLayout(right, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = self._top_bar()
        column.addWidget(self._top)
        column.addLayout(middle, 1)
        column.addWidget(self._status)

    def _top_bar(self) -> QFrame:
        self._village = QLabel()
        self._village.setProperty("role", "section")
        self._operator = QPushButton()
        self._operator.setObjectName("frame.lock")
        self._operator.setFlat(True)
        self._operator.setToolTip(self.tr("锁屏或换人（Ctrl+L）"))
        self._operator.clicked.connect(self.lock_asked)
        self._undo_button = QPushButton()
        self._undo_button.hide()
        self._undo_button.clicked.connect(self.undo_last)
        self._find.setMinimumWidth(han_width(self, 12))
        self._find.setMaximumWidth(640)
        bar = QFrame()
        bar.setProperty("role", "top")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(24)
        row.addWidget(self._village)
        row.addWidget(self._find, 3)
        row.addStretch(1)
        row.addWidget(self._undo_button)
        row.addWidget(self._operator)
        return bar

    def _bind_keys(self, theme: Theme, rail: Sequence[RailEntry]) -> None:
        """Ctrl+0 always brings the text back to 标准, so 设置 has F10 instead (experience §5.11)."""
        keys: list[tuple[str, Callable[[], None]]] = [
            ("F1", self._open_help),
            ("F3", self._find_now),
            ("F11", self._open_counter),
            ("Esc", self.back),
            ("Alt+Left", self.back),
            ("Alt+Right", self.forward),
            ("Ctrl+Shift+Z", self.undo_last),
            ("Ctrl+L", self.lock_asked.emit),
            ("Ctrl++", theme.larger),
            ("Ctrl+=", theme.larger),
            ("Ctrl+-", theme.smaller),
            ("Ctrl+0", theme.usual),
        ]
        for entry in rail:
            key = f"Ctrl+{entry.number}" if entry.number else "F10"
            keys.append((key, partial(self.go, entry.route)))
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)
            self._shortcuts.append(shortcut)

    def _show_page(self, route: Route) -> None:
        page = self._pages.get(route.name) or self._made(route.name)
        if self._large and route.name not in _LARGE:
            self._fill_screen(False)
        self._rail.set_here(route)
        self._stack.setCurrentWidget(page)
        stale = self._stale.pop(route.name, frozenset())
        if stale:
            page.refresh(stale)
        page.enter(route.params)
        self._take_focus(page)

    def _take_focus(self, page: PageFrame) -> None:
        """Keys belong to the page in front, unless it has put the focus somewhere itself."""
        focus = QApplication.focusWidget()
        if focus is None or not page.isAncestorOf(focus):
            page.setFocus()

    def _made(self, name: str) -> PageFrame:
        page = self._factories[name]()
        page.drafts_changed.connect(lambda count: self._rail.set_drafts(name, count))
        page.allow(self._may)
        self._pages[name] = page
        self._stack.addWidget(page)
        return page

    def _may(self, action_id: str) -> bool:
        return allowed(action_id, self._acts)

    def _may_leave(self) -> bool:
        page = self.page
        return page is None or page.leave()

    def _open_counter(self) -> None:
        """F11 leads to the counter from everywhere; there it makes it as large as the screen, and back."""
        here = self.nav.here
        if here is not None and here.name == COUNTER.name:
            self._fill_screen(not self._large)
        elif COUNTER.name in self._factories:
            self.go(COUNTER)

    def _fill_screen(self, large: bool) -> None:
        self._large = large
        for part in (self._top, self._rail, self._status):
            part.setVisible(not large)
        full = Qt.WindowState.WindowFullScreen
        state = self.windowState()
        self.setWindowState(state | full if large else state & ~full)

    def _find_now(self) -> None:
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def _open_help(self) -> None:
        page = self.page
        help_page = self._pages.get(HELP.name) or self._made(HELP.name)
        if page is not None and page is not help_page and isinstance(help_page, HelpPage):
            help_page.explain(page.title, page.help_steps(), page.actions_shown)
            self.go(HELP)
