"""The groups of the village's calendar: how often what is done, and what a notice on the wall says."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from passbook_desk.features.rhythm.presets import PRESETS, preset_of
from passbook_desk.features.rhythm.values import RhythmPart
from passbook_desk.features.rhythm.words import ANY_TIME, PARTS, RHYTHMS
from passbook_desk.features.village.policy import Cycle, VillagePolicy, WallDeductions
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.points import NotANumber
from passbook_desk.ui.pages.settings.editors import Choice, Count, Paragraphs, Tick, Words
from passbook_desk.ui.pages.settings.group import Off, RuleGroup
from passbook_desk.ui.pages.settings.values import RulesFound
from passbook_desk.ui.shell.rhythm import meaning, rhythm, say

_LAST_OF_LONG_MONTHS = 31
_OWN: Final = "own"
_LINE, _TEXT = 30, 400
"""The most characters of a line and of a text on the wall."""
_PERIODS: Final = (Cycle.MONTH, Cycle.QUARTER, Cycle.HALF_YEAR, Cycle.YEAR)


class RhythmGroup(RuleGroup):
    """Recording, counting, comparing, posting, redeeming, assessing: six calendars that need not agree."""

    chosen = Signal(object)
    """A published rhythm (Preset) was chosen; its settings may stand in other groups, too."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock, self._policy = clock, VillagePolicy()
        self.begin(
            self.tr("村里的节奏"), self.tr("什么事多久办一次，首页照这个提醒；各样可以不一样，由村里定。")
        )
        offered: list[tuple[object, str]] = [(preset.place, say(preset.place)) for preset in PRESETS]
        self.preset = Choice([*offered, (_OWN, self.tr("村里自己定"))])
        self.preset.setAccessibleName(self.tr("常用办法"))
        self.preset.activated.connect(lambda _: self._choose())
        self.says = QLabel()
        self.says.setWordWrap(True)
        self.says.setProperty("role", "quiet")
        self.place(self.tr("常用办法"), self.preset, narrow=True)
        self.place("", self.says)
        for name, label, editor, help_words in (
            ("record_every", self.tr("记录"), self._cycles(RhythmPart.RECORD, Cycle.DEED, Cycle.WEEK,
             Cycle.MONTH, Cycle.QUARTER), self.tr("哪个网格一期没有记录，首页点名。")),
            ("count_every", self.tr("统计"), self._cycles(RhythmPart.COUNT, Cycle.NEVER, Cycle.WEEK,
             *_PERIODS), self.tr("一期过完，首页提醒看统计。")),
            ("compare_every", self.tr("评比"), self._cycles(RhythmPart.COMPARE, Cycle.NEVER, Cycle.WEEK,
             *_PERIODS), self.tr("按得分排名次，同分并列。不评比的选“没有定”。")),
            ("post_every", self.tr("公示"), self._cycles(RhythmPart.POST, Cycle.NEVER, *_PERIODS),
             self.tr("按规定，一般事项每季至少公布一次。")),
            ("redeem_every", self.tr("兑换"), self._cycles(RhythmPart.REDEEM, Cycle.NEVER, Cycle.DEED,
             *_PERIODS), self.tr("一期过完，首页提醒组织兑换。")),
            ("assess_every", self.tr("考评"), self._cycles(RhythmPart.ASSESS, Cycle.NEVER, Cycle.QUARTER,
             Cycle.HALF_YEAR, Cycle.YEAR), self.tr("评先进看的得分，到时首页提醒。")),
        ):  # fmt: skip
            self.add(name, label, editor, help_words=help_words)
        days: list[tuple[object, str]] = [(0, self.tr("月底最后一天"))]
        days += [(day, self.tr("{day} 日").format(day=day)) for day in range(1, _LAST_OF_LONG_MONTHS + 1)]
        self.add(
            "cut_off_day",
            self.tr("截止到"),
            Choice(days),
            help_words=self.tr("月、季、年算到哪一天；过了算下一期，月里没有这天的算到月底。"),
        )
        self.add(
            "post_within_days",
            self.tr("公示期限"),
            Count(2),
            unit=self.tr("天内贴出"),
            help_words=self.tr("一期过完最晚几天上墙，首页照这个倒数。"),
            off=Off(lambda: self._typed("post_every") is Cycle.NEVER, self.tr("定了公示才用。")),
        )
        self.meaning = QLabel()
        self.meaning.setWordWrap(True)
        self.place(self.tr("照这样办"), self.meaning)

    def shown(self, policy: VillagePolicy) -> None:
        """What other groups decide is taken as it was kept."""
        self._policy = policy

    def follow(self) -> None:
        """Name the published rhythm that this is, and say what it means from today on."""
        typed: dict[str, Any] = {name: self._typed(name) for name in self.names}
        preset = preset_of(typed)
        self.preset.set_value(_OWN if preset is None else preset.place)
        self.says.setText(self.tr("照别的村填好，再改成自己的。") if preset is None else say(preset.says))
        wanted = replace(self._policy, **{name: value for name, value in typed.items() if value is not None})
        told = [*([rhythm(wanted)] if rhythm(wanted) else []), *meaning(wanted, self._clock.today())]
        self.meaning.setText("\n".join(told))

    def _cycles(self, part: RhythmPart, *cycles: Cycle) -> Choice:
        return Choice([(cycle, self._cycle_word(part, cycle)) for cycle in cycles])

    def _cycle_word(self, part: RhythmPart, cycle: Cycle) -> str:
        if cycle is Cycle.NEVER:
            return self.tr("没有定")
        any_time = cycle is Cycle.DEED and part is not RhythmPart.RECORD
        return say(ANY_TIME if any_time else RHYTHMS[cycle]).format(part=say(PARTS[part]))

    def _choose(self) -> None:
        number = self.preset.currentIndex()
        if number < len(PRESETS):
            self.chosen.emit(PRESETS[number])

    def _typed(self, name: str) -> object:
        try:
            return self.editor(name).value()
        except NotANumber:
            return None


