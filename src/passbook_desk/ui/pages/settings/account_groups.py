"""The groups about accounts: stars, carry-over, debts, grids, households, books."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from passbook_desk.features.ledger.rules import account_number
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.passbooks.books.rules import book_number
from passbook_desk.features.village.policy import BookNumbers, CarryOver, MergeRule, SplitRule
from passbook_desk.ui.pages.settings.editors import BandsBox, Choice, Count, PointsNumber, Tick
from passbook_desk.ui.pages.settings.group import Off, RuleGroup

_YEAR: Final = 2026
_GRID: Final = "03"
_RUNNING: Final = 15
"""Of the book by which a way of numbering is shown."""


class StarsGroup(RuleGroup):
    """The suspension line and the star bands."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(self.tr("暂停线和星级"), self.tr("分太低先停评先和兑换，分高的给几颗星。"))
        self.add(
            "suspension_line",
            self.tr("暂停线"),
            PointsNumber(),
            unit=self.tr("分以下暂停"),
            help_words=self.tr("不填就没有。有的村定 60，有的定 70，回到线上就恢复。"),
            optional=True,
        )
        year = self.tr("看全年的考核分，满几分给几颗星。")
        self.add("household_bands", self.tr("户的星级"), BandsBox(), help_words=year)
        self.add("member_bands", self.tr("党员的星级"), BandsBox(), help_words=year)


class CarryGroup(RuleGroup):
    """What becomes of points that are left."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(self.tr("结转"), self.tr("没换完的分留到下一期，还是清零。清零也要先列清单，再记成一行。"))
        self._way = Choice(
            [
                (CarryOver.KEEP, self.tr("一直留着用")),
                (CarryOver.CLEAR_QUARTER, self.tr("每季清零")),
                (CarryOver.CLEAR_YEAR, self.tr("每年清零")),
                (CarryOver.EXPIRE, self.tr("各批到期作废")),
            ]
        )
        clearing = Off(
            lambda: self._way.value() not in (CarryOver.CLEAR_QUARTER, CarryOver.CLEAR_YEAR),
            self.tr("选每季清零或每年清零才用。"),
        )
        self.add("carry_over", self.tr("剩下的可用分"), self._way)
        self.add(
            "carry_percent",
            self.tr("清零时保留"),
            Count(),
            unit="%",
            help_words=self.tr("0 是全清；写了“最多保留”又填 0，就保留到那个数。"),
            off=clearing,
        )
        self.add(
            "carry_most",
            self.tr("最多保留"),
            PointsNumber(),
            unit=self.tr("分"),
            help_words=self.tr("不填就不限。"),
            optional=True,
            off=clearing,
        )
        self.add(
            "expire_months",
            self.tr("多久作废"),
            Count(),
            unit=self.tr("个月"),
            help_words=self.tr("每一批从生效那天算起。"),
            off=Off(lambda: self._way.value() is not CarryOver.EXPIRE, self.tr("选各批到期作废才用。")),
        )


class DebtGroup(RuleGroup):
    """Which books a deduction may not take below zero."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(
            self.tr("欠分"), self.tr("扣分可以扣到负数，以后挣回来；不许欠的，最多扣到 0。兑换从不欠分。")
        )
        self.add("debtless_households", "", Tick(self.tr("户的绿色存折不许扣成负数")))
        self.add("debtless_members", "", Tick(self.tr("党员的红色存折不许扣成负数")))
        self.add("debtless_organizations", "", Tick(self.tr("商户和单位的存折不许扣成负数")))


class GridGroup(RuleGroup):
    """How many households a grid should hold."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(self.tr("网格规模"), self.tr("城镇一般 300 到 500 户，农村按实际改；超出只是提醒。"))
        self.add("grid_least", self.tr("最少"), Count(5), unit=self.tr("户"))
        self.add("grid_most", self.tr("最多"), Count(5), unit=self.tr("户"))


class BookNumbersGroup(RuleGroup):
    """How paper books are numbered."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(self.tr("存折号"), self.tr("发新折时程序按这里编号，最后一位是防错的；已发的折号不变。"))
        self._way = Choice(
            [
                (BookNumbers.ACCOUNT, self.tr("账号加第几本")),
                (BookNumbers.YEAR, self.tr("年份加全村流水号")),
                (BookNumbers.GRID, self.tr("网格号加网格流水号")),
            ]
        )
        self.example = QLabel()
        self.example.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add("book_numbers", self.tr("怎么编"), self._way)
        self.place(self.tr("编出来像"), self.example, narrow=True)

    def follow(self) -> None:
        """Show a number as it will stand on a book."""
        way = self._way.value()
        assert isinstance(way, BookNumbers)
        account = account_number(Colour.GREEN, _GRID, _RUNNING)
        number = book_number(way, account, 1, _YEAR, _GRID, _RUNNING)
        words = {
            BookNumbers.ACCOUNT: self.tr("{number}（账号 {account} 的第 1 本）"),
            BookNumbers.YEAR: self.tr("{number}（{year} 年发的第 {running} 本）"),
            BookNumbers.GRID: self.tr("{number}（{grid} 网格的第 {running} 本）"),
        }[way]
        self.example.setText(
            words.format(number=number, account=account, year=_YEAR, grid=_GRID, running=_RUNNING)
        )


class HouseholdsGroup(RuleGroup):
    """Where points go when households split or merge."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(self.tr("分户和并户"), self.tr("定了就照这个先选好，哪一户另有商量，办的时候还可以另选。"))
        splits: list[tuple[object, str]] = [
            (SplitRule.ASK, self.tr("没有定，每次再选")),
            (SplitRule.STAY, self.tr("都留在原来的存折")),
            (SplitRule.HEADS, self.tr("按人头分")),
            (SplitRule.AMOUNT, self.tr("按商量好的数分")),
            (SplitRule.FREEZE, self.tr("先冻结，商量好再转")),
        ]
        merges: list[tuple[object, str]] = [
            (MergeRule.ASK, self.tr("没有定，每次再选")),
            (MergeRule.MOVE, self.tr("全部转过去，基础分不转")),
            (MergeRule.MOVE_WITH_BASE, self.tr("全部转过去，基础分也转")),
            (MergeRule.AMOUNT, self.tr("按商量好的数转")),
            (MergeRule.FREEZE, self.tr("先冻结，商量好再转")),
        ]
        self.add("split_rule", self.tr("分户的积分"), Choice(splits))
        self.add("merge_rule", self.tr("并户的积分"), Choice(merges))
