import hashlib
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from builders.books import issued, paper, printed
from builders.events import reported, taken
from builders.paper import measure, pdf_text
from builders.shop import Shop
from builders.village import MORNING, Village, booked, catalogue, household, settled_village
from passbook_desk.app.schema import metadata
from passbook_desk.app.verify import verify_village
from passbook_desk.app.village_file import open_village
from passbook_desk.db.bulk import StoredRows
from passbook_desk.db.errors import FileMissing, NewerFile, NotAVillageFile
from passbook_desk.db.integrity import expected_schema
from passbook_desk.db.migrate import (
    SCHEMA_NUMBER,
    SCHEMA_REVISION,
    Scripts,
    create_file,
    needs_upgrade,
    read_stamp,
    upgrade_file,
)
from passbook_desk.db.store import CreatedRow, Store, Tx
from passbook_desk.features.access.commands import found_operator
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.access.values import Role
from passbook_desk.features.audit.commands import note_act, seal_changes
from passbook_desk.features.audit.digests import row_digest, stored_digests
from passbook_desk.features.events.commands import adopt_standard
from passbook_desk.features.events.course.kinds import DayPlace, EventState, StepKind
from passbook_desk.features.events.model import EventFigure, RiteEvent
from passbook_desk.features.events.queries import event_card, events
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.figures import period_figures
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.ledger.periods import close_period
from passbook_desk.features.ledger.queries import accounts, balances, lines
from passbook_desk.features.ledger.values import AnchorKind, ReverseLines
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.paper import notice_pages
from passbook_desk.features.notices.queries import ISSUED_ACT, issued_quarter, notice_card
from passbook_desk.features.notices.rules import (
    ALL_BOOKS,
    NO_FIGURES,
    OLD_COLUMNS,
    lines_digest,
    notice_line,
    sheet_digest,
)
from passbook_desk.features.notices.values import (
    IssueQuarter,
    NoticeContent,
    NoticeKind,
    NoticeLook,
    NoticeState,
    NoticeWords,
    PartKind,
)
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.passbooks.books.starter import SHIPPED as SHIPPED_KINDS
from passbook_desk.features.passbooks.books.types import book_types
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.queries import passbook_content, printouts
from passbook_desk.features.redemption.counter.errors import NotEnoughPoints
from passbook_desk.features.redemption.counter.queries import slips
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import UndoSlip
from passbook_desk.features.redemption.goods.queries import goods_rows, outlets
from passbook_desk.features.village.commands import change_policy, found_village, next_number
from passbook_desk.features.village.policy import SIGNERS
from passbook_desk.features.village.queries import policy
from passbook_desk.features.village.values import FoundVillage, WallNames
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.period import DateSpan, Quarter
from passbook_desk.kernel.places import migrations_folder
from passbook_desk.kernel.points import Points

SHIPPED = Scripts(migrations_folder())
OF_BOOKS = ("book", "print_outcome", "place_set", "paper_doubt")
"""Words of the guards that came with books on paper."""
OF_EVENTS = (
    "event_step",
    "step_figure",
    "event_day",
    "event_photo",
    "rite_body",
    "body_",
    "pledge",
    "equipment",
)
"""Words of the guards that came with the course of events."""
OF_NOTICES = ("notice_claim", "notice_proof", "notice_step", "notice_photo", "notice_again", "objection")
"""Words of the guards that came with proofs, hanging and objections."""
OF_SHOP = ("goods", "outlet", "stock", "slip", "demand", "exchange_")
"""Words of the guards that came with the points shop."""


