"""Notices that hang, and a village that goes on: whatever changes later, a reprint says the same.

python tests/properties/notice_changes.py --changes 1000

After every change each issued sheet is read back and one of them printed, as PDF and as workbook; at the end
all of them are.
"""

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from python_calamine import CalamineWorkbook
from sqlalchemy import select

from builders.events import JANUARY, reported
from builders.lives import act
from builders.paper import measure, pdf_text
from builders.pictures import jpeg
from builders.village import KEY
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.queries import versions
from passbook_desk.features.catalogue.starter import starter_catalogue
from passbook_desk.features.catalogue.values import AdoptCatalogue
from passbook_desk.features.events.commands import adopt_standard
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard
from passbook_desk.features.households.life.commands import change_head
from passbook_desk.features.households.life.facts import edit_person
from passbook_desk.features.households.life.history import members_at
from passbook_desk.features.households.life.values import ChangeHead, EditPerson
from passbook_desk.features.households.model import Organization, Place
from passbook_desk.features.households.owners.commands import edit_organization
from passbook_desk.features.households.owners.values import EditOrganization, OrganizationFacts
from passbook_desk.features.households.places import rename_place
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.notices.commands import issue_notice
from passbook_desk.features.notices.hanging import add_notice_photo, photos_of, strike_notice_photo
from passbook_desk.features.notices.paper import notice_pages
from passbook_desk.features.notices.queries import notice_card
from passbook_desk.features.notices.rules import ALL_BOOKS
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.values import (
    AddNoticePhoto,
    IssueNotice,
    NoticeColumn,
    NoticeContent,
    NoticeKind,
    NoticeLook,
    NoticeState,
    PaperSize,
    PartKind,
    Subject,
)
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.village.commands import change_village
from passbook_desk.features.village.policy import WallDeductions
from passbook_desk.features.village.values import ChangeVillage, WallNames
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points
from properties.notice_village import MORE, NoticeVillage, drawn_policy

LAST_DAY: Final = date(2035, 12, 31)
FIXED_SEED: Final = 20260601
CHANGES: Final = (
    "deed", "deed", "deduction", "many", "late", "reversal", "redemption", "opening", "newcomer", "move",
    "split", "merge", "end", "release", "shop_opens", "shop_closes", "days", "days", "proof", "hang", "close",
    "objection", "objection", "upheld", "withdrawn", "corrected", "corrected", "reversal", "head",
    "person_renamed", "place_renamed", "shop_renamed", "rules_change", "village_changes", "policy_changes",
    "wedding", "notice", "notice", "notice", "again", "photo", "photo_struck",
)  # fmt: skip
A_LOOK: Final = 25
"""Changes between two looks at everything by `verify_notices`."""
RICH: Final = frozenset({PartKind.CORRECTIONS, PartKind.PENDING, PartKind.DEDUCTIONS})
"""What the second quarter's sheet has, so that all of it is tried."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A notice on paper and as a workbook: the text of its pages, the cells of its sheets."""

    pages: tuple[str, ...]
    cells: tuple[tuple[object, ...], ...]


