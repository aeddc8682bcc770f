"""Random villages with secrets of their residents in every text that can be typed: none of them reaches a
wall, on paper, in a workbook or over the loudspeaker.

`python tests/notices/privacy_campaign.py --residents 10000` is the whole campaign; the tests run a tenth.
"""

import argparse
import random
import re
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]
sys.path.insert(0, str(Path(__file__).parent))

from privacy_secrets import HAN_DIGITS, OFFICE_PHONE, PRIVATE, Secrets, told
from privacy_shop import visited

from builders.claims import claimed
from builders.owners import shop, unit
from builders.paper import measure, pdf_text
from builders.pictures import jpeg
from builders.village import KEY, Village, catalogue, grid, household, new_village, person
from builders.wall import QUARTER, closed, issued
from passbook_desk.db.store import Tx
from passbook_desk.documents.page import Page, Text, all_items
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.values import AdoptCatalogue, Holder, ItemDraft, ValueKind
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import Outcome, StepKind
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, Measure, RegisterEvent
from passbook_desk.features.households.model import HomeSpan, Household, Membership, Person, PersonTag, Place
from passbook_desk.features.households.secrets import set_id_number
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.features.notices.aloud import aloud_text
from passbook_desk.features.notices.archive import archive_pages
from passbook_desk.features.notices.drafting import look_for, notice_draft
from passbook_desk.features.notices.hanging import add_notice_photo, hang_notice, photos_of
from passbook_desk.features.notices.objections.commands import (
    add_objection,
    assign_objection,
    resolve_objection,
)
from passbook_desk.features.notices.objections.paper import answer_pages, objection_sheet
from passbook_desk.features.notices.objections.queries import objection_card, objections
from passbook_desk.features.notices.objections.sheets import objections_workbook
from passbook_desk.features.notices.objections.values import (
    AddObjection,
    AssignObjection,
    ObjectionOutcome,
    ResolveObjection,
    Way,
)
from passbook_desk.features.notices.paper import large_print, notice_pages
from passbook_desk.features.notices.queries import notice_card
from passbook_desk.features.notices.rules import ALL_BOOKS
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.summary import summary_pages
from passbook_desk.features.notices.values import (
    AddNoticePhoto,
    HangNotice,
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    PaperSize,
    PartKind,
    Subject,
)
from passbook_desk.features.village.commands import change_policy, change_village
from passbook_desk.features.village.policy import Band, WallDeductions
from passbook_desk.features.village.queries import policy
from passbook_desk.features.village.queries import village as village_row
from passbook_desk.features.village.values import ChangeVillage, WallNames
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

A_VILLAGE = 250
"""Residents of one village."""
JANUARY, APRIL, MAY, JUNE, JULY = (
    date(2026, 1, 15),
    date(2026, 4, 1),
    date(2026, 5, 20),
    date(2026, 6, 20),
    date(2026, 7, 1),
)
ABOUT = {
    NoticeKind.MONTH: "2026-06",
    NoticeKind.QUARTER: "2026Q2",
    NoticeKind.HALF_YEAR: "2026-01..2026-06",
    NoticeKind.YEAR: "2026",
    NoticeKind.EVENTS: "2026Q2",
    NoticeKind.CATALOGUE: "2",
    NoticeKind.CORRECTIONS: "2026-01",
    NoticeKind.REDEMPTION: "2026Q2",
}
EVERY_COLUMN = tuple(each for each in NoticeColumn if each is not NoticeColumn.NET)
_SINCE = date(2026, 1, 1)
_GAIN, _LOSS, _NEW = "991", "992", "993"