OLD_LINES_SHA256 = "0958c6d588d53092cb4e83fa4443ed352f7b5569eb3769d76a4d46942ee085e6"
"""What the program before this one sealed the three lines of the notice below with."""
OLD_PAPER = """
清泉村2026年一季度积分公示 〔2026〕第1号
计分期间：2026年1月1日至2026年3月31日　统计截止：2026年3月31日（账目第 3 笔）
公示期：2026年4月3日至2026年4月9日　张贴地点：村务公开栏
期末结余＝期初＋加分－扣分－兑换。扣分、兑换列为正数；更正以前的错记，在原栏列为负数。
年度累计是本年加分减去扣分，兑换不使它减少。★红为党员红色存折，●绿为家庭绿色存折。
对公示有异议的，请在2026年4月9日以前拨打监督电话 0351-5550123，或到村委会当面反映，说明公示上的行号。
行号 网格 户编号 户主/姓名 折 期初 加分 扣分 兑换 期末结余 年度累计
1 第一网格 01001 王*国 ●绿 0 10 5 0 5 5
2 第一网格 01002 李*英 ●绿 0 10 0 0 10 10
3 第一网格 01002 李*英 ★红 0 0 0 0 0 0
第一网格 小计 3 本 0 20 5 0 15 15
全村 合计 3 本 0 20 5 0 15 15
编制：
审核（积分管理小组）：
监督（监督小组）：
（盖章处）
"""
"""What it printed."""


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def later_program(folder: Path, statement: str) -> Scripts:
    """The shipped scripts and one more revision that runs a statement."""
    scripts = folder / "migrations"
    shutil.copytree(migrations_folder(), scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "0099_later.py").write_text(
        "from alembic import op\n"
        f"revision = '0099'\ndown_revision = {SCHEMA_REVISION!r}\n"
        f"def upgrade() -> None:\n    op.execute({statement!r})\n",
        encoding="utf-8",
    )
    return Scripts(scripts, SCHEMA_NUMBER + 1, "0099")


