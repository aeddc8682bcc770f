"""Forms of the council's page about bodies: a member, the end of a term, a body's name, a charter."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from passbook_desk.features.events.bodies.values import (
    AddMember,
    AdoptCharter,
    BodyKind,
    BodyRow,
    FoundBody,
    MemberRow,
)
from passbook_desk.features.events.bodies.words import DUTIES, STANDINGS
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.actions import Action, bind
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import han_width, metrics
from passbook_desk.ui.pages.events.council_columns import body_word
from passbook_desk.ui.pages.events.council_presenter import Command, CouncilPresenter, EndTerm
from passbook_desk.ui.pages.events.who_edit import WhoEdit

_ROWS: Final = 7
"""Rows of a table that a field for several paragraphs is as high as."""


class CouncilForm(FormDialog):
    """A form that saves one command and closes; F8 and Ctrl+Enter save, refusals stand beside their field."""

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        presenter: CouncilPresenter,
        saved: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self._presenter, self._saved, self.uid = presenter, saved, new_uid()
        panel = FormPanel(fields, translate("CouncilForm", "保存"))
        super().__init__(title, panel, parent)
        bind(self, [Action("council.save", title, panel.submit, "F8")])
        panel.submitted.connect(self._submit)
        self._open_whole()

    @abstractmethod
    def command(self) -> Command:
        """What the fields say."""

    def done(self, result: int) -> None:
        """Closed; the form is used once."""
        super().done(result)
        self.deleteLater()

    def _submit(self) -> None:
        self.panel.set_busy(True)
        self._presenter.save(self.command(), self._kept, self.panel.show_problem)

    def _open_whole(self) -> None:
        """As high as all fields and a refusal need, as far as the screen reaches."""
        wanted = self.sizeHint()
        room = self.screen().availableGeometry().height() * 9 // 10
        self.resize(wanted.width(), min(wanted.height() + metrics().row * 2, room))

    def _kept(self) -> None:
        self.accept()
        self._saved()


class MemberForm(CouncilForm):
    """Somebody's term in a body."""

    def __init__(
        self,
        presenter: CouncilPresenter,
        clock: Clock,
        kind: BodyKind,
        saved: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self.member = WhoEdit(presenter.find_people, translate("MemberForm", "居民姓名、首字母"), names=True)
        self.body = body_choice(kind)
        self.duty, self.standing = _offered(DUTIES), _offered(("", *STANDINGS))
        self.duty.setCurrentText(DUTIES[2])
        self.from_on = LenientDateEdit(clock, clock.today())
        self.to_on = LenientDateEdit(clock)
        super().__init__(
            translate("MemberForm", "添成员"),
            (
                Field("member", translate("MemberForm", "姓名"), self.member),
                Field("body", translate("MemberForm", "机构"), self.body),
                Field("duty", translate("MemberForm", "职务"), self.duty, required=True),
                Field("standing", translate("MemberForm", "身份"), self.standing),
                Field("from_on", translate("MemberForm", "任期起"), self.from_on, required=True,
                      check=self.from_on.day),
                Field("to_on", translate("MemberForm", "任期止"), self.to_on, check=self.to_on.day,
                      help=translate("MemberForm", "没有定期限就留空。")),
            ),
            presenter, saved, parent,
        )  # fmt: skip
        self._clock = clock

    def command(self) -> AddMember:
        who = self.member.who()
        return AddMember(
            uid=self.uid,
            kind=BodyKind(self.body.currentData()),
            duty=self.duty.currentText(),
            from_on=self.from_on.day() or self._clock.today(),
            person_id=None if who is None else who.person_id,
            name="" if who is None else who.name,
            standing=self.standing.currentText(),
            to_on=self.to_on.day(),
        )


class EndTermForm(CouncilForm):
    """The last day of a member's term."""

    def __init__(
        self,
        presenter: CouncilPresenter,
        clock: Clock,
        row: MemberRow,
        saved: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self._row, self._clock = row, clock
        self.on = LenientDateEdit(clock, clock.today())
        super().__init__(
            translate("EndTermForm", "{name}的{duty}到哪天为止").format(name=row.name, duty=row.duty),
            (
                Field("on", translate("EndTermForm", "最后一天"), self.on, required=True, check=self.on.day,
                      help=translate("EndTermForm", "任期留在名单里，点“以前的”能看到。")),
            ),
            presenter, saved, parent,
        )  # fmt: skip

    def command(self) -> EndTerm:
        return EndTerm(self._row.id, self.on.day() or self._clock.today())


class BodyForm(CouncilForm):
    """What a body is called and since when it exists."""

    def __init__(
        self,
        presenter: CouncilPresenter,
        clock: Clock,
        row: BodyRow,
        saved: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self._row = row
        self.name = QLineEdit(row.name)
        self.founded_on = LenientDateEdit(clock, row.founded_on)
        super().__init__(
            translate("BodyForm", "机构名称和成立日期"),
            (
                Field("name", translate("BodyForm", "名称"), self.name, required=True),
                Field("founded_on", translate("BodyForm", "成立日期"), self.founded_on,
                      check=self.founded_on.day, help=translate("BodyForm", "记不清就留空。")),
            ),
            presenter, saved, parent,
        )  # fmt: skip

    def command(self) -> FoundBody:
        return FoundBody(self._row.kind, self.name.text(), self.founded_on.day())


class CharterForm(CouncilForm):
    """A charter as a meeting decided it."""

    def __init__(
        self,
        presenter: CouncilPresenter,
        clock: Clock,
        kind: BodyKind,
        saved: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self.body, self.minutes_no = body_choice(kind), QLineEdit()
        self.meeting_on = LenientDateEdit(clock, clock.today())
        self.effective_from = LenientDateEdit(clock, clock.today())
        self.words = long_text("")
        super().__init__(
            translate("CharterForm", "采用新章程"),
            (
                Field("body", translate("CharterForm", "机构"), self.body),
                Field("meeting_on", translate("CharterForm", "开会日期"), self.meeting_on, required=True,
                      check=self.meeting_on.day),
                Field("minutes_no", translate("CharterForm", "会议记录号"), self.minutes_no),
                Field("effective_from", translate("CharterForm", "执行日期"), self.effective_from,
                      required=True, check=self.effective_from.day),
                Field("words", translate("CharterForm", "章程"), self.words, required=True,
                      help=translate("CharterForm", "粘贴全文，或写文件名。")),
            ),
            presenter, saved, parent,
        )  # fmt: skip
        self._clock = clock

    def command(self) -> AdoptCharter:
        today = self._clock.today()
        return AdoptCharter(
            uid=self.uid,
            kind=BodyKind(self.body.currentData()),
            meeting_on=self.meeting_on.day() or today,
            minutes_no=self.minutes_no.text(),
            effective_from=self.effective_from.day() or today,
            words=self.words.toPlainText(),
        )


def long_text(text: str) -> QPlainTextEdit:
    """A field for several paragraphs; Tab leaves it."""
    edit = QPlainTextEdit(text)
    edit.setTabChangesFocus(True)
    edit.setMinimumWidth(han_width(edit, 24))
    edit.setFixedHeight(metrics().row * _ROWS)
    return edit


def body_choice(kind: BodyKind) -> QComboBox:
    """One of the two bodies."""
    choice = QComboBox()
    for each in BodyKind:
        choice.addItem(body_word(each), each.value)
    choice.setCurrentIndex(choice.findData(kind.value))
    choice.setMinimumWidth(han_width(choice, 10))
    return choice


def _offered(words: Sequence[str]) -> QComboBox:
    choice = QComboBox()
    choice.setEditable(True)
    choice.addItems(list(words))
    return choice