@dataclass(slots=True)
class Wall:
    """One village whose residents' secrets stand wherever something can be typed."""

    folder: Path
    chance: random.Random
    residents: int
    names: WallNames
    secrets: Secrets = field(init=False)
    village: Village = field(init=False)
    items: tuple[ItemDraft, ...] = field(init=False)
    told: Counter[str] = field(default_factory=Counter)
    strings: set[str] = field(default_factory=set)
    harmless: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.secrets = Secrets(self.chance)
        self.items = (self._item(_GAIN, "7"), self._item(_LOSS, "-3"))
        self.village = new_village(self.folder)

    def live(self) -> None:
        """Half a year: people, deeds, a notice with objections, events, a new catalogue, deeds that hang."""
        self.village.on(JANUARY)
        with self.village.write() as tx:
            self._says(tx)
            catalogue(tx, self.items)
            self._people(tx)
        self._deeds(date(2026, 2, 10))
        self._first_notice()
        self._deeds(MAY)
        self._events()
        visited(self.village, self.secrets, 12)
        self._new_catalogue()
        self._hanging_deeds()
        self.village.on(JULY)

    def _says(self, tx: Tx) -> None:
        """Everything that a village says about itself."""
        place, for_all = self.secrets.of_a_place, self.secrets.for_all
        here = village_row(tx)
        change_village(
            tx,
            ChangeVillage(
                name=place("清泉村"),
                township=place("柳溪镇"),
                year=here.year,
                issuer=place("清泉村积分管理小组"),
                objection_phone=OFFICE_PHONE,
                objection_days=here.objection_days,
                wall_places=place("村务公开栏"),
                wall_names=self.names,
                household_base=here.household_base,
                member_base=here.member_base,
            ),
        )
        change_policy(
            tx,
            replace(
                policy(tx),
                scale=self.secrets.private(),
                household_bands=(Band(Points.parse("20"), 3),),
                member_bands=(Band(Points.parse("20"), 3),),
                objection_person=self.secrets.beside_a_name(self.secrets.name()),
                objection_place=place("村委会一楼"),
                notice_signers=f"{place('编制：')}\n{self.secrets.beside_a_name('审核：')}",
                notice_rules=f"{for_all('一、分数一季一清')}\n{for_all('二、有错就改')}",
                wall_deductions=WallDeductions.WORDS,
            ),
        )

    def _item(self, code: str, points: str) -> ItemDraft:
        for_all = self.secrets.for_all
        return ItemDraft(
            code=code,
            category=for_all("乡风"),
            name=for_all(f"事项{code}"),
            value_kind=ValueKind.FIXED,
            least=Points.parse(points),
            most=Points.parse(points),
            holders=tuple(Holder),
            source=for_all("会议"),
            remark=for_all("说明"),
            evidence=for_all("凭证"),
        )

    def _people(self, tx: Tx) -> None:
        """Two in three residents head a household; the others live with one of them."""
        secrets = self.secrets
        places = [self._place(tx, grid_code) for grid_code in ("01", "02", "03")]
        house: Household | None = None
        numbers: Counter[str] = Counter()
        for resident in range(self.residents):
            if house is None or resident % 3:
                one = places[resident // 2 % len(places)]
                numbers[one.code] += 1
                code = f"{one.code}{numbers[one.code]:03d}"
                head = secrets.beside_a_name(secrets.name())
                house = household(tx, code, head, resident % 9 == 1, secrets.mobile())
                house.address, house.remark = secrets.private(), secrets.private()
                house.house_number = secrets.spelled()
                somebody = tx.session.get_one(Membership, self._member(tx, house)).person_id
                self._about(tx, somebody)
                tx.session.add(
                    HomeSpan(
                        uid=new_uid(),
                        household_id=house.id,
                        place_id=self._building(tx, one),
                        from_on=_SINCE,
                        to_on=None,
                    )
                )
            else:
                self._about(tx, person(tx, secrets.beside_a_name(secrets.name())).id)
        for number in range(3):
            shop(tx, secrets.of_a_place(f"便民超市{number}"), places[0].id, secrets.beside_a_name("冯俊"))
            unit(tx, secrets.of_a_place(f"小学{number}"), secrets.beside_a_name("夏平"))

    def _member(self, tx: Tx, house: Household) -> int:
        found = tx.session.query(Membership.id).filter(Membership.household_id == house.id).one()
        return int(found[0])

    def _about(self, tx: Tx, person_id: int) -> None:
        """All that is known of somebody."""
        secrets = self.secrets
        row = tx.session.get_one(Person, person_id)
        row.education, row.remark = secrets.private(), secrets.private()
        number = secrets.id_number()
        if len(number) == 18:
            set_id_number(row, Sensitive(SensitiveKind.ID_NUMBER, number), KEY)
        tx.session.add(
            PersonTag(uid=new_uid(), person_id=person_id, tag=secrets.private(), from_on=_SINCE, to_on=None)
        )
        self.told["residents"] += 1

    def _place(self, tx: Tx, code: str) -> Place:
        found = grid(tx, code)
        found.name = self.secrets.of_a_place(found.name)
        return found

    def _building(self, tx: Tx, parent: Place) -> int:
        """One of three buildings of a grid."""
        number = self.chance.randint(1, 3)
        code = f"B{parent.code}{number}"
        found = tx.session.query(Place).filter(Place.kind == "building", Place.code.startswith(code)).first()
        if found is None:
            found = Place(
                village_id=tx.village_id,
                uid=new_uid(),
                parent_id=parent.id,
                kind="building",
                code=f"{code} {self.secrets.spelled()}",
                name=self.secrets.of_a_place(f"{number}号楼"),
            )
            tx.session.add(found)
            tx.session.flush()
        return found.id

    def _entry(self, account_id: int, item: str, on: date) -> DeedEntry:
        secret = self.secrets.private
        return DeedEntry(account_id, item, on, memo=secret(), witness=secret(), evidence=secret(), again=True)

    def _books(self) -> tuple[int, ...]:
        with self.village.read() as scope:
            return tuple(row.id for row in accounts(scope))

    def _deeds(self, on: date) -> None:
        """Something good of everybody, something bad of some; every tenth entry is taken back with words."""
        self.village.on(max(on, self.village.clock.today()))
        books = self._books()
        entries = [self._entry(book, _GAIN, on) for book in books]
        entries += [self._entry(book, _LOSS, on) for book in books[::4]]
        with self.village.write() as tx:
            written = record_deeds(tx, RecordBatch(new_uid(), tuple(entries), strict=True)).voucher
            assert written is not None
            reverse_lines(tx, ReverseLines(new_uid(), written.seqs[::10], self.secrets.private()))

    def _first_notice(self) -> None:
        """The first quarter: issued, hung, objected to, corrected, closed."""
        secret, village = self.secrets.private, self.village
        issued(village, QUARTER, "2026Q1", on=APRIL)
        village.on(date(2026, 4, 2))
        with village.write() as tx:
            hung = HangNotice(new_uid(), "2026-01", tx.today, date(2026, 4, 8), secret(), secret(), secret())
            hang_notice(tx, hung)
            picture = AddNoticePhoto(new_uid(), "2026-01", tx.today, jpeg(90, 60), secret())
            add_notice_photo(tx, picture)
            for line in (1, 5, 9, None):
                self._objected(tx, line)
        with village.write() as tx:
            for taken in (2, 3):
                reverse_lines(tx, ReverseLines(new_uid(), (taken,), secret()))
        closed(village, on=date(2026, 4, 9))

    def _objected(self, tx: Tx, line: int | None) -> None:
        secret = self.secrets.private
        uid, who = new_uid(), secret() if line != 9 else ""
        command = AddObjection(
            uid, "2026-01", line, tx.today, Way.COUNTER, secret(), who, secret(), self.secrets.spelled()
        )
        objection = add_objection(tx, command)
        assign_objection(
            tx, AssignObjection(new_uid(), objection, self.secrets.spelled(), date(2026, 4, 9), secret())
        )
        right = objection_card(tx, objection).account_id
        outcome = ObjectionOutcome.UPHELD if right is None else ObjectionOutcome.CORRECTED
        deeds = () if right is None else (self._entry(right, _LOSS, date(2026, 2, 10)),)
        resolve_objection(tx, ResolveObjection(new_uid(), objection, outcome, secret(), secret(), (), deeds))

    def _events(self) -> None:
        secret, village = self.secrets.private, self.village
        village.on(date(2026, 5, 21))
        with village.write() as tx:
            adopt_standard(tx, AdoptStandard(JANUARY, secret(), JANUARY, secret(), starter_standard()))
        for house in range(1, 9):
            with village.write() as tx:
                event = register_event(
                    tx,
                    RegisterEvent(
                        uid=new_uid(),
                        kind=EventKind.WEDDING if house % 2 else EventKind.FUNERAL,
                        household_id=house,
                        held_on=date(2026, 6, 6),
                        matter=secret(),
                        place=secret(),
                        contact=secret(),
                        phone=Sensitive(SensitiveKind.PHONE, self.secrets.mobile()),
                        cook_team=secret(),
                        family=secret(),
                        persons=secret(),
                        invited=secret(),
                        figures=((Measure.TABLES, 10), (Measure.PER_TABLE, 280)),
                    ),
                    KEY,
                ).id
                self._step(tx, event, StepKind.VISITED)
                self._step(tx, event, StepKind.APPROVED)
        village.on(date(2026, 6, 7))
        with village.write() as tx:
            for event in range(1, 9):
                self._step(tx, event, StepKind.CHECKED, outcome=Outcome.WITHIN)

    def _step(self, tx: Tx, event: int, kind: StepKind, outcome: Outcome | None = None) -> None:
        secret = self.secrets.private
        figures = ((Measure.TABLES, 9), (Measure.PER_TABLE, 250)) if kind is not StepKind.VISITED else ()
        take_step(
            tx,
            TakeStep(new_uid(), event, kind, None, secret(), secret(), secret(), outcome, figures=figures),
        )

    def _new_catalogue(self) -> None:
        secret = self.secrets.for_all
        self.village.on(date(2026, 6, 10))
        with self.village.write() as tx:
            told_anew = (replace(each, remark=secret("说明"), evidence=secret("凭证")) for each in self.items)
            items = (*told_anew, self._item(_NEW, "5"))
            adopt_catalogue(
                tx, AdoptCatalogue(tx.today, secret("纪要"), date(2026, 6, 15), secret("会议"), items)
            )

    def _hanging_deeds(self) -> None:
        """From now on points count when their notice closes."""
        self.village.on(JUNE)
        with self.village.write() as tx:
            change_policy(tx, replace(policy(tx), count_when_posted=True))
        books = self._books()
        for item, chosen in ((_GAIN, books[::3]), (_LOSS, books[::5])):
            claimed(self.village, chosen, item, JUNE, memo=self.secrets.private())

    def contents(self) -> Iterator[NoticeContent]:
        """Every kind with every column and part, the books' and the buildings'; then one as it was issued."""
        for kind, about in ABOUT.items():
            with self.village.read() as scope:
                look = replace(
                    look_for(scope, kind, about),
                    subjects=ALL_BOOKS,
                    columns=EVERY_COLUMN,
                    names=self.names,
                    deductions=WallDeductions.WORDS,
                    paper=PaperSize.A3,
                )
                yield notice_draft(scope, kind, about, look)
                if kind is QUARTER:
                    buildings = replace(look, subjects=(Subject.BUILDING,))
                    yield notice_draft(scope, kind, about, buildings)
        yield issued(self.village, look=look)

    def check(self) -> None:
        """Fail when anything that hangs, is handed out or is read aloud tells a secret."""
        with self.village.read() as scope:
            self.harmless = {row.number for row in accounts(scope)}
            self.harmless.add(notice_card(scope, "2026-01").row.head_code)
        for content in self.contents():
            self.told[f"{content.kind.value} {self.names.value}"] += 1
            self.told.update(part.kind.value for part in content.parts)
            self.harmless.add(content.head_code)
            self._read(printed(content, self.folder))
        self._check_papers()

    def _read(self, strings: Iterable[str]) -> None:
        """Look at every string once; many sheets say the same of the same household."""
        fresh = set(strings) - self.strings
        seen = told(sorted(fresh), self.secrets, self.harmless)
        assert seen == [], seen[:5]
        self.strings |= fresh

    def _check_papers(self) -> None:
        """What hangs beside a notice shows none; the council's own copy shows no number."""
        with self.village.read() as scope:
            here = village_row(scope)
            rows = objections(scope, notice_number="2026-01")
            cards = [objection_card(scope, row.id) for row in rows]
            filed = archive_pages(
                notice_card(scope, "2026-01"), cards, photos_of(scope, "2026-01"), measure()
            )
        posted = [card for card in cards if not card.row.who]
        hung = [page for card in posted for page in answer_pages(card, here, measure())]
        assert posted
        own = [*filed, *objection_sheet(rows, here, measure())]
        own += [page for card in cards for page in answer_pages(card, here, measure())]
        target = self.folder / "异议.xlsx"
        write_xlsx(objections_workbook(rows, "清泉村"), target)
        self._read(map(without_private, strings_of(hung)))
        self._read(map(without_words, (*strings_of(own), *strings_in(target))))


def printed(content: NoticeContent, folder: Path) -> Iterator[str]:
    """Every string that a notice shows anywhere: on paper, on its summary, in its workbook, read aloud."""
    yield from strings_of(notice_pages(content, measure()))
    yield from strings_of(summary_pages(content, measure()))
    if content.kind is NoticeKind.CATALOGUE:
        yield from strings_of(notice_pages(content, measure(), large_print(content)))
    yield from aloud_text(content, every_line=True).splitlines()
    target = folder / "公示.xlsx"
    write_xlsx(notice_workbook(content), target)
    yield from strings_in(target)


def without_private(text: str) -> str:
    """What somebody said may be answered on the wall, but not with whom it tells of."""
    return text.replace(PRIVATE, "")


def without_words(text: str) -> str:
    """The council's own papers may speak of hardship; numbers stay to be found."""
    return "".join("字" if "\u4e00" <= sign <= "\u9fff" and sign not in HAN_DIGITS else sign for sign in text)


def strings_of(pages: Iterable[Page]) -> Iterator[str]:
    """What a reader finds in the PDF line by line, and every cell with its lines put together again."""
    drawn = tuple(pages)
    for text in pdf_text(drawn):
        yield from text.splitlines()
    for page in drawn:
        items = [item for item in all_items(page) if isinstance(item, Text)]
        joined = items[0].text if items else ""
        for before, item in pairwise(items):
            if (before.x, before.align) == (item.x, item.align):
                figures = joined[-1:].isdigit() and item.text[:1].isdigit()
                joined += f" {item.text}" if figures else item.text
            else:
                yield joined
                joined = item.text
        yield joined


def strings_in(workbook: Path) -> Iterator[str]:
    """Every text in any part of a workbook: cells, names of sheets, heads, properties."""
    with zipfile.ZipFile(workbook) as parts:
        for name in parts.namelist():
            text = parts.read(name).decode("utf-8")
            yield from re.findall(r"<(?:t|vt:lpstr|dc:\w+|oddHeader|oddFooter)(?: [^>]*)?>([^<]*)<", text)
            yield from re.findall(r'<sheet name="([^"]*)"', text)


@contextmanager
def wall(folder: Path, chance: random.Random, residents: int, names: WallNames) -> Iterator[Wall]:
    """A village that has lived its half year."""
    found = Wall(folder, chance, residents, names)
    try:
        found.live()
        yield found
    finally:
        found.village.store.close()


def campaign(residents: int, seed: int, a_village: int = A_VILLAGE) -> Counter[str]:
    """Print the walls of as many villages as so many residents need; what was drawn, how often, and the
    number of secrets that were typed.
    """
    done: Counter[str] = Counter()
    styles = tuple(WallNames)
    for number in range(-(-residents // a_village)):
        chance = random.Random(f"{seed}-{number}")
        with tempfile.TemporaryDirectory(prefix="wall-") as folder:
            try:
                with wall(Path(folder), chance, a_village, styles[number % len(styles)]) as found:
                    found.check()
                    done += found.told
                    done["secrets"] += found.secrets.count
            except BaseException as trouble:
                trouble.add_note(f"seed {seed}, village {number}")
                raise
    return done


def main() -> None:
    """Run the whole campaign and say what was drawn."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--residents", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=20260701)
    chosen = options.parse_args()
    done = campaign(chosen.residents, chosen.seed)
    assert {each.value for each in PartKind} <= set(done)
    sys.stdout.write(f"seed {chosen.seed}: no secret on any wall; {dict(done.most_common())}\n")


if __name__ == "__main__":
    main()