def earlier_program(folder: Path, revisions: tuple[str, ...], tables: tuple[str, ...]) -> Scripts:
    """The shipped scripts without these revisions and without the guards of these tables."""
    ignored = shutil.ignore_patterns("__pycache__", *revisions)
    shutil.copytree(migrations_folder(), folder, ignore=ignored)
    guards = folder / "guards_sqlite.sql"
    statements = guards.read_text(encoding="utf-8").split("--;")
    kept = [one for one in statements if not any(table in one for table in tables)]
    guards.write_text("--;".join(kept), encoding="utf-8")
    return Scripts(folder)


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A village with lines, closed."""
    village = settled_village(tmp_path)
    with village.read() as scope:
        everybody = tuple(row.id for row in accounts(scope))[:1]
    booked(village, everybody, memo="𠮷家打扫 ✓")
    village.store.close()
    return village.path


def test_the_newest_revision_is_the_one_the_program_names() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA_REVISION


def test_the_tables_made_are_the_tables_of_the_models(tmp_path: Path) -> None:
    path = tmp_path / "new.pbk"
    create_file(path, SHIPPED)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata()) == []
    engine.dispose()
    assert read_stamp(path).number == SCHEMA_NUMBER


def test_every_table_is_strict_and_every_ledger_table_guarded() -> None:
    schema = expected_schema(SHIPPED)
    tables = {name: sql for name, sql in schema.items() if name.startswith("table ")}
    assert len(tables) == len(metadata().tables)
    assert [name for name, sql in tables.items() if "STRICT" not in sql] == []
    of_the_ledger = ("ledger_line", "voucher", "audit", "notice", "notice_line", "anchor", "printout")
    of_books = ("book_print", "book_line", "print_outcome", "place_set", "paper_doubt")
    of_events = ("event_figure", "event_step", "step_figure", "event_day")
    of_notices = ("notice_claim", "notice_proof", "notice_step", "objection", "objection_step")
    of_shop = ("goods_price", "stock_paper", "stock_batch", "stock_move", "slip", "slip_item", "slip_undo")
    of_counts = ("stocktake", "stocktake_count", "stocktake_step")
    of_days = ("exchange_day", "exchange_ticket", "exchange_settlement")
    for table in (*of_the_ledger, *of_books, *of_events, *of_notices, *of_shop, *of_counts, *of_days):
        assert f"trigger {table}_no_update" in schema
        assert f"trigger {table}_no_delete" in schema


def test_an_older_file_is_upgraded_and_keeps_every_line(tmp_path: Path, old_file: Path) -> None:
    scripts = later_program(tmp_path, "ALTER TABLE village ADD COLUMN motto TEXT")
    assert needs_upgrade(old_file, scripts)
    seen: list[Path] = []
    upgrade_file(old_file, tmp_path / "copy.db", scripts, seen.append)
    assert seen == [tmp_path / "copy.db"]
    assert not needs_upgrade(old_file, scripts)
    with closing(sqlite3.connect(old_file)) as connection:
        assert connection.execute("SELECT memo FROM line_note").fetchall() == [("𠮷家打扫 ✓",)]
        connection.execute("SELECT motto FROM village").fetchall()
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            connection.execute("DELETE FROM ledger_line")


def test_a_failing_upgrade_leaves_the_file_byte_for_byte(tmp_path: Path, old_file: Path) -> None:
    scripts = later_program(tmp_path, "INSERT INTO nothing_like_this VALUES (1)")
    before = fingerprint(old_file)
    with pytest.raises(Exception, match="nothing_like_this"):
        upgrade_file(old_file, tmp_path / "copy.db", scripts, lambda _: None)
    assert fingerprint(old_file) == before


def test_an_upgrade_that_does_not_verify_leaves_the_file_byte_for_byte(
    tmp_path: Path, old_file: Path
) -> None:
    scripts = later_program(tmp_path, "DELETE FROM line_note")
    before = fingerprint(old_file)

    def refuse(_: Path) -> None:
        raise NotAVillageFile(path="x")

    with pytest.raises(NotAVillageFile):
        upgrade_file(old_file, tmp_path / "copy.db", scripts, refuse)
    assert fingerprint(old_file) == before


def test_an_upgrade_that_tears_a_reference_is_refused(tmp_path: Path, old_file: Path) -> None:
    scripts = later_program(tmp_path, "DELETE FROM place")
    before = fingerprint(old_file)
    with pytest.raises(RuntimeError, match="dangling"):
        upgrade_file(old_file, tmp_path / "copy.db", scripts, lambda _: None)
    assert fingerprint(old_file) == before


def test_a_newer_file_is_refused_untouched_with_both_versions(tmp_path: Path, old_file: Path) -> None:
    with closing(sqlite3.connect(old_file)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_NUMBER + 1}")
    before = fingerprint(old_file)
    with pytest.raises(NewerFile) as newer:
        needs_upgrade(old_file, SHIPPED)
    assert newer.value.params == {"file_version": SCHEMA_NUMBER + 1, "program_version": SCHEMA_NUMBER}
    assert fingerprint(old_file) == before


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all" * 100, b"SQLite format 3\x00" + b"\x00" * 4000]
)
def test_other_files_are_not_villages(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.pbk"
    path.write_bytes(content)
    with pytest.raises(NotAVillageFile):
        read_stamp(path)


def test_another_programs_database_is_not_a_village(tmp_path: Path) -> None:
    path = tmp_path / "x.pbk"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE village (id INTEGER)")
    with pytest.raises(NotAVillageFile):
        read_stamp(path)
    with pytest.raises(FileMissing):
        read_stamp(tmp_path / "nothing.pbk")


def test_a_file_of_the_first_version_keeps_its_accounts_and_takes_shops(tmp_path: Path) -> None:
    of_claims = ("sign_in", "catalogue_limit", "claim", "review", "period_reopening")
    later = ("household_act", *of_claims, *OF_BOOKS, *OF_EVENTS, *OF_NOTICES, *OF_SHOP)
    revisions = ("0002*", "0003*", "0004*", "0005*", "0006*", "0007*")
    scripts = earlier_program(tmp_path / "first", revisions, later)
    path = tmp_path / "old.pbk"
    create_file(path, replace(scripts, number=1, revision="0001"))
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "INSERT INTO village VALUES"
            " (1,'v','清泉村','140108203211','河东镇',2026,'','',7,'','full',0,0,'','x');"
            "INSERT INTO place VALUES (1,1,'p',NULL,'grid','01','第一网格');"
            "INSERT INTO household VALUES (1,1,'h',1,'01001','','','');"
            "INSERT INTO account VALUES (1,1,'a','20010011','green','household',1,NULL,'2026-03-10',NULL);"
        )
    assert needs_upgrade(path, SHIPPED)
    upgrade_file(path, tmp_path / "copy.db", SHIPPED, lambda _: None)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        assert connection.execute("SELECT number, household_id, organization_id FROM account").fetchall() == [
            ("20010011", 1, None)
        ]
        shop = "INSERT INTO account VALUES (2,1,'b','2','green','shop',NULL,NULL,'2026-03-10',NULL,?)"
        with pytest.raises(sqlite3.IntegrityError, match="has_owner"):
            connection.execute(shop, (None,))
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute(shop, (7,))


def test_a_file_from_before_books_keeps_everything_and_gets_kinds_of_books(tmp_path: Path) -> None:
    scripts = earlier_program(
        tmp_path / "third",
        ("0004*", "0005*", "0006*", "0007*"),
        (*OF_BOOKS, *OF_EVENTS, *OF_NOTICES, *OF_SHOP),
    )
    path = tmp_path / "清泉村.pbk"
    create_file(path, replace(scripts, number=3, revision="0003"))
    before = Village(
        path, Store.on_file(path, 1, seal_changes, check_permit), Actor(0, ""), FixedClock(MORNING)
    )
    with before.write() as tx:
        found_village(tx, FoundVillage("清泉村", "140108203211", "柳溪镇", 2026, "刘文书", "0351-5550123"))
        before.actor = tx.actor = found_operator(tx, "刘文书", (Role.RECORDER, Role.REVIEWER))
        catalogue(tx)
        household(tx, "01001", "王建国")
        household(tx, "01002", "李秀英")
    booked(before, (1, 2), memo="扫了街")
    with before.write() as tx:
        log_printouts(tx, passbook_content(tx, (1,), tx.today))
    before.store.close()
    assert needs_upgrade(path, SHIPPED)

    opened = open_village(path, before.clock)
    village = Village(path, opened.store, opened.actor, before.clock)
    with village.read() as scope:
        assert [row.layout.name for row in book_types(scope)] == [layout.name for layout in SHIPPED_KINDS]
        assert [row.last_account_seq for row in printouts(scope, 9)] == [1]
        assert [row.memo for account in (1, 2) for row in lines(scope, account)] == ["扫了街", "扫了街"]
        assert verify_village(scope, SHIPPED).line_seq == 2
    book = issued(village, 1)
    printed(village, book)
    assert paper(village, book) == ["1-1 1 10"]
    opened.close()
    with closing(sqlite3.connect(path)) as connection:
        for table in ("book_print", "book_line", "print_outcome"):
            with pytest.raises(sqlite3.DatabaseError, match="append-only"):
                connection.execute(f"DELETE FROM {table}")


def test_events_from_before_their_course_keep_what_was_reported_and_go_on(tmp_path: Path) -> None:
    scripts = earlier_program(
        tmp_path / "fourth", ("0005*", "0006*", "0007*"), (*OF_EVENTS, *OF_NOTICES, *OF_SHOP)
    )
    path = tmp_path / "清泉村.pbk"
    create_file(path, replace(scripts, number=4, revision="0004"))
    before = Village(
        path, Store.on_file(path, 1, seal_changes, check_permit), Actor(0, ""), FixedClock(MORNING)
    )
    with before.write() as tx:
        found_village(tx, FoundVillage("清泉村", "140108203211", "柳溪镇", 2026, "刘文书", "0351-5550123"))
        before.actor = tx.actor = found_operator(tx, "刘文书", (Role.RECORDER, Role.REVIEWER))
        household(tx, "01001", "王建国")
        day = date(2026, 1, 15)
        adopt_standard(tx, AdoptStandard(day, "2026-2", day, "会议", starter_standard()))
        reported_by_the_old_program(tx)
    before.store.close()

    opened = open_village(path, before.clock)
    village = Village(path, opened.store, opened.actor, before.clock)
    with village.read() as scope:
        verify_village(scope, SHIPPED)
        (row,) = events(scope)
        assert (row.number, row.held_on, row.tables) == ("2025-001", date(2026, 6, 11), 18)
        card = event_card(scope, row.id)
    assert (card.family, card.days, card.steps) == ("", (DayPlace(date(2026, 6, 11), "村文化广场"),), ())
    assert taken(village, card, StepKind.APPROVED).state is EventState.APPROVED
    assert reported(village, kind=EventKind.STUDY).number == "2026-001"
    with village.read() as scope:
        verify_village(scope, SHIPPED)
    opened.close()


def reported_by_the_old_program(tx: Tx) -> None:
    """A wedding of 18 tables, stored and sealed as it was before an event had steps."""
    event = {
        "id": 1, "village_id": 1, "uid": "e", "number": "2025-001", "kind": "wedding", "household_id": 1,
        "standard_version_id": 1, "hosting_case": "ordinary", "matter": "儿子结婚", "held_on": "2026-06-11",
        "reported_on": "2026-06-01", "place": "村文化广场", "contact": "", "salt": b"s" * 16, "phone": "",
        "phone_lookup": "", "phone_tail4": "", "cook_team": "", "pledge_signed": 1,
        "registered_at": "2026-06-01T01:30:00.000000Z", "registered_by": 1,
    }  # fmt: skip
    figure = {"id": 1, "uid": "f", "event_id": 1, "stage": "declared", "measure": "tables", "amount": 18}
    for kind, row in ((RiteEvent, event), (EventFigure, figure)):
        table = kind.__tablename__
        _insert(tx, table, row)
        (digest,) = stored_digests(StoredRows(kind, {column: [value] for column, value in row.items()}))
        tx.changes.created_in_bulk.append(CreatedRow(table, str(row["uid"]), digest))


def test_a_notice_from_before_there_was_a_choice_prints_the_same_and_is_corrected_by_the_next(
    tmp_path: Path,
) -> None:
    scripts = earlier_program(tmp_path / "fifth", ("0006*", "0007*"), (*OF_NOTICES, *OF_SHOP))
    path = tmp_path / "清泉村.pbk"
    create_file(path, replace(scripts, number=5, revision="0005"))
    before = Village(
        path, Store.on_file(path, 1, seal_changes, check_permit), Actor(0, ""), FixedClock(MORNING)
    )
    with before.write() as tx:
        found_village(tx, FoundVillage("清泉村", "140108203211", "柳溪镇", 2026, "刘文书", "0351-5550123"))
        before.actor = tx.actor = found_operator(tx, "刘文书", (Role.RECORDER, Role.REVIEWER))
        catalogue(tx)
        household(tx, "01001", "王建国")
        household(tx, "01002", "李秀英", member_of_party=True)
    before.on(date(2026, 4, 3))
    booked(before, (1, 2), on=date(2026, 3, 10), memo="扫了街")
    booked(before, (1,), "108", on=date(2026, 3, 11))
    with before.write() as tx:
        old = issued_by_the_old_program(tx)
    before.store.close()

    opened = open_village(path, before.clock)
    village = Village(path, opened.store, opened.actor, before.clock)
    with village.read() as scope:
        assert issued_quarter(scope, Quarter(2026, 1)) == old
        assert notice_card(scope, old.number or "").row.state is NoticeState.ISSUED
        assert verify_notices(scope) == 1
        verify_village(scope, SHIPPED)
    printed_now = "".join("".join(pdf_text(notice_pages(old, measure()))).split())
    assert [line for line in OLD_PAPER.splitlines() if "".join(line.split()) not in printed_now] == []

    village.on(date(2026, 7, 2))
    with village.write() as tx:
        assert notice_card(tx, "〔2026〕第1号").row.state is NoticeState.CLOSED
        reverse_lines(tx, ReverseLines("u", (2,), "记错"))
    with village.write() as tx:
        following = issue_quarter(tx, IssueQuarter(Quarter(2026, 2)))
    (part,) = following.parts
    assert (following.form, following.number, part.kind) == (2, "2026-02", PartKind.CORRECTIONS)
    assert part.rows == (("〔2026〕第1号", "2", "01002", "李*英", "-10", "冲销错记"),)
    with village.read() as scope:
        assert issued_quarter(scope, Quarter(2026, 1)) == old
        assert verify_notices(scope) == 2
        verify_village(scope, SHIPPED)
    opened.close()


def issued_by_the_old_program(tx: Tx) -> NoticeContent:
    """The first quarter's notice, stored and sealed as it was before a sheet had a look and parts."""
    number = f"2026-{next_number(tx, 'notice:2026'):02d}"
    end = set_anchor(tx, AnchorKind.NOTICE, number)
    span = Quarter(2026, 1).span
    figures = period_figures(tx, span.first, span.last)
    content = NoticeContent(
        number=number, version=1, kind=NoticeKind.QUARTER, about="2026Q1", first_on=span.first,
        last_on=span.last, year_first=span.first, cut_off_seq=end.seq, issued_on=tx.today,
        hung_until=date(2026, 4, 9), village_name="清泉村", township="柳溪镇", issuer="清泉村积分管理小组",
        objection_phone="0351-5550123", wall_places="村务公开栏", head_code=end.code,
        look=NoticeLook(ALL_BOOKS, OLD_COLUMNS, WallNames.STARRED),
        words=NoticeWords("", "村委会", 0, tuple(SIGNERS.splitlines())),
        lines=tuple(
            notice_line(place, WallNames.STARRED, account, figures.get(account.id, NO_FIGURES))
            for place, account in enumerate(accounts(tx), 1)
        ),
        form=1,
    )  # fmt: skip
    assert lines_digest(content.lines, form=1) == OLD_LINES_SHA256
    same = (
        "number", "first_on", "last_on", "cut_off_seq", "issued_on", "hung_until", "village_name", "township",
        "issuer", "objection_phone", "wall_places", "head_code",
    )  # fmt: skip
    sheet = {name: str(getattr(content, name)) for name in same} | {
        "id": 1, "village_id": 1, "uid": "n", "kind": "quarter", "period": "2026Q1",
        "cut_off_seq": content.cut_off_seq, "lines_sha256": OLD_LINES_SHA256,
        "issued_at": "2026-04-03T01:30:00.000000Z", "issued_by": 1,
    }  # fmt: skip
    _insert(tx, "notice", sheet)
    texts = ("grid_code", "grid_name", "account_number", "household_code", "shown_name")
    sums = ("opening", "credits", "debits", "redeemed", "closing", "year_total")
    for line in content.lines:
        row = {name: getattr(line, name) for name in texts}
        row |= {name: getattr(line, name).hundredths for name in sums}
        colour = "" if line.colour is None else line.colour.value
        _insert(tx, "notice_line", row | {"notice_id": 1, "line_no": line.number, "colour": colour})
    close_period(tx, DateSpan(span.first, span.last), number)
    note_act(tx, ISSUED_ACT, "notice", "n", f"{number} {sheet_digest(content)}")
    return content


