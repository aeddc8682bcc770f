"""The course of events: further kinds and facts of an event, its days, steps and their figures."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TYPES = {"int": sa.Integer, "text": sa.Text, "blob": sa.LargeBinary}


def _table(
    name: str, columns: str, references: str, *constraints: sa.schema.SchemaItem, made_as: str = ""
) -> None:
    """Columns from words like "uid:text due_on:text?", foreign keys from words like "event_id>rite_event"."""
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


def _rite_event() -> None:
    """Any kind of feast, and who else it is about; the kinds known are the program's."""
    _table(
        "rite_event",
        "id:int village_id:int uid:text number:text kind:text household_id:int standard_version_id:int "
        "hosting_case:text matter:text held_on:text reported_on:text place:text contact:text salt:blob "
        "phone:text phone_lookup:text phone_tail4:text cook_team:text pledge_signed:int registered_at:text "
        "registered_by:int family:text persons:text invited:text",
        "household_id>household registered_by>operator standard_version_id>standard_version "
        "village_id>village",
        _unique("rite_event", "village_id", "number"),
        _unique("rite_event", "uid"),
        made_as="rite_event_widened",
    )
    kept = (
        "id, village_id, uid, number, kind, household_id, standard_version_id, hosting_case, matter, held_on,"
        " reported_on, place, contact, salt, phone, phone_lookup, phone_tail4, cook_team, pledge_signed,"
        " registered_at, registered_by"
    )
    op.execute(
        f"INSERT INTO rite_event_widened ({kept}, family, persons, invited)"
        f" SELECT {kept}, '', '', '' FROM rite_event"
    )
    op.drop_table("rite_event")
    op.rename_table("rite_event_widened", "rite_event")
    op.create_index("ix_rite_event_household_id", "rite_event", ["household_id"])


def _event_step() -> None:
    _table(
        "event_step",
        "id:int village_id:int uid:text event_id:int number:int kind:text done_on:text who:text words:text "
        "reference:text outcome:text due_on:text? guests:int? other_event_id:int? recorded_at:text "
        "recorded_by:int",
        "event_id>rite_event other_event_id>rite_event recorded_by>operator village_id>village",
        _check(
            "event_step",
            "kind_known",
            "kind IN ('opinion', 'visited', 'pledged', 'filed', 'approved', 'refused', 'changed', 'joined', "
            "'checked', 'followed', 'proposed', 'closed', 'withdrawn')",
        ),
        _check(
            "event_step",
            "outcome_known",
            "outcome IN ('', 'within', 'persuaded', 'over', 'settled', 'open')",
        ),
        _check(
            "event_step",
            "check_has_its_outcome",
            "(kind = 'checked') = (outcome IN ('within', 'persuaded', 'over'))",
        ),
        _check(
            "event_step",
            "second_look_has_its_outcome",
            "(kind = 'followed') = (outcome IN ('settled', 'open'))",
        ),
        _check("event_step", "join_names_the_other", "(kind = 'joined') = (other_event_id IS NOT NULL)"),
        _check(
            "event_step",
            "second_look_has_a_reason",
            "due_on IS NULL OR outcome IN ('persuaded', 'over', 'open')",
        ),
        _check(
            "event_step",
            "decision_has_its_paper",
            "kind NOT IN ('filed', 'approved', 'refused', 'proposed', 'closed') OR length(reference) > 0",
        ),
        _check(
            "event_step",
            "words_given",
            "kind NOT IN ('opinion', 'refused', 'changed', 'proposed', 'withdrawn') OR length(words) > 0",
        ),
        _check("event_step", "guests_not_negative", "guests IS NULL OR guests >= 0"),
        _unique("event_step", "event_id", "number"),
        _unique("event_step", "uid"),
    )
    op.create_index("ix_event_step_other_event_id", "event_step", ["other_event_id"])


