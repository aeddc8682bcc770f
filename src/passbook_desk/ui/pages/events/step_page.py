from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from passbook_desk.features.events.course.kinds import StepKind
from passbook_desk.features.events.values import EventCard
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.pages.events.step_form import StepForm
from passbook_desk.ui.pages.events.words import state_word, step_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class StepPage(PageFrame):
    """The next step of an event. Parameters: `id` of the event, `kind` (a StepKind)."""

    topics = frozenset({Topic.EVENTS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("StepPage", "登记进展"))
        self._tools = tools
        self._forms: dict[StepKind, StepForm] = {}
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        save = Action("step.save", self.tr("保存"), self._save, "F8", primary=True)
        self.footer.addStretch(1)
        self.footer.addWidget(action_button(save))
        bind(self, [save])

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("理事会定的事，照会议记录填记录号。"),
            self.tr("现场核查填看到的数，旁边就说未超、接近还是超标。"),
            self.tr("F8 或 Ctrl+Enter 保存；记下的进展不能改，只能再登一次。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        kind = StepKind(str(params.get("kind", StepKind.OPINION.value)))
        if kind not in self._forms:
            form = StepForm(kind, self._tools)
            form.opened.connect(partial(self._name, kind))
            form.taken.connect(self._taken)
            self._forms[kind] = form
            self._stack.addWidget(form)
        self.set_title(step_word(kind))
        self._stack.setCurrentWidget(self._forms[kind])
        self._forms[kind].begin(int(str(params.get("id", 0))))

    def _save(self) -> None:
        form = self._stack.currentWidget()
        if isinstance(form, StepForm):
            form.save()

    def _name(self, kind: StepKind, card: EventCard) -> None:
        self.set_title(
            self.tr("{step} {number} {head}户").format(
                step=step_word(kind), number=card.number, head=card.head_name
            )
        )

    def _taken(self, card: EventCard) -> None:
        self._tools.announcer.done(
            self.tr("{number} {head}户：已登记，现在是{state}。").format(
                number=card.number, head=card.head_name, state=state_word(card.state)
            )
        )
        self._tools.go(Route("event", {"id": card.id}))
