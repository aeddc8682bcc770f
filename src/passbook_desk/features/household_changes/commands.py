"""Split, merge, de-register, hand over, release: people and points in one transaction (domain §13 rule 20).

Every act tells its line in the story of both households, and where points go both books get a line. An act
of a day holds from that day on. Points are those of now, whatever the day of the act. Each raises
ActInFuture, BeforeLastChange, HouseholdAbsent and OtherAct beside what it names.
"""

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.household_changes.accounts import (
    Books,
    close_red_account,
    frozen,
    green_account,
    home_of_account,
    open_due_accounts,
    open_red_account,
    points_detail,
)
from passbook_desk.features.household_changes.errors import (
    AccountMissing,
    AccountNotFrozen,
    EverybodyLeaves,
    NobodyLeaves,
    NoReceiver,
    SameHousehold,
)
from passbook_desk.features.household_changes.rules import check_way, check_within, part_that_goes
from passbook_desk.features.household_changes.values import (
    Changed,
    DeregisterHousehold,
    MergeHouseholds,
    PointsWay,
    ReleasePoints,
    SplitHousehold,
)
from passbook_desk.features.households.life.commands import (
    add_household,
    change_head,
    deregister_person,
    found_household,
    leave_village,
    record_death,
)
from passbook_desk.features.households.life.errors import NotAMember
from passbook_desk.features.households.life.facts import set_party
from passbook_desk.features.households.life.relation_change import (
    HEAD,
    Kin,
    Past,
    relation_word_of,
    relations_after,
)
from passbook_desk.features.households.life.steps import (
    Findings,
    end_personal_rows,
    head_now,
    kin_of,
    members_now,
    past_of,
    put_in,
    take_out,
)
from passbook_desk.features.households.life.values import (
    ActKind,
    AddHousehold,
    ChangeHead,
    Lived,
    PersonLeaves,
    SetParty,
)
from passbook_desk.features.households.life.writing import (
    add,
    check_day,
    household_row,
    living_household,
    living_person,
    open_row,
    tell,
    told_before,
)
from passbook_desk.features.households.links import end_links_to
from passbook_desk.features.households.model import (
    HomeSpan,
    Household,
    HouseholdAct,
    Membership,
    Person,
    ScoredSpan,
)
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.ledger.model import Account, Voucher
from passbook_desk.features.ledger.transfers import Transfer, figures_now
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid


def found_with_book(tx: Tx, command: AddHousehold, key: LookupKey) -> Lived:
    """Found a household and open its account when it takes part in points; raises what add_household does."""
    tx.require(Act.HOUSEHOLDS)
    lived = add_household(tx, command, key)
    open_due_accounts(tx, (lived.household_id,))
    return lived


def set_party_with_book(tx: Tx, command: SetParty) -> Lived:
    """Change a party status; who has become a member gets a red account. Raises what set_party does."""
    tx.require(Act.HOUSEHOLDS)
    lived = set_party(tx, command)
    if command.kind is not None:
        open_red_account(tx, command.person_id, lived.household_id)
    return lived


def record_death_with_book(tx: Tx, command: PersonLeaves) -> Lived:
    """Somebody has died; a party member's red account closes. Raises what record_death does."""
    tx.require(Act.HOUSEHOLDS)
    return _with_red_account(tx, command, record_death(tx, command))


def deregister_person_with_book(tx: Tx, command: PersonLeaves) -> Lived:
    """Somebody is struck off; a party member's red account closes. Raises what deregister_person does."""
    tx.require(Act.HOUSEHOLDS)
    return _with_red_account(tx, command, deregister_person(tx, command))


def _with_red_account(tx: Tx, command: PersonLeaves, lived: Lived) -> Lived:
    findings = close_red_account(tx, command.person_id, command.act.on)
    return Lived(lived.household_id, lived.person_id, (*lived.findings, *findings))


