"""The five pages of the wizard: what is chosen in each, and the list of them with their ticks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.notices.choosing import Postable
from passbook_desk.features.notices.rules import shown_number
from passbook_desk.features.notices.values import (
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    NoticeLook,
    PaperSize,
    ProofChanges,
    Subject,
)
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.period import DateSpan
from passbook_desk.ui.kit.dates import day_text, span_text
from passbook_desk.ui.kit.message_bar import MessageBar
from passbook_desk.ui.pages.notices.hang_form import HangForm
from passbook_desk.ui.pages.notices.wizard_values import SIZES, Step, WizardFacts
from passbook_desk.ui.pages.notices.words import (
    about_text,
    column_word,
    deductions_word,
    kind_word,
    names_word,
    subject_word,
)


class StepsList(QWidget):
    """All steps below one another, those done with a tick; `chosen(step)` when one of them is clicked."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._words = {
            Step.WHAT: self.tr("内容与期间"),
            Step.COLUMNS: self.tr("墙上看什么"),
            Step.WORDS: self.tr("文字与期限"),
            Step.PROOF: self.tr("校样"),
            Step.ISSUE: self.tr("发布与张贴"),
        }
        self._buttons = {step: QPushButton() for step in Step}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for step, button in self._buttons.items():
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("role", "rail")
            button.setObjectName(f"wizard.step.{step.value}")
            button.clicked.connect(partial(self._click, step))
            group.addButton(button)
            column.addWidget(button)

    def show_steps(self, here: Step, reached: Step) -> None:
        """Tick what is done; steps that nobody has come to cannot be clicked."""
        for step, button in self._buttons.items():
            mark = "▸" if step is here else "✓" if step < reached else "　"
            button.setText(f"{mark} {'①②③④⑤'[step - 1]} {self._words[step]}")
            button.setChecked(step is here)
            button.setEnabled(step <= reached)

    def _click(self, step: Step, _checked: bool = False) -> None:
        self.chosen.emit(step)


class WhatStep(QWidget):
    """① what is published, about which days, whose lines."""

    kind_chosen = Signal(object)
    about_chosen = Signal(str)
    subject_ticked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.kinds, self.abouts = QComboBox(), QComboBox()
        for kind in NoticeKind:
            self.kinds.addItem(kind_word(kind), kind.value)
        self.kinds.activated.connect(lambda _: self.kind_chosen.emit(NoticeKind(self.kinds.currentData())))
        self.abouts.activated.connect(lambda _: self.about_chosen.emit(self.abouts.currentData()))
        self._days, self._whose = _words(), _strong(self.tr("列谁的"))
        self.subjects = {subject: QCheckBox(subject_word(subject)) for subject in Subject}
        column = _column(self)
        column.addWidget(_strong(self.tr("出哪一种")))
        column.addWidget(self.kinds)
        self._which = _strong("")
        column.addWidget(self._which)
        column.addWidget(self.abouts)
        column.addWidget(self._days)
        column.addWidget(self._whose)
        for subject, box in self.subjects.items():
            box.clicked.connect(partial(self._tick, subject))
        pairs = _grid()
        _in_pairs(pairs, tuple(self.subjects.values()))
        column.addLayout(pairs)
        column.addStretch(1)

    def show_facts(self, facts: WizardFacts, look: NoticeLook | None) -> None:
        """What can be chosen, and what is."""
        self.kinds.setCurrentIndex(self.kinds.findData(facts.kind.value))
        self.abouts.clear()
        for each in facts.choices:
            self.abouts.addItem(self._about_words(each), each.about)
        self.abouts.setEnabled(len(facts.choices) > 1)
        others = {
            NoticeKind.CATALOGUE: self.tr("哪一版细则"),
            NoticeKind.CORRECTIONS: self.tr("更正哪一份"),
        }
        self._which.setText(others.get(facts.kind, self.tr("哪一期")))
        self._days.setVisible(facts.kind is not NoticeKind.CATALOGUE)
        chosen = facts.chosen
        if chosen is not None:
            self.abouts.setCurrentIndex(self.abouts.findData(chosen.about))
            span = DateSpan(chosen.first_on, chosen.last_on)
            self._days.setText(self.tr("期间 {span}").format(span=span_text(span)))
        for widget in (self._whose, *self.subjects.values()):
            widget.setVisible(facts.of_points)
        self.show_look(look)

    def show_look(self, look: NoticeLook | None) -> None:
        """Tick whose lines are listed."""
        for subject, box in self.subjects.items():
            box.setChecked(look is not None and subject in look.subjects)

    def _tick(self, subject: Subject, _checked: bool = False) -> None:
        self.subject_ticked.emit(subject, self.subjects[subject].isChecked())

    def _about_words(self, each: Postable) -> str:
        words = about_text(each.kind, each.about)
        if each.issued:
            return self.tr("{about}（已发布）").format(about=words)
        return words if each.over else self.tr("{about}（未到期）").format(about=words)


