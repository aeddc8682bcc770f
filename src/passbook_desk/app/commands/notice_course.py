"""notice hang, close, photo, list, show: what is done with an issued notice."""

from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.commands.notice_answers import card_json, card_lines, notice_json, notice_line
from passbook_desk.db.store import Tx
from passbook_desk.features.notices.hanging import add_notice_photo, close_notice, hang_notice
from passbook_desk.features.notices.queries import notice_card, notices
from passbook_desk.features.notices.rules import hung_until
from passbook_desk.features.notices.values import (
    AddNoticePhoto,
    Closed,
    CloseNotice,
    HangNotice,
    NoticeCard,
    NoticeState,
)
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import parse_iso_date

_ENDED = (NoticeState.CLOSED, NoticeState.REPLACED)


class PhotoNotThere(UserError):
    """The picture cannot be read. Params: `path`."""

    code = "app.photo-not-there"


def hang(context: Context) -> Answer:
    """Remember where a notice hangs, since when, until when, and who hung it."""
    given = context.arguments

    def act(tx: Tx) -> NoticeCard:
        first = tx.today if given.first is None else parse_iso_date(given.first)
        last = hung_until(first, village(tx).objection_days)
        if given.last is not None:
            last = parse_iso_date(given.last)
        hang_notice(tx, HangNotice(new_uid(), given.number, first, last, given.place, given.by, given.words))
        return notice_card(tx, given.number)

    with context.desk() as desk:
        card = desk.do(act)
    return Answer(("已张贴", *card_lines(card)), card_json(card))


def close(context: Context) -> Answer:
    """Close a notice whose days are over; what hung with it counts now."""
    given = context.arguments

    def act(tx: Tx) -> tuple[Closed, NoticeCard]:
        closed = close_notice(tx, CloseNotice(new_uid(), given.number, given.words))
        return closed, notice_card(tx, given.number)

    with context.desk() as desk:
        closed, card = desk.do(act)
    entered = (f"公示中的 {len(closed.posted)} 件已入账",) if closed.posted else ()
    refused = (
        (f"{len(closed.rejected)} 件不能入账，已退回，申报编号：{' '.join(map(str, closed.rejected))}",)
        if closed.rejected
        else ()
    )
    return Answer(
        ("已归档", *entered, *refused, *card_lines(card)),
        {**card_json(card), "posted": list(closed.posted), "rejected": list(closed.rejected)},
    )


def photo(context: Context) -> Answer:
    """Keep a picture of a notice on its wall."""
    given = context.arguments
    path = Path(given.file)
    try:
        content = path.read_bytes()
    except OSError:
        raise PhotoNotThere(path=path) from None

    def act(tx: Tx) -> NoticeCard:
        add_notice_photo(tx, AddNoticePhoto(new_uid(), given.number, tx.today, content, given.words))
        return notice_card(tx, given.number)

    with context.desk() as desk:
        card = desk.do(act)
    return Answer((f"已存照片，{card.row.number} 号公示共 {card.row.photos} 张",), notice_json(card.row))


def listed(context: Context) -> Answer:
    """Issued notices, the newest first."""
    with context.desk() as desk:
        rows = desk.ask(notices)
    chosen = [row for row in rows if not (context.arguments.open and row.state in _ENDED)]
    return Answer(
        tuple(map(notice_line, chosen)) or ("没有这样的公示。",), [notice_json(row) for row in chosen]
    )


def show(context: Context) -> Answer:
    """One notice with what was done with it."""
    with context.desk() as desk:
        card = desk.ask(lambda scope: notice_card(scope, context.arguments.number))
    return Answer(card_lines(card), card_json(card))
