from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from passbook_desk.features.events.values import OTHER_KINDS, EventCard, EventKind
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, ToggleButton, action_button, bind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.pages.events.report_form import ReportForm
from passbook_desk.ui.pages.events.words import kind_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class EventFormPage(PageFrame):
    """Reporting an event. Parameters: `kind` (wedding, funeral, other …), `household` (an id)."""

    topics = frozenset({Topic.EVENTS, Topic.HOUSEHOLDS})

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        super().__init__(QCoreApplication.translate("EventFormPage", "红白事报备"))
        self._tools, self._key = tools, key
        self._forms: dict[EventKind, ReportForm] = {}
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self._save = Action("event.save", self.tr("保存"), self._save_shown, "F8", primary=True)
        self.more = ToggleButton(self.tr("当事人、几天、邀请范围"))
        self.more.toggled.connect(self._unfold)
        self.footer.addWidget(self.more)
        self.footer.addStretch(1)
        self.footer.addWidget(action_button(self._save))
        bind(self, [self._save])

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("找到事主，填办事日期。旁边会说是否按时、按哪一档标准。"),
            self.tr("填桌数、每桌标准等。每填一个数，旁边就说未超、接近还是超标。"),
            self.tr("F8 保存，再打报备表给红白理事会签字。超标也能保存，由理事会决定。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        form = self._form(EventKind(str(params.get("kind", EventKind.WEDDING.value))))
        self._stack.setCurrentWidget(form)
        household_id = params.get("household")
        if isinstance(household_id, int):
            form.take_household(household_id)
        form.load()
        self.more.setChecked(form.unfolded)
        form.host.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        form = self._stack.currentWidget()
        if isinstance(form, ReportForm):
            form.load()

    def _form(self, kind: EventKind) -> ReportForm:
        kinds = OTHER_KINDS if kind in OTHER_KINDS else (kind,)
        kind = kinds[-1]
        self.set_title(self.tr("{kind}报备").format(kind=kind_word(kind)))
        if kind not in self._forms:
            form = ReportForm(kinds, self._tools, self._key)
            form.saved.connect(self._saved)
            form.wants_standard.connect(self._ask_for_standard)
            self._forms[kind] = form
            self._stack.addWidget(form)
        return self._forms[kind]

    def _save_shown(self) -> None:
        form = self._stack.currentWidget()
        if isinstance(form, ReportForm):
            form.save()

    def _unfold(self, all_of_them: bool) -> None:
        form = self._stack.currentWidget()
        if isinstance(form, ReportForm):
            form.unfold(all_of_them)

    def _saved(self, card: EventCard) -> None:
        form = self._stack.currentWidget()
        if isinstance(form, ReportForm):
            form.begin()
        self._tools.announcer.done(
            self.tr("已报备 {number}：{head}户{kind}。").format(
                number=card.number, head=card.head_name, kind=kind_word(card.kind)
            )
        )
        self._tools.go(Route("event", {"id": card.id}))

    def _ask_for_standard(self, missing: bool) -> None:
        button = self.act_button("event.save")
        if button is not None:
            button.setEnabled(not missing)
        if not missing:
            self.message.clear()
            return
        self.message.say(
            self.tr("村里还没有采用红白事标准，不能报备。先开会采用一份。"),
            Mood.WARN,
            self.tr("采用标准"),
            lambda: self._tools.go(Route("standard")),
        )