class ColumnsStep(QWidget):
    """② the columns of figures, and how names and deductions stand on the wall by the village's rule."""

    ticked = Signal(object, bool)
    rules_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns = {column: QCheckBox(column_word(column)) for column in NoticeColumn}
        self._fixed = QLabel(self.tr("行号、网格、户编号、姓名和红绿折总是有的。"))
        self._fixed.setWordWrap(True)
        self._fixed.setProperty("role", "quiet")
        self._names, self._deductions = _words(), _words()
        self.privacy = MessageBar()
        self.privacy.say(self.tr("墙上公示不会出现：身份证号 电话 银行账号"))
        change = QPushButton(self.tr("改姓名、扣分的写法"))
        change.setAutoDefault(False)
        change.clicked.connect(lambda _: self.rules_wanted.emit())
        column = _column(self)
        column.addWidget(self.privacy)
        column.addWidget(_strong(self.tr("列哪些数")))
        for each, box in self.columns.items():
            box.clicked.connect(partial(self._tick, each))
        self._pairs = _grid()
        _in_pairs(self._pairs, tuple(self.columns.values()))
        column.addLayout(self._pairs)
        column.addWidget(self._fixed)
        column.addWidget(self._names)
        column.addWidget(self._deductions)
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_facts(self, facts: WizardFacts, look: NoticeLook | None) -> None:
        """Offer the columns that the village lets on the wall."""
        shown = [box for each, box in self.columns.items() if facts.of_points and each in facts.offered]
        for box in self.columns.values():
            self._pairs.removeWidget(box)
            box.setVisible(box in shown)
        _in_pairs(self._pairs, shown)
        self._fixed.setVisible(facts.of_points)
        names, deductions = facts.village.wall_names, facts.policy.wall_deductions
        self._names.setText(self.tr("姓名：{rule}").format(rule=names_word(names)))
        self._deductions.setText(self.tr("扣分：{rule}").format(rule=deductions_word(deductions)))
        self._deductions.setVisible(facts.of_points)
        self.show_look(look)

    def show_look(self, look: NoticeLook | None) -> None:
        """Tick the columns that are listed."""
        for each, box in self.columns.items():
            box.setChecked(look is not None and each in look.columns)

    def _tick(self, column: NoticeColumn, _checked: bool = False) -> None:
        self.ticked.emit(column, self.columns[column].isChecked())


class WordsStep(QWidget):
    """③ what the sheet says around its table, as the village has it."""

    village_wanted = Signal()
    rules_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._facts = QFormLayout()
        self._facts.setVerticalSpacing(6)
        self._facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        column = _column(self)
        column.addLayout(self._facts)
        village = QPushButton(self.tr("改落款、电话、天数、地点"))
        village.clicked.connect(lambda _: self.village_wanted.emit())
        rules = QPushButton(self.tr("改受理人、签字、村里的话"))
        rules.clicked.connect(lambda _: self.rules_wanted.emit())
        for button in (village, rules):
            button.setAutoDefault(False)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_facts(self, facts: WizardFacts) -> None:
        """Read them out; they are changed in the settings."""
        while self._facts.rowCount():
            self._facts.removeRow(0)
        here, decided = facts.village, facts.policy
        none = self.tr("没有写")
        for word, text in (
            (self.tr("落款"), here.issuer),
            (self.tr("公示"), self.tr("{days} 天").format(days=here.objection_days)),
            (self.tr("贴在"), here.wall_places),
            (self.tr("监督电话"), here.objection_phone),
            (self.tr("受理人"), decided.objection_person),
            (self.tr("受理地点"), decided.objection_place),
            (self.tr("答复"), self.tr("{days} 天内").format(days=decided.answer_days)),
            (self.tr("签字"), decided.notice_signers),
            (self.tr("村里的话"), decided.notice_rules),
        ):
            name, value = QLabel(word), QLabel(text or none)
            name.setProperty("role", "quiet")
            value.setWordWrap(True)
            value.setTextFormat(Qt.TextFormat.PlainText)
            self._facts.addRow(name, value)


