"""notice make, issue, quarter, reprint, aloud, archive: the sheets themselves."""

import argparse
from dataclasses import replace
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.commands.notice_answers import change_lines, changes_json, sheet_json, sheet_line
from passbook_desk.app.desk import Desk
from passbook_desk.app.printing import font_book
from passbook_desk.db.store import Scope
from passbook_desk.documents.files import check_target
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages, write_pdf
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.notices import words
from passbook_desk.features.notices.aloud import aloud_text
from passbook_desk.features.notices.archive import archive_pages, archive_texts
from passbook_desk.features.notices.commands import issue_notice, issue_quarter, make_proof
from passbook_desk.features.notices.drafting import look_for, notice_draft
from passbook_desk.features.notices.errors import WrongLook
from passbook_desk.features.notices.hanging import photos_of
from passbook_desk.features.notices.kinds import plain_about
from passbook_desk.features.notices.objections.queries import objection_card, objections
from passbook_desk.features.notices.objections.values import ObjectionCard
from passbook_desk.features.notices.paper import Edition, large_print, notice_pages, texts_of
from passbook_desk.features.notices.queries import (
    changes_since_proof,
    issued_quarter,
    notice_card,
    quarter_draft,
)
from passbook_desk.features.notices.rules import LEAST_SIZE, MOST_SIZE, sums
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.summary import summary_pages
from passbook_desk.features.notices.values import (
    IssueNotice,
    IssueQuarter,
    MakeProof,
    NoticeCard,
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    NoticeLook,
    NoticePhotoRow,
    PaperSize,
    Subject,
)
from passbook_desk.features.village.policy import WallDeductions
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import Quarter


def make(context: Context) -> Answer:
    """Make a proof and remember it; what changed since the last one is told first."""
    kind, about = _asked(context.arguments)
    _check_targets(context.arguments)
    fonts = font_book(context.places)
    with context.desk() as desk:
        _require(desk, context.arguments, Act.NOTICE)
        look = desk.ask(lambda scope: _look(scope, kind, about, context.arguments))
        _printable(desk.ask(lambda scope: notice_draft(scope, kind, about, look)), fonts)
        changes = desk.ask(lambda scope: changes_since_proof(scope, kind, about))
        content = desk.do(lambda tx: make_proof(tx, MakeProof(kind, about, look, new_uid())))
    files = _written(context, content, fonts)
    return Answer(
        (*change_lines(changes), sheet_line(content), *_saved(files)),
        {**sheet_json(content, files), "changes": changes_json(changes)},
    )


def issue(context: Context) -> Answer:
    """Issue a notice, or a new version of one; it is on paper before anything is frozen."""
    given = context.arguments
    kind, about = _asked(given)
    _check_targets(given)
    fonts = font_book(context.places)
    with context.desk() as desk:
        _require(desk, given, Act.NOTICE)
        look = desk.ask(lambda scope: _look(scope, kind, about, given))
        _printable(desk.ask(lambda scope: notice_draft(scope, kind, about, look)), fonts)
        changes = desk.ask(lambda scope: changes_since_proof(scope, kind, about))
        content = desk.do(lambda tx: issue_notice(tx, IssueNotice(kind, about, look, given.again)))
    files = _written(context, content, fonts)
    return Answer(
        (*change_lines(changes), f"已出榜 {sheet_line(content)}", *_saved(files)),
        {**sheet_json(content, files), "changes": changes_json(changes)},
    )


def quarter_notice(context: Context) -> Answer:
    """Issue or reprint the notice of a quarter; before its end a proof that stores nothing."""
    given = context.arguments
    quarter = Quarter.parse(given.quarter)
    fonts = font_book(context.places)
    _check_targets(given)
    with context.desk() as desk:
        _require(desk, given)
        if desk.ask(lambda scope: issued_quarter(scope, quarter)) is None:
            _printable(desk.ask(lambda scope: quarter_draft(scope, quarter)), fonts)
        content = _content(desk, quarter)
    files = _written(context, content, fonts)
    total = sums(content.lines)
    name = "校样" if content.number is None else f"{content.number} 号"
    return Answer(
        (
            f"{quarter.chinese}公示 {name}：{len(content.lines)} 行，期末结余合计 {total.closing}",
            *_saved(files),
        ),
        {
            "number": content.number,
            "proof": content.proof,
            "period": str(quarter),
            "lines": len(content.lines),
            "closing_total": str(total.closing),
            "head_code": content.head_code,
            "files": files,
        },
    )


def _so_far(scope: Scope, quarter: Quarter) -> NoticeContent:
    return issued_quarter(scope, quarter) or quarter_draft(scope, quarter)


def _content(desk: Desk, quarter: Quarter) -> NoticeContent:
    """What goes on the sheet: the issued notice, a fresh one, or before the quarter's end a proof."""
    if desk.clock.today() <= quarter.span.last:
        return desk.ask(lambda scope: _so_far(scope, quarter))
    return desk.do(lambda tx: issue_quarter(tx, IssueQuarter(quarter)))


