"""Three sets of figures beside the limits, and the course of an event step by step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from passbook_desk.features.events.course.kinds import StepKind
from passbook_desk.features.events.values import FigureCompared, StepTaken
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.pages.events.forms import put
from passbook_desk.ui.pages.events.words import (
    Told,
    amount_text,
    measure_word,
    outcome_word,
    step_word,
    verdict_told,
)


class ComparedFigures(QWidget):
    """Rows of 项目, 申报, 核准, 实际, 限额 and the verdict in words; only for reading.

    What nobody has said a figure of stands below in one sentence with its limit.
    """

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(6, 1)
        self._heads = (
            self.tr("项目"),
            self.tr("申报"),
            self.tr("核准"),
            self.tr("实际"),
            self.tr("限额"),
            self.tr("对照"),
        )
        self.rows: tuple[tuple[str, ...], ...] = ()
        self.others = ""

    def show_figures(self, figures: Sequence[FigureCompared]) -> None:
        """Everything that was declared, approved, found or limited."""
        _empty(self._grid)
        for column, word in enumerate(self._heads):
            self._put(0, column, Told(word, "quiet"))
        rows = []
        said = [one for one in figures if (one.declared, one.approved, one.actual) != (None, None, None)]
        for number, figure in enumerate(said, start=1):
            told = self._told(figure)
            rows.append(tuple(one.words for one in told))
            for column, one in enumerate(told):
                self._put(number, column, one)
        self.rows = tuple(rows)
        unsaid = [one for one in figures if one not in said and one.limit is not None]
        self.others = self._limits_of(unsaid)
        others = QLabel(self.others)
        others.setProperty("role", "quiet")
        others.setWordWrap(True)
        self._grid.addWidget(others, len(rows) + 1, 0, 1, len(self._heads) + 1)

    def _limits_of(self, figures: Sequence[FigureCompared]) -> str:
        words = "、".join(
            f"{measure_word(one.measure)} {amount_text(one.measure, one.limit)}"
            for one in figures
            if one.limit is not None
        )
        return self.tr("没有填的限额：{limits}").format(limits=words) if words else ""

    def _told(self, figure: FigureCompared) -> tuple[Told, ...]:
        measure = figure.measure
        amounts = (figure.declared, figure.approved, figure.actual)
        texts = ["" if amount is None else str(amount) for amount in amounts]
        limit = self.tr("不限") if figure.limit is None else amount_text(measure, figure.limit)
        verdict = verdict_told(figure.verdict)
        if figure.over_plan:
            more = self.tr("比报备多") if figure.approved is None else self.tr("比核准多")
            verdict = Told(f"{verdict.words}  {more}".strip(), verdict.role)
        return (
            Told(measure_word(measure), ""),
            *(Told(text, "") for text in texts),
            Told(limit, "quiet"),
            verdict,
        )

    def _put(self, row: int, column: int, told: Told) -> None:
        label = QLabel()
        put(label, told)
        side = Qt.AlignmentFlag.AlignRight if 0 < column < 5 else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(label, row, column, side | Qt.AlignmentFlag.AlignVCenter)


class CourseSteps(QWidget):
    """Every step with its day, what was said, and who wrote it down."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.lines: tuple[str, ...] = ()

    def show_steps(self, steps: Sequence[StepTaken]) -> None:
        """The course so far, the first step first."""
        _empty(self._column)
        self.lines = tuple(self._line(step) for step in steps) or (self.tr("还没有进展。"),)
        for line in self.lines:
            label = QLabel(line)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(label)

    def _line(self, step: StepTaken) -> str:
        figures = "，".join(
            f"{measure_word(measure)} {amount_text(measure, amount)}" for measure, amount in step.figures
        )
        days = "、".join(f"{day_text(day.held_on)} {day.place}".strip() for day in step.days)
        parts = (
            step.who,
            outcome_word(step.outcome) if step.outcome else "",
            figures,
            self.tr("到场 {count} 人").format(count=step.guests) if step.guests is not None else "",
            self.tr("改为 {days}").format(days=days) if days else "",
            self.tr("并入 {number}").format(number=step.other.number) if step.other else "",
            self.tr("{day} 前回访").format(day=day_text(step.due_on)) if step.due_on else "",
            self._reference(step),
            step.words,
        )
        said = "；".join(part for part in parts if part)
        head = f"{day_text(step.done_on)}  {step_word(step.kind)}"
        recorder = self.tr("（{name} 记）").format(name=step.recorder)
        return f"{head}：{said} {recorder}" if said else f"{head} {recorder}"

    def _reference(self, step: StepTaken) -> str:
        if not step.reference:
            return ""
        if step.kind is StepKind.FILED:
            return self.tr("备案号 {number}").format(number=step.reference)
        return self.tr("会议记录 {number}").format(number=step.reference)


def _empty(layout: QLayout) -> None:
    while layout.count():
        widget = layout.takeAt(0).widget()
        widget.hide()
        widget.deleteLater()
