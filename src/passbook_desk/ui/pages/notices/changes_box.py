from PySide6.QtWidgets import QVBoxLayout, QWidget

from passbook_desk.features.notices.values import ChangedEntry, ProofChanges
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.rows import RowsModel
from passbook_desk.ui.kit.table_page import TableView
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.pages.notices.columns import CHANGED

_ROWS = 4


class ChangesBox(QWidget):
    """What came after the proof, each with its household, what for, how many points and who recorded it."""

    def __init__(self) -> None:
        super().__init__()
        self.message = MessageBar()
        self.model: RowsModel[ChangedEntry] = RowsModel(CHANGED, parent=self)
        self.view = TableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("校样以后的变动"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.message)
        column.addWidget(self.view)
        self.hide()

    def show_changes(self, changes: ProofChanges) -> None:
        """Name every entry; a sheet that differs for another reason is told in words."""
        count = len(changes.entries)
        if count:
            words = self.tr("比校样多 {count} 笔，已经算进下面这一份。请核对，再重出校样。").format(
                count=count
            )
        else:
            words = self.tr("账没有变，但姓名、存折或规矩变了，和校样不一样。请重出校样。")
        self.message.say(words, Mood.WARN)
        self.model.set_rows(changes.entries)
        shown = min(count, _ROWS) + 1
        self.view.setFixedHeight(metrics().row * shown + 12)
        self.view.setVisible(bool(count))
        self.view.fit()
