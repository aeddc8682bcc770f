"""A year in the invented village: what its clerk would have done, day by day, through the same commands."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from passbook_desk.app.demo_books import continue_books, issue_first_books, lose_a_book
from passbook_desk.app.demo_notices import notice_story
from passbook_desk.app.demo_shop import shop_story
from passbook_desk.app.demo_village import AREA, NAME, TOWNSHIP, demo_roster
from passbook_desk.app.desk import Desk
from passbook_desk.app.village_file import VillageFile, create_village, open_village
from passbook_desk.db.store import Scope, Tx
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.starter import starter_catalogue
from passbook_desk.features.catalogue.values import AdoptCatalogue
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import StepKind
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, Measure, RegisterEvent
from passbook_desk.features.households.queries import grids, households
from passbook_desk.features.households.roster.planning import plan_roster
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.imports import apply_roster
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch, Recorded
from passbook_desk.features.ledger.values import Colour, ReverseLines
from passbook_desk.features.village.values import FoundVillage
from passbook_desk.kernel.clock import SetDateClock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.period import Quarter

CLERK = "示范文书"
SOURCE = "内置起步版本"
_FIRST_NOTICE = 100


@dataclass(frozen=True, slots=True)
class Happening:
    """What happens on a day of the story."""

    day: date
    act: Callable[[Desk], object]


def build_demo_village(path: Path, today: date) -> None:
    """Make the invented village's file at `path`, with every day of its story up to `today`.

    The story begins with the year of `today`, or with the year before when the year is younger than its
    first notice. Its roster lies beside the file afterwards. Raises FileExists and what a disk refuses.
    """
    year = today.year if (today - date(today.year, 1, 1)).days > _FIRST_NOTICE else today.year - 1
    first = SetDateClock(date(year, 1, 5))
    create_village(path, FoundVillage(NAME, AREA, TOWNSHIP, year, CLERK, "0990-5550100"), first)
    roster = path.with_name("示范村花名册.xlsx")
    write_xlsx(demo_roster(), roster)
    village_file = open_village(path, first)
    try:
        for happening in sorted(_story(year, today, roster, village_file), key=lambda one: one.day):
            happening.act(Desk(village_file, SetDateClock(happening.day), lambda _: None))
    finally:
        village_file.close()


def _story(year: int, today: date, roster: Path, village_file: VillageFile) -> Iterator[Happening]:
    chance = random.Random(year)
    meeting = date(year, 1, 10)
    yield Happening(date(year, 1, 6), lambda desk: _import(desk, roster))
    yield Happening(meeting, lambda desk: desk.do(lambda tx: _adopt(tx, meeting)))
    yield Happening(date(year, 1, 20), issue_first_books)
    yield Happening(date(year, 2, 28), continue_books)
    yield Happening(date(year, 3, 5), lose_a_book)
    yield Happening(date(year, 3, 31), continue_books)
    month = date(year, 1, 15)
    while month <= today:
        yield from _month(month, today, chance)
        month = (month.replace(day=1) + timedelta(days=32)).replace(day=15)
    quarter = Quarter(year, 1)
    while quarter.span.last + timedelta(days=2) <= today:
        for day, act in notice_story(quarter):
            if day <= today:
                yield Happening(day, act)
        quarter = quarter.next()
    for day, act in shop_story(year, today):
        yield Happening(day, act)
    yield Happening(today, lambda desk: desk.do(lambda tx: _wedding(tx, village_file)))
    yield Happening(today, lambda desk: desk.do(lambda tx: _funeral(tx, village_file)))


def _import(desk: Desk, roster: Path) -> None:
    workbook = read_workbook(roster, NullProgress())
    plan = desk.ask(lambda scope: plan_roster(scope, workbook, desk.file.key))
    desk.do(lambda tx: apply_roster(tx, plan, NullProgress()))


def _adopt(tx: Tx, meeting: date) -> None:
    adopt_catalogue(tx, AdoptCatalogue(meeting, "示范 1 号", meeting, SOURCE, starter_catalogue()))
    adopt_standard(tx, AdoptStandard(meeting, "示范 1 号", meeting, SOURCE, starter_standard()))


def _month(middle: date, today: date, chance: random.Random) -> Iterator[Happening]:
    def sweeping(desk: Desk) -> None:
        for grid in desk.ask(grids):
            chosen = desk.ask(partial(_some, chance=chance, grid_code=grid.code, share=0.7))
            _record(desk, "101", chosen, "村里打扫卫生")

    def patrol(desk: Desk) -> None:
        untidy = desk.ask(lambda scope: _some(scope, chance, None, 0.05))
        _record(desk, "108", untidy, "巡查发现")

    def mistake(desk: Desk) -> None:
        wrong = _record(desk, "102", desk.ask(lambda scope: _some(scope, chance, None, 0.02)), "")
        if wrong is not None and wrong.seqs:
            command = ReverseLines(new_uid(), wrong.seqs, "记错了事项")
            desk.do(lambda tx: reverse_lines(tx, command))

    def late(desk: Desk) -> None:
        red = desk.ask(lambda scope: [row.id for row in accounts(scope, colour=Colour.RED)])
        item = "802"
        _record(desk, item, tuple(chance.sample(red, 1)), "")

    acts = ((-7, sweeping), (0, patrol), (3, late), (5, mistake))
    for shift, act in acts:
        day = middle + timedelta(days=shift)
        if date(middle.year, 1, 10) < day <= today:
            yield Happening(day, act)


def _some(scope: Scope, chance: random.Random, grid_code: str | None, share: float) -> tuple[int, ...]:
    return tuple(
        row.id for row in accounts(scope, grid_code=grid_code, colour=Colour.GREEN) if chance.random() < share
    )


def _record(desk: Desk, item: str, account_ids: tuple[int, ...], memo: str) -> Recorded | None:
    if not account_ids:
        return None
    today = desk.clock.today()
    deeds = tuple(DeedEntry(account_id, item, today, memo=memo) for account_id in account_ids)
    return desk.do(lambda tx: record_deeds(tx, RecordBatch(new_uid(), deeds)))


def _wedding(tx: Tx, village_file: VillageFile) -> None:
    host = households(tx)[3]
    command = RegisterEvent(
        uid=new_uid(),
        kind=EventKind.WEDDING,
        household_id=host.id,
        held_on=tx.today + timedelta(days=12),
        matter="儿子结婚",
        place="村文化广场",
        contact=host.head_name,
        pledge_signed=True,
        figures=((Measure.TABLES, 12), (Measure.PER_TABLE, 280), (Measure.CARS, 6), (Measure.DAYS, 1)),
    )
    register_event(tx, command, village_file.key)


def _funeral(tx: Tx, village_file: VillageFile) -> None:
    """Reported two days after it, and approved on paper with fewer tables."""
    host = households(tx)[20]
    command = RegisterEvent(
        uid=new_uid(),
        kind=EventKind.FUNERAL,
        household_id=host.id,
        held_on=tx.today - timedelta(days=2),
        matter="父亲去世",
        place="自家院",
        contact=host.head_name,
        figures=((Measure.TABLES, 22), (Measure.PER_TABLE, 180), (Measure.DAYS, 3)),
    )
    card = register_event(tx, command, village_file.key)
    take_step(
        tx,
        TakeStep(
            new_uid(), card.id, StepKind.APPROVED, reference="示范 6 号", figures=((Measure.TABLES, 20),)
        ),
    )
