"""⓪ 设置: the village's facts, text size, language, backups, imports so far, links to the rules."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.actions import Action, action_button
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.language import CHINESE, ENGLISH
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import Announcer, Dialogs
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.backup_card import BackupCard
from passbook_desk.ui.shell.imports_card import ImportsCard
from passbook_desk.ui.shell.services import MachineKeeper, SettingsService
from passbook_desk.ui.shell.text_size import TextSizeChoice
from passbook_desk.ui.shell.village_card import VillageCard

_LANGUAGES: Final = (CHINESE, ENGLISH)
_LINKS_A_ROW: Final = 4
"""As many as have room beside each other in the largest type."""


class SettingsPage(PageFrame):
    """One scrolling page. `links` lead to the rules the village has decided on."""

    topics = frozenset({Topic.VILLAGE, Topic.BACKUPS, Topic.HOUSEHOLDS, Topic.LEDGER})

    def __init__(
        self,
        theme: Theme,
        service: SettingsService,
        machine: MachineKeeper,
        jobs: Jobs,
        dialogs: Dialogs,
        announcer: Announcer,
        links: Sequence[Action] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("设置"))
        self._machine = machine
        self.village = VillageCard(service, jobs, announcer)
        self.backups = BackupCard(service, jobs, dialogs, announcer)
        self.imports = ImportsCard(service, jobs, dialogs, announcer)
        self._cards = (self.village, self.backups, self.imports)
        scroll = ScrollColumn()
        for card in (self._looks(theme), self.village, self._rules(links), self.backups, self.imports):
            if card is not None:
                scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        self.body.addWidget(scroll)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("改好村务的各项，按“保存”，公示和存折就用新的。"),
            self.tr("每天下班前按一次“现在备份”，存到 U 盘。"),
            self.tr("导错了花名册，在“导入记录”里选中那一次，按“撤销本次导入”。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.refresh(self.topics)

    def refresh(self, topics: frozenset[Topic]) -> None:
        for card in self._cards:
            card.load()

    def _looks(self, theme: Theme) -> Card:
        card = Card(self.tr("外观"))
        self._language = QComboBox()
        self._language.addItems([self.tr("中文"), "English"])
        self._language.setCurrentIndex(_LANGUAGES.index(self._machine.load().language))
        self._language.activated.connect(self._choose_language)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        grid.addWidget(QLabel(self.tr("字号")), 0, 0)
        grid.addWidget(TextSizeChoice(theme), 0, 1, 1, 2)
        grid.addWidget(QLabel(self.tr("语言")), 1, 0)
        grid.addWidget(self._language, 1, 1)
        card.body.addLayout(grid)
        return card

    def _rules(self, links: Sequence[Action]) -> Card | None:
        if not links:
            return None
        card = Card(self.tr("村里议定的规矩"))
        rows = QGridLayout()
        rows.setSpacing(8)
        for place, link in enumerate(links):
            rows.addWidget(action_button(link), place // _LINKS_A_ROW, place % _LINKS_A_ROW)
        rows.setColumnStretch(_LINKS_A_ROW, 1)
        card.body.addLayout(rows)
        return card

    def _choose_language(self, number: int) -> None:
        self._machine.keep(replace(self._machine.load(), language=_LANGUAGES[number]))
        self.message.say(self.tr("语言在下次打开程序时换过来。"), Mood.NOTE)
