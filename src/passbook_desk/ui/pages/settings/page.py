"""积分规矩: everything a village decides about points, steps and people, on one page."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from passbook_desk.features.rhythm.presets import Preset
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.pages.settings.account_groups import (
    BookNumbersGroup,
    CarryGroup,
    DebtGroup,
    GridGroup,
    HouseholdsGroup,
    StarsGroup,
)
from passbook_desk.ui.pages.settings.group import RuleGroup
from passbook_desk.ui.pages.settings.groups import (
    BaseGroup,
    LossGroup,
    ScaleGroup,
    StepsGroup,
    TwiceGroup,
    WorkersGroup,
)
from passbook_desk.ui.pages.settings.presenter import RulesPresenter
from passbook_desk.ui.pages.settings.rhythm_groups import NoticeGroup, RhythmGroup
from passbook_desk.ui.pages.settings.shop_groups import ShopGroup, SpendingGroup
from passbook_desk.ui.pages.settings.values import RulesFound
from passbook_desk.ui.shell.rhythm import say
from passbook_desk.ui.shell.routes import SETTINGS
from passbook_desk.ui.shell.tools import Tools


class RulesPage(PageFrame):
    """What is typed stays while the clerk looks elsewhere; it holds once it is saved.

    The parameter `section` stands at a group: rhythm or notices.
    """

    topics = frozenset({Topic.VILLAGE, Topic.ACCESS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("RulesPage", "积分规矩"))
        self._tools = tools
        self._presenter = RulesPresenter(tools.desk, self, tools.jobs)
        self._kept: VillagePolicy | None = None
        self._saving = False
        self._section: RuleGroup | None = None
        self._base = BaseGroup(lambda: tools.go(SETTINGS))
        self._rhythm = RhythmGroup(tools.clock)
        self._rhythm.chosen.connect(self._take_preset)
        self._notice = NoticeGroup(lambda: tools.go(SETTINGS))
        self.groups: tuple[RuleGroup, ...] = (
            WorkersGroup(), StepsGroup(), self._rhythm, self._notice, ScaleGroup(), self._base,
            SpendingGroup(), ShopGroup(), StarsGroup(), TwiceGroup(), LossGroup(), CarryGroup(),
            DebtGroup(), GridGroup(), HouseholdsGroup(), BookNumbersGroup(),
        )  # fmt: skip
        self.sheet = ScrollColumn()
        for group in self.groups:
            group.setEnabled(False)  # until the rules in force are here to be changed
            self.sheet.column.addWidget(group)
            group.changed.connect(self._count)
        self.sheet.column.addStretch(1)
        self.body.addWidget(self.sheet, 1)
        self._sight = QTimer(self, singleShot=True, interval=0)
        self._sight.timeout.connect(self._keep_in_sight)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self.state = QLabel()
        self.state.setProperty("role", "quiet")
        undo = Action("policy.back", self.tr("不改了"), self._put_back)
        save = Action("policy.save", self.tr("保存"), self.save, shortcut="F8", primary=True)
        self._save_button, self._back_button = action_button(save), action_button(undo)
        self.footer.addWidget(self.state, 1)
        self.footer.addWidget(self._back_button)
        self.footer.addWidget(self._save_button)
        bind(self, [save])

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("这里写村民会议定下的规矩；没有定的不用动，照默认办。"),
            self.tr("按 Tab 或回车往下走，空格打勾，上下键换选项；灰的是现在用不上的，旁边写着为什么。"),
            self.tr("改好按 F8 保存，从保存起照新的办，以前记的不变。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._section = {"rhythm": self._rhythm, "notices": self._notice}.get(str(params.get("section", "")))
        self._presenter.load()
        self._begin()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_found(self, found: RulesFound) -> None:
        """Show the rules; what is being typed stays."""
        before, self._kept = self._kept, found.policy
        self._base.show_amounts(found)
        self._notice.show_facts(found)
        for group in self.groups:
            group.show_policy(found.policy, before)
            group.setEnabled(found.may_change)
        if before is None:
            self._begin()
        if not found.may_change:
            self.message.say(self.tr("只能看。要改，请审核员登录。"), Mood.NOTE)

    def show_saved(self, count: int, undo: Callable[[], None]) -> None:
        """It is kept."""
        self._saving = False
        words = self.tr("规矩已保存，改了 {count} 项。").format(count=count)
        self._tools.announcer.done(words, self.tr("改规矩"), undo)
        self._presenter.load()

    def show_taken_back(self) -> None:
        """It is as before again."""
        self._tools.announcer.done(self.tr("规矩已改回原来的。"))
        self._presenter.load()

    def show_refused(self, error: BaseException) -> None:
        """Say beside its field what the village cannot decide so."""
        self._saving = False
        name = str(error.params.get("field", "")) if isinstance(error, PassbookError) else ""
        for group in self.groups:
            if name in group.names:
                group.show_problem(name, tell(error))
                self._sight.start()
                return
        self.show_problem(error)

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        self._saving = False
        self.message.say(tell(error), Mood.ERROR)

    def save(self) -> None:
        """Keep what differs, if all of it can be read; nothing is written when nothing differs."""
        if self._kept is None or self._saving:
            return
        self.message.clear()
        found: dict[str, Any] = {}
        wrong = []
        for group in self.groups:
            values = group.read(self._kept)
            if values is None:
                wrong.append(group)
            else:
                found |= values
        if wrong:
            wrong[0].stand_at_problem()
            self._sight.start()
            return
        wanted = replace(self._kept, **found)
        if wanted == self._kept:
            self.message.say(self.tr("没有改动，不用保存。"), Mood.NOTE)
            return
        self._saving = True
        self._presenter.save(self._kept, wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field, as in forms."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _begin(self) -> None:
        if self._section is not None:
            self._section.editor(self._section.names[0]).setFocus()
            self._sight.start()
        elif not self.state.text():
            self.groups[0].editor("single_clerk").setFocus()

    def _take_preset(self, preset: Preset) -> None:
        """Fill in a published rhythm, wherever its settings stand; the clerk looks before it is kept."""
        for group in self.groups:
            group.fill(preset.settings)
        words = self.tr("照“{place}”的办法填好了：{says}。看过再按 F8 保存。")
        self.message.say(words.format(place=say(preset.place), says=say(preset.says)), Mood.NOTE)

    def _focus_moved(self) -> None:
        if self.isVisible():
            self._sight.start()

    def _keep_in_sight(self) -> None:
        """Scroll to where the clerk stands, once new lines have found their place."""
        if self._section is not None and self._kept is not None:
            self.sheet.verticalScrollBar().setValue(self._section.y())
            self._section = None
        now = QApplication.focusWidget()
        if now is not None and self.sheet.isAncestorOf(now):
            self.sheet.ensureWidgetVisible(now, 0, metrics().button * 2)

    def _put_back(self) -> None:
        if self._kept is not None:
            for group in self.groups:
                group.show_policy(self._kept)
                group.clear_problems()
        self.message.clear()

    def _count(self) -> None:
        kept = self._kept
        count = 0 if kept is None else sum(group.changes(kept) for group in self.groups)
        self.state.setText(self.tr("改了 {count} 项，还没有保存。").format(count=count) if count else "")
        self._back_button.setEnabled(count > 0)
        self.drafts_changed.emit(count)
