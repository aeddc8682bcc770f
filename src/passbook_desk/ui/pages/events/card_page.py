from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.documents.page import Page
from passbook_desk.features.events.course.kinds import EventState, StepKind
from passbook_desk.features.events.course.rules import allowed_steps, may_propose
from passbook_desk.features.events.course.values import Clash
from passbook_desk.features.events.event_papers import SheetKind
from passbook_desk.features.events.values import NOTICE_TITLE, EventCard, LimitDraft
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_echo, day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import FORBIDDEN, PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.events.card_presenter import EventCardPresenter
from passbook_desk.ui.pages.events.course_view import ComparedFigures, CourseSteps
from passbook_desk.ui.pages.events.forms import put
from passbook_desk.ui.pages.events.photos_panel import EventPhotosPanel
from passbook_desk.ui.pages.events.words import (
    case_word,
    deadline_told,
    kind_word,
    sheet_word,
    state_word,
    step_word,
)
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

NEXT_STEP = {
    EventState.REPORTED: StepKind.APPROVED,
    EventState.REFUSED: StepKind.APPROVED,
    EventState.UNDER_WAY: StepKind.CHECKED,
    EventState.TO_CHECK: StepKind.CHECKED,
    EventState.CHECKED: StepKind.CLOSED,
    EventState.TO_FOLLOW: StepKind.FOLLOWED,
}
"""What the page is there for, by state."""


