"""The one draft of a village: kept as it is worked on, adopted by a meeting, put away."""

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.access.model import Operator
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.draft_text import draft_from, draft_text
from passbook_desk.features.catalogue.errors import NoDraft
from passbook_desk.features.catalogue.model import CatalogueDraft, CatalogueVersion
from passbook_desk.features.catalogue.values import AdoptCatalogue, AdoptDraft, Draft, KeptDraft
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic


def kept_draft(scope: Scope) -> KeptDraft | None:
    """The village's draft, None when there is none."""
    found = scope.session.execute(
        select(CatalogueDraft, Operator.name)
        .join(Operator, Operator.id == CatalogueDraft.saved_by)
        .where(CatalogueDraft.village_id == scope.village_id)
    ).first()
    if found is None:
        return None
    row, name = found
    return KeptDraft(draft_from(row.source, row.content), row.saved_at, name)


def keep_draft(tx: Tx, draft: Draft) -> None:
    """Keep this as the village's draft, in place of the one before. Nothing in it need be right yet."""
    tx.require(Act.CATALOGUE)
    row = _row(tx)
    if row is None:
        row = CatalogueDraft(village_id=tx.village_id)
        tx.session.add(row)
    row.source = draft.source
    row.content = draft_text(draft)
    row.saved_at = tx.now
    row.saved_by = tx.actor.operator_id
    tx.touched.add(Topic.CATALOGUE)


def drop_draft(tx: Tx) -> None:
    """Put the draft away. Raises NoDraft."""
    tx.require(Act.CATALOGUE)
    row = _row(tx)
    if row is None:
        raise NoDraft(field="draft")
    tx.session.delete(row)
    tx.touched.add(Topic.CATALOGUE)


def adopt_draft(tx: Tx, command: AdoptDraft) -> int:
    """Keep the draft as the next version and put it away; returns the version's number.

    The same `uid` again returns the number already given. Raises NoDraft and what `adopt_catalogue` raises.
    """
    tx.require(Act.CATALOGUE)
    adopted = tx.session.scalar(select(CatalogueVersion.number).where(CatalogueVersion.uid == command.uid))
    if adopted is not None:
        return adopted
    row = _row(tx)
    if row is None:
        raise NoDraft(field="draft")
    draft = draft_from(row.source, row.content)
    number = adopt_catalogue(
        tx,
        AdoptCatalogue(
            command.meeting_on,
            command.minutes_no,
            command.effective_from,
            draft.source,
            draft.items,
            command.uid,
            draft.limits,
        ),
    )
    tx.session.delete(row)
    return number


def _row(scope: Scope) -> CatalogueDraft | None:
    return scope.session.scalar(select(CatalogueDraft).where(CatalogueDraft.village_id == scope.village_id))
