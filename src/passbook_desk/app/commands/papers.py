"""print passbooks."""

from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.printing import font_book
from passbook_desk.db.store import Scope
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import write_pdf
from passbook_desk.features.households.queries import grid_by_code
from passbook_desk.features.ledger.errors import NobodyChosen
from passbook_desk.features.ledger.queries import account_by_number, accounts
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.paper import passbook_pages, texts_of
from passbook_desk.features.passbooks.queries import passbook_content
from passbook_desk.kernel.acts import Act


def passbooks(context: Context) -> Answer:
    """Print books as they stand today into one PDF; the print is logged once the file is whole."""
    target = Path(context.arguments.output)
    fonts = font_book(context.places)
    measure = Measure(fonts)
    with context.desk() as desk:
        desk.require(Act.PRINT)
        chosen = desk.ask(lambda scope: _chosen(scope, context))
        contents = desk.ask(
            lambda scope: passbook_content(scope, [row.id for row in chosen], context.clock.today())
        )
        if not contents:
            raise NobodyChosen(field="account")
        fonts.check(texts_of(contents))
        pages = [page for content in contents for page in passbook_pages(content, measure)]
        write_pdf(pages, fonts, target, "红绿存折")
        desk.do(lambda tx: log_printouts(tx, contents))
    return Answer(
        (f"已打印 {len(contents)} 本，共 {len(pages)} 页：{target}",),
        {"file": str(target), "passbooks": len(contents), "pages": len(pages)},
    )


def _chosen(scope: Scope, context: Context) -> tuple[AccountRow, ...]:
    given = context.arguments
    if given.account:
        return tuple(account_by_number(scope, number, closed_too=True) for number in given.account)
    colour = None if given.colour is None else Colour(given.colour)
    grid_code = None if given.grid is None else grid_by_code(scope, given.grid).code
    return accounts(scope, grid_code=grid_code, colour=colour)
