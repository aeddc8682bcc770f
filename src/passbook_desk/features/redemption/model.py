from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from passbook_desk.db.base import Audited, Base
from passbook_desk.kernel.points import Money, Points


class Outlet(Audited, Base):
    """A place where points are redeemed: the shop, the volunteers' station (兑换点)."""

    __tablename__ = "outlet"
    __table_args__ = (
        UniqueConstraint("village_id", "name"),
        CheckConstraint("length(name) > 0", name="name_given"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    retired_on: Mapped[date | None]


class Goods(Audited, Base):
    """Something that points are redeemed for: goods in stock, or a service that is promised.

    `reorder_least` is the stock below which it stands on the purchase list. `limit_count` pieces a household
    may have in a `limit_period` (empty: no limit). `shelf` is where it lies, `shelf_months` how long it keeps
    from the day it was made. A code is never reused.
    """

    __tablename__ = "goods"
    __table_args__ = (
        UniqueConstraint("village_id", "code"),
        CheckConstraint("kind IN ('goods', 'service')", name="kind_known"),
        CheckConstraint("length(name) > 0 AND length(code) > 0", name="name_and_code_given"),
        CheckConstraint("limit_period IN ('', 'visit', 'month', 'quarter', 'year')", name="limit_known"),
        CheckConstraint("(limit_period = '') = (limit_count IS NULL)", name="limit_has_its_count"),
        CheckConstraint("limit_count IS NULL OR limit_count > 0", name="limit_positive"),
        CheckConstraint("reorder_least >= 0", name="reorder_not_negative"),
        CheckConstraint("shelf_months IS NULL OR shelf_months > 0", name="shelf_months_positive"),
        Index(
            "ix_goods_barcode", "village_id", "barcode", unique=True, sqlite_where=text("length(barcode) > 0")
        ),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    code: Mapped[str]
    name: Mapped[str]
    spec: Mapped[str]
    brand: Mapped[str]
    unit: Mapped[str]
    category: Mapped[str]
    kind: Mapped[str]
    barcode: Mapped[str]
    reorder_least: Mapped[int]
    limit_count: Mapped[int | None]
    limit_period: Mapped[str]
    shelf: Mapped[str]
    shelf_months: Mapped[int | None]
    remark: Mapped[str]
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batch.id"))
    retired_on: Mapped[date | None]


class GoodsPrice(Audited, Base):
    """What one piece costs in points from a day on, by whose decision. Append-only."""

    __tablename__ = "goods_price"
    __table_args__ = (
        UniqueConstraint("goods_id", "number"),
        CheckConstraint("points > 0", name="points_positive"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    goods_id: Mapped[int] = mapped_column(ForeignKey("goods.id"))
    number: Mapped[int]
    points: Mapped[Points]
    from_on: Mapped[date]
    reference: Mapped[str]
    set_at: Mapped[datetime]
    set_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class GoodsPicture(Audited, Base):
    """The picture of something on the counter; a newer one strikes the older one out."""

    __tablename__ = "goods_picture"
    __table_args__ = (
        CheckConstraint("(struck_on IS NULL) = (length(content) > 0)", name="struck_or_there"),
        Index("ix_goods_picture_goods_id", "goods_id"),
        {"sqlite_strict": True},
    )
    derived_columns: ClassVar[tuple[str, ...]] = ("content",)

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    goods_id: Mapped[int] = mapped_column(ForeignKey("goods.id"))
    digest: Mapped[str]
    content: Mapped[bytes]
    struck_on: Mapped[date | None]
    added_at: Mapped[datetime]
    added_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class StockPaper(Audited, Base):
    """The paper of goods that came or went other than at the counter: 入库单, 调拨单, 报损单. Append-only.

    `from_whom` is the seller, the donor, or where they went to; two people sign.
    """

    __tablename__ = "stock_paper"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        CheckConstraint(
            "kind IN ('opening', 'bought', 'donated', 'transferred', 'moved', 'damaged', 'expired',"
            " 'returned')",
            name="kind_known",
        ),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    kind: Mapped[str]
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlet.id"))
    done_on: Mapped[date]
    from_whom: Mapped[str]
    handed_by: Mapped[str]
    received_by: Mapped[str]
    reference: Mapped[str]
    words: Mapped[str]
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batch.id"))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class StockBatch(Audited, Base):
    """Pieces of one kind that came together: where from, at what cost, good until when. Append-only.

    `cost` is of one piece; None where nobody paid or said.
    """

    __tablename__ = "stock_batch"
    __table_args__ = (
        UniqueConstraint("goods_id", "number"),
        CheckConstraint("cost IS NULL OR cost >= 0", name="cost_not_negative"),
        Index("ix_stock_batch_paper_id", "paper_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    goods_id: Mapped[int] = mapped_column(ForeignKey("goods.id"))
    number: Mapped[int]
    paper_id: Mapped[int] = mapped_column(ForeignKey("stock_paper.id"))
    expires_on: Mapped[date | None]
    cost: Mapped[Money | None]


class StockMove(Audited, Base):
    """One movement of pieces of a batch at an outlet. Append-only, dense; a mistake is reversed.

    Pieces come in positive and go out negative. What it belongs to is named: a paper, an item of a slip, a
    stocktake, or the movement that it takes back.
    """

    __tablename__ = "stock_move"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        UniqueConstraint("reverses_id"),
        CheckConstraint(
            "CASE kind WHEN 'in' THEN quantity > 0 WHEN 'out' THEN quantity < 0 WHEN 'redeemed' THEN"
            " quantity < 0 WHEN 'counted' THEN quantity <> 0 WHEN 'reversal' THEN quantity <> 0 ELSE 0 END",
            name="quantity_fits_kind",
        ),
        CheckConstraint("(kind = 'reversal') = (reverses_id IS NOT NULL)", name="reversal_names_its_move"),
        CheckConstraint(
            "(paper_id IS NOT NULL) + (slip_item_id IS NOT NULL) + (stocktake_id IS NOT NULL) = 1",
            name="belongs_to_one_thing",
        ),
        Index("ix_stock_move_batch_id", "batch_id"),
        Index("ix_stock_move_paper_id", "paper_id"),
        Index("ix_stock_move_slip_item_id", "slip_item_id"),
        Index("ix_stock_move_stocktake_id", "stocktake_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[int]
    batch_id: Mapped[int] = mapped_column(ForeignKey("stock_batch.id"))
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlet.id"))
    kind: Mapped[str]
    quantity: Mapped[int]
    moved_on: Mapped[date]
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("stock_paper.id"))
    slip_item_id: Mapped[int | None] = mapped_column(ForeignKey("slip_item.id"))
    stocktake_id: Mapped[int | None] = mapped_column(ForeignKey("stocktake.id"))
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("stock_move.id"))
    reason: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class StockLevel(Base):
    """Pieces of a batch at an outlet now, kept with each movement, recomputed by verify, never negative."""

    __tablename__ = "stock_level"
    __table_args__ = (
        CheckConstraint("quantity >= 0", name="never_below_zero"),
        {"sqlite_strict": True, "sqlite_with_rowid": False},
    )

    batch_id: Mapped[int] = mapped_column(ForeignKey("stock_batch.id"), primary_key=True, autoincrement=False)
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlet.id"), primary_key=True, autoincrement=False)
    quantity: Mapped[int]


class Slip(Audited, Base):
    """A redemption (兑换单): whose book, what it cost, who collected and who served. Append-only.

    `collector` is empty when the holder came in person. `points` is the sum of its items, positive;
    `spendable_before` what the book had to spend before.
    """

    __tablename__ = "slip"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        UniqueConstraint("voucher_id"),
        CheckConstraint("points > 0", name="points_positive"),
        CheckConstraint("spendable_before >= points", name="points_were_there"),
        Index("ix_slip_account_id", "account_id"),
        Index("ix_slip_redeemed_on", "redeemed_on"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlet.id"))
    voucher_id: Mapped[int] = mapped_column(ForeignKey("voucher.id"))
    exchange_day_id: Mapped[int | None] = mapped_column(ForeignKey("exchange_day.id"))
    redeemed_on: Mapped[date]
    points: Mapped[Points]
    spendable_before: Mapped[Points]
    collector: Mapped[str]
    relation: Mapped[str]
    paper_ref: Mapped[str]
    served_at: Mapped[datetime]
    served_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class SlipItem(Audited, Base):
    """One line of a slip: so many pieces at the price of the day. Append-only."""

    __tablename__ = "slip_item"
    __table_args__ = (
        UniqueConstraint("slip_id", "number"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("points > 0", name="points_positive"),
        Index("ix_slip_item_goods_id", "goods_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"))
    number: Mapped[int]
    goods_id: Mapped[int] = mapped_column(ForeignKey("goods.id"))
    price_id: Mapped[int] = mapped_column(ForeignKey("goods_price.id"))
    line_id: Mapped[int] = mapped_column(ForeignKey("ledger_line.id"), unique=True)
    quantity: Mapped[int]
    points: Mapped[Points]


class SlipUndo(Audited, Base):
    """A slip that was taken back with its points, and its goods where they came back. Append-only."""

    __tablename__ = "slip_undo"
    __table_args__ = (
        CheckConstraint("length(reason) > 0", name="reason_given"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    slip_id: Mapped[int] = mapped_column(ForeignKey("slip.id"), unique=True)
    voucher_id: Mapped[int] = mapped_column(ForeignKey("voucher.id"), unique=True)
    goods_back: Mapped[bool]
    reason: Mapped[str]
    undone_on: Mapped[date]
    undone_at: Mapped[datetime]
    undone_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class Demand(Audited, Base):
    """Somebody wanted what was not there; met or given up from a day on."""

    __tablename__ = "demand"
    __table_args__ = (Index("ix_demand_goods_id", "goods_id"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    goods_id: Mapped[int] = mapped_column(ForeignKey("goods.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    noted_on: Mapped[date]
    done_on: Mapped[date | None]
    noted_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class Stocktake(Audited, Base):
    """A count of what lies at an outlet, blind: who counts does not see the book stock. Append-only."""

    __tablename__ = "stocktake"
    __table_args__ = (UniqueConstraint("village_id", "number"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlet.id"))
    begun_on: Mapped[date]
    counters: Mapped[str]
    begun_at: Mapped[datetime]
    begun_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class StocktakeCount(Audited, Base):
    """Pieces of one kind that somebody counted; a later count of the same kind holds. Append-only.

    `last_move` is the movement up to which the book stock is compared with it: whoever redeems while the
    others still count disturbs nothing.
    """

    __tablename__ = "stocktake_count"
    __table_args__ = (
        UniqueConstraint("stocktake_id", "number"),
        CheckConstraint("quantity >= 0", name="not_negative"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    stocktake_id: Mapped[int] = mapped_column(ForeignKey("stocktake.id"))
    number: Mapped[int]
    goods_id: Mapped[int] = mapped_column(ForeignKey("goods.id"))
    quantity: Mapped[int]
    last_move: Mapped[int]
    reason: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class StocktakeStep(Audited, Base):
    """How a stocktake went on: confirmed by a second person, dropped, or taken back. Append-only."""

    __tablename__ = "stocktake_step"
    __table_args__ = (
        UniqueConstraint("stocktake_id", "number"),
        CheckConstraint("kind IN ('confirmed', 'dropped', 'reversed')", name="kind_known"),
        CheckConstraint("kind = 'confirmed' OR length(words) > 0", name="reason_given"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    stocktake_id: Mapped[int] = mapped_column(ForeignKey("stocktake.id"))
    number: Mapped[int]
    kind: Mapped[str]
    done_on: Mapped[date]
    who: Mapped[str]
    paper_ref: Mapped[str]
    words: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class ExchangeDay(Audited, Base):
    """Days on which the village redeems together (一年一兑换): where, what they are called. Append-only."""

    __tablename__ = "exchange_day"
    __table_args__ = (
        UniqueConstraint("village_id", "number"),
        CheckConstraint("until_on >= held_on", name="forwards"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    village_id: Mapped[int] = mapped_column(ForeignKey("village.id"))
    uid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlet.id"))
    held_on: Mapped[date]
    until_on: Mapped[date]
    name: Mapped[str]
    opened_at: Mapped[datetime]
    opened_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))


class ExchangeTicket(Audited, Base):
    """A place in the queue of an exchange day; numbers go up and are never given twice. Append-only."""

    __tablename__ = "exchange_ticket"
    __table_args__ = (
        UniqueConstraint("exchange_day_id", "number"),
        UniqueConstraint("exchange_day_id", "account_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    exchange_day_id: Mapped[int] = mapped_column(ForeignKey("exchange_day.id"))
    number: Mapped[int]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    given_at: Mapped[datetime]


class ExchangeSettlement(Audited, Base):
    """What an exchange day came to, frozen: slips, points and pieces that tie to each other. Append-only."""

    __tablename__ = "exchange_settlement"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    exchange_day_id: Mapped[int] = mapped_column(ForeignKey("exchange_day.id"), unique=True)
    slips: Mapped[int]
    points: Mapped[Points]
    pieces: Mapped[int]
    words: Mapped[str]
    settled_at: Mapped[datetime]
    settled_by: Mapped[int] = mapped_column(ForeignKey("operator.id"))
