"""The groups about people, steps and what a point is: who acts, steps, scale, base points, figures."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from passbook_desk.features.village.policy import BasePeriod, Twice, VillagePolicy
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.settings.editors import Choice, Count, PointsNumber, Tick, WordsChoice
from passbook_desk.ui.pages.settings.group import Off, RuleGroup
from passbook_desk.ui.pages.settings.values import SCALES, USUAL_STEPS, RulesFound, usual_steps

_OWN: Final = "own"
_NO_LOSS: Final = "none"
_SHARE: Final = "share"
_FIXED: Final = "fixed"


class WorkersGroup(RuleGroup):
    """Who works with the program."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(self.tr("谁来办"), self.tr("村里几个人经手，决定要不要换人审核。"))
        self.add(
            "single_clerk",
            "",
            Tick(self.tr("单人模式：村里只有一位文书")),
            help_words=self.tr("勾上：同一个人可以接着审核，但要写上签过字的审核单的编号。"),
        )
        self.add(
            "lock_minutes",
            self.tr("自动锁屏"),
            Count(),
            unit=self.tr("分钟没有动作就锁上"),
            help_words=self.tr("设了 PIN 的操作员才会锁屏。"),
        )


class StepsGroup(RuleGroup):
    """From the deed to the book."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(self.tr("审核步骤"), self.tr("记下的分走完这些步骤才生效；没生效的不能兑换，也不进排名。"))
        choices: list[tuple[object, str]] = [(each, translate("Rules", each.words)) for each in USUAL_STEPS]
        self.usual = Choice([*choices, (_OWN, self.tr("村里自己定"))])
        self.usual.setAccessibleName(self.tr("常用办法"))
        self.usual.activated.connect(lambda _: self._choose())
        self.place(self.tr("常用办法"), self.usual, narrow=True)
        self._first_check, self._review = Tick(self.tr("初审")), Tick(self.tr("审核"))
        self._days = Count(2)
        self.add("first_check", "", self._first_check, help_words=self.tr("网格员或组长先看一遍。"))
        self.add("review", "", self._review, help_words=self.tr("积分管理小组评定。"))
        self.add(
            "notice_days",
            self.tr("公示"),
            self._days,
            unit=self.tr("天"),
            help_words=self.tr("0 是不公示。没有审核也可以公示：记下就开始，满了才生效。"),
        )

    def follow(self) -> None:
        """Name the usual way that these steps are."""
        usual = usual_steps(self._first_check.value(), self._review.value(), self._days.value() or 0)
        self.usual.set_value(_OWN if usual is None else usual)

    def _choose(self) -> None:
        number = self.usual.currentIndex()
        if number < len(USUAL_STEPS):
            steps = USUAL_STEPS[number]
            self._days.set_value(steps.notice_days)
            self._first_check.set_value(steps.first_check)
            self._review.set_value(steps.review)


class ScaleGroup(RuleGroup):
    """What a point is worth."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(
            self.tr("一分值多少"), self.tr("只在这里写一次，给村民看的；程序不拿它折钱，积分不兑现金。")
        )
        offered = [translate("Rules", words) for words in SCALES]
        self.add("scale", self.tr("分值"), WordsChoice(offered, self.tr("没有定"), 40))


class BaseGroup(RuleGroup):
    """Base points; how many stands among the village's facts."""

    def __init__(self, go_to_facts: Callable[[], None]) -> None:
        super().__init__()
        self.begin(self.tr("基础分"), self.tr("每本存折先给的分。多数村只算进总分，不能兑换。"))
        self.amounts = QLabel()
        self.go_button = QPushButton(self.tr("去设置里改"))
        self.go_button.setAutoDefault(False)
        self.go_button.clicked.connect(go_to_facts)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.amounts)
        row.addWidget(self.go_button)
        row.addStretch(1)
        self.place(self.tr("多少分"), line)
        periods: list[tuple[object, str]] = [
            (BasePeriod.ONCE, self.tr("只给一次")),
            (BasePeriod.MONTH, self.tr("每月重新给")),
            (BasePeriod.HALF_YEAR, self.tr("每半年重新给")),
            (BasePeriod.YEAR, self.tr("每年重新给")),
        ]
        self.add(
            "base_period",
            self.tr("多久给一次"),
            Choice(periods),
            help_words=self.tr("重新给的，到时在“结账与清零”里先列清单，再一起给。"),
        )
        self.add("base_spendable", "", Tick(self.tr("基础分也能兑换")))

    def show_amounts(self, found: RulesFound) -> None:
        """How many base points there are."""
        words = self.tr("每户 {household} 分，党员 {member} 分")
        here = found.village
        self.amounts.setText(words.format(household=here.household_base, member=here.member_base))


class TwiceGroup(RuleGroup):
    """One deed, one entry, unless the village says otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(self.tr("同一件事记两次"), self.tr("一家两人做同一件事，记一次还是两次，由村里定。"))
        for name, label, help_words in (
            ("same_deed_twice", self.tr("同户同一天"), self.tr("同一户、同一天、同一项又记一次时。")),
            ("member_and_household", self.tr("党员和本户"), self.tr("党员红折记了，本户绿折又记同一件时。")),
        ):
            choices: list[tuple[object, str]] = [
                (Twice.REFUSE, self.tr("不记第二次")),
                (Twice.ASK, self.tr("问一声再记")),
                (Twice.ALLOW, self.tr("照记")),
            ]
            self.add(name, label, Choice(choices), help_words=help_words)


class LossGroup(RuleGroup):
    """What a party member loses with a linked household."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(
            self.tr("联系户连带"), self.tr("联系户被扣分，联系它的党员也扣一点；党员折上不写是哪一户。")
        )
        self._fixed_points = PointsNumber()
        self._percent = Count()
        self.how = Choice(
            [
                (_NO_LOSS, self.tr("党员不扣")),
                (_SHARE, self.tr("按户扣分的比例扣")),
                (_FIXED, self.tr("每次扣固定的分")),
            ]
        )
        self.how.setAccessibleName(self.tr("党员怎么扣"))
        self.how.activated.connect(lambda _: self._edited())
        self.place(self.tr("党员怎么扣"), self.how, narrow=True)
        self.add(
            "linked_loss_percent",
            self.tr("比例"),
            self._percent,
            unit=self.tr("%（户扣 10 分，填 50 就扣 5 分）"),
            off=Off(lambda: self.how.value() != _SHARE, self.tr("选“按户扣分的比例扣”才用。"), 0),
        )
        self.add(
            "linked_loss_points",
            self.tr("每次扣"),
            self._fixed_points,
            unit=self.tr("分"),
            off=Off(lambda: self.how.value() != _FIXED, self.tr("选“每次扣固定的分”才用。"), ZERO),
        )

    def shown(self, policy: VillagePolicy) -> None:
        """The way follows from the figures."""
        way = _FIXED if policy.linked_loss_points else _NO_LOSS
        self.how.set_value(_SHARE if policy.linked_loss_percent else way)
