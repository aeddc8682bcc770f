"""The list, the form while it is typed, the card and the standard, without a window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from builders.pages import AtOnce, VillageDesk
from builders.village import Village, household, new_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Page, texts
from passbook_desk.documents.sheet import Cell, Sheet, Workbook
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.commands import adopt_standard
from passbook_desk.features.events.course.values import Clash
from passbook_desk.features.events.event_papers import SheetKind
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import (
    AdoptStandard,
    Deadline,
    EventCard,
    EventKind,
    EventRow,
    FigureJudged,
    Measure,
    Verdict,
)
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.pages.events.card_presenter import EventCardPresenter
from passbook_desk.ui.pages.events.columns import limit_text, subject_text
from passbook_desk.ui.pages.events.presenter import (
    EventEntry,
    EventFormPresenter,
    EventsPresenter,
    EventsShown,
)
from passbook_desk.ui.pages.events.standard_presenter import (
    StandardDraft,
    StandardPresenter,
    StandardShown,
)
from passbook_desk.ui.pages.events.words import against_text, deadline_told, verdict_told

HELD_ON = date(2026, 6, 20)


@dataclass
class Seen:
    """Stands in for all four pages."""

    rows: Sequence[EventRow] = ()
    going_on: Sequence[EventRow] = ()
    clashing: Sequence[Clash] = ()
    has_standard: bool | None = None
    measures: Sequence[Measure] = ()
    found: tuple[str, Sequence[HouseholdRow]] = ("", ())
    host: tuple[HouseholdRow, HostingCase] | None = None
    judged: dict[Measure, FigureJudged] = field(default_factory=dict)
    reported: Deadline | None = None
    cards: list[EventCard] = field(default_factory=list)
    pages: Sequence[Page] = ()
    standard: StandardShown | None = None
    drafts: list[StandardDraft] = field(default_factory=list)
    adopted: list[int] = field(default_factory=list)
    exported: Path | None = None
    troubles: list[BaseException] = field(default_factory=list)

    def show_events(self, rows: Sequence[EventRow], going_on: Sequence[EventRow], has_standard: bool) -> None:
        self.rows, self.going_on, self.has_standard = rows, going_on, has_standard

    def show_measures(self, measures: Sequence[Measure], cases: Sequence[HostingCase]) -> None:
        self.measures = measures

    def show_found(self, text: str, rows: Sequence[HouseholdRow]) -> None:
        self.found = (text, rows)

    def show_host(self, host: HouseholdRow, case: HostingCase) -> None:
        self.host = (host, case)

    def show_judged(self, figures: Sequence[FigureJudged], reported: Deadline | None) -> None:
        self.judged = {figure.measure: figure for figure in figures}
        self.reported = reported

    def show_saved(self, card: EventCard) -> None:
        self.cards.append(card)

    def show_card(self, card: EventCard, clashing: Sequence[Clash]) -> None:
        self.cards.append(card)
        self.clashing = clashing

    def show_sheet(self, kind: SheetKind, card: EventCard, pages: Sequence[Page]) -> None:
        self.pages = pages

    def show_standard(self, shown: StandardShown | None) -> None:
        self.standard = shown

    def show_draft(self, draft: StandardDraft) -> None:
        self.drafts.append(draft)

    def show_exported(self, target: Path) -> None:
        self.exported = target

    def show_adopted(self, number: int) -> None:
        self.adopted.append(number)

    def show_refusal(self, error: BaseException) -> None:
        self.troubles.append(error)

    show_problem = show_refusal


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Village]:
    """Two households, the second with a party member, and no standard; today is 2026-06-01."""
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国")
        household(tx, "01002", "李秀英", member_of_party=True)
    yield village
    village.store.close()


@pytest.fixture
def village(bare: Village) -> Village:
    with bare.write() as tx:
        adopt_standard(tx, AdoptStandard(date(2026, 1, 15), "", date(2026, 1, 15), "", starter_standard()))
    return bare


@pytest.fixture
def seen() -> Seen:
    return Seen()


def form(village: Village, seen: Seen, kind: EventKind = EventKind.WEDDING) -> EventFormPresenter:
    made = EventFormPresenter(VillageDesk(village), seen, AtOnce(), village.clock, village.key)
    made.begin(kind)
    return made


def entry(household_id: int = 1, **figures: int) -> EventEntry:
    return EventEntry(
        household_id=household_id,
        held_on=HELD_ON,
        hosting_case=HostingCase.ORDINARY,
        place="村文化广场",
        contact="王建国",
        phone="13812345678",
        cook_team="",
        pledge_signed=True,
        matter="长子结婚",
        figures=tuple((Measure(name), amount) for name, amount in figures.items()),
    )


def code_of(trouble: BaseException) -> tuple[str, object]:
    assert isinstance(trouble, PassbookError)
    return trouble.code, trouble.params.get("field")


def test_without_a_standard_the_list_says_so_and_a_report_is_refused(bare: Village, seen: Seen) -> None:
    EventsPresenter(VillageDesk(bare), seen, AtOnce(), bare.clock).load()
    assert (seen.rows, seen.has_standard) == ((), False)
    page = form(bare, seen)
    assert seen.measures == []
    page.save(entry())
    assert code_of(seen.troubles[0]) == ("events.no-standard", "held_on")


def test_the_form_asks_for_four_figures_first_and_only_for_limited_ones(village: Village, seen: Seen) -> None:
    form(village, seen)
    assert seen.measures[:4] == [Measure.TABLES, Measure.DAYS, Measure.PER_TABLE, Measure.GIFT]
    assert Measure.BRIDE_PRICE in seen.measures
    form(village, seen, EventKind.FUNERAL)
    assert Measure.WREATHS in seen.measures
    assert Measure.BRIDE_PRICE not in seen.measures


def test_every_figure_is_judged_while_it_is_typed(village: Village, seen: Seen) -> None:
    page = form(village, seen)
    for tables, verdict, words in ((17, Verdict.WITHIN, "✓ 未超"), (18, Verdict.NEAR, "▲ 接近"),
                                   (21, Verdict.OVER, "✕ 超标")):  # fmt: skip
        page.judge(HostingCase.ORDINARY, HELD_ON, {Measure.TABLES: tables})
        figure = seen.judged[Measure.TABLES]
        assert figure.verdict is verdict
        assert (against_text(figure), verdict_told(verdict).words) == (f"{tables} / 20 桌", words)
    assert verdict_told(seen.judged[Measure.CARS].verdict).words == ""
    assert against_text(seen.judged[Measure.CARS]) == "未填 / 8 辆"


def test_the_case_changes_the_limits(village: Village, seen: Seen) -> None:
    page = form(village, seen)
    page.judge(HostingCase.MEMBER, HELD_ON, {Measure.TABLES: 12})
    assert (seen.judged[Measure.TABLES].limit, seen.judged[Measure.TABLES].verdict) == (10, Verdict.OVER)
    page.judge(HostingCase.JOINT, HELD_ON, {Measure.TABLES: 12})
    assert (seen.judged[Measure.TABLES].limit, seen.judged[Measure.TABLES].verdict) == (30, Verdict.WITHIN)


def test_the_deadline_is_told_in_words_for_each_kind(village: Village, seen: Seen) -> None:
    page = form(village, seen)
    page.judge(HostingCase.ORDINARY, HELD_ON, {})
    assert seen.reported is not None
    assert deadline_told(EventKind.WEDDING, seen.reported).words == "✓ 提前 19 天报备，按时（要求提前 7 天）"
    page.judge(HostingCase.ORDINARY, date(2026, 6, 3), {})
    assert seen.reported is not None
    told = deadline_told(EventKind.WEDDING, seen.reported)
    assert (told.words, told.role) == ("✕ 提前 2 天报备，迟报（要求提前 7 天）", "error")
    page = form(village, seen, EventKind.FUNERAL)
    page.judge(HostingCase.ORDINARY, date(2026, 5, 30), {})
    assert seen.reported is not None
    told = deadline_told(EventKind.FUNERAL, seen.reported)
    assert told.words == "✓ 办事后 2 天补报，按时（要求当天告知，7 天内补手续）"
    page.judge(HostingCase.ORDINARY, None, {})
    assert seen.reported is None


def test_before_the_first_standard_nothing_is_limited(village: Village, seen: Seen) -> None:
    page = form(village, seen)
    page.judge(HostingCase.ORDINARY, date(2026, 1, 3), {Measure.TABLES: 99})
    assert seen.judged[Measure.TABLES].verdict is Verdict.NONE
    assert against_text(seen.judged[Measure.TABLES]) == "99（不限）"


def test_a_host_is_found_and_a_party_members_case_is_suggested(village: Village, seen: Seen) -> None:
    page = form(village, seen)
    page.find("李秀英")
    text, rows = seen.found
    assert (text, [row.code for row in rows]) == ("李秀英", ["01002"])
    page.choose(rows[0].id)
    assert seen.host is not None
    assert (seen.host[0].head_name, seen.host[1]) == ("李秀英", HostingCase.MEMBER)


def test_a_report_is_kept_once_however_often_it_is_saved(village: Village, seen: Seen) -> None:
    page = form(village, seen)
    page.save(entry(tables=22, per_table=280))
    page.save(entry(tables=22, per_table=280))
    assert [card.number for card in seen.cards] == ["2026-001", "2026-001"]
    card = seen.cards[0]
    assert str(card.phone) == "138****5678"
    page.begin(EventKind.WEDDING)
    page.save(entry(household_id=2))
    assert seen.cards[-1].number == "2026-002"


def test_a_wrong_phone_is_refused_at_its_field(village: Village, seen: Seen) -> None:
    page = form(village, seen)
    wrong = entry()
    page.save(EventEntry(**{name: getattr(wrong, name) for name in wrong.__slots__} | {"phone": "12"}))
    assert code_of(seen.troubles[0]) == ("events.wrong-phone", "phone")
    assert seen.cards == []


def test_the_list_is_narrowed_by_kind_and_year(village: Village, seen: Seen) -> None:
    form(village, seen).save(entry(tables=22))
    form(village, seen, EventKind.FUNERAL).save(entry(household_id=2, tables=12))
    page = EventsPresenter(VillageDesk(village), seen, AtOnce(), village.clock)
    page.load()
    assert sorted((row.kind.value, row.tables) for row in seen.rows) == [("funeral", 12), ("wedding", 22)]
    page.choose(EventsShown.WEDDINGS)
    assert [(row.head_name, row.verdict) for row in seen.rows] == [("王建国", Verdict.OVER)]
    page.choose(EventsShown.FUNERALS)
    assert [row.head_name for row in seen.rows] == ["李秀英"]
    village.on(date(2027, 1, 5))
    later = EventsPresenter(VillageDesk(village), seen, AtOnce(), village.clock)
    later.load()
    assert seen.rows == ()
    later.choose(EventsShown.EVER)
    assert len(seen.rows) == 2


def test_the_card_leads_to_its_filing_sheet(village: Village, seen: Seen) -> None:
    form(village, seen).save(entry(tables=22))
    page = EventCardPresenter(VillageDesk(village), seen, AtOnce(), FontBook(resources_folder() / "fonts"))
    page.load(seen.cards[0].id)
    assert seen.cards[1] == seen.cards[0]
    page.draw_sheet(seen.cards[0].id, SheetKind.FILING, "")
    words = [text for sheet in seen.pages for text in texts(sheet)]
    assert "编号：2026-001" in words
    assert "超标" in words
    assert not any("13812345678" in text for text in words)
    page.load(999)
    assert code_of(seen.troubles[0])[0] == "events.unknown-event"


def test_the_built_in_standard_is_adopted_by_a_meeting(bare: Village, seen: Seen) -> None:
    page = StandardPresenter(VillageDesk(bare), seen, AtOnce(), bare.clock)
    page.load()
    assert seen.standard is None
    page.take_starter()
    draft = seen.drafts[0]
    for _ in range(2):
        page.adopt(draft, date(2026, 5, 30), "2026-3", date(2026, 6, 1))
    assert seen.adopted == [1, 1]
    assert seen.standard is not None
    assert (seen.standard.in_force, seen.standard.standard.minutes_no) == (1, "2026-3")
    page.show_kinds((EventKind.FUNERAL,))
    assert {one.line.kind for one in seen.standard.lines} == {EventKind.FUNERAL}
    page.adopt(StandardDraft("", draft.limits), date(2027, 5, 30), "", date(2027, 6, 1))
    assert code_of(seen.troubles[0]) == ("village.meeting-in-future", "meeting_on")


def test_a_villages_own_sheet_becomes_the_next_standard(village: Village, seen: Seen, tmp_path: Path) -> None:
    own = tmp_path / "标准.xlsx"
    rows = (("项目", "红事", "白事"), ("报备时间", "提前10天", "当日"), ("桌数", "不超过15桌", "不超过12桌"))
    write_xlsx(Workbook((Sheet("标准", tuple(tuple(map(Cell, row)) for row in rows)),), "标准"), own)
    page = StandardPresenter(VillageDesk(village), seen, AtOnce(), village.clock)
    page.read(own, "")
    draft = seen.drafts[0]
    page.adopt(draft, date(2026, 5, 30), "", date(2026, 7, 1))
    assert seen.standard is not None
    assert (seen.standard.in_force, seen.standard.standard.number) == (1, 2)
    lines = [(subject_text(one.line), limit_text(one.line)) for one in seen.standard.lines]
    assert ("报备时间", "提前 10 天") in lines
    assert ("桌数", "15 桌") in lines
    page.show_number(1)
    assert ("桌数", "20 桌") in [
        (subject_text(one.line), limit_text(one.line)) for one in seen.standard.lines
    ]


def test_the_standard_goes_out_to_be_changed_and_comes_back(
    village: Village, seen: Seen, tmp_path: Path
) -> None:
    page = StandardPresenter(VillageDesk(village), seen, AtOnce(), village.clock)
    page.load()
    page.export(tmp_path / "标准.xlsx", "")
    assert seen.exported == tmp_path / "标准.xlsx"
    page.read(tmp_path / "标准.xlsx", "")
    page.adopt(seen.drafts[-1], date(2026, 5, 30), "2026-3", date(2026, 6, 1))
    assert seen.standard is not None
    assert seen.standard.standard.number == 2
    assert all(
        one.old is not None and one.new is not None and one.old.amount == one.new.amount
        for one in seen.standard.lines
    )
