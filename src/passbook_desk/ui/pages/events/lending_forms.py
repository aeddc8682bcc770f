"""Forms of the council's page about pledges and things lent."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from passbook_desk.features.events.bodies.values import AddPledge, Capacity, PledgeText, WritePledge
from passbook_desk.features.events.lending.values import (
    BringBack,
    EquipmentRow,
    KeepEquipment,
    LendOut,
    LoanRow,
)
from passbook_desk.kernel.clock import Clock
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import CountEdit
from passbook_desk.ui.kit.form import Field
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.events.council_columns import PledgeLine, capacity_word
from passbook_desk.ui.pages.events.council_forms import CouncilForm, long_text
from passbook_desk.ui.pages.events.council_presenter import CouncilPresenter, Who
from passbook_desk.ui.pages.events.who_edit import WhoEdit

Saved = Callable[[], None]


class PledgeForm(CouncilForm):
    """Who signed, as what, for which event and when; `line` is somebody who is known not to have signed."""

    def __init__(
        self,
        presenter: CouncilPresenter,
        clock: Clock,
        events: Sequence[Who],
        line: PledgeLine | None,
        saved: Saved,
        parent: QWidget,
    ) -> None:
        self.signer = WhoEdit(
            presenter.find_signers, translate("PledgeForm", "姓名、首字母、户编号"), names=True
        )
        self.capacity, self.event_choice = QComboBox(), QComboBox()
        for capacity in Capacity:
            self.capacity.addItem(capacity_word(capacity), capacity.value)
        self.capacity.setCurrentIndex(self.capacity.findData(Capacity.VILLAGER.value))
        self.event_choice.addItem(translate("PledgeForm", "不为某件事，一般承诺"), None)
        for event in events:
            self.event_choice.addItem(event.words, event.event_id)
        self.signed_on = LenientDateEdit(clock, clock.today())
        super().__init__(
            translate("PledgeForm", "登记签订承诺书"),
            (
                Field("signer", translate("PledgeForm", "承诺人"), self.signer,
                      help=translate("PledgeForm", "为某件红白事签、又留空，就是事主家。")),
                Field("capacity", translate("PledgeForm", "身份"), self.capacity),
                Field("event", translate("PledgeForm", "为哪件事"), self.event_choice),
                Field("signed_on", translate("PledgeForm", "签订日期"), self.signed_on, required=True,
                      check=self.signed_on.day),
            ),
            presenter, saved, parent,
        )  # fmt: skip
        self._clock = clock
        if line is not None and line.missing is not None:
            self.signer.set_who(Who(f"{line.name}　{line.code}", line.missing.person_id, name=line.name))
            self.capacity.setCurrentIndex(self.capacity.findData(line.missing.capacity.value))

    def command(self) -> AddPledge:
        who = self.signer.who() or Who("")
        return AddPledge(
            uid=self.uid,
            capacity=Capacity(self.capacity.currentData()),
            signed_on=self.signed_on.day() or self._clock.today(),
            person_id=who.person_id,
            household_id=who.household_id,
            name=who.name,
            event_id=self.event_choice.currentData(),
        )


class PledgeWordsForm(CouncilForm):
    """Other words for the pledge, from those in use."""

    def __init__(
        self, presenter: CouncilPresenter, clock: Clock, text: PledgeText, saved: Saved, parent: QWidget
    ) -> None:
        self.words = long_text(text.words)
        self.decided_on = LenientDateEdit(clock, clock.today())
        super().__init__(
            translate("PledgeWordsForm", "承诺书的文字"),
            (
                Field("words", translate("PledgeWordsForm", "文字"), self.words, required=True,
                      help=translate("PledgeWordsForm", "一段一行；已签的仍是原来的文字。")),
                Field("decided_on", translate("PledgeWordsForm", "议定日期"), self.decided_on, required=True,
                      check=self.decided_on.day),
            ),
            presenter, saved, parent,
        )  # fmt: skip
        self._clock = clock

    def command(self) -> WritePledge:
        on = self.decided_on.day() or self._clock.today()
        return WritePledge(self.uid, self.words.toPlainText(), on)


class EquipmentForm(CouncilForm):
    """A kind of thing and how many there are; `known` is counted again."""

    def __init__(
        self, presenter: CouncilPresenter, known: EquipmentRow | None, saved: Saved, parent: QWidget
    ) -> None:
        self._known = known
        self.name, self.unit, self.total = QLineEdit(), QLineEdit(), CountEdit(5)
        self.why = QLineEdit()
        if known is not None:
            self.name.setText(known.name)
            self.unit.setText(known.unit)
            self.total.set_value(known.total)
        new = known is None
        super().__init__(
            translate("EquipmentForm", "添物品") if new else translate("EquipmentForm", "清点物品"),
            (
                Field("name", translate("EquipmentForm", "名称"), self.name, required=True,
                      help=translate("EquipmentForm", "如 桌子、椅子、灶具、帐篷。")),
                Field("unit", translate("EquipmentForm", "单位"), self.unit, required=True,
                      help=translate("EquipmentForm", "张、把、套、顶。")),
                Field("total", translate("EquipmentForm", "共有"), self.total, required=True,
                      help=translate("EquipmentForm", "借在外面的也算在内，坏的不算。")),
                Field("words", translate("EquipmentForm", "为什么变"), self.why,
                      help=translate("EquipmentForm", "如 新买、修好、报废，可以不写。")),
            ),
            presenter, saved, parent,
        )  # fmt: skip

    def command(self) -> KeepEquipment:
        known_id = None if self._known is None else self._known.id
        total = self.total.value() or 0
        return KeepEquipment(self.uid, self.name.text(), self.unit.text(), total, known_id, self.why.text())


class LendForm(CouncilForm):
    """Things handed to an event or a household."""

    def __init__(
        self,
        presenter: CouncilPresenter,
        clock: Clock,
        things: Sequence[EquipmentRow],
        chosen: EquipmentRow | None,
        saved: Saved,
        parent: QWidget,
    ) -> None:
        self.borrower = WhoEdit(
            presenter.find_borrowers, translate("LendForm", "事主或户主、编号"), names=False
        )
        self.thing, self.count, self.taker = QComboBox(), CountEdit(5), QLineEdit()
        said = translate("LendForm", "{name}（能借 {free} {unit}）")
        for row in things:
            self.thing.addItem(said.format(name=row.name, free=row.free, unit=row.unit), row.id)
        if chosen is not None:
            self.thing.setCurrentIndex(self.thing.findData(chosen.id))
        self.moved_on, self.due_on = LenientDateEdit(clock, clock.today()), LenientDateEdit(clock)
        super().__init__(
            translate("LendForm", "借出物品"),
            (
                Field("borrower", translate("LendForm", "借给"), self.borrower),
                Field("equipment", translate("LendForm", "物品"), self.thing),
                Field("count", translate("LendForm", "数量"), self.count, required=True),
                Field("who", translate("LendForm", "领取人"), self.taker),
                Field("moved_on", translate("LendForm", "借出日期"), self.moved_on, required=True,
                      check=self.moved_on.day),
                Field("due_on", translate("LendForm", "应还日期"), self.due_on, check=self.due_on.day,
                      help=translate("LendForm", "红白事留空，就是办完的第二天。")),
            ),
            presenter, saved, parent,
        )  # fmt: skip
        self._clock = clock

    def command(self) -> LendOut:
        who = self.borrower.who() or Who("")
        return LendOut(
            uid=self.uid,
            equipment_id=self.thing.currentData(),
            count=self.count.value() or 0,
            moved_on=self.moved_on.day() or self._clock.today(),
            who=self.taker.text(),
            event_id=who.event_id,
            household_id=who.household_id,
            due_on=self.due_on.day(),
        )


class ReturnForm(CouncilForm):
    """What came back of a loan: sound, broken, or not at all."""

    def __init__(
        self, presenter: CouncilPresenter, clock: Clock, loan: LoanRow, saved: Saved, parent: QWidget
    ) -> None:
        self._loan, self._clock = loan, clock
        self.count, self.broken, self.short = CountEdit(5), CountEdit(5), CountEdit(5)
        self.count.set_value(loan.open)
        self.why = QLineEdit()
        self.moved_on = LenientDateEdit(clock, clock.today())
        title = translate("ReturnForm", "归还{name}，还有 {open} {unit}在外")
        super().__init__(
            title.format(name=loan.name, open=loan.open, unit=loan.unit),
            (
                Field("count", translate("ReturnForm", "好的"), self.count, unit=loan.unit),
                Field("broken", translate("ReturnForm", "坏的"), self.broken, unit=loan.unit),
                Field("short", translate("ReturnForm", "少的"), self.short, unit=loan.unit,
                      help=translate("ReturnForm", "不会再还的才算少的。")),
                Field("words", translate("ReturnForm", "说明"), self.why,
                      help=translate("ReturnForm", "如 断了一条腿，照价赔了。")),
                Field("moved_on", translate("ReturnForm", "归还日期"), self.moved_on, required=True,
                      check=self.moved_on.day),
            ),
            presenter, saved, parent,
        )  # fmt: skip

    def command(self) -> BringBack:
        return BringBack(
            uid=self.uid,
            loan_id=self._loan.id,
            count=self.count.value() or 0,
            moved_on=self.moved_on.day() or self._clock.today(),
            short=self.short.value() or 0,
            broken=self.broken.value() or 0,
            words=self.why.text(),
        )
