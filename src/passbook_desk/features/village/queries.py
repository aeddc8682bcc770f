from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.village.model import Village, VillageSetting
from passbook_desk.features.village.policy import VillagePolicy, read_policy
from passbook_desk.features.village.values import VillageRow, WallNames


def village(scope: Scope) -> VillageRow:
    """The village of this scope."""
    row = scope.session.get_one(Village, scope.village_id)
    return VillageRow(
        id=row.id,
        uid=row.uid,
        name=row.name,
        code=row.code,
        township=row.township,
        year=row.year,
        issuer=row.issuer,
        objection_phone=row.objection_phone,
        objection_days=row.objection_days,
        wall_places=row.wall_places,
        wall_names=WallNames(row.wall_names),
        household_base=row.household_base,
        member_base=row.member_base,
    )


def key_fingerprint(scope: Scope) -> str:
    """Which key the lookups of this file were made with."""
    return scope.session.execute(
        select(Village.key_fingerprint).where(Village.id == scope.village_id)
    ).scalar_one()


def village_uid(scope: Scope) -> str:
    """The identity under which the village's chains run."""
    return scope.session.execute(select(Village.uid).where(Village.id == scope.village_id)).scalar_one()


def policy(scope: Scope) -> VillagePolicy:
    """What the village has decided about points, steps and people."""
    rows = scope.session.execute(
        select(VillageSetting.name, VillageSetting.value).where(VillageSetting.village_id == scope.village_id)
    )
    return read_policy({row.name: row.value for row in rows})
