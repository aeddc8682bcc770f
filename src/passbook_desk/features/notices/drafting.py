"""A notice as the village stands now: a proof, or what is about to be issued."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.queries import head
from passbook_desk.features.notices.kinds import KINDS, plain_about
from passbook_desk.features.notices.model import Notice, NoticeProof
from passbook_desk.features.notices.rules import checked_look, hung_until, usual_look
from passbook_desk.features.notices.sheet_text import read_look, read_sheet
from passbook_desk.features.notices.sources.catalogue import draw_catalogue
from passbook_desk.features.notices.sources.correction_notice import draw_corrections
from passbook_desk.features.notices.sources.events import draw_events
from passbook_desk.features.notices.sources.points import draw_points
from passbook_desk.features.notices.sources.redemption import draw_redemption
from passbook_desk.features.notices.sources.values import Asked, Drawn
from passbook_desk.features.notices.values import (
    NoticeContent,
    NoticeKind,
    NoticeLook,
    NoticeWords,
)
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.kernel.sensitive import wall_place, wall_text

Source = Callable[[Scope, Asked], Drawn]
_SOURCES: Final = MappingProxyType(
    {
        **{kind: draw_points for kind, known in KINDS.items() if known.of_points},
        NoticeKind.EVENTS: draw_events,
        NoticeKind.REDEMPTION: draw_redemption,
        NoticeKind.CATALOGUE: draw_catalogue,
        NoticeKind.CORRECTIONS: draw_corrections,
    }
)


def notice_draft(scope: Scope, kind: NoticeKind, about: str, look: NoticeLook | None = None) -> NoticeContent:
    """The notice as things stand now, masked and without a number. Accounts without lines show zeros.

    It may be asked for before its period is over, as a proof. Without a look it is that of the last proof,
    of the notice before, or the village's usual one. Raises WrongAbout, WrongLook and what a source raises.
    """
    about = plain_about(kind, about)
    here, decided, end = village(scope), policy(scope), head(scope)
    chosen = checked_look(look_for(scope, kind, about) if look is None else look, decided)
    drawn = _SOURCES[kind](scope, Asked(kind, about, chosen))
    hung_from = scope.today
    if KINDS[kind].period is not None:
        hung_from = max(hung_from, drawn.span.last + timedelta(days=1))
    year = Period.of(PeriodKind.YEAR, drawn.span.last, decided.cut_off_day)
    return NoticeContent(
        number=None,
        version=_next_version(scope, kind, about),
        kind=kind,
        about=about,
        first_on=drawn.span.first,
        last_on=drawn.span.last,
        year_first=year.days(decided.cut_off_day).first,
        cut_off_seq=end.seq,
        issued_on=hung_from,
        hung_until=hung_until(hung_from, here.objection_days),
        village_name=wall_place(here.name),
        township=wall_place(here.township),
        issuer=wall_place(here.issuer),
        objection_phone=here.objection_phone,
        wall_places=wall_place(here.wall_places),
        head_code="",
        look=chosen,
        words=_words(decided),
        lines=drawn.lines,
        parts=drawn.parts,
        claims=drawn.claims,
    )


def look_for(scope: Scope, kind: NoticeKind, about: str) -> NoticeLook:
    """How this notice will look unless somebody chooses otherwise."""
    proof = last_proof(scope, kind, about)
    if proof is not None:
        return read_look(proof.sheet)
    decided, names = policy(scope), village(scope).wall_names
    usual = usual_look(decided, names)
    before = scope.session.scalar(
        select(Notice.sheet)
        .where(Notice.village_id == scope.village_id, Notice.kind == kind.value, Notice.form > 1)
        .order_by(Notice.id.desc())
        .limit(1)
    )
    if before is None:
        return usual
    look = read_sheet(before)[0]
    return replace(look, names=names, deductions=usual.deductions)


def last_proof(scope: Scope, kind: NoticeKind, about: str) -> NoticeProof | None:
    """The newest proof that somebody made of this notice."""
    return scope.session.scalar(
        select(NoticeProof)
        .where(
            NoticeProof.village_id == scope.village_id,
            NoticeProof.kind == kind.value,
            NoticeProof.about == about,
        )
        .order_by(NoticeProof.id.desc())
        .limit(1)
    )


def _next_version(scope: Scope, kind: NoticeKind, about: str) -> int:
    newest = scope.session.scalar(
        select(Notice.version)
        .where(Notice.village_id == scope.village_id, Notice.kind == kind.value, Notice.about == about)
        .order_by(Notice.version.desc())
        .limit(1)
    )
    return (newest or 0) + 1


def _words(decided: VillagePolicy) -> NoticeWords:
    return NoticeWords(
        objection_person=wall_place(decided.objection_person),
        objection_place=wall_place(decided.objection_place),
        answer_days=decided.answer_days,
        signers=tuple(map(wall_place, _paragraphs(decided.notice_signers))),
        rules=tuple(map(wall_text, _paragraphs(decided.notice_rules))),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
