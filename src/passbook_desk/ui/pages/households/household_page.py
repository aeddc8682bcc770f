"""One household: who lives there, its books, their lines."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.events.values import EventRow
from passbook_desk.features.households.life.values import StoryLine
from passbook_desk.features.households.values import HouseholdRow, PersonRow
from passbook_desk.features.ledger.errors import RedeemedLine
from passbook_desk.features.ledger.values import LineKind, LineRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, ToggleButton
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.icons import Badge, badge_icon
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.theme import icon_size
from passbook_desk.ui.pages.households.columns import (
    STORY,
    absence_word,
    item_of,
    line_columns,
    people_columns,
)
from passbook_desk.ui.pages.households.flow import FlowLayout
from passbook_desk.ui.pages.households.hosted import HOSTED
from passbook_desk.ui.pages.households.members_panel import MembersPanel
from passbook_desk.ui.pages.households.presenter import HouseholdPresenter
from passbook_desk.ui.pages.households.relations_box import short_name
from passbook_desk.ui.pages.households.standing_words import standing_text
from passbook_desk.ui.pages.households.story_panel import StoryPanel
from passbook_desk.ui.pages.households.values import Book, HouseholdView, PastDay
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_LONGEST_TITLE = 9
_LONGEST_BESIDE_GRID = 6


class HouseholdPage(PageFrame):
    """Facts and books on top; below, the lines of the book chosen, or the people."""

    topics = frozenset({Topic.HOUSEHOLDS, Topic.LEDGER, Topic.PASSBOOKS, Topic.EVENTS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("HouseholdPage", "户"))
        self._tools = tools
        self._presenter = HouseholdPresenter(tools.desk, self, tools.jobs)
        self._shown: HouseholdView | None = None
        self._account_id = 0
        self._facts = QLabel()
        self._facts.setWordWrap(True)
        self._figures = QLabel()
        self._figures.setWordWrap(True)
        self._figures.setProperty("role", "strong")
        self._standing = QLabel()
        self._standing.setWordWrap(True)
        self._more = QPushButton(self.tr("看更早的"))
        self._more.setObjectName("household.more")
        self._more.clicked.connect(lambda: self._presenter.load_more())
        self._of_paper = QPushButton(self.tr("存折册"))
        self._of_paper.setObjectName("household.books")
        self._of_paper.clicked.connect(lambda: self._open_books())
        self._chips = FlowLayout(8)
        self._choice = QButtonGroup(self)
        self._lines: TablePage[LineRow] = TablePage(
            line_columns(lambda: self.book.on_paper if self.book else None),
            Empty(self.tr("这户还没有积分。"), self.tr("记一笔"), self._record),
        )
        self._lines.selected.connect(self._say_what_can_be_done)
        self._people: TablePage[PersonRow] = TablePage(
            people_columns(tools.clock), Empty(self.tr("这户没有在册的人。"), self.tr("办理…"), self._live)
        )
        self._people.opened.connect(self._edit_person)
        self._members = MembersPanel(self._people)
        self._story: TablePage[StoryLine] = TablePage(
            STORY, Empty(self.tr("这户还没有变更。"), self.tr("办理…"), self._live)
        )
        self._past = StoryPanel(self._story, tools.clock)
        self._past.asked.connect(self._presenter.ask_day)
        self._events: TablePage[EventRow] = TablePage(HOSTED, Empty(self.tr("这户还没有报备过红白事。")))
        self._events.opened.connect(lambda row: tools.go(Route("event", {"id": row.id})))
        self._stack = QStackedLayout()
        for part in (self._lines, self._members, self._past, self._events):
            self._stack.addWidget(part)
        self._lay_out()
        self.set_actions(
            [
                Action("household.record", self.tr("记一笔"), self._record, primary=True),
                Action("household.reverse", self.tr("冲销所选行"), self._reverse),
                Action("household.post", self.tr("登折"), self._post, "F9"),
                Action("household.life", self.tr("办理…"), self._live),
            ]
        )

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("上面一排按钮是这户的存折：★ 红折归党员，● 绿折归户；按一下看它的流水。"),
            self.tr("记错的行不能改也不能删：选中它按“冲销所选行”，写明原因，会另记一行红字。"),
            self.tr("“办理…”登记这户的变动：新生、去世、换户主、迁入迁出、分户并户等，都会写进变更记录。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        household_id = params.get("id")
        if isinstance(household_id, int):
            self.message.clear()
            notes = params.get("notes")
            if isinstance(notes, tuple) and notes:
                self.message.say("".join(str(note) for note in notes), Mood.WARN)
            if self._shown is None or self._shown.card.household.id != household_id:
                self._account_id = 0
            self._members.hide_tags()
            self._past.begin()
            self._presenter.open(household_id)

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_household(self, found: HouseholdView) -> None:
        """Show the household; the book that was chosen stays chosen."""
        self._shown = found
        household = found.card.household
        title = self.tr("{head}户　{code}　{grid}")
        head = short_name(household.head_name, _LONGEST_TITLE)
        grid = household.grid_name if len(head) <= _LONGEST_BESIDE_GRID else ""
        self.set_title(title.format(head=head, code=household.code, grid=grid).rstrip())
        self._facts.setText(self._facts_of(household, found.card.people))
        self._members.show_people(found.card.people)
        self._story.set_rows(found.story)
        self._events.set_rows(found.events)
        known = {book.balance.account.id for book in found.books}
        if self._account_id not in known and found.books:
            self._account_id = found.books[0].balance.account.id
        self._make_chips(found)
        self._show_book()

    def show_reversed(self, line: LineRow) -> None:
        """Say that a line was taken back."""
        self._tools.announcer.done(self.tr("第 {row} 行已冲销。").format(row=line.account_seq))

    def show_day(self, found: PastDay) -> None:
        """Show who belonged to the household on a day."""
        self._past.show_day(found)

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong; the line of a redemption goes back with its goods, in the register."""
        if not isinstance(error, RedeemedLine) or self._shown is None:
            self.message.say(tell(error), Mood.ERROR)
            return
        find = {"length": "year", "find": self._shown.card.household.code}
        self.message.say(
            tell(error), Mood.ERROR, self.tr("去兑换登记"), partial(self._tools.go, Route("slips", find))
        )

    @property
    def book(self) -> Book | None:
        """The book chosen."""
        books = self._shown.books if self._shown else ()
        return next((book for book in books if book.balance.account.id == self._account_id), None)

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self._facts)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._chips)
        line = QHBoxLayout()
        line.addWidget(self._figures, 1)
        line.addWidget(self._more)
        line.addWidget(self._of_paper)
        column.addLayout(line)
        column.addWidget(self._standing)
        column.addLayout(self._stack, 1)
        self.body.addWidget(card)
        self.body.addWidget(below, 1)

    def _facts_of(self, household: HouseholdRow, people: tuple[PersonRow, ...]) -> str:
        parts = []
        head = next((person for person in people if person.is_head), None)
        if head is not None:
            born = self.tr("{year} 年生").format(year=head.born_on.year) if head.born_on else ""
            about = " ".join(filter(None, (head.name, head.sex, born)))
            parts.append(self.tr("户主 {about}").format(about=about))
        if head is not None and head.phone is not None:
            parts.append(self.tr("电话 {phone}").format(phone=head.phone))
        if len(household.head_name) > _LONGEST_BESIDE_GRID:
            parts.append(household.grid_name)
        if household.house_number:
            parts.append(self.tr("门牌 {number} 号").format(number=household.house_number))
        if household.address:
            parts.append(household.address)
        parts.append(self._state_of(household))
        return "　".join(parts)

    def _state_of(self, household: HouseholdRow) -> str:
        if household.absence:
            return absence_word(household.absence)
        return self.tr("在村计分") if household.scored else self.tr("在村不计分")

    def _make_chips(self, found: HouseholdView) -> None:
        showing = self._stack.currentWidget()
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, ToggleButton):
                self._choice.removeButton(widget)
                widget.hide()
                widget.deleteLater()
        for book in found.books:
            button = self._chip(self._chip_word(book), partial(self._choose, book.balance.account.id))
            button.setIcon(badge_icon(Badge.STAR if book.is_red else Badge.DISC))
            button.setIconSize(icon_size())
            button.setChecked(showing is self._lines and book.balance.account.id == self._account_id)
        people = self._chip(
            self.tr("成员 {count} 人").format(count=len(found.card.people)),
            lambda: self._choose_part(self._members),
        )
        people.setChecked(showing is self._members)
        story = self._chip(
            self.tr("变更记录 {count} 条").format(count=len(found.story)),
            lambda: self._choose_part(self._past),
        )
        story.setChecked(showing is self._past)
        if found.events:
            rites = self._chip(
                self.tr("红白事 {count} 件").format(count=len(found.events)),
                lambda: self._choose_part(self._events),
            )
            rites.setChecked(showing is self._events)

    def _chip(self, word: str, act: Callable[[], None]) -> ToggleButton:
        button = ToggleButton(word)
        button.clicked.connect(lambda: act())
        self._choice.addButton(button)
        self._chips.addWidget(button)
        return button

    def _chip_word(self, book: Book) -> str:
        if book.is_red:
            return self.tr(" 红折 {owner}").format(owner=book.balance.account.owner_name)
        return self.tr(" 绿折 已收起") if book.closed else self.tr(" 绿折 本户")

    def _choose(self, account_id: int) -> None:
        self._account_id = account_id
        self._stack.setCurrentWidget(self._lines)
        self._show_book()

    def _choose_part(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self._hide_figures()

    def _show_book(self) -> None:
        book = self.book
        self._lines.set_rows(book.lines if book else ())
        if book is None or self._stack.currentWidget() is not self._lines:
            self._hide_figures()
            return
        self._show_standing(book)
        figures = book.balance
        words = self.tr(
            "账号 {number}　可用 {spendable} 分　结余 {balance} 分　考核 {assessment} 分　{lines} 行"
        )
        said = words.format(
            number=figures.account.number,
            spendable=figures.spendable,
            balance=figures.balance,
            assessment=figures.assessment,
            lines=book.count,
        )
        if book.unprinted:
            said = self.tr("{figures}　未登折 {count} 行").format(figures=said, count=book.unprinted)
        waiting = self.tr("{figures}　待审 {pending} 分，还不能用")
        self._figures.setText(
            waiting.format(figures=said, pending=figures.pending) if figures.pending else said
        )
        self._figures.show()
        self._of_paper.show()

    def _show_standing(self, book: Book) -> None:
        words = "" if book.standing is None else standing_text(book.standing)
        self._standing.setText(words)
        self._standing.setVisible(bool(words))
        self._more.setVisible(book.has_more)

    def _hide_figures(self) -> None:
        for widget in (self._figures, self._standing, self._more, self._of_paper):
            widget.hide()

    def _say_what_can_be_done(self, line: LineRow | None) -> None:
        button = self.act_button("household.reverse")
        if button is not None:
            button.setEnabled(line is None or _may_be_reversed(line))

    def _record(self) -> None:
        book = self.book
        if book is not None and book.closed:
            self.message.say(self.tr("这本存折已收起，不能再记分。"), Mood.NOTE)
        elif book is not None:
            self._tools.go(Route("ledger", {"account": book.balance.account.id}))

    def _reverse(self) -> None:
        line = self._lines.selected_row() if self._stack.currentWidget() is self._lines else None
        if line is None:
            self.message.say(self.tr("先在流水里选中要冲销的那一行。"), Mood.NOTE)
            return
        self.message.clear()
        sentence = self.tr("冲销第 {row} 行“{item}”？原来的行留着，另记一行红字。")
        reason = self._tools.dialogs.ask_reason(
            self.tr("冲销"), sentence.format(row=line.account_seq, item=item_of(line)), self.tr("冲销")
        )
        if reason is not None:
            self._presenter.reverse(line, reason)

    def _live(self) -> None:
        if self._shown is not None:
            self._tools.go(Route("life", {"id": self._shown.card.household.id}))

    def _edit_person(self, person: PersonRow) -> None:
        if self._shown is not None:
            params = {"id": self._shown.card.household.id, "act": "person_edited", "person": person.id}
            self._tools.go(Route("life", params))

    def _post(self) -> None:
        """Every book of the household that has lines to print: the green one first, then the red ones."""
        books = self._shown.books if self._shown else ()
        accounts = tuple(book.balance.account.id for book in books if not book.closed)
        if accounts:
            self._tools.go(Route("post", {"accounts": accounts}))

    def _open_books(self) -> None:
        book = self.book
        if book is not None:
            self._tools.go(Route("books", {"account": book.balance.account.id}))


def _may_be_reversed(line: LineRow) -> bool:
    return line.kind is not LineKind.REVERSAL and line.reversed_by_seq is None