def reprint(context: Context) -> Answer:
    """The same sheet again, on other paper or in larger letters if that is asked for."""
    given = context.arguments
    _check_targets(given)
    fonts = font_book(context.places)
    with context.desk() as desk:
        _require(desk, given)
        content = desk.ask(lambda scope: notice_card(scope, given.number)).content
    files = _written(context, content, fonts, _edition(content, given))
    if given.summary is not None:
        pages = summary_pages(content, Measure(fonts))
        check_pages(pages, fonts)
        write_pdf(pages, fonts, Path(given.summary), f"{words.title(content)}汇总")
        files.append(given.summary)
    return Answer((sheet_line(content), *_saved(files)), sheet_json(content, files))


def aloud(context: Context) -> Answer:
    """What is read over the loudspeaker."""
    given = context.arguments
    with context.desk() as desk:
        content = desk.ask(lambda scope: notice_card(scope, given.number)).content
    text = aloud_text(content, every_line=given.lines)
    return Answer(tuple(text.splitlines()), {"number": content.number, "text": text})


def archive(context: Context) -> Answer:
    """Notice, pictures, objections and outcomes as one PDF."""
    target = Path(context.arguments.output)
    check_target(target)
    fonts = font_book(context.places)
    with context.desk() as desk:
        desk.require(Act.PRINT)
        card, objected, photos = desk.ask(lambda scope: _file_of(scope, context.arguments.number))
    fonts.check(archive_texts(card, objected, photos))
    pages = archive_pages(card, objected, photos, Measure(fonts))
    write_pdf(pages, fonts, target, f"{words.title(card.content)}档案")
    return Answer(
        (
            f"{card.row.number} 号公示归档：异议 {len(objected)} 件，照片 {len(photos)} 张，"
            f"共 {len(pages)} 页：{target}",
        ),
        {
            "file": str(target),
            "number": card.row.number,
            "objections": len(objected),
            "photos": len(photos),
            "pages": len(pages),
        },
    )


def _file_of(
    scope: Scope, number: str
) -> tuple[NoticeCard, tuple[ObjectionCard, ...], tuple[NoticePhotoRow, ...]]:
    rows = sorted(objections(scope, notice_number=number), key=lambda row: row.id)
    cards = tuple(objection_card(scope, row.id) for row in rows)
    return notice_card(scope, number), cards, photos_of(scope, number)


def _asked(given: argparse.Namespace) -> tuple[NoticeKind, str]:
    kind = NoticeKind(given.kind)
    return kind, plain_about(kind, given.about)


def _look(scope: Scope, kind: NoticeKind, about: str, given: argparse.Namespace) -> NoticeLook:
    """The look of the last proof, or the village's usual one, but for what the call says."""
    look = look_for(scope, kind, about)
    if given.subjects:
        look = replace(look, subjects=tuple(map(Subject, given.subjects)))
    if given.columns:
        look = replace(look, columns=tuple(map(NoticeColumn, given.columns)))
    if given.names is not None:
        look = replace(look, names=WallNames(given.names))
    if given.deductions is not None:
        look = replace(look, deductions=WallDeductions(given.deductions))
    paper = _paper(Edition(look.paper, look.landscape, look.size), given)
    return replace(look, paper=paper.paper, landscape=paper.landscape, size=paper.size)


def _paper(edition: Edition, given: argparse.Namespace) -> Edition:
    """The paper that the call asks for. Raises WrongLook."""
    if given.paper is not None:
        edition = replace(edition, paper=PaperSize(given.paper))
    if given.portrait or given.landscape:
        edition = replace(edition, landscape=given.landscape)
    if given.size is None:
        return edition
    if not LEAST_SIZE <= given.size <= MOST_SIZE:
        raise WrongLook(field="size", why="size")
    return replace(edition, size=given.size)


def _edition(content: NoticeContent, given: argparse.Namespace) -> Edition | None:
    """Other paper than the sheet was issued for; None for the sheet as it was."""
    look = content.look
    own = Edition(look.paper, look.landscape, look.size)
    asked = _paper(large_print(content) if given.large else own, given)
    return None if asked == own else asked


def _check_targets(given: argparse.Namespace) -> None:
    for path in (given.pdf, given.xlsx, getattr(given, "summary", None)):
        if path is not None:
            check_target(Path(path))


def _require(desk: Desk, given: argparse.Namespace, *acts: Act) -> None:
    """Ask for leave before anything is written: for the act itself and for the files that leave the desk."""
    for act in acts:
        desk.require(act)
    if given.xlsx is not None:
        desk.require(Act.EXPORT)
    if given.pdf is not None or getattr(given, "summary", None) is not None:
        desk.require(Act.PRINT)


def _printable(content: NoticeContent, fonts: FontBook) -> tuple[Page, ...]:
    """The pages of a sheet. Raises TooWide and CharactersNotPrintable, before anything is frozen."""
    fonts.check(texts_of(content))
    return notice_pages(content, Measure(fonts))


def _written(
    context: Context, content: NoticeContent, fonts: FontBook, edition: Edition | None = None
) -> list[str]:
    """Write the files that were asked for; their names."""
    given = context.arguments
    files: list[str] = []
    if given.pdf is not None:
        pages = notice_pages(content, Measure(fonts), edition)
        write_pdf(pages, fonts, Path(given.pdf), words.title(content))
        files.append(given.pdf)
    if given.xlsx is not None:
        write_xlsx(notice_workbook(content), Path(given.xlsx), context.clock.now())
        files.append(given.xlsx)
    return files


def _saved(files: list[str]) -> tuple[str, ...]:
    return tuple(f"已存为 {path}" for path in files)
