import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from builders.village import booked, settled_village
from passbook_desk.app.schema import metadata
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
from passbook_desk.features.audit.digests import row_digest
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.kernel.places import migrations_folder

SHIPPED = Scripts(migrations_folder())


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
    for table in ("ledger_line", "voucher", "audit", "notice", "notice_line", "anchor", "printout"):
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
        connection.execute("PRAGMA user_version = 7")
    before = fingerprint(old_file)
    with pytest.raises(NewerFile) as newer:
        needs_upgrade(old_file, SHIPPED)
    assert newer.value.params == {"file_version": 7, "program_version": SCHEMA_NUMBER}
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
    scripts = tmp_path / "first"
    shutil.copytree(
        migrations_folder(), scripts, ignore=shutil.ignore_patterns("__pycache__", "0002*", "0003*", "0004*")
    )
    guards = scripts / "guards_sqlite.sql"
    statements = guards.read_text(encoding="utf-8").split("--;")
    later = ("household_act", "sign_in", "catalogue_limit", "claim", "review", "period_reopening")
    guards.write_text(
        "--;".join(s for s in statements if not any(table in s for table in later)), encoding="utf-8"
    )
    path = tmp_path / "old.pbk"
    create_file(path, Scripts(scripts, 1, "0001"))
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
