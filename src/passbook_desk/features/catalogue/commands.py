from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.catalogue.model import CatalogueItem, CatalogueLimit, CatalogueVersion
from passbook_desk.features.catalogue.queries import known_codes
from passbook_desk.features.catalogue.rules import check_items, check_total_limits, holders_text, with_codes
from passbook_desk.features.catalogue.values import AdoptCatalogue, ItemDraft, Limit
from passbook_desk.features.village.rules import next_version
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid


def adopt_catalogue(tx: Tx, command: AdoptCatalogue) -> int:
    """Keep what a meeting decided as the village's next catalogue and return its version number.

    Earlier versions stay as they are, so that old lines keep their text and value (domain §13 rule 12).
    Items without a code get one. The same `uid` again returns the number already given. Raises
    MeetingInFuture, EffectiveBeforeMeeting, EffectiveBeforeEarlier and what
    `check_items` and `check_total_limits` raise.
    """
    tx.require(Act.CATALOGUE)
    adopted = tx.session.scalar(select(CatalogueVersion).where(CatalogueVersion.uid == command.uid))
    if adopted is not None:
        return adopted.number
    number = next_version(command.meeting_on, command.effective_from, tx.today, _newest(tx))
    known = known_codes(tx)
    items = with_codes(command.items, known)
    check_items(items, known)
    check_total_limits(command.limits)
    version = CatalogueVersion(
        village_id=tx.village_id,
        uid=command.uid,
        number=number,
        meeting_on=command.meeting_on,
        minutes_no=command.minutes_no.strip(),
        effective_from=command.effective_from,
        source=command.source,
        adopted_at=tx.now,
        adopted_by=tx.actor.operator_id,
    )
    tx.session.add(version)
    tx.session.flush()  # the items name their version by its id
    rows = [_item(version.id, draft) for draft in items]
    tx.session.add_all(rows)
    tx.session.flush()  # limits name their item by its id
    for row, draft in zip(rows, items, strict=True):
        tx.session.add_all([_limit(version.id, row.id, limit) for limit in draft.limits])
    tx.session.add_all([_limit(version.id, None, limit) for limit in command.limits])
    tx.touched.add(Topic.CATALOGUE)
    return number


def _newest(tx: Tx) -> tuple[int, date] | None:
    row = tx.session.execute(
        select(CatalogueVersion.number, CatalogueVersion.effective_from)
        .where(CatalogueVersion.village_id == tx.village_id)
        .order_by(CatalogueVersion.number.desc())
        .limit(1)
    ).first()
    return None if row is None else (row.number, row.effective_from)


def _item(version_id: int, draft: ItemDraft) -> CatalogueItem:
    return CatalogueItem(
        version_id=version_id,
        uid=new_uid(),
        line_no=draft.line_no,
        code=draft.code,
        category=draft.category.strip(),
        name=draft.name.strip(),
        value_kind=draft.value_kind.value,
        least=draft.least,
        most=draft.most,
        unit=draft.unit.strip(),
        cap=draft.cap.strip(),
        holders=holders_text(draft.holders),
        source=draft.source.strip(),
        remark=draft.remark.strip(),
        enabled=draft.enabled,
        effect=draft.effect.value,
        evidence=draft.evidence.strip(),
        veto=draft.veto.value,
        veto_term=draft.veto_term.value,
    )


def _limit(version_id: int, item_id: int | None, limit: Limit) -> CatalogueLimit:
    amount = limit.amount
    return CatalogueLimit(
        version_id=version_id,
        uid=new_uid(),
        item_id=item_id,
        holder="" if limit.holder is None else limit.holder.value,
        direction=limit.direction.value,
        period=limit.period.value,
        measure=limit.measure.value,
        amount=amount if isinstance(amount, int) else amount.hundredths,
    )
