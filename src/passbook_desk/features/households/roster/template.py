"""An empty roster to be filled in: a small workbook with our columns. Chinese official form."""

from typing import Final

from passbook_desk.documents.sheet import Cell, Sheet, Style, Workbook
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS

_EXAMPLE: Final = (
    ("grid_name", ("第一网格", "第一网格")),
    ("household", ("01001", "01001")),
    ("head", ("王建国", "王建国")),
    ("name", ("王建国", "李秀英")),
    ("relation", ("户主", "配偶")),
    ("sex", ("男", "女")),
    ("id", ("", "")),
    ("birth", ("1960-03-04", "1962-08-11")),
    ("phone", ("13800000000", "")),
    ("house_number", ("1", "1")),
    ("party", ("中共党员", "群众")),
    ("tags", ("", "低保、残疾")),
    ("residence", ("常住", "常住")),
    ("remark", ("示例，导入前请删去", "示例，导入前请删去")),
)
_WIDE: Final = {"id": 22.0, "phone": 15.0, "remark": 24.0, "tags": 16.0}
_USUAL_WIDTH: Final = 12.0


def roster_template() -> Workbook:
    """Our columns and two invented rows that show how they are filled; every cell is text."""
    titles = {spec.key: spec.title for spec in ROSTER_FIELDS}
    head = tuple(Cell(titles[key], Style.HEAD) for key, _ in _EXAMPLE)
    lines = tuple(tuple(Cell(values[line]) for _, values in _EXAMPLE) for line in range(2))
    widths = tuple(_WIDE.get(key, _USUAL_WIDTH) for key, _ in _EXAMPLE)
    sheet = Sheet("花名册", (head, *lines), widths, head_rows=1, landscape=True)
    return Workbook((sheet,), "花名册模板")