def _bodies() -> None:
    """Bodies that guide customs, their charters and members, and the pledges signed."""
    _table(
        "rite_body",
        "id:int village_id:int uid:text kind:text name:text founded_on:text?",
        "village_id>village",
        _check("rite_body", "kind_known", "kind IN ('council', 'moral')"),
        _unique("rite_body", "village_id", "kind"),
        _unique("rite_body", "uid"),
    )
    _table(
        "body_charter",
        "id:int uid:text body_id:int number:int meeting_on:text minutes_no:text effective_from:text "
        "words:text adopted_at:text adopted_by:int",
        "adopted_by>operator body_id>rite_body",
        _check("body_charter", "words_given", "length(words) > 0"),
        _unique("body_charter", "body_id", "number"),
        _unique("body_charter", "uid"),
    )
    _table(
        "body_member",
        "id:int uid:text body_id:int person_id:int? name:text duty:text standing:text from_on:text "
        "to_on:text? recorded_at:text recorded_by:int",
        "body_id>rite_body person_id>person recorded_by>operator",
        _check("body_member", "name_and_duty_given", "length(name) > 0 AND length(duty) > 0"),
        _check("body_member", "ends_after_it_begins", "to_on IS NULL OR to_on >= from_on"),
        _unique("body_member", "uid"),
    )
    op.create_index("ix_body_member_person_id", "body_member", ["person_id"])
    _table(
        "pledge_words",
        "id:int village_id:int uid:text number:int decided_on:text words:text written_at:text written_by:int",
        "village_id>village written_by>operator",
        _check("pledge_words", "words_given", "length(words) > 0"),
        _unique("pledge_words", "village_id", "number"),
        _unique("pledge_words", "uid"),
    )
    _table(
        "pledge",
        "id:int village_id:int uid:text number:int words_id:int person_id:int? household_id:int? name:text "
        "capacity:text event_id:int? signed_on:text struck_on:text? struck_why:text recorded_at:text "
        "recorded_by:int",
        "event_id>rite_event household_id>household person_id>person recorded_by>operator "
        "village_id>village words_id>pledge_words",
        _check("pledge", "capacity_known", "capacity IN ('member', 'cadre', 'villager', 'host')"),
        _check(
            "pledge",
            "somebody_signed",
            "person_id IS NOT NULL OR household_id IS NOT NULL OR length(name) > 0",
        ),
        _check("pledge", "struck_with_a_reason", "(struck_on IS NULL) = (length(struck_why) = 0)"),
        _unique("pledge", "village_id", "number"),
        _unique("pledge", "uid"),
    )
    for column in ("event_id", "household_id", "person_id"):
        op.create_index(f"ix_pledge_{column}", "pledge", [column])


def _lending() -> None:
    """Things that the village lends for feasts, and where they are."""
    _table(
        "equipment",
        "id:int village_id:int uid:text name:text unit:text",
        "village_id>village",
        _check("equipment", "name_and_unit_given", "length(name) > 0 AND length(unit) > 0"),
        _unique("equipment", "village_id", "name"),
        _unique("equipment", "uid"),
    )
    _table(
        "equipment_move",
        "id:int uid:text equipment_id:int number:int kind:text moved_on:text count:int short:int broken:int "
        "event_id:int? household_id:int? loan_id:int? due_on:text? who:text words:text recorded_at:text "
        "recorded_by:int",
        "equipment_id>equipment event_id>rite_event household_id>household loan_id>equipment_move "
        "recorded_by>operator",
        _check(
            "equipment_move",
            "count_fits_kind",
            "CASE kind WHEN 'stock' THEN count <> 0 WHEN 'out' THEN count > 0"
            " WHEN 'back' THEN count >= 0 AND count + short + broken > 0 ELSE 0 END",
        ),
        _check(
            "equipment_move",
            "short_comes_back",
            "short >= 0 AND broken >= 0 AND (kind = 'back' OR short + broken = 0)",
        ),
        _check(
            "equipment_move",
            "lent_to_one",
            "(event_id IS NOT NULL) + (household_id IS NOT NULL) = (kind = 'out')",
        ),
        _check("equipment_move", "back_names_its_loan", "(kind = 'back') = (loan_id IS NOT NULL)"),
        _check("equipment_move", "due_is_of_a_loan", "due_on IS NULL OR kind = 'out'"),
        _unique("equipment_move", "equipment_id", "number"),
        _unique("equipment_move", "uid"),
    )
    for column in ("event_id", "loan_id"):
        op.create_index(f"ix_equipment_move_{column}", "equipment_move", [column])


def upgrade() -> None:
    _rite_event()
    _event_step()
    _table(
        "step_figure",
        "id:int uid:text step_id:int stage:text measure:text amount:int",
        "step_id>event_step",
        _check("step_figure", "stage_known", "stage IN ('declared', 'approved', 'actual')"),
        _check("step_figure", "amount_not_negative", "amount >= 0"),
        _unique("step_figure", "step_id", "stage", "measure"),
        _unique("step_figure", "uid"),
    )
    _table(
        "event_day",
        "id:int uid:text event_id:int step_id:int? held_on:text place:text",
        "event_id>rite_event step_id>event_step",
        _unique("event_day", "event_id", "step_id", "held_on", "place"),
        _unique("event_day", "uid"),
    )
    op.create_index("ix_event_day_step_id", "event_day", ["step_id"])
    _table(
        "event_photo",
        "id:int village_id:int uid:text event_id:int taken_on:text words:text digest:text content:blob "
        "struck_on:text? added_at:text added_by:int",
        "added_by>operator event_id>rite_event village_id>village",
        _check("event_photo", "struck_or_there", "(struck_on IS NULL) = (length(content) > 0)"),
        _unique("event_photo", "uid"),
    )
    op.create_index("ix_event_photo_event_id", "event_photo", ["event_id"])
    _bodies()
    _lending()
