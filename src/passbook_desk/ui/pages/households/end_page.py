"""并户 and 注销: a household ends; whom its people and its points go to, with the books before and after."""

from abc import abstractmethod
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from passbook_desk.features.household_changes.errors import SameHousehold
from passbook_desk.features.household_changes.values import (
    BookChange,
    Changed,
    DeregisterHousehold,
    MergeHouseholds,
    PointsWay,
)
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell, tell_code
from passbook_desk.ui.pages.households.change_parts import BooksCard, PointsBox, WhenAndWhy, titled
from passbook_desk.ui.pages.households.changes_presenter import ChangePresenter
from passbook_desk.ui.pages.households.changes_values import (
    END_WAYS,
    MERGE_WAYS,
    ChangeFacts,
    joining_lines,
)
from passbook_desk.ui.pages.households.life_editors import household_pick
from passbook_desk.ui.pages.households.life_presenter import Finder
from passbook_desk.ui.pages.households.relations_box import RelationsBox, short_name
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class EndPage(PageFrame):
    """Base of both pages. Params: `id` of the household that ends."""

    def __init__(self, tools: Tools, key: LookupKey, title: str, ways: tuple[PointsWay, ...]) -> None:
        super().__init__(title)
        self._tools, self._word = tools, title
        self._presenter = ChangePresenter(tools.desk, self, tools.jobs)
        self._facts: ChangeFacts | None = None
        self._saving = False
        self.to = household_pick(Finder(tools.desk, tools.jobs, key, self.show_problem))
        self.points = PointsBox(ways)
        self.books = BooksCard()
        self.when = WhenAndWhy(tools.clock)
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.warning.setProperty("role", "warn")
        self.to.picked.connect(lambda _: self.preview())
        self.points.changed.connect(self.preview)
        left, right = ScrollColumn(), ScrollColumn()
        left.column.addWidget(self.warning)
        for part in self.parts():
            left.column.addLayout(part)
        for part in self.points_parts():
            right.column.addLayout(part)
        right.column.addWidget(self.books)
        row = QHBoxLayout()
        row.setSpacing(12)
        for column, share in ((left, 2), (right, 3)):
            column.column.addStretch(1)
            card = Card()
            card.body.addWidget(column, 1)
            row.addWidget(card, share)
        self.body.addLayout(row, 1)
        act = Action(f"{self.objectName()}.save", self.tr("完成"), self.save, shortcut="F8", primary=True)
        self.footer.addWidget(self.when, 1)
        self.footer.addWidget(action_button(act))
        bind(self, [act])

    @abstractmethod
    def parts(self) -> tuple[QVBoxLayout, ...]:
        """The numbered parts of the form on the left."""

    def points_parts(self) -> tuple[QVBoxLayout, ...]:
        """What stands above the books on the right."""
        return ()

    @abstractmethod
    def command(self) -> MergeHouseholds | DeregisterHousehold:
        """What is to be done; raises NotANumber, NotADate."""

    def propose(self, found: ChangeFacts) -> None:
        """Begin with what the village has decided, where it decides this."""

    @abstractmethod
    def is_ready(self) -> bool:
        """Whether so much is said that books can be shown."""

    @abstractmethod
    def warn(self, found: ChangeFacts) -> str:
        """What the clerk should know before."""

    def enter(self, params: Mapping[str, object]) -> None:
        household_id = params.get("id")
        if isinstance(household_id, int):
            self.message.clear()
            self.when.begin()
            self._saving = False
            self.to.line.clear()
            self.to.line.found.emit("")
            self.points.way.setCurrentIndex(0)
            self._presenter.load(household_id)

    def show_facts(self, found: ChangeFacts) -> None:
        """Show whose end it is."""
        self._facts = found
        self.propose(found)
        household = found.card.household
        words = self.tr("{act}　{head}户　{code}")
        self.set_title(
            words.format(act=self._word, head=short_name(household.head_name, 9), code=household.code)
        )
        self.warning.setText(self.warn(found))
        self.preview()

    def preview(self) -> None:
        """Show the books as far as things are said."""
        if self._facts is None or not self.is_ready():
            self.books.say_nothing("")
            return
        household, pick = self._facts.card.household, self.to.pick()
        try:
            if pick is not None and pick.id == household.id:
                raise SameHousehold(field="into")
            self._presenter.preview(self.command())
        except PassbookError as error:
            self.books.say_nothing(tell(error))

    def show_books(self, books: tuple[BookChange, ...]) -> None:
        """Show the books before and after."""
        self.books.show_books(books)

    def show_no_books(self, error: BaseException) -> None:
        """Say why there is nothing to show."""
        self.books.say_nothing(tell(error))

    def show_changed(self, changed: Changed) -> None:
        """It is done: on to the household that has the people or the points."""
        self._tools.announcer.done(self.tr("已登记：{act}。").format(act=self._word))
        notes = tuple(tell_code(f"finding.{row.kind}", row.params) for row in changed.findings)
        target = changed.other_id or changed.household_id
        self._tools.go(Route("household", {"id": target, "notes": notes}))

    def show_refused(self, error: BaseException) -> None:
        """Say what is to be put right, and stand there."""
        self._saving = False
        self.show_problem(error)
        name = str(error.params.get("field", "")) if isinstance(error, PassbookError) else ""
        places: dict[str, QWidget] = {
            "amount": self.points.amount, "on": self.when.day, "to": self.to, "into": self.to,
        }  # fmt: skip
        if name in places:
            places[name].setFocus()

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def save(self) -> None:
        """Do it, if all is said and the clerk agrees; a second press while it is done does nothing."""
        if self._saving:
            return
        self.message.clear()
        if not self.when.reason.text().strip():
            self.message.say(self.tr("请写明原因。"), Mood.WARN)
            self.when.reason.setFocus()
            return
        try:
            command = self.command()
        except PassbookError as error:
            self.show_refused(error)
            return
        if self._tools.dialogs.confirm(self._word, self.warning.text(), self._word):
            self._saving = True
            self._presenter.save(command)


