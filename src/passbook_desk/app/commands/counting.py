"""rank, report week, report month, close period, run."""

from collections.abc import Callable
from pathlib import Path

from passbook_desk.app.commands.answers import Answer, Context, Json
from passbook_desk.app.printing import font_book
from passbook_desk.db.store import Scope
from passbook_desk.documents.files import check_target
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.pdf_pen import write_pdf
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.ledger.counting import words
from passbook_desk.features.ledger.counting.paper import count_pages, count_picture, texts_of
from passbook_desk.features.ledger.counting.queries import count_sheet
from passbook_desk.features.ledger.counting.run_values import RunKind, RunNote, RunPlan, RunRow
from passbook_desk.features.ledger.counting.runs import apply_run, plan_run
from passbook_desk.features.ledger.counting.sheets import count_workbook
from passbook_desk.features.ledger.counting.telling import tell_count
from passbook_desk.features.ledger.counting.values import By, CountRow, CountSheet, Participation
from passbook_desk.features.ledger.periods import (
    ClosePeriod,
    ReopenPeriod,
    close_days,
    closed_by_hand,
    reopen_days,
)
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import parse_iso_date
from passbook_desk.kernel.periods import Period, PeriodKind

_NOTES = {RunNote.NEGATIVE: "欠分不动", RunNote.PENDING: "有申报待审", RunNote.NEWER: "新得的不动"}


class OtherPeriod(UserError):
    """A report of a week or a month was asked for with a period of another length. Params: `text`."""

    code = "app.other-period"


def rank(context: Context) -> Answer:
    """The count of a period in the order of its ranks, on the screen and as the files asked for."""
    given = context.arguments
    period = Period.parse(given.week or given.month or given.quarter or given.year)
    return _told(context, lambda _: period, ranked=True)


def report(context: Context) -> Answer:
    """The week's count, or the month's comparison, of the last one that is over or of the one named."""
    given = context.arguments
    weekly = given.action == "week"
    kind = PeriodKind.WEEK if weekly else PeriodKind.MONTH

    def chosen(scope: Scope) -> Period:
        return Period.of(kind, scope.today, policy(scope).cut_off_day).previous()

    named = _named(given.period, kind) if given.period else None
    return _told(context, chosen if named is None else lambda _: named, ranked=not weekly)


def _named(text: str, kind: PeriodKind) -> Period:
    """Raises NotAPeriod, and OtherPeriod for one of another length."""
    found = Period.parse(text)
    if found.kind is not kind:
        raise OtherPeriod(text=text, field="period")
    return found


def _told(context: Context, choose: Callable[[Scope], Period], *, ranked: bool) -> Answer:
    """A count by `--by`, on the screen and as the files asked for; files of a period that is over are noted,
    so that the village's calendar ticks it off.
    """
    given = context.arguments
    for path in (given.pdf, given.xlsx, given.picture):
        if path is not None:
            check_target(Path(path))
    with context.desk() as desk:
        if given.pdf is not None:
            desk.require(Act.PRINT)
        if given.xlsx is not None or given.picture is not None:
            desk.require(Act.EXPORT)
        sheet = desk.ask(lambda scope: count_sheet(scope, choose(scope), By(given.by), ranked=ranked))
        answer = _made(context, sheet)
        if given.pdf or given.xlsx or given.picture:
            desk.do(lambda tx: tell_count(tx, sheet))
    return answer


def _made(context: Context, sheet: CountSheet) -> Answer:
    given = context.arguments
    files: list[str] = []
    if given.pdf is not None:
        fonts = font_book(context.places)
        fonts.check(texts_of(sheet))
        write_pdf(count_pages(sheet, Measure(fonts)), fonts, Path(given.pdf), words.title(sheet))
        files.append(given.pdf)
    if given.xlsx is not None:
        write_xlsx(count_workbook(sheet), Path(given.xlsx), context.clock.now())
        files.append(given.xlsx)
    if given.picture is not None:
        from passbook_desk.app.picture import picture_of_page

        fonts = font_book(context.places)
        fonts.check(texts_of(sheet))
        picture_of_page(count_picture(sheet, Measure(fonts)), Path(given.picture), fonts)
        files.append(given.picture)
    return Answer(
        (
            words.title(sheet),
            *words.facts(sheet),
            *([_count_line(sheet, row) for row in words.listed(sheet)] or [words.NOBODY]),
            *(f"已存为 {path}" for path in files),
        ),
        {**_sheet_data(sheet), "files": files},
    )