def split_household(tx: Tx, command: SplitHousehold) -> Changed:
    """Some members leave and found a household of their own (分户).

    Raises UnknownHousehold, NobodyLeaves, EverybodyLeaves, NotAMember, HeadNeeded, AmountMissing,
    AmountTooLarge, WayNotPossible, AccountMissing.
    """
    tx.require(Act.HOUSEHOLDS)
    act = command.act
    before = told_before(tx, act, ActKind.SPLIT)
    if before is not None:
        return _done(tx, before)
    check_day(tx, act.on)
    check_way(command.points, PointsWay.STAY, PointsWay.AMOUNT, PointsWay.HEADS, PointsWay.FREEZE)
    old = living_household(tx, command.household_id, act.on)
    rows = members_now(tx, old.id)
    going = _going(tx, command, rows)
    kin, past = _families(tx, rows, going)
    new = found_household(
        tx,
        command.grid_id or old.place_id,
        command.code,
        command.house_number or old.house_number,
        command.address or old.address,
    )
    _same_building(tx, command, old, new)
    findings = _leave_together(tx, command, old, rows, going)
    findings += _settle(tx, command, new, rows, (kin, past))
    if command.scored:
        add(tx, ScoredSpan(uid=new_uid(), household_id=new.id, from_on=act.on, to_on=None))
    books = Books(tx, act)
    source = green_account(tx, old.id)
    if command.points.way is PointsWay.FREEZE and source is not None:
        books.close(source)
        findings += frozen(tx, source)
    opened = open_due_accounts(tx, (old.id, new.id))
    target = green_account(tx, new.id)
    books.watch(old, green_account(tx, old.id))
    if source is not None:
        part = part_that_goes(figures_now(tx, source.id), command.points, len(going), len(rows))
        if part and target is None:
            raise AccountMissing(code=new.code)
        if part and target is not None:
            books.move(Transfer(source.id, target.id, part, f"分户转出 {new.code}", f"分户转入 {old.code}"))
    books.watch(new, target)
    voucher = books.write()
    changed = books.changes(opened)
    detail = points_detail(command.points, changed)
    tell(tx, act, ActKind.SPLIT, old.id, command.head_id, new.id, detail)
    return Changed(old.id, new.id, changed, findings, voucher)


def _same_building(tx: Tx, command: SplitHousehold, old: Household, new: Household) -> None:
    """A household that splits off without another grid lives where the old one lives."""
    home = open_row(tx, HomeSpan, HomeSpan.household_id, old.id)
    if home is not None and command.grid_id is None:
        place_id, on = home.place_id, command.act.on
        add(tx, HomeSpan(uid=new_uid(), household_id=new.id, place_id=place_id, from_on=on, to_on=None))


def _going(tx: Tx, command: SplitHousehold, rows: list[Membership]) -> frozenset[int]:
    going, members = frozenset(command.person_ids), {row.person_id for row in rows}
    if not going:
        raise NobodyLeaves(field="people")
    for person_id in (*command.person_ids, command.head_id):
        if person_id not in members or command.head_id not in going:
            raise NotAMember(name=living_person(tx, person_id).name)
    if going >= members:
        raise EverybodyLeaves(field="people")
    return going


def _families(tx: Tx, rows: list[Membership], going: frozenset[int]) -> tuple[list[Kin], Past]:
    """Those who go, and what is known of those who stay and of who left before."""
    kin = kin_of(tx, rows)
    headship = head_now(tx, rows[0].household_id)
    past = Past() if headship is None else past_of(tx, headship, {row.person_id for row in rows})
    staying = tuple(one for one in kin if one.key not in going)
    return [one for one in kin if one.key in going], Past((*staying, *past.others), past.settled)


def _leave_together(
    tx: Tx, command: SplitHousehold, old: Household, rows: list[Membership], going: frozenset[int]
) -> Findings:
    """Everybody who goes leaves, the head last, so that the new head is found among those who stay."""
    headship = head_now(tx, old.id)
    head_id = None if headship is None else headship.person_id
    findings: Findings = ()
    for row in sorted(rows, key=lambda row: row.person_id == head_id):
        if row.person_id in going:
            person = living_person(tx, row.person_id)
            _, said = take_out(tx, person, command.act.on, command.old_head_id, command.relations)
            findings += said
    return findings


def _settle(
    tx: Tx,
    command: SplitHousehold,
    new: Household,
    rows: list[Membership],
    known: tuple[list[Kin], Past],
) -> Findings:
    """Who left comes into the new household, its head first, with relations that follow from the old ones."""
    kin, past = known
    head = next(one for one in kin if one.key == command.head_id)
    everybody = (*kin, *past.others)
    old_head = next((one for one in everybody if one.code == HEAD), Kin(0, HEAD, ""))
    if old_head.key == command.head_id:
        codes = {one.key: command.relations.get(one.key, one.code) for one in kin}
    else:
        told = relations_after(kin, old_head, command.head_id, command.relations, past)
        codes = {key: relation.code for key, relation in told.items()}
    words = {row.person_id: row.relation_word for row in rows}
    findings: Findings = ()
    for one in [head, *(one for one in kin if one.key != head.key)]:
        person = tx.session.get_one(Person, one.key)
        word = "" if codes[one.key] or one.code == HEAD else words.get(one.key, "")
        findings += put_in(tx, new, person, codes[one.key], word, command.act.on)
    return findings