def _insert(tx: Tx, table: str, row: dict[str, object]) -> None:
    places = ", ".join(f":{column}" for column in row)
    tx.session.execute(text(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})"), row)


def test_a_file_from_before_the_shop_keeps_points_and_notices_and_opens_one(tmp_path: Path) -> None:
    scripts = earlier_program(tmp_path / "sixth", ("0007*",), OF_SHOP)
    path = tmp_path / "清泉村.pbk"
    create_file(path, replace(scripts, number=6, revision="0006"))
    before = Village(
        path, Store.on_file(path, 1, seal_changes, check_permit), Actor(0, ""), FixedClock(MORNING)
    )
    with before.write() as tx:
        found_village(tx, FoundVillage("清泉村", "140108203211", "柳溪镇", 2026, "刘文书", "0351-5550123"))
        before.actor = tx.actor = found_operator(tx, "刘文书", (Role.RECORDER, Role.REVIEWER))
        catalogue(tx)
        household(tx, "01001", "王建国")
        household(tx, "01002", "李秀英", member_of_party=True)
        change_policy(tx, replace(policy(tx), least_to_redeem=Points(500)))
    booked(before, (1, 2), on=date(2026, 3, 10), memo="扫了街")
    booked(before, (1,), on=date(2026, 3, 11))
    before.on(date(2026, 4, 3))
    with before.write() as tx:
        old = issue_quarter(tx, IssueQuarter(Quarter(2026, 1)))
    with before.write() as tx:
        reverse_lines(tx, ReverseLines("u", (2,), "记错"))
    with before.read() as scope:
        lines_before = [lines(scope, account) for account in (1, 2, 3)]
        figures_before = balances(scope)
        decided_before = policy(scope)
    before.store.close()
    assert needs_upgrade(path, SHIPPED)

    opened = open_village(path, before.clock)
    village = Village(path, opened.store, opened.actor, before.clock)
    with village.read() as scope:
        assert [lines(scope, account) for account in (1, 2, 3)] == lines_before
        assert balances(scope) == figures_before
        assert policy(scope) == decided_before
        assert issued_quarter(scope, Quarter(2026, 1)) == old
        assert (outlets(scope), goods_rows(scope), slips(scope)) == ((), (), ())
        verify_village(scope, SHIPPED)
    shop = Shop(village)
    shop.offer("肥皂", "5")
    shop.stocked("肥皂", 4)
    with pytest.raises(NotEnoughPoints) as short:
        shop.redeemed("王建国", ("肥皂", 4))
    assert short.value.params["least"] == Points(1500)
    slip = shop.redeemed("王建国", ("肥皂", 3))
    assert (slip.points, slip.left, shop.goods("肥皂").stock) == (Points(1500), Points(500), 1)
    with village.write() as tx:
        undo_slip(tx, UndoSlip("back", slip.id))
    with village.read() as scope:
        assert balances(scope)[0].spendable == Points(2000)
        verify_village(scope, SHIPPED)
    opened.close()
    with closing(sqlite3.connect(path)) as connection:
        for table in ("slip", "slip_item", "stock_move", "goods_price"):
            with pytest.raises(sqlite3.DatabaseError, match="append-only"):
                connection.execute(f"DELETE FROM {table}")


def test_a_column_that_came_later_and_says_nothing_leaves_a_rows_digest_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = Account(id=1, village_id=1, uid="a", number="1", colour="green", owner_kind="household")
    before = row_digest(held)
    held.organization_id = 3
    assert row_digest(held) != before
    held.organization_id = None
    assert row_digest(held) == before
    monkeypatch.setattr(Account, "later_columns", ())  # as a program that seals every column
    assert row_digest(held) != before