class MergePage(EndPage):
    """并户: everybody goes into another household."""

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        self.relations = RelationsBox()
        super().__init__(tools, key, QCoreApplication.translate("MergePage", "并户"), MERGE_WAYS)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("先找并到哪一户，再选各人与那户户主的关系。"),
            self.tr("选积分怎么办：下面列出两本存折现在和之后的数，前后合计相等才对。"),
            self.tr("写上日期和原因，按 F8 完成；本户编号不再使用，记录一直看得到。"),
        )

    def parts(self) -> tuple[QVBoxLayout, ...]:
        return (
            titled(self.tr("1 并到哪一户"), self.to),
            titled(self.tr("2 各人与那户户主的关系"), self.relations),
        )

    def points_parts(self) -> tuple[QVBoxLayout, ...]:
        return (titled(self.tr("3 本户的积分"), self.points),)

    def propose(self, found: ChangeFacts) -> None:
        self.points.propose(found.merge_rule)

    def show_facts(self, found: ChangeFacts) -> None:
        self.relations.show_lines(joining_lines(found.card.people))
        super().show_facts(found)

    def command(self) -> MergeHouseholds:
        household_id = 0 if self._facts is None else self._facts.card.household.id
        pick = self.to.checked()
        answers = self.relations.answers()
        return MergeHouseholds(self.when.act(), household_id, pick.id, self.points.rule(), answers)

    def is_ready(self) -> bool:
        return self.to.pick() is not None

    def warn(self, found: ChangeFacts) -> str:
        words = self.tr("全家 {count} 人并到另一户，本户的存折收起，编号不再用。")
        return words.format(count=len(found.card.people))


class DeregisterPage(EndPage):
    """注销: the household ends, and everybody in it is struck off."""

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        super().__init__(tools, key, QCoreApplication.translate("DeregisterPage", "注销本户"), END_WAYS)
        self.points.changed.connect(self._follow_way)
        self._follow_way()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("先选积分怎么办；转给别户的，再找是哪一户。"),
            self.tr("下面列出存折现在和之后的数；冻结的积分以后可在“办理…”里解冻。"),
            self.tr("写上日期和原因，按 F8 完成；这一户的记录一直看得到。"),
        )

    def parts(self) -> tuple[QVBoxLayout, ...]:
        self._receiver = QWidget()
        self._receiver.setLayout(titled(self.tr("2 转给哪一户"), self.to))
        holder = QVBoxLayout()
        holder.addWidget(self._receiver)
        return (titled(self.tr("1 本户的积分"), self.points), holder)

    def command(self) -> DeregisterHousehold:
        household_id = 0 if self._facts is None else self._facts.card.household.id
        pick = self.to.pick() if self._gives() else None
        to_id = None if pick is None else pick.id
        return DeregisterHousehold(self.when.act(), household_id, self.points.rule(), to_id)

    def is_ready(self) -> bool:
        return not self._gives() or self.to.pick() is not None

    def warn(self, found: ChangeFacts) -> str:
        people = len(found.card.people)
        if not people:
            return self.tr("注销以后这一户不再有，编号不再用，记录都留着。")
        words = self.tr("注意：还有 {count} 人在这一户，会一起注销。只是迁走的，请用“整户迁出”。")
        return words.format(count=people)

    def _gives(self) -> bool:
        return self.points.way.currentData() in (PointsWay.MOVE, PointsWay.AMOUNT)

    def _follow_way(self) -> None:
        self._receiver.setVisible(self._gives())