def merge_households(tx: Tx, command: MergeHouseholds) -> Changed:
    """Everybody of a household goes into another; the household is no more, its account closes (并户).

    Raises UnknownHousehold, SameHousehold, AmountMissing, AmountTooLarge, WayNotPossible, AccountMissing.
    """
    tx.require(Act.HOUSEHOLDS)
    act = command.act
    before = told_before(tx, act, ActKind.MERGED)
    if before is not None:
        return _done(tx, before)
    check_day(tx, act.on)
    check_way(command.points, PointsWay.MOVE, PointsWay.AMOUNT, PointsWay.FREEZE)
    if command.household_id == command.into_id:
        raise SameHousehold(field="into")
    old = living_household(tx, command.household_id, act.on)
    into = living_household(tx, command.into_id, act.on)
    findings = _go_over(tx, old, into, command)
    books = Books(tx, act)
    findings += _leave_points(tx, books, command, old, into, "并户")
    leave_village(tx, old.id, "merged", act.on)
    end_links_to(tx, old.id, act.on)
    voucher = books.write()
    changed = books.changes(())
    tell(tx, act, ActKind.MERGED, old.id, None, into.id, points_detail(command.points, changed))
    return Changed(old.id, into.id, changed, findings, voucher)


def _go_over(tx: Tx, old: Household, into: Household, command: MergeHouseholds) -> Findings:
    headship = head_now(tx, old.id)
    head_id = None if headship is None else headship.person_id
    findings: Findings = ()
    rows = sorted(members_now(tx, old.id), key=lambda row: row.person_id == head_id)
    for row in rows:  # the head leaves last: nobody stays behind who would need another
        take_out(tx, living_person(tx, row.person_id), command.act.on, None)
    for row in reversed(rows):
        code = command.relations.get(row.person_id, "")
        person = tx.session.get_one(Person, row.person_id)
        findings += put_in(tx, into, person, code, relation_word_of(code), command.act.on)
    return findings


def deregister_household(tx: Tx, command: DeregisterHousehold) -> Changed:
    """A household ends; its account closes when its points have been dealt with (注销).

    Raises UnknownHousehold, NoReceiver, SameHousehold, WayNotPossible, AmountMissing, AmountTooLarge,
    AccountMissing.
    """
    tx.require(Act.HOUSEHOLDS)
    act = command.act
    before = told_before(tx, act, ActKind.DEREGISTERED)
    if before is not None:
        return _done(tx, before)
    check_day(tx, act.on)
    check_way(command.points, PointsWay.STAY, PointsWay.FREEZE, PointsWay.MOVE, PointsWay.AMOUNT)
    old = living_household(tx, command.household_id, act.on)
    receiver = _receiver(tx, command)
    findings = _strike_off(tx, old, command)
    books = Books(tx, act)
    findings += _leave_points(tx, books, command, old, receiver, "注销")
    leave_village(tx, old.id, "deregistered", act.on)
    end_links_to(tx, old.id, act.on)
    voucher = books.write()
    changed = books.changes(())
    other = None if receiver is None else receiver.id
    tell(tx, act, ActKind.DEREGISTERED, old.id, None, other, points_detail(command.points, changed))
    return Changed(old.id, other, changed, findings, voucher)


def _receiver(tx: Tx, command: DeregisterHousehold) -> Household | None:
    if command.points.way in (PointsWay.STAY, PointsWay.FREEZE):
        return None
    if command.to_id is None:
        raise NoReceiver(field="to")
    if command.to_id == command.household_id:
        raise SameHousehold(field="to")
    return living_household(tx, command.to_id, command.act.on)


