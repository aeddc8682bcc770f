"""A card of rules that belong together: each with its editor, its words, and what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.message_bar import MARKS, Mood
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.theme import han_width, metrics, word_width
from passbook_desk.ui.pages.settings.editors import (
    BandsBox,
    Choice,
    Count,
    Editor,
    MoneyNumber,
    Paragraphs,
    PointsNumber,
    Tick,
    Words,
    WordsChoice,
)

RuleEditor = Tick | Choice | Count | PointsNumber | MoneyNumber | Words | WordsChoice | Paragraphs | BandsBox
_TALL = (BandsBox, Paragraphs)
"""Editors whose help stands below them."""
_LABEL: float = 8
_WIDEST: float = 22


@dataclass(frozen=True, slots=True)
class Off:
    """When a rule does not matter: `when` says so, `words` why; `value` is what it then is (None: as is)."""

    when: Callable[[], bool]
    words: str
    value: object = None


@dataclass(slots=True)
class _Row:
    name: str
    label: str
    editor: RuleEditor
    optional: bool
    off: Off | None
    help: str
    help_label: QLabel
    problem: QLabel


class RuleGroup(Card):
    """Base of all groups; `changed` when the clerk or a preset has changed an editor."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._rows: list[_Row] = []
        self._labels: list[QLabel] = []
        self._showing = False
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setProperty("role", "quiet")
        self.reset_button = QPushButton(self.tr("恢复默认"))
        self.reset_button.setAutoDefault(False)
        self.reset_button.clicked.connect(self.reset)
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.heading, 1)
        head.addWidget(self.reset_button)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.reason)
        self.body.addLayout(self._grid)

    def begin(self, title: str, reason: str) -> None:
        """What the group decides, and why in one line."""
        self.heading.setText(title)
        self.reason.setText(reason)

    def add(
        self,
        name: str,
        label: str,
        editor: RuleEditor,
        *,
        unit: str = "",
        help_words: str = "",
        optional: bool = False,
        off: Off | None = None,
    ) -> None:
        """A setting by its name in the policy; an `optional` one may be left empty."""
        words, problem = _quiet(help_words), QLabel()
        problem.setWordWrap(True)
        problem.setProperty("role", "error")
        problem.hide()
        self._rows.append(_Row(name, label, editor, optional, off, help_words, words, problem))
        spoken = label or (editor.text() if isinstance(editor, Tick) else "")
        editor.setAccessibleName(spoken)
        self.place(label, _beside(editor, unit, words))
        self._labels[-1].setBuddy(editor)
        self._grid.addWidget(problem, self._grid.rowCount(), 1)
        editor.changed.connect(self._edited)

    def place(self, label: str, widget: QWidget, narrow: bool = False) -> None:
        """Something that stands among the rules; a `narrow` one is no wider than it needs."""
        last = self._grid.rowCount()
        words = QLabel(label)
        words.setBuddy(widget)
        self._labels.append(words)
        tall = any(widget.findChildren(kind) for kind in _TALL)
        self._grid.addWidget(
            words, last, 0, Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        )
        place = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
        self._grid.addWidget(widget, last, 1, place)
        self._fit()

    @property
    def names(self) -> tuple[str, ...]:
        """The settings of this group."""
        return tuple(row.name for row in self._rows)

    def editor(self, name: str) -> RuleEditor:
        """The editor of a setting."""
        return self._row(name).editor

    def show_policy(self, policy: VillagePolicy, before: VillagePolicy | None = None) -> None:
        """Show the settings; what differs from `before`, being typed just now, stays as it is typed."""
        self._showing = True
        if before is None or not self.changes(before):
            self.shown(policy)
        for row in self._rows:
            if before is None or not self._differs(row, before):
                row.editor.set_value(getattr(policy, row.name))
        self._showing = False
        self._edited()

    def shown(self, policy: VillagePolicy) -> None:
        """Set what is no setting of its own, but follows from them."""

    def follow(self) -> None:
        """An editor has changed: set what follows from it."""

    def fill(self, settings: Mapping[str, object]) -> None:
        """Show these settings, as far as they stand here; nothing is kept yet."""
        for row in self._rows:
            if row.name in settings:
                row.editor.set_value(settings[row.name])

    def reset(self) -> None:
        """Put the settings of this group back to those of a village that decides nothing."""
        self.show_policy(VillagePolicy())
        self.clear_problems()

    def changes(self, kept: VillagePolicy) -> int:
        """How many settings differ from those kept, what cannot be read included."""
        return sum(self._differs(row, kept) for row in self._rows)

    def read(self, kept: VillagePolicy) -> dict[str, object] | None:
        """The settings by name, None when something is wrong; it is said beside its field."""
        self.clear_problems()
        found: dict[str, object] = {}
        for row in self._rows:
            try:
                value = self._value(row, kept)
            except PassbookError as error:
                self._say(row, tell(error))
                continue
            if value is None and not row.optional:
                self._say(row, self.tr("请填{label}。").format(label=row.label))
            else:
                found[row.name] = value
        return found if len(found) == len(self._rows) else None

    def show_problem(self, name: str, sentence: str) -> None:
        """Say what is wrong with a setting and stand there."""
        row = self._row(name)
        self._say(row, sentence)
        row.editor.setFocus()

    def stand_at_problem(self) -> None:
        """Stand in the first field with something wrong."""
        row = next((each for each in self._rows if each.problem.text()), None)
        if row is not None:
            row.editor.setFocus()

    def problem_of(self, name: str) -> str:
        """What is said beside a setting; empty when nothing is."""
        return self._row(name).problem.text().removeprefix(f"{MARKS[Mood.ERROR]} ")

    def words_of(self, name: str) -> str:
        """What stands below a setting: its help, or why it does not matter now."""
        return self._row(name).help_label.text()

    def clear_problems(self) -> None:
        """Take back everything that was said."""
        for row in self._rows:
            self._say(row, "")

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _row(self, name: str) -> _Row:
        return next(row for row in self._rows if row.name == name)

    def _edited(self) -> None:
        if self._showing:
            return
        self.follow()
        for row in self._rows:
            off = row.off is not None and row.off.when()
            row.editor.setEnabled(not off)
            words = row.off.words if row.off is not None and off else row.help
            row.help_label.setText(words)
        self.reset_button.setEnabled(self.changes(VillagePolicy()) > 0)
        self.changed.emit()

    def _differs(self, row: _Row, kept: VillagePolicy) -> bool:
        try:
            before: object = getattr(kept, row.name)
            return self._value(row, kept) != before
        except PassbookError:
            return True

    def _value(self, row: _Row, kept: VillagePolicy) -> object:
        if row.off is not None and row.off.when():
            return self._unused(row, kept) if row.off.value is None else row.off.value
        editor: Editor = row.editor
        return editor.value()

    def _unused(self, row: _Row, kept: VillagePolicy) -> object:
        """A number that does not matter is taken when it is one, and is never a reason to refuse."""
        editor: Editor = row.editor
        before: object = getattr(kept, row.name)
        try:
            value = editor.value()
        except PassbookError:
            return before
        return before if value is None and not row.optional else value

    def _say(self, row: _Row, sentence: str) -> None:
        row.problem.setText(f"{MARKS[Mood.ERROR]} {sentence}" if sentence else "")
        row.problem.setVisible(bool(sentence))
        if bool(row.editor.property("wrong")) != bool(sentence):
            row.editor.setProperty("wrong", bool(sentence))
            row.editor.style().unpolish(row.editor)
            row.editor.style().polish(row.editor)

    def _fit(self) -> None:
        for label in getattr(self, "_labels", ()):
            label.setMinimumSize(word_width(self, _LABEL), metrics().button)
        for row in getattr(self, "_rows", ()):
            if isinstance(row.editor, QComboBox):
                row.editor.setMaximumWidth(han_width(self, _WIDEST))
            if isinstance(row.editor, WordsChoice | Words | Paragraphs):
                row.editor.setMinimumWidth(han_width(self, _WIDEST))


def _beside(editor: QWidget, unit: str, help_words: QLabel) -> QWidget:
    """The editor with its unit and its help right behind it; the help of a tall editor stands below it."""
    line = QWidget()
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(editor)
    if unit:
        row.addWidget(_quiet(unit, wrap=False))
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addLayout(row)
    if isinstance(editor, _TALL):
        column.addWidget(help_words)
    else:
        row.addSpacing(8)
        row.addWidget(help_words, 1)
        row.addStretch()
    return line


def _quiet(words: str, wrap: bool = True) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(wrap)
    label.setProperty("role", "quiet")
    return label
