"""The points shop: goods and prices, stock by batches, slips, stocktakes, exchange days."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TYPES = {"int": sa.Integer, "text": sa.Text, "blob": sa.LargeBinary}


def _table(name: str, columns: str, references: str, *constraints: sa.schema.SchemaItem) -> None:
    """Columns from words like "uid:text due_on:text?", foreign keys from words like "goods_id>goods"."""
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
    op.create_table(name, *made, *constraints, sqlite_strict=True)


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=f"ck_{table}_{name}")


def _goods() -> None:
    _table(
        "outlet",
        "id:int village_id:int uid:text name:text retired_on:text?",
        "village_id>village",
        _check("outlet", "name_given", "length(name) > 0"),
        _unique("outlet", "uid"),
        _unique("outlet", "village_id", "name"),
    )
    _table(
        "goods",
        "id:int village_id:int uid:text code:text name:text spec:text brand:text unit:text "
        "category:text kind:text barcode:text reorder_least:int limit_count:int? "
        "limit_period:text shelf:text shelf_months:int? remark:text batch_id:int? "
        "retired_on:text?",
        "village_id>village batch_id>batch",
        _check("goods", "kind_known", "kind IN ('goods', 'service')"),
        _check("goods", "limit_has_its_count", "(limit_period = '') = (limit_count IS NULL)"),
        _check("goods", "limit_known", "limit_period IN ('', 'visit', 'month', 'quarter', 'year')"),
        _check("goods", "limit_positive", "limit_count IS NULL OR limit_count > 0"),
        _check("goods", "name_and_code_given", "length(name) > 0 AND length(code) > 0"),
        _check("goods", "reorder_not_negative", "reorder_least >= 0"),
        _check("goods", "shelf_months_positive", "shelf_months IS NULL OR shelf_months > 0"),
        _unique("goods", "uid"),
        _unique("goods", "village_id", "code"),
    )
    op.create_index(
        "ix_goods_barcode",
        "goods",
        ["village_id", "barcode"],
        unique=True,
        sqlite_where=sa.text("length(barcode) > 0"),
    )
    _table(
        "goods_price",
        "id:int uid:text goods_id:int number:int points:int from_on:text reference:text "
        "set_at:text set_by:int",
        "goods_id>goods set_by>operator",
        _check("goods_price", "points_positive", "points > 0"),
        _unique("goods_price", "goods_id", "number"),
        _unique("goods_price", "uid"),
    )
    _table(
        "goods_picture",
        "id:int village_id:int uid:text goods_id:int digest:text content:blob struck_on:text? "
        "added_at:text added_by:int",
        "village_id>village goods_id>goods added_by>operator",
        _check("goods_picture", "struck_or_there", "(struck_on IS NULL) = (length(content) > 0)"),
        _unique("goods_picture", "uid"),
    )
    op.create_index("ix_goods_picture_goods_id", "goods_picture", ["goods_id"])
    _table(
        "demand",
        "id:int village_id:int uid:text goods_id:int account_id:int noted_on:text done_on:text? noted_by:int",
        "village_id>village goods_id>goods account_id>account noted_by>operator",
        _unique("demand", "uid"),
    )
    op.create_index("ix_demand_goods_id", "demand", ["goods_id"])


def _exchange() -> None:
    _table(
        "exchange_day",
        "id:int village_id:int uid:text number:text outlet_id:int held_on:text until_on:text "
        "name:text opened_at:text opened_by:int",
        "village_id>village outlet_id>outlet opened_by>operator",
        _check("exchange_day", "forwards", "until_on >= held_on"),
        _unique("exchange_day", "uid"),
        _unique("exchange_day", "village_id", "number"),
    )
    _table(
        "exchange_ticket",
        "id:int uid:text exchange_day_id:int number:int account_id:int given_at:text",
        "exchange_day_id>exchange_day account_id>account",
        _unique("exchange_ticket", "exchange_day_id", "account_id"),
        _unique("exchange_ticket", "exchange_day_id", "number"),
        _unique("exchange_ticket", "uid"),
    )
    _table(
        "exchange_settlement",
        "id:int uid:text exchange_day_id:int slips:int points:int pieces:int words:text "
        "settled_at:text settled_by:int",
        "exchange_day_id>exchange_day settled_by>operator",
        _unique("exchange_settlement", "exchange_day_id"),
        _unique("exchange_settlement", "uid"),
    )


def _slips() -> None:
    _table(
        "slip",
        "id:int village_id:int uid:text number:text account_id:int outlet_id:int voucher_id:int "
        "exchange_day_id:int? redeemed_on:text points:int spendable_before:int collector:text "
        "relation:text paper_ref:text served_at:text served_by:int",
        "village_id>village account_id>account outlet_id>outlet voucher_id>voucher "
        "exchange_day_id>exchange_day served_by>operator",
        _check("slip", "points_positive", "points > 0"),
        _check("slip", "points_were_there", "spendable_before >= points"),
        _unique("slip", "uid"),
        _unique("slip", "village_id", "number"),
        _unique("slip", "voucher_id"),
    )
    op.create_index("ix_slip_account_id", "slip", ["account_id"])
    op.create_index("ix_slip_redeemed_on", "slip", ["redeemed_on"])
    _table(
        "slip_item",
        "id:int uid:text slip_id:int number:int goods_id:int price_id:int line_id:int "
        "quantity:int points:int",
        "slip_id>slip goods_id>goods price_id>goods_price line_id>ledger_line",
        _check("slip_item", "points_positive", "points > 0"),
        _check("slip_item", "quantity_positive", "quantity > 0"),
        _unique("slip_item", "line_id"),
        _unique("slip_item", "slip_id", "number"),
        _unique("slip_item", "uid"),
    )
    op.create_index("ix_slip_item_goods_id", "slip_item", ["goods_id"])
    _table(
        "slip_undo",
        "id:int village_id:int uid:text slip_id:int voucher_id:int goods_back:int reason:text "
        "undone_on:text undone_at:text undone_by:int",
        "village_id>village slip_id>slip voucher_id>voucher undone_by>operator",
        _check("slip_undo", "reason_given", "length(reason) > 0"),
        _unique("slip_undo", "slip_id"),
        _unique("slip_undo", "uid"),
        _unique("slip_undo", "voucher_id"),
    )


def _stocktakes() -> None:
    _table(
        "stocktake",
        "id:int village_id:int uid:text number:text outlet_id:int begun_on:text counters:text "
        "begun_at:text begun_by:int",
        "village_id>village outlet_id>outlet begun_by>operator",
        _unique("stocktake", "uid"),
        _unique("stocktake", "village_id", "number"),
    )
    _table(
        "stocktake_count",
        "id:int uid:text stocktake_id:int number:int goods_id:int quantity:int last_move:int "
        "reason:text recorded_at:text recorded_by:int",
        "stocktake_id>stocktake goods_id>goods recorded_by>operator",
        _check("stocktake_count", "not_negative", "quantity >= 0"),
        _unique("stocktake_count", "stocktake_id", "number"),
        _unique("stocktake_count", "uid"),
    )
    _table(
        "stocktake_step",
        "id:int uid:text stocktake_id:int number:int kind:text done_on:text who:text "
        "paper_ref:text words:text recorded_at:text recorded_by:int",
        "stocktake_id>stocktake recorded_by>operator",
        _check("stocktake_step", "kind_known", "kind IN ('confirmed', 'dropped', 'reversed')"),
        _check("stocktake_step", "reason_given", "kind = 'confirmed' OR length(words) > 0"),
        _unique("stocktake_step", "stocktake_id", "number"),
        _unique("stocktake_step", "uid"),
    )


def _stock() -> None:
    _table(
        "stock_paper",
        "id:int village_id:int uid:text number:text kind:text outlet_id:int done_on:text "
        "from_whom:text handed_by:text received_by:text reference:text words:text batch_id:int? "
        "recorded_at:text recorded_by:int",
        "village_id>village outlet_id>outlet batch_id>batch recorded_by>operator",
        _check(
            "stock_paper",
            "kind_known",
            "kind IN ('opening', 'bought', 'donated', 'transferred', 'moved', 'damaged',"
            " 'expired', 'returned')",
        ),
        _unique("stock_paper", "uid"),
        _unique("stock_paper", "village_id", "number"),
    )
    _table(
        "stock_batch",
        "id:int uid:text goods_id:int number:int paper_id:int expires_on:text? cost:int?",
        "goods_id>goods paper_id>stock_paper",
        _check("stock_batch", "cost_not_negative", "cost IS NULL OR cost >= 0"),
        _unique("stock_batch", "goods_id", "number"),
        _unique("stock_batch", "uid"),
    )
    op.create_index("ix_stock_batch_paper_id", "stock_batch", ["paper_id"])
    _table(
        "stock_move",
        "id:int village_id:int uid:text number:int batch_id:int outlet_id:int kind:text "
        "quantity:int moved_on:text paper_id:int? slip_item_id:int? stocktake_id:int? "
        "reverses_id:int? reason:text recorded_at:text recorded_by:int",
        "village_id>village batch_id>stock_batch outlet_id>outlet paper_id>stock_paper "
        "slip_item_id>slip_item stocktake_id>stocktake reverses_id>stock_move recorded_by>operator",
        _check(
            "stock_move",
            "belongs_to_one_thing",
            "(paper_id IS NOT NULL) + (slip_item_id IS NOT NULL) + (stocktake_id IS NOT NULL) = 1",
        ),
        _check(
            "stock_move",
            "quantity_fits_kind",
            "CASE kind WHEN 'in' THEN quantity > 0 WHEN 'out' THEN quantity < 0 WHEN 'redeemed'"
            " THEN quantity < 0 WHEN 'counted' THEN quantity <> 0 WHEN 'reversal' THEN quantity <>"
            " 0 ELSE 0 END",
        ),
        _check("stock_move", "reversal_names_its_move", "(kind = 'reversal') = (reverses_id IS NOT NULL)"),
        _unique("stock_move", "reverses_id"),
        _unique("stock_move", "uid"),
        _unique("stock_move", "village_id", "number"),
    )
    op.create_index("ix_stock_move_batch_id", "stock_move", ["batch_id"])
    op.create_index("ix_stock_move_paper_id", "stock_move", ["paper_id"])
    op.create_index("ix_stock_move_slip_item_id", "stock_move", ["slip_item_id"])
    op.create_index("ix_stock_move_stocktake_id", "stock_move", ["stocktake_id"])


def _level() -> None:
    """Pieces of a batch at an outlet now; kept by the program, never below zero."""
    op.create_table(
        "stock_level",
        *(
            sa.Column(each, sa.Integer, nullable=False, autoincrement=False)
            for each in ("batch_id", "outlet_id", "quantity")
        ),
        sa.PrimaryKeyConstraint("batch_id", "outlet_id", name="pk_stock_level"),
        sa.ForeignKeyConstraint(["batch_id"], ["stock_batch.id"], name="fk_stock_level_batch_id_stock_batch"),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"], name="fk_stock_level_outlet_id_outlet"),
        _check("stock_level", "never_below_zero", "quantity >= 0"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def upgrade() -> None:
    _goods()
    _exchange()
    _slips()
    _stocktakes()
    _stock()
    _level()
