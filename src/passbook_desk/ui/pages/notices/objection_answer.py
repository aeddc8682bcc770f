from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.notices.kinds import KINDS
from passbook_desk.features.notices.objections.values import ObjectionCard, ObjectionOutcome, ObjectionRow
from passbook_desk.kernel.errors import PassbookError, UserError
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.kit.ticking import TickTable
from passbook_desk.ui.pages.notices.objection_answer_presenter import (
    AnswerPresenter,
    Effect,
    Place,
    Right,
    Standing,
    Wrong,
)
from passbook_desk.ui.pages.notices.objection_columns import wrong_columns
from passbook_desk.ui.pages.notices.objection_rights import RightsEdit
from passbook_desk.ui.pages.notices.objection_words import line_title
from passbook_desk.ui.shell.choices import ItemChoice, book_words, signed
from passbook_desk.ui.shell.picking import PickEdit, book_options
from passbook_desk.ui.shell.tools import Tools

_SINCE, _EVERY = "since", "every"
_MOST_PAPER: Final = 100
_ROWS: Final = 3


class ObjectionAnswer(QWidget):
    """The answer to one objection: what the book holds on the left, on the right what was found.

    `opened(title)` comes when the objection is read, `effect_told(words)` with every change of what the
    answer would do, `answered(card)` when it is kept.
    """

    opened = Signal(str)
    effect_told = Signal(str)
    answered = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._presenter = AnswerPresenter(tools.desk, self, tools.jobs)
        self._objection_id = 0
        self._standing: Standing | None = None
        self.table: TickTable[Wrong] = TickTable(
            wrong_columns(tools.clock.today),
            Empty(self.tr("这本存折里没有可以更正的账。")),
            key=lambda row: (row.seq, row.claim_id),
            can_tick=lambda row: row.open and self.outcome is ObjectionOutcome.CORRECTED,
            chips=(Chip(_SINCE, self.tr("本期起")), Chip(_EVERY, self.tr("全部"))),
        )
        self.book = PickEdit(
            self.tr("更正谁家的：姓名、户编号"), 14, self.tr("没有这本存折"), self.table.view.setFocus
        )
        self.upheld = ToggleButton(self.tr("维持\n公示没有错"))
        self.corrected = ToggleButton(self.tr("更正\n有错，改过来"))
        self._choices = QButtonGroup(self)
        self.rights = RightsEdit(self._presenter, tools.clock)
        self._rights_card = Card(self.tr("应当记的"))
        self.words, self.paper_ref = QPlainTextEdit(), QLineEdit()
        self.words.setTabChangesFocus(True)
        self.paper_ref.setMaxLength(_MOST_PAPER)
        self.panel = FormPanel(
            (
                Field("words", self.tr("答复的话"), self.words, required=True),
                Field(
                    "paper_ref",
                    self.tr("依据"),
                    self.paper_ref,
                    help=self.tr("签了字的单据号或会议记录号；积分要审核的村，更正必须写。"),
                ),
            ),
            self.tr("答复"),
            scrolling=False,
        )
        self.panel.save_button.hide()
        self._about, self._whose = QLabel(), QLabel()
        self._lay_out()
        self._connect()

    @property
    def outcome(self) -> ObjectionOutcome | None:
        """What was chosen; None while nothing is."""
        return _OUTCOMES.get(self._choices.checkedId())

    @property
    def _begun(self) -> bool:
        return self.outcome is not None or bool(self.words.toPlainText().strip())

    def begin(self, objection_id: int) -> None:
        """Empty everything for the answer to an objection; nothing is chosen beforehand. One that was begun
        and not given stays when the clerk looks elsewhere.
        """
        self.words.setFixedHeight(_ROWS * metrics().row)
        if objection_id == self._objection_id and self._begun:
            self._presenter.resume()
            self.words.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._objection_id, self._standing = objection_id, None
        self.panel.clear_problems()
        self.panel.set_busy(False)
        self.words.clear()
        self.paper_ref.clear()
        self.book.set_words("")
        self._choices.setExclusive(False)
        for button in (self.upheld, self.corrected):
            button.setChecked(False)
        self._choices.setExclusive(True)
        self.table.untick_all()
        self.table.set_rows(())
        self._show_choice()
        self._presenter.begin(objection_id)
        self.upheld.setFocus(Qt.FocusReason.TabFocusReason)

    def show_standing(self, found: Standing) -> None:
        """The objection, and what the book of its line holds."""
        row, first = found.card.row, self._standing is None
        self._standing = found
        self._about.setText(f"{row.notice_shown}　{line_title(row)}\n{row.words}")
        self._whose.setText("" if found.book is None else book_words(found.book))
        self._whose.setVisible(found.book is not None)
        self.book.setVisible(row.line_no is None or found.card.account_id is None)
        if first:
            self.rights.begin(found.content.last_on)
        self.opened.emit(self.tr("答复 {number}").format(number=row.shown_number))
        self._show_wrongs()

    def show_items(self, choices: Sequence[ItemChoice]) -> None:
        """Other items are in force on the day chosen."""
        self.rights.show_items()

    def show_books(self, books: Sequence[AccountRow]) -> None:
        """Books that fit what was typed."""
        self.book.offer(book_options(books))

    def show_rights(self, rights: Sequence[Right]) -> None:
        """What should have been entered."""
        self.rights.show_rights(rights)

    def ask_again(self, error: UserError, sure: Callable[[], None]) -> None:
        """A right deed is in the book already."""
        if self._tools.dialogs.confirm(self.tr("补记"), tell(error), self.tr("照样补记")):
            sure()
        else:
            self.panel.set_busy(False)

    def show_answered(self, card: ObjectionCard) -> None:
        """The answer is kept."""
        self._objection_id = 0
        self.answered.emit(card)

    def show_refusal(self, error: BaseException) -> None:
        """What the answer was refused for, beside its field."""
        self.panel.show_problem(error)

    def save(self) -> None:
        """Check what can be checked here, ask, then keep the answer."""
        outcome, standing = self.outcome, self._standing
        if standing is None or not self.panel.save_button.isEnabled():
            return
        self.panel.clear_problems()
        if outcome is None:
            self.panel.message.say(self.tr("先选“维持”或“更正”。"))
            self.upheld.setFocus()
            return
        wrongs, paper = self.table.ticked(), self.paper_ref.text()
        try:
            self._presenter.check(outcome, wrongs, paper)
        except PassbookError as error:
            self.show_refusal(error)
            return
        if not self.panel.validate():
            return
        sure = self._tools.dialogs.confirm(
            self.tr("答复异议"),
            self._effect_words(standing.card.row),
            self.tr("答复"),
            self.tr("答复以后不能改；还有意见，另记一件。"),
        )
        if sure:
            self.panel.set_busy(True)
            self._presenter.answer(outcome, wrongs, self.words.toPlainText(), paper)

    def _show_wrongs(self) -> None:
        """The lines from the notice's period on, or all of them."""
        found = self._standing
        if found is None:
            return
        every = self.table.chip == _EVERY
        before = sum(each.place is Place.BEFORE for each in found.wrongs)
        self.table.set_rows([each for each in found.wrongs if every or each.place is not Place.BEFORE])
        hidden = self.tr("以前的 {count} 笔在“全部”里。").format(count=before)
        self.table.set_totals(hidden if before and not every else "")
        self._tell_effect()

    def _show_choice(self) -> None:
        """What can be done depends on what was found."""
        corrects = self.outcome is ObjectionOutcome.CORRECTED
        if not corrects:
            self.table.untick_all()
        self._rights_card.setVisible(corrects)
        self.book.setEnabled(corrects)
        self.table.view.viewport().update()
        self._tell_effect()

    def _ticked(self) -> None:
        ticked = self.table.ticked()
        if ticked:
            self.rights.propose_day(ticked[0].day)
        self._tell_effect()

    def _tell_effect(self) -> None:
        found = self._standing
        self.effect_told.emit("" if found is None else self._effect_words(found.card.row))

    def _effect_words(self, row: ObjectionRow) -> str:
        """第37行 01037 王*国：冲销 －10，补记 ＋5，差 －5；会印在下一期公示上。"""
        if self.outcome is None:
            return ""
        if self.outcome is ObjectionOutcome.UPHELD:
            return self.tr("{line}：维持，分数不动。").format(line=line_title(row))
        effect = self._presenter.effect(self.table.ticked())
        if not effect.any:
            return self.tr("还没有要更正的：左边勾上记错的，或添上应当记的。")
        words = self.tr("{line}：{what}。")
        if KINDS[row.notice_kind].of_points:
            words = self.tr("{line}：{what}；会印在下一期公示上。")
        return words.format(line=line_title(row), what="，".join(self._parts(effect)))

    def _parts(self, effect: Effect) -> list[str]:
        parts = []
        if effect.reversed:
            parts.append(self.tr("冲销 {points}").format(points=signed(effect.reversed)))
        if effect.entered:
            parts.append(self.tr("补记 {points}").format(points=signed(effect.entered)))
        if effect.kept_out:
            parts.append(self.tr("公示中的 {points} 不计").format(points=signed(effect.kept_out)))
        if effect.reversed or effect.entered:
            change = "0" if effect.change == ZERO else signed(effect.change)
            parts.append(self.tr("差 {points}").format(points=change))
        return parts

    def _connect(self) -> None:
        for number, button in ((0, self.upheld), (1, self.corrected)):
            self._choices.addButton(button, number)
        self._choices.idClicked.connect(lambda _number: self._show_choice())
        self.table.chip_changed.connect(lambda _key: self._show_wrongs())
        self.table.ticks_changed.connect(self._ticked)
        self.rights.changed.connect(self._tell_effect)
        self.book.asked.connect(self._presenter.find_books)
        self.book.picked.connect(self._presenter.choose_book)
        self.panel.submitted.connect(self.save)

    def _lay_out(self) -> None:
        held, found = Card(self.tr("这本存折的账")), Card(self.tr("查的结果"))
        self._whose.setProperty("role", "quiet")
        self._about.setWordWrap(True)
        for widget in (self._whose, self.book):
            held.body.addWidget(widget)
        held.body.addWidget(self.table, 1)
        choice = QHBoxLayout()
        choice.setSpacing(12)
        for button in (self.upheld, self.corrected):
            button.setProperty("role", "big")
            button.setAutoDefault(False)
            choice.addWidget(button, 1)
        found.body.addWidget(self._about)
        found.body.addLayout(choice)
        self._rights_card.body.addWidget(self.rights)
        answer = Card(self.tr("答复"))
        answer.body.addWidget(self.panel)
        scroll = ScrollColumn()
        for card in (found, self._rights_card, answer):
            scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(held, 6)
        row.addWidget(scroll, 5)


_OUTCOMES: Final = {0: ObjectionOutcome.UPHELD, 1: ObjectionOutcome.CORRECTED}