def _strike_off(tx: Tx, old: Household, command: DeregisterHousehold) -> Findings:
    findings: Findings = ()
    headship = head_now(tx, old.id)
    head_id = None if headship is None else headship.person_id
    for row in sorted(members_now(tx, old.id), key=lambda row: row.person_id == head_id):
        person = tx.session.get_one(Person, row.person_id)
        take_out(tx, person, command.act.on, None)
        end_personal_rows(tx, person, command.act.on, party=True)
        findings += close_red_account(tx, person.id, command.act.on)
        tell(tx, command.act, ActKind.PERSON_DEREGISTERED, old.id, person.id, uid=new_uid())
    return findings


def _leave_points(
    tx: Tx,
    books: Books,
    command: MergeHouseholds | DeregisterHousehold,
    old: Household,
    receiver: Household | None,
    word: str,
) -> Findings:
    """The account of a household that is no more gives what goes, and closes."""
    source = green_account(tx, old.id)
    target = None if receiver is None else green_account(tx, receiver.id)
    books.watch(old, source)
    if receiver is not None:
        books.watch(receiver, target)
    if source is None:
        return ()
    part = part_that_goes(figures_now(tx, source.id), command.points, 1, 1)
    if part and receiver is not None:
        if target is None:
            raise AccountMissing(code=receiver.code)
        words = (f"{word}转出 {receiver.code}", f"{word}转入 {old.code}")
        books.move(Transfer(source.id, target.id, part, *words))
    books.close(source)
    return frozen(tx, source) if command.points.way is PointsWay.FREEZE else ()


def release_points(tx: Tx, command: ReleasePoints) -> Changed:
    """Points that were frozen in a closed account go to a household; the story of both tells it.

    Of a red account, the story of the household in which its holder lived last.

    Raises UnknownHousehold, AccountNotFrozen, AccountMissing, AmountTooLarge.
    """
    tx.require(Act.HOUSEHOLDS)
    act = command.act
    before = told_before(tx, act, ActKind.POINTS_RELEASED)
    if before is not None:
        return _done(tx, before)
    check_day(tx, act.on)
    source = tx.session.get(Account, command.account_id)
    home = None if source is None else home_of_account(tx, source)
    if source is None or source.village_id != tx.village_id or home is None:
        raise AccountNotFrozen(number=str(command.account_id))
    there = figures_now(tx, source.id)
    if source.closed_on is None or not there:
        raise AccountNotFrozen(number=source.number)
    old, to = household_row(tx, home), living_household(tx, command.to_id, act.on)
    target = green_account(tx, to.id)
    if target is None:
        raise AccountMissing(code=to.code)
    part = there if command.figures is None else command.figures
    check_within(part, there)
    books = Books(tx, act)
    books.watch(old, source)
    books.watch(to, target)
    books.move(Transfer(source.id, target.id, part, f"解冻转出 {to.code}", f"解冻转入 {old.code}"))
    voucher = books.write()
    other = to.id if to.id != old.id else None
    detail = {"account": source.number, "points": str(part.spendable)}
    tell(tx, act, ActKind.POINTS_RELEASED, old.id, None, other, detail)
    return Changed(old.id, other, books.changes(()), (), voucher)


def hand_over(tx: Tx, command: ChangeHead) -> Changed:
    """Another head takes over the household's book: the story keeps which book and what stood in it.

    Raises UnknownHousehold, NotAMember, AlreadyHead.
    """
    tx.require(Act.HOUSEHOLDS)
    before = told_before(tx, command.act, ActKind.HEAD_CHANGED)
    if before is not None:
        return _done(tx, before)
    lived = change_head(tx, command)
    books = Books(tx, command.act)
    account = green_account(tx, command.household_id)
    household = household_row(tx, command.household_id)
    books.watch(household, account)
    if account is not None:
        there = figures_now(tx, account.id)
        detail = {
            "account": account.number,
            "balance": str(there.spendable + there.base),
            "spendable": str(there.spendable),
            "base": str(there.base),
            "assessment": str(there.assessment),
        }
        tell(
            tx, command.act, ActKind.HANDED_OVER, household.id, command.person_id, detail=detail,
            uid=new_uid(),
        )  # fmt: skip
    return Changed(household.id, None, books.changes(()), lived.findings, None)


def _done(tx: Tx, act: HouseholdAct) -> Changed:
    voucher = tx.session.scalar(
        select(Voucher.id).where(Voucher.village_id == tx.village_id, Voucher.uid == act.uid)
    )
    return Changed(act.household_id, act.other_id, (), (), voucher)
