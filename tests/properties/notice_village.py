"""A village in which things happen at random, for what must hold of its notices whatever does."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import select

from builders.lives import act, family
from builders.owners import shop, unit
from builders.village import Village, catalogue, household, new_village, one_deed
from builders.wall import closed, corrected, hung, issued, objected, proofed, upheld
from passbook_desk.db.store import Tx
from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.catalogue.values import Holder, ItemDraft, ItemRow, ValueKind
from passbook_desk.features.household_changes.commands import (
    deregister_household,
    merge_households,
    release_points,
    split_household,
)
from passbook_desk.features.household_changes.queries import frozen_accounts
from passbook_desk.features.household_changes.values import (
    DeregisterHousehold,
    MergeHouseholds,
    PointsRule,
    PointsWay,
    ReleasePoints,
    SplitHousehold,
)
from passbook_desk.features.households.life.history import members_at
from passbook_desk.features.households.links import LinkHousehold, LinkKind, link_household
from passbook_desk.features.households.model import Household, Organization, Place
from passbook_desk.features.households.places import AddPlace, PutHousehold, add_place, put_household
from passbook_desk.features.households.queries import households
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.limits import holder_of
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.owners import close_owner
from passbook_desk.features.ledger.queries import accounts, balances
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.values import (
    AccountRow,
    Colour,
    LineKind,
    OwnerKind,
    ReverseLines,
    VoucherKind,
)
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.notices.kinds import KINDS
from passbook_desk.features.notices.objections.commands import withdraw_objection
from passbook_desk.features.notices.objections.queries import objection_card, objections
from passbook_desk.features.notices.objections.values import WithdrawObjection
from passbook_desk.features.notices.queries import notices
from passbook_desk.features.notices.values import NoticeContent, NoticeKind, NoticeRow, NoticeState
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import Band, VillagePolicy, WallDeductions
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.kernel.points import ZERO, Points

FIRST_DAY: Final = date(2026, 2, 1)
RULES_FROM: Final = date(2026, 1, 15)
NAMES: Final = ("王建国", "李秀英", "欧阳明", "赵德才", "王建国", "司马懿光", "陈静")
OF_POINTS: Final = tuple(kind for kind, known in KINDS.items() if known.of_points)
MORE: Final = (
    ItemDraft("", "志愿服务", "半日劳动", ValueKind.FIXED, Points(50), Points(50), holders=tuple(Holder)),
    ItemDraft("", "志愿服务", "零工", ValueKind.RANGE, Points(1), Points(799), holders=tuple(Holder)),
    ItemDraft("", "村风民俗", "不听劝阻", ValueKind.RANGE, Points(-350), Points(-25), holders=tuple(Holder)),
)
"""Deeds worth half a point, and those whose points nobody would choose."""


@dataclass(slots=True)
class NoticeVillage:
    """One village, what is decided in it, and the acts that may happen; refused ones change nothing.

    `waiting` are claims that neither count nor were refused, by id; `sheets` every notice as it was issued.
    """

    folder: Path
    chance: random.Random
    last_day: date
    village: Village = field(init=False)
    told: Counter[str] = field(default_factory=Counter)
    today: date = FIRST_DAY
    waiting: set[int] = field(default_factory=set)
    sheets: dict[str, NoticeContent] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.village = new_village(self.folder)
        self.village.on(self.today)
        with self.village.write() as tx:
            catalogue(tx, MORE)
            for number in range(self.chance.randint(2, 5)):
                self._settle(tx, f"{1 + number % 3:02d}{number + 1:03d}")
            grid = tx.session.scalars(select(Place.id).order_by(Place.id)).first()
            for name in ("一号楼", "二号楼"):
                add_place(tx, AddPlace("building", name, grid))
            shop(tx, grid_id=self.chance.choice((None, grid)))
            unit(tx)

    def try_act(self, name: str) -> bool:
        """Let something happen; False when there is nothing it could happen to, or the program refuses."""
        method: Callable[[], bool] = getattr(self, name)
        try:
            happened = method()
        except UserError:
            self.told[f"refused {name}"] += 1
            return False
        self.told[name] += happened
        return happened

    def decide(self, decided: VillagePolicy) -> None:
        """Let the village decide anew."""
        with self.village.write() as tx:
            change_policy(tx, decided)

    def decided(self) -> VillagePolicy:
        """What it has decided."""
        with self.village.read() as scope:
            return policy(scope)

    # Points

    def deed(self) -> bool:
        return self._enter(self._books(1), self.today, gain=True)

    def deduction(self) -> bool:
        return self._enter(self._books(1), self.today, gain=False)

    def many(self) -> bool:
        green = [row for row in self._open() if row.owner_kind is OwnerKind.HOUSEHOLD]
        return self._enter(green, self.today, gain=True)

    def late(self) -> bool:
        day = max(self.today - timedelta(days=self.chance.randint(1, 200)), RULES_FROM)
        return self._enter(self._books(1), day, gain=self.chance.random() < 0.6)

    def reversal(self) -> bool:
        lines = self.standing()
        if not lines:
            return False
        chosen = self.chance.sample(lines, min(len(lines), self.chance.randint(1, 3)))
        with self.village.write() as tx:
            reverse_lines(tx, ReverseLines(new_uid(), tuple(chosen), "记错"))
        return True

    def redemption(self) -> bool:
        with self.village.read() as scope:
            rich = [row for row in balances(scope) if row.spendable > ZERO]
        if not rich:
            return False
        row = self.chance.choice(rich)
        kind = LineKind.REDEEM_COUNTED if self.decided().redeeming_counts else LineKind.REDEEM
        return self._write(row.account, kind, Points(-self.chance.randint(1, row.spendable.hundredths)))

    def opening(self) -> bool:
        kind = self.chance.choice((LineKind.OPENING, LineKind.BASE))
        return self._write(self._books(1)[0], kind, Points(self.chance.randint(1, 9000)))

    # Households, shops and places

    def newcomer(self) -> bool:
        grid = f"{self.chance.randint(1, 4):02d}"
        with self.village.write() as tx:
            taken = tx.session.scalars(select(Household.code).where(Household.code.startswith(grid)))
            last = max((int(code[2:]) for code in taken), default=0)
            self._settle(tx, f"{grid}{last + 1:03d}")
        return True

    def move(self) -> bool:
        home = self._home()
        with self.village.write() as tx:
            place = self.chance.choice(tx.session.scalars(select(Place.id).order_by(Place.id)).all())
            put_household(tx, PutHousehold(act(self.today), home, place))
        return True

    def split(self) -> bool:
        home = self._home()
        with self.village.write() as tx:
            members = [row.person_id for row in members_at(tx, home, self.today)]
            if len(members) < 2:
                return False
            going = members[self.chance.randrange(1, len(members)) :]
            rule = PointsRule(self.chance.choice((PointsWay.HEADS, PointsWay.STAY, PointsWay.FREEZE)))
            split_household(tx, SplitHousehold(act(self.today), home, tuple(going), going[0], rule))
        return True

    def merge(self) -> bool:
        home, into = self._two_homes()
        if home == into:
            return False
        way = self.chance.choice((PointsWay.MOVE, PointsWay.FREEZE))
        rule = PointsRule(way, base_too=way is PointsWay.MOVE and self.chance.random() < 0.5)
        with self.village.write() as tx:
            merge_households(tx, MergeHouseholds(act(self.today), home, into, rule))
        return True

    def end(self) -> bool:
        home, to = self._two_homes()
        if home == to:
            return False
        rule = PointsRule(self.chance.choice((PointsWay.MOVE, PointsWay.FREEZE)))
        with self.village.write() as tx:
            deregister_household(tx, DeregisterHousehold(act(self.today), home, rule, to))
        return True

    def release(self) -> bool:
        with self.village.read() as scope:
            frozen = frozen_accounts(scope)
        if not frozen:
            return False
        chosen, home = self.chance.choice(frozen).account_id, self._home()
        with self.village.write() as tx:
            release_points(tx, ReleasePoints(act(self.today), chosen, home))
        return True

    def link(self) -> bool:
        """A party member looks after a household, and loses with it where the village has it so."""
        red = [row.person_id for row in self._open() if row.colour is Colour.RED]
        if not red:
            return False
        home, person = self._home(), self.chance.choice(red)
        assert person is not None
        with self.village.write() as tx:
            link_household(tx, LinkHousehold(act(self.today), LinkKind.MEMBER, person, home))
        return True

    def shop_opens(self) -> bool:
        with self.village.write() as tx:
            shop(tx, name=f"小店{self.told['shop_opens'] + 1}")
        return True

    def shop_closes(self) -> bool:
        with self.village.write() as tx:
            there = select(Organization.id).where(Organization.closed_on.is_(None)).order_by(Organization.id)
            rows = tx.session.scalars(there).all()
            if len(rows) < 2:
                return False
            close_owner(tx, self.chance.choice(rows), self.today)
        return True

    # Notices

    def days(self) -> bool:
        self.later(self.chance.randint(1, 45))
        return True

    def proof(self) -> bool:
        kind = self.chance.choice(OF_POINTS)
        proofed(self.village, kind, str(self.chance.choice(self.periods(kind))))
        return True

    def hang(self) -> bool:
        row = self._one(NoticeState.ISSUED)
        if row is None:
            return False
        hung(self.village, row.number, on=self.today, until=self.today + timedelta(days=6))
        return True

    def close(self) -> bool:
        row = self._one(NoticeState.OVER) or self._one(NoticeState.HANGING)
        if row is None:
            return False
        if row.hung_until >= self.today:
            self.later((row.hung_until - self.today).days + 1)
        done = closed(self.village, row.number, on=self.today)
        self.waiting -= {*done.posted, *done.rejected}
        return True

    def objection(self) -> bool:
        if not self.sheets:
            return False
        number, content = self.chance.choice(sorted(self.sheets.items()))
        line = self.chance.choice((None, *range(1, content.rows + 1)))
        objected(self.village, line, number)
        return True

    def upheld(self) -> bool:
        chosen = self._objection()
        if chosen is None:
            return False
        upheld(self.village, chosen)
        return True

    def withdrawn(self) -> bool:
        chosen = self._objection()
        if chosen is None:
            return False
        with self.village.write() as tx:
            withdraw_objection(tx, WithdrawObjection(new_uid(), chosen, "自己弄清楚了"))
        return True

    def corrected(self) -> bool:
        """What hangs on the line is kept from counting; else a line of the book is taken back."""
        found = {number: self._to_correct(number) for number in self._objections()}
        chosen = self._one_of([number for number, (lines, claims) in found.items() if lines or claims])
        if chosen is None:
            chosen = self._objection()
        if chosen is None:
            return False
        lines, claims = found[chosen]
        reverse = tuple(self.chance.sample(lines, min(1, len(lines))))
        corrected(self.village, chosen, reverse=reverse, reject=claims, paper="异议答复1号")
        self.waiting -= set(claims)
        return True

    def publish(self, kind: NoticeKind, about: str, again: str = "") -> NoticeContent:
        """Issue a notice and keep it as it was issued."""
        content = issued(self.village, kind, about, again=again)
        assert content.number is not None
        self.sheets[content.number] = content
        return content

    # What there is

    def later(self, days: int) -> None:
        """Let days pass, up to the last one of the story."""
        self.today = min(self.today + timedelta(days=days), self.last_day)
        self.village.on(self.today)

    def periods(self, kind: NoticeKind) -> list[Period]:
        """The periods of a kind since the first month of the story, up to the one that runs."""
        if kind is NoticeKind.HALF_YEAR:
            period = Period.months(date(2026, 1, 1), date(2026, 6, 1))
        else:
            period = Period.of(KINDS[kind].period or PeriodKind.YEAR, date(2026, 1, 1))
        found = [period]
        while found[-1].last < self.today:
            found.append(found[-1].next())
        return found

    def standing(self, account_id: int | None = None) -> list[int]:
        """Numbers of lines that could be taken back."""
        with self.village.read() as scope:
            gone = select(LedgerLine.reverses_id).where(LedgerLine.reverses_id.is_not(None))
            chosen = select(LedgerLine.seq).where(
                LedgerLine.kind.not_in(("reversal", "transfer")), LedgerLine.id.not_in(gone)
            )
            if account_id is not None:
                chosen = chosen.where(LedgerLine.account_id == account_id)
            return list(scope.session.scalars(chosen.order_by(LedgerLine.seq)))

    def rows(self) -> tuple[NoticeRow, ...]:
        """Every notice and where it stands."""
        with self.village.read() as scope:
            return notices(scope)

    def _one(self, state: NoticeState) -> NoticeRow | None:
        found = [row for row in self.rows() if row.state is state]
        return self.chance.choice(found) if found else None

    def _objections(self) -> list[int]:
        with self.village.read() as scope:
            return [row.id for row in objections(scope, open_only=True)]

    def _objection(self) -> int | None:
        return self._one_of(self._objections())

    def _one_of(self, numbers: Sequence[int]) -> int | None:
        return self.chance.choice(numbers) if numbers else None

    def _to_correct(self, objection_id: int) -> tuple[list[int], tuple[int, ...]]:
        """The lines of the book objected to that could be taken back, and what waits on its line."""
        with self.village.read() as scope:
            card = objection_card(scope, objection_id)
        return [] if card.account_id is None else self.standing(card.account_id), card.claim_ids

    def _settle(self, tx: Tx, code: str) -> None:
        name = self.chance.choice(NAMES)
        if self.chance.random() < 0.5:
            family(tx, code, "12女刘梅1965 20男赵强1990", name)
        else:
            household(tx, code, name, member_of_party=True)

    def _home(self) -> int:
        with self.village.read() as scope:
            return self.chance.choice(households(scope)).id

    def _two_homes(self) -> tuple[int, int]:
        """Two households; twice the same where a few are all there are."""
        with self.village.read() as scope:
            there = [row.id for row in households(scope)]
        one, other = self.chance.sample(there, 2) if len(there) > 2 else there[:1] * 2
        return one, other

    def _open(self) -> Sequence[AccountRow]:
        with self.village.read() as scope:
            return accounts(scope)

    def _books(self, count: int) -> list[AccountRow]:
        return self.chance.sample(self._open(), count)

    def _fitting(self, book: AccountRow, day: date, gain: bool) -> list[ItemRow]:
        holder = holder_of(book)
        with self.village.read() as scope:
            return [
                item
                for item in items_in_force(scope, day)
                if item.enabled
                and holder in item.holders
                and item.value_kind is not ValueKind.UNSET
                and (item.least > ZERO) is gain
            ]

    def _enter(self, books: Sequence[AccountRow], day: date, gain: bool) -> bool:
        fitting = self._fitting(books[0], day, gain) if books else []
        if not fitting:
            return False
        item = self.chance.choice(fitting)
        points = None
        if item.value_kind is ValueKind.RANGE:
            points = Points(self.chance.randint(item.least.hundredths, item.most.hundredths))
        batch = one_deed(tuple(row.id for row in books), item.code, day, points, "听说的", again=True)
        with self.village.write() as tx:
            self.waiting |= set(record_deeds(tx, batch).claim_ids)
        return True

    def _write(self, account: AccountRow, kind: LineKind, points: Points) -> bool:
        draft = DraftLine(account.id, kind, kind, points, self.today, item_text="肥皂一块")
        with self.village.write() as tx:
            write_voucher(tx, new_uid(), VoucherKind.RECORD, [draft])
        return True


def drawn_policy(chance: random.Random, *, count_when_posted: bool) -> VillagePolicy:
    """What some village might have decided."""
    bands = (Band(Points(500), 1), Band(Points(2050), 3))
    return replace(
        VillagePolicy(),
        cut_off_day=chance.choice((0, 0, 15, 20)),
        count_when_posted=count_when_posted,
        wall_deductions=chance.choice(tuple(WallDeductions)),
        redeeming_counts=chance.random() < 0.3,
        linked_loss_percent=chance.choice((0, 33)),
        household_bands=chance.choice(((), bands)),
    )
