"""Random lives of households on a real file, against a family tree and plain sums kept beside it."""

from datetime import date, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    invariant,
    precondition,
    rule,
)
from sqlalchemy import select

from builders.village import KEY, booked
from passbook_desk.db.store import Tx
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.household_changes.commands import (
    deregister_household,
    found_with_book,
    hand_over,
    merge_households,
    release_points,
    split_household,
)
from passbook_desk.features.household_changes.queries import frozen_accounts, preview_end, preview_split
from passbook_desk.features.household_changes.values import (
    DeregisterHousehold,
    MergeHouseholds,
    PointsRule,
    PointsWay,
    ReleasePoints,
    SplitHousehold,
)
from passbook_desk.features.households.life import commands as life
from passbook_desk.features.households.life.history import (
    head_at,
    history_of,
    homes_at,
    households_on,
    members_at,
)
from passbook_desk.features.households.life.values import (
    AddHousehold,
    ChangeHead,
    HouseholdAction,
    Lived,
    MovePerson,
    PersonArrives,
    PersonLeaves,
)
from passbook_desk.features.ledger.model import AccountBalance
from passbook_desk.features.ledger.queries import accounts, balances
from passbook_desk.features.ledger.transfers import Figures
from passbook_desk.features.ledger.values import Colour, LineKind, VoucherKind
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points
from properties.kinship import MAN, WOMAN, fits
from properties.lives_model import FIRST_DAY, GROWN, LAST_DAY, LivesModel, born, points_of

picks = st.integers(min_value=0, max_value=10_000)
ACTS_BETWEEN_CHECKS = 12
backs = st.sampled_from([0, 0, 0, 1, 5, 30])


