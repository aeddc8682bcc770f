"""Rosters as clerks keep them, written with openpyxl; and the way a roster goes into a village."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from builders.village import Village
from passbook_desk.features.households.commands import PARTS, ROSTER_BATCH, import_roster
from passbook_desk.features.households.id_numbers import check_character
from passbook_desk.features.households.roster.planning import plan_roster
from passbook_desk.features.households.values import RosterReport
from passbook_desk.features.intake.commands import open_batch
from passbook_desk.features.intake.reading import WorkbookRows, read_workbook
from passbook_desk.features.intake.undoing import UndoRules, undo_batch
from passbook_desk.features.intake.values import UndoResult
from passbook_desk.kernel.jobs import NullProgress, Progress

HEADER = (
    "网格编码",
    "网格名称",
    "户编号",
    "户主姓名",
    "姓名",
    "性别",
    "公民身份号码",
    "出生日期",
    "与户主关系",
    "联系电话",
    "住址",
    "政治面貌",
    "人员类别",
    "居住状态",
    "备注",
)
SAMPLES = Path(__file__).resolve().parent.parent / "samples"
Row = dict[str, object]


def id_number(born: str, order: int) -> str:
    """A valid invented ID: "19711112", 933 → 14010819711112933X; odd orders are men."""
    first_17 = f"140108{born}{order:03d}"
    return first_17 + check_character(first_17)


def line(household: str, head: str, name: str, relation: str, born: str, order: int, **other: object) -> Row:
    """A row of the standard roster; `other` replaces cells by their column title."""
    row: Row = {
        "网格编码": f"140108203211{int(household[:2]):03d}",
        "网格名称": f"第{'零一二三四五六七八九'[int(household[:2])]}网格",
        "户编号": household,
        "户主姓名": head,
        "姓名": name,
        "性别": "男" if order % 2 else "女",
        "公民身份号码": id_number(born, order),
        "出生日期": f"{born[:4]}-{born[4:6]}-{born[6:]}",
        "与户主关系": relation,
        "联系电话": f"138{order:04d}{born[4:]}",
        "住址": f"清泉村{int(household[2:])}号",
        "政治面貌": "群众",
        "人员类别": None,
        "居住状态": "常住",
        "备注": None,
    }
    return {**row, **other}


def three_households() -> list[Row]:
    """A couple with a daughter-in-law and a tag, a party member alone, and a household of another grid."""
    return [
        line("01001", "王建国", "王建国", "户主", "19600304", 901),
        line("01001", "王建国", "单秀英", "配偶", "19620811", 902, 人员类别="低保、残疾"),
        line("01001", "王建国", "赵晓梅", "儿媳", "19900101", 904, 居住状态="外出"),
        line("01002", "李卫东", "李卫东", "户主", "19750520", 903, 政治面貌="中共党员", 备注="网格员"),
        line("02001", "买买提·吐尔逊", "买买提·吐尔逊", "户主", "19550607", 905),
    ]


def save_roster(path: Path, rows: Sequence[Row], sheet: str = "花名册") -> Path:
    """Write rows under the standard header; text stays text, as IDs must."""
    return save_sheets(path, {sheet: [HEADER, *([row.get(title) for title in HEADER] for row in rows)]})


def save_sheets(path: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
    """Write a workbook of plain sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def reread(path: Path) -> WorkbookRows:
    """The workbook as the program reads it."""
    return read_workbook(path, NullProgress())


def dry_run(village: Village, path: Path) -> RosterReport:
    """What importing would do."""
    with village.read() as scope:
        return plan_roster(scope, reread(path), village.key).report


def bring_in(village: Village, path: Path, progress: Progress | None = None) -> RosterReport:
    """Plan and apply in one transaction, as the program does; nothing to do opens no batch."""
    workbook = reread(path)
    with village.write() as tx:
        plan = plan_roster(tx, workbook, village.key)
        if not plan.report.has_changes:
            return plan.report
        batch = open_batch(tx, ROSTER_BATCH, workbook, plan.mapping)
        report = import_roster(tx, plan, batch, progress or NullProgress())
        batch.seal()
        return report


def take_back(village: Village, number: int, rules: UndoRules | None = None) -> UndoResult:
    """Undo an import."""
    figures = frozenset({"account_balance", "account_month"})
    with village.write() as tx:
        return undo_batch(tx, number, rules or UndoRules(figures=figures, parts=PARTS))


def day(text: str) -> date:
    """A day from 2026-03-10."""
    return date.fromisoformat(text)
