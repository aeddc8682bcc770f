"""Villages of any size for the races: the program's own writing code, in large vouchers."""

import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import text

from builders.village import MORNING, Village, catalogue, new_village
from passbook_desk.db.store import Store, Tx
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.audit.commands import seal_changes
from passbook_desk.features.catalogue.queries import item_in_force
from passbook_desk.features.households.model import (
    Headship,
    Household,
    Membership,
    Person,
    Place,
    ScoredSpan,
)
from passbook_desk.features.ledger.commands import open_accounts
from passbook_desk.features.ledger.reversing import take_back
from passbook_desk.features.ledger.values import Colour, LineKind, OpenAccount, ReverseLines, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.values import IssueQuarter
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import Quarter

A_GRID = 900
A_VOUCHER = 20_000
SINCE = date(2026, 1, 1)
ITEM, LOSS = "101", "108"
A_QUARTER = 5_000
A_LOSS = 40
"""Of so many lines one is a deduction."""
TAKEN_BACK = 50


def village_of(folder: Path, accounts: int) -> Village:
    """A village of so many scored households with a green account each, without a line."""
    village = new_village(folder)
    with village.write() as tx:
        catalogue(tx)
        for start in range(0, accounts, A_GRID):
            _settle(tx, f"{start // A_GRID + 1:02d}", min(A_GRID, accounts - start))
    return village


def copy_of(village: Village, folder: Path) -> Village:
    """The same village in another folder; the first one is closed."""
    village.store.close()
    folder.mkdir()
    path = folder / village.path.name
    shutil.copyfile(village.path, path)
    return opened(path)


def opened(path: Path) -> Village:
    """A village file that was made before."""
    return Village(
        path, Store.on_file(path, 1, seal_changes, check_permit), Actor(1, "刘文书"), FixedClock(MORNING)
    )


def fill(village: Village, lines: int) -> None:
    """Append so many credit lines, one account after the other, over the days since the year began."""
    with village.read() as scope:
        item = item_in_force(scope, ITEM, date(2026, 5, 20))
    ids = account_ids(village)
    for start in range(0, lines, A_VOUCHER):
        with village.write() as tx:
            drafts = [
                DraftLine(
                    account_id=ids[number % len(ids)],
                    kind=LineKind.CREDIT,
                    effect=LineKind.CREDIT,
                    points=item.least,
                    occurred_on=SINCE + timedelta(days=number * 150 // lines),
                    item_id=item.id,
                    item_uid=item.uid,
                    item_code=item.code,
                    item_text=item.name,
                )
                for number in range(start, min(start + A_VOUCHER, lines))
            ]
            write_voucher(tx, new_uid(), VoucherKind.RECORD, drafts)


def fill_quarters(village: Village, lines: int, last: Quarter, notices: int) -> None:
    """Append so many lines as the years go by, 5,000 in each quarter up to `last`.

    Every fortieth is a deduction, and fifty of each quarter are taken back in the one after. Of the quarters
    before `last` so many have their notice issued. Afterwards it is the day after `last`.
    """
    with village.read() as scope:
        gain, loss = (item_in_force(scope, code, date(2026, 5, 20)) for code in (ITEM, LOSS))
    ids = account_ids(village)
    quarters = [last]
    while len(quarters) * A_QUARTER < lines:
        quarters.append(quarters[-1].previous())
    for place, quarter in enumerate(reversed(quarters)):
        span = quarter.span
        days = (span.last - span.first).days + 1
        drafts = []
        for number in range(A_QUARTER):
            item = gain if number % A_LOSS else loss
            kind = LineKind.CREDIT if item is gain else LineKind.DEBIT
            day = span.first + timedelta(days=number * days // A_QUARTER)
            drafts.append(
                DraftLine(
                    account_id=ids[number % len(ids)],
                    kind=kind,
                    effect=kind,
                    points=item.least,
                    occurred_on=day,
                    item_id=item.id,
                    item_uid=item.uid,
                    item_code=item.code,
                    item_text=item.name,
                )
            )
        village.on(span.last)
        with village.write() as tx:
            first = write_voucher(tx, new_uid(), VoucherKind.RECORD, drafts).seqs[0]
            if first > A_QUARTER:
                wrong = range(first - A_QUARTER, first - A_QUARTER + TAKEN_BACK)
                take_back(tx, ReverseLines(new_uid(), tuple(wrong), "记错"))
        village.on(span.last + timedelta(days=1))
        if 1 < len(quarters) - place <= notices + 1:
            with village.write() as tx:
                issue_quarter(tx, IssueQuarter(quarter))


def account_ids(village: Village) -> Sequence[int]:
    """The ids of all accounts in the order of their opening."""
    with village.read() as scope:
        return tuple(scope.session.scalars(text("SELECT id FROM account ORDER BY id")))


def _settle(tx: Tx, code: str, count: int) -> None:
    place = Place(
        village_id=tx.village_id, uid=new_uid(), parent_id=None, kind="grid", code=code, name=f"网格{code}"
    )
    tx.session.add(place)
    tx.session.flush()
    homes = [
        Household(
            village_id=tx.village_id,
            uid=new_uid(),
            place_id=place.id,
            code=f"{code}{number:04d}",
            house_number=str(number),
            address=f"清泉村{number}号",
            remark="",
        )
        for number in range(1, count + 1)
    ]
    heads = [
        Person(
            village_id=tx.village_id,
            uid=new_uid(),
            name="王建国",
            name_key="王建国",
            name_initials="WJG",
            sex="男",
            born_on=None,
            ethnic_group="汉族",
            education="",
            remark="",
            salt=b"s" * 16,
            id_number="",
            id_number_lookup="",
            id_number_tail4="",
            phone="",
            phone_lookup="",
            phone_tail4="",
        )
        for _ in homes
    ]
    tx.session.add_all([*homes, *heads])
    tx.session.flush()
    for home, head in zip(homes, heads, strict=True):
        tx.session.add_all(
            [
                Membership(
                    uid=new_uid(),
                    household_id=home.id,
                    person_id=head.id,
                    relation_code="02",
                    relation_word="户主",
                    position=1,
                    from_on=SINCE,
                    to_on=None,
                ),
                Headship(uid=new_uid(), household_id=home.id, person_id=head.id, from_on=SINCE, to_on=None),
                ScoredSpan(uid=new_uid(), household_id=home.id, from_on=SINCE, to_on=None),
            ]
        )
    open_accounts(tx, [OpenAccount(Colour.GREEN, home.id, None, code) for home in homes])
