"""What a list of goods says, what of it comes in, and what is doubtful about the rest."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.table import FoundTable
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.features.ledger.claims.upload_values import Place
from passbook_desk.features.redemption.goods.values import GoodsKind, LimitPeriod, OutletRow
from passbook_desk.kernel.points import ZERO, Money, Points


@dataclass(frozen=True, slots=True)
class GoodsChoices:
    """What the clerk decides. `from_on`: the day from which the prices hold and on which the stock lay there;
    None is today. `outlet_id`: where it lies; None is the first place. `accepted`: rows that are goods of
    their own although another row looks the same.
    """

    from_on: date | None = None
    outlet_id: int | None = None
    accepted: frozenset[Place] = frozenset()
    table: Choices = field(default_factory=Choices)


@dataclass(frozen=True, slots=True)
class SaidGoods:
    """A row as it is written. `points` and `stock` are None where the row says none or nothing readable.

    `cost` is of one piece. `source` is the donor or seller. `expires_on` is the last day, `shelf_months` a
    term, which is no day. `memo` is what stands under 备注.
    """

    sheet: str
    row: int
    code: str
    barcode: str
    name: str
    brand: str
    spec: str
    unit: str
    category: str
    kind: GoodsKind
    points: Points | None
    points_text: str
    stock: int | None
    stock_text: str
    least: int
    cost: Money | None
    source: str
    expires_on: date | None
    expiry_text: str
    shelf_months: int | None
    limit_count: int | None
    limit_period: LimitPeriod
    shelf: str
    memo: str

    @property
    def where(self) -> Place:
        """Sheet and row number."""
        return self.sheet, self.row

    @property
    def called(self) -> str:
        """Name and specification."""
        return f"{self.name} {self.spec}".strip()

    @property
    def remark(self) -> str:
        """What is kept beside the goods: where they come from, and the remark."""
        source = f"来源：{self.source}" if self.source else ""
        return "；".join(filter(None, (source, self.memo)))


class Fate(StrEnum):
    """What becomes of a row: new goods, goods of an import that was undone come back, known goods get the
    price or stock that they lack, nothing new, or left out.
    """

    NEW = "new"
    BACK = "back"
    ADD = "add"
    SAME = "same"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """A row and what becomes of it.

    `problem` keeps it out; it is one of `findings`. `goods_id` and `code` are of the goods that the file has.
    `acceptable`: the clerk may let it in as goods of their own. `prices`, `stocks`: a price, pieces are
    written for it.
    """

    said: SaidGoods
    fate: Fate
    findings: tuple[Finding, ...] = ()
    problem: Finding | None = None
    goods_id: int | None = None
    code: str = ""
    acceptable: bool = False
    prices: bool = False
    stocks: bool = False

    @property
    def ready(self) -> bool:
        """Whether anything is written for it."""
        return self.fate in (Fate.NEW, Fate.BACK, Fate.ADD)


@dataclass(frozen=True, slots=True)
class GoodsPlan:
    """A list of goods, read and compared with the file. Nothing is written by it.

    `notes` are about a sheet as a whole. `outlet` is where the stock goes; None where the village has no
    place yet and gets its first one. `passed` are sheets that hold no goods.
    """

    workbook: WorkbookRows
    tables: tuple[FoundTable, ...]
    mapping: str
    lines: tuple[GoodsLine, ...]
    notes: tuple[Finding, ...]
    choices: GoodsChoices
    from_on: date
    outlets: tuple[OutletRow, ...]
    outlet: OutletRow | None
    passed: tuple[str, ...] = ()
    batch: int | None = None
    """The import that wrote the goods; None for a dry run."""
    paper: str = ""
    """The number of the opening receipt that it wrote."""

    def of(self, *fates: Fate) -> tuple[GoodsLine, ...]:
        """The rows with one of these fates."""
        return tuple(line for line in self.lines if line.fate in fates)

    @property
    def ready(self) -> tuple[GoodsLine, ...]:
        """Rows of which something is written."""
        return tuple(line for line in self.lines if line.ready)

    @property
    def wrong(self) -> tuple[GoodsLine, ...]:
        """Rows that are left out, each with its problem."""
        return self.of(Fate.OUT)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was noticed: of the sheets, then in the order of the rows."""
        return (*self.notes, *(finding for line in self.lines for finding in line.findings))

    @property
    def pieces(self) -> int:
        """How many pieces the list shows."""
        return sum(line.said.stock or 0 for line in self.lines)

    @property
    def value(self) -> Points:
        """What they cost together in points."""
        return sum(
            (line.said.points * (line.said.stock or 0) for line in self.lines if line.said.points), ZERO
        )

    @property
    def pieces_in(self) -> int:
        """How many pieces the opening receipt takes in."""
        return sum(line.said.stock or 0 for line in self.lines if line.stocks)

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)