@dataclass(slots=True)
class ChangingVillage(NoticeVillage):
    """A village that has hung two notices before the changes begin."""

    printed: dict[str, Printed] = field(default_factory=dict)

    def __post_init__(self) -> None:
        NoticeVillage.__post_init__(self)
        with self.village.write() as tx:
            adopt_standard(tx, AdoptStandard(JANUARY, "2026-2", JANUARY, "会议", starter_standard()))
        words = WallDeductions.WORDS
        self.decide(replace(drawn_policy(self.chance, count_when_posted=False), wall_deductions=words))
        self._until(2, "deduction")
        self._until(4, "deed")
        self._on(date(2026, 4, 2))
        self.freeze(NoticeKind.QUARTER, "2026Q1")
        self._until(2, "reversal")
        self.decide(replace(self.decided(), count_when_posted=False))
        self._until(3, "deduction")
        self.decide(replace(self.decided(), count_when_posted=True))
        self._until(3, "deed")
        self._until(1, "many")
        self._on(date(2026, 7, 2))
        sheet = self.freeze(NoticeKind.QUARTER, "2026Q2")
        assert {part.kind for part in sheet.parts} == RICH

    # What else changes

    def head(self) -> bool:
        home = self._home()
        with self.village.write() as tx:
            others = [row.person_id for row in members_at(tx, home, self.today) if not row.is_head]
            if not others:
                return False
            change_head(tx, ChangeHead(act(self.today), home, self.chance.choice(others)))
        return True

    def person_renamed(self) -> bool:
        home = self._home()
        with self.village.write() as tx:
            people = [row.person_id for row in members_at(tx, home, self.today)]
            chosen = self.chance.choice(people)
            edit_person(tx, EditPerson(act(self.today), chosen, name=self._word("王李赵陈𠮷")), KEY)
        return True

    def place_renamed(self) -> bool:
        with self.village.write() as tx:
            place = self.chance.choice(tx.session.scalars(select(Place.id).order_by(Place.id)).all())
            rename_place(tx, place, self._word("东西南北"))
        return True

    def shop_renamed(self) -> bool:
        with self.village.write() as tx:
            shops = tx.session.scalars(select(Organization.id).order_by(Organization.id)).all()
            chosen = self.chance.choice(shops)
            facts = OrganizationFacts(name=self._word("丰年盛和"), owner_name="冯俊峰")
            edit_organization(tx, EditOrganization(chosen, facts), KEY)
        return True

    def rules_change(self) -> bool:
        """A meeting weighs deeds anew and gives them other names."""
        items = [
            replace(item, code="", name=f"{item.name}（{self._word('新')}）", limits=())
            if self.chance.random() < 0.2
            else replace(item, limits=(), enabled=item.enabled and self.chance.random() < 0.95)
            for item in (*starter_catalogue(), *MORE)
        ]
        with self.village.write() as tx:
            adopt_catalogue(tx, AdoptCatalogue(self.today, "2026-9", self.today, "会议", tuple(items)))
        return True

    def village_changes(self) -> bool:
        with self.village.write() as tx:
            change_village(
                tx,
                ChangeVillage(
                    name=self._word("清泉村"),
                    township=self._word("柳溪镇"),
                    year=self.today.year,
                    issuer=self._word("小组"),
                    objection_phone=f"0351-55{self.chance.randint(10000, 99999)}",
                    objection_days=self.chance.randint(3, 15),
                    wall_places=self._word("东墙西墙"),
                    wall_names=self.chance.choice(tuple(WallNames)),
                    household_base=Points(0),
                    member_base=Points(0),
                ),
            )
        return True

    def policy_changes(self) -> bool:
        drawn = drawn_policy(self.chance, count_when_posted=self.chance.random() < 0.7)
        self.decide(
            replace(
                drawn,
                objection_person=self._word("赵秀兰"),
                objection_place=self._word("村委会"),
                answer_days=self.chance.randint(3, 20),
                notice_signers=f"{self._word('监督')}：",
                notice_rules=self._word("凭存折兑换"),
            )
        )
        return True

    def wedding(self) -> bool:
        day = self.today + timedelta(days=self.chance.randint(1, 30))
        reported(self.village, on=day, household_id=self._home())
        return True

    def notice(self) -> bool:
        """Another notice, of any kind and look; its sheet must stay as it is from then on, too."""
        kind = self.chance.choice(tuple(NoticeKind))
        with self.village.read() as scope:
            newest = versions(scope)[0].number
        if kind is NoticeKind.CATALOGUE:
            about = str(self.chance.randint(1, newest))
        elif kind is NoticeKind.CORRECTIONS:
            about = self.chance.choice(sorted(self.sheets))
        else:
            about = str(self.chance.choice(self.periods(kind)))
        self.freeze(kind, about)
        self.told[f"notice of {kind}"] += 1
        return True

    def again(self) -> bool:
        """A notice gets a new version; the old one stays as it was."""
        rows = [row for row in self.rows() if row.state in (NoticeState.ISSUED, NoticeState.HANGING)]
        if not rows:
            return False
        row = self.chance.choice(rows)
        self.freeze(row.kind, row.about, "写错了一行")
        return True

    def photo(self) -> bool:
        number = self.chance.choice(sorted(self.sheets))
        with self.village.write() as tx:
            add_notice_photo(tx, AddNoticePhoto(new_uid(), number, self.today, jpeg()))
        return True

    def photo_struck(self) -> bool:
        with self.village.write() as tx:
            kept = [photo.id for number in self.sheets for photo in photos_of(tx, number)]
            if not kept:
                return False
            strike_notice_photo(tx, self.chance.choice(kept))
        return True

    # What must hold

    def freeze(self, kind: NoticeKind, about: str, again: str = "") -> NoticeContent:
        """Issue a notice, now and then in a look of its own, and keep it as it is printed today."""
        look = None if self.chance.random() < 0.5 or kind is NoticeKind.QUARTER else self._look()
        with self.village.write() as tx:
            content = issue_notice(tx, IssueNotice(kind, about, look, again))
        assert content.number is not None
        self.sheets[content.number] = content
        self.printed[content.number] = self._print(content)
        return content

    def reprint(self, number: str) -> None:
        """Fail when the sheet is not what it was, in words, figures, on paper or as a workbook."""
        with self.village.read() as scope:
            content = notice_card(scope, number).content
        assert content == self.sheets[number]
        assert self._print(content) == self.printed[number], number

    def check(self) -> None:
        """Fail when any sheet reads otherwise than it was issued; one of them is printed."""
        with self.village.read() as scope:
            for number, sheet in self.sheets.items():
                assert notice_card(scope, number).content == sheet, number
        self.reprint(self.chance.choice(sorted(self.sheets)))

    def verify(self) -> None:
        """The program's own check finds every notice whole."""
        with self.village.read() as scope:
            assert verify_notices(scope) == len(self.sheets)

    def live(self, changes: int) -> None:
        """So many changes, each followed by a look at the sheets; at the end everything is looked at."""
        first = tuple(self.sheets)
        happened = 0
        while happened < changes:
            if not self.try_act(self.chance.choice(CHANGES)):
                continue
            happened += 1
            self.check()
            if happened % A_LOOK == 0:
                self.verify()
                for number in first:
                    self.reprint(number)
        for number in self.sheets:
            self.reprint(number)
        self.verify()
        with self.village.read() as scope:
            verify_ledger(scope)

    def _print(self, content: NoticeContent) -> Printed:
        target = self.folder / "公示.xlsx"
        write_xlsx(notice_workbook(content), target)
        with CalamineWorkbook.from_path(str(target)) as workbook:
            cells = [
                (name, *row)
                for name in workbook.sheet_names
                for row in workbook.get_sheet_by_name(name).to_python()
            ]
        return Printed(tuple(pdf_text(notice_pages(content, measure()))), tuple(cells))

    def _look(self) -> NoticeLook:
        columns = [each for each in NoticeColumn if self.chance.random() < 0.4]
        subjects = self.chance.choice((ALL_BOOKS, ALL_BOOKS[:1], ALL_BOOKS[1:], (Subject.BUILDING,)))
        return NoticeLook(
            subjects=subjects,
            columns=(NoticeColumn.OPENING, *columns, NoticeColumn.CLOSING),
            names=self.chance.choice(tuple(WallNames)),
            deductions=self.chance.choice(tuple(WallDeductions)),
            paper=PaperSize.A3,
            landscape=True,
            size=self.chance.choice((16.0, 18.0)),
        )

    def _on(self, day: date) -> None:
        self.later((day - self.today).days)

    def _until(self, times: int, name: str) -> None:
        while self.told[name] < times:
            self.try_act(name)

    def _word(self, letters: str) -> str:
        return letters + "".join(self.chance.choices("甲乙丙丁戊己庚辛", k=3))