class EventCardPage(PageFrame):
    """One event with its course. Parameters: `id`, and `sheet` (a SheetKind) to see one of its papers."""

    topics = frozenset({Topic.EVENTS, Topic.HOUSEHOLDS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("EventCardPage", "红白事"))
        self._tools = tools
        self._presenter = EventCardPresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self._event_id = 0
        self._sheet: SheetKind | None = None
        self._facts: QWidget | None = None
        self._offered: list[StepKind] = []
        self._panes = QStackedWidget()
        self._preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer)
        self._panes.addWidget(self._card_pane())
        self._panes.addWidget(self._preview)
        self.body.addWidget(self._panes, 1)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("F12 打报备表，请事主、红白理事会和村委会签字。"),
            self.tr("理事会定了，点“同意操办”；办事当天去核对，点“现场核查”填实际的数。"),
            self.tr("改期、劝导、备案、撤回等，都在“登记进展”里。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._event_id = int(str(params.get("id", 0)))
        sheet = params.get("sheet")
        self._sheet = SheetKind(str(sheet)) if sheet else None
        self._panes.setCurrentIndex(1 if self._sheet else 0)
        self._preview.show_pages((), "")
        self.set_actions([])
        self._more.setEnabled(False)
        self._load()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._load()

    def show_card(self, card: EventCard, clashing: Sequence[Clash]) -> None:
        """Everything that was said of the event."""
        self.set_title(
            self.tr("{kind} {number} {head}户 · {state}").format(
                kind=kind_word(card.kind),
                number=card.number,
                head=card.head_name,
                state=state_word(card.state),
            )
        )
        self._fill_facts(card)
        put(self._deadline, deadline_told(card.kind, card.deadline))
        self._figures.show_figures(card.compared)
        rules = (f"{rule.title}：{rule.words}" for rule in card.rules if not _is_counted_notice(rule))
        self._rules.setText("\n".join(rules))
        self._steps.show_steps(card.steps)
        self._say_what_to_mind(card, clashing)
        self._offer_steps(card)

    def show_sheet(self, kind: SheetKind, card: EventCard, pages: Sequence[Page]) -> None:
        """A paper as it will be printed."""
        title = self.tr("{sheet} {number} {head}户").format(
            sheet=sheet_word(kind), number=card.number, head=card.head_name
        )
        self.set_title(title)
        self._preview.show_pages(pages, title)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _load(self) -> None:
        if self._sheet is not None:
            self._presenter.draw_sheet(self._event_id, self._sheet, self.tr("正在排版…"))
        else:
            self._presenter.load(self._event_id)
            self._photos.load(self._event_id)

    def _say_what_to_mind(self, card: EventCard, clashing: Sequence[Clash]) -> None:
        """What else is held there then, and a filing that the township still waits for."""
        if clashing and card.state in _AHEAD:
            other = clashing[0]
            self.message.say(
                self.tr("{day} 同一地点还有 {head}户的{kind}（{number}），请错开或商量好。").format(
                    day=day_text(other.held_on),
                    head=other.head_name,
                    kind=kind_word(other.event_kind),
                    number=other.number,
                ),
                Mood.WARN,
            )
        elif card.needs_filing and card.state in _AHEAD:
            self.message.say(self.tr("事主是党员、村干部，还没有登记乡镇备案号。"), Mood.WARN)
        else:
            self.message.clear()

    def _offer_steps(self, card: EventCard) -> None:
        allowed = allowed_steps(card.state)
        following = NEXT_STEP.get(card.state)
        offered = [kind for kind in StepKind if kind in allowed and kind is not following]
        if may_propose(card.state):
            offered.append(StepKind.PROPOSED)
        self._fill_menu(offered)
        self._more.setVisible(bool(allowed - {following}) and not self._more.property(FORBIDDEN))
        self._more.setEnabled(True)
        filing = partial(self._see, SheetKind.FILING)
        acts = [Action("event.sheet", self.tr("打报备表"), filing, "F12", primary=following is None)]
        if following is not None:
            take = partial(self._take, following)
            acts.append(Action("event.step", step_word(following), take, "F8", primary=True))
        self.set_actions(acts)

    def _fill_menu(self, offered: list[StepKind]) -> None:
        """An act that goes away must not stay open for a click; the same acts stay under the hand."""
        if offered == self._offered:
            return
        self._offered = offered
        menu = self._more.menu()
        menu.close()
        menu.clear()
        for kind in offered:
            menu.addAction(step_word(kind), partial(self._take, kind))

    def _take(self, kind: StepKind) -> None:
        if kind is StepKind.PROPOSED:
            self._tools.go(Route("event_points", {"id": self._event_id}))
        else:
            self._tools.go(Route("event_step", {"id": self._event_id, "kind": kind.value}))

    def _see(self, kind: SheetKind) -> None:
        self._tools.go(Route("event", {"id": self._event_id, "sheet": kind.value}))

    def _card_pane(self) -> QWidget:
        about, limits, course = Card(self.tr("报备内容")), Card(self.tr("对照标准")), Card(self.tr("经过"))
        self._about = QVBoxLayout()
        about.body.addLayout(self._about)
        about.body.addStretch(1)
        self._deadline = QLabel()
        self._deadline.setWordWrap(True)
        self._figures = ComparedFigures()
        self._rules = QLabel()
        self._rules.setWordWrap(True)
        self._rules.setProperty("role", "quiet")
        for widget in (self._deadline, self._figures, self._rules):
            limits.body.addWidget(widget)
        limits.body.addStretch(1)
        self._steps = CourseSteps()
        course.body.addWidget(self._steps)
        scroll = ScrollColumn()
        scroll.column.addLayout(self._menus())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(about, 2)
        row.addWidget(limits, 3)
        scroll.column.addLayout(row)
        scroll.column.addWidget(course)
        pictures = Card(self.tr("照片"))
        self._photos = EventPhotosPanel(self._tools)
        pictures.body.addWidget(self._photos)
        scroll.column.addWidget(pictures)
        scroll.column.addStretch(1)
        return scroll

    def _menus(self) -> QHBoxLayout:
        self._more = QPushButton(self.tr("登记进展"))
        self._papers = QPushButton(self.tr("打印其他表"))
        self._more.setObjectName("event.more")
        self._papers.setObjectName("event.sheet.more")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._more, self._papers):
            button.setAutoDefault(False)
            button.setMenu(QMenu(button))
            row.addWidget(button)
        row.addStretch(1)
        for kind in SheetKind:
            if kind is not SheetKind.FILING:
                self._papers.menu().addAction(sheet_word(kind), partial(self._see, kind))
        return row

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
            *self._days_of(card),
            (self.tr("报备日期"), day_text(card.reported_on)),
            (self.tr("适用标准"), case_word(card.hosting_case)),
            (self.tr("事由"), card.matter),
            (self.tr("当事人"), card.persons),
            (self.tr("合办的另一家"), card.family),
            (self.tr("邀请范围"), card.invited),
            (self.tr("联系人"), card.contact),
            (self.tr("电话"), card.phone.masked() if card.phone is not None else ""),
            (self.tr("厨师队"), card.cook_team),
            (self.tr("承诺书"), signed),
            (self.tr("经手"), card.handler),
            (self.tr("并入的"), "、".join(event.number for event in card.joined)),
            (self.tr("并入"), card.joined_into.number if card.joined_into else ""),
            (
                self.tr("节约估算"),
                "" if card.saving is None else self.tr("{yuan} 元").format(yuan=card.saving),
            ),
        ]
        return [(word, text) for word, text in facts if text]

    def _days_of(self, card: EventCard) -> list[tuple[str, str]]:
        days = [f"{day_text(day.held_on)} {day_echo(day.held_on)}  {day.place}" for day in card.days]
        facts = [(self.tr("办事日期"), "\n".join(days))]
        if card.planned_on != card.held_on:
            facts.append((self.tr("原定日期"), day_text(card.planned_on)))
        return facts


_AHEAD = (EventState.REPORTED, EventState.REFUSED, EventState.APPROVED, EventState.UNDER_WAY)
"""Before an event is over, the clerk can still do something about it."""


def _is_counted_notice(rule: LimitDraft) -> bool:
    return rule.title == NOTICE_TITLE and rule.amount is not None
