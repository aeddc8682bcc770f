import pytest

from passbook_desk.features.catalogue.errors import (
    ItemDisabled,
    PointsNotGiven,
    PointsNotPerUnit,
    PointsOutOfRange,
    QuantityOutOfRange,
)
from passbook_desk.features.catalogue.rules import check_points
from passbook_desk.features.catalogue.values import Holder, ItemRow, ValueKind
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import Points


def item(kind: ValueKind, least: str, most: str | None = None, unit: str = "次") -> ItemRow:
    return ItemRow(
        id=1,
        uid="u",
        version_number=1,
        line_no=1,
        code="101",
        category="生态保护",
        name="参加环境整治",
        value_kind=kind,
        least=Points.parse(least),
        most=Points.parse(most or least),
        unit=unit,
        cap="",
        holders=(Holder.HOUSEHOLD,),
        source="签到",
        remark="",
        enabled=kind is not ValueKind.UNSET,
    )


CLEANING = item(ValueKind.FIXED, "10")
LATE = item(ValueKind.FIXED, "-0.5")
MEDIATION = item(ValueKind.RANGE, "5", "10")
VIOLATION = item(ValueKind.RANGE, "-15", "-3")
HOURS = item(ValueKind.PER_UNIT, "1", unit="小时")
SPOTS = item(ValueKind.PER_UNIT, "-5", unit="处")


@pytest.mark.parametrize(
    ("deed", "points", "quantity", "result"),
    [
        (CLEANING, None, 1, "10"),
        (CLEANING, "10", 1, "10"),
        (LATE, None, 1, "-0.5"),
        (MEDIATION, "5", 1, "5"),
        (MEDIATION, "7.5", 1, "7.5"),
        (MEDIATION, "10", 1, "10"),
        (VIOLATION, "-15", 1, "-15"),
        (VIOLATION, "-3", 1, "-3"),
        (HOURS, None, 1, "1"),
        (HOURS, None, 3, "3"),
        (HOURS, "4", 1, "4"),
        (HOURS, "4", 4, "4"),
        (SPOTS, None, 3, "-15"),
        (SPOTS, "-25", 1, "-25"),
    ],
)
def test_what_the_catalogue_allows_is_recorded(
    deed: ItemRow, points: str | None, quantity: int, result: str
) -> None:
    given = None if points is None else Points.parse(points)
    assert check_points(deed, given, quantity) == Points.parse(result)


@pytest.mark.parametrize(
    ("deed", "points", "quantity", "refusal"),
    [
        (CLEANING, "9.99", 1, PointsOutOfRange),
        (CLEANING, "-10", 1, PointsOutOfRange),
        (CLEANING, "0", 1, PointsOutOfRange),
        (CLEANING, None, 2, QuantityOutOfRange),
        (LATE, "0.5", 1, PointsOutOfRange),
        (MEDIATION, None, 1, PointsNotGiven),
        (MEDIATION, "4.99", 1, PointsOutOfRange),
        (MEDIATION, "10.01", 1, PointsOutOfRange),
        (VIOLATION, "-2", 1, PointsOutOfRange),
        (VIOLATION, "3", 1, PointsOutOfRange),
        (HOURS, None, 0, QuantityOutOfRange),
        (HOURS, None, 1000, QuantityOutOfRange),
        (HOURS, "1.5", 1, PointsNotPerUnit),
        (HOURS, "0", 1, PointsNotPerUnit),
        (HOURS, "-1", 1, PointsNotPerUnit),
        (HOURS, "1000", 1, PointsNotPerUnit),
        (HOURS, "3", 2, PointsNotPerUnit),
        (SPOTS, "5", 1, PointsNotPerUnit),
        (item(ValueKind.UNSET, "0"), None, 1, ItemDisabled),
        (item(ValueKind.UNSET, "0"), "5", 1, ItemDisabled),
    ],
)
def test_anything_else_is_refused(
    deed: ItemRow, points: str | None, quantity: int, refusal: type[UserError]
) -> None:
    given = None if points is None else Points.parse(points)
    with pytest.raises(refusal) as refused:
        check_points(deed, given, quantity)
    assert refused.value.params["item"] == "101"
