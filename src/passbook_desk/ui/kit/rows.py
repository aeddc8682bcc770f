"""Rows in a table: columns are data, so a page declares them and never subclasses the model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from passbook_desk.ui.kit.icons import Badge, badge_icon
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import icon_size

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
SORT: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Role: the key a cell is sorted by."""
ROW: Final = int(Qt.ItemDataRole.UserRole) + 2
"""Role: the frozen row behind a cell."""
PAGE: Final = 200
"""Rows that a paged model asks for at a time."""
_WAITING: Final = "…"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a table of `Row`s.

    `title` is marked with QT_TRANSLATE_NOOP("Columns", …); `text` gives the cell; `sort` its key when the
    text does not sort rightly (figures, dates, pinyin); `figures` right-aligns; `width` is in Han characters,
    two digits or letters counting as one; `stretch` takes the room that is left and gives way to others down
    to `least`; `badge` puts a shape before the text; `optional` leaves the column out where the table is too
    narrow for all. Annotate a tuple of columns `tuple[Column[MyRow], ...]` and call the bare class.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    width: float = 6
    sort: Callable[[Row], Any] | None = None
    figures: bool = False
    stretch: bool = False
    least: float = 5
    badge: Callable[[Row], Badge | None] | None = None
    optional: bool = False


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows frozen rows, all in memory or fetched by pages of 200; sorts and filters by itself."""

    def __init__(
        self, columns: Sequence[Column[Row]], rows: Sequence[Row] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._all: list[Row] = list(rows)
        self._shown: list[Row | None] = list(rows)
        self._keep: Callable[[Row], bool] | None = None
        self._order: tuple[int, bool] | None = None
        self._fetch: Callable[[int, int], None] | None = None
        self._asked: set[int] = set()
        self._icons: dict[tuple[Badge, int], QIcon] = {}

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """The columns in their order."""
        return self._columns

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, in their order until the clerk sorts; the filter and sorting stay in force."""
        self.beginResetModel()
        self._fetch = None
        self._all = list(rows)
        self._arrange()
        self.endResetModel()

    def set_pages(self, count: int, fetch: Callable[[int, int], None]) -> None:
        """Show `count` rows that come by pages: `fetch(offset, limit)` must lead to `put_page`.

        Sorting and filtering are then the query's work; `set_filter` and sorting do nothing here.
        """
        self.beginResetModel()
        self._all = []
        self._shown = [None] * count
        self._fetch = fetch
        self._asked = set()
        self.endResetModel()

    def put_page(self, offset: int, rows: Sequence[Row]) -> None:
        """Rows that a fetch brought; rows beyond the count are left out."""
        if self._fetch is None:
            return
        last = min(offset + len(rows), len(self._shown))
        self._shown[offset:last] = rows[: last - offset]
        if last > offset:
            self.dataChanged.emit(self.index(offset, 0), self.index(last - 1, len(self._columns) - 1))

    def set_filter(self, keep: Callable[[Row], bool] | None) -> None:
        """Show only rows that `keep` answers True for; None shows all."""
        if self._fetch is not None:
            return
        self.beginResetModel()
        self._keep = keep
        self._arrange()
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        """The rows shown, in the order shown; rows not yet fetched are left out."""
        return tuple(row for row in self._shown if row is not None)

    def row_at(self, number: int) -> Row | None:
        """The row at a position, None when there is none or it is still on its way."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def find(self, matches: Callable[[Row], bool]) -> int | None:
        """The position of the first row shown that matches."""
        return next((n for n, row in enumerate(self._shown) if row is not None and matches(row)), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        row = self._shown[index.row()]
        if row is None:
            self._ask_for(index.row())
            return _WAITING if role == Qt.ItemDataRole.DisplayRole else None
        return self._cell(row, column, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return translate("Columns", column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to the order the rows came in."""
        self._order = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        if self._fetch is not None:
            return
        self.layoutAboutToBeChanged.emit()
        held = [(index, self._shown[index.row()]) for index in self.persistentIndexList()]
        self._arrange()
        places = {id(row): number for number, row in enumerate(self._shown)}
        for index, row in held:
            self.changePersistentIndex(index, self.index(places[id(row)], index.column()))
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        rows = self._all if self._keep is None else [row for row in self._all if self._keep(row)]
        if self._order is not None:
            column = self._columns[self._order[0]]
            rows = sorted(rows, key=column.sort or column.text, reverse=self._order[1])
        self._shown = list(rows)

    def _cell(self, row: Row, column: Column[Row], role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{translate('Columns', column.title)} {column.text(row)}"
        if role == Qt.ItemDataRole.DecorationRole and column.badge is not None:
            badge = column.badge(row)
            return None if badge is None else self._icon(badge)
        if role == SORT:
            return (column.sort or column.text)(row)
        return row if role == ROW else None

    def _icon(self, badge: Badge) -> QIcon:
        size = icon_size()
        key = (badge, size.width())
        if key not in self._icons:
            self._icons[key] = badge_icon(badge, size)
        return self._icons[key]

    def _ask_for(self, number: int) -> None:
        page = number // PAGE
        if self._fetch is None or page in self._asked:
            return
        self._asked.add(page)
        self._fetch(page * PAGE, PAGE)
