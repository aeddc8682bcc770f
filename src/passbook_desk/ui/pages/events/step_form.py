from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from passbook_desk.features.events.course.checking import every_day
from passbook_desk.features.events.course.kinds import DayPlace, Outcome, StepKind
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.values import EventCard, EventRow, FigureJudged, Measure, Verdict
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.fields import CountEdit
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.pages.events.forms import FiguresGrid, FirstHalf, last_day
from passbook_desk.ui.pages.events.presenter import FIRST_MEASURES
from passbook_desk.ui.pages.events.step_presenter import TAKES_FIGURES, StepPresenter
from passbook_desk.ui.pages.events.words import outcome_word, step_word
from passbook_desk.ui.shell.tools import Tools

_LONGEST: Final = 200
_SHOWN: Final = MappingProxyType(
    {
        StepKind.OPINION: ("words", "who"),
        StepKind.VISITED: ("who", "words"),
        StepKind.PLEDGED: ("who", "words"),
        StepKind.FILED: ("reference", "words"),
        StepKind.APPROVED: ("reference", "words"),
        StepKind.REFUSED: ("reference", "words"),
        StepKind.CHANGED: ("words", "held_on", "until_on", "place"),
        StepKind.JOINED: ("other_event_id", "words"),
        StepKind.CHECKED: ("who", "guests", "outcome", "due_on", "words"),
        StepKind.FOLLOWED: ("who", "outcome", "due_on", "words"),
        StepKind.CLOSED: ("reference", "words"),
        StepKind.WITHDRAWN: ("words",),
    }
)
"""The fields of each step beside its day."""

_OUTCOMES: Final = MappingProxyType(
    {
        StepKind.CHECKED: (Outcome.WITHIN, Outcome.PERSUADED, Outcome.OVER),
        StepKind.FOLLOWED: (Outcome.SETTLED, Outcome.OPEN),
    }
)


