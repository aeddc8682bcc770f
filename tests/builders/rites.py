"""Red and white events to tell stories about: reported, stepped through their course, checked."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from builders.village import KEY, Village, household, new_village
from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import DayPlace, Outcome, StepKind
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, Measure, RegisterEvent
from passbook_desk.kernel.ids import new_uid

NAMES = ["王建国", "李志强", "郭卫东", "赵铁柱", "孙喜庆", "周福来", "欧阳明", "钱进"]


def eight_households(folder: Path) -> Village:
    """Eight households and the starter standard of 2024-01-15 (20 tables, members 10, 300 and 200 yuan)."""
    made = new_village(folder)
    meeting = date(2024, 1, 15)
    with made.write() as tx:
        for number, name in enumerate(NAMES, start=1):
            household(tx, f"01{number:03}", name)
        adopt_standard(tx, AdoptStandard(meeting, "2024-1", meeting, "起步标准", starter_standard()))
    return made


def reported(
    village: Village,
    host: int,
    held: date,
    on: date | None = None,
    kind: EventKind = EventKind.WEDDING,
    tables: int | None = 10,
    price: int | None = 300,
    case: HostingCase = HostingCase.ORDINARY,
    days: tuple[DayPlace, ...] = (),
    more: dict[Measure, int] | None = None,
) -> int:
    """An event of the household with this number, reported ten days ahead unless told."""
    village.on(on or held - timedelta(days=10))
    figures = {Measure.TABLES: tables, Measure.PER_TABLE: price, **(more or {})}
    command = RegisterEvent(
        uid=new_uid(),
        kind=kind,
        household_id=host,
        held_on=held,
        hosting_case=case,
        matter="老父亲去世" if kind is EventKind.FUNERAL else "儿子结婚",
        figures=tuple((each, amount) for each, amount in figures.items() if amount is not None),
        days=days,
    )
    with village.write() as tx:
        return register_event(tx, command, KEY).id


def step(village: Village, event: int, kind: StepKind, on: date, **told: Any) -> None:
    village.on(on)
    given = {"who": "武学礼", "words": "理事会去看过", "reference": "2026-3", **told}
    with village.write() as tx:
        take_step(tx, TakeStep(uid=new_uid(), event_id=event, kind=kind, done_on=on, **given))


def checked(
    village: Village, event: int, on: date, tables: int, outcome: Outcome = Outcome.WITHIN, **told: Any
) -> None:
    more = told.pop("more", {})
    figures = tuple({Measure.TABLES: tables, **more}.items())
    step(village, event, StepKind.CHECKED, on, figures=figures, outcome=outcome, **told)


def fill_spring(village: Village) -> None:
    """Events of the second quarter of 2026, five weddings, two funerals, a house-warming; some of 2025."""
    old = reported(village, 1, date(2025, 5, 2), tables=12)
    checked(village, old, date(2025, 5, 2), 9)
    reported(village, 2, date(2025, 5, 20), on=date(2025, 5, 20), kind=EventKind.FUNERAL, tables=15)
    reported(village, 8, date(2026, 2, 14), tables=8)

    wedding = reported(village, 1, date(2026, 4, 18), case=HostingCase.MEMBER)  # within
    step(village, wedding, StepKind.APPROVED, date(2026, 4, 10))
    step(village, wedding, StepKind.VISITED, date(2026, 4, 12))
    checked(village, wedding, date(2026, 4, 18), 9)
    step(village, wedding, StepKind.CLOSED, date(2026, 4, 25))

    big = reported(village, 2, date(2026, 5, 1), tables=20)  # over, second look open, then settled
    step(village, big, StepKind.APPROVED, date(2026, 4, 25), figures=((Measure.TABLES, 18),))
    checked(
        village, big, date(2026, 5, 1), 24, Outcome.OVER, due_on=date(2026, 5, 20),
        words="多开了四桌，提请按细则扣分", more={Measure.GIFT: 500},
    )  # fmt: skip
    step(village, big, StepKind.FOLLOWED, date(2026, 5, 18), outcome=Outcome.SETTLED, words="退了预付款")

    waiting = reported(village, 3, date(2026, 5, 16), tables=26)  # over, second look open
    checked(village, waiting, date(2026, 5, 16), 26, Outcome.OVER, due_on=date(2026, 7, 10))

    persuaded = reported(village, 4, date(2026, 6, 6), on=date(2026, 6, 4), tables=22)  # late, persuaded
    step(village, persuaded, StepKind.VISITED, date(2026, 6, 5))
    checked(village, persuaded, date(2026, 6, 6), 19, Outcome.PERSUADED)

    gone = reported(village, 5, date(2026, 6, 20))  # withdrawn
    step(village, gone, StepKind.WITHDRAWN, date(2026, 6, 12), words="婚期改到明年")

    reported(village, 5, date(2026, 6, 28), tables=None, price=None)  # nobody looked
    funeral = reported(
        village, 6, date(2026, 6, 9), on=date(2026, 6, 9), kind=EventKind.FUNERAL, tables=18, price=200
    )
    checked(village, funeral, date(2026, 6, 10), 16)
    reported(
        village, 7, date(2026, 6, 29), on=date(2026, 6, 29), kind=EventKind.FUNERAL,
        days=(DayPlace(date(2026, 6, 29), "家"), DayPlace(date(2026, 7, 1), "坟地")),
    )  # fmt: skip
    reported(village, 7, date(2026, 4, 30), kind=EventKind.HOUSE, tables=3)
