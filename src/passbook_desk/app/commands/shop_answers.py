"""How the commands of the points shop answer: what happened in words, the same as data, and files."""

from collections.abc import Callable
from pathlib import Path

from passbook_desk.app.commands.answers import Context, Json
from passbook_desk.app.desk import Desk
from passbook_desk.app.printing import font_book
from passbook_desk.db.store import Scope
from passbook_desk.documents.files import check_target
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages, write_pdf
from passbook_desk.documents.sheet import Workbook
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.ledger.errors import UnknownAccount, WrongAccountNumber
from passbook_desk.features.ledger.queries import account_by_number
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.passbooks.books.errors import UnknownBook
from passbook_desk.features.passbooks.books.queries import book_by_number
from passbook_desk.features.redemption.counter.values import SlipRow
from passbook_desk.features.redemption.counter.words import collector_words, undone_words
from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.features.redemption.goods.words import limit_words
from passbook_desk.features.redemption.stock.values import PaperRow
from passbook_desk.features.redemption.stock.words import TITLES
from passbook_desk.kernel.acts import Act


def require_files(desk: Desk, context: Context) -> None:
    """Ask for leave, and for room, before anything is written. Raises NotAllowed and what the files raise."""
    given = context.arguments
    for path, act in ((given.pdf, Act.PRINT), (getattr(given, "xlsx", None), Act.EXPORT)):
        if path is not None:
            desk.require(act)
            check_target(Path(path))


def drawn(context: Context, draw: Callable[[Measure], tuple[Page, ...]]) -> tuple[Page, ...]:
    """The pages for --pdf, none where nobody asked for it. Raises CharactersNotPrintable."""
    if context.arguments.pdf is None:
        return ()
    fonts = font_book(context.places)
    pages = draw(Measure(fonts))
    check_pages(pages, fonts)
    return pages


def saved(
    context: Context, title: str, pages: tuple[Page, ...], workbook: Callable[[], Workbook] | None = None
) -> list[str]:
    """Write the files that were asked for; their names."""
    given = context.arguments
    files: list[str] = []
    if given.pdf is not None:
        write_pdf(pages, font_book(context.places), Path(given.pdf), title)
        files.append(given.pdf)
    if workbook is not None and given.xlsx is not None:
        write_xlsx(workbook(), Path(given.xlsx), context.clock.now())
        files.append(given.xlsx)
    return files


def saved_lines(files: list[str]) -> tuple[str, ...]:
    """Where the files are."""
    return tuple(f"已存为 {path}" for path in files)


def holder(scope: Scope, number: str) -> AccountRow:
    """The account with this number, or that of the paper book with it. Raises UnknownAccount,
    WrongAccountNumber.
    """
    try:
        return account_by_number(scope, number)
    except (UnknownAccount, WrongAccountNumber):
        try:
            return book_by_number(scope, number).account
        except UnknownBook:
            pass
        raise


def goods_line(row: GoodsRow) -> str:
    """001 肥皂 200克：5 分，库存 20 块，2026-10-01 到期."""
    points = "没有分值" if row.points is None else f"{row.points} 分"
    stock = "服务" if row.stock is None else f"库存 {row.stock} {row.unit}"
    parts = [points, stock]
    if row.expired:
        parts.append(f"过期 {row.expired}")
    if row.expires_on is not None:
        parts.append(f"最早 {row.expires_on} 到期")
    if row.low:
        parts.append(f"低于下限 {row.reorder_least}")
    if row.limit_count is not None:
        parts.append(limit_words(row))
    if row.retired_on is not None:
        parts.append(f"{row.retired_on} 停用")
    return f"{row.code} {row.called}：{'，'.join(parts)}"


def goods_json(row: GoodsRow) -> dict[str, Json]:
    """Goods as data."""
    return {
        "code": row.code,
        "name": row.name,
        "spec": row.spec,
        "unit": row.unit,
        "category": row.category,
        "kind": row.kind.value,
        "barcode": row.barcode,
        "points": None if row.points is None else str(row.points),
        "stock": row.stock,
        "expired": row.expired,
        "expires_on": None if row.expires_on is None else row.expires_on.isoformat(),
        "least": row.reorder_least,
        "low": row.low,
        "limit": row.limit_count,
        "per": row.limit_period.value,
        "wanted": row.wanted,
        "remark": row.remark,
        "retired_on": None if row.retired_on is None else row.retired_on.isoformat(),
    }


def paper_lines(done: str, paper: PaperRow) -> tuple[str, ...]:
    """What came or went with a paper."""
    items = [f"  {item.code} {item.name} {abs(item.quantity)} {item.unit}" for item in paper.items]
    return (f"{done}{TITLES[paper.kind]} {paper.number}：{paper.outlet}，{paper.pieces} 件", *items)


def paper_json(paper: PaperRow, files: list[str]) -> dict[str, Json]:
    """A paper of stock as data."""
    return {
        "number": paper.number,
        "kind": paper.kind.value,
        "outlet": paper.outlet,
        "on": paper.done_on.isoformat(),
        "pieces": paper.pieces,
        "items": [
            {
                "code": item.code,
                "name": item.name,
                "quantity": item.quantity,
                "batch": item.batch_number,
                "expires_on": None if item.expires_on is None else item.expires_on.isoformat(),
            }
            for item in paper.items
        ],
        "files": files,
    }


def slip_lines(slip: SlipRow) -> tuple[str, ...]:
    """A slip with what was given for it."""
    items = [
        f"  {item.code} {item.name} {item.quantity} {item.unit}，{item.points} 分" for item in slip.items
    ]
    head = f"{slip.number} {slip.redeemed_on} {slip.account.owner_name}（{slip.account.number}）"
    by = f"，{collector_words(slip)}" if slip.collector else ""
    return (
        f"{head}：{slip.points} 分，兑换前 {slip.before}，剩 {slip.left}{by}",
        *items,
        *filter(None, (undone_words(slip),)),
    )


def slip_json(slip: SlipRow) -> dict[str, Json]:
    """A slip as data."""
    return {
        "number": slip.number,
        "account": slip.account.number,
        "household": slip.account.owner_code,
        "name": slip.account.owner_name,
        "outlet": slip.outlet,
        "on": slip.redeemed_on.isoformat(),
        "points": str(slip.points),
        "before": str(slip.before),
        "left": str(slip.left),
        "collector": slip.collector,
        "relation": slip.relation,
        "items": [
            {
                "code": item.code,
                "name": item.name,
                "quantity": item.quantity,
                "points": str(item.points),
            }
            for item in slip.items
        ],
        "undone_on": None if slip.undone_on is None else slip.undone_on.isoformat(),
        "goods_back": slip.goods_back,
    }
