from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from passbook_desk.features.events.course.points import Proposable, ProposedPoints
from passbook_desk.features.events.values import EventCard
from passbook_desk.features.ledger.values import Colour
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.fields import PointsEdit
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.events.points_presenter import PointsPresenter
from passbook_desk.ui.pages.events.words import outcome_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_LONGEST = 100


class EventPointsPage(PageFrame):
    """Proposing points for an event. Parameter: `id` of the event."""

    topics = frozenset({Topic.EVENTS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("EventPointsPage", "建议积分"))
        self._tools = tools
        self._presenter = PointsPresenter(tools.desk, self, tools.jobs)
        self._event_id = 0
        self.rows: list[tuple[Proposable, QCheckBox, PointsEdit | None]] = []
        self.reference = QLineEdit()
        self.reference.setMaxLength(_LONGEST)
        self._about = QLabel()
        self._about.setWordWrap(True)
        offer = Card(self.tr("细则里的有关事项"))
        offer.body.addWidget(self._about)
        scroll = ScrollColumn()
        self._column = scroll.column
        offer.body.addWidget(scroll, 1)
        word = QLabel(self.tr("会议记录号"))
        word.setBuddy(self.reference)
        minutes = QHBoxLayout()
        minutes.setSpacing(12)
        minutes.addWidget(word)
        minutes.addWidget(self.reference)
        minutes.addStretch(1)
        offer.body.addLayout(minutes)
        self.body.addWidget(offer, 1)
        save = Action("points.propose", self.tr("交积分审核"), self._save, "F8", primary=True)
        self.footer.addStretch(1)
        self.footer.addWidget(action_button(save))
        bind(self, [save])

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("理事会议定加分或扣分，才在这里打勾；程序不会自己加减。"),
            self.tr("填会议记录号，交积分审核；审核通过、公示期满才进存折。"),
            self.tr("一件事在红折、绿折只算一次。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self.reference.clear()
        self._event_id = int(str(params.get("id", 0)))
        self._presenter.begin(self._event_id)

    def show_offer(self, card: EventCard, offered: Sequence[Proposable]) -> None:
        """What may be ticked; what was found comes first."""
        title = self.tr("建议积分 {number} {head}户").format(number=card.number, head=card.head_name)
        self.set_title(title)
        found = outcome_word(card.outcome) if card.outcome is not None else self.tr("还没有核查")
        self._about.setText(
            self.tr("核查结果：{outcome}。勾选理事会议定的事项。").format(outcome=found)
            if offered
            else self.tr("现行细则里没有理事会核查的事项，先在积分细则里加上。")
        )
        self._fill(offered)

    def show_proposed(self, card: EventCard) -> None:
        """The points wait for their review."""
        self._tools.announcer.done(self.tr("{number}：已交积分审核。").format(number=card.number))
        self._tools.go(Route("event", {"id": card.id}))

    def show_refusal(self, error: BaseException) -> None:
        """What the proposal was refused for."""
        self.message.say(tell(error), Mood.ERROR)
        field = error.params.get("field") if isinstance(error, PassbookError) else ""
        if field == "reference":
            self.reference.setFocus()

    def _fill(self, offered: Sequence[Proposable]) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            if item.widget() is not None:
                item.widget().deleteLater()
        self.rows = []
        home = QWidget()
        grid = QGridLayout(home)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(3, 1)
        for number, one in enumerate(offered):
            box = QCheckBox(self._words_of(one))
            grid.addWidget(box, number, 0)
            points: PointsEdit | None = None
            if one.least != one.most:
                points = PointsEdit()
                points.setAccessibleName(box.text())
                grid.addWidget(points, number, 1)
                hint = QLabel(self.tr("{least} 到 {most} 分").format(least=one.least, most=one.most))
            else:
                hint = QLabel(self.tr("{points} 分").format(points=one.least))
            hint.setProperty("role", "quiet")
            grid.addWidget(hint, number, 2)
            self.rows.append((one, box, points))
        self._column.addWidget(home)
        self._column.addStretch(1)
        if self.rows:
            self.rows[0][1].setFocus()

    def _words_of(self, one: Proposable) -> str:
        book = self.tr("红折") if one.account.colour is Colour.RED else self.tr("绿折")
        return f"{book} {one.account.owner_name} · {one.item.code} {one.item.name}"

    def _save(self) -> None:
        self.message.clear()
        lines = []
        for one, box, edit in self.rows:
            if box.isChecked():
                try:
                    points = _signed(one, edit.value()) if edit is not None else None
                except PassbookError as error:
                    self.show_refusal(error)
                    return
                lines.append(ProposedPoints(one.account.id, one.item.code, points))
        self._presenter.save(self.reference.text(), lines)


def _signed(one: Proposable, typed: Points | None) -> Points | None:
    """A deduction may be typed without its sign."""
    if typed is None or one.most >= ZERO or typed < ZERO:
        return typed
    return -typed
