"""Backups: when the last one was made, make one now, bring one back."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.ports import Announcer, Dialogs, FileKind
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.shell.services import RestoreChoice, SettingsService
from passbook_desk.ui.shell.wording import backup_in_words, difference_in_words, facts_in_words

if TYPE_CHECKING:
    from passbook_desk.features.passbooks.books.values import Doubts
    from passbook_desk.features.safekeeping.values import Facts


class BackupCard(Card):
    """The restore button is live only once the clerk has seen what the backup holds (experience §9, 39)."""

    def __init__(
        self,
        service: SettingsService,
        jobs: Jobs,
        dialogs: Dialogs,
        announcer: Announcer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("备份和恢复"))
        self._service, self._jobs, self._dialogs, self._announcer = service, jobs, dialogs, announcer
        self._village = ""
        self._chosen: Path | None = None
        self._last = QLabel()
        self._plain = QLabel(self.tr("备份文件没有加密，里面有身份证号和电话，请收好 U 盘。"))
        self._plain.setProperty("role", "warn")
        self._plain.setWordWrap(True)
        self._look = QLabel()
        self._look.setWordWrap(True)
        self._look.hide()
        self.message = MessageBar()
        self.make = QPushButton(self.tr("现在备份"))
        self.make.clicked.connect(self._back_up)
        self.choose = QPushButton(self.tr("选备份文件…"))
        self.choose.clicked.connect(self._choose)
        self.bring_back = QPushButton(self.tr("恢复"))
        self.bring_back.setEnabled(False)
        self.bring_back.clicked.connect(self._restore)
        self.check = QPushButton(self.tr("核对账目"))
        self.check.clicked.connect(self._check)
        row = QHBoxLayout()
        row.setSpacing(8)
        named = {"make": self.make, "choose": self.choose, "bring": self.bring_back, "check": self.check}
        for name, button in named.items():
            button.setObjectName(f"backup.{name}")
            row.addWidget(button)
        row.addStretch(1)
        for widget in (self._last, self._plain, self.message, self._look):
            self.body.addWidget(widget)
        self.body.addLayout(row)

    def load(self) -> None:
        """Say when the last backup was made."""
        self._jobs.desk(lambda: (self._service.last_backup(), self._service.village().name), self._show)

    def _show(self, facts: tuple[datetime | None, str]) -> None:
        last, self._village = facts
        if last is None:
            self._last.setText(self.tr("还没有备份过。"))
            return
        local = last.astimezone()
        moment = f"{day_text(local.date())} {local:%H:%M}"
        self._last.setText(self.tr("上次备份：{moment}").format(moment=moment))

    def _back_up(self) -> None:
        target = self._dialogs.pick_save(self.tr("现在备份"), f"{self._village}.pbd", self._kind())
        if target is None:
            return
        self.make.setEnabled(False)
        self._jobs.desk(partial(self._service.back_up, target), self._made, self._refused)

    def _made(self, made: Path) -> None:
        self.make.setEnabled(True)
        self.message.clear()
        self._announcer.done(self.tr("已备份到 {name}，核对无误。").format(name=made.name))
        self.load()

    def _check(self) -> None:
        self.check.setEnabled(False)
        self._jobs.desk(self._service.verifying, self._check_copy, self._refused)

    def _check_copy(self, check: Callable[[], "Facts"]) -> None:
        self._jobs.press(lambda _: check(), self._checked, self._refused, self.tr("正在核对账目…"))

    def _checked(self, facts: "Facts") -> None:
        self.check.setEnabled(True)
        words = self.tr("核对无误：{facts}，校验码 {code}。")
        self.message.say(words.format(facts=facts_in_words(facts), code=facts.head_code), Mood.OK)

    def _choose(self) -> None:
        backup = self._dialogs.pick_open(self.tr("选择备份文件"), self._kind())
        if backup is not None:
            self._forget()
            self._jobs.desk(
                partial(self._service.compare, backup), partial(self._compare, backup), self._refused
            )

    def _compare(self, backup: Path, choice: RestoreChoice) -> None:
        self.message.clear()
        self._chosen = backup
        now = self.tr("现在：{facts}。").format(facts=facts_in_words(choice.now))
        lines = (backup_in_words(choice.backup), now, difference_in_words(choice.backup.facts, choice.now))
        self._look.setText("\n".join(lines))
        self._look.show()
        self.bring_back.setEnabled(True)

    def _restore(self) -> None:
        backup = self._chosen
        words = self.tr("现在的内容先另存一份，再换成备份里的内容。")
        if backup is None or not self._dialogs.confirm(self.tr("恢复备份"), words, self.tr("恢复")):
            return
        self.bring_back.setEnabled(False)
        self._jobs.desk(partial(self._service.restore, backup), self._restored, self._refused)

    def _restored(self, doubts: "Doubts") -> None:
        self._forget()
        self._announcer.done(self.tr("已恢复备份。"))
        self._warn_of_paper(doubts)
        self.load()

    def _warn_of_paper(self, doubts: "Doubts") -> None:
        """Paper did not go back with the file."""
        lines = []
        if doubts.books:
            words = self.tr("{count} 本存折可能已经多几行，在打印中心先看折再登。")
            lines.append(words.format(count=doubts.books))
        if doubts.unknown:
            words = self.tr("备份以后发的存折要按旧折接手：{numbers}。")
            lines.append(words.format(numbers=" ".join(doubts.unknown)))
        if lines:
            self.message.say("\n".join(lines), Mood.WARN)

    def _refused(self, error: BaseException) -> None:
        self.make.setEnabled(True)
        self.check.setEnabled(True)
        self._forget()
        self.message.say(tell(error), Mood.ERROR)

    def _forget(self) -> None:
        self._chosen = None
        self._look.hide()
        self.bring_back.setEnabled(False)

    def _kind(self) -> FileKind:
        return FileKind(self.tr("备份文件"), ("*.pbd",))
