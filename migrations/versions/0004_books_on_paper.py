"""Books on paper: kinds of books, books, what was sent where, what became of it, where each stands."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TYPES = {"int": sa.Integer, "text": sa.Text}


def _table(
    name: str, columns: str, references: str, *constraints: sa.schema.SchemaItem, key: str = "id"
) -> None:
    """Columns from words like "uid:text ended_on:text?", foreign keys from words like "book_id>book"."""
    made: list[sa.schema.SchemaItem] = []
    for word in columns.split():
        column, kind = word.rstrip("?").split(":")
        made.append(
            sa.Column(column, _TYPES[kind](), nullable=word.endswith("?"), autoincrement=column == "id")
        )
    made.append(sa.PrimaryKeyConstraint(key, name=f"pk_{name}"))
    for word in references.split():
        column, target = word.split(">")
        made.append(sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{name}_{column}_{target}"))
    op.create_table(name, *made, *constraints, sqlite_strict=True)


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=f"ck_{table}_{name}")


def _books() -> None:
    _table(
        "book_type",
        "id:int village_id:int uid:text name:text version:int layout:text retired:int",
        "village_id>village",
        _unique("book_type", "village_id", "name", "version"),
        _unique("book_type", "uid"),
    )
    _table(
        "book",
        "id:int village_id:int uid:text account_id:int ordinal:int number:text book_type_id:int origin:text "
        "holder:text after_seq:int balance_before:int first_slot:int carried:int issued_on:text "
        "issued_at:text issued_by:int ended_as:text ended_on:text? end_reason:text",
        "account_id>account book_type_id>book_type issued_by>operator village_id>village",
        _check("book", "ordinal_positive", "ordinal >= 1"),
        _check("book", "first_slot_positive", "first_slot >= 1"),
        _check("book", "origin_known", "origin IN ('first', 'adopted', 'next', 'reissued')"),
        _check("book", "end_known", "ended_as IN ('', 'lost', 'replaced', 'closed')"),
        _check("book", "end_has_its_day", "(ended_as = '') = (ended_on IS NULL)"),
        _unique("book", "village_id", "number"),
        _unique("book", "account_id", "ordinal"),
        _unique("book", "uid"),
    )
    op.create_index("ix_book_account_id", "book", ["account_id"])


def _prints() -> None:
    _table(
        "book_print",
        "id:int village_id:int uid:text book_id:int number:int way:text printer:text sent_at:text "
        "sent_by:int",
        "book_id>book sent_by>operator village_id>village",
        _check("book_print", "way_known", "way IN ('printer', 'pdf', 'booklet', 'strip', 'hand')"),
        _unique("book_print", "book_id", "number"),
        _unique("book_print", "uid"),
    )
    _table(
        "book_line",
        "id:int uid:text book_print_id:int slot:int kind:text line_id:int? balance:int code:text",
        "book_print_id>book_print line_id>ledger_line",
        _check(
            "book_line", "kind_known", "kind IN ('entry', 'carry_out', 'carry_in', 'from_book', 'to_book')"
        ),
        _check("book_line", "entry_names_its_line", "(kind = 'entry') = (line_id IS NOT NULL)"),
        _unique("book_line", "book_print_id", "slot"),
        _unique("book_line", "uid"),
    )
    op.create_index("ix_book_line_code", "book_line", ["code"])
    op.create_index("ix_book_line_line_id", "book_line", ["line_id"])
    _table(
        "print_outcome",
        "id:int uid:text book_print_id:int number:int printed:int spoilt:int told_at:text told_by:int",
        "book_print_id>book_print told_by>operator",
        _check("print_outcome", "counts_not_negative", "printed >= 0 AND spoilt >= 0"),
        _unique("print_outcome", "book_print_id", "number"),
        _unique("print_outcome", "uid"),
    )


def _seen_on_paper() -> None:
    _table(
        "place_set",
        "id:int uid:text book_id:int number:int after_print:int slot:int last_seq:int balance:int "
        "reason:text set_at:text set_by:int",
        "book_id>book set_by>operator",
        _check("place_set", "place_positive", "slot >= 1 AND last_seq >= 0 AND after_print >= 0"),
        _check("place_set", "reason_given", "length(reason) > 0"),
        _unique("place_set", "book_id", "number"),
        _unique("place_set", "uid"),
    )
    _table(
        "paper_doubt",
        "id:int uid:text book_id:int after_set:int raised_at:text",
        "book_id>book",
        _unique("paper_doubt", "uid"),
    )
    op.create_index("ix_paper_doubt_book_id", "paper_doubt", ["book_id"])


def upgrade() -> None:
    _books()
    _prints()
    _seen_on_paper()
    _table(
        "book_position",
        "book_id:int next_slot:int last_seq:int balance:int closed:int spoilt:int open_print_id:int?",
        "book_id>book open_print_id>book_print",
        key="book_id",
    )
