"""Whatever a village adopts goes out as a workbook and comes back without a difference."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from passbook_desk.documents.sheet import Sheet
from passbook_desk.features.catalogue.draft_text import draft_from, draft_text
from passbook_desk.features.catalogue.limit_text import scope_of
from passbook_desk.features.catalogue.reading import catalogue_from_workbook
from passbook_desk.features.catalogue.rules import check_items, direction_of, value_kind_for
from passbook_desk.features.catalogue.sheets import draft_workbook
from passbook_desk.features.catalogue.values import (
    NO_VALUE,
    Direction,
    Draft,
    Effect,
    Holder,
    ItemDraft,
    Limit,
    LimitPeriod,
    Measure,
    ValueKind,
    Veto,
    VetoTerm,
)
from passbook_desk.features.intake.reading import (
    CellKind,
    CellValue,
    RowCells,
    SheetRows,
    WorkbookRows,
)
from passbook_desk.kernel.points import Points

CAPS = ("", "每天1次", "每月不超过20分", "3分/次", "同一事取最高", "每评1次", "单项25分封顶", "不限")
UNITS = ("次", "人·次", "小时", "月", "处", "季·户")
texts = st.text(alphabet="志愿服务调解纠纷迟到早退/、（）()“”·１2 ，；", min_size=1, max_size=14).map(
    lambda words: f"某{words.strip()}事".replace("  ", " ")
)
remarks = st.sampled_from(("", "由村委会定", "须提前报备；过期不补", "一票否决", "1.看照片 2.看证书"))
limits = st.builds(
    lambda period, times, number, holder: Limit(
        Direction.CAP,
        period,
        Measure.TIMES if times else Measure.POINTS,
        number if times else Points(number),
        holder,
    ),
    st.sampled_from(LimitPeriod),
    st.booleans(),
    st.integers(1, 99_999),
    st.sampled_from([None, *Holder]),
)


def different(found: list[Limit]) -> tuple[Limit, ...]:
    return tuple({scope_of(limit): limit for limit in found}.values())


@st.composite
def items(draw: st.DrawFn, code: str) -> ItemDraft:
    holders = draw(st.sets(st.sampled_from(Holder), min_size=1))
    held = tuple(holder for holder in Holder if holder in holders)
    first = draw(st.integers(1, 50_000).map(Points))
    second = draw(st.one_of(st.just(first), st.integers(1, 50_000).map(Points)))
    least, most, unit = min(first, second), max(first, second), draw(st.sampled_from(UNITS))
    if draw(st.booleans()):
        least, most = -most, -least
    effect = draw(st.sampled_from(Effect))
    veto = draw(st.sampled_from(Veto))
    item = ItemDraft(
        code=code,
        category=draw(st.sampled_from(("生态保护", "遵纪守法", "茶产业", "党员", "商铺"))),
        name=draw(texts),
        value_kind=ValueKind.RANGE if least != most else value_kind_for(unit),
        least=least,
        most=most,
        unit=unit,
        cap=draw(st.sampled_from(CAPS)),
        holders=held,
        source=draw(st.sampled_from(("", "申报", "理事会核查"))),
        remark=draw(remarks),
        enabled=draw(st.booleans()),
        line_no=draw(st.one_of(st.none(), st.integers(1, 99))),
        effect=Effect.COUNTED if effect is Effect.GIFT and most < NO_VALUE else effect,
        evidence=draw(st.sampled_from(("", "照片", "派出所通报、村委会证明"))),
        veto=veto,
        veto_term=VetoTerm.NONE
        if veto is Veto.NONE
        else draw(st.sampled_from([term for term in VetoTerm if term is not VetoTerm.NONE])),
    )
    if draw(st.integers(0, 9)) == 0:
        return replace(
            item, value_kind=ValueKind.UNSET, least=NO_VALUE, most=NO_VALUE, unit="次", enabled=False
        )
    own = [
        replace(limit, direction=direction_of(item), holder=limit.holder if len(held) > 1 else None)
        for limit in draw(st.lists(limits, max_size=3))
        if limit.holder is None or limit.holder in held
    ]
    return replace(item, limits=different(own))


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    codes = draw(st.sets(st.integers(101, 999), min_size=1, max_size=8))
    rows = tuple(draw(items(str(code))) for code in sorted(codes))
    sure = replace(rows[0], value_kind=ValueKind.FIXED, least=Points(100), most=Points(100), unit="次")
    sure = replace(sure, enabled=True, limits=())
    return Draft("会议", (sure, *rows[1:]), different(draw(st.lists(limits, max_size=2))))


def as_read(sheet: Sheet) -> WorkbookRows:
    """The cells of a sheet of ours as a reader finds them in the file."""
    rows = tuple(
        RowCells(
            number,
            tuple(
                CellValue(CellKind.EMPTY, "")
                if cell.value in (None, "")
                else CellValue(CellKind.TEXT, str(cell.value))
                for cell in row
            ),
        )
        for number, row in enumerate(sheet.rows, start=1)
    )
    return WorkbookRows("0" * 64, "细则.xlsx", (SheetRows(sheet.name, rows),))


@settings(max_examples=150, deadline=None)
@given(drafts())
def test_every_catalogue_comes_back_as_it_went_out(draft: Draft) -> None:
    check_items(draft.items, ())
    again = catalogue_from_workbook(as_read(draft_workbook(draft).sheets[0]))
    assert again.items == draft.items
    assert again.limits == draft.limits
    assert draft_from(draft.source, draft_text(draft)) == draft
