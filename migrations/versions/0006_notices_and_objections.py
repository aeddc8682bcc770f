"""Notices of every kind with their own look, proofs, hanging, pictures, objections and their answers."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TYPES = {"int": sa.Integer, "text": sa.Text, "blob": sa.LargeBinary}


def _table(
    name: str, columns: str, references: str, *constraints: sa.schema.SchemaItem, made_as: str = ""
) -> None:
    """Columns from words like "uid:text due_on:text?", foreign keys from words like "notice_id>notice"."""
    made: list[sa.schema.SchemaItem] = []
    for word in columns.split():
        column, kind = word.rstrip("?").split(":")
        made.append(
            sa.Column(column, _TYPES[kind](), nullable=word.endswith("?"), autoincrement=column == "id")
        )
    made.append(sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))
    for word in references.split():
        column, target = word.split(">")
        made.append(sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{name}_{column}_{target}"))
    op.create_table(made_as or name, *made, *constraints, sqlite_strict=True)


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=f"ck_{table}_{name}")


def _notice() -> None:
    """Any kind of notice, again in a new version where the first one hangs wrong."""
    _table(
        "notice",
        "id:int village_id:int uid:text number:text version:int kind:text about:text first_on:text "
        "last_on:text cut_off_seq:int issued_on:text hung_until:text village_name:text township:text "
        "issuer:text objection_phone:text wall_places:text head_code:text lines_sha256:text form:int "
        "sheet:text reason:text issued_at:text issued_by:int",
        "issued_by>operator village_id>village",
        _check("notice", "version_from_one", "version >= 1"),
        _check("notice", "again_with_a_reason", "(version = 1) = (length(reason) = 0)"),
        _unique("notice", "village_id", "kind", "about", "version"),
        _unique("notice", "village_id", "number"),
        _unique("notice", "uid"),
        made_as="notice_widened",
    )
    same = (
        "first_on, last_on, cut_off_seq, issued_on, hung_until, village_name, township, issuer,"
        " objection_phone, wall_places, head_code, lines_sha256"
    )
    op.execute(
        f"INSERT INTO notice_widened (id, village_id, uid, number, version, kind, about, {same}, form,"
        " sheet, reason, issued_at, issued_by)"
        f" SELECT id, village_id, uid, number, 1, kind, period, {same}, 1, '', '', issued_at, issued_by"
        " FROM notice"
    )
    op.drop_table("notice")
    op.rename_table("notice_widened", "notice")
    _notice_line()


def _notice_line() -> None:
    figures = "opening credits debits redeemed closing year_total"
    texts = "grid_code grid_name colour account_number household_code shown_name"
    kept = ", ".join(["id", "notice_id", "line_no", *texts.split(), *figures.split()])
    _table(
        "notice_line",
        "id:int notice_id:int line_no:int "
        + " ".join(f"{each}:text" for each in texts.split())
        + " "
        + " ".join(f"{each}:int" for each in figures.split())
        + " pending:int stars:int?",
        "notice_id>notice",
        _unique("notice_line", "notice_id", "line_no"),
        made_as="notice_line_widened",
    )
    op.execute(f"INSERT INTO notice_line_widened ({kept}, pending) SELECT {kept}, 0 FROM notice_line")
    op.drop_table("notice_line")
    op.rename_table("notice_line_widened", "notice_line")


def _hanging() -> None:
    _table(
        "notice_claim",
        "id:int notice_id:int claim_id:int line_no:int points:int",
        "claim_id>claim notice_id>notice",
        _unique("notice_claim", "notice_id", "claim_id"),
    )
    op.create_index("ix_notice_claim_claim_id", "notice_claim", ["claim_id"])
    _table(
        "notice_proof",
        "id:int village_id:int uid:text kind:text about:text cut_off_seq:int sheet:text lines_sha256:text "
        "made_at:text made_by:int",
        "made_by>operator village_id>village",
        _unique("notice_proof", "uid"),
    )
    op.create_index("ix_notice_proof_kind_about", "notice_proof", ["kind", "about"])
    _table(
        "notice_step",
        "id:int village_id:int uid:text notice_id:int number:int kind:text done_on:text until_on:text? "
        "place:text who:text words:text recorded_at:text recorded_by:int",
        "notice_id>notice recorded_by>operator village_id>village",
        _check("notice_step", "kind_known", "kind IN ('hung', 'closed')"),
        _check("notice_step", "hung_until_a_day", "(kind = 'hung') = (until_on IS NOT NULL)"),
        _check("notice_step", "hung_forwards", "until_on IS NULL OR until_on >= done_on"),
        _check("notice_step", "hung_somewhere", "kind <> 'hung' OR length(place) > 0"),
        _unique("notice_step", "notice_id", "number"),
        _unique("notice_step", "uid"),
    )
    _table(
        "notice_photo",
        "id:int village_id:int uid:text notice_id:int taken_on:text words:text digest:text content:blob "
        "struck_on:text? added_at:text added_by:int",
        "added_by>operator notice_id>notice village_id>village",
        _check("notice_photo", "struck_or_there", "(struck_on IS NULL) = (length(content) > 0)"),
        _unique("notice_photo", "uid"),
    )
    op.create_index("ix_notice_photo_notice_id", "notice_photo", ["notice_id"])


def _objections() -> None:
    _table(
        "objection",
        "id:int village_id:int uid:text number:text notice_id:int line_no:int? received_on:text way:text "
        "who:text words:text evidence:text handler:text due_on:text recorded_at:text recorded_by:int",
        "notice_id>notice recorded_by>operator village_id>village",
        _check("objection", "way_known", "way IN ('counter', 'phone', 'letter', 'box', 'other')"),
        _check("objection", "words_given", "length(words) > 0"),
        _check("objection", "due_after_it_came", "due_on >= received_on"),
        _unique("objection", "village_id", "number"),
        _unique("objection", "uid"),
    )
    op.create_index("ix_objection_notice_id", "objection", ["notice_id"])
    _table(
        "objection_step",
        "id:int village_id:int uid:text objection_id:int number:int kind:text done_on:text handler:text "
        "due_on:text? outcome:text words:text paper_ref:text reversal_id:int? correction_id:int? "
        "recorded_at:text recorded_by:int",
        "correction_id>voucher objection_id>objection recorded_by>operator reversal_id>voucher "
        "village_id>village",
        _check("objection_step", "kind_known", "kind IN ('assigned', 'resolved', 'withdrawn')"),
        _check("objection_step", "outcome_known", "outcome IN ('', 'upheld', 'corrected')"),
        _check("objection_step", "outcome_of_the_resolved", "(kind = 'resolved') = (length(outcome) > 0)"),
        _check("objection_step", "assigned_until_a_day", "(kind = 'assigned') = (due_on IS NOT NULL)"),
        _check("objection_step", "answered_in_words", "kind = 'assigned' OR length(words) > 0"),
        _check(
            "objection_step",
            "vouchers_of_a_correction",
            "outcome = 'corrected' OR (reversal_id IS NULL AND correction_id IS NULL)",
        ),
        _unique("objection_step", "objection_id", "number"),
        _unique("objection_step", "uid"),
    )
    for column in ("reversal_id", "correction_id"):
        op.create_index(f"ix_objection_step_{column}", "objection_step", [column])


def upgrade() -> None:
    _notice()
    _hanging()
    _objections()
