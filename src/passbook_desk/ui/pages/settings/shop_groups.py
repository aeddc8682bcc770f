"""The groups of the points shop: when points may be spent, on which days, with how much money."""

from typing import Final

from passbook_desk.features.village.policy import RedeemDays
from passbook_desk.ui.pages.settings.editors import Choice, Count, MoneyNumber, PointsNumber, Tick
from passbook_desk.ui.pages.settings.group import Off, RuleGroup

_LAST_OF_LONG_MONTHS: Final = 31


class SpendingGroup(RuleGroup):
    """When points may be spent."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(self.tr("兑换"), self.tr("攒到多少才能换、赠送的分怎么用，先说清楚免得争。"))
        self.add(
            "least_to_redeem",
            self.tr("起兑"),
            PointsNumber(),
            unit=self.tr("分"),
            help_words=self.tr("折上留够这个数，超出的才能换；0 是有分就能换。"),
        )
        words = self.tr("自己挣 1 分，才能用 {count} 分")
        ratios: list[tuple[object, str]] = [(0, self.tr("随便用"))]
        ratios += [(count, words.format(count=count)) for count in range(1, 11)]
        self.add(
            "gift_ratio",
            self.tr("赠送的分"),
            Choice(ratios),
            help_words=self.tr("常见的是配 1 分，困难户配 5 分。"),
        )
        self.add(
            "redeeming_counts",
            "",
            Tick(self.tr("兑换也减考核分")),
            help_words=self.tr("不勾：评比看挣来的分，换了东西不影响。"),
        )
        self.add(
            "members_redeem",
            "",
            Tick(self.tr("党员的红色存折也能兑换物品")),
            help_words=self.tr("不勾：红折只看不换，党员用家里的绿折换。"),
        )


class ShopGroup(RuleGroup):
    """On which days the shop gives goods out, and what it may spend."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(self.tr("积分超市"), self.tr("哪天开柜台由村里定；开了兑换日，那几天照样能换。"))
        self._days = Choice(
            [
                (RedeemDays.ANY, self.tr("随时可以兑换")),
                (RedeemDays.MONTH, self.tr("每月一天")),
                (RedeemDays.QUARTER, self.tr("每季一天，在季末的月份")),
                (RedeemDays.SPRING, self.tr("春节前几天")),
            ]
        )
        self.add("redeem_days", self.tr("哪天兑换"), self._days)
        by_month = (RedeemDays.MONTH, RedeemDays.QUARTER)
        days: list[tuple[object, str]] = [
            (day, self.tr("{day} 日").format(day=day)) for day in range(1, _LAST_OF_LONG_MONTHS + 1)
        ]
        self.add(
            "redeem_day",
            self.tr("几日"),
            Choice(days),
            help_words=self.tr("月里没有这天的算月底。"),
            off=Off(lambda: self._days.value() not in by_month, self.tr("选每月或每季一天才用。")),
        )
        self.add(
            "redeem_before",
            self.tr("春节前"),
            Count(2),
            unit=self.tr("天起，到除夕"),
            off=Off(lambda: self._days.value() is not RedeemDays.SPRING, self.tr("选春节前几天才用。")),
        )
        self.add(
            "shop_budget",
            self.tr("全年预算"),
            MoneyNumber(),
            unit=self.tr("元"),
            help_words=self.tr("兑换汇总里和进货比；0 是没有定。"),
        )
