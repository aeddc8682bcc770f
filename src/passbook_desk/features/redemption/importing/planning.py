"""Comparing a list of goods with the file: what is new, what is known, what is doubtful."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.households.roster.cells import Note, check, must_fix
from passbook_desk.features.intake.commands import UNDONE
from passbook_desk.features.intake.model import Batch, BatchRow
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.table import FoundTable
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.features.redemption.goods.queries import goods_rows, outlets, prices
from passbook_desk.features.redemption.goods.rules import code_key
from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow, OutletRow, PriceRow
from passbook_desk.features.redemption.importing.fields import FIELDS
from passbook_desk.features.redemption.importing.reading import ReadRow, read_goods
from passbook_desk.features.redemption.importing.values import (
    Fate,
    GoodsChoices,
    GoodsLine,
    GoodsPlan,
    SaidGoods,
)
from passbook_desk.features.redemption.model import Goods, StockBatch, StockMove
from passbook_desk.kernel.points import Points
from passbook_desk.kernel.search import fold

_TAKEN: Final = {"code": "goods_code_taken", "barcode": "goods_barcode_taken"}
_TWICE: Final = {"code": "goods_code_twice", "barcode": "goods_barcode_twice", "name": "goods_twice"}


@dataclass(frozen=True, slots=True)
class _Known:
    """Goods of the file: with every price, whether an undone import left them, whether any piece moved."""

    row: GoodsRow
    costs: tuple[PriceRow, ...]
    came_undone: bool
    moved: bool

    @property
    def points(self) -> Points | None:
        """What a piece costs today, or by the price that was set last."""
        if self.row.points is not None or not self.costs:
            return self.row.points
        return self.costs[-1].points


@dataclass(slots=True)
class _Draft:
    """A row while it is compared."""

    said: SaidGoods
    notes: list[tuple[str, Note]] = field(default_factory=list)
    problem: str = ""
    known: _Known | None = None
    fate: Fate = Fate.OUT
    prices: bool = False
    stocks: bool = False

    def note(self, key: str, note: Note) -> None:
        """Remember what was noticed; the first thing that keeps the row out is its problem."""
        self.notes.append((key, note))
        if note.severity is Severity.MUST_FIX and not self.problem:
            self.problem = note.kind


def plan_goods(scope: Scope, workbook: WorkbookRows, choices: GoodsChoices | None = None) -> GoodsPlan:
    """Read a list of goods and compare it with the file. Writes nothing.

    Goods are known by their code, else by their barcode, else by name and specification. What the file holds
    of them stays; where the list says otherwise it is told. Raises NoHeaderFound.
    """
    chosen = choices or GoodsChoices()
    read = read_goods(workbook, chosen, scope.today)
    drafts = _drafts(_known_goods(scope), read.rows, chosen)
    _same_looking(drafts)
    tables = {table.sheet: table for table in read.tables}
    places = outlets(scope)
    return GoodsPlan(
        workbook=workbook,
        tables=read.tables,
        mapping="；".join(f"{table.sheet}：{table.described(FIELDS)}" for table in read.tables),
        lines=tuple(_line(draft, tables[draft.said.sheet]) for draft in drafts),
        notes=read.notes,
        choices=chosen,
        from_on=chosen.from_on or scope.today,
        outlets=places,
        outlet=_outlet(places, chosen.outlet_id),
        passed=read.passed,
    )


def _outlet(places: Sequence[OutletRow], chosen: int | None) -> OutletRow | None:
    """The place that was chosen, else the first one; None where there is none yet."""
    return next((place for place in places if place.id == chosen), places[0] if places else None)


def _known_goods(scope: Scope) -> list[_Known]:
    rows = goods_rows(scope, retired_too=True)
    costs = prices(scope, [row.id for row in rows])
    undone, moved = _undone_goods(scope), moved_goods(scope)
    return [
        _Known(
            row=row,
            costs=costs.get(row.id, ()),
            came_undone=row.retired_on is not None and row.uid in undone,
            moved=row.id in moved,
        )
        for row in rows
    ]


def _undone_goods(scope: Scope) -> frozenset[str]:
    """Goods whose latest import was taken back."""
    rows = scope.session.execute(
        select(BatchRow.subject_uid, Batch.state)
        .join(Batch, Batch.id == BatchRow.batch_id)
        .where(Batch.village_id == scope.village_id, BatchRow.subject_table == Goods.__tablename__)
        .order_by(Batch.id)
    )
    latest = {uid: state for uid, state in rows}
    return frozenset(uid for uid, state in latest.items() if state == UNDONE)


def moved_goods(scope: Scope, but_papers: Collection[int] = ()) -> frozenset[int]:
    """Goods with a movement that stands: neither taken back nor itself taking another back.

    Movements of `but_papers` do not count.
    """
    back = aliased(StockMove)
    rows = scope.session.execute(
        select(StockBatch.goods_id, StockMove.paper_id)
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .outerjoin(back, back.reverses_id == StockMove.id)
        .where(StockMove.village_id == scope.village_id, StockMove.reverses_id.is_(None), back.id.is_(None))
    )
    return frozenset(goods_id for goods_id, paper_id in rows if paper_id not in but_papers)


class _Shelf:
    """The goods of the file by code, barcode, and name with specification."""

    def __init__(self, known: Iterable[_Known]) -> None:
        self._codes: dict[str, _Known] = {}
        self._scanned: dict[str, _Known] = {}
        self._names: dict[tuple[str, str], list[_Known]] = {}
        for each in known:
            self._codes[code_key(each.row.code)] = each
            for text in filter(None, (each.row.barcode, each.row.code)):
                self._scanned[fold(text)] = each
            self._names.setdefault(_name(each.row.name, each.row.spec), []).append(each)

    def find(self, draft: _Draft, own: bool) -> None:
        """The goods a row means; `own`: the clerk says that they are goods of their own."""
        said = draft.said
        for key, other in (
            ("code", self._codes.get(code_key(said.code)) or self._scanned.get(fold(said.code))),
            ("barcode", self._scanned.get(fold(said.barcode))),
        ):
            if other is None:
                continue
            if fold(other.row.name) == fold(said.name):
                draft.known = other
            else:
                told = {"said": getattr(said, key), "name": other.row.name}
                draft.note(key, must_fix(_TAKEN[key], **told))
            return
        alike = self._names.get(_name(said.name, said.spec), [])
        if own or not alike:
            return
        if len(alike) > 1:
            codes = "、".join(each.row.code for each in alike)
            draft.note("name", must_fix("goods_ambiguous", name=said.called, codes=codes))
            return
        (draft.known,) = alike
        if said.code:
            draft.note("code", check("goods_other_code", said=said.code, was=draft.known.row.code))


def _name(name: str, spec: str) -> tuple[str, str]:
    return fold(name), fold(spec)


def _drafts(known: Iterable[_Known], rows: Iterable[ReadRow], chosen: GoodsChoices) -> list[_Draft]:
    shelf = _Shelf(known)
    seen: dict[tuple[str, ...], SaidGoods] = {}
    drafts = []
    for row in rows:
        draft = _Draft(row.said)
        for key, note in row.notes:
            draft.note(key, note)
        own = row.said.where in chosen.accepted
        if row.said.name:
            _check_twice(draft, seen, own)
            shelf.find(draft, own)
        _settle(draft)
        drafts.append(draft)
    return drafts


def _check_twice(draft: _Draft, seen: dict[tuple[str, ...], SaidGoods], own: bool) -> None:
    """A code, a barcode, or name and specification that stand in an earlier row too.

    Two codes tell two kinds of goods, whatever they are called: the clerk is asked to look.
    """
    said = draft.said
    for key in ("code", "barcode"):
        text = getattr(said, key)
        alike = code_key(text) if key == "code" else fold(text)
        found = [seen.setdefault(place, said) for place in ((key, alike), ("", fold(text)))] if text else []
        for earlier in (each for each in found if each is not said):
            told = {"said": text, "row": _row_of(earlier, said), "name": earlier.called}
            draft.note(key, must_fix(_TWICE[key], **told))
            return
    earlier = seen.setdefault(("name", *_name(said.name, said.spec)), said)
    if earlier is said:
        return
    told = {"row": _row_of(earlier, said), "name": earlier.called}
    if own or (said.code and earlier.code):
        draft.note("name", check("goods_same_name", **told))
    else:
        draft.note("name", must_fix(_TWICE["name"], **told))


def _row_of(earlier: SaidGoods, said: SaidGoods) -> str:
    return f"{earlier.row}" if earlier.sheet == said.sheet else f"{earlier.row}（{earlier.sheet}）"


def _settle(draft: _Draft) -> None:
    said, known = draft.said, draft.known
    if draft.problem:
        return
    if known is not None and known.row.retired_on is not None and not known.came_undone:
        draft.note("name", must_fix("goods_retired", name=known.row.name, code=known.row.code))
        return
    draft.prices = said.points is not None
    draft.stocks = bool(said.stock) and said.kind is GoodsKind.GOODS
    if known is None:
        draft.fate = Fate.NEW
    elif known.came_undone:
        draft.fate = Fate.BACK
        draft.prices = draft.prices and known.points != said.points
    else:
        draft.prices = draft.prices and not known.costs
        draft.stocks = draft.stocks and not known.moved and known.row.kind is GoodsKind.GOODS
        draft.fate = Fate.ADD if draft.prices or draft.stocks else Fate.SAME
        _compare(draft, known)


def _compare(draft: _Draft, known: _Known) -> None:
    """Where the list and the file part: what stands in the file is not changed by a list."""
    said, row = draft.said, known.row
    pairs = (
        ("points", "兑换分值", known.points, said.points if known.costs else None),
        ("stock", "库存", row.stock, None if draft.stocks else said.stock),
        ("least", "最低库存", row.reorder_least, said.least or None),
        ("spec", "规格", row.spec, said.spec if fold(said.spec) != fold(row.spec) else None),
    )
    for key, title, was, now in pairs:
        if now is not None and was is not None and now != was:
            told = {"code": row.code, "title": title, "was": str(was), "said": str(now)}
            draft.note(key, check("goods_differs", **told))


def _same_looking(drafts: Sequence[_Draft]) -> None:
    """玉米油 5L and 食用油 5L for the same points are two kinds of goods; the clerk is told, not asked."""
    looks: dict[tuple[str, str, Points | None], list[SaidGoods]] = {}
    for draft in drafts:
        said = draft.said
        if draft.fate is not Fate.NEW or not said.spec or said.points is None:
            continue
        alike = looks.setdefault((fold(said.category), fold(said.spec), said.points), [])
        for earlier in alike:
            if earlier.name != said.name and set(earlier.name) & set(said.name):
                told = {"row": _row_of(earlier, said), "name": earlier.name}
                draft.note("name", check("goods_same_looking", **told))
                break
        alike.append(said)


def _line(draft: _Draft, table: FoundTable) -> GoodsLine:
    found = tuple(
        Finding(draft.said.sheet, draft.said.row, table.letters(key), note.severity, note.kind, note.params)
        for key, note in draft.notes
    )
    return GoodsLine(
        said=draft.said,
        fate=draft.fate,
        findings=found,
        problem=next((each for each in found if each.severity is Severity.MUST_FIX), None),
        goods_id=None if draft.known is None else draft.known.row.id,
        code=draft.said.code if draft.known is None else draft.known.row.code,
        acceptable=draft.problem == _TWICE["name"],
        prices=draft.prices and draft.fate is not Fate.OUT,
        stocks=draft.stocks and draft.fate is not Fate.OUT,
    )
