"""办理: what can be done with a household on the left, the form of the act chosen beside it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton

from passbook_desk.features.households.life.values import ActKind
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell, tell_code
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import word_width
from passbook_desk.ui.pages.households.life_acts import CONTEXT, FOUNDING, LifeAct, act_of, offered
from passbook_desk.ui.pages.households.life_form import LifeForm
from passbook_desk.ui.pages.households.life_presenter import Finder, LifePresenter
from passbook_desk.ui.pages.households.life_values import Double, LifeDone, LifeDraft, LifeFacts
from passbook_desk.ui.pages.households.relations_box import short_name
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_LIST_CHARACTERS = 10


class LifePage(PageFrame):
    """Params: `id` of the household, and `act` and `person` to begin with; without `id` a new household."""

    def __init__(self, tools: Tools, key: LookupKey) -> None:
        super().__init__(QCoreApplication.translate("LifePage", "办理"))
        self._tools = tools
        self._presenter = LifePresenter(tools.desk, self, tools.jobs, key)
        self._finder = Finder(tools.desk, tools.jobs, key, self.show_problem)
        self._facts: LifeFacts | None = None
        self._wanted: tuple[object, object] = (None, None)
        self.form: LifeForm | None = None
        self.acts = QListWidget()
        self.acts.setAccessibleName(self.tr("办什么"))
        self.acts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.acts.currentItemChanged.connect(lambda item, _: self._choose(item))
        self.acts.itemActivated.connect(lambda _: self._into_form())
        self.acts.installEventFilter(self)
        self._card = Card()
        self._hint = QLabel(self.tr("在左边选要办的事。"))
        self._hint.setProperty("role", "quiet")
        self._hint.setWordWrap(True)
        self._go = QPushButton()
        self._go.setProperty("primary", True)
        self._go.clicked.connect(self._into_form)
        self._card.body.addWidget(self._hint)
        self._card.body.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        self._card.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.acts)
        row.addWidget(self._card, 1)
        self.body.addLayout(row)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("左边用 ↑ ↓ 选要办的事，按 Enter 到右边填表；Ctrl+Enter 保存，Esc 返回。"),
            self.tr("日期是事情发生的那天，从那天起算；补记以前的事写以前的日期。"),
            self.tr("每件事都会写进这一户的变更记录，写明原因和经手人。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.acts.setFixedWidth(word_width(self, _LIST_CHARACTERS) + 24)
        self.message.clear()
        self._drop_form()
        self._wanted = (params.get("act"), params.get("person"))
        household_id = params.get("id")
        self._presenter.load(household_id if isinstance(household_id, int) else None)

    def show_facts(self, found: LifeFacts) -> None:
        """Offer what can be done."""
        self._facts = found
        self.acts.setVisible(found.card is not None)
        if found.card is None:
            self.set_title(translate(CONTEXT, FOUNDING.title))
            self._open(FOUNDING)
            return
        household = found.card.household
        words = self.tr("{head}户　{code}　办理")
        self.set_title(words.format(head=short_name(household.head_name, 9), code=household.code))
        self._list(offered(household, bool(found.frozen)))

    def ask_double(self, draft: LifeDraft, double: Double) -> None:
        """Somebody may be in the register already: the clerk says whether to go on."""
        if double.by_number:
            words = self.tr("户 {code} 的{name}也是这个身份证号。请照证件核对。")
        else:
            words = self.tr("户 {code} 已经有一位{name}，别登记了两遍。")
        sentence = words.format(code=double.code, name=double.name)
        title = self.tr("是不是同一个人？")
        if self._tools.dialogs.confirm(title, sentence, self.tr("照样登记")):
            self._presenter.write(draft)
        elif self.form is not None:
            self.form.panel.set_busy(False)

    def show_done(self, done: LifeDone) -> None:
        """It is written: back to the card, which says what is to be looked at."""
        title = translate(CONTEXT, act_of(done.kind).title)
        self._tools.announcer.done(self.tr("已登记：{act}。").format(act=title))
        notes = tuple(tell_code(f"finding.{row.kind}", row.params) for row in done.findings)
        self._tools.go(Route("household", {"id": done.household_id, "notes": notes}))

    def show_refused(self, error: BaseException) -> None:
        """Say beside its field why it was not written."""
        if self.form is not None:
            self.form.panel.show_problem(error)

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self.message.say(tell(error), Mood.ERROR)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter:
            self._into_form()
            return True
        return super().eventFilter(watched, event)

    def choose(self, kind: ActKind) -> None:
        """Stand on an act as the clerk would."""
        for number in range(self.acts.count()):
            if self.acts.item(number).data(Qt.ItemDataRole.UserRole) == kind:
                self.acts.setCurrentRow(number)

    def _list(self, acts: tuple[LifeAct, ...]) -> None:
        self.acts.blockSignals(True)
        self.acts.clear()
        group = ""
        for act in acts:
            if act.group != group:
                group = act.group
                head = QListWidgetItem(translate(CONTEXT, group))
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.acts.addItem(head)
            item = QListWidgetItem("　" + translate(CONTEXT, act.title))
            item.setData(Qt.ItemDataRole.UserRole, act.kind)
            self.acts.addItem(item)
        self.acts.blockSignals(False)
        self.acts.setFocus()
        if not acts:
            self._hint.setText(self.tr("这一户已不在村，没有可办的事；记录和存折都还看得到。"))
            self._hint.show()
            self._go.hide()
            return
        wanted = next((act for act in acts if act.kind == self._wanted[0]), acts[0])
        self.choose(wanted.kind)
        if wanted.kind == self._wanted[0]:
            self._into_form()

    def _choose(self, item: QListWidgetItem | None) -> None:
        kind = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(kind, str):
            self._open(act_of(ActKind(kind)))

    def _open(self, act: LifeAct) -> None:
        self._drop_form()
        if self._facts is None:
            return
        if act.page:
            self._hint.setText(translate(CONTEXT, act.hint))
            self._hint.show()
            self._go.setText(translate(CONTEXT, act.title))
            self._go.show()
            return
        self._hint.hide()
        self._go.hide()
        self.form = LifeForm(act, self._facts, self._finder, self._tools.clock)
        self.form.submitted.connect(self._save)
        self._card.body.insertWidget(1, self.form, 1)
        self.form.show()
        if isinstance(self._wanted[1], int):
            self.form.choose_person(self._wanted[1])
        if act is FOUNDING:
            self._into_form()

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self._card.body.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def _into_form(self) -> None:
        item = self.acts.currentItem() if self.acts.count() else None
        kind = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(kind, str) and act_of(ActKind(kind)).page and self._facts is not None:
            card = self._facts.card
            if card is not None:
                self._tools.go(Route(act_of(ActKind(kind)).page, {"id": card.household.id}))
        elif self.form is not None:
            self.form.editors[self.form.act.asks[0]].setFocus()

    def _save(self, draft: LifeDraft) -> None:
        if self.form is not None:
            self.form.panel.set_busy(True)
            self._presenter.save(draft)
