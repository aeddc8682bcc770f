"""What a village does with its notices: proofs, issuing, hanging, closing, objections and their answers."""

from datetime import date

from builders.village import Village
from passbook_desk.features.ledger.recording_values import DeedEntry
from passbook_desk.features.notices.commands import issue_notice, make_proof
from passbook_desk.features.notices.hanging import close_notice, hang_notice
from passbook_desk.features.notices.objections.commands import add_objection, resolve_objection
from passbook_desk.features.notices.objections.values import (
    AddObjection,
    ObjectionOutcome,
    ResolveObjection,
    Way,
)
from passbook_desk.features.notices.queries import notice_card
from passbook_desk.features.notices.values import (
    Closed,
    CloseNotice,
    HangNotice,
    IssueNotice,
    MakeProof,
    NoticeCard,
    NoticeContent,
    NoticeKind,
    NoticeLineRow,
    NoticeLook,
    NoticePart,
    PartKind,
)
from passbook_desk.kernel.ids import new_uid

QUARTER = NoticeKind.QUARTER


def proofed(
    village: Village, kind: NoticeKind = QUARTER, about: str = "2026Q2", look: NoticeLook | None = None
) -> NoticeContent:
    """Make a proof today."""
    with village.write() as tx:
        return make_proof(tx, MakeProof(kind, about, look))


def issued(
    village: Village,
    kind: NoticeKind = QUARTER,
    about: str = "2026Q2",
    *,
    on: date | None = None,
    again: str = "",
    look: NoticeLook | None = None,
) -> NoticeContent:
    """Issue a notice, on a day or today."""
    if on is not None:
        village.on(on)
    with village.write() as tx:
        return issue_notice(tx, IssueNotice(kind, about, look, again))


def hung(
    village: Village,
    number: str = "2026-01",
    *,
    on: date = date(2026, 7, 2),
    until: date = date(2026, 7, 8),
    place: str = "村务公开栏",
    who: str = "李网格",
    uid: str = "",
) -> NoticeCard:
    """Hang a notice and return how it stands then."""
    village.on(max(on, village.clock.today()))
    with village.write() as tx:
        hang_notice(tx, HangNotice(uid or new_uid(), number, on, until, place, who))
        return notice_card(tx, number)


def closed(village: Village, number: str = "2026-01", *, on: date = date(2026, 7, 9)) -> Closed:
    """Close a notice whose days are over."""
    village.on(on)
    with village.write() as tx:
        return close_notice(tx, CloseNotice(new_uid(), number))


def objected(
    village: Village,
    line_no: int | None = 1,
    number: str = "2026-01",
    *,
    words: str = "少记了一次义务劳动",
    who: str = "王建国",
    on: date | None = None,
    due: date | None = None,
    uid: str = "",
) -> int:
    """Somebody comes to the counter and objects; the objection's id."""
    with village.write() as tx:
        received = tx.today if on is None else on
        command = AddObjection(
            uid or new_uid(), number, line_no, received, Way.COUNTER, words, who, due_on=due
        )
        return add_objection(tx, command)


def upheld(village: Village, objection_id: int, words: str = "核对过签到表，没有错") -> None:
    """Answer that the notice stands."""
    with village.write() as tx:
        resolve_objection(tx, ResolveObjection(new_uid(), objection_id, ObjectionOutcome.UPHELD, words))


def corrected(
    village: Village,
    objection_id: int,
    *,
    reverse: tuple[int, ...] = (),
    deeds: tuple[DeedEntry, ...] = (),
    reject: tuple[int, ...] = (),
    paper: str = "",
    uid: str = "",
) -> None:
    """Answer with a correction."""
    command = ResolveObjection(
        uid or new_uid(),
        objection_id,
        ObjectionOutcome.CORRECTED,
        "查明属实，已更正",
        paper,
        reverse,
        deeds,
        reject,
    )
    with village.write() as tx:
        resolve_objection(tx, command)


def shown(village: Village, number: str = "2026-01") -> NoticeCard:
    """A notice with its sheet and its steps."""
    with village.read() as scope:
        return notice_card(scope, number)


def line_of(content: NoticeContent, code: str) -> NoticeLineRow:
    """The first line of a household, shop or unit."""
    return next(line for line in content.lines if line.household_code == code)


def part_of(content: NoticeContent, kind: PartKind) -> NoticePart | None:
    """A table of the sheet, None when it has none of this kind."""
    return next((part for part in content.parts if part.kind is kind), None)
