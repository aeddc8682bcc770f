"""What a meeting decided: the days and the minutes that a new catalogue or standard is adopted with."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.rows import Column, RowsModel
from passbook_desk.ui.kit.sentences import tell_code
from passbook_desk.ui.kit.table_page import TableView
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.kit.theme import han_width, metrics

_FINDINGS_SEEN = 5
_FRAME = 12
_SEVERITIES = {
    Severity.MUST_FIX: QT_TRANSLATE_NOOP("Meeting", "✕ 要改"),
    Severity.CHECK: QT_TRANSLATE_NOOP("Meeting", "▲ 请核对"),
    Severity.AUTO: QT_TRANSLATE_NOOP("Meeting", "✓ 已改好"),
}


def _place(finding: Finding) -> str:
    if not finding.row:
        return finding.sheet
    return translate("Meeting", "第 {row} 行 {column}").format(row=finding.row, column=finding.column)


FINDING_COLUMNS: tuple[Column[Finding], ...] = (
    Column("severity", QT_TRANSLATE_NOOP("Columns", "轻重"),
           lambda finding: translate("Meeting", _SEVERITIES[finding.severity]), 5),
    Column("place", QT_TRANSLATE_NOOP("Columns", "位置"), _place, 5.5),
    Column("words", QT_TRANSLATE_NOOP("Columns", "说明"),
           lambda finding: tell_code(f"finding.{finding.kind}", finding.params), 20, stretch=True),
)  # fmt: skip


class MeetingDialog(FormDialog):
    """Asks for the day of the meeting, the number of its minutes and the first day in force.

    Above the fields stands what would be adopted and what was found in its workbook. `decided` carries
    (meeting_on, minutes_no, effective_from); the dialog stays until `accept()`, refusals go to
    `panel.show_problem`.
    """

    decided = Signal(object, str, object)

    def __init__(
        self,
        title: str,
        summary: str,
        clock: Clock,
        findings: Sequence[Finding] = (),
        meeting_on: date | None = None,
        effective_from: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.meeting_on = LenientDateEdit(clock, meeting_on)
        self.minutes_no = QLineEdit()
        self.minutes_no.setMaxLength(40)
        self.effective_from = LenientDateEdit(clock, effective_from or meeting_on)
        panel = FormPanel(
            (
                Field("meeting_on", translate("MeetingDialog", "开会日期"), self.meeting_on, required=True,
                      check=self.meeting_on.day),
                Field("minutes_no", translate("MeetingDialog", "会议记录号"), self.minutes_no),
                Field("effective_from", translate("MeetingDialog", "执行日期"), self.effective_from,
                      required=True, check=self.effective_from.day),
            ),
            translate("MeetingDialog", "采用"),
            scrolling=False,
        )  # fmt: skip
        super().__init__(title, panel, parent)
        self._followed = self.effective_from.day()
        self.meeting_on.changed.connect(self._follow)
        panel.submitted.connect(self._tell)
        self._show_draft(summary, findings)

    def _show_draft(self, summary: str, findings: Sequence[Finding]) -> None:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        label = QLabel(summary)
        label.setWordWrap(True)
        label.setMinimumWidth(han_width(self, 30))
        column.insertWidget(1, label)
        if not findings:
            return
        table = TableView()
        table.setModel(RowsModel(FINDING_COLUMNS, tuple(findings), table))
        table.setMinimumWidth(han_width(self, 40))
        table.setFixedHeight(metrics().row * (min(len(findings), _FINDINGS_SEEN) + 1) + _FRAME)
        table.fit()
        column.insertWidget(2, table)

    def _follow(self, day: date | None) -> None:
        """The first day in force is that of the meeting until the clerk says otherwise."""
        try:
            shown = self.effective_from.day()
        except NotADate:
            return
        if shown == self._followed:
            self._followed = day
            self.effective_from.set_day(day)

    def _tell(self) -> None:
        self.panel.set_busy(True)
        self.decided.emit(self.meeting_on.day(), self.minutes_no.text().strip(), self.effective_from.day())
