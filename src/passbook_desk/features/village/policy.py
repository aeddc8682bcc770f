"""What a village has decided about points, steps and people, all optional (domain §2.3-2.5, §13).

Each field is one setting, kept as text under its own name; a setting without a row has its default. The
defaults are those of a village with one clerk that has decided nothing yet.
"""

import json
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from passbook_desk.features.village.errors import WrongSetting
from passbook_desk.kernel.points import NO_MONEY, ZERO, Money, Points


class CarryOver(StrEnum):
    """What becomes of spendable points at the end of a period (domain §13 rule 6)."""

    KEEP = "keep"
    CLEAR_QUARTER = "clear-quarter"
    CLEAR_YEAR = "clear-year"
    EXPIRE = "expire"


class Twice(StrEnum):
    """What happens when the same deed is entered a second time for a household on one day."""

    REFUSE = "refuse"
    ASK = "ask"
    ALLOW = "allow"


class BasePeriod(StrEnum):
    """How often base points are granted anew (domain §2.3)."""

    ONCE = "once"
    MONTH = "month"
    HALF_YEAR = "half-year"
    YEAR = "year"


class SplitRule(StrEnum):
    """Where points go when a household splits, by the village's own rule (domain §13 rule 20)."""

    ASK = ""
    """Nothing is decided: each case by itself."""
    STAY = "stay"
    HEADS = "heads"
    AMOUNT = "amount"
    FREEZE = "freeze"


class MergeRule(StrEnum):
    """Where points go when a household goes into another one (domain §13 rule 20)."""

    ASK = ""
    MOVE = "move"
    MOVE_WITH_BASE = "move-with-base"
    AMOUNT = "amount"
    FREEZE = "freeze"


class BookNumbers(StrEnum):
    """How paper books are numbered; a check digit follows."""

    ACCOUNT = "account"
    """The account's number and which of its books it is."""
    YEAR = "year"
    """The year and a running number of the village."""
    GRID = "grid"
    """The grid's code and a running number of the grid."""


class Cycle(StrEnum):
    """How often something is done in the village's year (domain §2.2); five of them need not agree."""

    NEVER = ""
    DEED = "deed"
    """一事一记录: whenever there is something; for redeeming: any time."""
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


class RedeemDays(StrEnum):
    """On which days the counter gives out goods (domain §3: the 15th of a month, before Spring Festival)."""

    ANY = "any"
    MONTH = "month"
    """A day of each month."""
    QUARTER = "quarter"
    """A day of the last month of each quarter."""
    SPRING = "spring"
    """The days before Spring Festival."""


class WallDeductions(StrEnum):
    """What the wall says of deductions (domain §5.3, §13 rule 18)."""

    TOTALS = "totals"
    """A column with each book's sum; what for stays in the council's copy."""
    WORDS = "words"
    """And each deduction with the catalogue's text, never with the clerk's note."""
    HIDDEN = "hidden"
    """No column of deductions: gains and losses stand together as one figure."""


SIGNERS = "编制：\n审核（积分管理小组）：\n监督（监督小组）："
"""Who signs a notice, one to a line, where the village has not said otherwise (domain §5.2)."""


@dataclass(frozen=True, slots=True)
class Band:
    """A star band: from `least` points of the year on, accounts get `stars` stars."""

    least: Points
    stars: int