class HouseholdLives(LivesModel):
    """One village and the lives in it."""

    # What happens in a village

    @rule(pick=picks, woman=st.booleans())
    def founding(self, pick: int, woman: bool) -> None:
        """A family moves into the village."""
        person = self._newcomer(woman, self.today - GROWN * 2)
        command = AddHousehold(self._act(), 1 + pick % 2, person)
        lived = self._do("founding", lambda tx: found_with_book(tx, command, KEY))
        self._known(lived.person_id or 0, person.name, person.sex, born(person), (), lived.household_id)

    @rule(pick=picks, woman=st.booleans(), back=backs)
    def grown_child(self, pick: int, woman: bool, back: int) -> None:
        """A grown child of somebody is written into the household."""
        parents = self._living(lambda one: self.today - one.born > GROWN * 2)
        if not parents:
            return
        parent = parents[pick % len(parents)]
        day = parent.born + GROWN + timedelta(days=1 + pick % 700)
        self._comes("grown child", life.add_person, parent, self._newcomer(woman, day), back)

    @rule(pick=picks, woman=st.booleans(), back=backs)
    def birth(self, pick: int, woman: bool, back: int) -> None:
        mothers = self._living(lambda one: one.sex == WOMAN and self._together(one))
        if not mothers:
            return
        day = self.today - timedelta(days=back)
        mother = mothers[pick % len(mothers)]
        self._comes("birth", life.record_birth, mother, self._newcomer(woman, day), back)

    @rule(pick=picks, back=backs)
    def marriage(self, pick: int, back: int) -> None:
        """Somebody from outside marries in."""
        single = self._living(self._may_marry)
        if not single:
            return
        one = single[pick % len(single)]
        person = self._newcomer(one.sex == MAN, one.born + timedelta(days=400))
        self._comes("marriage", life.marry_in, one, person, back, spouse=True)

    @rule(pick=picks, other=picks)
    def marriage_inside(self, pick: int, other: int) -> None:
        """Two of the village marry; one goes to the other's household."""
        pairs = [
            (one, two)
            for one in self._living(self._may_marry)
            for two in self._living(self._may_marry)
            if one.sex == MAN and two.sex == WOMAN and one.homes[-1][1] != two.homes[-1][1]
            if not self.tree.kin(one.id, two.id) and self._successor(two, other) is not False
        ]
        if not pairs:
            return
        man, bride = pairs[pick % len(pairs)]
        target, left = self._home_of(man), self._home_of(bride)
        man.spouse, bride.spouse = bride.id, man.id
        heir = self._successor(bride, other)
        code = self.tree.told(bride.id, self.heads[target])
        command = PersonArrives(self._act(), target, code, person_id=bride.id, new_head_id=heir or None)
        self._do("marriage inside", lambda tx: life.marry_in(tx, command, KEY))
        self._moved(bride, target, self.today)
        self._left(bride, left, heir or None)
        self._answer(target, wedding=True)
        self._put_right(target, left)

    @rule(
        pick=picks,
        other=picks,
        back=backs,
        how=st.sampled_from(["death", "death", "move away", "marriage away", "struck off"]),
    )
    def leaving(self, pick: int, other: int, back: int, how: str) -> None:
        people = self._living(lambda one: one.id not in self.tenants)
        if len(people) < 4:
            return
        one = people[pick % len(people)]
        way = {
            "death": life.record_death,
            "move away": life.move_out,
            "marriage away": life.marry_out,
            "struck off": life.deregister_person,
        }[how]
        self._goes(how, way, one, other, back)
        one.alive = how != "death"
        if how == "move away":
            self.gone.add(one.id)

    @precondition(lambda self: self.gone)
    @rule(pick=picks, where=picks)
    def returning(self, pick: int, where: int) -> None:
        one = self.tree.people[sorted(self.gone)[pick % len(self.gone)]]
        homes = self._homes()
        if not homes:
            return
        target = homes[where % len(homes)]
        command = PersonArrives(self._act(), target, self._code(one.id, target), person_id=one.id)
        self._do("return", lambda tx: life.return_person(tx, command, KEY))
        self.gone.discard(one.id)
        self._moved(one, target, self.today)
        self.heads.setdefault(target, one.id)

    @rule(pick=picks, woman=st.booleans())
    def tenant(self, pick: int, woman: bool) -> None:
        homes = [home for home in self._homes() if home in self.heads]
        if not homes:
            return
        home = homes[pick % len(homes)]
        person = self._newcomer(woman, self.today - GROWN)
        command = PersonArrives(self._act(), home, "99", person=person)
        lived = self._do("tenant", lambda tx: life.tenant_in(tx, command, KEY))
        self._known(lived.person_id or 0, person.name, person.sex, born(person), (), home)
        self.tenants.add(lived.person_id or 0)

    @precondition(lambda self: self.tenants)
    @rule(pick=picks, other=picks)
    def tenant_gone(self, pick: int, other: int) -> None:
        here = self._living(lambda one: one.id in self.tenants)
        if here:
            self._goes("tenant gone", life.tenant_out, here[pick % len(here)], other, 0)

    @rule(pick=picks, where=picks, other=picks, back=backs)
    def move(self, pick: int, where: int, other: int, back: int) -> None:
        people, homes = self._living(), self._homes()
        if not people or len(homes) < 2:
            return
        one = people[pick % len(people)]
        target, left = homes[where % len(homes)], self._home_of(one)
        heir = self._successor(one, other)
        if target == left or heir is False:
            return
        code = self._code(one.id, target)

        def work(tx: Tx, on: date) -> Lived:
            act = self._act(on)
            return life.move_person(tx, MovePerson(act, one.id, target, code, new_head_id=heir or None))

        day = self._dated("move", work, back)[0]
        self._moved(one, target, day)
        self.heads.setdefault(target, one.id)
        self._left(one, left, heir or None)
        self._put_right(left, target, on=day)

    @rule(pick=picks, other=picks, back=backs, book=st.booleans())
    def head(self, pick: int, other: int, back: int, book: bool) -> None:
        homes = [home for home in self._homes() if len(self._members(home)) > 1]
        if not homes:
            return
        home = homes[pick % len(homes)]
        others = [one for one in self._members(home) if one != self.heads[home]]
        chosen = others[other % len(others)]

        def work(tx: Tx, on: date) -> object:
            command = ChangeHead(self._act(on), home, chosen)
            return hand_over(tx, command) if book else life.change_head(tx, command)

        day = self._dated("handed over" if book else "head", work, back)[0]
        self.heads[home] = chosen
        self._put_right(home, on=day)

    @rule(pick=picks)
    def household_away(self, pick: int) -> None:
        homes = self._homes()
        if len(homes) < 3:
            return
        home = homes[pick % len(homes)]
        command = HouseholdAction(self._act(), home)
        self._do("household away", lambda tx: life.household_moves_out(tx, command))
        self.away.add(home)

    @precondition(lambda self: self.away)
    @rule(pick=picks)
    def household_back(self, pick: int) -> None:
        home = sorted(self.away)[pick % len(self.away)]
        command = HouseholdAction(self._act(), home)
        self._do("household back", lambda tx: life.household_returns(tx, command))
        self.away.discard(home)

    @rule(pick=picks, who=picks, way=st.sampled_from(["heads", "amount", "stay", "freeze"]), share=picks)
    def split(self, pick: int, who: int, way: str, share: int) -> None:
        homes = [home for home in self._homes() if len(self._members(home)) > 1]
        if not homes:
            return
        home = homes[pick % len(homes)]
        members = sorted(self._members(home))
        going = tuple(one for place, one in enumerate(members) if who >> place & 1) or (members[0],)
        going = going[: len(members) - 1]
        staying = [one for one in members if one not in going]
        heir = staying[who % len(staying)] if self.heads[home] in going else None
        rule_of_points = self._rule_of(home, way, share)
        command = SplitHousehold(
            self._act(), home, going, going[share % len(going)], rule_of_points, old_head_id=heir
        )
        with self.village.read() as scope:
            shown = [(book.before, book.after) for book in preview_split(scope, command)]
        done = self._do(f"split {way}", lambda tx: split_household(tx, command))
        assert [(book.before, book.after) for book in done.books] == shown
        self.told["split"] += 1
        new = done.other_id or 0
        self._remember(done)
        for one in going:
            self._moved(self.tree.people[one], new, self.today)
        self.heads[new] = command.head_id
        if heir is not None:
            self.heads[home] = heir
        self._put_right(home, new)

    @rule(pick=picks, where=picks, freeze=st.booleans(), base=st.booleans())
    def merge(self, pick: int, where: int, freeze: bool, base: bool) -> None:
        homes = self._homes()
        if len(homes) < 4:
            return
        home, into = homes[pick % len(homes)], homes[where % len(homes)]
        if home == into or self._without_book(home) or self._without_book(into):
            return
        way = PointsRule(PointsWay.FREEZE) if freeze else PointsRule(PointsWay.MOVE, base_too=base)
        people = self._members(home)
        head = self.heads.get(into) or self.heads.get(home)
        codes = {one: self.tree.told(one, head) for one in people if head is not None and one != head}
        command = MergeHouseholds(self._act(), home, into, way, codes)
        with self.village.read() as scope:
            shown = preview_end(scope, command)
        done = self._do("merge freeze" if freeze else "merge move", lambda tx: merge_households(tx, command))
        assert done.books == shown
        self._remember(done)
        for one in people:
            self._moved(self.tree.people[one], into, self.today)
        if into not in self.heads and home in self.heads:
            self.heads[into] = self.heads[home]
        self._over(home)

    @rule(pick=picks, where=picks, way=st.sampled_from(["stay", "freeze", "move"]))
    def end(self, pick: int, where: int, way: str) -> None:
        """An empty household is struck off, now and then one with a single member."""
        homes = [home for home in self._homes() if len(self._members(home)) < 2]
        others = self._homes()
        if not homes or len(others) < 4:
            return
        home, to = homes[pick % len(homes)], others[where % len(others)]
        if home == to or self._without_book(to):
            return
        command = DeregisterHousehold(self._act(), home, PointsRule(PointsWay(way)), to)
        done = self._do("end", lambda tx: deregister_household(tx, command))
        self._remember(done)
        for one in self._members(home):
            self._moved(self.tree.people[one], None, self.today)
        self._over(home)

    @rule(pick=picks, where=picks)
    def release(self, pick: int, where: int) -> None:
        with self.village.read() as scope:
            frozen = frozen_accounts(scope)
        homes = [home for home in self._homes() if not self._without_book(home)]
        if not frozen or not homes:
            return
        chosen = frozen[pick % len(frozen)]
        command = ReleasePoints(self._act(), chosen.account_id, homes[where % len(homes)])
        self._remember(self._do("released", lambda tx: release_points(tx, command)))

    # Deeds in between

    @rule(pick=picks, gain=st.booleans())
    def deed(self, pick: int, gain: bool) -> None:
        rows = self._green()
        if not rows:
            return
        chosen = rows if gain else rows[pick % len(rows) :][:1]
        item = "101" if gain else "108"
        written = booked(self.village, tuple(row.id for row in chosen), item, self.today)
        with self.village.read() as scope:
            moved = sum((points for points in points_of(scope, written.voucher_id)), Points(0))
        self.vouchers[written.voucher_id] = Figures(moved, moved)
        self.total += Figures(moved, moved)
        self._accept("deed")

    @rule(pick=picks, share=st.integers(1, 100))
    def redemption(self, pick: int, share: int) -> None:
        with self.village.read() as scope:
            rich = [row for row in balances(scope) if row.spendable > Points(0)]
        if not rich:
            return
        row = rich[pick % len(rich)]
        spent = Points(-max(1, row.spendable.hundredths * share // 100))
        draft = DraftLine(row.account.id, LineKind.REDEEM, LineKind.REDEEM, spent, self.today, item_text="盐")
        with self.village.write() as tx:
            written = write_voucher(tx, new_uid(), VoucherKind.RECORD, [draft])
        self.vouchers[written.voucher_id] = Figures(Points(0), spent)
        self.total += Figures(Points(0), spent)
        self._accept("redemption")

    @precondition(lambda self: self.vouchers)
    @rule(pick=picks)
    def reversal(self, pick: int) -> None:
        chosen = sorted(self.vouchers)[pick % len(self.vouchers)]
        self._reverse("reversal", chosen)
        self.total -= self.vouchers.pop(chosen)

    @precondition(lambda self: self.transfers)
    @rule(pick=picks)
    def transfer_taken_back(self, pick: int) -> None:
        """A transfer goes back as a whole, and nothing is lost."""
        self._reverse("transfer taken back", self.transfers.pop(pick % len(self.transfers)))

    @rule(days=st.sampled_from([1, 7, 40, 400, 2000]))
    def days(self, days: int) -> None:
        self.today = min(self.today + timedelta(days=days), LAST_DAY)
        self.village.on(self.today)
        self._accept("days")

    # What must be refused, and change nothing

    @rule(pick=picks)
    def second_home(self, pick: int) -> None:
        people, homes = self._living(), self._homes()
        if not people or not homes:
            return
        one, home = people[pick % len(people)], homes[pick % len(homes)]
        command = PersonArrives(self._act(), home, "97", person_id=one.id)
        self._refused("second home", lambda tx: life.add_person(tx, command, KEY))

    @rule(pick=picks)
    def leaving_head(self, pick: int) -> None:
        homes = [home for home in self._homes() if len(self._members(home)) > 1]
        if homes:
            head = self.heads[homes[pick % len(homes)]]
            self._refused("leaving head", lambda tx: life.move_out(tx, PersonLeaves(self._act(), head)))

    @precondition(lambda self: self.away)
    @rule(pick=picks)
    def deed_while_away(self, pick: int) -> None:
        home = sorted(self.away)[pick % len(self.away)]
        with self.village.read() as scope:
            rows = accounts(scope, household_id=home, colour=Colour.GREEN)
        if rows:
            with pytest.raises(UserError) as refused:
                booked(self.village, (rows[0].id,), "101", self.today)
            assert refused.value.code == "ledger.household-away"
            self.told["refused deed while away"] += 1

    # What holds after every act

    @invariant()
    def lives_are_coherent(self) -> None:
        """Looked at in full after every so many acts, and at the end of the life."""
        if self.accepted >= self.checked + ACTS_BETWEEN_CHECKS:
            self.checked = self.accepted
            self.check_coherence()

    def check_coherence(self) -> None:
        """Everybody is where the model has him on three days, heads and relations are true today."""
        middle = FIRST_DAY + (self.today - FIRST_DAY) / 2
        with self.village.read() as scope:
            for day in {self.today, middle, self.today - timedelta(days=1)}:
                homes = homes_at(scope, day)
                for one in self.tree.people.values():
                    assert homes.get(one.id) == one.home(day), (one, day)
            for home in sorted({*self.heads, *self._homes()}):
                rows = members_at(scope, home, self.today)
                assert {row.person_id for row in rows} == set(self._members(home)), home
                assert [row.person_id for row in rows if row.is_head] == ([self.heads[home]] if rows else [])
                assert [row.is_head for row in rows if row.relation_code == "02"] == [True][: len(rows)]
                for row in rows[1:]:
                    truth = self.tree.code(row.person_id, rows[0].person_id)
                    assert fits(row.relation_code, truth), (row, truth)
                assert bool(rows) == (head_at(scope, home, self.today) is not None)
            assert households_on(scope, self.today).isdisjoint(self.away | self.ended)

    @invariant()
    def points_are_conserved(self) -> None:
        with self.village.read() as scope:
            rows = scope.session.execute(
                select(AccountBalance.assessment, AccountBalance.spendable, AccountBalance.base)
            )
            assert sum((Figures(*row) for row in rows), Figures()) == self.total

    def teardown(self) -> None:
        """The file verifies, and every membership of every day is of one household."""
        self.check_coherence()
        with self.village.read() as scope:
            verify_ledger(scope)
            verify_audit(scope)
            for home in sorted(self._homes()):
                days = [line.on for line in history_of(scope, home)]
                assert days == sorted(days)
        self.village.store.close()
        self._home.cleanup()
