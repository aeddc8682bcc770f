from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from passbook_desk.features.events.values import (
    Deadline,
    EventCard,
    EventKind,
    FigureJudged,
    HostingCase,
    Measure,
)
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import CodeEdit
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.pages.events.forms import FiguresGrid, HouseholdEdit, put
from passbook_desk.ui.pages.events.presenter import FIRST_MEASURES, EventEntry, EventFormPresenter
from passbook_desk.ui.pages.events.words import Told, case_word, deadline_told
from passbook_desk.ui.shell.tools import Tools

_LONGEST = 200


class ReportForm(QWidget):
    """One report of a wedding or a funeral; the page keeps one for each, so that no draft is lost.

    `saved(card)` comes when it is kept; `wants_standard(bool)` says whether one has to be adopted first.
    """

    saved = Signal(object)
    wants_standard = Signal(bool)

    def __init__(self, kind: EventKind, tools: Tools, key: LookupKey) -> None:
        super().__init__()
        self._kind = kind
        self._presenter = EventFormPresenter(tools.desk, self, tools.jobs, tools.clock, key)
        self.host = HouseholdEdit(self.tr("姓名、拼音首字母、户编号"))
        self.held_on = LenientDateEdit(tools.clock)
        self.case = QComboBox()
        for case in HostingCase:
            self.case.addItem(case_word(case), case.value)
        self.matter, self.place, self.contact = QLineEdit(), QLineEdit(), QLineEdit()
        self.cook_team, self.phone = QLineEdit(), CodeEdit(width=8)
        for line in (self.matter, self.place, self.contact, self.cook_team):
            line.setMaxLength(_LONGEST)
        self.pledge = QCheckBox(self.tr("已签承诺书"))
        self._named = ""
        self.panel = _HostPanel(self._fields())
        self.figures = FiguresGrid(editing=True)
        self.deadline = QLabel()
        self.deadline.setWordWrap(True)
        self._lay_out()
        self._wire()
        self.begin()

    def begin(self) -> None:
        """Empty the form for a new report."""
        self._presenter.begin(self._kind)
        self.panel.clear_problems()
        self.panel.set_busy(False)
        self.host.set_household(None)
        self.held_on.set_day(None)
        self.case.setCurrentIndex(0)
        for line in (self.matter, self.place, self.contact, self.cook_team, self.phone):
            line.clear()
        self.pledge.setChecked(False)
        self.figures.set_figures({})
        self._judge()

    def load(self) -> None:
        """A standard may have been adopted meanwhile."""
        self._presenter.load()

    def take_household(self, household_id: int) -> None:
        """Begin with this host."""
        self._presenter.choose(household_id)

    def save(self) -> None:
        """Check what can be checked here, then keep the report."""
        if not self.panel.save_button.isEnabled() or not self.panel.validate():
            return
        host, held_on = self.host.checked(), self.held_on.day()
        if host is None or held_on is None:
            return
        self.panel.set_busy(True)
        self._presenter.save(
            EventEntry(
                household_id=host.id,
                held_on=held_on,
                hosting_case=self._case(),
                place=self.place.text(),
                contact=self.contact.text(),
                phone=self.phone.code(),
                cook_team=self.cook_team.text(),
                pledge_signed=self.pledge.isChecked(),
                matter=self.matter.text(),
                figures=tuple(self.figures.figures().items()),
            )
        )

    def show_measures(self, measures: Sequence[Measure]) -> None:
        """The figures that the standard limits."""
        first = sum(measure in FIRST_MEASURES for measure in measures)
        self.figures.set_measures(measures, first)
        self.wants_standard.emit(not measures)
        self._judge()

    def show_found(self, text: str, rows: Sequence[HouseholdRow]) -> None:
        """Households that match what is typed."""
        self.host.show_found(text, rows)

    def show_host(self, host: HouseholdRow, case: HostingCase) -> None:
        """The host and whose limits apply; the contact is the head until somebody else is named."""
        self.host.set_household(host)
        self.case.setCurrentIndex(self.case.findData(case.value))
        if self.contact.text().strip() in ("", self._named):
            self.contact.setText(host.head_name)
            self._named = host.head_name
        self._judge()

    def show_judged(self, figures: Sequence[FigureJudged], reported: Deadline | None) -> None:
        """How the figures and the day of report stand."""
        self.figures.show_judged(figures)
        told = Told(self.tr("填了办事日期，就知道是否按时报备。"), "quiet")
        put(self.deadline, told if reported is None else deadline_told(self._kind, reported))

    def show_saved(self, card: EventCard) -> None:
        """The report is kept."""
        self.panel.set_busy(False)
        self.saved.emit(card)

    def show_refusal(self, error: BaseException) -> None:
        """What the report was refused for, beside its field."""
        self.panel.show_problem(error)

    def _fields(self) -> tuple[Field, ...]:
        return (
            Field("household", self.tr("事主"), self.host, required=True, check=self.host.checked),
            Field("held_on", self.tr("办事日期"), self.held_on, required=True, check=self.held_on.day),
            Field("matter", self.tr("事由"), self.matter),
            Field("place", self.tr("地点"), self.place),
            Field("contact", self.tr("联系人"), self.contact),
            Field("phone", self.tr("电话"), self.phone),
            Field("cook_team", self.tr("厨师队"), self.cook_team),
            Field("pledge", self.tr("承诺书"), self.pledge),
        )

    def _lay_out(self) -> None:
        about, limits = Card(), Card()
        about.body.addWidget(self.panel)
        scroll = ScrollColumn()
        scroll.column.addWidget(self.figures)
        scroll.column.addStretch(1)
        word = QLabel(self.tr("适用标准"))
        word.setBuddy(self.case)
        applies = QHBoxLayout()
        applies.setSpacing(12)
        applies.addWidget(word)
        applies.addWidget(self.case, 1)
        limits.body.addLayout(applies)
        limits.body.addWidget(self.deadline)
        limits.body.addWidget(scroll, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(about, 1)
        row.addWidget(limits, 1)

    def _wire(self) -> None:
        self.host.take_keys()
        self.host.looked_for.connect(self._presenter.find)
        self.host.chosen.connect(self._host_chosen)
        self.held_on.changed.connect(lambda _day: self._judge())
        self.case.currentIndexChanged.connect(lambda _place: self._judge())
        self.figures.changed.connect(self._judge)
        self.figures.filled.connect(self.save)
        self.panel.went_through.connect(self._on_to_figures)
        self.panel.asked_to_save.connect(self.save)

    def _host_chosen(self, row: HouseholdRow) -> None:
        self._presenter.choose(row.id)
        self.held_on.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_to_figures(self) -> None:
        first = self.figures.first_edit()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _case(self) -> HostingCase:
        return HostingCase(self.case.currentData())

    def _judge(self) -> None:
        self._presenter.judge(self._case(), _meant(self.held_on.day), self.figures.figures())


class _HostPanel(FormPanel):
    """The left half: Enter in its last field goes on to the figures, Ctrl+Enter saves."""

    went_through = Signal()
    asked_to_save = Signal()

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__(fields, QCoreApplication.translate("ReportForm", "保存"))
        self.save_button.hide()

    def submit(self) -> None:
        """Called for Enter in the last field and for Ctrl+Enter in any."""
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self.asked_to_save.emit()
        else:
            self.went_through.emit()


def _meant(day: Callable[[], date | None]) -> date | None:
    """The day typed, None while it is none."""
    try:
        return day()
    except NotADate:
        return None