@dataclass(frozen=True, slots=True)
class VillagePolicy:
    """The village's decisions. Points are exact; days and months are counts; percents are whole."""

    scale: str = ""
    """What one point is worth, in the village's words, stated once (1 分 = 1 元); never used to convert."""
    single_clerk: bool = True
    """单人模式: the signed sheet is the second person."""
    lock_minutes: int = 5
    first_check: bool = False
    review: bool = False
    notice_days: int = 0
    base_spendable: bool = False
    base_period: BasePeriod = BasePeriod.ONCE
    least_to_redeem: Points = ZERO
    suspension_line: Points | None = None
    household_bands: tuple[Band, ...] = ()
    member_bands: tuple[Band, ...] = ()
    linked_loss_percent: int = 0
    """Share of a household's deduction that its linked party member loses as well; 0 for none."""
    linked_loss_points: Points = ZERO
    """Or a fixed deduction for the member; a positive number of points, zero for none."""
    same_deed_twice: Twice = Twice.ASK
    member_and_household: Twice = Twice.ASK
    """The same deed in a member's red book and in the green book of the own household."""
    gift_ratio: int = 0
    """Gift points that one earned point unlocks (domain §2.4: 1 or 5); 0 when gifts are spent freely."""
    redeeming_counts: bool = False
    """Whether redeeming lowers the assessment."""
    members_redeem: bool = True
    """Whether party members' red books redeem, too (domain §2.8)."""
    redeem_days: RedeemDays = RedeemDays.ANY
    redeem_day: int = 15
    """The day of the month, where there is one; in a shorter month its last day."""
    redeem_before: int = 15
    """Days before Spring Festival from which goods are given out, where the village does it then."""
    shop_budget: Money = NO_MONEY
    """What the shop may spend in a year; nothing where the village says no sum."""
    carry_over: CarryOver = CarryOver.KEEP
    carry_percent: int = 0
    """Share of the cleared points that is carried over."""
    carry_most: Points | None = None
    expire_months: int = 12
    debtless_households: bool = False
    debtless_members: bool = False
    debtless_organizations: bool = False
    cut_off_day: int = 0
    """Day of a period's last month on which it ends (15 in one village, domain §2.2); 0 for the last day."""
    grid_least: int = 300
    grid_most: int = 500
    split_rule: SplitRule = SplitRule.ASK
    """What the page of a split proposes; one case may still go another way."""
    merge_rule: MergeRule = MergeRule.ASK
    book_numbers: BookNumbers = BookNumbers.ACCOUNT
    record_every: Cycle = Cycle.DEED
    count_every: Cycle = Cycle.WEEK
    compare_every: Cycle = Cycle.MONTH
    post_every: Cycle = Cycle.QUARTER
    redeem_every: Cycle = Cycle.YEAR
    assess_every: Cycle = Cycle.YEAR
    post_within_days: int = 10
    """Days after a period by which its notice should hang (domain §5.1: by the 10th)."""
    answer_days: int = 10
    """Days within which an objection is answered (domain §5.1)."""
    objection_person: str = ""
    objection_place: str = "村委会"
    notice_signers: str = SIGNERS
    notice_rules: str = ""
    """Rule text of the village's own on every notice, one paragraph to a line."""
    wall_deductions: WallDeductions = WallDeductions.TOTALS
    count_when_posted: bool = False
    """Points become ledger lines when the notice that shows them closes; until then they are 公示中."""


def read_policy(values: dict[str, str]) -> VillagePolicy:
    """The policy that settings say; unknown names are left to later versions. Raises WrongSetting."""
    policy = VillagePolicy()
    changes: dict[str, Any] = {}
    for field in fields(VillagePolicy):
        if field.name in values:
            try:
                changes[field.name] = _read(getattr(policy, field.name), field.name, values[field.name])
            except (ValueError, KeyError, TypeError):
                raise WrongSetting(field=field.name, text=values[field.name]) from None
    return replace(policy, **changes)


def written_policy(policy: VillagePolicy) -> dict[str, str]:
    """Every setting as text."""
    return {field.name: _written(getattr(policy, field.name)) for field in fields(VillagePolicy)}


_MAYBE_POINTS = frozenset({"suspension_line", "carry_most"})


def _read(default: object, name: str, text: str) -> object:
    if isinstance(default, bool):
        return {"1": True, "0": False}[text]
    if isinstance(default, StrEnum):
        return type(default)(text)
    if isinstance(default, int):
        return int(text)
    if isinstance(default, tuple):
        return tuple(Band(Points(least), stars) for least, stars in json.loads(text))
    if name in _MAYBE_POINTS:
        return None if text == "" else Points(int(text))
    if isinstance(default, Money):
        return Money(int(text))
    return Points(int(text)) if isinstance(default, Points) else text


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, tuple):
        return json.dumps([[band.least.hundredths, band.stars] for band in value])
    if isinstance(value, Points):
        return str(value.hundredths)
    if isinstance(value, Money):
        return str(value.fen)
    return "" if value is None else str(value)