class NoticeGroup(RuleGroup):
    """What the wall says, who takes objections, and when points that hang begin to count."""

    def __init__(self, go_to_facts: Callable[[], None]) -> None:
        super().__init__()
        self._waiting = 0
        self.begin(self.tr("公示和异议"), self.tr("墙上怎么写、异议找谁、几天答复，都照这里印。"))
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.go_button = QPushButton(self.tr("去设置里改"))
        self.go_button.setAutoDefault(False)
        self.go_button.clicked.connect(go_to_facts)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.facts, 1)
        row.addWidget(self.go_button)
        self.place(self.tr("墙上写的"), line)
        self._add_words()
        self._add_figures()

    def _add_words(self) -> None:
        self.add(
            "objection_person",
            self.tr("受理异议"),
            Words(_LINE),
            help_words=self.tr("谁来受理；不填就只印电话和地点。"),
        )
        self.add("objection_place", self.tr("受理地点"), Words(_LINE), help_words=self.tr("印在公示上。"))
        self.add(
            "answer_days",
            self.tr("答复期限"),
            Count(2),
            unit=self.tr("天内答复"),
            help_words=self.tr("从收到异议算起，到期前首页提醒。"),
        )
        self.add(
            "notice_signers",
            self.tr("谁签字"),
            Paragraphs(3, _TEXT),
            help_words=self.tr("一行一个，印在公示下面，留出签字的地方。"),
        )
        self.add(
            "notice_rules",
            self.tr("公示说明"),
            Paragraphs(3, _TEXT),
            help_words=self.tr("一行一段，印在公示上；不填就不印。"),
        )

    def _add_figures(self) -> None:
        walls: Sequence[tuple[object, str]] = (
            (WallDeductions.TOTALS, self.tr("只写扣了多少分")),
            (WallDeductions.WORDS, self.tr("也写细则条文")),
            (WallDeductions.HIDDEN, self.tr("不上墙，加减合成一个数")),
        )
        self.add(
            "wall_deductions",
            self.tr("扣分上墙"),
            Choice(walls),
            help_words=self.tr("扣分伤和气，写到哪一步由村里定；备注从不上墙。"),
        )
        self._after = Tick(self.tr("公示归档以后才入账"))
        self.add(
            "count_when_posted",
            "",
            self._after,
            help_words=self.tr("勾上：分先算“公示中”，不能兑换，也不进排名，公示归档时记进存折。"),
        )
        self.waiting = QLabel()
        self.waiting.setWordWrap(True)
        self.waiting.setProperty("role", "quiet")
        self.place("", self.waiting)

    def show_facts(self, found: RulesFound) -> None:
        """What stands among the village's facts, and how many claims a change would touch."""
        here, self._waiting = found.village, found.claims_waiting
        names = {
            WallNames.STARRED: self.tr("姓名打星"),
            WallNames.FULL: self.tr("写全名"),
            WallNames.CODE: self.tr("只写户编号"),
        }[here.wall_names]
        words = self.tr("贴 {days} 天，地点 {places}，监督电话 {phone}，{names}")
        nothing = self.tr("没有填")
        self.facts.setText(
            words.format(
                days=here.objection_days,
                places=here.wall_places or nothing,
                phone=here.objection_phone or nothing,
                names=names,
            )
        )
        self.follow()

    def follow(self) -> None:
        """What becomes of claims that wait now."""
        if self._after.value():
            words = self.tr("现在等着的 {count} 件申报也一样：审核完先上公示，不再按“公示几天”自己到期。")
        else:
            words = self.tr("现在等着的 {count} 件申报：审核完就能入账；在公示中的，去“审核”按入账。")
        self.waiting.setText(words.format(count=self._waiting))
