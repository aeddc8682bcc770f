"""The first step of importing: which kind of workbook, which file; below, what was imported before."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.intake.values import BatchSummary
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.households.flow import FlowLayout
from passbook_desk.ui.pages.households.import_history import History
from passbook_desk.ui.pages.households.import_values import BookKind


class ChooseStep(QWidget):
    """Choose, drop or paste; a protected file asks for its password here.

    Signals: `pick`, `paste`, `template` for the buttons; `password(text)` when one was typed.
    """

    pick = Signal()
    paste = Signal()
    template = Signal()
    password = Signal(str)

    def __init__(self, clock: Clock, undo: Callable[[BatchSummary], None]) -> None:
        super().__init__()
        self._kinds = QButtonGroup(self)
        self._radios = {
            BookKind.ROSTER: QRadioButton(self.tr("花名册：户、人、网格、党员")),
            BookKind.OWNERS: QRadioButton(self.tr("商铺和驻地单位：有绿折，不是住户的")),
            BookKind.OPENINGS: QRadioButton(self.tr("期初积分：年中启用时，把原来的结余带进来")),
        }
        for radio in self._radios.values():
            self._kinds.addButton(radio)
            radio.toggled.connect(self._show_kind)
        self._day = LenientDateEdit(clock, clock.today())
        self._day_label = QLabel(self.tr("结余截止到"))
        self._buttons = (
            self._button("import.pick", self.tr("选文件…"), self.pick, primary=True),
            self._button("import.paste", self.tr("粘贴复制的行"), self.paste),
            self._button("import.template", self.tr("下载花名册模板"), self.template),
        )
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("role", "quiet")
        self._password = _PasswordLine()
        self._password.given.connect(self.password)
        self.history = History(clock, undo)
        self._radios[BookKind.ROSTER].setChecked(True)
        self._lay_out()
        self.set_busy("")
        self._show_kind()

    @property
    def kind(self) -> BookKind:
        """The kind chosen."""
        return next(kind for kind, radio in self._radios.items() if radio.isChecked())

    def set_kind(self, kind: BookKind) -> None:
        """Choose a kind as the clerk would."""
        self._radios[kind].setChecked(True)

    def day(self) -> date:
        """The day of the balances; raises NotADate when there is none."""
        found = self._day.day()
        if found is None:
            raise NotADate(text="")
        return found

    def set_busy(self, sentence: str) -> None:
        """While a workbook is read, nothing else can be chosen; an empty sentence ends that."""
        for widget in (*self._buttons, *self._radios.values()):
            widget.setEnabled(not sentence)
        self._password.hide()
        self.history.show()
        hint = self.tr("也可以把文件拖到这一页上，或在 WPS 里复制几行，到这里按 Ctrl+V。")
        self._words.setText(sentence or hint)

    def ask_password(self, file_name: str, wrong: bool) -> None:
        """The file has a password; `wrong` when the one given did not fit."""
        words = (
            self.tr("密码不对，“{file}”没有打开，请再输一次。")
            if wrong
            else self.tr("“{file}”有密码，请输入。密码只用来打开，不会存下来。")
        )
        self._password.ask(words.format(file=file_name))
        self.history.hide()

    def _lay_out(self) -> None:
        card = Card(self.tr("导入什么"))
        first = FlowLayout(24)
        for kind in (BookKind.ROSTER, BookKind.OWNERS):
            first.addWidget(self._radios[kind])
        card.body.addLayout(first)
        last = QHBoxLayout()
        last.setSpacing(12)
        last.addWidget(self._radios[BookKind.OPENINGS])
        last.addWidget(self._day_label)
        last.addWidget(self._day)
        last.addStretch(1)
        card.body.addLayout(last)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(self._words)
        card.body.addWidget(self._password)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card)
        column.addWidget(self.history, 1)
        column.addStretch()

    def _show_kind(self) -> None:
        if self._kinds.checkedButton() is None:
            return
        for widget in (self._day, self._day_label):
            widget.setVisible(self.kind is BookKind.OPENINGS)
        self._buttons[2].setVisible(self.kind is BookKind.ROSTER)

    def _button(self, name: str, word: str, signal: SignalInstance, primary: bool = False) -> QPushButton:
        button = QPushButton(word)
        button.setObjectName(name)
        button.setProperty("primary", primary)
        button.clicked.connect(lambda: signal.emit())
        return button


class _PasswordLine(QWidget):
    """A sentence, a line for the password, a button."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("role", "warn")
        self._edit = QLineEdit()
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._edit.setPlaceholderText(self.tr("表格的密码"))
        self._edit.setFixedWidth(han_width(self, 12))
        self._edit.returnPressed.connect(self._give)
        open_it = QPushButton(self.tr("打开"))
        open_it.clicked.connect(self._give)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._edit)
        row.addWidget(open_it)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addLayout(row)

    def ask(self, sentence: str) -> None:
        """Show the line, empty, with the focus in it."""
        self._words.setText(sentence)
        self._edit.clear()
        self.show()
        self._edit.setFocus()

    def _give(self) -> None:
        if self._edit.text():
            self.given.emit(self._edit.text())
