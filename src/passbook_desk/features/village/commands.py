import re

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.village.errors import (
    VillageNameMissing,
    WrongObjectionDays,
    WrongVillageCode,
    WrongYear,
)
from passbook_desk.features.village.model import NumberSeries, Village, VillageSetting
from passbook_desk.features.village.policy import VillagePolicy, written_policy
from passbook_desk.features.village.rules import check_policy
from passbook_desk.features.village.values import ChangeVillage, FoundVillage, WallNames
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO

_DEFAULT_OBJECTION_DAYS = 7


def found_village(tx: Tx, command: FoundVillage) -> int:
    """Create the village row of a new file and return its id; notices hang 7 days (experience §4.6)."""
    _check_names(command.name, command.township)
    if not re.fullmatch(r"\d{12}", command.code.strip()):
        raise WrongVillageCode(field="code", text=command.code)
    _check_year(command.year)
    row = Village(
        uid=new_uid(),
        name=command.name.strip(),
        code=command.code.strip(),
        township=command.township.strip(),
        year=command.year,
        issuer=f"{command.name.strip()}积分管理小组",
        objection_phone=command.objection_phone.strip(),
        objection_days=_DEFAULT_OBJECTION_DAYS,
        wall_places="村务公开栏",
        wall_names=WallNames.STARRED.value,
        household_base=ZERO,
        member_base=ZERO,
        key_fingerprint="",
        created_at=tx.now,
    )
    tx.session.add(row)
    tx.session.flush()  # the village's id is the scope of everything that follows
    tx.village_id = row.id
    tx.touched.add(Topic.VILLAGE)
    return row.id


def change_village(tx: Tx, command: ChangeVillage) -> None:
    """Save the village's facts; the area code cannot change, because full codes carry it."""
    tx.require(Act.SETTINGS)
    _check_names(command.name, command.township)
    _check_year(command.year)
    if not 1 <= command.objection_days <= 90:
        raise WrongObjectionDays(field="objection_days")
    row = tx.session.get_one(Village, tx.village_id)
    row.name = command.name.strip()
    row.township = command.township.strip()
    row.year = command.year
    row.issuer = command.issuer.strip()
    row.objection_phone = command.objection_phone.strip()
    row.objection_days = command.objection_days
    row.wall_places = command.wall_places.strip()
    row.wall_names = command.wall_names.value
    row.household_base = command.household_base
    row.member_base = command.member_base
    tx.touched.add(Topic.VILLAGE)


def change_policy(tx: Tx, policy: VillagePolicy) -> None:
    """Keep what the village has decided; only settings that differ are written.

    Raises what check_policy raises.
    """
    tx.require(Act.SETTINGS)
    check_policy(policy)
    kept = {
        row.name: row
        for row in tx.session.scalars(
            select(VillageSetting).where(VillageSetting.village_id == tx.village_id)
        )
    }
    for name, value in written_policy(policy).items():
        row = kept.get(name)
        if row is not None:
            row.value = value
        elif value != written_policy(VillagePolicy())[name]:
            tx.session.add(VillageSetting(village_id=tx.village_id, uid=new_uid(), name=name, value=value))
    tx.touched.add(Topic.VILLAGE)


def set_key_fingerprint(tx: Tx, fingerprint: str) -> None:
    """Remember which key the lookups of this file were made with."""
    tx.session.get_one(Village, tx.village_id).key_fingerprint = fingerprint


def next_number(tx: Tx, series: str, count: int = 1) -> int:
    """The first of `count` fresh numbers of a series; numbers start at 1 and are never given twice."""
    row = tx.session.scalar(
        select(NumberSeries).where(NumberSeries.village_id == tx.village_id, NumberSeries.series == series)
    )
    if row is None:
        row = NumberSeries(village_id=tx.village_id, series=series, next_number=1)
        tx.session.add(row)
    first = row.next_number
    row.next_number = first + count
    tx.session.flush()  # a second call in this transaction must see the new number
    return first


def _check_names(name: str, township: str) -> None:
    if not name.strip():
        raise VillageNameMissing(field="name")
    if not township.strip():
        raise VillageNameMissing(field="township")


def _check_year(year: int) -> None:
    if not 2000 <= year <= 2100:
        raise WrongYear(field="year", text=year)
