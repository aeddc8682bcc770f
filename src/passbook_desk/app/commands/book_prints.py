"""print continue, booklet, strip, covers: what goes onto the paper of books.

Lines are sent before the file is written: a file that nobody answers for never counts as printed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.commands.books import line_json, line_text, waiting_text
from passbook_desk.app.desk import Desk
from passbook_desk.app.printing import font_book
from passbook_desk.db.store import Scope, Tx
from passbook_desk.documents.files import check_target
from passbook_desk.documents.imposition import BookletSize, Duplex, booklet_by_hand, booklet_sheets
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import write_pdf
from passbook_desk.features.households.queries import grid_by_code
from passbook_desk.features.passbooks.books.booklet_paper import booklet_pages
from passbook_desk.features.passbooks.books.booklets import booklet_size, rules_extract
from passbook_desk.features.passbooks.books.cover_paper import cover_pages, texts_of_covers
from passbook_desk.features.passbooks.books.errors import NoPrintOpen
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.line_paper import continue_pages, texts_of_plans
from passbook_desk.features.passbooks.books.printing import confirm_print, printed_from, send_all
from passbook_desk.features.passbooks.books.queries import (
    book_by_number,
    book_facts,
    book_plans,
    books,
    books_waiting,
    open_print,
)
from passbook_desk.features.passbooks.books.strip_paper import strip_pages
from passbook_desk.features.passbooks.books.values import (
    BookPlan,
    BookRow,
    ConfirmPrint,
    OpenPrint,
    PrintWay,
    SendLines,
)
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.errors import PassbookError, UserError

_TITLE = "红绿存折"


class NothingDue(UserError):
    """No book of the grid has lines to print, or those that have wait for an answer."""

    code = "app.nothing-due"


class NoBooksHere(UserError):
    """No account of the grid has a book in use."""

    code = "app.no-books-here"


@dataclass(frozen=True, slots=True)
class _File:
    """A file to write and its pages."""

    target: Path
    pages: Sequence[Page]


def go_on(context: Context) -> Answer:
    """续打: say what is due; with -o send it and write the pages; answer for what was sent."""
    given = context.arguments
    answering = given.failed_from is not None or (given.confirm and given.output is None)
    with context.desk() as desk:
        desk.require(Act.PRINT)
        row = desk.ask(lambda scope: book_by_number(scope, given.book))
        if given.output is not None:
            _check_printable(context, desk, row)
        on_paper = _answered(desk, row, given.failed_from) if answering else None
        if given.output is None:
            told = () if on_paper is None else (f"存折 {row.number} 记下了：{on_paper} 行在折上",)
            return _due(desk, row.id, told, on_paper)
        (plan,) = desk.ask(lambda scope: book_plans(scope, (row.id,)))

        def draw(measure: Measure) -> tuple[_File, ...]:
            return (_File(Path(given.output), continue_pages(plan, plan.lines, measure)),)

        print_ids, files = _print(context, desk, (plan,), PrintWay.PDF, draw)
        done = len(plan.lines) if given.confirm else on_paper
        state = _confirmed(desk, (plan,), print_ids) if given.confirm else "waiting"
    return Answer(
        (*_sent_lines((plan,), files, state), *map(line_text, plan.lines)),
        {
            "book": row.number,
            "state": state,
            "lines": [line_json(line) for line in plan.lines],
            "on_paper": done,
            **_files_json(files),
        },
    )


def _check_printable(context: Context, desk: Desk, row: BookRow) -> None:
    """Refuse before an answer is kept: what is due now holds every line that will be due then."""
    check_target(Path(context.arguments.output))
    font_book(context.places).check(texts_of_plans(desk.ask(lambda scope: book_plans(scope, (row.id,)))))


def _answered(desk: Desk, row: BookRow, failed_from: tuple[int | None, int] | None) -> int:
    """Take the answer to 打好了吗; how many lines are on paper. Raises NoPrintOpen, WrongOutcome."""
    waiting = desk.ask(lambda scope: open_print(scope, row.id))
    if waiting is None:
        raise NoPrintOpen(number=row.number)
    printed = len(waiting.lines)
    if failed_from is not None:
        page, line = failed_from
        printed = printed_from(waiting.lines, line, page)
    desk.do(lambda tx: confirm_print(tx, ConfirmPrint(waiting.id, printed)))
    return printed


def _due(desk: Desk, book_id: int, told: tuple[str, ...], on_paper: int | None) -> Answer:
    """What waits for its answer, else what goes on the paper next."""

    def ask(scope: Scope) -> tuple[BookPlan, OpenPrint | None]:
        return book_plans(scope, (book_id,))[0], open_print(scope, book_id)

    plan, waiting = desk.ask(ask)
    lines = plan.lines if waiting is None else waiting.lines
    if waiting is not None:
        told, state = (*told, waiting_text(waiting)), "waiting"
    elif lines:
        told, state = (*told, f"存折 {plan.book.number} 要登 {len(lines)} 行，加 -o OUT.pdf 送打"), "due"
    else:
        told, state = (*told, f"存折 {plan.book.number} 没有要登的行"), "done"
    if plan.full:
        told = (*told, "这本写满了，其余的行要换折再登")
    data: dict[str, Json] = {
        "book": plan.book.number,
        "state": state,
        "lines": [line_json(line) for line in lines],
        "on_paper": on_paper,
        "files": [],
        "pages": 0,
    }
    return Answer((*told, *map(line_text, lines)), data)


def booklet(context: Context) -> Answer:
    """The whole book anew, on sheets of A4 for folding and stapling."""
    given = context.arguments
    with context.desk() as desk:
        desk.require(Act.PRINT)

        def ask(scope: Scope) -> tuple[BookPlan, tuple[str, ...]]:
            row = book_by_number(scope, given.book)
            return book_plans(scope, (row.id,), whole=True)[0], rules_extract(scope, row.account)

        plan, rules = desk.ask(ask)
        facts = desk.ask(book_facts)
        prompts: list[str] = []

        def draw(measure: Measure) -> tuple[_File, ...]:
            pages = booklet_pages(plan, facts, rules, measure)
            return _imposed(Path(given.output), pages, plan.book.layout, given.duplex, prompts)

        texts = (*texts_of_covers((plan.book,), facts), *rules)
        print_ids, files = _print(context, desk, (plan,), PrintWay.BOOKLET, draw, texts)
        state = _confirmed(desk, (plan,), print_ids) if given.confirm else "waiting"
    lines = (*_sent_lines((plan,), files, state), *prompts)
    return Answer(lines, {**_files_json(files), "books": 1, "lines": len(plan.lines)})


def _imposed(
    target: Path, pages: Sequence[Page], layout: BookLayout, duplex: str, prompts: list[str]
) -> tuple[_File, ...]:
    """The sheets in one file, or two files for a printer that prints one side only.

    Pages as large as the sheet itself are printed as they are.
    """
    size = booklet_size(layout)
    if size is None:
        prompts.append("按页码理好，从左边装订")
        return (_File(target, pages),)
    small = size is BookletSize.A6
    prompts.append("先从中间裁开，上半摞放在下半摞上，再对折装订" if small else "对折，从折线装订")
    if duplex != "none":
        edge = Duplex.LONG_EDGE if duplex == "long" else Duplex.SHORT_EDGE
        return (_File(target, booklet_sheets(pages, size, edge)),)
    passes = booklet_by_hand(pages, size)
    back = target.with_name(f"{target.stem}-反面{target.suffix}")
    how = "整摞翻个面" if passes.turn_over else "不翻面"
    prompts.insert(0, f"先打 {target.name}，打完{how}放回纸盒，同一边先进，再打 {back.name}")
    return _File(target, passes.fronts), _File(back, passes.backs)


def strip(context: Context) -> Answer:
    """贴条: what is due in these books, on A4 sheets to cut."""
    given = context.arguments
    with context.desk() as desk:
        desk.require(Act.PRINT)
        plans = desk.ask(lambda scope: _due_plans(scope, context))

        def draw(measure: Measure) -> tuple[_File, ...]:
            return (_File(Path(given.output), strip_pages(plans, measure)),)

        print_ids, files = _print(context, desk, plans, PrintWay.STRIP, draw)
        state = _confirmed(desk, plans, print_ids) if given.confirm else "waiting"
    data: dict[str, Json] = {
        **_files_json(files),
        "books": len(plans),
        "lines": sum(len(plan.lines) for plan in plans),
    }
    return Answer(_sent_lines(plans, files, state), data)


def _due_plans(scope: Scope, context: Context) -> tuple[BookPlan, ...]:
    """Of the books that are named, else those of the grid that have lines to print and wait for no answer."""
    given = context.arguments
    if given.book:
        named = dict.fromkeys(book_by_number(scope, number).id for number in given.book)
        return book_plans(scope, list(named))
    grid_code = grid_by_code(scope, given.grid).code
    waiting = [row for row in books_waiting(scope, grid_code=grid_code) if not row.open_print]
    chosen = tuple(plan for plan in book_plans(scope, [row.id for row in waiting]) if plan.lines)
    if not chosen:
        raise NothingDue
    return chosen


def covers(context: Context) -> Answer:
    """Covers and holder pages; nothing is sent and nothing waits for an answer."""
    given = context.arguments
    target = Path(given.output)
    fonts = font_book(context.places)
    measure = Measure(fonts)

    def ask(scope: Scope) -> tuple[BookRow, ...]:
        if given.book:
            return tuple(dict.fromkeys(book_by_number(scope, number) for number in given.book))
        grid_code = grid_by_code(scope, given.grid).code
        return tuple(row for row in books(scope) if row.account.grid_code == grid_code)

    with context.desk() as desk:
        desk.require(Act.PRINT)
        rows, facts = desk.ask(ask), desk.ask(book_facts)
    if not rows:
        raise NoBooksHere
    fonts.check(texts_of_covers(rows, facts))
    pages = [page for row in rows for page in cover_pages(row, facts, measure)]
    write_pdf(pages, fonts, target, _TITLE)
    files = (_File(target, pages),)
    told = f"{len(rows)} 本的封面和持折人页，共 {len(pages)} 页：{target}"
    return Answer((told,), {**_files_json(files), "books": len(rows), "lines": 0})


def _print(
    context: Context,
    desk: Desk,
    plans: Sequence[BookPlan],
    way: PrintWay,
    draw: Callable[[Measure], tuple[_File, ...]],
    texts: Sequence[str] = (),
) -> tuple[tuple[int, ...], tuple[_File, ...]]:
    """Draw, send, write, in this order: what cannot be drawn or written anywhere is not sent.

    Where the writing fails all the same, nothing is on paper, and that is told at once.
    """
    fonts = font_book(context.places)
    fonts.check((*texts_of_plans(plans), *texts))
    files = draw(Measure(fonts))
    for file in files:
        check_target(file.target)
    commands = [SendLines(plan.book.id, way, tuple(line.code for line in plan.lines)) for plan in plans]
    print_ids = desk.do(lambda tx: send_all(tx, commands))
    try:
        for file in files:
            write_pdf(file.pages, fonts, file.target, _TITLE)
    except PassbookError:
        _answer(desk, print_ids, [0] * len(plans))
        raise
    return print_ids, files


def _confirmed(desk: Desk, plans: Sequence[BookPlan], print_ids: Sequence[int]) -> str:
    _answer(desk, print_ids, [len(plan.lines) for plan in plans])
    return "done"


def _answer(desk: Desk, print_ids: Sequence[int], printed: Sequence[int]) -> None:
    answers = [ConfirmPrint(*told) for told in zip(print_ids, printed, strict=True)]

    def confirm(tx: Tx) -> None:
        for answer in answers:
            confirm_print(tx, answer)

    desk.do(confirm)


def _sent_lines(plans: Sequence[BookPlan], files: Sequence[_File], state: str) -> tuple[str, ...]:
    count = sum(len(plan.lines) for plan in plans)
    pages = sum(len(file.pages) for file in files)
    targets = "、".join(str(file.target) for file in files)
    told = [f"{len(plans)} 本、{count} 行，共 {pages} 页：{targets}"]
    if state == "waiting":
        told.append("打好了用 print continue --book NO --confirm 答复，没打上用 --failed-from 行号")
    if any(plan.full for plan in plans):
        full = "、".join(plan.book.number for plan in plans if plan.full)
        told.append(f"写满了，其余的行要换折再登：{full}")
    return tuple(told)


def _files_json(files: Sequence[_File]) -> dict[str, Json]:
    pages = sum(len(file.pages) for file in files)
    return {"files": [str(file.target) for file in files], "pages": pages}
