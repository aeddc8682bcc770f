from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from passbook_desk.documents.page import Page
from passbook_desk.features.notices.objections.values import (
    ObjectionCard,
    ObjectionRow,
    ObjectionState,
    WithdrawObjection,
)
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_echo, day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import FORBIDDEN, PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.notices.objection_answer import ObjectionAnswer
from passbook_desk.ui.pages.notices.objection_dialog import AssignForm
from passbook_desk.ui.pages.notices.objection_facts import FactsGrid, words_label
from passbook_desk.ui.pages.notices.objection_form import ObjectionForm
from passbook_desk.ui.pages.notices.objection_presenter import ObjectionPresenter
from passbook_desk.ui.pages.notices.objection_words import (
    due_words,
    line_title,
    state_word,
    step_words,
    way_word,
    who_words,
)
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Pane(IntEnum):
    """What the page shows."""

    FORM = 0
    CARD = 1
    ANSWER = 2
    PAPER = 3


class ObjectionPage(PageFrame):
    """Parameters: `notice` (a number) and perhaps `line` for a new objection; or `id` of one that is kept,
    with `answer` to answer it, with `paper` for the answer as a sheet to sign.
    """

    topics = frozenset({Topic.NOTICES})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("ObjectionPage", "异议"))
        self._tools = tools
        self._presenter = ObjectionPresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self._objection_id = 0
        self._card: ObjectionCard | None = None
        self.form, self.answer = ObjectionForm(tools), ObjectionAnswer(tools)
        self._preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer)
        self._panes = QStackedWidget()
        for widget in (self.form, self._card_pane(), self.answer, self._preview):
            self._panes.addWidget(widget)
        self.body.addWidget(self._panes, 1)
        self._effect = QLabel()
        self._effect.setProperty("role", "strong")
        self._effect.setWordWrap(True)
        self.footer.addWidget(self._effect, 1)
        self._save = Action("objection.save", self.tr("保存"), self._save_shown, "F8", primary=True)
        self._save_button = action_button(self._save)
        self.footer.addWidget(self._save_button)
        self.form.opened.connect(self._name_form)
        self.form.saved.connect(self._saved)
        self.answer.opened.connect(self._name_answer)
        self.answer.effect_told.connect(self._effect.setText)
        self.answer.answered.connect(self._answered)

    @property
    def pane(self) -> Pane:
        """What is shown now."""
        return Pane(self._panes.currentIndex())

    def help_steps(self) -> tuple[str, ...]:
        if self.pane is Pane.FORM:
            return (
                self.tr("填公示上的行号，右边就说是谁家；不填是对整张公示。"),
                self.tr("写他说的话，F8 保存。其余的可以不动。"),
            )
        return (
            self.tr("查过以后按“答复”。没有错选“维持”，有错选“更正”。"),
            self.tr("更正：左边勾上记错的，右边添上应当记的，一次办好。"),
            self.tr("写上答复的话，F8 答复，再打印答复单请他签收。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self.set_actions([])
        self._effect.clear()
        self._card = None
        pane = _pane_of(params)
        self._panes.setCurrentIndex(pane)
        self._offer_save(pane)
        if pane is Pane.FORM:
            line = params.get("line")
            self.form.begin(str(params.get("notice", "")), int(str(line)) if line else None)
            return
        self._objection_id = int(str(params["id"]))
        if pane is Pane.ANSWER:
            self.answer.begin(self._objection_id)
        elif pane is Pane.PAPER:
            self._preview.show_pages((), "")
            self._presenter.draw(self._objection_id, self.tr("正在排版…"))
        else:
            self._presenter.load(self._objection_id)

    def refresh(self, topics: frozenset[Topic]) -> None:
        if self.pane is Pane.CARD and self._objection_id:
            self._presenter.load(self._objection_id)

    def show_card(self, card: ObjectionCard) -> None:
        """Everything about an objection."""
        self._card = card
        row = card.row
        self.set_title(row.shown_number)
        self._fill_facts(row)
        steps = [*map(step_words, card.steps)] or [self.tr("还没有办。")]
        self._steps.setText("\n\n".join(steps))
        self._say_state(row)
        self._offer_acts(row)

    def show_pages(self, card: ObjectionCard, pages: Sequence[Page]) -> None:
        """The answer as it will be printed."""
        self.set_title(self.tr("答复单 {number}").format(number=card.row.shown_number))
        self._preview.show_pages(pages, self.title, checked=True)

    def show_done(self) -> None:
        """Somebody else has it now, or it was taken back."""
        for form in self.findChildren(AssignForm):
            form.accept()
        self._tools.announcer.done(self.tr("已登记。"))
        self._presenter.load(self._objection_id)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _card_pane(self) -> QWidget:
        pane = QWidget()
        about, course = Card(self.tr("提的什么")), Card(self.tr("办理经过"))
        self._facts, self._steps = FactsGrid(), words_label()
        for card, content in ((about, self._facts), (course, self._steps)):
            scroll = ScrollColumn()
            scroll.column.addWidget(content)
            scroll.column.addStretch(1)
            card.body.addWidget(scroll, 1)
        row = QHBoxLayout(pane)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(about, 3)
        row.addWidget(course, 2)
        return pane

    def _fill_facts(self, row: ObjectionRow) -> None:
        received = f"{day_text(row.received_on)} {day_echo(row.received_on)}　{way_word(row.way)}"
        if row.after_hours:
            received += self.tr("（公示期过了才收到）")
        facts = (
            (self.tr("状态"), state_word(row.state)),
            (self.tr("公示"), row.notice_shown),
            (self.tr("哪一行"), line_title(row)),
            (self.tr("谁提的"), who_words(row)),
            (self.tr("收到"), received),
            (self.tr("说什么"), row.words),
            (self.tr("证据"), row.evidence),
            (self.tr("谁来查"), row.handler or self.tr("还没有定")),
            (self.tr("答复期限"), due_words(row, self._tools.clock.today())),
        )
        self._facts.show_facts(facts)

    def _say_state(self, row: ObjectionRow) -> None:
        if row.state is ObjectionState.LATE:
            words = self.tr("{due}，请尽快答复，或者按“换人、延期”写明新的期限。")
            self.message.say(words.format(due=due_words(row, self._tools.clock.today())), Mood.WARN)
        else:
            self.message.clear()

    def _offer_acts(self, row: ObjectionRow) -> None:
        paper = Action("objection.print", self.tr("打印答复单"), partial(self._to, "paper"), "F12")
        if not row.open:
            self.set_actions([paper])
            return
        self.set_actions(
            [
                Action("objection.answer", self.tr("答复"), partial(self._to, "answer"), "F8", primary=True),
                Action("objection.assign", self.tr("换人、延期"), self._assign),
                Action("objection.withdraw", self.tr("撤回"), self._withdraw),
                paper,
            ]
        )

    def _offer_save(self, pane: Pane) -> None:
        """What is typed here is saved with F8; on the card F8 answers."""
        saves = pane in (Pane.FORM, Pane.ANSWER)
        self._save_button.setVisible(saves and not self._save_button.property(FORBIDDEN))
        if saves:
            word = self.tr("保存") if pane is Pane.FORM else self.tr("答复")
            self._save_button.setText(f"{word}  F8")
            bind(self, [self._save])

    def _save_shown(self) -> None:
        if self.pane is Pane.FORM:
            self.form.save()
        else:
            self.answer.save()

    def _to(self, what: str) -> None:
        self._tools.go(Route("objection", {"id": self._objection_id, what: True}))

    def _name_form(self, title: str) -> None:
        if self.pane is Pane.FORM:
            self.set_title(title)

    def _name_answer(self, title: str) -> None:
        if self.pane is Pane.ANSWER:
            self.set_title(title)

    def _saved(self, row: ObjectionRow) -> None:
        words = self.tr("已记下{number}，{day}前答复。")
        self._tools.announcer.done(words.format(number=row.shown_number, day=day_text(row.due_on)))
        self._tools.go(Route("objection", {"id": row.id}))

    def _answered(self, card: ObjectionCard) -> None:
        words = self.tr("{number}已答复：{state}。")
        row = card.row
        self._tools.announcer.done(words.format(number=row.shown_number, state=state_word(row.state)[2:]))
        self._tools.go(Route("objection", {"id": row.id}))

    def _assign(self) -> None:
        if self._card is not None:
            AssignForm(self._card.row, self._tools.clock, self._presenter.assign, self).open()

    def _withdraw(self) -> None:
        if self._card is None:
            return
        row = self._card.row
        why = self._tools.dialogs.ask_reason(
            self.tr("撤回"),
            self.tr("{number}由提的人撤回？记录留着，不再答复。").format(number=row.shown_number),
            self.tr("撤回"),
        )
        if why is not None:
            self._presenter.withdraw(WithdrawObjection(new_uid(), row.id, why))


def _pane_of(params: Mapping[str, object]) -> Pane:
    if not params.get("id"):
        return Pane.FORM
    if params.get("answer"):
        return Pane.ANSWER
    return Pane.PAPER if params.get("paper") else Pane.CARD
