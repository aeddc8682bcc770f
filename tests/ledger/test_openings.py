"""Balances brought along in a workbook."""

from datetime import date
from pathlib import Path

from builders.rosters import reread, save_sheets
from builders.village import Village, catalogue, household, new_village
from passbook_desk.features.ledger.openings import apply_openings, plan_openings
from passbook_desk.features.ledger.queries import balances
from passbook_desk.features.village.commands import change_village
from passbook_desk.features.village.queries import village as village_row
from passbook_desk.features.village.values import ChangeVillage
from passbook_desk.kernel.points import Points


def granting_village(folder: Path, base: str) -> Village:
    """A village that grants base points, with one household 01001."""
    village = new_village(folder)
    with village.write() as tx:
        catalogue(tx)
        here = village_row(tx)
        change = ChangeVillage(
            name=here.name,
            township=here.township,
            year=here.year,
            issuer=here.issuer,
            objection_phone=here.objection_phone,
            objection_days=here.objection_days,
            wall_places=here.wall_places,
            wall_names=here.wall_names,
            household_base=Points.parse(base),
            member_base=here.member_base,
        )
        change_village(tx, change)
        household(tx, "01001", "王建国")
    return village


def brought(village: Village, path: Path, *rows: tuple[object, ...]) -> tuple[str, str, str]:
    """Import a workbook of balances and return base, spendable and balance of the only book."""
    workbook = reread(save_sheets(path, {"期初": rows}))
    with village.write() as tx:
        apply_openings(tx, plan_openings(tx, workbook), date(2026, 5, 31))
    with village.read() as scope:
        (row,) = balances(scope)
    return str(row.base), str(row.spendable), str(row.balance)


def test_a_workbook_that_says_nothing_of_base_points_leaves_them(tmp_path: Path) -> None:
    village = granting_village(tmp_path, "60")
    assert brought(village, tmp_path / "期初.xlsx", ("户编号", "可用积分"), ("01001", 30)) == (
        "60",
        "30",
        "90",
    )


def test_a_blank_base_leaves_the_base_and_a_zero_takes_it(tmp_path: Path) -> None:
    heads = ("户编号", "可用积分", "基础分")
    (tmp_path / "一").mkdir()
    (tmp_path / "二").mkdir()
    blank = granting_village(tmp_path / "一", "60")
    assert brought(blank, tmp_path / "一.xlsx", heads, ("01001", 30, None)) == ("60", "30", "90")
    zero = granting_village(tmp_path / "二", "60")
    assert brought(zero, tmp_path / "二.xlsx", heads, ("01001", 30, 0)) == ("0", "30", "30")
