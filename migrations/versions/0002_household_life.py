"""A household's life: shops and units, places below the grid, roles, links, acts; mappings remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
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


def _organization() -> None:
    op.create_table(
        "organization",
        *_columns(
            "id:int village_id:int uid:text kind:text code:text name:text name_key:text "
            "name_initials:text place_id:int? category:text address:text owner_id:int? "
            "owner_name:text salt:blob phone:text phone_lookup:text phone_tail4:text plaque_on:text "
            "remark:text opened_on:text closed_on:text?"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_organization"),
        *_references("organization", "owner_id>person place_id>place village_id>village"),
        sa.CheckConstraint("kind IN ('shop', 'unit')", name="ck_organization_kind_known"),
        sa.UniqueConstraint("village_id", "code", name="uq_organization_village_id_code"),
        sa.UniqueConstraint("uid", name="uq_organization_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_organization_owner_id", "organization", ["owner_id"])
    op.create_index("ix_organization_place_id", "organization", ["place_id"])


def _home_span() -> None:
    op.create_table(
        "home_span",
        *_columns("id:int uid:text household_id:int place_id:int from_on:text to_on:text?"),
        sa.PrimaryKeyConstraint("id", name="pk_home_span"),
        *_references("home_span", "household_id>household place_id>place"),
        sa.UniqueConstraint("uid", name="uq_home_span_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_home_span_household_id", "home_span", ["household_id"])
    op.create_index("ix_home_span_place_id", "home_span", ["place_id"])


def _absence_span() -> None:
    op.create_table(
        "absence_span",
        *_columns("id:int uid:text household_id:int kind:text from_on:text to_on:text?"),
        sa.PrimaryKeyConstraint("id", name="pk_absence_span"),
        *_references("absence_span", "household_id>household"),
        sa.CheckConstraint(
            "kind IN ('moved_out', 'deregistered', 'merged')", name="ck_absence_span_kind_known"
        ),
        sa.UniqueConstraint("uid", name="uq_absence_span_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_absence_span_household_id", "absence_span", ["household_id"])


def _role_span() -> None:
    op.create_table(
        "role_span",
        *_columns(
            "id:int village_id:int uid:text role:text place_id:int? person_id:int? name:text "
            "salt:blob phone:text phone_lookup:text phone_tail4:text from_on:text to_on:text?"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_role_span"),
        *_references("role_span", "person_id>person place_id>place village_id>village"),
        sa.UniqueConstraint("uid", name="uq_role_span_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_role_span_person_id", "role_span", ["person_id"])
    op.create_index("ix_role_span_place_id", "role_span", ["place_id"])


def _link_span() -> None:
    op.create_table(
        "link_span",
        *_columns("id:int uid:text kind:text person_id:int household_id:int from_on:text to_on:text?"),
        sa.PrimaryKeyConstraint("id", name="pk_link_span"),
        *_references("link_span", "household_id>household person_id>person"),
        sa.CheckConstraint(
            "kind IN ('member', 'cadre', 'villager', 'worker')", name="ck_link_span_kind_known"
        ),
        sa.UniqueConstraint("uid", name="uq_link_span_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_link_span_household_id", "link_span", ["household_id"])
    op.create_index("ix_link_span_person_id", "link_span", ["person_id"])


def _household_act() -> None:
    op.create_table(
        "household_act",
        *_columns(
            "id:int village_id:int uid:text household_id:int other_id:int? person_id:int? kind:text "
            "occurred_on:text reason:text detail:text recorded_at:text recorded_by:int"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_household_act"),
        *_references(
            "household_act",
            "household_id>household other_id>household person_id>person recorded_by>operator "
            "village_id>village",
        ),
        sa.UniqueConstraint("uid", name="uq_household_act_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_household_act_household_id", "household_act", ["household_id"])
    op.create_index("ix_household_act_other_id", "household_act", ["other_id"])


def _column_mapping() -> None:
    op.create_table(
        "column_mapping",
        *_columns("id:int village_id:int kind:text headers_sha256:text mapping:text used_at:text"),
        sa.PrimaryKeyConstraint("id", name="pk_column_mapping"),
        *_references("column_mapping", "village_id>village"),
        sa.UniqueConstraint(
            "village_id", "kind", "headers_sha256", name="uq_column_mapping_village_id_kind_headers_sha256"
        ),
        sqlite_strict=True,
    )


def _account() -> None:
    op.create_table(
        "account_widened",
        *_columns(
            "id:int village_id:int uid:text number:text colour:text owner_kind:text household_id:int? "
            "person_id:int? opened_on:text closed_on:text? organization_id:int?"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        *_references(
            "account",
            "household_id>household organization_id>organization person_id>person village_id>village",
        ),
        sa.CheckConstraint(
            "(household_id IS NOT NULL) OR (person_id IS NOT NULL) OR (organization_id IS NOT NULL)",
            name="ck_account_has_owner",
        ),
        sa.CheckConstraint("colour IN ('red', 'green')", name="ck_account_colour_known"),
        sa.CheckConstraint(
            "owner_kind IN ('person', 'household', 'shop', 'unit')", name="ck_account_owner_kind_known"
        ),
        sa.UniqueConstraint("village_id", "number", name="uq_account_village_id_number"),
        sa.UniqueConstraint("uid", name="uq_account_uid"),
        sqlite_strict=True,
    )
    kept = "id, village_id, uid, number, colour, owner_kind, household_id, person_id, opened_on, closed_on"
    op.execute(f"INSERT INTO account_widened ({kept}) SELECT {kept} FROM account")
    op.drop_table("account")
    op.rename_table("account_widened", "account")
    op.create_index("ix_account_household_id", "account", ["household_id"])
    op.create_index("ix_account_organization_id", "account", ["organization_id"])
    op.create_index("ix_account_person_id", "account", ["person_id"])


def upgrade() -> None:
    _column_mapping()
    _organization()
    _role_span()
    _absence_span()
    _home_span()
    _household_act()
    _link_span()
    _account()
    op.add_column("person", sa.Column("died_on", sa.Text(), nullable=True))
    op.add_column("party_status", sa.Column("standing", sa.Text(), nullable=False, server_default=""))
