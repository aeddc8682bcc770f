"""The line at the foot of the window: today's work, saved or not, age of the last backup."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from passbook_desk.kernel.points import ZERO, Points


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """What the foot says. `points` is the sum of today's lines, `last_backup` an aware moment or None."""

    lines_today: int = 0
    points_today: Points = ZERO
    last_backup: datetime | None = None


def backup_words(last: datetime | None, now: datetime) -> str:
    """The age of a backup in words: 今天 09:12, 昨天, 3 天前, 还没有."""
    if last is None:
        return QCoreApplication.translate("Status", "还没有备份")
    local = last.astimezone()
    days = (now.astimezone().date() - local.date()).days
    if days <= 0:
        return QCoreApplication.translate("Status", "上次备份 今天 {time}").format(time=f"{local:%H:%M}")
    if days == 1:
        return QCoreApplication.translate("Status", "上次备份 昨天 {time}").format(time=f"{local:%H:%M}")
    return QCoreApplication.translate("Status", "上次备份 {days} 天前").format(days=days)


class StatusLine(QFrame):
    """Facts on the left, keys on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._today = QLabel()
        self._saved = QLabel()
        self._backup = QLabel()
        self._keys = QLabel(self.tr("F1 帮助 · Esc 返回"))
        for label in (self._saved, self._backup, self._keys):
            label.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(24)
        for label in (self._today, self._saved, self._backup):
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self._keys)
        self.set_busy(False)

    def set_facts(self, facts: StatusFacts, now: datetime) -> None:
        """Say other facts; `now` decides the age of the backup."""
        sign = "" if facts.points_today < ZERO else "＋"
        self._today.setText(
            self.tr("今日 {lines} 笔  {points} 分").format(
                lines=facts.lines_today, points=f"{sign}{facts.points_today}"
            )
        )
        self._backup.setText(backup_words(facts.last_backup, now))

    def set_busy(self, busy: bool) -> None:
        """Say whether everything is on the disk."""
        self._saved.setText(self.tr("正在保存…") if busy else self.tr("✓ 已存盘"))

    @property
    def words(self) -> str:
        """All that is said, for tests and reading aloud."""
        labels = (self._today, self._saved, self._backup, self._keys)
        return " │ ".join(label.text() for label in labels if label.text())
