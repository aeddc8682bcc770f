"""The first village: places and people, catalogue, accounts, ledger, passbooks, events, notices."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TYPES = {"int": sa.Integer, "text": sa.Text, "blob": sa.LargeBinary}


def _columns(words: str) -> list[sa.Column]:
    """Columns from words like "uid:text born_on:text?"; a question mark allows an absent value."""
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


def _village() -> None:
    op.create_table(
        "village",
        *_columns(
            "id:int uid:text name:text code:text township:text year:int issuer:text "
            "objection_phone:text objection_days:int wall_places:text wall_names:text "
            "household_base:int member_base:int key_fingerprint:text created_at:text"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_village"),
        sa.CheckConstraint("length(code) = 12", name="ck_village_code_has_12_digits"),
        sa.CheckConstraint("wall_names IN ('starred', 'full', 'code')", name="ck_village_wall_names_known"),
        sa.UniqueConstraint("code", name="uq_village_code"),
        sa.UniqueConstraint("uid", name="uq_village_uid"),
        sqlite_strict=True,
    )


def _anchor() -> None:
    op.create_table(
        "anchor",
        *_columns("id:int village_id:int seq:int code:text kind:text reference:text made_at:text"),
        sa.PrimaryKeyConstraint("id", name="pk_anchor"),
        *_references("anchor", "village_id>village"),
        sqlite_strict=True,
    )


def _closed_period() -> None:
    op.create_table(
        "closed_period",
        *_columns("id:int village_id:int first_on:text last_on:text reason:text closed_at:text"),
        sa.PrimaryKeyConstraint("id", name="pk_closed_period"),
        *_references("closed_period", "village_id>village"),
        sa.UniqueConstraint("village_id", "first_on", name="uq_closed_period_village_id_first_on"),
        sqlite_strict=True,
    )


def _number_series() -> None:
    op.create_table(
        "number_series",
        *_columns("id:int village_id:int series:text next_number:int"),
        sa.PrimaryKeyConstraint("id", name="pk_number_series"),
        *_references("number_series", "village_id>village"),
        sa.UniqueConstraint("village_id", "series", name="uq_number_series_village_id_series"),
        sqlite_strict=True,
    )


def _operator() -> None:
    op.create_table(
        "operator",
        *_columns("id:int village_id:int uid:text name:text"),
        sa.PrimaryKeyConstraint("id", name="pk_operator"),
        *_references("operator", "village_id>village"),
        sa.UniqueConstraint("uid", name="uq_operator_uid"),
        sqlite_strict=True,
    )


def _person() -> None:
    op.create_table(
        "person",
        *_columns(
            "id:int village_id:int uid:text name:text name_key:text name_initials:text sex:text "
            "born_on:text? ethnic_group:text education:text remark:text salt:blob id_number:text "
            "id_number_lookup:text id_number_tail4:text phone:text phone_lookup:text phone_tail4:text"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        *_references("person", "village_id>village"),
        sa.CheckConstraint("sex IN ('男', '女', '')", name="ck_person_sex_known"),
        sa.UniqueConstraint("uid", name="uq_person_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_person_id_number_lookup", "person", ["id_number_lookup"])
    op.create_index("ix_person_phone_lookup", "person", ["phone_lookup"])


def _place() -> None:
    op.create_table(
        "place",
        *_columns("id:int village_id:int uid:text parent_id:int? kind:text code:text name:text"),
        sa.PrimaryKeyConstraint("id", name="pk_place"),
        *_references("place", "parent_id>place village_id>village"),
        sa.UniqueConstraint("village_id", "kind", "code", name="uq_place_village_id_kind_code"),
        sa.UniqueConstraint("uid", name="uq_place_uid"),
        sqlite_strict=True,
    )


def _audit() -> None:
    op.create_table(
        "audit",
        *_columns(
            "id:int village_id:int seq:int at:text operator_id:int? act:text subject_table:text "
            "subject_uid:text digest:text detail:text prev_hash:text hash:text"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        *_references("audit", "operator_id>operator village_id>village"),
        sa.UniqueConstraint("village_id", "seq", name="uq_audit_village_id_seq"),
        sqlite_strict=True,
    )
    op.create_index("ix_audit_subject", "audit", ["subject_table", "subject_uid", "seq"])


def _batch() -> None:
    op.create_table(
        "batch",
        *_columns(
            "id:int village_id:int uid:text number:int kind:text file_name:text file_sha256:text "
            "rows_sha256:text mapping:text program_version:text applied_at:text applied_by:int "
            "state:text undone_at:text?"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_batch"),
        *_references("batch", "applied_by>operator village_id>village"),
        sa.CheckConstraint("state IN ('applied', 'undone')", name="ck_batch_state_known"),
        sa.UniqueConstraint("uid", name="uq_batch_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_batch_file_sha256", "batch", ["file_sha256"])


def _catalogue_version() -> None:
    op.create_table(
        "catalogue_version",
        *_columns(
            "id:int village_id:int uid:text number:int meeting_on:text minutes_no:text "
            "effective_from:text source:text adopted_at:text adopted_by:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_version"),
        *_references("catalogue_version", "adopted_by>operator village_id>village"),
        sa.UniqueConstraint("village_id", "number", name="uq_catalogue_version_village_id_number"),
        sa.UniqueConstraint("uid", name="uq_catalogue_version_uid"),
        sqlite_strict=True,
    )


def _household() -> None:
    op.create_table(
        "household",
        *_columns(
            "id:int village_id:int uid:text place_id:int code:text house_number:text address:text remark:text"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_household"),
        *_references("household", "place_id>place village_id>village"),
        sa.UniqueConstraint("village_id", "code", name="uq_household_village_id_code"),
        sa.UniqueConstraint("uid", name="uq_household_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_household_place_id", "household", ["place_id"])


def _notice() -> None:
    op.create_table(
        "notice",
        *_columns(
            "id:int village_id:int uid:text number:text kind:text period:text first_on:text "
            "last_on:text cut_off_seq:int issued_on:text hung_until:text village_name:text "
            "township:text issuer:text objection_phone:text wall_places:text head_code:text "
            "lines_sha256:text issued_at:text issued_by:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
        *_references("notice", "issued_by>operator village_id>village"),
        sa.UniqueConstraint("village_id", "kind", "period", name="uq_notice_village_id_kind_period"),
        sa.UniqueConstraint("village_id", "number", name="uq_notice_village_id_number"),
        sa.UniqueConstraint("uid", name="uq_notice_uid"),
        sqlite_strict=True,
    )


def _operator_role() -> None:
    op.create_table(
        "operator_role",
        *_columns("id:int uid:text operator_id:int role:text from_on:text to_on:text?"),
        sa.PrimaryKeyConstraint("id", name="pk_operator_role"),
        *_references("operator_role", "operator_id>operator"),
        sa.CheckConstraint(
            "role IN ('recorder', 'reviewer', 'supervisor', 'viewer')", name="ck_operator_role_role_known"
        ),
        sa.UniqueConstraint("uid", name="uq_operator_role_uid"),
        sqlite_strict=True,
    )


def _party_status() -> None:
    op.create_table(
        "party_status",
        *_columns("id:int uid:text person_id:int kind:text from_on:text to_on:text?"),
        sa.PrimaryKeyConstraint("id", name="pk_party_status"),
        *_references("party_status", "person_id>person"),
        sa.CheckConstraint("kind IN ('full', 'probationary')", name="ck_party_status_kind_known"),
        sa.UniqueConstraint("uid", name="uq_party_status_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_party_status_person_id", "party_status", ["person_id"])


def _person_tag() -> None:
    op.create_table(
        "person_tag",
        *_columns("id:int uid:text person_id:int tag:text from_on:text to_on:text?"),
        sa.PrimaryKeyConstraint("id", name="pk_person_tag"),
        *_references("person_tag", "person_id>person"),
        sa.UniqueConstraint("uid", name="uq_person_tag_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_person_tag_person_id", "person_tag", ["person_id"])


def _residence_span() -> None:
    op.create_table(
        "residence_span",
        *_columns("id:int uid:text person_id:int kind:text from_on:text to_on:text?"),
        sa.PrimaryKeyConstraint("id", name="pk_residence_span"),
        *_references("residence_span", "person_id>person"),
        sa.UniqueConstraint("uid", name="uq_residence_span_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_residence_span_person_id", "residence_span", ["person_id"])


def _standard_version() -> None:
    op.create_table(
        "standard_version",
        *_columns(
            "id:int village_id:int uid:text number:int meeting_on:text minutes_no:text "
            "effective_from:text source:text adopted_at:text adopted_by:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_standard_version"),
        *_references("standard_version", "adopted_by>operator village_id>village"),
        sa.UniqueConstraint("village_id", "number", name="uq_standard_version_village_id_number"),
        sa.UniqueConstraint("uid", name="uq_standard_version_uid"),
        sqlite_strict=True,
    )


def _account() -> None:
    op.create_table(
        "account",
        *_columns(
            "id:int village_id:int uid:text number:text colour:text owner_kind:text household_id:int? "
            "person_id:int? opened_on:text closed_on:text?"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        *_references("account", "household_id>household person_id>person village_id>village"),
        sa.CheckConstraint(
            "(household_id IS NOT NULL) OR (person_id IS NOT NULL)", name="ck_account_has_owner"
        ),
        sa.CheckConstraint("colour IN ('red', 'green')", name="ck_account_colour_known"),
        sa.CheckConstraint(
            "owner_kind IN ('person', 'household', 'shop', 'unit')", name="ck_account_owner_kind_known"
        ),
        sa.UniqueConstraint("village_id", "number", name="uq_account_village_id_number"),
        sa.UniqueConstraint("uid", name="uq_account_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_account_household_id", "account", ["household_id"])
    op.create_index("ix_account_person_id", "account", ["person_id"])


def _batch_row() -> None:
    op.create_table(
        "batch_row",
        *_columns("id:int batch_id:int subject_table:text subject_uid:text act:text digest:text before:text"),
        sa.PrimaryKeyConstraint("id", name="pk_batch_row"),
        *_references("batch_row", "batch_id>batch"),
        sqlite_strict=True,
    )
    op.create_index("ix_batch_row_batch_id", "batch_row", ["batch_id"])


def _catalogue_item() -> None:
    op.create_table(
        "catalogue_item",
        *_columns(
            "id:int version_id:int uid:text line_no:int? code:text category:text name:text "
            "value_kind:text least:int most:int unit:text cap:text holders:text source:text "
            "remark:text enabled:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_item"),
        *_references("catalogue_item", "version_id>catalogue_version"),
        sa.CheckConstraint("least <= most", name="ck_catalogue_item_least_not_above_most"),
        sa.CheckConstraint(
            "value_kind IN ('fixed', 'range', 'per_unit', 'unset')", name="ck_catalogue_item_value_kind_known"
        ),
        sa.UniqueConstraint("version_id", "code", name="uq_catalogue_item_version_id_code"),
        sa.UniqueConstraint("uid", name="uq_catalogue_item_uid"),
        sqlite_strict=True,
    )


def _headship() -> None:
    op.create_table(
        "headship",
        *_columns("id:int uid:text household_id:int person_id:int from_on:text to_on:text?"),
        sa.PrimaryKeyConstraint("id", name="pk_headship"),
        *_references("headship", "household_id>household person_id>person"),
        sa.UniqueConstraint("uid", name="uq_headship_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_headship_household_id", "headship", ["household_id"])


def _membership() -> None:
    op.create_table(
        "membership",
        *_columns(
            "id:int uid:text household_id:int person_id:int relation_code:text relation_word:text "
            "position:int from_on:text to_on:text?"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_membership"),
        *_references("membership", "household_id>household person_id>person"),
        sa.UniqueConstraint("uid", name="uq_membership_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_membership_household_id", "membership", ["household_id"])
    op.create_index("ix_membership_person_id", "membership", ["person_id"])


def _notice_line() -> None:
    op.create_table(
        "notice_line",
        *_columns(
            "id:int notice_id:int line_no:int grid_code:text grid_name:text colour:text "
            "account_number:text household_code:text shown_name:text opening:int credits:int "
            "debits:int redeemed:int closing:int year_total:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_notice_line"),
        *_references("notice_line", "notice_id>notice"),
        sa.UniqueConstraint("notice_id", "line_no", name="uq_notice_line_notice_id_line_no"),
        sqlite_strict=True,
    )


def _rite_event() -> None:
    op.create_table(
        "rite_event",
        *_columns(
            "id:int village_id:int uid:text number:text kind:text household_id:int "
            "standard_version_id:int hosting_case:text matter:text held_on:text reported_on:text "
            "place:text contact:text salt:blob phone:text phone_lookup:text phone_tail4:text "
            "cook_team:text pledge_signed:int registered_at:text registered_by:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_rite_event"),
        *_references(
            "rite_event",
            "household_id>household registered_by>operator standard_version_id>standard_version "
            "village_id>village",
        ),
        sa.CheckConstraint("kind IN ('wedding', 'funeral')", name="ck_rite_event_kind_known"),
        sa.UniqueConstraint("village_id", "number", name="uq_rite_event_village_id_number"),
        sa.UniqueConstraint("uid", name="uq_rite_event_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_rite_event_household_id", "rite_event", ["household_id"])


def _scored_span() -> None:
    op.create_table(
        "scored_span",
        *_columns("id:int uid:text household_id:int from_on:text to_on:text?"),
        sa.PrimaryKeyConstraint("id", name="pk_scored_span"),
        *_references("scored_span", "household_id>household"),
        sa.UniqueConstraint("uid", name="uq_scored_span_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_scored_span_household_id", "scored_span", ["household_id"])


def _standard_limit() -> None:
    op.create_table(
        "standard_limit",
        *_columns(
            "id:int version_id:int uid:text event_kind:text hosting_case:text measure:text "
            "amount:int? words:text"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_standard_limit"),
        *_references("standard_limit", "version_id>standard_version"),
        sa.UniqueConstraint(
            "version_id",
            "event_kind",
            "hosting_case",
            "measure",
            name="uq_standard_limit_version_id_event_kind_hosting_case_measure",
        ),
        sa.UniqueConstraint("uid", name="uq_standard_limit_uid"),
        sqlite_strict=True,
    )


def _voucher() -> None:
    op.create_table(
        "voucher",
        *_columns("id:int village_id:int uid:text kind:text batch_id:int? recorded_at:text recorded_by:int"),
        sa.PrimaryKeyConstraint("id", name="pk_voucher"),
        *_references("voucher", "batch_id>batch recorded_by>operator village_id>village"),
        sa.UniqueConstraint("uid", name="uq_voucher_uid"),
        sqlite_strict=True,
    )


def _account_balance() -> None:
    op.create_table(
        "account_balance",
        *_columns(
            "account_id:int balance:int assessment:int spendable:int base:int pending:int account_seq:int"
        ),
        sa.PrimaryKeyConstraint("account_id", name="pk_account_balance"),
        *_references("account_balance", "account_id>account"),
        sqlite_strict=True,
    )


def _account_month() -> None:
    op.create_table(
        "account_month",
        *_columns("account_id:int month:text effect:text points:int lines:int"),
        sa.PrimaryKeyConstraint("account_id", "month", "effect", name="pk_account_month"),
        *_references("account_month", "account_id>account"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_account_month_month", "account_month", ["month"])


def _event_figure() -> None:
    op.create_table(
        "event_figure",
        *_columns("id:int uid:text event_id:int stage:text measure:text amount:int"),
        sa.PrimaryKeyConstraint("id", name="pk_event_figure"),
        *_references("event_figure", "event_id>rite_event"),
        sa.CheckConstraint("stage IN ('declared', 'approved', 'actual')", name="ck_event_figure_stage_known"),
        sa.UniqueConstraint("event_id", "stage", "measure", name="uq_event_figure_event_id_stage_measure"),
        sa.UniqueConstraint("uid", name="uq_event_figure_uid"),
        sqlite_strict=True,
    )


def _ledger_line() -> None:
    op.create_table(
        "ledger_line",
        *_columns(
            "id:int village_id:int seq:int uid:text voucher_id:int account_id:int account_seq:int "
            "kind:text effect:text points:int balance_after:int assessment_after:int "
            "spendable_after:int occurred_on:text counted_on:text recorded_at:text recorded_by:int "
            "item_id:int? item_code:text item_text:text person_id:int? reverses_id:int? "
            "memo_commit:text prev_hash:text hash:text"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_line"),
        *_references(
            "ledger_line",
            "account_id>account item_id>catalogue_item person_id>person recorded_by>operator "
            "reverses_id>ledger_line village_id>village voucher_id>voucher",
        ),
        sa.CheckConstraint(
            "(kind = 'reversal') = (reverses_id IS NOT NULL)", name="ck_ledger_line_reversal_names_its_line"
        ),
        sa.CheckConstraint("abs(points) <= 100000000", name="ck_ledger_line_points_bounded"),
        sa.CheckConstraint("points <> 0", name="ck_ledger_line_points_not_zero"),
        sa.UniqueConstraint("account_id", "account_seq", name="uq_ledger_line_account_id_account_seq"),
        sa.UniqueConstraint("reverses_id", name="uq_ledger_line_reverses_id"),
        sa.UniqueConstraint("village_id", "seq", name="uq_ledger_line_village_id_seq"),
        sa.UniqueConstraint("uid", name="uq_ledger_line_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_ledger_line_voucher_id", "ledger_line", ["voucher_id"])


def _printout() -> None:
    op.create_table(
        "printout",
        *_columns(
            "id:int village_id:int uid:text account_id:int as_of:text first_account_seq:int "
            "last_account_seq:int pages:int head_code:text printed_at:text printed_by:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_printout"),
        *_references("printout", "account_id>account printed_by>operator village_id>village"),
        sa.UniqueConstraint("uid", name="uq_printout_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_printout_account_id", "printout", ["account_id"])


def _line_note() -> None:
    op.create_table(
        "line_note",
        *_columns("line_id:int salt:text memo:text"),
        sa.PrimaryKeyConstraint("line_id", name="pk_line_note"),
        *_references("line_note", "line_id>ledger_line"),
        sqlite_strict=True,
    )


def upgrade() -> None:
    _village()
    _anchor()
    _closed_period()
    _number_series()
    _operator()
    _person()
    _place()
    _audit()
    _batch()
    _catalogue_version()
    _household()
    _notice()
    _operator_role()
    _party_status()
    _person_tag()
    _residence_span()
    _standard_version()
    _account()
    _batch_row()
    _catalogue_item()
    _headship()
    _membership()
    _notice_line()
    _rite_event()
    _scored_span()
    _standard_limit()
    _voucher()
    _account_balance()
    _account_month()
    _event_figure()
    _ledger_line()
    _printout()
    _line_note()