class ProofStep(QWidget):
    """④ paper and letters, and what became of the proof."""

    paper_chosen = Signal(object, bool, float)

    def __init__(self) -> None:
        super().__init__()
        self.paper, self.landscape, self.letters = QComboBox(), QComboBox(), QComboBox()
        for paper in PaperSize:
            self.paper.addItem(paper.value.upper(), paper.value)
        self.landscape.addItem(self.tr("横放"), True)
        self.landscape.addItem(self.tr("竖放"), False)
        for size in SIZES:
            self.letters.addItem(self.tr("{size} 磅").format(size=size), float(size))
        self._told = _words()
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for word, box in (
            (self.tr("纸"), self.paper),
            (self.tr("方向"), self.landscape),
            (self.tr("字号"), self.letters),
        ):
            box.activated.connect(lambda _: self._tell())
            form.addRow(word, box)
        column = _column(self)
        column.addLayout(form)
        column.addWidget(self._told)
        column.addStretch(1)

    def show_look(self, look: NoticeLook | None) -> None:
        """The paper chosen."""
        if look is not None:
            self.paper.setCurrentIndex(self.paper.findData(look.paper.value))
            self.landscape.setCurrentIndex(self.landscape.findData(look.landscape))
            self.letters.setCurrentIndex(self.letters.findData(look.size))

    def _tell(self) -> None:
        paper, landscape = PaperSize(self.paper.currentData()), bool(self.landscape.currentData())
        self.paper_chosen.emit(paper, landscape, float(self.letters.currentData()))

    def show_proof(self, changes: ProofChanges, current: bool) -> None:
        """Whether somebody has looked at a proof that still holds."""
        proof = changes.proof
        if proof is None:
            words = self.tr("还没有出校样。按 F8 出一份，打印出来请管理小组核对。")
        else:
            made_at = proof.made_at.astimezone()
            words = self.tr("校样 {day} {time}，{who}出的。").format(
                day=day_text(made_at.date()), time=f"{made_at:%H:%M}", who=proof.made_by
            )
            if current:
                words += self.tr("和现在一样，核对好就往下走。")
            elif changes.any:
                words += self.tr("后来有变动，请重出校样。")
            else:
                words += self.tr("后来改了样式，请重出校样。")
        self._told.setText(words)


class IssueStep(QWidget):
    """⑤ what is about to be fixed, then where it hangs. `submitted(command)` comes from the form."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._told = _words()
        self.form = HangForm(clock, scrolling=False)
        self.form.panel.save_button.hide()
        column = _column(self)
        column.addWidget(self._told)
        column.addWidget(self.form)
        column.addStretch(1)

    def show_draft(self, content: NoticeContent, title: str) -> None:
        """What will be issued."""
        self.form.hide()
        self._told.setText(
            self.tr("{title}，共 {rows} 行，今天发布就挂到 {until}。发布后编号和每一行不再变。").format(
                title=title, rows=content.rows, until=day_text(content.hung_until)
            )
        )

    def show_running(self, title: str, last: str) -> None:
        """It cannot be issued yet."""
        self.form.hide()
        self._told.setText(
            self.tr("{title}要过了 {last} 才能发布，现在只能看校样。").format(title=title, last=last)
        )

    def show_issued(self, content: NoticeContent) -> None:
        """It has its number; where it hangs comes next."""
        self._told.setText(
            self.tr("已发布，编号 {number}。打印贴好以后，在这里登记。").format(
                number=shown_number(content.number or "")
            )
        )
        self.form.show()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    return grid


def _in_pairs(grid: QGridLayout, boxes: Sequence[QWidget]) -> None:
    for number, box in enumerate(boxes):
        grid.addWidget(box, number // 2, number % 2)


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _strong(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "strong")
    return label
