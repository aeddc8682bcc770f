"""The fourth step of importing: a few household cards as they will look, per grid, and what changes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.households.values import GridCount, RosterChange
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.icons import Badge, BadgeLabel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.households.import_columns import CHANGES, GRIDS
from passbook_desk.ui.pages.households.import_values import Preview, SampleHousehold

CARDS = 3
_MEMBERS_SHOWN = 4


class SamplesStep(QWidget):
    """One at a time: sample households, households per grid, changes old → new."""

    def __init__(self) -> None:
        super().__init__()
        self._samples: tuple[SampleHousehold, ...] = ()
        self._first = 0
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._cards = [_HouseholdCard() for _ in range(CARDS)]
        self._more = QPushButton(self.tr("换三户看看"))
        self._more.clicked.connect(self._turn)
        self._grids: TablePage[GridCount] = TablePage(GRIDS, Empty(self.tr("表里没有可导入的户。")))
        self._changes: TablePage[RosterChange] = TablePage(CHANGES, Empty(self.tr("没有改动原有的户和人。")))
        self._switch = _Switch((self._cards_page(), self._grids, self._changes))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._summary)
        column.addWidget(self._switch, 1)

    def show_preview(self, preview: Preview) -> None:
        """Show what will be there after importing."""
        self._samples, self._first = preview.samples, 0
        self._show_cards()
        self._grids.set_rows(preview.grids)
        self._changes.set_rows(preview.changes)
        self._summary.setText(self._summary_of(preview))
        self._switch.set_words(
            (
                self.tr("看样"),
                self.tr("各网格 {count} 个").format(count=len(preview.grids)),
                self.tr("改动 {count} 处").format(count=len(preview.changes)),
            )
        )
        self._switch.choose(2 if preview.changes and not preview.new_households else 0)

    def _summary_of(self, preview: Preview) -> str:
        words = self.tr(
            "{file}：{residents} 人，党员 {party} 人。新增 {households} 户 {people} 人，"
            "改动 {changes} 处，另有 {same} 户原来就在册。"
        )
        return words.format(
            file=preview.file_name,
            residents=preview.residents,
            party=preview.party_members,
            households=preview.new_households,
            people=preview.new_people,
            changes=len(preview.changes),
            same=preview.same_households,
        )

    def _cards_page(self) -> QWidget:
        page = ScrollColumn()
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in self._cards:
            row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        page.column.addLayout(row)
        page.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addStretch(1)
        return page

    def _show_cards(self) -> None:
        shown = self._samples[self._first : self._first + CARDS]
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(shown))
            if number < len(shown):
                card.show_household(shown[number])
        self._more.setVisible(len(self._samples) > CARDS)

    def _turn(self) -> None:
        self._first = self._first + CARDS if self._first + CARDS < len(self._samples) else 0
        self._show_cards()


class _HouseholdCard(Card):
    """Head, code and grid; address; the people with relation, sex, birth and masked numbers; the books."""

    def __init__(self) -> None:
        super().__init__(" ")
        self._where = _quiet("")
        self.body.addWidget(self._where)
        self._people = QVBoxLayout()
        self._people.setSpacing(2)
        self.body.addLayout(self._people)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_household(self, household: SampleHousehold) -> None:
        """Show another household."""
        self.set_title(self.tr("{head}户　{code}").format(head=household.head, code=household.code))
        self._where.setText("　".join(filter(None, (household.grid, household.address))))
        while self._people.count():
            widget = self._people.takeAt(0).widget()
            if isinstance(widget, QWidget):
                widget.hide()
                widget.deleteLater()
        for member in household.members[:_MEMBERS_SHOWN]:
            self._people.addWidget(_strong(member.name, member.party))
            for facts in member.facts:
                self._people.addWidget(_quiet(facts))
        over = len(household.members) - _MEMBERS_SHOWN
        if over > 0:
            self._people.addWidget(_quiet(self.tr("还有 {count} 人").format(count=over)))
        books = [BadgeLabel(Badge.DISC, self.tr("绿折一本"))]
        red = sum(1 for member in household.members if member.party)
        if red:
            books.append(BadgeLabel(Badge.STAR, self.tr("红折 {count} 本").format(count=red)))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 6, 0, 0)
        for book in books:
            row.addWidget(book)
        row.addStretch(1)
        self._people.addWidget(line)


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    label.setProperty("role", "quiet")
    return label


def _strong(words: str, party: bool) -> QWidget:
    if party:
        return BadgeLabel(Badge.STAR, translate("HouseholdPage", "{name}　党员").format(name=words))
    label = QLabel(words)
    label.setProperty("role", "strong")
    return label


class _Switch(QWidget):
    """Buttons of which one is down, and the widget that belongs to it."""

    def __init__(self, widgets: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._stack = QStackedLayout()
        row = QHBoxLayout()
        row.setSpacing(8)
        for number, widget in enumerate(widgets):
            button = ToggleButton()
            self._group.addButton(button, number)
            row.addWidget(button)
            self._stack.addWidget(widget)
        row.addStretch(1)
        self._group.idClicked.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(self._stack, 1)

    def set_words(self, words: tuple[str, ...]) -> None:
        """The words on the buttons."""
        for number, word in enumerate(words):
            self._group.button(number).setText(word)

    def choose(self, number: int) -> None:
        """Press a button."""
        self._group.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
