"""export roster, export checkin, print roster."""

from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.printing import font_book
from passbook_desk.documents.files import check_target
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import write_pdf
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.catalogue.rules import household_items
from passbook_desk.features.households.roster.checkin import checkin_workbook, new_batch
from passbook_desk.features.households.roster.content import roster_content, unmasked_roster
from passbook_desk.features.households.roster.paper import roster_pages, texts_of
from passbook_desk.features.households.roster.sheets import roster_workbook
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.errors import UserError


class ReasonWithoutUnmasked(UserError):
    """A reason was given for whole numbers, yet these were not asked for."""

    code = "app.reason-without-unmasked"


def roster(context: Context) -> Answer:
    """Write the roster as a workbook; whole numbers only with a reason, which the audit chain keeps."""
    given = context.arguments
    target = Path(given.output)
    if given.reason is not None and not given.unmasked:
        raise ReasonWithoutUnmasked
    check_target(target)
    with context.desk() as desk:
        desk.require(Act.EXPORT)
        if given.unmasked:
            content = desk.do(lambda tx: unmasked_roster(tx, given.grid, given.reason or ""))
        else:
            content = desk.ask(lambda scope: roster_content(scope, given.grid))
        write_xlsx(roster_workbook(content, masked=not given.unmasked), target, context.clock.now())
    numbers = "号码写全，已记入留痕" if given.unmasked else "号码已打码，不含人员类别和备注"
    return Answer(
        (f"花名册 {content.households} 户 {content.residents} 人（{numbers}）已存为 {target}",),
        {
            "file": str(target),
            "households": content.households,
            "residents": content.residents,
            "masked": not given.unmasked,
        },
    )


def checkin(context: Context) -> Answer:
    """Write the check-in sheets of one grid or of all."""
    given = context.arguments
    target = Path(given.output)
    check_target(target)
    batch = new_batch()
    with context.desk() as desk:
        desk.require(Act.EXPORT)
        content, items = desk.ask(
            lambda scope: (roster_content(scope, given.grid), items_in_force(scope, scope.today))
        )
        write_xlsx(checkin_workbook(content, household_items(items), batch), target, context.clock.now())
    return Answer(
        (f"打卡表 {len(content.grids)} 张（每个网格一张）已存为 {target}",),
        {"file": str(target), "grids": [grid.grid.code for grid in content.grids], "batch": batch},
    )


def print_roster(context: Context) -> Answer:
    """Print the rosters of one grid or of all into one PDF, phones masked."""
    given = context.arguments
    target = Path(given.output)
    fonts = font_book(context.places)
    with context.desk() as desk:
        desk.require(Act.PRINT)
        content = desk.ask(lambda scope: roster_content(scope, given.grid))
    fonts.check(texts_of(content))
    pages = roster_pages(content, Measure(fonts))
    write_pdf(pages, fonts, target, f"{content.village_name}花名册")
    return Answer(
        (f"花名册 {len(content.grids)} 个网格 {content.households} 户，共 {len(pages)} 页：{target}",),
        {
            "file": str(target),
            "households": content.households,
            "residents": content.residents,
            "pages": len(pages),
        },
    )
