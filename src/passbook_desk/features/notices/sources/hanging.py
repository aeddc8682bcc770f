"""公示中: deeds that are through their review and count when the notice that shows them closes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import and_, select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.claims.rules import OPEN, Standing, stage_of
from passbook_desk.features.ledger.claims.values import ClaimKept, Stage
from passbook_desk.features.ledger.model import Account, Claim, ClaimState
from passbook_desk.features.notices.model import Notice, NoticeClaim, NoticeStep
from passbook_desk.features.notices.values import (
    CellKind,
    NoticeKind,
    NoticeLineRow,
    NoticePart,
    NoticeStepKind,
    PartColumn,
    PartKind,
)
from passbook_desk.features.village.policy import WallDeductions
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.sensitive import wall_text

_COLUMNS: Final = (
    PartColumn("对应行号", CellKind.COUNT),
    PartColumn("户编号", CellKind.CENTRED),
    PartColumn("户主/姓名"),
    PartColumn("细则条文"),
    PartColumn("分数", CellKind.POINTS, summed=True),
)
_UNTOLD: Final = {WallDeductions.TOTALS: "扣分项", WallDeductions.HIDDEN: "其他"}
NOTE: Final = "公示期满没有异议，或者异议处理完以后，才记进存折，算进下一期。"


@dataclass(frozen=True, slots=True)
class HangingDeed:
    """A deed that waits for a notice."""

    claim_id: int
    claim_uid: str
    account_number: str
    item_text: str
    points: Points


def hanging_deeds(scope: Scope, kind: NoticeKind, about: str, last: date) -> tuple[HangingDeed, ...]:
    """Deeds up to a day that wait for a notice and hang with no other one, the oldest first.

    Empty where points count at once. Those of an earlier version of this very notice hang again.
    """
    in_force = policy(scope)
    if not in_force.count_when_posted:
        return ()
    elsewhere = _hanging_elsewhere(scope, kind, about)
    rows = scope.session.execute(
        select(Claim, Account.number, ClaimState.state, ClaimState.until_on)
        .join(ClaimState, ClaimState.claim_id == Claim.id)
        .join(Account, Account.id == Claim.account_id)
        .where(
            Claim.village_id == scope.village_id,
            Claim.occurred_on <= last,
            ClaimState.state.in_([state.value for state in OPEN]),
        )
        .order_by(Claim.id)
    )
    return tuple(
        HangingDeed(claim.id, claim.uid, number, claim.item_text, claim.points)
        for claim, number, state, until_on in rows
        if claim.id not in elsewhere
        and stage_of(Standing(ClaimKept(state), until_on), in_force, scope.today) is Stage.NOTICE
    )


def _hanging_elsewhere(scope: Scope, kind: NoticeKind, about: str) -> frozenset[int]:
    """Deeds on notices that are neither closed nor replaced, but for this very notice."""
    newer = aliased(Notice)
    rows = scope.session.execute(
        select(NoticeClaim.claim_id, Notice.kind, Notice.about)
        .join(Notice, Notice.id == NoticeClaim.notice_id)
        .outerjoin(
            NoticeStep,
            and_(NoticeStep.notice_id == Notice.id, NoticeStep.kind == NoticeStepKind.CLOSED.value),
        )
        .outerjoin(
            newer,
            and_(
                newer.village_id == Notice.village_id,
                newer.kind == Notice.kind,
                newer.about == Notice.about,
                newer.version > Notice.version,
            ),
        )
        .where(Notice.village_id == scope.village_id, NoticeStep.id.is_(None), newer.id.is_(None))
    )
    return frozenset(claim_id for claim_id, *of in rows if of != [kind.value, about])


def hanging_part(
    deeds: Sequence[HangingDeed], lines: Mapping[str, NoticeLineRow], deductions: WallDeductions
) -> NoticePart:
    """What hangs, in the catalogue's words; of deductions only where the village has them on the wall."""

    def text(deed: HangingDeed) -> str:
        if deed.points < ZERO and deductions in _UNTOLD:
            return _UNTOLD[deductions]
        return wall_text(deed.item_text)

    found = sorted(((lines[deed.account_number], deed) for deed in deeds), key=lambda pair: pair[0].number)
    return NoticePart(
        kind=PartKind.PENDING,
        title="公示中的积分",
        columns=_COLUMNS,
        rows=tuple(
            (str(line.number), line.household_code, line.shown_name, text(deed), str(deed.points))
            for line, deed in found
        ),
        first_line=1,
        note=NOTE,
    )
