"""Points rules: limits and vetoes of items, claims and their steps, sign-in, settings, re-opened periods."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TYPES = {"int": sa.Integer, "text": sa.Text}


def _columns(words: str) -> list[sa.Column]:
    """Columns from words like "uid:text until_on:text?"; a question mark allows an absent value."""
    columns = []
    for word in words.split():
        name, kind = word.rstrip("?").split(":")
        absent = word.endswith("?")
        columns.append(sa.Column(name, _TYPES[kind](), nullable=absent, autoincrement=name == "id"))
    return columns


def _references(table: str, words: str) -> list[sa.ForeignKeyConstraint]:
    """Foreign keys from words like "village_id>village", named by the convention."""
    pairs = [word.split(">") for word in words.split()]
    return [
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}_{target}")
        for column, target in pairs
    ]


def _table(name: str, columns: str, references: str, *constraints: sa.Constraint, key: str = "id") -> None:
    op.create_table(
        name,
        *_columns(columns),
        sa.PrimaryKeyConstraint(key, name=f"pk_{name}"),
        *_references(name, references),
        *constraints,
        sqlite_strict=True,
    )


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _settings_and_people() -> None:
    _table(
        "village_setting",
        "id:int village_id:int uid:text name:text value:text",
        "village_id>village",
        _unique("village_setting", "village_id", "name"),
        _unique("village_setting", "uid"),
    )
    _table(
        "sign_in",
        "id:int village_id:int uid:text operator_id:int outcome:text at:text",
        "operator_id>operator village_id>village",
        sa.CheckConstraint("outcome IN ('in', 'failed', 'out')", name="ck_sign_in_outcome_known"),
        _unique("sign_in", "uid"),
    )
    op.create_index("ix_sign_in_operator_id", "sign_in", ["operator_id"])
    op.add_column("operator", sa.Column("person_id", sa.Integer(), nullable=True))
    op.add_column("operator", sa.Column("pin_hash", sa.Text(), nullable=False, server_default=""))
    op.add_column("operator", sa.Column("left_on", sa.Text(), nullable=True))


def _catalogue() -> None:
    for name in ("effect", "evidence", "veto", "veto_term"):
        op.add_column("catalogue_item", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    _table(
        "catalogue_limit",
        "id:int uid:text version_id:int item_id:int? holder:text direction:text period:text measure:text "
        "amount:int",
        "item_id>catalogue_item version_id>catalogue_version",
        sa.CheckConstraint("amount >= 0", name="ck_catalogue_limit_amount_not_negative"),
        sa.CheckConstraint("direction IN ('cap', 'floor')", name="ck_catalogue_limit_direction_known"),
        sa.CheckConstraint(
            "holder IN ('', 'red', 'household', 'shop', 'unit')", name="ck_catalogue_limit_holder_known"
        ),
        sa.CheckConstraint("measure IN ('points', 'times')", name="ck_catalogue_limit_measure_known"),
        sa.CheckConstraint(
            "period IN ('day', 'month', 'quarter', 'year', 'ever')", name="ck_catalogue_limit_period_known"
        ),
        _unique("catalogue_limit", "uid"),
    )
    op.create_index("ix_catalogue_limit_version_id", "catalogue_limit", ["version_id"])
    _table(
        "catalogue_draft",
        "id:int village_id:int source:text content:text saved_at:text saved_by:int",
        "saved_by>operator village_id>village",
        _unique("catalogue_draft", "village_id"),
    )


def _claims() -> None:
    _table(
        "claim",
        "id:int village_id:int uid:text group_uid:text account_id:int item_id:int item_code:text "
        "item_text:text quantity:int points:int source:text occurred_on:text person_id:int? "
        "memo_commit:text batch_id:int? recorded_at:text recorded_by:int",
        "account_id>account batch_id>batch item_id>catalogue_item person_id>person recorded_by>operator "
        "village_id>village",
        sa.CheckConstraint("points <> 0", name="ck_claim_points_not_zero"),
        sa.CheckConstraint("quantity >= 1", name="ck_claim_quantity_positive"),
        _unique("claim", "uid"),
    )
    op.create_index("ix_claim_account_id", "claim", ["account_id"])
    op.create_index("ix_claim_group_uid", "claim", ["group_uid"])
    _table(
        "claim_note",
        "claim_id:int salt:text memo:text witness:text evidence:text",
        "claim_id>claim",
        key="claim_id",
    )
    _table(
        "review",
        "id:int village_id:int uid:text claim_id:int number:int step:text decision:text until_on:text? "
        "reason:text paper_ref:text line_id:int? decided_at:text decided_by:int",
        "claim_id>claim decided_by>operator line_id>ledger_line village_id>village",
        sa.CheckConstraint(
            "decision IN ('passed', 'rejected', 'withdrawn', 'posted')", name="ck_review_decision_known"
        ),
        sa.CheckConstraint(
            "step IN ('first_check', 'review', 'notice', 'posting', 'withdrawal')",
            name="ck_review_step_known",
        ),
        sa.CheckConstraint(
            "(decision = 'posted') = (line_id IS NOT NULL)", name="ck_review_posting_names_its_line"
        ),
        _unique("review", "claim_id", "number"),
        _unique("review", "line_id"),
        _unique("review", "uid"),
    )
    _table(
        "claim_state",
        "claim_id:int account_id:int state:text until_on:text? points:int",
        "account_id>account claim_id>claim",
        sa.CheckConstraint(
            "state IN ('first_check', 'review', 'notice', 'posted', 'rejected', 'withdrawn')",
            name="ck_claim_state_state_known",
        ),
        key="claim_id",
    )
    op.create_index("ix_claim_state_state", "claim_state", ["state"])
    op.create_index("ix_claim_state_account_id", "claim_state", ["account_id"])


def _periods() -> None:
    op.rename_table("closed_period", "closed_period_of_before")
    _table(
        "closed_period",
        "id:int village_id:int uid:text first_on:text last_on:text reason:text closed_at:text closed_by:int?",
        "closed_by>operator village_id>village",
        _unique("closed_period", "uid"),
    )
    kept = "id, village_id, first_on, last_on, reason, closed_at"
    op.execute(
        f"INSERT INTO closed_period ({kept}, uid)"
        f" SELECT {kept}, lower(hex(randomblob(16))) FROM closed_period_of_before"
    )
    op.drop_table("closed_period_of_before")
    _table(
        "period_reopening",
        "id:int village_id:int uid:text closed_period_id:int reason:text reopened_at:text reopened_by:int",
        "closed_period_id>closed_period reopened_by>operator village_id>village",
        _unique("period_reopening", "closed_period_id"),
        _unique("period_reopening", "uid"),
    )


def upgrade() -> None:
    _settings_and_people()
    _catalogue()
    _claims()
    _periods()
    op.add_column("anchor", sa.Column("audit_seq", sa.Integer(), nullable=True))
    op.add_column("anchor", sa.Column("audit_code", sa.Text(), nullable=True))
    op.create_index("ix_ledger_line_village_id_counted_on", "ledger_line", ["village_id", "counted_on"])
    op.create_index("ix_ledger_line_item_id", "ledger_line", ["item_id"])
