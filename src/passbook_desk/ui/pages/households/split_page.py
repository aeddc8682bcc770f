"""分户: who goes, who heads, what all become, where the points go; the books before and after."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from passbook_desk.features.household_changes.values import BookChange, Changed, SplitHousehold
from passbook_desk.features.households.values import PersonRow
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell, tell_code
from passbook_desk.ui.pages.households.change_parts import BooksCard, PointsBox, WhenAndWhy, titled
from passbook_desk.ui.pages.households.changes_presenter import ChangePresenter
from passbook_desk.ui.pages.households.changes_values import SPLIT_WAYS, ChangeFacts, split_relations
from passbook_desk.ui.pages.households.life_editors import person_choices, place_combo
from passbook_desk.ui.pages.households.relations_box import RelationsBox, short_name
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class SplitPage(PageFrame):
    """Params: `id` of the household."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("SplitPage", "分户"))
        self._tools = tools
        self._presenter = ChangePresenter(tools.desk, self, tools.jobs)
        self._facts: ChangeFacts | None = None
        self._saving = False
        self.going: dict[int, QCheckBox] = {}
        self.head, self.old_head = QComboBox(), QComboBox()
        self.grid = QComboBox()
        self.house, self.address = QLineEdit(), QLineEdit()
        self.scored = QCheckBox(self.tr("新户参加积分"))
        self.relations = RelationsBox()
        self.points = PointsBox(SPLIT_WAYS)
        self.books = BooksCard()
        self.when = WhenAndWhy(tools.clock)
        self._people = ScrollColumn()
        self._boxes = QWidget()
        self._old_head_words = QLabel(self.tr("老户户主"))
        self._lay_out()
        self._by_hand: set[QComboBox] = set()
        for box in (self.head, self.old_head):
            box.currentIndexChanged.connect(lambda _: self._show_relations())
            box.activated.connect(lambda _, chosen=box: self._by_hand.add(chosen))
        self.points.changed.connect(self._preview)
        self.scored.toggled.connect(lambda _: self._preview())
        save = Action("split.save", self.tr("完成分户"), self.save, shortcut="F8", primary=True)
        self.footer.addWidget(self.when, 1)
        self.footer.addWidget(action_button(save))
        bind(self, [save])

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("先勾分出去的人，再选新户主；各人与新户主的关系自动推算，不对的可以改。"),
            self.tr("再选积分怎么分，下面列出每本存折现在和之后的数，前后合计相等才对。"),
            self.tr("写上日期和原因，按 F8 完成；新户接着编号，两本存折都会写上一行。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        household_id = params.get("id")
        if isinstance(household_id, int):
            self.message.clear()
            self.when.begin()
            self._saving = False
            self._presenter.load(household_id)

    def show_facts(self, found: ChangeFacts) -> None:
        """Offer the members."""
        self._facts = found
        household = found.card.household
        words = self.tr("分户　{head}户　{code}")
        self.set_title(words.format(head=short_name(household.head_name, 9), code=household.code))
        self._by_hand.clear()
        self._offer_people(found)
        self.house.setText(household.house_number)
        self.address.setText(household.address)
        self._offer_grids(found)
        self.points.amount.clear()
        self.points.base.clear()
        self.points.propose(found.split_rule)
        self.scored.setChecked(household.scored)
        self._follow_people()
        if self.going:
            next(iter(self.going.values())).setFocus()

    def show_books(self, books: tuple[BookChange, ...]) -> None:
        """Show the books before and after."""
        self.books.show_books(books)

    def show_no_books(self, error: BaseException) -> None:
        """Say why there is nothing to show."""
        self.books.say_nothing(tell(error))

    def show_changed(self, changed: Changed) -> None:
        """It is done: on to the new household."""
        self._tools.announcer.done(self.tr("已分户。"))
        notes = tuple(tell_code(f"finding.{row.kind}", row.params) for row in changed.findings)
        self._tools.go(Route("household", {"id": changed.other_id, "notes": notes}))

    def show_refused(self, error: BaseException) -> None:
        """Say what is to be put right, and stand there."""
        self._saving = False
        self.show_problem(error)
        name = error.params.get("field") if isinstance(error, PassbookError) else ""
        places = {"amount": self.points.amount, "on": self.when.day, "new_head": self.old_head}
        place = places.get(str(name))
        if place is not None:
            place.setFocus()

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def save(self) -> None:
        """Do it, if all is said; a second press while it is done does nothing."""
        if self._saving:
            return
        self.message.clear()
        if not self.when.reason.text().strip():
            self.message.say(self.tr("请写明分户的原因。"), Mood.WARN)
            self.when.reason.setFocus()
            return
        try:
            command = self.command()
        except PassbookError as error:
            self.show_refused(error)
            return
        if command.head_id == 0 and command.person_ids:
            self.message.say(self.tr("请选新户的户主。"), Mood.WARN)
            self.head.setFocus()
            return
        self._saving = True
        self._presenter.save(command)

    def command(self) -> SplitHousehold:
        """What is to be done; raises NotANumber, NotADate."""
        household_id = 0 if self._facts is None else self._facts.card.household.id
        head, old_head = self.head.currentData(), self.old_head.currentData()
        grid = self.grid.currentData()
        return SplitHousehold(
            self.when.act(),
            household_id,
            tuple(person_id for person_id, box in self.going.items() if box.isChecked()),
            head if isinstance(head, int) else 0,
            self.points.rule(),
            relations=self.relations.answers(),
            old_head_id=old_head if isinstance(old_head, int) else None,
            grid_id=grid if isinstance(grid, int) and grid != self._grid_id() else None,
            house_number=self.house.text().strip(),
            address=self.address.text().strip(),
            scored=self.scored.isChecked(),
        )

    def _lay_out(self) -> None:
        left, right = Card(), Card()
        self._left = ScrollColumn()
        self._members = titled(self.tr("1 谁分出去"))
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        rows = (
            (QLabel(self.tr("新户主")), self.head), (self._old_head_words, self.old_head),
            (QLabel(self.tr("网格")), self.grid), (QLabel(self.tr("门牌")), self.house),
            (QLabel(self.tr("住址")), self.address),
        )  # fmt: skip
        for number, (label, editor) in enumerate(rows):
            label.setBuddy(editor)
            editor.setAccessibleName(label.text())
            grid.addWidget(label, number, 0)
            grid.addWidget(editor, number, 1)
        heads = titled(self.tr("2 新户"), fields, self.scored)
        self._left.column.addLayout(self._members)
        self._left.column.addLayout(heads)
        self._left.column.addLayout(titled(self.tr("3 各人与户主的关系"), self.relations))
        self._left.column.addStretch(1)
        left.body.addWidget(self._left, 1)
        scroll = ScrollColumn()
        scroll.column.addLayout(titled(self.tr("4 积分怎么分"), self.points))
        scroll.column.addWidget(self.books)
        scroll.column.addStretch(1)
        right.body.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(left, 2)
        row.addWidget(right, 3)
        self.body.addLayout(row)

    def _offer_people(self, found: ChangeFacts) -> None:
        for box in self.going.values():
            self._members.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.going = {}
        for word, person_id in person_choices(found.card.people):
            box = QCheckBox(word)
            box.toggled.connect(lambda _: self._follow_people())
            self._members.addWidget(box)
            if isinstance(person_id, int):
                self.going[person_id] = box

    def _offer_grids(self, found: ChangeFacts) -> None:
        self.grid.clear()
        source = place_combo(found.places, grids_only=True)
        for number in range(source.count()):
            self.grid.addItem(source.itemText(number), source.itemData(number))
        self.grid.setCurrentIndex(self.grid.findData(found.card.household.grid_id))

    def _grid_id(self) -> int | None:
        return None if self._facts is None else self._facts.card.household.grid_id

    def _follow_people(self) -> None:
        people = self._facts.card.people if self._facts is not None else ()
        going = self._going()
        self._offer(self.head, [person for person in people if person.id in going])
        head_goes = any(person.is_head for person in people if person.id in going)
        self._offer(self.old_head, [person for person in people if person.id not in going])
        for widget in (self._old_head_words, self.old_head):
            widget.setVisible(head_goes and len(going) < len(people))
        if not head_goes:
            self.old_head.setCurrentIndex(-1)
        self._show_relations()
        self._preview()

    def _going(self) -> frozenset[int]:
        return frozenset(person_id for person_id, box in self.going.items() if box.isChecked())

    def _show_relations(self) -> None:
        if self._facts is None:
            return
        head, old_head = self.head.currentData(), self.old_head.currentData()
        self.relations.show_lines(
            split_relations(
                self._facts.card.people,
                self._facts.kinship,
                self._going(),
                head if isinstance(head, int) else 0,
                old_head if isinstance(old_head, int) else None,
            )
        )

    def _preview(self) -> None:
        if self._facts is None or not self._going():
            self.books.say_nothing("")
            return
        try:
            self._presenter.preview(self.command())
        except PassbookError as error:
            self.books.say_nothing(tell(error))

    def _offer(self, box: QComboBox, people: list[PersonRow]) -> None:
        """Offer these people; whom the clerk chose stays chosen, a single one is chosen at once."""
        held = box.currentData() if box in self._by_hand else None
        box.blockSignals(True)
        box.clear()
        for word, person_id in person_choices(people):
            box.addItem(word, person_id)
        box.setPlaceholderText(self.tr("请选"))
        box.setCurrentIndex(box.findData(held) if held is not None else -1)
        if len(people) == 1:
            box.setCurrentIndex(0)
        box.blockSignals(False)
