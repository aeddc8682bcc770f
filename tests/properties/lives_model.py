"""A village on a real file, and beside it what its people, heads and points must be."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import ClassVar, TypeVar

from hypothesis.stateful import (
    RuleBasedStateMachine,
)
from sqlalchemy import select

from builders.village import KEY, MORNING, Village, settled_village
from passbook_desk.db.store import Scope, Store, Tx
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.audit.commands import seal_changes
from passbook_desk.features.household_changes.values import (
    Changed,
    PointsRule,
    PointsWay,
)
from passbook_desk.features.households.life.errors import BeforeLastChange, HouseholdAbsent
from passbook_desk.features.households.life.facts import edit_person
from passbook_desk.features.households.life.history import members_at
from passbook_desk.features.households.life.values import (
    Act,
    EditPerson,
    Lived,
    NewPerson,
    PersonArrives,
    PersonLeaves,
)
from passbook_desk.features.households.model import Person
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.ledger.commands import reverse_voucher
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.queries import accounts, balances
from passbook_desk.features.ledger.transfers import Figures
from passbook_desk.features.ledger.values import AccountRow, Colour, ReverseVoucher
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points
from properties.kinship import MAN, WOMAN, Human, Tree, fits

FIRST_DAY, LAST_DAY, LONG_AGO = date(2026, 6, 1), date(2060, 1, 1), date(1900, 1, 1)
GROWN = timedelta(days=365 * 20)
T = TypeVar("T")


@cache
def _template() -> Path:
    made = settled_village(Path(mkdtemp(prefix="lives-")))
    made.store.close()
    return made.path


class LivesModel(RuleBasedStateMachine):
    """The file, the model, and how an act reaches both."""

    told: ClassVar[Counter[str]] = Counter()
    """How often each act was accepted, and each bad act refused, over all histories of this process."""

    def __init__(self) -> None:
        super().__init__()
        shm = Path("/dev/shm")
        self._home = TemporaryDirectory(prefix="lives-", dir=shm if shm.is_dir() else None)
        path = Path(self._home.name) / _template().name
        shutil.copyfile(_template(), path)
        store = Store.on_file(path, 1, seal_changes, check_permit)
        self.village = Village(path, store, Actor(1, "刘文书"), FixedClock(MORNING))
        self.today, self.accepted, self.checked, self.names = FIRST_DAY, 0, 0, 0
        self.village.on(self.today)
        self.tree, self.heads = Tree(), dict[int, int]()
        with self.village.read() as scope:
            for number, row in enumerate(scope.session.scalars(select(Person).order_by(Person.id)), 1):
                born = date(1960 + number, 1, number)
                self._known(row.id, row.name, row.sex, born, (), number, LONG_AGO)
        self.away, self.ended = set[int](), set[int]()
        self.tenants, self.gone = set[int](), set[int]()
        self.vouchers: dict[int, Figures] = {}
        self.transfers: list[int] = []
        self.total = Figures()

    def _act(self, on: date | None = None) -> Act:
        return Act(new_uid(), on or self.today, "听说的")

    def _newcomer(self, woman: bool, born: date) -> NewPerson:
        self.names += 1
        return NewPerson(f"新人{self.names}", WOMAN if woman else MAN, born)

    def _known(
        self,
        person_id: int,
        name: str,
        sex: str,
        born: date,
        parents: tuple[int, ...],
        home: int,
        since: date | None = None,
    ) -> Human:
        human = Human(person_id, name, sex, born, parents, homes=[(since or self.today, home)])
        self.tree.people[person_id] = human
        self.heads.setdefault(home, person_id)
        return human

    def _comes(
        self,
        act: str,
        way: Callable[[Tx, PersonArrives, LookupKey], Lived],
        near: Human,
        person: NewPerson,
        back: int,
        spouse: bool = False,
    ) -> None:
        """A new human, child or spouse of somebody, comes into the household of that one."""
        home = self._home_of(near)
        human = Human(-1, person.name, person.sex, born(person))
        if spouse:
            human.spouse = near.id
        else:
            human.parents = tuple(one for one in (near.id, near.spouse) if one is not None)
        self.tree.people[-1] = human
        before = near.spouse
        if spouse:
            near.spouse = -1
        code = self.tree.told(-1, self.heads[home])
        del self.tree.people[-1]

        def work(tx: Tx, on: date) -> Lived:
            return way(tx, PersonArrives(self._act(on), home, code, person=person), KEY)

        near.spouse = before
        day, lived = self._dated(act, work, back)
        human.id = lived.person_id or 0
        human.homes.append((day, home))
        self.tree.people[human.id] = human
        if spouse:
            near.spouse = human.id

    def _goes(
        self, act: str, way: Callable[[Tx, PersonLeaves], Lived], one: Human, other: int, back: int
    ) -> None:
        home, heir = self._home_of(one), self._successor(one, other)
        chosen = heir or None

        def work(tx: Tx, on: date) -> Lived:
            return way(tx, PersonLeaves(self._act(on), one.id, chosen))

        day = self._dated(act, work, back)[0]
        self._moved(one, None, day)
        self._left(one, home, chosen)
        self._put_right(home, on=day)

    def _dated(self, act: str, work: Callable[[Tx, date], object], back: int) -> tuple[date, Lived]:
        """An act some days ago if that can be, else today."""
        for day in (self.today - timedelta(days=back), self.today):
            try:
                with self.village.write() as tx:
                    done = work(tx, day)
            except (BeforeLastChange, HouseholdAbsent):
                if day == self.today:
                    raise
                self.told["refused early day"] += 1
            else:
                self._accept(act)
                assert isinstance(done, Lived | Changed)
                return day, done if isinstance(done, Lived) else Lived(done.household_id, None)
        raise AssertionError(f"{act} was refused today")

    def _do(self, act: str, work: Callable[[Tx], T]) -> T:
        with self.village.write() as tx:
            done = work(tx)
        self._accept(act)
        return done

    def _refused(self, act: str, work: Callable[[Tx], object]) -> None:
        before = self.village.path.read_bytes()
        try:
            with self.village.write() as tx:
                work(tx)
        except UserError:
            assert self.village.path.read_bytes() == before
            self.told[f"refused {act}"] += 1
        else:
            raise AssertionError(f"{act} was accepted")

    def _accept(self, act: str) -> None:
        self.told[act] += 1
        self.accepted += 1

    def _reverse(self, act: str, voucher: int) -> None:
        self._do(act, lambda tx: reverse_voucher(tx, ReverseVoucher(new_uid(), voucher, "记错")))

    def _remember(self, done: Changed) -> None:
        if done.voucher_id is not None:
            self.transfers.append(done.voucher_id)

    def _moved(self, one: Human, home: int | None, day: date) -> None:
        one.homes.append((day, home))
        self.tenants.discard(one.id)

    def _left(self, one: Human, home: int, heir: int | None) -> None:
        if self.heads.get(home) == one.id:
            del self.heads[home]
            if heir is not None:
                self.heads[home] = heir

    def _over(self, home: int) -> None:
        self.heads.pop(home, None)
        self.ended.add(home)

    def _put_right(self, *homes: int, on: date | None = None) -> None:
        """What the program wrote as sure is right, and the clerk answers what it asks."""
        for home in homes:
            self._sure_ones_are_right(home)
            self._answer(home, on)

    def _answer(self, home: int, on: date | None = None, wedding: bool = False) -> None:
        """The clerk says what is not told; after a wedding also what somebody has become by it."""
        with self.village.read() as scope:
            rows = members_at(scope, home, self.today)
        for row in rows[1:]:
            truth = self.tree.code(row.person_id, rows[0].person_id)
            if not row.relation_code or (wedding and not fits(row.relation_code, truth)):
                said = self.tree.told(row.person_id, rows[0].person_id)
                command = EditPerson(self._act(on), row.person_id, relation_code=said)
                with self.village.write() as tx:
                    edit_person(tx, command, KEY)
                self.told["relation put right"] += 1

    def _sure_ones_are_right(self, home: int) -> None:
        """What the program wrote as sure is right; where it asks, there is no code."""
        with self.village.read() as scope:
            rows = members_at(scope, home, self.today)
        for row in rows[1:]:
            truth = self.tree.code(row.person_id, rows[0].person_id)
            assert not row.relation_code or fits(row.relation_code, truth), (row, truth)
            self.told["relation sure" if row.relation_code else "relation asked"] += 1

    def _living(self, which: Callable[[Human], bool] = lambda _: True) -> list[Human]:
        """People in households that are in the village."""
        here = set(self._homes())
        found = (one for _, one in sorted(self.tree.people.items()))
        return [one for one in found if one.homes[-1][1] in here and which(one)]

    def _homes(self) -> list[int]:
        """Households that are in the village, empty ones too."""
        ever = {home for one in self.tree.people.values() for _, home in one.homes if home is not None}
        return sorted(ever - self.away - self.ended)

    def _members(self, home: int) -> list[int]:
        return [one.id for one in self.tree.people.values() if one.homes[-1][1] == home]

    def _home_of(self, one: Human) -> int:
        home = one.homes[-1][1]
        assert home is not None
        return home

    def _successor(self, one: Human, pick: int) -> int | bool:
        """Who heads the household when this one leaves; 0 when none is needed."""
        home = self._home_of(one)
        others = [each for each in self._members(home) if each != one.id]
        return others[pick % len(others)] if others and self.heads[home] == one.id else 0

    def _code(self, person_id: int, home: int) -> str:
        head = self.heads.get(home)
        return "" if head is None else self.tree.told(person_id, head)

    def _may_marry(self, one: Human) -> bool:
        return one.spouse is None and self.today - one.born > GROWN and one.id not in self.tenants

    def _together(self, one: Human) -> bool:
        spouse = None if one.spouse is None else self.tree.people[one.spouse]
        return spouse is not None and spouse.alive and spouse.homes[-1][1] == one.homes[-1][1]

    def _green(self) -> list[AccountRow]:
        here = set(self._homes())
        with self.village.read() as scope:
            rows = accounts(scope, colour=Colour.GREEN)
        return [row for row in rows if row.household_id in here]

    def _without_book(self, home: int) -> bool:
        return home not in {row.household_id for row in self._green()}

    def _rule_of(self, home: int, way: str, share: int) -> PointsRule:
        if way != "amount":
            return PointsRule(PointsWay(way))
        with self.village.read() as scope:
            rows = balances(scope, household_id=home)
        there = max(
            (row.spendable.hundredths for row in rows if row.account.colour is Colour.GREEN), default=0
        )
        return PointsRule(PointsWay.AMOUNT, Points(max(there, 0) * (share % 101) // 100))


def born(person: NewPerson) -> date:
    assert person.born_on is not None
    return person.born_on


def points_of(scope: Scope, voucher_id: int) -> Iterable[Points]:
    return scope.session.scalars(select(LedgerLine.points).where(LedgerLine.voucher_id == voucher_id))
