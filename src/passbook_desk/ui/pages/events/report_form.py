from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from passbook_desk.features.events.cases import HostingCase, Trait
from passbook_desk.features.events.values import (
    Deadline,
    EventCard,
    EventKind,
    FigureJudged,
    Measure,
)
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import CodeEdit
from passbook_desk.ui.kit.form import Field
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.pages.events.case_chooser import CaseChooser
from passbook_desk.ui.pages.events.forms import FiguresGrid, FirstHalf, HouseholdEdit, last_day, meant, put
from passbook_desk.ui.pages.events.presenter import FIRST_MEASURES, EventEntry, EventFormPresenter
from passbook_desk.ui.pages.events.words import Told, deadline_told, kind_word
from passbook_desk.ui.shell.tools import Tools

_LONGEST = 200


class ReportForm(QWidget):
    """One report of a wedding, a funeral or another feast; the page keeps one for each of the three, so
    that no draft is lost.

    `saved(card)` comes when it is kept; `wants_standard(bool)` says whether one has to be adopted first.
    """

    saved = Signal(object)
    wants_standard = Signal(bool)

    def __init__(self, kinds: Sequence[EventKind], tools: Tools, key: LookupKey) -> None:
        super().__init__()
        self._kind = kinds[0]
        self._presenter = EventFormPresenter(tools.desk, self, tools.jobs, tools.clock, key)
        self.host = HouseholdEdit(self.tr("姓名、拼音首字母、户编号"))
        self.held_on = LenientDateEdit(tools.clock)
        self.case = CaseChooser()
        self.kind = QComboBox()
        for kind in kinds:
            self.kind.addItem(kind_word(kind), kind.value)
        self.matter, self.place, self.contact = QLineEdit(), QLineEdit(), QLineEdit()
        self.cook_team, self.phone = QLineEdit(), CodeEdit(width=8)
        for line in (self.matter, self.place, self.contact, self.cook_team):
            line.setMaxLength(_LONGEST)
        self.persons, self.family, self.invited = QLineEdit(), QLineEdit(), QLineEdit()
        self.until_on = LenientDateEdit(tools.clock)
        for line in (self.persons, self.family, self.invited):
            line.setMaxLength(_LONGEST)
        self.pledge = QCheckBox(self.tr("已签承诺书"))
        self._named = ""
        self.unfolded = False
        self.panel = FirstHalf(self._fields(), self.tr("保存"))
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
        self.case.set_case(HostingCase.ORDINARY)
        self.until_on.set_day(None)
        for line in (self.matter, self.place, self.contact, self.cook_team, self.phone):
            line.clear()
        for line in (self.persons, self.family, self.invited):
            line.clear()
        self.unfold(False)
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
                hosting_case=self.case.case(),
                place=self.place.text(),
                contact=self.contact.text(),
                phone=self.phone.code(),
                cook_team=self.cook_team.text(),
                pledge_signed=self.pledge.isChecked(),
                matter=self.matter.text(),
                figures=tuple(self.figures.figures().items()),
                until_on=self.until_on.day(),
                persons=self.persons.text(),
                family=self.family.text(),
                invited=self.invited.text(),
            )
        )

    def show_measures(self, measures: Sequence[Measure], cases: Sequence[HostingCase]) -> None:
        """The figures that the standard limits, and what its limits depend on."""
        self.case.offer(cases)
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
        self.case.set_case(case)
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
            Field(
                "until_on",
                self.tr("到哪天"),
                self.until_on,
                check=lambda: last_day(self.held_on, self.until_on),
            ),
            Field("persons", self.tr("当事人"), self.persons),
            Field("family", self.tr("合办另一家"), self.family),
            Field("invited", self.tr("邀请范围"), self.invited),
        )

    def _lay_out(self) -> None:
        about, limits = Card(), Card()
        about.body.addWidget(self.panel)
        scroll = ScrollColumn()
        scroll.column.addWidget(self.figures)
        scroll.column.addStretch(1)
        if self.kind.count() > 1:
            word = QLabel(self.tr("喜庆事"))
            word.setBuddy(self.kind)
            feast = QHBoxLayout()
            feast.setSpacing(12)
            feast.addWidget(word)
            feast.addWidget(self.kind, 1)
            limits.body.addLayout(feast)
        limits.body.addWidget(self.case)
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
        self.case.changed.connect(self._judge)
        self.case.changed.connect(lambda: self.unfold(self.unfolded))
        self.kind.activated.connect(lambda _place: self._change_kind())
        self.figures.changed.connect(self._judge)
        self.figures.filled.connect(self.save)
        self.panel.went_through.connect(self._on_to_figures)
        self.panel.asked_to_save.connect(self.save)

    def _host_chosen(self, row: HouseholdRow) -> None:
        self._presenter.choose(row.id)
        self.held_on.setFocus(Qt.FocusReason.TabFocusReason)

    def unfold(self, all_of_them: bool) -> None:
        """Show the fields that few events need; the other family's as soon as both host together.

        What was filled in stays in sight: it will be kept, or refused.
        """
        self.unfolded = all_of_them
        lines = {"until_on": self.until_on.edit, "persons": self.persons, "invited": self.invited}
        for key, line in lines.items():
            self.panel.set_shown(key, all_of_them or bool(line.text().strip()))
        joint = Trait.JOINT in self.case.case().traits
        self.panel.set_shown("family", all_of_them or joint)

    def _change_kind(self) -> None:
        self._kind = EventKind(self.kind.currentData())
        self._presenter.change_kind(self._kind)
        self._judge()

    def _on_to_figures(self) -> None:
        first = self.figures.first_edit()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _judge(self) -> None:
        self._presenter.judge(self.case.case(), meant(self.held_on.day), self.figures.figures())