class StepForm(QWidget):
    """One step of an event: its fields on the left, its figures beside the limits on the right.

    `opened(card)` comes when the event is read, `taken(card)` when the step is kept.
    """

    opened = Signal(object)
    taken = Signal(object)

    def __init__(self, kind: StepKind, tools: Tools) -> None:
        super().__init__()
        self._kind, self._tools = kind, tools
        self._presenter = StepPresenter(tools.desk, self, tools.jobs)
        self._event_id = 0
        self._outcome_touched = False
        self._as_it_was: tuple[date | None, date | None, str] | None = None
        self._declared: dict[Measure, int] | None = None
        self.done_on = LenientDateEdit(tools.clock)
        self.held_on, self.until_on = LenientDateEdit(tools.clock), LenientDateEdit(tools.clock)
        self.due_on = LenientDateEdit(tools.clock)
        self.who, self.words, self.reference, self.place = (QLineEdit() for _ in range(4))
        for line in (self.who, self.words, self.reference, self.place):
            line.setMaxLength(_LONGEST)
        self.guests = CountEdit(digits=5)
        self.outcome, self.other = QComboBox(), QComboBox()
        for outcome in _OUTCOMES.get(kind, ()):
            self.outcome.addItem(outcome_word(outcome), outcome.value)
        self.figures = FiguresGrid(editing=True)
        takes = kind in TAKES_FIGURES
        self.panel = (FirstHalf if takes else FormPanel)(self._fields(), step_word(kind))
        self.panel.save_button.hide()
        self._lay_out()
        self._wire()

    def begin(self, event_id: int) -> None:
        """Empty the form for a new step of an event."""
        self._event_id, self._outcome_touched = event_id, False
        self.panel.clear_problems()
        self.panel.set_busy(False)
        self.done_on.set_day(self._tools.clock.today())
        for day in (self.held_on, self.until_on, self.due_on):
            day.set_day(None)
        for line in (self.who, self.words, self.reference, self.place, self.guests):
            line.clear()
        self.figures.set_figures({})
        self.outcome.setCurrentIndex(0 if self._kind is StepKind.FOLLOWED else -1)
        self.panel.editor(_SHOWN[self._kind][0]).setFocus(Qt.FocusReason.TabFocusReason)
        self._presenter.begin(event_id)

    def show_event(self, card: EventCard, others: Sequence[EventRow]) -> None:
        """What the step is about: its limits, its days, and which feast it may be joined to."""
        self.opened.emit(card)
        limited = [one.measure for one in card.compared]
        first = [measure for measure in FIRST_MEASURES if measure in limited]
        self.figures.set_measures([*first, *(each for each in limited if each not in first)], len(first))
        self.other.clear()
        for row in others:
            words = f"{row.number} {row.head_name} {day_text(row.held_on)}"
            self.other.addItem(words, row.id)
        if self._kind is StepKind.CHANGED:
            self.held_on.set_day(card.days[0].held_on)
            last = card.days[-1].held_on
            self.until_on.set_day(last if last != card.days[0].held_on else None)
            self.place.setText(card.place)
            declared = {one.measure: one.declared for one in card.compared}
            self._declared = {each: amount for each, amount in declared.items() if amount is not None}
            self.figures.set_figures(self._declared)
            self._as_it_was = self._plan()
        self._judge()

    def show_judged(self, figures: Sequence[FigureJudged]) -> None:
        """How the figures stand; the outcome follows them until somebody chooses it."""
        self.figures.show_judged(figures)
        if self._kind is StepKind.CHECKED and not self._outcome_touched:
            over = any(figure.verdict is Verdict.OVER for figure in figures)
            found = Outcome.OVER if over else Outcome.WITHIN
            counted = any(figure.declared is not None for figure in figures)
            self.outcome.setCurrentIndex(self.outcome.findData(found.value) if counted else -1)

    def show_taken(self, card: EventCard) -> None:
        """The step is kept."""
        self.panel.set_busy(False)
        self.taken.emit(card)

    def show_refusal(self, error: BaseException) -> None:
        """What the step was refused for, beside its field."""
        self.panel.show_problem(error)

    def save(self) -> None:
        """Check what can be checked here, then keep the step."""
        if self.panel.save_button.isEnabled() and self.panel.validate():
            self._save()

    def _save(self) -> None:
        self.panel.set_busy(True)
        figures = self.figures.figures() if self._kind in TAKES_FIGURES else {}
        if self._kind is StepKind.CHANGED and figures == self._declared:
            figures = {}  # only what was changed is told, so that the approval of the rest stays
        self._presenter.save(
            TakeStep(
                uid=self._presenter.uid,
                event_id=self._event_id,
                kind=self._kind,
                done_on=self.done_on.day(),
                who=self.who.text(),
                words=self.words.text(),
                reference=self.reference.text(),
                outcome=Outcome(self.outcome.currentData()) if self.outcome.currentData() else None,
                due_on=self.due_on.day(),
                guests=self.guests.value(),
                figures=tuple(figures.items()),
                days=self._days(),
                other_event_id=self.other.currentData() if self._kind is StepKind.JOINED else None,
            )
        )

    def _days(self) -> tuple[DayPlace, ...]:
        first, last = self.held_on.day(), self.until_on.day()
        if self._kind is not StepKind.CHANGED or first is None or self._plan() == self._as_it_was:
            return ()
        return every_day(first, last or first, self.place.text())

    def _plan(self) -> tuple[date | None, date | None, str]:
        return self.held_on.day(), self.until_on.day(), self.place.text()

    def _fields(self) -> tuple[Field, ...]:
        made = {
            "who": Field("who", self.tr("由谁去"), self.who),
            "guests": Field("guests", self.tr("到场人数"), self.guests, unit=self.tr("人")),
            "outcome": Field("outcome", self.tr("结果"), self.outcome),
            "due_on": Field("due_on", self.tr("回访期限"), self.due_on, check=self.due_on.day),
            "reference": Field("reference", self._reference_word(), self.reference),
            "held_on": Field("held_on", self.tr("办事日期"), self.held_on, check=self.held_on.day),
            "until_on": Field(
                "until_on",
                self.tr("到哪天"),
                self.until_on,
                check=lambda: last_day(self.held_on, self.until_on),
            ),
            "place": Field("place", self.tr("地点"), self.place),
            "other_event_id": Field("other_event_id", self.tr("并入哪一件"), self.other),
            "words": Field("words", self._words_word(), self.words),
        }
        shown = [made[key] for key in _SHOWN[self._kind]]
        done_on = Field("done_on", self.tr("日期"), self.done_on, required=True, check=self.done_on.day)
        return (done_on, *shown)

    def _reference_word(self) -> str:
        return self.tr("乡镇备案号") if self._kind is StepKind.FILED else self.tr("会议记录号")

    def _words_word(self) -> str:
        if self._kind in (StepKind.REFUSED, StepKind.CHANGED, StepKind.WITHDRAWN):
            return self.tr("原因")
        return self.tr("意见") if self._kind is StepKind.OPINION else self.tr("说明")

    def _lay_out(self) -> None:
        about, limits = Card(), Card(self.tr("对照标准"))
        about.body.addWidget(self.panel)
        note = QLabel(self._figures_note())
        note.setProperty("role", "quiet")
        note.setWordWrap(True)
        limits.body.addWidget(note)
        scroll = ScrollColumn()
        scroll.column.addWidget(self.figures)
        scroll.column.addStretch(1)
        limits.body.addWidget(scroll, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(about, 1)
        row.addWidget(limits, 1)
        limits.setVisible(self._kind in TAKES_FIGURES)

    def _figures_note(self) -> str:
        if self._kind is StepKind.APPROVED:
            return self.tr("照报备的数同意就不用填；有改动的才填核准的数。")
        if self._kind is StepKind.CHANGED:
            return self.tr("计划有变的数改过来，没变的不动。")
        return self.tr("填现场看到的数。")

    def _wire(self) -> None:
        self.figures.changed.connect(self._judge)
        self.figures.filled.connect(self.save)
        self.outcome.activated.connect(lambda _place: self._touch_outcome())
        self.panel.submitted.connect(self._save)
        if isinstance(self.panel, FirstHalf):
            self.panel.asked_to_save.connect(self.save)
            self.panel.went_through.connect(self._on_to_figures)

    def _on_to_figures(self) -> None:
        first = self.figures.first_edit()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _touch_outcome(self) -> None:
        self._outcome_touched = True

    def _judge(self) -> None:
        self._presenter.judge(self.figures.figures())
