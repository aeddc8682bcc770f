from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from passbook_desk.documents.page import Page
from passbook_desk.features.events.values import NOTICE_TITLE, EventCard
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_echo, day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.events.forms import FiguresGrid, put
from passbook_desk.ui.pages.events.presenter import EventCardPresenter
from passbook_desk.ui.pages.events.words import case_word, deadline_told, kind_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class EventCardPage(PageFrame):
    """One event as declared. Parameters: `id`, and `sheet` to see the filing sheet."""

    topics = frozenset({Topic.EVENTS, Topic.HOUSEHOLDS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("EventCardPage", "红白事"))
        self._tools = tools
        self._presenter = EventCardPresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self._event_id = 0
        self._sheet = False
        self._facts: QWidget | None = None
        self._panes = QStackedWidget()
        self._preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer)
        self._panes.addWidget(self._card_pane())
        self._panes.addWidget(self._preview)
        self.body.addWidget(self._panes, 1)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("核对报备的数和旁边的标准。"),
            self.tr("F12 打报备表，请事主、红白理事会和村委会签字。"),
            self.tr("报备表上的电话打了星号，可以放心传阅。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._event_id = int(str(params.get("id", 0)))
        self._sheet = bool(params.get("sheet", False))
        self._panes.setCurrentIndex(1 if self._sheet else 0)
        self._preview.show_pages((), "")
        self._offer_acts()
        self._load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._load()

    def show_card(self, card: EventCard) -> None:
        """Everything that was declared."""
        self.set_title(
            self.tr("{kind} {number} {head}户").format(
                kind=kind_word(card.kind), number=card.number, head=card.head_name
            )
        )
        self._fill_facts(card)
        put(self._deadline, deadline_told(card.kind, card.deadline))
        measures = [figure.measure for figure in card.figures]
        self._figures.set_measures(measures, len(measures))
        self._figures.show_judged(card.figures)
        rules = (f"{rule.title}：{rule.words}" for rule in card.rules if rule.title != NOTICE_TITLE)
        self._rules.setText("\n".join(rules))

    def show_sheet(self, card: EventCard, pages: Sequence[Page]) -> None:
        """The filing sheet as it will be printed."""
        title = self.tr("报备表 {number} {head}户").format(number=card.number, head=card.head_name)
        self.set_title(title)
        self._preview.show_pages(pages, title)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _load(self) -> None:
        if self._sheet:
            self._presenter.draw_sheet(self._event_id, self.tr("正在排报备表…"))
        else:
            self._presenter.load(self._event_id)

    def _offer_acts(self) -> None:
        if self._sheet:
            self.set_actions([])
            return
        sheet = partial(self._tools.go, Route("event", {"id": self._event_id, "sheet": True}))
        self.set_actions([Action("event.sheet", self.tr("打报备表"), sheet, "F12", primary=True)])

    def _card_pane(self) -> QWidget:
        about, limits = Card(self.tr("报备内容")), Card(self.tr("对照标准"))
        self._about = QVBoxLayout()
        about.body.addLayout(self._about)
        about.body.addStretch(1)
        self._deadline = QLabel()
        self._deadline.setWordWrap(True)
        self._figures = FiguresGrid(editing=False)
        self._rules = QLabel()
        self._rules.setWordWrap(True)
        self._rules.setProperty("role", "quiet")
        for widget in (self._deadline, self._figures, self._rules):
            limits.body.addWidget(widget)
        limits.body.addStretch(1)
        scroll = ScrollColumn()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(about, 1)
        row.addWidget(limits, 1)
        scroll.column.addLayout(row)
        scroll.column.addStretch(1)
        return scroll

    def _fill_facts(self, card: EventCard) -> None:
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = QWidget()
        form = QFormLayout(self._facts)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        for word, text in self._facts_of(card):
            name, value = QLabel(word), QLabel(text)
            name.setProperty("role", "quiet")
            value.setWordWrap(True)
            form.addRow(name, value)
        self._about.addWidget(self._facts)

    def _facts_of(self, card: EventCard) -> list[tuple[str, str]]:
        signed = self.tr("已签") if card.pledge_signed else self.tr("未签")
        facts = [
            (self.tr("事主"), f"{card.head_name}  {card.household_code}  {card.grid_name}"),
            (self.tr("办事日期"), f"{day_text(card.held_on)} {day_echo(card.held_on)}"),
            (self.tr("报备日期"), day_text(card.reported_on)),
            (self.tr("适用标准"), case_word(card.hosting_case)),
            (self.tr("事由"), card.matter),
            (self.tr("地点"), card.place),
            (self.tr("联系人"), card.contact),
            (self.tr("电话"), card.phone.masked() if card.phone is not None else ""),
            (self.tr("厨师队"), card.cook_team),
            (self.tr("承诺书"), signed),
            (self.tr("经手"), card.handler),
        ]
        return [(word, text) for word, text in facts if text]