def _count_line(sheet: CountSheet, row: CountRow) -> str:
    place = "" if row.rank is None else f"第 {row.rank} 名 "
    who = words.name_of(row) if sheet.by.of_places else f"{row.code} {row.name}"
    part = f"，{row.households} 户中 {row.recorded} 户有记录" if sheet.by.of_places else ""
    return f"{place}{who}：得分 {row.score}，上期 {row.before}，结余 {row.closing}{part}"


def _sheet_data(sheet: CountSheet) -> dict[str, Json]:
    return {
        "period": str(sheet.period),
        "first_on": sheet.span.first.isoformat(),
        "last_on": sheet.span.last.isoformat(),
        "running": sheet.running,
        "by": sheet.by.value,
        "households": sheet.households,
        "recorded": sheet.recorded,
        "participation": Participation(sheet.households, sheet.recorded).percent,
        "silent": list(sheet.silent),
        "rows": [
            {
                "rank": row.rank,
                "code": row.code,
                "name": words.name_of(row),
                "grid": row.grid_name,
                **_figures(row),
            }
            for row in sheet.rows
        ],
        "total": _figures(sheet.total),
    }


def _figures(row: CountRow) -> dict[str, Json]:
    return {
        "households": row.households,
        "recorded": row.recorded,
        "credits": str(row.credits),
        "debits": str(row.debits),
        "redeemed": str(row.redeemed),
        "closing": str(row.closing),
        "score": str(row.score),
        "before": str(row.before),
        "average": None if row.average is None else str(row.average),
    }


def close_period_days(context: Context) -> Answer:
    """Close a period, or open it again with a reason."""
    given = context.arguments
    period = Period.parse(given.period)
    with context.desk() as desk:
        if given.reopen:
            row = desk.ask(lambda scope: closed_by_hand(scope, period))
            opening = ReopenPeriod(new_uid(), row.uid, given.reason or "")
            span = desk.do(lambda tx: reopen_days(tx, opening))
        else:
            span = desk.do(lambda tx: close_days(tx, ClosePeriod(new_uid(), period)))
    done = "已重新打开" if given.reopen else "已关账"
    return Answer(
        (f"{period.chinese}{done}：{words.days(span)}",),
        {
            "period": str(period),
            "first_on": span.first.isoformat(),
            "last_on": span.last.isoformat(),
            "closed": not given.reopen,
        },
    )


def run(context: Context) -> Answer:
    """The dry list of a run, and with --apply its lines."""
    given = context.arguments
    kind = RunKind(given.action)
    on = context.clock.today() if given.on is None else parse_iso_date(given.on)
    uid = given.uid or new_uid()
    with context.desk() as desk:
        plan = desk.ask(lambda scope: plan_run(scope, kind, on, uid))
        seqs = desk.do(lambda tx: apply_run(tx, plan)).seqs if given.apply else ()
    lines = [_run_line(row) for row in plan.rows]
    told = f"已记 {len(seqs)} 笔" if given.apply else "只列清单，没有记账；加 --apply 才执行"
    return Answer((f"{plan.name}：{_run_sums(plan)}", *lines, told), _run_data(plan, seqs))


def _run_line(row: RunRow) -> str:
    what = f"基础分 {row.granted}" if row.granted else f"清 {row.taken}，结转 {row.kept}"
    notes = "".join(f"（{_NOTES[note]}）" for note in row.notes)
    code = row.account.owner_code
    return f"{row.account.number} {code} {row.account.owner_name}：可用 {row.spendable}，{what}{notes}"


def _run_sums(plan: RunPlan) -> str:
    if plan.granted:
        return f"{len(plan.moving)} 本，基础分 {plan.granted}"
    return f"{len(plan.moving)} 本，清 {plan.taken}，结转 {plan.kept}"


def _run_data(plan: RunPlan, seqs: tuple[int, ...]) -> dict[str, Json]:
    return {
        "name": plan.name,
        "kind": plan.kind.value,
        "on": plan.on.isoformat(),
        "until": plan.until.isoformat(),
        "applied": bool(seqs),
        "voucher": plan.uid if seqs else None,
        "lines": list(seqs),
        "taken": str(plan.taken),
        "kept": str(plan.kept),
        "granted": str(plan.granted),
        "rows": [
            {
                "account": row.account.number,
                "household": row.account.owner_code,
                "name": row.account.owner_name,
                "spendable": str(row.spendable),
                "taken": str(row.taken),
                "kept": str(row.kept),
                "granted": str(row.granted),
                "notes": [note.value for note in row.notes],
            }
            for row in plan.rows
        ],
    }