def campaign(changes: int, seed: int) -> Counter[str]:
    """One village and so many changes after its notices; how often each kind of change occurred."""
    shm = Path("/dev/shm")
    with TemporaryDirectory(prefix="changes-", dir=shm if shm.is_dir() else None) as folder:
        village = ChangingVillage(Path(folder), random.Random(seed), LAST_DAY)
        before = Counter(village.told)
        try:
            village.live(changes)
        except BaseException as trouble:
            trouble.add_note(f"seed {seed}, after {sum(village.told.values())} acts")
            raise
        finally:
            village.village.store.close()
    return village.told - before


def main() -> int:
    """Run the whole campaign and say how often each kind of change occurred; 1 when one never did."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--changes", type=int, default=1000)
    options.add_argument("--seed", type=int, default=FIXED_SEED)
    chosen = options.parse_args()
    began = time.monotonic()
    told = campaign(chosen.changes, chosen.seed)
    sys.stdout.write(f"{chosen.changes} changes, seed {chosen.seed}, {time.monotonic() - began:.0f} s: ")
    sys.stdout.write(", ".join(f"{name} {times}" for name, times in sorted(told.items())) + "\n")
    return 0 if all(told[name] for name in CHANGES) else 1


if __name__ == "__main__":
    sys.exit(main())
