from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from passbook_desk.features.notices.objections.values import AddObjection, ObjectionRow, Way
from passbook_desk.features.notices.values import NoticeCard, NoticeContent
from passbook_desk.features.notices.words import figure
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.fields import CountEdit
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.pages.notices.objection_facts import FactsGrid
from passbook_desk.ui.pages.notices.objection_form_presenter import ObjectionFormPresenter, Pointed
from passbook_desk.ui.pages.notices.objection_words import line_number, way_word
from passbook_desk.ui.pages.notices.words import column_word, title_text
from passbook_desk.ui.shell.tools import Tools

_MOST_WORDS: Final = 1000
_MOST_NAME: Final = 50
_ROWS: Final = 3


class ObjectionForm(QWidget):
    """A new objection: its fields on the left, the line it points at on the right.

    `opened(title)` comes when the notice is read, `saved(row)` when the objection is kept. What was typed
    and not kept stays when the clerk goes elsewhere and comes back to the same notice.
    """

    opened = Signal(str)
    saved = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._presenter = ObjectionFormPresenter(tools.desk, self, tools.jobs)
        self._number = ""
        self._content: NoticeContent | None = None
        self._own_due: date | None = None
        self.line = CountEdit(5)
        self.words, self.evidence = QPlainTextEdit(), QLineEdit()
        self.words.setTabChangesFocus(True)
        self.who, self.handler = QLineEdit(), QLineEdit()
        self.who.setPlaceholderText(self.tr("不写就是不具名"))
        self.evidence.setPlaceholderText(self.tr("可以不写"))
        self.handler.setPlaceholderText(self.tr("可以以后再定"))
        for edit in (self.who, self.handler):
            edit.setMaxLength(_MOST_NAME)
        self.evidence.setMaxLength(_MOST_WORDS)
        self.way = QComboBox()
        for way in Way:
            self.way.addItem(way_word(way), way.value)
        self.received_on, self.due_on = LenientDateEdit(tools.clock), LenientDateEdit(tools.clock)
        self.panel = FormPanel(self._fields(), self.tr("保存"))
        self.panel.save_button.hide()
        self._notice, self._whose = QLabel(), QLabel()
        self._figures = FactsGrid()
        self._lay_out()
        self.line.textChanged.connect(lambda _text: self._show_line())
        self.received_on.changed.connect(self._move_due)
        self.panel.submitted.connect(self._save)

    def begin(self, notice_number: str, line: int | None) -> None:
        """A new objection to a notice, perhaps to a line of it that is known already."""
        self.words.setFixedHeight(_ROWS * metrics().row)
        if notice_number != self._number or line is not None or not self.words.toPlainText().strip():
            self._number = notice_number
            self._clear()
            self.line.set_value(line)
        self._presenter.begin(notice_number)
        first = self.line if self.line.value() is None else self.words
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_notice(self, card: NoticeCard, decided: VillagePolicy) -> None:
        """The notice that is objected to."""
        row = card.row
        self._content = card.content
        self._notice.setText(f"{row.shown_number}　{title_text(row.kind, row.about)}")
        if not self.handler.text():
            self.handler.setText(decided.objection_person)
        self._move_due(self.received_on.day())
        self._show_line()
        self.opened.emit(self.tr("记异议：公示{number}").format(number=row.shown_number))

    def show_saved(self, row: ObjectionRow) -> None:
        """The objection is kept."""
        self._clear()
        self.saved.emit(row)

    def show_refusal(self, error: BaseException) -> None:
        """What it was refused for, beside its field."""
        self.panel.show_problem(error)

    def save(self) -> None:
        """Check what can be checked here, then keep the objection."""
        self.panel.submit()

    def _save(self) -> None:
        received_on = self.received_on.day()
        if received_on is None:
            return
        self.panel.set_busy(True)
        self._presenter.save(
            AddObjection(
                uid=self._presenter.uid,
                notice_number=self._number,
                line_no=self.line.value(),
                received_on=received_on,
                way=Way(self.way.currentData()),
                words=self.words.toPlainText(),
                who=self.who.text(),
                evidence=self.evidence.text(),
                handler=self.handler.text(),
                due_on=self.due_on.day(),
            )
        )

    def _clear(self) -> None:
        self.panel.clear_problems()
        self.panel.set_busy(False)
        for edit in (self.line, self.who, self.evidence, self.handler):
            edit.clear()
        self.words.clear()
        self.way.setCurrentIndex(0)
        self._own_due = None
        self.due_on.set_day(None)
        self.received_on.set_day(self._tools.clock.today())

    def _move_due(self, received_on: date | None) -> None:
        """The day to answer follows the day it came in until somebody chooses another one."""
        own = "" if self._own_due is None else day_text(self._own_due)
        if received_on is not None and self._content is not None and self.due_on.edit.text() == own:
            self._own_due = self._presenter.due_on(received_on)
            self.due_on.set_day(self._own_due)

    def _show_line(self) -> None:
        self._figures.show_facts(())
        number = self.line.value()
        if number is None or self._content is None:
            self._whose.setText(self.tr("不填行号，就是对整张公示有意见。"))
            return
        pointed = self._presenter.line(number)
        if pointed is None:
            self._whose.setText(
                self.tr("这份公示没有第 {line} 行，只到第 {most} 行。").format(
                    line=number, most=self._content.rows
                )
            )
            return
        self._whose.setText(self._title_of(number, pointed))
        self._figures.show_facts(self._cells(self._content, pointed))

    def _title_of(self, number: int, pointed: Pointed) -> str:
        line = pointed.line
        if line is None:
            return line_number(number)
        return f"{line_number(number)}　{line.household_code} {line.shown_name}　{line.account_number}"

    def _cells(self, content: NoticeContent, pointed: Pointed) -> list[tuple[str, str]]:
        line = pointed.line
        if line is None:
            return list(pointed.words)
        figures = ((column_word(column), figure(line, column)) for column in content.look.columns)
        return [(word, str(amount)) for word, amount in figures if amount is not None]

    def _fields(self) -> tuple[Field, ...]:
        return (
            Field("line_no", self.tr("行号"), self.line, help=self.tr("照公示上的行号；不填是对整张公示。")),
            Field("words", self.tr("说什么"), self.words, required=True),
            Field("who", self.tr("谁提的"), self.who),
            Field("way", self.tr("怎么来的"), self.way),
            Field(
                "received_on",
                self.tr("收到日期"),
                self.received_on,
                required=True,
                check=self.received_on.day,
            ),
            Field("evidence", self.tr("证据"), self.evidence),
            Field("handler", self.tr("谁来查"), self.handler),
            Field("due_on", self.tr("答复期限"), self.due_on, required=True, check=self.due_on.day),
        )

    def _lay_out(self) -> None:
        about, pointed = Card(), Card(self.tr("公示上这一行"))
        about.body.addWidget(self.panel)
        self._notice.setProperty("role", "quiet")
        self._whose.setProperty("role", "strong")
        self._whose.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._notice, self._whose):
            label.setWordWrap(True)
            pointed.body.addWidget(label)
        pointed.body.addWidget(self._figures)
        pointed.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(about, 3)
        row.addWidget(pointed, 2)
