"""A small village to tell stories about: functions with defaults, on real files."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from sqlalchemy import select

from passbook_desk.db.migrate import Scripts, create_file
from passbook_desk.db.store import Scope, Store, Tx
from passbook_desk.features.access.commands import found_operator
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.access.values import Role
from passbook_desk.features.audit.commands import seal_changes
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.starter import starter_catalogue
from passbook_desk.features.catalogue.values import AdoptCatalogue, ItemDraft, Limit
from passbook_desk.features.households.model import (
    Headship,
    Household,
    Membership,
    PartyStatus,
    Person,
    Place,
    ScoredSpan,
)
from passbook_desk.features.households.secrets import LookupKey, set_id_number, set_phone
from passbook_desk.features.ledger.commands import open_accounts
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch
from passbook_desk.features.ledger.values import Colour, OpenAccount, RecordedVoucher
from passbook_desk.features.passbooks.books.types import bring_shipped_types
from passbook_desk.features.village.commands import found_village
from passbook_desk.features.village.values import FoundVillage
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import migrations_folder
from passbook_desk.kernel.points import Points
from passbook_desk.kernel.search import initials, pinyin_key
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

KEY = LookupKey(b"k" * 32)
MORNING = datetime(2026, 6, 1, 1, 30, tzinfo=UTC)
CATALOGUE_FROM = date(2026, 1, 15)


@dataclass(slots=True)
class Village:
    """An open village file with a clock that tests may set."""

    path: Path
    store: Store
    actor: Actor
    clock: FixedClock
    key: LookupKey = KEY

    @contextmanager
    def write(self) -> Iterator[Tx]:
        with self.store.write(self.actor, self.clock) as tx:
            yield tx

    @contextmanager
    def read(self) -> Iterator[Scope]:
        with self.store.read(self.clock) as scope:
            yield scope

    def on(self, day: date) -> None:
        """Let it be another day."""
        self.clock = replace(self.clock, moment=datetime(day.year, day.month, day.day, 1, 30, tzinfo=UTC))


@cache
def _template() -> Path:
    path = Path(mkdtemp(prefix="village-")) / "template.pbk"
    create_file(path, Scripts(migrations_folder()))
    store = Store.on_file(path, 0, seal_changes, check_permit)
    founding = FoundVillage("清泉村", "140108203211", "柳溪镇", 2026, "刘文书", "0351-5550123")
    with store.write(Actor(0, ""), FixedClock(MORNING)) as tx:
        found_village(tx, founding)
        tx.actor = found_operator(tx, founding.clerk, (Role.RECORDER, Role.REVIEWER))
        bring_shipped_types(tx)
    store.close()
    return path


def new_village(folder: Path) -> Village:
    """A founded village without households, catalogue or standard; today is 2026-06-01."""
    path = folder / "清泉村.pbk"
    shutil.copyfile(_template(), path)
    store = Store.on_file(path, 1, seal_changes, check_permit)
    return Village(path, store, Actor(1, "刘文书"), FixedClock(MORNING))


def grid(tx: Tx, code: str = "01") -> Place:
    """The grid with this code, made when it is not there."""
    found = tx.session.scalar(select(Place).where(Place.kind == "grid", Place.code == code))
    if found is None:
        name = f"第{'零一二三四五六七八九'[int(code)]}网格"
        found = Place(
            village_id=tx.village_id, uid=new_uid(), parent_id=None, kind="grid", code=code, name=name
        )
        tx.session.add(found)
        tx.session.flush()
    return found


def person(tx: Tx, name: str, id_number: str = "", phone: str = "", sex: str = "男") -> Person:
    """Somebody, with ID and phone only if given."""
    row = Person(
        village_id=tx.village_id,
        uid=new_uid(),
        name=name,
        name_key=pinyin_key(name),
        name_initials=initials(name),
        sex=sex,
        born_on=None,
        ethnic_group="汉族",
        education="",
        remark="",
        salt=b"s" * 16,
    )
    set_id_number(row, Sensitive(SensitiveKind.ID_NUMBER, id_number) if id_number else None, KEY)
    set_phone(row, Sensitive(SensitiveKind.PHONE, phone) if phone else None, KEY)
    tx.session.add(row)
    tx.session.flush()
    return row


def household(
    tx: Tx, code: str = "01001", head: str = "王建国", member_of_party: bool = False, phone: str = ""
) -> Household:
    """A scored household of one person with its green account, and a red one for a party member."""
    place = grid(tx, code[:2])
    row = Household(
        village_id=tx.village_id,
        uid=new_uid(),
        place_id=place.id,
        code=code,
        house_number=str(int(code[2:])),
        address=f"清泉村{int(code[2:])}号",
        remark="",
    )
    tx.session.add(row)
    tx.session.flush()
    somebody = person(tx, head, phone=phone)
    since = date(2026, 1, 1)
    tx.session.add_all(
        [
            Membership(
                uid=new_uid(),
                household_id=row.id,
                person_id=somebody.id,
                relation_code="02",
                relation_word="户主",
                position=1,
                from_on=since,
                to_on=None,
            ),
            Headship(uid=new_uid(), household_id=row.id, person_id=somebody.id, from_on=since, to_on=None),
            ScoredSpan(uid=new_uid(), household_id=row.id, from_on=since, to_on=None),
        ]
    )
    wanted = [OpenAccount(Colour.GREEN, row.id, None, place.code)]
    if member_of_party:
        tx.session.add(
            PartyStatus(uid=new_uid(), person_id=somebody.id, kind="full", from_on=since, to_on=None)
        )
        wanted.append(OpenAccount(Colour.RED, None, somebody.id, place.code))
    open_accounts(tx, wanted)
    return row


def catalogue(
    tx: Tx, more: tuple[ItemDraft, ...] = (), *, limited: bool = False, limits: tuple[Limit, ...] = ()
) -> None:
    """Adopt the starter catalogue, and more items, by a meeting on 2026-01-15.

    Most stories repeat a deed at will, so its items have their caps and floors only when `limited`.
    `limits` are those over all items.
    """
    items = starter_catalogue() if limited else (replace(each, limits=()) for each in starter_catalogue())
    adopt_catalogue(
        tx,
        AdoptCatalogue(
            meeting_on=CATALOGUE_FROM,
            minutes_no="2026-1",
            effective_from=CATALOGUE_FROM,
            source="内置起步细则",
            items=(*items, *more),
            limits=limits,
        ),
    )


def settled_village(folder: Path, more: tuple[ItemDraft, ...] = (), *, limited: bool = False) -> Village:
    """Three households in two grids (the second a party member's), the starter catalogue and more items."""
    village = new_village(folder)
    with village.write() as tx:
        catalogue(tx, more, limited=limited)
        household(tx, "01001", "王建国")
        household(tx, "01002", "李秀英", member_of_party=True)
        household(tx, "02001", "欧阳明")
    return village


def booked(
    village: Village,
    account_ids: tuple[int, ...],
    item: str = "101",
    on: date = date(2026, 5, 20),
    points: str | None = None,
    memo: str = "",
) -> RecordedVoucher:
    """Record a deed, even again on one day, and return what was written."""
    given = None if points is None else Points.parse(points)
    with village.write() as tx:
        recorded = record_deeds(tx, one_deed(account_ids, item, on, given, memo, again=True))
    assert recorded.voucher is not None
    return recorded.voucher


def one_deed(
    account_ids: tuple[int, ...],
    item: str = "101",
    on: date = date(2026, 5, 20),
    points: Points | None = None,
    memo: str = "",
    *,
    uid: str = "",
    again: bool = False,
) -> RecordBatch:
    """An act of entry with one deed for these books, refused as a whole when one of them cannot have it."""
    entries = tuple(
        DeedEntry(account_id, item, on, points=points, memo=memo, again=again) for account_id in account_ids
    )
    return RecordBatch(uid or new_uid(), entries, strict=True)
